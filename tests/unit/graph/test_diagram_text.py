"""Whatever stands in a name, the picture shows exactly that and nothing else happens."""

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stk_graph.diagram.dot import Sheet
from stk_graph.diagram.quoting import Ready, cleaned, html_text, markup, quoted
from stk_graph.diagram.render import embedded
from stk_graph.diagram.style import tint, wrapped

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "a:b",
    '"in Anführung"',
    "C:\\",
    "C:\\new \\N \\G \\l",
    "<b>fett</b>",
    "&amp; & &lt;",
    "edge",
    "strict graph {",
    '"]; evil [label="x',
    "]]>",
    "[/b] [@click=x]",
    "Zeile\nzwei",
    "<!-- -->",
    "\x1b[31mrot",
    "  ",
    "]",
    "Mädchen*zentrum · ≠ ¹",
]
LATIN = st.characters(min_codepoint=32, max_codepoint=0x17F)
TEXTS = st.sampled_from(HOSTILE) | st.text(LATIN | st.sampled_from('"\\<>&[]{};\n\t'), max_size=40)


def drawn(label: Ready) -> ElementTree.Element:
    """A picture of two nodes and an edge, both nodes with the label."""
    sheet = Sheet()
    sheet.node("one", label=label)
    sheet.node("two", label=label)
    sheet.edge("one", "two")
    renderer = embedded()
    assert renderer is not None
    return ElementTree.fromstring(renderer.render(str(sheet), engine="dot"))


def shown(picture: ElementTree.Element) -> list[str]:
    nodes = picture.findall(f".//{SVG}g[@class='node']")
    assert len(picture.findall(f".//{SVG}g[@class='edge']")) == 1
    return [visible("".join(f"{text.text}\n" for text in one.iter(f"{SVG}text"))) for one in nodes]


def visible(text: str) -> str:
    """The text as it is seen: runs of white space are one."""
    return " ".join(text.replace("\u00ad", "").split())


@settings(max_examples=60, deadline=None)
@given(TEXTS)
@example("a:b")
@example('"]; evil [label="x')
def test_a_quoted_text_is_shown_as_it_is(text: str) -> None:
    assert shown(drawn(quoted(text))) == [visible(cleaned(text))] * 2


@settings(max_examples=60, deadline=None)
@given(TEXTS)
@example("]")
@example("")
def test_a_text_in_a_label_with_markup_is_shown_as_it_is(text: str) -> None:
    label = markup(f'<FONT POINT-SIZE="9">{html_text(text)}</FONT>')
    assert shown(drawn(label)) == [visible(cleaned(text))] * 2


def test_control_characters_never_reach_a_picture() -> None:
    assert cleaned("\x1b[2Jx\x00\r\ny\rz") == "[2Jx\ny\nz"


def test_a_text_of_any_length_is_cut_before_it_breaks_the_file() -> None:
    assert len(cleaned("ä" * 20_000)) == 500
    assert cleaned("ä" * 20_000).endswith("…")


def test_names_of_nodes_are_generated_and_never_user_text() -> None:
    sheet = Sheet()
    sheet.node("Kita :; Nord", label=quoted("Kita"))
    assert sheet.ids == {"Kita :; Nord": "a1"}
    assert "Nord" not in str(sheet)


def test_only_known_attributes_are_written() -> None:
    with pytest.raises(ValueError, match="image"):
        Sheet().node("one", image="x.png")


def test_a_text_that_was_not_quoted_is_refused() -> None:
    with pytest.raises(ValueError, match="quoted"):
        Sheet().node("one", label='x"]; evil')


def test_an_edge_needs_two_nodes_that_are_drawn() -> None:
    sheet = Sheet()
    sheet.node("one")
    with pytest.raises(KeyError):
        sheet.edge("one", "two")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Kita", ["Kita"]),
        ("Kinder- und Elternzentrum Gartenfeld", ["Kinder- und", "Elternzentrum", "Gartenfeld"]),
        ("Erziehungsberatungsstelle", ["Erziehungsberatungsstelle"]),
        ("aa bb cc dd ee ff gg", ["aa bb cc", "dd ee ff", "gg"]),
        ("", [""]),
    ],
)
def test_names_break_between_words_into_even_lines(name: str, lines: list[str]) -> None:
    assert wrapped(name, 18 if name[:1].isupper() else 8).split("\n") == lines


@pytest.mark.parametrize(("white", "mixed"), [(0.0, "#56B4E9"), (1.0, "#FFFFFF"), (0.5, "#AADAF4")])
def test_a_tint_is_the_colour_mixed_with_white(white: float, mixed: str) -> None:
    assert tint("#56B4E9", white) == mixed

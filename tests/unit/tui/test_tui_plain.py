"""Text of records reaches a widget cleaned and never as markup."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import stk_tui
from stk_tui.plain import plain, plain_text

HOSTILE = [
    "[@click=app.pwn]Anna[/]",
    "Verein [/b]",
    "[link=http://evil]Anna[/link]",
    "Kita [ehem. Hort] [A1]",
    "Haus [=",
    "Anna :heart:",
    "ends\\",
    "a\\[b]",
    "$n",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_square_brackets_stay_what_they_are(text: str) -> None:
    assert plain(text).plain == text
    assert plain_text(text).plain == text


@pytest.mark.parametrize("payload", ["\x1b]52;c;UFdO\x1b\\", "\x1b[31mrot", "\x9b31m", "\u202e"])
def test_no_control_character_passes(payload: str) -> None:
    for shown in (plain("x" + payload).plain, plain_text("x" + payload).plain):
        assert not any(sign in shown for sign in "\x1b\x9b\u202e")


def test_a_style_covers_the_whole_text() -> None:
    assert [(span.start, span.end) for span in plain("Kita Nord", "bold").spans] == [(0, 9)]


def test_line_ends_are_kept_only_where_they_are_meant() -> None:
    assert plain("a\nb").plain == "a b"
    assert plain("a\nb", multiline=True).plain == "a\nb"


SHOWS = {"Static", "Label", "Button", "Checkbox", "Collapsible", "Digits", "Content", "Text"}
"""What takes a text and shows it."""

METHODS = {"update", "notify", "from_markup", "append_text", "add_row"}
ATTRIBUTES = {"title", "sub_title", "border_title", "border_subtitle", "tooltip", "label"}


def _is_built(node: ast.expr) -> bool:
    """Whether the text is put together in place: f-string, %, + with a text, or format()."""
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod | ast.Add):
        sides = [node.left, node.right]
        return any(_is_text(side) or _is_built(side) for side in sides)
    return isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "format"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _built_texts(tree: ast.AST) -> Iterator[int]:
    """Lines on which a built text goes straight into something that shows it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            shows = name in SHOWS or name in METHODS
            if shows and any(_is_built(argument) for argument in given):
                yield node.lineno
            if name in {"Static", "Label"} and any(_is_text(argument) for argument in node.args):
                yield node.lineno
        elif isinstance(node, ast.Assign):
            names = {getattr(target, "attr", "") for target in node.targets}
            if names & ATTRIBUTES and _is_built(node.value):
                yield node.lineno


SOURCES = sorted(Path(stk_tui.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_text_is_built_on_its_way_into_a_widget(source: Path) -> None:
    assert list(_built_texts(ast.parse(source.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "line",
    [
        'Static(f"{name}")',
        'Label("Hallo " + name)',
        'self.notify("Hallo %s" % name)',
        'widget.update(_("{n} Treffer").format(n=name))',
        'self.border_title = f"{name}"',
        'Content.from_markup("[b]" + name)',
    ],
)
def test_the_lint_sees_each_way_to_build_a_text(line: str) -> None:
    assert list(_built_texts(ast.parse(line))) == [1]

"""The learned weights: their file, what they make of a text, how they join what is stated."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stk_graph.case import Facts, understand
from stk_graph.knowledge import Use, meaning
from stk_graph.knowledge.evidence import prepare
from stk_graph.knowledge.examples import named_examples, written_examples
from stk_graph.knowledge.features import features_of
from stk_graph.knowledge.learned import deciding_words, shares
from stk_graph.knowledge.meaning import Meaning
from stk_graph.knowledge.pooling import STATED_ANYWAY, pooled
from stk_graph.knowledge.training import trained
from stk_graph.knowledge.weights import OFFER_KINDS, opened, packed, weights
from stk_graph.vocabulary import offer_kinds

FOUR_MEGABYTES = 4_000_000


def scores(found: Meaning) -> dict[str, float]:
    assert found.reading is not None
    return found.reading.scores


@pytest.fixture(scope="module")
def a_few() -> bytes:
    return trained(list(written_examples())[:60])


def test_training_the_same_sentences_again_gives_the_same_bytes(a_few: bytes) -> None:
    assert trained(list(written_examples())[:60]) == a_few


def test_what_was_trained_knows_its_own_sentences(a_few: bytes, tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(a_few)
    table = opened(path)
    examples = list(written_examples())[:60]
    right = 0
    for example in examples:
        features = features_of(prepare(example.text, example.use), ())
        sums = table.sums(features.values)
        right += table.kinds[sums.index(max(sums))] in example.kinds
    assert right >= 55


def test_every_sentence_names_kinds_of_the_vocabulary_and_none_is_missing() -> None:
    written = list(written_examples())
    assert {kind for example in written for kind in example.kinds} == set(weights().kinds)
    assert set(weights().kinds) <= set(offer_kinds())
    assert all(example.text.strip() for example in written)
    assert len({example.text for example in written}) > 0.99 * len(written)
    assert {example.kinds[0] for example in named_examples()} == set(offer_kinds())


def test_the_file_is_small_and_sorted() -> None:
    assert OFFER_KINDS.stat().st_size <= FOUR_MEGABYTES
    table = weights()
    assert list(table.features) == sorted(set(table.features))


rows = st.dictionaries(
    st.integers(0, 2**32 - 1),
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(-127, 127)),
        min_size=1,
        max_size=3,
        unique_by=lambda entry: entry[0],
    ),
    min_size=1,
    max_size=20,
)


@given(rows)
@settings(max_examples=40, deadline=None)
def test_a_file_gives_back_what_was_packed(
    tmp_path_factory: pytest.TempPathFactory, found: dict[int, list[tuple[int, int]]]
) -> None:
    path = tmp_path_factory.mktemp("weights") / "weights.bin"
    path.write_bytes(packed(("a", "b", "c"), found, 0.5))
    table = opened(path)
    for feature, row in found.items():
        kept = table.row(feature)
        assert kept is not None
        assert list(zip(*kept, strict=True)) == row
    wanted = [sum(dict(row).get(kind, 0) for row in found.values()) for kind in range(3)]
    assert table.sums(found) == wanted


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(b"something else that is long enough to hold a head")
    with pytest.raises(ValueError, match="no weights"):
        opened(path)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kann mir jemand beim Brief vom Amt übersetzen, ich rede nur Farsi", "sprachmittlung"),
        ("Wo kann ich gebrauchte Kindersachen abgeben oder günstig kriegen", "existenzhilfe_sach"),
        (
            "Die Oma sitzt seit dem Tod vom Opa nur noch daheim, wer besucht sie mal",
            "besuchsdienst",
        ),
    ],
)
def test_a_story_without_the_name_of_a_service_is_understood(text: str, kind: str) -> None:
    assert kind in list(understand(text, Facts()).offer_kinds)[:3]


@pytest.mark.parametrize("text", ["", "xqz wvv", "Hm.", "asdf jklö"])
def test_a_text_that_says_nothing_is_not_understood(text: str) -> None:
    assert understand(text, Facts()).offer_kinds == {}


def test_what_is_denied_or_vetoed_has_no_score() -> None:
    denied = meaning("Kein Deutschkurs nötig, nur jemand zum Reden")
    assert "sprachkurs" not in scores(denied)
    harmless = meaning("Die blauen Flecken hat er vom Fußball")
    assert "kinderschutz" not in scores(harmless)


def test_the_words_of_a_kind_join_to_its_weight() -> None:
    text = "Der alte Herr verwechselt ständig die Tür und lässt den Herd an"
    found = meaning(text)
    assert found.reading is not None
    named = deciding_words(found.prepared, found.reading, {"seniorenberatung": 0.6})
    left = 1.0
    for item in named:
        assert text[item.start : item.end] == item.words
        left *= 1.0 - item.weight
    assert 1.0 - left == pytest.approx(0.6)


def test_what_is_stated_is_never_lost() -> None:
    likely = dict.fromkeys(weights().kinds, 0.0) | {"tafel": 20.0}
    joined = pooled(likely, {"demenz": 0.8})
    assert joined["demenz"] == pytest.approx(0.8 * STATED_ANYWAY)
    assert next(iter(joined)) == "tafel"


def test_an_occasion_that_a_person_chose_leads() -> None:
    case = understand("Wir suchen einen Deutschkurs", Facts(occasions=("demenz",)))
    first = next(iter(case.offer_kinds))
    assert first in understand("", Facts(occasions=("demenz",))).offer_kinds


@given(st.text(max_size=200), st.sampled_from(Use))
@settings(max_examples=40, deadline=None)
def test_shares_of_any_text_sum_to_one(text: str, use: Use) -> None:
    found = shares(scores(meaning(text, use)))
    assert not found or sum(found.values()) == pytest.approx(1.0)
    assert all(share >= 0 for share in found.values())

"""Offers found by the words of a case, for a single question."""

from db.search_words import offers_with_words
from stk_graph.model import Offer
from stk_graph.text import loose_root
from stk_tui.session import Session


def test_offers_are_found_by_the_root_of_a_word(demo: Session) -> None:
    roots = [loose_root("herd"), loose_root("vergisst")]
    found = demo.store.read.by_ids(Offer, offers_with_words(demo.store.read, roots, 5))
    assert found
    assert "Herd vergisst" in found[0].title


def test_short_or_strange_roots_ask_for_nothing(demo: Session) -> None:
    assert offers_with_words(demo.store.read, ["", "ab", '"*', "a OR b"], 5) == []


def test_no_more_than_asked_for_are_found(demo: Session) -> None:
    assert len(offers_with_words(demo.store.read, ["kinde", "famil", "elter"], 3)) == 3

"""Pairs to agree on, in words."""

from pathlib import Path

from stk_graph.model import Offer
from stk_graph.model.enums import PairLabel
from stk_tui.session import Session
from stk_tui.session.pairs import pair_verdicts, pairs_to_agree


def test_a_pair_names_both_offers_with_their_institutions(demo: Session) -> None:
    found = {(pair.first, pair.second): pair for pair in pairs_to_agree(demo)}
    twice = found[
        "Girls Day JUZ (Kinder- und Jugendzentrum Kanalviertel)",
        "Mädchentag im Jugendzentrum (Kinder- und Jugendzentrum Kanalviertel)",
    ]
    assert twice.label == "Dublette"
    assert twice.reason == (
        "gleiche Zeit: Mo 15–18 Uhr; gleiche Einrichtung: Kinder- und Jugendzentrum Kanalviertel"
    )


def test_an_unclear_pair_says_what_is_missing(demo: Session) -> None:
    pair = next(pair for pair in pairs_to_agree(demo) if "Familienfrühstück" in pair.second)
    assert pair.label == "zu klären"
    assert pair.reason == (
        "Zeiten nur nach Vereinbarung bei „Familienfrühstück (Termine auf Anfrage)“"
    )


def test_the_order_is_that_of_the_review_list(demo: Session) -> None:
    titles = {offer.id: offer.title for offer in demo.store.read.all(Offer)}
    verdicts = pair_verdicts(demo)
    assert [pair.features.weight for pair in verdicts] == sorted(
        (pair.features.weight for pair in verdicts), reverse=True
    )
    for shown, pair in zip(pairs_to_agree(demo), verdicts, strict=True):
        assert shown.first.startswith(titles[pair.a])
        assert shown.second.startswith(titles[pair.b])


def test_other_labels_are_listed_when_asked_for(demo: Session) -> None:
    found = pair_verdicts(demo, {PairLabel.COORDINATED})
    assert {pair.label for pair in found} == {PairLabel.COORDINATED}
    assert all(pair.review is not None for pair in found)


def test_a_file_without_offers_has_no_pairs(tmp_path: Path) -> None:
    session = Session.open(tmp_path / "empty.db", create=True)
    assert pairs_to_agree(session) == []
    session.close()

"""Costs: amount, currency and words, each price said once, and back again."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from db.exchange import Options, Purpose, export_hsds, import_hsds
from db.exchange.costs import amount_words, read_amount
from db.exchange.hsds_export import hsds_tables
from db.store import Store, open_store
from stk_graph.model import Actor, Offer
from stk_graph.model.enums import Visibility, YesNo
from tests.unit.db.exchange_samples import codes, take_over, write_package


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store.db", create=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("kostenlos", 0),
        ("frei", 0),
        ("0 €", 0),
        ("5,- €", 5),
        ("3,50 €/Termin", 3.5),
        ("2 Euro", 2),
        ("€ 7", 7),
        ("90 € im Monat", 90),
        ("1.200 €", 1200),
        ("220 €, Zuschuss möglich", 220),
        ("10–15 €", None),
        ("5 bis 10 Euro", None),
        ("auf Spendenbasis", None),
        ("BuT möglich", None),
        ("5 €, ermäßigt 3 €", None),
        ("5 €, mit Pass kostenlos", None),
        ("12 Termine", None),
        ("", None),
    ],
)
def test_an_amount_is_read_where_a_text_states_one(text: str, amount: float | None) -> None:
    assert read_amount(text) == amount


def test_an_amount_is_written_as_people_write_it() -> None:
    assert amount_words(2) == "2 €"
    assert amount_words(2.5) == "2,50 €"
    assert amount_words(3, "USD") == "3 USD"


def offer_with(store: Store, folder: Path, fees: str, option: Mapping[str, str]) -> Offer:
    service = {"id": "s", "organization_id": "o", "name": "Treff", "status": "active"}
    tables = {
        "organizations": [{"id": "o", "name": "Haus", "description": "Haus"}],
        "services": [{**service, "fees_description": fees}],
        "cost_options": [{"id": "k", "service_id": "s", **option}],
    }
    take_over(store, write_package(folder / "p", tables))
    return store.read.all(Offer)[0]


@pytest.mark.parametrize(
    ("fees", "option", "text", "free"),
    [
        ("2 €", {"currency": "EUR", "amount_description": "2 €"}, "2 €", YesNo.NO),
        ("2 Euro", {"currency": "EUR", "amount": "2"}, "2 Euro", YesNo.NO),
        (
            "kostenlos",
            {"option": "kostenlos", "currency": "EUR", "amount": "0"},
            "kostenlos",
            YesNo.YES,
        ),
        ("", {"option": "kostenlos", "currency": "EUR", "amount": "0"}, "kostenlos", YesNo.YES),
        ("", {"currency": "EUR", "amount": "0"}, None, YesNo.YES),
        ("", {"currency": "EUR", "amount": "2,50 €"}, "2,50 €", YesNo.NO),
        ("", {"option": "Erwachsene", "amount": "5"}, "Erwachsene, 5 €", YesNo.NO),
        ("", {"currency": "EUR"}, None, YesNo.UNKNOWN),
        ("", {"currency": "EUR", "amount_description": "Spende"}, "Spende", YesNo.UNKNOWN),
        ("", {"currency": "usd", "amount": "3"}, "3 USD", YesNo.NO),
        ("5 € pro Termin", {"currency": "EUR", "amount": "5"}, "5 € pro Termin", YesNo.NO),
        ("5 €", {"option": "ermäßigt", "amount": "3"}, "5 €\nermäßigt, 3 €", YesNo.NO),
    ],
)
def test_a_price_that_stands_in_two_places_is_said_once(
    store: Store, tmp_path: Path, fees: str, option: dict[str, str], text: str | None, free: YesNo
) -> None:
    offer = offer_with(store, tmp_path, fees, option)
    assert offer.cost_text == text
    assert offer.cost_free is free


def test_an_amount_that_is_no_number_is_told_and_kept(store: Store, tmp_path: Path) -> None:
    offer = offer_with(store, tmp_path, "", {"amount": "nach Einkommen"})
    assert offer.cost_text == "nach Einkommen"
    report = import_hsds(store, tmp_path / "p", "Test")
    assert codes(report)["bad-number"] == 1


HOUSE = Actor(name="Haus", visibility=Visibility.PUBLIC)
COSTS = [
    ("kostenlos", YesNo.YES, [("kostenlos", "0", "EUR")]),
    (None, YesNo.YES, [("", "0", "EUR")]),
    ("2,50 €", YesNo.NO, [("2,50 €", "2.5", "EUR")]),
    ("5 €\nermäßigt 3 €", YesNo.NO, [("5 €", "5", "EUR"), ("ermäßigt 3 €", "3", "EUR")]),
    ("auf Spendenbasis", YesNo.UNKNOWN, []),
    (None, YesNo.UNKNOWN, []),
    ("10–15 €", YesNo.NO, []),
    ("5 €, mit Pass kostenlos", YesNo.PARTLY, []),
]


@pytest.mark.parametrize(("text", "free", "rows"), COSTS)
@pytest.mark.parametrize("name", ["out", "out.json"])
def test_amounts_leave_as_cost_options_and_come_back_as_they_were(
    store: Store,
    tmp_path: Path,
    name: str,
    text: str | None,
    free: YesNo,
    rows: list[tuple[str, str, str]],
) -> None:
    offer = Offer(
        title="Treff",
        lead=HOUSE.id,
        cost_text=text,
        cost_free=free,
        visibility=Visibility.PUBLIC,
    )
    with store.write("Test", "fill") as action:
        action.save_all([HOUSE, offer])
    found = hsds_tables(store, Visibility.PUBLIC)[0].get("cost_options", [])
    assert [(row.get("option", ""), row["amount"], row["currency"]) for row in found] == rows
    export_hsds(store, tmp_path / name, Visibility.PUBLIC, Purpose("Test", "Test"))
    with open_store(tmp_path / "other.db", create=True) as other:
        import_hsds(other, tmp_path / name, "Test", Options(dry_run=False))
        back = other.read.all(Offer)[0]
        assert (back.cost_text, back.cost_free) == (text, free)
        assert hsds_tables(other, Visibility.PUBLIC)[0] == hsds_tables(store, Visibility.PUBLIC)[0]

"""Telephone numbers and mail addresses are found as people type them."""

import msgspec
import pytest

from db.search_keys import digits_of, keys_of, looks_like_mail, looks_like_number
from db.store import Store
from db.text_search import Filter, TextSearch
from stk_graph.model import Actor, Location, Phone
from tests.unit.db.search_samples import Quarter, quarter, save


@pytest.fixture
def saved(store: Store) -> Quarter:
    records = quarter()
    save(store, *records)
    return records


def found(store: Store, query: str) -> list[str]:
    return [hit.uid for hit in TextSearch(store).search(query).direct]


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("+49 (0)345 2998-12", "345299812"),
        ("0049 345/2998 12", "345299812"),
        ("0345 / 299812", "345299812"),
        ("345299812", "345299812"),
        ("+41 44 123 45 67", "41441234567"),
        ("0041 44 1234567", "41441234567"),
        ("", ""),
    ],
)
def test_a_number_is_known_by_its_national_digits(typed: str, digits: str) -> None:
    assert digits_of(typed) == digits


@pytest.mark.parametrize(
    "typed", ["0345 2998 App. 12", "0345 2998, Durchwahl 12", "0345 2998 DW12"]
)
def test_an_extension_is_no_part_of_the_number(typed: str) -> None:
    assert keys_of(typed) == ("3452998", "345299812")


@pytest.mark.parametrize(
    "query",
    ["0170 9876543", "+49 170 987", "0049170", "9876543", "987-65", "170/9876 543", "(0)170 987"],
)
def test_a_number_is_found_by_any_part_of_it(store: Store, saved: Quarter, query: str) -> None:
    assert found(store, query) == [saved.contact.id]


@pytest.mark.parametrize("query", ["0170 9876544", "98765431", "4444"])
def test_another_number_is_not_found(store: Store, saved: Quarter, query: str) -> None:
    assert found(store, query) == []


@pytest.mark.parametrize("query", ["seyma@example.org", "SEYMA@Ex", "seyma@", "a@example.org"])
def test_an_address_is_found_by_any_part_of_it(store: Store, saved: Quarter, query: str) -> None:
    assert found(store, query)[0] == saved.contact.id


def test_an_address_of_the_house_belongs_to_the_house(store: Store, saved: Quarter) -> None:
    assert found(store, "kastanie@example.org") == [saved.lead.id]
    assert saved.lead.id in found(store, "example.org")


def test_the_number_of_a_place_belongs_to_who_runs_it(store: Store, saved: Quarter) -> None:
    place = store.read.get(Location, saved.place.id)
    assert place is not None
    phones = (Phone(number="0611 445566"),)
    save(store, msgspec.structs.replace(place, actor=saved.carrier.id, phones=phones))
    assert found(store, "445566") == [saved.carrier.id]


def test_post_codes_and_house_numbers_are_words_of_the_address(
    store: Store, saved: Quarter
) -> None:
    assert found(store, "60311") == [saved.offer.id]
    assert saved.offer.id in found(store, "Mühlgasse 5")
    assert TextSearch(store).search("Mühlgasse 5").all_words
    assert not TextSearch(store).search("Mühlgasse 6").all_words


def test_new_numbers_are_found_after_a_save(store: Store, saved: Quarter) -> None:
    search = TextSearch(store)
    assert search.search("5550000").direct == ()
    save(store, new := Actor(name="Neu", phones=(Phone(number="0611 5550000"),)))
    assert [hit.uid for hit in search.search("5550000").direct] == [new.id]


def test_kinds_narrow_numbers_too(store: Store, saved: Quarter) -> None:
    where = Filter(kinds=("actor",))
    assert TextSearch(store).search("0170 9876543", where=where).direct == ()
    assert TextSearch(store).search("069 1234", where=where).direct[0].uid == saved.lead.id


@pytest.mark.parametrize(
    ("query", "number", "mail"),
    [
        ("0345", True, False),
        ("034", False, False),
        ("Raum 12345", False, False),
        ("0345 2998 App. 12", True, False),
        ("a@b", False, True),
        ("haus.kastanie", False, True),
        ("z. B.", False, False),
        ("12.05.2026", True, False),
    ],
)
def test_what_a_query_looks_like_decides(query: str, number: bool, mail: bool) -> None:
    assert looks_like_number(query) is number
    assert looks_like_mail(query) is mail

"""One institution under two names, and one event typed by two institutions."""

from collections.abc import Mapping

import pytest

from stk_graph.duplicates import verdict
from stk_graph.duplicates.features import features
from stk_graph.duplicates.sameness import PlaceSign, canonical_actors
from stk_graph.model import Location
from stk_graph.model.enums import PairLabel
from tests.unit.graph.duplicate_records import (
    HALL,
    NORTH,
    ONE,
    OTHER_HALL,
    PARISH,
    SCHOOL,
    SOUTH,
    TWO,
    YOUTH_CLUB,
    context,
    homework,
    slot,
)
from tests.unit.graph.network_records import actor, uid

FIRST, SECOND, THIRD = uid(201), uid(202), uid(203)
ROOM = uid(210)


def are_one(first: Mapping[str, object], second: Mapping[str, object]) -> bool:
    one = actor(FIRST, **{"name": "Jugendzentrum Nord", **first})  # type: ignore[arg-type]
    two = actor(SECOND, **{"name": "JUZ Nord", **second})  # type: ignore[arg-type]
    found = canonical_actors([one, two])
    assert found == canonical_actors([two, one])
    return found[FIRST] == found[SECOND]


def test_an_alias_names_the_same_institution() -> None:
    assert are_one({"aliases": ("Juz nord",)}, {})
    assert are_one({}, {"aliases": ("Jugendzentrum  NORD",)})
    assert are_one({"short": "JUZ-Nord"}, {})
    assert not are_one({}, {})


def test_a_common_alias_alone_makes_two_institutions_no_one() -> None:
    assert not are_one({"aliases": ("Jugendtreff",)}, {"aliases": ("Jugendtreff",)})


def test_one_name_in_two_areas_or_of_two_carriers_stays_two() -> None:
    same = {"name": "Jugendzentrum Nord"}
    assert are_one({}, same)
    assert are_one({"area": NORTH}, same)
    assert not are_one({"area": NORTH}, {**same, "area": SOUTH})
    assert not are_one({"parent": uid(220)}, {**same, "parent": uid(221)})


def test_a_carrier_and_its_institution_stay_two() -> None:
    assert not are_one({"name": "AWO"}, {"name": "AWO-Treff", "aliases": ("AWO",), "parent": FIRST})


def test_three_records_of_one_institution_become_one() -> None:
    found = canonical_actors(
        [
            actor(FIRST, "JUZ", aliases=("Jugendhaus",)),
            actor(SECOND, "Jugendhaus"),
            actor(THIRD, "Jugendzentrum", aliases=("JUZ",)),
        ]
    )
    assert set(found.values()) == {FIRST}


def sign(
    first: Mapping[str, object], second: Mapping[str, object], *locations: Location
) -> PlaceSign | None:
    one, two = homework(ONE, **first), homework(TWO, **second)
    place = context(locations=locations)
    found = features(one, two, place).place
    assert found == features(two, one, place).place
    return found


def test_one_location_is_one_place() -> None:
    assert sign({"venues": (HALL,)}, {"venues": (HALL,)}) is PlaceSign.ROOM
    assert sign({"venues": (OTHER_HALL,)}, {"venues": (OTHER_HALL,)}) is PlaceSign.ADDRESS


@pytest.mark.parametrize("street", ["Hauptstr. 3", "hauptstraße 3", "Hauptstrasse 3"])
def test_one_address_written_twice_is_one_place(street: str) -> None:
    twin = Location(id=ROOM, street=street, city="Auenbruck", room="Büro")
    assert sign({"venues": (HALL,)}, {"venues": (ROOM,)}, twin) is PlaceSign.ADDRESS


@pytest.mark.parametrize(
    "other",
    [
        Location(id=ROOM, street="Hauptstraße 5", postal_code="12345"),
        Location(id=ROOM, street="Hauptstraße 3", postal_code="54321"),
    ],
)
def test_another_address_is_another_place(other: Location) -> None:
    assert sign({"venues": (HALL,)}, {"venues": (ROOM,)}, other) is None


def test_at_another_hour_one_room_holds_another_offer() -> None:
    later = {"venues": (HALL,), "slots": (slot(start=16, end=18),)}
    assert sign({"venues": (HALL,)}, later) is None
    assert sign({"venues": (HALL,)}, {"venues": (HALL,), "slots": ()}) is None


def test_a_guest_in_the_house_of_the_other_is_at_its_place() -> None:
    guest: dict[str, object] = {"lead": SCHOOL, "venues": (HALL,)}
    assert sign(guest, {"lead": YOUTH_CLUB}) is PlaceSign.HOST
    assert sign(guest, {"lead": YOUTH_CLUB, "venues": (OTHER_HALL,)}) is None


def test_who_names_the_other_as_partner_means_the_same() -> None:
    assert sign({"partners": (PARISH,)}, {}) is PlaceSign.PARTNER
    apart: dict[str, object] = {"partners": (PARISH,), "venues": (HALL,)}
    assert sign(apart, {"venues": (OTHER_HALL,)}) is None


def test_who_names_the_other_in_the_text_means_the_same() -> None:
    assert sign({}, {"title": "Lernzeit im JUZ Nord"}) is PlaceSign.TEXT
    assert sign({"description": "Evangelische Gemeinde, Saal"}, {}) is PlaceSign.TEXT
    assert sign({}, {"title": "Lernzeit im JUZ Nordost"}) is None


def test_a_partner_elsewhere_is_no_sign() -> None:
    assert sign({"partners": (PARISH,)}, {"area": SOUTH}) is None


def test_the_reason_says_which_sign_was_used() -> None:
    one, two = homework(ONE, venues=(HALL,)), homework(TWO, venues=(HALL,))
    found = verdict(one, two, context())
    assert found.label is PairLabel.DUPLICATE_RECORD
    assert "derselbe Raum zur selben Zeit" in [reason.text for reason in found.reasons]
    assert found.advice == ("Dublette: zusammenführen, oder ein Angebot mit Partner?",)

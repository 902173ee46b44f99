"""Where offers take place and how near areas are to each other (R of domain model, 7.2)."""

from collections.abc import Iterable, Mapping

from stk_graph.model import Actor, Area, Location, Offer
from stk_graph.model.enums import AreaType

SAME = 1.0
NEAR = 0.5
FAR = 0.0


def places_of(
    offer: Offer | None, lead: Actor | None, locations: Mapping[str, Location]
) -> frozenset[str]:
    """Area ids where an offer takes place or whom it serves; of its lead if it names none."""
    found: set[str] = set()
    if offer is not None:
        found.update(offer.catchment)
        if offer.area is not None:
            found.add(offer.area)
        if not found:
            found.update(_areas_of_venues(offer.venues, locations))
    if not found and lead is not None:
        found.update(lead.responsible_for)
        if lead.area is not None and not lead.responsible_for:
            found.add(lead.area)
    return frozenset(found)


def _areas_of_venues(venues: Iterable[str], locations: Mapping[str, Location]) -> Iterable[str]:
    known = (locations.get(venue) for venue in venues)
    return [place.area for place in known if place is not None and place.area is not None]


def nearness(asked: str, places: frozenset[str], areas: Mapping[str, Area]) -> float | None:
    """1 the same or one within the other, 0.5 city-wide, bordering or siblings, 0 else.

    None if the offer has no place or the asked area is not known. Rule: section 7.2, R.
    """
    if not places or asked not in areas:
        return None
    return max(_between(asked, place, areas) for place in places)


def _between(one: str, other: str, areas: Mapping[str, Area]) -> float:
    above_one, above_other = _above(one, areas), _above(other, areas)
    if one == other or _holds(one, above_other, areas) or _holds(other, above_one, areas):
        return SAME
    if _is_city(one, areas) or _is_city(other, areas) or _border(one, other, areas):
        return NEAR
    shared = set(above_one) & set(above_other)
    return NEAR if any(not _is_city(area, areas) for area in shared) else FAR


def _above(area: str, areas: Mapping[str, Area]) -> list[str]:
    found: list[str] = []
    record = areas.get(area)
    while record is not None and record.parent is not None and record.parent not in found:
        found.append(record.parent)
        record = areas.get(record.parent)
    return found


def _holds(area: str, above: list[str], areas: Mapping[str, Area]) -> bool:
    return area in above and not _is_city(area, areas)


def is_city_wide(places: frozenset[str], areas: Mapping[str, Area]) -> bool:
    """Whether one of the places is a whole city."""
    return any(_is_city(place, areas) for place in places)


def _is_city(area: str, areas: Mapping[str, Area]) -> bool:
    record = areas.get(area)
    return record is not None and record.type is AreaType.CITY


def _border(one: str, other: str, areas: Mapping[str, Area]) -> bool:
    first, second = areas.get(one), areas.get(other)
    return bool(
        (first is not None and other in first.borders)
        or (second is not None and one in second.borders)
    )

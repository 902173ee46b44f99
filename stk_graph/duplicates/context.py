"""What the verdicts on many pairs share: records by id, calendar, and each offer prepared once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from stk_graph.case.directory import Directory
from stk_graph.duplicates.reviews import latest_reviews
from stk_graph.duplicates.sameness import Places
from stk_graph.model import Actor, Area, HolidayPeriod, Location, Meeting, Offer, Review
from stk_graph.model.enums import YesNo
from stk_graph.nearness import nearness, places_of
from stk_graph.times.age_sets import AgeSet, age_set
from stk_graph.times.overlap import Timetable
from stk_graph.vocabulary import ancestors, default_ages, topic_of

KIND_BY_OVERNIGHT = {"feriencamp": {YesNo.YES: "ferienfreizeit", YesNo.NO: "ferienspiele"}}
"""Words that name two kinds of offer, told apart by whether people stay overnight."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """An offer as pairs compare it.

    ``kind`` is resolved by the overnight stay; ``may_be`` holds the kinds that a word without it
    may mean. ``families`` are the target groups and all wider ones, ``places`` Area ids.
    """

    offer: Offer
    kind: str | None
    may_be: frozenset[str]
    topic: str | None
    ages: AgeSet
    families: frozenset[str]
    places: frozenset[str]
    table: Timetable


@dataclass(kw_only=True, eq=False)
class Context:
    """Built once for many pairs.

    ``holidays`` is the calendar of the Land without gaps, ``public`` its public holidays,
    ``meetings`` say when postponed pairs come up again.
    """

    today: date
    areas: Iterable[Area] = ()
    actors: Iterable[Actor] = ()
    locations: Iterable[Location] = ()
    holidays: Sequence[HolidayPeriod] = ()
    public: frozenset[date] = frozenset()
    reviews: Iterable[Review] = ()
    meetings: Sequence[Meeting] = ()

    def __post_init__(self) -> None:
        self.directory = Directory(
            actors={actor.id: actor for actor in self.actors},
            areas={area.id: area for area in self.areas},
            locations={place.id: place for place in self.locations},
        )
        self.places = Places(self.directory)
        self.latest_reviews = latest_reviews(self.reviews)
        self._profiles: dict[str, Profile] = {}
        self._near: dict[tuple[frozenset[str], frozenset[str]], float | None] = {}

    def profile(self, offer: Offer) -> Profile:
        """The offer prepared for comparing; made again when another state of it is given."""
        known = self._profiles.get(offer.id)
        if known is None or known.offer is not offer:
            known = self._profiles[offer.id] = self._prepared(offer)
        return known

    def _prepared(self, offer: Offer) -> Profile:
        either = KIND_BY_OVERNIGHT.get(offer.offer_kind or "", {})
        kind = either.get(offer.overnight, offer.offer_kind)
        is_open = bool(either) and kind == offer.offer_kind
        lead = self.directory.actors.get(offer.lead)
        groups = offer.target_groups
        return Profile(
            offer=offer,
            kind=kind,
            may_be=frozenset(either.values()) if is_open else frozenset(),
            topic=topic_of(kind),
            ages=age_set(
                offer.age_min,
                offer.age_max,
                [ages for group in groups for ages in default_ages(group)],
            ),
            families=frozenset(one for group in groups for one in (group, *ancestors(group))),
            places=places_of(offer, lead, self.directory.locations).intersection(
                self.directory.areas
            ),
            table=Timetable(slots=offer.slots, period=offer.period),
        )

    def nearness(self, one: frozenset[str], two: frozenset[str]) -> float | None:
        """R of two sets of areas: 1, 0.5 or 0, None if one of them is empty."""
        if (one, two) not in self._near:
            found = [nearness(area, two, self.directory.areas) for area in one]
            known = [value for value in found if value is not None]
            self._near[one, two] = self._near[two, one] = max(known, default=None)
        return self._near[one, two]

"""Which offers are worth comparing: two steps over kind or topic, people, and area (domain 7.3).

An index instead of all pairs: offers are filed by topic (or kind) and area, so that one offer
meets only those near it. Offers come and go one by one.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from stk_graph.duplicates.context import Context, Profile
from stk_graph.model import Offer
from stk_graph.model.enums import OfferStatus

AT_THE_PLACE = 1.0
AROUND = 0.5
"""R from which two offers may meet: at one place, or in areas that are near each other."""

Shelf = dict[str, Profile]
Key = str | None


class CandidateIndex:
    """Offers filed by topic and area.

    ``compared`` counts how many pairs were looked at: the measure of work.
    """

    def __init__(self, context: Context, offers: Iterable[Offer] = ()) -> None:
        self._context = context
        self._shelves: dict[tuple[Key, Key], Shelf] = {}
        self._topics: set[Key] = set()
        self._areas: set[Key] = set()
        self._filed: dict[str, Profile] = {}
        self.compared = 0
        for offer in offers:
            self.add(offer)

    def __len__(self) -> int:
        return len(self._filed)

    def add(self, offer: Offer) -> None:
        """Files an offer, in place of an earlier state of it; ended ones are left out."""
        self.remove(offer.id)
        if offer.status is OfferStatus.ENDED:
            return
        profile = self._context.profile(offer)
        self._filed[offer.id] = profile
        for key in _keys(profile):
            self._shelves.setdefault(key, {})[offer.id] = profile
            self._topics.add(key[0])
            self._areas.add(key[1])

    def remove(self, uid: str) -> None:
        """Takes an offer out; nothing happens if it is not filed."""
        profile = self._filed.pop(uid, None)
        if profile is not None:
            for key in _keys(profile):
                del self._shelves[key][uid]

    def near(self, offer: Offer) -> Iterator[Offer]:
        """The offers worth comparing with one, which need not be filed itself.

        They share kind or topic, a target group or age, and an area or two that are near each
        other. An offer that lacks one of the three joins by the other two, if the area is the same;
        people are lacking if one has neither an age nor a group of the other.
        """
        profile = self._context.profile(offer)
        others = self._within_reach(profile)
        others.pop(offer.id, None)
        return self._worth_it(profile, others.values())

    def pairs(self) -> Iterator[tuple[Offer, Offer]]:
        """Every pair worth comparing, once."""
        place = {uid: number for number, uid in enumerate(self._filed)}
        for uid, profile in self._filed.items():
            reached = self._within_reach(profile)
            later = (other for key, other in reached.items() if place[uid] < place[key])
            for other in self._worth_it(profile, later):
                yield profile.offer, other

    def _worth_it(self, profile: Profile, others: Iterable[Profile]) -> Iterator[Offer]:
        for other in others:
            self.compared += 1
            if self._share_enough(profile, other):
                yield other.offer

    def _within_reach(self, profile: Profile) -> Shelf:
        """Offers of the topic around, and those where one of the two has no kind at the place."""
        topic, places = _topic(profile), profile.places
        at_the_place = self._areas_within(places, AT_THE_PLACE)
        if topic is None:
            keys = list(product(self._topics, at_the_place))
        else:
            around = self._areas_within(places, AROUND)
            keys = [*product((topic,), around), *product((None,), at_the_place)]
        found: Shelf = {}
        for key in keys:
            found.update(self._shelves.get(key, {}))
        return found

    def _areas_within(self, places: frozenset[str], least: float) -> set[Key]:
        """The areas at least so near; the shelf of offers without area is always near."""
        if not places:
            return self._areas
        return {area for area in self._areas if self._is_within(area, places, least)}

    def _is_within(self, area: Key, places: frozenset[str], least: float) -> bool:
        if area is None:
            return True
        return (self._context.nearness(places, frozenset((area,))) or 0.0) >= least

    def _share_enough(self, one: Profile, two: Profile) -> bool:
        share_people = _share_people(one, two)
        if not share_people and one.ages.intervals and two.ages.intervals:
            return False
        no_topic = _topic(one) is None or _topic(two) is None
        no_place = not one.places or not two.places
        lacking = no_topic + no_place + (not share_people)
        if lacking == 0:
            return True
        if lacking > 1:
            return False
        return no_place or self._context.nearness(one.places, two.places) == AT_THE_PLACE


def _topic(profile: Profile) -> Key:
    return profile.topic or profile.kind


def _keys(profile: Profile) -> Iterator[tuple[Key, Key]]:
    for place in profile.places or (None,):
        yield _topic(profile), place


def _share_people(one: Profile, two: Profile) -> bool:
    """Whether both name one target group, or one within the other, or share an age."""
    if one.families.intersection(two.offer.target_groups):
        return True
    if two.families.intersection(one.offer.target_groups):
        return True
    return any(
        begin_one < end_two and begin_two < end_one
        for begin_one, end_one in one.ages.intervals
        for begin_two, end_two in two.ages.intervals
    )

"""What the review list of a whole file costs, and how few pairs it looks at.

The offers are invented: a city with twelve districts, all kinds of offer evenly, every seventh
without a kind, every fifth without times. The floor of the counted case is all pairs, that of the
timed case the same work on the smallest file.
"""

import random
from datetime import date
from time import process_time

from bench.measure import line
from stk_graph.duplicates import CandidateIndex, Context, review_list
from stk_graph.model import Actor, Area, Offer, TimeSlot
from stk_graph.model.enums import Access, AreaType, Weekday
from stk_graph.times.holidays import calendar
from stk_graph.vocabulary import offer_kinds, target_groups

TODAY = date(2026, 11, 24)
SIZES = (2_000, 10_000)
DISTRICTS, QUARTERS = 12, 60
AGES = ((0, 3), (3, 6), (6, 10), (10, 14), (14, 18), (18, 26), (60, None), (None, None))


def city() -> list[Area]:
    """The city itself, its districts, and its quarters, in this order."""
    whole = Area(name="Stadt", type=AreaType.CITY)
    districts = [
        Area(name=f"Bezirk {number}", type=AreaType.DISTRICT, parent=whole.id)
        for number in range(DISTRICTS)
    ]
    quarters = [
        Area(name=f"Viertel {number}", parent=districts[number % DISTRICTS].id)
        for number in range(QUARTERS)
    ]
    return [whole, *districts, *quarters]


def invented(number: int, areas: list[Area]) -> tuple[list[Actor], list[Offer]]:
    """So many offers, five of each institution; every tenth is for the whole city."""
    draw = random.Random(1)
    kinds, groups = list(offer_kinds()), list(target_groups())
    houses = [
        Actor(name=f"Haus {one}", area=draw.choice(areas[-QUARTERS:]).id)
        for one in range(number // 5)
    ]

    def slots() -> tuple[TimeSlot, ...]:
        starts = [draw.randrange(8 * 60, 18 * 60, 30) for _ in range(draw.randint(1, 3))]
        return tuple(
            TimeSlot(weekday=Weekday(draw.randrange(5)), start=start, end=start + 90)
            for start in starts
        )

    offers = []
    for one in range(number):
        low, high = draw.choice(AGES)
        offers.append(
            Offer(
                title=f"Angebot {one}",
                lead=draw.choice(houses).id,
                offer_kind=None if one % 7 == 0 else draw.choice(kinds),
                target_groups=(draw.choice(groups),),
                age_min=low,
                age_max=high,
                slots=() if one % 5 == 0 else slots(),
                area=areas[0].id if one % 10 == 0 else None,
                access=draw.choice(list(Access)),
            )
        )
    return houses, offers


def main() -> None:
    """Prints pairs looked at and CPU seconds for each size."""
    spent: dict[int, float] = {}
    for size in SIZES:
        areas = city()
        houses, offers = invented(size, areas)
        context = Context(
            today=TODAY, areas=areas, actors=houses, holidays=calendar("HE", range(2025, 2029))
        )
        index = CandidateIndex(context, offers)
        worth = sum(1 for _pair in index.pairs())
        line(
            f"pairs looked at, {size} offers",
            unit="pairs",
            figure=index.compared,
            floor=size * (size - 1) / 2,
            worth_comparing=worth,
        )
        begun = process_time()
        found = review_list(offers, context)
        spent[size] = process_time() - begun
        line(
            f"review list, {size} offers",
            unit="s",
            figure=spent[size],
            floor=spent[SIZES[0]],
            listed=len(found),
        )


if __name__ == "__main__":
    main()

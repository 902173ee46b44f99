"""Understands a case text together with the facts a person stated (domain model, section 8)."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from stk_graph.case.areas_named import area_in
from stk_graph.case.facts import AgeSpan, Facts, Understanding
from stk_graph.case.safety import safety_of
from stk_graph.case.safety_signs import OCCASION_OF, Dangers, dangers_in, with_dangers
from stk_graph.case.signs import Named, groups_in, kinds_named, language_in, signs_in
from stk_graph.case.stems import stems_in
from stk_graph.knowledge import About, Evidence, Meaning, meaning
from stk_graph.knowledge.learned import deciding_words
from stk_graph.knowledge.likely import danger_scores, danger_words, likely_occasions
from stk_graph.knowledge.pooling import pooled
from stk_graph.model import Area, HolidayPeriod, Period, TimeSlot
from stk_graph.model.enums import DayPart, Gender, Safety, Term
from stk_graph.text import fold
from stk_graph.text.personal import personal_data
from stk_graph.text.words import Word
from stk_graph.times.age_mention_kinds import AgeMention
from stk_graph.times.age_mentions import ages_in_text
from stk_graph.times.time_mentions import asked_slots, times_in_text
from stk_graph.vocabulary import occasions, topic_of

DATA = Path(__file__).parent / "data"
LEAST_VALUE = 0.4
STEP = 0.15
"""Position i in the contacts of an occasion is worth max(0.4, 1 - 0.15 i) (section 8.2)."""
WRONG_AGE = 0.4
"""An occasion whose ages nobody in the case has keeps this share of its weight."""
NAMED_FROM = 0.45
"""One word that is only a hint ("Klasse") does not name an occasion, two of them do."""

GO_THERE = frozenset(
    {
        *("kinderbetreuung", "ferienangebot", "lernhilfe", "fruehe_kindheit", "familienbildung"),
        *("jugendarbeit", "freizeit", "sprache_erwachsene"),
    }
)
"""Topics of offers whose hours matter; for advice people make an appointment."""

PERSON_OF_PARTNER = {"her_partner": Gender.FEMALE, "his_partner": Gender.MALE}
"""Signs of a partner, and the likely gender of the person whose partner it is."""
PLACE_ONLY = 0.4
"""What is left of the weight of an institution that only houses what is asked for."""
NAMED = 0.95
"""A kind that the text calls by its name has this share of the highest weight at least."""
IN_HOLIDAYS = TimeSlot(term=Term.HOLIDAYS)

Holidays = Callable[[], Sequence[HolidayPeriod]]
"""The school holidays of the Land of the directory; asked only if a text names holidays."""


class _Times(msgspec.Struct, frozen=True):
    """What a case asks for: slots, and periods of the year with the calendar they come from."""

    when: tuple[TimeSlot, ...] = ()
    periods: tuple[Period, ...] = ()
    calendar: tuple[HolidayPeriod, ...] = ()


@cache
def _occasion_ages() -> dict[str, tuple[float, float]]:
    with (DATA / "occasion_ages.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["occasion"]: (float(row["age_min"]), float(row["age_max"]))
            for row in csv.DictReader(lines)
        }


def no_holidays() -> Sequence[HolidayPeriod]:
    """No calendar is known: holidays that a text names stay without dates."""
    return ()


def understand(
    text: str,
    facts: Facts,
    areas: Iterable[Area] = (),
    today: date | None = None,
    holidays: Holidays = no_holidays,
) -> Understanding:
    """What ``text`` and ``facts`` say about a case.

    ``areas`` are the areas a text may name, all of them. Years of birth and named holidays are read
    only with ``today``. With personal data in the text only ``personal`` and ``safety`` are
    filled: such a text is not searched (section 10), but a danger in it is never passed over.
    """
    known = list(areas)
    found = personal_data(text, [name for area in known for name in (area.name, *area.aliases)])
    mentioned = ages_in_text(text, today)
    meant = meaning(text, ages=mentioned)
    words = meant.prepared.words
    signs = signs_in(words)
    ages = _ages(mentioned, facts)
    learned = danger_scores(meant.reading)
    dangers = dangers_in(meant.prepared.text, words, meant.evidence, mentioned, learned)
    read = with_dangers(_by_age(meant.occasions, ages), dangers.weights)
    ordered = _strongest_first({**read, **dict.fromkeys(facts.occasions, 1.0)})
    urgent = facts.urgent or "urgent" in signs
    safety = safety_of(ordered, urgent=urgent)
    if found:
        return Understanding(personal=tuple(found), safety=safety)
    kinds = _kinds(ordered, meant, facts)
    kinds = _named_lead(kinds, meant.named, kinds_named(words, meant.evidence))
    named = {key: weight for key, weight in ordered.items() if weight >= NAMED_FROM}
    goes_there = topic_of(next(iter(kinds), None)) in GO_THERE or "available" in signs
    times = _times(text if goes_there else None, facts, today, holidays)
    stated = (*meant.evidence, *dangers.evidence, *_unsaid(meant, dangers))
    evidence = _of(stated, set(named))
    return Understanding(
        occasions=named or likely_occasions(kinds, meant.reading),
        offer_kinds=kinds,
        ages=ages,
        age_stated=facts.age is not None,
        adults="adults" in signs,
        children="children" in signs,
        stated_groups=facts.target_groups,
        groups=tuple(dict.fromkeys((*meant.target_groups, *groups_in(signs)))),
        language=facts.language or language_in(words),
        when=times.when,
        periods=times.periods,
        calendar=times.calendar,
        area=facts.area or area_in(words, known),
        urgent=urgent,
        free=facts.free or "free" in signs,
        accessible=facts.accessible or "accessible" in signs,
        open_access=facts.open_access or "access" in signs,
        gender=facts.gender or _gender(signs, words),
        gender_stated=facts.gender is not None,
        safety=safety,
        stems=stems_in(text),
        evidence=(*evidence, *_learned_words(meant, kinds)),
    )


def kinds_of(found: Mapping[str, float], direct: Mapping[str, float]) -> dict[str, float]:
    """Weights of offer kinds: the contacts of the occasions by position, and what words name.

    Several occasions: the best counts. Where occasion and words agree they are independent signs.
    """
    weights: dict[str, float] = {}
    for key, weight in found.items():
        row = occasions().get(key)
        for position, kind in enumerate(row.contacts if row is not None else ()):
            value = weight * max(LEAST_VALUE, 1 - STEP * position)
            weights[kind] = max(weights.get(kind, 0.0), value)
    for kind, weight in direct.items():
        weights[kind] = 1.0 - (1.0 - weights.get(kind, 0.0)) * (1.0 - weight)
    return _strongest_first({kind: round(weight, 4) for kind, weight in weights.items()})


def _strongest_first(weights: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(weights.items(), key=lambda entry: (-entry[1], entry[0])))


def _kinds(ordered: Mapping[str, float], meant: Meaning, facts: Facts) -> dict[str, float]:
    """The pooled opinion about the kinds; occasions that a person chose lead it."""
    stated = kinds_of(ordered, meant.offer_kinds)
    read = pooled(meant.reading.scores, stated) if meant.reading is not None else stated
    chosen = kinds_of(dict.fromkeys(facts.occasions, 1.0), {})
    return _strongest_first(
        {**read, **{kind: max(read.get(kind, 0.0), chosen[kind]) for kind in chosen}}
    )


def _named_lead(
    kinds: Mapping[str, float], names: frozenset[str], named: Named
) -> dict[str, float]:
    """The kinds with nearly the highest weight for those that the text calls by ``names``.

    So no neighbour that is only likely pushes aside what is asked for by name. An institution that
    only houses what is asked for does neither, whatever words ask for it.
    """
    highest = max(kinds.values(), default=0.0)
    asked = (names - named.places) | (named.asked if named.places else frozenset())
    changed = {kind: kinds[kind] * PLACE_ONLY for kind in named.places & kinds.keys()}
    changed |= {kind: max(kinds.get(kind, 0.0), highest * NAMED) for kind in asked}
    rounded = {kind: round(weight, 4) for kind, weight in changed.items()}
    return _strongest_first({**kinds, **rounded})


def _unsaid(meant: Meaning, dangers: Dangers) -> Iterator[Evidence]:
    """The words behind a danger that no sign names but the whole text sounds like."""
    said = {item.key for item in dangers.evidence}
    unsaid = {
        danger.value: weight
        for danger, weight in dangers.weights.items()
        if OCCASION_OF[danger] not in said
    }
    if unsaid and meant.reading is not None:
        for item in danger_words(meant.prepared, meant.reading, unsaid):
            occasion = OCCASION_OF[Safety(item.key)]
            yield msgspec.structs.replace(item, about=About.OCCASION, key=occasion)


def _learned_words(meant: Meaning, kinds: dict[str, float]) -> Iterable[Evidence]:
    if meant.reading is None:
        return ()
    return deciding_words(meant.prepared, meant.reading, kinds)


def _times(text: str | None, facts: Facts, today: date | None, holidays: Holidays) -> _Times:
    """The times that are stated, else those of the text; None if its times ask for nothing.

    "läuft nachts durch den Flur" asks for no hour of advice, "kann nur dienstags" does; "den ganzen
    Tag" asks for no hour at all.
    Hours that a person typed belong to the holidays the text names.
    """
    stated = tuple(_in_holidays(slot) for slot in facts.when)
    if facts.periods:
        return _Times(stated or (IN_HOLIDAYS,), facts.periods, tuple(holidays()))
    if text is None:
        return _Times(facts.when)
    mentions = times_in_text(text)
    slots = tuple(slot for slot in asked_slots(mentions) if slot.day_part is not DayPart.ALL_DAY)
    if today is None or all(mention.holiday is None for mention in mentions):
        return _Times(facts.when or slots)
    from stk_graph.times.asked_periods import asked_periods

    calendar = tuple(holidays())
    return _Times(stated or slots, asked_periods(mentions, calendar, today), calendar)


def _in_holidays(slot: TimeSlot) -> TimeSlot:
    if slot.term is not Term.UNKNOWN:
        return slot
    return msgspec.structs.replace(slot, term=Term.HOLIDAYS)


def _ages(mentioned: Iterable[AgeMention], facts: Facts) -> tuple[AgeSpan, ...]:
    if facts.age is not None:
        return (AgeSpan(facts.age, facts.age),)
    return tuple(AgeSpan(mention.low, mention.high) for mention in mentioned)


def _by_age(found: Mapping[str, float], ages: tuple[AgeSpan, ...]) -> dict[str, float]:
    """The occasions with less weight for those that concern people of another age."""
    if not ages:
        return dict(found)
    return {
        key: weight if _concerns(key, ages) else round(weight * WRONG_AGE, 4)
        for key, weight in found.items()
    }


def _concerns(key: str, ages: tuple[AgeSpan, ...]) -> bool:
    if key not in _occasion_ages():
        return True
    low, high = _occasion_ages()[key]
    return any((age.low or 0) <= high and (age.high or 120) >= low for age in ages)


def _gender(signs: frozenset[str], words: Iterable[Word]) -> Gender | None:
    """The gender of the persons in the text if all of them have the same, as far as words say.

    Who speaks of her husband or of his wife is taken to be a woman or a man: those whom they speak
    of are not the ones who ask.
    """
    partners = signs & PERSON_OF_PARTNER.keys()
    if partners:
        return PERSON_OF_PARTNER[min(partners)] if len(partners) == 1 else None
    feminine = any(
        word.capital and word.raw.endswith(("in", "innen")) and fold(word.raw) != word.folded
        for word in words
    )
    female = feminine or "female" in signs
    male = "male" in signs and "no_male" not in signs
    if female == male:
        return None
    return Gender.FEMALE if female else Gender.MALE


def _of(evidence: Iterable[Evidence], kept: set[str]) -> tuple[Evidence, ...]:
    return tuple(item for item in evidence if item.about is not About.OCCASION or item.key in kept)

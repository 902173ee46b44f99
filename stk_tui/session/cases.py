"""A case: understood and answered in memory. Nothing of it reaches the disk."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from stk_graph.case import (
    CaseAnswer,
    Closeness,
    Facts,
    Match,
    Understanding,
    best_contacts,
    is_enough,
    safety_message,
    understand,
    with_lotsen,
)
from stk_graph.case.directory import no_closeness
from stk_graph.knowledge.evidence import About, Evidence
from stk_graph.language import N_, _
from stk_graph.model import Area, Observation
from stk_graph.model.enums import Access, Perspective
from stk_graph.vocabulary import label, occasions, topic_of
from stk_tui.session import case_facts
from stk_tui.session.case_directory import (
    directory_for,
    directory_of_lotsen,
    matching_offers,
)
from stk_tui.session.history import action_code
from stk_tui.session.problems import TooLong, refuse_too_long

if TYPE_CHECKING:
    from stk_graph.model import HolidayPeriod
    from stk_tui.session.case_view import ShownAnswer
    from stk_tui.session.core import Session
    from stk_tui.session.options import Option

HITS = 10
MANY = 3
"""Offers for each line of an answer from which they will most likely fill it."""
FIXED_OPTIONS: dict[str, tuple["Option", ...]] = {"yes": (("yes", N_("ja")),)}


class Cases:
    """Answers cases from an open data file; keeps records of the file, never a text."""

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._kept: _Known | None = None

    def options(self, source: str) -> "list[Option]":
        """Keys and labels for the fields of the screen."""
        if source in FIXED_OPTIONS:
            return [(key, _(text)) for key, text in FIXED_OPTIONS[source]]
        if source == "access":
            return [(Access.OPEN.value, label(Access.OPEN))]
        from stk_tui.session.options import options

        return options(self._session.store.read, source)

    def safety_line(self) -> str:
        """The line that is always on the screen."""
        return safety_message(())

    def answer(self, text: str, fields: Mapping[str, str]) -> "ShownAnswer":
        """The answer to a text and the fields a person filled or emptied by hand.

        Of a text that is too long nothing is searched; the one notice says so.
        """
        from stk_tui.session.case_view import refused, shown

        session = self._session
        facts = case_facts.facts_from(fields, session.today, session.state)
        try:
            understood = self.understand(text, facts)
        except TooLong as too_long:
            return refused("too_long", str(too_long))
        return shown(self.look_up(case_facts.without_emptied(understood, fields)), session.today)

    def understand(self, text: str, facts: Facts) -> Understanding:
        """What a text and stated facts are about; raises ``TooLong``."""
        refuse_too_long(text)
        today = self._session.today
        return understand(text, facts, self.areas.values(), today, self._holidays)

    def _holidays(self) -> "tuple[HolidayPeriod, ...]":
        """The school holidays a text may name; loaded only for a text that names some."""
        from stk_graph.times.holidays import calendar

        session = self._session
        return calendar(session.state, range(session.today.year - 1, session.today.year + 3))

    def look_up(self, case: Understanding, limit: int = HITS) -> CaseAnswer:
        """The ranked contacts for what was understood."""
        read, today = self._session.store.read, self._session.today
        with read.snapshot():
            found = self._best(case, matching_offers(read, case), limit)
            if is_enough(found):
                return found
            areas = self._known().areas
            return with_lotsen(found, directory_of_lotsen(read, case, areas, today), today)

    def _best(self, case: Understanding, matching: Mapping[str, Match], limit: int) -> CaseAnswer:
        """The contacts for the offers; those that meet the topic only are read if there is room."""
        fitting = {uid: match for uid, match in matching.items() if match.fitting}
        if len(fitting) >= MANY * limit:
            found = self._contacts(case, fitting, limit)
            if len(found.hits) >= limit:
                return found
        return self._contacts(case, matching, limit)

    def _contacts(
        self, case: Understanding, matching: Mapping[str, Match], limit: int
    ) -> CaseAnswer:
        session, known = self._session, self._known()
        directory = directory_for(session.store.read, case, known.areas, matching, session.today)
        return best_contacts(case, directory, matching, session.today, known.closeness, limit)

    def filled(self, given: "ShownAnswer") -> dict[str, str]:
        """What the text says, for the fields."""
        return case_facts.fields_of(given.understood)

    def evidence(self, given: "ShownAnswer") -> list[str]:
        """The words of the text that decided, in its order; never kept.

        Of words that overlap those with the greater weight count, then the fewer; those that follow
        one another stand together.
        """
        telling = [one for one in given.understood.evidence if one.about is not About.VETO]
        taken: list[Evidence] = []
        for one in sorted(telling, key=lambda one: (-one.weight, one.end - one.start)):
            if all(one.end <= other.start or other.end <= one.start for other in taken):
                taken.append(one)
        words: list[str] = []
        end = 0
        for one in sorted(taken, key=lambda one: one.start):
            if words and one.start == end + 1:
                words[-1] += f" {one.words}"
            else:
                words.append(one.words)
            end = one.end
        return list(dict.fromkeys(words))

    def observation(self, given: "ShownAnswer") -> list[tuple[str, str]]:
        """What an observation would hold: occasion, topic, target group; never the text.

        Nothing for a text of which nothing was searched.
        """
        if not given.was_searched:
            return []
        made = self._observed(given.understood, "")
        groups = ", ".join(label(key, "target_group") for key in made.target_groups)
        facts = [
            (_("Titel"), made.title),
            (_("Thema"), label(made.topic, "topic") if made.topic else ""),
            (_("Zielgruppe"), groups),
        ]
        return [(name, text) for name, text in facts if text]

    def observe(self, given: "ShownAnswer") -> str:
        """Records this observation for the own institution, and says so or why not."""
        if not given.was_searched:
            return _(
                "Zu diesem Text wurde nichts gesucht, deshalb lässt sich daraus auch nichts "
                "festhalten. Warum, steht über der Liste."
            )
        session = self._session
        own = session.own_actor
        if own is None:
            return _(
                "Noch nicht festgehalten: Zuerst festlegen, zu welcher Einrichtung Sie gehören. "
                "Im Bereich Kontakte die Einrichtung wählen und „Meine Einrichtung“ drücken."
            )
        made = self._observed(given.understood, own.id)
        code = action_code("created", "observation", made.id)
        with session.store.write(session.who, code) as action:
            action.save(made)
        session.follow(made)
        return _("Als Beobachtung festgehalten: {title}.").format(title=made.title)

    def _observed(self, case: Understanding, actor: str) -> Observation:
        occasion = next(iter(case.occasions), None)
        kind = next(iter(case.offer_kinds), None)
        topic = topic_of(kind) if kind else None
        title = occasions()[occasion].label_de if occasion else "Beobachtung aus einer Anfrage"
        return Observation(
            title=title,
            observed_on=self._session.today,
            actor=actor,
            perspectives=(Perspective.PROFESSIONAL,),
            target_groups=case.stated_groups or case.groups,
            topic=topic,
        )

    @property
    def areas(self) -> Mapping[str, Area]:
        """The areas by id."""
        return self._known().areas

    def _known(self) -> "_Known":
        """What does not depend on the case; kept until something in the file changes."""
        session = self._session
        version = session.version
        if self._kept is None or self._kept.version != version:
            read = session.store.read
            areas = {area.id: area for area in read.all(Area)}
            self._kept = _Known(version, areas, self._closeness())
        return self._kept

    def _closeness(self) -> Closeness:
        """From a person to the way there; nobody is close if the own institution is not set."""
        session = self._session
        own = session.own_actor
        if own is None:
            return no_closeness
        from stk_tui.session.closeness import closeness

        return closeness(session.store.read, own, session.today)


class _Known(msgspec.Struct, frozen=True):
    """What of the file every case is compared with, as of one version of it."""

    version: int
    areas: Mapping[str, Area]
    closeness: Closeness

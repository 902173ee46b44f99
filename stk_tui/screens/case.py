"""Fall: who is the right contact, while the person is still in the room.

The text of the case lives in the text field only. It is emptied when the screen is left and after
a quarter of an hour without a key.
"""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static, TextArea

from stk_graph.language import _
from stk_graph.text import clean
from stk_tui.actions import bindings
from stk_tui.plain import plain
from stk_tui.screens.base import MainScreen
from stk_tui.session import StoreError
from stk_tui.widgets.case_facts import CaseFacts
from stk_tui.widgets.hit_pane import HitPane
from stk_tui.widgets.row_list import Line, RowList

if TYPE_CHECKING:
    from stk_tui.ports import CaseAnswer, Hit

PAUSE: Final = 0.12
"""Seconds without a key before the case is answered."""

IDLE: Final = 15 * 60
"""Seconds without any key after which the case is forgotten."""

IDLE_CHECK: Final = 20.0


class HitWay(NamedTuple):
    """A phone number or address of a hit."""

    kind: str
    label: str
    value: str


class CaseScreen(MainScreen):
    """Text and facts above, people below, the safety line always."""

    KEYS: ClassVar = "case"
    NAME: ClassVar = "case"
    BINDINGS = bindings("case")

    def __init__(self) -> None:
        super().__init__()
        self._asked = 0
        self._answer: CaseAnswer | None = None
        self._people: dict[str, list[Hit]] = {}

    def compose_body(self) -> ComposeResult:
        cases = self.stk.session.cases
        with Horizontal(id="ask"):
            text = TextArea(
                placeholder=plain(_("Was ist los? Bitte ohne Namen, Geburtsdaten und Adressen.")),
                id="text",
                compact=True,
                highlight_cursor_line=False,
            )
            yield text
            yield CaseFacts(cases.options, widget_id="facts")
        yield Static(id="notice")
        with Horizontal(id="answer"):
            yield RowList(row_height=2, widget_id="hits")
            yield HitPane(widget_id="hit")
        yield Static(plain(cases.safety_line(), multiline=True), id="safety")

    def on_mount(self) -> None:
        self.query_one("#text").focus()
        self.set_interval(IDLE_CHECK, self._forget_when_idle)

    # asking

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._ask()

    def on_case_facts_changed(self, event: CaseFacts.Changed) -> None:
        self._ask()

    def _ask(self) -> None:
        self._asked += 1
        self.run_worker(self._answer_to(self._asked), group="case", exclusive=True)

    async def _answer_to(self, number: int) -> None:
        """Answers what is in the fields now, unless something newer was asked meanwhile."""
        await asyncio.sleep(PAUSE)
        text = self.query_one("#text", TextArea).text
        facts = self.query_one(CaseFacts).own
        if not text.strip() and not any(facts.values()):
            self._show(None)
            return
        answer = await self.stk.in_background(self.stk.session.cases.answer, text, facts)
        if number == self._asked:
            self._show(answer)

    # showing

    def _show(self, answer: "CaseAnswer | None") -> None:
        self._answer = answer
        self.query_one(CaseFacts).fill(self.stk.session.cases.filled(answer) if answer else {})
        self._show_notice(answer)
        safety = answer.safety if answer else None
        line = self.stk.session.cases.safety_line()
        self.query_one("#safety", Static).set_class(safety is not None, "-alarm")
        shown = safety.message + "\n" + line if safety else line
        self.query_one("#safety", Static).update(plain(shown, multiline=True))
        self._show_hits(answer)

    def _show_notice(self, answer: "CaseAnswer | None") -> None:
        notice = self.query_one("#notice", Static)
        sentences = [entry.message for entry in answer.notices] if answer else []
        notice.update(plain("\n".join(sentences), multiline=True))
        notice.set_class(bool(sentences), "-shown")

    def _show_hits(self, answer: "CaseAnswer | None") -> None:
        rows = self.query_one("#hits", RowList)
        before = rows.key
        hits = list(answer.hits) if answer else []
        others = list(answer.fallback) if answer else []
        self._people = {}
        lines = self._lines(hits, len(self._people))
        if others:
            lines.append(Line(_("Lotsen, die weiterhelfen"), section=True))
            lines += self._lines(others, len(self._people))
        rows.show(lines, keep=before)
        if not self._people:
            self.query_one(HitPane).show(())

    def _lines(self, hits: "Sequence[Hit]", start: int) -> list[Line]:
        """One row for each person, in the order of the best hit."""
        lines = []
        for hit in hits:
            key = hit.contact.id if hit.contact else hit.actor.id
            if key in self._people:
                self._people[key].append(hit)
                continue
            self._people[key] = [hit]
            start += 1
            name = hit.contact.name if hit.contact else hit.actor.name
            offer = hit.offer.name if hit.offer else ""
            house = hit.actor.name if hit.contact else ""
            below = " · ".join(part for part in (house, offer) if part)
            phone = (hit.contact.phone if hit.contact else None) or ""
            lines.append(Line(name, key=key, mark=str(start), note=phone, below=below, strong=True))
        return lines

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.query_one(HitPane).show(self._people.get(event.key or "", ()))

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        from stk_tui.screens.record import RecordScreen

        self.stk.push_screen(RecordScreen(event.key))

    # doing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The way to the hits is open from elsewhere only."""
        return action != "to_hits" or not self.query_one("#hits").has_focus

    def action_to_text(self) -> None:
        self.query_one("#text").focus()

    def action_to_hits(self) -> None:
        self.query_one("#hits").focus()

    def action_new_case(self) -> None:
        self.forget()
        self.query_one("#text").focus()

    def forget(self) -> None:
        """Empties text and facts, with everything one could undo or paste back from them."""
        self._asked += 1
        self.workers.cancel_group(self, "case")
        text = self.query_one("#text", TextArea)
        with text.prevent(TextArea.Changed):
            text.load_text("")
        self.query_one(CaseFacts).forget()
        self.stk.forget_clipboard()
        self._show(None)

    def leave(self) -> None:
        self.forget()

    def _forget_when_idle(self) -> None:
        if self.stk.idle_seconds >= IDLE and (self._answer or self._has_input):
            self.forget()
            self.stk.say(_("Der Fall wurde nach 15 Minuten ohne Eingabe geleert."))

    @property
    def _has_input(self) -> bool:
        text = self.query_one("#text", TextArea).text
        return bool(text or self.query_one(CaseFacts).own)

    @property
    def _ways(self) -> list[HitWay]:
        hits = self._people.get(self.query_one("#hits", RowList).key or "", ())
        contact = hits[0].contact if hits else None
        if contact is None:
            return []
        return [
            HitWay(kind, label, value)
            for kind, label, value in (
                ("phone", _("Telefon"), contact.phone),
                ("mail", _("E-Mail"), contact.email),
            )
            if value
        ]

    def action_copy(self) -> None:
        from stk_tui.screens.record_actions import copy_way

        copy_way(self.stk, self._ways)

    def action_open_address(self) -> None:
        from stk_tui.screens.record_actions import open_way

        open_way(self.stk, self._ways)

    def action_observe(self) -> None:
        from stk_tui.screens.dialogs import Question

        answer = self._answer
        facts = self.stk.session.cases.observation(answer) if answer else ()
        if answer is None or not facts:
            self.stk.say(_("Dafür fehlt ein Anlass. Bitte oben einen auswählen."))
            return
        lines = [label + ": " + clean(text) for label, text in facts]
        lines.append("")
        lines.append(_("Nur das wird gespeichert, nichts vom Text des Falls."))

        def answered(yes: bool | None) -> None:
            if yes:
                self._observe(answer)

        self.stk.push_screen(Question(_("Als Beobachtung festhalten?"), "\n".join(lines)), answered)

    def _observe(self, answer: "CaseAnswer") -> None:
        try:
            self.stk.say(self.stk.session.cases.observe(answer))
        except StoreError as refused:
            self.stk.say(str(refused), important=True)

    def show_changed(self) -> None:
        if self._has_input:
            self._ask()

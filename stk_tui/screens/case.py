"""Fall: who is the right contact, while the person is still in the room.

The text of the case lives in the text field only. It is emptied when the screen is left and after
a quarter of an hour without a key.
"""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static, TextArea

from stk_graph.language import _
from stk_graph.safety_line import SAFETY_LINE
from stk_graph.text import clean
from stk_tui.actions import bindings, key_name
from stk_tui.plain import plain
from stk_tui.screens.base import MainScreen
from stk_tui.session import StoreError
from stk_tui.widgets.case_advice import ADVICE, advice
from stk_tui.widgets.case_facts import CaseFacts
from stk_tui.widgets.hit_pane import HitPane, HitWay, line_of, ways_of
from stk_tui.widgets.row_line import Columns, Line
from stk_tui.widgets.row_list import RowList
from stk_tui.work import start

if TYPE_CHECKING:
    from stk_tui.ports import CaseAnswer, Hit, Option

PAUSE: Final = 0.12
"""Seconds without a key before the case is answered."""

IDLE: Final = 15 * 60
"""Seconds without any key after which the case is forgotten."""

IDLE_CHECK: Final = 20.0

NOT_A_CASE: Final = "not_a_case"
HITS: Final = Columns(lines=2, mark=3)

WARM_AFTER: Final = 0.05
"""Seconds after the first paint."""


class CaseScreen(MainScreen):
    """Text and facts above, people below, the safety line always."""

    KEYS: ClassVar = ("case",)
    NAME: ClassVar = "case"
    BINDINGS = bindings("case")

    def __init__(self) -> None:
        super().__init__()
        self._asked = 0
        self._answer: CaseAnswer | None = None
        self._hits: dict[str, Hit] = {}
        self._is_empty = False

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="ask"):
            text = TextArea(
                placeholder=plain(_("Was ist los? Bitte ohne Namen, Geburtsdaten und Adressen.")),
                id="text",
                compact=True,
                highlight_cursor_line=False,
            )
            yield text
            yield CaseFacts(self._options, widget_id="facts")
        yield Static(id="notice")
        with Horizontal(id="answer"):
            yield RowList(columns=ADVICE, widget_id="hits")
            yield HitPane(widget_id="hit")
        yield Static(id="warning")
        yield Static(plain(_(SAFETY_LINE)), id="safety")

    def on_mount(self) -> None:
        self.query_one("#text").focus()
        self.query_one("#hits", RowList).show(advice(is_empty=False))
        self.set_interval(IDLE_CHECK, self.forget_when_idle)
        self.set_timer(WARM_AFTER, partial(start, self, "warm", self._warm))

    def _options(self, source: str) -> "Sequence[Option]":
        return self.stk.session.cases.options(source)

    async def _warm(self) -> None:
        """Loads what answers a case while the first word is typed."""
        session = self.stk.session

        def load() -> bool:
            session.cases.answer("", {})
            return session.directory.is_empty

        self._is_empty = await self.stk.in_background(load)
        if self._is_empty and self._answer is None:
            self._show_hits(None)

    # asking

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._ask()

    def on_case_facts_changed(self, event: CaseFacts.Changed) -> None:
        self._ask()

    def _ask(self) -> None:
        self._asked += 1
        start(self, "case", self._answer_to, self._asked)

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
        cases = self.stk.session.cases
        filled, evidence = (cases.filled(answer), cases.evidence(answer)) if answer else ({}, ())
        self.query_one(CaseFacts).fill(filled, evidence)
        self._show_sentences(answer)
        self._show_hits(answer)

    def _show_sentences(self, answer: "CaseAnswer | None") -> None:
        """What the case touches stands before the safety line, which is always there whole."""
        found = answer.safety if answer else None
        message = found.message.replace(_(SAFETY_LINE), "").strip() if found else ""
        sentences = [one.message for one in answer.notices] if answer else []
        said = [one for one in sentences if one not in message]
        if found and found.kind == NOT_A_CASE:
            key = key_name(self.stk.settings.keys.get("case.observe", "b").partition(",")[0])
            said.append(_("{sentence} (Taste {key})").format(sentence=message, key=key))
            message = ""
        refused = answer is not None and not answer.was_searched
        self._show_static("#notice", "\n".join(said))
        self.query_one("#notice").set_class(refused, "-alarm")
        self._show_static("#warning", message)
        self.query_one("#safety").set_class(bool(message), "-alarm")
        self.set_class(bool(message), "-alarmed")

    def _show_static(self, selector: str, text: str) -> None:
        shown = self.query_one(selector, Static)
        shown.update(plain(text, multiline=True))
        shown.set_class(bool(text), "-shown")

    def _show_hits(self, answer: "CaseAnswer | None") -> None:
        rows = self.query_one("#hits", RowList)
        before = rows.key
        hits = list(answer.hits) if answer else []
        others = list(answer.fallback) if answer else []
        self._hits = {str(number): hit for number, hit in enumerate([*hits, *others], start=1)}
        lines = [line_of(number, hit) for number, hit in self._hits.items()]
        if answer is None:
            lines = advice(is_empty=self._is_empty)
        if others:
            lines.insert(len(hits), Line(_("Lotsen, die weiterhelfen"), section=True))
        rows.columns = ADVICE if answer is None else HITS
        rows.show(lines, keep=before if rows.has_focus else None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.query_one(HitPane).show(self._hits.get(event.key or ""))

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        from stk_tui.screens.record import RecordScreen

        hit = self._hits[event.key]
        known = [hit.contact.id if hit.contact else "", hit.actor.id]
        record_id = next((uid for uid in known if uid), None)
        if record_id is None:
            self.stk.say(
                _("Diese Stelle ist noch nicht im Verzeichnis. Unter Kontakte legt n sie an.")
            )
        else:
            self.stk.push_screen(RecordScreen(record_id))

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

    def forget_when_idle(self) -> None:
        """Empties the case if nobody touched a key for a quarter of an hour."""
        if self.stk.idle_seconds >= IDLE and (self._answer or self._has_input):
            self.forget()
            self.stk.say(_("Der Fall wurde nach 15 Minuten ohne Eingabe geleert."))

    @property
    def _has_input(self) -> bool:
        text = self.query_one("#text", TextArea).text
        return bool(text or self.query_one(CaseFacts).own)

    @property
    def _ways(self) -> list[HitWay]:
        hit = self._hits.get(self.query_one("#hits", RowList).key or "")
        return ways_of(hit) if hit else []

    def action_copy(self) -> None:
        from stk_tui.screens.record_actions import copy_way

        copy_way(self.stk, self._ways)

    def action_open_address(self) -> None:
        from stk_tui.screens.record_actions import open_way

        open_way(self.stk, self._ways)

    def action_observe(self) -> None:
        from stk_tui.screens.dialogs import Question

        answer = self._answer
        if answer is None:
            self.stk.say(_("Dafür fehlt ein Anlass. Bitte oben einen auswählen."))
            return
        facts = self.stk.session.cases.observation(answer)
        if not facts:
            start(self, "observe", self._observe, answer)
            return
        lines = [label + ": " + clean(text) for label, text in facts]
        lines.append("")
        lines.append(_("Nur das wird gespeichert, nichts vom Text des Falls."))

        def answered(yes: bool | None) -> None:
            if yes:
                start(self, "observe", self._observe, answer)

        self.stk.push_screen(Question(_("Als Beobachtung festhalten?"), "\n".join(lines)), answered)

    async def _observe(self, answer: "CaseAnswer") -> None:
        try:
            self.stk.say(await self.stk.in_background(self.stk.session.cases.observe, answer))
        except StoreError as refused:
            self.stk.say(str(refused), important=True)

    def show_changed(self) -> None:
        if self._has_input:
            self._ask()

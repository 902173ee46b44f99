"""The facts of a case as fields: filled from the text, and corrected by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from stk_graph.language import N_, _
from stk_graph.text import clean
from stk_tui.plain import plain
from stk_tui.ports import Option
from stk_tui.widgets.choice_field import ChoiceField


class Fact(NamedTuple):
    """One field: its name for the session, its label, and whether it is chosen from a list."""

    name: str
    label: str
    chosen: bool
    example: str = ""


LEFT: Final = (
    Fact("age", N_("Alter"), False, N_("7, Kl. 2")),
    Fact("target_group", N_("Zielgruppe"), True),
    Fact("language", N_("Sprache"), True),
    Fact("when", N_("Wann"), False, N_("Mo 17–19 Uhr")),
)
RIGHT: Final = (
    Fact("area", N_("Gebiet"), True),
    Fact("access", N_("Zugang"), True),
    Fact("free", N_("Kostenfrei"), True),
    Fact("urgent", N_("Eilig"), True),
)
OCCASION: Final = Fact("occasion", N_("Anlass"), True, N_("tippen zum Eingrenzen"))
SEVERAL: Final = ("occasion", "target_group")


class CaseFacts(Widget):
    """Fields that the text fills; what a person enters stays, whatever the text says."""

    KEYS: ClassVar = "field"
    DEFAULT_CSS = """
    CaseFacts {
        layout: vertical; height: auto;
        & Horizontal, & Vertical { height: auto; }
        & .labels { width: 12; color: $quiet; }
        & Input, & ChoiceField { width: 1fr; }
        & .side { width: 1fr; margin-right: 2; }
    }
    """

    @dataclass
    class Changed(Message):
        """A person changed a field."""

        facts: "CaseFacts"

        @property
        def control(self) -> "CaseFacts":
            return self.facts

    def __init__(
        self, options: Callable[[str], Sequence[Option]], widget_id: str | None = None
    ) -> None:
        super().__init__(id=widget_id)
        self._options = options
        self._own: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield from self._column((OCCASION,))
        with Horizontal():
            for side in (LEFT, RIGHT):
                with Horizontal(classes="side"):
                    yield from self._column(side)

    def _column(self, facts: Sequence[Fact]) -> ComposeResult:
        labels = "\n".join(_(fact.label) for fact in facts)
        yield Static(plain(labels, multiline=True), classes="labels")
        with Vertical():
            for fact in facts:
                yield self._editor(fact)

    def _editor(self, fact: Fact) -> Widget:
        hint = clean(_(fact.example)) if fact.example else "–"
        if not fact.chosen:
            return Input(placeholder=hint, id=fact.name)
        name = fact.name
        return ChoiceField(
            lambda: self._options(name),
            several=name in SEVERAL,
            placeholder=hint,
            widget_id=fact.name,
        )

    @property
    def own(self) -> Mapping[str, str]:
        """The fields that a person filled or emptied, by name."""
        return dict(self._own)

    def fill(self, read: Mapping[str, str]) -> None:
        """Shows what the text says in all fields that nobody touched."""
        for fact in (OCCASION, *LEFT, *RIGHT):
            if fact.name in self._own:
                continue
            value = read.get(fact.name, "")
            editor = self.query_one("#" + fact.name)
            editor.set_class(bool(value), "-from-text")
            if isinstance(editor, ChoiceField):
                editor.set_keys(value.split(","))
            elif isinstance(editor, Input) and editor.value != clean(value):
                with editor.prevent(Input.Changed):
                    editor.value = clean(value)

    def forget(self) -> None:
        """Empties every field."""
        self._own.clear()
        self.fill({})

    def _take(self, name: str, value: str) -> None:
        self._own[name] = value
        self.query_one("#" + name).remove_class("-from-text")
        self.post_message(self.Changed(self))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input.id:
            self._take(event.input.id, event.value)

    def on_choice_field_changed(self, event: ChoiceField.Changed) -> None:
        event.stop()
        if event.field.id:
            self._take(event.field.id, ",".join(event.keys))

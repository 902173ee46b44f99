"""The facts of a case as fields: filled from the text, and corrected by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from stk_graph.language import N_
from stk_tui.widgets.fact_field import Fact, FactField

if TYPE_CHECKING:
    from stk_tui.ports import Option

FACTS: Final = (
    Fact("occasion", N_("Anlass"), "occasions", True, N_("tippen zum Eingrenzen")),
    Fact("age", N_("Alter"), example=N_("7, Kl. 2")),
    Fact("area", N_("Gebiet"), "area"),
    Fact("target_group", N_("Zielgruppe"), "target_groups", True),
    Fact("access", N_("Zugang"), "access"),
    Fact("language", N_("Sprache"), "languages"),
    Fact("free", N_("Kostenfrei"), "yes"),
    Fact("when", N_("Wann"), example=N_("Mo 17–19 Uhr")),
    Fact("urgent", N_("Eilig"), "yes"),
)


class CaseFacts(Widget):
    """Fields that the text fills; what a person enters stays, whatever the text says."""

    DEFAULT_CSS = """
    CaseFacts {
        layout: grid; grid-size: 2; grid-rows: 1; grid-gutter: 0 2; height: auto;
        & > #occasion { column-span: 2; }
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
        self, options: "Callable[[str], Sequence[Option]]", widget_id: str | None = None
    ) -> None:
        super().__init__(id=widget_id)
        self._options = options
        self._own: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        for fact in FACTS:
            yield FactField(fact, self._options)

    @property
    def own(self) -> Mapping[str, str]:
        """The fields that a person filled or emptied, by name."""
        return dict(self._own)

    def fill(self, read: Mapping[str, str]) -> None:
        """Shows what the text says in all fields that nobody touched."""
        for field in self.query(FactField):
            if field.fact.name not in self._own:
                value = read.get(field.fact.name, "")
                field.show(value, is_read=bool(value))

    def forget(self) -> None:
        """Empties every field."""
        self._own.clear()
        self.fill({})

    def on_fact_field_changed(self, event: FactField.Changed) -> None:
        event.stop()
        self._own[event.field.fact.name] = event.value
        self.post_message(self.Changed(self))

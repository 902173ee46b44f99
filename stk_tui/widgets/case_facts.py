"""The facts of a case as fields: filled from the text, and corrected by hand."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from stk_graph.language import N_, _
from stk_graph.text import clean
from stk_tui.plain import plain
from stk_tui.widgets.fact_field import READ_MARK, Fact, FactField, fact_line

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

GUTTER: Final = 2

FIELDS_AFTER: Final = 0.01
"""Seconds after which the fields take the place of their picture: later than the first paint."""


class CaseFacts(Widget):
    """Fields that the text fills; what a person enters stays, whatever the text says."""

    DEFAULT_CSS = """
    CaseFacts {
        layout: grid; grid-size: 2; grid-rows: 1; grid-gutter: 0 2; height: 6; color: $quiet;
        & > #occasion, & > #evidence { column-span: 2; }
        & > #evidence { text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    class Changed(Message):
        """A person changed a field."""

        def __init__(self, facts: "CaseFacts") -> None:
            super().__init__()
            self.facts = facts

        @property
        def control(self) -> "CaseFacts":
            return self.facts

    def __init__(
        self, options: "Callable[[str], Sequence[Option]]", widget_id: str | None = None
    ) -> None:
        super().__init__(id=widget_id)
        self._options = options
        self._own: dict[str, str] = {}
        self._read: dict[str, str] = {}
        self._evidence: tuple[str, ...] = ()

    def on_mount(self) -> None:
        self.set_timer(FIELDS_AFTER, self._mount_fields)

    async def _mount_fields(self) -> None:
        if not self.is_attached:  # the app is closing already
            return
        fields = [FactField(fact, self._options) for fact in FACTS]
        await self.mount_all([*fields, Static(id="evidence")])
        self._show()

    def render(self) -> RenderResult:
        """What the fields will look like; only the first paint shows it."""
        wide, half = self.size.width, (self.size.width - GUTTER) // 2
        style = "$foreground on $surface"
        rows = [fact_line(FACTS[0], "", wide, style)]
        for at in range(1, len(FACTS), 2):
            left, right = (fact_line(fact, "", half, style) for fact in FACTS[at : at + 2])
            rows.append(Content.assemble(left, " " * (wide - 2 * half), right))
        return Content("\n").join(rows)

    @property
    def own(self) -> Mapping[str, str]:
        """The fields that a person filled or emptied, by name."""
        return dict(self._own)

    def fill(self, read: Mapping[str, str], evidence: Sequence[str] = ()) -> None:
        """Shows what the text says in all fields that nobody touched, and the words that say it."""
        self._read, self._evidence = dict(read), tuple(evidence)
        self._show()

    def _show(self) -> None:
        is_read = False
        for field in self.query(FactField):
            if field.fact.name not in self._own:
                value = self._read.get(field.fact.name, "")
                is_read = is_read or bool(value)
                field.show(value, is_read=bool(value))
        for line in self.query("#evidence").results(Static):
            line.update(self._evidence_line() if is_read else "")

    def _evidence_line(self) -> Content:
        """What the mark means, with the words that decided."""
        words = " · ".join(clean(word) for word in self._evidence)
        said = _("aus dem Text: {words}").format(words=words) if words else _("aus dem Text")
        return Content.assemble(Content.styled(READ_MARK, "bold $accent"), " ", plain(said))

    def forget(self) -> None:
        """Empties every field."""
        self._own.clear()
        self.fill({})

    def on_fact_field_changed(self, event: FactField.Changed) -> None:
        event.stop()
        self._own[event.field.fact.name] = event.value
        self.post_message(self.Changed(self))

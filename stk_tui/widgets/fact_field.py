"""One fact of a case: a label and a value on one line, and an editor only while it is edited."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from stk_graph.language import _
from stk_graph.text import clean

if TYPE_CHECKING:
    from textual.widgets import Input

    from stk_tui.ports import Option
    from stk_tui.widgets.choice_field import ChoiceField

LABEL_CELLS: Final = 12
"""Cells of the label and, in the last of them, the mark of a value read in the text."""

READ_MARK: Final = "»"


class Fact(NamedTuple):
    """A row of the table of facts; ``source`` names the list of a fact that is chosen."""

    name: str
    label: str
    source: str = ""
    several: bool = False
    example: str = ""


def fact_line(fact: Fact, words: str, width: int, style: str, mark: str = " ") -> Content:
    """Label, mark and value on ``width`` cells; a dash stands for a value that nobody knows."""
    cells = LABEL_CELLS - 1
    label = Content(clean(_(fact.label)).ljust(cells)[:cells])
    value = Content((words or "–").ljust(max(0, width - LABEL_CELLS)))
    shown = value.stylize(style if words else "$quiet on $surface")
    return Content.assemble(label, Content.styled(mark, "bold $accent"), shown)


def fitted(labels: Sequence[str], cells: int) -> str:
    """The labels that fit, and how many more there are: "Schulden +2"."""
    for shown in range(len(labels), 0, -1):
        more = len(labels) - shown
        words = ", ".join(labels[:shown])
        rest = _(" +{count}").format(count=more) if more else ""
        if cell_len(words) + len(rest) <= cells:
            return words + rest
        if shown == 1:
            return set_cell_size(words, max(1, cells - len(rest) - 1)).rstrip() + "…" + rest
    return ""


class FactField(Widget, can_focus=True):
    """Draws label and value; the editor is mounted when the field gets the focus."""

    KEYS: ClassVar = ("field",)
    DEFAULT_CSS = """
    FactField {
        height: 1; text-wrap: nowrap; text-overflow: ellipsis; color: $quiet;
        & > * { margin-left: 12; width: 1fr; }
    }
    """

    class Changed(Message):
        """A person changed the value."""

        def __init__(self, field: "FactField", value: str) -> None:
            super().__init__()
            self.field = field
            self.value = value

        @property
        def control(self) -> "FactField":
            return self.field

    def __init__(self, fact: Fact, options: "Callable[[str], Sequence[Option]]") -> None:
        super().__init__(id=fact.name)
        self.fact = fact
        self._options = options
        self.value = ""
        """Keys joined by commas for chosen facts, else the text as typed."""
        self.is_read = False
        """Whether the value was read from the text of the case."""

    def show(self, value: str, *, is_read: bool) -> None:
        """Shows a value that the text of the case gave, or one that is set elsewhere."""
        if (value, is_read) != (self.value, self.is_read):
            self.value, self.is_read = value, is_read
            self._show_in_editor()
            self.refresh()

    def _show_in_editor(self) -> None:
        """An answer may come when the field is entered already, and nothing was typed into it."""
        if not self.children:
            return
        editor = self.children[0]
        if self.fact.source:
            from stk_tui.widgets.choice_field import ChoiceField

            if isinstance(editor, ChoiceField) and not editor.is_touched:
                editor.set_keys(self.value.split(","))
        else:
            from textual.widgets import Input

            if isinstance(editor, Input):
                with editor.prevent(Input.Changed):
                    editor.value = self.value

    @property
    def labels(self) -> list[str]:
        """The value as a person reads it, in parts."""
        if not self.fact.source or not self.value:
            return [clean(self.value)] if self.value else []
        labels = dict(self._options(self.fact.source))
        return [clean(labels.get(key, key)) for key in self.value.split(",")]

    def render(self) -> RenderResult:
        style = "italic $accent on $surface" if self.is_read else "$foreground on $surface"
        words = fitted(self.labels, self.size.width - LABEL_CELLS)
        return fact_line(
            self.fact, words, self.size.width, style, READ_MARK if self.is_read else " "
        )

    async def on_focus(self) -> None:
        self.can_focus = False
        if self.fact.source:
            await self._choose()
        else:
            await self._type()

    async def _choose(self) -> None:
        from stk_tui.widgets.choice_field import ChoiceField

        source, hint = self.fact.source, self._hint
        editor = ChoiceField(
            lambda: self._options(source), several=self.fact.several, placeholder=hint
        )
        await self.mount(editor)
        editor.set_keys(self.value.split(","))
        editor.children[0].focus()

    async def _type(self) -> None:
        from textual.widgets import Input

        editor = Input(self.value, placeholder=self._hint)
        await self.mount(editor)
        editor.focus()

    @property
    def _hint(self) -> str:
        return clean(_(self.fact.example)) if self.fact.example else ""

    def on_input_changed(self, event: "Input.Changed") -> None:
        event.stop()
        if event.value != self.value:
            self._take(event.value)

    def on_choice_field_changed(self, event: "ChoiceField.Changed") -> None:
        event.stop()
        self._take(",".join(event.keys))

    def _take(self, value: str) -> None:
        self.value, self.is_read = value, False
        self.post_message(self.Changed(self, value))
        self.refresh()

    async def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        self.call_after_refresh(self._leave)

    async def _leave(self) -> None:
        if self.has_focus_within:
            return
        await self.remove_children()
        self.can_focus = True
        self.refresh()

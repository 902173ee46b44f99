"""One fact of a case: a label and a value on one line, and an editor only while it is edited."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

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

LABEL_CELLS: Final = 11


class Fact(NamedTuple):
    """A row of the table of facts; ``source`` names the list of a fact that is chosen."""

    name: str
    label: str
    source: str = ""
    several: bool = False
    example: str = ""


def fact_line(fact: Fact, words: str, width: int, style: str) -> Content:
    """Label and value on ``width`` cells; a dash stands for a value that nobody knows."""
    label = Content(clean(_(fact.label)).ljust(LABEL_CELLS)[:LABEL_CELLS])
    value = Content((words or "–").ljust(max(0, width - LABEL_CELLS)))
    return Content.assemble(label, value.stylize(style if words else "$quiet on $surface"))


class FactField(Widget, can_focus=True):
    """Draws label and value; the editor is mounted when the field gets the focus."""

    KEYS: ClassVar = ("field",)
    DEFAULT_CSS = """
    FactField {
        height: 1; text-wrap: nowrap; text-overflow: ellipsis; color: $quiet;
        & > * { margin-left: 11; width: 1fr; }
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
            self.refresh()

    @property
    def words(self) -> str:
        """The value as a person reads it."""
        if not self.fact.source or not self.value:
            return clean(self.value)
        labels = dict(self._options(self.fact.source))
        return ", ".join(clean(labels.get(key, key)) for key in self.value.split(","))

    def render(self) -> RenderResult:
        style = "italic $accent on $surface" if self.is_read else "$foreground on $surface"
        return fact_line(self.fact, self.words, self.size.width, style)

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

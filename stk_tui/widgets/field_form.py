"""A form made from a table of fields: label, field, and beside it a problem or how it was read."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from stk_graph.language import _
from stk_graph.text import clean
from stk_tui.fields import Field
from stk_tui.plain import plain
from stk_tui.ports import Option, Reading
from stk_tui.widgets.choice_field import ChoiceField

LONG_LIMIT: Final = 10_000


class FieldRow(Vertical):
    """One field with its label, and below it the sentence about it."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        & > Horizontal { height: auto; }
        & .label { width: 18; color: $quiet; }
        & Input, & TextArea, & ChoiceField { width: 1fr; }
        & TextArea { height: 4; }
        & > .remark { display: none; padding-left: 18; height: auto; color: $quiet; }
        & > .remark.-shown { display: block; }
        & > .remark.-problem { color: $error; text-style: bold; }
    }
    """

    def __init__(self, field: Field, options: Callable[[str], Sequence[Option]]) -> None:
        super().__init__()
        self.field = field
        self._options = options
        self.editor: Widget = self._editor()
        """The widget in which the value stands."""

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(plain(_(self.field.label)), classes="label")
            yield self.editor
        yield Static(classes="remark")

    def _editor(self) -> Widget:
        field = self.field
        example = _("z. B. {example}").format(example=_(field.example)) if field.example else ""
        if field.kind == "long":
            return TextArea(compact=True)
        if field.kind in ("choice", "several"):
            several = field.kind == "several"
            hint = _("tippen …, mehrere mit Komma") if several else example or _("tippen …")
            source = field.source
            return ChoiceField(lambda: self._options(source), several=several, placeholder=hint)
        return Input(placeholder=clean(example), select_on_focus=False)

    @property
    def value(self) -> str:
        """The value as text; keys joined by commas for choices."""
        editor = self.editor
        if isinstance(editor, ChoiceField):
            return ",".join(editor.keys)
        if isinstance(editor, TextArea):
            return clean(editor.text, multiline=True, limit=LONG_LIMIT)
        return clean(editor.value) if isinstance(editor, Input) else ""

    def fill(self, value: str) -> None:
        """Shows a value as ``value`` gives it."""
        editor = self.editor
        if isinstance(editor, ChoiceField):
            editor.set_keys(value.split(","))
        elif isinstance(editor, TextArea):
            editor.load_text(clean(value, multiline=True))
        elif isinstance(editor, Input):
            with editor.prevent(Input.Changed):
                editor.value = clean(value)

    def words(self, value: str) -> str:
        """A value as a person reads it."""
        editor = self.editor
        if isinstance(editor, ChoiceField):
            value = ", ".join(editor.label(key) for key in value.split(",") if key)
        return clean(value, multiline=True) or _("(leer)")

    def remark(self, sentence: str, *, problem: bool = False) -> None:
        """Shows a sentence under the field; an empty one hides it. A problem begins with "!"."""
        line = self.query_one(".remark", Static)
        line.set_class(bool(sentence), "-shown")
        line.set_class(problem, "-problem")
        sign = Content("! ") if problem else Content("= ")
        line.update(Content.assemble(sign, plain(sentence)))

    @property
    def unread(self) -> str:
        """Typed text that is in no list, for choices."""
        editor = self.editor
        return editor.unread if isinstance(editor, ChoiceField) else ""


class FieldForm(VerticalScroll, can_focus=False):
    """All fields of a table; knows which values differ from those it was filled with."""

    DEFAULT_CSS = """
    FieldForm { height: 1fr; scrollbar-size-vertical: 1; }
    """

    def __init__(
        self,
        fields: Sequence[Field],
        values: Mapping[str, str],
        options: Callable[[str], Sequence[Option]],
        reading: Callable[[str, str], Reading],
    ) -> None:
        super().__init__()
        self._fields = fields
        self._start = dict(values)
        self._options = options
        self._reading = reading

    def compose(self) -> ComposeResult:
        for field in self._fields:
            yield FieldRow(field, self._options)

    def on_mount(self) -> None:
        for row in self.query(FieldRow):
            row.fill(self._start.get(row.field.name, ""))
            self._show_reading(row)
        self._start = self.values
        self.query(FieldRow).first().editor.focus()

    def row(self, name: str) -> FieldRow:
        """The row of a field; raises KeyError if the form has none of this name."""
        for row in self.query(FieldRow):
            if row.field.name == name:
                return row
        raise KeyError(name)

    @property
    def values(self) -> dict[str, str]:
        """The values of all fields by name."""
        return {row.field.name: row.value for row in self.query(FieldRow)}

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what the form was filled with."""
        return self.values != self._start or bool(self.unread())

    def unread(self) -> dict[str, str]:
        """A sentence for each choice that holds text from no list."""
        sentence = _("„{typed}“ steht nicht in der Liste. Bitte einen Vorschlag wählen.")
        return {
            row.field.name: sentence.format(typed=clean(row.unread))
            for row in self.query(FieldRow)
            if row.unread
        }

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Puts each sentence beside its field and goes to the first; the others show a reading."""
        first: FieldRow | None = None
        for row in self.query(FieldRow):
            sentence = problems.get(row.field.name, "")
            if sentence:
                row.remark(sentence, problem=True)
                first = first or row
            else:
                self._show_reading(row)
        if first is not None:
            editor = first.editor
            (editor.query_one(Input) if isinstance(editor, ChoiceField) else editor).focus()

    def _show_reading(self, row: FieldRow) -> None:
        if not row.field.reads or not row.value.strip():
            row.remark("")
            return
        reading = self._reading(row.field.reads, row.value)
        same = reading.holds and row.value.strip() in reading.sentence
        row.remark("" if same else reading.sentence, problem=not reading.holds)

    def on_input_changed(self, event: Input.Changed) -> None:
        row = next((node for node in event.input.ancestors if isinstance(node, FieldRow)), None)
        if row is not None:
            self._show_reading(row)

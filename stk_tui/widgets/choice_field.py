"""A one-line field that narrows a list while one types: occasions, areas, institutions."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from stk_graph.text import clean, fold
from stk_tui.actions import bindings
from stk_tui.matching import narrow
from stk_tui.widgets.row_line import Line
from stk_tui.widgets.row_list import RowList

Option = tuple[str, str]
SHOWN: Final = 200


class ChoiceField(Widget):
    """Holds the key of one option, or of several separated by commas.

    ``options`` is asked when the field is first used, for pairs of key and label.
    """

    KEYS: ClassVar = ("choice",)
    BINDINGS = bindings("choice")
    DEFAULT_CSS = """
    ChoiceField {
        height: 1; layout: vertical;
        & > RowList {
            overlay: screen; constrain: inside inside; display: none;
            width: 56; height: auto; max-height: 10; min-height: 1;
            background: $panel;
            & > .row-list--chosen-far { background: $chosen; text-style: bold; }
        }
        &.-open > RowList { display: block; }
    }
    """

    class Changed(Message):
        """A person chose or removed something."""

        def __init__(self, field: "ChoiceField", keys: tuple[str, ...]) -> None:
            super().__init__()
            self.field = field
            self.keys = keys

        @property
        def control(self) -> "ChoiceField":
            return self.field

    def __init__(
        self,
        options: Callable[[], Sequence[Option]],
        *,
        several: bool = False,
        placeholder: str = "",
        widget_id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=widget_id, classes=classes)
        self._source = options
        self._several = several
        self._placeholder = clean(placeholder)
        self._options: list[tuple[str, str, str]] | None = None
        self._keys: tuple[str, ...] = ()
        self._unread = ""

    def compose(self) -> ComposeResult:
        yield Input(placeholder=self._placeholder, select_on_focus=not self._several)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys chosen."""
        return self._keys

    @property
    def unread(self) -> str:
        """What was typed and is in no option; empty if all of it was understood."""
        return self._unread

    @property
    def is_touched(self) -> bool:
        """Whether something stands in the field that was not taken over yet."""
        typed = self.query_one(Input).value.rstrip(", ")
        return typed != ", ".join(self.label(key) for key in self._keys)

    def set_keys(self, keys: Iterable[str]) -> None:
        """Shows these keys as chosen without telling anybody."""
        self._keys, self._unread = tuple(key for key in keys if key), ""
        self._write_labels()

    def _write_labels(self) -> None:
        field = self.query_one(Input)
        text = ", ".join(self.label(key) for key in self._keys)
        if field.value != text:
            with field.prevent(Input.Changed):
                field.value = text
                field.cursor_position = len(text) if self._several else 0

    def label(self, key: str) -> str:
        """The cleaned label of a key; the key itself if the list does not know it."""
        return next((label for known, label, _ in self._all() if known == key), clean(key))

    def _all(self) -> list[tuple[str, str, str]]:
        if self._options is None:
            pairs = ((key, clean(label)) for key, label in self._source())
            self._options = [(key, label, fold(label)) for key, label in pairs]
        return self._options

    def _list(self) -> RowList:
        known = self.query(RowList)
        if known:
            return known.first()
        made = RowList(lambda option: Line(option[1], key=option[0]))
        made.can_focus = False
        self.mount(made)
        return made

    @property
    def is_open(self) -> bool:
        """Whether the suggestions are on the screen."""
        return self.has_class("-open")

    @property
    def bar_keys(self) -> tuple[str, ...]:
        """Actions that the text inside does for the field, so that the key bar names them."""
        return ("choice.take",) if self.is_open else ()

    def _typed(self) -> str:
        value = self.query_one(Input).value
        return value.rpartition(",")[2].strip() if self._several else value.strip()

    def suggest(self, *, everything: bool = False) -> None:
        """Opens the suggestions for what is typed, or for everything."""
        query = "" if everything else self._typed()
        found = narrow(query, self._all(), lambda option: option[2], limit=SHOWN)
        rows = self._list()
        self.set_class(bool(found), "-open")
        self.refresh_bindings()
        rows.styles.width = max(24, min(72, max((len(o[1]) for o in found), default=0) + 6))
        rows.styles.height = min(10, max(1, len(found)))
        self.call_after_refresh(rows.show, found)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.query_one(Input).has_focus:
            self.suggest()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.is_open:
            self.action_take()
        else:
            self.suggest(everything=True)

    def on_descendant_focus(self) -> None:
        """A field for several goes on behind those it has."""
        field = self.query_one(Input)
        if self._several and self._keys:
            with field.prevent(Input.Changed):
                field.value = field.value.rstrip(", ") + ", "
                field.cursor_position = len(field.value)

    def on_descendant_blur(self) -> None:
        if not self.query_one(Input).has_focus:
            self._settle()

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_take()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_open if action in ("up", "close", "take") else True

    def action_down(self) -> None:
        if self.is_open:
            self._list().action_down()
        else:
            self.suggest(everything=True)

    def action_up(self) -> None:
        self._list().action_up()

    def action_close(self) -> None:
        self._close()
        self._write_labels()

    def _close(self) -> None:
        self.remove_class("-open")
        self.refresh_bindings()

    def action_take(self) -> None:
        """Takes the suggestion under the mark."""
        key = self._list().key
        self._close()
        if not key:
            return
        kept = self._read(self.query_one(Input).value.rpartition(",")[0])[0]
        keys = (*dict.fromkeys([*kept, key]),) if self._several else (key,)
        self._tell(keys, "")

    def _settle(self) -> None:
        """What was typed counts when the field is left: whole labels, or the only suggestion."""
        value = self.query_one(Input).value
        self._close()
        keys, unread = self._read(value)
        if keys != self._keys or unread != self._unread:
            self._tell(keys, unread)
        elif not unread:
            self._write_labels()

    def _read(self, value: str) -> tuple[tuple[str, ...], str]:
        """Keys of the labels in ``value``, and what fits no label or more than one."""
        keys, unread = [], []
        for part in value.split(",") if self._several else [value]:
            typed = fold(part.strip())
            if not typed:
                continue
            same = [key for key, _label, folded in self._all() if folded == typed]
            fits = same or [key for key, _label, folded in self._all() if typed in folded]
            if len(fits) == 1 or same:
                keys.append(next((key for key in self._keys if key in fits), fits[0]))
            else:
                unread.append(part.strip())
        return tuple(dict.fromkeys(keys)), ", ".join(unread)

    def _tell(self, keys: tuple[str, ...], unread: str) -> None:
        self._keys, self._unread = keys, unread
        if not unread:
            self._write_labels()
        self.post_message(self.Changed(self, keys))

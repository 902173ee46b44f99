"""A hit as one reads it on the phone: the person and the number first, then the rest."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Digits, Static

from stk_graph.language import _
from stk_graph.text import clean
from stk_tui.plain import plain, plain_text

if TYPE_CHECKING:
    from stk_tui.ports import Hit


class HitPane(VerticalScroll):
    """Shows the hits of one person; several offers stand under each other."""

    DEFAULT_CSS = """
    HitPane {
        scrollbar-size-vertical: 1;
        & > Static { height: auto; }
        & > #name { text-style: bold; background: $panel; padding: 0 1; display: none; }
        & > #role { padding: 0 1; color: $quiet; }
        & > #digits {
            display: none; width: 1fr; padding: 0 1; margin-top: 1;
            text-style: bold; color: $accent;
        }
        & > #phone { text-style: bold; color: $accent; padding: 0 1; }
        & > #mail { padding: 0 1; }
        & > #rest { padding: 0 1; margin-top: 1; }
        &.-filled > #name { display: block; }
        &.-big {
            & > #name { padding: 1 1; }
            & > #digits { display: block; }
            & > #phone { display: none; }
        }
    }
    """

    def __init__(self, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._hits: Sequence[Hit] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="name")
        yield Static(id="role")
        yield Digits(id="digits")
        yield Static(id="phone")
        yield Static(id="mail")
        yield Static(id="rest")

    def show(self, hits: "Sequence[Hit]") -> None:
        """Shows what one person offers for the case; nothing for an empty sequence."""
        self._hits = hits
        self.set_class(bool(hits), "-filled")
        self.scroll_to(y=0, animate=False)
        first = hits[0] if hits else None
        contact = first.contact if first else None
        actor = first.actor.name if first else ""
        name = contact.name if contact else actor
        role = " · ".join(part for part in (contact.role, actor) if part) if contact else ""
        phone = (contact.phone if contact else None) or ""
        self.query_one("#name", Static).update(plain(name))
        self.query_one("#role", Static).update(plain(role))
        self.query_one("#mail", Static).update(plain((contact.email if contact else None) or ""))
        self._show_phone(phone, bool(first))
        table = Table.grid(padding=(0, 1), expand=True)
        table.add_column(width=11, style="dim")
        table.add_column(ratio=1)
        for label, text in self._facts():
            table.add_row(plain_text(label), plain_text(text))
        self.query_one("#rest", Static).update(table)

    def _show_phone(self, phone: str, anybody: bool) -> None:
        number = clean(phone)
        dialled = "".join(sign if sign.isdigit() or sign in "+-" else " " for sign in number)
        dialled = " ".join(dialled.split())
        fits = bool(dialled) and 3 * len(dialled) <= self.size.width - 3
        self.set_class(fits and self.screen.has_class("-tall"), "-big")
        self.query_one("#digits", Digits).update(dialled)
        unknown = plain(_("Telefon unbekannt"), "dim") if anybody else plain("")
        self.query_one("#phone", Static).update(plain(number) if number else unknown)

    def on_resize(self) -> None:
        if self._hits:
            self.show(self._hits)

    def _facts(self) -> Iterator[tuple[str, str]]:
        """Label and text, in the order in which one needs them on the phone."""
        first = self._hits[0] if self._hits else None
        if first is not None and first.contact is None:
            yield _("Person"), _("keine Ansprechperson eingetragen")
        elif first is not None and first.contact is not None:
            yield _("Vertretung"), first.contact.deputy or _("unbekannt")
        for hit in self._hits:
            if hit is not first:
                yield "", ""
            yield _("Angebot"), hit.offer.name if hit.offer else _("zuständige Stelle")
            yield _("Zugang"), hit.access or _("unbekannt")
            for number, reason in enumerate(hit.why):
                yield "" if number else _("Warum"), reason
            if hit.unknown:
                yield _("Unbekannt"), ", ".join(hit.unknown)
            if hit is first and hit.path:
                yield _("Warmer Weg"), " → ".join(hit.path)

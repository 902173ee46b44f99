"""A hit as one reads it on the phone: the person and the number first, then the rest."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from textual.containers import VerticalScroll

from stk_graph.language import _
from stk_graph.text import clean
from stk_tui.plain import plain, plain_text

if TYPE_CHECKING:
    from stk_tui.ports import Hit


_DIGIT_CELLS: Final = 3


class HitPane(VerticalScroll):
    """Shows the hits of one person; several offers stand under each other."""

    DEFAULT_CSS = """
    HitPane {
        scrollbar-size-vertical: 1;
        & > Static { height: auto; }
        & > #name { text-style: bold; background: $panel; padding: 0 1; }
        & > #role { padding: 0 1; color: $quiet; }
        & > #digits {
            display: none; width: 1fr; padding: 0 1; margin-top: 1;
            text-style: bold; color: $accent;
        }
        & > #phone { text-style: bold; color: $accent; padding: 0 1; }
        & > #mail { padding: 0 1; }
        & > #rest { padding: 0 1; margin-top: 1; }
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

    def show(self, hits: "Sequence[Hit]") -> None:
        """Shows what one person offers for the case; nothing for an empty sequence."""
        self._hits = hits
        self.call_next(self._draw)

    async def _draw(self) -> None:
        from textual.widgets import Digits, Static

        if not self._hits:
            await self.remove_children()
            return
        if not self.children:
            parts = [Static(id=name) for name in ("name", "role", "phone", "mail", "rest")]
            await self.mount_all([*parts[:2], Digits(id="digits"), *parts[2:]])
        self.scroll_to(y=0, animate=False)
        contact, actor = self._hits[0].contact, self._hits[0].actor.name
        role = " · ".join(part for part in (contact.role, actor) if part) if contact else ""
        self.query_one("#name", Static).update(plain(contact.name if contact else actor))
        self.query_one("#role", Static).update(plain(role))
        self.query_one("#mail", Static).update(plain((contact.email if contact else None) or ""))
        self._draw_phone(clean((contact.phone if contact else None) or ""))
        self._draw_rest()

    def _draw_phone(self, number: str) -> None:
        from textual.widgets import Digits, Static

        dialled = "".join(sign if sign.isdigit() or sign in "+-" else " " for sign in number)
        dialled = " ".join(dialled.split())
        fits = bool(dialled) and _DIGIT_CELLS * len(dialled) <= self.size.width - 3
        self.set_class(fits and self.screen.has_class("-tall"), "-big")
        self.query_one("#digits", Digits).update(dialled)
        unknown = plain(_("Telefon unbekannt"), "dim")
        self.query_one("#phone", Static).update(plain(number) if number else unknown)

    def _draw_rest(self) -> None:
        from rich.table import Table
        from textual.widgets import Static

        table = Table.grid(padding=(0, 1), expand=True)
        table.add_column(width=11, style="dim")
        table.add_column(ratio=1)
        for label, text in self._facts():
            table.add_row(plain_text(label), plain_text(text))
        self.query_one("#rest", Static).update(table)

    def on_resize(self) -> None:
        if self._hits:
            self.call_next(self._draw)

    def _facts(self) -> Iterator[tuple[str, str]]:
        """Label and text, in the order in which one needs them on the phone."""
        first = self._hits[0]
        if first.contact is None:
            yield _("Person"), _("keine Ansprechperson eingetragen")
        else:
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

"""A hit as one reads it on the phone: the person and the number first, then the rest."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.containers import VerticalScroll

from stk_graph.language import _
from stk_graph.text import clean
from stk_tui.plain import plain, plain_text
from stk_tui.widgets.row_line import Line

if TYPE_CHECKING:
    from stk_tui.ports import Hit


_DIGIT_CELLS: Final = 3


def name_of(hit: "Hit") -> str:
    """Whom to ask for: the person, else the institution."""
    return (hit.contact.name if hit.contact else "") or hit.actor.name


def role_of(hit: "Hit") -> str:
    """Function and institution of the person; a word if the institution itself is the answer."""
    contact = hit.contact
    if not hit.actor.id:
        return _("noch nicht im Verzeichnis")
    if contact is None or not contact.name:
        return _("ohne namentliche Ansprechperson")
    role = clean(contact.role or "")
    house = "" if clean(hit.actor.name).casefold() in role.casefold() else hit.actor.name
    return " · ".join(part for part in (role, house) if part)


def line_of(number: str, hit: "Hit") -> Line:
    """Name and number first, then where it is; a sign marks what safety puts on top."""
    house = hit.actor.name if hit.contact and hit.contact.name else ""
    below = " · ".join(part for part in (house, hit.offer.name if hit.offer else "") if part)
    return Line(
        name_of(hit),
        key=number,
        mark="!" if hit.pinned else number,
        note=phone_of(hit),
        below=below or role_of(hit),
        tag=", ".join(hit.marks),
        strong=True,
    )


def phone_of(hit: "Hit") -> str:
    """The cleaned number to call, empty if nobody knows one."""
    return clean((hit.contact.phone if hit.contact else None) or "")


class HitWay(NamedTuple):
    """A phone number or address of a hit."""

    kind: str
    label: str
    value: str


def ways_of(hit: "Hit") -> list[HitWay]:
    """How the person can be reached, the phone first."""
    contact = hit.contact
    known = (
        HitWay("phone", _("Telefon"), (contact.phone if contact else None) or ""),
        HitWay("mail", _("E-Mail"), (contact.email if contact else None) or ""),
    )
    return [way for way in known if way.value]


def facts_of(hit: "Hit") -> Iterator[tuple[str, str]]:
    """Label and text, in the order in which one needs them on the phone."""
    if not hit.actor.id:
        yield _("Warum"), "; ".join(hit.why)
        yield _("Was tun"), _("Die Stelle unter Kontakte (2) mit n anlegen.")
        return
    for number, text in enumerate(hit.notes):
        yield "" if number else _("Hinweis"), text
    if hit.contact is not None and hit.contact.name:
        yield _("Vertretung"), hit.contact.deputy or _("unbekannt")
    if hit.offer is not None:
        yield _("Angebot"), hit.offer.name
    for label, texts in (
        (_("Zugang"), [hit.access or ""]),
        (_("Warum"), hit.why),
        (_("Unbekannt"), [", ".join(hit.unknown)]),
        (_("Warmer Weg"), [" → ".join([_("Sie"), *hit.path, name_of(hit)])] if hit.path else ()),
        (_("Auch dort"), [offer.name for offer in hit.also]),
        (_("Geprüft"), [hit.verified]),
    ):
        for number, text in enumerate(text for text in texts if text):
            yield "" if number else label, text


class HitPane(VerticalScroll):
    """Shows one hit; its parts are mounted when there is one for the first time."""

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
        self._hit: Hit | None = None

    @property
    def _known(self) -> bool:
        """Whether the institution is recorded; of others nothing can be known."""
        return self._hit is not None and bool(self._hit.actor.id)

    def show(self, hit: "Hit | None") -> None:
        """Shows a hit, or nothing."""
        self._hit = hit
        self.call_next(self._draw)

    async def _draw(self) -> None:
        from textual.widgets import Digits, Static

        hit = self._hit
        if hit is None:
            await self.remove_children()
            return
        if not self.children:
            parts = [Static(id=name) for name in ("name", "role", "phone", "mail", "rest")]
            await self.mount_all([*parts[:2], Digits(id="digits"), *parts[2:]])
        self.scroll_to(y=0, animate=False)
        contact = hit.contact
        self.query_one("#name", Static).update(plain(name_of(hit)))
        self.query_one("#role", Static).update(plain(role_of(hit)))
        self.query_one("#mail", Static).update(plain((contact.email if contact else None) or ""))
        self._draw_phone(phone_of(hit))
        self._draw_rest(hit)

    def _draw_phone(self, number: str) -> None:
        from textual.widgets import Digits, Static

        dialled = "".join(sign if sign.isdigit() or sign in "+-" else " " for sign in number)
        dialled = " ".join(dialled.split())
        fits = bool(dialled) and _DIGIT_CELLS * len(dialled) <= self.size.width - 3
        self.set_class(fits and self.screen.has_class("-tall"), "-big")
        self.query_one("#digits", Digits).update(dialled)
        unknown = plain(_("Telefon unbekannt") if self._known else "", "dim")
        self.query_one("#phone", Static).update(plain(number) if number else unknown)

    def _draw_rest(self, hit: "Hit") -> None:
        from rich.table import Table
        from textual.widgets import Static

        table = Table.grid(padding=(0, 1), expand=True)
        table.add_column(width=11, style="dim")
        table.add_column(ratio=1)
        for label, text in facts_of(hit):
            table.add_row(plain_text(label), plain_text(text))
        self.query_one("#rest", Static).update(table)

    def on_resize(self) -> None:
        if self._hit is not None:
            self.call_next(self._draw)

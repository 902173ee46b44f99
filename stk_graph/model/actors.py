"""Who works in the district: institutions, persons, places, areas and networks."""

from datetime import date

import msgspec

from stk_graph.model.base import Phone, Record, Verified
from stk_graph.model.enums import ActorStatus, AreaType, NetworkRole, TieStage, Visibility, YesNo
from stk_graph.model.problems import Problem, not_reversed, required
from stk_graph.model.times import TimeSlot


class Actor(Verified, frozen=True, kw_only=True):
    """Institution, provider (Träger) or public office (HSDS ``organization``).

    ``parent`` is the Träger (an Actor id); None = it is its own. ``kind`` is a key of
    actor_kinds.csv, ``fields_of_work`` keys of fields_of_work.csv, ``areas responsible_for`` and
    ``area`` Area ids, ``location`` the Location id of the main address. ``mail`` is the mailbox of
    the function, not of a person. A protected address leaves no export and no print.
    """

    name: str
    visibility: Visibility = Visibility.PUBLIC
    description: str = ""
    short: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    parent: str | None = None
    umbrella: str | None = None
    fields_of_work: tuple[str, ...] = ()
    area: str | None = None
    responsible_for: tuple[str, ...] = ()
    location: str | None = None
    address_protected: bool = False
    phones: tuple[Phone, ...] = ()
    mail: str | None = None
    web: str | None = None
    opening_slots: tuple[TimeSlot, ...] = ()
    opening_text: str | None = None
    languages: tuple[str, ...] = ()
    accessibility: YesNo = YesNo.UNKNOWN
    recipient_kind: str | None = None
    status: ActorStatus = ActorStatus.ACTIVE

    def problems(self) -> list[Problem | None]:
        own = Problem("parent", "self-reference") if self.parent == self.id else None
        return [*super().problems(), required(self.name, "name", "name-missing"), own]


class Location(Verified, frozen=True, kw_only=True):
    """A place where something happens (HSDS ``location`` with its ``address``).

    ``actor`` is the Actor that runs the place. Coordinates are WGS 84 degrees.
    """

    name: str = ""
    visibility: Visibility = Visibility.PUBLIC
    actor: str | None = None
    description: str = ""
    aliases: tuple[str, ...] = ()
    street: str | None = None
    room: str | None = None
    postal_code: str | None = None
    city: str | None = None
    state: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    transportation: str | None = None
    area: str | None = None
    phones: tuple[Phone, ...] = ()
    opening_slots: tuple[TimeSlot, ...] = ()
    opening_text: str | None = None
    languages: tuple[str, ...] = ()
    accessibility: YesNo = YesNo.UNKNOWN
    accessibility_text: str | None = None


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """Consent of a person to publication (Art. 7 DSGVO)."""

    given_on: date
    form: str
    purpose: str
    withdrawn_on: date | None = None


class Contact(Verified, frozen=True, kw_only=True):
    """A professional as contact person (HSDS ``contact``); professional data only.

    ``employer`` is an Actor id, ``deputy`` a Contact id. ``restricted`` is the objection or
    restriction of Art. 18 and 21 DSGVO: kept, but neither searched nor exported.
    """

    name: str
    employer: str | None = None
    title: str | None = None
    department: str | None = None
    phones: tuple[Phone, ...] = ()
    mail: str | None = None
    reachable: str | None = None
    languages: tuple[str, ...] = ()
    deputy: str | None = None
    valid_until: date | None = None
    consent: Consent | None = None
    informed_on: date | None = None
    restricted: bool = False

    def problems(self) -> list[Problem | None]:
        own = Problem("deputy", "self-reference") if self.deputy == self.id else None
        return [*super().problems(), required(self.name, "name", "name-missing"), own]


class ContactRole(Record, frozen=True, kw_only=True):
    """What a person is responsible for: exactly one of the four targets."""

    contact: str
    actor: str | None = None
    offer: str | None = None
    need: str | None = None
    network: str | None = None
    responsibility: str | None = None
    is_main: bool = False
    since: date | None = None
    until: date | None = None

    @property
    def target(self) -> str | None:
        """The id of the record this role is about."""
        return self.actor or self.offer or self.need or self.network

    def problems(self) -> list[Problem | None]:
        targets = sum(map(bool, (self.actor, self.offer, self.need, self.network)))
        one = None if targets == 1 else Problem("target", "reference-missing", {"field": "target"})
        return [*super().problems(), one, not_reversed(self.since, self.until, "since")]


class Area(Record, frozen=True, kw_only=True):
    """A social space (HSDS ``service_area``); ``borders`` are Area ids, stored in one direction."""

    name: str
    visibility: Visibility = Visibility.PUBLIC
    type: AreaType = AreaType.QUARTER
    parent: str | None = None
    borders: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def problems(self) -> list[Problem | None]:
        own = Problem("parent", "self-reference") if self.parent == self.id else None
        return [*super().problems(), required(self.name, "name", "name-missing"), own]


class Network(Record, frozen=True, kw_only=True):
    """A Stadtteilkonferenz, working group or other committee; one is marked as our own.

    ``scope`` are target group keys; ``rhythm`` is a text like "alle 6 Wochen"; ``weekday_time``
    like "Di 10:00"; the rules name how place, chair and minutes are chosen.
    """

    name: str
    kind: str | None = None
    is_own: bool = False
    areas: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    rhythm: str | None = None
    weekday_time: str | None = None
    place_rule: str | None = None
    chair_rule: str | None = None
    minutes_rule: str | None = None
    invitation_days: int = 14
    confirmations_min: int = 2
    stages_used: tuple[TieStage, ...] = tuple(TieStage)
    last_exchange: date | None = None
    responsible_body: str | None = None

    def problems(self) -> list[Problem | None]:
        return [*super().problems(), required(self.name, "name", "name-missing")]


class Membership(Record, frozen=True, kw_only=True):
    """An Actor or a person takes part in a Network."""

    network: str
    actor: str | None = None
    contact: str | None = None
    roles: tuple[NetworkRole, ...] = (NetworkRole.MEMBER,)
    member_kind: str | None = None
    since: date | None = None
    until: date | None = None

    def problems(self) -> list[Problem | None]:
        member = None if self.actor or self.contact else Problem("actor", "member-missing")
        return [*super().problems(), member, not_reversed(self.since, self.until, "since")]


class Acquaintance(Record, frozen=True, kw_only=True):
    """One person says to know another; directed and self-declared."""

    from_contact: str
    to_contact: str
    since: date | None = None
    occasion: str | None = None

    def problems(self) -> list[Problem | None]:
        same = self.from_contact == self.to_contact
        return [*super().problems(), Problem("to_contact", "self-reference") if same else None]

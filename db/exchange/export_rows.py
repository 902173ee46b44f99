"""Records → rows of HSDS 3.0 tables: only what HSDS has a column for, ids as UUIDs."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID, uuid5

from db.exchange.cells import written_email, written_url
from db.exchange.costs import option_rows
from db.exchange.export_scope import Scope
from db.exchange.export_times import schedule_rows
from db.exchange.extensions import TABLE_OF_CLASS
from db.exchange.to_records import ASSURED
from stk_graph.model import Actor, Area, Contact, ContactRole, Location, Offer, Phone, Record
from stk_graph.model.enums import OfferStatus, PhoneKind, YesNo
from stk_graph.vocabulary import label, languages, topic_of

NAMESPACE = UUID("6f0d1f0a-2d2e-5c61-9a53-0b6f3a1f7c11")
"""Of all ids this program exports; it never changes, so that a second export has the same ids."""

Cells = dict[str, str]
Tables = dict[str, list[Cells]]

DEFAULT_STATE, DEFAULT_COUNTRY = "HE", "DE"
STATUS = {
    OfferStatus.RUNNING: "active",
    OfferStatus.PAUSED: "temporarily closed",
    OfferStatus.ENDED: "defunct",
}
ACCESSIBILITY = {
    YesNo.YES: "Barrierefrei",
    YesNo.PARTLY: "Teilweise barrierefrei",
    YesNo.NO: "Nicht barrierefrei",
}
TAXONOMIES = {
    "offer_kind": "Angebotsarten",
    "target_group": "Zielgruppen",
    "topic": "Themen",
}
_KINDS_OF_PHONE = (PhoneKind.VOICE, PhoneKind.CELL, PhoneKind.FAX, PhoneKind.TEXT)


def export_id(table: str, key: str) -> str:
    """The UUID of a row: always the same for the same table and key."""
    return str(uuid5(NAMESPACE, f"{table}/{key}"))


def id_of(record: Record) -> str:
    """The UUID of the row of a record."""
    return export_id(TABLE_OF_CLASS[type(record)], record.id)


class Rows:
    """Collects the rows of one export."""

    def __init__(self, scope: Scope) -> None:
        self.tables: Tables = {}
        self._scope = scope
        self._areas = {area.id: area for area in scope.of(Area)}
        self._main_places = {
            actor.location: actor.id for actor in reversed(scope.of(Actor)) if actor.location
        }
        states = Counter(place.state for place in scope.of(Location) if place.state)
        self._state = states.most_common(1)[0][0] if states else DEFAULT_STATE

    def build(self) -> Tables:
        """The rows of every record in the scope, in the order of the records."""
        for actor in self._scope.of(Actor):
            self._actor(actor)
        for place in self._scope.of(Location):
            self._location(place)
        for offer in self._scope.of(Offer):
            self._offer(offer)
        self._contacts()
        return self.tables

    def add(self, table: str, key: str, values: Iterable[tuple[str, object]]) -> str:
        """Adds a row with the filled values; returns its id."""
        id_ = export_id(table, key)
        row = {name: _cell(value) for name, value in values if value not in (None, "")}
        self.tables.setdefault(table, []).append({"id": id_, **row})
        return id_

    def _actor(self, actor: Actor) -> None:
        values = (
            ("name", actor.name),
            ("alternate_name", actor.aliases[0] if actor.aliases else None),
            ("description", actor.description or actor.name),
            ("email", written_email(actor.mail)),
            ("website", written_url(actor.web)),
            ("parent_organization_id", _reference("organizations", actor.parent)),
        )
        id_ = self.add("organizations", actor.id, values)
        self._phones(actor.phones, "organization_id", id_)
        self._checked(actor, "organization", id_)

    def _location(self, place: Location) -> None:
        values = (
            ("location_type", "physical"),
            ("organization_id", _reference("organizations", self._keeper(place))),
            ("name", place.name),
            ("alternate_name", place.aliases[0] if place.aliases else None),
            ("description", place.description),
            ("transportation", place.transportation),
            ("latitude", place.latitude),
            ("longitude", place.longitude),
        )
        id_ = self.add("locations", place.id, values)
        self._address(place, id_)
        self._phones(place.phones, "location_id", id_)
        self._languages(place.languages, "location_id", id_)
        access = place.accessibility_text or ACCESSIBILITY.get(place.accessibility)
        if access:
            self.add("accessibility", id_, (("location_id", id_), ("description", access)))
        for row in schedule_rows(place.opening_slots, None, place.opening_text):
            self._below("schedules", "location_id", id_, row)
        self._checked(place, "location", id_)

    def _keeper(self, place: Location) -> str | None:
        """The institution that runs a place, else the first whose address it is."""
        return place.actor or self._main_places.get(place.id)

    def _address(self, place: Location, location: str) -> None:
        if not (place.street and place.city and place.postal_code):
            return
        values = (
            ("location_id", location),
            ("address_1", place.street),
            ("address_2", place.room),
            ("city", place.city),
            ("state_province", place.state or self._state),
            ("postal_code", place.postal_code),
            ("country", place.country or DEFAULT_COUNTRY),
            ("address_type", "physical"),
        )
        self.add("addresses", place.id, values)

    def _offer(self, offer: Offer) -> None:
        values = (
            ("organization_id", _reference("organizations", offer.lead)),
            ("name", offer.title),
            ("alternate_name", offer.aliases[0] if offer.aliases else None),
            ("description", offer.description),
            ("url", written_url(offer.web)),
            ("email", written_email(offer.mail)),
            ("status", STATUS.get(offer.status, "inactive")),
            ("application_process", offer.how_to_get_in),
            ("fees_description", offer.cost_text),
            ("eligibility_description", offer.especially_for),
            ("minimum_age", offer.age_min),
            ("maximum_age", offer.age_max),
            ("assured_date", offer.verified_on),
            ("assurer_email", written_email(offer.verified_by)),
        )
        id_ = self.add("services", offer.id, values)
        for venue in offer.venues:
            place = _reference("locations", venue)
            held = (("service_id", id_), ("location_id", place))
            self.add("service_at_location", f"{offer.id}/{venue}", held)
        for row in schedule_rows(offer.slots, offer.period, offer.times_text):
            self._below("schedules", "service_id", id_, row)
        for position, cost in enumerate(option_rows(offer.cost_text, offer.cost_free)):
            self.add("cost_options", f"{id_}/{position}", (("service_id", id_), *cost.items()))
        for area in offer.catchment:
            self._below("service_areas", "service_id", id_, {"name": self._areas[area].name})
        for document in offer.documents:
            self._below("required_documents", "service_id", id_, {"document": document})
        if offer.funded_by:
            self._below("funding", "service_id", id_, {"source": offer.funded_by})
        self._phones(offer.phones, "service_id", id_)
        self._languages(offer.languages, "service_id", id_)
        self._terms(offer, id_)

    def _below(self, table: str, column: str, above: str, row: Cells) -> str:
        """Adds a row below another; its id follows from what it says and how often that is said."""
        key = f"{above}/{sorted(row.items())}"
        held = {item["id"] for item in self.tables.get(table, ())} if table == "phones" else set()
        number = 0
        while export_id(table, f"{key}/{number}") in held:
            number += 1
        return self.add(table, f"{key}/{number}", ((column, above), *row.items()))

    def _phones(self, phones: Iterable[Phone], column: str, above: str) -> None:
        for position, phone in enumerate(phones):
            digits = phone.extension if (phone.extension or "").isdecimal() else None
            values = (
                (column, above),
                ("number", phone.number),
                ("extension", digits),
                ("type", phone.kind if phone.kind in _KINDS_OF_PHONE else None),
                ("description", phone.description),
            )
            self.add("phones", f"{above}/{position}", values)

    def _languages(self, codes: Iterable[str], column: str, above: str) -> None:
        for code in codes:
            row = languages().get(code)
            values = ((column, above), ("name", row.label_en if row else code), ("code", code))
            self.add("languages", f"{above}/{code}", values)

    def _terms(self, offer: Offer, service: str) -> None:
        topic = topic_of(offer.offer_kind) if offer.offer_kind else None
        terms = [("offer_kind", offer.offer_kind)] if offer.offer_kind else []
        terms += [("target_group", group) for group in offer.target_groups]
        terms += [("topic", topic)] if topic else []
        for kind, key in terms:
            values = (
                ("link_id", service),
                ("taxonomy_term_id", self._term(kind, str(key))),
                ("link_type", kind),
                ("link_entity", "service"),
            )
            self.add("attributes", f"{service}/{kind}/{key}", values)

    def _term(self, kind: str, key: str) -> str:
        """The id of a term, whose row is added with its taxonomy at the first use."""
        id_ = export_id("taxonomy_terms", f"{kind}/{key}")
        if any(row["id"] == id_ for row in self.tables.get("taxonomy_terms", ())):
            return id_
        taxonomy = export_id("taxonomies", kind)
        if not any(row["id"] == taxonomy for row in self.tables.get("taxonomies", ())):
            name = TAXONOMIES[kind]
            self.add("taxonomies", kind, (("name", name), ("description", name)))
        codes = {row.get("code") for row in self.tables.get("taxonomy_terms", ())}
        name = label(key, kind)
        values = (
            ("code", key if key not in codes else f"{kind}.{key}"),
            ("name", name),
            ("description", name),
            ("taxonomy", TAXONOMIES[kind]),
            ("language", "de"),
            ("taxonomy_id", taxonomy),
        )
        return self.add("taxonomy_terms", f"{kind}/{key}", values)

    def _contacts(self) -> None:
        """Each person once, with the first offer; further offers repeat the person (HSDS can do
        no other) under the id of the role, by which they are known as copies."""
        roles: dict[str, list[ContactRole]] = {}
        for role in self._scope.of(ContactRole):
            if role.offer:
                roles.setdefault(role.contact, []).append(role)
        for contact in self._scope.of(Contact):
            held = sorted(roles.get(contact.id, ()), key=lambda role: not role.is_main)
            first = held[0].offer if held else None
            id_ = self.add("contacts", contact.id, self._contact(contact, first))
            self._phones(contact.phones, "contact_id", id_)
            self._checked(contact, "contact", id_)
            for role in held[1:]:
                copy = {name: _cell(value) for name, value in self._contact(contact, role.offer)}
                filled = {name: value for name, value in copy.items() if value}
                self.tables["contacts"].append({"id": id_of(role), **filled})

    def _contact(self, contact: Contact, offer: str | None) -> list[tuple[str, object]]:
        return [
            ("organization_id", _reference("organizations", contact.employer)),
            ("service_id", _reference("services", offer)),
            ("name", contact.name),
            ("title", contact.title),
            ("department", contact.department),
            ("email", written_email(contact.mail)),
        ]

    def _checked(self, record: Actor | Location | Contact, kind: str, id_: str) -> None:
        """The day a record was checked, for tables without a column for it."""
        if record.verified_on is None:
            return
        values = (
            ("resource_id", id_),
            ("resource_type", kind),
            ("last_action_date", record.verified_on),
            ("last_action_type", ASSURED),
            ("field_name", "assured_date"),
            ("previous_value", "-"),
            ("replacement_value", record.verified_on),
            ("updated_by", "stk"),
        )
        self.add("metadata", f"{id_}/{ASSURED}", values)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    return "" if value is None else str(value)


def _reference(table: str, uid: str | None) -> str | None:
    return export_id(table, uid) if uid else None

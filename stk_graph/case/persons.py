"""Whom to call about an offer: the person first, then the deputy or the mailbox of the function."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from stk_graph.case.directory import Directory
from stk_graph.model import Actor, Contact, ContactRole, Offer


class Persons:
    """Looks up persons by what they are responsible for; built once for an answer."""

    def __init__(self, directory: Directory, today: date) -> None:
        self.directory = directory
        self.today = today

    @cached_property
    def _by_target(self) -> dict[str, list[ContactRole]]:
        found: dict[str, list[ContactRole]] = {}
        for role in self.directory.roles:
            current = role.until is None or role.until >= self.today
            if role.target is not None and current:
                found.setdefault(role.target, []).append(role)
        for roles in found.values():
            roles.sort(key=lambda role: not role.is_main)
        return found

    @cached_property
    def _by_employer(self) -> dict[str, list[Contact]]:
        found: dict[str, list[Contact]] = {}
        for contact in self.directory.contacts.values():
            if contact.employer is not None:
                found.setdefault(contact.employer, []).append(contact)
        for contacts in found.values():
            contacts.sort(key=lambda contact: contact.name)
        return found

    def for_offer(self, offer: Offer | None, lead: Actor | None) -> Contact | None:
        """The person responsible for the offer, else for its institution; None if nobody is."""
        targets = [record.id for record in (offer, lead) if record is not None]
        for target in targets:
            named = (
                self.directory.contacts.get(role.contact)
                for role in self._by_target.get(target, ())
            )
            found = self._first(contact for contact in named if contact is not None)
            if found is not None:
                return found
        return self._first(self._by_employer.get(lead.id, ())) if lead is not None else None

    def deputy_of(self, contact: Contact | None) -> Contact | None:
        """The deputy if there is one who can be shown."""
        deputy = self.directory.contacts.get(contact.deputy or "") if contact is not None else None
        return deputy if deputy is not None and self._can_be_shown(deputy) else None

    def _first(self, contacts: Iterable[Contact]) -> Contact | None:
        for contact in contacts:
            if self._can_be_shown(contact):
                return contact
            deputy = self.deputy_of(contact)
            if deputy is not None and not contact.restricted:
                return deputy
        return None

    def _can_be_shown(self, contact: Contact) -> bool:
        over = contact.valid_until is not None and contact.valid_until < self.today
        return not contact.restricted and not over

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
    def _responsible(self) -> frozenset[str]:
        """Ids of the contacts who are responsible for something, or were."""
        return frozenset(role.contact for role in self.directory.roles)

    @cached_property
    def _by_employer(self) -> dict[str, list[Contact]]:
        found: dict[str, list[Contact]] = {}
        for contact in self.directory.contacts.values():
            if contact.employer is not None:
                found.setdefault(contact.employer, []).append(contact)
        return found

    def for_offer(self, offer: Offer | None, lead: Actor | None) -> Contact | None:
        """The person responsible for the offer, else for its institution as a whole.

        None if there is nobody to show: then the telephone and the mailbox of the institution
        stand in, never a person who is responsible for something else (sections 8.1 and 8.2).
        """
        named = self.named_for(offer.id) if offer is not None else []
        return self._first(named or (self._general(lead.id) if lead is not None else []))

    def named_for(self, target: str) -> list[str]:
        """Ids of the contacts responsible for an offer or an institution, main ones first."""
        return [role.contact for role in self._by_target.get(target, ())]

    def _general(self, actor: str) -> list[str]:
        """Who answers for an institution as a whole.

        That is the main contact, else the only one; where no responsibility is recorded the only
        employee who has none for anything else.
        """
        roles = self._by_target.get(actor, ())
        main = [role.contact for role in roles if role.is_main]
        if roles:
            return main or _if_only(dict.fromkeys(role.contact for role in roles))
        staff = [one for one in self._by_employer.get(actor, ()) if one.id not in self._responsible]
        present = [one.id for one in staff if self._can_be_shown(one)]
        return _if_only(present or (one.id for one in staff))

    def deputy_of(self, contact: Contact | None) -> Contact | None:
        """The deputy if there is one who can be shown."""
        deputy = self.directory.contacts.get(contact.deputy or "") if contact is not None else None
        return deputy if deputy is not None and self._can_be_shown(deputy) else None

    def _first(self, ids: Iterable[str]) -> Contact | None:
        found = (self.directory.contacts.get(contact) for contact in ids)
        for contact in (one for one in found if one is not None):
            if self._can_be_shown(contact):
                return contact
            deputy = self.deputy_of(contact)
            if deputy is not None and not contact.restricted:
                return deputy
        return None

    def _can_be_shown(self, contact: Contact) -> bool:
        over = contact.valid_until is not None and contact.valid_until < self.today
        return not contact.restricted and not over


def _if_only(ids: Iterable[str]) -> list[str]:
    found = list(ids)
    return found if len(found) == 1 else []

"""The person to call about an offer, as a field of the form of the offer."""

from collections.abc import Mapping

import msgspec

from db.read import Reader
from stk_graph.model import ContactRole, Offer

FIELD = "contact"


def contact_values(read: Reader, offer: Offer | None) -> dict[str, str]:
    """The main person of the offer, empty if nobody is named."""
    role = _main_role(read, offer) if offer else None
    return {FIELD: role.contact if role else ""}


def with_contact(
    read: Reader, offer: Offer, values: Mapping[str, str]
) -> tuple[ContactRole | None, str | None]:
    """The role to be saved with the offer, or the id of the one to be taken away.

    Both are None if the person stays the same. Further persons of the offer stay as they are.
    """
    role = _main_role(read, offer)
    now = role.contact if role else ""
    typed = values.get(FIELD, now).strip()
    if typed == now:
        return None, None
    if not typed:
        return None, role.id if role else None
    if role is not None:
        return msgspec.structs.replace(role, contact=typed), None
    return ContactRole(contact=typed, offer=offer.id, is_main=True), None


def _main_role(read: Reader, offer: Offer) -> ContactRole | None:
    """The role marked as the main one, else the only one there is."""
    roles = read.where(ContactRole, offer=offer.id)
    main = [role for role in roles if role.is_main]
    found = main or (roles if len(roles) == 1 else [])
    return found[0] if found else None

"""What all records share."""

from datetime import date

import msgspec

from stk_graph.model.enums import PhoneKind, Visibility
from stk_graph.model.ids import is_id, new_id
from stk_graph.model.problems import Problem, refuse_if


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A record of the network.

    ``id`` is this program's UUIDv7, ``source_id`` the id in an imported source. ``owner`` is the
    id of the Actor that may edit a shared record, ``version`` counts saves (0 = not yet saved).
    ``created`` and ``changed`` are UTC instants written by the store.
    """

    id: str = msgspec.field(default_factory=new_id)
    source_id: str | None = None
    visibility: Visibility = Visibility.NETWORK
    owner: str | None = None
    version: int = 0
    created: str | None = None
    changed: str | None = None

    def __post_init__(self) -> None:
        refuse_if(*self.problems())

    def problems(self) -> list[Problem | None]:
        """What is wrong with this record by itself; entries that hold are None."""
        return [None if is_id(self.id) else Problem("id", "id-invalid", {"value": self.id})]


class Verified(Record, frozen=True, kw_only=True):
    """A record that a person confirms from time to time (HSDS ``assured_date``)."""

    verified_on: date | None = None
    verified_by: str | None = None


class Phone(msgspec.Struct, frozen=True, kw_only=True):
    """A telephone number as typed (HSDS ``phone``)."""

    number: str
    kind: PhoneKind = PhoneKind.VOICE
    extension: str | None = None
    description: str | None = None

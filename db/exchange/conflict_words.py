"""Values of two sides of a conflict, as a person reads them, and the row a value came from."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from db.exchange.drafts import Draft
from db.exchange.report import Place
from db.read import Reader
from stk_graph.model import Phone, TimeSlot, is_id
from stk_graph.times.slot_words import slot_words

T = TypeVar("T")

TABLE_OF_FIELD = {
    "phones": "phones",
    "slots": "schedules",
    "opening_slots": "schedules",
    "times_text": "schedules",
    "opening_text": "schedules",
    "period": "schedules",
    "languages": "languages",
    "cost_text": "cost_options",
    "cost_free": "cost_options",
    "target_groups": "attributes",
    "offer_kind": "attributes",
    "venues": "service_at_location",
    "catchment": "service_areas",
    "documents": "required_documents",
    "funded_by": "funding",
    "accessibility": "accessibility",
    "accessibility_text": "accessibility",
    **dict.fromkeys(("street", "room", "postal_code", "city", "state", "country"), "addresses"),
}
"""Fields that rows below the main one fill."""


def place_of_field(draft: Draft, name: str) -> Place:
    """Where the value of a field stands in the file: in a row below, else in the main one."""
    table = TABLE_OF_FIELD.get(name)
    return next((row.place for row in draft.rows if row.table == table), draft.place)


def value_words(value: Any, reader: Reader) -> str:
    """A built-in value in words: numbers of phones, times, names of records instead of ids."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return _list_words(value, reader)
    if isinstance(value, dict):
        return ", ".join(value_words(item, reader) for item in value.values() if item)
    if isinstance(value, str) and is_id(value):
        return reader.titles([value]).get(value, value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _list_words(values: Iterable[Any], reader: Reader) -> str:
    items = list(values)
    if slots := _converted(items, TimeSlot):
        return slot_words(slots)
    if phones := _converted(items, Phone):
        return ", ".join(phone.number for phone in phones)
    return ", ".join(value_words(item, reader) for item in items)


def _converted(items: list[Any], cls: type[T]) -> list[T]:
    """The items as values of a class; none if they are something else."""
    known = {info.name for info in msgspec.structs.fields(cls)}  # type: ignore[arg-type]
    if not all(isinstance(item, dict) and item.keys() <= known for item in items):
        return []
    try:
        return [msgspec.convert(item, cls) for item in items]
    except (msgspec.ValidationError, ValueError):
        return []

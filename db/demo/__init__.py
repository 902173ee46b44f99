"""The fictional demo district: hand-written package data, and the records made from it.

``district(today)`` reads ``district/*.toml`` and returns all records in an order in which every
reference points backwards. Dates move with ``today``; ids are the same on every call.
"""

from db.demo.build import as_typed, district
from db.demo.ids import record_id
from db.demo.reading import DistrictError

OWN_ACTOR = "kiez"
"""Key of the institution that looks through the demo: the family centre in Gartenfeld."""

__all__ = ["OWN_ACTOR", "DistrictError", "as_typed", "district", "record_id"]

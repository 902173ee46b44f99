"""The schema, version by version. Reading needs only the numbers; applying imports sqlite_utils."""

NAMES = ("m001_records", "m002_search", "m003_offer_kind_weight")
"""Modules of this package in order; each holds a function of its own name. Never edited once
released, only added to."""

VERSION = len(NAMES)
"""``PRAGMA user_version`` of a file with the schema of this program."""

"""Version 1: every kind of record of the network, its links, and the history of all changes.

Frozen when released: it names no class of the model, so that a later change there cannot alter
what an old file was built from.
"""

from collections.abc import Callable

from db.migrations.m001_records.actors import ACTORS, OFFERS
from db.migrations.m001_records.meetings import HISTORY, MEETINGS, SOURCES
from db.migrations.m001_records.needs import COOPERATION, NEEDS


def m001_records(execute: Callable[[str], object]) -> None:
    """Creates the tables and indexes of version 1, one statement at a time."""
    for statement in (*ACTORS, *OFFERS, *NEEDS, *COOPERATION, *MEETINGS, *SOURCES, *HISTORY):
        execute(statement)

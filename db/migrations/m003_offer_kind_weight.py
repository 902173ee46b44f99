"""Version 3: how sure the reading of an offer's kind is, where nobody stated the kind."""

from collections.abc import Callable

from db.migrations.ddl import real


def m003_offer_kind_weight(execute: Callable[[str], object]) -> None:
    """Adds the column; what was read before keeps no weight and counts as stated."""
    execute(f'ALTER TABLE "offer" ADD COLUMN {real("offer_kind_weight", 0, 1).sql}')

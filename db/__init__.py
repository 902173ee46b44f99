"""Everything that moves records in or out: the store in one SQLite file, and the exchange formats."""

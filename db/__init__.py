"""Everything that moves records in or out: the store in one file, and the exchange formats."""

"""The domain of a Stadtteilkonferenz: records, vocabularies, language, graph and case search.

Nothing in this package knows a database, a terminal or the network.
"""

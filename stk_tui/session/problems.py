"""What a person gave cannot be used: one base for all such sentences."""


class BadInput(Exception):
    """What was given cannot be used; ``str()`` is the sentence that says why and what to do."""

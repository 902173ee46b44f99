"""Two people changed one record: what each of them typed, field by field."""

from collections.abc import Mapping

from stk_tui.ports import Conflicts


def merged(
    typed: Mapping[str, str], seen: Mapping[str, str], now: Mapping[str, str]
) -> dict[str, str]:
    """The values to save: the typed ones, and what was changed elsewhere in other fields.

    ``seen`` are the values the form was opened with, ``now`` those of the record today. Raises
    ``Conflicts`` with the fields that were changed on both sides to something different.
    """
    before = {name: text.strip() for name, text in seen.items()}
    mine = {name: text for name, text in typed.items() if text.strip() != before.get(name, "")}
    both = {
        name: (text, now[name])
        for name, text in mine.items()
        if now[name].strip() not in (before.get(name, ""), text.strip())
    }
    if both:
        raise Conflicts(both)
    return {**now, **mine}

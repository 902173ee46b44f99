"""The other words for a word, folded, for widening a text search (search design, section 4)."""

from functools import cache

from stk_graph.text.compounds import LINKS, MIN_PART, before_head
from stk_graph.text.fold import loose, tokens
from stk_graph.text.inflection import loose_root
from stk_graph.vocabulary import synonyms


@cache
def synonym_group(key: str) -> tuple[str, ...]:
    """The terms of a row of synonyms.csv, folded, words apart by one blank; () = no such row."""
    row = synonyms().get(key)
    if row is None:
        return ()
    return tuple(dict.fromkeys(" ".join(tokens(term)) for term in row.terms))


def groups_of(token: str) -> tuple[str, ...]:
    """The keys whose terms a folded token means: a form of a term, or the first part of one.

    A first part counts only if all terms that begin with it have one key: Drogen leads to
    Drogenberatung and so to Suchtberatung, while Kinder begins terms of many keys.
    """
    by_form, root = _groups_by_form(), loose_root(token)
    return by_form.get(loose(token)) or by_form.get(root) or _group_by_first_part().get(root, ())


def related_terms(token: str) -> tuple[str, ...]:
    """The folded terms that mean the same as a folded token, without the token itself."""
    found = (term for key in groups_of(token) for term in synonym_group(key))
    return tuple(term for term in dict.fromkeys(found) if term != token)


@cache
def _groups_by_form() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for key in synonyms():
        for term in synonym_group(key):
            joined = term.replace(" ", "")
            for form in (loose(joined), loose_root(joined)):
                found.setdefault(form, {})[key] = None
    return {form: tuple(keys) for form, keys in found.items()}


@cache
def _group_by_first_part() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for key in synonyms():
        for term in synonym_group(key):
            before = before_head(term) if " " not in term else None
            for link in LINKS if before is not None else ():
                part = (before or "").removesuffix(link)
                if len(part) >= MIN_PART:
                    found.setdefault(loose_root(part), set()).add(key)
    return {part: tuple(keys) for part, keys in found.items() if len(keys) == 1}

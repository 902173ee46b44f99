"""Words that say no: "kein Deutschkurs", "will nicht zum Jugendamt", "Beratung nicht nötig"."""

from stk_graph.knowledge.evidence import About, Evidence, Prepared
from stk_graph.text.words import Word
from stk_graph.vocabulary import occasions, topic_of

REACH = 3
"""So many words may stand between the word that says no and what it denies."""

_NO = ("kein", "keine", "keinen", "keinem", "keiner", "keinerlei", "nicht", "ohne", "nie", "statt")
_NO_AFTER = frozenset({"noetig", "notwendig", "gewuenscht", "gewollt", "erwuenscht", "hilft"})
_WISH = ("will", "woll", "moecht", "brauch", "benoetig", "such", "muss", "soll")
_LACK = ("hat", "hab", "find", "bekomm", "gibt", "krieg", "erhalt", "fehlt", "bekam", "fand")
_MIGHT_LACK = frozenset(
    {
        "kinderbetreuung",
        "ferienangebot",
        "lernhilfe",
        "fruehe_kindheit",
        "sprache_erwachsene",
        "teilhabe",
        "freizeit",
        "jugendarbeit",
        "familienentlastung",
    }
)
"""Topics of things people miss: "keine Betreuung" asks for it, "keine Schulden" does not."""

_MISSED_EVEN_ALONE = frozenset({"kinderbetreuung", "ferienangebot"})
_MISSED_WORDS = ("schulplatz", "platz", "wohnung", "arbeit", "ausbildung", "betreu", "hebamme")

_JOINED = frozenset(
    {"", "zum", "zur", "in", "im", "den", "dem", "die", "das", "der", "ein", "mehr"}
)


def standing(prepared: Prepared, found: list[Evidence]) -> list[Evidence]:
    """The evidence that no veto undoes and no word denies; vetoes themselves are gone."""
    vetoes = [item for item in found if item.about is About.VETO]
    left = [
        item
        for item in found
        if item.about is not About.VETO
        and not any(veto.key == item.key and _overlap(veto, item) for veto in vetoes)
    ]
    return not_denied(prepared, left)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def not_denied(prepared: Prepared, found: list[Evidence]) -> list[Evidence]:
    """The evidence that no word beside it denies; firm evidence always stays."""
    words = prepared.words
    at_start = {word.start: index for index, word in enumerate(words)}
    at_end = {word.end: index for index, word in enumerate(words)}
    kept = []
    for item in found:
        first, last = at_start.get(item.start), at_end.get(item.end)
        if (
            item.firm
            or first is None
            or last is None
            or (not _denied_before(words, first, item) and not _denied_after(words, last))
        ):
            kept.append(item)
    return kept


def _denied_before(words: list[Word], first: int, item: Evidence) -> bool:
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        word = words[at]
        if word.folded in _NO:
            return not _is_missed(words, at, item)
        if word.folded not in _JOINED and at < first - 2:
            return False
        if words[at + 1].first or not words[at + 1].linked:
            return False
    return False


def _is_missed(words: list[Word], at: int, item: Evidence) -> bool:
    """Whether "kein …" names something that a person misses instead of refusing it."""
    if words[at].folded in ("ohne", "statt"):
        return False
    topics = _topics(item)
    denied = words[at + 1].folded
    thing = any(part in denied for part in _MISSED_WORDS)
    if not thing and not topics & _MIGHT_LACK:
        return False
    before = [word.folded for word in words[max(0, at - 4) : at]]
    after = [word.folded for word in words[at + 1 : at + 6]]
    if any(word.startswith(_WISH) for word in before):
        return False
    lacks = any(word.startswith(_LACK) for word in (*before, *after))
    return lacks or thing or bool(topics & _MISSED_EVEN_ALONE)


def _topics(item: Evidence) -> set[str]:
    """The topic of an offer kind, or of the first contact of an occasion."""
    row = occasions().get(item.key) if item.about is About.OCCASION else None
    topic = topic_of(item.key if row is None else row.contacts[0])
    return set() if topic is None else {topic}


def _denied_after(words: list[Word], last: int) -> bool:
    following = words[last + 1 : last + 5]
    folded = [word.folded for word in following]
    for at, word in enumerate(folded):
        if following[at].first:
            return False
        if word == "nicht":
            rest = folded[at + 1 :]
            wished = any(before.startswith(("will", "moecht", "woll")) for before in folded[:at])
            return wished or any(after in _NO_AFTER for after in rest)
        if word.startswith(("ablehn", "abgelehnt")) or word in ("lehnt", "lehnen"):
            return not word.startswith("abgelehnt")
    return False

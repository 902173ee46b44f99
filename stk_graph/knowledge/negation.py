"""Words that say no: "kein Deutschkurs", "will nicht zum Jugendamt", "hat schon einen Kitaplatz".

Not every no denies: "ohne Hilfe geht es nicht", "keine Kita nimmt ihn", "kein Platz im Hort" and
"nicht nur Sport" all ask for what they name. A denial ends with its clause.
"""

from collections.abc import Sequence

import msgspec

from stk_graph.knowledge import denial_words as w
from stk_graph.knowledge.evidence import About, Evidence, Prepared
from stk_graph.text.words import Word
from stk_graph.vocabulary import occasions, topic_of


class _Place(msgspec.Struct, frozen=True):
    """Where a piece of evidence stands among the words of a text."""

    words: Sequence[Word]
    first: int
    last: int
    item: Evidence

    def clause_before(self, at: int, most: int) -> list[str]:
        """Up to ``most`` words before ``at`` in its clause, the nearest last."""
        begin = at
        while begin > max(0, at - most) and _is_joined(self.words, begin):
            begin -= 1
        return [word.folded for word in self.words[begin:at]]

    def clause_after(self, at: int, most: int) -> list[str]:
        """Up to ``most`` words behind ``at`` in its clause."""
        end = at + 1
        while end < min(len(self.words), at + 1 + most) and _is_joined(self.words, end):
            end += 1
        return [word.folded for word in self.words[at + 1 : end]]

    @property
    def names_service(self) -> bool:
        """Whether the words name something one can get, not a trouble one has."""
        return any(
            word.folded.endswith(w.SERVICE) or word.short.endswith(w.SERVICE)
            for word in self.words[self.first : self.last + 1]
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
    """The evidence that no word beside it denies.

    Firm evidence holds its own no and stays, unless it reaches over a comma and what it names
    before is denied: "Kein Deutschkurs, sie spricht" is not "kein Deutsch … spricht".
    """
    words = prepared.words
    if not any(word.folded.startswith(w.MAY_DENY) for word in words):
        return found
    at_start = {word.start: index for index, word in enumerate(words)}
    at_end = {word.end: index for index, word in enumerate(words)}
    kept: list[Evidence] = []
    gone: list[Evidence] = []
    for item in found:
        first, last = at_start.get(item.start), at_end.get(item.end)
        if item.firm or first is None or last is None:
            kept.append(item)
        else:
            denied = _is_denied(_Place(words, first, last, item))
            (gone if denied else kept).append(item)
    return [item for item in kept if not _falls_with(prepared, item, gone)]


def _falls_with(prepared: Prepared, item: Evidence, gone: Sequence[Evidence]) -> bool:
    if not item.firm or not any(sign in item.words for sign in ",;.:"):
        return False
    return any(
        other.key == item.key and other.weight >= 0.5 and _overlap(item, other) for other in gone
    )


def _is_denied(place: _Place) -> bool:
    return (
        _denied_before(place)
        or _denied_after(place)
        or _is_put_off(place)
        or _is_there_already(place)
    )


def _is_joined(words: Sequence[Word], at: int) -> bool:
    """Whether the word stands in the same clause as the one before it."""
    return words[at].linked and not words[at].first


def _denied_before(place: _Place) -> bool:
    words, first = place.words, place.first
    for at in range(first - 1, max(-1, first - 1 - w.FAR_REACH), -1):
        if not _is_joined(words, at + 1) and words[at + 1].folded != "dass":
            return False
        word = words[at]
        if word.folded in w.ENDS and at < first - 1 and words[at - 1].folded not in w.NO:
            return False
        is_no = word.folded in w.NO or (word.folded == "noch" and _has_weder(place, at))
        if is_no and _reaches(place, at):
            return not _asks_for_it(place, at)
    return False


def _has_weder(place: _Place, at: int) -> bool:
    return "weder" in place.clause_before(at, w.FAR_REACH)


def _reaches(place: _Place, at: int) -> bool:
    """Whether the no at ``at`` is near enough for what stands between."""
    words = place.words
    between = words[at + 1 : place.first]
    folded = [word.folded for word in between]
    if any(word in w.ENDS for word in folded[1:]):
        return False
    if words[at].folded in (*w.INSTEAD, *w.LESS):
        listed = any(word in ("und", "oder") for word in folded) and len(between) < w.REACH
        return listed or all(word.folded in w.DETERMINERS or _describes(word) for word in between)
    if "fall" in folded[:1]:
        return True
    if len(between) < w.REACH:
        return True
    if words[at].folded not in w.KEIN:
        return False
    if folded[0].startswith(w.SHARE):
        return len(between) == w.REACH
    return all(_describes(word) for word in between)


def _describes(word: Word) -> bool:
    """Whether a word may stand between a determiner and its noun: "keine gute ambulante Hilfe"."""
    return not word.capital and word.folded.endswith(("e", "en", "er", "es", "em"))


def _asks_for_it(place: _Place, at: int) -> bool:
    """Whether the no at ``at`` names something that a person wants or misses."""
    words = place.words
    no = words[at].folded
    following = words[at + 1].folded
    if no in w.NOT and following in w.NOT_ONLY | w.NOT_ENOUGH and place.first > at + 1:
        return True
    if at and words[at - 1].folded in w.NOT_YET and no not in w.LESS and place.names_service:
        return True
    if no in w.INSTEAD:
        return False
    if no in w.LESS:
        return _is_denied_again(place, at) or (no == "ohne" and _does_lack(place, at))
    return _is_wanted_trouble(place, at) or _is_missed(place, at)


def _is_denied_again(place: _Place, at: int) -> bool:
    """``nicht ohne Hilfe``, ``ohne Hilfe geht es nicht``: two denials make a wish."""
    beside = place.clause_before(at, 5) + place.clause_after(place.last, 8)
    if place.words[at].folded == "ausser" and "noch" in beside:
        return True
    return any(word in w.NO_AGAIN or word.startswith(w.NO_AGAIN_STEMS) for word in beside)


def _does_lack(place: _Place, at: int) -> bool:
    """``Kinder ohne Schulplatz``, but not ``will ohne Betreuung leben``."""
    if any(word.startswith(w.DOES_WITHOUT) for word in place.clause_before(at, 4)):
        return False
    return _names_missed(place, at) or bool(_topics(place.item) & w.MISSED_EVEN_ALONE)


def _names_missed(place: _Place, at: int) -> bool:
    """Whether a word behind the no at ``at``, as far as the evidence goes, is of a thing missed."""
    lacked = [word.folded for word in place.words[at + 1 : place.last + 1]]
    return any(
        word in w.MISSED_THINGS or any(part in word for part in w.MISSED_WORDS) for word in lacked
    )


def _is_wanted_trouble(place: _Place, at: int) -> bool:
    """``will nicht mehr trinken``: who wants a trouble to end needs help with it."""
    wishes = any(word.startswith(w.WANTS[:3]) for word in place.clause_before(at, 4))
    beside = place.words[at + 1].folded, *place.clause_after(place.last, 1)
    return (
        wishes and not place.names_service and any(word in ("mehr", "laenger") for word in beside)
    )


def _is_missed(place: _Place, at: int) -> bool:
    """Whether "kein …" names something that a person misses instead of refusing it."""
    before = place.clause_before(at, 4)
    if any(word.startswith(w.WISH) for word in before):
        return False
    if any(word.startswith(w.CANNOT) for word in before):
        return True
    after = place.clause_after(place.last, 5)
    between = [word.folded for word in place.words[at + 1 : place.first]]
    if place.words[at].folded in w.KEIN:
        if any(word.startswith(w.REFUSES) for word in after) and place.names_service:
            return True
        if any(word.startswith(w.SHARE) for word in between):
            return True
    thing = _names_missed(place, at)
    topics = _topics(place.item)
    if not thing and not topics & w.MIGHT_LACK:
        return False
    near = (*before, *place.clause_after(at, 5))
    lacks = any(word.startswith(w.LACK) for word in near)
    return lacks or thing or bool(topics & w.MISSED_EVEN_ALONE)


def _topics(item: Evidence) -> set[str]:
    """The topic of an offer kind, or of the first contact of an occasion."""
    row = occasions().get(item.key) if item.about is About.OCCASION else None
    topic = topic_of(item.key if row is None else row.contacts[0])
    return set() if topic is None else {topic}


def _is_put_off(place: _Place) -> bool:
    """``lehnt Hilfe ab``, ``verzichtet auf …``, ``lieber A als B``, ``B will er keine``."""
    following = place.clause_after(place.last, 5)
    before = place.clause_before(place.first, 4)
    beside = (*before, *following)
    if "ab" in following and any(word in ("lehnt", "lehnen", "lehnte") for word in before):
        return True
    if place.names_service and any(word.startswith("verzicht") for word in beside):
        return True
    if before[-1:] == ["als"] and any(word in ("lieber", "eher") for word in before):
        return True
    verbs = w.WANTS if place.names_service else ("hat", "hab", "gibt")
    known = place.names_service or place.item.key in w.TROUBLES
    return known and following[-1:] == ["keine"] and following[0].startswith(verbs)


def _denied_after(place: _Place) -> bool:
    folded = place.clause_after(place.last, 5)
    for at, word in enumerate(folded):
        rest = folded[at + 1 :]
        if word in ("kein", "nein") and rest[:1] and rest[0] in w.NO_MATTER:
            return True
        if word == "nicht" and rest[:1] and rest[0] in w.NOT_ONLY:
            return False
        if word == "nicht":
            wished = any(each.startswith(w.WANTS) for each in folded[:at])
            wished = wished or (place.item.key in w.TROUBLES and "gibt" in folded[:at])
            return wished or any(after in w.NO_AFTER for after in rest)
        if word in ("lehnt", "lehnen"):
            return not any(refused in w.NOBODY_REFUSED for refused in rest)
        if word.startswith("ablehn"):
            return True
    return False


def _is_there_already(place: _Place) -> bool:
    """``hat schon einen Kitaplatz``; not ``hat schon in der Kita gefragt`` or ``reicht nicht``."""
    before, after = place.clause_before(place.first, 6), place.clause_after(place.last, 6)
    begins = next((at for at in range(len(before)) if before[at] in w.ALREADY), None)
    behind = any(word in w.ALREADY for word in after[1:4]) and after[:1] != ["nicht"]
    if not place.names_service or (begins is None and not behind):
        return False
    if begins is not None:
        said = place.words[place.first - len(before) + begins + 1 : place.first]
        has = any(word in w.HAS for word in (*before[:begins], *after))
        if not has or not all(word.folded in w.DETERMINERS or _describes(word) for word in said):
            return False
    elif after[0] not in (*w.HAS, "ist", "sind", "kommt"):
        return False
    if any(w.DONE.search(word) is not None and word not in w.GOT for word in after):
        return False
    rest = place.words[place.last + 1 : place.last + 13]
    ends = next((at for at, word in enumerate(rest) if word.first), len(rest))
    return not any(word.folded.startswith(w.NOT_AS_WANTED) for word in rest[:ends])

"""The words of a text for the recognition of names, and what a single word looks like."""

import msgspec

from stk_graph.late import Late
from stk_graph.text.name_lists import is_plain, is_surname, name_key

_WORD = Late(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = Late(r"[.!?:;\n]")

_ARTICLE_FIRST = Late("(?:al|el|ul|as|ad|ash|at|d|o)[-'’][A-ZÄÖÜ]")
"""al-Hamdani and d'Angelo are written with a small first letter."""
_HOUSE_WORDS = frozenset(
    (
        *("schule", "kita", "haus", "hauses", "zentrum", "strasse", "str", "platz", "weg"),
        *("allee", "kirche", "gemeinde", "heim", "stift", "park", "gymnasium", "halle", "treff"),
        *("hof", "verein", "stiftung", "garten", "tag", "test", "syndrom", "preis", "werk"),
        *("hilfe", "club", "klub", "cafe", "klinik", "krankenhaus", "ring", "saal"),
        *("kindergarten", "hort", "bibliothek", "akademie", "institut", "bad", "projekt"),
        *("programm", "kurs", "krippe", "turm", "brucke", "tor", "siedlung", "quartier"),
        *("viertel", "pfarrei", "kapelle", "laden", "bucherei"),
    )
)
_HOUSE_ENDS = (
    *("schule", "kita", "zentrum", "strasse", "kirche", "gemeinde", "kindergarten", "gymnasium"),
    *("bibliothek", "krankenhaus", "klinik", "verein", "stiftung", "treff", "krippe", "siedlung"),
    *("akademie", "institut", "bucherei", "krankheit"),
)
_SURNAME_ENDS = (
    *("oglu", "gil", "zade", "vic", "ic", "ski", "sky", "ska", "cki", "cka", "wicz", "witz", "ova"),
    *("eva", "enko", "tschuk", "chuk", "idis", "adis", "opoulos", "poulou", "akis", "aki", "yan"),
    *("shvili", "adze", "sson", "escu", "dottir", "mann", "meier", "mayer", "maier", "muller"),
    *(
        "bauer",
        "berger",
        "huber",
        "hofer",
        "stein",
        "feld",
        "dorf",
        "pour",
        "zai",
        "ullah",
        "uddin",
    ),
)
FOREIGN_LETTER = Late("[şğıçćčšžłńśźżđøåãõñěřťďâêîôûİŞĞÇĆČŠŽŁĐØÅÁÉÍÓÚáíóúàèìòùățșœæ]")


class NameWord(msgspec.Struct, frozen=True):
    """A word as the recognition of names sees it; ``key`` is folded as ``name_key`` does."""

    text: str
    key: str
    start: int
    end: int
    first: bool
    """Whether it opens a sentence, where every word has a capital."""

    @property
    def capital(self) -> bool:
        """Whether it is written as names are."""
        if self.text[0].isupper() or self.text.isalpha():
            return self.text[0].isupper()
        return _ARTICLE_FIRST.match(self.text) is not None


def ends_in_house(key: str) -> bool:
    """Whether the last word of a folded name is that of a house, a street or a club."""
    return key.rpartition(" ")[2] in _HOUSE_WORDS


def is_house(word: NameWord) -> bool:
    """Whether the word ends like a house, a street or a club."""
    return ends_in_house(word.key) or word.key.endswith(_HOUSE_ENDS)


def looks_like_surname(word: NameWord) -> bool:
    """Whether the word is a listed surname or built like one."""
    if is_plain(word.key) or is_house(word) or not word.capital:
        return False
    if is_surname(word.key, second_sign=False) or FOREIGN_LETTER.search(word.text):
        return True
    return len(word.key) > 4 and word.key.endswith(_SURNAME_ENDS)


def could_be_name(word: NameWord) -> bool:
    """A capitalised word that is neither an everyday word nor a house."""
    if not word.capital or is_house(word):
        return False
    if len(word.text) > 1 and word.text.isupper() and len(word.text) <= 3:
        return False
    return not is_plain(word.key) or is_surname(word.key, second_sign=False)


def words_for_names(text: str) -> list[NameWord]:
    """The words of ``text`` in order; a double name is one word."""
    found: list[NameWord] = []
    end = 0
    for match in _WORD.compiled.finditer(text):
        gap = text[end : match.start()]
        first = not found or (_SENTENCE_END.search(gap) is not None and len(found[-1].text) > 2)
        found.append(NameWord(match[0], name_key(match[0]), match.start(), match.end(), first))
        end = match.end()
    return found

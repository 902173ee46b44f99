"""The words of a text for the recognition of names, and what a single word looks like."""

import msgspec

from stk_graph.late import Late
from stk_graph.text.name_lists import cues, is_first_name, is_plain, is_surname, name_key

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
_INSTITUTION_ENDS = (
    *("haus", "heim", "werk", "werkstatt", "projekt", "kita", "kitas", "hort", "gruppe", "stelle"),
    *(
        "stift",
        "verein",
        "cafe",
        "laden",
        "schulen",
        "treffs",
        "hospiz",
        "angebot",
        "initiative",
        "club",
        "klub",
    ),
)
"""Ends of words that a name follows or that tell what a name stands for; surnames end so too."""
_RELATED_ENDS = ("kind", "schuler", "schulerin", "mutter", "tochter", "sohn", "vater", "klientin")
_AGE_BEHIND = Late(r"\s?(?:\(\s?\d|,\s?\d{1,2}(?:\s?J|,|\)|$))")
_QUOTES_BEFORE = "„»«›‹\"“‚'"
_QUOTES_BEHIND = "“«»‹›\"”‘'"
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


def is_institution(word: NameWord) -> bool:
    """Whether the noun says what kind of institution it is: "Kita", "Beratungsstelle"."""
    if not word.text.rpartition("-")[2][:1].isupper():
        return False
    return (
        is_house(word) or word.key.endswith(_INSTITUTION_ENDS) or word.key in cues("house_before")
    )


class NameText:
    """The words of one text with what stands between and around them."""

    def __init__(self, text: str, places: frozenset[str]) -> None:
        self.text = text
        self.words = words_for_names(text)
        self.places = places

    def key(self, index: int) -> str:
        """The folded word at ``index``; "" outside of the text."""
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def near(self, left: int, right: int, marks: str = ". ") -> bool:
        """Whether only white space, a hyphen or one of ``marks`` stands between two words.

        A full stop joins only behind an abbreviation; else a sentence ends there.
        """
        if not 0 <= left < right < len(self.words):
            return False
        gap = self.text[self.words[left].end : self.words[right].start]
        if "." in gap and len(self.key(left)) > 1 and self.key(left) not in cues("abbreviations"):
            return False
        return len(gap) <= 3 and not gap.strip(marks + "\n\t")

    def behind(self, index: int) -> str:
        """The text behind the word at ``index``."""
        return self.text[self.words[index].end :]

    def quoted(self, index: int) -> bool:
        """Whether the word alone stands in quotation marks."""
        start = self.words[index].start
        before, after = self.text[max(0, start - 1) : start], self.behind(index)[:1]
        return bool(before and after) and before in _QUOTES_BEFORE and after in _QUOTES_BEHIND

    def abbreviated(self, index: int) -> bool:
        """Whether a full stop follows that ends no sentence: "Anf. Jan. beginnen"."""
        after = self.behind(index)
        rest = after[1:].lstrip()
        return after.startswith(".") and (
            rest[:1].islower() or rest[:1].isdigit() or rest[:1] == ","
        )

    def after_house(self, index: int) -> bool:
        """Whether the word before is that of an institution: "Netzwerk Karla", "St. Kilian"."""
        if not self.near(index - 1, index, ' ./„“"»'):
            return False
        if self.key(index - 1) == "und" and index > 2:
            return self.after_house(index - 2)
        return self.key(index - 1) in cues("house_before") or is_institution(self.words[index - 1])

    def in_house(self, index: int) -> bool:
        """Whether the word belongs to the name of a house, a street or a club."""
        if is_house(self.words[index]) or self.after_house(index):
            return True
        following = index + 1
        while following <= index + 2 and self.near(following - 1, following, " -"):
            if not self.words[following].capital:
                return False
            if is_house(self.words[following]):
                return True
            following += 1
        return False

    def stands_for_institution(self, index: int) -> bool:
        """Whether an offer is called by the name at ``index``: "Emil ist die Beratungsstelle"."""
        after = self.key(index + 1)
        if after in cues("offer_acts"):
            return self.key(index + 2) not in cues("possessives")
        if after == "und" and self.near(index + 1, index + 2, " "):
            return self.stands_for_institution(index + 2)
        comma = self.near(index, index + 1, ", ") and "," in self.behind(index)[:2]
        at = index + 1 if comma else index + 2
        if comma and self.key(at) == "so":
            at += 2
        elif not comma and after not in cues("equal_signs"):
            return False
        if self.key(at) not in cues("determiners"):
            return False
        return any(is_institution(word) for word in self.words[at + 1 : at + 3])

    def of_public_life(self, index: int) -> int | None:
        """Index of the last word of a name that everybody knows: "Astrid Lindgren"."""
        known = cues("well_known")
        for length in (2, 3):
            joined = "_".join(word.key for word in self.words[index : index + length])
            if joined in known or (joined.endswith("s") and joined[:-1] in known):
                return index + length - 1
        return None

    def name(self, index: int) -> bool:
        """Whether the word could be a name and is not the name of a place."""
        word = self.words[index]
        known = self.of_public_life(index) is not None
        return could_be_name(word) and word.key not in self.places and not known

    def with_more_names(self, at: int) -> int:
        """Index of the last word of a name whose first part stands at ``at``."""
        while self.near(at, at + 1, " ") and looks_like_surname(self.words[at + 1]):
            at += 1
        return at

    def written_small(self, index: int, shortest: int = 4) -> bool:
        """Whether a first name in a text without capitals: "mein bruder denis"."""
        key = self.key(index)
        return (
            len(self.words[index].text) >= shortest
            and is_first_name(key, second_sign=False)
            and not is_plain(key)
        )

    def from_somewhere(self, index: int) -> bool:
        """Whether "aus Syrien", "aus der Türkei" or "wohnt" stands at ``index``."""
        if self.key(index) != "aus":
            return self.key(index) in cues("origins")
        follows = self.near(index, index + 1, " ")
        return follows and (self.words[index + 1].capital or self.key(index + 1) in ("der", "dem"))

    def initial(self, index: int, *, dotted: bool) -> bool:
        """Whether the word is a single capital letter, if asked with a dot behind it."""
        word = self.words[index]
        if len(word.text) != 1 or not word.capital:
            return False
        after = self.text[word.end : word.end + 1]
        return not after.isdigit() and (not dotted or after == ".")

    def about_a_thing(self, index: int) -> bool:
        """Whether "heißt" at ``index`` belongs to a course, a house or the like."""
        before = self.words[max(0, index - 3) : index]
        return any(word.key in cues("things") or is_house(word) for word in before)

    def learned(self, index: int) -> bool:
        """Whether the word is a title that the names of clinics and orders hold, too."""
        return self.key(index) in cues("house_titles")

    def in_season(self, index: int) -> bool:
        """Whether "im Juli" or "im Sommer" is meant and no person of that name."""
        return self.key(index - 1) in cues("before_months")

    def related(self, index: int) -> bool:
        """Whether the word says who somebody is: "Sohn", "Pflegekind", "Klientin"."""
        key = self.key(index)
        return key in cues("relations") or key.endswith(_RELATED_ENDS)

    def at_work(self, index: int) -> bool:
        """Whether "bei" at ``index`` names a firm: "arbeitet bei Siemens", "bei Rossmann"."""
        firm = self.key(index + 1) in cues("firms") or self.key(index - 1) in cues("works")
        return firm and self.key(index) == "bei"

    def told_of(self, index: int) -> bool:
        """Whether an age or what somebody does follows: "Xenija (4)", "Xenija hat die Wohnung"."""
        acts = self.key(index + 1) in cues("acts") and self.near(index, index + 1, " ")
        return (acts and self.near(index + 1, index + 2, " ")) or self.aged(index)

    def aged(self, index: int) -> bool:
        """Whether an age follows the word: "Xenija (4)", "Xenija, 34"."""
        return _AGE_BEHIND.match(self.text, self.words[index].end) is not None

    def no_person(self, index: int) -> bool:
        """Whether a bare first name is a word in quotation marks, a short form or an offer."""
        letters = self.words[index].text
        if len(letters) <= 4 and letters.isupper() and not self.text.isupper():
            return True
        return self.quoted(index) or self.abbreviated(index) or self.stands_for_institution(index)

"""Names of persons in running text: a title with a name, a first name with surname or initial.

German writes every noun with a capital, so a capital alone says nothing. A name is taken for one
because of what stands before it ("Frau", "Sohn", "heißt"), because a list knows it, or because of
how it is built (-oğlu, -ić, -wicz). Names of houses and streets ("Anna-Freud-Schule") are told
apart by what stands around them.
"""

from collections.abc import Iterable, Iterator

import msgspec

from stk_graph.late import Late
from stk_graph.text.name_lists import cues, is_first_name, is_plain, is_surname, name_key
from stk_graph.text.name_words import (
    FOREIGN_LETTER,
    NameWord,
    could_be_name,
    ends_in_house,
    is_house,
    looks_like_surname,
    words_for_names,
)

_FRIDAY_TOO = "fr"
_AGE_BEHIND = Late(r"\s?(?:\(\s?\d|,\s?\d{1,2}(?:\s?J|,|\)|$))")


class NameSpan(msgspec.Struct, frozen=True):
    """A name found in a text, as character positions; ``titled`` includes its title."""

    start: int
    end: int


class _Reader:
    """Walks over the words of one text."""

    def __init__(self, text: str, places: frozenset[str]) -> None:
        self.text = text
        self.words = words_for_names(text)
        self.places = places

    def near(self, left: int, right: int, marks: str = ". ") -> bool:
        """Whether only white space, a hyphen or one of ``marks`` stands between two words."""
        if not 0 <= left < right < len(self.words):
            return False
        gap = self.text[self.words[left].end : self.words[right].start]
        return len(gap) <= 3 and not gap.strip(marks + "\n\t")

    def name(self, index: int) -> bool:
        """Whether the word could be a name and is not the name of a place."""
        word = self.words[index]
        return could_be_name(word) and word.key not in self.places

    def after_title(self, index: int) -> int | None:
        """Index of the last word of the name that follows the title at ``index``."""
        at, particle = index, False
        for _step in range(4):
            if not self.near(at, at + 1):
                return None
            at += 1
            word = self.words[at]
            if word.key in cues("particles"):
                particle = True
            elif word.key not in cues("roles"):
                break
        else:
            return None
        if not word.capital:
            acts = at + 1 < len(self.words) and self.words[at + 1].key in cues("acts")
            known = is_surname(word.key, second_sign=acts) and len(word.key) > 3
            return at if known and not particle else None
        if word.key in cues("anonymous"):
            return None
        if len(word.text) == 1:
            return at
        if not self.name(at) and not (ends_in_house(word.key) and " " not in word.key):
            return None
        return self.with_more_names(at) if not is_plain(word.key) or self.name(at) else None

    def with_more_names(self, at: int) -> int:
        """Index of the last word of a name whose first part stands at ``at``."""
        while self.near(at, at + 1, " ") and looks_like_surname(self.words[at + 1]):
            at += 1
        return at

    def is_title(self, index: int) -> bool:
        word = self.words[index]
        if word.key not in cues("titles"):
            return False
        if word.key != _FRIDAY_TOO:
            return True
        after_day = index > 0 and self.words[index - 1].key in cues("days")
        return word.capital and not after_day

    def in_house(self, index: int) -> bool:
        """Whether the word belongs to the name of a house, a street or a club."""
        if is_house(self.words[index]):
            return True
        if self.near(index - 1, index, ' ./„“"') and self.words[index - 1].key in cues(
            "house_before"
        ):
            return True
        following = index + 1
        for _step in range(2):
            if self.near(following - 1, following, " -") and following < len(self.words):
                if is_house(self.words[following]):
                    return True
                following += 1
        return False

    def after_first_name(self, index: int) -> int | None:
        """Index of the last word of a name that begins with a first name at ``index``."""
        word = self.words[index]
        second = self.words[index + 1] if self.near(index, index + 1, ' "“”„«»') else None
        known = is_first_name(word.key, second_sign=True)
        if known and not word.capital:
            pair = second is not None and is_surname(second.key, second_sign=False)
            return index + 1 if pair and len(word.key) > 2 else None
        if not word.capital or self.in_house(index) or word.key in self.places:
            return None
        if second is not None and self.initial(index + 1, dotted=not known):
            return index + 1 if known or not is_plain(word.key) else None
        if known and second is not None and looks_like_surname(second):
            return self.with_more_names(index + 1)
        sure = is_first_name(word.key, second_sign=False)
        if known and second is not None and not sure:
            surname = second.capital and (
                is_surname(second.key, second_sign=True)
                or (not word.first and self.name(index + 1))
            )
            return index + 1 if surname and not self.in_house(index + 1) else None
        if sure:
            return index
        return self.unknown_pair(index, second)

    def surname_first(self, index: int) -> int | None:
        """Index of the last word of "Pham Van Duc" or "Kowalczyk Anna"."""
        word = self.words[index]
        listed = is_surname(word.key, second_sign=False) and word.capital
        if not listed or not self.near(index, index + 1, " ") or self.in_house(index):
            return None
        second = self.words[index + 1]
        joined = second.key in cues("middle") or is_first_name(second.key, second_sign=True)
        if not joined or not second.capital or is_plain(word.key):
            return None
        third = self.near(index + 1, index + 2, " ") and self.name(index + 2)
        return index + 2 if second.key in cues("middle") and third else index + 1

    def unknown_pair(self, index: int, second: NameWord | None) -> int | None:
        """Two words no list knows, both built like names: "Tuğçe Özbek", "Xhemile Berisha"."""
        word = self.words[index]
        if second is None or not self.name(index) or not self.name(index + 1):
            return None
        foreign = FOREIGN_LETTER.search(word.text) is not None
        if looks_like_surname(second):
            listed = is_surname(second.key, second_sign=False)
            return index + 1 if foreign or listed or not word.first else None
        short = 3 <= len(word.key) <= 9 and 2 <= len(second.key) <= 10
        return index + 1 if short and self.like_a_person(index) else None

    def like_a_person(self, index: int) -> bool:
        """Whether what surrounds two unknown words surrounds names: "Ngozi Umunna sucht …"."""
        after = self.words[index + 2].key if index + 2 < len(self.words) else ""
        before = self.words[index - 1].key if index else ""
        opens = self.words[index].first and after in cues("acts")
        aged = _AGE_BEHIND.match(self.text, self.words[index + 1].end) is not None
        return opens or aged or after in cues("origins") or before in cues("small")

    def initial(self, index: int, *, dotted: bool) -> bool:
        """Whether the word is a single capital letter, if asked with a dot behind it."""
        word = self.words[index]
        if len(word.text) != 1 or not word.capital:
            return False
        return not dotted or self.text[word.end : word.end + 1] == "."

    def after_initial(self, index: int) -> int | None:
        """Index of the surname in "M. Schmidt" or "A.-K. Yılmaz"."""
        before = self.text[max(0, self.words[index].start - 2) : self.words[index].start]
        if not self.initial(index, dotted=True) or "." in before:
            return None
        if not self.near(index, index + 1) or not looks_like_surname(self.words[index + 1]):
            return None
        return self.with_more_names(index + 1)

    def after_relation(self, index: int) -> int | None:
        """Index of the last word of a name behind "Sohn", "Klientin" or "heißt"."""
        word = self.words[index]
        naming = word.key in cues("naming")
        if not naming and word.key not in cues("relations"):
            return None
        if not self.near(index, index + 1, ' ,:(„"'):
            return None
        following = self.words[index + 1]
        if naming and following.capital and self.name(index + 1) and not self.in_house(index + 1):
            return None if self.about_a_thing(index) else index + 1
        if self.in_house(index + 1) or not (following.capital or naming):
            return None
        comma = "," in self.text[word.end : following.start]
        if is_first_name(following.key, second_sign=not comma):
            return self.with_more_names(index + 1)
        return index + 1 if not comma and is_surname(following.key, second_sign=False) else None

    def about_a_thing(self, index: int) -> bool:
        """Whether "heißt" at ``index`` belongs to a course, a house or the like."""
        before = self.words[max(0, index - 3) : index]
        return any(word.key in cues("things") or is_house(word) for word in before)

    def after_article(self, index: int) -> int | None:
        """Index of a family name in "die Müllers" or "bei Schmidts"."""
        if self.words[index].key not in cues("households") or not self.near(index, index + 1, " "):
            return None
        key = self.words[index + 1].key
        family = key.endswith("s") and is_surname(key[:-1], second_sign=False)
        return index + 1 if family and self.words[index + 1].capital else None

    def after_form_field(self, index: int) -> int | None:
        """Index of the last word of a name in "Name: Achim Zangerl" or "mein Name ist Özlem"."""
        if self.words[index].key not in cues("form_fields") or index + 1 == len(self.words):
            return None
        is_said = self.words[index + 1].key == "ist" and self.near(index, index + 1, " ")
        at = index + 2 if is_said else index + 1
        if at == len(self.words) or not (is_said or self.near(index, at, ": ")):
            return None
        marked = is_said or ":" in self.text[self.words[index].end : self.words[at].start]
        return self.with_more_names(at) if marked and self.name(at) else None

    def name_from(self, index: int) -> int | None:
        """Index of the last word of a name that begins or is announced at ``index``."""
        found = self.after_title(index) if self.is_title(index) else None
        for rule in (
            self.after_form_field,
            self.after_article,
            self.after_relation,
            self.after_initial,
            self.after_first_name,
            self.surname_first,
        ):
            found = rule(index) if found is None else found
        return found

    def names(self) -> Iterator[NameSpan]:
        index = 0
        while index < len(self.words):
            last = self.name_from(index)
            if last is not None:
                yield NameSpan(self.words[index].start, self.words[last].end)
                index = last
            index += 1


def names_of_persons(text: str, places: Iterable[str] = ()) -> list[NameSpan]:
    """Where names of persons stand in ``text``, in order and without overlap.

    ``places`` are names of areas and institutions that are no persons' names.
    """
    return list(_Reader(text, frozenset(map(name_key, places))).names())

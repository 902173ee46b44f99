"""Names of persons in running text: a title with a name, a first name with surname or initial.

German writes every noun with a capital, so a capital alone says nothing. A name is taken for one
because of what stands around it ("Frau", "Sohn", "heißt"), because a list knows it, or because of
how it is built (-oğlu, -ić). What stands around tells the names of houses apart, too.
"""

from collections.abc import Iterable, Iterator

import msgspec

from stk_graph.text.name_lists import cues, is_first_name, is_plain, is_surname, name_key
from stk_graph.text.name_words import (
    FOREIGN_LETTER,
    NameText,
    NameWord,
    ends_in_house,
    is_institution,
    looks_like_surname,
)

_FRIDAY_TOO = "fr"


class NameSpan(msgspec.Struct, frozen=True):
    """A name found in a text, as character positions; a title belongs to it."""

    start: int
    end: int


class _Reader(NameText):
    """Walks over the words of one text."""

    def after_title(self, index: int) -> int | None:
        """Index of the last word of the name that follows the title at ``index``."""
        at = self.behind_particles(index)
        if at is None or self.key(index + 1) == "der":
            return None
        word, particle = self.words[at], self.key(at - 1) in cues("particles")
        if self.key(at - 1) in cues("places_too") and not looks_like_surname(word):
            return None
        if not word.capital:
            known = is_surname(word.key, second_sign=self.key(at + 1) in cues("acts"))
            return at if known and len(word.key) > 3 and not particle else None
        if word.key in cues("anonymous"):
            return None
        if len(word.text) == 1:
            return at
        if is_surname(word.key, second_sign=True) and self.told_of(at):
            return at
        if not self.name(at) and not (ends_in_house(word.key) and " " not in word.key):
            return None
        return self.with_more_names(at) if not is_plain(word.key) or self.name(at) else None

    def behind_particles(self, index: int) -> int | None:
        """Index of the word that "Frau Prof. Dr. von der" at ``index`` stands before."""
        for at in range(index + 1, index + 5):
            if not self.near(at - 1, at):
                return None
            key = self.key(at)
            if key in cues("joining"):
                if self.key(at + 1) not in cues("titles"):
                    return None
            elif key not in cues("particles") and key not in cues("roles"):
                return at
        return None

    def is_title(self, index: int) -> bool:
        word = self.words[index]
        if word.key not in cues("titles") or (self.learned(index) and self.after_house(index)):
            return False
        if word.text == "fam" and self.behind(index).startswith("."):
            return is_surname(self.key(index + 1), second_sign=True)
        if word.key != _FRIDAY_TOO:
            return self.key(index - 1) != "der" or self.key(index - 2) != "haus"
        following = self.words[index + 1 : index + 2]
        house = any(is_institution(word) and not looks_like_surname(word) for word in following)
        return word.capital and self.key(index - 1) not in cues("days") and not house

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
                (is_surname(second.key, second_sign=True) and not is_plain(second.key))
                or (not self.in_season(index) and not word.first and self.name(index + 1))
            )
            return index + 1 if surname and not self.in_house(index + 1) else None
        if sure:
            return None if self.no_person(index) else index
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
        spaced = self.near(index, index + 1, " ")
        if second is None or not spaced or not self.name(index) or not self.name(index + 1):
            return None
        if word.text.isupper() is not second.text.isupper() or self.abbreviated(index + 1):
            return None
        if word.key in cues("house_before"):
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
        return (
            opens
            or self.aged(index + 1)
            or self.from_somewhere(index + 2)
            or before in cues("small")
        )

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
        if not naming and not self.related(index):
            return None
        house = self.learned(index) and self.after_house(index)
        if house or not self.near(index, index + 1, ' ,.:(„"'):
            return None
        following = self.words[index + 1]
        if naming and following.capital and self.name(index + 1) and not self.in_house(index + 1):
            return None if self.about_a_thing(index) else index + 1
        if self.in_house(index + 1):
            return None
        if not following.capital:
            small = self.near(index, index + 1, " ") and self.written_small(index + 1, 3)
            return index + 1 if small else None
        comma = "," in self.text[word.end : following.start]
        alone = comma or following.key in cues("months") or is_plain(following.key)
        if is_first_name(following.key, second_sign=not alone):
            return self.with_more_names(index + 1)
        if comma or not self.name(index + 1):
            return None
        open_to = len(following.key) > 2 and word.key not in cues("adjectives")
        told = open_to and self.told_of(index + 1)
        return index + 1 if told or is_surname(following.key, second_sign=False) else None

    def after_concern(self, index: int) -> int | None:
        """Index of the last word of a name in "wegen Schmidtke" or "bei Scheidler/Arslan"."""
        if self.key(index) not in cues("concerns") or not self.near(index, index + 1, ": "):
            return None
        at = index + 1
        known = self.words[at].capital and is_surname(self.key(at), second_sign=False)
        if self.near(at, at + 1, "/") and self.name(at) and self.name(at + 1):
            return at + 1 if known or is_surname(self.key(at + 1), second_sign=False) else None
        return at if known and self.name(at) and not self.at_work(index) else None

    def two_families(self, index: int) -> int | None:
        """Index of the second surname in "Hoffmann/Diallo"."""
        if not self.near(index, index + 1, "/"):
            return None
        both = self.words[index : index + 2]
        listed = all(word.capital and is_surname(word.key, second_sign=False) for word in both)
        return index + 1 if listed and self.name(index) and self.name(index + 1) else None

    def after_small_article(self, index: int) -> int | None:
        """Index of a first name in "der lukas aus meiner klasse"."""
        if self.key(index) not in cues("small_articles") or not self.near(index, index + 1, " "):
            return None
        if self.words[index + 1].capital or not self.written_small(index + 1):
            return None
        ours = self.key(index).startswith("unser") and self.text.islower()
        acting = self.key(index + 2) in cues("acts") | cues("origins")
        return index + 1 if ours or acting or self.key(index - 1) in ("bin", "ist") else None

    def small_sentence(self, index: int) -> int | None:
        """Index of a first name in a text without capitals: "jerome aus der 9c dealt"."""
        if not self.text.islower() or not self.written_small(index):
            return None
        introduced = self.key(index - 1) in cues("introductions")
        origin = self.key(index + 1) == "aus" and self.key(index + 2) in cues("small_articles")
        return index if introduced or origin else None

    def bare_surname(self, index: int) -> int | None:
        """Index of a surname that acts or is described: "Petersen ruft an", "der alte Petersen"."""
        word = self.words[index]
        if not word.capital or not is_surname(word.key, second_sign=False) or self.in_house(index):
            return None
        old = self.key(index - 1) in cues("described") and self.near(index - 1, index, " ")
        acts = self.near(index, index + 1, " ") and self.key(index + 1) in cues("acts")
        return index if self.name(index) and (old or (acts and word.first)) else None

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
        if is_said and self.written_small(at, 3):
            return at
        return self.with_more_names(at) if marked and self.name(at) else None

    def after_closing(self, index: int) -> int | None:
        """Index of the last word of a name under a letter: "Gruß, Thomas", "gez. Neumann"."""
        at = index + 1
        if self.key(index) not in cues("closings") or not self.near(index, at, " .,!"):
            return None
        while self.key(at) in cues("possessives") and self.near(at, at + 1, " "):
            at += 1
        word = self.words[at]
        known = is_first_name(word.key, second_sign=True) or is_surname(word.key, second_sign=False)
        return self.with_more_names(at) if known and not is_plain(word.key) else None

    def name_from(self, index: int) -> int | None:
        """Index of the last word of a name that begins or is announced at ``index``."""
        found = self.after_title(index) if self.is_title(index) else None
        for rule in (
            self.after_form_field,
            self.after_closing,
            self.after_article,
            self.after_small_article,
            self.after_concern,
            self.after_relation,
            self.after_initial,
            self.after_first_name,
            self.surname_first,
            self.two_families,
            self.small_sentence,
            self.bare_surname,
        ):
            found = rule(index) if found is None else found
        return found

    def names(self) -> Iterator[NameSpan]:
        index = 0
        while index < len(self.words):
            known = self.of_public_life(index)
            if known is not None:
                index = known + 1
                continue
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

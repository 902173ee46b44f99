"""Finding offers, institutions, persons and areas by what a person types, key by key.

The query is folded, each word widened over the words of the index in tiers (same word, beginning,
inside, synonym, slip of the finger), and asked from the narrowest tier to the widest until enough
is found (search design, sections 1 to 8). Queries are about cases: nothing of them is written
anywhere, and single words are remembered only until ``forget_queries``.
"""

import threading

import msgspec

from db.connection import translated
from db.search_answer import Finder, Hit, SearchAnswer, hits, unique
from db.search_documents import INDEX_VERSION
from db.search_expansion import Expander
from db.search_group import Group, all_of
from db.search_keys import KeyList, looks_like_mail, looks_like_number
from db.search_query import Filter, condition, matching
from db.search_vocabulary import Vocabulary
from db.store import Store
from db.tables import DOCUMENT_TEXTS
from stk_graph.text import loose, stem, tokens

__all__ = ["Filter", "Hit", "SearchAnswer", "TextSearch"]

MOST_LETTERS = 200
MOST_TOKENS = 12
MOST_ADDED = 1000
"""Words, and documents, written since the words were read, from which they are read again."""

_STATE = """
    SELECT t.id, t.at, s.erasures, s.version FROM doc_state s
    LEFT JOIN tx t ON t.id = (SELECT max(id) FROM tx)"""


class _State(msgspec.Struct, frozen=True):
    """The last action in the file, and what tells that words have to be read again."""

    tx: int | None
    at: str | None
    erasures: int
    version: int


class TextSearch:
    """The search over one store, for several threads at once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._turn = threading.RLock()
        self._words: tuple[_State, Expander] | None = None
        self._keys: tuple[_State, KeyList] | None = None

    def load(self) -> None:
        """Reads the words of the index, and makes an index that is of another version anew.

        For a worker at the start; ``search`` reads the words itself if nobody did.
        """
        if self._state().version != INDEX_VERSION and not self._store.read_only:
            self._rebuild()
        self._expander()

    def forget_queries(self) -> None:
        """Drops the words remembered from queries, as when a case is left."""
        if self._words is not None:
            self._words[1].forget()
        stem.cache_clear()

    def search(
        self,
        query: str,
        k: int = 10,
        *,
        where: Filter | None = None,
        related: int = 5,
        wait: bool = True,
    ) -> SearchAnswer:
        """The best ``k`` hits for a query as typed so far; any text is a query.

        ``related`` limits the group of the same meaning. With ``wait`` False a search before the
        words were read finds only whole words and the beginning of the last one, at once.

        Raises ``Damaged`` if the file cannot be read.
        """
        text = query[:MOST_LETTERS]
        wanted = where or Filter()
        words = _usable(tokens(text)[:MOST_TOKENS])
        keyed = self._by_key(text, wanted)
        if not words:
            return SearchAnswer(tuple(keyed[:k]), more=len(keyed) > k)
        if self._words is None and not wait:
            answer = self._at_once(words, k, wanted)
        else:
            expander = self._expander()
            with translated(self._store.path):
                connection = self._store.read.connection
                answer = Finder(connection, expander, condition(wanted), k).answer(words, related)
        if not keyed:
            return answer
        both = list(unique([*keyed, *(answer.direct if answer.all_words else ())]))
        more = len(both) > k or (answer.more and answer.all_words)
        return msgspec.structs.replace(answer, direct=tuple(both[:k]), more=more, all_words=True)

    def _at_once(self, words: list[str], k: int, wanted: Filter) -> SearchAnswer:
        *whole, last = map(loose, words)
        groups = (*(Group((word,)) for word in whole), Group(starts=(last,)))
        with translated(self._store.path):
            connection, where = self._store.read.connection, condition(wanted)
            rows = matching(connection, all_of(groups), where, ranked=False, most=k + 1)
        found = {row.id: (row, groups) for row in rows}
        return SearchAnswer(hits(found, k), more=len(found) > k)

    def _state(self) -> _State:
        return _State(*self._store.read.execute(_STATE)[0])

    def _expander(self) -> Expander:
        """The words of the index as it is now. New words of few documents are only added."""
        state = self._state()
        if state.version == 0 and not self._store.read_only:
            state = self._rebuild()
        known = self._words
        if known is not None and known[0] == state:
            return known[1]
        with self._turn:
            known = self._words
            if known is None or not self._is_later(known[0], state) or not self._added(*known):
                with translated(self._store.path):
                    expander = Expander(Vocabulary.read(self._store.read.connection))
            else:
                expander = known[1]
                expander.forget()
            self._words = state, expander
            return expander

    def _is_later(self, before: _State, now: _State) -> bool:
        """Whether the file only went on: nothing was erased, made anew or restored meanwhile."""
        if before.erasures != now.erasures or before.version != now.version:
            return False
        if before.tx is None:
            return True
        row = self._store.read.execute("SELECT at FROM tx WHERE id = ?", (before.tx,))
        return row == [(before.at,)]

    def _added(self, before: _State, expander: Expander) -> bool:
        """Adds the words of documents written since; False if there are too many."""
        texts = " || ' ' || ".join(DOCUMENT_TEXTS)
        rows = self._store.read.execute(
            f"SELECT {texts} FROM doc WHERE tx > ? LIMIT {MOST_ADDED}",
            (before.tx or 0,),
        )
        if len(rows) == MOST_ADDED:
            return False
        for (text,) in rows:
            expander.vocabulary.add(text.split())
        return expander.vocabulary.added < MOST_ADDED

    def _rebuild(self) -> _State:
        """Makes all documents and the index anew."""
        from db.search_follower import rebuild

        with self._store.writing() as connection, translated(self._store.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                rebuild(connection, self._state().tx or 0)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        return self._state()

    def _by_key(self, query: str, wanted: Filter) -> list[Hit]:
        """Whose number or mail address has the query inside."""
        if wanted.about_offers:
            return []
        if looks_like_number(query):
            owners = self._key_list().numbers(query)
        elif looks_like_mail(query):
            owners = self._key_list().mails(query)
        else:
            return []
        level = wanted.visible_from.level
        return [
            Hit(owner.kind, owner.uid, owner.label)
            for owner in owners
            if owner.kind in wanted.kinds and owner.level >= level
        ]

    def _key_list(self) -> KeyList:
        state = self._state()
        known = self._keys
        if known is None or known[0] != state:
            known = self._keys = state, KeyList.read(self._store.read)
        return known[1]


def _usable(words: list[str]) -> list[str]:
    """Words without single letters, which say nothing; nothing for a query of one sign."""
    if sum(map(len, words)) < 2:
        return []
    return [word for word in words if len(word) > 1 or not word.isascii() or word.isdigit()]

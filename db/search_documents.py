"""What a record is found by: its folded texts, taken from the tables as they are."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import msgspec

from stk_graph.model.enums import Visibility
from stk_graph.text import FOLD_VERSION, loose, tokens
from stk_graph.vocabulary import actor_kinds, fields_of_work, synonyms, target_groups

CONTENT_VERSION = 1
"""Rises when documents are made of other fields."""

INDEX_VERSION = 100 * FOLD_VERSION + CONTENT_VERSION
"""What the file keeps of the version of its documents."""

KINDS = ("offer", "actor", "contact", "area")
"""Tables whose records have a document; the place is the kind's number in the id."""

KIND_BITS = 3
"""A document's id is the row number of its record, followed by these bits for the kind: a query
can narrow to kinds without reading the document."""

LONGEST_WORD = 64
LEVELS = {visibility.value: visibility.level for visibility in Visibility}

_NAMES = "json_array(a.visibility, a.name, a.short, a.aliases)"
_PLACE = (
    "json_array(CASE WHEN EXISTS (SELECT 1 FROM actor p WHERE p.address_protected = 1"
    " AND p.location = l.uid) OR EXISTS (SELECT 1 FROM actor p WHERE p.address_protected = 1"
    " AND p.uid = l.actor) THEN 'intern' ELSE l.visibility END,"
    " l.name, l.aliases, l.street, l.postal_code, l.city)"
)
_AREA = (
    "(SELECT json_group_array(json_array(g.visibility, g.name, g.aliases)) FROM area g"
    " WHERE g.dead = 0 AND g.uid = {row}.area)"
)

QUERIES = {
    "offer": f"""
        SELECT o.id, o.uid, o.title, o.visibility, o.verified_on,
          json_array(o.title, o.aliases),
          json_array(o.description, o.especially_for, o.how_to_get_in, o.room, o.legal_basis),
          (SELECT json_group_array({_NAMES}) FROM actor a WHERE a.dead = 0 AND a.uid IN
            (SELECT o.lead UNION SELECT target FROM offer_partners WHERE record = o.uid)),
          (SELECT json_group_array(json_array('intern', c.name)) FROM contact_role r
            JOIN contact c ON c.uid = r.contact
            WHERE r.offer = o.uid AND r.dead = 0 AND c.dead = 0 AND c.restricted = 0),
          (SELECT json_group_array({_PLACE}) FROM location l WHERE l.dead = 0 AND l.uid IN
            (SELECT target FROM offer_venues WHERE record = o.uid UNION ALL
             SELECT location FROM actor WHERE uid = o.lead
             AND NOT EXISTS (SELECT 1 FROM offer_venues WHERE record = o.uid))),
          {_AREA.format(row="o")},
          json_array(o.offer_kind, json(o.target_groups))
        FROM offer o WHERE o.dead = 0""",
    "actor": f"""
        SELECT o.id, o.uid, o.name, o.visibility, o.verified_on,
          json_array(o.name, o.short, o.aliases), json_array(o.description, o.umbrella),
          (SELECT json_group_array({_NAMES}) FROM actor a WHERE a.dead = 0 AND a.uid = o.parent),
          '[]',
          (SELECT json_group_array({_PLACE}) FROM location l
            WHERE l.dead = 0 AND l.uid = o.location),
          {_AREA.format(row="o")},
          json_array(o.kind, json(o.fields_of_work))
        FROM actor o WHERE o.dead = 0""",
    "contact": f"""
        SELECT o.id, o.uid, o.name, o.visibility, o.verified_on,
          json_array(o.name), json_array(o.title, o.department),
          (SELECT json_group_array({_NAMES}) FROM actor a WHERE a.dead = 0 AND a.uid = o.employer),
          '[]', '[]', '[]', '[null,[]]'
        FROM contact o WHERE o.dead = 0 AND o.restricted = 0""",
    "area": """
        SELECT o.id, o.uid, o.name, o.visibility, NULL,
          json_array(o.name, o.aliases), '[]', '[]', '[]', '[]', '[]', '[null,[]]'
        FROM area o WHERE o.dead = 0""",
}
"""For each kind: row, uid, label, visibility, day confirmed, then JSON lists of its texts, and of
what is named by others, each with its visibility: actors, persons, places, area; at last its
keys."""


class Document(NamedTuple):
    """One row of ``doc`` but for the number of the action.

    ``person`` holds whatever is published more narrowly than the document itself: names of persons,
    of institutions and protected addresses. ``spelled`` are the folded words that change when ae,
    oe and ue become a, o and u.
    """

    id: int
    uid: str
    label: str
    level: int
    verified: str | None
    spelled: str
    title: str
    descr: str
    org: str
    person: str
    addr: str
    tg: str


COLUMNS = Document._fields


def index_text(words: list[str]) -> str:
    """Folded tokens as the index holds them."""
    return " ".join(loose(word[:LONGEST_WORD]) for word in words)


def indexed(texts: Sequence[Sequence[str]]) -> Iterator[str]:
    """``spelled``, then each of the texts, given as folded tokens, as the index holds it."""
    keys = {word: loose(word) for text in texts for word in text}
    yield " ".join(sorted(word for word, key in keys.items() if key != word))
    for word in keys:
        if len(word) > LONGEST_WORD:
            keys[word] = loose(word[:LONGEST_WORD])
    for text in texts:
        yield " ".join([keys[word] for word in text])


def documents(
    connection: sqlite3.Connection, kind: str, uids: Collection[str]
) -> Iterator[Document]:
    """The documents of these records; records that are not to be found have none."""
    sql = f"{QUERIES[kind]} AND o.uid IN (SELECT value FROM json_each(?1))"
    for row in connection.execute(sql, (msgspec.json.encode(list(uids)).decode(),)):
        yield _document(kind, row)


def _document(kind: str, row: tuple[object, ...]) -> Document:
    number, uid, label, visibility, verified, own, more, *named, keys = row
    level = LEVELS[str(visibility)]
    actors, persons, places, area = (msgspec.json.decode(str(entry)) for entry in named)
    narrow: list[str] = []
    words = [
        tokens(_joined(msgspec.json.decode(str(own)))),
        tokens(_joined(msgspec.json.decode(str(more)))),
        tokens(_published(actors, level, narrow)),
        [],
        tokens(_published([*places, *area], level, narrow)),
        [
            word
            for word in tokens(_labels(kind, msgspec.json.decode(str(keys))))
            if not word.isdigit()
        ],
    ]
    words[3] = tokens(f"{_published(persons, level, narrow)} {' '.join(narrow)}")
    return Document(
        (int(str(number)) << KIND_BITS) | KINDS.index(kind),
        str(uid),
        str(label),
        level,
        None if verified is None else str(verified),
        *indexed(words),
    )


def _joined(texts: Sequence[str | None]) -> str:
    return "\n".join(text for text in texts if text)


def _published(named: list[list[str | None]], level: int, narrow: list[str]) -> str:
    """The texts published as widely as the document; the others are added to ``narrow``."""
    wide: list[str] = []
    for visibility, *texts in named:
        (wide if LEVELS[str(visibility)] >= level else narrow).append(_joined(texts))
    return "\n".join(wide)


def _labels(kind: str, keys: tuple[str | None, list[str]]) -> str:
    """The German labels of keys; a key that is not known is its own label."""
    one, many = keys
    first, rest = (
        (synonyms(), target_groups()) if kind == "offer" else (actor_kinds(), fields_of_work())
    )
    found = [first[one].label_de if one in first else one] if one else []
    return _joined(found + [rest[key].label_de if key in rest else key for key in many])

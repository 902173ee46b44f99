"""Reads the vocabulary files, each once and only when it is needed."""

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from stk_graph.model.enums import YesNo
from stk_graph.vocabulary.rows import (
    ActorKindRow,
    AmbiguousRow,
    CaseWordRow,
    ClosedSetRow,
    CompoundHeadRow,
    CooperationStageRow,
    FieldOfWorkRow,
    LanguageRow,
    OccasionRow,
    OfferFormRow,
    RecipientRow,
    Row,
    SettingListRow,
    SynonymRow,
    TargetGroupRow,
    TopicRow,
)

DATA = Path(__file__).parent / "data"
LIST_SEPARATOR = "|"

AnyRow = TypeVar("AnyRow", bound=msgspec.Struct)
KeyedRow = TypeVar("KeyedRow", bound=Row)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(LIST_SEPARATOR)) if cell else ()


def _text_or_none(cell: str) -> str | None:
    return cell or None


def _number_or_none(cell: str) -> int | None:
    return int(cell) if cell else None


_CELL_READERS: dict[object, Callable[[str], object]] = {
    str: str,
    int: int,
    YesNo: YesNo,
    str | None: _text_or_none,
    int | None: _number_or_none,
    tuple[str, ...]: _list,
}


def read_rows(path: Path, row_type: type[AnyRow]) -> list[AnyRow]:
    """The rows of a vocabulary file (UTF-8, comma-separated, header row, lists joined by ``|``).

    Raises KeyError if a column of ``row_type`` is missing and ValueError if a cell is no value of
    its column.
    """
    readers = [
        (field.name, _CELL_READERS[field.type]) for field in msgspec.structs.fields(row_type)
    ]
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        column_of = {name: number for number, name in enumerate(next(rows))}
        columns = [(name, column_of[name], reader) for name, reader in readers]
        return [
            row_type(**{name: reader(row[number]) for name, number, reader in columns})
            for row in rows
        ]


def _by_key(file_name: str, row_type: type[KeyedRow]) -> dict[str, KeyedRow]:
    return {row.key: row for row in read_rows(DATA / file_name, row_type)}


@cache
def topics() -> dict[str, TopicRow]:
    """Topics by key."""
    return _by_key("topics.csv", TopicRow)


@cache
def synonyms() -> dict[str, SynonymRow]:
    """Groups of terms by key: offer kinds, agencies, actor kinds, networks, target groups, …"""
    return _by_key("synonyms.csv", SynonymRow)


@cache
def ambiguous() -> dict[str, AmbiguousRow]:
    """Terms that do not decide alone, by term."""
    return {row.term: row for row in read_rows(DATA / "ambiguous.csv", AmbiguousRow)}


@cache
def occasions() -> dict[str, OccasionRow]:
    """Occasions of the case picker by key."""
    return _by_key("occasions.csv", OccasionRow)


@cache
def target_groups() -> dict[str, TargetGroupRow]:
    """Target groups by key."""
    return _by_key("target_groups.csv", TargetGroupRow)


@cache
def actor_kinds() -> dict[str, ActorKindRow]:
    """Kinds of institutions by key."""
    return _by_key("actor_kinds.csv", ActorKindRow)


@cache
def fields_of_work() -> dict[str, FieldOfWorkRow]:
    """Fields of social work by key."""
    return _by_key("fields_of_work.csv", FieldOfWorkRow)


@cache
def offer_forms() -> dict[str, OfferFormRow]:
    """Forms of offers by key."""
    return _by_key("offer_forms.csv", OfferFormRow)


@cache
def cooperation_stages() -> dict[str, CooperationStageRow]:
    """Stages of cooperation by key, in order."""
    return _by_key("cooperation_stages.csv", CooperationStageRow)


@cache
def recipients() -> dict[str, RecipientRow]:
    """Kinds of recipients by key."""
    return _by_key("recipients.csv", RecipientRow)


@cache
def closed_sets() -> dict[tuple[str, str], ClosedSetRow]:
    """Labels of the closed sets by (name of the enum, value)."""
    rows = read_rows(DATA / "closed_sets.csv", ClosedSetRow)
    return {(row.enum, row.value): row for row in rows}


@cache
def _setting_lists() -> list[SettingListRow]:
    return read_rows(DATA / "setting_lists.csv", SettingListRow)


@cache
def umbrellas() -> dict[str, SettingListRow]:
    """First values of the list of umbrella bodies (Spitzenverbände), which settings may widen."""
    return {row.key: row for row in _setting_lists() if row.list == "umbrella"}


@cache
def network_kinds() -> dict[str, SettingListRow]:
    """First values of the list of network kinds, which settings may widen."""
    return {row.key: row for row in _setting_lists() if row.list == "network_kind"}


@cache
def compound_heads() -> dict[str, CompoundHeadRow]:
    """Nouns that end many compounds of social work and say little alone (…betreuung, …treff)."""
    return {row.head: row for row in read_rows(DATA / "compound_heads.csv", CompoundHeadRow)}


@cache
def case_words() -> frozenset[str]:
    """Nouns whose lower-case form is another word (Sucht, sucht)."""
    return frozenset(row.word for row in read_rows(DATA / "case_words.csv", CaseWordRow))


@cache
def languages() -> dict[str, LanguageRow]:
    """Languages by ISO 639 code (two letters where there are such, else three)."""
    return _by_key("languages.csv", LanguageRow)

"""The sentences that people wrote for this project, with what they mean (``sentences/README.md``).

``cases/WRITER/THEME.tsv`` holds cases, ``offers/WRITER.tsv`` offers, ``safety/WRITER.tsv`` hints at
danger and sentences that only sound like one. Writers did not see each
other's lines, so what was learned from some can be judged by those of the others.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SENTENCES = Path(__file__).parent / "sentences"
LIST = "|"
REGISTERS = frozenset(
    {
        *("teacher", "daycare", "secretary", "social_worker", "doctor", "volunteer", "neighbour"),
        *("parent", "youth", "learner_of_german"),
    }
)
"""Who speaks in a case."""


class CaseSentence(NamedTuple):
    """A case as somebody tells it; ``kinds`` and ``occasions`` are keys, best first."""

    kinds: tuple[str, ...]
    occasions: tuple[str, ...]
    register: str
    text: str
    theme: str
    writer: str


class OfferText(NamedTuple):
    """An offer as an institution types it; ``not_kinds`` are kinds it only looks like."""

    kind: str
    target_groups: tuple[str, ...]
    form: str
    not_kinds: tuple[str, ...]
    title: str
    description: str
    writer: str

    @property
    def text(self) -> str:
        """Title and description as they are read."""
        return f"{self.title}\n{self.description}".strip()


class SafetySentence(NamedTuple):
    """A sentence that hints at a danger, or is harmless though it may sound alarming."""

    label: str
    register: str
    text: str
    writer: str


def case_sentences(folder: Path = SENTENCES) -> Iterator[CaseSentence]:
    """All cases, by writer and theme. Raises ValueError for a line that has not four columns."""
    for path in sorted((folder / "cases").glob("*/*.tsv")):
        for kinds, occasions, register, text in _lines(path, 4):
            yield CaseSentence(
                _keys(kinds), _keys(occasions), register, text, path.stem, path.parent.name
            )


def offer_texts(folder: Path = SENTENCES) -> Iterator[OfferText]:
    """All offers, by writer. Raises ValueError for a line that has not six columns."""
    for path in sorted((folder / "offers").glob("*.tsv")):
        for kind, groups, form, other, title, description in _lines(path, 6):
            yield OfferText(kind, _keys(groups), form, _keys(other), title, description, path.stem)


def safety_sentences(folder: Path = SENTENCES) -> Iterator[SafetySentence]:
    """All hints and look-alikes, by writer. Raises ValueError for a line not of three columns."""
    for path in sorted((folder / "safety").glob("*.tsv")):
        for label, register, text in _lines(path, 3):
            yield SafetySentence(label, register, text, path.stem)


def _lines(path: Path, columns: int) -> Iterator[list[str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != columns:
            raise ValueError(f"{path.name}, line {number}: {len(cells)} columns, not {columns}")
        yield cells


def _keys(cell: str) -> tuple[str, ...]:
    return tuple(key for key in cell.split(LIST) if key)

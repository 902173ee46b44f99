"""Measures what is understood of sentences whose writer was never learned from.

``python -m tests.evaluation.knowledge_folds`` (``make understanding``) trains once for each writer
who wrote for every kind, without that writer, and writes docs/UNDERSTANDING.md: figures by writer
and theme, what more sentences bring, which kinds are taken for which, and the worst cases in full.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from stk_graph.case.understand import kinds_of
from stk_graph.knowledge import Use, meaning
from stk_graph.knowledge.examples import Example, named_examples, phrase_examples
from stk_graph.knowledge.learned import read
from stk_graph.knowledge.meaning import evidence_in, stated_sources
from stk_graph.knowledge.pooling import pooled
from stk_graph.knowledge.training import trained
from stk_graph.knowledge.weights import Weights, opened
from stk_graph.knowledge.written import case_sentences, offer_texts

FIRST_WRITERS = ("writer1", "writer2", "writer3")
"""They wrote for 30 of 90 kinds each: always learned from, never judged by."""
REPORT = Path(__file__).parents[2] / "docs" / "UNDERSTANDING.md"
INTRODUCTION = """# What is understood, and what is not

How well the offer kinds of a text are named, measured on texts of a writer whose every line was
held out: five people wrote for all 90 kinds without seeing each other's lines, the synonyms,
phrases or triggers (`stk_graph/knowledge/sentences`). Share of texts with a right kind first, and
among the first three. *Stated* is what terms, phrases and occasions say, *learned* the weights,
*both* what the program uses. `make understanding` renews all this (about half an hour).
"""
WORST = 40
CONFUSIONS = 30


class Told(NamedTuple):
    """A written text with its writer and theme; offers have none."""

    example: Example
    writer: str
    theme: str


class Read(NamedTuple):
    """A text with the weights of kinds by what is stated, by learning and by both."""

    told: Told
    stated: Mapping[str, float]
    learned: Mapping[str, float]
    both: Mapping[str, float]

    def is_right(self, by: str, first: int) -> bool:
        """Whether a right kind is among the ``first`` ones by one of the three ways."""
        return bool(set(best(getattr(self, by), first)) & set(self.told.example.kinds))


def best(weights: Mapping[str, float], first: int) -> list[str]:
    """The ``first`` kinds of most weight."""
    return sorted(weights, key=lambda kind: (-weights[kind], kind))[:first]


def all_told() -> list[Told]:
    """Every written case and offer."""
    cases = [
        Told(Example(case.text, Use.CASE, case.kinds), case.writer, case.theme)
        for case in case_sentences()
    ]
    offers = [
        Told(Example(offer.text, Use.OFFER, (offer.kind,)), offer.writer, "")
        for offer in offer_texts()
    ]
    return cases + offers


def weights_from(told: Iterable[Told], folder: Path) -> Weights:
    """Weights learned from these texts and from terms and phrases."""
    path = folder / "weights.bin"
    path.unlink(missing_ok=True)
    examples = [item.example for item in told]
    path.write_bytes(trained([*examples, *named_examples(), *phrase_examples()]))
    return opened(path)


def read_unseen(told: Told, table: Weights) -> Read:
    """What is understood of a text with weights that were trained without its writer."""
    example = told.example
    found = meaning(example.text, example.use)
    case = example.use is Use.CASE
    stated = kinds_of(found.occasions, found.offer_kinds) if case else found.offer_kinds
    every = evidence_in(found.prepared, stated_sources())
    scores = read(found.prepared, every, table).scores
    return Read(told, stated, scores, pooled(scores, stated, example.use))


def by_held_out_writer(told: Sequence[Told], writers: Sequence[str]) -> Iterator[Read]:
    """Every text of ``writers``, read with weights learned from all others."""
    with TemporaryDirectory() as folder:
        for writer in writers:
            table = weights_from((one for one in told if one.writer != writer), Path(folder))
            for one in told:
                if one.writer == writer:
                    yield read_unseen(one, table)


def curve(told: Sequence[Told], writers: Sequence[str]) -> Iterator[tuple[int, list[Read]]]:
    """The texts of the last writer, read with weights from ever more of the other writers.

    The last step, all others, is the fold of that writer.
    """
    judged = [one for one in told if one.writer == writers[-1]]
    with TemporaryDirectory() as folder:
        for count in range(len(writers) - 1):
            known = {*FIRST_WRITERS, *writers[:count]}
            learned_from = [one for one in told if one.writer in known]
            table = weights_from(learned_from, Path(folder))
            yield len(learned_from), [read_unseen(one, table) for one in judged]


def share(found: Sequence[Read], by: str, first: int) -> str:
    """The share of texts with a right kind among the ``first``, as text."""
    if not found:
        return "–"
    return f"{sum(one.is_right(by, first) for one in found) / len(found):.3f}"[1:]


def _row(name: str, found: Sequence[Read], ways: Sequence[str] = ("both",)) -> str:
    shares = [share(found, by, first) for by in ways for first in (1, 3)]
    return f"| {name} | {len(found)} | {' | '.join(shares)} |"


def _tables(found: Sequence[Read], steps: Sequence[tuple[int, list[Read]]]) -> Iterator[str]:
    ways = ("stated", "learned", "both")
    head = "| {} | texts | first | among three |\n|---|---:|---:|---:|"
    wide = (
        "| {} | texts | stated: first | three | learned: first | three | both: first | three |\n"
        "|---|---:|---:|---:|---:|---:|---:|---:|"
    )
    for use, name in ((Use.CASE, "Cases"), (Use.OFFER, "Offers")):
        of_use = [one for one in found if one.told.example.use is use]
        yield f"\n## {name} by writer\n{wide.format('held out')}"
        for writer in dict.fromkeys(one.told.writer for one in of_use):
            yield _row(writer, [one for one in of_use if one.told.writer == writer], ways)
        yield _row("all", of_use, ways)
    yield f"\n## Cases by theme\n{head.format('theme')}"
    themes: dict[str, list[Read]] = defaultdict(list)
    for one in found:
        if one.told.theme:
            themes[one.told.theme].append(one)
    for theme in sorted(themes, key=lambda theme: share(themes[theme], "both", 3)):
        yield _row(theme, themes[theme])
    yield f"\n## What more sentences bring\n{head.format('learned from')}"
    for size, judged in steps:
        for use in Use:
            part = [one for one in judged if one.told.example.use is use]
            yield _row(f"{size} texts, {use.value}s", part)


def _mistakes(found: Sequence[Read]) -> Iterator[str]:
    for use, name in ((Use.CASE, "cases"), (Use.OFFER, "offers")):
        wrong = [
            one
            for one in found
            if one.told.example.use is use and not one.is_right("both", 1) and one.both
        ]
        pairs = Counter((one.told.example.kinds[0], best(one.both, 1)[0]) for one in wrong)
        yield f"\n## Kinds taken for others in {name}\n| right | read as | times |\n|---|---|---:|"
        yield from (
            f"| {right} | {other} | {times} |"
            for (right, other), times in sorted(
                pairs.items(), key=lambda entry: (-entry[1], entry[0])
            )[:CONFUSIONS]
        )
    worst = [
        one
        for one in found
        if one.told.example.use is Use.CASE and one.both and not one.is_right("both", 3)
    ]
    worst.sort(key=lambda one: (-max(one.both.values()), one.told.example.text))
    yield "\n## The worst cases: surest and wrong\n| case | right | read as |\n|---|---|---|"
    for one in worst[:WORST]:
        text = one.told.example.text.replace("|", "/")
        yield f"| {text} | {', '.join(one.told.example.kinds)} | {', '.join(best(one.both, 3))} |"


def report() -> str:
    """The tables of docs/UNDERSTANDING.md."""
    told = all_told()
    writers = sorted({one.writer for one in told} - set(FIRST_WRITERS))
    found = list(by_held_out_writer(told, writers))
    others = sum(one.writer != writers[-1] for one in told)
    last = [one for one in found if one.told.writer == writers[-1]]
    steps = [*curve(told, writers), (others, last)]
    return "\n".join([*_tables(found, steps), *_mistakes(found)]) + "\n"


def main() -> None:
    """Writes docs/UNDERSTANDING.md anew."""
    REPORT.write_text(INTRODUCTION + report(), encoding="utf-8")


if __name__ == "__main__":
    main()

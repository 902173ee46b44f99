"""What text costs: folding, tokens, gendered forms, stems, terms, and the first use of each.

Floors: ``str.lower`` for folding, a scan for every term one after another for finding terms, and
importing the module ``csv`` for what happens once.
CPU time, so that other work on the machine matters less.
"""

import random
import subprocess
import time
from collections.abc import Callable

from bench.measure import PYTHON, interleaved, line
from stk_graph.text import clean, fold, neutral, stem, tokens
from stk_graph.text.terms import find_terms
from stk_graph.vocabulary import synonyms

ROUNDS = 7
TEXTS = 300
LETTERS = 300
FILLING = (
    "und der die das mit für in am jeden Dienstag nach Anmeldung kostenfrei Uhr gemeinsam Räume"
    " Familie Bewohner*innen Straße Café Größe öffnet wöchentlich bitte Ansprechperson Telefon –"
)

FIRST_USE = {
    "import the vocabulary": "import stk_graph.model|import stk_graph.vocabulary",
    "read every vocabulary file": (
        "import stk_graph.vocabulary.load as load|"
        "[value() for value in list(vars(load).values()) if hasattr(value, 'cache_info')]"
    ),
    "build the index of terms": (
        "from stk_graph.text.term_index import built_index as build\n"
        "import stk_graph.vocabulary as v\nv.synonyms(), v.ambiguous(), v.target_groups()|build()"
    ),
    "read the index of terms": "from stk_graph.text.kept_index import term_index as read|read()",
    "learn the words for compounds": (
        "from stk_graph.text.compounds import known_in_vocabulary as build|build()"
    ),
    "first stem": "from stk_graph.text import stem|stem('kurse')",
}
"""Statement before and statement measured, for a fresh interpreter each."""


def texts() -> list[str]:
    """Texts of about 300 letters: ordinary words with some terms among them."""
    draw = random.Random(7)
    terms = [term for row in synonyms().values() for term in row.terms]
    filling = FILLING.split()
    made = []
    for _text in range(TEXTS):
        words: list[str] = []
        while len(" ".join(words)) < LETTERS:
            words.append(draw.choice(terms) if draw.random() < 0.1 else draw.choice(filling))
        made.append(" ".join(words))
    return made


def spent(work: Callable[[str], object], over: list[str]) -> Callable[[], float]:
    """A run that tells the CPU microseconds of the work for one text."""

    def run() -> float:
        start = time.process_time()
        for text in over:
            work(text)
        return (time.process_time() - start) * 1e6 / len(over)

    return run


def scan_for_all_terms(text: str) -> list[str]:
    """The naive way to find terms."""
    low = text.lower()
    return [term for row in synonyms().values() for term in row.terms if term.lower() in low]


def fresh(statements: str) -> Callable[[], float]:
    """A run that tells the CPU milliseconds of a statement in a fresh interpreter."""
    before, measured = statements.split("|", 1)
    program = (
        f"import time\n{before}\nstart = time.process_time()\n{measured}\n"
        "print((time.process_time() - start) * 1000)"
    )

    def run() -> float:
        return float(
            subprocess.run([PYTHON, "-c", program], capture_output=True, check=True).stdout
        )

    return run


def main() -> None:
    """Prints one line a case."""
    made = texts()
    work: dict[str, tuple[Callable[[str], object], Callable[[str], object]]] = {
        "clean": (clean, str.lower),
        "fold": (fold, str.lower),
        "tokens": (tokens, str.split),
        "neutral": (neutral, str.lower),
        "stems of all words, cached": (lambda text: [stem(t) for t in tokens(text)], str.split),
        "find_terms": (find_terms, scan_for_all_terms),
    }
    for case, (figure, floor) in work.items():
        medians = interleaved({"figure": spent(figure, made), "floor": spent(floor, made)}, ROUNDS)
        line(f"text: {case}, {LETTERS} letters", unit="µs", **medians)
    for case, statements in FIRST_USE.items():
        medians = interleaved({"figure": fresh(statements), "floor": fresh("pass|import csv")}, 5)
        line(f"text: {case}", unit="ms", **medians)


if __name__ == "__main__":
    main()

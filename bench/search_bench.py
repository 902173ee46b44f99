"""What a keystroke in the search costs, beside a scan of the folded text and plain FTS5.

145 keystrokes of nine queries, from their second letter on, with a slip of the finger and a word
that nobody uses; ten hits each. Remembered words are dropped before each round. The figure is the
median of five 95th percentiles, in milliseconds of CPU time, so that other work on the machine
matters less; ``plain_ratio`` compares with plain FTS5.
Sizes: ``STK_BENCH_SIZES=1000,10000``.
"""

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.measure import line, percentile
from bench.synthetic import SyntheticOffer, offers
from db.search_documents import INDEX_VERSION, Document, index_text, indexed
from db.search_follower import MERGE, write_documents
from db.store import Store, open_store
from db.text_search import TextSearch
from stk_graph.model import new_id
from stk_graph.text import loose, tokens

QUERIES = (
    "hausaufgabenbetreuung",
    "randzeiten betreuung migr",
    "deutschkurse frauen",
    "schuldnerberatung",
    "müller anna",
    "hausaufgabn",
    "kindergarten nord",
    "ämterbegleitung",
    "xylophonreparaturs",
)
ROUNDS = 5
HITS = 10
DEFAULT_SIZES = "1000,10000"

Search = Callable[[str], int]


def keystrokes() -> list[str]:
    """Every state of the input line from two letters on."""
    return [query[:end] for query in QUERIES for end in range(2, len(query) + 1)]


def document(number: int, offer: SyntheticOffer) -> Document:
    """What the store would keep for an invented offer."""
    words = [
        tokens(text)
        for text in (
            offer.title,
            offer.description,
            offer.organisation,
            offer.person,
            offer.address,
            offer.targets,
        )
    ]
    return Document(number << 3, new_id(), offer.title, 3, None, *indexed(words))


def filled(path: Path, number: int) -> Store:
    """A store whose documents are those of invented offers."""
    store = open_store(path, create=True)
    with store.writing() as connection:
        connection.execute("BEGIN")
        write_documents(connection, _documents(number), 0)
        connection.execute("UPDATE doc_state SET version = ?", (INDEX_VERSION,))
        connection.execute(MERGE)
        connection.execute("COMMIT")
    return store


def _documents(number: int) -> Iterator[Document]:
    return (document(place, offer) for place, offer in enumerate(offers(number), start=1))


def scan(number: int) -> Search:
    """The floor: every word is looked for in one folded text, the first hits are taken."""
    text = ("\n" + "\n".join(index_text(tokens(" ".join(one))) for one in offers(number))).encode()
    text += b"\n"

    def search(query: str) -> int:
        words = [loose(word).encode() for word in tokens(query)]
        hits = at = 0
        while hits < HITS and (at := text.find(words[0], at)) >= 0:
            end = text.index(b"\n", at)
            record = text[text.rindex(b"\n", 0, at) : end]
            hits += all(word in record for word in words[1:])
            at = end
        return hits

    return search


def plain_index(path: Path, number: int) -> Search:
    """The peer: FTS5 as it comes, with the prefixes of two and three letters, ranked."""
    connection = sqlite3.connect(path)
    columns = "title, descr, org, person, addr, tg"
    connection.execute(
        f"CREATE VIRTUAL TABLE plain USING fts5({columns},"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    connection.executemany(f"INSERT INTO plain({columns}) VALUES (?,?,?,?,?,?)", offers(number))
    connection.execute("INSERT INTO plain(plain) VALUES ('optimize')")
    connection.commit()

    def search(query: str) -> int:
        match = " AND ".join(f'"{word}"' for word in query.split()) + " *"
        rows = connection.execute(
            "SELECT rowid, title FROM plain WHERE plain MATCH ?"
            " ORDER BY bm25(plain, 10, 1, 4, 6, 2, 3) LIMIT ?",
            (match, HITS),
        )
        return len(rows.fetchall())

    return search


def ours(store: Store) -> tuple[Search, Callable[[], None]]:
    """The search of the program, and how it forgets what it remembered."""
    search = TextSearch(store)
    search.load()

    def count(query: str) -> int:
        answer = search.search(query, HITS)
        return len(answer.direct) + len(answer.related) + len(answer.did_you_mean)

    return count, search.forget_queries


def timed(search: Search) -> tuple[list[float], int]:
    """Milliseconds of each keystroke, and how many of them found something."""
    taken, found = [], 0
    for query in keystrokes():
        start = time.thread_time()
        hits = search(query)
        taken.append((time.thread_time() - start) * 1000)
        found += hits > 0
    return taken, found


def measure(number: int, folder: Path) -> None:
    """Prints the line of one size."""
    start = time.perf_counter()
    store = filled(folder / "district.db", number)
    build = time.perf_counter() - start
    search, cold = ours(store)
    engines = {
        "floor": scan(number),
        "plain": plain_index(folder / "plain.db", number),
        "ours": search,
    }
    rounds: dict[str, list[list[float]]] = {name: [] for name in engines}
    found = 0
    for engine in engines.values():
        engine("aufwärmen")
    for _round in range(ROUNDS):
        cold()
        for name, engine in engines.items():
            taken, found = timed(engine)
            rounds[name].append(taken)
    p95 = {
        name: statistics.median(percentile(taken, 0.95) for taken in many)
        for name, many in rounds.items()
    }
    mine = [one for taken in rounds["ours"] for one in taken]
    line(
        f"search: keystroke p95, {number} offers",
        unit="ms",
        figure=p95["ours"],
        floor=p95["floor"],
        plain=round(p95["plain"], 3),
        plain_ratio=round(p95["ours"] / p95["plain"], 3),
        median=round(statistics.median(mine), 3),
        slowest=round(max(mine), 2),
        with_hits=found,
        words=store.read.execute("SELECT count(*) FROM doc_terms")[0][0],
        build_s=round(build, 1),
        file_mb=round(_pages(store) / 1e6, 1),
        sqlite=sqlite3.sqlite_version,
        load=round(os.getloadavg()[0], 1),
    )
    store.close()


def _pages(store: Store) -> int:
    """Bytes of the data file."""
    sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    return int(store.read.execute(sql)[0][0])


def main() -> None:
    """Prints one line a size."""
    for size in os.environ.get("STK_BENCH_SIZES", DEFAULT_SIZES).split(","):
        with tempfile.TemporaryDirectory(prefix="stk-bench-") as folder:
            measure(int(size), Path(folder))


if __name__ == "__main__":
    main()

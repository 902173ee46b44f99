"""How the benchmarks measure and what they print: one JSON line a case."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from resource import RUSAGE_CHILDREN, getrusage


def line(case: str, *, unit: str, figure: float, floor: float, **more: object) -> None:
    """Prints a case: the figure, the floor or peer of the same run, and the ratio of the two."""
    ratio = figure / floor if floor else None
    rounded = None if ratio is None else round(ratio, 3)
    print(
        json.dumps(
            {
                "case": case,
                "unit": unit,
                "figure": round(figure, 4),
                "floor": round(floor, 4),
                "ratio": rounded,
                **more,
            },
            ensure_ascii=False,
        ),
        flush=True,
    )


def child_cpu(
    command: Sequence[str], *, env: Mapping[str, str] | None = None, text: str = ""
) -> float:
    """User and system CPU milliseconds of one run of a command; raises if it fails.

    Python may keep its bytecode, as it does for everybody who installed the program.
    """
    inherited = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    before = getrusage(RUSAGE_CHILDREN)
    done = subprocess.run(
        command,
        env={**inherited, **(env or {})},
        input=text,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    after = getrusage(RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(done.stderr)
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return spent * 1000


def interleaved(runs: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of each run; the runs take turns, so that a busy moment meets all of them.

    A first turn is not counted: it fills the caches of the system and writes bytecode.
    """
    for run in runs.values():
        run()
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _round in range(rounds):
        for name, run in runs.items():
            taken[name].append(run())
    return {name: statistics.median(values) for name, values in taken.items()}


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


PYTHON = sys.executable
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"

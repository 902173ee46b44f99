"""Runs all benchmarks, or those named on the command line, one after another."""

import importlib
import pkgutil
import sys

import bench

FRAME = {"__main__", "measure", "picture", "synthetic", "synthetic_store"}


def names() -> list[str]:
    """The benchmarks there are."""
    return sorted(one.name for one in pkgutil.iter_modules(bench.__path__) if one.name not in FRAME)


def main() -> None:
    """Runs the wanted benchmarks in the order of their names."""
    for name in sys.argv[1:] or names():
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()

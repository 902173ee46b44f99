"""Benchmarks: each prints its figure beside a floor or peer of the same run, and their ratio."""

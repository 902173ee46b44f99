"""``python -m tests.evaluation`` prints the figures of the case search as JSON."""

from tests.evaluation.evaluation_harness import report

print(report())  # noqa: T201 - this is what the command is for

"""``python -m tests.evaluation`` prints the figures of the case search as JSON."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from evaluation_harness import report

print(report())  # noqa: T201 - this is what the command is for

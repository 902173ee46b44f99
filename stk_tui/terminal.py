"""The terminal the app runs in."""

import errno
import os
import sys


def is_gone() -> bool:
    """Whether the window was closed or the line was cut, so that nobody can see or type any more.

    Without this an app whose terminal takes no hang-up signal along would go on for ever.
    """
    if sys.__stdin__ is None:
        return False
    try:
        os.get_terminal_size(sys.__stdin__.fileno())
    except OSError as error:
        return error.errno == errno.EIO
    return False

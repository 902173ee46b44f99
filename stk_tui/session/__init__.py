"""The work on one open data file, without any interface: the app and the commands both use it."""

from db.errors import StillReferred, StoreError
from stk_tui.session.core import Session, default_path

__all__ = ["Session", "StillReferred", "StoreError", "default_path"]

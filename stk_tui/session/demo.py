"""The demo district in a data file of its own that goes with the process."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from stk_tui.session.core import OWN_ACTOR, STATE, Session
from stk_tui.session.history import action_code


def fill(session: Session) -> None:
    """Writes the district into an empty data file as one action."""
    from db.demo import OWN_ACTOR as OWN_KEY
    from db.demo import district, record_id

    with session.store.write(session.who, action_code("demo")) as action:
        action.save_all(district(session.today))
        action.set_setting(OWN_ACTOR, record_id(OWN_KEY))
        action.set_setting(STATE, "HE")
    session.refresh()


@contextmanager
def throw_away(today: date | None = None) -> Iterator[Session]:
    """An open data file with the demo district; it is removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="stk-demo-"))
    try:
        session = Session.open(folder / "demo.db", create=True, today=today)
        try:
            fill(session)
            yield session
        finally:
            session.close()
    finally:
        shutil.rmtree(folder)

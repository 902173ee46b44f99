"""A new data file: our network, its area, the Land whose holidays count."""

from pathlib import Path

from db.connection import remove_file
from db.errors import DiskFull
from db.store import open_store
from stk_graph.language import N_, _
from stk_graph.model import Area, Network
from stk_graph.model.enums import AreaType
from stk_tui.session.core import STATE, user_name
from stk_tui.session.history import action_code

STATES = {
    "BW": N_("Baden-Württemberg"),
    "BY": N_("Bayern"),
    "BE": N_("Berlin"),
    "BB": N_("Brandenburg"),
    "HB": N_("Bremen"),
    "HH": N_("Hamburg"),
    "HE": N_("Hessen"),
    "MV": N_("Mecklenburg-Vorpommern"),
    "NI": N_("Niedersachsen"),
    "NW": N_("Nordrhein-Westfalen"),
    "RP": N_("Rheinland-Pfalz"),
    "SL": N_("Saarland"),
    "SN": N_("Sachsen"),
    "ST": N_("Sachsen-Anhalt"),
    "SH": N_("Schleswig-Holstein"),
    "TH": N_("Thüringen"),
}
"""The Länder by the part of ISO 3166-2 after ``DE-``."""


class AlreadyThere(FileExistsError):
    """The file to be founded exists; it was left as it is."""

    def __str__(self) -> str:
        return _("{path} gibt es schon. Die Datei bleibt, wie sie ist.").format(path=self.args[0])


def found(path: Path, name: str, area: str, state: str) -> None:
    """Makes the data file with our network and its area.

    Raises ``AlreadyThere``, ``StoreError``, and KeyError for a Land that does not exist.
    """
    if state not in STATES:
        raise KeyError(state)
    if path.exists():
        raise AlreadyThere(path)
    place = Area(name=area, type=AreaType.DISTRICT)
    network = Network(name=name, kind="stk", is_own=True, areas=(place.id,))
    try:
        with (
            open_store(path, create=True) as store,
            store.write(user_name(), action_code("founded")) as action,
        ):
            action.save_all([place, network])
            action.set_setting(STATE, state)
    except DiskFull as full:
        remove_file(path)
        raise DiskFull("not-founded", path=path) from full

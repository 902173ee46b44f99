"""One open data file, the graph of it, and undo."""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from db.errors import ReadOnly
from db.store import Store, open_store
from stk_graph.language import _
from stk_graph.model import Actor, Network, Record
from stk_tui.session.history import action_code, sentence_of

if TYPE_CHECKING:
    from db.text_search import TextSearch
    from stk_graph.network.neighbourhood import Neighbourhood
    from stk_tui.session.cases import Cases
    from stk_tui.session.directory import Directory

OWN_ACTOR = "own_actor"
STATE = "state"
DAMAGES_SAID = 3


def default_path() -> Path:
    """The data file in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("stk", appauthor=False) / "stk.db"


def user_name() -> str:
    """Who works here, as the operating system knows the person."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unbekannt"


class Session:
    """An open data file with what both front ends do on it.

    ``today`` is the day all answers refer to. The graph is built when it is first asked for and
    follows every change; a change by another program is noticed by ``changed_elsewhere``.
    """

    def __init__(self, store: Store, today: date | None = None) -> None:
        self.store = store
        self.today = today or date.today()
        self._opened_at = self._seen = self.version
        self._graph: Neighbourhood | None = None
        self._told: set[str] = set()

    @cached_property
    def who(self) -> str:
        """Who works here, for the history."""
        return user_name()

    @classmethod
    def open(cls, path: Path, *, create: bool = False, today: date | None = None) -> Self:
        """Opens the data file; raises ``StoreError`` if it cannot be used.

        One that can be read but not written here is opened for looking things up.
        """
        try:
            store = open_store(path, create=create)
        except ReadOnly as refused:
            if create or refused.code != ReadOnly.code:
                raise
            store = open_store(path, read_only=True)
        return cls(store, today)

    def close(self) -> None:
        """Closes the data file."""
        self.store.close()

    @property
    def notices(self) -> list[str]:
        """What should be said about the file as soon as it is open."""
        said = [str(finding) for finding in self.store.findings]
        if self.store.read_only:
            said.append(
                _(
                    "{path} lässt sich hier nicht beschreiben und ist nur zum Lesen geöffnet: "
                    "Nachsehen geht, Speichern nicht."
                ).format(path=self.store.path)
            )
        return said

    def damage_found(self) -> list[str]:
        """Sentences about damaged records that were met since the last call, a few at once."""
        met = {
            uid: damage for uid, damage in dict(self.store.damages).items() if uid not in self._told
        }
        self._told |= met.keys()
        said = [str(damage.finding) for damage in met.values()]
        if len(said) > DAMAGES_SAID:
            more = len(said) - DAMAGES_SAID
            said[DAMAGES_SAID:] = [
                _("Weitere beschädigte Einträge: {count}. „stk check“ nennt alle.").format(
                    count=more
                )
            ]
        return said

    @cached_property
    def directory(self) -> "Directory":
        """Actors, contacts, areas and offers: lists, details, forms."""
        from stk_tui.session.directory import Directory

        return Directory(self)

    @cached_property
    def cases(self) -> "Cases":
        """The answer to a single case."""
        from stk_tui.session.cases import Cases

        return Cases(self)

    @cached_property
    def search(self) -> "TextSearch":
        """Finds records by what a person types."""
        from db.text_search import TextSearch

        return TextSearch(self.store)

    @property
    def graph(self) -> "Neighbourhood":
        """The graph of all records, built on first use."""
        if self._graph is None:
            from db.tables import TABLES
            from stk_graph.network.neighbourhood import Neighbourhood

            read = self.store.read
            with read.snapshot():
                self._graph = Neighbourhood.build(
                    record for kind in TABLES for record in read.each(kind)
                )
        return self._graph

    @property
    def own_actor(self) -> Actor | None:
        """The institution that the person at this computer works for, if it was set."""
        uid = self.store.read.setting(OWN_ACTOR)
        return None if uid is None else self.store.read.get(Actor, uid)

    def choose_own_actor(self, uid: str) -> str:
        """Makes an institution the own one; the sentence says so. Raises KeyError if it is gone."""
        actor = self.store.read.get(Actor, uid)
        if actor is None:
            raise KeyError(uid)
        with self.store.write(self.who, action_code("settings")) as action:
            action.set_setting(OWN_ACTOR, uid)
        self._seen = self.version
        return _("{name} ist jetzt Ihre Einrichtung.").format(name=actor.name)

    @property
    def own_network(self) -> Network | None:
        """Our Stadtteilkonferenz."""
        found = self.store.read.where(Network, is_own=True)
        return found[0] if found else None

    @property
    def version(self) -> int:
        """The number of the last action in the file, whichever program did it."""
        return int(self.store.read.execute("SELECT ifnull(max(id), 0) FROM tx")[0][0])

    @property
    def state(self) -> str:
        """The Land whose school holidays count, like ``HE``."""
        return self.store.read.setting(STATE) or "HE"

    def undo(self, number: int | None = None) -> str:
        """Takes back the last change, or the one of that number; the sentence says which.

        Raises ``NotUndone``.
        """
        from db.history import action, undo

        done = undo(self.store, self.who, number)
        self.refresh()
        taken_back = action(self.store.read, action(self.store.read, done).undoes or done)
        return _("Zurückgenommen: {what}.").format(what=sentence_of(taken_back.what))

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote since the last look; if so the graph is renewed."""
        changed = self.version != self._seen
        if changed:
            self.refresh()
        return changed

    def forget_old(self) -> str:
        """Takes old contents out of the history if any are due; the sentence says so, or is ""."""
        from stk_tui.session.retention import forget

        return forget(self)

    def back_up(self) -> str:
        """Makes the backup of the day if there is none; the sentence says why not, or is ""."""
        from stk_tui.session.backups import back_up

        return back_up(self)

    def back_up_what_was_written(self) -> str:
        """The same, unless the file was only read, or tried on, since it was opened."""
        has_written = self.store.has_written and self.version != self._opened_at
        return self.back_up() if has_written else ""

    def note_own_change(self) -> None:
        """What was just written is our own: it is no change from elsewhere."""
        self._seen = self.version

    def follow(self, record: Record) -> None:
        """Takes a record that was just saved over into the graph, if there is one."""
        self._seen = self.version
        stored = self.store.read.get(type(record), record.id)
        if self._graph is not None and stored is not None:
            self._graph.put(stored)

    def refresh(self) -> None:
        """Forgets what was derived from the file."""
        self._seen = self.version
        self._graph = None

"""What the screens need from an open data file; the session provides it.

The screens know these shapes and nothing of the database. All texts come as they were stored; the
widgets clean them again when they draw them.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Option = tuple[str, str]
"""Key and label."""


class Row(Protocol):
    """One line of the directory; ``search`` is the folded text the filter looks at."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def search(self) -> str: ...


class Link(Protocol):
    """A neighbour in the graph."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def note(self) -> str: ...


class Way(Protocol):
    """A way to reach somebody; ``kind`` is ``phone``, ``mail`` or ``web``."""

    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def value(self) -> str: ...


class Detail(Protocol):
    """A record as its detail pane shows it."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def facts(self) -> Sequence[tuple[str, str]]: ...
    @property
    def ways(self) -> Sequence[Way]: ...
    @property
    def groups(self) -> Sequence[tuple[str, Sequence[Link]]]: ...


class Reading(Protocol):
    """How a typed text was understood; ``holds`` is False if the sentence names a problem."""

    @property
    def holds(self) -> bool: ...
    @property
    def sentence(self) -> str: ...


class Directory(Protocol):
    """Actors, contacts, areas and offers. Kinds: ``actor``, ``contact``, ``area``, ``offer``."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has recorded an institution or an offer yet."""

    def rows(self, kind: str | None = None) -> Sequence[Row]:
        """The records of a kind, or actors, contacts and areas, sorted by kind and title."""

    def detail(self, record_id: str) -> Detail:
        """Raises KeyError if the record is not there any more."""

    def form(self, kind: str, record_id: str | None) -> Mapping[str, str]:
        """The values of a form as a person types them; keys for references, joined by commas."""

    def options(self, source: str) -> Sequence[Option]:
        """Keys and labels of a vocabulary, of a closed set, or of the records of a kind."""

    def reading(self, reads: str, typed: str) -> Reading:
        """How a text typed as ``ages``, ``times``, ``phones``, ``mail`` or ``date`` is read."""

    def save(
        self,
        kind: str,
        record_id: str | None,
        values: Mapping[str, str],
        seen: Mapping[str, str] | None = None,
    ) -> str:
        """Saves and gives the id; raises ``FormProblems`` with one sentence a field.

        ``seen`` are the values the form was opened with: what another program changed meanwhile
        in other fields stays; in the same fields ``Conflicts`` is raised and nothing is saved.
        """

    def verify(self, record_id: str) -> str:
        """Notes that somebody checked the record today, and gives the sentence that says so."""

    def delete(self, record_id: str) -> str:
        """Deletes, and gives the sentence that says so."""


class Named(Protocol):
    """A record that is named on a hit; the id is empty if nobody has recorded it."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


class Person(Named, Protocol):
    """The person to call; the name is empty where only a number of the institution is known."""

    @property
    def role(self) -> str | None: ...
    @property
    def phone(self) -> str | None: ...
    @property
    def email(self) -> str | None: ...
    @property
    def deputy(self) -> str | None: ...


class Hit(Protocol):
    """One person with the offer that fits best; ``also`` are further offers of the person."""

    @property
    def offer(self) -> Named | None: ...
    @property
    def actor(self) -> Named: ...
    @property
    def contact(self) -> Person | None: ...
    @property
    def why(self) -> Sequence[str]: ...
    @property
    def unknown(self) -> Sequence[str]: ...
    @property
    def access(self) -> str | None: ...
    @property
    def path(self) -> Sequence[str]: ...
    @property
    def notes(self) -> Sequence[str]: ...
    @property
    def marks(self) -> Sequence[str]:
        """A word or two each for the list: free or full places, a start to come, freshness."""

    @property
    def verified(self) -> str:
        """When the record was last checked, as a sentence; empty if nobody has recorded it."""

    @property
    def also(self) -> Sequence[Named]: ...
    @property
    def pinned(self) -> bool: ...


class Notice(Protocol):
    """A sentence about the case."""

    @property
    def code(self) -> str: ...
    @property
    def message(self) -> str: ...


class Warned(Protocol):
    """What the case touches: protection of children, violence, a crisis, haste."""

    @property
    def kind(self) -> str | None: ...
    @property
    def message(self) -> str: ...


class CaseAnswer(Protocol):
    """What a case was understood as, and whom to call."""

    @property
    def hits(self) -> Sequence[Hit]: ...
    @property
    def fallback(self) -> Sequence[Hit]: ...
    @property
    def notices(self) -> Sequence[Notice]: ...
    @property
    def safety(self) -> Warned: ...
    @property
    def was_searched(self) -> bool:
        """Whether contacts were looked for; of a refused text nothing is kept either."""


class Cases(Protocol):
    """The case: understood and answered in memory; nothing of it is kept."""

    def options(self, source: str) -> Sequence[Option]:
        """Keys and labels for ``occasions``, ``area``, ``languages``, ``target_groups``,
        ``access`` and ``yes``."""

    def answer(self, text: str, fields: Mapping[str, str]) -> CaseAnswer:
        """Called in a thread of its own, always the same one.

        ``fields`` are those a person filled by hand, by the names of
        ``stk_tui.widgets.case_facts``: keys joined by commas, or the text as typed. A field that
        is there and empty says that the text's own reading must not count.
        """

    def filled(self, given: Any) -> Mapping[str, str]:
        """What the text says, for the fields: keys for choices, else as a person types it."""

    def evidence(self, given: Any) -> Sequence[str]:
        """The words of the text that decided what was understood, in its order."""

    def observation(self, given: Any) -> Sequence[tuple[str, str]]:
        """What an observation would hold: topic, occasion, target group; never the text.

        Nothing for a text of which nothing was searched.
        """

    def observe(self, given: Any) -> str:
        """Records this observation; the sentence says so, or why not."""


class Session(Protocol):
    """One open data file."""

    @property
    def directory(self) -> Directory: ...

    @property
    def cases(self) -> Cases: ...

    @property
    def notices(self) -> Sequence[str]:
        """Sentences about the file to be said at the start, as that it can only be read."""

    def damage_found(self) -> Sequence[str]:
        """Sentences about damaged records that were met since the last call."""

    def choose_own_actor(self, uid: str) -> str:
        """Makes an institution the own one, for warm paths and observations; says so."""

    def undo(self) -> str:
        """Takes the last change back, and gives the sentence that says what happened."""

    def forget_old(self) -> str:
        """Takes old contents out of the history if any are due; the sentence says so, or is ""."""

    def back_up(self) -> str:
        """Makes the backup of the day if there is none; the sentence says why not, or is ""."""

    def changed_elsewhere(self) -> bool:
        """Whether another program changed the file since it was last read."""


class Conflicts(Exception):
    """Fields that were changed here and elsewhere: name to the text here and the text there."""

    def __init__(self, fields: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(len(fields))
        self.fields = fields


class FormProblems(Exception):
    """Values that cannot be saved: one sentence for each field concerned."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(len(problems))
        self.problems = problems

"""The right of access: who is meant, and all that is held about the person as one can read it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from db.about_person import About, Held, Step, about_person, mentions, names_of_persons
from db.erase import Mention
from db.read import Reader
from stk_graph.language import N_, _
from stk_graph.model import is_id
from stk_graph.text import fold
from stk_tui.fields import FORMS, NAMELESS, ONE
from stk_tui.session.history import action_code, local_time, sentence_of
from stk_tui.session.lookup import Ambiguous, NotFound

if TYPE_CHECKING:
    from stk_tui.session.core import Session


class Section(NamedTuple):
    """A heading with lines of label and text."""

    heading: str
    lines: list[tuple[str, str]]


class Disclosure(NamedTuple):
    """What is held about a person; ``uid`` is None if only texts name somebody so."""

    uid: str | None
    name: str
    about: About | None
    mentions: list[Mention]


LABELS = {
    **{field.name: field.label for field in FORMS["contact"]},
    "source_id": N_("Nummer der Quelle"),
    "owner": N_("Verantwortliche Einrichtung"),
    "version": N_("Fassung"),
    "created": N_("Angelegt"),
    "changed": N_("Geändert"),
    "dead": N_("Gelöscht"),
    "verified_by": N_("Geprüft von"),
    "consent": N_("Einwilligung"),
    "informed_on": N_("Informiert am"),
    "restricted": N_("Gesperrt"),
    "contact": N_("Ansprechperson"),
    "actor": N_("Einrichtung"),
    "offer": N_("Angebot"),
    "need": N_("Bedarf"),
    "network": N_("Netzwerk"),
    "meeting": N_("Sitzung"),
    "responsibility": N_("Zuständig für"),
    "is_main": N_("Hauptansprechperson"),
    "since": N_("Seit"),
    "until": N_("Bis"),
    "from_contact": N_("Wer"),
    "to_contact": N_("kennt wen"),
    "occasion": N_("Anlass"),
    "presence": N_("Anwesenheit"),
    "roles": N_("Rollen"),
    "first_time": N_("Zum ersten Mal"),
    "given_on": N_("erteilt am"),
    "withdrawn_on": N_("widerrufen am"),
    "purpose": N_("Zweck"),
    "form": N_("Form"),
    "description": N_("Beschreibung"),
}
"""What fields are called here; others are shown under their own name."""

NOTICE = N_(
    "Zweck: Fachkräfte eines Stadtteils finden sich gegenseitig; gespeichert sind berufliche "
    "Angaben. Automatisierte Entscheidungen gibt es nicht. Die Person kann Berichtigung, Löschung "
    "und Einschränkung verlangen, widersprechen und sich bei der Aufsichtsbehörde beschweren "
    "(Art. 15 bis 21, 77 DSGVO). Stehen hier Namen anderer Personen, ist vor der Weitergabe zu "
    "prüfen, ob sie davon berührt sind (Art. 15 Abs. 4)."
)


def disclose(session: "Session", named: str) -> Disclosure:
    """All that is held about the person of this id or name, and notes that it was asked for.

    The note holds the id alone; in a file that can only be read it is left out. Raises
    ``Ambiguous``.
    """
    read = session.store.read
    uid, names = _meant(read, named)
    if uid is None:
        return Disclosure(None, named, None, mentions(read, [named]))
    about = about_person(read, uid, names)
    if not session.store.read_only:
        with session.store.write(session.who, action_code("disclosed", "contact", uid)) as action:
            action.keeps_itself = True
    return Disclosure(uid, names[0] if names else uid, about, about.mentions)


def _meant(read: Reader, named: str) -> tuple[str | None, list[str]]:
    """The person of that id or name, present, deleted or known to the history alone."""
    known = names_of_persons(read)
    if is_id(named):
        return (named, known[named]) if named in known else (None, [])
    wanted = fold(named)
    for test in (str.__eq__, str.startswith, str.__contains__):
        found = [
            uid for uid, names in known.items() if any(test(fold(name), wanted) for name in names)
        ]
        if len(found) > 1:
            raise Ambiguous(named, [(uid, known[uid][0]) for uid in found])
        if found and wanted:
            return found[0], known[found[0]]
    return None, []


def person_to_erase(read: Reader, named: str) -> tuple[str, str]:
    """Id and name of the person of that id or name; raises ``NotFound``, ``Ambiguous``."""
    uid, names = _meant(read, named)
    if uid is None:
        raise NotFound(named)
    return uid, names[0] if names else uid


def mention_lines(read: Reader, found: Sequence[Mention]) -> list[tuple[str, str]]:
    """Where a name stands in texts: the kind of record, and its title with the field."""
    titles = _Titles(read)
    return [(_record_name(one.table), f"{titles(one.uid)} ({_label(one.field)})") for one in found]


def as_json(found: Disclosure, today: date) -> dict[str, Any]:
    """The answer for another program, which is also the copy of Art. 20 DSGVO."""
    about = found.about or About([], [], [], [], [], [])
    return {
        "person": {"id": found.uid, "name": found.name},
        "as_of": today,
        "records": [one._asdict() for one in about.records],
        "imported": [one._asdict() for one in about.imported],
        "notes": [one._asdict() for one in about.notes],
        "history": [one._asdict() for one in about.steps],
        "exports": [one._asdict() for one in about.exports],
        "mentions": [one._asdict() for one in found.mentions],
    }


def sections(read: Reader, found: Disclosure) -> Iterator[Section]:
    """The answer for a person, in the order in which one reads it."""
    about = found.about or About([], [], [], [], [], [])
    titles = _Titles(read)
    for held in about.records:
        heading = _record_name(held.table)
        if held.is_deleted:
            heading = _("{kind} (gelöscht)").format(kind=heading)
        yield Section(heading, _fields(held, titles))
    for imported in about.imported:
        heading = _("Eingelesen aus „{source}“").format(source=imported.source)
        yield Section(heading, _named(imported.values, titles))
    if about.notes:
        notes = [(note.field, note.text) for note in about.notes]
        yield Section(_("Notizen aus dem Einlesen"), notes)
    if about.steps:
        lines = [line for step in about.steps for line in _step(step, titles)]
        yield Section(_("Verlauf"), lines)
    if about.exports:
        yield Section(
            _("Weitergaben, in denen die Person enthalten gewesen sein kann"),
            [
                (
                    local_time(one.at),
                    ", ".join(filter(None, (one.recipient, one.purpose, one.level, one.who))),
                )
                for one in about.exports
            ],
        )
    if found.mentions:
        yield Section(
            _("Der Name steht auch in Texten anderer Einträge"),
            mention_lines(read, found.mentions),
        )


class _Titles:
    """How the records that values refer to are named, each looked up once."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._known: dict[str, str] = {}

    def __call__(self, uid: str) -> str:
        if uid not in self._known:
            self._known[uid] = self._read.titles([uid]).get(uid, uid)
        return self._known[uid]


def _record_name(table: str) -> str:
    return _({**NAMELESS, **ONE}.get(table, table))


def _label(field: str) -> str:
    return _(LABELS[field]) if field in LABELS else field


def _fields(held: Held, titles: _Titles) -> list[tuple[str, str]]:
    return [(_("Kennung"), held.uid), *_named(held.values, titles)]


def _named(values: Mapping[str, Any], titles: _Titles) -> list[tuple[str, str]]:
    lines = ((_label(name), _words(value, titles)) for name, value in values.items())
    return [(name, text) for name, text in lines if text]


def _step(step: Step, titles: _Titles) -> Iterator[tuple[str, str]]:
    """When and by whom, what was done, and each field; what was blanked can no longer be told."""
    what = f"{sentence_of(step.what)} · {_record_name(step.table)}"
    yield f"{local_time(step.at)}  {step.who}", what
    if not step.before and not step.after:
        yield "", _("Inhalt nicht mehr vorhanden")
    for name in dict.fromkeys([*step.before, *step.after]):
        before, after = (_words(side.get(name), titles) for side in (step.before, step.after))
        if not step.before:
            yield "", f"{_label(name)}: {after}"
        else:
            yield "", f"{_label(name)}: {before or '–'} → {after or '–'}"


def _words(value: object, titles: _Titles) -> str:
    """A stored value as a person reads it: references by name, dates as one writes them."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nein")
    if isinstance(value, Mapping):
        if "number" in value:
            return " ".join(str(value[part]) for part in ("number", "extension") if value.get(part))
        return ", ".join(f"{name} {text}" for name, text in _named(value, titles))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(filter(None, (_words(one, titles) for one in value)))
    text = str(value)
    if is_id(text):
        return titles(text)
    return _moment(text)


def _moment(text: str) -> str:
    """A day or instant as it is written here; any other text as it stands."""
    try:
        if len(text) == 10:
            return f"{date.fromisoformat(text):%d.%m.%Y}"
        if len(text) == 24 and text.endswith("Z"):
            datetime.fromisoformat(text)
            return local_time(text)
    except ValueError:
        return text
    return text

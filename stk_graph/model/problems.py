"""What is wrong with a record, in words for the person who typed it."""

import msgspec

from stk_graph.language import N_, _

SENTENCES = {
    "name-missing": N_("Der Name fehlt. Bitte einen Namen eintragen."),
    "title-missing": N_("Der Titel fehlt. Bitte einen Titel eintragen."),
    "text-missing": N_("Hier fehlt der Text. Bitte ausfüllen."),
    "lead-missing": N_("Zu jedem Angebot gehört eine Einrichtung, die es verantwortet."),
    "employer-missing": N_("Zu jeder Ansprechperson gehört eine Einrichtung."),
    "age-reversed": N_("Das Mindestalter {low} liegt über dem Höchstalter {high}."),
    "age-range": N_("Ein Alter liegt zwischen 0 und 120 Jahren, hier steht {value}."),
    "age-step": N_("Ein Alter wird in ganzen oder halben Jahren angegeben, hier steht {value}."),
    "slot-reversed": N_(
        "Die Zeit beginnt um {start} und endet um {end}. "
        "Über Mitternacht bitte zwei Zeiten anlegen."
    ),
    "slot-range": N_("Eine Uhrzeit liegt zwischen 0:00 und 24:00 Uhr."),
    "slot-nth": N_("„{value}. im Monat“ gibt es nicht; möglich sind 1 bis 4 und der letzte."),
    "period-reversed": N_("Der Zeitraum endet am {end}, vor seinem Anfang am {start}."),
    "period-empty": N_("Der Zeitraum hat weder Tage noch Ferien. Bitte eines davon angeben."),
    "since-after-until": N_("„seit“ liegt nach „bis“."),
    "count-negative": N_("Eine Anzahl kann nicht unter 0 liegen, hier steht {value}."),
    "self-reference": N_("Ein Eintrag kann nicht auf sich selbst verweisen."),
    "tie-to-self": N_("Eine Einrichtung kann keine Verbindung zu sich selbst melden."),
    "rating-range": N_("Eine Bewertung liegt zwischen 1 und 4, hier steht {value}."),
    "rating-voice": N_("Eine Stimme braucht eine Einrichtung oder eine Zettelnummer."),
    "recipient-missing": N_("Eine Mitteilung braucht eine Empfängerin und ein Datum."),
    "member-missing": N_("Eine Mitgliedschaft braucht eine Einrichtung oder eine Person."),
    "subject-missing": N_("Eine Abstimmung braucht zwei Angebote oder eine Ferienwoche."),
    "id-invalid": N_("Die Kennung „{value}“ ist keine gültige Kennung von stk."),
    "unknown-value": N_("„{value}“ ist kein Wert aus der Liste „{list}“."),
    "reference-missing": N_("Der Eintrag, auf den „{field}“ verweist, ist nicht mehr da."),
    "parent-cycle": N_("Der Träger „{value}“ gehört selbst zu dieser Einrichtung: ein Kreis."),
    "feedback-own": N_("Die beobachtende Einrichtung kann sich nicht selbst bestätigen."),
}


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong: its field, the rule it breaks, the values for its sentence."""

    field: str
    code: str
    values: dict[str, str] = {}

    def __str__(self) -> str:
        return _(SENTENCES[self.code]).format(**self.values)


class Invalid(ValueError):
    """A record that cannot be; ``problems`` says for each field what is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(" ".join(str(problem) for problem in problems))


def refuse_if(*problems: Problem | None) -> None:
    """Raises ``Invalid`` with the problems that are not None."""
    found = [problem for problem in problems if problem is not None]
    if found:
        raise Invalid(found)


def required(text: str, field: str, code: str = "text-missing") -> Problem | None:
    """A problem if ``text`` is blank."""
    return None if text.strip() else Problem(field, code)


def not_reversed(since: object, until: object, field: str) -> Problem | None:
    """A problem if both ends of a time span are known and lie the wrong way round."""
    if since is not None and until is not None and since > until:  # type: ignore[operator]
        return Problem(field, "since-after-until")
    return None

"""Streets with house numbers in running text: "Goethestr. 5", "Am Markt 7", "im Rosenweg 12b".

A first pattern finds what could be the name of a street before a number, a second one reads the
number. Words that end like a street and are none (Spielplatz, Schulhof) count only as a dwelling.
"""

import re
from collections.abc import Iterator
from functools import cache

STREET = r"(?:straße|strasse|str\.|str|gasse|allee|chaussee|promenade|steige|stiege|twiete|zeile)"
MAYBE_STREET = (
    r"(?:weg|platz|ring|damm|ufer|steig|stieg|pfad|hof|markt|graben|berg|park|wall|kamp|winkel|"
    r"anger|redder|garten|gärten|feld|blick|höhe|tor|brücke|grund|hain|eck|aue|stein|wiesen?|"
    r"siedlung|kai|hang|rain|bogen|acker|born|heide|busch|tal|leite|terrasse)"
)
_NUMBER_AHEAD = r"(?=\s?(?:\d|[Nn]r|[Nn]ummer|[Hh]aus))"
_NAME = r"[A-ZÄÖÜ][\w'’.-]*"
_DWELLING = ("wohn", "leb", "adresse", "anschrift", "gemeldet", "zieht", "zog")
"""What stands in every text that ``_AT_HOME`` finds something in; it takes long to make."""
_AT_HOME = (
    r"(?:(?i:\b(?:wohn\w+|lebt|leben|lebend|adresse|anschrift|gemeldet|zieht|zog)\b)[^.!?\n]{0,30}?"
    rf"\b(?P<home>[\w'’-]*(?i:{MAYBE_STREET})|{_NAME}\s?-?(?i:{MAYBE_STREET}))){_NUMBER_AHEAD}"
)
_STREETS = (
    rf"\b[\w'’.-]*[\w.-](?i:{STREET}){_NUMBER_AHEAD}",
    rf"(?:\b{_NAME}\s)+(?i:{STREET}){_NUMBER_AHEAD}",
    rf"\b[Ss]traße\s(?:der|des|am|an der|zum|zur|vom|von)\s(?:\d+\.\s)?{_NAME}{_NUMBER_AHEAD}",
    rf"\b(?P<maybe>[A-ZÄÖÜ][\w'’-]*(?i:{MAYBE_STREET})){_NUMBER_AHEAD}",
    rf"\b[A-ZÄÖÜ][\w'’-]+(?:er|-)\s(?i:{MAYBE_STREET}){_NUMBER_AHEAD}",
    _AT_HOME,
    r"\b(?:Am|An de[rn]|Auf de[rmn]|Zu[mr]|Unter de[rn]|Hinter de[rm]|Vor de[rm]|Im|In de[rn]|"
    r"Bei der|Beim|Obere[rn]?|Untere[rn]?|Alte[rn]?|Neue[rn]?|Große[rn]?|Kleine[rn]?)\s"
    r"(?P<noun>[A-ZÄÖÜ]\w+)(?=\s\d)",
    r"(?i:\bhausnummer)(?=\s?\d)",
)
_HOUSE_NUMBER = (
    r"\s?(?:(?:nr\.?|nummer|hausnummer|haus)\s?)?(?:(?!(?:19|20)\d\d\b)\d{1,3}\s?(?:[a-h]\b)?(?!\d)"
    r"(?![.,:]\d)(?!\.?\s*(?:uhr|jahr|jähr|kind|jugend|woche|tag|stund|minut|person|leute|famil|"
    r"mal\b|klass|euro|€|%|km\b|m\b|meter|plätz|gruppe|bis\s\d|mädchen|jungen|schüler|monat|oder\s\d))"
    r"|(?<=[rR]\s)(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+zehn|\w+zig)\b)"
)
_END = re.compile(r"\s*(?:$|[,.;)\n]|in\b|und\b|[a-zäöü])")
"""What may follow "Am Markt 7": not a further noun, which the number would count."""

NO_STREET = (
    *("spiel", "kita", "krippen", "kindergarten", "betreuungs", "schul", "arbeits", "ausbildungs"),
    *(
        "studien",
        "studier",
        "hort",
        "therapie",
        "pflege",
        "heim",
        "sitz",
        "schlaf",
        "park",
        "sport",
    ),
    *("bolz", "fußball", "hoch", "ferien", "ganztags", "praktikums", "steh", "aktiv", "bauspiel"),
    *("abenteuer", "jahr", "weihnachts", "floh", "wochen", "super", "bauern", "bahn", "fried"),
    *("kinder", "klein", "stellen", "wohnungs", "u3-", "schreib", "übungs", "hand", "zirkel"),
    *("rettungs", "aus", "um", "grundschul", "gemeinschafts", "mehrzweck", "frei", "lehrstellen"),
)
"""Beginnings of words that end like a street: Spielplatz, Schulhof, Flohmarkt."""

NO_NAME = (
    *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "januar"),
    *("februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober"),
    *("november", "dezember", "sommer", "winter", "herbst", "früh", "jahr", "alter", "schul"),
    *("klasse", "kita", "krippe", "hort", "grundschul", "gruppe", "ferien", "oster", "weihnacht"),
    *("woche", "monat", "familie", "wohnung", "haus", "zeit", "nacht", "abend", "nachmittag"),
    *("vormittag", "mittag", "morgen", "stufe", "angebot", "kurs", "treff", "punkt", "ganztag"),
    *(
        "umkreis",
        "teil",
        "schnitt",
        "durchschnitt",
        "raum",
        "stadtteil",
        "bezirk",
        "stock",
        "rathaus",
    ),
)
"""Beginnings of nouns that follow "Im" or "Am" before a number without being a street."""


@cache
def _street(*, at_home: bool) -> re.Pattern[str]:
    streets = (street for street in _STREETS if at_home or street is not _AT_HOME)
    return re.compile("|".join(f"(?:{street})" for street in streets))


@cache
def _house_number() -> re.Pattern[str]:
    return re.compile(_HOUSE_NUMBER, re.IGNORECASE)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every street with house number in ``text``."""
    low = text.casefold()
    at_home = any(word in low for word in _DWELLING)
    for match in _street(at_home=at_home).finditer(text):
        house = _house_number().match(text, match.end())
        if house is not None and _is_street(match, text, house.end()):
            yield match.start(), house.end()


def _is_street(match: re.Match[str], text: str, end: int) -> bool:
    named = match.groupdict()
    maybe, noun = named["maybe"] or named.get("home"), named["noun"]
    if maybe is not None:
        return not maybe.lower().startswith(NO_STREET)
    if noun is not None:
        return not noun.lower().startswith(NO_NAME) and _END.match(text, end) is not None
    return True

"""Streets with house numbers in running text: "Goethestr. 5", "Am Markt 7", "im Rosenweg 12b".

A first pattern finds what could be the name of a street before a number, a second one reads the
number. Words that end like a street and are none (Spielplatz, Schulhof) count only as a dwelling.
"""

import re
from collections.abc import Iterator
from functools import cache

from stk_graph.text.name_lists import is_plain, name_key

STREET = r"(?:straße|strasse|str\.|str|gasse|allee|chaussee|promenade|steige|stiege|twiete|zeile)"
MAYBE_WORDS = (
    *("weg", "platz", "ring", "damm", "ufer", "steig", "stieg", "pfad", "hof", "markt"),
    *("graben", "berg", "park", "wall", "kamp", "winkel", "anger", "redder", "garten"),
    *("gärten", "feld", "blick", "höhe", "tor", "brücke", "grund", "hain", "eck", "aue"),
    *("stein", "wiesen", "wiese", "siedlung", "kai", "hang", "rain", "bogen", "acker", "born"),
    *("heide", "busch", "tal", "leite", "terrasse", "breite", "lohe", "horst", "hecke", "trift"),
    *("koppel", "weide", "anlage", "deich", "kuhle", "bruch", "moor", "esch", "rott", "gewann"),
)
MAYBE_STREET = f"(?:{'|'.join(MAYBE_WORDS)})"
STREET_SIGNS = (
    "str",
    "platz ",
    "gasse",
    "allee",
    "chaussee",
    "promenade",
    "stei",
    "stie",
    "twiete",
    "zeile",
)
PLACE_SIGNS = (
    *("Am", "An", "Auf", "Zu", "Unter", "Hinter", "Vor", "Im", "In", "Bei", "Ober", "Alte", "Neue"),
    *("Große", "Kleine", "Lange", "Kurze", "Hohe", "Breite"),
)
_NUMBER_AHEAD = r"(?=\s?(?:\d|[Nn]r|[Nn]ummer|[Hh]aus))"
_NAME = r"[A-ZÄÖÜ][\w'’.-]*"
_FLOOR = (
    r"(?:\d\.\s?(?:OG|Stock|Etage)|EG|OG|DG|UG|Erdgeschoss|Dachgeschoss|Hinterhaus|Vorderhaus|"
    r"Hochparterre|Parterre|Souterrain)\b"
)
FLOOR_SIGNS = (
    *("OG", "EG", "DG", "UG", "Stock", "Etage", "Erdg", "Dachg", "Hinterh", "Vorderh", "Hochp"),
    *("Parterre", "Souterrain"),
)
STREETS: tuple[tuple[tuple[str, ...], str], ...] = (
    (STREET_SIGNS, rf"\b[\w'’.-]*[\w.-](?i:{STREET}){_NUMBER_AHEAD}"),
    (STREET_SIGNS, rf"(?:\b{_NAME}\s)+(?i:{STREET}){_NUMBER_AHEAD}"),
    (
        STREET_SIGNS,
        r"\b(?:[Ss]traße|Platz)\s(?:der|des|am|an der|zum|zur|vom|von)\s(?:\d+\.\s)?"
        rf"{_NAME}{_NUMBER_AHEAD}",
    ),
    (MAYBE_WORDS, rf"\b(?P<maybe>[A-ZÄÖÜ][\w'’-]*(?i:{MAYBE_STREET})){_NUMBER_AHEAD}"),
    (MAYBE_WORDS, rf"\b[A-ZÄÖÜ][\w'’-]+(?:er|-)\s(?i:{MAYBE_STREET}){_NUMBER_AHEAD}"),
    (
        ("wohn", "leb", "adresse", "anschrift", "gemeldet", "zieht", "zog"),
        r"(?:(?i:\b(?:wohn\w+|lebt|leben|lebend|adresse|anschrift|gemeldet|zieht|zog)\b)"
        rf"[^.!?\n]{{0,30}}?\b(?P<home>[\w'’-]*(?i:{MAYBE_STREET})|{_NAME}\s?-?(?i:{MAYBE_STREET})))"
        rf"{_NUMBER_AHEAD}",
    ),
    (
        PLACE_SIGNS,
        r"\b(?:Am|An de[rn]|Auf de[rmn]|Zu[mr]|Unter de[rn]|Hinter de[rm]|Vor de[rm]|Im|In de[rn]|"
        r"Bei der|Beim|Obere[rn]?|Untere[rn]?|Alte[rn]?|Neue[rn]?|Große[rn]?|Kleine[rn]?|"
        r"Lange[rn]?|Kurze[rn]?|Hohe[rn]?|Breite[rn]?)\s"
        r"(?P<noun>[A-ZÄÖÜ]\w+)(?=\s\d)",
    ),
    (("hausnummer",), r"(?i:\bhausnummer)(?=\s?\d)"),
    (("Haus N", "haus n"), r"\b[Hh]aus\s(?:[Nn]r\.?|[Nn]ummer)(?=\s?\d)"),
    (("weg",), rf"\b(?P<small>[a-zäöü]{{3,}}weg){_NUMBER_AHEAD}"),
    (FLOOR_SIGNS, rf"\b(?P<named>{_NAME})(?=\s\d{{1,3}}\s?[a-h]?,?\s{_FLOOR})"),
)
"""One of the signs stands, as it is or case-folded, in every text in which a pattern is found."""
_HOUSE_NUMBER = (
    r"\s?(?:(?:nr\.?|nummer|hausnummer|haus)\s?)?(?:(?!(?:19|20)\d\d\b)\d{1,3}\s?(?:[a-h]\b)?(?!\d)"
    r"(?![.,:]\d)(?!\.?\s*(?:uhr|jahr|jähr|kind|jugend|woche|tag|stund|minut|person|leute|famil|"
    r"mal\b|klass|euro|€|%|er\b|km\b|c?m\b|kg\b|qm\b|plus\b|zimmer|meter|plätz|gruppe|bis\s\d|mädchen|jungen|schüler|monat|oder\s\d))"
    r"|(?<=[rR]\s)(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+zehn|\w+zig)\b)"
)
_END = re.compile(r"(?:\s?-\s?\d{1,3}\b)?\s*(?:$|[,.;)\n]|in\b|und\b|[a-zäöü])")
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
    *("abenteuer", "jahr", "weihnachts", "floh", "wochen", "super", "bauern", "bahn", "friedhof"),
    *("kinder", "klein", "stellen", "wohnungs", "u3-", "schreib", "übungs", "hand", "zirkel"),
    *(
        "hinterhof",
        "schlacht",
        "werkhof",
        "kultur",
        "überhang",
        "schwanger",
        "kletter",
        "tier",
        "wild",
        "freizeit",
        "vergnügungs",
        "heimweg",
        "radweg",
    ),
    *(
        "fußweg",
        "gehweg",
        "rückweg",
        "feldweg",
        "waldweg",
        "umweg",
        "überweg",
        "vorweg",
        "unterweg",
    ),
    *("weg", "ausweg", "irrweg", "durchweg", "hinweg", "rechtsweg", "postweg", "wander"),
    *("rettungs", "aus", "um", "grundschul", "gemeinschafts", "mehrzweck", "frei", "lehrstellen"),
)
"""Beginnings of words that end like a street: Spielplatz, Schulhof, Flohmarkt."""

NO_NAME = (
    *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "januar"),
    *("februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober"),
    *("november", "dezember", "sommer", "winter", "herbst", "früh", "jahr", "alter", "schul"),
    *("klasse", "kita", "krippe", "hort", "grundschul", "gruppe", "ferien", "oster", "weihnacht"),
    *("mensch", "tür", "miete", "leute", "frauen", "männer", "schritte", "pause", "strecke"),
    *("woche", "monat", "familie", "wohnung", "haus", "zeit", "nacht", "abend", "nachmittag"),
    *("vormittag", "mittag", "morgen", "stufe", "angebot", "kurs", "treff", "punkt", "ganztag"),
    *(
        "umkreis",
        "teil",
        "hochhaus",
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


def streets_that_may_be_in(text: str) -> tuple[str, ...]:
    """The patterns of streets whose signs are in ``text``; only these are made."""
    low = text.casefold()
    return tuple(
        pattern for signs, pattern in STREETS if any(sign in low or sign in text for sign in signs)
    )


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@cache
def _house_number() -> re.Pattern[str]:
    return re.compile(_HOUSE_NUMBER, re.IGNORECASE)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every street with house number in ``text``."""
    streets = streets_that_may_be_in(text)
    if not streets:
        return
    for match in _any_of(streets).finditer(text):
        house = _house_number().match(text, match.end())
        if house is not None and _is_street(match, text, house.end()):
            yield match.start(), house.end()


def _is_street(match: re.Match[str], text: str, end: int) -> bool:
    named = match.groupdict()
    maybe = named.get("maybe") or named.get("home") or named.get("small")
    noun, told = named.get("noun"), named.get("named")
    if told is not None:
        return not told.lower().startswith((*NO_NAME, *NO_STREET)) and not is_plain(name_key(told))
    if maybe is not None:
        return not maybe.lower().startswith(NO_STREET)
    if noun is not None:
        return not noun.lower().startswith(NO_NAME) and _END.match(text, end) is not None
    return True

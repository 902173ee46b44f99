"""Words that deny, and words that turn a denial into a wish; folded, stems where so used."""

from stk_graph.late import Late

REACH = 3
"""So many words may stand between the word that says no and what it denies."""
FAR_REACH = 7
"""As ``REACH``, for "auf keinen Fall" and "weder … noch"."""

KEIN = ("kein", "keine", "keinen", "keinem", "keiner", "keines", "keinerlei")
NOT = ("nicht", "nie", "niemals", "keinesfalls", "keineswegs")
INSTEAD = ("statt", "anstatt", "anstelle")
LESS = ("ohne", "ausser")
NO = frozenset({*KEIN, *NOT, *INSTEAD, *LESS, "weder"})
NO_AGAIN = frozenset({*KEIN, *NOT, "nichts", "niemand", "niemanden", "kaum", "unmoeglich"})
NO_AGAIN_STEMS = ("aufgeschmissen", "verloren", "hilflos", "ueberfordert", "verlier")
NOT_ONLY = frozenset({"nur", "allein", "alleine", "bloss", "lediglich", "ausschliesslich"})
NOT_ENOUGH = frozenset(
    {"genug", "genuegend", "ausreichend", "gut", "richtig", "viel", "zuletzt", "laenger", "immer"}
)
NOT_YET = frozenset({"noch", "bisher", "bislang"})
NO_AFTER = frozenset(
    {"noetig", "notwendig", "gewuenscht", "gewollt", "erwuenscht", "hilft", "frage", "infrage"}
)
TROUBLES = frozenset(
    {
        *("schulden", "schuldnerberatung", "sucht", "suchtberatung", "gewalt_partner"),
        *("gewaltschutz", "mobbing"),
    }
)
"""Keys of what nobody wants: not to have it is no need, not to have a proxy is one."""
NO_MATTER = frozenset({"thema", "danke", "interesse", "bedarf"})
ENDS = frozenset(
    {
        *("sondern", "aber", "jedoch", "dafuer", "stattdessen", "vielmehr", "lieber", "eher"),
        *("wegen", "weil", "trotz", "obwohl", "denn", "damit", "seit"),
    }
)
"""Words behind which something else begins; right behind a no they belong to it."""
WANTS = ("will", "woll", "moecht", "brauch", "benoetig", "wuensch")
WISH = ("will", "woll", "moecht", "brauch", "benoetig", "such", "muss", "soll")
DOES_WITHOUT = ("will", "woll", "moecht", "auch", "lieber", "gern", "schafft", "kann", "kommt")
LACK = (
    *("hat", "hab", "find", "bekomm", "gibt", "krieg", "erhalt", "fehlt", "bekam", "fand"),
    *("nimmt", "nehm", "nahm", "aufnimm", "aufnehm", "aufgenomm", "frei", "zustaendig", "offen"),
)
REFUSES = (
    *("nimmt", "nehm", "nahm", "aufnimm", "aufnehm", "aufgenomm", "frei", "zustaendig"),
    *("naehe", "zeit", "erreichbar", "platz", "plaetze", "ort"),
)
"""Behind "keine Kita" these say that one is wanted and none is there."""
SHARE = (
    *("platz", "plaetz", "termin", "zusage", "hilf", "antwort", "unterstuetz", "rueckmeld"),
    *("zugang", "angebot", "kapazit", "chance", "anschluss"),
)
"""What one gets of a service: "kein Termin bei der Beratung" asks for the service."""
MIGHT_LACK = frozenset(
    {
        *("kinderbetreuung", "ferienangebot", "lernhilfe", "fruehe_kindheit", "teilhabe"),
        *("sprache_erwachsene", "freizeit", "jugendarbeit", "familienentlastung"),
    }
)
"""Topics of things people miss: "keine Betreuung" asks for it, "keine Schulden" does not."""
MISSED_EVEN_ALONE = frozenset({"kinderbetreuung", "ferienangebot"})
MISSED_WORDS = ("schulplatz", "platz", "wohnung", "arbeit", "ausbildung", "betreu", "hebamme")
MISSED_THINGS = frozenset({"geld", "deutsch", "wort", "einkommen", "strom", "heizung", "papiere"})
CANNOT = ("kann", "koenn", "konnt", "kenn", "weiss", "wissen")
"""Before a no: who cannot or does not know something asks for it."""
SERVICE = (
    *("beratung", "stelle", "kurs", "amt", "hilfe", "hort", "kita", "krippe", "platz", "heim"),
    *("gruppe", "dienst", "therapie", "betreuung", "klinik", "treff", "verein", "schule"),
    *("garten", "mutter", "zentrum", "bank", "reha", "pflege", "begleitung", "paten", "hebamme"),
    *(
        "foerderung",
        "assistenz",
        "buecherei",
        "bibliothek",
        "helfer",
        "berater",
        "therapeut",
        "beistand",
    ),
)
"""Endings of words for services, against problems such as "Schulden" or "Sucht"."""
HAS = ("hat", "habe", "haben", "hatte", "besucht", "besuchen", "bekommt", "bekommen", "erhaelt")
ALREADY = frozenset({"schon", "bereits", "laengst"})
DONE = Late(r"^(?:[a-z]*ge[a-z]{2,}|(?:be|ver|er|ent)[a-z]{3,})(?:t|en)$|iert$")
GOT = frozenset({"bekommen", "gefunden", "erhalten", "gekriegt", "besucht", "bekommt", "erhaelt"})
NOT_AS_WANTED = (
    *("reicht", "weit", "gekuendigt", "verlier", "verloren", "wechsel", "ander", "weg", "endet"),
    *("zieh", "umzug", "unzufrieden", "schliess", "bis", "gewechselt"),
)
DETERMINERS = frozenset(
    {
        *("", "zum", "zur", "in", "im", "ins", "den", "dem", "die", "das", "der", "ein", "eine"),
        *("einen", "einem", "einer", "mehr", "beim", "bei", "vom", "ja", "seit", "langem"),
        *("sein", "seine", "seinen", "ihr", "ihre", "ihren", "mein", "meine", "meinen"),
        *("unser", "unsere", "unseren"),
    }
)
MAY_DENY = (*NO, *ALREADY, "nein", "lehn", "ablehn", "verzicht", "lieber", "eher")
"""Beginnings of the words of which every denial has one."""
NOBODY_REFUSED = frozenset({"ihn", "uns", "mich", "antrag", "antraege", "kind", "kinder"})
"""Behind "lehnt" these say that the service refused somebody."""

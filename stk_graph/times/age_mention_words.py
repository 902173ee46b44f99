"""Words around ages in running text: persons, counted things, durations, ages as words."""

from stk_graph.late import Late
from stk_graph.times.scan import NUMBER_WORD, ORDINAL_WORD, Sign, any_of

_DIGITS = r"\d{1,2};\d{1,2}|\d{1,3}(?: ?½| 1/2|[.,]5(?!\d)|(?![.,:]?\d))"
FIGURE = f"(?:{_DIGITS})"
"""A number in digits; halves too."""

NUMBER = (
    rf"(?:{_DIGITS}"
    rf"|(?:ein )?halbe[sn]?|anderthalb|(?:ein|{NUMBER_WORD})einhalb|{NUMBER_WORD})"
)
"""A number as digits or as a word; halves too."""

PERSONS = frozenset(
    {
        *("abiturient", "abiturientin", "adoptivkind", "adoptivsohn", "adoptivtochter"),
        *("adressat", "adressatin", "alleinerziehende", "alleinerziehender", "anrufer"),
        *("anruferin", "auszubildende", "auszubildender", "azubi", "baby", "babys", "bewohner"),
        *("bewohnerin", "bruder", "brüder", "bub", "buben", "bursche", "cousin", "cousine"),
        *("dame", "ehefrau", "ehemann", "ehepaar", "eltern", "enkel", "enkelin", "enkelkind"),
        *("enkelkinder", "enkelkindern", "enkeln", "enkelsohn", "enkeltochter", "frau", "freund"),
        *("freundin", "frühchen", "geflüchtete", "geflüchteter", "geschwister"),
        *("geschwisterkind", "geschwisterkinder", "große", "großeltern", "großen", "großer"),
        *("großmutter", "großvater", "grundschulkind", "grundschulkinder", "halbbruder"),
        *("halbschwester", "halbwaise", "heranwachsende", "heranwachsender", "herr", "herrn"),
        *("jugendliche", "jugendlichen", "jugendlicher", "junge", "jungen", "jungs", "kid"),
        *("kids", "kind", "kinder", "kindern", "kleine", "kleinen", "kleiner", "klient"),
        *("klientin", "kollegin", "lehrling", "mama", "mann", "minderjährige", "minderjähriger"),
        *("mutter", "mädchen", "mädel", "mädeln", "mädels", "mädls", "nachbar", "nachbarin"),
        *("nachbarjunge", "nachbarkind", "nachbarn", "nachbarsjunge", "nachbarskind", "neffe"),
        *("neugeborene", "neugeborenen", "neugeborenes", "nichte", "oma", "onkel", "opa", "paar"),
        *("papa", "partner", "partnerin", "patenkind", "patient", "patientin", "person"),
        *("pflegegroßeltern", "pflegekind", "pflegekinder", "pflegesohn", "pflegetochter"),
        *("rentner", "rentnerin", "schulkind", "schulkinder", "schwangere", "schwester"),
        *("schwestern", "schwiegermutter", "schwiegervater", "schüler", "schülerin"),
        *("schülerinnen", "senior", "seniorin", "sohn", "sohnes", "stiefbruder", "stiefkind"),
        *("stiefmutter", "stiefschwester", "stiefsohn", "stieftochter", "stiefvater", "student"),
        *("studentin", "säugling", "säuglinge", "söhne", "tante", "teenager", "tochter"),
        *("töchter", "töchterchen", "töchtern", "uma", "umf", "vater", "waise", "witwe"),
        *("witwer", "zwilling", "zwillinge", "zwillingen"),
    }
)
"""Nouns for people; a number beside one may be an age."""

PATIENT = "pat."
"""The noun for people that ends with a dot."""

PERSON = rf"(?:{any_of(PERSONS)}\b|pat\.)"
"""A pattern of the nouns for people."""

COUNTED = frozenset(
    {
        *("h", "eur", "km", "m", "kg", "tag", "tage", "tagen", "woche", "wochen", "og"),
        *("mal", "x", "min", "junge", "jungen", "junges", "jungens", "klasse", "klassen"),
        *("monat", "monate", "monaten", "jahr", "jahre", "jahren", "abs"),
        *("mg", "ml", "cm"),
    }
)
"""Units and things that a number counts, as whole words."""

COUNTED_BEGINNINGS = (
    *("uhr", "€", "euro", "cent", "%", "prozent", "m²", "qm", "leute", "personen", "kinder"),
    *("enkel", "stunde", "std", "zimmer", "stock", "stockwerk", "etage", "plätze", "stufen"),
    *("grad", "punkte", "seiten", "minuten", "geschwister", "söhne", "töchter", "mädchen"),
    *("brüder", "schwestern", "schuljahr", "jährig", "treffen", "termin", "familien"),
    *("parteien", "wohnungen", "räume", "nächte", "bewerbungen", "briefe", "sechser"),
    *("stück", "liter", "januar", "februar", "märz", "april", "mai", "juni", "juli"),
    *("august", "september", "oktober", "november", "dezember", "sgb", "bgb", "meter"),
    *("tabletten", "flaschen", "bier", "anrufe", "fälle", "schüler", "frauen", "männer"),
    *("menschen", "teilnehm", "pflegegrad", "kilometer", "kilo", "ssw", "monatsmieten"),
    *("mieten", "raten", "mio", "tausend", "hundert", "bücher", "fächer", "fünfer", "vierer"),
    "mitarbeit",
)
"""Beginnings of words for what a number counts."""

_GOES_ON = Late(r"[:/.,-]?\d| ?½")
_COUNTED = Late(r"\.? ?-?(?:(?:weitere|kleinen?|anderen?) )?(?P<what>\w*)")


def counts(low: str, at: int) -> bool:
    """Whether what stands at ``at``, behind a number, shows that it is no age."""
    if _GOES_ON.match(low, at):
        return True
    found = _COUNTED.compiled.match(low, at)
    if found is None:
        return False
    return found["what"] in COUNTED or low.startswith(COUNTED_BEGINNINGS, found.start("what"))


ADULT = Late(r"frau|mutter|vater|mama|papa|mann|schwanger|eltern|paar|dame|herr")
"""Persons whose months are those of something else (``Frau, 7. Monat``)."""

PRONOUNS = frozenset({"ich", "er", "sie", "bin", "jetzt"})
"""Words that stand for a person before an age."""

GROWN = 13
"""Years from which a bare number right behind a person is an age even before a noun."""

AFTER_AGE = (
    r"noch|schon|nicht|immer|in|aus|von|zu|zum|und|schwanger|allein|weg|bereits|keinen?|nie|das|die"
    r"|den|der|sich|jahren|oder|kann|will|darf|hat|ist|wieder|mutter|vater|ausziehen|ausgezogen"
)
"""Words that may follow an age after ``mit`` (``mit 16 schwanger``)."""

DURATION_AHEAD = Late(
    r" (?:ausbildung|warte|laufzeit|frist|beziehung|ehe\b|haft|studium|kündigung|probezeit|sperr"
    r"|duldung|schule"
    r"|aufenthalt|pause|therapie|erfahrung|berufs|lang\b|her\b|später|älter|jünger|zeit\b|projekt"
    r"|förder"
    r"|vertrag|mietvertrag|garantie|weg\b|dabei|krank\b|arbeits|trocken|clean|verheiratet"
    r"|getrennt|geschieden"
    r"|krankheit|reha|elternzeit|pflege\w*zeit|klinik|in (?:haft|deutschland|der klinik|therapie)"
    r"|nicht\b|nach (?:der|dem))"
)
"""Words after a number of years that make it a duration (``dreijährige Ausbildung``)."""

DURATION_BEFORE = Late(
    r"\b(?:seit|vor|in|nach|innerhalb|binnen|während|für|um|alle|pro|je|§|paragraph|nr\.?|nummer"
    r"|hausnummer"
    r"|zimmer|raum|haus|absatz|abs\.?|artikel|stufe|pflegegrad|gdb|stock|linie|bis|gegen|ab|über"
    r"|von)"
    r"(?: (?:ca\.?|etwa|rund|fast|über|mehr als|gut|knapp|gut|den|letzten|nächsten|nunmehr|jetzt"
    r"|schon))*[ (]*$"
    r"|[§]+ ?$|(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|berg) $"
)
"""Words before a number that make it a duration, a paragraph, or a place."""

_CLASS = r"(?:klassen?(?:stufe)?|kl\.|schuljahr(?:e|en|s)?|jahrgangsstufe|jgst\.?|schulklasse)"
_AND = r" ?(?:,|und|u\.|oder|bis|-|/) ?"


def class_list(*, in_words: bool) -> str:
    """A pattern of ``2. Klasse``, ``1., 3. und 6. Schuljahr``, ``Klasse 1, 3 und 6``.

    With ``in_words`` also of ``in der vierten Klasse``.
    """
    ordinal = rf"|\b{ORDINAL_WORD}" if in_words else ""
    number = rf"(?:\d{{1,2}}\.?(?![:\d]){ordinal})"
    return (
        rf"(?<![\d.,§:])(?<![^\W_])(?P<before>{number}(?:{_AND}{number}){{0,4}})"
        rf" ?(?:grundschul)?{_CLASS}(?!\w)"
        rf"|(?<!\w)(?:{_CLASS}|jahrg(?:a|ä)nge?n?|jg\.|stufe) ?(?P<after>\d{{1,2}}(?!\d"
        rf"|[.:]\d)\.?(?:{_AND}\d{{1,2}}(?!\d)){{0,4}})"
    )


CLASS_SIGNS = ("klasse", "kl.", "schuljahr", "jahrg", "jgst", "jg.", "stufe")
"""One of these stands in every text that has a class."""

RELATIVE = {"anfang": (0, 3), "mitte": (4, 6), "ende": (7, 9), "in": (0, 9)}
"""Years that ``Anfang``, ``Mitte`` and ``Ende`` add to a decade."""

_SOON = (
    r"(?:(?:im|diesen|nächsten|kommenden|ab) (?:(?:nächsten|kommenden) )?"
    r"(?:sommer|herbst|august|september|jahr)|(?:nächste[sn]|dieses|kommendes) jahr|bald|demnächst"
    r"|nach den (?:sommer)?ferien|20\d\d)"
)

WORDS: tuple[tuple[Sign, str, float | None, float | None], ...] = (
    (
        ("säugling", "neugeboren", "frühchen", "frühgeboren", "frischgeboren"),
        r"säuglinge?[sn]?|neugeborene[sn]?|frühchen|frühgeborene[sn]?|frischgeborene[sn]?",
        0,
        0,
    ),
    (
        ("baby",),
        r"bab(?:y|ys)(?! (?:unterwegs|kommt|im bauch|geplant|erwartet|ist unterwegs|gewünscht))",
        0,
        1,
    ),
    (("kleinkind", "krabbelkind"), r"kleinkind(?:e[rs]|ern|s)?|krabbelkind(?:er|ern)?", 0, 2),
    (("krippenkind",), r"krippenkind(?:er|ern|es)?", 0, 2),
    (
        ("kitakind", "kita-kind", "kindergartenkind", "kigakind", "kiga-kind"),
        r"kita-?kind(?:e[rs]|ern|s)?|kindergartenkind(?:e[rs]|ern|s)?|kiga-?kind(?:er)?",
        3,
        5,
    ),
    (
        ("vorschul", "vorschüler"),
        r"vorschulkind(?:e[rs]|ern|s)?|vorschüler(?:in|innen|n)?|vorschulalter",
        5,
        6,
    ),
    (
        ("schulanfänger", "abc-schütze", "i-dötzchen"),
        r"schulanfänger(?:in|innen|n|s)?|abc-schützen?|i-dötzchen",
        5,
        6,
    ),
    (
        ("in die ",),
        rf"komm(?:t|en) {_SOON} (?:endlich |auch |schon )?in die (?:grund)?schule"
        rf"|{_SOON} in die (?:grund)?schule (?:kommt|kommen|gehen|geht)"
        r"|bevor (?:[^\W\d_]+ ){1,3}in die (?:grund)?schule (?:kommt|kommen)",
        5,
        6,
    ),
    (
        ("eingeschult", "einschulung"),
        r"wird (?:[^\W\d_]+ ){0,3}?eingeschult|(?:vor|bis) (?:der|zur) einschulung"
        r"|eingeschult (?:wird|werden)|einschulungsuntersuchung|steht vor der einschulung",
        5,
        6,
    ),
    (("eingeschult", "einschulung"), r"eingeschult|einschulung", 5, 7),
    (("hortkind",), r"hortkind(?:e[rs]|ern)?", 6, 10),
    (
        ("grundschul", "grundschüler"),
        r"grundschulkind(?:e[rs]|ern|s)?|grundschüler(?:in|innen|n|s)?|grundschulalter",
        6,
        10,
    ),
    (("schulkind", "schulpflichtig"), r"schulkind(?:e[rs]|ern|s)?|schulpflichtige[nrs]?", 6, 17),
    (
        ("teen", "halbwüchsig", "pubertierend"),
        r"teenager(?:in|s|n)?|teenies?|halbwüchsige[nr]?|pubertierende[nr]?",
        12,
        17,
    ),
    (("jugendliche",), r"jugendliche[nr]?", 14, 17),
    (("minderjährig",), r"minderjährige[nrs]?|minderjährig", 0, 17),
    (
        ("heranwachsend", "erwachsene", "volljährige"),
        r"heranwachsende[nr]?|junge[nr]? erwachsene[nr]?|junge volljährige[nr]?",
        18,
        26,
    ),
    (("abiturient",), r"abiturient(?:in|innen|en)?", 17, 20),
    (
        ("azubi", "auszubildende", "lehrling"),
        r"azubis?|auszubildende[nr]?|lehrling(?:e|en)?",
        16,
        26,
    ),
    (("student", "studierende"), r"student(?:in|innen|en)?|studierende[nr]?", 18, 30),
    (
        ("volljährig",),
        r"(?:gerade|grad|frisch|eben|soeben)(?: erst)? volljährig(?: geworden)?"
        r"|volljährig geworden",
        18,
        19,
    ),
    (("volljährig",), r"(?:noch nicht|nicht) volljährig", 0, 17),
    (
        ("volljährig",),
        r"(?:bald|demnächst|fast|wird) (?:[^\W\d_]+ ){0,2}?volljährig",
        17,
        18,
    ),
    (("volljährig",), r"volljährige[nrs]?|volljährig", 18, None),
    (
        ("oberstufe", "berufsschüler"),
        r"oberstufenschüler(?:in|innen)?|berufsschüler(?:in|innen)?",
        15,
        21,
    ),
    (("erstsemester", "fsjler"), r"erstsemester|fsjler(?:in)?", 17, 25),
    (("pubertät", "pubertiert"), r"in der pubertät|mitten in der pubertät|pubertiert", 11, 16),
    (
        ("rente", "ruhestand", "pension"),
        r"(?:kurz|knapp) vor (?:der|dem|ihrer|seiner) (?:rente|renteneintritt|verrentung|ruhestand"
        r"|pension(?:ierung)?)|(?:steht|stehen|stehe) vor (?:der|dem) (?:rente|ruhestand|pension)"
        r"|bald in (?:rente|pension)|geht (?:[^\W\d_]+ ){0,2}?in (?:rente|pension)|vorruhestand",
        58,
        67,
    ),
    (
        ("rente", "ruhestand", "pension"),
        r"in rente|im rentenalter|im ruhestand|verrentet|pensioniert",
        60,
        None,
    ),
    (
        ("rentner", "ruheständler", "pensionär"),
        r"(?<!em-)(?<!eu-)rentner(?:in|innen|n|s|paar|ehepaar)?|ruheständler(?:in)?"
        r"|pensionär(?:in)?",
        60,
        None,
    ),
    (
        ("senior", "greis", "ältere"),
        r"senior(?:in|innen|en)?|greis(?:in)?|ältere[nrs]? (?:dame|herrn?|ehepaar|frau|mann"
        r"|menschen|leute)",
        60,
        None,
    ),
    (("alte",), r"alte[nrs]? (?:dame|herrn?|ehepaar|frau|mann|menschen|leute)", 60, None),
    (("hochbetagt", "hochaltrig"), r"hochbetagte[nrs]?|hochaltrige[nrs]?", 80, None),
    (("uroma", "uropa", "urgroß"), r"uroma|uropa|urgroßmutter|urgroßvater", 70, None),
)
"""Words that state an age by themselves in running text: signs, pattern, from, to."""

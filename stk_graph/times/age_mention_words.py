"""Words around ages in running text: persons, counted things, durations, ages as words."""

from stk_graph.late import Late
from stk_graph.times.scan import NUMBER_WORD, ORDINAL_WORD, Sign

_DIGITS = r"\d{1,2};\d{1,2}|\d{1,3}(?: ?½| 1/2|[.,]5(?!\d)|(?![.,:]?\d))"
FIGURE = f"(?:{_DIGITS})"
"""A number in digits; halves too."""

NUMBER = (
    rf"(?:{_DIGITS}"
    rf"|(?:ein )?halbe[sn]?|anderthalb|(?:ein|{NUMBER_WORD})einhalb|{NUMBER_WORD})"
)
"""A number as digits or as a word; halves too."""

PERSON = (
    r"(?:(?:kind(?:er|ern)?|kids?|kleine[rn]?|große[rn]?|sohn(?:es)?|söhne|tochter|töchter(?:n"
    r"|chen)?|bab(?:y|ys)"
    r"|säuglinge?|neugeborene[sn]?|frühchen|jung(?:e|en|s)|bub(?:en)?|mäd(?:chen|el|els|ls"
    r"|el[ns])|mutter|vater|mama|papa"
    r"|oma|opa|großmutter|großvater|großeltern|pflegegroßeltern|frau|mann|herrn?|dame"
    r"|nachbar(?:in|n)?"
    r"|enkel(?:in|kind|kinder|kindern|n)?|brud(?:er)|brüder|schwester(?:n)?"
    r"|geschwister(?:kind(?:er)?)?|zwillinge?n?"
    r"|schüler(?:in|innen)?|patient(?:in)?|klient(?:in)?|jugendliche[rn]?|teenager|azubi"
    r"|student(?:in)?"
    r"|neffe|nichte|cousin(?:e)?|witwe[r]?|rentner(?:in)?|senior(?:in)?|partner(?:in)?"
    r"|freund(?:in)?|eltern"
    r"|schwangere|alleinerziehende[r]?|bewohner(?:in)?|anrufer(?:in)?|kollegin|tante|onkel"
    r"|schwiegermutter"
    r"|schwiegervater|schulkind(?:er)?|pflegekind(?:er)?|grundschulkind(?:er)?|halbwaise|waise"
    r"|geflüchtete[r]?"
    r"|jugendlicher|adressat(?:in)?|uma|umf|halbbruder|halbschwester|stiefsohn|stieftochter"
    r"|pflegesohn"
    r"|pflegetochter|enkel(?:sohn|tochter)|adoptiv(?:sohn|tochter|kind)|nachbars?(?:junge|kind)"
    r"|stief(?:vater|mutter|bruder|schwester|kind)|patenkind|bursche|abiturient(?:in)?|lehrling"
    r"|auszubildende[r]?|heranwachsende[r]?|minderjährige[r]?|ehemann|ehefrau|ehepaar|paar|person)\b|pat\.)"
)
"""Nouns for people; a number beside one may be an age."""

_UNITS = (
    r"uhr|h\b|€|eur\b|euro|cent|%|prozent|km\b|m\b|m²|qm|kg\b|leute|personen|kinder\w*|enkel"
    r"|stunden?|std|tage?n?\b"
    r"|wochen?\b|zimmer|stock|stockwerk|etage|og\b|plätze|mal\b|x\b|stufen|grad|punkte|seiten"
    r"|minuten|min\b"
    r"|geschwister|söhne|töchter|mädchen|jungen?s?\b|brüder|schwestern|klassen?\b|schuljahr"
    r"|monate?n?\b|jahre?n?\b"
    r"|jährig|treffen|termine?|familien|parteien|wohnungen|räume|nächte|bewerbungen|briefe"
    r"|sechser|stück|liter"
    r"|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|sgb|bgb"
    r"|abs\b|meter"
    r"|tabletten|mg\b|ml\b|flaschen|bier|anrufe|fälle|schüler|frauen|männer|menschen|teilnehm\w*"
    r"|pflegegrad"
    r"|kilometer|kilo|cm\b|ssw|monatsmieten|mieten|raten|mio|tausend|hundert|bücher|fächer|fünfer"
    r"|vierer|mitarbeit\w*"
)
COUNT_AHEAD = Late(
    rf"\.? ?-?(?:(?:weitere|kleine[n]?|andere[n]?) )?(?:{_UNITS})|[:/]\d|\.\d|,\d|\d|-\d| ?½"
)
"""What may follow a number that is no age."""

ADULT = Late(r"frau|mutter|vater|mama|papa|mann|schwanger|eltern|paar|dame|herr")
"""Persons whose months are those of something else (``Frau, 7. Monat``)."""

PRONOUNS = frozenset({"ich", "er", "sie", "bin", "jetzt"})

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
_CLASS_NUMBER = rf"(?:\d{{1,2}}\.?(?![:\d])|\b{ORDINAL_WORD})"
_AND = r" ?(?:,|und|u\.|oder|bis|-|/) ?"
CLASS_LIST = (
    rf"(?<![\d.,§:])(?<![^\W_])(?P<before>{_CLASS_NUMBER}(?:{_AND}{_CLASS_NUMBER}){{0,4}})"
    rf" ?(?:grundschul)?{_CLASS}(?!\w)"
    rf"|(?<!\w)(?:{_CLASS}|jahrg(?:a|ä)nge?n?|jg\.|stufe) ?(?P<after>\d{{1,2}}(?!\d"
    rf"|[.:]\d)\.?(?:{_AND}\d{{1,2}}(?!\d)){{0,4}})"
)
"""``2. Klasse``, ``1., 3. und 6. Schuljahr``, ``Klasse 1, 3 und 6``, ``in der vierten Klasse``."""

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

"""The words in which institutions state weekly times, as tables."""

from stk_graph.model.enums import DayPart, Rhythm, Term
from stk_graph.times.periods import DATE_SPAN
from stk_graph.times.scan import Lexicon

_DAYS: tuple[tuple[str, int], ...] = (
    (r"mo(?:ntag(?:s|e|en)?|\.)?|mon(?:day)?s?", 0),
    (r"di(?:enstag(?:s|e|en)?|e\.?|\.)?|tue(?:s|sday)?s?|tu", 1),
    (r"mi(?:ttwoch(?:s|e|en)?|\.)?|mitt?w\.|wed(?:nesday)?s?|we", 2),
    (r"do(?:nnerstag(?:s|e|en)?|\.)?|don\.|thu(?:r|rs|rsday)?s?|th", 3),
    (r"fr(?:eitag(?:s|e|en)?|\.)?|frei\.|fri(?:day)?s?", 4),
    (r"sa(?:mstag(?:s|e|en)?|\.)?|sonnabend(?:s|e|en)?|sat(?:urday)?s?|sams\.", 5),
    (r"so(?:nntag(?:s|e|en)?|\.)?|sun(?:day)?s?|su", 6),
)
WEEKDAY_PATTERNS = tuple(rf"(?:{pattern})(?![^\W\d_])" for pattern, _day in _DAYS)
"""One pattern per weekday from Monday on."""

_TAILS = r"(?:vormittags?|nachmittags?|abends?|mittags?|morgens?|früh)"
LONG_DAYS = (
    ("montag", 0),
    ("dienstag", 1),
    ("mittwoch", 2),
    ("donnerstag", 3),
    ("freitag", 4),
    ("samstag", 5),
    ("sonntag", 6),
)

DAY_SETS: tuple[tuple[str, tuple[int, ...]], ...] = (
    (
        r"werktags|werktäglich|an werktagen|wochentags|an wochentagen|unter der woche|weekdays?"
        r"|alle werktage|jeden werktag|in der woche|alle wochentage",
        (0, 1, 2, 3, 4),
    ),
    (
        r"täglich|tgl\.?|jeden tag|alle tage|an allen tagen|daily|every day|7 tage(?: die woche)?"
        r"|an allen wochentagen",
        (0, 1, 2, 3, 4, 5, 6),
    ),
    (r"(?:am |jedes |an )?wochenenden?s?|we\b(?= )|weekends?", (5, 6)),
)
"""Words for several weekdays."""

DAY_PARTS: tuple[tuple[str, DayPart], ...] = (
    (r"vormittags?|morgens?|früh(?:morgens)?|am vormittag|am morgen|mornings?", DayPart.MORNING),
    (r"mittags?|in der mittagszeit|am mittag|über mittag|middays?|lunchtimes?", DayPart.NOON),
    (r"nachmittags?|am nachmittag|afternoons?|spätnachmittags?", DayPart.AFTERNOON),
    (r"abends?|am abend|evenings?|spätabends", DayPart.EVENING),
    (r"ganztags|ganztägig|den ganzen tag|ganzen tag|all day|tagsüber", DayPart.ALL_DAY),
)

TERM_KINDS = {
    "school": Term.SCHOOL_TIME,
    "allyear": Term.ALL_YEAR,
    "vacation": Term.HOLIDAYS,
}
RHYTHM_KINDS = {
    "weekly": Rhythm.WEEKLY,
    "monthly": Rhythm.MONTHLY,
    "irregular": Rhythm.IRREGULAR,
}
"""Kinds of tokens that state a term or a rhythm by themselves."""

_NOT = r"(?:nicht|außer|ausser|ausgenommen|außerhalb|ohne|keine?|mit ausnahme|bis auf|except|not)"
_IN = r"(?: ?(?:während|in|an|von|der|den|die|zu|during|on))*"
_SCHOOL_TIME = (
    rf"(?:jedoch |aber )?(?:findet )?{_NOT}{_IN} ?(?:hessischen "
    rf"|nrw-?)?(?:schul)?ferien(?:zeit(?:en)?)?"
    rf"|(?:nur )?(?:während|in|zur|außerhalb)? ?(?:der )?schulzeit(?:en)?"
    rf"|(?:nur )?während des schuljahres"
    r"|(?:in den |während der )?(?:schul)?ferien (?:geschlossen|ausgenommen|zu\b"
    r"|kein\w*(?: [^\W\d_]+)?"
    r"|(?:findet |finden )?nicht(?: statt)?|ist geschlossen|pause)|ferienzeiten ausgenommen"
    r"|not during school holidays|(?:in |during )?term[ -]time(?: only)?|in der schulwoche"
)
_PUBLIC = (
    rf"{_NOT}{_IN} ?(?:gesetzlichen? )?(?:feiertage?n?s?|public holidays)"
    r"|(?:an )?feiertage?n?s? (?:geschlossen|ausgenommen|nicht)"
    r"|(?<=ferien) (?:und|oder|sowie)(?: an)? (?:gesetzlichen )?feiertage?n?s?"
    r"|(?:an )?sonn- (?:und|u\.) (?:an )?feiertag\w* geschlossen"
    r"|(?:not available|closed) on public holidays|feiertags (?:nicht|geschlossen)"
)
_HOLIDAY_WORD = (
    r"(?:sommer|herbst|oster|weihnachts|winter|pfingst|himmelfahrts|frühjahrs|fruehjahrs|faschings"
    r"|fastnachts|karnevals|frühlings)-?ferien|große[nr]? ferien"
)
_HOLIDAY_YEAR = r"(?: (?:20\d{2}(?:/(?:20)?\d{2})?|'?\d{2}(?:/\d{2})?(?![\d.:]| ?(?:uhr|-|h\b))))?"
_HOLIDAY_WEEK = r"(?:sommer|herbst|oster|weihnachts|winter|pfingst)ferienwochen?"
_SOME_WEEKS = r"(?:erste[nr]?|letzte[nr]?) (?:(?:zwei|drei|vier|fünf|[2-5]) )?(?:ferien)?wochen?"
_WEEKS = r"(?:[1-7](?:\.|(?=\. ))? ?(?:[+,/&-]|und|u\.|bis) ?){0,5}[1-7]\. ?(?:ferien)?wochen?"
HOLIDAY = (
    rf"(?:in |während )?(?:der |den |die )?(?:{_WEEKS}|{_SOME_WEEKS}) ?(?:der|in den|den)? ?"
    rf"(?:{_HOLIDAY_WORD}){_HOLIDAY_YEAR}"
    r"|(?:in |während )?(?:der |den |die )?(?:[1-7]\.? ?(?:[+,/&-]|und|u\.|bis) ?){0,5}[1-7]\. ?"
    rf"{_HOLIDAY_WEEK}{_HOLIDAY_YEAR}"
    rf"|(?:nur )?(?:in |während )?(?:den |der |die )?(?:{_HOLIDAY_WORD}){_HOLIDAY_YEAR}"
    rf"(?:[ ,:(]{{0,3}}(?:in der )?{_WEEKS}\)?)?"
)
"""A pattern of named holidays with their weeks."""

_BY_ARRANGEMENT = (
    r"n\. ?v\b\.?|(?:termine? )?nach (?:telefonischer |vorheriger |individueller |persönlicher )?"
    r"(?:vereinbarung|absprache|terminvereinbarung|terminabsprache|bedarf|verabredung|rücksprache)"
    r"|(?:termine? )?(?:auf|nach) (?:anfrage|wunsch)|by appointment|on request|by arrangement"
    r"|individuelle? (?:termine?|terminvergabe|vereinbarung)|individuell"
    r"|flexibel|bei bedarf|auf bestellung|mit termin|nur mit termin|termin nach absprache"
    r"|terminvereinbarung(?: erforderlich| nötig)?|telefonische vereinbarung"
)
_REGISTRATION = (
    r"(?:nur )?(?:nach|mit|bei) (?:vor)?(?:heriger )?(?:telefonischer )?(?:vor)?anmeldung"
    r"|(?:um )?(?:vor)?anmeldung (?:erforderlich|nötig|notwendig|erbeten|wird gebeten)"
)
_BIWEEKLY = (
    r"14-? ?(?:tägig|täglich|tgl)(?:e[nrs]?)?\.?|vierzehn(?:tägig|täglich)(?:e[nrs]?)?"
    r"|alle (?:zwei|2|14|vierzehn) (?:wochen|tage)|zwei-?wöch(?:ig|entlich)(?:e[nrs]?)?"
    r"|2-?wöch(?:ig|entlich)"
    r"|jede (?:zweite|2\.) woche|every (?:other|second|two|2) weeks?|every other|fortnightly"
    r"|bi-?weekly"
    r"|im (?:14-?tägigen|zweiwöchigen) (?:rhythmus|turnus|wechsel)"
    r"|(?:in |immer in )?(?:den )?(?:un)?gerade[nr]? (?:kw|kalenderwochen?|wochen?)"
)
_OTHER_RHYTHM = (
    r"alle (?:drei|vier|fünf|sechs|acht|[3-9]) (?:wochen|monate|tage)|(?:viertel|halb)?jährlich"
    r"|jede (?:dritte|vierte|[34]\.) woche|\d ?(?:x|mal) (?:im|pro) (?:jahr|quartal|halbjahr)"
    r"|(?:[2-9] ?(?:x|mal)|zweimal|dreimal|mehrmals) (?:im|pro) monat|alle zwei monate"
    r"|alle 2 monate"
    r"|quartalsweise|einmal im (?:jahr|quartal)|every (?:three|3|four|4) weeks"
)
_WEEKLY = (
    r"(?:1 ?(?:x|mal)|einmal|1×) (?:in der|pro|die|je) woche|(?:1 ?(?:x|mal)|einmal|1×) wöchentlich"
    r"|wöchentlich(?:e[nrs]?)?|jede woche|every week|weekly|once a week"
)
_MONTHLY = (
    r"(?:1 ?(?:x|mal)|einmal|1×) (?:im|pro|je) monat|(?:1 ?(?:x|mal)|einmal|1×) monatlich"
    r"|monatlich(?:e[nrs]?)?|jeden monat|monthly|once a month"
)
_CLOCK_UNIT = r"(?: ?uhr| ?h\b|(?: ?[ap]\.? ?m\b\.?))"
_CLOCK = (
    rf"(?<![\d.,:])\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?(?!\d)(?!\.\d){_CLOCK_UNIT}?"
    rf"|(?<![\d.,:])\d{{1,2}} uhr \d{{2}}\b|(?<![\d.,:])\d{{1,2}}{_CLOCK_UNIT}"
    r"|\bhalb (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|1[0-2]"
    r"|[1-9])\b(?: uhr)?"
    r"|\b(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf) uhr\b"
    r"|\bmitternacht\b|\bmidnight\b|\bnoon\b"
)
_FILL = (
    r"(?:immer|jeweils|uhr|der|die|das|den|dem|ist|sind|offen|geöffnet|öffnungszeiten?"
    r"|sprechzeiten?"
    r"|sprechstunden?|bürozeiten|kurszeit|treffen?|termine?|zeit(?:en)?|am|an|auch|in|zu|für|on"
    r"|from"
    r"|open|opening|hours|findet|finden|statt|each|of|the|vom|offene[rs]?|jedes?|alle|ca\b\.?|circa"
    r"|beginn|start|regelmäßig|telefonzeiten|beratungszeiten|gruppenzeiten|dann|wieder|sonst|it's"
    r"|is)\b"
)

SLOT_TOKENS = Lexicon(
    [
        ("public", r"(?<![^\W_])(?:" + _PUBLIC + r")(?![^\W\d_])"),
        ("school", r"(?<![^\W_])(?:" + _SCHOOL_TIME + r")(?![^\W\d_])"),
        (
            "allyear",
            r"\b(?:ganzjährig|(?:auch|ebenfalls) (?:in|während) (?:den|der) (?:schul)?ferien"
            r"|all year)\b",
        ),
        ("holiday", r"(?<![^\W_])(?:" + HOLIDAY + r")(?![^\W_])"),
        (
            "vacation",
            r"\b(?:nur )?(?:in den|während der) (?:schul)?ferien(?:zeit(?:en)?)?\b"
            r"|\bnur (?:schul)?ferien\b"
            r"|\b(?:schul)?ferienzeit\b|\bferien\b(?=:)"
            r"|\bschool holidays only\b|\bonly (?:in|during) (?:the )?school holidays\b",
        ),
        ("arranged", r"\b(?:" + _BY_ARRANGEMENT + r")(?![^\W\d_])"),
        ("registration", r"\b(?:" + _REGISTRATION + r")\b"),
        ("closed", r"\b(?:geschlossen|closed|ruhetag|zu\b(?= *(?:$|[,;\n)])))"),
        (
            "always",
            r"\b24 ?/ ?7\b|\brund um die uhr\b|\bdurchgehend geöffnet\b|\b24 stunden(?: täglich"
            r"| am tag)?",
        ),
        ("biweekly", r"\b(?:" + _BIWEEKLY + r")(?![^\W\d_])"),
        ("otherrhythm", r"\b(?:" + _OTHER_RHYTHM + r")(?![^\W\d_])"),
        ("inmonth", r"(?:/|\b(?:pro|je)) ?monat\b"),
        (
            "inmonth",
            r"\b(?:im|des|eines|in jedem|jedes) (?:jeden )?monate?s?\b|\bjeden monats\b"
            r"|\bof (?:the|each|every) month\b",
        ),
        ("weekly", r"\b(?:" + _WEEKLY + r")(?![^\W\d_])"),
        ("monthly", r"\b(?:" + _MONTHLY + r")(?![^\W\d_])"),
        ("fromdate", r"\b(?:beginn|start|erstmals|ab)(?: am)?:? (?=\d{1,2}\.\d{1,2}\.)"),
        (
            "except",
            r"\b(?:außer|ausser|ausgenommen|nicht|entfällt|except)(?: am"
            r"| an den)?:? (?=\d{1,2}\. ?\d{0,2})",
        ),
        ("dates", DATE_SPAN),
        *((f"long{day}", rf"\b{name}{_TAILS}") for name, day in LONG_DAYS),
        *((f"day{day}", r"\b" + pattern) for day, pattern in enumerate(WEEKDAY_PATTERNS)),
        (
            "schooldays",
            r"\b(?:nur )?(?:an schultagen|schultags|an allen schultagen|jeden schultag)\b",
        ),
        *((f"set{i}", rf"\b(?:{pattern})(?![^\W\d_])") for i, (pattern, _d) in enumerate(DAY_SETS)),
        *(
            (f"part{i}", rf"\b(?:{pattern})(?![^\W\d_])")
            for i, (pattern, _p) in enumerate(DAY_PARTS)
        ),
        ("clock", _CLOCK),
        ("ordinal", r"(?<![\d.,:])[1-9]\.(?!\d)|\b[1-5](?:st|nd|rd|th)\b"),
        ("ordinal", r"\b(?:erste|zweite|dritte|vierte|fünfte|letzte|vorletzte)[nrs]?\b"),
        ("ordinal", r"\b(?:first|second|third|fourth|last)\b"),
        ("num", r"(?<![\d.,:])\d{1,4}(?![\d])"),
        ("num", r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b"),
        ("without", r"\b(?:außer|ausser|ausgenommen|except)\b"),
        ("each", r"\bjede[nrm]?\b|\bevery\b"),
        ("from", r"\bab\b|\bnach\b|\bseit\b|\bfrühestens\b|\bafter\b"),
        ("between", r"\bvon\b|\bzwischen\b|\bbetween\b"),
        ("at", r"\bum\b|\bat\b|\bgegen\b"),
        (
            "to",
            r"\bbis\b(?: spätestens| einschließlich| ca\.?| zu[mr]?)?|\bto\b|\buntil\b|\btill\b",
        ),
        ("dash", r"-"),
        ("break", r"[;\n|]"),
        (
            "comma",
            r",|\+|/|&|\bund\b|\bu\.|\bsowie\b|\band\b|\boder\b|\bo\.|\bor\b|\bplus\b|\bbzw\.?",
        ),
        ("colon", r":"),
        ("open", r"[(\[]"),
        ("close", r"[)\]]"),
        ("dot", r"\."),
        ("fill", r"\b" + _FILL),
    ]
)

UNKNOWN_TEXTS = frozenset(
    {"", "-", "--", "---", "?", "??", "k.a.", "k. a.", "keine angabe", "ohne angabe", "unbekannt"}
    | {
        "n/a",
        "offen?",
        "none",
        "null",
        "unknown",
        "n.n.",
        "tbd",
        "/",
        "noch offen",
        "steht noch nicht fest",
    }
)
"""Whole texts that say nothing about times."""

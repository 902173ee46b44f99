"""The words in which institutions state ages, as tables."""

from stk_graph.times.scan import NUMBER_WORD, ORDINAL_WORD, Lexicon

BELOW = 0.01
"""``unter 3`` is stored as 2.99: the last value below the third birthday."""

OLDEST = 120.0

UNKNOWN_TEXTS = frozenset(
    {"", "-", "--", "---", "?", "??", "-1", "k.a.", "k. a.", "ka", "k.a", "k.-a.", "keine angabe"}
    | {"keine angaben", "ohne angabe", "unbekannt", "nicht bekannt", "n/a", "na", "n.a.", "n. a."}
    | {"unklar", "offen?", "x", "/", "none", "null", "unknown", "not specified", "nn", "n.n."}
    | {"keine", "entfällt", "tbd"}
)
"""Whole texts that say nothing; never read as "all ages"."""

WORD_AGES: tuple[tuple[str, float, float | None], ...] = (
    (r"neugeborenen?|säuglinge?n?|säuglingsalter|bab(?:y|ys|ies)|babyalter", 0, 0),
    (r"krippenkind(?:er|ern)?|krippenalter|krippe|krippengruppe", 0, 2),
    (r"kleinkind(?:er|ern)?|kleinkindalter|toddlers?", 0, 2),
    (r"kita-?kind(?:er|ern)?|kita-?alter|kindergartenkind(?:er|ern)?|kindergartenalter", 3, 5),
    (r"vorschul(?:kind(?:er|ern)?|alter|e)|vorschülern?|preschool(?:ers)?", 5, 6),
    (r"schulanfänger\w*|einschulung|schuleintritt|schulbeginn|schulstart|einschulungsalter", 6, 6),
    (r"grundschul(?:kind(?:er|ern)?|alter|e)|grundschüler\w*|primarstufe", 6, 10),
    (r"primary school(?: children)?|hortkind(?:er|ern)?|hortalter", 6, 10),
    (r"unterstufe|orientierungsstufe", 10, 12),
    (r"mittelstufe", 12, 16),
    (r"sekundarstufe i\b|sek\.? ?i\b|sekundarstufe 1\b|sek\.? ?1\b", 10, 16),
    (r"sekundarstufe ii\b|sek\.? ?ii\b|sekundarstufe 2\b|sek\.? ?2\b|oberstufe", 15, 19),
    (r"lückekind(?:er|ern)?", 10, 13),
    (r"minderjährigen?", 0, 17),
    (r"volljährigen?|volljährigkeit", 18, None),
    (r"renteneintritt(?:salter)?|rentenalter", 65, 65),
    (r"kita-(?= ?(?:und|u\.|/|,|bis))|kindergarten-(?= ?(?:und|u\.|/|,|bis))", 3, 5),
    (r"krippen-(?= ?(?:und|u\.|/|,|bis))", 0, 2),
    (r"vorschul-(?= ?(?:und|u\.|/|,|bis))", 5, 6),
    (r"grundschul-(?= ?(?:und|u\.|/|,|bis))", 6, 10),
    (r"geburt|birth", 0, 0),
)
"""Words that state ages by themselves: pattern, from, to (completed years)."""

GROUP_WORDS = (
    r"kind(?:er|ern|es)?|kids|children|jugendlichen?r?|jugend|youth|teens?|teenies?|teenager\w*"
    r"|heranwachsenden?|adults?|senior(?:en|innen|in|s)?(?:[*:_/]-?innen)?|ältere[nr]?"
    r"|(?:ältere|junge|alte) menschen|eltern(?:teile?n?)?|parents?|mütter[n]?|väter[n]?|mamas?"
    r"|papas?"
    r"|familien?|families|alleinerziehenden?|großeltern|begleitung|begleitperson(?:en)?|geschwister"
    r"|mädchen|jungen?|jungs|frauen|männer|girls|boys|women|men|schüler(?:innen)?(?:[*:_/]-?innen)?"
    r"|personen|menschen|people|persons?|azubis?|auszubildenden?|studierenden?|studenten|studis"
    r"|interessierten?|bewohner\w*|rentner\w*|schwangeren?|geflüchteten?|fachkräfte|angehörigen?"
    r"|bezugspersonen?|erziehungsberechtigten?|young adults|junge erwachsene[nr]?"
)
"""Words that name whom an offer addresses; they are handed on, not read as ages."""

COUNTED = (
    r"(?:kinder|kids|teilnehm\w*|tn|personen|plätze|gruppen?|leute|mal|x|uhr|euro|€|%|stunden|std"
    r"|tage?n?"
    r"|termine|räume|raum|min(?:uten)?|treffen|einheiten|wochenstunden|familien|pers)\b\.?"
)
"""What follows a number that counts something else than years."""

_UNIT_YEARS = (
    r"-? ?jährige?[nrsm]?\b|jahre?n?\b(?: alt(?:en?)?\b)?|jahres?\b|j\b\.?"
    r"|years?\b(?:[ -]olds?\b| of age)?|yrs?\b\.?|y/?o\b"
)
_FILL = (
    r"(?:und )?(?:dem|der|den|die|das|des|vom|von|zum|zur|im|in|am|für|alter(?:s|sgruppen?)?|aller|"
    r"ca\b\.?|circa|etwa|ungefähr|rund|about|approx\b\.?|age[sd]?|aged|from|for|of|the|alle[nr]?"
    r"|ihre[nrsm]?|seine[nrsm]?|deren|unsere[nrsm]?|offen|ende|anfang"
    r"|altersstufen?|lebensalter|inkl\b\.?|einschl\b\.?|einschließlich|inklusive|inclusive|p\b\.?"
    r"|old"
    r"|so|nur|only|alten?r?|geeignet|empfohlen|altersempfehlung|altersbereich|mit|with|beim?"
    r"|vollendung"
    r"|zielgruppe|herzlich|willkommen|sind|ist|unsere?|zu|jahrgangsübergreifend|gemischt|angebot)\b"
)

AGE_TOKENS = Lexicon(
    [
        ("date", r"\b\d{4}-\d{2}-\d{2}(?:[ t]\d{2}:\d{2}(?::\d{2})?)?\b"),
        ("date", r"\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?!\d)(?! ?(?:kl|schulj|jahrg))"),
        (
            "date",
            r"\b\d{1,2}[. -]+(?:jan|feb|mrz|mär|apr|mai|jun|jul|aug|sep|okt|oct|nov|dez|dec|may"
            r"|mar)\b\.?"
            r"|\b(?:jan|feb|mrz|mär|apr|mai|jun|jul|aug|sep|okt|oct|nov|dez|dec|may"
            r"|mar)\b\.?[ -]\d{2}\b",
        ),
        (
            "all",
            r"\b(?:für )?alle(?:n)?(?: altersgruppen| altersstufen| generationen"
            r"| alter)?\b(?! (?:\d|kinder|jug"
            r"|menschen (?:ab|über|unter|von)|ab|von|über|unter|zwischen|bis|interess|mädchen"
            r"|jungen|eltern))"
            r"|\baltersoffen\b|\bohne alters(?:grenze|begrenzung|beschränkung|einschränkung)\b"
            r"|\bkeine alters(?:grenze|begrenzung|beschränkung|einschränkung)n?\b|\bjedes alters?\b"
            r"|\bjeden alters\b|\baltersunabhängig\b|\bgenerationsübergreifend\b"
            r"|\bgenerationenübergreifend\b|\b(?:für )?jung und alt\b|\ball ages\b|\bany age\b"
            r"|\beveryone\b|\bjede[rs]?\b(?= *$)|\b(?:von )?0-99(?: jahren?)?\b"
            r"|\balters?gemischt\b",
        ),
        (
            "birth",
            r"\b(?:jg\b(?!\.? ?\d{1,2}(?!\d))\.?|jahrg(?:ä|a)ng(?:e[ns]?)?\b(?! ?\d{1,2}(?!\d))"
            r"|geburtsjahr(?:e|gang|gänge)?|geb\b\.?"
            r"|geboren)",
        ),
        ("year", r"\b(?:19|20)\d{2}\b"),
        ("num", r"\b\d{1,2};\d{1,2}\b"),
        ("num", r"\b\d{1,3}(?: ?½| 1/2(?= ?-?j)|[.,]5(?!\d|\.))"),
        ("num", r"½|\b(?:eine?[mnrs]? )?halbe[sn]?\b(?= ja)|\b1/2(?= j)"),
        ("num", r"(?<![\d,])(?<!\d\.)\d{1,3}(?!\d)"),
        ("num", r"\b" + NUMBER_WORD + r"(?:einhalb)?(?=\b|-|jährig)"),
        ("num", r"\beine?[mnr]?\b(?= (?:jahr|monat|woche))|\banderthalb\b|\beineinhalb\b"),
        (
            "num",
            r"\b" + ORDINAL_WORD + r"\b(?=[ -]*(?:und|bis|oder|klasse|schuljahr|lebens|jahrgang"
            r"|geburtstag))",
        ),
        ("between", r"\bzwischen\b|\bzw\.|\bbetween\b"),
        ("full", r"\bvollendete[nrsm]?\b"),
        (
            "grade",
            r"\.? ?-?(?:\bklassen?(?:stufen?)?\b|\bkl\b\.?|klässler\w*|\bkl(?=\d)"
            r"|\bjahrgangsstufen?\b|\b(?:jg\b\.?|jahrg(?:ä|a)nge?n?\b)(?= ?\d{1,2}(?!\d))"
            r"|\bjgst\b\.?"
            r"|\bschuljahr(?:e|en|es)?\b|\bstufen?\b|\bschulklassen?\b|\bgrades?\b"
            r"|\bschulstufen?\b)",
        ),
        ("lifeyear", r"\.? ?\b(?:lebensjahr(?:e|en|es)?|lj)\b\.?"),
        ("birthday", r"\.? ?\bgeburtstage?s?\b"),
        ("lifemonth", r"\.? ?\blebensmonat(?:e|en|s)?\b"),
        ("lifeweek", r"\.? ?\blebenswochen?\b"),
        ("years", r"(?:" + _UNIT_YEARS + r")"),
        (
            "months",
            r"-? ?(?:monatige?[nrsm]?\b|monate?n?s?\b|mon\b\.?|mte?\b\.?|months?\b|mos?\b\.?)",
        ),
        ("weeks", r"-? ?(?:wöchige?[nrsm]?\b|wochen?\b|wo\b\.?|weeks?\b|wks?\b)"),
        ("plus", r"(?:-|\bbis\b) ?(?:open end\b|offen\b|∞|ende offen\b|ohne ende\b)"),
        ("plus", r"\+(?! ?\d)|(?<![^\W\d_])plus\b"),
        (
            "plus",
            r"\b(?:und|u\.|&|and|oder|or) (?:älter|darüber|mehr|aufwärts|over|older|up|above)\b"
            r"|\baufwärts\b"
            r"|\bund ält\.",
        ),
        ("downto", r"\b(?:und|u\.|and|or|oder) (?:jünger|darunter|under|younger|below)\b"),
        (
            "below",
            r"\b(?:bis )?(?:unter|jünger als|under|below|younger than)\b|<(?!=)|\bu[- ]?(?=\d)",
        ),
        ("from", r"\b(?:über|älter als|over|above|older than)\b|\bü[- ]?(?=\d)|>(?!=)"),
        (
            "from",
            r"\bab\b|\bmind\b\.?|\bmindestens\b|\bmindestalter:?|\bvon mindestens\b"
            r"|\bmin\b\.?(?= ?\d)|\bat least\b"
            r"|\bseit(?= (?:der )?geburt)|>=|≥|\bfrühestens\b",
        ),
        (
            "to",
            r"\bbis\b|\bmax\b\.?|\bmaximal\b|\bhöchstens\b|\bhöchstalter:?|\bup to\b|\bto\b"
            r"|\buntil\b|\bthrough\b|<=|≤"
            r"|\blängstens\b|\bmaximum\b",
        ),
        (
            "comma",
            r",|\+|;|/|\n|&|\||(?<![\w])(?:und|u\.|oder|and|or|bzw\.?|sowie|als auch)(?![\w])",
        ),
        ("dash", r"-|\.\.+|…"),
        ("dot", r"\.|:"),
        ("open", r"[(\[]"),
        ("close", r"[)\]]"),
        *(
            (f"age_{i}", r"\b(?:" + pattern + r")(?![\w])")
            for i, (pattern, _low, _high) in enumerate(WORD_AGES)
        ),
        ("adult", r"\berwachsene[nr]?\b"),
        ("group", r"\b(?:" + GROUP_WORDS + r")(?![\w])"),
        ("counted", r"\b" + COUNTED),
        ("fill", r"\b" + _FILL),
    ]
)

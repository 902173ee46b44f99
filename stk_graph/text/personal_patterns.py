"""How personal data is written: dates, numbers, addresses (domain model, section 10)."""

_MONTH = (
    r"(?:jan(?:uar)?|jän(?:ner)?|feb(?:ruar)?|märz|mär|maerz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_DAY_IN_WORDS = r"(?:ersten?|zweiten?|dritten?|vierten?|\w{3,20}ten?)"

DATES = (
    rf"\b{_DAY}\s?\.\s?{_MONTH_NUMBER}\s?\.\s?(?:{_YEAR}|\d\d)\b(?![.:]\d)(?!\s*uhr)",
    rf"\b{_DAY}\s?[-/]\s?{_MONTH_NUMBER}\s?[-/]\s?{_YEAR}\b",
    rf"\b{_YEAR}[-./]{_MONTH_NUMBER}[-./]{_DAY}\b",
    rf"\b{_DAY}\s?\.?\s?{_MONTH}\s?,?\s?(?:{_YEAR}|['’]\d\d)\b",
    rf"\b{_DAY_IN_WORDS}\s{_MONTH}\s(?:{_YEAR}|(?:neunzehn|zwei)\w+)\b",
    rf"(?<!\w)(?:geb\.?|geboren(?:e[rs]?)?|gebürtig|geburtsdatum|geburtstag|geburtstags|\*)"
    rf"(?:\s?(?:am|ist|ist\sam|war|im\sjahr|:|,))*\s?"
    rf"(?:{_DAY}\s?\.\s?(?:{_MONTH_NUMBER}\b|{_MONTH})|{_DAY}\s{_MONTH}(?!\w)|"
    rf"{_DAY_IN_WORDS}\s{_MONTH}(?!\w)|{_MONTH_NUMBER}\s?/\s?{_YEAR}|{_MONTH}\s{_YEAR}|{_YEAR})",
)
MAIL = (
    r"[\w.+%-]+\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w-]+)+",
    r"[\w.+%-]+@[\w.-]+",
    r"(?<!\w)@\w[\w.]{2,}",
    r"\b(?:instagram|insta|tiktok|snapchat|snap|facebook|telegram|discord)\s?:\s?[\w.@]{3,}",
)
IBAN = (
    r"\b[A-Z]{2}\s?\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?\b",
    r"\biban\b\W{0,3}(?:lautet|ist|nr|nummer)?\W{0,3}[A-Z]{2}\s?\d[\d\s]{6,}",
    r"\b(?:kontonummer|konto-?nr\.?|kto\.?(?:-?nr\.?)?)\W{0,3}\d[\d\s]{4,}",
)
_NUMBER_WORD = (
    r"(?:akten(?:zeichen|nummer)|akten-nr\.?|akte|az|gz|geschäftszeichen|geschaeftszeichen|"
    r"gesch\.-z\.?|kassenzeichen|"
    r"(?:\w+-?)?(?:fall|kunden|bedarfsgemeinschafts?|bg|kindergeld|versicherten|versicherungs|"
    r"krankenversicherungs|sozialversicherungs|rentenversicherungs|steuer|ausweis|pass|personal|"
    r"vorgangs|mandanten|mitglieds|vertrags|patienten|zähler|azr|aufenthaltstitel|wohngeld|"
    r"hilfeplan|schüler|antrags|register)-?\s?(?:nummer|nr\.?|id|id-nr\.?)|steuer-?id|"
    r"sv-nr\.?|bg-nr\.?|az\.)"
)
NAMED_NUMBERS = (
    rf"(?<!\w){_NUMBER_WORD}(?!\w)[\s:#.]{{0,4}}(?:(?:ist|lautet|nr\.?|nummer)[\s:]{{0,2}})?"
    rf"(?=[\w./ -]{{0,12}}\d)[\w./-]+(?:[ ./-]+(?:[A-Z]{{1,3}}[ ./-]+)?[\w./-]*\d[\w./-]*)*",
)
BARE_NUMBERS = (
    r"\b\d{1,4}\s?[A-Z]{1,3}\s?\d{1,6}\s?/\s?\d{2,4}\b",
    r"\b[A-Z]{1,4}[-./ ]?\d{1,4}(?:\.\d+)?[-./]\d{2,6}(?:[-./]\d{2,6})+\b",
    r"\b(?!(?:19|20)\d\d/(?:19|20)?\d\d\b)\d{3,6}[/-](?:\d{2,4}[/-])?(?:\d{2}|\d{4})\b"
    r"(?!\s*(?:[Uu]hr|€|[Ee]uro))",
    r"\b(?!D-)[A-ZÄÖÜ]{1,4}[-/]\d{4,}\b",
    r"\b(?!PLZ)[A-Z]{1,3}\d{5,}\b",
    r"\b\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}\b",
    r"\b[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}\b",
    r"(?<![\d.,])\d{7,}(?![\d.,]*\s*(?:€|[Ee]uro))",
)
_PHONE_WORD = (
    r"(?:tel(?:efon)?(?:nummer|-?nr\.?)?|mobil(?:nummer|-?nr\.?)?|handy(?:nummer|-?nr\.?)?|"
    r"rufnummer|fax|whatsapp|anruf\w*|angerufen|erreichbar|erreichen|zurückrufen|rückruf|"
    r"durchwahl|nummer|nr\.)"
)
PHONES = (
    r"(?<![\w.,/-])(?:\+|00)\s?\d{1,3}(?:[\s/()-]{0,3}\d){6,}",
    r"(?<![\w.,/-])\(?0[1-9]\d{0,4}\)?(?:[\s/().-]{0,3}\d){5,}",
    rf"(?<!\w){_PHONE_WORD}(?:\W{{0,3}}(?:unter|ist|lautet|auf|die|der|nr\.?|nummer)){{0,3}}\W{{0,3}}"
    r"\d(?:[\s/().-]{0,2}\d){4,}",
)
CLOCK_SPAN = r"\d{1,2}[.:]\d{2}\s*(?:uhr\s*)?(?:-|–|—|bis)\s*\d{1,2}[.:]\d{2}"

_NO_UNIT = (
    r"(?!\s*(?:uhr|jahr|jähr|kind|jugend|woche|tag|stund|minut|person|leute|famil|mal\b|klass|"
    r"euro|€|%|km\b|m\b|meter|plätz|gruppe|bis\s\d|mädchen|jungen|schüler|monat|oder\s\d))"
    r"(?![.,:]\d)(?!\.\s*klass)"
)
_DIGITS = (
    r"(?:(?:nr\.?|nummer|hausnummer|haus)\s?)?(?!(?:19|20)\d\d\b)\d{1,3}\s?(?:[a-h]\b)?(?!\d)"
    rf"{_NO_UNIT}"
)
_NUMBER_IN_WORDS = (
    r"(?:nr\.?|nummer|hausnummer)\s?(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|"
    r"zwölf|\w+zehn|\w+zig)\b"
)
_NUMBER = rf"(?:{_DIGITS}|{_NUMBER_IN_WORDS})"
_STREET = r"(?:straße|strasse|str\.|str|gasse|allee|chaussee|promenade|steige|stiege|twiete|zeile)"
_OTHER_STREET = (
    r"(?:weg|platz|ring|damm|ufer|steig|stieg|pfad|hof|markt|graben|berg|park|wall|kamp|winkel|"
    r"anger|redder|garten|gärten|feld|blick|höhe|tor|brücke|grund|hain|eck|aue|stein|wiese|wiesen|"
    r"siedlung|kai|hang|rain|bogen|acker|born|heide|busch|tal|leite|terrasse)"
)
_NO_STREET = (
    r"(?!(?:spiel|kita|krippen|kindergarten|betreuungs|schul|arbeits|ausbildungs|studien|studier|"
    r"hort|therapie|pflege|heim|sitz|schlaf|park|sport|bolz|fußball|hoch|ferien|ganztags|"
    r"praktikums|steh|aktiv|bau|abenteuer|jahr|weihnachts|floh|wochen|super|bauern|bahn|fried|"
    r"kinder|klein|arbeits|stellen|wohnungs|u3-|schreib|übungs|hand|zirkel|rettungs|aus|um|"
    r"schulkind|grundschul|therapeuten|gemeinschafts|mehrzweck|frei|park|lehrstellen)[\w-]*"
    rf"{_OTHER_STREET}\b)"
)
_CALLED = r"[A-ZÄÖÜ][\w'’.-]*"
ADDRESSES = (
    rf"(?i:\b[\w'’.-]*(?<=[\w.-]){_STREET}\s?(?:{_NUMBER}))",
    rf"(?:\b{_CALLED}\s)+(?i:{_STREET})\s?(?i:{_NUMBER})",
    r"\b[Ss]traße\s(?:der|des|am|an der|zum|zur|vom|von)\s(?:\d+\.\s)?"
    rf"{_CALLED}\s(?i:{_DIGITS})",
    rf"\b(?i:{_NO_STREET})[A-ZÄÖÜ][\w'’-]*(?i:{_OTHER_STREET})\s(?i:{_NUMBER})",
    rf"\b[A-ZÄÖÜ][\w'’-]+(?:er|-)\s(?i:{_OTHER_STREET})\s(?i:{_DIGITS})",
    r"\b(?:Am|An der|An den|Auf der|Auf dem|Auf den|Zum|Zur|Unter den|Unter der|Hinter der|"
    r"Hinter dem|Vor dem|Vor der|Im|In der|In den|Bei der|Beim|Hinterm|Obere[rn]?|Untere[rn]?|"
    r"Alte[rn]?|Neue[rn]?|Große[rn]?|Kleine[rn]?)\s"
    r"(?!(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|"
    r"Juni|Juli|August|September|Oktober|November|Dezember|Sommer|Winter|Herbst|Frühjahr|Frühling|"
    r"Jahr|Alter|Schuljahr|Klasse|Kita|Krippe|Hort|Schule|Grundschule|Gruppe|Ferien|Sommerferien|Osterferien|"
    r"Herbstferien|Weihnachtsferien|Woche|Wochenende|Monat|Familie|Wohnung|Haushalt|Zeit|Nacht|"
    r"Abend|Nachmittag|Vormittag|Mittag|Morgen|Stufe|Jahrgang|Haus|Angebot|Kurs|Treff|Punkt|Ganztag|"
    r"Umkreis|Teil|Schnitt|Durchschnitt|Raum|Stadtteil|Bezirk|Stock|Rathaus)\w*\s)"
    rf"[A-ZÄÖÜ]\w+\s(?i:{_DIGITS})(?=\s*(?:$|[,.;)\n]|in\b|und\b|[a-z]))",
    r"(?i:\b(?:wohn\w+|lebt|leben|lebend|adresse|anschrift|gemeldet|zieht|zog)\b)[^.!?\n]{0,25}?"
    r"\b(?i:(?:im|in der|am|an der|auf der|auf dem|zum|zur)\s)?"
    rf"(?i:{_NO_STREET})"
    rf"(?i:[\w'’-]*{_OTHER_STREET}\b|{_CALLED}\s?-?{_OTHER_STREET}\b)\s?(?i:{_NUMBER})",
    r"(?i:\bhausnummer\s?\d{1,4}\b)",
)

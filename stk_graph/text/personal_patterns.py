"""How personal data is written: dates, numbers, mail (domain model, section 10)."""

_MONTH = (
    r"(?:jan(?:uar)?|jän(?:ner)?|feb(?:ruar)?|märz|mär|maerz|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)\d\d"
_DAY_IN_WORDS = r"(?:erste[nrs]?|zweite[nrs]?|dritte[nrs]?|\w{3,20}te[nrs]?)"
_ROMAN_MONTH = r"(?:XI{0,2}|IX|IV|VI{0,3}|I{1,3})"

DATES = (
    rf"\b{_DAY}\s?\.\s?(?:{_MONTH_NUMBER}\s?\.?|{_MONTH})\s(?:\w+\s)?geburtstag\b",
    rf"\b{_DAY}\s?\.\s?{_MONTH_NUMBER}\s?\.\s?(?:{_YEAR}|\d\d)\b(?![.:]\d)(?!\s*uhr)",
    rf"\b{_DAY}\s?[-/]\s?{_MONTH_NUMBER}\s?[-/]\s?{_YEAR}\b",
    rf"\b{_YEAR}[-./]{_MONTH_NUMBER}[-./]{_DAY}\b",
    rf"\b{_DAY}\s?\.?\s?{_MONTH}\s?,?\s?(?:{_YEAR}|['’]\d\d)\b",
    rf"\b{_DAY_IN_WORDS}\s(?:{_MONTH}|{_DAY_IN_WORDS})\s(?:{_YEAR}|(?:neunzehn|zweitau)\w+)\b",
    rf"\b{_DAY}\s?\.\s?{_ROMAN_MONTH}\s?\.\s?(?:{_YEAR}|\d\d)\b",
    rf"(?<!\w)(?:geb\.?|gebdat\.?|geboren(?:e[rs]?)?|gebürtig|geburtsjahr|geburtsdatum|geburtstag|geburtstags|\*)"
    rf"(?:\s?(?:am|ist|ist\sam|war|im(?:\sjahre?)?|laut\s\w+|den|d\.|dat\.?|:|,|-))*\s?"
    rf"(?:\d{{6}}\b|\d{{8}}\b|{_DAY}[-/.\s]{_MONTH_NUMBER}[-/.\s]\d\d\b|{_MONTH_NUMBER}\s?[/.]\s?\d\d\b|"
    rf"{_DAY}\s?\.\s?(?:{_MONTH_NUMBER}\b|{_MONTH})|{_DAY}\s{_MONTH}(?!\w)|"
    rf"{_DAY_IN_WORDS}\s{_MONTH}(?!\w)|{_MONTH_NUMBER}\s?/\s?{_YEAR}|{_MONTH}\s{_YEAR}|{_YEAR})",
)
_NETWORK = r"(?:instagram|insta|tiktok|snapchat|snap|facebook|telegram|discord)"
MAIL = (
    r"[\w.+%-]+\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\w-]+(?:\s?(?:\.|\((?:dot|punkt)\)|\[(?:dot|punkt)\])\s?[\w-]+)+",
    r"[\w.+%-]+@[\w.-]+",
    r"\b[\w.+%-]+\s(?:at|ät)\s[\w-]+\s(?:dot|punkt)\s[a-z]{2,}\b",
    r"(?<!\w)@(?!(?:home|work|school|all)\b)\w[\w.]{2,}",
    rf"\b(?=[\w.]*[_\d.])[\w.]{{4,}}\s(?:auf|bei|in)\s{_NETWORK}\b",
    r"\b[\w.]{2,}#\d{4}\b",
    rf"\b{_NETWORK}\s?:\s?[\w.@]{{3,}}",
    rf"\b{_NETWORK}(?:-?(?:name|account|profil|konto))?\s(?:ist\s|heißt\s|lautet\s|von\s)?"
    r"(?=[\w.]*[a-z])(?=\w*[\d_]|\w+\.\w)[\w.@]{4,}",
    r"\b(?:instagram|tiktok|facebook)\.com/[\w.@]+",
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
    r"\b(?:fall|vorgang|ticket|versicherungsschein|police|einsatz|rechnung|polizei-vorgang)\s(?:nr\.?\s|[A-Z]{2}\s)?"
    r"(?!(?:19|20)\d\d\b(?![-/.]\d))\d(?:[./-]?\d){4,}\b",
    r"\b(?!haus|zimmer|telefon|notruf|handy|ruf|linien|raum|warte|seiten|mobil|fax)\w{3,}-?(?:nummer|nr\.?)"
    r"[\s:#]{0,3}(?:ist\s|lautet\s)?(?=(?:[\w./ -]?\d){4})[A-Z]{0,4}[ ./-]?\d[\w./-]*",
    rf"(?<!\w){_NUMBER_WORD}(?!\w)[\s:#.]{{0,4}}(?:(?:ist|lautet|nr\.?|nummer)[\s:]{{0,2}})?"
    rf"(?=[\w./ -]{{0,12}}\d)[\w./-]+(?:[ ./-]+(?:[A-Z]{{1,3}}[ ./-]+)?[\w./-]*\d[\w./-]*)*",
)
BARE_NUMBERS = (
    r"\b\d{1,4}\s?[A-Z]{1,3}\s?\d{1,6}\s?/\s?\d{2,4}\b",
    r"\b[A-Z]{1,4}[-./ ]?\d{1,4}(?:\.\d+)?[-./]\d{2,6}(?:[-./]\d{2,6})+\b",
    r"\b(?!(?:19|20)\d\d/(?:19|20)?\d\d\b)(?!(?:[89]\d|1\d\d|2[0-4]\d)/(?:[4-9]\d|1[0-3]\d)\b(?![-/]))\d{3,6}[/-](?:\d{2,4}[/-])?(?:\d{2}|\d{4})\b"
    r"(?!\s*(?:[Uu]hr|€|[Ee]uro))",
    r"\b(?!D-)[A-ZÄÖÜ]{1,4}[-/]\d{4,}\b",
    r"\b(?!PLZ)[A-Z]{1,3}\d{5,}\b",
    r"\b(?=[A-Z]*\d[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{8,}\b",
    r"\b\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}\b",
    r"\b[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}[EH]?\b",
    r"\b(?i:kennzeichen|nummernschild|autonummer|kfz|auto|wagen|pkw|fahrzeug|roller|motorrad)\b[^.!?\n]{0,25}?"
    r"\b[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[- ]?\d{1,4}[EH]?\b",
    r"(?<![\d.,:/-])(?=(?:\d[ /]?){8})\d{2,4}(?:[ /]\d{2,4}){2,}"
    r"(?![\d.,:]*\s*(?:[Uu]hr|€|[Ee]uro))",
    r"(?<![\d.,])\d{7,}(?![\d.,]*\s*(?:€|[Ee]uro))",
)
POSTAL = (
    r"\b(?:Postfach|PF)\s\d{1,2}(?:\s?\d\d){0,3}\b",
    r"\b[A-Z]\s?\d{1,2}\s?,\s?\d{1,2}[a-z]?,?\s\d{5}\s[A-ZÄÖÜ][\w-]+",
    r"\b[A-ZÄÖÜ][\w'’.-]+(?:\s[\w'’.-]+)?\s\d{1,3}\s?[a-h]?,\s?\d{5}\b(?!\s*(?:€|[Ee]uro))",
    r"\b(?:Via|Viale|Piazza|Rue|Calle|Avenida|Rua|[Uu]lica|[Uu]l\.|Bulevar|Bd\.?|Boulevard|Avenue)\s"
    r"(?:(?:de|del|della|la|das|dos)\s)*[A-ZÄÖÜŁŚŻ][\w'’.-]+(?:\s[A-ZÄÖÜ][\w'’.-]+)?,?\s\d{1,4}\b",
    r"\b\d{1,4},?\s(?:[Rr]ue|[A-Z]\w+\s(?:Street|Road|Avenue|Lane|St\.|Rd\.))\b(?:\s[\w'’-]+)?",
    r"\b\d{5}\s[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ(][\w.()-]*)?,\s?[A-ZÄÖÜ][\w'’.-]*(?:\s[\w'’.-]+){0,3}?"
    r"\s\d{1,3}\s?[a-h]?\b(?!\s*(?:Uhr|Jahr|Kind|Euro|€))",
)
_PHONE_WORD = (
    r"(?:tel(?:efon)?(?:nummer|-?nr\.?)?|mobil(?:nummer|-?nr\.?)?|handy(?:nummer|-?nr\.?)?|"
    r"rufnummer|fax|whatsapp|anruf\w*|angerufen|erreichbar|erreichen|zurückrufen|rückruf|"
    r"durchwahl|nummer|nr\.)"
)
PHONES = (
    r"\bnull(?:[\s,/-]+(?:null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|\d{1,4})\b){5,}",
    r"(?<![\w.,/-])(?:\+|00)\s?\d{1,3}(?:[\s/()-]{0,3}\d){6,}",
    r"(?<![\w.,/-])(?!0800)\(?0\s?[1-9](?:\s?\d){0,4}\)?(?:[\s/().-]{0,3}\d){5,}",
    rf"(?<!\w){_PHONE_WORD}(?:\W{{0,3}}(?:unter|ist|lautet|auf|die|der|nr\.?|nummer)){{0,3}}\W{{0,3}}"
    r"\d(?:[\s/().-]{0,2}\d){4,}",
)
CLOCK_SPAN = r"\d{1,2}[.:]\d{2}\s*(?:uhr\s*)?(?:-|–|—|bis)\s*\d{1,2}[.:]\d{2}"

"""Years of birth in running text: ``Jahrgang 1941``, ``geboren 2019``, ``geb. 12.3.2015``."""

import re
from collections.abc import Iterator
from datetime import date

from stk_graph.late import Late
from stk_graph.times.age_mention_kinds import OLDEST_MENTIONED, AgeMention

BIRTH_SIGNS = ("geb", "jahrg", "jg", "*")
_YEAR = r"(?:19|20)\d\d(?![\d.:-])"
_YEARS = rf"{_YEAR}(?:(?: ?[,/+&] ?| und | oder | u\. ){_YEAR}){{0,5}}"
_DAY = (
    r"(?:(?:am |im )?(?:\d{1,2}\. ?(?:\d{1,2}\. ?|[^\W\d_]{3,9} )"
    r"|(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember) "
    r"|\d{1,2}/|jahre? |sommer |winter |frühjahr |herbst )?)"
)
_BIRTHS = Late(
    rf"(?<!\w)(?:jahrg(?:a|ä)nge?n?|jahrg\.|jg\.?|geboren(?:e[nrsm]?)?|geb\.?|\*) ?:? ?{_DAY}"
    rf"(?P<years>{_YEARS})|(?<![\d.])(?P<before>{_YEARS}) (?:in [^\W\d_]+ )?geboren(?:e[nrsm]?)?\b"
)


def births(low: str, today: date) -> Iterator[AgeMention]:
    """The completed years on ``today`` of everybody whose year of birth stands in ``low``.

    A year alone leaves two ages open: before and after this year's birthday.
    """
    if not any(sign in low for sign in BIRTH_SIGNS):
        return
    for match in _BIRTHS.compiled.finditer(low):
        group = "years" if match["years"] else "before"
        start = match.start()
        found = list(re.finditer(r"\d{4}", match[group]))
        for index, year in enumerate(found):
            oldest = today.year - int(year.group())
            is_last = index == len(found) - 1
            end = match.end() if is_last else match.start(group) + year.end()
            if 0 <= oldest <= OLDEST_MENTIONED:
                yield AgeMention(low=max(0, oldest - 1), high=oldest, start=start, end=end)
            start = end

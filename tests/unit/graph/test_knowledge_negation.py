"""What a text denies does not count; what it misses, or cannot do without, stays."""

import pytest

from stk_graph.knowledge import meaning

DENIED = """
Kein Deutschkurs, sie spricht gut Deutsch, sie braucht eine Schuldnerberatung | deutsch_lernen
Kein Deutschkurs, sie spricht gut Deutsch, sie braucht eine Schuldnerberatung | sprachkurs
ohne Schuldnerberatung, sie will lieber eine Suchtberatung | schuldnerberatung
nicht zum Jugendamt | jugendamt
nicht zum Jugendamt | asd
Sie will nicht zum Jugendamt | jugendamt
Ohne Jugendamt bitte | jugendamt
will kein Pflegeheim | pflegeberatung
will kein Pflegeheim | pflege
statt Hort eine Tagesmutter | grundschulkinderbetreuung
anstatt in den Hort soll er zur Tagesmutter | grundschulkinderbetreuung
Tagesmutter statt Hort | grundschulkinderbetreuung
alles außer Sport | sport_bewegung
außer Sport | sport_bewegung
braucht keine Schuldnerberatung, sondern eine Suchtberatung | schuldnerberatung
braucht keine Schuldnerberatung aber eine Suchtberatung | schuldnerberatung
weder Schuldnerberatung noch Suchtberatung | schuldnerberatung
weder Schuldnerberatung noch Suchtberatung | suchtberatung
Sie will weder zur Schuldnerberatung noch zur Suchtberatung | schuldnerberatung
Sie will weder zur Schuldnerberatung noch zur Suchtberatung | suchtberatung
keine Schuldnerberatung und keine Suchtberatung | schuldnerberatung
keine Schuldnerberatung und keine Suchtberatung | suchtberatung
keine Schuldnerberatung oder Suchtberatung | schuldnerberatung
keine Schuldnerberatung oder Suchtberatung | suchtberatung
hat schon einen Kitaplatz | kitaplatz
hat schon einen Kitaplatz | kita
hat schon einen Kitaplatz, braucht aber eine Schuldnerberatung | kitaplatz
einen Kitaplatz hat sie schon | kitaplatz
Kitaplatz ist schon da | kitaplatz
weil sie schon einen Kitaplatz hat | kitaplatz
hat bereits eine Schuldnerberatung | schuldnerberatung
Sie haben längst eine gute Schuldnerberatung | schuldnerberatung
will keinen Termin bei der Suchtberatung | suchtberatung
will keine Hilfe vom Jugendamt | jugendamt
keine Schulden | schulden
kein Deutschkurs nötig | sprachkurs
Deutschkurs braucht sie nicht | sprachkurs
einen Deutschkurs brauchen wir nicht | sprachkurs
eine Suchtberatung möchte er nicht | suchtberatung
Sie lehnt eine Suchtberatung ab | suchtberatung
verzichtet auf die Suchtberatung | suchtberatung
Pflegeheim kommt nicht in Frage | pflegeberatung
auf keinen Fall ins Heim | pflege
auf keinen Fall will sie ein Pflegeheim | pflege
bloß kein Jugendamt | jugendamt
anstatt ins Heim soll er in eine Wohngruppe | pflege
statt Deutschkurs lieber Arbeit | sprachkurs
kein Interesse an Sport | sport_bewegung
keine Zeit für Sport | sport_bewegung
nicht wegen der Schulden, sondern wegen der Sucht | schulden
will keine Suchtberatung mehr | suchtberatung
will nicht, dass das Jugendamt kommt | jugendamt
Keine Schuldnerberatung notwendig, suchtberatung gewünscht | schuldnerberatung
Nachhilfe wünscht er nicht | nachhilfe
hat schon Nachhilfe | nachhilfe
braucht keine gute ambulante sozialpädagogische Familienhilfe | hilfen_zur_erziehung
Mama möchte nicht ins Heim | pflege
Sie will auf gar keinen Fall ins Heim | pflege
Bitte nicht das Jugendamt einschalten | jugendamt
Sie hat Angst vor einer Beratung, kein Jugendamt | jugendamt
ohne das Jugendamt | jugendamt
anstelle vom Hort | grundschulkinderbetreuung
Eine Suchtberatung braucht er nicht | suchtberatung
Suchtberatung will er keine | suchtberatung
Suchtberatung ist nicht gewünscht | suchtberatung
Suchtberatung ist kein Thema | suchtberatung
Deutschkurs nein danke | sprachkurs
Sie hat bereits einen Deutschkurs, jetzt Arbeit | sprachkurs
Deutschkurs hat sie schon | sprachkurs
Nachhilfe bekommt er bereits | nachhilfe
Schulden haben sie keine | schulden
Schulden gibt es nicht | schulden
Schulden haben sie keine | schuldnerberatung
kein Alkohol, keine Drogen | sucht
nicht depressiv, nur müde | psyche
lieber Familienhilfe als Suchtberatung | suchtberatung
ganz ohne Nachhilfe geschafft | nachhilfe
die Kita brauchen wir nicht mehr | kita
ist nicht schwanger | schwanger
Es gibt keine Gewalt in der Familie | gewaltschutz
Pflegedienst kommt schon | pflegeberatung
"""
WANTED = """
Oma soll ins Heim, eine Vollmacht gibt es nicht | rechtliche_betreuung
Er kann nicht lesen | lesefoerderung
Kein Deutschkurs, sie spricht gut Deutsch, sie braucht eine Schuldnerberatung | schuldnerberatung
Ohne sozialpädagogische Familienhilfe schaffen sie es nicht mehr | hilfen_zur_erziehung
Die Familie kommt ohne sozialpädagogische Familienhilfe nicht mehr klar | hilfen_zur_erziehung
ohne sozialpädagogische Familienhilfe nicht mehr klar | hilfen_zur_erziehung
ohne Nachhilfe geht es nicht | nachhilfe
Es geht nicht ohne Nachhilfe | nachhilfe
Ohne Nachhilfe hat er keine Chance | nachhilfe
Ohne Schuldnerberatung verlieren sie die Wohnung | schuldnerberatung
ohne Schuldnerberatung, sie will lieber eine Suchtberatung | suchtberatung
statt Hort eine Tagesmutter | kindertagespflege
anstatt in den Hort soll er zur Tagesmutter | kindertagespflege
außer Sport interessiert ihn nichts | sport_bewegung
macht nichts außer Sport | sport_bewegung
braucht keine Schuldnerberatung, sondern eine Suchtberatung | suchtberatung
braucht keine Schuldnerberatung aber eine Suchtberatung | suchtberatung
hat schon einen Kitaplatz, braucht aber eine Schuldnerberatung | schuldnerberatung
hat schon einen Kitaplatz, der reicht aber nicht | kitaplatz
hat schon einen Kitaplatz gesucht | kitaplatz
hat schon einen Kitaplatz beantragt | kitaplatz
hat schon Schulden | schulden
Er hat bereits viele Schulden | schulden
war schon bei der Suchtberatung, hat nichts gebracht | suchtberatung
hat schon die Suchtberatung besucht und nichts erreicht | suchtberatung
hat schon bei der Suchtberatung angerufen | suchtberatung
nicht nur Nachhilfe, sondern auch Sport | nachhilfe
nicht nur Nachhilfe, sondern auch Sport | sport_bewegung
nicht allein wegen der Schulden, sondern auch wegen der Sucht | schulden
nicht allein wegen der Schulden, sondern auch wegen der Sucht | sucht
nicht nur Schulden | schulden
keine Kita nimmt ihn | kita
Keine Suchtberatung nimmt ihn auf | suchtberatung
kein Pflegeheim nimmt sie | pflege
kein Platz in der Kita | kitaplatz
kein Platz in der Kita | kita
kein Platz im Pflegeheim | pflegeberatung
kein Termin bei der Suchtberatung | suchtberatung
bekommt keinen Termin bei der Suchtberatung | suchtberatung
keine Antwort vom Jugendamt | jugendamt
hat keine Wohnung | wohnungsverlust
kein Geld | geldnot
kann kein Deutsch | deutsch_lernen
kein Deutsch, spricht nur Arabisch | deutsch_lernen
bekommt keinen Hortplatz | betreuungsplatz_schule
Hort nimmt ihn nicht | grundschulkinderbetreuung
Die Kita lehnt ihn ab | kita
findet keine Kita | kita
ohne Deutschkurs keine Arbeit | sprachkurs
ohne Kita kann sie nicht arbeiten | kita
ohne Betreuung nachmittags | betreuungsplatz_schule
Mutter ohne Hebamme | fruehe_hilfen
Kinder ohne Schulplatz | schulplatz_zugezogen
ohne Wohnung | wohnungsverlust
anstatt ins Heim soll er in eine Wohngruppe | hilfen_zur_erziehung
statt Deutschkurs lieber Arbeit | arbeit
Das geht so nicht, Schulden drücken | schulden
kann die Miete nicht zahlen wegen Schulden | schulden
kann nicht mehr wegen der Schulden | schulden
nicht wegen der Schulden, sondern wegen der Sucht | sucht
will keine Schulden mehr haben | schulden
war noch nie bei der Suchtberatung | suchtberatung
noch keine Suchtberatung besucht | suchtberatung
hat noch keinen Deutschkurs | sprachkurs
kein Deutschkurs in der Nähe | sprachkurs
spricht nicht gut Deutsch | deutsch_lernen
Schuldnerberatung nicht nötig, Suchtberatung schon | suchtberatung
nicht nur Kita, auch Hort | kita
nicht nur Kita, auch Hort | grundschulkinderbetreuung
hat keinen Kitaplatz | kita
noch kein Kitaplatz | kita
sie haben noch immer keine Kita | kita
Kita findet sie keine | kita
keine einzige Kita hat Platz | kita
Kein Termin frei bei der Schuldnerberatung | schuldnerberatung
Die Schuldnerberatung nimmt keine neuen Leute | schuldnerberatung
Kein Deutschkurs frei | sprachkurs
Es gibt keinen Deutschkurs für Mütter | sprachkurs
Deutschkurs hat sie schon abgebrochen | sprachkurs
Nachhilfe hat schon geholfen, aber sie brauchen mehr | nachhilfe
kommt mit den Schulden nicht klar | schulden
kann die Schulden nicht bezahlen | schulden
weiß nicht weiter mit den Schulden | schulden
Alkohol ist nicht das einzige Problem | sucht
lieber Familienhilfe als Suchtberatung | hilfen_zur_erziehung
kein Geld für Sport | sport_bewegung
kein Geld für den Sportverein | sport_bewegung
ohne Kita keine Arbeit und ohne Arbeit keine Kita | kita
nichts zu essen, kein Mittagstisch | mittagstisch
Ohne das Jugendamt geht nichts | jugendamt
findet keine größere Wohnung | wohnung_suche
bekommt keine Kita, kein Amt hilft | kita
Kein Pflegedienst hat Zeit | pflegeberatung
"""


def rows(table: str) -> list[tuple[str, str]]:
    lines = [line.rpartition(" | ") for line in table.strip().splitlines()]
    return [(text, key) for text, _bar, key in lines]


def found_in(text: str) -> set[str]:
    found = meaning(text)
    return {*found.offer_kinds, *found.occasions}


@pytest.mark.parametrize(("text", "key"), rows(DENIED))
def test_what_is_refused_replaced_or_there_already_does_not_count(text: str, key: str) -> None:
    assert key not in found_in(text)


@pytest.mark.parametrize(("text", "key"), rows(WANTED))
def test_a_no_that_tells_a_need_or_belongs_elsewhere_denies_nothing(text: str, key: str) -> None:
    assert key in found_in(text)


def test_a_firm_phrase_ends_where_what_it_names_is_denied() -> None:
    text = "Kein Deutschkurs, sie spricht gut Deutsch, sie braucht eine Schuldnerberatung"
    assert next(iter(meaning(text).offer_kinds)) == "schuldnerberatung"

"""Occasions that follow from the words of a text and its offer kinds when no word states one."""

from stk_graph.case import Facts, understand
from stk_graph.knowledge import meaning
from stk_graph.knowledge.likely import (
    COUNTS,
    WITHOUT_DANGER,
    danger_scores,
    likely_occasions,
    telling,
)
from stk_graph.knowledge.pooling import pooled
from stk_graph.vocabulary import occasions


def likely_in(text: str) -> dict[str, float]:
    reading = meaning(text).reading
    assert reading is not None
    return likely_occasions(pooled(reading.scores, {}), reading)


def test_a_story_without_the_name_of_its_occasion_is_likely_about_one() -> None:
    text = "Mein Mann hat die Kinder seit der Trennung nicht mehr gesehen, sie lässt ihn nicht"
    assert likely_in(text) in ({"umgang_streit": COUNTS}, {"trennung": COUNTS})


def test_a_text_of_unknown_words_is_about_nothing() -> None:
    assert likely_in("Xyqz wrtlbrmpft") == {}
    assert likely_occasions({}, None) == {}


def test_no_danger_follows_from_what_was_learned() -> None:
    texts = (
        "Der Junge kommt seit Wochen mit neuen Striemen in die Schule",
        "Er lauert ihr vor der Arbeit auf und schreibt nachts hundert Nachrichten",
        "Sie hat Tabletten gesammelt und verschenkt ihre Sachen",
    )
    for text in texts:
        assert all(occasions()[key].safety in WITHOUT_DANGER for key in likely_in(text))


def test_words_for_an_occasion_come_before_what_is_likely() -> None:
    assert next(iter(understand("Mein Vater trinkt jeden Abend", Facts()).occasions)) == "sucht"


def test_occasions_are_told_by_whole_words_not_by_their_pieces() -> None:
    reading = meaning("Der Vertrag wurde gekündigt").reading
    assert reading is not None
    told = telling(reading.features)
    assert set(told.values.values()) == {1.0}
    assert told.words <= set(told.values)


def test_what_only_sounds_alarming_has_lower_scores_than_a_hint_without_alarming_words() -> None:
    hint = meaning("Sie hat ihre Katze verschenkt und sich bei allen bedankt, das macht mir Angst")
    joke = meaning("Der Kurs war zum Sterben langweilig, wir wollen lieber Fußball spielen")
    assert max(danger_scores(hint.reading).values()) > max(danger_scores(joke.reading).values())
    assert danger_scores(meaning("Xyqz wrtlbrmpft").reading) == {}


def test_an_alarm_that_no_single_word_raised_names_the_words_behind_it() -> None:
    text = "Sie hat ihre Katze verschenkt und sich bei allen bedankt, das macht mir Angst"
    case = understand(text, Facts())
    assert "crisis" in case.safety
    said = [item for item in case.evidence if item.key == "suizid"]
    assert said
    assert all(text[item.start : item.end] == item.words for item in said)

"""A word leads to the other words for the same thing."""

from stk_graph.text.synonym_groups import groups_of, related_terms, synonym_group
from stk_graph.vocabulary import synonyms


def test_a_group_holds_its_terms_folded() -> None:
    assert synonym_group("sprachcafe") == (
        "sprachcafe",
        "sprachtreff",
        "konversationsgruppe",
        "konversationskurs",
        "sprechcafe",
        "sprachtandem",
    )
    assert "ha betreuung" in synonym_group("hausaufgabenbetreuung")
    assert synonym_group("gibtsnicht") == ()


def test_every_single_word_leads_to_its_group() -> None:
    for key in synonyms():
        for term in synonym_group(key):
            if " " not in term:
                assert key in groups_of(term)


def test_a_form_of_a_term_leads_to_its_group() -> None:
    assert groups_of("kindergaerten") == ("kita",)
    assert groups_of("sprachkurse") == ("sprachkurs",)


def test_the_first_part_of_a_compound_leads_to_its_group_if_it_has_one_meaning() -> None:
    assert groups_of("drogen") == ("suchtberatung",)
    assert groups_of("hausaufgaben") == ("hausaufgabenbetreuung",)
    assert groups_of("familien") == ()
    assert groups_of("haus") == ()


def test_related_terms_are_the_others_of_the_group() -> None:
    related = related_terms("kindergarten")
    assert "kita" in related
    assert "kindergarten" not in related
    assert "suchtberatung" in related_terms("drogen")
    assert related_terms("regen") == ()

"""Texts, ages, terms and markup of a foreign directory become fields where they are certain."""

from pathlib import Path

import pytest

from db.sources import notes
from db.store import Store
from stk_graph.model import Actor, Area, Contact, ContactRole, Offer
from stk_graph.model.enums import KindSource, OfferStatus, Visibility, YesNo
from tests.unit.db.exchange_samples import (
    codes,
    take_over,
    two_houses,
    write_package,
)

GERMAN = {
    "organizations": [
        {"id": "1", "name": "Jugendhaus Nord", "description": "Treffpunkt", "parent": ""},
    ],
    "services": [
        {
            "id": "a",
            "organization_id": "1",
            "name": "Lernzeit",
            "description": "Mo–Do 14–16 Uhr, Kl. 1–4",
            "status": "active",
            "fees_description": "kostenlos",
            "application_process": "Bitte vorher anmelden",
        },
        {
            "id": "b",
            "organization_id": "1",
            "name": "Nachmittag",
            "description": "Wir helfen bei allem.",
            "status": "active",
        },
        {
            "id": "c",
            "organization_id": "1",
            "name": "Elterncafé",
            "description": "14-tägig mittwochs 9–11 Uhr. Unser Haus gibt es seit 20 Jahren.",
            "status": "active",
        },
    ],
    "attributes": [
        {"id": "x", "link_id": "b", "taxonomy_term_id": "t1", "link_entity": "service"},
        {"id": "y", "link_id": "b", "taxonomy_term_id": "t2", "link_entity": "service"},
    ],
    "taxonomy_terms": [
        {"id": "t1", "name": "Hausaufgabenhilfe", "description": "x"},
        {"id": "t2", "name": "Grundschulkinder", "description": "x"},
    ],
    "service_areas": [{"id": "g", "service_id": "a", "name": "Nord"}],
}


def test_german_texts_in_hsds_become_ages_times_and_kinds_where_they_are_certain(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "german", GERMAN))
    offers = {offer.source_id: offer for offer in store.read.all(Offer)}
    lesson = offers["a"]
    assert (lesson.age_min, lesson.age_max, lesson.ages_text) == (6, 10, "Kl. 1–4")
    assert [(slot.weekday, slot.start, slot.end) for slot in lesson.slots] == [
        (day, 840, 960) for day in range(4)
    ]
    assert lesson.times_text == "Mo–Do 14–16 Uhr"
    assert lesson.description == "Mo–Do 14–16 Uhr, Kl. 1–4", "the original stays"
    assert lesson.offer_kind == "hausaufgabenbetreuung"
    assert lesson.offer_kind_from is KindSource.TEXT
    assert lesson.offer_kind_weight is not None
    assert 0.6 < lesson.offer_kind_weight <= 1
    assert (lesson.cost_free, lesson.access) == (YesNo.YES, "registration")
    assert [area.name for area in store.read.by_ids(Area, lesson.catchment)] == ["Nord"]


def test_terms_state_the_kind_and_groups_and_are_kept_as_notes(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "german", GERMAN))
    offer = store.read.where(Offer, source_id="b")[0]
    assert offer.offer_kind == "hausaufgabenbetreuung"
    assert offer.offer_kind_from is KindSource.STATED
    assert offer.offer_kind_weight is None
    assert offer.target_groups == ("grundschulkinder",)
    kept = {(note.field, note.text) for note in notes(store.read, offer.id)}
    assert kept == {("attribute", "Hausaufgabenhilfe"), ("attribute", "Grundschulkinder")}


def test_a_fortnightly_text_is_never_read_as_weekly_and_years_of_a_house_are_no_age(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "german", GERMAN))
    offer = store.read.where(Offer, source_id="c")[0]
    assert all(slot.rhythm != "weekly" for slot in offer.slots)
    assert (offer.age_min, offer.age_max) == (None, None)


def test_reversed_and_impossible_ages_stay_as_text(store: Store, tmp_path: Path) -> None:
    tables = two_houses()
    service = tables["services"][0]
    tables["services"] = [
        service | {"id": "s", "minimum_age": "12", "maximum_age": "6.0"},
        service | {"id": "t", "minimum_age": "-1", "maximum_age": "10"},
        service | {"id": "u", "minimum_age": "400", "maximum_age": "zehn"},
    ]
    report = take_over(store, write_package(tmp_path / "d", tables))
    ages = {o.source_id: (o.age_min, o.age_max) for o in store.read.all(Offer)}
    assert ages == {"s": (None, None), "t": (None, 10), "u": (None, None)}
    found = codes(report)
    assert (found["age-reversed"], found["age-range"], found["bad-number"]) == (1, 1, 1)


def test_markup_escapes_and_html_become_harmless_text(store: Store, tmp_path: Path) -> None:
    tables = two_houses(name="Kita [@click=app.pwn]A[/] \x1b]2;x\x07 [/b]")
    html = "<p>Viel <b>Platz</b> &amp; Ruhe</p><script>1</script>"
    tables["organizations"][0]["description"] = html
    report = take_over(store, write_package(tmp_path / "d", tables))
    actor = store.read.where(Actor, source_id="1")[0]
    assert actor.name == "Kita [@click=app.pwn]A[/] \ufffd]2;x\ufffd [/b]"
    assert actor.description == "Viel Platz & Ruhe"
    assert codes(report)["control-character"] == 1
    assert codes(report)["html-removed"] == 1
    assert "[@click" not in report.as_markdown().replace("\\[", "")


def test_unknown_columns_and_surplus_cells_become_notes(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "organizations.csv").write_text(
        "id,name,description,Wappentier\n1,Kita,x,Löwe\n2,Hort,x\n3,Treff,x,Bär,zu viel\n\n,,,\n"
    )
    report = take_over(store, folder)
    assert codes(report) == {"unknown-column": 2, "ragged-row": 2, "blank-row": 2}
    treff = store.read.where(Actor, name="Treff")[0]
    assert {(note.field, note.text) for note in notes(store.read, treff.id)} == {
        ("wappentier", "Bär"),
        ("surplus", "zu viel"),
    }


def test_imported_persons_stay_in_the_network_and_their_main_role_is_known(
    store: Store, tmp_path: Path
) -> None:
    take_over(store, write_package(tmp_path / "d", two_houses()))
    contact, role = store.read.all(Contact)[0], store.read.all(ContactRole)[0]
    assert contact.visibility is Visibility.NETWORK
    assert (role.contact, role.is_main) == (contact.id, True)
    assert role.offer == store.read.all(Offer)[0].id


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("active", OfferStatus.RUNNING),
        ("temporarily closed", OfferStatus.PAUSED),
        ("defunct", OfferStatus.ENDED),
        ("inactive", OfferStatus.PLANNED),
    ],
)
def test_the_status_of_a_service_is_that_of_the_offer(
    store: Store, tmp_path: Path, status: str, expected: OfferStatus
) -> None:
    tables = two_houses()
    tables["services"][0]["status"] = status
    take_over(store, write_package(tmp_path / "d", tables))
    assert store.read.all(Offer)[0].status is expected

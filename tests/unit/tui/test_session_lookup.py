"""Which record a name means, and how records are listed and described."""

import pytest

from stk_graph.model import Actor, Area, Contact, Offer, new_id
from stk_graph.model.enums import AreaType
from stk_tui.session import Session
from stk_tui.session.listing import contact_lists
from stk_tui.session.lookup import Ambiguous, NotFound, look_up
from stk_tui.session.offer_list import OfferFilter, offer_list
from stk_tui.session.problems import BadInput


def test_an_id_a_source_id_and_a_name_mean_the_same(demo: Session) -> None:
    actor = next(one for one in demo.store.read.all(Actor) if one.name == "KiEZ Mühlberg")
    assert actor.source_id is not None
    for named in (actor.id, actor.source_id, "KiEZ Mühlberg", "kiez muehlberg"):
        assert look_up(demo.store.read, named) == actor.id


def test_the_beginning_of_a_name_is_enough_if_only_one_begins_so(demo: Session) -> None:
    actor = next(one for one in demo.store.read.all(Actor) if one.name == "KiEZ Mühlberg")
    assert look_up(demo.store.read, "KiEZ Müh", (Actor,)) == actor.id


def test_several_candidates_are_listed(demo: Session) -> None:
    with pytest.raises(Ambiguous) as unclear:
        look_up(demo.store.read, "s", (Actor,))
    assert "weitere" in str(unclear.value)


@pytest.mark.parametrize("named", ["Atlantis", "", "🙂"])
def test_what_is_not_known_is_said(named: str, demo: Session) -> None:
    with pytest.raises(NotFound, match="nicht bekannt"):
        look_up(demo.store.read, named)
    with pytest.raises(NotFound):
        look_up(demo.store.read, new_id())


def test_counts_of_offers_and_persons_are_those_of_the_file(demo: Session) -> None:
    listed = contact_lists(demo.store.read, demo.search)
    assert sum(actor.offers for actor in listed.actors) == len(demo.store.read.all(Offer))
    people = demo.store.read.all(Contact)
    employed = [one for one in people if one.employer and not one.restricted]
    assert sum(actor.contacts for actor in listed.actors) == len(employed)


def test_offers_without_a_contact_are_found(demo: Session) -> None:
    lonely = offer_list(demo.store.read, demo.search, OfferFilter(without_contact=True))
    assert lonely
    assert all(offer.contact is None for offer in lonely)


def test_filters_narrow_together(demo: Session) -> None:
    wide = offer_list(demo.store.read, demo.search, OfferFilter(age=8))
    narrow = offer_list(demo.store.read, demo.search, OfferFilter(age=8, offer_kind="ferienspiele"))
    assert 0 < len(narrow) < len(wide)
    assert {offer.id for offer in narrow} <= {offer.id for offer in wide}


def test_every_record_of_the_directory_can_be_described(demo: Session) -> None:
    for row in demo.directory.rows():
        detail = demo.directory.detail(row.id)
        assert detail.title == row.title
        assert detail.kind == row.kind
        assert all(text for _name, text in detail.facts)


def test_neighbours_lead_back(demo: Session) -> None:
    actor = next(row for row in demo.directory.rows("actor") if row.title == "KiEZ Mühlberg")
    groups = dict(demo.directory.detail(actor.id).groups)
    person = groups["Ansprechpersonen"][0]
    back = dict(demo.directory.detail(person.id).groups)
    assert actor.id in {link.id for link in back["Arbeitet bei"]}


def test_a_record_that_is_gone_has_no_detail(demo: Session) -> None:
    with pytest.raises(KeyError):
        demo.directory.detail(new_id())


def test_a_filter_keeps_what_nobody_knows_and_names_it_last(demo: Session) -> None:
    listed = offer_list(demo.store.read, demo.search, OfferFilter(age=8))
    certain = [bool(offer.unknown) for offer in listed]
    assert certain == sorted(certain)
    assert {name for offer in listed for name in offer.unknown} == {"age"}
    assert any(certain)


def test_what_is_for_the_whole_city_is_for_every_quarter(demo: Session) -> None:
    quarter = {
        o.id for o in offer_list(demo.store.read, demo.search, OfferFilter(area="Gartenfeld"))
    }
    city = {o.id for o in demo.store.read.all(Offer) if o.area and _is_city(demo, o.area)}
    assert city
    assert city <= quarter


def _is_city(demo: Session, uid: str) -> bool:
    area = demo.store.read.get(Area, uid)
    return area is not None and area.type is AreaType.CITY


def test_an_offer_of_another_quarter_is_not_listed(demo: Session) -> None:
    listed = {o.id for o in offer_list(demo.store.read, demo.search, OfferFilter(area="Bleiche"))}
    other = look_up(demo.store.read, "Gartenfeld", (Area,))
    elsewhere = {o.id for o in demo.store.read.all(Offer) if o.area == other and not o.catchment}
    assert elsewhere
    assert not elsewhere & listed


@pytest.mark.parametrize(
    "wrong", [OfferFilter(offer_kind="quatsch"), OfferFilter(target_group="x")]
)
def test_a_key_that_is_in_no_list_is_refused(wrong: OfferFilter, demo: Session) -> None:
    with pytest.raises(BadInput, match="keiner Liste"):
        offer_list(demo.store.read, demo.search, wrong)

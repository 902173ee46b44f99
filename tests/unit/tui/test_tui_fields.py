"""The forms: every field of the table is one the data file can read and write."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stk_tui.fields import FORMS
from stk_tui.session import Session
from stk_tui.widgets.case_facts import FACTS

FIELDS = [(kind, field) for kind, fields in FORMS.items() for field in fields]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session.open(tmp_path / "stk.db", create=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", FORMS)
def test_the_form_and_the_data_file_know_the_same_fields(session: Session, kind: str) -> None:
    assert {field.name for field in FORMS[kind]} == set(session.directory.form(kind, None))


@pytest.mark.parametrize("source", sorted({field.source for _kind, field in FIELDS} - {""}))
def test_every_list_of_a_form_can_be_asked_for(session: Session, source: str) -> None:
    options = session.directory.options(source)
    assert options or source in FORMS, "only lists of records are empty in an empty file"


@pytest.mark.parametrize("source", sorted({fact.source for fact in FACTS} - {""}))
def test_every_list_of_the_case_can_be_asked_for(session: Session, source: str) -> None:
    assert session.cases.options(source) or source in FORMS


@pytest.mark.parametrize("reads", sorted({field.reads for _kind, field in FIELDS} - {""}))
def test_every_reading_of_a_form_says_something(session: Session, reads: str) -> None:
    reading = session.directory.reading(reads, "???")
    assert reading.sentence
    assert session.directory.reading(reads, "").holds


@pytest.mark.parametrize(
    ("reads", "example"),
    sorted({(field.reads, field.example) for _k, field in FIELDS if field.reads and field.example}),
)
def test_the_examples_of_the_form_are_read(session: Session, reads: str, example: str) -> None:
    assert session.directory.reading(reads, example).holds

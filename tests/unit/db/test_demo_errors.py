"""A mistake in the files of the demo district is named, never swallowed."""

import pytest

from db.demo import district
from db.demo.reading import DistrictError, Entry, entries
from tests.unit.db.demo_records import TODAY


def changed(monkeypatch: pytest.MonkeyPatch, *extra: Entry) -> None:
    real = list(entries())
    monkeypatch.setattr("db.demo.build.entries", lambda: iter([*real, *extra]))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Entry("offer", "neu", "x.toml", {"title": "Neu", "lead": "nirgends"}), "nirgends"),
        (Entry("offer", "neu", "x.toml", {"title": "Neu", "lead": "weststadt"}), "weststadt"),
        (Entry("offer", "neu", "x.toml", {"title": "N", "lead": "juz", "farbe": "rot"}), "farbe"),
        (
            Entry("offer", "neu", "x.toml", {"title": "N", "lead": "juz", "access": "x"}),
            "access",
        ),
        (Entry("offer", "neu", "x.toml", {"title": " ", "lead": "juz"}), "Titel"),
        (Entry("offer", "juz", "x.toml", {"title": "Neu", "lead": "juz"}), "juz"),
        (Entry("task", "neu", "x.toml", {"what": "x", "due": "bald einmal"}), "bald einmal"),
    ],
    ids=["nobody", "wrong-kind", "field", "value", "record", "twice", "date"],
)
def test_a_mistake_in_the_files_names_file_entry_and_field(
    monkeypatch: pytest.MonkeyPatch, entry: Entry, said: str
) -> None:
    changed(monkeypatch, entry)
    with pytest.raises(DistrictError, match=said) as caught:
        district(TODAY)
    assert "x.toml" in str(caught.value)


def test_a_ring_of_references_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = {"name": "A", "parent": "ring_b"}, {"name": "B", "parent": "ring_a"}
    changed(
        monkeypatch,
        Entry("area", "ring_a", "x.toml", ring[0]),
        Entry("area", "ring_b", "x.toml", ring[1]),
    )
    with pytest.raises(DistrictError, match="ring_a"):
        district(TODAY)

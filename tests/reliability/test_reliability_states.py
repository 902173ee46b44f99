"""Whatever a person does in whatever order, the file holds what a simple model says."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace

from db.errors import NotUndone, StillReferred
from db.store import open_store
from stk_graph.model import Actor, Contact, Record

NAMES = st.sampled_from(["Kita", "Amt", "Schule"])


class Content(dict[str, tuple[str, str | None]]):
    """For each id the name and, of contacts, the employer."""


class District(RuleBasedStateMachine):
    """Saves, deletes, undoes, restores, erases, backs up and reopens beside a model in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="stk-states-"))
        self.path = self.folder / "district.db"
        self.store = open_store(self.path, create=True)
        self.now: Content = Content()
        self.undoable: list[Content | None] = []
        self.redoable: list[Content] = []
        self.backup: tuple[Content, list[Content | None], list[Content]] | None = None
        self.erased: set[str] = set()

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def did(self, after: Content) -> None:
        self.undoable.append(self.now)
        self.redoable.clear()
        self.now = after

    @initialize()
    def begin(self) -> None:
        self.add_actor("Kita")

    @rule(name=NAMES)
    def add_actor(self, name: str) -> None:
        self.save(Actor(name=name), None)

    @rule(name=NAMES, data=st.data())
    def add_contact(self, name: str, data: st.DataObject) -> None:
        actors = sorted(uid for uid, (_name, employer) in self.now.items() if employer is None)
        employer = data.draw(st.sampled_from(actors)) if actors else None
        if employer is not None:
            self.save(Contact(name=name, employer=employer), employer)

    def save(self, record: Actor | Contact, employer: str | None) -> None:
        with self.store.write("test", f"save {record.id}") as action:
            action.save(record)
        self.did(Content({**self.now, record.id: (record.name, employer)}))

    @precondition(lambda self: self.now)
    @rule(name=NAMES, data=st.data())
    def rename(self, name: str, data: st.DataObject) -> None:
        uid = data.draw(st.sampled_from(sorted(self.now)))
        record = self.store.read.find(uid)
        assert isinstance(record, (Actor, Contact))
        with self.store.write("test", f"save {uid}") as action:
            action.save(replace(record, name=name))
        if self.now[uid][0] != name:
            self.did(Content({**self.now, uid: (name, self.now[uid][1])}))

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        uid = data.draw(st.sampled_from(sorted(self.now)))
        needed = any(employer == uid for _name, employer in self.now.values())
        try:
            with self.store.write("test", f"delete {uid}") as action:
                action.delete(uid)
        except StillReferred:
            assert needed
            return
        assert not needed
        self.did(Content({key: value for key, value in self.now.items() if key != uid}))

    @rule()
    def undo(self) -> None:
        before = self.undoable[-1] if self.undoable else None
        try:
            self.store.undo("test")
        except NotUndone:
            assert before is None
            return
        assert before is not None
        self.undoable.pop()
        self.redoable.append(self.now)
        self.now = before

    @rule()
    def redo(self) -> None:
        try:
            self.store.redo("test")
        except NotUndone:
            assert not self.redoable
            return
        self.undoable.append(self.now)
        self.now = self.redoable.pop()

    @precondition(lambda self: any(employer for _name, employer in self.now.values()))
    @rule(data=st.data())
    def erase(self, data: st.DataObject) -> None:
        contacts = sorted(uid for uid, (_name, employer) in self.now.items() if employer)
        uid = data.draw(st.sampled_from(contacts))
        self.store.erase("test", uid)
        self.erased.add(uid)
        self.now = Content({key: value for key, value in self.now.items() if key != uid})
        self.undoable = [None]  # an erasure ends what can be undone
        self.redoable.clear()

    @rule()
    def back_up(self) -> None:
        self.store.backup(self.folder / "backup.db")
        self.backup = (self.now, list(self.undoable), list(self.redoable))

    @precondition(lambda self: self.backup is not None)
    @rule()
    def go_back(self) -> None:
        assert self.backup is not None
        restored = self.store.restore(self.folder / "backup.db", "test")
        content, undoable, redoable = self.backup
        self.now = Content({k: v for k, v in content.items() if k not in self.erased})
        erased_again = bool(restored.erased)  # ends what can be undone or restored
        self.undoable = [None] if erased_again else list(undoable)
        self.redoable = [] if erased_again else list(redoable)

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = open_store(self.path)

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        stored: list[Record] = [*self.store.read.all(Actor), *self.store.read.all(Contact)]
        content = {
            record.id: (record.name, record.employer if isinstance(record, Contact) else None)
            for record in stored
            if isinstance(record, (Actor, Contact))
        }
        assert content == self.now

    @invariant()
    def is_sound(self) -> None:
        assert self.store.check(thorough=False) == []


def run(examples: int) -> None:
    run_state_machine_as_test(
        District,
        settings=settings(
            max_examples=examples,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_file_follows_the_model() -> None:
    run(15)


@pytest.mark.nightly
def test_the_file_follows_the_model_for_long() -> None:
    run(2000)

"""One table holds every action; keys, help and palette are made from it."""

import pytest
from textual.binding import Binding

from stk_tui.actions import ACTIONS, BY_ID, SCOPES, bindings, key_name


def test_every_action_has_its_own_id_and_a_known_scope() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert {row.scope for row in ACTIONS} <= set(SCOPES)


def test_no_two_actions_of_one_scope_share_a_key() -> None:
    keys = [(row.scope, key) for row in ACTIONS for key in row.keys.split(",")]
    assert len(keys) == len(set(keys))


def test_only_screens_that_exist_have_a_number() -> None:
    numbers = {row.keys for row in ACTIONS if row.keys.isdigit()}
    assert numbers == {"1", "2"}


def test_bindings_carry_the_id_by_which_the_config_file_changes_them() -> None:
    made = [binding for binding in bindings("list") if isinstance(binding, Binding)]
    assert {binding.id for binding in made} == {row.id for row in ACTIONS if row.scope == "list"}


def test_some_actions_of_a_scope_can_be_left_out() -> None:
    assert len(bindings("list", only=("list.choose",))) == 1


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+p", "Strg+P"), ("slash", "/"), ("f1", "F1"), ("G", "G"), ("escape", "Esc")],
)
def test_keys_are_called_what_stands_on_them(key: str, name: str) -> None:
    assert key_name(key) == name

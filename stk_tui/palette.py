"""The command palette: the actions of the table, named by the area they belong to, with keys."""

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from stk_graph.language import _
from stk_tui.actions import ACTIONS, SCOPES, Action, key_name
from stk_tui.plain import plain

GAP: Final = 3
"""Cells between the longest name and the keys."""


class Command(NamedTuple):
    """An action that can be done now, and the keys that would do it."""

    name: str
    keys: str
    row: Action


class ActionCommands(Provider):
    """Offers what can be done on the open screen, like "Fall: Neuer Fall", with its keys."""

    def _available(self) -> Iterator[Command]:
        keys: dict[str, list[str]] = {}
        for entry in self.screen.active_bindings.values():
            if entry.enabled and entry.binding.id is not None:
                keys.setdefault(entry.binding.id, []).append(key_name(entry.binding.key))
        for row in ACTIONS:
            if row.in_palette and row.id in keys:
                area, text = _(SCOPES[row.scope]), _(row.text)
                name = _("{area}: {action}").format(area=area, action=text)
                yield Command(name, ", ".join(keys[row.id]), row)

    async def _run(self, row: Action) -> None:
        entries = self.screen.active_bindings.values()
        node = next((entry.node for entry in entries if entry.binding.id == row.id), None)
        if node is not None:
            await self.app.run_action(row.does, node)

    async def discover(self) -> Hits:
        commands = list(self._available())
        for command in commands:
            shown = _with_keys(plain(command.name), command, commands)
            yield DiscoveryHit(shown, partial(self._run, command.row), command.name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        commands = list(self._available())
        for command in commands:
            score = matcher.match(command.name)
            if score > 0:
                found = Content.from_text(matcher.highlight(command.name))
                shown = _with_keys(found, command, commands)
                yield Hit(score, shown, partial(self._run, command.row), command.name)


def _with_keys(name: Content, command: Command, commands: list[Command]) -> Content:
    """The name, and the keys in a column behind all names."""
    column = GAP + max(plain(one.name).cell_length for one in commands)
    blank = " " * (column - name.cell_length)
    return Content.assemble(name, blank, plain(command.keys, "$quiet"))

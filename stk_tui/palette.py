"""The command palette: the actions of the table, named by the area they belong to."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from stk_graph.language import _
from stk_tui.actions import ACTIONS, SCOPES, Action


class ActionCommands(Provider):
    """Offers what can be done on the open screen, like "Fall: Neuer Fall"."""

    def _available(self) -> Iterator[tuple[str, Action]]:
        active = {entry.binding.id: entry for entry in self.screen.active_bindings.values()}
        for row in ACTIONS:
            entry = active.get(row.id)
            if row.in_palette and entry is not None and entry.enabled:
                area, text = _(SCOPES[row.scope]), _(row.text)
                yield _("{area}: {action}").format(area=area, action=text), row

    async def _run(self, row: Action) -> None:
        entries = self.screen.active_bindings.values()
        node = next((entry.node for entry in entries if entry.binding.id == row.id), None)
        if node is not None:
            await self.app.run_action(row.does, node)

    async def discover(self) -> Hits:
        for name, row in self._available():
            yield DiscoveryHit(name, partial(self._run, row))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, row in self._available():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), partial(self._run, row))

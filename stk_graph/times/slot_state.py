"""The state while a times text is read: the tokens, the present group, and what was found."""

from collections.abc import Sequence

from stk_graph.model.enums import Rhythm
from stk_graph.times.scan import Token
from stk_graph.times.slot_groups import Group
from stk_graph.times.slot_steps import Step, kind_at


class SlotState:
    """What all steps of reading share.

    ``groups`` are the finished groups, ``used`` the tokens understood, ``refused`` first and last
    token of phrases that must stay text, ``closed`` weekdays said to be closed.
    """

    def __init__(self, found: Sequence[Token], dated: set[int]) -> None:
        self.found = found
        self.dated = dated
        self.index = 0
        self.group = Group()
        self.groups: list[Group] = []
        self.used: set[int] = set()
        self.closed: set[int] = set()
        self.flags: set[str] = set()
        self.problems: list[str] = []
        self.refused: list[tuple[int, int]] = []
        self._each = False
        self._broken = False
        self._depth = 0
        self._lead: Rhythm | None = None

    def _kind(self, index: int) -> str:
        return kind_at(self.found, index)

    def _flush(self) -> None:
        if self.group.closed and not self.group.parts:
            self.closed |= set(self.group.days)
        if self.group.refused:
            self.refused[-1] = (self.refused[-1][0], max(self.refused[-1][1], self.index - 1))
        last = self.groups[-1] if self.groups else Group()
        if self.group.restates(last):
            last.nths = self.group.nths
        elif not self.group.is_empty():
            self.groups.append(self.group)
        self.group = Group(rhythm=self._lead)
        self._each = False

    def _new_days(self) -> None:
        """A new group if the present one is complete or a break stands before the next day."""
        if self.group.is_full() or (self._broken and self.group.days):
            self._flush()
        self._broken = False

    def _add_days(self, days: Sequence[int]) -> None:
        if self.group.hours and not self.group.days:
            self.group.hours_first = True
        self.group.days = [*self.group.days, *days]

    def _take(self, step: Step) -> None:
        self.used |= set(step.tokens)
        self.index = step.after

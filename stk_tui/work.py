"""Work that goes on while one types: started by a screen, and stopped by newer work of its kind."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, ParamSpec

from textual.dom import DOMNode

P = ParamSpec("P")


def start(
    owner: DOMNode,
    group: str,
    work: Callable[P, Coroutine[Any, Any, None]],
    *args: P.args,
    **kwargs: P.kwargs,
) -> None:
    """Starts ``work``; what ``owner`` started in the same group before is cancelled."""
    call: Any = partial(work, *args, **kwargs)
    owner.run_worker(call, group=group, exclusive=True)

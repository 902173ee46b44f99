"""DOT → picture, by a program that runs beside ours: its input, output and end are watched.

Both programs take the flags of Graphviz. Nothing they print reaches the terminal.
"""

import re
import shutil
import subprocess
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import msgspec

from stk_graph.language import N_, _

TIMEOUT_SECONDS = 30.0
SMALLEST_READABLE_POINTS = 7.0

_EMBEDDED = "graphviz-pure"
_SYSTEM = "dot"
_SCALE = re.compile(rb'<g id="graph0"[^>]*transform="scale\(([\d.]+)')


class RenderError(Exception):
    """No picture; the text is a sentence for the person who asked for it."""


class Renderer(NamedTuple):
    """A program that draws DOT; ``name`` is ``embedded`` or ``system``."""

    name: str
    program: Path

    def render(
        self,
        dot: str,
        *,
        engine: str,
        fmt: str = "svg",
        fixed: bool = False,
        timeout: float = TIMEOUT_SECONDS,
    ) -> bytes:
        """The picture; ``fixed`` keeps the positions that stand in the DOT (points).

        Raises ``RenderError`` if the program cannot be started, fails or takes longer than
        ``timeout`` seconds.
        """
        command = [str(self.program), f"-K{engine}", f"-T{fmt}", *(["-n"] if fixed else [])]
        try:
            done = subprocess.run(  # noqa: S603 - our own flags, no shell
                command, input=dot.encode(), capture_output=True, timeout=timeout, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise RenderError(_(_TOO_LONG).format(seconds=f"{timeout:g}")) from error
        except OSError as error:
            raise RenderError(_(_NOT_STARTED).format(program=self.program.name)) from error
        if done.returncode or not done.stdout:
            raise RenderError(_(_FAILED).format(reason=_first_error(done.stderr)))
        return done.stdout

    def places(
        self, dot: str, *, engine: str, timeout: float = TIMEOUT_SECONDS
    ) -> dict[str, tuple[float, float]]:
        """Where the engine puts each node: its id and the points across and up.

        Raises ``RenderError`` like ``render``.
        """
        drawn = self.render(dot, engine=engine, fmt="json0", timeout=timeout)
        objects = msgspec.json.decode(drawn, type=_Layout).objects
        return {one.name: _point(one.pos) for one in objects if one.pos}


class _Node(msgspec.Struct):
    name: str
    pos: str = ""


class _Layout(msgspec.Struct):
    objects: list[_Node] = []


def _point(pos: str) -> tuple[float, float]:
    across, up = pos.split(",")[:2]
    return float(across), float(up)


_TOO_LONG = N_(
    "Das Bild war nach {seconds} Sekunden noch nicht fertig und wurde abgebrochen. Die Daten sind "
    "unverändert. Bitte weniger auf einmal zeigen, zum Beispiel nur ein Gebiet oder eine "
    "Einrichtung."
)
_NOT_STARTED = N_(
    "Das Zeichenprogramm „{program}“ lässt sich nicht starten. Die Daten sind unverändert. Bitte "
    "stk neu installieren oder Graphviz einrichten."
)
_FAILED = N_(
    "Das Bild konnte nicht gezeichnet werden: {reason} Die Daten sind unverändert. Bitte mit einem "
    "Filter noch einmal versuchen."
)
_NONE_FOUND = N_(
    "Es ist kein Zeichenprogramm da. Die Daten sind unverändert. Bitte stk neu installieren "
    "(Paket graphviz-pure) oder Graphviz einrichten."
)


def embedded() -> Renderer | None:
    """The renderer that is installed with stk; None if its package is not there."""
    try:
        files = metadata.files(_EMBEDDED) or []
    except metadata.PackageNotFoundError:
        return None
    found = [file.locate() for file in files if Path(file).stem == _EMBEDDED]
    return Renderer("embedded", Path(str(found[0])).resolve()) if found else None


def system() -> Renderer | None:
    """Graphviz as it is installed on the machine; None without it."""
    program = shutil.which(_SYSTEM)
    return Renderer("system", Path(program)) if program else None


def renderer(choice: str = "auto") -> Renderer:
    """The renderer for the setting ``auto``, ``embedded`` or ``system``.

    ``auto`` takes Graphviz of the machine if it is there, because it is faster. Raises
    ``RenderError`` if there is none of the kind.
    """
    found = {
        "auto": lambda: system() or embedded(),
        "embedded": embedded,
        "system": system,
    }[choice]()
    if found is None:
        raise RenderError(_(_NONE_FOUND))
    return found


def smallest_points(svg: bytes, drawn_with: float = 11.0) -> float:
    """How large a text of ``drawn_with`` points ends up on the sheet; a sheet may be scaled."""
    scale = _SCALE.search(svg)
    return drawn_with * (float(scale[1]) if scale else 1.0)


def _first_error(stderr: bytes) -> str:
    lines = [line for line in stderr.decode(errors="replace").splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.casefold()] or lines
    text = "".join(one for one in errors[0] if one.isprintable()) if errors else "–"
    return text.rstrip(".")[:200] + "."

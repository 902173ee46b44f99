"""What somebody tells about a case stays in memory: no file, log, list of processes, or title."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.functional.cli_runs import STK, stk
from tests.functional.terminals import Terminal

PHRASE = "Zitronenfalter"
CASE = f"{PHRASE}: Kind 2. Klasse, Betreuung fehlt am Abend"


@pytest.fixture
def home(tmp_path: Path, demo_file: Path) -> dict[str, str]:
    """All folders a program may write to, in one place, with the data file among them."""
    places = {
        "HOME": "home",
        "TMPDIR": "tmp",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_RUNTIME_DIR": "run",
    }
    for name in places.values():
        (tmp_path / name).mkdir(exist_ok=True)
    return {variable: str(tmp_path / name) for variable, name in places.items()}


def files_with(phrase: str, folder: Path) -> list[Path]:
    wanted = (phrase.encode(), phrase.encode("utf-16-le"), phrase.lower().encode())
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in wanted)
    ]


def processes_with(phrase: str) -> list[str]:
    """Processes whose command line or environment holds the phrase, as others can read them."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        for name in ("cmdline", "environ", "comm"):
            try:
                if phrase.encode() in (entry / name).read_bytes():
                    found.append(f"{entry.name}/{name}")
            except OSError:  # the process is gone, or is not ours to read
                continue
    return found


def bytes_of(path: Path) -> dict[str, bytes]:
    """The data file with its log, where there is one."""
    return {entry.name: entry.read_bytes() for entry in path.parent.glob(path.name + "*")}


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="processes are read from /proc")


def test_the_search_for_a_phrase_finds_it_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(f"x {PHRASE} y")
    assert files_with(PHRASE, tmp_path) == [tmp_path / "log"]


@linux_only
def test_the_search_for_processes_finds_an_argument() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()", PHRASE], stdin=-1) as process:
        found = processes_with(PHRASE)
        process.communicate(b"\n")
    assert any(name.endswith("cmdline") for name in found)


def test_a_case_told_by_pipe_leaves_no_trace(
    demo_file: Path, tmp_path: Path, home: dict[str, str]
) -> None:
    before = bytes_of(demo_file)
    names = {path.name for path in tmp_path.rglob("*")}
    done = stk("case", db=demo_file, text=CASE, env=home)
    assert done.code == 0
    assert "Telefon" in done.out
    assert PHRASE not in done.out
    assert done.err == ""
    assert bytes_of(demo_file) == before
    assert {path.name for path in tmp_path.rglob("*")} == names
    assert files_with(PHRASE, tmp_path) == []


def test_the_answer_as_json_repeats_nothing_of_the_text(demo_file: Path) -> None:
    done = stk("case", "--json", db=demo_file, text=CASE)
    assert done.code == 0
    assert PHRASE.lower() not in (done.out + done.err).lower()


def test_what_was_refused_for_personal_data_is_not_repeated(demo_file: Path) -> None:
    before = bytes_of(demo_file)
    done = stk("case", db=demo_file, text=f"Familie {PHRASE}, geb. 3.4.2015, sucht Betreuung")
    assert done.code == 1
    assert PHRASE not in done.out + done.err
    assert "3.4.2015" not in done.out + done.err
    assert bytes_of(demo_file) == before


@pytest.mark.parametrize("arguments", [(CASE,), tuple(CASE.split()), ("--limit", "3", CASE)])
def test_a_case_as_an_argument_is_refused_without_repeating_it(
    arguments: tuple[str, ...], demo_file: Path
) -> None:
    done = stk("case", *arguments, db=demo_file)
    assert done.code == 2
    assert done.out == ""
    assert PHRASE not in done.err
    assert "Verlauf der Kommandozeile" in done.err
    assert "Bitte" in done.err


def test_a_text_too_long_to_be_a_case_is_refused_at_once(demo_file: Path) -> None:
    done = stk("case", db=demo_file, text=CASE * 30_000)
    assert done.code == 2
    assert "zu lang" in done.err
    assert PHRASE not in done.err


@linux_only
def test_while_a_case_is_asked_for_no_core_dump_is_possible(demo_file: Path) -> None:
    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    env = {**os.environ, "STK_DB": str(demo_file)}

    def allowed() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))

    process = subprocess.Popen(
        [*STK, "case"], stdin=-1, stdout=-1, stderr=-1, env=env, preexec_fn=allowed
    )
    assert process.stdin is not None
    limits = Path(f"/proc/{process.pid}/limits")
    until = time.monotonic() + 20
    while not core_is_forbidden(limits) and time.monotonic() < until:
        time.sleep(0.05)
    assert core_is_forbidden(limits)
    process.communicate(CASE.encode())
    assert process.returncode == 0


def core_is_forbidden(limits: Path) -> bool:
    line = next(line for line in limits.read_text().splitlines() if "core file" in line)
    return line.split()[4:6] == ["0", "0"]


# the app in a real terminal

CRASHING = """
import sys
from stk_tui.session.cases import Cases

def answer(self, text, fields):
    if "Betreuung" in text:
        raise ValueError(text)
    return original(self, text, fields)

original, Cases.answer = Cases.answer, answer
from stk_tui.cli import main
main()
"""


@pytest.fixture
def watched_home(home: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The folders, and switches by which the framework would write what is typed."""
    return home | {"TEXTUAL": "debug,devtools", "TEXTUAL_LOG": str(tmp_path / "textual.log")}


def titles(written: bytes) -> list[bytes]:
    """What was written as a window title or for the clipboard."""
    return [part.split(b"\x07")[0].split(b"\x1b")[0] for part in written.split(b"\x1b]")[1:]]


def test_a_case_typed_in_the_app_leaves_no_trace(
    demo_file: Path, tmp_path: Path, watched_home: dict[str, str]
) -> None:
    before = bytes_of(demo_file)
    terminal = Terminal(db=demo_file, env=watched_home)
    terminal.read_until("110 / 112")
    terminal.press(CASE)
    terminal.read_until("2. Klasse")
    terminal.read_for(1.0)
    assert processes_with(PHRASE) == [] or sys.platform != "linux"
    terminal.escape()
    terminal.press("j\r")
    terminal.read_for(0.5)
    assert files_with(PHRASE, tmp_path) == []
    assert terminal.quit() == 0
    assert [title for title in titles(terminal.written) if PHRASE.encode() in title] == []
    assert bytes_of(demo_file) == before
    assert files_with(PHRASE, tmp_path) == []


def test_a_fault_while_a_case_is_answered_shows_and_keeps_nothing_of_it(
    demo_file: Path, tmp_path: Path, watched_home: dict[str, str]
) -> None:
    before = bytes_of(demo_file)
    program = [sys.executable, "-c", CRASHING]
    terminal = Terminal(db=demo_file, env=watched_home, program=program)
    terminal.read_until("110 / 112")
    terminal.press(CASE)
    terminal.read_until("\x1b[?1049l")
    left = len(terminal.written.split(b"\x1b[?1049l")[0])
    assert terminal.end() == 1
    report = terminal.written[left:].decode()
    assert "ValueError" in report
    assert "Fehler" in report
    assert PHRASE not in report
    assert "Traceback" not in report
    assert bytes_of(demo_file) == before
    assert files_with(PHRASE, tmp_path) == []


def test_a_fault_in_a_command_shows_nothing_of_the_case(demo_file: Path) -> None:
    program = CRASHING.replace("Cases.answer", "Cases.understand").replace("fields", "facts")
    done = subprocess.run(
        [sys.executable, "-c", program, "case"],
        input=CASE.encode(),
        capture_output=True,
        env={**os.environ, "STK_DB": str(demo_file)},
        check=False,
    )
    assert done.returncode == 3
    assert b"ValueError" in done.stderr
    assert PHRASE.encode() not in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr

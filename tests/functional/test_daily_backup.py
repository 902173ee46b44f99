"""The backup of the day: made beside the work, by what writes only, and said where it fails."""

import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.backup import backups, folder_of
from stk_tui.app import StkApp
from stk_tui.session import Session
from tests.functional.cli_runs import Run, stk
from tests.functional.limited_runs import no_larger_file, respecting_rights, rights, stk_behind

District = dict[str, str]


def test_a_command_that_writes_leaves_one_backup_a_day(demo_file: Path) -> None:
    shutil.rmtree(folder_of(demo_file), ignore_errors=True)
    for months in ("12", "18"):
        assert stk("retention", "--months", months, db=demo_file).code == 0
    assert len(backups(demo_file)) == 1
    with Session.open(backups(demo_file)[0]).store as kept:
        assert kept.read.setting("history_months") == "12"


def test_commands_that_only_look_things_up_make_no_backup(demo_file: Path) -> None:
    shutil.rmtree(folder_of(demo_file), ignore_errors=True)
    for arguments in (("case",), ("contacts",), ("offers",), ("history",), ("check",)):
        assert stk(*arguments, db=demo_file, text="Kind 2. Klasse").code == 0
    assert not folder_of(demo_file).exists()


def test_an_import_that_is_only_tried_makes_no_backup(demo_file: Path, tmp_path: Path) -> None:
    shutil.rmtree(folder_of(demo_file), ignore_errors=True)
    table = tmp_path / "organizations.csv"
    table.write_text("id,name,description\n1,Verein,Text\n", encoding="utf-8")
    assert stk("import", str(table), "--dry-run", db=demo_file).code == 0
    assert not folder_of(demo_file).exists()


def test_a_command_that_writes_ends_old_backups_of_imports(demo_file: Path, tmp_path: Path) -> None:
    stk("backup", db=demo_file)
    today = backups(demo_file)[-1]
    old = today.with_name(f"{demo_file.stem}-2020-01-01T000000000000Z-import.db")
    shutil.copy(today, old)
    assert stk("retention", "--months", "12", db=demo_file).code == 0
    assert not old.exists()
    assert today.exists()


def _kept_but_not_backed_up(done: Run, path: Path) -> None:
    assert done.code == 0
    assert "Die Sicherung für heute ist nicht gelungen" in done.err
    assert "Was Sie gespeichert haben, ist da." in done.err
    assert "12" in stk("retention", db=path).out


def test_where_the_folder_of_backups_cannot_be_written_the_command_is_done_and_it_is_said(
    demo_file: Path,
) -> None:
    folder = folder_of(demo_file)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    with rights(folder, 0o500):
        limits = respecting_rights()
        done = stk_behind(limits, "retention", "--months", "12", db=demo_file)
    _kept_but_not_backed_up(done, demo_file)
    assert "Rechte" in done.err


def test_where_there_is_no_room_for_a_backup_the_command_is_done_and_it_is_said(
    demo_file: Path,
) -> None:
    shutil.rmtree(folder_of(demo_file), ignore_errors=True)
    room = no_larger_file(demo_file.stat().st_size - 100_000)
    done = stk_behind(room, "retention", "--months", "12", db=demo_file)
    _kept_but_not_backed_up(done, demo_file)
    assert "Platz" in done.err
    assert list(folder_of(demo_file).iterdir()) == []


async def test_the_app_makes_the_backup_of_the_day_and_says_nothing(
    session: Session, district: District
) -> None:
    app = StkApp(session)
    async with app.run_test(size=(140, 40)):
        app.back_up()
        await app.workers.wait_for_complete()
        assert len(backups(session.store.path)) == 1
        assert not app._notifications


async def test_a_backup_that_fails_is_said_once_in_the_app_and_work_goes_on(
    session: Session, district: District
) -> None:
    in_the_way = folder_of(session.store.path)
    in_the_way.write_text("Notizen")
    app = StkApp(session)
    async with app.run_test(size=(140, 40)):
        for _hour in range(3):
            app.back_up()
            await app.workers.wait_for_complete()
        (said,) = [note.message for note in app._notifications]
        assert "nicht als Ordner benutzen" in said
        assert session.directory.save("area", None, {"name": "Süd", "type": "quarter"})
        in_the_way.unlink()
        app.back_up()
        await app.workers.wait_for_complete()
        assert len(backups(session.store.path)) == 1


@contextmanager
def _no_larger_file(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_named_as_the_reason(session: Session, district: District) -> None:
    with _no_larger_file(20_000):
        said = session.back_up()
    assert "meist fehlt Platz" in said
    assert session.back_up() == ""


def test_a_damaged_file_is_named_and_the_last_backup_stays(
    session: Session, district: District
) -> None:
    assert session.back_up() == ""
    (last,) = backups(session.store.path)
    old = last.with_name("stk-2020-01-01T000000000000Z-tag.db")
    for suffix in ("", ".sha256"):
        last.with_name(last.name + suffix).rename(old.with_name(old.name + suffix))
    session.close()
    content = bytearray(session.store.path.read_bytes())
    content[4096 * 9 : 4096 * 10] = bytes(4096)
    session.store.path.write_bytes(content)
    assert "stk check" in session.back_up()
    assert old.exists()

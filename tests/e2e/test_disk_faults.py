# SPDX-License-Identifier: MIT
"""What the disk does to the commands: full, read-only, in another program's hands, damaged. Causes and ways out are named."""

import contextlib
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from e2e.command import HKWATCH, environment, hkwatch
from hkwatch.replica import OfficialItem, Replica, Text, World
from hkwatch.replica.prices import level_path
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.store import backups
from hkwatch.store.db import open_writer
from store.stored import NOW, add_texts

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="limits and capabilities are set the way Linux has them"
)
ITEMS = 12
SHIPPED = Path(__file__).parents[2] / "resources" / "catalogue"


@pytest.fixture
def replica() -> Iterator[Replica]:
    now = datetime.now(UTC)
    items = [
        OfficialItem(
            f"26PR{n}",
            {"en": Text(f"Bulletin {n}", f"<p>{'Words of the bulletin. ' * 40}</p>")},
            now - timedelta(hours=n),
        )
        for n in range(1, ITEMS + 1)
    ]
    world = World(items, prices=level_path("BTC", Decimal(95_500)), usd_hkd=Decimal("7.7786"))
    with Replica(world, lambda: datetime.now(UTC)) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that watches one list."""
    data = tmp_path / "data"
    data.mkdir()
    off = [name for name in load_catalogue(SHIPPED, None)[0].sources if name != "sfc-press-en"]
    (data / "settings.toml").write_text(f"[prices]\nenabled = false\n[sources]\noff = {json.dumps(off)}\n", "utf-8")
    return data


def stored(folder: Path) -> int:
    with contextlib.closing(sqlite3.connect(f"file:{folder / 'hkwatch.db'}?mode=ro", uri=True)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return int(db.execute("SELECT count(*) FROM item").fetchone()[0])


def limited(limit: int, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """A command whose files may not grow beyond so many bytes, as on a disk that is full then."""
    return subprocess.run(
        [*HKWATCH, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )


def test_a_disk_that_is_full_is_named_and_the_next_run_makes_up_for_it(folder: Path, replica: Replica) -> None:
    arguments = ("check", "--data", str(folder), "--replica", replica.base_url)
    done = limited(700_000, *arguments)
    assert done.returncode == 1, done.stderr
    assert "Free some space" in done.stderr
    assert "Traceback" not in done.stderr
    before = stored(folder)
    assert hkwatch(*arguments).returncode in (0, 1)
    assert stored(folder) > before


LOST = "--bounding-set=-dac_override,-dac_read_search,-fowner,-chown"
"""What root may do beyond others; without it root is one of the others."""


def as_another(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """A command of a user to whom the folder does not belong."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root can give a folder to somebody else, with setpriv")
    if subprocess.run(["setpriv", LOST, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this root may not give up what it may do")
    command = ["setpriv", LOST, *HKWATCH, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=50, env=environment())


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
        if os.geteuid() == 0:
            os.chown(path, 65534, 65534)
    try:
        yield
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o700)
            if os.geteuid() == 0:
                os.chown(path, 0, 0)


def fill(folder: Path) -> Path:
    """Some items in the folder's database, as a stopped program leaves it; its file."""
    file = folder / "hkwatch.db"
    with contextlib.closing(open_writer(file, folder / "backups", NOW)) as db:
        add_texts(db, [f"Bulletin {n}" for n in range(ITEMS)])
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


def test_a_read_only_folder_is_named_and_left_as_it_was(folder: Path, replica: Replica) -> None:
    fill(folder)
    with read_only(folder):
        done = as_another("check", "--data", str(folder), "--replica", replica.base_url)
    assert done.returncode == 1, done.stderr
    assert "rights of that folder" in done.stderr
    assert "Traceback" not in done.stderr
    assert stored(folder) == ITEMS


def test_a_database_in_another_programs_hands_is_named_with_4(folder: Path, replica: Replica) -> None:
    file = fill(folder)
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE item SET source = source")
        done = hkwatch("check", "--data", folder, "--replica", replica.base_url)
        other.execute("ROLLBACK")
    assert done.returncode == 4, done.stderr
    assert "in use by another program" in done.stderr
    assert "Traceback" not in done.stderr
    assert stored(folder) == ITEMS


def test_a_damaged_page_ends_commands_with_5_and_restore_brings_all_back(folder: Path, replica: Replica) -> None:
    file = fill(folder)
    copy = folder / "kept.db"
    backups.copy(file, copy)
    with contextlib.closing(sqlite3.connect(file)) as db:
        size = db.execute("PRAGMA page_size").fetchone()[0]
        named = "SELECT rootpage FROM sqlite_schema WHERE name IN ('item', 'item_text')"
        roots = [row[0] for row in db.execute(named)]
    content = bytearray(file.read_bytes())
    for root in roots:
        content[(root - 1) * size : root * size] = bytes(size)
    file.write_bytes(content)
    doctor = hkwatch("doctor", "--data", folder, "--replica", replica.base_url)
    assert "DAMAGED" in doctor.stdout
    assert str(folder / "backups") in doctor.stdout
    for done in (doctor, hkwatch("search", "bulletin", "--data", folder), hkwatch("export", "--data", folder)):
        assert done.returncode == 5, (done.args, done.stderr)
        assert "Traceback" not in done.stderr
        assert "backup" in done.stdout + done.stderr
    assert hkwatch("restore", copy, "--data", folder).returncode == 0
    assert stored(folder) == ITEMS
    assert len(list((folder / "backups").glob("replaced-*.db"))) == 1

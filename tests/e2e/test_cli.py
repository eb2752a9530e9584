# SPDX-License-Identifier: MIT
"""The command line as its users and their scripts see it: output, exit codes, and what each command loads."""

import contextlib
import json
import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import hkwatch as package
from e2e.command import HKWATCH, environment, hkwatch
from hkwatch.replica import HkmaItem, OfficialItem, Replica, Text, World, faults
from hkwatch.replica.prices import level_path

GRANT = "SFC grants licence to virtual asset trading platform Example One"


@pytest.fixture
def world() -> World:
    now = datetime.now(UTC)
    texts = {
        "en": Text(GRANT, f"<p>{GRANT}.</p>"),
        "tc": Text("證監會向虛擬資產交易平台發牌", "<p>證監會今日發牌。</p>"),
    }
    return World(
        [
            OfficialItem("26PR1", texts, now - timedelta(hours=30)),
            HkmaItem("20261101-3", {"en": "Exchange Fund position"}, now - timedelta(hours=40)),
        ],
        prices=level_path("BTC", Decimal(95_500), ETH=Decimal(2_700)),
        usd_hkd=Decimal("7.7786"),
    )


@pytest.fixture
def replica(world: World) -> Iterator[Replica]:
    with Replica(world, lambda: datetime.now(UTC)) as running:
        yield running


@contextlib.contextmanager
def watching(folder: Path, replica: Replica) -> Iterator["subprocess.Popen[bytes]"]:
    """`hkwatch watch` in the background, past its start."""
    process = subprocess.Popen(
        [*HKWATCH, "watch", "--data", str(folder), "--replica", replica.base_url],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    try:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"Watching.")
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()


def test_version_is_the_packages() -> None:
    done = hkwatch("--version")
    assert (done.returncode, done.stdout) == (0, f"hkwatch {package.__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nonsense",), "invalid choice"),
        (("watch", "--for", "soon"), "write 60s, 10m or 2h"),
        (("watch", "--for", "-5s"), "expected one argument"),
        (("search",), "required"),
        (("check", "--loud"), "unrecognized arguments"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(arguments: tuple[str, ...], said: str) -> None:
    done = hkwatch(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_check_prints_a_line_for_every_source_and_venue(tmp_path: Path, replica: Replica) -> None:
    done = hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
    assert done.returncode == 0, done.stdout + done.stderr
    head, *lines = done.stdout.splitlines()
    assert head.split()[:6] == ["source", "state", "HTTP", "entries", "new", "seconds"]
    states = {line.split()[0]: line.split()[1] for line in lines if line}
    assert {states[name] for name in ("sfc-press-en", "sfc-news-api", "hkma-press-en")} == {"ok"}
    table = {line.split()[0]: line.split()[2:5] for line in lines if line}
    assert table["sfc-press-en"][:2] == ["200", "1"]
    assert table["sfc-news-api"][:2] == ["200", "1"]
    # New to whichever of the SFC's sources answered first, and known to the others.
    assert sum(int(cells[2]) for name, cells in table.items() if name.startswith("sfc-")) == 1
    assert table["hkma-press-en"] == ["200", "1", "1"]
    bitcoin, ether = done.stdout.partition("venue (BTC")[2].split("venue (ETH")
    for venue in ("Coinbase", "Kraken", "Bitstamp", "OKX"):
        assert re.search(rf"^{venue} +ok +95,\d{{3}}(\.\d+)?$", bitcoin, re.MULTILINE)
        assert re.search(rf"^{venue} +ok +2,\d{{3}}(\.\d+)?$", ether, re.MULTILINE)
    assert "USD/HKD 7.7786 (frankfurter)" in done.stdout
    if os.name != "nt":
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_check_ends_with_1_when_a_source_fails_and_names_it_with_the_next_step(
    tmp_path: Path, replica: Replica
) -> None:
    replica.faults.set("www.hkma.gov.hk", faults.captive_portal())
    replica.faults.set("api.kraken.com", faults.status(503))
    done = hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
    assert done.returncode == 1
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("hkma-press-en")]
    assert "html-instead-of-feed" in line
    assert "Open the address in a browser" in line
    assert re.search(r"^Kraken +failed", done.stdout, re.MULTILINE)
    assert re.search(r"^sfc-press-en +ok +200 ", done.stdout, re.MULTILINE)


def test_search_finds_in_english_and_chinese_as_table_and_as_json(tmp_path: Path, replica: Replica) -> None:
    hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
    done = hkwatch("search", "virtual asset", "--data", tmp_path)
    assert done.returncode == 0
    head, line = done.stdout.splitlines()
    assert head.split() == ["time", "source", "level", "reference", "title"]
    assert line.endswith(GRANT)
    assert "26PR1" in line
    assert re.fullmatch(r"= has virtual · has asset — 1 item in \d+ ms\n", done.stderr)
    done = hkwatch("search", "發牌 | (src:nobody pub:2020)", "--json", "--data", tmp_path)
    (found,) = map(json.loads, done.stdout.splitlines())
    assert (found["ref"], found["title"], found["level"], found["flag"]) == ("26PR1", GRANT, "high", True)
    assert found["langs"] == ["en", "zh-Hant"]
    assert datetime.fromisoformat(found["published"]).tzinfo is not None
    done = hkwatch("search", "nothing like this", "--data", tmp_path)
    assert (done.returncode, done.stdout) == (0, "Nothing found.\n")


def test_search_with_a_mistake_points_at_it(tmp_path: Path, replica: Replica) -> None:
    hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
    done = hkwatch("search", "bitcoin is:purple", "--data", tmp_path)
    assert done.returncode == 2
    query, caret = done.stderr.splitlines()[:2]
    assert query == "bitcoin is:purple"
    assert query[caret.index("^") :] == "purple"
    assert "unread" in done.stderr


def test_search_before_anything_was_stored_says_what_to_run_first(tmp_path: Path) -> None:
    done = hkwatch("search", "bitcoin", "--data", tmp_path)
    assert done.returncode == 1
    assert "Run `hkwatch check` or `hkwatch` first." in done.stderr


def test_doctor_tells_paths_versions_database_and_what_each_source_answers(tmp_path: Path, replica: Replica) -> None:
    hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
    polled = "SELECT count(*) FROM poll_log"
    with contextlib.closing(sqlite3.connect(tmp_path / "hkwatch.db")) as db:
        before = db.execute(polled).fetchall()
    done = hkwatch("doctor", "--data", tmp_path, "--replica", replica.base_url)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"hkwatch {package.__version__}, schema " in done.stdout
    assert str(tmp_path / "settings.toml") in done.stdout
    assert re.search(r"^in use by: +nobody$", done.stdout, re.MULTILINE)
    assert re.search(r"^database: .*, sound, 2 items", done.stdout, re.MULTILINE)
    assert re.search(r"^rthk-en-finance +200 .*moved: 301", done.stdout, re.MULTILINE)
    assert re.search(r"^sfc-press-en +200 +\S+ +1 +20\d\d-", done.stdout, re.MULTILINE)
    assert re.search(r"^sfc-press-en .*  1 item deep where about 7 are promised$", done.stdout, re.MULTILINE)
    assert re.search(
        rf"^holidays: +Hong Kong's are known until {datetime.now(UTC).year + 1}, by ", done.stdout, re.MULTILINE
    )
    with contextlib.closing(sqlite3.connect(tmp_path / "hkwatch.db")) as db:
        assert db.execute(polled).fetchall() == before


def test_doctor_finds_what_is_wrong(tmp_path: Path, replica: Replica) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "mine.toml").write_text('[[source]]\nid = "Bad Id"\n', "utf-8")
    (tmp_path / "hkwatch.db").write_bytes(b"this is no database" * 500)
    replica.faults.set("www.sfc.hk/en", faults.status(403))
    done = hkwatch("doctor", "--data", tmp_path, "--replica", replica.base_url)
    assert done.returncode == 5
    assert "mine.toml" in done.stdout
    assert "not a database" in done.stdout
    assert re.search(r"^sfc-press-en +http-403", done.stdout, re.MULTILINE)


def test_doctor_names_what_differs_from_the_catalogues_promise(tmp_path: Path, world: World, replica: Replica) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "mine.toml").write_text(
        """[[source]]
id = "sfc-press-en"
depth = 100
lang = "zh-Hant"
quirks = ["sfc-ref", "date-only"]
""",
        "utf-8",
    )
    for number in range(2, 6):
        world.publish(OfficialItem(f"26PR{number}", {"en": Text(f"{GRANT} {number}")}, datetime.now(UTC)))
    done = hkwatch("doctor", "--data", tmp_path, "--replica", replica.base_url)
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("sfc-press-en ")]
    for words in (
        "5 items deep where about 100 are promised",
        "states times, the catalogue says dates only",
        "titles in en where zh-Hant is promised",
    ):
        assert words in line


def test_classify_answers_every_line_and_a_malformed_one_with_an_error() -> None:
    lines = [
        {"id": "a", "source": "SFC", "title": GRANT, "summary": "", "lang": "en", "url": "https://www.sfc.hk/a"},
        {"id": "b", "source": "an unknown paper", "title": "證監會發牌予虛擬資產交易平台", "lang": "zh-Hant"},
        {"id": "c", "title": 5},
        {"id": "d", "source": "rthk", "title": "Rain is expected", "summary": None, "published": "2026-07-07"},
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines[:3])
    stdin = f"{text}\n{{not json\n\n{json.dumps(lines[3])}\n".encode()
    done = hkwatch("classify", stdin=stdin)
    assert done.returncode == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer.get("id") for answer in answers] == ["a", "b", "c", None, "d"]
    assert (answers[0]["flag"], answers[0]["severity"]) == (True, "high")
    assert "licence" in answers[0]["topics"]
    assert "licence" in answers[1]["topics"]
    assert {"topics", "hk", "flag", "severity", "reasons"} <= set(answers[4])
    assert answers[4]["flag"] is False
    assert [("error" in answer) for answer in answers] == [False, False, True, True, False]


def test_watch_ends_after_its_time_and_prints_what_was_found(tmp_path: Path, replica: Replica) -> None:
    done = hkwatch("watch", "--for", "4s", "--data", tmp_path, "--replica", replica.base_url)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("Watching.")
    assert " of the back catalogue stored." in done.stdout
    assert GRANT not in done.stdout


def test_watch_prints_news_as_it_comes_and_ends_with_ctrl_c(tmp_path: Path, world: World, replica: Replica) -> None:
    hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
    with contextlib.closing(sqlite3.connect(tmp_path / "hkwatch.db")) as db:
        # Due now, so that nobody has to wait.
        db.execute("UPDATE source_state SET next_ms = 0")
        db.commit()
    title = GRANT.replace("One", "Two")
    world.publish(OfficialItem("26PR2", {"en": Text(title, f"<p>{title}.</p>")}, datetime.now(UTC)))
    with watching(tmp_path, replica) as process:
        assert process.stdout is not None
        line = next(line for line in iter(process.stdout.readline, b"") if b"Example Two" in line).decode()
        assert re.match(r"\d\d:\d\d:\d\d HKT  High  SFC · Licence · 26PR2 — SFC grants", line), line
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 0
        assert b"Example Two" not in process.stdout.read()


def test_failing_source_is_said_once_and_makes_the_exit_code_1(tmp_path: Path, replica: Replica) -> None:
    replica.faults.set("www.hkma.gov.hk", faults.status(403))
    done = hkwatch("watch", "--for", "4s", "--data", tmp_path, "--replica", replica.base_url)
    assert done.returncode == 1
    assert done.stderr.count("HKMA press releases:") == 1
    assert "HTTP 403" in done.stderr


def test_folder_in_use_is_refused_naming_who_has_it_while_search_still_reads(tmp_path: Path, replica: Replica) -> None:
    hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
    with watching(tmp_path, replica) as process:
        for command in (("check",), ("watch", "--once")):
            done = hkwatch(*command, "--data", tmp_path, "--replica", replica.base_url)
            assert done.returncode == 4
            assert f"A watcher is running in a terminal (pid {process.pid})" in done.stderr
        assert hkwatch("search", "licence", "--data", tmp_path).returncode == 0
        doctor = hkwatch("doctor", "--data", tmp_path, "--replica", replica.base_url)
        assert f"watch (pid {process.pid})" in doctor.stdout


def test_damaged_database_ends_with_5_and_names_the_way_back(tmp_path: Path, replica: Replica) -> None:
    (tmp_path / "hkwatch.db").write_bytes(b"this is no database" * 500)
    for command in (("check",), ("watch", "--once"), ("search", "x")):
        done = hkwatch(*command, "--data", tmp_path, "--replica", replica.base_url)
        assert done.returncode == 5, (command, done.stderr)
        assert "backup" in done.stderr
    assert (tmp_path / "hkwatch.db").read_bytes().startswith(b"this is no database")


def test_database_of_a_newer_hkwatch_or_of_another_program_is_refused_with_3(tmp_path: Path, replica: Replica) -> None:
    hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
    file = tmp_path / "hkwatch.db"
    for statement, said in (("user_version = 9999", "newer hkwatch"), ("application_id = 5", "another program")):
        with contextlib.closing(sqlite3.connect(file)) as db:
            db.execute(f"PRAGMA {statement}")
            db.commit()
        done = hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
        assert done.returncode == 3
        assert said in done.stderr


def test_broken_file_of_the_users_is_a_warning_and_everything_else_still_runs(tmp_path: Path, replica: Replica) -> None:
    (tmp_path / "settings.toml").write_text("[notify]\nnormla = []\n", "utf-8")
    done = hkwatch("watch", "--once", "--data", tmp_path, "--replica", replica.base_url)
    assert done.returncode == 0
    assert "Did you mean `normal`?" in done.stderr


def test_classify_answers_a_line_before_it_is_given_the_next() -> None:
    process = subprocess.Popen([*HKWATCH, "classify"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        for number in range(3):
            process.stdin.write(json.dumps({"id": str(number), "title": GRANT}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(number)
        process.stdin.close()
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "items.jsonl"
    file.write_bytes(b"".join(json.dumps({"id": str(n), "title": GRANT}).encode() + b"\n" for n in range(5000)))
    with file.open("rb") as stdin:
        process = subprocess.Popen(
            [*HKWATCH, "classify"], stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.mark.parametrize("arguments", [("watch", "--once"), ("check",), ("search", "licence"), ("classify",)])
def test_commands_of_the_terminal_load_no_qt(tmp_path: Path, replica: Replica, arguments: tuple[str, ...]) -> None:
    hkwatch("check", "--data", tmp_path, "--replica", replica.base_url)
    script = (
        "import sys\nfrom hkwatch.app.cli import main\ncode = main(sys.argv[1:])\n"
        "print('LOADED', *(name for name in ('PySide6', 'shiboken6') if name in sys.modules))\nsys.exit(code)"
    )
    where = () if arguments[0] == "classify" else ("--data", str(tmp_path), "--replica", replica.base_url)
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments, *where],
        input=b"",
        capture_output=True,
        env=environment(),
        timeout=40,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().splitlines()[-1] == "LOADED"


def test_a_backup_of_a_running_watch_is_checked_and_restored_once_the_watch_has_ended(
    tmp_path: Path, replica: Replica
) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.db"
    hkwatch("check", "--data", data, "--replica", replica.base_url)
    with watching(data, replica):
        made = hkwatch("backup", copy, "--data", data)
        assert made.returncode == 0, made.stderr
        assert re.search(r"copy\.db: 2 items, 0 alerts, schema \d+, .* checked\.", made.stdout)
        assert hkwatch("backup", copy, "--data", data).returncode == 2
        verified = hkwatch("restore", copy, "--verify", "--data", data)
        assert (verified.returncode, "2 items" in verified.stdout) == (0, True)
        refused = hkwatch("restore", copy, "--data", data)
        assert refused.returncode == 4
        assert "watcher is running" in refused.stderr
    with contextlib.closing(sqlite3.connect(data / "hkwatch.db")) as db:
        db.execute("DELETE FROM item")
        db.commit()
    restored = hkwatch("restore", copy, "--data", data)
    assert restored.returncode == 0, restored.stderr
    assert "is kept as" in restored.stdout
    found = hkwatch("search", "virtual asset", "--data", data, "--json")
    assert json.loads(found.stdout.splitlines()[0])["title"] == GRANT
    (kept,) = (data / "backups").glob("replaced-*.db")
    with contextlib.closing(sqlite3.connect(kept)) as db:
        assert db.execute("SELECT count(*) FROM item").fetchone() == (0,)


def test_a_damaged_copy_is_named_with_5_and_a_missing_one_with_2(tmp_path: Path, replica: Replica) -> None:
    data, copy = tmp_path / "data", tmp_path / "copies"
    copy.mkdir()
    assert hkwatch("backup", copy, "--data", data).returncode == 1
    hkwatch("check", "--data", data, "--replica", replica.base_url)
    assert hkwatch("backup", "--data", data).returncode == 0
    assert len(list((data / "backups").glob("hkwatch-*.db"))) == 1
    assert hkwatch("backup", copy, "--data", data).returncode == 0
    (file,) = copy.iterdir()
    with file.open("r+b") as out:
        out.seek(4096)
        out.write(b"\xff" * 40_000)
    for arguments in (("--verify",), ()):
        done = hkwatch("restore", file, "--data", data, *arguments)
        assert done.returncode == 5
        assert "Use another copy." in done.stderr
    assert hkwatch("restore", copy / "none.db", "--data", data).returncode == 2


def test_stories_groups_what_tells_of_one_event() -> None:
    lines = [
        {"id": "1", "title": "HKMA fines Octopus HK$1.25 million", "published": "2026-03-02T01:00:00Z", "source": "a"},
        {"id": "2", "title": "金管局向八達通罰款125萬元", "published": "2026-03-02T00:30:00Z", "source": "b"},
        {"id": "3", "title": "Rainstorm warning in force", "published": "2026-03-02T00:40:00Z", "source": "a"},
    ]
    done = hkwatch("stories", stdin="".join(json.dumps(line) + "\n" for line in lines).encode())
    assert done.returncode == 0, done.stderr
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"id": "1", "story": "2"},
        {"id": "2", "story": "2"},
        {"id": "3", "story": "3"},
    ]

# SPDX-License-Identifier: MIT
"""`hkwatch sources …`, in this process, against the replica and in a folder of its own."""

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hkwatch.app.cli import main
from hkwatch.app.lock import acquire
from hkwatch.replica import Replica, World
from hkwatch.replica.world import FeedItem

OWN = "two-example-test-example-two-news"
URL = "https://two.example.test/site/news.xml"


@pytest.fixture
def replica() -> Iterator[Replica]:
    world = World()
    for number in range(3):
        issued = datetime.now(UTC) - timedelta(hours=number + 1)
        world.publish(FeedItem("example-two-news", number, f"n{number}", f"Bulletin {number}", "Text.", issued))
    with Replica(world, lambda: datetime.now(UTC)) as running:
        yield running


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


class Shell:
    def __init__(self, data: Path, replica: Replica, caught: pytest.CaptureFixture[str]) -> None:
        self._rest = ["--data", str(data), "--replica", replica.base_url]
        self._caught = caught

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self._caught.readouterr()
        code = main(["sources", *arguments, *self._rest])
        out, err = self._caught.readouterr()
        return code, out, err

    def listed(self) -> dict[str, dict[str, object]]:
        _, out, _ = self("list", "--json", "--all")
        return {row["id"]: row for row in map(json.loads, out.splitlines())}


@pytest.fixture
def sources(data: Path, replica: Replica, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(data, replica, capsys)


def test_found_feed_is_shown_with_its_newest_items_and_not_added(sources: Shell) -> None:
    code, out, _ = sources("find", URL)
    assert code == 0
    assert out.splitlines()[0] == "Example Two news · en · new"
    assert "Bulletin 0" in out
    code, out, _ = sources("find", URL, "shut.example.test", "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [item["title"] for item in found[0]["items"]] == ["Bulletin 0", "Bulletin 1", "Bulletin 2"]
    assert "HTTP 403" in found[1]["error"]
    assert OWN not in sources.listed()


def test_added_source_is_listed_and_the_second_time_it_is_known(sources: Shell) -> None:
    code, out, _ = sources("add", URL, "--folder", "Press / Hong Kong")
    assert (code, out) == (0, f"{OWN}: {URL}\n0 known, 1 added.\n")
    row = sources.listed()[OWN]
    assert (row["state"], row["own"], row["folder"]) == ("on", True, "Press / Hong Kong")
    assert sources("add", URL.replace("https", "http"))[1] == "1 known, 0 added.\n"


def test_site_with_several_feeds_is_asked_back(sources: Shell) -> None:
    code, out, err = sources("add", "two.example.test")
    assert (code, out) == (2, "0 known, 0 added.\n")
    assert URL in err
    assert "notices.xml" in err


def test_sources_are_paused_resumed_removed_and_restored(sources: Shell) -> None:
    for word, state in (("pause", "paused"), ("resume", "on"), ("remove", "removed"), ("restore", "on")):
        code, out, _ = sources(word, "sfc-press-en")
        assert (code, sources.listed()["sfc-press-en"]["state"]) == (0, state)
        assert out.startswith("sfc-press-en: ")
    assert "sfc-press-en" in sources("list")[1]
    sources("remove", "sfc-press-en")
    assert "sfc-press-en" not in sources("list")[1]


def test_source_that_is_off_by_default_can_be_watched_and_its_terms_are_listed(sources: Shell) -> None:
    assert sources.listed()["google-news-en"]["state"] == "off"
    sources("resume", "google-news-en")
    row = sources.listed()["google-news-en"]
    assert row["state"] == "on"
    assert "personal, non-commercial" in str(row["terms"])


def test_options_are_set_one_by_one_and_put_back(sources: Shell, data: Path) -> None:
    assert sources("set", "sfc-press-en", "--interval", "30")[1] == "sfc-press-en: asked every 30 min.\n"
    sources(
        "set",
        "sfc-press-en",
        "--notify",
        "critical",
        "--proxy",
        "http://me:secret@proxy.example.test:3128",
        "--secrets-in-file",
    )
    row = sources.listed()["sfc-press-en"]
    assert row["options"] == {"interval_min": 30.0, "lang": "", "notify": "critical", "proxy": True} | {
        "user_agent": "",
        "headers": [],
    }
    assert "secret" not in json.dumps(row)
    assert (data / "catalogue" / "own.toml").stat().st_mode & 0o077 == 0
    sources("set", "sfc-press-en", "--interval", "usual", "--notify", "usual", "--proxy", "usual")
    assert "[[choice]]" not in (data / "catalogue" / "own.toml").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("set", "sfc-press-en", "--interval", "often"), 1, "no number"),
        (("set", "sfc-press-en", "--interval", "0.2"), 1, "0.2 minutes"),
        (("set", "sfc-press-en", "--proxy", "me:secret@host"), 1, "proxy"),
        (("remove", "sfc-press-en", "no-such-source"), 2, "'no-such-source'"),
        (("import", "/nonexistent.opml"), 1, "/nonexistent.opml"),
    ],
)
def test_mistakes_are_named_and_change_nothing(
    sources: Shell, arguments: tuple[str, ...], code: int, word: str
) -> None:
    before = sources.listed()
    found, _, err = sources(*arguments)
    assert (found, word in err) == (code, True)
    assert "secret" not in err
    assert sources.listed() == before


def test_list_goes_out_and_comes_in_twice_without_adding_twice(sources: Shell, tmp_path: Path) -> None:
    file, out_file = tmp_path / "in.opml", tmp_path / "out.opml"
    file.write_text(
        f'<opml><body><outline text="A &amp; B"><outline text="C"><outline text="Two" xmlUrl="{URL}"/></outline></outline>'
        '<outline text="SFC" xmlUrl="https://www.sfc.hk/en/RSS-Feeds/Press-releases"/></body></opml>'
    )
    assert sources("import", str(file))[1].endswith("1 known, 1 added.\n")
    assert sources("import", str(file))[1] == "2 known, 0 added.\n"
    assert sources.listed()["two-example-test-two"]["folder"] == "A & B / C"
    assert sources("export", str(out_file))[0] == 0
    exported = out_file.read_text("utf-8")
    assert '<outline text="A &amp; B">' in exported
    assert '<outline text="SFC">' in exported
    count = exported.count(" xmlUrl=")
    assert sources("import", str(out_file))[1] == f"{count} known, 0 added.\n"
    assert sources("export", str(out_file))[0] == 2
    assert sources("export")[1] == exported


def test_list_of_two_thousand_is_added_in_good_time(sources: Shell, tmp_path: Path) -> None:
    file = tmp_path / "large.opml"
    outlines = "".join(f'<outline text="T {n}" xmlUrl="https://h{n % 700}.example.test/{n}"/>' for n in range(2000))
    file.write_text(f"<opml><body>{outlines}</body></opml>")
    started = time.thread_time()
    assert sources("import", str(file))[1].endswith("0 known, 2000 added.\n")
    assert sources("import", str(file))[1].endswith("2000 known, 0 added.\n")
    assert time.thread_time() - started < 15


def test_what_writes_is_refused_while_another_has_the_folder_and_what_reads_is_not(sources: Shell, data: Path) -> None:
    data.mkdir(mode=0o700)
    with acquire(data, "desktop"):
        for arguments in (("add", URL), ("pause", "sfc-press-en"), ("set", "sfc-press-en", "--lang", "en")):
            code, _, err = sources(*arguments)
            assert code == 4
            assert "pid" in err
        assert sources("list")[0] == 0
        assert sources("find", URL)[0] == 0
        assert sources("export")[0] == 0


def test_broken_own_file_is_named_and_left_alone(sources: Shell, data: Path) -> None:
    sources("add", URL)
    file = data / "catalogue" / "own.toml"
    file.write_text(file.read_text() + "\n[[choice]\n")
    text = file.read_text()
    code, _, err = sources("pause", "sfc-press-en")
    assert code == 1
    assert "own.toml" in err
    assert file.read_text() == text

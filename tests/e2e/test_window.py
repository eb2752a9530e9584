# SPDX-License-Identifier: MIT
"""The program as its user has it: a window, a tray icon and notifications on a real desktop, driven by keys."""

import json
import os
import re
import shutil
import time
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from e2e.command import HKWATCH, hkwatch
from e2e.desktop import Desktop, wait_until
from e2e.program import Program, Rest
from hkwatch.app.paths import resources
from hkwatch.replica import ControlPoint, HkmaItem, OfficialItem, PricePath, Replica, Text, World
from hkwatch.replica.prices import level_path
from patience import PATIENCE_S

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(os.name == "nt" or not Path("/proc").is_dir(), reason="reads /proc"),
]

GRANT = "SFC grants licence to virtual asset trading platform Example One"
BULLETIN = "SFC publishes its quarterly bulletin"
FUND = "Exchange Fund position at end-October"
FRESH = "SFC revokes licence of virtual asset trading platform Example Two"
VENUES = "".join(f'[[venue]]\nid = "{venue}"\ninterval_s = 1.0\n' for venue in ("coinbase", "kraken", "bitstamp"))
"""A person's own catalogue, with venues that may be asked as often as the settings say."""
SETTINGS = '[general]\nclose = "tray"\n\n[look]\ntheme = "light"\n\n[prices]\ninterval_s = 5\n'


RAIL = (5, 215, 190, 260)
"""Where the dots of the sources stand, x, y, width and height."""
CHIPS = (205, 105, 750, 70)
"""Where the chip of the serious items stands, with a banner or without."""


def now_ms() -> int:
    return round(time.time() * 1000)


def english(title: str) -> dict[str, Text]:
    return {"en": Text(title, f"<p>{title}.</p>")}


@pytest.fixture
def world() -> World:
    return a_world()


def a_world() -> World:
    """Three items, newest first: bulletin, grant (in Chinese too), fund. BTC at US$94,000, for a day now at 95,500.

    Ether stands still.
    """
    now = datetime.now(UTC)
    grant = {**english(GRANT), "tc": Text("證監會向虛擬資產交易平台發出牌照", "<p>證監會今日發出牌照。</p>")}
    steps = [(3, 94_000), (2, 94_000), (1, 95_500)]
    points = [ControlPoint(now - timedelta(days=days), Decimal(price)) for days, price in steps]
    return World(
        [
            OfficialItem("26PR2", english(BULLETIN), now - timedelta(hours=20)),
            OfficialItem("26PR1", grant, now - timedelta(hours=30)),
            HkmaItem("20261101-3", {"en": FUND}, now - timedelta(hours=40)),
        ],
        prices=PricePath({"BTC": points, "ETH": [ControlPoint(now - timedelta(days=3), Decimal(2_700))]}),
    )


@pytest.fixture
def replica(world: World) -> Iterator[Replica]:
    with Replica(world, lambda: datetime.now(UTC)) as running:
        yield running


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which every source has been asked once."""
    folder = tmp_path_factory.mktemp("known")
    with Replica(a_world(), lambda: datetime.now(UTC)) as running:
        done = hkwatch("check", "--data", folder, "--replica", running.base_url)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


Start = Callable[[Desktop], Program]


@pytest.fixture
def on(replica: Replica, known: Path) -> Start:
    """Makes the program on a desktop, with what is known; nothing of it runs yet."""

    def make(desktop: Desktop) -> Program:
        folder = desktop.folder / "w"
        shutil.copytree(known, folder)
        program = Program(desktop, replica, folder)
        program.set_asked(due=False)
        (folder / "settings.toml").write_text(SETTINGS, "utf-8")
        return program

    return make


def shows(desktop: Desktop, name: str, within: tuple[int, int, int, int]) -> bool:
    """Whether a part of the screen has that colour of the light theme."""
    tokens = tomllib.loads((resources() / "theme" / "tokens.toml").read_text("utf-8"))
    colours = {key: value for group in tokens["light"].values() for key, value in group.items()}
    return desktop.find_colour(colours[name], within) is not None


def start_watching(program: Program) -> None:
    """Start, and wait until the window has heard from its engine that the sources are well, and rests."""
    program.start()
    program.wait(lambda: shows(program.desktop, "ok", RAIL), "the sources in the rail")
    Rest(program).wait()


def tray_icon(desktop: Desktop) -> tuple[int, int] | None:
    """The middle of the program's icon in the panel; None while there is none."""
    tree = desktop.run(["xwininfo", "-name", "tint2", "-tree"], is_checked=False).stdout
    found = re.search(r'"hkwatch".* (\d+)x(\d+)\+\S+ +\+(\d+)\+(\d+)', tree)
    if found is None:
        return None
    width, height, x, y = map(int, found.groups())
    return x + width // 2, y + height // 2


def publish(world: World) -> None:
    """A release comes out that is told."""
    world.publish(OfficialItem("26PR9", english(FRESH), datetime.now(UTC)))


def ask_all_again(program: Program, since_ms: int) -> None:
    """Wait until every source was asked after a start at that time, and nothing waits to be told."""
    program.wait(lambda: program.asked_after(since_ms), "a poll of every source")
    program.wait(lambda: not program.count("outbox WHERE state IN ('due', 'sending')"), "an empty outbox")


def state_of(program: Program, ref: str) -> int:
    """0 new, 1 seen, 2 read."""
    return int(program.sql("SELECT state FROM item WHERE ref = ?", ref)[0][0])


def is_read_by_home(program: Program, ref: str) -> bool:
    """Open the first item of the list, and say whether this one has been read: it has after two seconds of Home."""
    program.desktop.key("Home")
    return state_of(program, ref) == 2


def test_first_start_fills_the_list_and_the_chart_and_notifies_of_nothing(desktop: Desktop, replica: Replica) -> None:
    program = Program(desktop, replica, desktop.folder / "w")
    start_watching(program)
    program.wait(lambda: program.count("item") == 3, "the back catalogue")
    program.wait(lambda: tray_icon(desktop), "the tray icon")
    # The chip of the serious items comes with the rows.
    program.wait(lambda: shows(desktop, "high", CHIPS), "the list")
    program.wait_for("item_text WHERE lang = 'zh-Hant' AND text LIKE '%牌照%'")
    # Below the dotted line of the present price only the curve of the days before has its colour.
    chart = (980, 400, 200, 90)
    wait_until(lambda: shows(desktop, "chart_line", chart), 18, "the price of the last days")
    assert program.sql("SELECT DISTINCT back, state FROM item") == [(1, 2)]
    assert program.count("outbox") == 0
    assert desktop.notifications() == []
    program.quit()


def test_click_on_a_notification_lands_on_the_item_that_a_search_hides(
    desktop: Desktop, on: Start, world: World
) -> None:
    program = on(desktop)
    start_watching(program)
    desktop.key("slash")
    desktop.type("bulletin")
    desktop.key("ctrl+w")
    program.wait(lambda: program.window is None, "a hidden window")
    publish(world)
    # The middle button on the tray icon asks all sources.
    desktop.click(*program.wait(lambda: tray_icon(desktop), "the tray icon"), 2)
    program.wait(lambda: desktop.displayed() == 1, "the notification")
    (seen,) = desktop.notifications()
    assert (seen.summary, seen.body) == ("SFC · Press · High", FRESH)
    assert state_of(program, "26PR9") == 0

    desktop.dunst_action()
    program.wait(lambda: program.is_active, "the window")
    program.wait(lambda: state_of(program, "26PR9") == 2, "the item read in the reader")
    program.wait(lambda: desktop.displayed() == 0, "an empty screen")
    program.quit()

    program.set_asked(due=True)
    again_ms = now_ms()
    start_watching(program)
    ask_all_again(program, again_ms)
    assert [notice.body for notice in desktop.notifications()] == [FRESH]
    assert len(desktop.history()) == 1
    program.quit()


def test_killed_engine_is_replaced_and_a_mark_given_meanwhile_is_stored(
    desktop: Desktop, on: Start, world: World
) -> None:
    program = on(desktop)
    start_watching(program)
    publish(world)
    desktop.key("shift+F5")
    program.wait_for("outbox WHERE state = 'shown'")
    window = program.window
    desktop.key("j")
    killed_ms = now_ms()
    killed = program.kill_engine()
    desktop.key("s")
    program.set_asked(due=True)
    assert program.engine is None
    assert program.count("item WHERE starred = 1") == 0
    program.wait(lambda: program.engine not in (None, killed), "another engine")
    program.wait_for("item WHERE starred = 1")
    ask_all_again(program, killed_ms)
    assert program.window == window
    assert program.is_active
    assert [notice.body for notice in desktop.notifications()] == [FRESH]
    assert program.count("item") == 4
    program.quit()


def test_closed_to_the_tray_it_goes_on_and_a_second_start_brings_the_window_back(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    start_watching(program)
    engine = program.engine
    desktop.key("alt+F4")
    program.wait(lambda: program.window is None, "a hidden window")
    assert program.process is not None
    second = desktop.run(program.command)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    program.wait(lambda: program.is_active, "the window")
    assert program.process.poll() is None
    assert program.engine == engine
    assert len(program.processes()) == 2
    program.quit()


def test_first_close_asks_and_remembers_the_answer(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    (program.folder / "settings.toml").unlink()
    start_watching(program)
    desktop.key("alt+F4")
    desktop.wait_for_window("^Close hkwatch$")
    # From the button that keeps watching, back over the other one to the box that remembers.
    desktop.key("shift+Tab", "shift+Tab", "space", "Return")
    program.wait(lambda: program.window is None, "a hidden window")
    program.wait(lambda: 'close = "tray"' in (program.folder / "settings.toml").read_text("utf-8"), "the answer")
    assert program.engine is not None
    desktop.run(program.command)
    program.wait(lambda: program.is_active, "the window")
    desktop.key("alt+F4")
    program.wait(lambda: program.window is None, "a hidden window")
    assert desktop.windows("^Close hkwatch$") == []
    desktop.run(program.command)
    program.wait(lambda: program.is_active, "the window")
    program.quit()


def test_without_a_tray_closing_the_window_quits(on: Start) -> None:
    with Desktop(has_panel=False) as desktop:
        program = on(desktop)
        start_watching(program)
        desktop.key("alt+F4")
        assert program.process is not None
        assert program.process.wait(PATIENCE_S) == 0
        assert program.processes() == []


def test_without_a_tray_a_hidden_start_shows_its_window(on: Start) -> None:
    with Desktop(has_panel=False) as desktop:
        program = on(desktop)
        program.start("--hidden")
        program.wait(lambda: program.is_active, "the window")
        program.quit()


def test_keys_move_mark_and_search(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    start_watching(program)
    program.wait(lambda: shows(desktop, "high", CHIPS), "the list")
    desktop.key("j", "s", "m")
    desktop.key("j", "m", "j", "a", "k", "s")
    program.wait(
        lambda: (
            program.sql("SELECT ref, state, starred, acked_ms IS NOT NULL FROM item ORDER BY id DESC")
            == [("26PR2", 1, 1, 0), ("26PR1", 1, 1, 0), ("20261101-3", 2, 0, 1)]
        ),
        "the marks",
    )
    # Home opens the first item that the search leaves.
    desktop.key("slash")
    desktop.type_signs("牌照")
    desktop.key("Down")
    program.wait(lambda: is_read_by_home(program, "26PR1"), "the item found and read")
    assert state_of(program, "26PR2") == 1
    desktop.key("slash", "Escape", "Escape")
    program.wait(lambda: is_read_by_home(program, "26PR2"), "the whole list again")
    program.quit()


def test_item_marked_unread_before_it_counts_as_read_stays_unread(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    start_watching(program)
    program.wait(lambda: shows(desktop, "high", CHIPS), "the list")
    desktop.key("j")
    program.wait(lambda: shows(desktop, "normal", (215, 395, 60, 30)), "the item's level in the reader")
    desktop.key("m")
    program.wait_for("item WHERE ref = '26PR2' AND state = 1")
    # What is shown after it is read after two seconds; so long the first one must have stayed.
    stays = time.monotonic() + 3
    program.wait(lambda: state_of(program, "26PR2") != 1 or time.monotonic() > stays, "three seconds")
    assert state_of(program, "26PR2") == 1
    program.quit()


def test_alert_made_in_the_sheet_fires_once_when_the_price_crosses(
    desktop: Desktop, on: Start, world: World, replica: Replica
) -> None:
    program = on(desktop)
    (program.folder / "catalogue").mkdir(exist_ok=True)
    (program.folder / "catalogue" / "venues.toml").write_text(VENUES, "utf-8")
    start_watching(program)
    desktop.key("alt+a", "n")
    desktop.type("94900")
    desktop.key("Return")
    program.wait_for("alert WHERE state LIKE '%armed%'")
    ((text,),) = program.sql("SELECT spec FROM alert")
    spec = json.loads(text)
    assert (spec["level"], spec["kind"], spec["repeat"]) == ("94900", "cross_below", "once")
    assert program.count("firing") == 0

    world.prices = level_path("BTC", Decimal(94_800))
    program.wait(lambda: program.count("outbox WHERE state = 'shown'"), "the firing told")
    looks = len(replica.requests_to("api.kraken.com/0/public/Ticker"))
    program.wait(lambda: len(replica.requests_to("api.kraken.com/0/public/Ticker")) >= looks + 1, "another look")
    assert program.count("firing") == 1
    (seen,) = desktop.notifications()
    assert seen.summary == "BTC below US$94,900"
    program.quit()


def test_window_beside_a_watcher_only_reads_until_it_takes_over(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    watcher = desktop.start([*HKWATCH, "watch", *program.command[len(HKWATCH) :]], log="watch.log")
    program.wait(lambda: program.lock_kind == "watch", "the watcher")
    program.start()
    program.wait(lambda: shows(desktop, "high", CHIPS), "the list")
    program.wait(lambda: program.engine is None, "the engine gone")
    assert not shows(desktop, "ok", RAIL)
    desktop.key("j", "s")
    assert watcher.poll() is None
    assert program.lock_kind == "watch"

    # The button of the banner stands before the search field.
    desktop.key("slash", "shift+Tab", "space")
    assert watcher.wait(10) == 0
    program.wait(lambda: shows(desktop, "ok", RAIL), "the window's own engine")
    assert program.lock_kind == "desktop"
    assert program.count("item WHERE starred = 1") == 0
    # With the banner the focus went to the search field.
    desktop.key("Escape", "s")
    program.wait_for("item WHERE starred = 1 AND ref = '26PR2'")
    program.quit()


def test_audit_report_is_made_by_keys_and_agrees_with_the_journal(desktop: Desktop, on: Start) -> None:
    program = on(desktop)
    (program.folder / "settings.toml").write_text(
        SETTINGS.replace("[look]", 'user_name = "Chan Tai Man"\n[look]'), "utf-8"
    )
    program.start()
    program.wait(lambda: shows(desktop, "high", CHIPS), "the list")
    desktop.key("j", "a")
    program.wait_for("audit_log WHERE kind = 'acknowledge'")
    desktop.key("alt+t", "u")
    desktop.wait_for_window("^Audit report$")
    # From the choice of items past the alerts to the format, which is CSV with one step down.
    Rest(program).key(desktop, "Tab", "Tab", "Down", "Return")
    (file,) = program.wait(lambda: list(desktop.folder.rglob("hkwatch-audit-*.csv")), "the report")
    done = hkwatch("audit", "verify", file, "--data", program.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 items agree" in done.stdout
    assert "Chan Tai Man (" in file.read_text("utf-8-sig")
    program.quit()

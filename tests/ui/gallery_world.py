# SPDX-License-Identifier: MIT
"""A data folder with a day of the demo in it, and what the engine said meanwhile, for pictures of the real window.

The night before is the back catalogue; the user was last there at half past one; the rest of the day came while nobody
looked. Marks, alerts, saved searches, rules and mutes are wishes carried out by the real engine.
"""

import asyncio
import contextlib
import pickle
import sqlite3
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from hkwatch.app.clock import SCENE_S
from hkwatch.app.compose import Running, build
from hkwatch.app.demo import demo_replica
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import AppPaths, resources
from hkwatch.domain import commands as cmd
from hkwatch.domain import events as ev
from hkwatch.domain.alerts import AlertKind, AlertSpec
from hkwatch.domain.decide import Change
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.ids import AlertId, CommandId, ItemId, SearchId
from hkwatch.domain.item import Entry, Level
from hkwatch.domain.mutes import MuteKind
from hkwatch.domain.rule_commands import AddMute, MutesChanged, RulesChanged, SaveRule
from hkwatch.domain.saved_search import SaveSearch, SearchesChanged
from hkwatch.domain.user_rules import UserRule
from hkwatch.store import evidence
from hkwatch.store.db import open_writer, transaction
from hkwatch.store.items import Body, put_text

ROADMAP = "SFC sets out A-S-P-I-Re roadmap%"
"""The item that the pictures show: in three languages, with a revision and evidence."""
ROADMAP_ZH = """證監會今日公布其發展香港虛擬資產市場下一階段的路線圖。路線圖以五大支柱命名，即連接、保障、產品、基建及聯繫，\
共有十二項措施。

市場正有三項轉變：流動性分散於多個交易場所、參與的機構愈來愈多，投資者亦希望有更多選擇。現時共有十家虛擬資產交易平台持有證監會牌照。

支柱A：連接

首兩項措施旨在令市場的入口更清晰。證監會將與政府商討為場外交易及託管服務設立發牌制度，並研究如何讓海外平台、買賣盤及流動性提供者按香港的規則來港。"""
DAY = datetime(2025, 2, 19, 7, 15, tzinfo=UTC)
TOLD_FILE = "told.pickle"
_NIGHT_S = SCENE_S - 5.0
"""Real seconds into the demo at which the night is asked about: half past one."""
_DAY_S = 2 * SCENE_S - 10.0
"""Ten minutes past three, while the clock still runs fast: publishers are asked at most so often by it."""
_AFTERNOON_S = 2 * SCENE_S + 5.0
"""Then everything of the day is out, and the clock keeps the pace of real time."""


@dataclass(frozen=True, slots=True)
class Told:
    """The engine's last word of each kind."""

    status: ev.WatchStatusChanged
    prices: tuple[ev.PriceChanged, ...]
    alerts: ev.AlertsChanged | None
    rules: RulesChanged | None
    mutes: MutesChanged | None
    searches: SearchesChanged | None


def afternoon(paths: AppPaths) -> Options:
    """Options by whose clock it is a quarter past three on the day of the demo, now."""
    return Options(paths, demo_epoch=time.time() - _AFTERNOON_S)


def make_world(folder: Path) -> Told:
    """Fill a new data folder; about five seconds. What was told is kept in it for later starts."""
    paths = AppPaths.under(folder)
    paths.create()
    asyncio.run(_night(paths))
    told = asyncio.run(_day(paths))
    with contextlib.closing(open_writer(paths.database_file, paths.backups_dir, told.status.checked_at or DAY)) as db:
        _revise(db)
    (folder / TOLD_FILE).write_bytes(pickle.dumps(told))
    return told


def read_told(folder: Path) -> Told:
    """What the engine said when this folder was made."""
    told = pickle.loads((folder / TOLD_FILE).read_bytes())
    assert isinstance(told, Told)
    return told


async def _night(paths: AppPaths) -> None:
    async with _running(Options(paths, demo_epoch=time.time() - _NIGHT_S), []) as (running, _):
        # Noted first: on a slow machine the clock would meanwhile jump to the next scene, and nobody had been away.
        at = running.engine._clock.now()
        await _ask_all(running)
        await running.engine.handle(cmd.UserActive(CommandId("night"), at))


async def _day(paths: AppPaths) -> Told:
    events: list[ev.Event] = []
    async with _running(Options(paths, demo_epoch=time.time() - _DAY_S), events) as (running, alerts):
        engine = running.engine
        prices = engine._parts.prices
        await _ask_all(running)
        for price in prices:
            await price.fill_history()
            await price.sample()
        for wish in [*alerts, *_wishes(), cmd.UserActive(CommandId("back"), engine._clock.now())]:
            await engine.handle(wish)
        for price in prices:
            await price.flush()
        if engine._parts.deadlines is not None:
            await engine._parts.deadlines.look()
        engine.announce_all()
        if engine._parts.rules is not None:
            await engine._parts.rules.say()
    last = {type(event): event for event in events}
    prices = {event.asset: event for event in events if isinstance(event, ev.PriceChanged)}
    status = next(event for event in reversed(events) if isinstance(event, ev.WatchStatusChanged))
    return Told(
        status,
        tuple(prices.values()),
        last.get(ev.AlertsChanged),  # type: ignore[arg-type]
        last.get(RulesChanged),  # type: ignore[arg-type]
        last.get(MutesChanged),  # type: ignore[arg-type]
        last.get(SearchesChanged),  # type: ignore[arg-type]
    )


def _wishes() -> list[cmd.Command]:
    """What a person who uses everything has set up."""
    nothing = AlertId(0)
    return [
        cmd.SaveAlert(CommandId("up"), AlertSpec(nothing, "BTC", AlertKind.CROSS_ABOVE, Decimal(100_000))),
        cmd.SaveAlert(CommandId("eth"), AlertSpec(nothing, "ETH", AlertKind.CROSS_BELOW, Decimal(2_500))),
        SaveSearch(CommandId("vatp"), SearchId(0), "VATP licences", "vatp OR 虛擬資產交易平台", notify=True),
        SaveSearch(CommandId("soon"), SearchId(0), "Closing within three weeks", "due:<15wd"),
        SaveRule(
            CommandId("rule"),
            UserRule(
                "staking",
                "Staking services",
                'title:staking,質押 | body:"staking service"',
                unless="title:美國證監會",
                level=Level.HIGH,
                labels=("staking",),
            ),
        ),
        AddMute(CommandId("mute"), MuteKind.PATTERN, "market close", "rthk"),
    ]


@contextlib.asynccontextmanager
async def _running(options: Options, events: list[ev.Event]) -> AsyncIterator[tuple[Running, list[cmd.SaveAlert]]]:
    """An engine on the replica of the demo, with the demo's alerts, which wait to be saved."""
    clock = make_clock(options)
    with demo_replica(options, clock, resources()) as (at_replica, alerts):
        running = await build(at_replica, clock, events.append, use_dbus=False, desktop_shows=True)
        try:
            await running.engine._load()
            yield running, alerts
        finally:
            await running.close()


async def _ask_all(running: Running) -> None:
    await asyncio.gather(*(running.poller.poll(row) for row in running.engine.rounds.rows.values()))


def _revise(db: sqlite3.Connection) -> None:
    """Let the publisher have edited the roadmap once, and what it answered be kept."""
    row = db.execute(
        "SELECT i.id, t.lang, t.title, t.url, t.text FROM item i JOIN item_text t ON t.item_id = i.id"
        " WHERE i.publisher = 'sfc' AND t.lang = 'en' AND t.title LIKE ?",
        (ROADMAP,),
    ).fetchone()
    item, lang, title, url, text = row
    body = f"<h1>{title}</h1><p>{text}</p>".encode()
    kept = Evidence(
        url, 200, DAY, {"content-type": "text/html", "etag": '"aspire-1"'}, sha256(body).hexdigest(), len(body), body
    )
    now = Entry(title, url, lang, text=text)
    first = replace(now, text=text.replace("12 initiatives", "11 initiatives", 1).replace("twelve", "eleven", 1))
    with transaction(db):
        chinese = Entry(_title_of(db, item, "zh-Hant"), url, "zh-Hant", text=ROADMAP_ZH)
        put_text(db, ItemId(item), chinese, "sfc-press-tc", Change.BODY, Body.STORED, DAY)
        put_text(db, ItemId(item), first, "sfc-press-en", Change.BODY, Body.STORED, DAY)
        put_text(db, ItemId(item), now, "sfc-press-en", Change.REVISED, Body.STORED, DAY, substance=True)
        evidence.keep(db, ItemId(item), lang, kept)


def _title_of(db: sqlite3.Connection, item: int, lang: str) -> str:
    row = db.execute("SELECT title FROM item_text WHERE item_id = ? AND lang = ?", (item, lang)).fetchone()
    return "" if row is None else str(row[0])

# SPDX-License-Identifier: MIT
"""Reads a written scenario: its clock, scenes and alerts, and the world with everything that is published in it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from hkwatch.replica import registers, scenario_feeds
from hkwatch.replica.feeds import HONG_KONG
from hkwatch.replica.prices import ControlPoint, PricePath
from hkwatch.replica.release_text import title_and_html, with_seconds
from hkwatch.replica.world import PEG_MIDDLE, HkmaItem, Item, OfficialItem, RegisterState, RthkItem, Text, World

LANGUAGES = ("en", "tc", "sc")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIRST_SERIAL = 3
_FIRST_RTHK_NUMBER = 1_783_100


class ScenarioError(Exception):
    """A scenario file cannot be read. The text names the file and the place."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A stretch of the scenario that is played; what lies between two scenes is jumped over. Times are aware."""

    id: str
    start: datetime
    end: datetime
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class LevelAlert:
    """A price alert that the demo sets at the start. `direction` is `above` or `below`; `level_usd` in US dollars."""

    asset: str
    direction: str
    level_usd: Decimal


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario as read. `speed` is how many seconds of its clock pass in a real second."""

    start: datetime
    speed: float
    scenes: tuple[Scene, ...]
    alerts: tuple[LevelAlert, ...]
    items: tuple[Item, ...]
    prices: PricePath
    usd_hkd: Decimal
    registers: tuple[RegisterState, ...] = ()

    def world(self) -> World:
        """A new world with all items; what is visible in it depends on the time asked for."""
        world = World(self.items, self.prices, self.usd_hkd)
        for state in self.registers:
            world.set_register(state)
        return world


def load(folder: Path) -> Scenario:
    """The scenario in `folder/scenario.toml`. Raises ScenarioError for a file that is missing or wrong."""
    main = _read(folder / "scenario.toml")
    place = "scenario.toml"
    try:
        scenes = tuple(Scene(row["id"], row["start"], row["end"], dict(row["name"])) for row in main["scene"])
        alerts = tuple(LevelAlert(row["asset"], row["direction"], Decimal(row["level_usd"])) for row in main["alert"])
        points: dict[str, list[ControlPoint]] = {}
        usd_hkd = PEG_MIDDLE
        items: list[Item] = []
        for place in main["files"]["prices"]:
            content = _read(folder / place)
            usd_hkd = Decimal(content.get("usd_hkd", usd_hkd))
            for path in content["path"]:
                points[path["asset"]] = [_point(row) for row in path["points"]]
        for place in main["files"]["sfc"]:
            items.extend(_official(row) for row in _read(folder / place)["release"])
        hkma: list[tuple[datetime, dict[str, str]]] = []
        for place in main["files"]["hkma"]:
            content = _read(folder / place)
            hkma.extend((row["at"], dict(row["title"])) for row in content["release"])
            for series in content["series"]:
                hkma.extend(_series(series))
        items.extend(_numbered(hkma))
        for index, place in enumerate(main["files"]["rthk"]):
            items.extend(_flashes(_read(folder / place)["flash"], _FIRST_RTHK_NUMBER + index * 20_000))
        for place in main["files"].get("sfc_archive", ()):
            items.extend(scenario_feeds.archived(_read(folder / place)))
        for place in main["files"].get("feeds", ()):
            items.extend(scenario_feeds.feed_items(_read(folder / place), place))
        states: list[RegisterState] = []
        clock = main["clock"]
        for place in main["files"].get("registers", ()):
            # Long before the start, so that what the program saw first is older than the story.
            states += registers.from_tables(_read(folder / place), clock["start"] - timedelta(days=1))
        speed = float(clock["speed"])
        return Scenario(clock["start"], speed, scenes, alerts, tuple(items), PricePath(points), usd_hkd, tuple(states))
    except KeyError as error:
        raise ScenarioError(f"{folder / place}: {error.args[0]!r} is missing") from error
    except (TypeError, ValueError, InvalidOperation) as error:
        raise ScenarioError(f"{folder / place}: {error}") from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ScenarioError(f"{path}: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(f"{path}: {error}") from error


def _point(row: dict[str, Any]) -> ControlPoint:
    return ControlPoint(row["at"], Decimal(row["usd"]), float(row.get("noise", 0.0)))


def _official(row: dict[str, Any]) -> OfficialItem:
    ref = str(row["ref"])
    kind = row.get("type", "GN")
    texts = {
        lang: Text(*title_and_html(ref, lang, row[lang]["title"], row[lang]["body"], row[lang].get("notes", [])))
        for lang in LANGUAGES
        if lang in row
    }
    if "en" not in texts:
        raise KeyError(f"{ref}.en")
    return OfficialItem(
        ref,
        texts,
        with_seconds(ref, row["at"]),
        modified_at=row.get("modified_at"),
        news_type=kind,
        category="enforcement" if kind == "EF" else row.get("category", "other"),
        targets=tuple(row.get("targets", ())),
        appendices=tuple(row.get("appendices", ())),
    )


def _series(row: dict[str, Any]) -> Iterator[tuple[datetime, dict[str, str]]]:
    """A routine release on its weekdays or days of the month. A month's day that falls on a weekend moves on."""
    day: date = row["start"]
    at: time = row["time"]
    weekdays = {_DAYS.index(name) for name in row.get("weekdays", ())}
    monthdays = set(row.get("monthdays", ()))
    skip_every = int(row.get("skip_every", 0))
    count = 0
    due = False
    while day <= row["end"]:
        due = due or day.day in monthdays
        if day.weekday() in weekdays or (due and day.weekday() < _DAYS.index("sat")):
            due = False
            count += 1
            if not skip_every or count % skip_every:
                issued = datetime.combine(day, at, HONG_KONG)
                yield issued, {lang: _fill(text, lang, day) for lang, text in row["title"].items()}
        day += timedelta(days=1)


def _fill(text: str, lang: str, day: date) -> str:
    before = day.replace(day=1) - timedelta(days=1)
    if lang == "en":
        words = {"date": f"{day.day} {day:%B %Y}", "month": f"{before:%B %Y}"}
    else:
        words = {"date": f"{day.year}年{day.month}月{day.day}日", "month": f"{before.year}年{before.month}月"}
    return text.format(**words)


def _numbered(rows: list[tuple[datetime, dict[str, str]]]) -> Iterator[HkmaItem]:
    """HKMA releases with their numbers: the day and a serial within it that does not start at one."""
    serials: dict[str, int] = {}
    for issued, titles in sorted(rows, key=lambda row: row[0]):
        day = issued.astimezone(HONG_KONG).strftime("%Y%m%d")
        serials[day] = serials.get(day, _FIRST_SERIAL - 1) + 1
        yield HkmaItem(f"{day}-{serials[day]}", titles, issued)


def _flashes(rows: list[dict[str, Any]], first_number: int) -> Iterator[RthkItem]:
    for place, row in enumerate(sorted(rows, key=lambda row: row["at"])):
        number = first_number + place * 37
        text = "\n\n".join(row["text"])
        at = with_seconds(row["title"], row["at"])
        yield RthkItem(number, row["title"], text, at, row.get("lang", "en"), row.get("desk", "finance"))

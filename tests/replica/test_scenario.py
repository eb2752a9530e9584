# SPDX-License-Identifier: MIT
"""The shipped scenario tells the story that the demo promises."""

import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median

import pytest

from hkwatch.replica import FeedItem, HkmaItem, OfficialItem, RthkItem, World
from hkwatch.replica.feeds import HONG_KONG
from hkwatch.replica.scenario import Scenario, ScenarioError, load

from .conftest import DEMO

LEVEL = Decimal(95_000)
SCRIPTS = {"tc": ("gia-zh", "legco-bills", "mingpao", "panews"), "sc": ("wublock",)}
VOTING = ("coinbase", "kraken", "bitstamp")


def hkt(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 2, day, hour, minute, tzinfo=HONG_KONG)


def consensus(scenario: Scenario, at: datetime) -> Decimal:
    return median(scenario.prices.at_venue(venue, "BTC", at) for venue in VOTING)


def crossings(scenario: Scenario, start: datetime, end: datetime) -> list[datetime]:
    seconds = int((end - start).total_seconds())
    instants = [start + timedelta(seconds=second) for second in range(seconds + 1)]
    below = [consensus(scenario, at) <= LEVEL for at in instants]
    return [at for at, was, now in zip(instants[1:], below[:-1], below[1:], strict=True) if was != now]


def test_two_scenes_of_ninety_seconds_with_a_jump_between(scenario: Scenario) -> None:
    night, roadmap = scenario.scenes
    assert (night.start, night.end) == (hkt(19, 0), hkt(19, 1, 30))
    assert (roadmap.start, roadmap.end) == (hkt(19, 13, 45), hkt(19, 15, 15))
    assert scenario.start == night.start
    for scene in scenario.scenes:
        assert (scene.end - scene.start).total_seconds() / scenario.speed == 90
        assert set(scene.names) == {"en", "tc", "sc"}


def test_consensus_falls_through_the_level_once_in_the_first_scene(scenario: Scenario) -> None:
    night = scenario.scenes[0]
    crossed = crossings(scenario, night.start, night.end)
    assert len(crossed) == 1
    assert hkt(19, 0, 18) < crossed[0] < hkt(19, 0, 22)
    assert scenario.alerts[0].level_usd == LEVEL


def test_prices_of_the_scenes_are_the_announced_ones(scenario: Scenario) -> None:
    expected = {(0, 0): 95_500, (0, 42): 94_600, (1, 30): 94_100, (13, 45): 95_300, (15, 15): 95_700}
    for (hour, minute), price in expected.items():
        assert abs(consensus(scenario, hkt(19, hour, minute)) - price) < 40
    roadmap = scenario.scenes[1]
    assert crossings(scenario, roadmap.start, roadmap.end) == []


def test_thirty_days_of_history_stay_in_their_range_and_dip_on_the_eighteenth(scenario: Scenario) -> None:
    bars = scenario.prices.candles("coinbase", "BTC", 3600, scenario.start, 30 * 24)
    assert min(bar.low for bar in bars) > 93_000
    assert max(bar.high for bar in bars) < 105_500
    lowest = min(bars, key=lambda bar: bar.low)
    assert datetime.fromtimestamp(lowest.start_s, HONG_KONG).date() == hkt(18, 0).date()
    assert abs(lowest.low - 93_620) < 60


def releases(scenario: Scenario) -> list[OfficialItem]:
    return [item for item in scenario.items if isinstance(item, OfficialItem)]


def test_back_catalogue_reaches_ninety_days_and_is_out_at_the_start(scenario: Scenario) -> None:
    world = scenario.world()
    back = world.official(scenario.start)
    assert 38 <= len(back) <= 60
    assert timedelta(days=85) < scenario.start - back[-1].issued_at < timedelta(days=90)
    assert len(world.hkma(scenario.start)) > 300
    assert len({item.ref for item in releases(scenario)}) == len(releases(scenario))


def test_every_release_has_english_and_chinese_and_the_main_ones_simplified(scenario: Scenario) -> None:
    for item in releases(scenario):
        assert {"en", "tc"} <= set(item.texts)
        for lang, text in item.texts.items():
            assert text.title.strip()
            assert text.html.count("<p>") >= 2, (item.ref, lang)
    simplified = {item.ref for item in releases(scenario) if "sc" in item.texts}
    assert {"25PR20", "25PR19", "24PR216"} <= simplified


def chinese(scenario: Scenario, lang: str) -> Iterator[str]:
    for item in scenario.items:
        if isinstance(item, OfficialItem) and lang in item.texts:
            yield item.texts[lang].title + item.texts[lang].html
        elif isinstance(item, HkmaItem):
            yield item.titles[lang]
        elif (isinstance(item, RthkItem) and item.lang == lang) or (
            isinstance(item, FeedItem) and item.feed in SCRIPTS[lang]
        ):
            yield item.title + item.text


@pytest.mark.parametrize(("lang", "charset"), [("tc", "big5hkscs"), ("sc", "gb2312")])
def test_each_chinese_script_keeps_to_its_own_characters(scenario: Scenario, lang: str, charset: str) -> None:
    texts = list(chinese(scenario, lang))
    assert len(texts) > 300
    for text in texts:
        # Python's GB 2312 reads the dash as another of Unicode's dashes.
        text = text.replace("—", "―") if lang == "sc" else text
        assert text.encode(charset, "replace").decode(charset) == text


def test_roadmap_is_published_in_the_second_scene_with_five_pillars(scenario: Scenario) -> None:
    roadmap = next(item for item in releases(scenario) if item.ref == "25PR20")
    assert hkt(19, 14, 20) <= roadmap.issued_at < hkt(19, 14, 21)
    english = roadmap.texts["en"]
    assert "12 initiatives" in english.title
    for pillar in ("Access", "Safeguards", "Products", "Infrastructure", "Relationships"):
        assert f"{pillar}</strong>" in english.html
    assert "12項措施" in roadmap.texts["tc"].title
    assert "12项措施" in roadmap.texts["sc"].title


def test_licences_are_dated_as_they_were(scenario: Scenario) -> None:
    world = scenario.world()
    four = world.official_by_ref("24PR216", scenario.start)
    assert four is not None
    assert four.issued_at.astimezone(HONG_KONG).date().isoformat() == "2024-12-18"
    for name in ("HKbitEX", "Accumulus", "DFX Labs", "EX.IO"):
        assert name in four.texts["en"].html
    flashes = {item.title: item for item in scenario.items if isinstance(item, RthkItem) and item.lang == "en"}
    bullish = flashes["Bullish joins list of licensed crypto platforms"]
    assert bullish.issued_at.astimezone(HONG_KONG).date() == hkt(18, 0).date()
    assert "January 27" in flashes["Futu and Tiger units win virtual asset licences"].text


def test_items_wait_behind_the_jump_and_some_follow_in_the_second_scene(scenario: Scenario) -> None:
    night, roadmap = scenario.scenes

    def between(start: datetime, end: datetime) -> list[str]:
        found = [item for item in scenario.items if start < item.issued_at <= end]
        return [type(item).__name__ for item in found if getattr(item, "desk", "finance") == "finance"]

    jumped = between(night.end, roadmap.start)
    assert (jumped.count("OfficialItem"), jumped.count("HkmaItem"), jumped.count("RthkItem")) == (3, 2, 2)
    assert between(night.start, night.end) == ["RthkItem", "RthkItem"]
    assert between(roadmap.start, roadmap.end).count("OfficialItem") == 2


def test_the_press_follows_the_roadmap_in_both_scripts_and_leaves_the_night_alone(scenario: Scenario) -> None:
    _, roadmap = scenario.scenes
    feeds = [item for item in scenario.items if isinstance(item, FeedItem)]
    followed = {item.feed for item in feeds if roadmap.start < item.issued_at <= roadmap.end}
    assert followed == {"mingpao", "panews", "wublock"}
    for item in feeds:
        if roadmap.start < item.issued_at <= roadmap.end:
            assert item.issued_at > hkt(19, 14, 20)
            assert "ASPIRe" in item.title


def test_the_government_says_a_hundred_long_things_in_each_language(scenario: Scenario) -> None:
    world = scenario.world()
    for name in ("gia-en", "gia-zh"):
        items = world.feed(name, scenario.start)
        assert len(items) >= 100
        assert sum(len(item.text.encode()) for item in items[:100]) > 260_000
        assert len({item.number for item in items}) == len(items)


def test_only_invented_firms_are_accused(scenario: Scenario) -> None:
    invented = re.compile(r"Example|Sample|Specimen|Placeholder|Dummy|Template|Mock|Fictional")
    accused = [item for item in releases(scenario) if item.news_type == "EF"]
    assert len(accused) >= 10
    for item in accused:
        assert item.targets
        assert all(invented.search(name) for name in item.targets), item.ref


def test_scenario_reads_the_same_twice(scenario: Scenario) -> None:
    again = load(DEMO)
    assert again.items == scenario.items
    assert consensus(again, hkt(19, 0, 33)) == consensus(scenario, hkt(19, 0, 33))


def test_wrong_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"scenario\.toml"):
        load(tmp_path)
    for name in DEMO.iterdir():
        shutil.copy(name, tmp_path)
    (tmp_path / "rthk.toml").write_text('[[flash]]\ntitle = "x"\n', encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"rthk\.toml: 'at' is missing"):
        load(tmp_path)
    (tmp_path / "rthk.toml").write_text("[[flash]\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"rthk\.toml.*line 1"):
        load(tmp_path)


def test_world_refuses_a_time_without_zone_and_replaces_a_reference() -> None:
    world = World()
    with pytest.raises(ValueError, match="time zone"):
        world.publish(OfficialItem("25PR1", {}, datetime(2025, 2, 19)))  # noqa: DTZ001
    for day in (17, 18):
        world.publish(OfficialItem("25PR1", {}, hkt(day, 9)))
    assert [item.issued_at for item in world.everything(hkt(19, 0))] == [hkt(18, 9)]

# SPDX-License-Identifier: MIT
"""Alerts as TOML and candles as CSV: what is right is read, what is wrong is named."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from hkwatch.app.alert_file import alert_of, read_alert, read_candles
from hkwatch.domain.alerts import AlertKind, Currency, Hours, ItemCondition, Repeat, Sound
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.item import Level


def test_every_key_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(
        'asset = "eth"\nkind = "leave_range"\nlevel = "3,000"\nupper = 3500.5\ncurrency = "HKD"\nband = 0.5\n'
        'cooldown = "30m"\nrepeat = "every"\nreadings = 2\nnotify = "critical"\nexpires = "2026-12-01T09:00:00+08:00"\n'
        'hours = "08:00-23:00"\nitem = { level = "normal", query = "src:sfc", within = "2h" }\nnote = "range"\n'
        'sound = "chime"\ninbox = true\n'
    )
    spec = read_alert(file)
    assert (spec.asset, spec.kind, spec.level, spec.upper) == (
        "ETH",
        AlertKind.LEAVE_RANGE,
        Decimal(3000),
        Decimal("3500.5"),
    )
    assert (spec.currency, spec.band, spec.cooldown_s, spec.repeat) == (
        Currency.HKD,
        Decimal("0.005"),
        1800,
        Repeat.EVERY,
    )
    assert (spec.readings, spec.notify, spec.hours) == (2, Level.CRITICAL, Hours(480, 1380))
    assert spec.with_item == ItemCondition(Level.NORMAL, "src:sfc", 7200)
    assert (spec.sound, spec.in_inbox) == (Sound.CHIME, True)
    assert spec.expires_at == datetime(2026, 12, 1, 1, tzinfo=UTC)


def test_what_is_left_out_is_the_usual() -> None:
    move = alert_of({"kind": "move", "percent": 3, "window": "1h"}, "here")
    assert (move.pct, move.window_s, move.cooldown_s, move.repeat) == (Decimal("0.03"), 3600, 900, Repeat.ONCE)


def test_step_may_be_told_again_after_five_minutes() -> None:
    step = alert_of({"kind": "step", "level": 1000}, "here")
    assert step.cooldown_s == 300
    assert alert_of({"kind": "step", "level": 1000, "cooldown": "1m"}, "here").cooldown_s == 60


def test_step_goes_by_an_amount_or_by_a_share() -> None:
    assert alert_of({"kind": "step", "percent": 2.5}, "here").pct == Decimal("0.025")


@pytest.mark.parametrize("day", [date(2026, 1, 31), "2026-01-31", datetime(2026, 1, 30, 16, tzinfo=UTC)])
def test_day_a_high_counts_from_begins_in_hong_kong(day: object) -> None:
    assert alert_of({"kind": "new_high", "since": day}, "here").since == datetime(2026, 1, 30, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("found", "names"),
    [
        ({"kind": "cross_up", "level": 1}, "kind"),
        ({"level": 1}, "kind"),
        ({"kind": "cross_above", "lvl": 1}, "lvl"),
        ({"kind": "cross_above"}, "level"),
        ({"kind": "move", "percent": 3, "window": 60}, "window"),
        ({"kind": "move", "window": "60m"}, "percent"),
        ({"kind": "cross_above", "level": "high"}, "level"),
        ({"kind": "cross_above", "level": 1, "hours": "all day"}, "hours"),
        ({"kind": "cross_above", "level": 1, "expires": "tomorrow"}, "expires"),
        ({"kind": "step", "level": 1000, "percent": 1}, "level"),
        ({"kind": "new_high", "window": "7d", "since": "2026-01-31"}, "since"),
        ({"kind": "new_high", "since": "January"}, "since"),
        ({"kind": "new_high", "since": 20260131}, "since"),
        ({"kind": "cross_above", "level": 1, "sound": "gong"}, "sound"),
        ({"kind": "cross_above", "level": 1, "inbox": "yes"}, "inbox"),
        ({"kind": "item"}, "item"),
        ({"kind": "item", "item": {"leval": "high"}}, "leval"),
        ({"kind": "leave_range", "level": 10, "upper": 9}, "upper"),
    ],
)
def test_what_is_wrong_is_named(found: dict[str, object], names: str) -> None:
    with pytest.raises(SettingsError) as caught:
        alert_of(found, "here.toml")
    assert "here.toml" in caught.value.detail
    assert names in caught.value.detail
    assert caught.value.next_step


def test_candles_are_read_with_every_kind_of_time(tmp_path: Path) -> None:
    at = datetime(2025, 1, 20, 6, tzinfo=UTC)
    for number, (stamps, header) in enumerate(
        (
            (("1737352800", "1737352860"), "timestamp,open,high,low,close,volume\n"),
            (("1737352800000", "1737352860000"), ""),
            (("1737352800000000", "1737352860000000"), ""),
            (("2025-01-20 06:00:00.000000", "2025-01-20 06:01:00.000000"), "timestamp,open,high,low,close\n"),
        )
    ):
        file = tmp_path / f"{number}.csv"
        file.write_text(header + "".join(f"{stamp},10,12,9,11,5\n" for stamp in reversed(stamps)))
        bars = read_candles(file)
        assert [(bar.at, bar.span_s) for bar in bars] == [(at, 60), (at.replace(minute=1), 60)]
        assert (bars[0].open, bars[0].high, bars[0].low, bars[0].close) == (10, 12, 9, 11)


@pytest.mark.parametrize("row", ["1737352800,10,9,12,11", "1737352800,10,12,9", "17,ten,12,9,11", "2025-13-01,1,1,1,1"])
def test_a_row_that_is_no_candle_is_named(tmp_path: Path, row: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{row}\n")
    with pytest.raises(SettingsError, match=r"a\.csv"):
        read_candles(file)

# SPDX-License-Identifier: MIT
"""`hkwatch alerts` as its users see it."""

import json
from pathlib import Path

import pytest

from e2e.command import hkwatch

CANDLES = "time,open,high,low,close\n" + "".join(
    f"{1_700_000_000 + 60 * n},{o},{h},{low},{c}\n"
    for n, (o, h, low, c) in enumerate(
        [
            (99, 99.5, 98, 99),
            (99, 100.5, 99, 100),
            (100, 100.2, 99.9, 99.95),
            (99.95, 99.95, 99.6, 99.7),
            (99.7, 101, 99, 100),
        ]
    )
)


@pytest.fixture
def candles(tmp_path: Path) -> Path:
    file = tmp_path / "candles.csv"
    file.write_text(CANDLES)
    return file


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    file = tmp_path / "alert.toml"
    file.write_text('kind = "cross_above"\nlevel = 100\nband = 0.25\n')
    return file


def test_backtest_prints_each_firing_and_how_many(candles: Path, rule: Path) -> None:
    done = hkwatch("alerts", "backtest", "--alert", rule, "--candles", candles, "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["count"], found["bars"]) == (2, 5)
    assert [(firing["time"], firing["price"]) for firing in found["firings"]] == [
        ("2023-11-14T22:15:00+00:00", "100.5"),
        ("2023-11-14T22:18:00+00:00", "101"),
    ]
    assert all("BTC above US$100" in firing["why"] for firing in found["firings"])


def test_backtest_on_closes_reads_closes_only(candles: Path, rule: Path) -> None:
    done = hkwatch("alerts", "backtest", "--alert", rule, "--candles", candles, "--on", "close")
    assert done.stdout.splitlines()[-1] == "2 firings on 5 candles."
    assert "2023-11-14 22:15:20 UTC" in done.stdout


def test_alerts_are_added_listed_and_removed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert hkwatch("alerts", "add", "--below", "95,000", "--data", data).returncode == 0
    assert hkwatch("alerts", "add", "--preset", "move-1h", "--data", data).returncode == 0
    listed = hkwatch("alerts", "list", "--json", "--data", data)
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    assert [(row["id"], row["kind"], row["status"]) for row in rows] == [
        (1, "cross_below", "cannot_evaluate"),
        (2, "move", "cannot_evaluate"),
    ]
    assert "BTC below US$95,000" in hkwatch("alerts", "list", "--data", data).stdout
    assert hkwatch("alerts", "remove", "1", "9", "--data", data).returncode != 0
    assert hkwatch("alerts", "remove", "1", "--data", data).returncode == 0
    assert len(hkwatch("alerts", "list", "--json", "--data", data).stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('kind = "item"\nitem = {}\n', "candles say nothing"),
        ('kind = "cross_above"\nlevel = 1\ncurrency = "HKD"\n', "US$"),
        ("kind = cross\n", "TOML"),
    ],
)
def test_what_cannot_be_tried_is_said(tmp_path: Path, candles: Path, text: str, says: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(text)
    done = hkwatch("alerts", "backtest", "--alert", file, "--candles", candles)
    assert done.returncode not in (0, 3, 4, 5)
    assert says in done.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('asset = "BTX"\nkind = "cross_above"\nlevel = 1\n', ("'BTX'", "BTC", "ETH")),
        ('kind = "premium"\npercent = 1\nwindow = "3m"\nvenue = "coinbse"\n', ("'coinbse'", "hashkey")),
        ('kind = "premium"\npercent = 1\nwindow = "3m"\nvenue = "kraken"\n', ("'kraken'", "hashkey")),
        ('kind = "cross_above"\nlevel = -1\n', ("level",)),
        ('kind = "cross_above"\nlevel = 1\nitem = { query = "level:>=nonsense" }\n', ("search",)),
    ],
)
def test_mistake_in_the_file_is_refused_by_name(tmp_path: Path, text: str, says: tuple[str, ...]) -> None:
    file = tmp_path / "a.toml"
    file.write_text(text)
    done = hkwatch("alerts", "add", "--alert", file, "--data", tmp_path / "data")
    assert done.returncode == 2, done.stderr
    assert all(word in done.stderr for word in says), done.stderr
    assert hkwatch("alerts", "list", "--json", "--data", tmp_path / "data").stdout == ""


def test_asset_that_no_venue_quotes_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    for what in (("--above", "1"), ("--preset", "move-1h")):
        done = hkwatch("alerts", "add", *what, "--asset", "btx", "--data", tmp_path / "data")
        assert done.returncode == 2
        assert "'BTX'" in done.stderr
        assert "BTC, ETH" in done.stderr

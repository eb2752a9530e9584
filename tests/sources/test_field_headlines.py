# SPDX-License-Identifier: MIT
"""Headlines of the field in three languages, each with what a reader in the field would say it is about."""

from pathlib import Path

import pytest

from hkwatch.domain.flags import FlagInput
from hkwatch.domain.item import Level, Topic
from hkwatch.services.classify import publisher_for
from services.rig import shipped

HEADLINES = Path(__file__).parents[1] / "data" / "field_headlines.txt"
LEVELS = {"h": Level.HIGH, "n": Level.NORMAL, "l": Level.LOW}
FLAGGING = {Topic.SFC, Topic.BTC_THRESHOLD}

Row = tuple[frozenset[Topic], bool, str, str, str, str]


def _rows() -> list[Row]:
    rows: list[Row] = []
    for line in HEADLINES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            topics, hk, level, source, title, text = (part.strip() for part in line.split("|", 5))
            rows.append((frozenset(map(Topic, topics.split())), hk == "hk", level, source, title, text))
    return rows


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[4])
def test_a_headline_is_about_what_a_reader_would_say(row: Row) -> None:
    topics, hk, level, source, title, text = row
    files = shipped()
    flags = files.classifier.classify(FlagInput(title, text, "", publisher_for(source, files.catalogue), source))
    assert (set(flags.topics), flags.hk) == (topics, hk)
    assert flags.flag == (not FLAGGING.isdisjoint(topics) or (hk and Topic.LICENCE in topics))
    if level != "-":
        assert flags.severity is LEVELS[level]


def test_no_headline_is_tried_twice() -> None:
    titles = [row[4] for row in _rows()]
    assert len(titles) == len(set(titles)) >= 150

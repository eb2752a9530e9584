# SPDX-License-Identifier: MIT
"""Who is watched: the catalogue, the settings and the user's last word; rows of their own."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

import pytest

from hkwatch.domain.catalogue import Catalogue, Keep, PollBand, SourceRow
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.item import Level
from hkwatch.domain.own_source import Choice, NewSource, NotifyFrom, SourceOptions, told_from
from hkwatch.services.roster import MAX_ADDED, Roster
from hkwatch.sources.own_sources import Added
from services.rig import EN, RTHK, shipped

HKEX = SourceId("hkex-news-en")


class Remembered:
    """A book that remembers, and breaks when told so."""

    def __init__(self) -> None:
        self.added: list[Added] = []
        self.choices: dict[SourceId, Choice] = {}
        self.breaks = False

    def add(self, added: Added, choices: Mapping[SourceId, Choice]) -> None:
        self.added.append(added)
        self.choose(choices)

    def choose(self, choices: Mapping[SourceId, Choice]) -> None:
        if self.breaks:
            raise SettingsError("unwritable", "The disk is full.")
        self.choices.update(choices)


def catalogue(*sources: SourceId, choices: Mapping[SourceId, Choice] | None = None) -> Catalogue:
    whole = shipped().catalogue
    rows = {name: whole.sources[name] for name in sources or (EN, RTHK, HKEX)}
    return Catalogue(dict(whole.publishers), rows, {}, (), dict(choices or {}))


def on(row: SourceRow) -> bool:
    return row.enabled


def add(roster: Roster, *sources: NewSource) -> list[SourceRow]:
    return [roster.rows[name] for name in asyncio.run(roster.add(sources)).added]


def test_ids_are_made_of_host_and_title_and_are_never_used_twice() -> None:
    roster = Roster(catalogue(), on)
    rows = add(
        roster,
        NewSource("https://www.news.example.test/a", "Daily: Wörld & Co"),
        NewSource("https://news.example.test/b", "Daily World Co"),
        NewSource("https://news.example.test/c", "香港新聞"),
        NewSource("https://news.example.test/d", "每日要聞"),
        NewSource("https://news.example.test/e", "x" * 500),
    )
    assert [row.id for row in rows] == [
        "news-example-test-daily-world-co",
        "news-example-test-daily-world-co-2",
        "news-example-test",
        "news-example-test-2",
        "news-example-test-3",
    ]
    assert len(rows[-1].name.en) <= 120


def test_site_nobody_knows_is_a_publisher_of_its_own_and_all_its_feeds_share_it() -> None:
    roster = Roster(catalogue(), on)
    one, two, other = add(
        roster,
        NewSource("https://news.example.test/a", "One"),
        NewSource("https://www.news.example.test/b", "Two"),
        NewSource("https://sfc-hk.example.test/", "SFC"),
    )
    assert one.publisher is two.publisher
    assert (one.publisher.role, one.publisher.name.en) == ("media", "news.example.test")
    assert other.publisher.id == "sfc-hk-example-test"


def test_publisher_whose_id_a_shipped_one_has_gets_another() -> None:
    (row,) = add(Roster(catalogue(), on), NewSource("https://sfc/", "SFC"))
    assert row.publisher.id == "sfc-2"
    assert shipped().catalogue.publishers[PublisherId("sfc")].role == "regulator"


@pytest.mark.parametrize("host", ["www.hkex.com.hk", "news.hkex.com.hk"])
def test_known_publishers_terms_hold_for_what_is_added(host: str) -> None:
    (row,) = add(Roster(catalogue(), on), NewSource(f"https://{host}/other", "Other"))
    assert (row.publisher.id, row.keep) == ("hkex", Keep.TITLE_LINK)
    assert "titles and links only" in row.terms


def test_look_alike_of_an_official_host_is_not_official() -> None:
    for url in ("https://www.sfc.hk.example.test/", "https://notsfc.hk/", "https://sfc.hk@evil.example.test/"):
        (row,) = add(Roster(catalogue(), on), NewSource(url, "SFC"))
        assert row.publisher.role == "media"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///a", "example.test", "https://a b.test/"])
def test_one_wrong_address_adds_none(url: str) -> None:
    book = Remembered()
    roster = Roster(catalogue(), on, book)
    before = dict(roster.rows)
    with pytest.raises(SettingsError, match="no web address"):
        asyncio.run(roster.add((NewSource("https://good.example.test/", "Good"), NewSource(url, "Bad"))))
    assert (roster.rows, book.added) == (before, [])


def test_what_cannot_be_written_is_not_done() -> None:
    book = Remembered()
    roster = Roster(catalogue(), on, book)
    book.breaks = True
    before = dict(roster.rows)
    for wish in (
        roster.add((NewSource("https://a.example.test/", "A"),)),
        roster.remove(EN),
        roster.switch(EN, on=False),
        roster.set_options(EN, SourceOptions(interval_min=5)),
    ):
        with pytest.raises(SettingsError, match="disk"):
            asyncio.run(wish)
    assert roster.rows == before
    assert roster.off == [row for row in roster.off if not row.enabled]


def test_too_many_at_once_are_refused() -> None:
    many = [NewSource(f"https://h{number}.example.test/", "") for number in range(MAX_ADDED + 1)]
    with pytest.raises(SettingsError, match="at once"):
        asyncio.run(Roster(catalogue(), on).add(many))


def test_unknown_source_is_named() -> None:
    with pytest.raises(SettingsError, match="'nobody'"):
        asyncio.run(Roster(catalogue(), on).remove(SourceId("nobody")))


def test_control_signs_in_titles_do_not_reach_the_lists() -> None:
    (row,) = add(
        Roster(catalogue(), on), NewSource("https://a.example.test/", "A\n\x1b[31m\u202eB\ud800 ", folder="F\tG")
    )
    assert row.name.en == "A [31m B"
    assert row.folder == "F G"


def test_shipped_bands_hold_until_an_interval_is_set_and_again_when_it_is_put_back() -> None:
    roster = Roster(catalogue(), on)
    bands = roster.rows[EN].poll
    asyncio.run(roster.set_options(EN, SourceOptions(interval_min=45)))
    assert roster.rows[EN].poll == (PollBand(45),)
    asyncio.run(roster.set_options(EN, SourceOptions()))
    assert roster.rows[EN].poll == bands


def test_stated_limit_slows_shipped_bands_too() -> None:
    found = catalogue()
    found.sources[EN] = replace(found.sources[EN], least_min=20)
    assert min(band.every_min for band in Roster(found, on).rows[EN].poll) == 20


def test_last_word_counts_whether_said_in_the_settings_or_here() -> None:
    book = Remembered()
    # Paused here; then switched off in the settings as well, which makes the choice an echo.
    roster = Roster(catalogue(choices={EN: Choice(on=False)}), lambda row: row.id != EN, book)
    assert EN not in roster.rows
    asyncio.run(roster.settle())
    assert book.choices == {EN: Choice()}
    # Switched on in the settings later: nothing of the old choice is left to stand against it.
    assert EN in Roster(catalogue(choices=book.choices), on).rows
    # Paused here while the settings have it on.
    assert EN not in Roster(catalogue(choices={EN: Choice(on=False)}), on).rows


def test_choice_of_a_source_that_is_no_more_does_no_harm() -> None:
    roster = Roster(catalogue(choices={SourceId("gone"): Choice(removed=True)}), on)
    assert roster.removed == []


@pytest.mark.parametrize(
    ("notify", "level"),
    [
        (NotifyFrom.USUAL, Level.HIGH),
        (NotifyFrom.ALL, Level.LOW),
        (NotifyFrom.HIGH, Level.HIGH),
        (NotifyFrom.CRITICAL, Level.CRITICAL),
        (NotifyFrom.NOTHING, None),
    ],
)
def test_level_that_is_told(notify: NotifyFrom, level: Level | None) -> None:
    assert told_from(notify, Level.HIGH) == level

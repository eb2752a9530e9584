# SPDX-License-Identifier: MIT
"""The shipped catalogue is right, and a user's slip in a file of theirs is answered with file, line and key."""

import re
from datetime import time
from pathlib import Path

import pytest

from hkwatch.domain.catalogue import Catalogue, Keep, Kind, Role, Status
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import PublisherId, SourceId, VenueId
from hkwatch.sources.catalogue import load_catalogue

SHIPPED = Path(__file__).parents[2] / "resources" / "catalogue"


def load(tmp_path: Path, text: str, name: str = "mine.toml") -> tuple[Catalogue, list[SettingsError]]:
    folder = tmp_path / "catalogue"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return load_catalogue(SHIPPED, folder)


def only_error(tmp_path: Path, text: str) -> SettingsError:
    catalogue, errors = load(tmp_path, text)
    assert len(errors) == 1
    assert SourceId("sfc-press-en") in catalogue.sources
    return errors[0]


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    catalogue, errors = load_catalogue(SHIPPED, None)
    assert errors == []
    return catalogue


# ---- the shipped rows


def test_the_first_sources_are_there_as_their_publishers_serve_them(shipped: Catalogue) -> None:
    press = shipped.sources[SourceId("sfc-press-en")]
    assert press.url == "https://www.sfc.hk/en/RSS-Feeds/Press-releases"
    assert (press.kind, press.key, press.status, press.enabled) == (Kind.RSS, "ref", Status.SEEN, True)
    api = shipped.sources[SourceId("sfc-news-api")]
    assert (api.kind, api.adapter) == (Kind.API, "sfc-news")
    assert "date-only" in shipped.sources[SourceId("hkma-press-en")].quirks
    assert "no-link" in shipped.sources[SourceId("rthk-en-finance")].quirks
    assert shipped.sources[SourceId("sfc-press-tc")].lang == "zh-Hant"


def test_sfc_news_is_asked_fastest_when_most_of_it_appears(shipped: Catalogue) -> None:
    bands = shipped.sources[SourceId("sfc-press-en")].poll
    assert [(band.every_min, band.start, band.end, band.workdays_only) for band in bands] == [
        (3, time(16), time(19), True),
        (10, time(9), time(22), True),
        (30, None, None, False),
    ]


def test_every_shipped_source_is_complete(shipped: Catalogue) -> None:
    for row in shipped.sources.values():
        assert row.poll[-1].start is None, f"{row.id} is not asked at every hour"
        assert row.attribution
        assert row.name.en != row.name.zh_hant != row.name.zh_hans
        assert row.status in (Status.SEEN, Status.TESTED, Status.STATED) or not row.enabled
        assert row.publisher.in_hk or row.publisher.role is Role.MEDIA
        assert row.origin != "publishers.toml"


def test_every_publisher_has_its_names_in_three_languages(shipped: Catalogue) -> None:
    assert {"sfc", "hkma", "rthk", "gov-hk", "fstb", "legco", "hkex", "ia"} < set(shipped.publishers)
    sfc = shipped.publishers[PublisherId("sfc")]
    assert (sfc.short.en, sfc.short.zh_hant, sfc.short.zh_hans) == ("SFC", "證監會", "香港证监会")
    assert (sfc.role, shipped.publishers[PublisherId("rthk")].role) == (Role.REGULATOR, Role.MEDIA)
    for publisher in shipped.publishers.values():
        for names in (publisher.short, publisher.name):
            if publisher.role is Role.MEDIA and not publisher.in_hk and names.zh_hant == names.en:
                # Some of the crypto press go by one name everywhere.
                continue
            assert re.search("[\u4e00-\u9fff]", names.zh_hant)
            assert re.search("[\u4e00-\u9fff]", names.zh_hans)


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        *(("SFC news", "sfc"), ("SFC news (TC)", "sfc"), ("SFC circular (TC)", "sfc"), ("sfc_press_releases", "sfc")),
        *(("Hong Kong SFC alert list", "sfc"), ("證監會", "sfc"), ("hkma_press_release", "hkma"), ("HKMA", "hkma")),
        *(("金管局", "hkma"), ("RTHK", "rthk"), ("rthk_en_finance", "rthk"), ("rthk zh finance", "rthk")),
    ],
)
def test_names_used_in_practice_find_their_publisher(shipped: Catalogue, name: str, publisher: str) -> None:
    row = shipped.source_named(name)
    assert row is not None
    assert row.publisher.id == publisher


def test_no_name_stands_for_two_sources(shipped: Catalogue) -> None:
    seen: dict[str, str] = {}
    for row in shipped.sources.values():
        for name in {n.casefold() for n in (row.id, row.name.en, row.name.zh_hant, row.name.zh_hans, *row.aliases)}:
            assert seen.setdefault(name, row.id) == row.id, name


def test_nothing_guessed_is_on_and_aggregators_are_off_with_their_terms(shipped: Catalogue) -> None:
    rows = shipped.sources.values()
    assert [row.id for row in rows if row.enabled and row.status is Status.INFERRED] == []
    google = [row for row in rows if row.publisher.id == "google-news"]
    assert len(google) == 2
    for row in google:
        assert not row.enabled
        assert "non-commercial" in row.terms


def test_what_publishers_allow_to_be_kept_is_kept_and_no_more(shipped: Catalogue) -> None:
    kept = {row.id: row.keep for row in shipped.sources.values()}
    assert kept[SourceId("hkex-news-en")] is Keep.TITLE_LINK
    assert kept[SourceId("scmp-hk")] is Keep.SUMMARY
    press = [row for row in shipped.sources.values() if row.publisher.role is Role.MEDIA and row.publisher.id != "rthk"]
    assert all(row.keep is not Keep.FULL for row in press)
    assert kept[SourceId("gia-en")] is kept[SourceId("rthk-zh-local")] is Keep.FULL


def test_the_archives_are_read_by_readers_of_their_own(shipped: Catalogue) -> None:
    readers = {row.id: row.adapter for row in shipped.sources.values() if row.kind is Kind.API}
    assert readers == {
        "sfc-news-api": "sfc-news",
        "sfc-circular-api": "sfc-circulars",
        "sfc-consultation-api": "sfc-consultations",
        "hkma-press-api-en": "hkma-press",
        "hkma-press-api-tc": "hkma-press",
    }
    registers = {row.id: row.adapter for row in shipped.sources.values() if row.kind is Kind.REGISTER}
    assert registers == {
        "sfc-vatp-lists": "sfc-vatp",
        "sfc-alert-list-vatp": "sfc-alert-list",
        "sfc-public-register-vatp": "sfc-public-register",
        "hkma-stablecoin-register": "hkma-stablecoin",
    }


def test_the_sources_of_each_group_are_on_as_meant(shipped: Catalogue) -> None:
    on = {row.id for row in shipped.sources.values() if row.enabled}
    assert len(shipped.sources) == 64
    assert len(on) == 41
    assert {"legco-bills-tc", "gia-zh", "wublock", "mingpao-econ", "hkma-legco-en"} < on
    off = {
        "newsgov-finance-tc",
        "sfc-circulars-tc",
        "blockbeats",
        "hket",
        "oncc",
        "protos",
        "ia-news-en",
        "legco-briefs-en",
    }
    assert not off & on


def test_a_source_may_ask_for_headers_and_they_must_be_sendable(tmp_path: Path, shipped: Catalogue) -> None:
    assert shipped.sources[SourceId("blockbeats")].headers == (("language", "cht"),)
    catalogue, errors = load(
        tmp_path,
        """
        [[source]]
        id = "mine"
        url = "https://www.example.test/feed"
        headers = { "X-Colour" = "blue" }
        terms = "Ask first."

        [[source]]
        id = "other"
        url = "https://www.example.test/other"
        headers = { "X Y" = "blue" }
        """,
    )
    row = catalogue.sources[SourceId("mine")]
    assert (row.headers, row.terms) == ((("X-Colour", "blue"),), "Ask first.")
    assert SourceId("other") not in catalogue.sources
    assert [error.key for error in errors] == ["wrong-value"]


# ---- the user's rows


def test_a_user_adds_a_source_with_three_lines(tmp_path: Path) -> None:
    catalogue, errors = load(tmp_path, '[[source]]\nid = "my-feed"\nurl = "https://www.example.test/feed"\n')
    assert errors == []
    row = catalogue.sources[SourceId("my-feed")]
    assert (row.name.en, row.kind, row.key, row.enabled, row.keep) == ("my-feed", Kind.RSS, "guid", True, Keep.SUMMARY)
    assert row.poll[0].every_min == 30
    assert (row.publisher.id, row.publisher.role) == ("my-feed", Role.MEDIA)
    assert row.origin == "mine.toml"


def test_a_user_row_changes_only_the_keys_it_names(tmp_path: Path, shipped: Catalogue) -> None:
    catalogue, errors = load(tmp_path, '[[source]]\nid = "sfc-press-en"\npoll = [{ every_min = 15 }]\n')
    assert errors == []
    before, after = shipped.sources[SourceId("sfc-press-en")], catalogue.sources[SourceId("sfc-press-en")]
    assert [band.every_min for band in after.poll] == [15]
    assert (after.url, after.name, after.quirks, after.publisher) == (
        before.url,
        before.name,
        before.quirks,
        before.publisher,
    )
    assert list(catalogue.sources) == list(shipped.sources)


def test_a_user_can_switch_a_venue_off_and_rename_a_publisher(tmp_path: Path) -> None:
    text = '[[venue]]\nid = "kraken"\nenabled = false\n[[publisher]]\nid = "sfc"\nshort = "Securities commission"\n'
    catalogue, errors = load(tmp_path, text)
    assert errors == []
    assert not catalogue.venues[VenueId("kraken")].enabled
    assert catalogue.venues[VenueId("kraken")].symbols["BTC"]
    assert catalogue.sources[SourceId("sfc-press-en")].publisher.short.en == "Securities commission"


def test_sources_may_stand_before_the_publisher_they_name(tmp_path: Path) -> None:
    text = (
        '[[source]]\nid = "my-feed"\nurl = "https://www.example.test/feed"\npublisher = "me"\n'
        '[[publisher]]\nid = "me"\nname = { en = "Me", zh-Hant = "我" }\nrole = "media"\n'
    )
    catalogue, errors = load(tmp_path, text)
    assert errors == []
    assert catalogue.sources[SourceId("my-feed")].publisher.name.zh_hans == "我"


def test_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    assert load_catalogue(SHIPPED, tmp_path / "nowhere")[1] == []


# ---- slips


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ('\n\n[[source]]\nid = "a"\nurl = "https://x.test\n', "toml-syntax", ("line 5", "'url'")),
        ('[[source]]\nid = "a"\nurl = https://x.test\n', "toml-syntax", ("line 3", "'url'")),
        ('[[source]]\nid = "a"\nid = "b"\n', "toml-syntax", ("line 3", "'id'")),
        ('[[source]]\nid = "a"\n\nurl = "https://x.test/"\nenabeld = true\n', "unknown-key", ("line 5", "'enabled'?")),
        (
            '[[source]]\nid = "a"\nurl = "https://x.test/"\nname = { english = "x" }\n',
            "unknown-key",
            ("line 4", "'english'"),
        ),
        (
            '[[source]]\nid="a"\nurl="https://x.test/"\npoll=[{ evry_min = 5 }]\n',
            "unknown-key",
            ("line 4", "'every_min'?"),
        ),
        ('\n[[sources]]\nid = "a"\n', "unknown-key", ("line 2", "'source'?")),
        ('[source]\nid = "a"\n', "wrong-value", ("line 1", "[[source]]")),
        ('[[source]]\nid = "a"\n', "missing-key", ("line 1", "'url'")),
        ('[[source]]\nurl = "https://x.test/"\n', "missing-key", ("line 1", "'id'")),
        ('[[source]]\nid = "My Feed"\nurl = "https://x.test/"\n', "wrong-value", ("line 2", "My Feed")),
        ('[[source]]\nid = "a"\nurl = "x.test"\n', "wrong-value", ("line 3", "no web address")),
        (
            '[[source]]\nid = "a"\nurl = "https://x.test/"\nenabled = "yes"\n',
            "wrong-value",
            ("line 4", "'enabled'", "bool"),
        ),
        ('[[source]]\nid = "a"\nurl = "https://x.test/"\nkind = "atom"\n', "wrong-value", ("line 4", "'kind'", "atom")),
        ('[[source]]\nid = "a"\nurl = "https://x.test/"\nkind = "api"\n', "wrong-value", ("'adapter'", "sfc-news")),
        ('[[source]]\nid = "a"\nurl = "https://x.test/"\nlang = "zh"\n', "wrong-value", ("line 4", "'lang'")),
        ('[[source]]\nid = "a"\nurl = "https://x.test/"\nkey = "links"\n', "wrong-value", ("line 4", "'link'?")),
        ('[[source]]\nid = "a"\nurl = "https://x.test/"\nquirks = ["date-olny"]\n', "wrong-value", ("'date-only'?",)),
        (
            '[[source]]\nid = "a"\nurl = "https://x.test/"\npublisher = "sfcc"\n',
            "unknown-publisher",
            ("line 4", "'sfc'?"),
        ),
        (
            '[[source]]\nid = "a"\nurl = "https://x.test/"\npoll = [{ every_min = 0.1 }]\n',
            "wrong-value",
            ("line 4", "0.1"),
        ),
        (
            '[[source]]\nid="a"\nurl="https://x.test/"\npoll=[{every_min=5, from="26:00", to="27:00"}]\n',
            "wrong-value",
            ("26:00",),
        ),
        (
            '[[source]]\nid="a"\nurl="https://x.test/"\npoll=[{every_min=5, from="10:00"}]\n',
            "wrong-value",
            ("belong together",),
        ),
        (
            '[[source]]\nid="a"\nurl="https://x.test/"\npoll=[{every_min=5, days="sundays"}]\n',
            "wrong-value",
            ("sundays",),
        ),
        ('[[venue]]\nid = "coinbase"\ninterval_s = 0.1\n', "wrong-value", ("line 3", "'interval_s'")),
        ('[[venue]]\nid = "coinbase"\nsymbols = { BTC = 7 }\n', "wrong-value", ("line 3", "symbols")),
        (
            '[[fx]]\nid = "mine"\nurl="https://x.test/"\nrate="r"\ninterval_min=60\nlow=8.0\nhigh=7.0\n',
            "wrong-value",
            ("line 6",),
        ),
    ],
)
def test_a_slip_names_file_line_and_key(tmp_path: Path, text: str, key: str, words: tuple[str, ...]) -> None:
    error = only_error(tmp_path, text)
    assert error.key == key
    for word in ("mine.toml", *words):
        assert word in str(error)


def test_one_wrong_row_does_not_take_its_neighbours_along(tmp_path: Path) -> None:
    text = (
        '[[source]]\nid = "one"\nurl = "https://one.test/"\n'
        '[[source]]\nid = "two"\nurl = "nonsense"\n'
        '[[source]]\nid = "three"\nurl = "https://three.test/"\nfoo = 1\n'
        '[[source]]\nid = "four"\nurl = "https://four.test/"\n'
    )
    catalogue, errors = load(tmp_path, text)
    assert {"one", "four"} <= set(catalogue.sources)
    assert {"two", "three"}.isdisjoint(catalogue.sources)
    assert ["line 6" in errors[0].detail, "line 10" in errors[1].detail] == [True, True]


def test_a_wrong_change_leaves_the_shipped_row_as_it_was(tmp_path: Path, shipped: Catalogue) -> None:
    catalogue, errors = load(tmp_path, '[[source]]\nid = "sfc-press-en"\nenabled = "no"\n')
    assert len(errors) == 1
    assert catalogue.sources == shipped.sources


@pytest.mark.parametrize(
    "url", ["https://www.sfc.hk/en/RSS-Feeds/Press-releases", "http://SFC.hk/en/RSS-Feeds/Press-releases/"]
)
def test_two_sources_with_one_address_are_refused_naming_both(tmp_path: Path, url: str) -> None:
    error = only_error(tmp_path, f'[[source]]\nid = "my-sfc"\nurl = "{url}"\n')
    assert error.key == "same-address"
    for word in ("'my-sfc'", "'sfc-press-en'", "mine.toml, line 3", "sfc.toml, line"):
        assert word in error.detail


def test_a_venue_under_a_second_name_is_refused_so_that_none_votes_twice(tmp_path: Path) -> None:
    text = (
        '[[venue]]\nid = "twin"\nname = "Twin"\nurl = "https://api.exchange.coinbase.com/products/{symbol}/ticker"\n'
        'symbols = { BTC = "BTC-USD" }\nprice = "price"\nquote = "USD"\ninterval_s = 10\n'
    )
    error = only_error(tmp_path, text)
    assert error.key == "same-address"
    assert "'coinbase'" in error.detail


def test_two_rows_with_one_id_are_refused(tmp_path: Path) -> None:
    row = '[[source]]\nid = "a"\nurl = "https://{}.test/"\n'
    error = only_error(tmp_path, row.format("one") + row.format("two"))
    assert error.key == "same-id"
    assert "line 5" in error.detail
    assert "line 2" in error.detail


def test_a_broken_file_of_the_users_stops_nothing_else(tmp_path: Path) -> None:
    load(tmp_path, "[[source]\n", "a-broken.toml")
    (tmp_path / "catalogue" / "b-latin.toml").write_bytes(b'[[source]]\nid = "caf\xe9"\n')
    catalogue, errors = load(tmp_path, '[[source]]\nid = "good"\nurl = "https://good.test/"\n', "c-good.toml")
    assert [error.key for error in errors] == ["toml-syntax", "unreadable"]
    assert "b-latin.toml, line 2" in errors[1].detail
    assert SourceId("good") in catalogue.sources


def test_a_broken_shipped_file_is_raised(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text('[[source]]\nid = "a"\n', encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_catalogue(tmp_path, None)
    assert caught.value.key == "missing-key"
    (tmp_path / "sources.toml").unlink()
    with pytest.raises(SettingsError):
        load_catalogue(tmp_path, None)


def test_a_mark_at_the_start_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    text = '\ufeff[[source]]\r\nid = "a"\r\nurl = "https://a.test/"\r\nenabeld = true\r\n'
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "mine.toml").write_bytes(text.encode())
    _, errors = load_catalogue(SHIPPED, folder)
    assert "line 4" in errors[0].detail

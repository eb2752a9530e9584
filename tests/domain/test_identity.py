# SPDX-License-Identifier: MIT
"""When two entries are the same item."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.catalogue import Keep, Kind, Names, PollBand, Publisher, Role, SourceRow, Status
from hkwatch.domain.identity import canonical_url, identity, second_keys
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.item import Entry

LINK = "https://apps.example.test/news/doc?refNo=26PR107"


def publisher(ident: str) -> Publisher:
    names = Names(ident, ident, ident)
    return Publisher(PublisherId(ident), names, names, Role.REGULATOR, in_hk=True)


def row(ident: str, of: str = "sfc", key: str = "guid") -> SourceRow:
    return SourceRow(
        id=SourceId(ident),
        name=Names(ident, ident, ident),
        kind=Kind.RSS,
        url=f"https://example.test/{ident}",
        lang="en",
        publisher=publisher(of),
        aliases=(),
        poll=(PollBand(5),),
        key=key,
        enabled=True,
        status=Status.SEEN,
        quirks=frozenset(),
        keep=Keep.FULL,
        attribution="",
    )


def test_a_reference_number_joins_a_publishers_feeds_and_languages() -> None:
    english = Entry("Licence granted", LINK, "en", guid="a", ref="26PR107")
    chinese = Entry("發出牌照", LINK + "&lang=TC", "zh-Hant", guid="b", ref="26pr107")
    assert identity(english, row("sfc-press-en")) == identity(chinese, row("sfc-api", key="ref"))


def test_the_same_reference_number_of_two_publishers_is_two_items() -> None:
    entry = Entry("A release", LINK, "en", ref="26PR107")
    assert identity(entry, row("a", of="sfc")) != identity(entry, row("b", of="hkma"))


def test_a_reference_number_wins_over_every_other_key() -> None:
    first = Entry("One title", LINK, "en", guid="a", ref="26PR107")
    for key in ("ref", "guid", "link", "link+title"):
        other = replace(first, title="Another", link="https://example.test/other", guid="z")
        assert identity(first, row("s", key=key)) == identity(other, row("s", key=key))


@pytest.mark.parametrize("key", ["guid", "link", "link+title", "ref"])
def test_without_a_reference_number_a_key_belongs_to_its_source(key: str) -> None:
    entry = Entry("A release", LINK, "en", guid="a")
    assert identity(entry, row("one", key=key)) != identity(entry, row("two", key=key))


def test_two_entries_that_share_one_link_are_two_items_where_the_guid_is_the_key() -> None:
    one = Entry("Paper on stablecoins", "https://example.test/legco", "en", guid="1")
    two = Entry("Paper on tokenised bonds", "https://example.test/legco", "en", guid="2")
    assert identity(one, row("legco")) != identity(two, row("legco"))
    assert second_keys([one, two]) == ["", ""]


def test_two_entries_that_share_one_link_are_two_items_where_the_title_counts() -> None:
    one = Entry("Paper on stablecoins", "https://example.test/legco", "en")
    two = Entry("Paper on tokenised bonds", "https://example.test/legco", "en")
    legco = row("legco", key="link+title")
    assert identity(one, legco) != identity(two, legco)


def test_a_twin_entry_is_the_same_item() -> None:
    entry = Entry("A release", LINK, "en", guid="a")
    twin = replace(entry, title="A release ", text="with its text")
    assert identity(entry, row("s")) == identity(twin, row("s"))


def test_a_link_is_the_key_where_the_catalogue_says_so_whatever_the_guid() -> None:
    entry = Entry("A release", LINK, "en", guid="a")
    source = row("s", key="link")
    assert identity(entry, source) == identity(replace(entry, guid="b", title="New title"), source)
    assert identity(entry, source) != identity(replace(entry, link=LINK + "0"), source)


def test_without_a_guid_the_address_is_the_key_and_without_both_title_and_day() -> None:
    source = row("s")
    linked = Entry("A release", LINK, "en")
    assert identity(linked, source) == identity(replace(linked, title="Another title"), source)
    day = datetime(2026, 11, 25, 4, tzinfo=UTC)
    bare = Entry("A release", "", "en", published_at=day)
    assert identity(bare, source) == identity(replace(bare, published_at=day.replace(hour=9)), source)
    assert identity(bare, source) != identity(replace(bare, published_at=day.replace(day=26)), source)
    assert identity(bare, source) != identity(replace(bare, title="Another title"), source)
    assert identity(replace(bare, published_at=None), source) != identity(bare, source)


def test_a_source_keyed_by_link_falls_back_where_an_entry_has_none() -> None:
    one = Entry("A release", "", "en", guid="1")
    for key in ("link", "link+title"):
        source = row("s", key=key)
        assert identity(one, source) != identity(replace(one, guid="2"), source)


def test_the_second_key_recognises_an_entry_whose_guid_changed() -> None:
    before = Entry("A release", LINK, "en", guid="old")
    other = Entry("Another", "https://example.test/other", "en", guid="x")
    after = replace(before, guid="new", link=LINK + "&utm_source=rss")
    assert identity(before, row("s")) != identity(after, row("s"))
    assert second_keys([before, other])[0] == second_keys([other, after])[1] != ""


def test_an_entry_without_a_link_has_no_second_key() -> None:
    assert second_keys([Entry("A release", "", "en"), Entry("Another", "", "en")]) == ["", ""]


def test_second_keys_share_nothing_but_what_only_one_entry_has() -> None:
    shared = "https://example.test/shared"
    entries = [Entry("1", shared, "en"), Entry("2", LINK, "en"), Entry("3", shared + "/", "en")]
    assert second_keys(entries) == ["", canonical_url(LINK), ""]


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("HTTPS://Example.TEST/a/", "https://example.test/a"),
        ("https://example.test:443/a", "https://example.test/a"),
        ("http://example.test:80/a", "http://example.test/a"),
        ("http://example.test:8080/a", "http://example.test:8080/a"),
        ("https://example.test/a?utm_source=rss&id=5&fbclid=x", "https://example.test/a?id=5"),
        ("https://example.test/a?UTM_Medium=rss", "https://example.test/a"),
        ("https://example.test/a#top", "https://example.test/a"),
        ("  https://example.test/a  ", "https://example.test/a"),
        ("https://example.test/?empty=&b=1", "https://example.test?empty=&b=1"),
        ("https://example.test/A?q=%E7%89%8C", "https://example.test/A?q=%E7%89%8C"),
        ("urn:uuid:1", "urn:uuid:1"),
        ("https://", "https://"),
        ("https://example.test:notaport/", "https://example.test:notaport/"),
        ("https://[broken/", "https://[broken/"),
        ("", ""),
    ],
)
def test_an_address_is_stripped_of_what_does_not_name_the_document(address: str, canonical: str) -> None:
    assert canonical_url(address) == canonical


def test_the_path_keeps_its_case_because_servers_tell_it_apart() -> None:
    assert canonical_url("https://example.test/A") != canonical_url("https://example.test/a")


@given(st.text())
def test_any_text_at_all_has_a_canonical_form(text: str) -> None:
    canonical_url(text)


ADDRESS = r"https?://[a-z]{1,8}\.test(:[0-9]{1,5})?(/[A-Za-z0-9%/]{0,9})?(\?[a-z_]{1,5}=[a-z0-9+&=]{0,9})?"


@given(st.from_regex(ADDRESS, fullmatch=True))
def test_the_canonical_form_is_its_own_canonical_form(address: str) -> None:
    once = canonical_url(address)
    assert canonical_url(once) == once


@pytest.mark.parametrize(
    "url",
    [
        "https://example.test",
        "https://example.test/",
        "http://example.test//a//",
        "https://example.test/a.b/c~d_e/-/1/",
        "https://..-/./../x",
    ],
)
def test_a_plain_address_comes_out_as_one_that_is_taken_apart(url: str) -> None:
    # Capitals in the host take the long way, and are the only difference.
    assert canonical_url(url) == canonical_url(url.replace("https:", "HTTPS:").replace("http:", "HTTP:"))

# SPDX-License-Identifier: MIT
"""Spellings of one address compare as one; different addresses do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.address import belongs_to, canonical, host_of, is_web_address

PLAIN = "https://example.test/a/feed?x=1"


@pytest.mark.parametrize(
    "other",
    [
        "http://example.test/a/feed?x=1",
        "https://www.example.test/a/feed?x=1",
        "HTTPS://EXAMPLE.TEST:443/a/feed/?x=1#top",
        " https://example.test./a/fe%65d?x=1 ",
    ],
)
def test_spellings_of_one_address_are_one(other: str) -> None:
    assert canonical(other) == canonical(PLAIN)


@pytest.mark.parametrize(
    "other",
    [
        "https://example.test/a/feed",
        "https://example.test/A/feed?x=1",
        "https://example.test:8443/a/feed?x=1",
        "https://news.example.test/a/feed?x=1",
        "https://example.test/a%2Ffeed%3Fx=1",
    ],
)
def test_other_addresses_are_others(other: str) -> None:
    assert canonical(other) != canonical(PLAIN)


def test_chinese_hosts_compare_with_their_wire_form() -> None:
    assert canonical("https://例子.測試/訂閱") == canonical("http://xn--fsqu00a.xn--g6w251d/%E8%A8%82%E9%96%B1/")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.test",
        "javascript:alert(1)",
        "file:///a",
        "https://",
        "http://a b.test/",
        "http://[::1",
        "http://x:0/",
    ],
)
def test_what_is_no_web_address_is_none(url: str) -> None:
    assert not is_web_address(url)


def test_host_belongs_to_its_nearest_parent_and_never_to_a_look_alike() -> None:
    sites = ["sfc.hk", "apps.sfc.hk", "hk"]
    assert belongs_to("x.apps.sfc.hk", sites) == "apps.sfc.hk"
    assert belongs_to("sfc.hk", sites) == "sfc.hk"
    assert belongs_to("notsfc.hk", ["sfc.hk"]) is None
    assert belongs_to("sfc.hk.example.test", ["sfc.hk"]) is None


@given(st.text(max_size=80))
def test_no_text_crashes_and_comparing_twice_is_comparing_once(text: str) -> None:
    for url in (text, f"https://{text}", f"https://example.test/{text}"):
        is_web_address(url)
        host_of(url)
        assert canonical(canonical(url)) == canonical(canonical(canonical(url)))

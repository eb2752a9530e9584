# SPDX-License-Identifier: MIT
"""Every fault does what its name says, where it was set, as often as it was asked to."""

import gzip
import http.client
import time
from datetime import timedelta
from decimal import Decimal
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest

from hkwatch.replica import Fault, Replica, faults

from .client import Moment, get, search

EN = "https://www.sfc.hk/en/RSS-Feeds/Press-releases"
TC = "https://www.sfc.hk/TC/RSS-Feeds/Press-releases"
HKMA = "https://www.hkma.gov.hk/eng/other-information/rss/rss_press-release.xml"
COINBASE = "https://api.exchange.coinbase.com/products/BTC-USD/ticker"
KRAKEN = "https://api.kraken.com/0/public/Ticker?pair=XBTUSD"


@pytest.mark.parametrize("code", [403, 404, 418, 429, 451, 500, 503])
def test_status_fault_answers_with_its_code(demo: Replica, code: int) -> None:
    demo.faults.set(EN, faults.status(code, retry_after=120))
    got = get(demo, EN)
    assert (got.status, got.headers["retry-after"]) == (code, "120")
    assert int(got.headers["content-length"]) == len(got.body)


def test_fault_holds_for_its_prefix_and_number_of_times_only(demo: Replica) -> None:
    demo.faults.set("https://www.sfc.hk/en", faults.status(503), times=2)
    assert [get(demo, EN).status for _ in range(3)] == [503, 503, 200]
    demo.faults.set("www.sfc.hk/en", faults.status(500))
    assert get(demo, TC).status == 200
    demo.faults.clear("www.sfc.hk/en")
    assert get(demo, EN).status == 200


def test_longest_prefix_wins_and_of_equal_ones_the_newest(demo: Replica) -> None:
    demo.faults.set("", faults.status(500))
    demo.faults.set("www.sfc.hk/en", faults.status(429))
    demo.faults.set("www.sfc.hk", faults.status(503))
    demo.faults.set("www.hkma.gov.hk", faults.status(404))
    demo.faults.set("www.hkma.gov.hk", faults.status(451))
    statuses = [get(demo, url).status for url in (EN, TC, HKMA, COINBASE)]
    assert statuses == [429, 503, 451, 500]
    demo.faults.clear()
    assert get(demo, EN).status == 200


def test_captive_portal_answers_a_feed_with_a_page(demo: Replica) -> None:
    demo.faults.set("", faults.captive_portal())
    got = get(demo, EN)
    assert got.status == 200
    assert got.headers["content-type"].startswith("text/html")
    assert got.body.startswith(b"<!DOCTYPE html>")


def test_drop_before_the_status_line(demo: Replica) -> None:
    demo.faults.set(EN, faults.drop())
    with pytest.raises(http.client.RemoteDisconnected):
        get(demo, EN)


def test_drop_in_the_middle_of_the_body(demo: Replica) -> None:
    demo.faults.set(EN, faults.drop(after_bytes=100))
    with pytest.raises(http.client.IncompleteRead) as caught:
        get(demo, EN)
    assert len(caught.value.partial) == 100


def test_slow_body_takes_its_time_and_arrives_whole(demo: Replica) -> None:
    whole = get(demo, EN).body
    demo.faults.set(EN, faults.slow(delay_s=0.05, bytes_per_s=len(whole) * 4))
    started = time.monotonic()
    assert get(demo, EN).body == whole
    assert time.monotonic() - started > 0.25


def test_slow_answer_does_not_hold_up_others(demo: Replica) -> None:
    demo.faults.set(EN, faults.slow(delay_s=30))
    waiting = http.client.HTTPConnection(demo.base_url.removeprefix("http://"), timeout=20)
    waiting.request("GET", "/www.sfc.hk/en/RSS-Feeds/Press-releases", headers={"User-Agent": "x"})
    assert get(demo, TC).status == 200
    waiting.close()


def test_gzip_bomb_is_small_on_the_wire(demo: Replica) -> None:
    demo.faults.set(EN, faults.gzip_bomb(mib=8))
    got = get(demo, EN)
    assert got.headers["content-encoding"] == "gzip"
    assert len(got.body) < 20_000
    assert len(gzip.decompress(got.body)) == 8 * 1024 * 1024


def test_oversize_body_is_larger_than_four_mib(demo: Replica) -> None:
    demo.faults.set(EN, faults.oversize())
    got = get(demo, EN)
    assert len(got.body) > 5 * 1024 * 1024
    assert int(got.headers["content-length"]) == len(got.body)


def test_truncated_feed_is_no_longer_xml(demo: Replica) -> None:
    demo.faults.set(EN, faults.truncated())
    got = get(demo, EN)
    assert int(got.headers["content-length"]) == len(got.body)
    with pytest.raises(ElementTree.ParseError):
        ElementTree.fromstring(got.body)


def test_wrong_charset_lies_in_the_header_or_in_the_body(demo: Replica) -> None:
    true = get(demo, TC)
    demo.faults.set(TC, faults.wrong_charset(declared="iso-8859-1"))
    declared = get(demo, TC)
    assert declared.headers["content-type"] == "text/xml; charset=iso-8859-1"
    assert declared.body == true.body
    demo.faults.set(TC, faults.wrong_charset(actual="big5"))
    actual = get(demo, TC)
    assert actual.headers["content-type"] == true.headers["content-type"]
    assert "證監會".encode("big5") in actual.body


@pytest.mark.parametrize("code", [301, 302, 308])
def test_redirect_points_into_the_replica(demo: Replica, code: int) -> None:
    demo.faults.set(EN, faults.redirect(TC, code))
    got = get(demo, EN)
    assert (got.status, got.headers["location"]) == (code, TC)


def test_redirect_loop_points_back_to_the_very_address(demo: Replica) -> None:
    demo.faults.set(KRAKEN.partition("?")[0], faults.redirect_loop())
    assert get(demo, KRAKEN).headers["location"] == KRAKEN


def test_empty_items_keep_the_right_total(demo: Replica) -> None:
    question = {"lang": "EN", "pageNo": 0, "pageSize": 10}
    total = search(demo, question).json["total"]
    demo.faults.set("apps.sfc.hk/edistributionWeb/api/news/search", faults.empty_items(), times=1)
    assert search(demo, question).json == {"items": [], "total": total}
    assert len(search(demo, question).json["items"]) == 10


@pytest.mark.parametrize(
    ("url", "mark"),
    [
        (KRAKEN, "EAPI:Rate limit exceeded"),
        ("https://api.hkma.gov.hk/public/press-releases?lang=en", '"success":false'),
        ("https://www.okx.com/api/v5/market/ticker?instId=BTC-USDT", '"code":"50011"'),
        ("https://open.er-api.com/v6/latest/USD", '"result":"error"'),
    ],
)
def test_error_inside_200_has_the_hosts_form(demo: Replica, url: str, mark: str) -> None:
    demo.faults.set("", faults.error_in_200())
    got = get(demo, url)
    assert got.status == 200
    assert mark in got.body.decode()


def test_stuck_venue_repeats_an_old_price_and_time(demo: Replica, moment: Moment) -> None:
    frozen = get(demo, COINBASE).json
    demo.faults.set("api.exchange.coinbase.com", faults.stuck_price(moment.at))
    moment.at += timedelta(minutes=20)
    stuck = get(demo, COINBASE).json
    assert (stuck["price"], stuck["time"]) == (frozen["price"], frozen["time"])
    demo.faults.clear()
    assert get(demo, COINBASE).json["time"] != frozen["time"]


def test_half_price_keeps_bid_below_ask_and_two_decimals(demo: Replica) -> None:
    true = Decimal(get(demo, COINBASE).json["price"])
    demo.faults.set(COINBASE, faults.scaled_price())
    half = get(demo, COINBASE).json
    assert abs(Decimal(half["price"]) * 2 - true) <= Decimal("0.02")
    assert Decimal(half["bid"]) < Decimal(half["ask"])
    assert len(half["price"].partition(".")[2]) == 2


def test_date_header_can_be_off(demo: Replica, moment: Moment) -> None:
    assert parsedate_to_datetime(get(demo, EN).headers["date"]) == moment.at
    demo.faults.set(EN, faults.date_skew(timedelta(minutes=-7)))
    assert parsedate_to_datetime(get(demo, EN).headers["date"]) == moment.at - timedelta(minutes=7)


def test_a_fault_may_be_written_by_hand(demo: Replica) -> None:
    def blank(_request: object, answer: object) -> object:
        answer.body = b""  # type: ignore[attr-defined]
        return answer

    demo.faults.set(EN, Fault("blank", after=blank))  # type: ignore[arg-type]
    assert get(demo, EN).body == b""

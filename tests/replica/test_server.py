# SPDX-License-Identifier: MIT
"""The server: addresses, keep-alive, the log, recorded bytes, and that nothing of it stays behind."""

import http.client
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest

from hkwatch.replica import HkmaItem, Replica, World

from .client import AGENT, Moment, get

EN = "https://www.sfc.hk/en/RSS-Feeds/Press-releases"


def test_address_holds_host_path_and_query(replica: Replica) -> None:
    address = replica.address_of("https://api.kraken.com/0/public/Ticker?pair=XBTUSD")
    assert address == f"{replica.base_url}/api.kraken.com/0/public/Ticker?pair=XBTUSD"
    assert replica.address_of(address) == address
    assert replica.original_of(address) == "https://api.kraken.com/0/public/Ticker?pair=XBTUSD"
    assert replica.address_of("https://example.test") == f"{replica.base_url}/example.test/"
    assert replica.original_of("https://example.test/") == "https://example.test/"


def test_server_starts_at_once(world: World, moment: Moment) -> None:
    elapsed = []
    for _ in range(5):
        started = time.monotonic()
        with Replica(world, moment):
            elapsed.append(time.monotonic() - started)
    assert min(elapsed) < 1


def test_stopped_server_leaves_no_thread_and_no_port(world: World, moment: Moment) -> None:
    before = set(threading.enumerate())
    replica = Replica(world, moment).start()
    port = int(replica.base_url.rpartition(":")[2])
    idle = socket.create_connection(("127.0.0.1", port))
    get(replica, EN)
    replica.stop()
    assert set(threading.enumerate()) == before
    assert idle.recv(1) == b""
    idle.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
    replica.stop()


def test_stopped_replica_starts_again_and_a_running_one_does_not(world: World, moment: Moment) -> None:
    replica = Replica(world, moment)
    with pytest.raises(RuntimeError):
        replica.address_of(EN)
    with replica:
        assert get(replica, EN).status == 200
        with pytest.raises(RuntimeError):
            replica.start()
    with replica:
        assert get(replica, EN).status == 200


def test_one_connection_carries_many_requests(replica: Replica) -> None:
    connection = http.client.HTTPConnection(replica.base_url.removeprefix("http://"))
    sockets = set()
    for _ in range(20):
        connection.request("GET", "/www.sfc.hk/en/RSS-Feeds/Press-releases", headers=AGENT)
        response = connection.getresponse()
        body = response.read()
        assert int(response.headers["Content-Length"]) == len(body)
        sockets.add(id(connection.sock))
    assert len(sockets) == 1
    assert connection.sock is not None
    connection.close()


def test_head_has_the_length_and_no_body(replica: Replica) -> None:
    full, head = get(replica, EN), get(replica, EN, "HEAD")
    assert head.body == b""
    assert head.headers["content-length"] == str(len(full.body))


def test_wrong_method_and_unknown_place(replica: Replica) -> None:
    assert get(replica, EN, "POST", body=b"x").status == 405
    assert get(replica, "https://apps.sfc.hk/edistributionWeb/api/news/search").status == 405
    assert get(replica, "https://www.hkma.gov.hk/nothing").status == 404
    assert get(replica, "https://nowhere.example.test/").status == 404


def test_log_names_every_request(replica: Replica, moment: Moment) -> None:
    get(replica, "https://api.kraken.com/0/public/Ticker?pair=XBTUSD")
    moment.at += timedelta(seconds=30)
    get(replica, EN, headers={})
    first, second = replica.requests
    assert (first.method, first.host, first.path, first.query, first.status) == (
        "GET",
        "api.kraken.com",
        "/0/public/Ticker",
        "pair=XBTUSD",
        200,
    )
    assert first.user_agent == AGENT["User-Agent"]
    assert (second.at - first.at, second.status, second.user_agent) == (timedelta(seconds=30), 403, "")
    assert replica.requests_to("https://www.sfc.hk") == (second,)
    replica.forget_requests()
    assert replica.requests == ()


def test_recorded_feed_is_served_verbatim(replica: Replica) -> None:
    body = "<rss><channel><item><title>證監會</title></item></channel></rss>".encode()
    replica.load_feed_bytes(EN, body)
    got = get(replica, f"{EN}?x=1")
    assert got.body == body
    assert got.headers["content-type"].startswith("text/xml")
    replica.load_feed_bytes(f"{EN}?x=2", b"{}")
    assert get(replica, f"{EN}?x=2").headers["content-type"] == "application/json"
    assert get(replica, f"{EN}?x=3").body == body
    address = replica.load_raw("blob", b"\x00\xff", "application/octet-stream")
    assert get(replica, address).body == b"\x00\xff"
    assert get(replica, "https://feeds.example.test/raw/blob").body == b"\x00\xff"


def test_publishing_from_another_thread_is_seen(replica: Replica, world: World, moment: Moment) -> None:
    feed = "https://www.hkma.gov.hk/eng/other-information/rss/rss_press-release.xml"

    def publish(number: int) -> None:
        world.publish(HkmaItem(f"20250219-{number}", {"en": f"Release {number}"}, moment.at))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(publish, range(50)))
        answers = list(pool.map(lambda _: len(get(replica, feed).items), range(8)))
    assert answers == [50] * 8


def test_rubbish_ends_its_own_connection_only(replica: Replica) -> None:
    port = int(replica.base_url.rpartition(":")[2])
    # The server hangs up in the middle, so any of these calls may find the connection gone.
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection, suppress(ConnectionError):
        connection.sendall(b"x" * 200_000)
        assert connection.recv(1) == b""
    assert get(replica, EN, "POST", {**AGENT, "Content-Length": "99999999"}).status == 413
    assert get(replica, EN).status == 200

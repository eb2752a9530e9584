# SPDX-License-Identifier: MIT
"""`hkwatch check` while many sources fail, each in its own way: every row says what happened, and no row suffers for another."""

import contextlib
import re
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from e2e.command import hkwatch
from hkwatch.replica import HkmaItem, OfficialItem, Replica, Text, World, faults
from hkwatch.replica.prices import level_path

TLS = Path(__file__).parent.parent / "data" / "tls"
CHALLENGE = b"<!DOCTYPE html><html><head><title>Access denied</title></head><body><h1>Access denied</h1></body></html>"
FAULTS = {
    "www.info.gov.hk/": faults.status(503, retry_after=120),
    "www.hkma.gov.hk/eng/other-information/rss/rss_press-release.xml": faults.status(403, body=CHALLENGE),
    "www.hkex.com.hk/": faults.captive_portal(),
    "www.sfc.hk/en/RSS-Feeds/Press-releases": faults.truncated(0.6),
    "www.coindesk.com/": faults.status(200, body=b""),
    "cointelegraph.com/rss": faults.status(200, body=b'{"message": "ok"}'),
    "www.theblock.co/": faults.slow(bytes_per_s=30),
    "decrypt.co/": faults.drop(),
    "www.dlnews.com/": faults.redirect_loop(),
    "www.news.gov.hk/": faults.redirect("https://www.legco.gov.hk/tc/rss/cbills.xml"),
    "apps.sfc.hk/edistributionWeb/api/news/search": faults.empty_items(),
}


class Quiet(BaseHTTPRequestHandler):
    """Never gets as far as a question: the certificate is refused before."""

    def log_message(self, *_: object) -> None:
        return


@contextlib.contextmanager
def broken_tls() -> Iterator[int]:
    """A server on this computer whose certificate ends in a chain that nobody can follow."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / "chain-left-out.pem")
    server = HTTPServer(("127.0.0.1", 0), Quiet)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def world() -> World:
    now = datetime.now(UTC)
    texts = {
        "en": Text("SFC publishes a bulletin", "<p>A bulletin.</p>"),
        "tc": Text("證監會發表通訊", "<p>通訊。</p>"),
    }
    return World(
        [
            *(OfficialItem(f"26PR{number}", texts, now - timedelta(hours=30 + number)) for number in range(1, 4)),
            HkmaItem("20261101-3", {"en": "Exchange Fund position"}, now - timedelta(hours=40)),
        ],
        prices=level_path("BTC", Decimal(95_500)),
        usd_hkd=Decimal("7.7786"),
    )


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Source → its cells, from one run with all faults on at once."""
    folder = tmp_path_factory.mktemp("check")
    with Replica(world(), lambda: datetime.now(UTC)) as replica, broken_tls() as port:
        for prefix, fault in FAULTS.items():
            replica.faults.set(prefix, fault)
        own = folder / "catalogue"
        own.mkdir()
        (own / "own.toml").write_text(
            f"""[[source]]
id = "own-tls"
name = {{ en = "A broken chain" }}
kind = "rss"
url = "https://localhost:{port}/feed.xml"
lang = "en"
publisher = "rthk"
aliases = []
poll = [{{ every_min = 60 }}]
key = "guid"
enabled = true
status = "stated"
quirks = []
keep = "summary"
attribution = "nobody"
""",
            "utf-8",
        )
        done = hkwatch("check", "--data", folder, "--replica", replica.base_url, timeout_s=55)
    assert done.returncode == 1, done.stderr
    table = done.stdout.split("\n\n")[0].splitlines()
    assert re.split(r"  +", table[0]) == ["source", "state", "HTTP", "entries", "new", "seconds", "cause and next step"]
    return {cells[0]: cells for cells in (re.split(r"  +", line.rstrip()) for line in table[1:])}


@pytest.mark.parametrize(
    ("source", "state", "http", "cause"),
    [
        (
            "gia-en|gia-zh",
            "failing",
            "503",
            r"http-503: www\.info\.gov\.hk .+ asks to wait 2 min\. .+ due again at .+ HKT\.",
        ),
        ("hkma-press-en", "blocked", "403", r"http-403: www\.hkma\.gov\.hk .+\. .+\."),
        (
            "hkex-news-en",
            "format-changed",
            "200",
            r"html-instead-of-feed: www\.hkex\.com\.hk sent a web page .+ browser",
        ),
        (
            "coindesk",
            "failing",
            "200",
            r"empty-body: www\.coindesk\.com sent an empty answer\. Nothing to do; it is due",
        ),
        ("cointelegraph", "format-changed", "200", r"not-a-feed: .+Check the address of this source\."),
        ("theblock", "failing", "–", r"timeout: www\.theblock\.co did not answer completely within \d+ s\. .+ HKT\."),
        ("decrypt", "failing", "–", r"connection-lost: decrypt\.co broke off .+ HKT\."),
        ("dlnews", "failing", "30\\d|–", r"redirect-loop: .+\. .+\."),
        ("sfc-news-api", "failing|format-changed", "200", r"[a-z-]+: .+\. .+\."),
        ("own-tls", "failing", "–", r"tls-unknown-issuer: The certificate of localhost .+never skips this check\."),
    ],
)
def test_a_row_says_how_the_source_is_why_and_what_to_do(
    rows: dict[str, list[str]], source: str, state: str, http: str, cause: str
) -> None:
    # Of two sources on one host the second is not even asked once the first was told to wait.
    cells = next(rows[name] for name in source.split("|") if rows[name][2] == "503" or "|" not in source)
    assert re.fullmatch(state, cells[1])
    assert re.fullmatch(http, cells[2])
    assert cells[3:5] == ["0", "0"]
    assert re.fullmatch(r"\d+\.\d\d", cells[5])
    assert re.match(cause, cells[6])


def test_a_source_that_moved_for_good_is_read_and_its_new_address_named(rows: dict[str, list[str]]) -> None:
    cells = rows["newsgov-finance-en"]
    assert cells[1:3] == ["moved", "200"]
    assert cells[6].startswith("It says for good: https://www.legco.gov.hk/tc/rss/cbills.xml. Use that address")


def test_a_document_that_breaks_off_is_read_as_far_as_it_goes_and_the_row_says_so(rows: dict[str, list[str]]) -> None:
    cells = rows["sfc-press-en"]
    assert cells[1:3] == ["ok", "200"]
    assert cells[3] == "1"
    assert "breaks off" in cells[6]


def test_no_other_source_fails_or_waits_for_those_that_do(rows: dict[str, list[str]]) -> None:
    broken = {
        *("gia-en", "hkma-press-en", "hkex-news-en", "sfc-press-en", "coindesk", "cointelegraph"),
        *("cointelegraph-regulation", "theblock", "decrypt", "dlnews", "sfc-news-api", "own-tls", "newsgov-finance-en"),
        "gia-zh",
    }
    others = {name: cells for name, cells in rows.items() if name not in broken}
    assert len(others) >= 20
    # RTHK really answers with 301 from another of its own hosts.
    usual = {name: ["moved" if name.startswith("rthk-") else "ok", "200"] for name in others}
    assert {name: cells[1:3] for name, cells in others.items()} == usual
    # The SFC's release is still there, from the feed that works; the slow host holds up nobody.
    assert rows["sfc-press-tc"][3] == "3"
    assert max(float(cells[5]) for cells in others.values()) < 15

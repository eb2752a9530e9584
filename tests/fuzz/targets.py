# SPDX-License-Identifier: MIT
"""The readers of what strangers and users write, each with valid documents and the errors it may end with.

Anything else that is raised is a finding, and so is a document that takes longer than `SLOW_S` of processor time.
"""

import contextlib
import functools
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import msgspec

from hkwatch.app.alert_file import read_alert, read_candles
from hkwatch.domain import commands as cmd
from hkwatch.domain import events as ev
from hkwatch.domain.alerts import AlertKind, AlertSpec
from hkwatch.domain.catalogue import Kind
from hkwatch.domain.errors import FormatError, SettingsError
from hkwatch.domain.ids import AlertId, CommandId, ItemId, SourceId
from hkwatch.domain.query import parse_query
from hkwatch.domain.query_fields import DIRECTIVES, FIELDS
from hkwatch.domain.query_tree import QueryError
from hkwatch.domain.rule_query import readable
from hkwatch.link.hello import PROTOCOL, Hello
from hkwatch.link.messages import decode_from_desktop, decode_from_engine, encode_command, encode_event, encode_hello
from hkwatch.replica import Replica
from hkwatch.replica.scenario import load
from hkwatch.replica.world import OfficialItem
from hkwatch.services.settings import Settings, load_settings, to_toml
from hkwatch.sources.archives import archive_of
from hkwatch.sources.candles import candle_pages, candles_address, parse_candles
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.entities import load_entities
from hkwatch.sources.feeds import parse_feed
from hkwatch.sources.fx import parse_rate
from hkwatch.sources.opml import Outline, read_opml, write_opml
from hkwatch.sources.own_sources import save_own_address
from hkwatch.sources.price_csv import read_bars
from hkwatch.sources.registers import FILE_NAMES, read_bytes
from hkwatch.sources.rules import load_rule_packs
from hkwatch.sources.sfc import content_request, parse_content
from hkwatch.sources.streams import hear, stream_of, wanted_names
from hkwatch.sources.user_rules import parse_own_rules
from hkwatch.sources.venues import address, parse_ticker
from replica.client import AGENT, get
from sources.feed_rows import row as feed_row
from sources.test_streams import TICKERS

NOW = datetime(2025, 2, 19, 6, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "resources" / "catalogue"
SLOW_S = 5.0
Read = Callable[[bytes], object]


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of document: its form, valid ones with the reader of each, and what the readers may raise."""

    name: str
    form: str
    documents: tuple[tuple[bytes, Read], ...]
    may_raise: tuple[type[Exception], ...]


def _feed(body: bytes) -> None:
    result = parse_feed(body, "https://www.example.test/feed", feed_row("sfc-ref", "date-only", "hkma-ref"), NOW)
    for entry in result.entries:
        assert not any(ord(char) < 32 or 0xD800 <= ord(char) < 0xE000 for char in entry.title), ascii(entry.title)
        assert entry.link == "" or entry.link.startswith(("http://", "https://")), ascii(entry.link)


def _feeds() -> Target:
    found = sorted(path for path in (ROOT / "tests" / "data" / "feeds").iterdir() if path.is_file())
    return Target(
        "feed",
        "xml",
        tuple((path.read_bytes(), _feed) for path in found if path.suffix == ".xml"),
        (FormatError,),
    )


def _json_feeds() -> Target:
    found = sorted((ROOT / "tests" / "data" / "feeds").glob("*.json"))
    return Target("json feed", "json", tuple((path.read_bytes(), _feed) for path in found), (FormatError,))


def _answers() -> tuple[Target, Target]:
    """Registers and JSON APIs, as the replica answers them."""
    catalogue = load_catalogue(SHIPPED, None)[0]
    pages: list[tuple[bytes, Read]] = []
    answers: list[tuple[bytes, Read]] = []
    scenario = load(ROOT / "resources" / "demo")
    release = next(item.ref for item in scenario.items if isinstance(item, OfficialItem) and item.issued_at < NOW)
    with Replica(scenario.world(), lambda: NOW) as replica:
        for row in catalogue.sources.values():
            if row.kind is Kind.REGISTER and row.adapter in FILE_NAMES:
                pages.append((get(replica, row.url).body, functools.partial(read_bytes, row.adapter)))
            if row.kind is Kind.API:
                archive = archive_of(row)
                request = archive.request(row, 0, archive.page_size(20), archive.years(NOW, NOW)[0])
                headers = {**AGENT, "Content-Type": "application/json"}
                sent = None if request.json_body is None else json.dumps(request.json_body).encode()
                body = get(replica, request.url, request.method, headers, sent).body
                answers.append((body, lambda body, archive=archive, row=row: archive.parse(body, row)))
        request = content_request(release, "en")
        answers.append((get(replica, request.url).body, parse_content))
        for venue in catalogue.venues.values():
            asset = next(iter(venue.symbols))
            answer = get(replica, address(venue, asset))
            if answer.status != 200:
                continue
            answers.append((answer.body, lambda body, venue=venue, asset=asset: parse_ticker(venue, asset, body, NOW)))
            if stream_of(venue.id) is not None and venue.id in TICKERS:
                names = wanted_names(venue, ("BTC", "ETH"))
                said = json.dumps(TICKERS[venue.id]).encode()
                answers.append(
                    (
                        said,
                        lambda body, venue=venue, names=names: hear(venue, names, body.decode("utf-8", "replace"), NOW),
                    )
                )
        for fx in catalogue.fx:
            answers.append((get(replica, fx.url).body, lambda body, fx=fx: parse_rate(fx, body, NOW)))
        for name, symbol in (("coinbase", "BTC-USD"), ("kraken", "XBTUSD"), ("bitstamp", "btcusd")):
            venue_id = catalogue.venues[name].id  # type: ignore[index]
            start, end = candle_pages(venue_id, 60, NOW.replace(hour=4), NOW)[0]
            body = get(replica, candles_address(venue_id, symbol, 60, start, end)).body
            answers.append((body, lambda body, venue_id=venue_id: parse_candles(venue_id, body)))
    public = json.dumps(
        [{"totalCount": 1, "items": [{"ceref": "ZZZ001", "name": "Example Digital Ltd", "nameChi": None}]}] * 2
    ).encode()
    answers.append((public, functools.partial(read_bytes, "sfc-public-register")))
    return (
        Target("register", "xml", tuple(pages), (FormatError,)),
        Target("json api", "json", tuple(answers), (FormatError,)),
    )


def _opml() -> Target:
    outlines = [
        Outline(f"https://www.example.test/feed/{n}", f"News & <{n}>", ("Folder", f"Inner {n % 2}"), "", "zh-Hant")
        for n in range(4)
    ]
    plain = b'<opml version="1.0"><body><outline text="a"><outline text="b" xmlUrl="https://b.test/"/></outline></body></opml>'
    return Target(
        "opml", "xml", ((write_opml("Example", outlines).encode(), read_opml), (plain, read_opml)), (FormatError,)
    )


def _csv() -> Target:
    ours = b"time,open,high,low,close\n2025-02-19T04:00Z,95000,95100.5,94900,95050\n2025-02-19T05:00Z,95050,95200,95000,95100\n"
    dump = b"https://www.example.test\nunix,date,symbol,open,high,low,close,Volume BTC\n"
    dump += b"1739937600,2025-02-19 04:00:00,BTC/USD,95000,95100,94900,95050,1.5\n"
    dump += b"1739937660,2025-02-19 04:01:00,BTC/USD,95050,95200,95000,95100,2.5\n"
    bare = b"1739937600,95000,95100,94900,95050\n1739937660,95050,95200,95000,95100\n"

    def bars(body: bytes) -> None:
        for bar in read_bars("prices.csv", body.decode("utf-8", "replace").splitlines(keepends=True)):
            assert Decimal(0) < bar.low <= bar.open <= bar.high

    return Target("csv", "csv", ((ours, bars), (dump, bars), (bare, _file(read_candles))), (FormatError, SettingsError))


def _file(read: Callable[[Path], object], name: str = "document", *, gives_folder: bool = False) -> Read:
    """A reader of files as one of bytes; with `gives_folder` it gets the file's folder."""

    def run(body: bytes) -> object:
        with tempfile.TemporaryDirectory(prefix="hkwatch-fuzz-", dir=_QUICK) as folder:
            file = Path(folder) / name
            file.write_bytes(body)
            return read(file.parent if gives_folder else file)

    return run


_LITTLE = tempfile.TemporaryDirectory(prefix="hkwatch-fuzz-")
"""A catalogue of one row takes the shipped one's place: it is read again each time."""
_QUICK = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Thousands of small files are written; where there is a folder in memory they need no disk."""


def _toml() -> tuple[Target, ...]:
    crossing = b'kind = "cross_above"\nasset = "BTC"\nlevel = 95000\nband = 0.25\ncooldown = "15m"\nrepeat = "every"\n'
    crossing += b'hours = "08:00-23:00"\nnote = "a note"\nexpires = 2030-01-01T00:00:00Z\nnotify = "high"\n'
    crossing += b'[item]\nlevel = "high"\nquery = "licence"\nwithin = "1h"\n'
    move = b'kind = "move"\npercent = 2.5\nwindow = "1h"\ndirection = "down"\n'
    source = b'[[publisher]]\nid = "example"\nname = "Example"\nshort = "Ex"\nrole = "media"\n'
    source += b'[[source]]\nid = "example-news"\nname = "News"\nurl = "https://www.example.test/feed"\nlang = "en"\n'
    source += b'publisher = "example"\nkey = "guid"\nkeep = "full"\npoll = [{ every_min = 15 }]\n'
    source += b'[[choice]]\nid = "example-news"\non = true\ninterval_min = 30.0\nproxy = "http://127.0.0.1:8080"\n'
    rules = b'[[rule]]\nid = "mine"\nname = "Mine"\nif = "licence -type:speech"\nfrom = ["sfc"]\nlevel = "high"\n'
    rules += b'labels = ["a"]\nnotify = "always"\n[shipped]\noff = ["x"]\n[words.licence]\nadd = ["z"]\n'
    entity = b'[[entity]]\nid = "example"\nnames = ["Example Digital Ltd"]\nce = "ZZZ001"\nbrands = ["Example"]\n'
    packs = sorted((ROOT / "resources" / "rules").glob("*.toml"), key=lambda path: path.stat().st_size)
    little = Path(_LITTLE.name)
    (little / "little.toml").write_bytes(source.replace(b"example", b"shipped").partition(b"[[choice]]")[0])
    own_catalogue = _file(lambda folder: load_catalogue(little, folder), "own.toml", gives_folder=True)
    rewrite = _file(
        lambda folder: save_own_address(folder, SourceId("example-news"), "https://b.test/"),
        "own.toml",
        gives_folder=True,
    )

    def own_rules(body: bytes) -> object:
        return parse_own_rules(body.decode("utf-8", "replace"), Path("own.toml"))

    pack = _file(lambda folder: load_rule_packs([folder]), "pack.toml", gives_folder=True)
    firms = _file(lambda folder: load_entities([folder]), "firms.toml", gives_folder=True)
    settings = to_toml(Settings()).encode()
    return (
        Target("settings", "toml", ((settings, _file(load_settings)),), (SettingsError,)),
        Target("catalogue", "toml", ((source, own_catalogue), (source, rewrite)), (SettingsError,)),
        Target(
            "rules",
            "toml",
            ((rules, own_rules), (packs[0].read_bytes(), pack), (entity, firms)),
            (SettingsError,),
        ),
        Target("alert", "toml", ((crossing, _file(read_alert)), (move, _file(read_alert))), (SettingsError,)),
    )


def _query() -> Target:
    examples = [example for spec in FIELDS.values() for example in spec.examples]
    examples += [example for _, found in DIRECTIVES.values() for example in found]
    texts = (
        'licence "virtual asset" -type:speech (src:sfc-press-en OR src:hkma) pub:2025-02 is:unread level:high..',
        "/stable\\s?coin/i 牌照 「虛擬資產」 due:<14wd price:>90000 NOT (a|b) sort:-pub in:archive",
        *(f"(licence OR {example}) -speech" for example in examples if not example.startswith(("in:", "sort:"))),
        *examples,
    )

    def either(body: bytes) -> None:
        text = body.decode("utf-8", "replace")
        parse_query(text)
        with contextlib.suppress(QueryError):
            # Not all that can be searched for can be asked by a rule.
            readable(text)

    return Target("query", "query", tuple((text.encode(), either) for text in texts), (QueryError,))


def _link() -> Target:
    spec = AlertSpec(AlertId(0), "BTC", AlertKind.CROSS_ABOVE, Decimal(95_000))
    said = CommandId("c1")
    desktop = (
        encode_hello(Hello(PROTOCOL, "1.0", 1)),
        encode_command(cmd.SaveAlert(said, spec)),
        encode_command(cmd.CheckNow(said)),
        encode_command(cmd.Stop(said)),
        encode_command(cmd.ReadBody(said, SourceId("example-news"))),
    )
    engine = (
        encode_event(ev.EngineFailed("disk", "It is full.", "Free some space.", 1)),
        encode_event(ev.ItemsAdded((ItemId(1), ItemId(2)), back=False)),
        encode_event(ev.CommandDone(said, "")),
    )
    # What the two ends catch.
    return Target(
        "link",
        "json",
        tuple((line, decode_from_desktop) for line in desktop) + tuple((line, decode_from_engine) for line in engine),
        (msgspec.MsgspecError,),
    )


@functools.cache
def targets() -> tuple[Target, ...]:
    """All of them."""
    return (_feeds(), _json_feeds(), *_answers(), _opml(), _csv(), *_toml(), _query(), _link())

# SPDX-License-Identifier: MIT
"""Publishers that never rest and servers that fail in turns: what the soak test runs the whole catalogue against."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hkwatch.replica import Circular, Consultation, FeedItem, HkmaItem, Item, OfficialItem, RthkItem, Text, World
from hkwatch.replica.faults import (
    Fault,
    captive_portal,
    drop,
    empty_items,
    error_in_200,
    oversize,
    redirect_loop,
    slow,
    status,
    truncated,
)

MEAN_MIN = {
    "sfc": 14,
    "circular": 55,
    "consultation": 80,
    "hkma": 20,
    "rthk-en-finance": 12,
    "rthk-en-local": 12,
    "rthk-tc-finance": 12,
    "rthk-tc-local": 12,
    "hkma-circulars": 90,
    "hkma-consultations": 240,
    "hkma-guidelines": 300,
    "hkma-legco": 300,
    "gia-en": 6,
    "gia-zh": 6,
    "newsgov-en": 20,
    "legco-bills": 240,
    "coindesk": 14,
    "cointelegraph": 12,
    "theblock": 18,
    "decrypt": 15,
    "dlnews": 20,
    "scmp-hk": 8,
    "scmp-business": 10,
    "scmp-tech": 20,
    "hkfp": 25,
    "thestandard": 12,
    "mingpao": 12,
    "panews": 6,
    "wublock": 14,
}
"""Minutes between two items of a list, on the average: busier than the true ones, yet no more than the lists are deep."""
FAULTS: tuple[tuple[str, Callable[[], Fault]], ...] = (
    ("503", lambda: status(503)),
    ("503 and Retry-After", lambda: status(503, retry_after=180)),
    ("429", lambda: status(429, retry_after=60)),
    ("500", lambda: status(500)),
    ("403", lambda: status(403)),
    ("no answer", drop),
    ("cut short", lambda: drop(300)),
    ("half a document", truncated),
    ("log-in page", captive_portal),
    ("slow", lambda: slow(0.05, 400_000.0)),
    ("in circles", redirect_loop),
    ("5 MiB of blanks", oversize),
)
OF_ONE_HOST: dict[str, tuple[tuple[str, Callable[[], Fault]], ...]] = {
    "apps.sfc.hk": (("right total, no items", empty_items),),
    "api.hkma.gov.hk": (("error in 200", error_in_200),),
}


@dataclass
class Press:
    """Makes items with one seven-digit number each, in all their languages, so that each can be found again."""

    chance: random.Random
    number: int = 0
    issued: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    """By number: the list it is in, and when it came out."""

    def make(self, kind: str, at: datetime) -> list[Item]:
        """The next item of a list; the same piece may stand in two lists of one outlet."""
        self.number += 1
        n = self.number
        token = f"{n:07}"
        self.issued[token] = (kind, at)
        en, tc, sc = f"Bulletin {token} of the day", f"第{token}號公報", f"第{token}号公报"
        match kind:
            case "sfc":
                html = f"<p>The Commission says what bulletin {token} says.</p>"
                return [OfficialItem(f"25PR{n}", {"en": Text(en, html), "tc": Text(tc, f"<p>{tc}全文。</p>")}, at)]
            case "circular":
                return [Circular(f"25EC{n}", {"en": en, "tc": tc}, at)]
            case "consultation":
                return [Consultation(f"25CP{n}", {"en": en, "tc": tc}, at, (at + timedelta(days=60)).date())]
            case "hkma":
                day = (at + timedelta(hours=8)).strftime("%Y%m%d")
                return [HkmaItem(f"{day}-{n}", {"en": en, "tc": tc, "sc": sc}, at)]
        if kind.startswith("rthk"):
            _, lang, desk = kind.split("-")
            title = en if lang == "en" else tc
            return [RthkItem(n, title, f"{title}.", at, lang, desk)]
        link = f"https://www.hkma.gov.hk/media/eng/doc/{token}.pdf" if kind.startswith("hkma-") else ""
        title = tc if kind in ("gia-zh", "legco-bills", "mingpao", "panews", "wublock") else en
        piece = FeedItem(kind, n, f"bulletin-{token}-of-the-day", title, f"{title}.", at, link)
        if kind == "cointelegraph" and self.chance.random() < 0.3:
            twin = FeedItem("cointelegraph-regulation", n, piece.slug, title, piece.text, at)
            return [piece, twin]
        return [piece]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One host fails in one way for a while."""

    prefix: str
    name: str
    fault: Fault
    start: datetime
    end: datetime


def publish(world: World, press: Press, start: datetime, end: datetime) -> None:
    """Everything that comes out in a span; the world shows each at its time."""
    for kind, mean_min in MEAN_MIN.items():
        at = start
        while True:
            at += timedelta(minutes=press.chance.uniform(0.4, 1.6) * mean_min)
            if at >= end:
                break
            for item in press.make(kind, at):
                world.publish(item)


def troubles(hosts: tuple[str, ...], start: datetime, end: datetime, chance: random.Random) -> Iterator[Trouble]:
    """A host in trouble every few minutes, and twice an hour all of them at once."""
    at, storm = start, start + timedelta(minutes=20)
    while (at := at + timedelta(minutes=chance.uniform(2, 6))) < end:
        host = chance.choice(hosts)
        name, make = chance.choice(FAULTS + OF_ONE_HOST.get(host, ()))
        yield Trouble(host, name, make(), at, at + timedelta(minutes=chance.uniform(3, 20)))
        if at >= storm:
            storm += timedelta(minutes=30)
            yield Trouble("", "503 everywhere", status(503, retry_after=120), at, at + timedelta(minutes=4))

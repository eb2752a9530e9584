# SPDX-License-Identifier: MIT
"""The replica in a process of its own, so that serving does not count against what is measured."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator

_PROGRAM = """
import sys
from datetime import datetime, UTC
from decimal import Decimal
from hkwatch.replica import PricePath, Replica, World
from hkwatch.replica.prices import level_path
replica = Replica(World((), level_path("BTC", Decimal(95000)), Decimal("7.78")), lambda: datetime.now(UTC)).start()
print(replica.base_url, flush=True)
sys.stdin.read()
replica.stop()
"""


@contextlib.contextmanager
def bench_server() -> Iterator[str]:
    """The replica's address while the block runs."""
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


def feed_rows(count: int, entries: int, size: int, every_min: float = 60.0, extra: str = "") -> str:
    """A user catalogue of `count` feeds, each on a host of its own."""
    rows = [
        "[[source]]\n"
        f'id = "feed-{number}"\nname = {{ en = "Feed {number}" }}\nkind = "rss"\n'
        f'url = "https://feed{number}.example.test/bench/feed/{number}.xml?entries={entries}&bytes={size}{extra}"\n'
        'lang = "en"\npublisher = "rthk"\nkey = "guid"\nenabled = true\nstatus = "seen"\n'
        f"poll = [{{ every_min = {every_min} }}]\n"
        for number in range(count)
    ]
    return "\n".join(rows)

# SPDX-License-Identifier: MIT
"""The replica in a process of its own, so that serving does not count against what is measured."""

import contextlib
import subprocess
import time
from collections.abc import Iterator, Sequence

from perf.itself import script


class Server:
    """The running replica. Commands take effect before they return."""

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self._process = process
        self.address = address

    def scale_prices(self, factor: float, hosts: Sequence[str]) -> None:
        """These venues quote so many times the true price from now on."""
        self._say(f"price {factor} {' '.join(hosts)}")

    def slow_down(self, delay_s: float, hosts: Sequence[str] = ()) -> None:
        """Wait so long before the first byte, at these hosts or everywhere."""
        self._say(f"slow {delay_s} {' '.join(hosts)}")

    def hosts_asked(self) -> int:
        """How many hosts were asked since `forget`."""
        return int(self._say("hosts"))

    def forget(self) -> None:
        """Count from now on."""
        self._say("forget")

    def _say(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


@contextlib.contextmanager
def server(epoch: float | None = None, rate: float = 1.0) -> Iterator[Server]:
    """The replica while the block runs. Its clock is real, or runs `rate` times as fast from `epoch` (seconds since 1970)."""
    start = time.time() if epoch is None else epoch
    process = subprocess.Popen(
        script("serving", repr(start), str(rate)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield Server(process, process.stdout.readline().strip())
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


def feed_url(number: int, entries: int, size: int, extra: str = "") -> str:
    """The address of a feed of that many entries and bytes, on a host of its own."""
    return f"https://feed{number}.example.test/bench/feed/{number}.xml?entries={entries}&bytes={size}{extra}"


def draw_feeds(address: str, count: int, entries: int, size: int, extra: str = "") -> None:
    """Ask for each feed once: the replica keeps what it drew, and drawing is not what is measured."""
    import urllib.request  # noqa: PLC0415 - two megabytes, which would count as the window's

    for number in range(count):
        url = f"{address}/{feed_url(number, entries, size, extra).removeprefix('https://')}"
        with urllib.request.urlopen(urllib.request.Request(url, headers={"User-Agent": "bench"})) as answer:
            answer.read()


def feed_rows(count: int, entries: int, size: int, every_min: float = 60.0, extra: str = "") -> str:
    """A user catalogue of `count` feeds, each on a host of its own."""
    rows = [
        "[[source]]\n"
        f'id = "feed-{number}"\nname = {{ en = "Feed {number}" }}\nkind = "rss"\n'
        f'url = "{feed_url(number, entries, size, extra)}"\n'
        'lang = "en"\npublisher = "rthk"\nkey = "guid"\nenabled = true\nstatus = "seen"\n'
        f"poll = [{{ every_min = {every_min} }}]\n"
        for number in range(count)
    ]
    return "\n".join(rows)

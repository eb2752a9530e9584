# SPDX-License-Identifier: MIT
"""Hand-written stand-ins for what surrounds the services: time, the network, the screen."""

import asyncio
import hashlib
from datetime import UTC, datetime, timedelta

from hkwatch.domain.errors import FetchError, NotifyError
from hkwatch.domain.ids import NoticeId
from hkwatch.notify.port import Notice
from hkwatch.sources.request import Fetched, NotModified, Request

START = datetime(2025, 2, 19, 6, 0, tzinfo=UTC)
"""14:00 on a working day in Hong Kong."""


class SteppedClock:
    """Time that moves only when the test says so, or when somebody waits. `monotonic` stands still over `jump`."""

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self._steady_s = 0.0
        self._slept = timedelta(0)

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._steady_s) + self._slept

    def monotonic(self) -> float:
        return self._steady_s

    async def sleep(self, seconds: float) -> None:
        self._steady_s += max(0.0, seconds)
        await asyncio.sleep(0)

    def to_real(self, instant: datetime) -> datetime:
        return instant

    def step(self, seconds: float = 0.0, *, minutes: float = 0.0) -> datetime:
        """Let time pass; the new time."""
        self._steady_s += seconds + 60 * minutes
        return self.now()

    def jump(self, by: timedelta) -> datetime:
        """What a machine that sleeps does: the wall clock goes on, the steady clock stands."""
        self._slept += by
        return self.now()


class FakeFetcher:
    """Answers with what the test put in, in order; the last answer stays. Remembers every request."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._answers: list[NotModified | Fetched | FetchError] = []

    def not_modified(self, etag: str | None = None) -> None:
        self._answers.append(NotModified("https://example.test/feed", etag, None, (), None, None, 1))

    def fail(self, key: str = "http-503", *, status: int | None = 503, retry_after_s: float | None = None) -> None:
        self._answers.append(
            FetchError(key, "example.test is out.", "Wait.", http_status=status, retry_after_s=retry_after_s)
        )

    def answer(
        self, body: bytes, *, etag: str | None = None, last_modified: str | None = None, max_age_s: float | None = None
    ) -> None:
        self._answers.append(
            Fetched(
                status=200,
                url="https://example.test/feed",
                body=body,
                body_hash=hashlib.sha256(body).hexdigest(),
                headers={"content-type": "application/xml"},
                redirects=(),
                etag=etag,
                last_modified=last_modified,
                max_age_s=max_age_s,
                server_date=None,
                elapsed_ms=1,
            )
        )

    async def fetch(self, request: Request) -> NotModified | Fetched:
        self.requests.append(request)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, FetchError):
            raise answer
        return answer


class FakePort:
    """A way out that remembers. `takes` False = nobody there; `breaks` = nobody can tell whether it was shown."""

    def __init__(self) -> None:
        self.shown: list[Notice] = []
        self.withdrawn: list[NoticeId] = []
        self.takes = True
        self.breaks = False
        self.is_closed = False
        self.plays_sounds = False

    @property
    def available(self) -> bool:
        return self.takes

    @property
    def reason(self) -> str:
        return "" if self.takes else "No notification daemon is running."

    @property
    def titles(self) -> list[str]:
        """Headlines of single items, titles of everything else."""
        return [notice.body if notice.item_id is not None else notice.title for notice in self.shown]

    async def start(self) -> None:
        return

    async def show(self, notice: Notice) -> bool:
        if self.breaks:
            raise NotifyError("notify-timeout", "The notification daemon did not answer within 5 s.")
        if self.takes:
            self.shown.append(notice)
        return self.takes

    async def withdraw(self, notice_id: NoticeId) -> None:
        self.withdrawn.append(notice_id)

    async def close(self) -> None:
        self.is_closed = True

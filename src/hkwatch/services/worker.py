# SPDX-License-Identifier: MIT
"""One thread for everything that costs processor time (parsing, sanitising, flagging), one job at a time.

With two such threads the loop would be late by the time slices of both.
"""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from hkwatch.domain.errors import FormatError, HkwatchError

log = logging.getLogger(__name__)

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Worker:
    """Runs plain functions off the loop, in the order they were asked for."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")

    async def run(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """The function's result; what it raises is raised here."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, lambda: function(*args, **kwargs))

    async def read(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """As `run`, for what reads a stranger's document: a mistake of ours that one brings to light costs its source alone,
        not the watch over all others. Raises FormatError `reader-failed`; the trace stands in the log.
        """
        try:
            return await self.run(function, *args, **kwargs)
        except HkwatchError:
            raise
        except Exception as error:
            log.exception("reader=%s", getattr(function, "__name__", function))
            raise FormatError(
                "reader-failed",
                f"The reader failed at this answer ({type(error).__name__}).",
                "This is a mistake in hkwatch: please report it, with the lines of the log.",
            ) from error

    def close(self) -> None:
        """Drop what has not begun, wait for what has."""
        self._pool.shutdown(wait=True, cancel_futures=True)

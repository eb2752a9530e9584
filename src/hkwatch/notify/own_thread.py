# SPDX-License-Identifier: MIT
"""Work that may block for long, in a thread that the end of the program does not wait for."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

_T = TypeVar("_T")


async def in_own_thread(work: Callable[[], _T], name: str, timeout_s: float) -> _T:
    """What `work` returns or raises. Raises TimeoutError after so many real seconds; the thread goes on by itself then."""
    future: Future[_T] = Future()

    def run() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits
            future.set_exception(error)

    # A daemon: the program must be able to end while a prompt stands open or a server is silent.
    threading.Thread(target=run, name=name, daemon=True).start()
    async with asyncio.timeout(timeout_s):
        return await asyncio.wrap_future(future)

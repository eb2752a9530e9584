# SPDX-License-Identifier: MIT
"""A signal ends a watch in order, also where the event loop takes no signals."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hkwatch.app.signals import end_on
from patience import PATIENCE_S


class LoopWithoutSignals(asyncio.SelectorEventLoop):
    """As on Windows."""

    def add_signal_handler(self, sig: int, callback: Callable[..., Any], *args: Any) -> None:
        raise NotImplementedError


@pytest.fixture(autouse=True)
def handler() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("factory", [asyncio.new_event_loop, LoopWithoutSignals])
def test_ctrl_c_lets_what_runs_come_to_its_end(factory: Callable[[], asyncio.AbstractEventLoop]) -> None:
    async def test() -> str:
        loop, asked = asyncio.get_running_loop(), asyncio.Event()
        end_on(signal.SIGINT, loop, asked.set)
        loop.call_soon(signal.raise_signal, signal.SIGINT)
        async with asyncio.timeout(PATIENCE_S):
            await asked.wait()
        return "in order"

    with asyncio.Runner(loop_factory=factory) as runner:
        assert runner.run(test()) == "in order"

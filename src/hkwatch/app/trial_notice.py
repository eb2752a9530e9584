# SPDX-License-Identifier: MIT
"""One test notification before the engine runs: straight to the desktop's daemon, nothing is stored."""

import asyncio
from pathlib import Path

from hkwatch.app.clock import SystemClock
from hkwatch.app.ways_out import system_notices
from hkwatch.domain.errors import HkwatchError
from hkwatch.domain.ids import NoticeId
from hkwatch.domain.item import Level
from hkwatch.notify.port import Notice


def send_test(resources: Path, title: str, body: str, nobody: str) -> str:
    """Show it; why it could not be, empty when it was. `nobody` is said where this system has no daemon. Blocks."""
    return asyncio.run(_send(resources, Notice(NoticeId(1), title, body, Level.HIGH), nobody))


async def _send(resources: Path, notice: Notice, nobody: str) -> str:
    ports = system_notices(SystemClock(), resources, lambda _notice, _action, _token: None, lambda _notice, _why: None)
    reason = nobody
    for port in ports:
        try:
            await port.start()
            if await port.show(notice):
                return ""
            reason = port.reason or nobody
        except HkwatchError as error:
            reason = str(error)
        finally:
            await port.close()
    return reason

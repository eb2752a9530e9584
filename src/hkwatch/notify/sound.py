# SPDX-License-Identifier: MIT
"""Three short sounds through whatever plays files here.

pw-play, paplay, aplay (Linux) · afplay (macOS) · winsound (Windows) · where there is nothing: `beep`, the caller's own
"""

import asyncio
import contextlib
import logging
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from hkwatch.domain.clock import Clock

NAMES: Final = ("ping", "chime", "alarm")
SILENT: Final = "none"
_PLAYERS: Final = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
_LONGEST_S: Final = 5.0
_APART_S: Final = 1.5

log = logging.getLogger(__name__)


class Sounds:
    """Plays one sound at a time; one that is asked for while another has just begun is left out, but for the alarm."""

    def __init__(
        self,
        clock: Clock,
        folder: Path,
        beep: Callable[[], None],
        which: Callable[[str], str | None] = shutil.which,
    ) -> None:
        """`folder` holds `<name>.wav`. `which` finds a program."""
        self._clock, self._folder, self._beep, self._which = clock, folder, beep, which
        self._last_s: float | None = None
        self._playing: set[asyncio.Task[None]] = set()

    def file(self, name: str) -> Path:
        """The file of a sound."""
        return self._folder / f"{name}.wav"

    def play(self, name: str) -> bool:
        """Begin a sound; False where there is none of that name or it was left out."""
        if name not in NAMES:
            return False
        now_s = self._clock.monotonic()
        if self._last_s is not None and now_s - self._last_s < _APART_S and name != "alarm":
            return False
        self._last_s = now_s
        task = asyncio.get_running_loop().create_task(self._play(self.file(name)))
        self._playing.add(task)
        task.add_done_callback(self._playing.discard)
        return True

    async def _play(self, file: Path) -> None:
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - exists there only

            try:
                # Without SND_NODEFAULT a file that cannot be played is another sound, one that says something else.
                how = winsound.SND_FILENAME | winsound.SND_NODEFAULT
                await asyncio.to_thread(winsound.PlaySound, str(file), how)
            except RuntimeError as error:
                log.info("sound player=winsound error=%s", error)
                self._beep()
            return
        for program, *options in _PLAYERS:
            found = self._which(program)
            if found is not None and await self._run(found, *options, str(file)):
                return
        self._beep()

    async def _run(self, *command: str) -> bool:
        """Whether it played to its end. A player without a sound server fails at once: the next one is tried."""
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
        except OSError as error:
            log.info("sound player=%s error=%s", command[0], error)
            return False
        try:
            async with asyncio.timeout(_LONGEST_S):
                return await process.wait() == 0
        except TimeoutError:
            # It hangs on its sound server; another would as well.
            return True
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()

    async def settle(self) -> None:
        """Wait until what plays has ended."""
        await asyncio.gather(*self._playing, return_exceptions=True)

    async def close(self) -> None:
        """Stop what plays."""
        for task in tuple(self._playing):
            task.cancel()
        await self.settle()

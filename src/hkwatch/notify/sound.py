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
        longest_s: float = _LONGEST_S,
    ) -> None:
        """`folder` holds `<name>.wav`. `which` finds a program; one that plays for more than `longest_s` hangs."""
        self._longest_s = longest_s
        self._clock, self._folder, self._beep, self._which = clock, folder, beep, which
        self._last_s: float | None = None
        self._playing: set[asyncio.Task[bool]] = set()
        self._last: asyncio.Task[bool] | None = None

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
        self._last = task = asyncio.get_running_loop().create_task(self._play(self.file(name)))
        self._playing.add(task)
        task.add_done_callback(self._playing.discard)
        return True

    async def play_out(self, name: str) -> bool:
        """Play a sound to its end; False where there is none of that name, or nothing but a beep was left.

        One that is left out for another is heard if that one is.
        """
        self.play(name)
        return name in NAMES and self._last is not None and await self._last

    async def _play(self, file: Path) -> bool:
        """Whether a player took it; a beep is asked for elsewhere, and may be heard by nobody."""
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - exists there only

            try:
                # Without SND_NODEFAULT a file that cannot be played is another sound, one that says something else.
                how = winsound.SND_FILENAME | winsound.SND_NODEFAULT
                await asyncio.to_thread(winsound.PlaySound, str(file), how)
            except RuntimeError as error:
                # That there is no device to play on is said like this.
                log.info("sound player=winsound error=%s", error)
                self._beep()
                return False
            return True
        for program, *options in _PLAYERS:
            found = self._which(program)
            if found is None:
                continue
            played = await self._run(found, *options, str(file))
            if played is not False:
                return bool(played)
        self._beep()
        return False

    async def _run(self, *command: str) -> bool | None:
        """Whether it played to its end; None where it hangs on its sound server, as another would.

        A player without a sound server fails at once: the next one is tried.
        """
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
            async with asyncio.timeout(self._longest_s):
                return await process.wait() == 0
        except TimeoutError:
            return None
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

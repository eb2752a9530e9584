# SPDX-License-Identifier: MIT
"""Pages of font files that were read to draw a character once and are not read again: what was drawn is kept elsewhere.

A font of all Chinese characters has 19 MB, and a screen of headlines touches half of it, in two weights.
"""

import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Final

_MAPS: Final = Path("/proc/self/maps")
_ENDINGS: Final = (".ttc", ".otf", ".ttf")
_DONTNEED: Final = 4
"""Linux's MADV_DONTNEED. Pages of a file nobody may write to are mapped again when they are read, out of the system's
memory.
"""


def let_font_pages_go() -> None:
    """Leave font files' pages to the system, which has them for all programs. Does nothing where there is no /proc.

    From any thread, while others draw: what they read is there again at once. It takes a millisecond or two.
    """
    advise = _advise()
    if advise is None:
        return
    try:
        with _MAPS.open(encoding="utf-8", errors="replace") as lines:
            found = font_mappings(lines)
    except OSError:
        # A sandbox without it: the pages stay, as they do elsewhere.
        return
    for start, end in found:
        advise(start, end - start, _DONTNEED)


def font_mappings(lines: Iterable[str]) -> list[tuple[int, int]]:
    """First address and the one behind the last of each font file, of the lines of `/proc/…/maps`.

    Only of what nobody can have written to: that would be lost.
    """
    found = []
    for line in lines:
        if line.rstrip().endswith(_ENDINGS):
            addresses, permissions = line.split(maxsplit=2)[:2]
            if permissions in ("r--p", "r--s"):
                start, _, end = addresses.partition("-")
                found.append((int(start, 16), int(end, 16)))
    return found


@cache
def _advise() -> Callable[[int, int, int], int] | None:
    """The C library's `madvise`; None elsewhere than on Linux."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    try:
        advise = ctypes.CDLL(None).madvise
    except (OSError, AttributeError):
        return None
    advise.argtypes, advise.restype = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int], ctypes.c_int
    return lambda address, size, advice: int(advise(address, size, advice))

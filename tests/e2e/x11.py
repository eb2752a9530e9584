# SPDX-License-Identifier: MIT
"""What no common tool asks of an X server. libX11 is there wherever xdotool is."""

import contextlib
import ctypes
from collections.abc import Iterator, Sequence

_FIRST_SPARE_KEY = 245
"""Keys from here to the last, 255, are on no keyboard."""
MOST_SIGNS = 10
# A keysym of a character is its code point with this bit, X11 protocol, appendix A.
_UNICODE = 0x0100_0000


@contextlib.contextmanager
def _connection(display: str) -> Iterator[tuple[ctypes.CDLL, int]]:
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    connection = x11.XOpenDisplay(display.encode())
    try:
        yield x11, connection or 0
    finally:
        if connection:
            x11.XCloseDisplay(connection)


def selection_owner(display: str, selection: str) -> int:
    """The window that owns a selection; 0 for nobody, or where the server is gone."""
    with _connection(display) as (x11, connection):
        if not connection:
            return 0
        x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        x11.XInternAtom.restype = ctypes.c_ulong
        x11.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        x11.XGetSelectionOwner.restype = ctypes.c_ulong
        return int(x11.XGetSelectionOwner(connection, x11.XInternAtom(connection, selection.encode(), 0)))


def give_keys(display: str, signs: Sequence[str]) -> None:
    """Give each sign a spare key of its own, the first sign the first key; at most MOST_SIGNS."""
    assert len(signs) <= MOST_SIGNS
    keysyms = (ctypes.c_ulong * len(signs))(*(_UNICODE | ord(sign) for sign in signs))
    with _connection(display) as (x11, connection):
        assert connection, "no X server"
        x11.XChangeKeyboardMapping.argtypes = [
            *(ctypes.c_void_p, ctypes.c_int, ctypes.c_int),
            *(ctypes.POINTER(ctypes.c_ulong), ctypes.c_int),
        ]
        x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        x11.XChangeKeyboardMapping(connection, _FIRST_SPARE_KEY, 1, keysyms, len(signs))
        x11.XSync(connection, 0)

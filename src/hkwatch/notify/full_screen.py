# SPDX-License-Identifier: MIT
"""Whether the active window of an X11 screen fills it, asked of the X server with six requests of its protocol.

setup ─► InternAtom × 3 ─► root's _NET_ACTIVE_WINDOW ─► the window's _NET_WM_STATE has _NET_WM_STATE_FULLSCREEN?

A library for this would be the largest dependency of the engine. Windows of Wayland are not seen by it: there only
what the desktop says of itself holds.
"""

import asyncio
import contextlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_LITTLE_ENDIAN: Final = b"l"
_INTERN_ATOM, _GET_PROPERTY = 16, 20
_ERROR, _REPLY = 0, 1
_COOKIE: Final = b"MIT-MAGIC-COOKIE-1"
_TIMEOUT_S: Final = 1.0


class X11Error(Exception):
    """The server answered something else than expected."""


@dataclass(frozen=True, slots=True)
class XServer:
    """Where a local X server listens, which display it is, and the file with its cookie."""

    socket: str
    display: str
    authority: Path


def x_server(environ: Mapping[str, str]) -> XServer | None:
    """The local server that the environment names; None without one, on Wayland, and for one on another computer."""
    display = environ.get("DISPLAY", "")
    host, _, number = display.rpartition(":")
    number = number.split(".")[0]
    if host not in ("", "unix") or not number.isdigit() or environ.get("XDG_SESSION_TYPE") == "wayland":
        return None
    authority = environ.get("XAUTHORITY") or str(Path(environ.get("HOME", "/")) / ".Xauthority")
    return XServer(f"/tmp/.X11-unix/X{number}", number, Path(authority))  # noqa: S108 - where every X server has it


async def is_full_screen(server: XServer) -> bool:
    """Whether the active window is full screen. Raises OSError, TimeoutError or X11Error where nobody can tell."""
    async with asyncio.timeout(_TIMEOUT_S):
        reader, writer = await asyncio.open_unix_connection(server.socket)
        try:
            return await _ask(reader, writer, _cookie(server))
        except (asyncio.IncompleteReadError, struct.error) as error:
            raise X11Error(str(error)) from error
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, cookie: bytes) -> bool:
    name = _COOKIE if cookie else b""
    writer.write(
        struct.pack("<cxHHHHxx", _LITTLE_ENDIAN, 11, 0, len(name), len(cookie)) + _padded(name) + _padded(cookie)
    )
    status, length = struct.unpack("<B5xH", await reader.readexactly(8))
    setup = await reader.readexactly(4 * length)
    if status != 1:
        raise X11Error("the X server let nobody in")
    vendor_length, formats = struct.unpack_from("<H", setup, 16)[0], setup[21]
    root = struct.unpack_from("<I", setup, 32 + len(_padded(b" " * vendor_length)) + 8 * formats)[0]
    active, state, full = [
        await _atom(reader, writer, text)
        for text in (b"_NET_ACTIVE_WINDOW", b"_NET_WM_STATE", b"_NET_WM_STATE_FULLSCREEN")
    ]
    window = next(iter(await _property(reader, writer, root, active)), 0)
    return bool(window) and full in await _property(reader, writer, window, state)


async def _atom(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, name: bytes) -> int:
    body = _padded(name)
    writer.write(struct.pack("<BBHHxx", _INTERN_ATOM, 0, 2 + len(body) // 4, len(name)) + body)
    head, _ = await _reply(reader)
    return int(struct.unpack_from("<I", head, 8)[0])


async def _property(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, window: int, name: int) -> list[int]:
    """The 32-bit values of a property; none where the window is gone or has none."""
    writer.write(struct.pack("<BBHIIIII", _GET_PROPERTY, 0, 6, window, name, 0, 0, 64))
    head, body = await _reply(reader)
    if head[0] == _ERROR or head[1] != 32:
        return []
    count = struct.unpack_from("<I", head, 16)[0]
    return list(struct.unpack_from(f"<{count}I", body))


async def _reply(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """The next answer; events, of which none was asked for, are passed over."""
    while True:
        head = await reader.readexactly(32)
        if head[0] == _REPLY:
            return head, await reader.readexactly(4 * struct.unpack_from("<I", head, 4)[0])
        if head[0] == _ERROR:
            return head, b""


def _cookie(server: XServer) -> bytes:
    """The server's cookie out of the file of the user; empty where it asks for none."""
    try:
        data = server.authority.read_bytes()
    except OSError:
        return b""
    place = 0
    with contextlib.suppress(struct.error):
        while place < len(data):
            place += 2
            fields = []
            for _ in range(4):
                (length,) = struct.unpack_from(">H", data, place)
                fields.append(data[place + 2 : place + 2 + length])
                place += 2 + length
            _, number, name, value = fields
            if name == _COOKIE and number.decode("ascii", "replace") in ("", server.display):
                return value
    return b""


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)

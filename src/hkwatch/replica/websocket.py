# SPDX-License-Identifier: MIT
"""WebSockets (RFC 6455) as a server speaks them: the handshake and the frames. What is said over them is in `streams.py`."""

import asyncio
import base64
import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_MOST_BYTES = 1024 * 1024


class Opcode(IntEnum):
    """What a frame carries."""

    MORE = 0x0
    TEXT = 0x1
    BINARY = 0x2
    CLOSE = 0x8
    PING = 0x9
    PONG = 0xA


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, unmasked. `is_last` False = the message goes on in the next."""

    opcode: Opcode
    payload: bytes
    is_last: bool = True


def is_wish(headers: Mapping[str, str]) -> bool:
    """Whether a request with these headers (lower-case names) wants to become a WebSocket."""
    return headers.get("upgrade", "").lower() == "websocket" and "sec-websocket-key" in headers


def accept_key(key: str) -> str:
    """The answer to the client's `Sec-WebSocket-Key`."""
    return base64.b64encode(hashlib.sha1(f"{key}{_GUID}".encode("ascii"), usedforsecurity=False).digest()).decode(
        "ascii"
    )


def handshake(headers: Mapping[str, str]) -> bytes:
    """The head that turns the connection into a WebSocket. No extension is agreed to."""
    lines = (
        "HTTP/1.1 101 Switching Protocols",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Accept: {accept_key(headers['sec-websocket-key'])}",
    )
    return "\r\n".join((*lines, "", "")).encode("latin-1")


def encode(payload: bytes, opcode: Opcode = Opcode.TEXT) -> bytes:
    """A frame as a server sends it: whole and unmasked."""
    size = len(payload)
    if size < 126:
        head = bytes((0x80 | opcode, size))
    elif size < 65_536:
        head = bytes((0x80 | opcode, 126)) + struct.pack("!H", size)
    else:
        head = bytes((0x80 | opcode, 127)) + struct.pack("!Q", size)
    return head + payload


def close_frame(code: int = 1000, reason: str = "") -> bytes:
    """A frame that ends the connection."""
    return encode(struct.pack("!H", code) + reason.encode(), Opcode.CLOSE)


async def read_frame(reader: asyncio.StreamReader) -> Frame:
    """The client's next frame.

    Raises ConnectionError for what a client must not send (an unmasked or oversized frame, an unknown opcode) and
    IncompleteReadError where the connection ends.
    """
    first, second = await reader.readexactly(2)
    size = second & 0x7F
    if size == 126:
        (size,) = struct.unpack("!H", await reader.readexactly(2))
    elif size == 127:
        (size,) = struct.unpack("!Q", await reader.readexactly(8))
    if not second & 0x80 or size > _MOST_BYTES or first & 0x70:
        raise ConnectionError("a client's frame must be masked, small and plain")
    mask = await reader.readexactly(4)
    masked = await reader.readexactly(size)
    payload = bytes(byte ^ mask[index % 4] for index, byte in enumerate(masked))
    try:
        opcode = Opcode(first & 0x0F)
    except ValueError as exc:
        raise ConnectionError(f"no such frame: {first & 0x0F}") from exc
    return Frame(opcode, payload, bool(first & 0x80))

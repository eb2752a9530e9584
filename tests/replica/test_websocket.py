# SPDX-License-Identifier: MIT
"""The replica's WebSockets by the letter of the standard."""

import asyncio
import struct
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.replica.websocket import Frame, Opcode, accept_key, close_frame, encode, read_frame


def run(work: Coroutine[Any, Any, Frame]) -> Frame:
    return asyncio.run(work)


async def reading(data: bytes) -> Frame:
    reader = asyncio.StreamReader()
    reader.feed_data(data)
    reader.feed_eof()
    return await read_frame(reader)


def masked(payload: bytes, opcode: int = 1, mask: bytes = b"\x37\xfa\x21\x3d", last: bool = True) -> bytes:
    size = len(payload)
    head = bytes(((0x80 if last else 0) | opcode,))
    if size < 126:
        head += bytes((0x80 | size,))
    elif size < 65536:
        head += bytes((0x80 | 126,)) + struct.pack("!H", size)
    else:
        head += bytes((0x80 | 127,)) + struct.pack("!Q", size)
    return head + mask + bytes(byte ^ mask[n % 4] for n, byte in enumerate(payload))


def test_the_key_is_answered_as_in_the_standards_own_example():
    assert accept_key("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


def test_a_masked_hello_is_read_as_in_the_standards_own_example():
    frame = run(reading(bytes.fromhex("818537fa213d7f9f4d5158")))
    assert frame == Frame(Opcode.TEXT, b"Hello")


def test_an_unmasked_hello_is_sent_as_in_the_standards_own_example():
    assert encode(b"Hello") == bytes.fromhex("810548656c6c6f")


@given(st.binary(max_size=300) | st.integers(65_530, 65_540).map(bytes), st.sampled_from(list(Opcode)), st.booleans())
def test_every_length_and_kind_of_frame_is_read_back(payload, opcode, last):
    assert run(reading(masked(payload, opcode, last=last))) == Frame(opcode, payload, last)


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536])
def test_lengths_are_written_in_the_shortest_form(size):
    head = {0: 2, 125: 2, 126: 4, 65_535: 4, 65_536: 10}[size]
    assert len(encode(bytes(size))) == size + head


@pytest.mark.parametrize("data", [encode(b"unmasked"), masked(b"x", 3), b"\xc1" + masked(b"x")[1:]])
def test_what_a_client_must_not_send_ends_the_connection(data):
    with pytest.raises(ConnectionError):
        run(reading(data))


def test_a_close_frame_carries_its_code():
    assert close_frame(1001) == bytes.fromhex("880203e9")

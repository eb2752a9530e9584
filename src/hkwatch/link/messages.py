# SPDX-License-Identifier: MIT
"""Lines between desktop and engine, written and read: one JSON object a line, `type` says which, UTF-8.

    engine → desktop   Hello, then events          desktop → engine   Hello, then commands

The first line each way is `Hello` with the protocol's number; two programs of different numbers part at once.
"""

from typing import TypeVar

import msgspec

from hkwatch.domain import commands as cmd
from hkwatch.domain import events as ev
from hkwatch.link.command_messages import OF_COMMAND, FromDesktop
from hkwatch.link.event_messages import OF_EVENT, FromEngine
from hkwatch.link.hello import Hello

_T = TypeVar("_T")

_encoder = msgspec.json.Encoder(decimal_format="string", enc_hook=None)
_from_engine: msgspec.json.Decoder[FromEngine] = msgspec.json.Decoder(FromEngine)
_from_desktop: msgspec.json.Decoder[FromDesktop] = msgspec.json.Decoder(FromDesktop)


def encode_event(event: ev.Event) -> bytes:
    """One line, with its newline."""
    return _encoder.encode(OF_EVENT[type(event)](event)) + b"\n"


def encode_command(command: cmd.Command) -> bytes:
    """One line, with its newline."""
    return _encoder.encode(OF_COMMAND[type(command)](command)) + b"\n"


def encode_hello(hello: Hello) -> bytes:
    """One line, with its newline."""
    return _encoder.encode(hello) + b"\n"


def decode_from_engine(line: bytes) -> Hello | ev.Event:
    """Read one line of the engine. Raises msgspec.ValidationError or DecodeError for anything else."""
    message = _decoded(_from_engine, line)
    return message if isinstance(message, Hello) else message.event


def decode_from_desktop(line: bytes) -> Hello | cmd.Command:
    """Read one line of the desktop. Raises msgspec.ValidationError or DecodeError for anything else."""
    message = _decoded(_from_desktop, line)
    return message if isinstance(message, Hello) else message.command


def _decoded(decoder: msgspec.json.Decoder[_T], line: bytes) -> _T:
    try:
        return decoder.decode(line)
    except (UnicodeDecodeError, RecursionError) as error:
        # No errors of msgspec's own: whoever reads lines catches those.
        raise msgspec.DecodeError(f"unreadable: {error}") from error

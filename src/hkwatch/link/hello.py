# SPDX-License-Identifier: MIT
"""The first line each way: who speaks, and which protocol."""

import msgspec

PROTOCOL = 1


class Message(msgspec.Struct, frozen=True, tag_field="type"):
    """One line; its tag says which."""


class Hello(Message, frozen=True, tag="hello"):
    """Who speaks: protocol number, program version, process id."""

    protocol: int
    version: str
    pid: int

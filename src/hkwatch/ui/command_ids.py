# SPDX-License-Identifier: MIT
"""Ids for the commands that the desktop sends."""

import os

from hkwatch.domain.ids import CommandId


def new_id() -> CommandId:
    """An id no other command has."""
    return CommandId(os.urandom(16).hex())

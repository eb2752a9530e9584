# SPDX-License-Identifier: MIT
"""What the user can do to the state of items; apart from the commands, for whoever only shows and stores it."""

from enum import StrEnum


class Mark(StrEnum):
    """A change of the user's own state of items."""

    SEEN = "seen"
    READ = "read"
    UNREAD = "unread"
    STAR = "star"
    UNSTAR = "unstar"
    ACKNOWLEDGE = "acknowledge"
    UNACKNOWLEDGE = "unacknowledge"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    NOTE = "note"
    """The note alone, which may be empty; nothing is acknowledged."""

# SPDX-License-Identifier: MIT
"""What columns of an item hold; for those who read them too."""

from enum import IntEnum

LANG_ORDER = ("en", "zh-Hant", "zh-Hans")


class Body(IntEnum):
    """Whether an item's text is, or can be had, here."""

    NONE = 0
    WANTED = 1
    STORED = 2
    GIVEN_UP = 3

# SPDX-License-Identifier: MIT
"""Characters nobody sees, by which a text can look like another one, or steer what shows it.

Controls of old and new (U+009B opens an escape sequence as ESC [ does), what turns the direction of writing round
(`gpj.exe` shown as `exe.jpg`), white space without width, and tags. Joiners stay: without them a family of emoji falls
apart, and Persian is misspelt.
"""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def without_unseen(text: str) -> str:
    """The text without them; line breaks, tabs and joiners stay."""
    return text if text.isprintable() else _UNSEEN.sub("", text)


def one_visible_line(text: str) -> str:
    """For a terminal or a file of lines: without them, and whatever ends a line is a space."""
    return text if text.isprintable() else " ".join(_UNSEEN.sub("", text).split())

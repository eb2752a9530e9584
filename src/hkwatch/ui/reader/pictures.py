# SPDX-License-Identifier: MIT
"""The pictures of a text: where they are, and the text with those that were loaded. Nothing here loads any."""

import html
import re
from collections.abc import Mapping

from PySide6.QtGui import QImage

_PICTURE = re.compile(r'<img src="([^"]*)"(?: alt="([^"]*)")?>')
MOST = 20
"""More pictures of one text are not offered."""


def picture_addresses(markup: str) -> tuple[str, ...]:
    """The addresses of the pictures in sanitised HTML, each once, in their order."""
    found = dict.fromkeys(html.unescape(match[1]) for match in _PICTURE.finditer(markup))
    return tuple(found)[:MOST]


def place_pictures(markup: str, loaded: Mapping[str, QImage], width: int) -> str:
    """The text with the loaded pictures, at most `width` pixels wide; for another one stands what it shows, if told."""

    def one(match: re.Match[str]) -> str:
        picture = loaded.get(html.unescape(match[1]))
        if picture is not None:
            return f'<img src="{match[1]}" width="{min(width, picture.width())}">'
        return f'<span class="small">[{match[2]}]</span>' if match[2] else ""

    return _PICTURE.sub(one, markup)

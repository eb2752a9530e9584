# SPDX-License-Identifier: MIT
"""Plain text tables for the terminal, aligned for Chinese as well."""

import unicodedata
from collections.abc import Sequence

from hkwatch.domain.unseen import one_visible_line


def width(text: str) -> int:
    """Columns a text takes in a terminal: two for each full-width character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell; numbers to the right; no trailing blanks.

    What strangers wrote stands in cells: none of them can steer the terminal or pretend to be another row.
    """
    rows = [[one_visible_line(cell) for cell in row] for row in rows]
    widths = [max(width(row[column]) for row in (head, *rows)) for column in range(len(head))]
    numeric = [bool(rows) and all(_is_number(row[column]) for row in rows) for column in range(len(head))]
    lines = []
    for row in (head, *rows):
        cells = [
            " " * (widths[column] - width(cell)) + cell
            if numeric[column]
            else cell + " " * (widths[column] - width(cell))
            for column, cell in enumerate(row)
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _is_number(text: str) -> bool:
    return text.replace(",", "").replace(".", "", 1).isdigit()

# SPDX-License-Identifier: MIT
"""The one line that stands under a title: how a text begins."""

_SUMMARY_FROM = 600
"""Nearly always enough of a text for its first line."""
_TABLE_LINE = 80


def summary_of(text: str) -> str:
    """The first 160 characters of a text on one line, the lines of a table with a dot between."""
    head = text[:_SUMMARY_FROM]
    if head.isprintable() and "  " not in head:
        # One line already: neither a line break nor any other blank is printable.
        between, line = " ", head.strip()
    else:
        between = " · " if _is_table(text) else " "
        line = _joined(head, between)
    if len(line) <= 160 and len(text) > _SUMMARY_FROM:
        line = _joined(text, between)
    return line if len(line) <= 160 else line[:159] + "…"


def _is_table(text: str) -> bool:
    """Whether a text begins with short lines of which most are `name: value`, as a row of a register does."""
    lines = [line for line in text[:_SUMMARY_FROM].splitlines() if line.strip()][:6]
    named = sum(": " in line or "：" in line for line in lines)
    return len(lines) >= 3 and named * 2 >= len(lines) and max(map(len, lines)) <= _TABLE_LINE


def _joined(text: str, between: str) -> str:
    return between.join(" ".join(line.split()) for line in text.splitlines() if line.strip())

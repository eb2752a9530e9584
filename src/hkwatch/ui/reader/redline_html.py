# SPDX-License-Identifier: MIT
"""A redline as HTML of the reader: colour, line and a mark in the text, so that it is also heard and seen without colour."""

import html
from collections.abc import Sequence

from hkwatch.domain.redline import Kind, Line, Redline, Run

MARKS = {Kind.REMOVED: ("[−", "−]"), Kind.ADDED: ("[+", "+]")}
"""What stands around removed and added words in the text itself."""
_TAGS = {Kind.REMOVED: ("removed", "s"), Kind.ADDED: ("added", "u")}


def redline_html(title: Redline, text: Redline) -> str:
    """The edited text with what was removed struck out and what was added underlined; the title only where it changed."""
    head = "".join(f"<p><b>{_line(line)}</b></p>" for line in title.lines) if title.changes else ""
    return head + "".join(f"<p>{'<br>'.join(map(_line, part))}</p>" for part in _paragraphs(text.lines))


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand together; empty ones part them."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if any(run.text.strip() for run in line.runs):
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def _line(line: Line) -> str:
    text = "".join(map(_run, line.runs))
    if line.end is not Kind.SAME and any(run.kind is not line.end for run in line.runs):
        # A line that is old or new as a whole needs no sign for its end.
        text += _run(Run(line.end, "¶"))
    return text


def _run(run: Run) -> str:
    body = run.text.strip()
    if run.kind is Kind.SAME or not body:
        return html.escape(run.text)
    before, after = run.text[: run.text.index(body)], run.text[run.text.index(body) + len(body) :]
    style, tag = _TAGS[run.kind]
    left, right = MARKS[run.kind]
    return f'{before}<span class="{style}">{left}<{tag}>{html.escape(body)}</{tag}>{right}</span>{after}'

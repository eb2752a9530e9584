#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draws the architecture, light and dark: `python3 packaging/pictures/architecture.py [--out DIR]`. Needs Python alone."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT = 880, 392
FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI','Noto Sans',Helvetica,Arial,sans-serif"


@dataclass(frozen=True)
class Look:
    """Colours of one theme."""

    text: str
    muted: str
    line: str
    box: str
    part: str
    accent: str
    accent_tint: str


LOOKS = {
    "light": Look("#1f2328", "#59636e", "#afb8c1", "#f6f8fa", "#ffffff", "#1d5fc4", "#e8f0fc"),
    "dark": Look("#f0f6fc", "#9198a1", "#4b535d", "#151b23", "#0d1117", "#6ea8fe", "#14284a"),
}


def main(arguments: Sequence[str]) -> int:
    """Write both drawings."""
    parser = argparse.ArgumentParser(description="Draws the architecture, light and dark.")
    parser.add_argument("--out", type=Path, default=HERE, metavar="DIR", help="where they go (beside this file)")
    out = parser.parse_args(arguments).out
    for name, look in LOOKS.items():
        (out / f"architecture-{name}.svg").write_text(drawing(look), "utf-8")
    return 0


def drawing(look: Look) -> str:
    """The whole SVG."""
    parts = [
        *_process(look, 184, 16, 372, "Engine process", "asyncio, no Qt"),
        *_process(look, 664, 16, 200, "Desktop process", "Qt"),
        *_part(look, 16, 76, 120, "Publishers", ("feeds, APIs,", "registers, PDFs")),
        *_part(look, 16, 168, 120, "Venues", ("prices, polled", "or live")),
        *_part(look, 204, 76, 150, "Poll and read", ("polite, bounded,", "hostile until cleaned")),
        *_part(look, 386, 76, 150, "Decide", ("identity, flags,", "stories, revisions")),
        *_part(look, 204, 168, 150, "Consensus", ("median, age,", "disagreement")),
        *_part(look, 386, 168, 150, "Outbox", ("written down before", "it is told")),
        *_part(look, 684, 76, 160, "Window and tray", ("no file, no socket", "in its thread")),
        *_part(look, 684, 168, 160, "Reader", ("one thread,", "read-only")),
        *_part(look, 386, 306, 150, "Notifications", ("desktop, webhook,", "ntfy, Apprise")),
        *_store(look, 586, 296, 180),
        # outside ─► engine ─► outbox
        _arrow(look, "M136 108 H202"),
        _arrow(look, "M136 200 H202"),
        _arrow(look, "M354 108 H384"),
        _arrow(look, "M354 200 H384"),
        _arrow(look, "M461 140 V166"),
        _arrow(look, "M461 232 V304"),
        # the two processes
        _arrow(look, "M556 96 H662"),
        _arrow(look, "M664 124 H558"),
        _words(look, 610, 88, "events"),
        _words(look, 610, 142, "commands"),
        # the database
        _arrow(look, "M544 252 V338 H584"),
        _words(look, 552, 282, "the only writer", "start"),
        _arrow(look, "M768 338 H804 V234"),
        _words(look, 796, 282, "reads", "end"),
    ]
    title = "hkwatch: an engine process asks publishers and venues and alone writes the database; a desktop process reads it."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'role="img" font-family="{FONT}"><title>{escape(title)}</title>'
        f'<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 0 L8 4 L0 8 Z" fill="{look.accent}"/></marker></defs>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _process(look: Look, x: int, y: int, width: int, name: str, note: str) -> list[str]:
    return [
        f'<rect x="{x}" y="{y}" width="{width}" height="236" rx="10" fill="{look.box}" stroke="{look.line}"/>',
        f'<text x="{x + 20}" y="{y + 34}" font-size="15" font-weight="600" fill="{look.text}">{escape(name)}'
        f'<tspan font-size="13" font-weight="400" fill="{look.muted}" dx="8">{escape(note)}</tspan></text>',
    ]


def _part(look: Look, x: int, y: int, width: int, name: str, notes: tuple[str, ...]) -> list[str]:
    middle = x + width // 2
    return [
        f'<rect x="{x}" y="{y}" width="{width}" height="64" rx="6" fill="{look.part}" stroke="{look.line}"/>',
        f'<text x="{middle}" y="{y + 21}" font-size="14" font-weight="600" text-anchor="middle" fill="{look.text}">'
        f"{escape(name)}</text>",
        *(_words(look, middle, y + 38 + 16 * number, note) for number, note in enumerate(notes)),
    ]


def _store(look: Look, x: int, y: int, width: int) -> list[str]:
    right, bottom, half = x + width, y + 76, width // 2
    return [
        f'<path d="M{x} {y + 10} V{bottom} A{half} 10 0 0 0 {right} {bottom} V{y + 10}" fill="{look.accent_tint}" '
        f'stroke="{look.accent}"/>',
        f'<ellipse cx="{x + half}" cy="{y + 10}" rx="{half}" ry="10" fill="{look.accent_tint}" stroke="{look.accent}"/>',
        f'<text x="{x + half}" y="{y + 46}" font-size="14" font-weight="600" text-anchor="middle" fill="{look.text}">'
        "hkwatch.db</text>",
        _words(look, x + half, y + 65, "SQLite, WAL"),
    ]


def _words(look: Look, x: int, y: int, text: str, anchor: str = "middle") -> str:
    return f'<text x="{x}" y="{y}" font-size="12" text-anchor="{anchor}" fill="{look.muted}">{escape(text)}</text>'


def _arrow(look: Look, path: str) -> str:
    return f'<path d="{path}" fill="none" stroke="{look.accent}" stroke-width="1.5" marker-end="url(#tip)"/>'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

# SPDX-License-Identifier: MIT
"""Turns the paragraphs of a written release into the HTML that the SFC's API gives, with its small irregularities."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from html import escape
from typing import TypeAlias

#: A paragraph, a heading (`# text`), or a list of points.
Block: TypeAlias = str | Sequence[str]

_END = {"en": "End", "tc": "完", "sc": "完"}
_NOTES = {"en": ("Note:", "Notes:"), "tc": ("備註：", "備註："), "sc": ("备注：", "备注：")}
_ENTITIES = {"’": "&rsquo;", "‘": "&lsquo;", "“": "&ldquo;", "”": "&rdquo;", "–": "&ndash;"}
_LINK = re.compile(r"\[\[(\w+)\|([^\]]+)\]\]")
_BREAK = "\r\n"


def title_and_html(
    ref: str, lang: str, title: str, blocks: Sequence[Block], notes: Sequence[str] = ()
) -> tuple[str, str]:
    """The title, with a line break behind it in a third of the releases, and the body.

    `[[24PR216|words]]` in a text becomes a link to that release.
    """
    parts = [_block(block, lang) for block in blocks]
    parts.append(f"<p>{_END[lang]}</p>")
    if notes:
        parts.append(f"<p>{_NOTES[lang][len(notes) > 1]}</p>")
        parts.append(_list("ol", notes, lang))
    tail = _BREAK if _draw(ref, lang) % 3 == 0 else ""
    return f"{title}{tail}", _BREAK.join(parts)


def with_seconds(name: str, at: datetime) -> datetime:
    """`at` with seconds, and in six of ten cases milliseconds, that depend on `name` only."""
    draw = _draw(name, "time")
    millis = draw // 60 % 1000 if draw % 10 < 6 else 0
    return at + timedelta(seconds=draw % 60, milliseconds=millis)


def _draw(*names: str) -> int:
    return int.from_bytes(blake2b("/".join(names).encode(), digest_size=4).digest(), "big")


def _block(block: Block, lang: str) -> str:
    if not isinstance(block, str):
        return _list("ul", block, lang)
    if block.startswith("# "):
        return f"<p><strong>{_inline(block[2:], lang)}</strong></p>"
    return f"<p>{_inline(block, lang)}</p>"


def _list(kind: str, points: Sequence[str], lang: str) -> str:
    rows = _BREAK.join(f"<li>{_inline(point, lang)}</li>" for point in points)
    return f"<{kind}>{_BREAK}{rows}{_BREAK}</{kind}>"


def _inline(text: str, lang: str) -> str:
    safe = escape(text, quote=False)
    if lang == "en":
        for sign, entity in _ENTITIES.items():
            safe = safe.replace(sign, entity)
    address = f"https://apps.sfc.hk/edistributionWeb/gateway/{lang.upper()}/news-and-announcements/news/doc?refNo="
    return _LINK.sub(rf'<a href="{address}\1" target="_blank">\2</a>', safe)

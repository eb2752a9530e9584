# SPDX-License-Identifier: MIT
"""Sanitised HTML cut into its paragraphs, and two texts set side by side as a table of two columns."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from hkwatch.domain.digits import natural
from hkwatch.domain.pairing import Shape, pair_up
from hkwatch.ui.reader.facts import keep_letters_of_markup_together

GAP_PX = 28
_ROW_GAP_PX, _ITEM_GAP_PX = 12, 4
_VOID = frozenset(("br", "hr", "img"))
_LISTS = frozenset(("ul", "ol"))


@dataclass(frozen=True, slots=True)
class Side:
    """One of two columns: sanitised HTML, or plain text where there is none."""

    title: str
    markup: str
    plain: str
    language: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, table, or item of a list, as HTML that stands by itself."""

    html: str
    shape: Shape


_Row = tuple[Sequence[Block], Sequence[Block]]


def split_blocks(markup: str) -> list[Block]:
    """The blocks of sanitised HTML, in order; nothing of the text is left out."""
    splitter = _Splitter()
    splitter.feed(markup)
    splitter.close()
    splitter.flush()
    return splitter.blocks


def paragraphs(plain: str) -> str:
    """Plain text as paragraphs: an empty line ends one, a single line end breaks the line."""
    parts = [part.strip() for part in plain.replace("\r\n", "\n").split("\n\n")]
    return "".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in parts if part)


def side_by_side(left: Side, right: Side) -> str:
    """Both texts as one table, a paragraph beside its like: what is scrolled together stays together."""
    blocks = [split_blocks(_whole(side)) for side in (left, right)]
    places = pair_up([one.shape for one in blocks[0]], [one.shape for one in blocks[1]])
    rows = [([blocks[0][at] for at in a], [blocks[1][at] for at in b]) for a, b in places]
    return (
        '<table width="100%" cellspacing="0" cellpadding="0">'
        + "".join(_row(a, b, _gap(rows[at : at + 2])) for at, (a, b) in enumerate(rows))
        + "</table>"
    )


def _whole(side: Side) -> str:
    # The head has the title of one of them in large letters already.
    text = f"<p><b>{html.escape(side.title)}</b></p>{side.markup or paragraphs(side.plain)}"
    return keep_letters_of_markup_together(text, side.language)


def _gap(rows: Sequence[_Row]) -> int:
    """What is kept free between two rows: less between the items of a list."""
    # A cell ends with the last line in it; what a paragraph itself keeps free below it is lost there.
    is_list = all(block.shape.kind == "li" for row in rows for side in row for block in side)
    return _ITEM_GAP_PX if is_list and len(rows) > 1 else _ROW_GAP_PX


def _row(left: Sequence[Block], right: Sequence[Block], below: int) -> str:
    cells = (
        f'<td width="50%" valign="top" style="padding-{edge}: {GAP_PX // 2}px; padding-bottom: {below}px">'
        f"{''.join(block.html for block in blocks)}</td>"
        for edge, blocks in (("right", left), ("left", right))
    )
    return f"<tr>{''.join(cells)}</tr>"


class _Splitter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._kind = ""
        self._size = 0
        self._depth = 0
        self._list = ""
        self._number = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._parts.append(self.get_starttag_text() or f"<{tag}>")
            return
        if self._depth == 0:
            self.flush()
            if tag in _LISTS:
                start = dict(attrs).get("start") or "1"
                self._list, self._number, self._depth = tag, natural(start) or 1, 1
                return
            self._kind = "h" if tag in ("h3", "h4", "h5") else tag
        elif self._depth == 1 and self._list:
            self.flush()
            self._kind = "li"
        self._parts.append(self.get_starttag_text() or "")
        self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or self._depth == 0:
            return
        self._depth -= 1
        if self._list and self._depth == 0:
            self.flush()
            self._list = ""
            return
        self._parts.append(f"</{tag}>")
        if self._depth == (1 if self._list else 0):
            self.flush()

    def handle_data(self, data: str) -> None:
        self._parts.append(data)
        self._size += len(data.strip())

    def handle_entityref(self, name: str) -> None:
        self._parts.append(f"&{name};")
        self._size += 1

    def handle_charref(self, name: str) -> None:
        self._parts.append(f"&#{name};")
        self._size += 1

    def flush(self) -> None:
        """What was gathered is a block, if it says anything."""
        text, size, kind = "".join(self._parts), self._size, self._kind or "p"
        self._parts, self._size, self._kind = [], 0, ""
        if not text.strip():
            return
        if self._list:
            start = f' start="{self._number}"' if self._list == "ol" else ""
            self._number += 1
            text = f"<{self._list}{start}>{text}</{self._list}>"
        elif not text.lstrip().startswith("<") or kind in ("a", "b", "strong", "i", "em", "u", "sup", "sub"):
            # Text that stands in no paragraph.
            text, kind = f"<p>{text}</p>", "p"
        self.blocks.append(Block(text, Shape(kind, size)))

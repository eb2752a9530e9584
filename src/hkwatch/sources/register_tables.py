# SPDX-License-Identifier: MIT
"""HTML tables as plain cells: spans unfolded, heading rows told from rows, and the heading that stands above each.

    page ─► tables, in order ─► Table(heading, headers per column, rows)

What a column means is decided in `register_columns.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hkwatch.domain.digits import natural
from hkwatch.sources.html import plain_line
from hkwatch.sources.register_columns import column_names, is_language

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = re.compile(r"\blists?\b|名單|名单|名冊|名册", re.IGNORECASE)
_MOST_HEADING_CHARS = 200
_BLOCKS = frozenset(("br", "p", "div", "li", "tr"))
_MOST_SPAN = 40
_DASHES = re.compile(r"[\s\-–—−]*")
_SAID_EMPTY = re.compile(
    r"[\s\-–—−]*[\-–—−][\s\-–—−]*|nil\.?|none\.?|n/?a|無|无|沒有|没有|不適用|不适用", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `lines` are its lines without surrounding space; `links` the addresses in it."""

    lines: tuple[str, ...]
    links: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole cell in one line; empty for dashes."""
        return " ".join(line for line in self.lines if not _DASHES.fullmatch(line))


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `headers` is for each column the text of its heading cells, topmost first, each text once.

    `rows` are as wide as the table. `short` counts rows that had fewer cells. `says_empty`: one row, of dashes or the like.
    """

    heading: str
    headers: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    short: int
    says_empty: bool


def tables(page: LexborHTMLParser) -> list[Table]:
    """The tables of a page that hold no other table, in order."""
    found: list[Table] = []
    heading = ""
    for node in _elements(page):
        if node.tag == "table":
            inside = node.traverse(include_text=False)
            if not any(one.tag == "table" and one.mem_id != node.mem_id for one in inside):
                found.append(_table(node, heading))
            continue
        text = _as_heading(node)
        if text:
            heading = text
    return found


def _elements(page: LexborHTMLParser) -> Iterator[LexborNode]:
    body = page.body
    if body is None:
        return
    yield from body.traverse(include_text=False)


def _as_heading(node: LexborNode) -> str:
    if node.tag in _HEADINGS:
        return plain_line(node.text())
    # An accordion's title is no heading element, but says that it is a list.
    if node.tag in ("td", "th", "a", "option"):
        return ""
    text = node.text(deep=False)
    if not text or len(text) > _MOST_HEADING_CHARS or not _LISTS.search(text):
        return ""
    return plain_line(text)


def _table(node: LexborNode, heading: str) -> Table:
    caption = node.css_first("caption")
    if caption is not None and plain_line(caption.text()):
        heading = plain_line(caption.text())
    grid: list[tuple[bool, list[Cell]]] = []
    spanning: dict[int, tuple[int, Cell]] = {}
    for row in node.css("tr"):
        cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        if not cells and not spanning:
            continue
        is_header = bool(cells) and (
            all(cell.tag == "th" for cell in cells) or (row.parent is not None and row.parent.tag == "thead")
        )
        grid.append((is_header, _unfold(cells, spanning)))
    headers = [cells for is_header, cells in grid if is_header]
    rows = [cells for is_header, cells in grid if not is_header]
    width = max((len(cells) for _, cells in grid), default=0)
    if not headers and len(rows) > 1 and "name_en" in column_names(tuple((cell.text,) for cell in rows[0])):
        # A table without heading cells, whose first row says what the columns are.
        headers, rows = [rows[0]], rows[1:]
        while len(rows) > 1 and rows[0] and (_repeats(headers[0], rows[0]) or _is_language_row(rows[0])):
            headers.append(rows.pop(0))
    full = [cells for cells in rows if len(cells) == width]
    texts = [[cell.text for cell in cells] for cells in rows]
    raw = [" ".join(line for cell in cells[:1] for line in cell.lines) for cells in rows]
    says_empty = bool(rows) and all(
        not any(line) or (len(set(line)) == 1 and _SAID_EMPTY.fullmatch(line[0])) for line in texts
    )
    says_empty = says_empty and any(_SAID_EMPTY.fullmatch(text) for text in raw)
    kept = [] if says_empty else [cells for cells in full if any(cell.text for cell in cells)]
    return Table(
        heading,
        tuple(_stack(headers, column) for column in range(width)),
        tuple(tuple(cells) for cells in kept),
        0 if says_empty else len(rows) - len(full),
        says_empty,
    )


def _repeats(first: list[Cell], second: list[Cell]) -> bool:
    """Whether a second row goes on with headings: it repeats a spanning cell of the first."""
    return any(one is other for one, other in zip(first, second, strict=False))


def _is_language_row(cells: list[Cell]) -> bool:
    """Whether a row says no more than which column is in which language."""
    texts = {cell.text for cell in cells if cell.text}
    return bool(texts) and all(is_language(text) for text in texts)


def _stack(headers: list[list[Cell]], column: int) -> tuple[str, ...]:
    texts = [row[column].text for row in headers if column < len(row)]
    return tuple(dict.fromkeys(text for text in texts if text))


def _unfold(cells: list[LexborNode], spanning: dict[int, tuple[int, Cell]]) -> list[Cell]:
    """One row's cells by column; `spanning` holds (rows left, cell) of those that reach down from above."""
    line: list[Cell] = []
    waiting = list(cells)
    while waiting or len(line) in spanning:
        column = len(line)
        if column in spanning:
            left, cell = spanning.pop(column)
            if left > 1:
                spanning[column] = (left - 1, cell)
            line.append(cell)
            continue
        node = waiting.pop(0)
        cell = _cell(node)
        down = _span(node, "rowspan")
        for _ in range(_span(node, "colspan")):
            if down > 1:
                spanning[len(line)] = (down - 1, cell)
            line.append(cell)
    return line


def _span(node: LexborNode, name: str) -> int:
    return max(1, min(natural(node.attributes.get(name) or "1") or 1, _MOST_SPAN))


def _cell(node: LexborNode) -> Cell:
    pieces: list[str] = []
    links: list[str] = []
    for part in node.traverse(include_text=True):
        if part.tag == "-text":
            pieces.append(part.text(deep=False) or "")
        elif part.tag in _BLOCKS:
            pieces.append("\n")
        elif part.tag == "a" and part.attributes.get("href"):
            links.append(str(part.attributes["href"]))
    # A line end in the source is a blank; only an element breaks a line.
    text = "".join("\n" if piece == "\n" else " ".join(f"|{piece}|".split())[1:-1] for piece in pieces)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return Cell(tuple(line for line in lines if line), tuple(links))

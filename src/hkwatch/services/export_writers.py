# SPDX-License-Identifier: MIT
"""Lists of items as CSV, JSON, Markdown and HTML, row by row: none of them ever holds the whole list.

Every text comes from outside: CSV cells cannot become formulas, Markdown and HTML show them as they are, and links lead
to http and https only.
"""

import csv
import html
import io
import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import BinaryIO, Protocol

from hkwatch import __version__
from hkwatch.domain.export import NUMBERS, Cell, Column, ExportRow, ExportWords, Format, iso, safe_cell, without_control
from hkwatch.domain.hkt import format_minute

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~&#])")
_STYLE = """
:root { color-scheme: light dark; --ink: #16202b; --soft: #5c6773; --line: #dfe4ea; --ground: #fff; --link: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf0; --soft: #9aa5b1; --line: #343b44; --ground: #171b20; --link: #7db7f5; }
}
body { margin: 32px; color: var(--ink); background: var(--ground);
  font: 14px/1.45 Inter, "Noto Sans", "Segoe UI", system-ui, sans-serif; }
:lang(zh-Hant) { font-family: "Noto Sans CJK HK", "Noto Sans HK", "PingFang HK", "Microsoft JhengHei", sans-serif; }
:lang(zh-Hans) { font-family: "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0 0 4px; font-size: 22px; }
p { margin: 0 0 20px; color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; color: var(--soft); white-space: nowrap; }
th, td { padding: 7px 14px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.title { min-width: 260px; font-weight: 500; } td.number { text-align: right; } td.time { white-space: nowrap; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
footer { margin-top: 16px; color: var(--soft); }
@media print { body { margin: 0; font-size: 10px; } tr { break-inside: avoid; } thead { display: table-header-group; } }
"""


class Writer(Protocol):
    """Takes a list row by row."""

    def begin(self) -> None:
        """Before the first row."""

    def row(self, row: ExportRow) -> None:
        """One item."""

    def end(self) -> None:
        """After the last row."""


class CsvWriter:
    """UTF-8 with a byte order mark: without one Excel reads Chinese as gibberish."""

    def __init__(self, target: BinaryIO, columns: Sequence[Column], words: ExportWords) -> None:
        self._columns, self._words = columns, words
        self._text = io.TextIOWrapper(target, "utf-8-sig", newline="", write_through=True)
        self._csv = csv.writer(self._text)

    def begin(self) -> None:
        """The head."""
        self._csv.writerow([safe_cell(self._words.head(column)) for column in self._columns])

    def row(self, row: ExportRow) -> None:
        """One item."""
        self._csv.writerow([self._cell(column, row.cells.get(column)) for column in self._columns])

    def end(self) -> None:
        """Hand the last of it over."""
        self._text.flush()
        self._text.detach()

    def _cell(self, column: Column, cell: Cell) -> str | int:
        return cell if isinstance(cell, int) else safe_cell(self._words.text(column, cell))


class JsonWriter:
    """One object; its items stand one a line, with codes in place of words."""

    def __init__(self, target: BinaryIO, columns: Sequence[Column], at: datetime) -> None:
        self._target, self._columns, self._at = target, columns, at
        self._is_first = True

    def begin(self) -> None:
        """What stands before the items."""
        about = json.dumps({"program": f"hkwatch {__version__}", "exported_at": iso(self._at)})
        self._target.write(f'{about[:-1]}, "items": ['.encode())

    def row(self, row: ExportRow) -> None:
        """One item."""
        plain = {column.value: _plain(row.cells.get(column)) for column in self._columns}
        # Surrogates alone are no text that UTF-8 could hold.
        line = json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace")
        self._target.write((b"\n" if self._is_first else b",\n") + line)
        self._is_first = False

    def end(self) -> None:
        """Close the object."""
        self._target.write(b"\n]}\n")


class MarkdownWriter:
    """A table; the title carries the link."""

    def __init__(self, target: BinaryIO, columns: Sequence[Column], words: ExportWords, at: datetime) -> None:
        self._target, self._words, self._at = target, words, at
        # The title is the link, unless there is no title.
        self._columns = [column for column in columns if column is not Column.LINK or Column.TITLE not in columns]
        self._count = 0

    def begin(self) -> None:
        """Title and head."""
        heads = " | ".join(escape_markdown(self._words.head(column)) for column in self._columns)
        rule = " | ".join("---:" if column in NUMBERS else "---" for column in self._columns)
        self._write(f"# {escape_markdown(self._words.title)}\n\n| {heads} |\n| {rule} |\n")

    def row(self, row: ExportRow) -> None:
        """One item."""
        self._count += 1
        self._write(f"| {' | '.join(self._cell(column, row) for column in self._columns)} |\n")

    def end(self) -> None:
        """How many they are, and when."""
        self._write(f"\n{escape_markdown(_made(self._words, self._count, self._at))}\n")

    def _cell(self, column: Column, row: ExportRow) -> str:
        text = escape_markdown(self._words.text(column, row.cells.get(column)))
        if column in (Column.TITLE, Column.LINK) and row.link:
            return f"[{text}](<{row.link.replace('|', '%7C')}>)"
        return text

    def _write(self, text: str) -> None:
        self._target.write(text.encode("utf-8", "replace"))


class HtmlWriter:
    """One file that needs no other, loads nothing and runs nothing."""

    def __init__(self, target: BinaryIO, columns: Sequence[Column], words: ExportWords, at: datetime) -> None:
        self._target, self._words, self._at = target, words, at
        self._columns = [column for column in columns if column is not Column.LINK or Column.TITLE not in columns]
        self._count = 0

    def begin(self) -> None:
        """Head and styles."""
        title, lang = html.escape(self._words.title), html.escape(self._words.language)
        heads = "".join(f'<th scope="col">{html.escape(self._words.head(column))}</th>' for column in self._columns)
        self._write(
            f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
            f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
        )

    def row(self, row: ExportRow) -> None:
        """One item."""
        self._count += 1
        self._write(f"<tr>{''.join(self._cell(column, row) for column in self._columns)}</tr>\n")

    def end(self) -> None:
        """How many they are, and when."""
        self._write(
            f"</tbody>\n</table>\n<footer>{html.escape(_made(self._words, self._count, self._at))}</footer>\n"
            "</body>\n</html>\n"
        )

    def _cell(self, column: Column, row: ExportRow) -> str:
        cell = row.cells.get(column)
        text = html.escape(without_control(self._words.text(column, cell)))
        if column in (Column.TITLE, Column.LINK) and row.link:
            text = f'<a href="{html.escape(row.link)}" rel="noopener noreferrer">{text}</a>'
        if column in (Column.TITLE, Column.SUMMARY):
            return f'<td class="{column.value}" lang="{html.escape(row.lang)}">{text}</td>'
        if isinstance(cell, datetime):
            return f'<td class="time"><time datetime="{text}">{text.replace("T", " ")}</time></td>'
        return f'<td class="number">{text}</td>' if column in NUMBERS else f"<td>{text}</td>"

    def _write(self, text: str) -> None:
        self._target.write(text.encode("utf-8", "replace"))


def make_writer(form: Format, target: BinaryIO, columns: Sequence[Column], words: ExportWords, at: datetime) -> Writer:
    """What writes a list as `form` into `target`; `at` is when it is exported."""
    match form:
        case Format.CSV:
            return CsvWriter(target, columns, words)
        case Format.JSON:
            return JsonWriter(target, columns, at)
        case Format.MARKDOWN:
            return MarkdownWriter(target, columns, words, at)
        case Format.HTML:
            return HtmlWriter(target, columns, words, at)
        case Format.XLSX:
            from hkwatch.services.export_xlsx import XlsxWriter  # noqa: PLC0415 - loaded only when it is wanted

            return XlsxWriter(target, columns, words)


def escape_markdown(text: str) -> str:
    """The text on one line, with nothing in it that Markdown or a table would take for its own."""
    return _MARKDOWN.sub(r"\\\1", " ".join(without_control(text).split()))


def _made(words: ExportWords, count: int, at: datetime) -> str:
    return words.made.format(f"{count:,}", format_minute(at), f"hkwatch {__version__}")


def _plain(cell: Cell) -> str | int | None:
    match cell:
        case None | int() | str():
            return cell
        case datetime():
            return iso(cell)
        case _:
            return cell.isoformat()

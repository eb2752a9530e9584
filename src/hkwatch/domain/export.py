# SPDX-License-Identifier: MIT
"""What an exported list of items holds: its columns, the value of each, and how values become harmless text."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import urlsplit

from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.unseen import without_unseen

Cell = str | int | datetime | date | None
_FORMULA = re.compile(r"^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]")
"""How a cell begins that a spreadsheet takes for a formula, full-width signs as well."""


class Format(StrEnum):
    """What a list can be written as; the value is the file's suffix."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    MARKDOWN = "md"
    HTML = "html"


class Column(StrEnum):
    """What can be said of an item, in the order of the file."""

    PUBLISHED = "published"
    FIRST_SEEN = "first_seen"
    PUBLISHER = "publisher"
    REF = "ref"
    TITLE = "title"
    TYPE = "type"
    LEVEL = "level"
    TOPICS = "topics"
    STATE = "state"
    ACKNOWLEDGED = "acknowledged"
    NOTE = "note"
    DEADLINE = "deadline"
    SOURCES = "sources"
    REVISION = "revision"
    LANGUAGES = "languages"
    SUMMARY = "summary"
    LINK = "link"
    CITATION = "citation"


USUAL = tuple(column for column in Column if column not in (Column.REVISION, Column.LANGUAGES, Column.SUMMARY))
"""The columns of a file when nobody says otherwise."""
NUMBERS = frozenset({Column.SOURCES, Column.REVISION})
HEADS = {
    Column.PUBLISHED: "Published",
    Column.FIRST_SEEN: "First seen",
    Column.PUBLISHER: "Publisher",
    Column.REF: "Reference",
    Column.TITLE: "Title",
    Column.TYPE: "Type",
    Column.LEVEL: "Level",
    Column.TOPICS: "Topics",
    Column.STATE: "State",
    Column.ACKNOWLEDGED: "Acknowledged",
    Column.NOTE: "Note",
    Column.DEADLINE: "Deadline",
    Column.SOURCES: "Sources",
    Column.REVISION: "Revision",
    Column.LANGUAGES: "Languages",
    Column.SUMMARY: "Summary",
    Column.LINK: "Link",
    Column.CITATION: "Citation",
}


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One item: a cell for each column. `lang` is the title's language, `link` a web address or empty."""

    cells: dict[Column, Cell]
    lang: str
    link: str


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The file's words in the language of its reader. What is missing is said in English."""

    language: str = "en"
    title: str = "Items"
    made: str = "{0} items · exported {1} · {2}"
    """`{0}` how many, `{1}` when, `{2}` by which program."""
    heads: dict[Column, str] = field(default_factory=dict)
    values: dict[tuple[Column, str], str] = field(default_factory=dict)
    """Words for a type, level, state or publisher by its code."""

    def head(self, column: Column) -> str:
        """The name of a column."""
        return self.heads.get(column, HEADS[column])

    def text(self, column: Column, cell: Cell) -> str:
        """A cell as text: times in ISO 8601 with Hong Kong's offset, a code by its word, nothing for None."""
        match cell:
            case None:
                return ""
            case datetime():
                return iso(cell)
            case date():
                return cell.isoformat()
            case int():
                return str(cell)
            case _:
                return self.values.get((column, cell), cell)


def iso(moment: datetime) -> str:
    """`2026-11-25T16:33:05+08:00`."""
    return to_hkt(moment).isoformat(timespec="seconds")


def safe_cell(text: str) -> str:
    """The text without control characters, and with an apostrophe before what a spreadsheet would calculate."""
    text = without_unseen(text)
    return f"'{text}" if _FORMULA.match(text) else text


def without_control(text: str) -> str:
    """The text without control characters; tabs and line ends stay."""
    return without_unseen(text)


def web_link(address: str) -> str:
    """The address if it is http or https with a host and holds nothing that ends a link early; else empty."""
    if any(char.isspace() or char in '<>"' or not char.isprintable() for char in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""

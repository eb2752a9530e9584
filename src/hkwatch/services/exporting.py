# SPDX-License-Identifier: MIT
"""Writes the items of a view, or chosen ones, to a file: read page by page, so that memory and locks stay small."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from hkwatch.domain.citation import Cited, Form, cite
from hkwatch.domain.export import USUAL, Column, ExportRow, ExportWords, Format, web_link
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Precision
from hkwatch.domain.query import Query
from hkwatch.domain.rows import InboxRow
from hkwatch.services.export_writers import make_writer
from hkwatch.services.inbox import InboxReader
from hkwatch.services.new_file import new_file
from hkwatch.store.export_rows import Extra

PAGE = 400


class CancelledError(Exception):
    """The user thought better of it; nothing was written."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which items: those of `items`, or where that is None all that `query` finds."""

    query: Query
    items: tuple[ItemId, ...] | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written. Titles come in the language the reader speaks."""

    chosen: Chosen
    format: Format
    at: datetime
    columns: tuple[Column, ...] = USUAL
    words: ExportWords = field(default_factory=ExportWords)
    cite_in: str = ""
    """The language of citations; empty = each in that of its title."""


def rows_of(reader: InboxReader, chosen: Chosen) -> Iterator[tuple[InboxRow, ...]]:
    """The items in the list's order, a page at a time. Raises StoreError, QueryError."""
    if chosen.items is not None:
        for start in range(0, len(chosen.items), PAGE):
            part = chosen.items[start : start + PAGE]
            found = {row.id: row for row in reader.rows(part)}
            yield tuple(found[item] for item in part if item in found)
        return
    before: ItemId | None = None
    while True:
        page = reader.page(chosen.query, before, PAGE)
        yield page.rows
        if not page.more:
            return
        before = page.rows[-1].id


def write_export(
    reader: InboxReader,
    export: Export,
    target: BinaryIO,
    told: Callable[[int], None] = lambda _count: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write the list into `target`; how many items it has. `told` hears how many are done, page by page.

    Raises StoreError, QueryError, CancelledError, and OSError of the target.
    """
    writer = make_writer(export.format, target, export.columns, export.words, export.at)
    writer.begin()
    count, cites = 0, Column.CITATION in export.columns
    for rows in rows_of(reader, export.chosen):
        if is_cancelled():
            raise CancelledError
        extras = reader.extras(tuple(row.id for row in rows))
        for row in rows:
            if row.id in extras:
                cited = citation(row, extras[row.id], export.cite_in, reader.publisher_name) if cites else ""
                writer.row(export_row(row, extras[row.id], cited))
                count += 1
        told(count)
    writer.end()
    return count


def write_export_file(
    reader: InboxReader,
    export: Export,
    file: Path,
    told: Callable[[int], None] = lambda _count: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """As `write_export`, into a file that is there whole at the end, or not at all."""
    with new_file(file) as target:
        count = write_export(reader, export, target, told, is_cancelled)
        if is_cancelled():
            raise CancelledError
        return count


def export_row(row: InboxRow, extra: Extra, cited: str = "") -> ExportRow:
    """What a file says of an item; `cited` is its citation."""
    published = row.published_at
    link = web_link(extra.urls.get(row.lang, "") or next((url for url in extra.urls.values() if url), ""))
    state = row.state.name.lower()
    if row.archived:
        state = "archived"
    elif row.acknowledged:
        state = "acknowledged"
    return ExportRow(
        {
            # Where only a day was stated, a time of day would be made up.
            Column.PUBLISHED: to_hkt(published).date()
            if published is not None and row.precision is Precision.DAY
            else published,
            Column.FIRST_SEEN: row.first_seen_at,
            Column.PUBLISHER: row.publisher,
            Column.REF: row.ref,
            Column.TITLE: row.title,
            Column.TYPE: row.doc_type.value,
            Column.LEVEL: row.level.name.lower(),
            Column.TOPICS: ", ".join(extra.topics),
            Column.STATE: state,
            Column.ACKNOWLEDGED: extra.acknowledged_at,
            Column.NOTE: extra.note,
            Column.DEADLINE: row.closes_on,
            Column.SOURCES: row.sources_count,
            Column.REVISION: row.revision,
            Column.LANGUAGES: ", ".join(row.langs),
            Column.SUMMARY: row.summary,
            Column.LINK: link,
            Column.CITATION: cited,
        },
        row.lang,
        link,
    )


def citation(row: InboxRow, extra: Extra, language: str, publisher: Callable[[str, str], str]) -> str:
    """An item's citation in a language, empty = that of its title; a title that does not exist in it stands as it is.

    `publisher` gives the full name of one by its id and a language.
    """
    spoken = language or row.lang
    lang = spoken if spoken in extra.titles else row.lang
    url = web_link(extra.urls.get(lang, "") or next((one for one in extra.urls.values() if one), ""))
    name, title = publisher(row.publisher, spoken), extra.titles.get(lang) or row.title
    return cite(Cited(name, title, row.ref, row.published_at, row.first_seen_at, url, spoken), Form.PLAIN)


def plain_words(publishers: Sequence[tuple[str, str]]) -> ExportWords:
    """English words with the publishers' short names, given as id and name."""
    return ExportWords(values={(Column.PUBLISHER, ident): name for ident, name in publishers})

# SPDX-License-Identifier: MIT
"""Beginnings of words, spelt out: the same rows are found, and words that come in later too."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from hkwatch.domain.query import parse_query
from hkwatch.store import pages, terms, view_counts
from hkwatch.store.db import open_reader

from .stored import FOLDER, NOW, add, new_item

TITLES = (
    "Licence granted",
    "Licences returned",
    "Licensing reform",
    "The café license",
    "現貨ETF上市",
    "Their lice",
    "The SFC speaks",
    "lic",
    "Licenced 2026 desk",
)
LICENCES = 'words : ("licence" OR "licenced" OR "licences")'


@pytest.fixture
def reader(db: sqlite3.Connection, file: Path) -> Iterator[sqlite3.Connection]:
    add(db, *(new_item(title, at=NOW + timedelta(seconds=n)) for n, title in enumerate(TITLES)))
    with closing(open_reader(file)) as opened:
        yield opened


def test_a_beginning_becomes_the_words_that_begin_so(reader: sqlite3.Connection) -> None:
    assert terms.spelt_out(reader, 'words : "licence" *') == LICENCES


def test_every_beginning_of_an_expression_is_spelt_out_and_nothing_else(reader: sqlite3.Connection) -> None:
    match = '((words : "licence" *) AND (words : "the")) NOT (facets : "src_sfc" *)'
    assert terms.spelt_out(reader, match) == f'(({LICENCES}) AND (words : "the")) NOT (facets : "src_sfc" *)'


def test_a_beginning_of_no_word_or_of_too_many_is_left_to_the_index(db: sqlite3.Connection, file: Path) -> None:
    add(db, *(new_item(f"word{n}", at=NOW + timedelta(seconds=n)) for n in range(65)))
    with closing(open_reader(file)) as reader:
        for match in ('words : "word" *', 'words : "absent" *', None):
            assert terms.spelt_out(reader, match) == match
        spelt = terms.spelt_out(reader, 'words : "word1" *')
        assert spelt is not None
        assert spelt.count("OR") == 10


def test_the_connection_that_writes_asks_the_index_itself(db: sqlite3.Connection) -> None:
    assert terms.spelt_out(db, 'words : "licence" *') == 'words : "licence" *'


@pytest.mark.parametrize(
    "text", ["lic", "licen", "the lic", "the", "-lic", "lic OR the", "etf", "title:lic", "2026", "src:sfc lice"]
)
def test_a_reader_finds_what_the_writer_finds(db: sqlite3.Connection, reader: sqlite3.Connection, text: str) -> None:
    query = parse_query(text)
    wanted = pages.page(db, query, FOLDER)
    assert wanted.rows
    assert pages.page(reader, query, FOLDER) == wanted
    assert view_counts.counts(reader, query, FOLDER) == view_counts.counts(db, query, FOLDER)


def test_a_word_stored_since_the_reader_was_opened_is_found(db: sqlite3.Connection, reader: sqlite3.Connection) -> None:
    assert len(pages.page(reader, parse_query("licence"), FOLDER).rows) == 3
    add(db, new_item("Licenceless", at=NOW + timedelta(minutes=1)))
    assert pages.page(reader, parse_query("licence"), FOLDER).rows[0].title == "Licenceless"

# SPDX-License-Identifier: MIT
import csv
import errno
import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from hkwatch.domain.errors import StoreError
from hkwatch.domain.export import Column, ExportRow, ExportWords, Format, safe_cell, web_link
from hkwatch.services.export_writers import escape_markdown, make_writer
from hkwatch.services.new_file import new_file

NOW = datetime(2026, 11, 25, 8, 33, 5, tzinfo=UTC)
COLUMNS = (Column.PUBLISHED, Column.TITLE, Column.LEVEL, Column.SOURCES, Column.NOTE, Column.LINK)
ROW = ExportRow(
    {
        Column.PUBLISHED: NOW,
        Column.TITLE: "證監會發出牌照",
        Column.LEVEL: "high",
        Column.SOURCES: 3,
        Column.NOTE: '=HYPERLINK("http://example.test","x")',
        Column.LINK: "https://example.test/26PR1",
    },
    "zh-Hant",
    "https://example.test/26PR1",
)


def written(form: Format, *rows: ExportRow, words: ExportWords | None = None) -> bytes:
    target = io.BytesIO()
    writer = make_writer(form, target, COLUMNS, words or ExportWords(), NOW)
    writer.begin()
    for row in rows:
        writer.row(row)
    writer.end()
    return target.getvalue()


def test_csv_opens_in_excel_with_chinese_hong_kong_times_and_no_formula() -> None:
    raw = written(Format.CSV, ROW)
    assert raw.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(io.StringIO(raw.decode("utf-8-sig")))
    assert head[:2] == ["Published", "Title"]
    assert row[0] == "2026-11-25T16:33:05+08:00"
    assert row[1] == "證監會發出牌照"
    assert row[3] == "3"
    assert row[4].startswith("'=")


@given(st.text())
def test_no_cell_of_a_spreadsheet_can_begin_like_a_formula(text: str) -> None:
    assert safe_cell(text).lstrip()[:1] not in ("=", "+", "-", "@", "＝", "＋", "－", "＠")
    assert "\x00" not in safe_cell(text)


def test_a_workbook_keeps_numbers_as_numbers_and_formulas_as_texts(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(written(Format.XLSX, ROW))
    sheet = load_workbook(file).active
    assert sheet is not None
    cells = [sheet.cell(2, n) for n in range(1, 7)]
    assert cells[3].value == 3
    assert (cells[4].data_type, cells[4].value) == ("s", ROW.cells[Column.NOTE])
    assert sheet.freeze_panes == "A2"


def test_a_workbook_holds_dates_of_hong_kong_s_clock_and_links_that_lead_to_the_web_only(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    odd = replace(ROW, link="javascript:alert(1)")
    file.write_bytes(written(Format.XLSX, ROW, odd, replace(ROW, cells={**ROW.cells, Column.PUBLISHED: None})))
    sheet = load_workbook(file).active
    assert sheet is not None
    assert sheet.cell(1, 1).value == "Published (HKT)"
    first = sheet.cell(2, 1)
    assert (first.value, first.number_format, first.is_date) == (
        datetime(2026, 11, 25, 16, 33, 5),  # noqa: DTZ001 - a cell has no zone, its head names it
        "yyyy-mm-dd hh:mm",
        True,
    )
    assert sheet.cell(4, 1).value is None
    title = sheet.cell(2, 2)
    assert title.value == "證監會發出牌照"
    assert title.hyperlink is not None
    assert title.hyperlink.target == ROW.link
    assert sheet.cell(3, 2).hyperlink is None


def test_json_holds_codes_and_nulls() -> None:
    found = json.loads(written(Format.JSON, ROW, replace(ROW, cells={Column.TITLE: "two"})))
    assert found["exported_at"] == "2026-11-25T16:33:05+08:00"
    assert found["items"][0]["level"] == "high"
    assert found["items"][1] == {"title": "two"} | {c.value: None for c in COLUMNS if c is not Column.TITLE}
    assert json.loads(written(Format.JSON))["items"] == []


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_shows_hostile_texts_as_they_are_and_loads_nothing() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=y>"
    row = replace(ROW, cells={**ROW.cells, Column.TITLE: hostile, Column.NOTE: '"><b>'})
    page = written(Format.HTML, row, words=ExportWords(title=hostile)).decode()
    seen = _Tags()
    seen.feed(page)
    assert {"script", "img", "b"}.isdisjoint(seen.tags)
    assert hostile in seen.text
    assert seen.links == ["https://example.test/26PR1"]
    assert "default-src 'none'" in page


@given(st.text(max_size=60))
def test_markdown_keeps_a_text_in_its_cell(text: str) -> None:
    line = escape_markdown(text)
    assert "\n" not in line
    assert line.replace("\\|", "").count("|") == line.replace("\\\\", "").replace("\\|", "").count("|")
    row = written(Format.MARKDOWN, replace(ROW, cells={Column.TITLE: text}, link="")).decode().splitlines()[4]
    unescaped = row.replace("\\\\", "").replace("\\|", "")
    assert unescaped.count("|") == len(COLUMNS)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.test/a", True),
        ("http://example.test", True),
        ("javascript:alert(1)", False),
        ("https://example.test/<b>", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_links_lead_to_the_web_only(address: str, kept: bool) -> None:
    assert bool(web_link(address)) is kept


def test_a_full_disk_is_named_and_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(b"old")

    def write_half() -> None:
        with new_file(file) as target:
            target.write(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(StoreError) as caught:
        write_half()
    assert caught.value.key == "disk-full"
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]
    assert file.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught, new_file(tmp_path / "none" / "list.csv"):
        raise AssertionError("nothing can be written")
    assert caught.value.key == "unwritable"


def test_dates_alone_stay_dates() -> None:
    row = replace(ROW, cells={Column.PUBLISHED: (NOW + timedelta(days=1)).date()})
    assert b"2026-11-26,," in written(Format.CSV, row)

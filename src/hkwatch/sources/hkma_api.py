# SPDX-License-Identifier: MIT
"""The HKMA's Open API: all press releases, a hundred a page, each with title, address and day.

A language is always named: without one the answer is an error inside HTTP 200.
"""

import re
from datetime import datetime
from urllib.parse import urlsplit

import msgspec

from hkwatch.domain.address import is_web_address
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.item import Entry, Precision
from hkwatch.sources.archive_page import ArchivePage
from hkwatch.sources.dates import HONG_KONG, read_iso
from hkwatch.sources.html import plain_line
from hkwatch.sources.request import Request, Want

LANGS = {"en": "en", "zh-Hant": "tc", "zh-Hans": "sc"}
"""Our languages in the HKMA's letters."""
PAGE_SIZE = 100
_REF = re.compile(r"\d{8}-\d+")


class _Record(msgspec.Struct):
    title: str | None = None
    link: str | None = None
    date: str | None = None


class _Header(msgspec.Struct):
    success: bool | str
    err_code: str | None = None
    err_msg: str | None = None


class _Result(msgspec.Struct):
    datasize: int = 0
    records: list[_Record] = []


class _Answer(msgspec.Struct):
    header: _Header
    result: _Result | None = None


class PressReleases:
    """`public/press-releases`, newest first."""

    def page_size(self, wanted: int) -> int:
        """A hundred, whatever is asked for."""
        return PAGE_SIZE

    def years(self, reach: datetime, now: datetime) -> tuple[int | None, ...]:
        """The whole archive answers one question."""
        return (None,)

    def request(self, row: SourceRow, page: int, size: int, year: int | None = None) -> Request:
        """One page in the row's language."""
        if page < 0:
            raise ValueError(f"page {page} is out of range")
        address = urlsplit(row.url)._replace(query=f"lang={LANGS[row.lang]}&offset={page * PAGE_SIZE}", fragment="")
        return Request(url=address.geturl(), want=Want.JSON, headers=dict(row.headers))

    def parse(self, body: bytes, row: SourceRow, first_index: int = 0) -> ArchivePage:
        """Releases by the number at the end of their address, which is the same in every language."""
        answer = _decode(body)
        if answer.header.success not in (True, "true"):
            said = " ".join(filter(None, (answer.header.err_code, answer.header.err_msg)))
            raise FormatError("refused-inside", f"The HKMA's answer is an error: {said or 'without words'}.")
        if answer.result is None:
            raise FormatError("unexpected-form", "The HKMA's answer has no result.")
        records = answer.result.records
        if not records and answer.result.datasize > 0:
            raise FormatError(
                "empty-with-total",
                f"The HKMA counts {answer.result.datasize} releases but sent none.",
                "It is asked again at the next check.",
            )
        entries: list[Entry] = []
        warnings: list[str] = []
        for index, record in enumerate(records):
            entry = _entry(record, row.lang)
            if entry is None:
                warnings.append(f"records[{index}] has no title or no address")
            else:
                entries.append(entry)
        if warnings and not entries:
            raise FormatError("unexpected-form", f"None of {len(records)} records is readable: {warnings[0]}.")
        return ArchivePage(tuple(entries), None, len(records) < PAGE_SIZE, tuple(warnings))


def ref_of(link: str) -> str | None:
    """`20260410-4`, the last segment of a release's address; None for an address that ends otherwise."""
    try:
        last = urlsplit(link).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return None
    return last if _REF.fullmatch(last) else None


def _entry(record: _Record, lang: str) -> Entry | None:
    title, link = plain_line(record.title or ""), (record.link or "").strip()
    if not title or not is_web_address(link):
        return None
    ref = ref_of(link)
    stated = read_iso(record.date, HONG_KONG) if record.date else None
    return Entry(
        title=title,
        link=link,
        lang=lang,
        guid=ref or link,
        ref=ref,
        published_at=stated.at if stated else None,
        precision=Precision.DAY,
    )


def _decode(body: bytes) -> _Answer:
    try:
        return msgspec.json.decode(body, type=_Answer)
    except msgspec.ValidationError as exc:
        raise FormatError("unexpected-form", f"The HKMA's answer has another form: {exc}.") from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise FormatError("not-json", f"The HKMA's answer is not JSON: {exc}.") from exc

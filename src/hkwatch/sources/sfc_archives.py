# SPDX-License-Identifier: MIT
"""The SFC's three archives behind one promise: news, circulars, consultations with their deadlines.

All are asked by POST with a language; times come without an offset and are Hong Kong's.
"""

from dataclasses import replace
from datetime import date, datetime

import msgspec

from hkwatch.domain.address import is_web_address
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.deadline import Deadline
from hkwatch.domain.digits import natural
from hkwatch.domain.errors import FormatError
from hkwatch.domain.item import Entry, Precision
from hkwatch.sources import sfc
from hkwatch.sources.archive_page import ArchivePage, CircularFacts
from hkwatch.sources.dates import HONG_KONG
from hkwatch.sources.html import plain_line
from hkwatch.sources.request import Request, Want

CONSULTATIONS_A_PAGE = 50
"""About fifteen are opened a year, so one page holds every deadline that still moves."""


class News:
    """`news/search`: releases of all kinds since 1990."""

    def page_size(self, wanted: int) -> int:
        """As asked, up to the server's limit."""
        return min(wanted, sfc.MAX_PAGE_SIZE)

    def years(self, reach: datetime, now: datetime) -> tuple[int | None, ...]:
        """The whole archive answers one question."""
        return (None,)

    def request(self, row: SourceRow, page: int, size: int, year: int | None = None) -> Request:
        """One page of releases, newest first."""
        return sfc.search_request(row, row.lang, page, size, "all" if year is None else str(year))

    def parse(self, body: bytes, row: SourceRow, first_index: int = 0) -> ArchivePage:
        """Releases by reference number."""
        found = sfc.parse_search(body, first_index)
        count = len(found.entries) + len(found.warnings)
        is_last = count == 0 or first_index + count >= found.total
        return ArchivePage(found.entries, found.total, is_last, found.warnings)


class _Attachment(msgspec.Struct):
    caption: str | None = None


class _Circular(msgspec.Struct, rename="camel"):
    ref_no: str | None = None
    lang: str | None = None
    title: str | None = None
    released_date: str | None = None
    post_doc_type: int | str | None = None
    appendix_doc_list: list[_Attachment] | None = None
    public_url: str | None = None


class _Circulars(msgspec.Struct):
    items: list[_Circular]
    total: int


class Circulars:
    """`circular/search`: one calendar year at a time."""

    def page_size(self, wanted: int) -> int:
        """As asked, up to the server's limit."""
        return min(wanted, sfc.MAX_PAGE_SIZE)

    def years(self, reach: datetime, now: datetime) -> tuple[int | None, ...]:
        """Hong Kong's years from `now` back to `reach`: the server takes no other span."""
        last, first = now.astimezone(HONG_KONG).year, reach.astimezone(HONG_KONG).year
        return tuple(range(last, first - 1, -1))

    def request(self, row: SourceRow, page: int, size: int, year: int | None = None) -> Request:
        """One page of a year's circulars, newest first; without a year the server is asked for all it has."""
        body = _question(row, page, size, "issueDate")
        return _post(row, {**body, "category": "all", "year": "all" if year is None else year})

    def parse(self, body: bytes, row: SourceRow, first_index: int = 0) -> ArchivePage:
        """Circulars by reference number, with their subjects and attachments."""
        answer = sfc.decode(body, _Circulars)
        _refuse_empty(len(answer.items), answer.total, first_index, "circulars")
        entries, facts, warnings = [], [], []
        for index, found in enumerate(answer.items):
            ref, title = (found.ref_no or "").strip(), plain_line(found.title or "")
            if not ref or not title:
                warnings.append(f"items[{index}] has no {'title' if ref else 'refNo'}")
                continue
            link, lang = (found.public_url or "").strip(), sfc.our_lang(found.lang)
            captions = [plain_line(one.caption or "") for one in found.appendix_doc_list or ()]
            entry = _entry(ref, lang, title, link, found.released_date)
            entries.append(replace(entry, attachments=sfc.appendices("circular", ref, lang, captions)))
            kind = natural(str(found.post_doc_type or ""))
            facts.append(CircularFacts(ref, kind, tuple(filter(None, captions))))
        _refuse_unreadable(entries, warnings)
        is_last = _is_last(len(answer.items), answer.total, first_index)
        return ArchivePage(tuple(entries), answer.total, is_last, tuple(warnings), circulars=tuple(facts))


class _Consultation(msgspec.Struct, rename="camel"):
    cp_ref_no: str | None = None
    cp_title: str | None = None
    cp_issue_date: str | None = None
    comment_deadline: str | None = None
    comment_actual_deadline: str | None = None
    cc_ref_no: str | None = None
    cc_title: str | None = None
    cc_issue_date: str | None = None
    lang: str | None = None


class _Consultations(msgspec.Struct):
    items: list[_Consultation]
    total: int


class Consultations:
    """`consultation/search`: papers, deadlines with their extensions, conclusions."""

    def page_size(self, wanted: int) -> int:
        """Always the same: a deadline is extended months after the paper came out."""
        return CONSULTATIONS_A_PAGE

    def years(self, reach: datetime, now: datetime) -> tuple[int | None, ...]:
        """The whole archive answers one question."""
        return (None,)

    def request(self, row: SourceRow, page: int, size: int, year: int | None = None) -> Request:
        """One page of consultations, newest first."""
        body = _question(row, page, size, "cpIssueDate")
        return _post(row, {**body, "category": "", "year": "all" if year is None else str(year)})

    def parse(self, body: bytes, row: SourceRow, first_index: int = 0) -> ArchivePage:
        """A paper and, once out, its conclusions are two entries; each paper has one deadline."""
        answer = sfc.decode(body, _Consultations)
        _refuse_empty(len(answer.items), answer.total, first_index, "consultations")
        entries: list[Entry] = []
        deadlines: list[Deadline] = []
        warnings: list[str] = []
        for index, found in enumerate(answer.items):
            ref, title = (found.cp_ref_no or "").strip(), plain_line(found.cp_title or "")
            if not ref or not title:
                warnings.append(f"items[{index}] has no {'cpTitle' if ref else 'cpRefNo'}")
                continue
            # Rows do not say their language; it is the one asked for.
            lang = sfc.our_lang(found.lang) if found.lang else row.lang
            entries.append(_entry(ref, lang, title, "", found.cp_issue_date))
            concluded = (found.cc_ref_no or "").strip() or None
            issued = sfc.naive_time(found.cc_issue_date)
            if concluded is not None and concluded != ref:
                name = plain_line(found.cc_title or "") or title
                entries.append(_entry(concluded, lang, name, "", found.cc_issue_date))
            deadlines.append(
                Deadline(
                    ref=ref,
                    lang=lang,
                    title=title,
                    announced=_day(found.comment_deadline),
                    actual=_day(found.comment_actual_deadline),
                    conclusion_ref=concluded,
                    concluded_at=issued.at if issued else None,
                )
            )
        _refuse_unreadable(entries, warnings)
        return ArchivePage(
            tuple(entries),
            answer.total,
            _is_last(len(answer.items), answer.total, first_index),
            tuple(warnings),
            deadlines=tuple(deadlines),
        )


def _question(row: SourceRow, page: int, size: int, order_by: str) -> dict[str, object]:
    if page < 0 or not 1 <= size <= sfc.MAX_PAGE_SIZE:
        raise ValueError(f"page {page} of {size} is out of range")
    return {
        "lang": sfc.LANGS[row.lang],
        "pageNo": page,
        "pageSize": size,
        "sort": {"field": order_by, "order": "desc"},
    }


def _post(row: SourceRow, body: dict[str, object]) -> Request:
    return Request(url=row.url, want=Want.JSON, method="POST", json_body=body, headers=dict(row.headers))


def _entry(ref: str, lang: str, title: str, link: str, said: str | None) -> Entry:
    published = sfc.naive_time(said)
    return Entry(
        title=title,
        link=link if is_web_address(link) else sfc.public_url(ref, lang),
        lang=lang,
        guid=ref,
        ref=ref,
        published_at=published.at if published else None,
        precision=published.precision if published else Precision.SECOND,
    )


def _day(said: str | None) -> date | None:
    stated = sfc.naive_time(said)
    return stated.at.astimezone(HONG_KONG).date() if stated else None


def _is_last(count: int, total: int, first_index: int) -> bool:
    return count == 0 or first_index + count >= total


def _refuse_empty(count: int, total: int, first_index: int, what: str) -> None:
    if count == 0 and total > first_index:
        raise FormatError(
            "empty-with-total",
            f"The SFC counts {total} {what} but sent none.",
            "It is asked again at the next check.",
        )


def _refuse_unreadable(entries: list[Entry], warnings: list[str]) -> None:
    if warnings and not entries:
        raise FormatError("unexpected-form", f"None of {len(warnings)} rows is readable: {warnings[0]}.")

# SPDX-License-Identifier: MIT
"""The SFC's own JSON interface: the whole archive of news, a page at a time, and the body of one release.

Times come without an offset and are Hong Kong's. The language is always sent: without it the server fails.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from hkwatch.domain.attachment import MAX_ATTACHMENTS, Attachment
from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.item import Entry, Precision
from hkwatch.sources.dates import HONG_KONG, Stated, read_iso
from hkwatch.sources.documents import attachments_in
from hkwatch.sources.html import plain_line, sanitise, text_of_safe
from hkwatch.sources.request import Request, Want

LANGS = {"en": "EN", "zh-Hant": "TC", "zh-Hans": "SC"}
"""Our languages in the SFC's letters."""
_OUR_LANGS = {theirs: ours for ours, theirs in LANGS.items()}

API_URL = "https://apps.sfc.hk/edistributionWeb/api"
CONTENT_URL = f"{API_URL}/news/content"
GATEWAY_URL = "https://apps.sfc.hk/edistributionWeb/gateway"
MAX_PAGE_SIZE = 1000
CONTENT_SPACING_S = 1.0
"""Bodies are asked for one a second at most."""

_REF = re.compile(r"\d{2}[A-Z]{2,3}\d+")
_FormT = TypeVar("_FormT")
_PATHS = {"EC": "circular", "CP": "consultation", "CC": "consultation"}


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of the archive, in the order asked for. `total` counts the whole archive; `warnings` name rows left out."""

    entries: tuple[Entry, ...]
    total: int
    warnings: tuple[str, ...] = ()


class _Row(msgspec.Struct, rename="camel"):
    news_ref_no: str | None = None
    lang: str | None = None
    title: str | None = None
    news_ext_link: str | None = None
    issue_date: str | None = None
    modification_time: str | None = None


class _Search(msgspec.Struct):
    items: list[_Row]
    total: int


class _Appendix(msgspec.Struct, rename="camel"):
    caption: str | None = None


class _Content(msgspec.Struct, rename="camel"):
    news_ref_no: str
    lang: str
    title: str
    html: str | None = None
    issue_date: str | None = None
    modification_time: str | None = None
    appendix_doc_list: list[_Appendix] | None = None


def find_ref(text: str) -> str | None:
    """The SFC reference number in an address (`refNo=26PR107`) or in a text that is one; None if there is none."""
    by_name = re.search(r"[?&]refNo=(\d{2}[A-Za-z]{2,3}\d+)", text, re.IGNORECASE)
    if by_name is not None:
        return by_name[1].upper()
    whole = text.strip().rsplit("/", 1)[-1]
    return whole if _REF.fullmatch(whole) else None


def public_url(ref: str, lang: str) -> str:
    """The page a person can open for a reference number. `lang` is ours; an unknown one opens the English page."""
    letters = LANGS.get(lang, "EN")
    path = _PATHS.get(ref[2:4], "news-and-announcements/news")
    return f"{GATEWAY_URL}/{letters}/{path}/doc?refNo={ref}"


def search_request(
    row: SourceRow, lang: str, page: int = 0, page_size: int = 100, year: str = "all", category: str = "all"
) -> Request:
    """Ask for one page of the archive, newest first.

    `page` counts from 0; `page_size` is 1 to 1,000; `year` is four digits or `all`. Raises ValueError on anything else.
    """
    if page < 0 or not 1 <= page_size <= MAX_PAGE_SIZE:
        raise ValueError(f"page {page} of {page_size} is out of range")
    return Request(
        url=row.url,
        want=Want.JSON,
        method="POST",
        headers=dict(row.headers),
        json_body={
            "lang": LANGS[lang],
            "category": category,
            "year": year,
            "month": "all",
            "pageNo": page,
            "pageSize": page_size,
            "sort": {"field": "issueDate", "order": "desc"},
        },
    )


def parse_search(body: bytes, first_index: int = 0) -> SearchPage:
    """Read one page.

    `first_index` is where the page begins (`page × page_size`): a page behind the end is rightly empty, an earlier
    one is not and raises FormatError `empty-with-total`, which a later try mends. Rows without a reference number
    or title are left out and named; if no row is usable, that is a FormatError too.
    """
    answer = decode(body, _Search)
    if not answer.items and answer.total > first_index:
        raise FormatError(
            "empty-with-total",
            f"The SFC counts {answer.total} releases but sent none.",
            "It is asked again at the next check.",
        )
    entries: list[Entry] = []
    warnings: list[str] = []
    for index, row in enumerate(answer.items):
        ref = (row.news_ref_no or "").strip()
        title = plain_line(row.title or "")
        if not ref or not title:
            warnings.append(f"items[{index}] has no {'title' if ref else 'newsRefNo'}")
            continue
        lang = our_lang(row.lang)
        link = (row.news_ext_link or "").strip()
        published, modified = naive_time(row.issue_date), naive_time(row.modification_time)
        entries.append(
            Entry(
                title=title,
                link=link if link.startswith(("https://", "http://")) else public_url(ref, lang),
                lang=lang,
                guid=ref,
                ref=ref,
                published_at=published.at if published else None,
                precision=published.precision if published else Precision.SECOND,
                modified_at=modified.at if modified else None,
            )
        )
    if answer.items and not entries:
        raise FormatError("unexpected-form", f"None of {len(answer.items)} rows is readable: {warnings[0]}.")
    return SearchPage(tuple(entries), answer.total, tuple(warnings))


def content_request(ref: str, lang: str) -> Request:
    """Ask for the body of one release. `ref` as in `26PR107`; raises ValueError for anything else."""
    if not _REF.fullmatch(ref):
        raise ValueError(f"{ref!r} is no SFC reference number")
    return Request(
        url=f"{CONTENT_URL}?refNo={ref}&lang={LANGS[lang]}",
        want=Want.JSON,
        spacing_s=CONTENT_SPACING_S,
        # 404 with an empty body is how the server says that it knows no such number.
        accept_status=frozenset((404,)),
    )


def parse_content(body: bytes) -> Entry:
    """Read the body of one release: sanitised HTML and plain text.

    Raises FormatError: `unknown-ref` for the empty body that comes with a number the SFC does not know,
    `unexpected-form` for anything that is not the promised form.
    """
    if not body.strip():
        raise FormatError("unknown-ref", "The SFC knows no release of this number in this language.")
    answer = decode(body, _Content)
    ref, title, lang = answer.news_ref_no.strip(), plain_line(answer.title), our_lang(answer.lang)
    if not ref or not title:
        raise FormatError("unexpected-form", f"The release has no {'title' if ref else 'newsRefNo'}.")
    link = public_url(ref, lang)
    html = sanitise(answer.html or "", link)
    published, modified = naive_time(answer.issue_date), naive_time(answer.modification_time)
    return Entry(
        title=title,
        link=link,
        lang=lang,
        guid=ref,
        ref=ref,
        html=html,
        text=text_of_safe(html),
        published_at=published.at if published else None,
        precision=published.precision if published else Precision.SECOND,
        modified_at=modified.at if modified else None,
        attachments=(
            *appendices("news", ref, lang, [one.caption or "" for one in answer.appendix_doc_list or ()]),
            *attachments_in(html),
        ),
    )


def appendices(kind: str, ref: str, lang: str, captions: Sequence[str]) -> tuple[Attachment, ...]:
    """The appendices of a circular or a release (`kind` is `circular` or `news`), which the SFC numbers from 0."""
    return tuple(
        Attachment(
            plain_line(caption) or str(number + 1),
            f"{API_URL}/{kind}/openAppendix?lang={LANGS[lang]}&refNo={ref}&appendix={number}",
            "pdf",
        )
        for number, caption in enumerate(captions[:MAX_ATTACHMENTS])
    )


def decode(body: bytes, form: type[_FormT]) -> _FormT:
    """An answer in its promised form. Raises FormatError `not-json` or `unexpected-form`."""
    try:
        return msgspec.json.decode(body, type=form)
    except msgspec.ValidationError as exc:
        raise FormatError("unexpected-form", f"The SFC's answer has another form: {exc}.") from exc
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise FormatError("not-json", f"The SFC's answer is not JSON: {exc}.") from exc


def our_lang(theirs: str | None) -> str:
    """Our name of a language in the SFC's letters; English for letters unknown."""
    return _OUR_LANGS.get((theirs or "").upper(), "en")


def naive_time(text: str | None) -> Stated | None:
    """A time without an offset, which is Hong Kong's, cut to seconds; None where there is none to read."""
    stated = read_iso(text, HONG_KONG) if text else None
    # The feed says the same instant cut to seconds; so do we, or every release would seem changed.
    return Stated(stated.at.replace(microsecond=0), stated.precision) if stated else None

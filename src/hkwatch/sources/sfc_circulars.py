# SPDX-License-Identifier: MIT
"""One circular of the SFC: its text, or the PDF that stands for it, and its appendices.

The interface gives HTML for most; for the others, all those before 2012 among them, the signed PDF is all there is.
"""

import re

import msgspec

from hkwatch.domain.errors import FormatError
from hkwatch.domain.item import Entry, Precision
from hkwatch.sources import sfc
from hkwatch.sources.documents import attachments_in, pdf_request
from hkwatch.sources.html import plain_line, sanitise, text_of_safe
from hkwatch.sources.request import Request, Want

_REF = re.compile(r"\d{2}EC\d+")


class _Appendix(msgspec.Struct, rename="camel"):
    caption: str | None = None


class _Circular(msgspec.Struct, rename="camel"):
    ref_no: str
    lang: str
    title: str
    html: str | None = None
    released_date: str | None = None
    modification_time: str | None = None
    appendix_doc_list: list[_Appendix] | None = None


def is_ref(ref: str) -> bool:
    """Whether a reference number is a circular's (`25EC8`)."""
    return _REF.fullmatch(ref) is not None


def content_request(ref: str, lang: str) -> Request:
    """Ask for the text of a circular. Raises ValueError for what is no circular's number."""
    return Request(
        f"{sfc.API_URL}/circular/content?refNo={_checked(ref)}&lang={sfc.LANGS[lang]}",
        want=Want.JSON,
        spacing_s=sfc.CONTENT_SPACING_S,
        accept_status=frozenset((404,)),
    )


def file_url(ref: str, lang: str) -> str:
    """The signed PDF of a circular."""
    return f"{sfc.API_URL}/circular/openFile?lang={sfc.LANGS[lang]}&refNo={_checked(ref)}"


def file_request(ref: str, lang: str) -> Request:
    """Ask for the signed PDF."""
    return pdf_request(file_url(ref, lang))


def parse_content(body: bytes) -> Entry:
    """A circular with its appendices; html and text are empty where only the PDF holds them.

    Raises FormatError: `unknown-ref` for the empty body of an unknown number, `not-json`, `unexpected-form`.
    """
    if not body.strip():
        raise FormatError("unknown-ref", "The SFC knows no circular of this number in this language.")
    answer = sfc.decode(body, _Circular)
    ref, title, lang = answer.ref_no.strip(), plain_line(answer.title), sfc.our_lang(answer.lang)
    if not is_ref(ref) or not title:
        raise FormatError("unexpected-form", f"The circular has no {'title' if ref else 'refNo'}.")
    link = sfc.public_url(ref, lang)
    html = sanitise(answer.html or "", link)
    captions = [one.caption or "" for one in answer.appendix_doc_list or ()]
    published, modified = sfc.naive_time(answer.released_date), sfc.naive_time(answer.modification_time)
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
        attachments=(*sfc.appendices("circular", ref, lang, captions), *attachments_in(html)),
    )


def _checked(ref: str) -> str:
    if not is_ref(ref):
        raise ValueError(f"{ref!r} is no number of an SFC circular")
    return ref

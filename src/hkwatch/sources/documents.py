# SPDX-License-Identifier: MIT
"""Documents behind links: how one is asked for, and which ones a text names."""

import re
from html import unescape

from hkwatch.domain.attachment import MAX_ATTACHMENTS, Attachment, kind_of, stated_size
from hkwatch.domain.item import Entry
from hkwatch.sources.html import as_paragraphs, plain_line
from hkwatch.sources.pdf_outcome import MAX_BYTES
from hkwatch.sources.request import Request, Want

ACCEPT_PDF = "application/pdf, */*;q=0.1"
SPACING_S = 1.0
"""Documents are asked for one a second at most."""
_TIMEOUT_S = 60.0
"""Ten megabytes take their time on a slow line."""
_AFTER_CHARS = 60
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def is_pdf(url: str) -> bool:
    """Whether an address ends in a PDF's name."""
    return kind_of(url) == "pdf" and url.startswith(("https://", "http://"))


def pdf_request(url: str) -> Request:
    """Ask for a PDF. What comes may be something else; 404 is an answer."""
    return Request(
        url,
        want=Want.ANY,
        accept=ACCEPT_PDF,
        max_bytes=MAX_BYTES,
        timeout_s=_TIMEOUT_S,
        spacing_s=SPACING_S,
        accept_status=frozenset((404,)),
    )


def attachments_in(html: str) -> tuple[Attachment, ...]:
    """The documents that sanitised HTML links to, each once, with the size that its words or those behind it state."""
    found: dict[str, Attachment] = {}
    for match in _LINK.finditer(html):
        url = unescape(match[1])
        kind = kind_of(url)
        if not kind or url in found:
            continue
        title = plain_line(match[2])
        size = stated_size(title)
        if size is None:
            size = stated_size(plain_line(html[match.end() : match.end() + _AFTER_CHARS].partition("<a")[0]))
        found[url] = Attachment(title or url.rpartition("/")[2], url, kind, size)
        if len(found) == MAX_ATTACHMENTS:
            break
    return tuple(found.values())


def text_entry(title: str, link: str, lang: str, ref: str | None, text: str, document: Attachment) -> Entry:
    """An entry whose text was read from a document; the title on top of it is no part of it."""
    text = without_title(text, title)
    return Entry(
        title=title,
        link=link,
        lang=lang,
        guid=ref or "",
        ref=ref,
        html=as_paragraphs(text),
        text=text,
        attachments=(document,),
    )


def without_title(text: str, title: str) -> str:
    """A text without the title that it begins with: what the first sentence says decides what a text is about."""
    wanted = [char for char in title.casefold() if char.isalnum()]
    at = 0
    for place, char in enumerate(text):
        if at == len(wanted):
            rest = text[place:].lstrip(" .:\n")
            # Not where the title is but the beginning of a longer word, and not where nothing else follows.
            return text if char.isalnum() and text[place - 1].isascii() and char.isascii() else rest
        if char.isalnum():
            if char.casefold() != wanted[at]:
                return text
            at += 1
    return text

# SPDX-License-Identifier: MIT
"""The text of an HKMA press release, from its public page.

The page's layout is not promised, so its text is looked for in several places: named containers first, then the
element that holds most of the paragraphs.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hkwatch.domain.errors import FormatError
from hkwatch.domain.item import Entry
from hkwatch.sources.charset import to_utf8
from hkwatch.sources.documents import attachments_in
from hkwatch.sources.html import MAX_HTML_CHARS, plain_line, sanitise, text_of_safe
from hkwatch.sources.request import Request, Want

SPACING_S = 1.0
"""Pages are asked for one a second at most."""
_SECTIONS = {"en": "eng", "zh-Hant": "chi", "zh-Hans": "gb_chi"}
_REF = re.compile(r"(\d{4})(\d{2})\d{2}-\d+")
_PLACES = (
    "#press-release-content",
    ".press-release-content",
    ".template-content-area",
    "article",
    "[role=main]",
    "main",
    "#content",
    ".content",
)
_AROUND = (
    "nav, header, footer, aside, form, script, style, noscript, .breadcrumb, .breadcrumbs, .share, .print, .sidebar"
)
_MIN_CHARS = 40
"""Less is a date or a heading, not the text of a release."""


def is_ref(ref: str) -> bool:
    """Whether a reference number is a press release's (`20250219-4`)."""
    return _REF.fullmatch(ref) is not None


def page_url(ref: str, lang: str) -> str:
    """The public page of a release. `lang` is ours; raises ValueError for what is no HKMA number."""
    match = _REF.fullmatch(ref)
    if match is None:
        raise ValueError(f"{ref!r} is no HKMA press release number")
    return f"https://www.hkma.gov.hk/{_SECTIONS[lang]}/news-and-media/press-releases/{match[1]}/{match[2]}/{ref}/"


def page_request(ref: str, lang: str) -> Request:
    """Ask for the page of a release. Raises ValueError for what is no HKMA number."""
    return Request(page_url(ref, lang), want=Want.HTML, spacing_s=SPACING_S, accept_status=frozenset((404,)))


def parse_page(body: bytes, ref: str, lang: str, content_type: str = "") -> Entry:
    """Title, sanitised HTML and plain text of a release.

    Raises FormatError: `unknown-ref` for an empty body, `no-text` for a page in which no text can be found. Whether a
    page says that there is none (404) is for the caller to see.
    """
    if not body.strip():
        raise FormatError("unknown-ref", "The HKMA has no page of this release in this language.")
    page = LexborHTMLParser(to_utf8(body, content_type, lang).decode("utf-8", "replace")[:MAX_HTML_CHARS])
    title = _title(page)
    for node in page.css(_AROUND):
        node.decompose()
    link = page_url(ref, lang)
    for place in _places(page):
        for heading in place.css("h1"):
            heading.decompose()
        html = sanitise(place.inner_html or "", link)
        text = text_of_safe(html)
        if len(text) >= _MIN_CHARS:
            title = title or text.split("\n", 1)[0]
            documents = attachments_in(html)
            return Entry(title, link, lang, guid=ref, ref=ref, html=html, text=text, attachments=documents)
    raise FormatError("no-text", f"The page of {ref} holds no text that could be found.", "Open the page in a browser.")


def _title(page: LexborHTMLParser) -> str:
    for place in ("h1", ".press-release-title", "h2", "title"):
        node = page.css_first(place)
        line = plain_line(node.text()) if node is not None else ""
        if line:
            # `HKMA - Title` or `Title | HKMA` is how a document is named, not the release.
            return re.split(r"\s+\|\s+", line)[0].removeprefix("Hong Kong Monetary Authority - ").strip()
    return ""


def _places(page: LexborHTMLParser) -> list[LexborNode]:
    named = [node for place in _PLACES for node in page.css(place)[:1]]
    return [*named, *_densest(page)]


def _densest(page: LexborHTMLParser) -> list[LexborNode]:
    """The element whose own paragraphs hold most of the text."""
    sizes: dict[int, tuple[int, LexborNode]] = {}
    for paragraph in page.css("p"):
        parent = paragraph.parent
        if parent is not None:
            size, _ = sizes.get(parent.mem_id, (0, parent))
            sizes[parent.mem_id] = (size + len(paragraph.text()), parent)
    best = max(sizes.values(), key=lambda found: found[0], default=None)
    return [best[1]] if best is not None else []

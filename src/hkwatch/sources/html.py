# SPDX-License-Identifier: MIT
"""Foreign HTML → HTML that is safe to show, and → plain text. Bounded in size and depth; run it in the worker thread."""

import re
from collections.abc import Callable
from html import unescape
from html.entities import html5
from urllib.parse import urljoin, urlsplit

import nh3
from selectolax.lexbor import LexborHTMLParser

from hkwatch.domain.unseen import without_unseen
from hkwatch.sources.html_bounds import has_many_blocks, has_vast_tables, span, with_breakable_words

MAX_HTML_CHARS = 1_000_000
"""Longer input is cut here."""
MAX_TEXT_CHARS = 200_000
"""Longer plain text is cut here."""
# Beyond this depth the sanitiser's time grows with the square of the input (100,000 nested elements: half a minute).
_MAX_DEPTH = 200

_TAGS = {
    *("p", "br", "hr", "a", "ul", "ol", "li", "b", "strong", "i", "em", "u", "sup", "sub", "blockquote"),
    *("h3", "h4", "h5", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "img"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start", "type"},
}
_DROPPED_WITH_CONTENT = {"script", "style", "iframe", "object", "embed", "noscript", "template", "svg", "math"}

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
_ANY_TAG = re.compile(r"<(?:/?[a-zA-Z]|!)[^<>]*>")
_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")
_FIRST_BREAKS = re.compile(r"<p>(?:<br>)+")
_IMAGE = re.compile(r'<img(?: [a-z]+="[^"]*")*>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_KNOWN_TAG = re.compile(
    r"</?(?:p|br|hr|a|ul|ol|li|b|strong|i|em|u|s|sup|sub|span|font|div|h[1-6]|table|tr|td|th|tbody|thead|img|"
    r"blockquote|small|big|code|pre|figure|figcaption|center|script|style|wbr|iframe|embed|object|param|meta|link|svg|"
    r"audio|video|picture|form|input|button|noscript|template|caption|tfoot|dl|dt|dd|abbr|cite|q|del|ins|mark|kbd|samp|"
    r"section|article|aside|header|footer|nav)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Between the letters of a word these leave no gap.
_WITHIN_WORDS = re.compile(
    r"</?(?:a|b|strong|i|em|u|s|sup|sub|span|font|small|big|code|wbr|abbr|cite|q|del|ins|mark|kbd|samp)(?![a-z0-9])",
    re.IGNORECASE,
)
_DRAWING_START, _DRAWING_END = re.compile(r"<svg(?=[\s/>])", re.IGNORECASE), re.compile(r"</svg\s*>", re.IGNORECASE)
_CAPTION_START = re.compile(r"<(?:title|desc)\b[^<>]*>", re.IGNORECASE)
_CAPTION_END = re.compile(r"</(?:title|desc)\s*>", re.IGNORECASE)
_PARAGRAPH, _LINE, _CELL = "\ue001", "\ue000", "\ue002"
_CELL_MARK = re.compile(rf"(?:\n *{_CELL}|{_CELL})")
_HAS_MARK = re.compile(f"[{_PARAGRAPH}{_LINE}{_CELL}]")
_NO_MARKS = {ord(mark): None for mark in (_PARAGRAPH, _LINE, _CELL)}
_BLOCK_TAG = re.compile(
    r"<(/?)(br|li|tr|td|th|p|h[1-6]|hr|blockquote|table|ul|ol|div|section|article|header|footer|main|aside|figure|figcaption|"
    r"dd|dt|dl|pre|center|address|nav|tbody|thead|tfoot|caption)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"\n{3,}")

_AS_PARAGRAPH = frozenset(
    {
        *("div", "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "dd", "dt"),
        *("dl", "pre", "center", "address", "nav"),
    }
)
_AS_HEADING = {"h1": "h3", "h2": "h3", "h6": "h5"}
# These may stay open or never nest, so they say nothing about depth.
_UNCOUNTED = frozenset(
    {
        *("p", "li", "tr", "td", "th", "br", "hr", "img", "input", "meta", "link", "wbr", "col", "source"),
        *("area", "base", "embed", "param", "track", "option"),
    }
)
_TABLE_PART = re.compile(r"<(/?)(table|caption|thead|tbody|tfoot|tr|td|th)(?=[\s/>])", re.IGNORECASE)


def sanitise(html: str, base_url: str) -> str:
    """HTML of which only text, headings, lists, tables, emphasis and http(s) links are left.

    Relative links are made absolute against `base_url`; styles and scripts are gone; containers become paragraphs so
    that words do not run together. Of an image its address and what it shows are left, as `<img src="…" alt="…">`;
    whoever shows the HTML must not load it unasked. Images of one pixel only count readers and are gone, as are those
    without a web address. What would take seconds to lay out is made simpler: HTML nested absurdly deep, or of thousands
    of blocks, comes back as bare paragraphs, vast tables as theirs, and a word without end in pieces.
    """
    bounded = _without_drawings(html[:MAX_HTML_CHARS])
    if _is_too_deep(bounded):
        return as_paragraphs(_strip(bounded))
    cleaned = without_unseen(_clean(bounded, base_url))
    if has_vast_tables(cleaned):
        cleaned = _clean(_TABLE_PART.sub(r"<\1p", cleaned), base_url)
    if "<img" in cleaned:
        cleaned = _IMAGE.sub(_image, cleaned)
    cleaned = _EMPTY_PARAGRAPH.sub("", cleaned)
    if has_many_blocks(cleaned):
        return as_paragraphs(text_of_safe(cleaned).replace("\n", " "))
    return _without_edge_breaks(_FIRST_BREAKS.sub("<p>", with_breakable_words(cleaned)))


def _clean(bounded: str, base_url: str) -> str:
    links: dict[str, str | None] = {}

    def absolute(tag: str, attribute: str, value: str) -> str | None:
        if attribute in ("colspan", "rowspan"):
            return span(value)
        if attribute not in ("href", "src"):
            return value
        if value not in links:
            links[value] = _web_link(value, base_url)
        return links[value]

    return nh3.clean(
        _TAG.sub(_simpler, bounded.translate(_NO_MARKS) if _HAS_MARK.search(bounded) else bounded),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=absolute,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    )


def without_images(html: str) -> str:
    """HTML that `sanitise` made, without its images: for readers that would load them unasked."""
    return _without_edge_breaks(_EMPTY_PARAGRAPH.sub("", _IMAGE.sub("", html))) if "<img" in html else html


def _image(match: re.Match[str]) -> str:
    """An image with its address and what it shows, in this order; nothing where it is none."""
    # Brackets in a value are lawful, but whatever looks for tags by pattern would stumble over them.
    found = {name: value.replace("<", "&lt;").replace(">", "&gt;") for name, value in _ATTRIBUTE.findall(match[0])}
    is_pixel = any(found.get(side, "").strip().removesuffix("px") in ("0", "1", "2") for side in ("width", "height"))
    if not found.get("src") or is_pixel:
        return ""
    alt = " ".join(found.get("alt", "").split())
    return f'<img src="{found["src"]}" alt="{alt}">' if alt else f'<img src="{found["src"]}">'


def _without_edge_breaks(html: str) -> str:
    """Where a picture stood, its line break is left over. By hand: a pattern would look at every run of blanks."""
    begin, end = 0, len(html)
    while begin < end and (html[begin].isspace() or html.startswith("<br>", begin, end)):
        begin += 1 if html[begin].isspace() else 4
    while end > begin and (html[end - 1].isspace() or html.endswith("<br>", begin, end)):
        end -= 1 if html[end - 1].isspace() else 4
    return html[begin:end]


def plain_text(html: str) -> str:
    """Readable text of HTML: blank lines between paragraphs, "• " before list items, cells parted by " | ".

    Text that was escaped twice is unescaped twice. White space is collapsed; at most `MAX_TEXT_CHARS` characters.
    """
    bounded = html[:MAX_HTML_CHARS]
    text = _strip(bounded) if _is_too_deep(bounded) else _walk(bounded)
    if _ENTITY.search(text):
        text = unescape_entities(text)
    if _KNOWN_TAG.search(text):
        again = text.replace("\n\n", "<p>").replace("\n", "<br>")
        text = _strip(again) if _is_too_deep(again) else _walk(again)
    return tidy(text)[:MAX_TEXT_CHARS]


def text_of_safe(html: str) -> str:
    """`plain_text` of HTML that `sanitise` made: well-formed and of few tags, so nothing needs to be parsed again."""
    marked = _BLOCK_TAG.sub(_mark, html)
    text = _join_marks(unescape(_ANY_TAG.sub("", marked)))
    if _KNOWN_TAG.search(text) or _ENTITY.search(text):
        # Escaped twice: rare, so the careful way may take its time.
        return plain_text(html)
    return tidy(text)[:MAX_TEXT_CHARS]


def plain_line(text: str) -> str:
    """One line, for titles: markup dropped, entities unescaped up to twice, every white space a single space.

    Signs that are no markup stay: `BTC < 95,000`.
    """
    line = unescape_entities(_KNOWN_TAG.sub(_gap, text[:MAX_TEXT_CHARS]))
    line = unescape_entities(_KNOWN_TAG.sub(_gap, line))
    return without_unseen(" ".join(line.split()))


def as_paragraphs(text: str) -> str:
    """HTML of plain text: blank lines part paragraphs, single ones become line breaks."""
    escaped = tidy(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" not in escaped:
        return with_breakable_words(f"<p>{escaped}</p>") if escaped else ""
    return with_breakable_words(
        "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in escaped.split("\n\n") if part)
    )


def has_markup(text: str) -> bool:
    """Whether a text holds HTML elements, as against a text with a stray `<`."""
    return "<" in text and _KNOWN_TAG.search(text) is not None


def tidy(text: str) -> str:
    """Collapse white space: single spaces, at most one blank line, none at the ends."""
    if "  " not in text and text.isprintable():
        # White space other than single spaces is not printable: nothing to collapse.
        return text.strip()
    lines = without_unseen(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _BREAKS.sub("\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()


def unescape_entities(text: str) -> str:
    """Entities that end in a semicolon, unescaped once: `?a=1&copy=2` stays as it is."""
    return _ENTITY.sub(_one_entity, text)


def _one_entity(match: re.Match[str]) -> str:
    # unescape() would also take the beginning of an unknown name for an entity (`&nothing;`).
    return unescape(match[0]) if match[0][1] == "#" else html5.get(match[0][1:], match[0])


def _gap(tag: re.Match[str]) -> str:
    return "" if _WITHIN_WORDS.match(tag[0]) else " "


def _without_drawings(html: str) -> str:
    """Each `svg` replaced by what its title and description say, as for those who cannot see it."""
    if "<svg" not in html and "<SVG" not in html:
        return html
    return _replaced(html, _DRAWING_START, _DRAWING_END, lambda inside: " ".join(_captions(inside)), [])


def _captions(inside: str) -> list[str]:
    found: list[str] = []
    _replaced(inside, _CAPTION_START, _CAPTION_END, lambda words: words, found)
    return found


def _replaced(
    text: str, start: re.Pattern[str], end: re.Pattern[str], change: Callable[[str], str], changed: list[str]
) -> str:
    """`text` with what lies between each `start` and the next `end` changed; one pattern for it all could take for ever."""
    parts: list[str] = []
    at = 0
    while (begin := start.search(text, at)) and (close := end.search(text, begin.end())):
        changed.append(change(text[begin.end() : close.start()]))
        parts += (text[at : begin.start()], changed[-1])
        at = close.end()
    return "".join((*parts, text[at:]))


def _simpler(match: re.Match[str]) -> str:
    name = match[2].lower()
    if name in _AS_PARAGRAPH:
        return f"<{match[1]}p"
    return f"<{match[1]}{_AS_HEADING.get(name, name)}"


def _is_too_deep(html: str) -> bool:
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _UNCOUNTED:
            depth += -1 if match[1] else 1
            if depth > _MAX_DEPTH:
                return True
            depth = max(depth, 0)
    return False


def _web_link(value: str, base_url: str) -> str | None:
    try:
        link = urljoin(base_url, value.strip())
        parts = urlsplit(link)
    except ValueError:
        return None
    return link if parts.scheme in ("http", "https") and parts.netloc else None


def _strip(html: str) -> str:
    return unescape_entities(_ANY_TAG.sub("\n", html))


def _walk(html: str) -> str:
    # Private-use characters stand for breaks, because white space of the source means nothing. They replace the tags
    # of blocks in the text: the same done in the parsed tree takes four times as long.
    marked = _BLOCK_TAG.sub(_mark, html.translate(_NO_MARKS))
    body = LexborHTMLParser(marked).body
    if body is None:
        return ""
    body.strip_tags(sorted(_DROPPED_WITH_CONTENT), recursive=True)
    return _join_marks(body.text(deep=True))


def _join_marks(text: str) -> str:
    joined = " ".join(text.split()).replace(_PARAGRAPH, "\n\n").replace(_LINE, "\n")
    if _CELL in joined:
        joined = _CELL_MARK.sub(lambda match: "\n" if match[0][0] == "\n" else " | ", joined).lstrip(" |")
    return joined


def _mark(match: re.Match[str]) -> str:
    closes, name = match[1], match[2].lower()
    if name == "br":
        return _LINE
    if name == "li":
        return "" if closes else f"{_LINE}• "
    if name == "tr":
        return "" if closes else _LINE
    if name in ("td", "th"):
        return " " if closes else _CELL
    return _PARAGRAPH

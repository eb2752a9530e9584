# SPDX-License-Identifier: MIT
"""What a person pastes → addresses to ask, and what a web page says about its feeds. Pure; asks nothing itself.

pasted text ─┬─ OPML (`opml.py`)
             └─ lines → `Asked`, each an address or why it is none

a page → <link rel=alternate> → anchors that speak of RSS or Atom → `well_known` paths of its host
"""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hkwatch.domain.address import canonical, host_of, is_web_address
from hkwatch.sources.charset import to_utf8
from hkwatch.sources.opml import plain_language

MAX_LINES = 100
"""More lines are not looked at in one go."""
MAX_FEEDS = 6
"""No more feeds of one site are previewed: a site may list one for each of its topics."""
MAX_GUESSES = 4
_MAX_PAGE_BYTES = 2_000_000
_MAX_NODES = 5_000
_FEED_TYPES = frozenset(
    {
        *("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"),
        *("application/rss", "application/atom", "text/rss", "text/rss+xml", "text/atom+xml"),
    }
)
_GUESSES = ("/feed", "/rss.xml", "/atom.xml", "/index.xml")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d{1,5}(?:[/?#]|$))")
_FEED_SCHEME = re.compile(r"feed:(?://)?", re.IGNORECASE)
_NO_TLS = re.compile(r"https?://", re.IGNORECASE)
_SPEAKS_OF_FEEDS = re.compile(r"\b(?:rss|atom|feeds?)\b|訂閱|订阅", re.IGNORECASE)
_FEED_PATH = re.compile(r"/(?:feed|rss|atom)(?:\.xml|\.php|\.aspx)?/?$|\.(?:rss|atom)$|\.xml$", re.IGNORECASE)
_COMMENTS = re.compile(r"comments?\b|評論|评论", re.IGNORECASE)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._-]{2,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(
    rb"""<(?:\w+:)?language>\s*([A-Za-z_-]{2,20})|xml:lang\s*=\s*["']([A-Za-z_-]{2,20})|"language"\s*:\s*"([A-Za-z_-]{2,20})"""
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One pasted line. `urls` are to be tried in this order; empty where `error` says why the line is no address."""

    text: str
    urls: tuple[str, ...] = ()
    error: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What a page says: its title, the feeds it declares, and links that look like feeds. All absolute, once each."""

    title: str
    declared: tuple[str, ...]
    anchors: tuple[str, ...]


def read_lines(text: str) -> list[Asked]:
    """Each line that is not blank, in order; one place once, however it is spelt."""
    asked: list[Asked] = []
    met: set[str] = set()
    for line in text.splitlines():
        words = line.strip().strip("<>\"'“”,;").strip()
        if not words:
            continue
        one = _read_line(words)
        key = canonical(one.urls[0]) if one.urls else words
        if key in met:
            continue
        if len(asked) == MAX_LINES:
            asked.append(
                Asked(words, (), f"More than {MAX_LINES} lines at once.", "Paste the rest afterwards, or as OPML.")
            )
            break
        met.add(key)
        asked.append(one)
    return asked


def _read_line(words: str) -> Asked:
    # `feed:https://…` and `feed://…` are how browsers used to hand feeds over.
    address = _FEED_SCHEME.sub("", words, count=1) if _FEED_SCHEME.match(words) else words
    if any(char.isspace() for char in address):
        return Asked(words[:200], (), "This is no address.", "Paste one address a line, such as https://example.test.")
    scheme = _SCHEME.match(address)
    if scheme is not None and scheme[1].lower() not in ("http", "https"):
        return Asked(
            words[:200],
            (),
            f"{scheme[1][:20].lower()}: addresses cannot be watched.",
            "Only http:// and https:// can.",
        )
    if scheme is not None:
        urls: tuple[str, ...] = (_NO_TLS.sub(lambda match: match[0].lower(), address, count=1),)
    else:
        bare = address.lstrip("/")
        # Nobody types a scheme; nearly all sites answer the secure one.
        urls = (f"https://{bare}", f"http://{bare}")
    urls = tuple(_with_path(url) for url in urls)
    host = host_of(urls[0])
    has_dot = "." in host or ":" in host or host == "localhost"
    if not is_web_address(urls[0]) or not has_dot:
        return Asked(words[:200], (), f"{words[:100]!r} is no web address.", "Check it for typing mistakes.")
    return Asked(words[:200], urls)


def _with_path(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    # What is asked of the server then; without it two spellings of one request would differ.
    return url if parts.path or not parts.netloc else parts._replace(path="/").geturl()


def read_page(body: bytes, url: str, content_type: str) -> PageLinks:
    """What a page at `url` (where it came from in the end) says about its feeds. Never raises for bad HTML."""
    meta = _META_CHARSET.search(body, 0, 4096)
    if "charset" not in content_type.lower() and meta is not None:
        content_type = f"{content_type}; charset={meta[1].decode('ascii')}"
    html = to_utf8(body[:_MAX_PAGE_BYTES], content_type, "").decode("utf-8", "replace")
    tree = LexborHTMLParser(html)
    title = tree.css_first("title")
    base_node = tree.css_first("base[href]")
    base = _join(url, _attribute(base_node, "href")) or url if base_node is not None else url
    declared: list[tuple[str, str]] = []
    for node in tree.css("link[href]")[:_MAX_NODES]:
        rel = _attribute(node, "rel").lower().split()
        kind = _attribute(node, "type").split(";")[0].strip().lower()
        if ("alternate" in rel and kind in _FEED_TYPES) or "feed" in rel:
            declared.append((_join(base, _attribute(node, "href")), _attribute(node, "title")))
    anchors: list[tuple[str, str]] = []
    for node in tree.css("a[href]")[:_MAX_NODES]:
        target = _join(base, _attribute(node, "href"))
        if not target:
            continue
        words = f"{node.text(deep=True)[:200]} {_attribute(node, 'title')} {_attribute(node, 'type')}"
        says_so = _SPEAKS_OF_FEEDS.search(words) is not None or _attribute(node, "type").lower() in _FEED_TYPES
        looks_so = _FEED_PATH.search(urlsplit(target).path)
        if looks_so and (says_so or not looks_so[0].lower().endswith(".xml")):
            anchors.append((target, words))
    return PageLinks(
        " ".join(title.text(deep=True).split())[:200] if title is not None else "",
        _once(declared)[:MAX_FEEDS],
        _once(anchors)[:MAX_GUESSES],
    )


def well_known(url: str) -> tuple[str, ...]:
    """Where many sites have a feed without saying so, on the host of `url`."""
    parts = urlsplit(url)
    return tuple(f"{parts.scheme}://{parts.netloc}{path}" for path in _GUESSES[:MAX_GUESSES])


def stated_language(body: bytes, content_type: str) -> str:
    """The language a feed states: `en`, `zh-Hant`, `zh-Hans`, or empty for none or another one."""
    found = _LANGUAGE.search(to_utf8(body[:65_536], content_type, ""))
    return plain_language((found[1] or found[2] or found[3]).decode("ascii")) if found else ""


def _attribute(node: LexborNode, name: str) -> str:
    return (node.attributes.get(name) or "").strip()


def _join(base: str, href: str) -> str:
    if not href:
        return ""
    href = re.sub(r"^feed:(?://)?(?=https?:)", "", href.strip(), flags=re.IGNORECASE)
    try:
        target = urljoin(base, "".join(href.split())).split("#")[0]
    except ValueError:
        return ""
    return target if is_web_address(target) else ""


def _once(links: list[tuple[str, str]]) -> tuple[str, ...]:
    """Each place once, comments left out where there is anything else."""
    kept: dict[str, tuple[str, str]] = {}
    for target, words in links:
        if target:
            kept.setdefault(canonical(target), (target, words))
    news = [target for target, words in kept.values() if not _COMMENTS.search(f"{words} {urlsplit(target).path}")]
    return tuple(news or [target for target, _ in kept.values()])

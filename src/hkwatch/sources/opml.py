# SPDX-License-Identifier: MIT
"""OPML, the lists in which feed readers hand their subscriptions to one another.

Read by a scanner of its own that knows outlines and their attributes and nothing else: there are no entities of a
document's own to unfold, nothing is fetched, and the unescaped `&` of many exporters does no harm.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from xml.sax.saxutils import escape

from hkwatch.domain.address import canonical, is_web_address
from hkwatch.domain.errors import FormatError
from hkwatch.sources.charset import to_utf8

MAX_BYTES = 5_000_000
MAX_OUTLINES = 10_000
MAX_DEPTH = 30
FOLDER_JOINT = " / "
"""Stands between the folders of a path."""
_MAX_NAME_CHARS = 120
_HEAD = re.compile(r"<(?:\w{1,20}:)?opml[\s>]", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_NEXT = re.compile(r"<(/?)outline(?=[\s/>])", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s*([^\s=<>"'/]{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SIMPLIFIED = frozenset(("zh-cn", "zh-sg", "zh-hans", "zh-hans-cn", "zh-hans-hk"))
_NOT_FEEDS = frozenset(("link", "include"))
# What XML cannot hold at all.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Outline:
    """One subscription. `folder` is its path from the outside in; `lang` as in `SourceOptions`, empty = not said."""

    url: str
    title: str
    folder: tuple[str, ...] = ()
    site: str = ""
    lang: str = ""


def is_opml(text: str) -> bool:
    """Whether a text is an OPML document, by its beginning."""
    head = text.lstrip("\ufeff \t\r\n")[:4000]
    return head.startswith("<") and _HEAD.search(head) is not None


def read_opml(body: bytes) -> list[Outline]:
    """The subscriptions in their order, one address once; those whose address is none on the web are left out.

    Any encoding the file declares or begins with is read. Raises FormatError `not-opml` or `too-complex`.
    """
    if len(body) > MAX_BYTES:
        raise FormatError("too-complex", f"The list has more than {MAX_BYTES:,} bytes.", "Split it into several files.")
    text = _COMMENT.sub("", to_utf8(body, "", "").decode("utf-8", "replace"))
    if not is_opml(text):
        raise FormatError("not-opml", "This is no OPML file.", "Export the list from the other reader as OPML.")
    found: dict[str, Outline] = {}
    open_folders: list[str] = []
    at = count = 0
    while (tag := _NEXT.search(text, at)) is not None:
        if tag[1]:
            at = tag.end()
            if open_folders:
                open_folders.pop()
            continue
        count += 1
        if count > MAX_OUTLINES or len(open_folders) >= MAX_DEPTH:
            limit = (
                f"more than {MAX_OUTLINES:,} entries" if count > MAX_OUTLINES else f"over {MAX_DEPTH} nested folders"
            )
            raise FormatError("too-complex", f"The list has {limit}.", "Split it into several files.")
        attributes, at, is_closed = _attributes(text, tag.end())
        outline = _outline(attributes, open_folders)
        if outline is not None:
            found.setdefault(canonical(outline.url), outline)
        if not is_closed:
            open_folders.append(_name(attributes))
    return list(found.values())


def write_opml(title: str, outlines: Iterable[Outline]) -> str:
    """An OPML 2.0 document; folders in the order in which they first appear, own entries of a folder before those in it."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{escape(_clean(title))}</title></head>",
        "  <body>",
        *_body([(outline.folder, outline) for outline in outlines], 2),
        "  </body>",
        "</opml>",
    ]
    return "\n".join(lines) + "\n"


def plain_language(tag: str) -> str:
    """A language tag as one of `en`, `zh-Hant`, `zh-Hans`; empty for others."""
    lower = tag.strip().lower().replace("_", "-")
    if lower.split("-")[0] == "en":
        return "en"
    if lower.split("-")[0] not in ("zh", "yue"):
        return ""
    if lower in _SIMPLIFIED:
        return "zh-Hans"
    # `zh` alone says nothing of the script.
    return "" if lower == "zh" else "zh-Hant"


def _body(outlines: Sequence[tuple[tuple[str, ...], Outline]], depth: int) -> list[str]:
    pad = "  " * depth
    lines = [f"{pad}<outline {_written(one)}/>" for path, one in outlines if not path]
    for name in dict.fromkeys(path[0] for path, _ in outlines if path):
        inner = [(path[1:], one) for path, one in outlines if path and path[0] == name]
        lines += [f"{pad}<outline text={_quoted(name)}>", *_body(inner, depth + 1), f"{pad}</outline>"]
    return lines


def _written(outline: Outline) -> str:
    attributes = {"type": "rss", "text": outline.title, "title": outline.title, "xmlUrl": outline.url}
    if outline.site:
        attributes["htmlUrl"] = outline.site
    if outline.lang:
        attributes["language"] = outline.lang
    return " ".join(f"{name}={_quoted(value)}" for name, value in attributes.items())


def _quoted(text: str) -> str:
    return '"' + escape(_clean(text), {'"': "&quot;", "\n": " ", "\r": " ", "\t": " "}) + '"'


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)


def _attributes(text: str, at: int) -> tuple[dict[str, str], int, bool]:
    """Attributes by lower-case name, where the tag ends, and whether it closes itself."""
    found: dict[str, str] = {}
    while (match := _ATTRIBUTE.match(text, at)) is not None:
        found.setdefault(match[1].lower(), unescape(match[2] if match[2] is not None else match[3]))
        at = match.end()
    end = text.find(">", at)
    if end < 0:
        return found, len(text), True
    return found, end + 1, text[at:end].rstrip().endswith("/")


def _outline(attributes: dict[str, str], folders: Sequence[str]) -> Outline | None:
    is_feed = attributes.get("type", "").strip().lower() not in _NOT_FEEDS
    url = (attributes.get("xmlurl") or (attributes.get("url", "") if is_feed else "")).strip()
    if url.lower().startswith("feed:"):
        url = url[5:] if "://" in url[5:] else f"http:{url[5:]}"
    if not is_web_address(url):
        return None
    site = attributes.get("htmlurl", "").strip()
    return Outline(
        url,
        _name(attributes) or url,
        tuple(name for name in folders if name),
        site if is_web_address(site) else "",
        plain_language(attributes.get("language", "")),
    )


def _name(attributes: dict[str, str]) -> str:
    for key in ("text", "title"):
        words = " ".join(attributes.get(key, "").split())
        clean = "".join(char for char in words if char.isprintable())
        if clean:
            return clean[:_MAX_NAME_CHARS].rstrip()
    return ""

# SPDX-License-Identifier: MIT
"""What a feed says, whatever its format: the one shape that every reader of a format hands on."""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from hkwatch.sources.html import has_markup, plain_line, sanitise

MAX_ENTRIES = 2000
"""More items in one feed are not read; the largest known feed has under 700. Keeps 4 MB of tiny items under a second."""
# As browsers do: an address that a feed breaks over two lines is one address.
_DROPPED_SIGNS = {ord(sign): None for sign in "\r\n\t"}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_NOT_FOLLOWED = ("javascript:", "vbscript:", "data:", "file:")


@dataclass(frozen=True, slots=True)
class RawText:
    """A text as a feed gives it. `is_html` False = its signs mean themselves. Links in it start from `base`."""

    value: str = ""
    is_html: bool = True
    base: str = ""

    @property
    def as_html(self) -> str:
        """The text as HTML, not yet sanitised."""
        if self.is_html:
            return self.value
        return self.value.replace("&", "&amp;").replace("<", "&lt;")


NOTHING = RawText()


@dataclass(slots=True)
class RawEntry:
    """One item before any rule of its source is applied. Empty text = not stated; dates are the feed's own words.

    `link` is absolute where a base was known and never an address that runs or reads something on this computer.
    `source` is the name of the outlet an aggregator took the item from.
    """

    title: RawText = NOTHING
    link: str = ""
    guid: str = ""
    published: str = ""
    updated: str = ""
    summary: RawText = NOTHING
    content: RawText = NOTHING
    source: str = ""


@dataclass(slots=True)
class RawFeed:
    """A whole feed. `item_count` is how many items it has, read or not; `is_known` False = it may be no feed at all."""

    entries: list[RawEntry] = field(default_factory=list)
    title: str = ""
    ttl: str = ""
    item_count: int = 0
    is_known: bool = True
    problem: str = ""
    """Why a feed is ill-formed, in one line; empty where it is not."""


def absolute(base: str, link: str) -> str:
    """`link` resolved against `base`; empty where the result would not be safe to follow or is no address."""
    link = link.strip().translate(_DROPPED_SIGNS).replace("&amp;", "&")
    if not base and link.startswith("//"):
        link = f"https:{link}"
    if not link.startswith(("https://", "http://")):
        try:
            link = urljoin(base, link) if base else link
            urlsplit(link)
        except ValueError:
            return ""
        # White space and control characters do not hide a scheme from a browser.
        if "".join(link.split()).lower().lstrip("\x00\x01\x02\x03\x04\x05\x06\x07\x08").startswith(_NOT_FOLLOWED):
            return ""
    return link


def is_web(text: str) -> bool:
    """Whether a text is an address on the web."""
    return text.startswith(("https://", "http://"))


def has_scheme(text: str) -> bool:
    """Whether a text names its own scheme (`tag:`, `https:`) and so is complete."""
    return _SCHEME.match(text) is not None


def whole_line(text: RawText) -> str:
    """One line of a title, markup dropped."""
    if "<" not in text.value and "&" not in text.value:
        return " ".join(text.value.split())
    return plain_line(text.as_html)


def safe_html(text: RawText, base_url: str) -> str:
    """Sanitised HTML of a text; links are absolute. Text without markup stays as it is, escaped."""
    value = text.as_html
    if not has_markup(value):
        return value if "<" not in value else value.replace("<", "&lt;")
    return sanitise(value, text.base or base_url)

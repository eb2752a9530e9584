# SPDX-License-Identifier: MIT
"""Documents that belong to an item: annexes, the signed original, forms."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_ENDINGS = {
    "pdf": "pdf",
    "doc": "doc",
    "docx": "doc",
    "xls": "xls",
    "xlsx": "xls",
    "csv": "csv",
    "zip": "zip",
    "ppt": "ppt",
    "pptx": "ppt",
}
_SIZE = re.compile(r"[(（][^()（）]{0,40}?(\d{1,6}(?:[.,]\d{1,3})?)\s?([KM])B[)）]", re.IGNORECASE)
_UNIT = {"k": 1024, "m": 1024 * 1024}
MAX_ATTACHMENTS = 60
"""More are never kept of one item."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One document. `kind` is `pdf`, `doc`, `xls`, `csv`, `ppt` or `zip`, empty where not known; `size` in bytes, or None."""

    title: str
    url: str
    kind: str = ""
    size: int | None = None


def kind_of(url: str) -> str:
    """The kind of document that an address ends in; empty for a page or an address that does not say."""
    try:
        last = urlsplit(url).path.rpartition("/")[2]
    except ValueError:
        return ""
    _name, dot, ending = last.rpartition(".")
    return _ENDINGS.get(ending.lower(), "") if dot else ""


def stated_size(text: str) -> int | None:
    """Bytes as a title states them (`(PDF File, 131.0 KB)`), rounded as it rounds them; None where it states none."""
    match = _SIZE.search(text)
    if match is None:
        return None
    return round(float(match[1].replace(",", ".")) * _UNIT[match[2].lower()])


def joined(known: tuple[Attachment, ...], found: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
    """Both lists as one by address, in the order of `found` and then of what only `known` holds.

    A title, kind or size that one of the two leaves open is taken from the other.
    """
    before = {one.url: one for one in known}
    merged: dict[str, Attachment] = {}
    for one in found:
        old = before.get(one.url)
        if old is not None:
            one = Attachment(
                one.title or old.title, one.url, one.kind or old.kind, one.size if one.size is not None else old.size
            )
        merged.setdefault(one.url, one)
    for one in known:
        merged.setdefault(one.url, one)
    return tuple(merged.values())[:MAX_ATTACHMENTS]

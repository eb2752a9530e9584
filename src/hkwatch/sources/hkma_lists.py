# SPDX-License-Identifier: MIT
"""What the HKMA's lists of documents need: twins are one, and attachments are back with what they belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape

from hkwatch.domain.attachment import joined
from hkwatch.domain.item import Entry
from hkwatch.sources.documents import attachments_in
from hkwatch.sources.html import sanitise, text_of_safe

_PART = re.compile(
    r"\s+(?P<part>(?:Annex|Appendix|Attachment|Enclosure|Explanatory notes?|Return templates?|CIs|Completion instructions)"
    r"(?:\s+[A-Z]?\d{0,2})?\s*:.*)$",
    re.DOTALL,
)


def split_attachment(title: str) -> tuple[str, str]:
    """The title of the publication, and of its part: `Consultation on X Annex 1: Form` is (`Consultation on X`, `Annex 1: Form`).

    The part is empty where the title names none.
    """
    match = _PART.search(title)
    return (title[: match.start()], match["part"].strip()) if match and match.start() else (title, "")


def without_twins(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The first of the entries that have one title and one day: a document listed at each of its addresses is one."""
    found: dict[tuple[str, datetime | None], Entry] = {}
    for entry in entries:
        found.setdefault(_key(entry.title, entry), entry)
    return tuple(found.values())


@dataclass(slots=True)
class _Publication:
    entry: Entry
    parts: list[tuple[str, str]] = field(default_factory=list)


def join_attachments(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Entries of one title and day as one, in the order of the first of each; its text lists the parts with their links.

    The link is that of the entry without a part, where there is one.
    """
    found: dict[tuple[str, datetime | None], _Publication] = {}
    for entry in entries:
        title, part = split_attachment(entry.title)
        key = _key(title, entry)
        known = found.get(key)
        if known is None:
            found[key] = known = _Publication(replace(entry, title=title))
        elif not part and known.parts and known.entry.link == known.parts[0][1]:
            known.entry = replace(known.entry, link=entry.link, guid=entry.guid)
        if part and (part, entry.link) not in known.parts:
            known.parts.append((part, entry.link))
    return tuple(_listed(publication) for publication in found.values())


def _key(title: str, entry: Entry) -> tuple[str, datetime | None]:
    return "".join(title.casefold().split()), entry.published_at


def _listed(publication: _Publication) -> Entry:
    entry = publication.entry
    if not publication.parts:
        return entry
    # In order of their names: a feed that shuffles them has not changed them.
    rows = "".join(f'<li><a href="{escape(link)}">{escape(part)}</a></li>' for part, link in sorted(publication.parts))
    html = sanitise(f"{entry.html}<ul>{rows}</ul>", entry.link)
    return replace(
        entry, html=html, text=text_of_safe(html), attachments=joined(entry.attachments, attachments_in(html))
    )

# SPDX-License-Identifier: MIT
"""A digest: everything of a day or a week as one file, Markdown or HTML. Its period is named in Hong Kong time."""

import contextlib
import html
import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from hkwatch.domain.away import AwaySpan, AwaySummary
from hkwatch.domain.catalogue import Catalogue, Role
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId, PublisherId
from hkwatch.domain.query_due import Holidays
from hkwatch.domain.rows import InboxRow
from hkwatch.services.away import Told, read_span
from hkwatch.services.away_wording import AwayWording
from hkwatch.services.coverage import escaped
from hkwatch.services.texts import Texts
from hkwatch.store import item_detail

Format = Literal["md", "html"]
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1b1f24;background:#fff}"
    "h1{font-size:1.5em;margin-bottom:.2em}h2{font-size:1.1em;border-bottom:1px solid #e2e5e9;padding-bottom:.2em;"
    "margin-top:1.6em}ul{padding-left:1.2em}li{margin:.35em 0}.when,.note{color:#59636e;font-size:.9em}a{color:#1f5fbf}"
    "@media(prefers-color-scheme:dark){body{color:#e6e9ed;background:#14171b}h2{border-color:#272c33}"
    ".when,.note{color:#a9b3be}a{color:#8bb9ff}}"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a digest: `who · title` with a link, then what is known. `url` empty = no link."""

    title: str
    detail: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest ready to be written: head, sentence, sections with their entries; `note` stands at the end."""

    title: str
    period: str
    sentence: str
    sections: tuple[tuple[str, tuple[Entry, ...]], ...]
    note: str
    language: str


def read_digest(
    db: sqlite3.Connection,
    catalogue: Catalogue,
    start: datetime,
    end: datetime,
    texts: Texts,
    holidays: Holidays,
    before: Told | None = None,
) -> Digest:
    """Everything stored of a span, in words; `before` is when the digest before was written, None = say all."""
    span = AwaySpan(0, start, end)
    told = read_span(db, catalogue, span, texts.language, end, holidays, before, with_archived=True)
    items = [row.id for row in told.facts.rows]
    return _worded(told, _addresses(db, items, texts.language), catalogue, texts)


def _worded(told: AwaySummary, urls: dict[ItemId, str], catalogue: Catalogue, texts: Texts) -> Digest:
    translate, words = texts.translate, AwayWording(texts)
    facts, span = told.facts, told.span

    def items(rows: Iterable[InboxRow]) -> tuple[Entry, ...]:
        found = []
        for row in rows:
            known = catalogue.publishers.get(PublisherId(row.publisher))
            who = row.publisher if known is None else known.short.in_language(texts.language)
            detail = " · ".join(part for part in (words.moment(row.sort_at), row.ref) if part)
            found.append(Entry(f"{who}: {row.title}", detail, urls.get(row.id, "")))
        return tuple(found)

    def pairs(lines: Iterable[tuple[str, str]]) -> tuple[Entry, ...]:
        return tuple(Entry(title, detail) for title, detail in lines)

    def timed(at: datetime, line: tuple[str, str]) -> tuple[str, str]:
        return line[0], f"{words.moment(at)} · {line[1]}"

    media = {str(one.id) for one in catalogue.publishers.values() if one.role is Role.MEDIA}
    official = [row for row in told.others if row.publisher not in media]
    press = [row for row in told.others if row.publisher in media]
    sections = (
        (translate("Digest", "Critical"), items(told.critical)),
        (translate("Digest", "High"), items(told.high)),
        (translate("Digest", "Registers"), pairs(timed(one.at, words.news(one)) for one in facts.news)),
        (
            translate("Digest", "Deadlines"),
            pairs([*(timed(one.at, words.move(one)) for one in facts.moves), *(words.due(left) for left in facts.due)]),
        ),
        (
            translate("Digest", "Prices"),
            tuple(
                Entry(f"{words.path_short(path)} · {words.path(path)}", words.reach(path, span)) for path in facts.paths
            ),
        ),
        (translate("Digest", "Price alerts"), pairs(timed(one.at, words.firing(one)) for one in facts.firings)),
        (translate("Digest", "Other official items"), items(official)),
        (translate("Digest", "Other media items"), items(press)),
        (
            translate("Digest", "The watch itself"),
            pairs(
                [
                    *(words.unwatched(one, span) for one in facts.unwatched),
                    *(words.gap(one, span) for one in facts.gaps),
                    *(words.trouble(one, span) for one in told.troubles),
                    (words.watched(told), ""),
                ]
            ),
        ),
    )
    return Digest(
        title=translate("Digest", "Hong Kong digital assets: digest"),
        period=words.when(span),
        sentence=words.sentence(told),
        sections=tuple((name, entries) for name, entries in sections if entries),
        note=translate("Digest", "Written by hkwatch from what it stored. Texts belong to their publishers."),
        language=texts.language,
    )


def _addresses(db: sqlite3.Connection, items: Sequence[ItemId], language: str) -> dict[ItemId, str]:
    found = {}
    for item in items:
        detail = item_detail.detail(db, item)
        texts = detail.texts if detail is not None else ()
        own = [text.url for text in texts if text.lang == language and text.url]
        url = next(iter([*own, *(text.url for text in texts if text.url)]), "")
        if url.startswith(("https://", "http://")):
            found[item] = url
    return found


def to_markdown(digest: Digest) -> str:
    """The digest as Markdown; nothing in a headline is taken for markup."""
    lines = [f"# {escaped(digest.title)}", "", escaped(digest.period), "", f"**{escaped(digest.sentence)}**"]
    for name, entries in digest.sections:
        lines += ["", f"## {escaped(name)}", ""]
        for one in entries:
            title = escaped(one.title)
            if one.url:
                title = f"[{title}](<{one.url.replace('<', '%3C').replace('>', '%3E')}>)"
            lines.append(f"- {title}" + (f"  \n  {escaped(one.detail)}" if one.detail else ""))
    return "\n".join([*lines, "", f"*{escaped(digest.note)}*", ""])


def to_html(digest: Digest) -> str:
    """The digest as one HTML page without scripts, pictures or anything from elsewhere."""
    text = html.escape
    parts = [
        f'<!doctype html><html lang="{text(digest.language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{text(digest.title)}, {text(digest.period)}</title><style>{_STYLE}</style></head><body>",
        f'<h1>{text(digest.title)}</h1><p class="when">{text(digest.period)}</p>',
        f"<p><strong>{text(digest.sentence)}</strong></p>",
    ]
    for name, entries in digest.sections:
        parts.append(f"<h2>{text(name)}</h2><ul>")
        for one in entries:
            title = text(one.title)
            if one.url:
                title = f'<a href="{text(one.url)}">{title}</a>'
            detail = f'<br><span class="when">{text(one.detail)}</span>' if one.detail else ""
            parts.append(f"<li>{title}{detail}</li>")
        parts.append("</ul>")
    return "\n".join([*parts, f'<p class="note">{text(digest.note)}</p></body></html>', ""])


def render(digest: Digest, form: Format) -> str:
    """The file's text."""
    return to_html(digest) if form == "html" else to_markdown(digest)


def file_name(start: datetime, end: datetime, form: Format) -> str:
    """`hkwatch-2026-11-25.md` for a day, `hkwatch-2026-11-19-to-2026-11-25.md` for more; days of Hong Kong."""
    # What ends at midnight does not reach into the day that begins then.
    first, last = to_hkt(start).date(), to_hkt(end - timedelta(seconds=1)).date()
    is_day = end - start <= timedelta(days=1)
    name = last.isoformat() if is_day else f"{first.isoformat()}-to-{last.isoformat()}"
    return f"hkwatch-{name}.{form}"


def write_atomically(file: Path, text: str) -> None:
    """Write a file whole or not at all, replacing one of its name. Raises SettingsError."""
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("w", encoding="utf-8", newline="\n") as target:
            target.write(text)
            target.flush()
            os.fsync(target.fileno())
        partial.replace(file)
    except OSError as error:
        # Where the folder itself is none there is nothing to take away.
        with contextlib.suppress(OSError):
            partial.unlink()
        raise SettingsError("unwritable", f"{file}: {error}.", "Choose a folder that can be written.") from error

# SPDX-License-Identifier: MIT
"""How an item is cited: in plain text, Markdown or HTML, in English or in either Chinese script. Pure.

Securities and Futures Commission, “Title”, 26PR140, 20 Nov 2026, https://… (first seen 20 Nov 2026 16:33 HKT)
證券及期貨事務監察委員會，〈標題〉，26PR140，2026年11月20日，https://… （首見於2026年11月20日 16:33，香港時間）
"""

import html
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hkwatch.domain.hkt import to_hkt

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")
_BLOCK_START = re.compile(r"^(\s*)([#+\-=]|\d+[.)])", re.MULTILINE)


class Form(StrEnum):
    """What a citation is written in."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited. `publisher` is its full name in `language` (`en`, `zh-Hant`, `zh-Hans`; others read as English).

    `published` and `first_seen` are aware; `published` is None where the publisher stated none. `ref` and `url` may be
    empty. `text` is what the publisher wrote, and is added under the citation where it is not empty.
    """

    publisher: str
    title: str
    ref: str
    published: datetime | None
    first_seen: datetime
    url: str
    language: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Style:
    between: str
    quotes: tuple[str, str]
    seen: str


_STYLES = {
    "en": _Style(", ", ("“", "”"), " (first seen {time} HKT)"),
    "zh-Hant": _Style("，", ("〈", "〉"), "（首見於{time}，香港時間）"),
    "zh-Hans": _Style("，", ("《", "》"), "（首见于{time}，香港时间）"),
}


def cite(cited: Cited, form: Form) -> str:
    """The citation, with the text under it where there is one. HTML comes as one paragraph, and a quotation after it."""
    line = {Form.PLAIN: _plain, Form.MARKDOWN: _markdown, Form.HTML: _html}[form](cited)
    text = cited.text.strip()
    if not text:
        return line
    match form:
        case Form.PLAIN:
            return f"{line}\n\n{text}"
        case Form.MARKDOWN:
            quoted = _BLOCK_START.sub(r"\1\\\2", _escaped(text))
            return f"{line}\n\n" + "\n".join(f"> {row}".rstrip() for row in quoted.split("\n"))
        case Form.HTML:
            parts = (html.escape(part.strip()).replace("\n", "<br>") for part in re.split(r"\n\s*\n", text))
            return f"{line}<blockquote>{''.join(f'<p>{part}</p>' for part in parts)}</blockquote>"


def _plain(cited: Cited) -> str:
    style, (opening, closing) = _style(cited), _style(cited).quotes
    facts = (cited.publisher, f"{opening}{_one_line(cited.title)}{closing}", cited.ref, _published(cited), cited.url)
    said = style.between.join(fact for fact in facts if fact)
    # A full-width bracket right after an address would be taken for a part of it.
    gap = " " if cited.url and style.seen[0] != " " else ""
    return f"{said}{gap}{_seen(cited)}"


def _markdown(cited: Cited) -> str:
    style, (opening, closing) = _style(cited), _style(cited).quotes
    title = f"{opening}{_escaped(_one_line(cited.title))}{closing}"
    if cited.url:
        address = "".join({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}.get(c, c) for c in cited.url)
        title = f"[{title}]({address})"
    facts = (_escaped(cited.publisher), title, _escaped(cited.ref), _published(cited))
    return f"{style.between.join(fact for fact in facts if fact)}{_seen(cited)}"


def _html(cited: Cited) -> str:
    style, (opening, closing) = _style(cited), _style(cited).quotes
    title = f"{opening}{html.escape(_one_line(cited.title))}{closing}"
    if cited.url:
        title = f'<a href="{html.escape(cited.url)}">{title}</a>'
    facts = (html.escape(cited.publisher), title, html.escape(cited.ref), _published(cited))
    said = style.between.join(fact for fact in facts if fact)
    return f'<p lang="{html.escape(cited.language)}">{said}{html.escape(_seen(cited))}</p>'


def _style(cited: Cited) -> _Style:
    return _STYLES.get(cited.language, _STYLES["en"])


def _published(cited: Cited) -> str:
    return "" if cited.published is None else _day(cited.published, cited.language)


def _seen(cited: Cited) -> str:
    at = to_hkt(cited.first_seen)
    return _style(cited).seen.format(time=f"{_day(cited.first_seen, cited.language)} {at:%H:%M}")


def _day(at: datetime, language: str) -> str:
    day = to_hkt(at)
    if language in ("zh-Hant", "zh-Hans"):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)

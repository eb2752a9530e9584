# SPDX-License-Identifier: MIT
"""What the reader says about an item in words: its dates, why it was flagged, which of its texts to show."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.domain.flags import Reason
from hkwatch.domain.item import Precision
from hkwatch.domain.rows import InboxRow
from hkwatch.ui import formats
from hkwatch.ui.reader.why_words import foreign_field
from hkwatch.ui.rule_names import rule_name

NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"
_LETTER_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Za-z])")
_TAG = re.compile(r"(<[^>]*>)")
_FIELDS = ("title", "body", "source")
_LATE = timedelta(days=2)
"""A first sight this long after publication is not a delay of the watch: the source was added later, or lists old items."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The words found in one field (`title`, `body`, `source`), each once, with how often."""

    field: str
    words: tuple[tuple[str, int], ...]


def meta_facts(row: InboxRow, language: str, *, with_revision: bool = True) -> list[str]:
    """Published, first seen, revision, sources: each fact a text, the most needed first."""
    translate = QCoreApplication.translate
    facts = []
    published = row.published_at
    if published is None:
        text = translate("Reader", "first seen {time} HKT")
        facts.append(text.format(time=formats.date_time(row.first_seen_at, language)))
    elif row.precision is Precision.DAY:
        # A date alone is not midnight, so no time and no delay may be told.
        text = translate("Reader", "Published {date}, date only")
        facts.append(text.format(date=formats.date(published, language)))
        text = translate("Reader", "first seen {time}")
        facts.append(text.format(time=formats.short_time(row.first_seen_at, published, language)))
    else:
        text = translate("Reader", "Published {time} HKT")
        facts.append(text.format(time=formats.date_time(published, language)))
        delay = row.first_seen_at - published
        seen = formats.short_time(row.first_seen_at, published, language)
        if timedelta(0) <= delay < _LATE:
            text = translate("Reader", "first seen {time}, {delay} later")
            facts.append(text.format(time=seen, delay=formats.span(delay, language)))
        else:
            facts.append(translate("Reader", "first seen {time}").format(time=seen))
    if with_revision:
        facts.append(translate("Reader", "revision {number}").format(number=row.revision))
    if row.sources_count > 1:
        facts.append(translate("Reader", "{count} sources").format(count=row.sources_count))
    return facts


def words_by_field(reasons: Iterable[Reason]) -> list[FieldWords]:
    """The matched words in the order title, body, source; words that differ only in case are one."""
    found: dict[str, dict[str, tuple[str, int, set[tuple[int, int]]]]] = {field: {} for field in _FIELDS}
    for reason in reasons:
        words = found.setdefault(reason.field, {})
        shown, count, places = words.get(reason.words.casefold(), (reason.words, 0, set()))
        # Two rules may rest on the same word at the same place.
        if (reason.start, reason.end) not in places:
            count += 1
        words[reason.words.casefold()] = (shown, count, places | {(reason.start, reason.end)})
    return [
        FieldWords(field, tuple((shown, count) for shown, count, _ in words.values()))
        for field, words in found.items()
        if words
    ]


def rule_names(reasons: Iterable[Reason]) -> list[str]:
    """Every rule that held, once, in order, by its own sentence, or by its id where it has none."""
    return list(dict.fromkeys(_name(reason) for reason in reasons))


def _name(reason: Reason) -> str:
    return rule_name(reason.why) or reason.rule


def field_text(field: str) -> str:
    """What stands before the words of a field."""
    translate = QCoreApplication.translate
    return {
        "title": translate("Reader", "title has"),
        "body": translate("Reader", "text has"),
        "source": translate("Reader", "source is"),
    }.get(field) or foreign_field(field)


def why_tooltip(reasons: Sequence[Reason]) -> str:
    """All rules with their words, one a line: HTML, all parts escaped."""
    lines = []
    for rule in rule_names(reasons):
        parts = [
            f"{field_text(group.field)} " + ", ".join(f"«{word}»" for word, _ in group.words)
            for group in words_by_field(reason for reason in reasons if _name(reason) == rule)
        ]
        said = f": {'; '.join(parts)}" if parts else ""
        lines.append(f"<p>{html.escape(f'{rule}{said}')}</p>")
    return "".join(lines)


def pick_text(detail: ItemDetail, wanted: str) -> ItemText | None:
    """The text in the wanted language, else in the other Chinese script, in the item's own, the first; None without texts."""
    by_language = {text.lang: text for text in detail.texts}
    other_script = {"zh-Hant": "zh-Hans", "zh-Hans": "zh-Hant"}.get(wanted, "")
    chosen = by_language.get(wanted) or by_language.get(other_script) or by_language.get(detail.row.lang)
    return chosen or next(iter(detail.texts), None)


def keep_letters_together(text: str, language: str) -> str:
    """Chinese line breaking would tear `A-S-P-I-Re` after a hyphen; the non-breaking one looks the same."""
    return _LETTER_HYPHEN.sub(NO_BREAK_HYPHEN, text) if formats.is_chinese(language) else text


def keep_letters_of_markup_together(markup: str, language: str) -> str:
    """The same for HTML: what stands in tags, as addresses and styles do, keeps its own hyphens."""
    parts = _TAG.split(markup)
    # Every second one is a tag.
    return "".join(part if at % 2 else keep_letters_together(part, language) for at, part in enumerate(parts))

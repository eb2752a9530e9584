# SPDX-License-Identifier: MIT
"""What the text of the reader is made of: one language, two side by side, or a redline, with documents and the last line."""

import html
from dataclasses import dataclass

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.ui.reader.documents import documents_html
from hkwatch.ui.reader.tabs import pair_markup
from hkwatch.ui.reader.why_words import marked_words, why_of


@dataclass(frozen=True, slots=True)
class Body:
    """`markup` is sanitised HTML, and `plain` what stands for it where it is empty; `words` are to be marked.

    `more` is HTML under the text, `closing` the small last line, `columns` the languages of a markup of two columns.
    """

    markup: str
    plain: str
    language: str
    words: tuple[str, ...] = ()
    closing: str = ""
    more: str = ""
    columns: tuple[str, ...] = ()


def make_body(detail: ItemDetail, text: ItemText | None, other: ItemText | None, redline: str) -> Body:
    """The body of an item: its `text`, with `other` beside it where there is one, or the redline where it is wanted."""
    if text is None:
        return Body("", detail.row.summary, detail.row.lang, closing=detail.attribution)
    if redline:
        return Body(redline, "", text.lang, closing=detail.attribution)
    # What a picture is said to show is often the title once more, which stands above already.
    said_again = f' alt="{html.escape(text.title)}"'
    markup = text.html.replace(said_again, "")
    words = marked_words(why_of(detail, text, "").reasons)
    return Body(
        markup if other is None else pair_markup(text, other),
        text.text or ("" if text.html else detail.row.summary),
        text.lang,
        tuple(dict.fromkeys(words)),
        detail.attribution,
        documents_html(text.attachments),
        () if other is None else (text.lang, other.lang),
    )

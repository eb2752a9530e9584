# SPDX-License-Identifier: MIT
"""The tabs over the text: a language each, and two of them side by side."""

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.ui.price.segments import Segment
from hkwatch.ui.reader.blocks import Side, side_by_side

PAIR = "side-by-side"
"""Key of the tab that shows two languages."""
_SHORT = {"en": "EN", "zh-Hant": "繁", "zh-Hans": "简"}


def language_tabs(detail: ItemDetail, language: str, *, with_pair: bool) -> list[Segment]:
    """A tab a language of the item, and the one for two, in the interface's `language`."""
    translate = QCoreApplication.translate
    names = {"en": translate("ReaderPane", "English"), "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}
    tabs = [
        Segment(text.lang, _SHORT.get(text.lang, text.lang), text.lang, names.get(text.lang, text.lang))
        for text in detail.texts
    ]
    if with_pair:
        tabs.append(
            Segment(
                PAIR, translate("Reader", "Side by side"), language, translate("Reader", "Two languages side by side")
            )
        )
    return tabs


def counterpart(detail: ItemDetail, shown: ItemText, language: str) -> ItemText | None:
    """The text to set beside the one shown: English beside Chinese, and beside English the reader's own Chinese.

    None where no other language has a text.
    """
    order = ["zh-Hant", "zh-Hans"] if shown.lang == "en" else ["en", "zh-Hant", "zh-Hans"]
    if language in order and shown.lang == "en":
        order.insert(0, language)
    by_language = {text.lang: text for text in detail.texts if text.lang != shown.lang and (text.html or text.text)}
    if not (shown.html or shown.text):
        return None
    return next((by_language[lang] for lang in order if lang in by_language), None)


def pair_markup(left: ItemText, right: ItemText) -> str:
    """Two texts of an item as a table of two columns."""
    sides = (Side(text.title, text.html, text.text, text.lang) for text in (left, right))
    return side_by_side(*sides)

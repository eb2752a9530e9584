# SPDX-License-Identifier: MIT
"""The words of exported files in the interface language."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hkwatch.domain.export import Column, ExportWords, Format
from hkwatch.domain.item import DocType, ItemState, Level
from hkwatch.ui.words import doc_type_text, level_text, state_text

_HEADS = {
    Column.PUBLISHED: QT_TRANSLATE_NOOP("Export", "Published"),
    Column.FIRST_SEEN: QT_TRANSLATE_NOOP("Export", "First seen"),
    Column.PUBLISHER: QT_TRANSLATE_NOOP("Export", "Publisher"),
    Column.REF: QT_TRANSLATE_NOOP("Export", "Reference"),
    Column.TITLE: QT_TRANSLATE_NOOP("Export", "Title"),
    Column.TYPE: QT_TRANSLATE_NOOP("Export", "Type"),
    Column.LEVEL: QT_TRANSLATE_NOOP("Export", "Level"),
    Column.TOPICS: QT_TRANSLATE_NOOP("Export", "Topics"),
    Column.STATE: QT_TRANSLATE_NOOP("Export", "State"),
    Column.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Export", "Acknowledged"),
    Column.NOTE: QT_TRANSLATE_NOOP("Export", "Note"),
    Column.DEADLINE: QT_TRANSLATE_NOOP("Export", "Deadline"),
    Column.SOURCES: QT_TRANSLATE_NOOP("Export", "Sources"),
    Column.REVISION: QT_TRANSLATE_NOOP("Export", "Revision"),
    Column.LANGUAGES: QT_TRANSLATE_NOOP("Export", "Languages"),
    Column.SUMMARY: QT_TRANSLATE_NOOP("Export", "Summary"),
    Column.LINK: QT_TRANSLATE_NOOP("Export", "Link"),
    Column.CITATION: QT_TRANSLATE_NOOP("Export", "Citation"),
}


def column_text(column: Column) -> str:
    """The name of a column."""
    return QCoreApplication.translate("Export", str(_HEADS[column]))


def format_text(form: Format) -> str:
    """What a kind of file is called."""
    translate = QCoreApplication.translate
    match form:
        case Format.CSV:
            return translate("Export", "CSV · for spreadsheets")
        case Format.XLSX:
            return translate("Export", "XLSX · Excel workbook")
        case Format.JSON:
            return translate("Export", "JSON · for programs")
        case Format.MARKDOWN:
            return translate("Export", "Markdown")
        case Format.HTML:
            return translate("Export", "HTML · web page")


def export_words(language: str, publishers: Mapping[str, str]) -> ExportWords:
    """The words of a file; `publishers` are their short names in the interface language."""
    translate = QCoreApplication.translate
    values = {(Column.PUBLISHER, ident): name for ident, name in publishers.items()}
    values |= {(Column.TYPE, one.value): doc_type_text(one) for one in DocType}
    values |= {(Column.LEVEL, one.name.lower()): level_text(one) for one in Level}
    values |= {(Column.STATE, one.name.lower()): state_text(one) for one in ItemState}
    values[Column.STATE, "acknowledged"] = state_text(ItemState.READ, acknowledged=True)
    values[Column.STATE, "archived"] = translate("Export", "Archived")
    return ExportWords(
        language,
        translate("Export", "Items"),
        translate("Export", "{0} items · exported {1} · {2}"),
        {column: column_text(column) for column in Column},
        values,
    )

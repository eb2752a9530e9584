# SPDX-License-Identifier: MIT
"""An item on paper or in a PDF file: head, text, where it is from and when it was seen. Black on white whatever the theme."""

import html

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.ui.reader.blocks import paragraphs
from hkwatch.ui.reader.documents import documents_html
from hkwatch.ui.reader.facts import keep_letters_of_markup_together, meta_facts
from hkwatch.ui.reader.pictures import place_pictures
from hkwatch.ui.theme import Fonts

_SHEET = (
    "body { color: #000000; } a { color: #000000; text-decoration: underline; }"
    " h1 { font-size: 15pt; font-weight: 600; } h3 { font-size: 11pt; } .small { font-size: 8pt; color: #444444; }"
    " p { margin-top: 0; margin-bottom: 7pt; line-height: 135%; }"
)
_MARGIN_MM = 20.0


def print_html(detail: ItemDetail, text: ItemText | None, publisher: str, language: str) -> str:
    """The whole item as HTML; pictures are left out."""
    row = detail.row
    title = text.title if text is not None else row.title
    head = " · ".join(part for part in (publisher, row.ref) if part)
    facts = " · ".join(meta_facts(row, language))
    if text is None:
        body = paragraphs(row.summary)
    else:
        body = place_pictures(text.html, {}, 0) if text.html else paragraphs(text.text or row.summary)
        body += documents_html(text.attachments)
    address = text.url if text is not None else ""
    foot = QCoreApplication.translate("Printing", "Printed by hkwatch. The content belongs to its issuer.")
    lines = [html.escape(part) for part in (address, detail.attribution, foot) if part]
    whole = (
        f'<p class="small">{html.escape(head)}</p><h1>{html.escape(title)}</h1><p class="small">{html.escape(facts)}</p>'
        f"{body}<hr><p class='small'>{'<br>'.join(lines)}</p>"
    )
    return keep_letters_of_markup_together(whole, text.lang if text is not None else row.lang)


def print_document(markup: str, fonts: Fonts, language: str) -> QTextDocument:
    """A document for paper: 10 point, in the fonts of its language. It loads nothing."""
    document = _PaperDocument()
    font = fonts.font("reading", language)
    font.setPointSizeF(10)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_SHEET)
    document.setHtml(f"<body>{markup}</body>")
    return document


def pdf_bytes(document: QTextDocument, title: str) -> bytes:
    """A document as a PDF file on A4."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("hkwatch")
    writer.setPageLayout(_layout())
    document.print_(writer)
    # The end of the file is written when the writer goes.
    del writer
    return bytes(buffer.data().data())


def ask_printer(document: QTextDocument, title: str, parent: QWidget) -> None:
    """Let the user choose a printer, and print."""
    # Loaded only when it is wanted: the window must not wait for it at the start.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(_layout())
    dialog = QPrintDialog(printer, parent)
    document.setParent(dialog)
    dialog.accepted.connect(lambda: document.print_(printer))
    dialog.finished.connect(dialog.deleteLater)
    # Its own open() wants a slot.
    QDialog.open(dialog)


def _layout() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
        QPageLayout.Unit.Millimeter,
    )


class _PaperDocument(QTextDocument):
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return None

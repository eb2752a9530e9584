# SPDX-License-Identifier: MIT
"""Shows Markdown as a page to read: the program's fonts and colours, nothing loaded from anywhere."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from hkwatch.ui.theme import Fonts, Theme

_ROLES = {1: "hero", 2: "title", 3: "h2"}
_WIDEST_PX = 680
_MARGIN_PX = 36
_INDENT_PX = 22


class PageView(QTextBrowser):
    """`anchorClicked` tells which link was followed; nothing is opened by itself."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._language, self._markdown = theme, fonts, "en", ""
        self._sought = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The sheet's border of fields is not for a page.
        self.setStyleSheet("QTextBrowser { border: 0; padding: 0; } QTextBrowser:focus { border: 0; padding: 0; }")
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(_INDENT_PX)
        theme.changed.connect(self._draw)

    def show_page(self, markdown: str, language: str) -> None:
        """Show this from its beginning."""
        self._markdown, self._language = markdown, language
        self._draw()
        # When it comes up a page shows its cursor, which a text leaves at its end.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def seek(self, words: str) -> int:
        """Light every place of these words, and go to the first; returns how many there are."""
        self._sought = words
        found: list[QTextEdit.ExtraSelection] = []
        cursor = QTextCursor(self.document())
        while words:
            cursor = self.document().find(words, cursor)
            if cursor.isNull():
                break
            lit = QTextEdit.ExtraSelection()
            lit.cursor = QTextCursor(cursor)
            lit.format = QTextCharFormat()
            lit.format.setBackground(self._theme.colour("select"))
            found.append(lit)
        self.setExtraSelections(found)
        if found:
            first = QTextCursor(found[0].cursor)
            first.setPosition(first.selectionStart())
            self.setTextCursor(first)
            self.ensureCursorVisible()
        return len(found)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # No file and no address is ever read for a page.
        return None

    def resizeEvent(self, event: object) -> None:
        # The margins come first: the text is laid out for the room they leave.
        self._centre()
        super().resizeEvent(event)  # type: ignore[arg-type]

    def _centre(self) -> None:
        """Lines stay short enough to read on a wide window."""
        side = max(_MARGIN_PX, (self.viewport().width() + self._sides() - _WIDEST_PX) // 2)
        margins = self.viewportMargins()
        if margins.left() != side:
            self.setViewportMargins(side, 0, max(0, side - 16), 0)

    def _sides(self) -> int:
        margins = self.viewportMargins()
        return margins.left() + margins.right()

    def _draw(self) -> None:
        at = self.verticalScrollBar().value()
        document = self.document()
        document.setDefaultFont(self._fonts.font("body", self._language))
        document.setMarkdown(self._markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._dress(document)
        self._centre()
        self.verticalScrollBar().setValue(at)
        if self._sought:
            self.seek(self._sought)

    def _dress(self, document: QTextDocument) -> None:
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            shape = QTextBlockFormat()
            shape.setLineHeight(145, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            table = cursor.currentTable()
            if table:
                self._dress_table(table)
            if level:
                shape.setTopMargin(0 if block.blockNumber() == 0 else 22)
                shape.setBottomMargin(6)
            elif block.textList() is not None:
                shape.setTopMargin(2)
                shape.setBottomMargin(2)
            elif not table:
                shape.setTopMargin(0)
                shape.setBottomMargin(10)
            cursor.mergeBlockFormat(shape)
            self._dress_words(block, level)
            block = block.next()

    def _dress_table(self, table: QTextTable) -> None:
        """Hairlines between the rows, nothing around."""
        shape = table.format()
        if shape.border() == 0:
            return
        shape.setBorder(0)
        shape.setCellPadding(0)
        shape.setCellSpacing(0)
        shape.setBottomMargin(14)
        table.setFormat(shape)
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                form = cell.format().toTableCellFormat()
                form.setPadding(5)
                form.setLeftPadding(0)
                form.setRightPadding(24)
                form.setBottomBorder(1)
                form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBottomBorderBrush(self._theme.colour("line_strong" if row == 0 else "line"))
                cell.setFormat(form)

    def _dress_words(self, block: object, level: int) -> None:
        theme, language = self._theme, self._language
        spans: list[tuple[int, int, QTextCharFormat]] = []
        walk = block.begin()  # type: ignore[attr-defined]
        while not walk.atEnd():
            fragment = walk.fragment()
            form = fragment.charFormat()
            fresh = QTextCharFormat(form)
            # Markdown sizes headings relative to the body; ours have sizes of their own.
            fresh.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
            role = _ROLES.get(level, "h2") if level else "body"
            if form.fontFixedPitch():
                font = self._fonts.font("small_medium", "en")
                fresh.setBackground(theme.colour("line"))
            else:
                font = self._fonts.font(role, language)
                if not level and form.fontWeight() > QFont.Weight.Normal:
                    font.setWeight(QFont.Weight.DemiBold)
            fresh.setFont(font)
            fresh.setForeground(QColor(theme.colour("accent" if form.isAnchor() else "text")))
            fresh.setFontUnderline(False)
            spans.append((fragment.position(), fragment.length(), fresh))
            walk += 1
        for start, length, fresh in spans:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(fresh)

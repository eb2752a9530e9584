# SPDX-License-Identifier: MIT
"""The running text of an item. Nothing here can reach the network: pictures are only those given, links are only told."""

import html
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from hkwatch.ui.reader.blocks import paragraphs
from hkwatch.ui.reader.body import Body
from hkwatch.ui.reader.facts import NO_BREAK_HYPHEN, keep_letters_of_markup_together, keep_letters_together
from hkwatch.ui.reader.link_line import LinkLine
from hkwatch.ui.reader.pictures import place_pictures
from hkwatch.ui.theme import Fonts, Theme

_FADE_PX = 24
_PARAGRAPH_GAP_PX = 12
_MOST_MARKS = 200
_WEB = ("http", "https")
_LINE_CHARS = 67
"""A line of running English is at most so long on average, which keeps nearly all under 72 characters."""
_SAMPLE = "The Commission published its conclusions on how such firms are licensed."


class _Fade(QWidget):
    """The last pixels of the text run into the ground, so that a cut line is seen as "more"."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = self._theme.colour("surface")
        clear = QColor(ground)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0, clear)
        gradient.setColorAt(1, ground)
        QPainter(self).fillRect(self.rect(), gradient)


class ReaderText(QTextBrowser):
    """Shows sanitised HTML, or plain text, in the font of its language with fixed line heights."""

    link_opened = Signal(str)
    """A web address the user clicked. Other schemes are never told."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fonts = theme, fonts
        self._built_for = theme.scheme
        self._role = "reading_compact"
        self._measure, self._least_right = 680, 0
        self._language = "en"
        self._words: tuple[str, ...] = ()
        self._source: tuple[str, str, str, str] = ("", "", "", "")
        self._languages: tuple[str, ...] = ()
        self._scale = 1.0
        self._pictures: Mapping[str, QImage] = {}
        self._after = ""
        self._word_marks: list[QTextEdit.ExtraSelection] = []
        self._found: list[QTextEdit.ExtraSelection] = []
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QTextBrowser { background: transparent; border: 0; padding: 0; }")
        self.anchorClicked.connect(self._on_anchor)
        self._fade = _Fade(theme, self)
        self._link_line = LinkLine(theme, fonts, self)
        self.highlighted.connect(self._link_line.show_address)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._place_fade)
        bar.rangeChanged.connect(self._place_fade)
        self._set_palette()

    def show_body(self, body: Body) -> None:
        """Show the body of an item and go to its top."""
        self.show_text(
            body.markup,
            body.plain,
            body.language,
            body.words,
            closing=body.closing,
            more=body.more,
            columns=body.columns,
        )

    def least_height(self) -> int:
        """One line: less cannot be read."""
        return self._fonts.line_height("reading")

    def show_text(
        self,
        markup: str,
        plain: str,
        language: str,
        words: Sequence[str],
        *,
        closing: str = "",
        more: str = "",
        columns: tuple[str, ...] = (),
    ) -> None:
        """Show one text and go to its top. `markup` is sanitised HTML; where it is empty `plain` is shown instead.

        `words` are marked wherever they stand. `more` is HTML under the text (its documents), `closing` a small last
        line (who published it), plain text. `columns` are the languages of a markup that is a table of two columns.
        """
        self._source = (markup, plain, closing, more)
        self._languages = columns
        self._language = language
        self._words = tuple(words)
        self._pictures, self._after = {}, ""
        self._rebuild()
        self.verticalScrollBar().setValue(0)

    def set_measure(self, measure: int, least_right: int) -> None:
        """Text is at most `measure` wide and keeps `least_right` free before the scroll bar."""
        self._measure, self._least_right = measure, least_right
        self._place_margins()

    def set_size(self, percent: int) -> None:
        """The size of the text, 100 = as designed; the place in the text stays."""
        if percent / 100 != self._scale:
            self._scale = percent / 100
            self._rebuild()

    def set_after(self, markup: str) -> None:
        """A small paragraph of HTML after the text, until another text is shown."""
        if markup != self._after:
            self._after = markup
            self._rebuild()

    def set_pictures(self, pictures: Mapping[str, QImage]) -> None:
        """The pictures of the text by address, until another text is shown; those not given are left out."""
        self._pictures = dict(pictures)
        self._rebuild()

    def set_found(self, found: Sequence[QTextCursor], current: int) -> None:
        """Light up what was looked for; `current` is scrolled into view."""
        self._found = []
        for index, cursor in enumerate(found):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            is_current = index == current
            mark.format.setBackground(self._theme.colour("accent" if is_current else "accent_tint"))
            mark.format.setForeground(self._theme.colour("on_accent" if is_current else "text"))
            self._found.append(mark)
        self.setExtraSelections([*self._word_marks, *self._found])
        if 0 <= current < len(found):
            place = QTextCursor(found[current])
            place.setPosition(found[current].selectionStart())
            self.setTextCursor(place)
            self.ensureCursorVisible()

    def set_role(self, role: str) -> None:
        """`reading`, or `reading_compact` in a small reader."""
        if role != self._role:
            self._role = role
            self._rebuild()

    @property
    def role(self) -> str:
        """The text role in force."""
        return self._role

    def scroll_page(self, direction: int) -> bool:
        """One page down (1) or up (−1), keeping two lines in view; False when already at that end."""
        bar = self.verticalScrollBar()
        if bar.value() == (bar.maximum() if direction > 0 else bar.minimum()):
            return False
        keep = 2 * self._line_height(self._language)
        bar.setValue(bar.value() + direction * max(1, self.viewport().height() - keep))
        return True

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        # Whatever is not here already stays away: nothing is ever asked for by showing a text.
        return self._pictures.get(QUrl(name).toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def createMimeDataFromSelection(self) -> QMimeData:
        data = super().createMimeDataFromSelection()
        # The non-breaking hyphens are ours; what is copied must be what the source wrote.
        if NO_BREAK_HYPHEN in data.text():
            data.setText(data.text().replace(NO_BREAK_HYPHEN, "-"))
            data.setHtml(data.html().replace(NO_BREAK_HYPHEN, "-"))
        return data

    def _rebuild(self) -> None:
        markup, plain, closing, more = self._source
        bar = self.verticalScrollBar()
        position = bar.value()
        self._built_for = self._theme.scheme
        self._set_palette()
        document = self.document()
        document.setDefaultFont(self._font(self._role, self._language))
        document.setDocumentMargin(0)
        document.setIndentWidth(20)
        document.setDefaultStyleSheet(self._sheet())
        body = place_pictures(markup, self._pictures, self._line_width()) if markup else paragraphs(plain)
        body += more + self._after
        if closing:
            body += f'<p class="closing">{html.escape(closing)}</p>'
        self.setHtml(keep_letters_of_markup_together(body, self._language))
        self._place_margins()
        self._set_lines(document)
        self._mark_words(document)
        bar.setValue(position)

    def changeEvent(self, event: QEvent) -> None:
        # The document holds colours of its own. Setting the palette comes back here, so only a new scheme counts.
        if event.type() == QEvent.Type.StyleChange and self._built_for != self._theme.scheme:
            self._rebuild()
        super().changeEvent(event)

    def _sheet(self) -> str:
        t = self._theme
        closing = round(self._scale * self._fonts.px("small", self._language))
        return (
            f"a {{ color: {t.hex('accent')}; text-decoration: none; }}"
            f" .closing {{ color: {t.hex('muted')}; font-size: {closing}px; }}"
            f" .small {{ color: {t.hex('muted')}; font-size: {closing}px; }}"
            f" .removed {{ color: {t.hex('bad')}; background-color: {t.hex('bad_t')}; }}"
            f" .added {{ color: {t.hex('ok')}; background-color: {t.hex('up_tint')}; }}"
            f" th {{ font-weight: 600; }} blockquote {{ color: {t.hex('text2')}; }}"
        )

    def _set_palette(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.colour("text"))
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("surface"))
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.colour("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.colour("on_accent"))
        self.setPalette(palette)

    def _set_lines(self, document: QTextDocument) -> None:
        """Give every block the line height of its language, and headings the interface's own sizes."""
        heights = {lang: self._line_height(lang) for lang in (self._language, *self._languages)}
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            language = self._language_at(cursor)
            height = heights[language]
            if language != self._language:
                self._dress_block(block, language)
            form = QTextBlockFormat()
            heading = block.blockFormat().headingLevel()
            last_in_list = block.textList() is None or block.next().textList() is not block.textList()
            form.setTopMargin(4 if heading and block.blockNumber() else 0)
            form.setBottomMargin(_PARAGRAPH_GAP_PX if last_in_list else 4)
            kind = QTextBlockFormat.LineHeightTypes.FixedHeight
            if _has_picture(block):
                # A fixed line would cut it.
                kind = QTextBlockFormat.LineHeightTypes.MinimumHeight
            form.setLineHeight(height, kind.value)
            cursor.mergeBlockFormat(form)
            if heading:
                cursor = _whole_block(block)
                shape = QTextCharFormat()
                shape.setFont(self._font("h2", language))
                shape.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                cursor.mergeCharFormat(shape)
            block = block.next()

    def _language_at(self, cursor: QTextCursor) -> str:
        """The language of a place: that of its column where there are two."""
        frame = cursor.currentFrame()
        table: QTextTable | None = None
        while isinstance(frame, QTextTable):
            # A table of the text's own stands within a cell of the outer one.
            table, frame = frame, frame.parentFrame()
        if table is None or len(self._languages) < 2:
            return self._language
        return self._languages[min(table.cellAt(cursor).column(), 1)]

    def _dress_block(self, block: QTextBlock, language: str) -> None:
        """Family and size alone: what is bold stays so."""
        font = self._font(self._role, language)
        shape = QTextCharFormat()
        shape.setFontFamilies(font.families())
        shape.setProperty(QTextFormat.Property.FontPixelSize, font.pixelSize())
        _whole_block(block).mergeCharFormat(shape)

    def _mark_words(self, document: QTextDocument) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        for word in self._words:
            cursor = QTextCursor(document)
            flags = QTextDocument.FindFlag.FindCaseSensitively
            if word.isascii():
                flags |= QTextDocument.FindFlag.FindWholeWords
            while len(marks) < _MOST_MARKS:
                cursor = document.find(keep_letters_together(word, self._language), cursor, flags)
                if cursor.isNull():
                    break
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(self._theme.colour("mark"))
                mark.format.setForeground(self._theme.colour("mark_text"))
                marks.append(mark)
        self._word_marks, self._found = marks, []
        self.setExtraSelections(marks)

    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme().lower() in _WEB and url.host():
            self.link_opened.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def _font(self, role: str, language: str) -> QFont:
        font = self._fonts.font(role, language)
        font.setPixelSize(max(8, round(self._scale * font.pixelSize())))
        return font

    def _line_height(self, language: str) -> int:
        return round(self._scale * self._fonts.line_height(self._role, language))

    def _line_width(self) -> int:
        """How wide a line of one language may be."""
        sample = self._fonts.metrics(self._role).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return round(self._scale * min(self._measure, _LINE_CHARS * sample))

    def _place_fade(self) -> None:
        bar = self.verticalScrollBar()
        self._fade.setVisible(bar.value() < bar.maximum())
        area = self.viewport().geometry()
        self._fade.setGeometry(area.left(), area.bottom() + 1 - _FADE_PX, area.width(), _FADE_PX)
        self._fade.raise_()
        self._link_line.place(area)

    def _place_margins(self) -> None:
        # A margin of the document, not of the viewport: with one of the viewport Qt lays lines out too wide when the bar comes.
        # Asked for as the root of the document, the frame of each text ever shown would be remembered in Python.
        frame = QTextCursor(self.document()).currentFrame()
        form = frame.frameFormat()
        # Two columns have a measure each.
        measure = self._line_width() * max(1, len(self._languages))
        margin = float(max(self.viewport().width() - measure, self._least_right))
        if form.rightMargin() != margin:
            form.setRightMargin(margin)
            frame.setFrameFormat(form)
        self._place_fade()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margins()


def _whole_block(block: QTextBlock) -> QTextCursor:
    """A block selected without the break before it, which may be the edge of another cell."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _has_picture(block: QTextBlock) -> bool:
    return "\N{OBJECT REPLACEMENT CHARACTER}" in block.text()

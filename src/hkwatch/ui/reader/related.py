# SPDX-License-Identifier: MIT
"""Lines that lead to what belongs to an item: "Also issued by HKMA: …", "Conclusions: …"."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hkwatch.domain.detail import Related
from hkwatch.domain.item import DocType
from hkwatch.domain.paper_release import is_paper
from hkwatch.ui import formats
from hkwatch.ui.theme import Fonts

_MOST = 3
_PAD = 30


class RelatedStrip(QWidget):
    """A button an item; hidden where nothing belongs to the item shown."""

    wanted = Signal(object)
    """ItemId of the item to go to."""

    def __init__(self, fonts: Fonts, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts, self._language = fonts, language
        self._related: tuple[Related, ...] = ()
        self._names: Mapping[str, str] = {}
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_related(self, related: Sequence[Related], names: Mapping[str, str]) -> None:
        """Replace what is shown; `names` are publishers' short names by id."""
        if tuple(related) == self._related and names == self._names:
            return
        self._related, self._names = tuple(related), dict(names)
        self._build()

    def set_language(self, language: str) -> None:
        """Language of the words around."""
        self._language = language
        self._build()

    def _build(self) -> None:
        for old in self.buttons:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(one) for one in self._related[:_MOST]]
        for button in self.buttons:
            self._column.addWidget(button)
        self.setVisible(bool(self.buttons))
        self._fit()

    def _button(self, one: Related) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("bar", True)
        button.setFont(self._fonts.font("small", self._language))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not by a click, which would take the keys away from the list.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(self._words(one))
        button.setToolTip(self._when(one))
        item = one.row.id
        button.clicked.connect(lambda: self.wanted.emit(item))
        return button

    def _words(self, one: Related) -> str:
        if one.kind == "conclusion":
            if one.row.doc_type is DocType.CONCLUSION:
                return self.tr("Conclusions: {title}").format(title=one.row.title)
            return self.tr("Consultation: {title}").format(title=one.row.title)
        if one.kind == "paper":
            if is_paper(one.row.ref):
                return self.tr("Consultation: {title}").format(title=one.row.title)
            return self.tr("Press release: {title}").format(title=one.row.title)
        publisher = self._names.get(one.row.publisher, one.row.publisher.upper())
        if one.kind == "register":
            return self.tr("About the same entity, {publisher}: {title}").format(
                publisher=publisher, title=one.row.title
            )
        return self.tr("Also issued by {publisher}: {title}").format(publisher=publisher, title=one.row.title)

    def _when(self, one: Related) -> str:
        at = one.row.published_at or one.row.first_seen_at
        reference = f"{one.row.ref}{formats.BETWEEN}" if one.row.ref else ""
        return f"{reference}{formats.date(at, self._language)}"

    def _fit(self) -> None:
        """Each on one line, cut with a sign where there is no room."""
        for button, one in zip(self.buttons, self._related, strict=False):
            # The style sheet has the last word on a button's font.
            button.ensurePolished()
            metrics = button.fontMetrics()
            words = metrics.elidedText(self._words(one), Qt.TextElideMode.ElideRight, max(120, self.width() - _PAD))
            button.setText(words.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)

# SPDX-License-Identifier: MIT
"""The line that says an item was edited, and lets one see how.

    revision 2 of 2 · 17:38 · 3 changes                          [Show redline]
    revision 3 of 3 · 1 change       [Revision 3 · 20 Feb 09:12 ▾]  [Show redline]

The list, with its times, stands there only when there is a choice. Hidden for an item that was never edited.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from hkwatch.domain.detail import TextVersion
from hkwatch.domain.ids import ItemId
from hkwatch.ui import formats
from hkwatch.ui.keys.sequence import with_key
from hkwatch.ui.theme import Fonts
from hkwatch.ui.words import Counts

if TYPE_CHECKING:
    from hkwatch.domain.redline import Redline

_GAP = 8


class RevisionStrip(QWidget):
    """Compares one wording with the one before it; the newest until another is chosen."""

    changed = Signal()
    """The text to show is another one: the redline came, went, or is of another revision."""

    def __init__(self, fonts: Fonts, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts, self._language = fonts, language
        self._item: ItemId | None = None
        self._versions: tuple[TextVersion, ...] = ()
        self._number = 0
        self._wants_redline = False
        self._compared: tuple[Redline, Redline] | None = None
        self._words = ""
        self._key = "R"
        self.fact = QLabel()
        self.fact.setTextFormat(Qt.TextFormat.PlainText)
        self.fact.setProperty("role", "muted")
        self.fact.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.choice = QComboBox()
        self.choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choice.activated.connect(self._on_chosen)
        self.button = QPushButton()
        self.button.setProperty("bar", True)
        self.button.clicked.connect(self.toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.fact, 1)
        row.addWidget(self.choice)
        row.addWidget(self.button)
        self.set_language(language)

    def show_versions(self, item: ItemId, versions: Sequence[TextVersion]) -> None:
        """Show what was edited: `versions` oldest first, fewer than two hide the line. Another item starts anew."""
        versions = tuple(versions)
        if item != self._item:
            self._wants_redline = False
        if item != self._item or versions != self._versions:
            self._item, self._versions = item, versions
            self._compare(len(versions))
        self.setVisible(self.has_revisions)

    def set_language(self, language: str) -> None:
        """Language of the words; sentences follow the installed translation."""
        self._language = language
        self.fact.setFont(self._fonts.font("small", language, figures=True))
        self._retranslate()

    @property
    def has_revisions(self) -> bool:
        """Whether there is anything to compare."""
        return len(self._versions) > 1

    @property
    def number(self) -> int:
        """The revision that is compared with the one before it; 0 where there is none."""
        return self._number if self.has_revisions else 0

    def markup(self) -> str:
        """The redline as HTML; empty while the plain text is to be shown."""
        if not self._wants_redline or self._compared is None:
            return ""
        from hkwatch.ui.reader.redline_html import redline_html

        return redline_html(*self._compared)

    def legend(self) -> str:
        """What the marks in the text mean, for screen readers; empty without a redline."""
        if not self.markup():
            return ""
        return self.tr("Redline: removed words stand in [− −], added words in [+ +].")

    def toggle(self) -> bool:
        """Show the redline or the text; False when there is nothing to compare."""
        if not self.has_revisions:
            return False
        self._wants_redline = not self._wants_redline
        self._retranslate()
        self.changed.emit()
        return True

    def step(self, direction: int) -> bool:
        """The redline of the next newer (1) or older (−1) revision; False at the end."""
        number = self._number + direction
        if not self.has_revisions or not 2 <= number <= len(self._versions):
            return False
        self._show(number)
        return True

    def _show(self, number: int) -> None:
        self._wants_redline = True
        self._compare(number)
        self.changed.emit()

    def _compare(self, number: int) -> None:
        """Compare revision `number` (from 2) with the one before it."""
        self._number, self._compared = number, None
        if self.has_revisions:
            old, new = self._versions[number - 2 : number]
            from hkwatch.domain.redline import redline

            self._compared = redline(old.title, new.title), redline(old.text, new.text)
        self._retranslate()

    def set_key(self, key: str) -> None:
        """The key that does what the button does, empty for none."""
        self._key = key
        self._retranslate()

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Hide redline") if self._wants_redline else self.tr("Show redline"))
        self.button.setToolTip(with_key(self.button.text(), self._key))
        self.choice.setAccessibleName(self.tr("Revision to compare"))
        self.choice.setVisible(len(self._versions) > 2)
        if self._compared is None:
            return
        version, count = self._versions[self._number - 1], sum(one.changes for one in self._compared)
        fact = self.tr("revision {number} of {count}").format(number=self._number, count=len(self._versions))
        changes = Counts().changes(count) if count else self.tr("no word changed")
        times = () if len(self._versions) > 2 else (self._time(version),)
        self._words = formats.BETWEEN.join((fact, *times, changes))
        self.fact.setAccessibleName(self._words)
        sentence = self.tr("Edited by the publisher: {time} HKT.")
        if version.modified_at is None:
            sentence = self.tr("First seen in this wording: {time} HKT.")
        self.fact.setToolTip(sentence.format(time=formats.date_time(_at(version), self._language)))
        self.choice.clear()
        for one in reversed(self._versions[1:]):
            name = self.tr("Revision {number}").format(number=one.number)
            self.choice.addItem(f"{name} · {self._time(one)}", one.number)
        self.choice.setCurrentIndex(len(self._versions) - self._number)
        self._fit()

    def _fit(self) -> None:
        """The words, cut with a sign where there is no room for all of them."""
        words = self._words
        if self.isVisible():
            metrics = self._fonts.metrics("small", self._language, figures=True)
            # The label has its own width only after the layout has run.
            beside = [self.button] if self.choice.isHidden() else [self.choice, self.button]
            room = self.width() - sum(widget.sizeHint().width() + _GAP for widget in beside)
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.fact.setText(words)

    def _time(self, version: TextVersion) -> str:
        """The hour alone on the day of the first wording."""
        return formats.short_time(_at(version), _at(self._versions[0]), self._language)

    def _on_chosen(self, index: int) -> None:
        self._show(int(self.choice.itemData(index)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _at(version: TextVersion) -> datetime:
    return version.modified_at or version.seen_at

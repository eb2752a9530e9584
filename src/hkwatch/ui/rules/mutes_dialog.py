# SPDX-License-Identifier: MIT
"""All mutes: what is muted, whose, until when, and how many items that hides."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.mutes import MuteKind
from hkwatch.domain.rule_views import MuteView
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import short_time
from hkwatch.ui.marks import Marks
from hkwatch.ui.row_table import RowTable


class MutesDialog(QDialog):
    """Follows the mutes while it is open. Delete, or the button, ends the selected one."""

    unmute_wanted = Signal(object)
    """MuteId of the mute to end."""
    words_wanted = Signal(str)
    """Words of headlines to be muted, whoever publishes them."""

    def __init__(self, marks: Marks, language: str, names: Mapping[str, str], parent: QWidget | None) -> None:
        """`names` are the publishers' short names by their id."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language, self._names = marks, language, names
        self._views: tuple[MuteView, ...] = ()
        self._now: datetime | None = None
        self.rules: Mapping[str, str] = {}
        """What each rule is called, by its id; a rule that is not there is named by that."""
        self._title = plain("")
        self._title.setFont(marks.fonts.font("title", language))
        self.empty = plain("", "muted")
        self.empty.setWordWrap(True)
        self.table = RowTable(marks, 5, 0)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.words = QLineEdit()
        self.mute_words = QPushButton()
        self.mute_words.setAutoDefault(False)
        self.mute_words.setEnabled(False)
        self.mute_words.clicked.connect(self._on_words)
        self.words.textChanged.connect(lambda text: self.mute_words.setEnabled(len(text.strip()) > 1))
        self.words.returnPressed.connect(self._on_words)
        self._words_label = plain("")
        self._words_label.setBuddy(self.words)
        self.unmute = QPushButton()
        self.unmute.setProperty("kind", "primary")
        self.unmute.setAutoDefault(False)
        self.unmute.clicked.connect(self._on_unmute)
        self.close_button = QPushButton()
        self.close_button.clicked.connect(self.accept)
        by_words = QHBoxLayout()
        by_words.setSpacing(8)
        by_words.setContentsMargins(8, 0, 8, 0)
        by_words.addWidget(self._words_label)
        by_words.addWidget(self.words, 1)
        by_words.addWidget(self.mute_words)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.unmute)
        column = QVBoxLayout(self)
        # A cell has 8 px of its own: the words around the table stand where its texts do.
        column.setContentsMargins(16, 20, 16, 16)
        for label in (self._title, self.empty):
            label.setContentsMargins(8, 0, 8, 0)
        foot.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addSpacing(8)
        column.addLayout(by_words)
        column.addSpacing(16)
        column.addLayout(foot)
        self.resize(860, 420)
        self._retranslate()

    def set_mutes(self, views: tuple[MuteView, ...], now: datetime) -> None:
        """Show every mute; the selected one stays selected."""
        chosen = self._chosen()
        self._views, self._now = views, now
        rows = []
        for view in views:
            mute = view.mute
            until = short_time(mute.until, now, self._language) if mute.until is not None else self.tr("for ever")
            rows.append(
                (
                    self.rules.get(mute.value) or " · ".join(mute.value.splitlines()),
                    self._kind_text(mute.kind),
                    self._names.get(mute.publisher, mute.publisher) or self.tr("everyone"),
                    until,
                    str(view.hidden),
                )
            )
        same = next((n for n, one in enumerate(views) if chosen is not None and one.mute.id == chosen.mute.id), None)
        self.table.fill(rows, same)
        self.empty.setVisible(not views)
        self.table.setVisible(bool(views))
        self._on_selected()

    def _kind_text(self, kind: MuteKind) -> str:
        return {
            MuteKind.STORY: self.tr("Story"),
            MuteKind.TEMPLATE: self.tr("Headlines like this"),
            MuteKind.ENTITY: self.tr("Name"),
            MuteKind.RULE: self.tr("Rule"),
            MuteKind.PATTERN: self.tr("Words in headlines"),
        }[kind]

    def _chosen(self) -> MuteView | None:
        return self.table.chosen_of(self._views)

    def _on_selected(self) -> None:
        self.unmute.setEnabled(self._chosen() is not None)

    def _on_unmute(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.unmute_wanted.emit(chosen.mute.id)

    def _on_words(self) -> None:
        words = self.words.text().strip()
        if len(words) > 1:
            self.words.clear()
            self.words_wanted.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not self.words.hasFocus():
            self._on_unmute()
        else:
            super().keyPressEvent(event)

    def set_language(self, language: str, names: Mapping[str, str]) -> None:
        """Interface language, with the publishers' names in it."""
        self._language, self._names = language, names
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Muted"))
        self._title.setText(self.tr("Muted"))
        self.empty.setText(self.tr("Nothing is muted. An item's menu mutes its story, or headlines like it."))
        self.table.setHorizontalHeaderLabels(
            [self.tr("What"), self.tr("Kind"), self.tr("From"), self.tr("Until"), self.tr("Hidden")]
        )
        self.table.setAccessibleName(self.tr("Muted"))
        self._words_label.setText(self.tr("Headlines with"))
        self.words.setPlaceholderText(self.tr("words, such as weekly digest"))
        self.words.setAccessibleName(self.tr("Words of headlines to mute"))
        self.mute_words.setText(self.tr("Mute"))
        self.unmute.setText(self.tr("Unmute"))
        self.close_button.setText(self.tr("Close"))
        if self._now is not None:
            self.set_mutes(self._views, self._now)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

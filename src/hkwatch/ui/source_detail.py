# SPDX-License-Identifier: MIT
"""The lower half of the source table: what is wrong with one source, where it lives, and its last polls."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.services.inbox import PollEntry
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import short_time
from hkwatch.ui.marks import Marks
from hkwatch.ui.watch_words import diagnosis, poll_line, source_name


class SourceDetail(QWidget):
    """Shows one source, or a hint with none. `moved` is emitted by the two buttons beside a new address."""

    moved = Signal(object, bool)
    """SourceId, and True for the new address, False for the old one."""

    def __init__(self, marks: Marks, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._health: SourceHealth | None = None
        self._now: datetime | None = None
        self._entries: tuple[PollEntry, ...] = ()
        self.name = plain("")
        self.fact = plain("", "muted")
        self.fact.setWordWrap(True)
        self.address = plain("", "muted")
        self.address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.address.setWordWrap(True)
        self.move_text = plain("")
        self.move_text.setWordWrap(True)
        self.use, self.keep, self.copy = QPushButton(), QPushButton(), QPushButton()
        self.use.clicked.connect(lambda: self._decide(use=True))
        self.keep.clicked.connect(lambda: self._decide(use=False))
        self.copy.clicked.connect(self._copy)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setTabChangesFocus(True)
        self.log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.copy)
        move = QHBoxLayout()
        move.addWidget(self.move_text, 1)
        move.addWidget(self.use)
        move.addWidget(self.keep)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.fact)
        box.addWidget(self.address)
        box.addLayout(move)
        box.addWidget(self.log, 1)
        self._retranslate()

    def show_source(self, health: SourceHealth | None, now: datetime | None, language: str) -> None:
        """Show this source's facts; its log stays until another source or `show_log` comes."""
        if health is None or self._health is None or health.source != self._health.source:
            self._entries = ()
        self._health, self._now, self._language = health, now, language
        self._show()

    def show_log(self, entries: Sequence[PollEntry], now: datetime) -> None:
        """The last polls, newest first."""
        self._entries, self._now = tuple(entries), now
        self._show()

    def _show(self) -> None:
        health, now = self._health, self._now
        for widget in (self.name, self.copy, self.address, self.log):
            widget.setVisible(health is not None)
        is_moved = health is not None and bool(health.moved_to)
        for widget in (self.move_text, self.use, self.keep):
            widget.setVisible(is_moved)
        if health is None or now is None:
            self.fact.setText(self.tr("A source that fails is asked again by itself, at growing intervals."))
            self.fact.show()
            return
        self.name.setFont(self._marks.fonts.font("strong", self._language))
        self.name.setText(source_name(health, self._language))
        self.fact.setText(self._fact(health, now))
        self.fact.setVisible(bool(self.fact.text()))
        self.address.setText(health.url)
        if is_moved:
            self.move_text.setText(self.tr("Moved to {0} · seen {1}×").format(health.moved_to, health.moved_seen))
        text = "\n".join(poll_line(entry, now, self._language) for entry in self._entries)
        if text != self.log.toPlainText():
            self.log.setPlainText(text)

    def _fact(self, health: SourceHealth, now: datetime) -> str:
        if health.state is SourceState.QUIET and health.quiet_since is not None:
            since = short_time(health.quiet_since, now, self._language)
            return self.tr("Nothing new since {0}; that is longer than this source is usually silent.").format(since)
        return f"{health.error} {health.next_step}".strip()

    def _decide(self, *, use: bool) -> None:
        if self._health is not None:
            self.moved.emit(self._health.source, use)

    def _copy(self) -> None:
        if self._health is not None:
            QGuiApplication.clipboard().setText(diagnosis(self._health, self._entries))

    def _retranslate(self) -> None:
        self.use.setText(self.tr("Use new"))
        self.keep.setText(self.tr("Keep old"))
        self.copy.setText(self.tr("Copy diagnosis"))
        self.log.setAccessibleName(self.tr("Last polls, newest first"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

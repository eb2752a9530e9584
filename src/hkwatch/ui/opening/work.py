# SPDX-License-Identifier: MIT
"""A small window while something is done to the data folder and no other window is there."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout

from hkwatch.ui.dialogs import plain
from hkwatch.ui.error_text import said
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread

_SHOWN_AFTER_MS = 300


class WorkWindow(QDialog):
    """Shows itself only when the work takes longer than a moment, or fails. Ends with `accepted` in any case."""

    ended = Signal()

    def __init__(
        self, title: str, work: Callable[[], object], files: ReadThread[None], marks: Marks, language: str
    ) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setWindowTitle("hkwatch")
        self.problem = ""
        self._work, self._files = work, files
        self._can_close = False
        self.head = plain(title)
        self.head.setFont(marks.fonts.font("h2", language))
        self.text = plain(self.tr("hkwatch starts again by itself when this is done."), "muted")
        self.text.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.button = QPushButton(self.tr("Start hkwatch"))
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._finish)
        self.button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        for part in (self.head, self.text, self.bar):
            column.addWidget(part)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(520)

    def begin(self) -> None:
        """Start the work."""
        QTimer.singleShot(_SHOWN_AFTER_MS, self, self._show_if_busy)
        work = self._work
        self._files.ask(self._on_done, lambda _: work(), self._on_failed)

    def _show_if_busy(self) -> None:
        if not self._can_close:
            self.show()

    def _on_done(self, _: object) -> None:
        self._finish()

    def _on_failed(self, error: Exception) -> None:
        self.problem = said(error)
        self._can_close = True
        self.head.setText(self.tr("That did not work"))
        self.text.setText(f"{said(error)}\n" + self.tr("Everything is as it was before."))
        self.bar.hide()
        self.button.show()
        self.button.setFocus()
        self.show()

    def _finish(self) -> None:
        self._can_close = True
        self.hide()
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or self._can_close:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Half a move would be worse than waiting for it.
        if self._can_close:
            self._finish()
        else:
            event.ignore()

# SPDX-License-Identifier: MIT
"""Shown instead of the main window when the store failed its check: restore, read a copy, or save what can be read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hkwatch.services.salvaging import Salvage
from hkwatch.services.store_check import Damage
from hkwatch.ui import formats
from hkwatch.ui.dialogs import plain
from hkwatch.ui.error_text import error_text, said
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread

T = TypeVar("T")
_WIDTH = 640


@dataclass(frozen=True, slots=True)
class Means:
    """What can be done; each waits for the disk and may raise HkwatchError."""

    restore: Callable[[Path], None]
    """Put a copy in the store's place."""
    prepare_copy: Callable[[Path], Path]
    """Make a folder in which a copy can be read; the folder."""
    export: Callable[[Path], Salvage]
    """Write what can be read into a new folder in the given one."""


class RecoveryWindow(QDialog):
    """Ends with exactly one of `restored`, `read_wanted` or, by Quit or Esc, `rejected`."""

    restored = Signal()
    read_wanted = Signal(object)
    """The folder of a copy, to be shown without watching."""

    def __init__(
        self, damage: Damage, means: Means, files: ReadThread[None], folder: Path, marks: Marks, language: str
    ) -> None:
        """`folder` is where exporting is first offered."""
        super().__init__()
        self._damage, self._means, self._files, self._folder = damage, means, files, folder
        self.setProperty("ground", "surface")
        self.setWindowTitle("hkwatch")
        icon = QLabel()
        icon.setPixmap(marks.icons.pixmap("triangle-alert", "warn", 28, self.devicePixelRatioF()))
        title = plain(self.tr("The store failed its check."))
        title.setFont(marks.fonts.font("title", language))
        reason = plain(
            self.tr("hkwatch’s database is damaged, so it was not opened. Nothing in it was changed."), "text2"
        )
        reason.setWordWrap(True)
        self.detail = plain(error_text(damage.detail), "muted")
        self.detail.setFont(marks.fonts.font("small", language))
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_line = plain(self._copy_words(language), "strong")
        self.copy_line.setWordWrap(True)
        has_copy = damage.copy is not None
        self.restore = self._button(self.tr("Restore"), self._on_restore, enabled=has_copy, primary=has_copy)
        self.read = self._button(self.tr("Open copy read-only"), self._on_read, enabled=has_copy)
        self.export = self._button(
            self.tr("Export what is readable…"), self._on_export, enabled=True, primary=not has_copy
        )
        choices = (
            (self.restore, self.tr("The copy takes the store’s place; the damaged file is kept beside the backups.")),
            (self.read, self.tr("To look things up. Nothing is watched and nothing can be changed.")),
            (self.export, self.tr("Every row that can still be read of the damaged store, as CSV and JSON.")),
        )
        column = QVBoxLayout()
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(icon)
        head.addWidget(title, 1)
        column.addLayout(head)
        column.addWidget(reason)
        column.addWidget(self.detail)
        column.addSpacing(12)
        column.addWidget(self.copy_line)
        column.addSpacing(8)
        widest = max(button.sizeHint().width() for button, _ in choices)
        for button, words in choices:
            button.setMinimumWidth(widest)
            button.setAccessibleDescription(words)
            label = plain(words, "text2")
            label.setWordWrap(True)
            row = QHBoxLayout()
            row.setSpacing(16)
            row.addWidget(button)
            row.addWidget(label, 1)
            column.addLayout(row)
            column.addSpacing(2)
        self.said = plain("", "text2")
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
        self.leave = self._button(self.tr("Quit"), self.reject, enabled=True)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addStretch(0)
        foot.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignBottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 24, 28, 18)
        whole.setSpacing(18)
        whole.addLayout(column)
        whole.addStretch(1)
        whole.addLayout(foot)
        self.setMinimumWidth(_WIDTH)
        first = self.restore if has_copy else self.export
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _copy_words(self, language: str) -> str:
        copy, inside = self._damage.copy, self._damage.inside
        if copy is None or inside is None:
            return self.tr("There is no good backup.")
        when = formats.date_time(copy.made_at, language)
        items = f"{inside.counts.get('item', 0):,}"
        return self.tr("Last good backup: {0} HKT ({1} items).").format(when, items)

    def _button(self, text: str, act: Callable[[], object], *, enabled: bool, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setEnabled(enabled)
        if primary:
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda: act())
        return button

    # What is chosen

    def _on_restore(self) -> None:
        copy, restore = self._damage.copy, self._means.restore
        if copy is not None:
            self._begin(self.tr("Restoring…"))
            self._files.ask(self._on_restored, lambda _: restore(copy.file), self._on_failed)

    def _on_restored(self, _: object) -> None:
        self.restored.emit()
        self.accept()

    def _on_read(self) -> None:
        copy, prepare = self._damage.copy, self._means.prepare_copy
        if copy is not None:
            self._begin(self.tr("Copying…"))
            self._files.ask(self._on_prepared, lambda _: prepare(copy.file), self._on_failed)

    def _on_prepared(self, folder: Path) -> None:
        self.read_wanted.emit(folder)
        self.accept()

    def _on_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for what can be read"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def export_to(self, folder: str) -> None:
        """Write what can be read into a new folder there."""
        export = self._means.export
        self._begin(self.tr("Reading what can be read…"))
        self._files.ask(self._on_exported, lambda _: export(Path(folder)), self._on_failed)

    def _on_exported(self, salvage: Salvage) -> None:
        words = self.tr("{0} items and {1} rows in all saved in {2}.").format(
            f"{salvage.items:,}", f"{salvage.rows:,}", salvage.folder
        )
        if salvage.lost_ranges:
            words += " " + self.tr("Unreadable places: {0}.").format(f"{salvage.lost_ranges:,}")
        self._end(words)

    def _on_failed(self, error: Exception) -> None:
        self._end(said(error))

    def _begin(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        for button in self._buttons():
            button.setEnabled(False)

    def _end(self, text: str) -> None:
        self.said.setText(text)
        for button in self._buttons():
            button.setEnabled(button in (self.export, self.leave) or self._damage.copy is not None)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.restore, self.read, self.export, self.leave


def centre(window: QWidget) -> None:
    """Put a window of the start into the middle of its screen."""
    area = window.screen().availableGeometry()
    window.adjustSize()
    window.move(area.center() - window.rect().center())

# SPDX-License-Identifier: MIT
"""Asks what of the list goes into which file: as a list of items, or as an audit report."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.export import USUAL, Column, Format
from hkwatch.ui.dialogs import plain
from hkwatch.ui.export.words import column_text, format_text
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import IconButton, set_role, wrapping
from hkwatch.ui.words import Counts


class Kind(Enum):
    """What is made of the items."""

    LIST = "items"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants. `titles` is a language, empty = as published. `format` is the file's suffix."""

    selected_only: bool
    format: str
    columns: tuple[Column, ...]
    titles: str
    file: Path
    replace: bool
    alerts: bool = False
    """Of an audit report: with the price alerts that fired."""


class ExportDialog(QDialog):
    """Stays open while the file is written, with a way to give up."""

    wanted = Signal(object)
    """The Wish."""
    given_up = Signal()

    def __init__(self, kind: Kind, marks: Marks, language: str, folder: Path, name: str, parent: QWidget) -> None:
        """`name` is the proposed file's without its suffix."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._kind, self._marks, self._language = kind, marks, language
        self._replace = False
        self._running = False
        self._total: int | None = None
        self._selected = 0
        self.title, self.lead = plain(""), wrapping("muted")
        self.selection, self.view = QRadioButton(), QRadioButton()
        self._which = QButtonGroup(self)
        for button in (self.selection, self.view):
            self._which.addButton(button)
        self.alerts = QCheckBox()
        self.alerts.setChecked(True)
        self.format, self.titles = QComboBox(), QComboBox()
        self.columns = {column: QCheckBox() for column in Column}
        self.file, self.choose = QLineEdit(), QPushButton()
        self.progress, self.said = QProgressBar(), wrapping("muted")
        self.export, self.cancel = IconButton(marks, "download", "primary"), QPushButton()
        self._labels = [plain("", "text2") for _ in range(5)]
        self._build()
        self.file.setText(str(folder / f"{name}.{self._suffixes()[0]}"))
        self._connect()
        self._retranslate()
        self.setMinimumWidth(620)

    def _suffixes(self) -> list[str]:
        return ["pdf", "csv"] if self._kind is Kind.AUDIT else [form.value for form in Format]

    def _build(self) -> None:
        for suffix in self._suffixes():
            self.format.addItem("", suffix)
        for language in ("", "en", "zh-Hant", "zh-Hans"):
            self.titles.addItem("", language)
        for column, tick in self.columns.items():
            tick.setChecked(column in USUAL)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        which = QVBoxLayout()
        which.setSpacing(6)
        which.addWidget(self.selection)
        which.addWidget(self.view)
        if self._kind is Kind.AUDIT:
            which.addWidget(self.alerts)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.file, 1)
        place.addWidget(self.choose)
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(16)
        boxes.setVerticalSpacing(6)
        for number, tick in enumerate(self.columns.values()):
            boxes.addWidget(tick, number // 4, number % 4)
        rows: list[QWidget | QVBoxLayout | QHBoxLayout | QGridLayout] = [which, self.format, place]
        if self._kind is Kind.LIST:
            rows = [which, self.format, self.titles, boxes, place]
        for line, row in enumerate(rows):
            top = Qt.AlignmentFlag.AlignTop if row in (which, boxes) else Qt.AlignmentFlag.AlignVCenter
            if top is Qt.AlignmentFlag.AlignTop:
                # On one line with the first of the buttons beside it.
                self._labels[line].setContentsMargins(0, 4, 0, 0)
            grid.addWidget(self._labels[line], line, 0, Qt.AlignmentFlag.AlignLeft | top)
            if isinstance(row, QWidget):
                grid.addWidget(row, line, 1, Qt.AlignmentFlag.AlignLeft)
                row.setMinimumWidth(240)
            else:
                grid.addLayout(row, line, 1)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.export)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(6)
        box.addWidget(self.title)
        box.addWidget(self.lead)
        box.addSpacing(12)
        box.addLayout(grid)
        # What is too much after the folding of the words above belongs here, not between them.
        box.addStretch(1)
        box.addSpacing(12)
        box.addWidget(self.progress)
        box.addLayout(foot)
        self.cancel.setAutoDefault(False)
        self.choose.setAutoDefault(False)
        self.export.setDefault(True)
        self.export.setAutoDefault(True)

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._on_format)
        self.file.textChanged.connect(self._on_file)
        self.choose.clicked.connect(self._on_choose)
        self.export.clicked.connect(self._on_export)
        self.cancel.clicked.connect(self.reject)
        for box in self.columns.values():
            box.toggled.connect(self._refresh)

    # Values

    def set_counts(self, selected: int, total: int | None) -> None:
        """How many items are selected, and how many the view has; None while that is counted."""
        if self._which.checkedButton() is None or (self._total is None and selected != self._selected):
            (self.selection if selected > 1 else self.view).setChecked(True)
        self._selected, self._total = selected, total
        self._refresh()

    @property
    def expected(self) -> int | None:
        """How many items are asked for, None while nobody knows."""
        return self._selected if self.selection.isChecked() else self._total

    # Progress

    def begin(self) -> None:
        """The file is being written."""
        self._running = True
        self.progress.setRange(0, self.expected or 0)
        self.progress.setValue(0)
        self.progress.show()
        self._say("")
        self._refresh()

    def tell(self, count: int) -> None:
        """So many items are written."""
        if self._running:
            self.progress.setValue(count)
            self._say(self.tr("{0} written").format(Counts().items(count)))

    def fail(self, text: str, *, exists: bool = False) -> None:
        """It could not be written; `exists`: for a file that is there already, which the next try replaces."""
        self._running = False
        self._replace = exists
        self.progress.hide()
        self._say(text, "bad")
        self._refresh()

    def close_done(self) -> None:
        """It is written."""
        self._running = False
        self.accept()

    def reject(self) -> None:
        """Escape and Cancel: give up what is written, or close."""
        if self._running:
            self._running = False
            self.given_up.emit()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running:
            self._running = False
            self.given_up.emit()
        super().closeEvent(event)

    # Wishes

    def _on_export(self) -> None:
        chosen = tuple(column for column, box in self.columns.items() if box.isChecked())
        file = Path(self.file.text().strip()).expanduser()
        self.wanted.emit(
            Wish(
                self.selection.isChecked(),
                str(self.format.currentData()),
                chosen,
                str(self.titles.currentData()),
                file,
                self._replace,
                self._kind is Kind.AUDIT and self.alerts.isChecked(),
            )
        )

    def _on_format(self) -> None:
        known = {f".{suffix}" for suffix in self._suffixes()}
        file = Path(self.file.text())
        if file.suffix.lower() in known:
            self.file.setText(str(file.with_suffix(f".{self.format.currentData()}")))

    def _on_file(self) -> None:
        self._replace = False
        self._refresh()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self)
        suffix = str(self.format.currentData())
        dialog.setWindowTitle(self.windowTitle())
        dialog.setNameFilters([f"{suffix.upper()} (*.{suffix})"])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        file = Path(self.file.text())
        dialog.setDirectory(str(file.parent))
        dialog.selectFile(file.name)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.file.setText(name)
        # The system's dialog has asked whether to replace one that is there.
        self._replace = True
        self._refresh()

    def _refresh(self) -> None:
        self.selection.setText(self.tr("Selected items: {0}").format(f"{self._selected:,}"))
        total = "…" if self._total is None else f"{self._total:,}"
        self.view.setText(self.tr("Everything in this view: {0}").format(total))
        self.selection.setEnabled(self._selected > 0 and not self._running)
        self.view.setEnabled(not self._running)
        has_columns = any(box.isChecked() for box in self.columns.values())
        controls: Sequence[QWidget] = (
            self.alerts,
            self.format,
            self.titles,
            self.file,
            self.choose,
            *self.columns.values(),
        )
        for control in controls:
            control.setEnabled(not self._running)
        self.export.setEnabled(not self._running and has_columns and bool(self.file.text().strip()))
        self.export.set_words(self.tr("Replace") if self._replace and self.said.text() else self.tr("Export"))

    def _say(self, text: str, role: str = "muted") -> None:
        self.said.setText(text)
        set_role(self.said, role)

    # Words

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        self._retranslate()

    def _retranslate(self) -> None:
        is_audit = self._kind is Kind.AUDIT
        self.setWindowTitle(self.tr("Audit report") if is_audit else self.tr("Export"))
        self.title.setText(self.windowTitle())
        self.title.setFont(self._marks.fonts.font("title", self._language))
        self.lead.setText(
            self.tr(
                "When each item was published, first seen, notified, on screen, opened and acknowledged, by whom, with its"
                " note. Taken from the journal; hkwatch can check it later."
            )
            if is_audit
            else self.tr("Times are Hong Kong time. Nothing is sent anywhere.")
        )
        names = [self.tr("Items"), self.tr("Format"), self.tr("File")]
        if not is_audit:
            names[2:2] = [self.tr("Titles"), self.tr("Columns")]
        for label, name in zip(self._labels, names, strict=False):
            label.setText(name)
        for at, suffix in enumerate(self._suffixes()):
            said = self.tr("PDF · to print and to file") if suffix == "pdf" else format_text(Format(suffix))
            if is_audit and suffix == "csv":
                said = self.tr("CSV · can be checked against the journal")
            self.format.setItemText(at, said)
        for at, name in enumerate((self.tr("As in the list"), "English", "繁體中文", "简体中文")):
            self.titles.setItemText(at, name)
        for column, box in self.columns.items():
            box.setText(column_text(column))
        self.alerts.setText(self.tr("Also all price alerts that fired"))
        self.choose.setText(self.tr("Choose…"))
        self.cancel.setText(self.tr("Cancel"))
        self.file.setAccessibleName(self.tr("File"))
        self.format.setAccessibleName(self.tr("Format"))
        self.titles.setAccessibleName(self.tr("Titles"))
        self._refresh()

# SPDX-License-Identifier: MIT
"""Small windows that ask or explain: what closing means, which keys there are, what this program is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch import __version__
from hkwatch.ui.theme import Fonts


def plain(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as it is."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


class CloseQuestion(QDialog):
    """Asked at the first closing of the window."""

    answered = Signal(str, bool)
    """`tray` or `quit`, and whether to remember it. Closing the question answers nothing: the window stays."""

    def __init__(self, fonts: Fonts, language: str, *, has_tray: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setProperty("ground", "surface")
        self.setWindowTitle(self.tr("Close hkwatch"))
        title = plain(self.tr("Keep watching when the window is closed?"))
        title.setFont(fonts.font("h2", language))
        if has_tray:
            text = self.tr("In the tray hkwatch goes on watching and notifies you. You can quit it there at any time.")
        else:
            text = self.tr("There is no tray here. hkwatch would go on unseen; starting it again shows the window.")
        reason = plain(text, "muted")
        reason.setWordWrap(True)
        self.remember = QCheckBox(self.tr("Do the same next time"))
        self.quit = QPushButton(self.tr("Quit"))
        self.keep = QPushButton(self.tr("Keep watching in the tray") if has_tray else self.tr("Keep watching"))
        self.keep.setProperty("kind", "primary")
        self.keep.setDefault(True)
        self.quit.clicked.connect(self._on_quit)
        self.keep.clicked.connect(self._on_keep)
        foot = QHBoxLayout()
        foot.addWidget(self.remember)
        foot.addStretch(1)
        foot.addWidget(self.quit)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(reason)
        column.addSpacing(16)
        column.addLayout(foot)
        self.setMinimumWidth(520)
        self.keep.setFocus()

    def _on_quit(self) -> None:
        self._answer("quit")

    def _on_keep(self) -> None:
        self._answer("tray")

    def _answer(self, choice: str) -> None:
        remember = self.remember.isChecked()
        self.accept()
        self.answered.emit(choice, remember)


class KeyCap(QLabel):
    """A key as it is printed on the keyboard."""

    def __init__(self, text: str, fonts: Fonts, edge: str) -> None:
        super().__init__(text)
        self.setFont(fonts.font("small_medium"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumWidth(24)
        self.setStyleSheet(f"border: 1px solid {edge}; border-radius: 4px; padding: 1px 6px;")


class KeysDialog(QDialog):
    """All keys at a glance. `rows` are key and meaning."""

    def __init__(
        self, fonts: Fonts, language: str, edge: str, rows: Sequence[tuple[str, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.setWindowTitle(self.tr("Keyboard"))
        title = plain(self.tr("Keyboard"))
        title.setFont(fonts.font("title", language))
        note = plain(self.tr("Single keys work in the list and the reader, never while you type."), "muted")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        height = -(-len(rows) // 3)
        for place, (key, meaning) in enumerate(rows):
            line, column = place % height, 3 * (place // height)
            grid.addWidget(KeyCap(key, fonts, edge), line, column, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(plain(meaning, "text2"), line, column + 1)
        for gap in (2, 5):
            grid.setColumnMinimumWidth(gap, 20)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(note)
        foot.addStretch(1)
        foot.addWidget(close)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(24, 20, 24, 16)
        column_box.setSpacing(12)
        column_box.addWidget(title)
        column_box.addLayout(grid)
        column_box.addLayout(foot)
        # By itself Qt gives a window at most two thirds of the screen, and cuts the keys for it.
        self.resize(self.sizeHint())


class AboutDialog(QDialog):
    """Name, version, what it is not."""

    def __init__(self, fonts: Fonts, language: str, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.setWindowTitle(self.tr("About hkwatch"))
        mark = QLabel()
        mark.setPixmap(picture)
        title = plain(f"hkwatch {__version__}")
        title.setFont(fonts.font("title", language))
        lines = (
            self.tr("Watches what happens to digital assets in Hong Kong."),
            self.tr("Not legal advice, and no advice to buy or sell."),
            self.tr("MIT licence. Inter typeface: SIL Open Font License. Lucide icons: ISC licence."),
        )
        column = QVBoxLayout()
        column.addWidget(title)
        for line in lines:
            label = plain(line, "text2")
            label.setWordWrap(True)
            column.addWidget(label)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(16)
        whole.addLayout(row)
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(520)

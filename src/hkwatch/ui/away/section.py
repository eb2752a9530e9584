# SPDX-License-Identifier: MIT
"""A part of the Away view: its head with a count, a hairline, and its lines."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hkwatch.ui.away.lines import Line, LineButton
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import Ground, wrapping


class Section(QWidget):
    """Hidden while it has neither lines nor a note. Its lines are made anew only where they are others."""

    chosen = Signal(object)
    """What a line opens."""
    more_wanted = Signal()
    """The link at the right of the head."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._lines: list[LineButton] = []
        self._shown: tuple[tuple[Line, ...], str] = ((), "")
        self.name, self.count = plain(""), plain("", "muted")
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self.more.setProperty("bar", True)
        self.more.clicked.connect(self.more_wanted)
        self.more.hide()
        self.note: QLabel = wrapping("muted")
        self.note.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 6)
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.more)
        line = Ground(marks, "surface", line=True)
        line.setFixedHeight(1)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 18)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(line)
        box.addLayout(self._column)
        box.addSpacing(4)
        box.addWidget(self.note)

    @property
    def lines(self) -> list[LineButton]:
        """The lines, from the top."""
        return list(self._lines)

    def tell(
        self,
        name: str,
        lines: Sequence[Line],
        language: str,
        *,
        count: int | None = None,
        note: str = "",
        more: str = "",
    ) -> None:
        """Show these under this head; `count` None shows no number."""
        fonts = self._marks.fonts
        self.name.setText(name)
        self.name.setFont(fonts.font("h3", language))
        self.count.setText("" if count is None else f"{count:,}")
        self.count.setFont(fonts.font("small", language))
        self.more.setText(more)
        self.more.setAccessibleName(more)
        self.more.setVisible(bool(more))
        self.note.setText(note)
        self.note.setFont(fonts.font("small", language))
        self.note.setVisible(bool(note))
        self.setAccessibleName(name)
        self.setVisible(bool(lines or note))
        if (tuple(lines), language) == self._shown:
            return
        self._shown = (tuple(lines), language)
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for line in lines:
            button = LineButton(self._marks, line, language)
            button.chosen.connect(self.chosen)
            self._column.addWidget(button)
            self._lines.append(button)

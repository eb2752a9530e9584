# SPDX-License-Identifier: MIT
"""A row of choices in one track, of which one holds: the spans of the chart, the languages of the reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from hkwatch.ui.theme import Fonts, Theme, baseline, has_ring
from hkwatch.ui.theme.choice_button import ChoiceButton


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice. `language` is that of its text; `name` is said by screen readers and shown as tooltip."""

    key: str
    text: str
    language: str = "en"
    name: str = ""


class _SegmentButton(ChoiceButton):
    """One segment, painted; arrow keys come from the exclusive group."""

    def __init__(self, segment: Segment, theme: Theme, fonts: Fonts, least_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.segment = segment
        self._theme, self._fonts, self._least_width = theme, fonts, least_width
        self.setText(segment.text.replace("&", "&&"))
        self.setAccessibleName(segment.name or segment.text)
        self.setToolTip(segment.name)
        # A click here must not take the keys away from the list.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self._fonts.metrics("small_strong", self.segment.language).horizontalAdvance(self.segment.text)
        return QSize(max(self._least_width, round(width) + 18), self._theme.size("segment") - 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        checked = self.isChecked()
        if checked:
            p.setPen(Qt.PenStyle.NoPen)
            # In the dark a raised ground of its own tone would hardly stand out from the track.
            p.setBrush(self._theme.colour("raised" if self._theme.scheme == "light" else "line_strong"))
            p.drawRoundedRect(box, 4, 4)
        if has_ring(self):
            p.setPen(QPen(self._theme.colour("accent"), 2))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        role = "small_strong" if checked else "small_medium"
        language = self.segment.language
        p.setFont(self._fonts.font(role, language))
        p.setPen(self._theme.colour("text" if checked or self.underMouse() else "muted"))
        width = self._fonts.metrics(role, language).horizontalAdvance(self.segment.text)
        p.drawText(QPointF((box.width() - width) / 2, baseline(0, box.height(), 13)), self.segment.text)


class Segments(QWidget):
    """The track with its segments. Arrow keys move the choice, Tab enters at the chosen one."""

    chosen = Signal(str)
    """Key of the segment the user chose."""

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None, *, least_width: int = 36) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._least_width = theme, fonts, least_width
        self.tab_after: QWidget | None = None
        """The stop before the segments; None where it is the one before the track's own place."""
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: list[_SegmentButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_segments(self, segments: Sequence[Segment], current: str) -> None:
        """Replace all segments; `current` is the key of the chosen one."""
        focused = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
            button.hide()
        self._buttons = [
            _SegmentButton(segment, self._theme, self._fonts, self._least_width, self) for segment in segments
        ]
        for button in self._buttons:
            self._group.addButton(button)
            button.chosen_by_reader.connect(partial(self._on_clicked, button))
            self._row.addWidget(button)
            button.show()
        self.keep_place()
        self.set_current(current)
        if focused and self._buttons:
            self._checked().setFocus()
        self.updateGeometry()

    def keep_place(self) -> None:
        """New segments come where the track stands for the Tab key, not behind everything that was there before them."""
        before = self.tab_after or self.previousInFocusChain()
        # Qt puts nothing behind a widget that is no stop itself.
        while before is not None and before is not self and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        if before is None or before is self or before.window() is not self.window():
            return
        stops: list[QWidget] = [before, *self._buttons]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def set_current(self, key: str) -> None:
        """Choose without telling."""
        for button in self._buttons:
            button.show_checked(button.segment.key == key)

    def current(self) -> str:
        """Key of the chosen segment, empty without segments."""
        return self._checked().segment.key if self._buttons else ""

    def keys(self) -> list[str]:
        """All keys from left to right."""
        return [button.segment.key for button in self._buttons]

    def _checked(self) -> _SegmentButton:
        return next((button for button in self._buttons if button.isChecked()), self._buttons[0])

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, _SegmentButton):
            self.chosen.emit(button.segment.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(self._theme.colour("sunken"))
        p.drawRoundedRect(QRectF(self.rect()), 6, 6)

    def sizeHint(self) -> QSize:
        width = sum(button.sizeHint().width() for button in self._buttons)
        return QSize(width + 4, self._theme.size("segment"))

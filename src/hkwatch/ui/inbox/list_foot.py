# SPDX-License-Identifier: MIT
"""A line under the list: how many rows are chosen and what can be done with them, or what was done and its way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QToolButton, QWidget

from hkwatch.ui.dialogs import plain
from hkwatch.ui.keys.sequence import with_key
from hkwatch.ui.marks import Marks

_HEIGHT = 36


@dataclass(frozen=True, slots=True)
class FootAction:
    """A button: its text, its key (shown in the tooltip) and what it does."""

    text: str
    key: str
    act: Callable[[], object]


class ListFoot(QWidget):
    """36 px at the foot of the list, so that no row moves when it comes. Hidden until it has something to say."""

    def __init__(self, marks: Marks, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._icon = marks, icon
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._on_close: Callable[[], object] | None = None
        self._actions: tuple[FootAction, ...] = ()
        self.label = plain("")
        self.buttons: list[QPushButton] = []
        self.close_button = QToolButton()
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self._close)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(40, 0, 10, 0)
        self._row.setSpacing(2)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.addWidget(self.label)
        self._row.addSpacing(10)
        self._row.addStretch(1)
        self._row.addWidget(self.close_button)
        self.setFixedHeight(_HEIGHT)
        marks.theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def tell(
        self,
        text: str,
        actions: Sequence[FootAction] = (),
        *,
        stay_ms: int | None = None,
        on_close: Callable[[], object] | None = None,
    ) -> None:
        """Say this, for `stay_ms` or until `dismiss`; `on_close` is called by ×, which closes it in any case."""
        self._on_close, self._actions = on_close, tuple(actions)
        self.label.setText(text)
        self.setAccessibleName(text)
        while len(self.buttons) < len(actions):
            button = QPushButton()
            button.setProperty("kind", "link")
            button.setProperty("bar", "true")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            place = len(self.buttons)
            button.clicked.connect(lambda _checked=False, place=place: self._act(place))
            self._row.insertWidget(2 + place, button)
            self.buttons.append(button)
        for place, button in enumerate(self.buttons):
            if place < len(actions):
                action = actions[place]
                button.setText(action.text.replace("&", "&&"))
                button.setToolTip(with_key(action.text, action.key))
        self._fit()
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.show()
        self._timer.stop()
        if stay_ms is not None:
            self._timer.start(stay_ms)

    def _fit(self) -> None:
        """Buttons for which there is no room are hidden from the right; their keys stay."""
        room = self.width() - 50 - self.label.sizeHint().width() - 12 - self.close_button.sizeHint().width()
        for place, button in enumerate(self.buttons):
            room -= button.sizeHint().width() + 2
            button.setVisible(place < len(self._actions) and room >= 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()

    def _act(self, place: int) -> None:
        if place < len(self._actions):
            self._actions[place].act()

    def _close(self) -> None:
        self.dismiss()
        if self._on_close is not None:
            self._on_close()

    def _dress(self) -> None:
        self.close_button.setIcon(self._marks.icons.icon("x", "muted"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._marks.theme.colour("panel"))
        self._marks.icon(painter, self._icon, "muted", 16, self.height() / 2 - 7, 14)
        self._marks.hairline(painter, 0, self.width(), 0)

# SPDX-License-Identifier: MIT
"""Three hints in place, each shown three times at most: a bubble beside what it is about, gone by a click or for good."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from hkwatch.ui.dialogs import plain
from hkwatch.ui.keys.sequence import shown
from hkwatch.ui.marks import Marks
from hkwatch.ui.window_state import WindowState

TIMES = 3
"""So often a hint is shown in all."""
_FIRST_MS = 15_000
"""After the start, so that the list comes first."""
_GAP = 8


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint. `text` says it with the key, empty where there is nothing to say now; `beside` is what it is about."""

    name: str
    beside: QWidget
    text: Callable[[], str]


class Hints(QObject):
    """Shows one hint a start: the one shown least. What was shown how often is kept in the window's state."""

    def __init__(self, window: QWidget, marks: Marks, state: WindowState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._marks, self._state = window, marks, state
        self._hints: list[Hint] = []
        self.bubble: HintBubble | None = None
        """The hint on screen, None while there is none."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FIRST_MS)
        self._timer.timeout.connect(self.show_next)

    def add(self, hint: Hint) -> None:
        """Have this one shown some time."""
        self._hints.append(hint)

    def start(self) -> None:
        """Show one in a while."""
        self._timer.start()

    def show_next(self) -> bool:
        """Show the hint that was shown least, if any is left; False where none is, or nothing can be seen."""
        if self.bubble is not None or not self._window.isActiveWindow():
            return False
        left = [
            hint
            for hint in self._hints
            if self._state.hints.get(hint.name, 0) < TIMES and hint.beside.isVisible() and hint.text()
        ]
        if not left:
            return False
        hint = min(left, key=lambda one: self._state.hints.get(one.name, 0))
        self._state.hints[hint.name] = self._state.hints.get(hint.name, 0) + 1
        self.bubble = HintBubble(self._window, self._marks, hint)
        self.bubble.closed = self._on_closed
        self.bubble.place()
        return True

    def _on_closed(self, hint: Hint, for_good: bool) -> None:
        self.bubble = None
        if for_good:
            self._state.hints[hint.name] = TIMES


class HintBubble(QFrame):
    """A line in a box beside a widget; it never takes the focus by itself."""

    def __init__(self, window: QWidget, marks: Marks, hint: Hint) -> None:
        super().__init__(window)
        self._hint, self._window = hint, window
        self.closed: Callable[[Hint, bool], None] = lambda _hint, _for_good: None
        """Called at the end: the hint, and whether it is never to come again."""
        theme = marks.theme
        self.setObjectName("hint")
        self.setStyleSheet(
            f"#hint {{ background: {theme.hex('info_t')}; border: 1px solid {theme.hex('info_line')}; border-radius: 8px; }}"
        )
        icon = plain("")
        icon.setPixmap(marks.icons.pixmap("info", "accent", 16, self.devicePixelRatioF()))
        self.label = plain(hint.text())
        self.never = QPushButton(self.tr("Not again"))
        self.never.setProperty("kind", "link")
        self.never.setProperty("bar", True)
        self.close_button = QToolButton()
        self.close_button.setIcon(marks.icons.icon("x", "muted"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close"))
        for button in (self.never, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.never.clicked.connect(lambda: self._end(for_good=True))
        self.close_button.clicked.connect(lambda: self._end(for_good=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 4, 4)
        row.setSpacing(8)
        for part in (icon, self.label, self.never, self.close_button):
            row.addWidget(part)
        self.setAccessibleName(hint.text())
        window.installEventFilter(self)

    def place(self) -> None:
        """Stand under the widget, or over it where there is no room, inside the window."""
        self.adjustSize()
        beside, window = self._hint.beside, self._window
        top_left = beside.mapTo(window, QPoint(0, 0))
        y = top_left.y() + beside.height() + _GAP
        if y + self.height() > window.height() - _GAP or beside.height() > self.height() * 4:
            # A large pane is spoken of from inside its upper edge, a bar at the bottom from over it.
            y = top_left.y() + 12 if beside.height() > self.height() * 4 else top_left.y() - self.height() - _GAP
        x = min(top_left.x() + 12, window.width() - self.width() - 12)
        self.move(max(x, 12), max(y, 12))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _end(self, *, for_good: bool) -> None:
        self.hide()
        self.closed(self._hint, for_good)
        self.deleteLater()


def key_text(text: str, key: str) -> str:
    """A hint's text with its key put in; empty without a key."""
    return text.format(shown(key)) if key else ""

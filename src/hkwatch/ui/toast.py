# SPDX-License-Identifier: MIT
"""A message inside the window, for systems without a notification daemon, and for what can be undone."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from hkwatch.domain.item import Level
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import Fonts, Icons, Theme, baseline

_HEIGHT = 60
_MARGIN = 18
"""Room around the card for its shadow."""
_BOTTOM_GAP = 76
"""From the window's edge: status bar and the reader's row of buttons stay free."""
_MOST_WIDTH, _LEAST_WIDTH = 560, 280
_TEXT_LEFT = 40


class Toast(QWidget):
    """At the bottom of its parent, in the middle, for eight seconds; Critical ones stay until they are dismissed.

    The time stands still while the pointer is on it or a button has the focus. A new message takes the place of the old one.
    """

    first_wanted = Signal()
    second_wanted = Signal()
    replaced = Signal()
    """A message takes the place of what was there."""
    dismissed = Signal()
    """Closed by the user or by time, not by an action."""
    told = Signal(str, object)
    """It says something: the words, and the Level or None."""

    def __init__(
        self,
        theme: Theme,
        fonts: Fonts,
        icons: Icons,
        parent: QWidget,
        language: str = "en",
        *,
        stay_ms: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._icons, self._language = theme, fonts, icons, language
        self._marks = Marks(theme, fonts, icons)
        self._title = self._text = ""
        self._level: Level | None = None
        self._stays = False
        self.timed_out = False
        """Whether it was time that closed it."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(theme.motion_ms("toast_stay_ms") if stay_ms is None else stay_ms)
        self._timer.timeout.connect(self._on_timeout)
        self.first = QPushButton()
        self.second = QPushButton()
        self.close_button = QToolButton()
        for button in (self.first, self.second):
            button.setProperty("kind", "link")
            button.setProperty("bar", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN + 10, _MARGIN)
        row.setSpacing(4)
        row.addStretch(1)
        for widget in (self.first, self.second, self.close_button):
            row.addWidget(widget)
        self.first.clicked.connect(self._on_first)
        self.second.clicked.connect(self._on_second)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()
        parent.installEventFilter(self)
        theme.changed.connect(self.update)
        self._set_icon()
        self._retranslate()

    def tell(
        self,
        title: str,
        text: str = "",
        *,
        first: str = "",
        second: str = "",
        level: Level | None = None,
    ) -> None:
        """Show a message; empty action texts leave their button out."""
        self._title, self._text, self._level = title, text, level
        self._stays = level is Level.CRITICAL
        self.timed_out = False
        self.replaced.emit()
        for button, label in ((self.first, first), (self.second, second)):
            button.setText(label.replace("&", "&&"))
            button.setVisible(bool(label))
        self.setAccessibleName(f"{title}. {text}".strip())
        self._place()
        self.show()
        self.raise_()
        self.update()
        self._run()
        self.told.emit(self.accessibleName(), level)

    def set_language(self, language: str) -> None:
        """Language of the message's font."""
        self._language = language
        self.update()

    def dismiss(self) -> None:
        """Close it."""
        if self.isVisible():
            self._timer.stop()
            self.hide()
            self.dismissed.emit()

    def _run(self) -> None:
        focused = any(b.hasFocus() for b in (self.first, self.second, self.close_button))
        if self._stays or focused or self.underMouse():
            self._timer.stop()
        else:
            self._timer.start()

    def _on_timeout(self) -> None:
        self.timed_out = True
        self.dismiss()

    def _on_first(self) -> None:
        self._timer.stop()
        self.hide()
        self.first_wanted.emit()

    def _on_second(self) -> None:
        self._timer.stop()
        self.hide()
        self.second_wanted.emit()

    def _place(self) -> None:
        buttons = sum(b.sizeHint().width() + 4 for b in (self.first, self.second) if not b.isHidden())
        title = self._fonts.metrics("strong", self._language).horizontalAdvance(self._title)
        text = self._fonts.metrics("small", self._language).horizontalAdvance(self._text)
        wanted = _TEXT_LEFT + max(title, text) + 24 + buttons + 40
        above = self.parentWidget()
        assert above is not None
        parent = above.rect()
        card = round(min(max(wanted, _LEAST_WIDTH), _MOST_WIDTH, parent.width() - 2 * _MARGIN))
        width, height = card + 2 * _MARGIN, _HEIGHT + 2 * _MARGIN
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - _BOTTOM_GAP + _MARGIN, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        ink = self._theme.colour("shadow")
        p.setPen(Qt.PenStyle.NoPen)
        for reach in range(14, 0, -2):
            soft = QColor(ink)
            soft.setAlphaF(0.12 / 7)
            p.setBrush(soft)
            p.drawRoundedRect(box.translated(0, 4).adjusted(-reach, -reach, reach, reach), 8 + reach, 8 + reach)
        p.setBrush(self._theme.colour("raised"))
        p.setPen(QPen(self._theme.colour("line_strong"), 1))
        p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        cy = box.center().y()
        if self._level is not None:
            self._marks.level_shape(p, box.left() + 22, cy, self._level)
        else:
            self._marks.icon(p, "info", "muted", box.left() + 14, cy - 8, 16)
        first_shown = next((b for b in (self.first, self.second) if not b.isHidden()), self.close_button)
        room = first_shown.geometry().left() - box.left() - _TEXT_LEFT - 12
        if self._text:
            self._line(p, box.left() + _TEXT_LEFT, cy - 10, room, self._title, "strong", "text")
            self._line(p, box.left() + _TEXT_LEFT, cy + 9, room, self._text, "small", "muted")
        else:
            self._line(p, box.left() + _TEXT_LEFT, cy, room, self._title, "strong", "text")

    def _line(self, p: QPainter, x: float, cy: float, room: float, text: str, role: str, colour: str) -> None:
        metrics = self._fonts.metrics(role, self._language)
        p.setFont(self._fonts.font(role, self._language))
        p.setPen(self._theme.colour(colour))
        p.drawText(QPointF(x, baseline(cy - 10, 20, 13)), metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._run()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self._set_icon()
        super().changeEvent(event)

    def _set_icon(self) -> None:
        self.close_button.setIcon(self._icons.icon("x", "muted"))

    def _retranslate(self) -> None:
        self.close_button.setToolTip(self.tr("Dismiss"))
        self.close_button.setAccessibleName(self.tr("Dismiss"))

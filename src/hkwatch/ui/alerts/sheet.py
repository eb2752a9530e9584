# SPDX-License-Identifier: MIT
"""A sheet over the window: a scrim, and a card with head, body and foot. While it is open the window beneath gets no key."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from hkwatch.ui.theme import Fonts, Icons, Theme

_SCRIM_ALPHA = 0.30
_SHADOW_REACH, _SHADOW_DOWN, _SHADOW_ALPHA = 28, 10, 0.20
_EDGE = 16


class Card(QWidget):
    """The ground of a sheet, with round corners; in the dark an edge sets it off."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(self._theme.colour("line_strong"), 1) if self._theme.scheme == "dark" else Qt.PenStyle.NoPen)
        p.setBrush(self._theme.colour("surface"))
        radius = self._theme.radius("dialog")
        p.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Hairline(QWidget):
    """One device pixel of `line` across."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setPen(QPen(self._theme.colour("line"), 0))
        p.drawLine(0, 0, self.width(), 0)


class Sheet(QWidget):
    """Covers its parent and follows its size. Escape and × dismiss it; Tab stays inside."""

    dismissed = Signal()
    """The user closed it without saving."""

    def __init__(self, theme: Theme, fonts: Fonts, icons: Icons, parent: QWidget, *, width: int, height: int) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._icons = theme, fonts, icons
        self._wanted = (width, height)
        self._before: QWidget | None = None
        self.card = Card(theme, self)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton()
        self._close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 20, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        body = QWidget()
        self.body = QVBoxLayout(body)
        self.body.setContentsMargins(24, 12, 24, 12)
        self.body.setSpacing(0)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(24, 0, 24, 0)
        self.foot.setSpacing(8)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar, size in ((head, "dialog_head"), (self.foot, "dialog_foot")):
            end = QWidget()
            end.setFixedHeight(theme.size(size))
            end.setLayout(bar)
            if size == "dialog_foot":
                self._area = _scrolling(body)
                column.addWidget(self._area, 1)
                column.addWidget(Hairline(theme))
            column.addWidget(end)
            if size == "dialog_head":
                column.addWidget(Hairline(theme))
        self.hide()
        parent.installEventFilter(self)
        theme.changed.connect(self.update)
        self._set_icons()

    def set_title(self, title: str, close: str, language: str) -> None:
        """The title, the words of the × and the language of both."""
        self._title.setText(title)
        self._title.setFont(self._fonts.font("h2", language))
        self.setAccessibleName(title)
        self._close.setToolTip(close)
        self._close.setAccessibleName(close)

    def present(self, first: QWidget) -> None:
        """Open with the focus in `first`; the focus goes back to where it was when it closes."""
        self._before = QApplication.focusWidget()
        self._fit()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close without saving."""
        if self.isVisible():
            self.put_away()
            self.dismissed.emit()

    def put_away(self) -> None:
        """Close and give the focus back."""
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus()

    def _fit(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        width = min(self._wanted[0], self.width() - 2 * _EDGE)
        height = min(self._wanted[1], self.height() - 2 * _EDGE)
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        # An accepted override turns a shortcut of the window into a plain key press, which ends here. Quitting stays.
        if event.type() == QEvent.Type.ShortcutOverride:
            if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Quit):
                return super().event(event)
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        inside = [
            child
            for child in _tab_chain(self)
            if child.isVisibleTo(self) and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not inside:
            return False
        now = QApplication.focusWidget()
        at = inside.index(now) if now in inside else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        chosen = inside[(at + (1 if next else -1)) % len(inside)]
        chosen.setFocus(reason)
        if self._area.isAncestorOf(chosen):
            self._area.ensureWidgetVisible(chosen)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrim = QColor(Qt.GlobalColor.black)
        scrim.setAlphaF(_SCRIM_ALPHA)
        p.fillRect(self.rect(), scrim)
        p.setPen(Qt.PenStyle.NoPen)
        ink = QColor(Qt.GlobalColor.black)
        box = QRectF(self.card.geometry()).translated(0, _SHADOW_DOWN)
        steps = 10
        for step in range(steps):
            # Rings over one another add up to a soft edge.
            ink.setAlphaF(_SHADOW_ALPHA / steps)
            reach = _SHADOW_REACH * (1 - step / steps)
            p.setBrush(ink)
            ring = box.adjusted(-reach, -reach, reach, reach)
            p.drawRoundedRect(ring, 10 + reach, 10 + reach)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            # The theme changed: icons carry their colour.
            self._set_icons()
        super().changeEvent(event)

    def _set_icons(self) -> None:
        self._close.setIcon(self._icons.icon("x", "text2"))


def _scrolling(inside: QWidget) -> QScrollArea:
    """The body scrolls where large text leaves it less room than it needs."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # The card behind has the ground.
    area.setStyleSheet("QScrollArea { background: transparent; }")
    inside.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    return area


def _tab_chain(root: QWidget) -> list[QWidget]:
    """The widgets inside in Tab order."""
    chain: list[QWidget] = []
    at = root.nextInFocusChain()
    while at is not None and at is not root:
        if root.isAncestorOf(at):
            chain.append(at)
        at = at.nextInFocusChain()
    return chain

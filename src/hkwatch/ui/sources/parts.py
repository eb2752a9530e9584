# SPDX-License-Identifier: MIT
"""Small parts of the source manager's windows: buttons with icons, a badge for a state, a note that wraps."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline

_BADGE_PAD, _BADGE_ICON, _BADGE_GAP = 7, 12, 5
_EDGE, _FRAME = 16, 24
"""Room left beside a window, and for the bar over it."""
_TINTS = {
    "bad": ("bad_t", "bad"),
    "warn": ("warn_t", "warn"),
    "info": ("info_t", "accent"),
    "calm": ("sunken", "muted"),
}


class IconButton(QPushButton):
    """A push button with an icon in the colour its kind asks for; Enter elsewhere in the window does not press it."""

    def __init__(self, marks: Marks, icon: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._icon = marks, icon
        self._face = ("", "")
        self.setAutoDefault(False)
        if kind:
            self.setProperty("kind", kind)
        self._set_icon()

    def set_icon(self, icon: str) -> None:
        """Another icon."""
        if icon != self._icon:
            self._icon = icon
            self._set_icon()

    def set_kind(self, kind: str) -> None:
        """Another kind, as the style sheet knows them; empty = secondary."""
        if (self.property("kind") or "") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._set_icon()

    def set_words(self, text: str, tip: str = "", key: str = "") -> None:
        """Text, what the tooltip says beyond it, and the key that does the same, which is shown after the text."""
        self.setText(text.replace("&", "&&") + (f"   {key}" if key else ""))
        self.setToolTip(tip)
        self.setAccessibleName(text)

    def _set_icon(self) -> None:
        colour = {"primary": "on_accent", "danger": "critical", "link": "accent"}.get(
            self.property("kind") or "", "text2"
        )
        # The style changes at every new parent, too; a picture is drawn only when it is another one.
        face = (self._icon, self._marks.theme.hex(colour))
        if face == self._face:
            return
        self._face = face
        icon, size = self._marks.icons.button_icon(self._icon, colour)
        self.setIcon(icon)
        self.setIconSize(size)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._set_icon()
        super().changeEvent(event)


class StateBadge(QWidget):
    """A word on a tint, with an icon: `HTTP 403`. `tone` is `bad`, `warn`, `info` or `calm`."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._text, self._icon, self._tone, self._language = "", "info", "calm", "en"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        marks.theme.changed.connect(self.update)

    @property
    def text(self) -> str:
        """The word shown."""
        return self._text

    def tell(self, text: str, icon: str, tone: str, language: str) -> None:
        """Show a word; empty hides the badge."""
        self._text, self._icon, self._tone, self._language = text, icon, tone, language
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._marks.fonts.metrics("badge", self._language).horizontalAdvance(self._text)
        return QSize(math.ceil(width) + 2 * _BADGE_PAD + _BADGE_ICON + _BADGE_GAP, self._marks.theme.size("badge"))

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme = self._marks, self._marks.theme
        tint, colour = _TINTS[self._tone]
        painter = QPainter(self)
        marks.round_rect(painter, QRectF(self.rect()), theme.radius("tag"), theme.colour(tint))
        marks.icon(painter, self._icon, colour, _BADGE_PAD, self.height() / 2 - 6, _BADGE_ICON)
        painter.setFont(marks.fonts.shared("badge", self._language))
        painter.setPen(theme.colour(colour))
        px = marks.fonts.px("badge", self._language)
        painter.drawText(QPointF(_BADGE_PAD + _BADGE_ICON + _BADGE_GAP, baseline(0, self.height(), px)), self._text)


class Ground(QWidget):
    """A plain widget that paints one of the theme's grounds, with a hairline at its top where asked."""

    def __init__(self, marks: Marks, ground: str, parent: QWidget | None = None, *, line: bool = False) -> None:
        super().__init__(parent)
        self._marks, self._ground, self._line = marks, ground, line
        marks.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._marks.theme.colour(self._ground))
        if self._line:
            self._marks.hairline(painter, 0, self.width(), 0)


class CardGround(QWidget):
    """A card: surface with a hairline round it."""

    def __init__(
        self, marks: Marks, parent: QWidget | None = None, *, ground: str = "surface", edge: str = "line"
    ) -> None:
        super().__init__(parent)
        self._marks, self._ground, self._edge = marks, ground, edge
        marks.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._marks.theme
        box = QRectF(self.rect())
        self._marks.round_rect(painter, box, theme.radius("card"), theme.colour(self._ground))
        self._marks.outline(painter, box, theme.radius("card"), theme.colour(self._edge))


class ElidedLabel(QLabel):
    """One line with … at its end, or where `elide` says, when it finds no room; the whole text is in its tooltip then."""

    def __init__(self, role: str = "", elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetricsF(self.font())
        shown = metrics.elidedText(self.text(), self._elide, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def fit_to_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or what the screen has room for: with large text a screen holds half as much."""
    room = window.screen().availableSize()
    window.resize(min(width, room.width() - _EDGE), min(height, room.height() - _EDGE - _FRAME))


def wrapping(role: str = "", *, selectable: bool = False) -> QLabel:
    """A label that wraps and shows its text as it is."""
    label = plain("", role)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label


def set_role(label: QLabel, role: str) -> None:
    """Give a label another role, and with it another colour."""
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)

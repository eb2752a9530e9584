# SPDX-License-Identifier: MIT
"""The foot of the reader: what can be done with the item, each action with its key."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hkwatch.ui.keys.sequence import shown, with_key
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline, has_ring

_HEIGHT = 40
_BUTTON_H = 28
_PADDING, _ICON_GAP, _KEY_GAP, _BETWEEN = 10, 6, 12, 4


class Action(StrEnum):
    """What the foot offers."""

    ACKNOWLEDGE = "acknowledge"
    STAR = "star"
    OPEN = "open"
    UNREAD = "unread"
    COPY_LINK = "copy-link"


KEYS = {
    Action.ACKNOWLEDGE: "A",
    Action.STAR: "S",
    Action.OPEN: "V",
    Action.UNREAD: "M",
    Action.COPY_LINK: "Y",
}


@dataclass(frozen=True, slots=True)
class Face:
    """How a button looks at present. `icon_colour` and `colour` are colour tokens."""

    text: str
    icon: str
    icon_colour: str = "muted"
    colour: str = "text2"
    primary: bool = False


class FootButton(QAbstractButton):
    """Icon, text, and the key in faint."""

    def __init__(self, action: Action, marks: Marks, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.action, self.key = action, KEYS[action]
        self._marks, self._language = marks, language
        self._face = Face("", "check")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def wear(self, face: Face, language: str) -> None:
        """Take a look."""
        self._face, self._language = face, language
        self.setText(face.text.replace("&", "&&"))
        self.setAccessibleName(face.text)
        self.setToolTip(with_key(face.text, self.key))
        self.updateGeometry()
        self.update()

    @property
    def face(self) -> Face:
        """The look at present."""
        return self._face

    def sizeHint(self) -> QSize:
        fonts = self._marks.fonts
        role = "strong" if self._face.primary else "medium"
        text = fonts.metrics(role, self._language).horizontalAdvance(self._face.text)
        key = fonts.metrics("micro").horizontalAdvance(shown(self.key))
        return QSize(round(2 * _PADDING + 16 + _ICON_GAP + text + _KEY_GAP + key + 4), _BUTTON_H)

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, face, p = self._marks, self._face, QPainter(self)
        theme, fonts = marks.theme, marks.fonts
        box = QRectF(self.rect())
        ground = ""
        if face.primary:
            ground = "accent_press" if self.isDown() else "accent_hover" if self.underMouse() else "accent"
        elif self.isDown() or self.underMouse():
            ground = "sunken" if self.isDown() else "hover"
        if ground:
            marks.round_rect(p, box, 6, theme.colour(ground))
        if has_ring(self):
            marks.outline(p, box, 6, theme.colour("text" if face.primary else "accent"), 2)
        ink = "on_accent" if face.primary else face.colour
        cy = box.height() / 2
        marks.icon(p, face.icon, "on_accent" if face.primary else face.icon_colour, _PADDING, cy - 8, 16)
        role = "strong" if face.primary else "medium"
        x = _PADDING + 16 + _ICON_GAP
        p.setFont(fonts.font(role, self._language))
        p.setPen(theme.colour(ink))
        p.drawText(QPointF(x, baseline(0, box.height(), 13)), face.text)
        x += round(fonts.metrics(role, self._language).horizontalAdvance(face.text)) + _KEY_GAP
        p.setFont(fonts.font("micro"))
        p.setPen(theme.colour("on_accent" if face.primary else "faint"))
        p.drawText(QPointF(x, baseline(0, box.height(), 11)), shown(self.key))


class ReaderFoot(QWidget):
    """Buttons from the left; those for which there is no room are hidden from the right (their keys stay)."""

    wanted = Signal(object)
    """Action the user asked for."""

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._acknowledged = self._starred = self._read = False
        self._needs_ack = False
        self._has_link = True
        self.buttons = {action: FootButton(action, marks, language, self) for action in Action}
        self.buttons[Action.ACKNOWLEDGE].clicked.connect(self._on_acknowledge)
        self.buttons[Action.STAR].clicked.connect(self._on_star)
        self.buttons[Action.OPEN].clicked.connect(self._on_open)
        self.buttons[Action.UNREAD].clicked.connect(self._on_unread)
        self.buttons[Action.COPY_LINK].clicked.connect(self._on_copy_link)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        marks.theme.changed.connect(self.update)
        self._dress()

    def show_state(self, *, acknowledged: bool, starred: bool, read: bool, needs_ack: bool, has_link: bool) -> None:
        """The state of the item: the buttons say what is, and do the opposite."""
        self._acknowledged, self._starred, self._read = acknowledged, starred, read
        self._needs_ack, self._has_link = needs_ack, has_link
        self._dress()

    def set_language(self, language: str) -> None:
        """Language of the fonts."""
        self._language = language
        self._dress()

    def set_keys(self, keys: Mapping[Action, str]) -> None:
        """The keys that do the same, empty for none."""
        for action, button in self.buttons.items():
            button.key = keys[action]
        self._dress()

    def _dress(self) -> None:
        faces = {
            Action.ACKNOWLEDGE: Face(self.tr("Acknowledged"), "check", "ok", "muted")
            if self._acknowledged
            else Face(self.tr("Acknowledge"), "check", primary=True),
            Action.STAR: Face(self.tr("Starred"), "star", "star") if self._starred else Face(self.tr("Star"), "star"),
            Action.OPEN: Face(self.tr("Open"), "external-link"),
            Action.UNREAD: Face(self.tr("Mark unread"), "eye-off") if self._read else Face(self.tr("Mark read"), "eye"),
            Action.COPY_LINK: Face(self.tr("Copy link"), "link"),
        }
        for action, face in faces.items():
            self.buttons[action].wear(face, self._language)
        self._place()

    def _place(self) -> None:
        # The first button's edge lies 8 px left of the text, so that its icon is near the text's edge.
        x = 16
        for action, button in self.buttons.items():
            if action in (Action.OPEN, Action.COPY_LINK) and not self._has_link:
                button.hide()
                continue
            size = button.sizeHint()
            button.setGeometry(x, (_HEIGHT - _BUTTON_H) // 2 + 1, size.width(), size.height())
            button.setVisible(x + size.width() <= self.width() - 8)
            x += size.width() + _BETWEEN

    def _on_acknowledge(self) -> None:
        self.wanted.emit(Action.ACKNOWLEDGE)

    def _on_star(self) -> None:
        self.wanted.emit(Action.STAR)

    def _on_open(self) -> None:
        self.wanted.emit(Action.OPEN)

    def _on_unread(self) -> None:
        self.wanted.emit(Action.UNREAD)

    def _on_copy_link(self) -> None:
        self.wanted.emit(Action.COPY_LINK)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._marks.hairline(QPainter(self), 0, self.width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._dress()
        super().changeEvent(event)

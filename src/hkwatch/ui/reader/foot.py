# SPDX-License-Identifier: MIT
"""The foot of the reader: what can be done with the item, each action with its key."""

from collections.abc import Callable, Mapping
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
    CITE = "cite"
    EVIDENCE = "evidence"
    UNREAD = "unread"
    COPY_LINK = "copy-link"
    MORE = "more"


KEYS = {
    Action.ACKNOWLEDGE: "A",
    Action.STAR: "S",
    Action.OPEN: "V",
    Action.CITE: "C",
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
        self.action, self.key = action, KEYS.get(action, "")
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
        if self.action is Action.MORE:
            return QSize(2 * _PADDING + 16, _BUTTON_H)
        fonts = self._marks.fonts
        role = "strong" if self._face.primary else "medium"
        text = fonts.metrics(role, self._language).horizontalAdvance(self._face.text)
        width = 2 * _PADDING + 16 + _ICON_GAP + text + 4
        if self.key:
            width += _KEY_GAP + fonts.metrics("micro").horizontalAdvance(shown(self.key))
        return QSize(round(width), _BUTTON_H)

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
        if self.action is Action.MORE:
            return
        role = "strong" if face.primary else "medium"
        x = _PADDING + 16 + _ICON_GAP
        p.setFont(fonts.font(role, self._language))
        p.setPen(theme.colour(ink))
        p.drawText(QPointF(x, baseline(0, box.height(), 13)), face.text)
        if not self.key:
            return
        x += round(fonts.metrics(role, self._language).horizontalAdvance(face.text)) + _KEY_GAP
        p.setFont(fonts.font("micro"))
        p.setPen(theme.colour("on_accent" if face.primary else "faint"))
        p.drawText(QPointF(x, baseline(0, box.height(), 11)), shown(self.key))


class ReaderFoot(QWidget):
    """Buttons from the left; those for which there is no room are hidden from the right. All are in the menu at the end."""

    wanted = Signal(object)
    """Action the user asked for."""

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._acknowledged = self._starred = self._read = False
        self._has_link = True
        self.buttons = {action: FootButton(action, marks, language, self) for action in Action}
        for action, button in self.buttons.items():
            button.clicked.connect(self._teller(action))
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        marks.theme.changed.connect(self.update)
        self._dress()

    def show_state(self, *, acknowledged: bool, starred: bool, read: bool, needs_ack: bool, has_link: bool) -> None:
        """The state of the item: the buttons say what is, and do the opposite."""
        self._acknowledged, self._starred, self._read = acknowledged, starred, read
        self._has_link = has_link
        self._dress()

    def set_language(self, language: str) -> None:
        """Language of the fonts."""
        self._language = language
        self._dress()

    def set_keys(self, keys: Mapping[Action, str]) -> None:
        """The keys that do the same, empty for none."""
        for action, button in self.buttons.items():
            button.key = keys.get(action, "")
        self._dress()

    def _dress(self) -> None:
        faces = {
            Action.ACKNOWLEDGE: Face(self.tr("Acknowledged"), "check", "ok", "muted")
            if self._acknowledged
            else Face(self.tr("Acknowledge"), "check", primary=True),
            Action.STAR: Face(self.tr("Starred"), "star", "star") if self._starred else Face(self.tr("Star"), "star"),
            Action.OPEN: Face(self.tr("Open"), "external-link"),
            Action.CITE: Face(self.tr("Cite"), "quote"),
            Action.EVIDENCE: Face(self.tr("Evidence"), "shield-check"),
            Action.UNREAD: Face(self.tr("Mark unread"), "eye-off") if self._read else Face(self.tr("Mark read"), "eye"),
            Action.COPY_LINK: Face(self.tr("Copy link"), "link"),
            Action.MORE: Face(self.tr("More"), "ellipsis"),
        }
        for action, face in faces.items():
            self.buttons[action].wear(face, self._language)
        self._place()

    def _place(self) -> None:
        # The first button's edge lies 8 px left of the text, so that its icon is near the text's edge.
        x = 16
        more = self.buttons[Action.MORE]
        end = self.width() - 16 - more.sizeHint().width()
        more.setGeometry(end, (_HEIGHT - _BUTTON_H) // 2 + 1, more.sizeHint().width(), _BUTTON_H)
        is_full = False
        for action, button in self.buttons.items():
            if action is Action.MORE:
                continue
            if action in (Action.OPEN, Action.COPY_LINK) and not self._has_link:
                button.hide()
                continue
            size = button.sizeHint()
            button.setGeometry(x, (_HEIGHT - _BUTTON_H) // 2 + 1, size.width(), size.height())
            # Once one has no room none after it is shown: holes in the order would confuse.
            is_full = is_full or x + size.width() > end - _BETWEEN
            button.setVisible(not is_full)
            x += size.width() + _BETWEEN

    def _teller(self, action: Action) -> Callable[[], None]:
        return lambda: self.wanted.emit(action)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._marks.hairline(QPainter(self), 0, self.width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._dress()
        super().changeEvent(event)

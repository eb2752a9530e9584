# SPDX-License-Identifier: MIT
"""Puts the theme on the application and keeps it there: style, palette, sheet and application font."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTemporaryDir
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QPainterPath, QRegion
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel, QMenu

from hkwatch.ui.theme.focus import FocusRing
from hkwatch.ui.theme.fonts import Fonts
from hkwatch.ui.theme.icons import Icons
from hkwatch.ui.theme.palette import make_palette
from hkwatch.ui.theme.qss import PICTURES, make_sheet
from hkwatch.ui.theme.roles import install_roles
from hkwatch.ui.theme.still import hold_still
from hkwatch.ui.theme.theme import Theme

_MENU_RADIUS = 8
_FIELD_INSET = 9


class Appearance(QObject):
    """What `apply_theme` set up; it lives as long as the application and follows `theme.changed`."""

    def __init__(self, app: QApplication, theme: Theme, fonts: Fonts, language: str) -> None:
        super().__init__(app)
        self._app = app
        self._theme = theme
        self._fonts = fonts
        self._icons = Icons(theme.resources, theme)
        # A style sheet takes pictures from files only.
        self._pictures = QTemporaryDir()
        self._ring = FocusRing(app)
        app.setStyle("Fusion")
        hold_still(app)
        install_roles()
        self.set_language(language)
        self.apply()
        theme.changed.connect(self.apply)

    def set_language(self, language: str) -> None:
        """The application font for the interface language (`en`, `zh-Hant`, `zh-Hans`)."""
        self._app.setFont(self._fonts.font("body", language))
        # Fields and buttons under a sheet keep the font they were polished with, and the other language's glyphs.
        wanted, named = self._app.font().families(), QFont()
        named.setResolveMask(0)
        named.setFamilies(wanted)
        for widget in QApplication.allWidgets():
            font = widget.font()
            # Who was given a family of its own keeps it.
            if font.families() != wanted and not font.resolveMask() & named.resolveMask():
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def apply(self) -> None:
        """Set palette and sheet from the scheme in force."""
        self._app.setPalette(make_palette(self._theme))
        # A new sheet takes the fonts of labels inside scroll areas, and they would stand in the application's.
        made = [(label, QFont(label.font())) for label in _labels() if label.font().resolveMask()]
        self._app.setStyleSheet(make_sheet(self._theme, self._draw_pictures()))
        for label, font in made:
            if not label.font().resolveMask():
                label.setFont(font)

    def _draw_pictures(self) -> dict[str, str]:
        paths: dict[str, str] = {}
        for name, (icon, colour, size) in PICTURES.items():
            # Qt keeps a picture by its path, so each scheme has files of its own.
            path = Path(self._pictures.filePath(f"{name}-{self._theme.scheme}.svg"))
            svg = self._icons.svg(icon, self._theme.hex(colour), 2.25 if size <= 14 else 1.75)
            path.write_text(svg, encoding="utf-8")
            paths[name] = path.as_posix()
        return paths


def _labels() -> list[QLabel]:
    return [widget for widget in QApplication.allWidgets() if isinstance(widget, QLabel)]


def apply_theme(app: QApplication, theme: Theme, fonts: Fonts, language: str = "en") -> Appearance:
    """Set Fusion, palette, sheet and font, and do so again at each `theme.changed`."""
    return Appearance(app, theme, fonts, language)


def round_menu(menu: QMenu) -> QMenu:
    """Let a menu show its round corners: the square window behind them must be gone."""
    menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    flags = menu.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
    menu.setWindowFlags(flags)
    if QGuiApplication.platformName() == "xcb":
        # Without a compositor X11 shows the corners black.
        menu.installEventFilter(_CornerMask(menu))
    menu.installEventFilter(_LettersOfTheMenu(menu))
    return menu


def pad_spin_box(box: QAbstractSpinBox) -> None:
    """Give a spin box the left inset of the other fields: its style sheet's left padding is not heeded."""
    line = box.lineEdit()
    if line is not None:
        line.setTextMargins(_FIELD_INSET, 0, 0, 0)


class _LettersOfTheMenu(QObject):
    """Keeps plain letters for the open menu: the list behind it has shortcuts of the same letters.

    What is typed while a menu closes still comes to it, and is meant for the window behind.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QMenu) and not watched.isVisible():
            return event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _hand_on(event, watched)
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.NoModifier:
                event.accept()
                return True
        return super().eventFilter(watched, event)


def _hand_on(event: QKeyEvent, menu: QMenu) -> bool:
    """Give a key to what has the focus, in place of a menu that is gone; False where nothing has it."""
    target = QApplication.focusWidget()
    if target is None or target is menu:
        return False
    QApplication.sendEvent(target, QKeyEvent(event))
    return True


class _CornerMask(QObject):
    """Cuts the corners off a menu each time it takes its size."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QMenu):
            path = QPainterPath()
            path.addRoundedRect(QRectF(watched.rect()), _MENU_RADIUS + 1, _MENU_RADIUS + 1)
            watched.setMask(QRegion(path.toFillPolygon().toPolygon()))
        return False

# SPDX-License-Identifier: MIT
"""What every window of the desktop is drawn with, made once."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hkwatch.app.options import interface_language
from hkwatch.services.settings import Settings
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import Appearance, Fonts, Icons, Theme, apply_theme, scheme_for


@dataclass(frozen=True, slots=True)
class Looks:
    """Theme, fonts and icons, on the application."""

    theme: Theme
    fonts: Fonts
    icons: Icons
    marks: Marks
    appearance: Appearance


def dress(app: QApplication, resources: Path, settings: Settings) -> Looks:
    """Load them and set them on the application. Raises SettingsError where the installation is incomplete."""
    theme = Theme.load(resources)
    # Before anything is drawn: what asks before the window is there is no white sheet in a dark room.
    theme.set_scheme(scheme_for(settings.look.theme, QGuiApplication.styleHints().colorScheme()))
    fonts = Fonts(theme)
    icons = Icons(resources, theme)
    appearance = apply_theme(app, theme, fonts, interface_language(settings))
    app.setWindowIcon(icons.app_icon())
    return Looks(theme, fonts, icons, Marks(theme, fonts, icons), appearance)

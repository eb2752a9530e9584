# SPDX-License-Identifier: MIT
"""Puts settings into force as they are changed: colours, language, units, and which sources the engine reads."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from hkwatch.domain.commands import ReloadSettings
from hkwatch.services.settings import Settings
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.error_text import error_text
from hkwatch.ui.parts import Parts
from hkwatch.ui.shown_time import set_style, style, style_for
from hkwatch.ui.theme import scheme_for
from hkwatch.ui.window_actions import WindowActions

_RESTART_MS = 1500


class Speaks(Protocol):
    """What says something in the interface language."""

    def set_language(self, language: str) -> None:
        """Say it in this one from now on."""


class SettingsInForce(QObject):
    """Follows the settings store. `begin` puts into force what is stored."""

    def __init__(
        self,
        parts: Parts,
        actions: WindowActions,
        speakers: Sequence[Speaks],
        refresh: Callable[[], None],
        parent: QObject,
    ) -> None:
        """`speakers` are told the language, in this order; after them `refresh` is called."""
        super().__init__(parent)
        self._parts, self._actions, self._speakers, self._refresh = parts, actions, speakers, refresh
        self.settings = parts.store.settings
        """Those in force."""
        self.language = ""
        """The interface language in force; empty before `begin`."""
        self._restart = QTimer(self)
        self._restart.setSingleShot(True)
        self._restart.setInterval(_RESTART_MS)
        self._restart.timeout.connect(parts.engine.restart)
        parts.store.changed.connect(self._on_settings)
        parts.store.saved.connect(self._on_saved)
        parts.store.failed.connect(self._on_failed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def begin(self) -> None:
        """Put the stored settings into force."""
        self._apply(self._parts.store.settings, None)

    def end(self) -> None:
        """Speak no language any more."""
        self._parts.speech.end()

    def _on_settings(self, settings: Settings) -> None:
        self._apply(settings, self.settings)

    def _apply(self, settings: Settings, before: Settings | None) -> None:
        parts = self._parts
        self.settings = settings
        parts.marks.theme.set_scheme(scheme_for(settings.look.theme, QGuiApplication.styleHints().colorScheme()))
        parts.marks.theme.set_price_colours(settings.look.price_colours)
        parts.window.price.set_units(settings.prices.units)
        parts.window.set_two_lines(settings.look.two_line_rows)
        parts.window.reader.set_viewed_after(settings.general.viewed_after_ms)
        language = parts.language(settings)
        wanted = style_for(settings.general.time_zone, settings.general.dates, parts.now())
        is_other = wanted != style()
        set_style(wanted)
        if language != self.language or is_other:
            self._set_language(language)
        self._actions.tick_settings(settings)
        if before is not None and (
            before.sources != settings.sources
            or before.prices.enabled != settings.prices.enabled
            or before.prices.assets != settings.prices.assets
        ):
            # Which sources there are, and what is priced, is read once, at the engine's start.
            parts.controller.prices.keep(settings.prices.assets if settings.prices.enabled else ())
            self._restart.start()

    def _set_language(self, language: str) -> None:
        parts = self._parts
        self.language = language
        parts.speech.speak(language)
        parts.controller.set_language(language)
        parts.dialog.set_language(language)
        parts.tray.set_words(language, parts.controller.names)
        self._actions.retranslate()
        for speaker in self._speakers:
            speaker.set_language(language)
        self._refresh()

    def _on_saved(self) -> None:
        self._parts.engine.send(ReloadSettings(new_id()))

    def _on_failed(self, message: str) -> None:
        self._parts.controller.tell(
            QCoreApplication.translate("Shell", "The settings were not saved"), error_text(message)
        )

    def _on_system_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._parts.marks.theme.set_scheme(scheme_for(self._parts.store.settings.look.theme, scheme))

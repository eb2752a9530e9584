# SPDX-License-Identifier: MIT
"""Fixtures for tests of the window: no screen needed, the bundled fonts and the theme on the application."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import Appearance, Fonts, Icons, Theme, apply_theme
from patience import PatientBot


def pytest_configure(config: pytest.Config) -> None:
    """The screenless platform warns at every window that has a smallest size; that says nothing about the program."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class _Keeping(PatientBot):
    """Holds on to the widgets it is given until the test is over, its last round of events included."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: dict[int, QWidget] = {}

    def addWidget(self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None) -> None:
        number = id(widget)
        self._kept[number] = widget
        # One that deletes itself on closing is not there to be closed again.
        widget.destroyed.connect(lambda *_: self._kept.pop(number, None))
        super().addWidget(widget, before_close_func=before_close_func)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """As everywhere, but a window that the test has let go of is not collected while it is painted: Qt crashes then."""
    return _Keeping(request)


@pytest.fixture(scope="session")
def resources() -> Path:
    """The folder with theme, fonts and icons."""
    return RESOURCES


@pytest.fixture(scope="session")
def session_theme(resources: Path) -> Theme:
    """One theme for all tests; use `theme`, which puts it back to its defaults."""
    return Theme.load(resources)


@pytest.fixture(scope="session")
def appearance(qapp: QApplication, session_theme: Theme, session_fonts: Fonts) -> Appearance:
    """The theme on the application, set once: a style sheet is slow to apply."""
    return apply_theme(qapp, session_theme, session_fonts)


@pytest.fixture(scope="session")
def session_fonts(qapp: QApplication, session_theme: Theme) -> Fonts:
    """The bundled fonts, registered once."""
    return Fonts(session_theme)


@pytest.fixture
def theme(qapp: QApplication, session_theme: Theme, appearance: Appearance) -> Iterator[Theme]:
    """Light, green up; put back after the test."""
    if appearance._pictures.path() not in qapp.styleSheet():
        # A whole desktop ran in this process and left its own sheet, whose pictures went with it.
        appearance.apply()
        appearance.set_language("en")
    yield session_theme
    # Closed widgets live until an event loop runs; the reset below must not reach half-dead ones.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    session_theme.set_scheme("light")
    session_theme.set_price_colours("green-up")


@pytest.fixture
def fonts(session_fonts: Fonts, appearance: Appearance) -> Fonts:
    """The font factory."""
    return session_fonts


@pytest.fixture
def icons(resources: Path, theme: Theme) -> Icons:
    """A fresh icon cache."""
    return Icons(resources, theme)


@pytest.fixture
def marks(theme: Theme, fonts: Fonts, icons: Icons) -> Marks:
    """The painter of marks and badges."""
    return Marks(theme, fonts, icons)

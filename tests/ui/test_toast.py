# SPDX-License-Identifier: MIT
"""The message inside the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.item import Level
from hkwatch.ui.theme import Fonts, Icons, Theme
from hkwatch.ui.toast import Toast


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    """Closed widgets go at once: no event loop runs between tests, and the next change of theme would still reach them."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def toast(window: QWidget, theme: Theme, fonts: Fonts, icons: Icons) -> Toast:
    return Toast(theme, fonts, icons, window, stay_ms=60)


def test_it_goes_by_itself(qtbot: QtBot, toast: Toast) -> None:
    with qtbot.waitSignal(toast.dismissed):
        toast.tell("SFC · Policy · High", "A roadmap", level=Level.HIGH)
    assert not toast.isVisible()


def test_a_critical_one_stays_until_it_is_dismissed(qtbot: QtBot, toast: Toast) -> None:
    toast.tell("SFC · Alert list · Critical", level=Level.CRITICAL)
    with qtbot.assertNotEmitted(toast.dismissed, wait=150):
        pass
    with qtbot.waitSignal(toast.dismissed):
        qtbot.mouseClick(toast.close_button, Qt.MouseButton.LeftButton)


def test_actions_are_told_and_close_it(qtbot: QtBot, toast: Toast) -> None:
    toast.tell("Title", first="Open", second="Acknowledge", level=Level.CRITICAL)
    with qtbot.waitSignal(toast.second_wanted), qtbot.assertNotEmitted(toast.dismissed):
        qtbot.mouseClick(toast.second, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    toast.tell("Title", first="Open")
    assert not toast.second.isVisible()
    with qtbot.waitSignal(toast.first_wanted):
        qtbot.mouseClick(toast.first, Qt.MouseButton.LeftButton)


def test_time_stands_still_while_the_pointer_is_on_it(qtbot: QtBot, toast: Toast) -> None:
    toast.tell("Title")
    toast.enterEvent(None)  # type: ignore[arg-type]
    with qtbot.assertNotEmitted(toast.dismissed, wait=150):
        pass
    with qtbot.waitSignal(toast.dismissed):
        toast.leaveEvent(QEvent(QEvent.Type.Leave))


def test_it_is_at_the_bottom_in_the_middle_also_after_a_resize(window: QWidget, toast: Toast) -> None:
    toast.tell("Title", "text " * 100, level=Level.CRITICAL)
    for size in ((900, 600), (500, 400)):
        window.resize(*size)
        assert window.rect().contains(toast.geometry())
        assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
        # Status bar (28 px) and the row of buttons above it (40 px) can be used meanwhile; 18 px are shadow.
        assert window.height() - (toast.geometry().bottom() - 18) >= 68
    assert not toast.grab().isNull()


def test_it_is_read_aloud_with_its_text(toast: Toast) -> None:
    toast.tell("SFC · Policy · High", "A roadmap", level=Level.CRITICAL)
    assert toast.accessibleName() == "SFC · Policy · High. A roadmap"

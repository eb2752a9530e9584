# SPDX-License-Identifier: MIT
"""The price strip on top of everything: what it says, where it stands, how it is dragged, left and brought back."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QMouseEvent
from pytestqt.qtbot import QtBot
from test_price_panel import NOW, price

from hkwatch.domain.events import PriceChanged
from hkwatch.domain.price import PriceState
from hkwatch.ui.marks import Marks
from hkwatch.ui.price.float_strip import ROW, FloatStrip
from hkwatch.ui.strip_holder import StripHolder
from hkwatch.ui.theme import Fonts, Icons, Theme

# The offscreen screen can neither cut windows to shape nor raise them; the strip does without.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ETHER = replace(price(), asset="ETH", price_usd=Decimal("2701.4"), change_24h=Decimal("-0.021"))


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> FloatStrip:
    made = FloatStrip(theme, fonts, icons)
    qtbot.addWidget(made)
    made.set_prices([price(), ETHER], NOW, "en")
    return made


def test_it_stays_on_top_takes_no_focus_and_does_not_keep_the_program_alive(strip: FloatStrip) -> None:
    flags = strip.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    assert strip.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not strip.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_it_has_a_row_an_asset_and_says_all_of_it_to_a_screen_reader(strip: FloatStrip) -> None:
    assert strip.sizeHint().height() == 10 + 2 * ROW
    assert strip.size() == strip.sizeHint()
    spoken = strip.accessibleDescription()
    assert "Bitcoin" in spoken
    assert "Ether" in spoken
    assert "96,214" in spoken
    assert strip.accessibleName() == "Prices"


def test_a_price_that_grew_old_looks_other_than_a_fresh_one(strip: FloatStrip) -> None:
    fresh = strip.grab().toImage()
    strip.set_prices([price(), ETHER], NOW + timedelta(minutes=20), "en")
    assert strip.grab().toImage() != fresh
    assert strip.size() == strip.sizeHint()


def test_the_same_prices_again_repaint_nothing(strip: FloatStrip) -> None:
    before = strip._texts
    strip.set_prices([price(), ETHER], NOW, "en")
    assert strip._texts is before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", PriceState)
def test_every_state_is_drawn_in_both_themes(strip: FloatStrip, theme: Theme, state: PriceState, scheme: str) -> None:
    theme.set_scheme("dark" if scheme == "dark" else "light")
    strip.set_prices([replace(price(), state=state)], NOW, "zh-Hant")
    picture = strip.grab().toImage()
    assert len({picture.pixel(x, picture.height() // 2) for x in range(picture.width())}) > 10


def test_before_the_first_price_it_can_be_drawn(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> None:
    empty = FloatStrip(theme, fonts, icons)
    qtbot.addWidget(empty)
    assert not empty.grab().isNull()


def test_it_stands_where_it_was_left_unless_that_screen_is_gone(strip: FloatStrip) -> None:
    area = QGuiApplication.primaryScreen().availableGeometry()
    strip.put(QPoint(area.left() + 30, area.top() + 40))
    assert strip.pos() == QPoint(area.left() + 30, area.top() + 40)
    strip.put(QPoint(area.right() + 5000, 0))
    assert area.contains(strip.geometry())


def test_dragging_moves_it_and_tells_where_it_is_left(qtbot: QtBot, strip: FloatStrip) -> None:
    strip.put(QPoint(40, 40))

    def send(kind: QMouseEvent.Type, at: QPoint) -> QMouseEvent:
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        return QMouseEvent(kind, QPointF(5, 5), QPointF(at), left, left, none)

    strip.mousePressEvent(send(QMouseEvent.Type.MouseButtonPress, QPoint(45, 45)))
    strip.mouseMoveEvent(send(QMouseEvent.Type.MouseMove, QPoint(75, 95)))
    with qtbot.waitSignal(strip.moved) as moved:
        strip.mouseReleaseEvent(send(QMouseEvent.Type.MouseButtonRelease, QPoint(75, 95)))
    assert moved.args == [QPoint(70, 90)]


def test_keys_bring_the_window_and_put_the_strip_away(qtbot: QtBot, strip: FloatStrip) -> None:
    with qtbot.waitSignal(strip.window_wanted):
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    with qtbot.waitSignal(strip.hidden_by_user):
        qtbot.keyClick(strip, Qt.Key.Key_Escape)
    with qtbot.waitSignal(strip.window_wanted):
        qtbot.mouseDClick(strip, Qt.MouseButton.LeftButton)


class Prices(QObject):
    """The newest prices, without an engine."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.prices: dict[str, PriceChanged] = {"ETH": ETHER, "BTC": price()}


def holder(marks: Marks, prices: Prices, action: QAction, state: SimpleNamespace) -> StripHolder:
    window = SimpleNamespace(state=state)
    return StripHolder(window, prices, marks, {"float-strip": action}, lambda: NOW)  # type: ignore[arg-type]


def test_the_choice_is_kept_with_the_window_and_escape_takes_it_back(qtbot: QtBot, marks: Marks) -> None:
    action, prices = QAction(), Prices()
    action.setCheckable(True)
    state = SimpleNamespace(show_strip=False, strip_at=(30, 50))
    held = holder(marks, prices, action, state)
    assert not held.strip.isVisible()
    action.setChecked(True)
    assert held.strip.isVisible()
    assert state.show_strip
    assert held.strip.pos() == QPoint(30, 50)
    # Bitcoin first, whatever came first.
    assert [asset for asset, _ in held.strip._texts] == ["BTC", "ETH"]
    del prices.prices["ETH"]
    prices.changed.emit()
    assert [asset for asset, _ in held.strip._texts] == ["BTC"]
    held.strip.moved.emit(QPoint(7, 8))
    assert state.strip_at == (7, 8)
    qtbot.keyClick(held.strip, Qt.Key.Key_Escape)
    assert not held.strip.isVisible()
    assert not action.isChecked()
    assert not state.show_strip
    held.end()


def test_a_strip_that_was_shown_last_time_is_there_again(marks: Marks) -> None:
    action = QAction()
    action.setCheckable(True)
    held = holder(marks, Prices(), action, SimpleNamespace(show_strip=True, strip_at=None))
    assert held.strip.isVisible()
    assert action.isChecked()
    held.end()

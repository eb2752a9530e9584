# SPDX-License-Identifier: MIT
"""The price in one line: the same words as the panel's head, and how many alerts there are."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from test_price_panel import NOW, price, spec

from hkwatch.domain.alerts import AlertState, Phase
from hkwatch.domain.events import AlertView
from hkwatch.domain.ids import AlertId
from hkwatch.domain.price import PriceState
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.price.strip import AlertSum, PriceStrip
from hkwatch.ui.theme import Fonts, Icons, Theme


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> PricePanel:
    made = PricePanel(theme, fonts, icons)
    qtbot.addWidget(made)
    qtbot.addWidget(made.strip)
    return made


def picture(strip: PriceStrip, width: int) -> QImage:
    strip.resize(width, 40)
    return strip.grab().toImage()


def test_it_says_what_the_panel_says_and_counts_the_alerts(panel: PricePanel) -> None:
    fired = AlertState(Phase.FIRED, NOW - timedelta(minutes=5))
    panel.set_price(price())
    panel.set_alerts((AlertView(spec(), AlertState(Phase.ARMED, NOW)), AlertView(spec(id=AlertId(2)), fired)))
    panel.tick(NOW)
    assert panel.strip.text_shown == panel.head.text
    assert panel.strip.alerts == AlertSum(2, fired=True)
    spoken = panel.strip.accessibleName()
    assert "Bitcoin US$96,214" in spoken
    assert spoken.endswith("Price alerts: 2")


def test_before_the_first_price_it_has_a_name_and_can_be_drawn(panel: PricePanel) -> None:
    assert panel.strip.accessibleName() == "Price"
    assert not picture(panel.strip, 760).isNull()


@pytest.mark.parametrize("state", list(PriceState))
@pytest.mark.parametrize("width", [320, 760])
def test_every_state_is_drawn_at_every_width(panel: PricePanel, state: PriceState, width: int) -> None:
    blank = picture(panel.strip, width)
    panel.set_price(replace(price(), state=state))
    panel.tick(NOW)
    assert picture(panel.strip, width) != blank


def test_an_old_price_looks_other_than_a_fresh_one(panel: PricePanel) -> None:
    panel.set_price(price())
    panel.tick(NOW)
    fresh = picture(panel.strip, 760)
    panel.tick(NOW + timedelta(minutes=6))
    assert panel.strip.text_shown is not None
    assert "min old" in panel.strip.text_shown.pill
    assert picture(panel.strip, 760) != fresh


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_the_panel(panel: PricePanel, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(panel.strip.clicked):
        qtbot.keyClick(panel.strip, key)


def test_a_clock_that_stands_still_repaints_nothing(panel: PricePanel) -> None:
    panel.set_price(price())
    panel.tick(NOW)
    before = panel.strip.text_shown
    panel.tick(NOW)
    assert panel.strip.text_shown is before

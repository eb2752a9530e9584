# SPDX-License-Identifier: MIT
"""What the price panel is given when the settings or the catalogue change."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from test_price_panel import NOW, price

from hkwatch.domain.ids import CommandId
from hkwatch.ui.alerts.late import LateAlertDialog
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.price_controller import PriceController
from hkwatch.ui.theme import Fonts, Icons, Theme

ETHER = replace(price(), asset="ETH", price_usd=Decimal("2701.4"))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> PricePanel:
    made = PricePanel(theme, fonts, icons)
    qtbot.addWidget(made)
    qtbot.addWidget(made.strip)
    return made


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(around: QWidget, theme: Theme, fonts: Fonts, icons: Icons) -> LateAlertDialog:
    return LateAlertDialog(theme, fonts, icons, around)


@pytest.fixture
def controller(panel: PricePanel, dialog: LateAlertDialog) -> PriceController:
    made = PriceController(
        panel,
        dialog,
        object(),  # type: ignore[arg-type]  # Nothing is read: the database is not open.
        lambda _: True,
        lambda: CommandId("one"),
        lambda: NOW,
        panel,
    )
    made.on_price(price())
    made.on_price(ETHER)
    return made


def test_what_is_priced_no_more_is_gone_from_the_panel(qtbot: QtBot, controller: PriceController) -> None:
    controller.show_asset("ETH")
    with qtbot.waitSignal(controller.changed):
        controller.keep(("BTC",))
    assert controller.asset == "BTC"
    assert list(controller.prices) == ["BTC"]
    controller.on_price(ETHER)
    assert list(controller.prices) == ["BTC", "ETH"]


def test_without_any_priced_asset_the_panel_stays_where_it_is(controller: PriceController) -> None:
    controller.show_asset("ETH")
    controller.keep(())
    assert (controller.asset, controller.prices) == ("ETH", {})


def test_the_log_gets_the_names_of_the_venues(controller: PriceController, dialog: LateAlertDialog) -> None:
    controller.set_venue_names({"kraken": "Kraken"})
    assert dialog.log.names == {"kraken": "Kraken"}

# SPDX-License-Identifier: MIT
"""The log of what fired: that it was looked at is told, and it is acknowledged from there."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.alerts import AlertKind, Currency, Firing
from hkwatch.domain.ids import AlertId
from hkwatch.domain.price import PriceState
from hkwatch.ui.alerts.log import AlertLog
from hkwatch.ui.theme import Fonts, Icons, Theme

AT = datetime(2026, 11, 25, 8, tzinfo=UTC)


def fired(at: datetime) -> Firing:
    level = Decimal(95_000)
    return Firing(
        AlertId(1), "BTC", AlertKind.CROSS_BELOW, level, Currency.USD, at, level, None, None, PriceState.OK, ()
    )


def test_what_stands_in_the_log_is_told_as_seen_and_acknowledged_up_to_the_last_firing(
    qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    log = AlertLog(theme, fonts, icons, window)
    last = AT + timedelta(hours=1)
    with qtbot.waitSignal(log.looked_at) as seen:
        log.open_with((None, (fired(AT), fired(last))))
    assert seen.args == [None, last]
    with qtbot.waitSignal(log.acknowledged) as done:
        log.acknowledge.click()
    assert done.args == [None, last]
    assert not log.acknowledge.isEnabled()
    log.open_with((None, ()))
    assert not log.acknowledge.isVisible()

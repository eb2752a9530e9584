# SPDX-License-Identifier: MIT
"""Pins under the chart: clusters, keys, the card's words, the rows, the table with the same data."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import DocType, ItemState, Level, Precision
from hkwatch.domain.pins import Pin
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.price.pin_rail import place
from hkwatch.ui.price.pin_words import caution, rank_text, row_texts
from hkwatch.ui.price.plot import Plot
from hkwatch.ui.price.scales import Span, TimeScale
from hkwatch.ui.theme import Fonts, Icons, Theme

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Cards are windows with a shape, which the screen of the tests has none of."""


def pin(number: int, hours_ago: float, moves: tuple[float | None, ...] = (0.001, -0.008, None, None)) -> Pin:
    at = NOW - timedelta(hours=hours_ago)
    row = InboxRow(
        ItemId(number), at, at, Precision.SECOND, at, f"Release {number}", "en", "sfc", DocType.POLICY, Level.HIGH,
        ItemState.NEW, False, False, False, True, "", ("en",), 1, 1, False, "",
    )  # fmt: skip
    return Pin(row, at, 95_000.0, moves)


PINS = (pin(1, 100), pin(2, 50), pin(3, 49.9), pin(4, 3))


class Shares:
    """Ranks in which 30 % of windows moved less."""

    def share_below(self, index: int, move: float) -> float | None:
        return 0.3 if index == 1 else None


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def plot(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> Plot:
    made = Plot(theme, fonts, icons)
    qtbot.addWidget(made)
    made.resize(296, 320)
    made.chart.set_now(96_000.0, NOW)
    points = [
        ChartPoint(NOW - timedelta(hours=n), 95_000.0 + n, 95_020.0 + n, 94_990.0 + n, 95_010.0 + n) for n in range(200)
    ]
    made.set_points(points)
    made.set_span(Span.WEEK)
    made.set_pins(PINS, NOW)
    made.tick(NOW, Decimal("7.78"))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_pins_that_would_touch_are_one_disc_and_those_outside_are_left_out():
    scale = TimeScale(NOW.timestamp() - 7 * 86_400, NOW.timestamp(), 0, 242)
    groups = place((*PINS, pin(9, 24 * 30)), scale)
    assert [[one.row.id for one in group.pins] for group in groups] == [[1], [2, 3], [4]]
    wider = TimeScale(NOW.timestamp() - 7 * 86_400, NOW.timestamp(), 0, 300_000)
    assert [len(group.pins) for group in place(PINS, wider)] == [1, 1, 1, 1]


def test_arrows_go_from_pin_to_pin_also_inside_a_cluster_and_tell(qtbot: QtBot, plot: Plot) -> None:
    told: list[ItemId] = []
    plot.pin_chosen.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home):
        QTest.keyClick(plot.rail, key)
    assert told == [1, 2, 3, 4, 3, 1]
    QTest.keyClick(plot.rail, Qt.Key.Key_Right)
    assert "1 / 2, Release 2" in plot.rail.accessibleDescription()


def test_a_chosen_pin_stands_on_the_curve_and_no_pin_stands_nowhere(plot: Plot) -> None:
    plot.select_pin(ItemId(4))
    assert plot.chart.geometry_of_parts().mark is not None
    plot.select_pin(ItemId(77))
    assert plot.chart.geometry_of_parts().mark is None
    assert plot.rail.selected is None


def test_enter_opens_the_card_and_enter_there_the_item(qtbot: QtBot, plot: Plot) -> None:
    wanted: list[ItemId] = []
    plot.item_wanted.connect(wanted.append)
    plot.set_names({"sfc": "SFC"})
    QTest.keyClick(plot.rail, Qt.Key.Key_Right)
    QTest.keyClick(plot.rail, Qt.Key.Key_Right)
    QTest.keyClick(plot.rail, Qt.Key.Key_Return)
    assert plot.card.isVisible()
    assert plot.card.texts[:2] == ["Release 2", "SFC  ·  first seen 18 Nov 10:00 HKT"]
    QTest.keyClick(plot.card, Qt.Key.Key_Right)
    assert plot.card.item == 3
    assert plot.rail.selected == 3
    QTest.keyClick(plot.card, Qt.Key.Key_Return)
    assert wanted == [3]
    assert not plot.card.isVisible()


def test_escape_closes_the_card(plot: Plot) -> None:
    plot.card.show_pins(PINS, ItemId(1), None, NOW, QPoint(100, 100), names={}, language="en")
    QTest.keyClick(plot.card, Qt.Key.Key_Escape)
    assert not plot.card.isVisible()


def test_a_card_says_what_came_after_and_how_usual_it_is_and_never_why():
    texts = row_texts(PINS[3], Shares(), NOW)  # type: ignore[arg-type]
    rows = [tuple(cell.replace("\xa0", " ") for cell in row[:3]) for row in texts]
    assert [row[0] for row in rows] == ["15 min", "1 h", "24 h", "7 d"]
    assert [row[1] for row in rows] == ["▲ 0.1 %", "▼ 0.8 %", "", ""]
    assert rows[1][2] == "smaller than 70 % of the last year’s moves in 1 h"
    assert rows[2][2] == "not over yet"
    assert row_texts(PINS[0], None, NOW)[2][2] == "no price is stored for then"
    said = " ".join([*(cell for row in rows for cell in row[:3]), caution()]).lower()
    assert not [
        word for word in ("because", "caused", "due to", "reaction", "led to", "after the news") if word in said
    ]


def test_a_large_move_is_called_larger():
    class High:
        def share_below(self, index: int, move: float) -> float:
            return 0.9996

    text = rank_text(0, 0.2, High()).replace("\xa0", " ")  # type: ignore[arg-type]
    # Never all of them: a year is not all there is.
    assert text == "larger than 99 % of the last year’s moves in 15 min"


def test_the_table_holds_the_same_prices_and_items_newest_first(qtbot: QtBot, plot: Plot) -> None:
    QTest.keyClick(plot.chart, Qt.Key.Key_T)
    assert plot.is_table
    rows = plot.table.rows
    assert [row.pin.row.id for row in rows if row.pin is not None] == [4, 3, 2, 1]
    prices = [row for row in rows if row.pin is None]
    assert len(prices) > 50
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    assert prices[0].cells[:3] == ("20 Nov 12:00", "95,010", "739,178")
    QTest.keyClick(plot.table, Qt.Key.Key_Escape)
    assert not plot.is_table


def test_an_item_in_the_table_opens_its_card(plot: Plot) -> None:
    plot.show_table()
    number = next(n for n, row in enumerate(plot.table.rows) if row.pin is not None)
    plot.table.selectRow(number)
    QTest.keyClick(plot.table, Qt.Key.Key_Return)
    assert plot.card.isVisible()
    assert plot.card.item == 4
    plot.card.close()

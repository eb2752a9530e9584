# SPDX-License-Identifier: MIT
"""The chart as a widget: states, crosshair, levels, wishes."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import AlertId
from hkwatch.ui.price.chart import PriceChart
from hkwatch.ui.price.chart_canvas import ChartState
from hkwatch.ui.price.chart_layout import ChartLevel, LevelState, message_y
from hkwatch.ui.price.chart_paint import mark_stem
from hkwatch.ui.price.scales import Span
from hkwatch.ui.theme import Fonts, Icons, Theme

NOW = datetime(2025, 2, 19, 9, 8, tzinfo=UTC)
MakeChart = Callable[[], PriceChart]


def points(count: int = 200, price: float = 96_000) -> list[ChartPoint]:
    at = [NOW - timedelta(minutes=count - 1 - index) for index in range(count)]
    return [ChartPoint(t, p, p, p, p) for index, t in enumerate(at) for p in [price + index]]


def level(price: float, state: LevelState = LevelState.ARMED, alert: int = 7) -> ChartLevel:
    return ChartLevel(AlertId(alert), price, state, f"alert at {price}")


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    """Closed widgets go at once: no event loop runs between tests, and the next change of theme would still reach them."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> PriceChart:
    made = PriceChart(theme, fonts, icons)
    qtbot.addWidget(made)
    made.resize(280, 220)
    made.set_now(96_214.0, NOW)
    made.show()
    qtbot.waitExposed(made)
    return made


def move(chart: PriceChart, x: float, y: float) -> None:
    at = QPointF(x, y)
    none = Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    chart.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, at, chart.mapToGlobal(at), none, none, plain))


def drawn(chart: PriceChart) -> bytes:
    image = chart.grab().toImage()
    return bytes(image.constBits())


def test_it_loads_until_it_is_given_points_and_is_empty_without_any(chart: PriceChart) -> None:
    assert chart.state is ChartState.LOADING
    loading = drawn(chart)
    chart.set_points([])
    assert chart.state is ChartState.EMPTY
    chart.set_collecting_since(NOW - timedelta(minutes=4))
    assert drawn(chart) != loading


def test_a_chart_with_a_price_on_its_axis_does_not_say_that_there_is_none(chart: PriceChart) -> None:
    loading = drawn(chart)
    chart.set_points([])
    assert drawn(chart) == loading
    chart.set_now(None, NOW)
    nothing = drawn(chart)
    assert nothing != loading
    chart.set_collecting_since(NOW - timedelta(minutes=4))
    assert drawn(chart) != nothing


@pytest.mark.parametrize("price", [96_000.0, 95_990.0])
def test_what_an_empty_chart_says_is_crossed_out_by_no_line(chart: PriceChart, price: float) -> None:
    chart.set_points([])
    chart.set_view(price, NOW, [level(95_900), level(96_100, alert=8)])
    g = chart.geometry_of_parts()
    assert g.now is not None
    lines = [placed.y for placed in g.levels] + [g.now.y]
    assert any(abs(line - (g.top + g.bottom) / 2) < 14 for line in lines)
    assert all(abs(message_y(g) - line) >= 14 for line in lines)
    assert g.top < message_y(g) < g.bottom


def test_a_price_that_is_not_live_is_drawn_in_grey(chart: PriceChart) -> None:
    chart.set_points(points())
    assert chart.state is ChartState.LIVE
    live = drawn(chart)
    chart.set_stale(True)
    assert chart.state is ChartState.STALE
    assert drawn(chart) != live


def test_the_curve_runs_on_to_a_live_price_but_not_to_an_old_one(chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_span(Span.DAY)
    chart.set_now(96_400.0, NOW + timedelta(minutes=2))
    geometry = chart.geometry_of_parts()
    assert geometry.now is not None
    assert geometry.lines[-1][-1] == (geometry.now.x, geometry.now.y)
    chart.set_stale(True)
    assert chart.geometry_of_parts().lines[-1][-1][0] < geometry.now.x


def test_pointing_at_the_plot_shows_time_and_price_of_the_nearest_reading(chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_span(Span.HOUR)
    geometry = chart.geometry_of_parts()
    plain = drawn(chart)
    move(chart, geometry.times.x((NOW - timedelta(minutes=30)).timestamp()), 80)
    assert chart.reading() == (NOW - timedelta(minutes=30), 96_169.0)
    assert drawn(chart) != plain
    chart.leaveEvent(QEvent(QEvent.Type.Leave))
    assert chart.reading() is None
    assert drawn(chart) == plain


def test_arrow_keys_move_the_same_crosshair_and_it_is_described(qtbot: QtBot, chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_span(Span.HOUR)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    first = chart.reading()
    assert first is not None
    assert first[0] == NOW - timedelta(minutes=1)
    assert chart.accessibleDescription() == "19 Feb 17:07 HKT, US$96,198"
    qtbot.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    after = chart.reading()
    assert after is not None
    assert after[0] == NOW - timedelta(minutes=10)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    home = chart.reading()
    assert home is not None
    assert home[0] == NOW - timedelta(minutes=60)
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.reading() is None


def test_pointing_at_the_axis_offers_an_alert_at_that_price(qtbot: QtBot, chart: PriceChart) -> None:
    chart.set_points(points())
    geometry = chart.geometry_of_parts()
    assert geometry.prices is not None
    where = QPoint(round(geometry.right) + 30, 60)
    move(chart, where.x(), where.y())
    with qtbot.waitSignal(chart.alert_wanted) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=where)
    [price] = told.args
    assert isinstance(price, Decimal)
    assert float(price) == pytest.approx(geometry.prices.price(60), rel=1e-3)


def test_enter_offers_an_alert_at_the_reading(qtbot: QtBot, chart: PriceChart) -> None:
    chart.set_points(points())
    qtbot.keyClick(chart, Qt.Key.Key_End)
    with qtbot.waitSignal(chart.alert_wanted) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args == [Decimal("96199")]


def test_a_chart_that_may_not_add_offers_nothing(qtbot: QtBot, chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_can_add(False)
    where = QPoint(round(chart.geometry_of_parts().right) + 30, 60)
    move(chart, where.x(), where.y())
    with qtbot.assertNotEmitted(chart.alert_wanted):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=where)


def test_a_level_is_told_when_its_disc_is_clicked(qtbot: QtBot, chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_levels([level(96_100)])
    [placed] = chart.geometry_of_parts().levels
    with qtbot.waitSignal(chart.level_activated) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(8, round(placed.y)))
    assert told.args == [AlertId(7)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_a_level_looks_different(chart: PriceChart, theme: Theme, scheme: str) -> None:
    theme.set_scheme("dark" if scheme == "dark" else "light")
    chart.set_points(points())
    seen = set()
    for state in LevelState:
        chart.set_levels([level(96_100, state)])
        seen.add(drawn(chart))
    assert len(seen) == len(LevelState)


def test_the_tag_of_the_price_gives_way_to_the_tag_of_a_level(chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_levels([level(96_100)])
    chart.set_now(96_105, NOW)
    geometry = chart.geometry_of_parts()
    assert geometry.now is not None
    [placed] = geometry.levels
    assert placed.tag_y == placed.y
    assert placed.tag_y - geometry.now.tag_y >= 20 - 1e-6
    assert geometry.now.tag_y != geometry.now.y


def test_in_a_low_chart_no_tag_stands_among_other_prices(chart: PriceChart) -> None:
    chart.resize(280, 130)
    chart.set_points(points())
    chart.set_levels([level(96_060, alert=1), level(96_185, alert=2), level(96_230, alert=3)])
    geometry = chart.geometry_of_parts()
    assert geometry.now is not None
    tags = [(placed.level.price, placed.tag_y) for placed in geometry.levels]
    tags.append((geometry.now.price, geometry.now.tag_y))
    assert [price for price, _ in sorted(tags, key=lambda tag: tag[1])] == [96_230, 96_214, 96_185, 96_060]


def test_tags_stand_in_the_order_of_their_prices(chart: PriceChart) -> None:
    chart.resize(228, 150)
    prices = [105_000.0, 103_000, 100_500, 99_000, 99_000, 97_500]
    chart.set_levels([level(price, alert=number) for number, price in enumerate(prices)])
    for now in (104_000.0, 100_400.0, 100_000.0, 98_900.0):
        chart.set_now(now, NOW)
        g = chart.geometry_of_parts()
        assert g.now is not None
        tags = [(placed.level.price, placed.tag_y) for placed in g.levels] + [(now, g.now.tag_y)]
        by_price = [place for _, place in sorted(tags, key=lambda tag: (-tag[0], tag[1]))]
        assert by_price == sorted(by_price), now


def test_the_stem_of_a_chosen_pin_leaves_out_a_label_of_the_time_axis(chart: PriceChart) -> None:
    chart.set_points(points())
    g = chart.geometry_of_parts()
    label = g.time_ticks[-1]
    [upper, lower] = mark_stem(g, label.text_left + 2, 50)
    assert upper[1] <= g.bottom + 4 < g.bottom + 20 <= lower[0]
    between = (g.time_ticks[-2].text_left + g.time_ticks[-2].text_width + label.text_left) / 2
    assert len(mark_stem(g, between, 50)) == 1


def test_axis_labels_leave_room_for_tags(chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_levels([level(96_100), level(96_150, alert=8)])
    geometry = chart.geometry_of_parts()
    assert geometry.now is not None
    tags = [placed.tag_y for placed in geometry.levels] + [geometry.now.tag_y]
    shown = [y for y, _, is_shown in geometry.price_ticks if is_shown]
    assert all(abs(y - tag) >= 13 for y in shown for tag in tags)


def test_a_draft_level_moves_by_a_tenth_of_a_percent_a_key(qtbot: QtBot, chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_draft(96_000.0)
    with qtbot.waitSignal(chart.draft_moved) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert told.args == [Decimal("96096")]
    with qtbot.waitSignal(chart.draft_moved) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert told.args == [Decimal("96000")]


def test_a_draft_level_is_dragged_with_the_mouse(qtbot: QtBot, chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_draft(96_100.0)
    prices = chart.geometry_of_parts().prices
    assert prices is not None
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(90, round(prices.y(96_100))))
    with qtbot.waitSignal(chart.draft_moved) as told:
        move(chart, 90, prices.y(96_150))
    assert float(told.args[0]) == pytest.approx(96_150, abs=5)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(90, 50))
    with qtbot.assertNotEmitted(chart.draft_moved):
        move(chart, 90, 120)


def test_a_new_second_without_a_new_price_draws_nothing_anew(chart: PriceChart) -> None:
    chart.set_points(points())
    chart.set_view(96_214.0, NOW, [])
    before = chart.geometry_of_parts()
    chart.set_view(96_214.0, NOW + timedelta(seconds=1), [])
    assert chart.geometry_of_parts() is before
    chart.set_view(96_214.0, NOW + timedelta(hours=2), [])
    assert chart.geometry_of_parts() is not before


def test_a_theme_change_is_seen(chart: PriceChart, theme: Theme) -> None:
    chart.set_points(points())
    light = drawn(chart)
    theme.set_scheme("dark")
    assert drawn(chart) != light

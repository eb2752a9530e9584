# SPDX-License-Identifier: MIT
"""Looking closer: wheel, drag and keys, candles, levels that are dragged, the picture of it all; a year of minutes."""

from array import array
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hkwatch.domain.detail import Columns
from hkwatch.domain.ids import AlertId
from hkwatch.ui.price.chart import PriceChart
from hkwatch.ui.price.chart_layout import ChartLevel, LevelState
from hkwatch.ui.price.curve import candle_step, candles, polylines
from hkwatch.ui.price.scales import PriceScale, Span, TimeScale, time_ticks
from hkwatch.ui.price.series import BLOCK, Series
from hkwatch.ui.theme import Fonts, Icons, Theme

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
END = NOW.timestamp()
DAY = 86_400.0


def columns(closes: list[float], step_s: float = 60.0, end: float = END) -> Columns:
    times = array("d", [end - (len(closes) - n) * step_s for n in range(len(closes))])
    prices = array("d", closes)
    return Columns(times, prices, array("d", [c + 2 for c in closes]), array("d", [c - 2 for c in closes]), prices)


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> PriceChart:
    made = PriceChart(theme, fonts, icons)
    qtbot.addWidget(made)
    made.resize(296, 240)
    made.set_now(95_000.0, NOW)
    made.set_points(Series.of(columns([95_000.0 + 50 * (n % 7) for n in range(20_000)])))
    made.set_span(Span.WEEK)
    made.show()
    qtbot.waitExposed(made)
    return made


def wheel(chart: PriceChart, x: float, steps: int) -> None:
    at = QPointF(x, 80)
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QPoint(0, 120 * steps)
    event = QWheelEvent(at, chart.mapToGlobal(at), QPoint(), turned, none, plain, Qt.ScrollPhase.NoScrollPhase, False)
    chart.wheelEvent(event)


def drag(chart: PriceChart, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(chart, QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2))
    QTest.mouseMove(chart, end)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)


def inks(chart: PriceChart, part: QRect) -> set[str]:
    picture = chart.grab(part).toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_the_wheel_zooms_about_the_time_under_the_pointer(chart: PriceChart) -> None:
    before = chart.geometry_of_parts().times
    at = before.at(100)
    wheel(chart, 100, 3)
    after = chart.geometry_of_parts().times
    assert after.end - after.start == pytest.approx((before.end - before.start) * 0.8**3)
    assert after.x(at) == pytest.approx(100, abs=0.5)
    assert chart.is_zoomed


def test_zooming_at_the_right_edge_goes_on_following_the_time(chart: PriceChart) -> None:
    wheel(chart, 235, 2)
    assert chart.is_following
    assert chart.geometry_of_parts().times.end == END


def test_dragging_moves_through_time_and_never_into_what_is_to_come(chart: PriceChart) -> None:
    drag(chart, QPoint(60, 80), QPoint(160, 80))
    shown = chart.geometry_of_parts().times
    assert shown.end == pytest.approx(END - 100 * 7 * DAY / 242, rel=1e-6)
    drag(chart, QPoint(60, 80), QPoint(-400, 80))
    assert chart.is_following


def test_keys_zoom_and_move_and_nought_goes_back(chart: PriceChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    QTest.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    shown = chart.geometry_of_parts().times
    assert shown.end - shown.start == pytest.approx(0.8 * 7 * DAY)
    assert shown.end == pytest.approx(END - 0.2 * 7 * DAY)
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert not chart.is_zoomed


def test_no_zoom_leaves_a_year_or_shows_the_future(chart: PriceChart) -> None:
    for length in (None, 1.0, 600.0, DAY, 200 * DAY, 9999 * DAY):
        for days in (None, -9999, -366, -100, -0.001, 0, 5, 9999):
            chart.set_view_window(length, None if days is None else END + days * DAY)
            start, stop = chart.shown.window
            assert 600 <= stop - start <= 366 * DAY
            assert start >= END - 366 * DAY - 1
            assert stop <= END


def test_candles_come_and_go_by_key_and_look_different(qtbot: QtBot, chart: PriceChart) -> None:
    line = bytes(chart.grab().toImage().constBits())
    with qtbot.waitSignal(chart.candles_toggled):
        QTest.keyClick(chart, Qt.Key.Key_C)
    assert chart.geometry_of_parts().candles
    assert bytes(chart.grab().toImage().constBits()) != line


def test_a_level_is_dragged_to_another_price_and_a_click_on_it_is_no_drag(qtbot: QtBot, chart: PriceChart) -> None:
    chart.set_levels([ChartLevel(AlertId(7), 95_100.0, LevelState.ARMED, "x")])
    y = round(chart.geometry_of_parts().levels[0].y)
    moved: list[tuple[AlertId, Decimal]] = []
    chart.level_moved.connect(lambda alert, price: moved.append((alert, price)))
    with qtbot.waitSignal(chart.level_activated):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(8, y))
    assert moved == []
    wanted = chart.price_at(y - 40)
    drag(chart, QPoint(8, y), QPoint(8, y - 40))
    assert moved == [(7, Decimal(repr(round(wanted, 2))).normalize() if wanted % 1 else Decimal(int(wanted)))]
    assert chart.shown.draft is None


def test_a_level_that_is_dragged_stands_faint_where_it_was_and_its_price_goes_with_the_pointer(
    chart: PriceChart, theme: Theme
) -> None:
    chart.set_levels(
        [ChartLevel(AlertId(number), price, LevelState.ARMED, "x") for number, price in ((7, 95_100.0), (8, 95_200.0))]
    )
    _, placed = chart.geometry_of_parts().levels
    assert not any(level.is_left for level in chart.geometry_of_parts().levels)
    strong, faint = theme.colour("text2").name(), theme.colour("control").name()
    line, tag = QRect(24, round(placed.y), 190, 1), QRect(245, round(placed.tag_y) - 9, 50, 19)
    assert strong in inks(chart, line) & inks(chart, tag)
    start, end = QPoint(8, round(placed.y)), QPoint(8, round(placed.y) + 90)
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(chart, end)
    left, stays = chart.geometry_of_parts().levels
    assert (left.level.alert_id, left.is_left, stays.level.alert_id, stays.is_left) == (8, True, 7, False)
    assert faint in inks(chart, line)
    assert strong not in inks(chart, line) | inks(chart, tag)
    assert theme.colour("accent").name() in inks(chart, QRect(245, end.y() - 9, 50, 19))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)
    assert not any(level.is_left for level in chart.geometry_of_parts().levels)


def test_the_picture_is_copied(chart: PriceChart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().pixmap()
    assert copied.size() == chart.size() * chart.devicePixelRatioF()


@given(st.lists(st.floats(1, 1000), min_size=2, max_size=700), st.data())
def test_extremes_by_blocks_are_those_of_all_points(closes, data):
    series = Series.of(columns(closes))
    first = data.draw(st.integers(0, len(closes) - 1))
    after = data.draw(st.integers(first + 1, len(closes)))
    assert series.extremes_of(first, after, wicks=False) == (min(closes[first:after]), max(closes[first:after]))
    low, high = series.extremes_of(first, after, wicks=True)
    assert (low, high) == (min(series.lows[first:after]), max(series.highs[first:after]))


@given(
    st.lists(st.floats(1, 1000), min_size=1, max_size=400), st.integers(0, 399), st.lists(st.floats(1, 9), max_size=90)
)
def test_a_tail_gives_the_series_that_all_of_it_gives(closes, cut, more):
    whole = columns(closes)
    cut = min(cut, len(closes) - 1)
    begin = whole.times[cut]
    times = array("d", [begin + 60 * n for n in range(len(more))])
    prices = array("d", more)
    made = Series.of(whole).with_tail(Columns(times, prices, prices, prices, prices))
    kept = cut if more else len(closes)
    parts = (whole.times, whole.opens, whole.highs, whole.lows, whole.closes)
    afresh = Series.of(
        Columns(*(array("d", [*part[:kept], *new]) for part, new in zip(parts, (times, *[prices] * 4), strict=True)))
    )
    for name in ("times", "closes", "low_at", "high_at", "block_low", "block_high", "breaks"):
        assert list(getattr(made, name)) == list(getattr(afresh, name)), name


def test_a_year_of_minutes_is_thinned_to_a_few_points_a_pixel_without_losing_a_spike():
    closes = [95_000.0] * 525_600
    closes[300_123] = 120_000.0
    closes[17] = 60_000.0
    series = Series.of(columns(closes))
    scale, prices = TimeScale(END - 365 * DAY, END, 0, 242), PriceScale(50_000, 130_000, 0, 200)
    (line,) = polylines(series, scale, prices)
    assert len(line) < 5 * 242
    assert min(y for _, y in line) == pytest.approx(prices.y(120_000))
    assert max(y for _, y in line) == pytest.approx(prices.y(60_000))
    assert len(series.low_at) == -(-525_600 // BLOCK)


def test_candles_hold_all_bars_begin_at_round_hong_kong_times_and_are_wide_enough():
    series = Series.of(columns([100.0 + n % 13 for n in range(5000)]))
    scale = TimeScale(END - 2 * DAY, END, 0, 242)
    step = candle_step(scale, series)
    found = candles(series, scale, step)
    assert step == 7200
    assert all((candle.start + 8 * 3600) % step == 0 for candle in found)
    assert max(candle.high for candle in found) == 114
    assert min(candle.low for candle in found) == 98
    assert len(found) == pytest.approx(24, abs=1)


def test_hours_are_not_drawn_as_minutes():
    series = Series.of(columns([100.0] * 500, 3600))
    assert candle_step(TimeScale(END - 6 * 3600, END, 0, 242), series) == 3600


@pytest.mark.parametrize(
    ("language", "texts"), [("en", ["2026", "Apr", "Jul", "Oct"]), ("zh-Hant", ["2026年", "4月", "7月", "10月"])]
)
def test_a_year_is_labelled_by_months_and_january_by_its_year(language, texts):
    ticks = time_ticks(TimeScale(END - 365 * DAY, END, 0, 150), language, lambda text: 7.0 * len(text))
    assert [tick.text for tick in ticks] == texts

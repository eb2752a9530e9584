# SPDX-License-Identifier: MIT
"""Scales, ticks and labels of the chart."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.ui.price.scales import (
    DAY_S,
    HKT_OFFSET_S,
    Band,
    PriceScale,
    Span,
    TimeScale,
    bands,
    give_way,
    nice_step,
    nice_ticks,
    price_label,
    price_range,
    spread,
    time_ticks,
)

PRICES = st.floats(min_value=0.01, max_value=1e7, allow_nan=False)
PLACES = st.floats(min_value=-500, max_value=1500, allow_nan=False)
NOW = datetime(2025, 2, 19, 9, 8, tzinfo=UTC).timestamp()


def width(text: str) -> float:
    return 7.0 * len(text)


@given(PRICES, st.floats(min_value=0.01, max_value=1e6), st.integers(min_value=1, max_value=12))
def test_ticks_are_round_rising_inside_and_not_more_than_wanted(low: float, extent: float, wanted: int) -> None:
    high = low + extent
    ticks, step = nice_ticks(low, high, wanted)
    assert len(ticks) <= wanted + 1
    slack = step * 1e-6 + high * 1e-12
    assert all(low - slack <= tick <= high + slack for tick in ticks)
    assert all(abs(b - a - step) < slack for a, b in pairwise(ticks))


@given(st.floats(min_value=1e-6, max_value=1e9), st.integers(min_value=1, max_value=20))
def test_a_step_is_the_smallest_round_one_that_is_enough(extent: float, wanted: int) -> None:
    step = nice_step(extent, wanted)
    assert extent / step <= wanted * (1 + 1e-6)
    assert extent / (step / 2.5) > wanted * (1 - 1e-6)


@pytest.mark.parametrize(("extent", "wanted"), [(0.0, 5), (-1.0, 5), (float("nan"), 5), (10.0, 0)])
def test_a_scale_without_extent_is_refused(extent: float, wanted: int) -> None:
    with pytest.raises(ValueError, match="extent"):
        nice_step(extent, wanted)


@given(PRICES, st.floats(min_value=0.01, max_value=1e6), PLACES)
def test_price_and_pixel_are_inverse(low: float, extent: float, y: float) -> None:
    scale = PriceScale(low, low + extent, 9, 200)
    assert scale.y(scale.price(y)) == pytest.approx(y, abs=1e-3)


@given(st.floats(min_value=0, max_value=400))
def test_time_and_pixel_are_inverse(x: float) -> None:
    scale = TimeScale(NOW - DAY_S, NOW, 0, 400)
    assert scale.x(scale.at(x)) == pytest.approx(x, abs=1e-3)


@given(PRICES, st.floats(min_value=0, max_value=1e5), st.lists(PRICES, max_size=4))
def test_the_axis_spans_the_curve_with_air_and_never_nothing(low: float, extent: float, levels: list[float]) -> None:
    high = low + extent
    bottom, top = price_range(low, high, levels)
    assert bottom < low
    assert top > high


def test_a_near_level_widens_the_axis_and_a_far_one_does_not() -> None:
    near = price_range(94_000, 98_000, [99_000])
    far = price_range(94_000, 98_000, [150_000])
    assert near[1] > 99_000
    assert far == price_range(94_000, 98_000)


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        (97_000, 1000, "97k"),
        (97_500, 500, "97.5k"),
        (97_000, 500, "97.0k"),
        (96_250, 250, "96.25k"),
        (96_150, 50, "96,150"),
        (0.52, 0.02, "0.52"),
        (950, 50, "950"),
        (7.5, 0.5, "7.5"),
        (0.025, 0.025, "0.025"),
    ],
)
def test_labels_lose_no_digit(value: float, step: float, text: str) -> None:
    assert price_label(value, step) == text


@given(PRICES, st.floats(min_value=0.01, max_value=1e5), st.integers(min_value=2, max_value=10))
def test_two_ticks_never_have_the_same_label(low: float, extent: float, wanted: int) -> None:
    ticks, step = nice_ticks(low, low + extent, wanted)
    labels = [price_label(tick, step) for tick in ticks]
    assert len(set(labels)) == len(labels)


@given(st.lists(st.floats(min_value=-50, max_value=350), max_size=9))
def test_tags_stay_inside_keep_their_distance_and_their_order(wanted: list[float]) -> None:
    places = spread(wanted, 20, 9, 200)
    assert all(9 - 1e-6 <= place <= 200 + 1e-6 for place in places)
    ordered = [place for _, place in sorted(zip(wanted, places, strict=True))]
    assert all(b - a >= 20 - 1e-6 for a, b in pairwise(ordered))


def test_with_too_many_tags_the_distance_shrinks_evenly() -> None:
    places = sorted(spread([100.0] * 21, 20, 0, 200))
    assert places[0] == pytest.approx(0)
    assert places[-1] == pytest.approx(200)


def test_a_tag_with_room_stays_where_it_wants_to_be() -> None:
    assert spread([50, 120], 20, 0, 200) == [50, 120]


@given(st.floats(min_value=0, max_value=200), st.lists(st.floats(min_value=0, max_value=200), max_size=4))
def test_the_tag_that_gives_way_touches_no_other(wanted: float, others: list[float]) -> None:
    place = give_way(wanted, others, 18, 0, 200)
    assert 0 <= place <= 200
    # Four tags of 36 px around them cannot fill 200 px, so there is always room.
    assert all(abs(place - other) >= 18 - 1e-6 for other in others)


@given(
    st.sampled_from(list(Span)),
    st.integers(min_value=0, max_value=20_000 * DAY_S),
    st.floats(min_value=120, max_value=900),
    st.sampled_from(["en", "zh-Hant", "zh-Hans"]),
)
def test_time_labels_never_touch_and_never_leave_the_plot(span: Span, end: int, pixels: float, language: str) -> None:
    scale = TimeScale(end - span.seconds, end, 0, pixels)
    ticks = time_ticks(scale, language, width, gap=6, right_limit=pixels + 20)
    assert all(b.text_left - a.text_left - a.text_width >= 6 for a, b in pairwise(ticks))
    assert all(tick.text_left >= -1 and tick.text_left + tick.text_width <= pixels + 20 for tick in ticks)
    assert all(scale.start <= tick.at <= scale.end for tick in ticks)
    assert all((tick.at + HKT_OFFSET_S) % 60 == 0 for tick in ticks)


def labels(span: Span, pixels: float, language: str = "en") -> list[str]:
    scale = TimeScale(NOW - span.seconds, NOW, 0, pixels)
    return [tick.text for tick in time_ticks(scale, language, width, gap=6, right_limit=pixels + 20)]


def test_a_week_is_labelled_by_hong_kong_days_and_the_last_one_has_its_month() -> None:
    assert labels(Span.WEEK, 300) == ["13", "14", "15", "16", "17", "18", "19 Feb"]
    assert labels(Span.WEEK, 300, "zh-Hant")[-1] == "2月19日"


def test_a_day_is_labelled_by_hours_and_midnight_by_its_date() -> None:
    assert labels(Span.DAY, 320) == ["20:00", "19 Feb", "04:00", "08:00", "12:00", "16:00"]


def test_a_new_month_is_named_where_it_begins() -> None:
    assert "1 Feb" in labels(Span.MONTH, 900) or "3 Feb" in labels(Span.MONTH, 900)


@pytest.mark.parametrize("pixels", [300, 640, 900])
def test_where_a_month_ends_among_the_labels_the_one_before_says_its_own(pixels: float) -> None:
    scale = TimeScale(NOW - 90 * DAY_S, NOW, 0, pixels)
    ticks = time_ticks(scale, "en", width, gap=6, right_limit=pixels + 20)
    named = next(tick for tick in ticks if not tick.text.isdigit())
    assert named.text.endswith((" Nov", " Dec"))
    assert named in ticks[:2]
    assert named.text_left >= -1


def test_labels_of_one_month_name_it_once() -> None:
    named = [text for text in labels(Span.WEEK, 300) if not text.isdigit()]
    assert named == ["19 Feb"]


def test_the_weekend_is_one_band_and_each_working_day_has_its_session() -> None:
    found = bands(NOW - 7 * DAY_S, NOW)
    assert [band.kind for band in found] == ["session"] * 4 + ["weekend"] + ["session"] * 6
    weekend = found[4]
    assert weekend.end - weekend.start == 2 * DAY_S
    assert datetime.fromtimestamp(weekend.start, UTC) == datetime(2025, 2, 14, 16, 0, tzinfo=UTC)


def test_a_day_has_a_session_before_lunch_and_one_after() -> None:
    def at(hour: int, minute: int = 0) -> float:
        return datetime(2025, 2, 19, hour, minute, tzinfo=UTC).timestamp()

    assert bands(NOW - 17 * 3600, NOW) == [Band(at(1, 30), at(4), "session"), Band(at(5), at(8), "session")]


def test_the_eve_of_the_lunar_new_year_ends_at_noon() -> None:
    end = datetime(2025, 1, 28, 12, tzinfo=UTC).timestamp()
    [band] = bands(end - 12 * 3600, end, frozenset({date(2025, 1, 29), date(2025, 1, 30)}))
    assert datetime.fromtimestamp(band.end, UTC) == datetime(2025, 1, 28, 4, tzinfo=UTC)


def test_a_holiday_has_no_session() -> None:
    assert bands(NOW - 17 * 3600, NOW, frozenset({date(2025, 2, 19)})) == []


def test_a_month_shows_weekends_only() -> None:
    assert {band.kind for band in bands(NOW - 30 * DAY_S, NOW)} == {"weekend"}

# SPDX-License-Identifier: MIT
"""Every kind of alert: when it fires, when it arms again, and what holds for all of them."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hkwatch.domain.alert_rules import warm_at
from hkwatch.domain.alerts import (
    AlertKind,
    AlertSpec,
    AlertState,
    Blocked,
    Currency,
    Direction,
    Firing,
    Gap,
    Hours,
    ItemCondition,
    Phase,
    Repeat,
    Sample,
    Status,
    after_gap,
    arm,
    evaluate,
    evaluate_bars,
    on_item,
    rearm,
    seeded,
    snooze,
    status,
)
from hkwatch.domain.bars import Bar
from hkwatch.domain.ids import AlertId, ItemId, VenueId
from hkwatch.domain.item import Level
from hkwatch.domain.price import PriceState

START = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
"""Noon in Hong Kong."""
OK, DEGRADED, SINGLE, STALE = PriceState.OK, PriceState.DEGRADED, PriceState.SINGLE, PriceState.STALE
HK = VenueId("licensed")


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def spec(kind: AlertKind, level: object = 0, **more: object) -> AlertSpec:
    values = {"repeat": Repeat.EVERY, "cooldown_s": 0, **more}
    return AlertSpec(AlertId(7), "BTC", kind, Decimal(str(level)), **values)  # type: ignore[arg-type]


def sample(seconds: float, price: object, state: PriceState = OK, **more: object) -> Sample:
    return Sample(at(seconds), None if price is None else Decimal(str(price)), state, **more)  # type: ignore[arg-type]


def prices(*values: object, every_s: int = 15) -> list[Sample]:
    return [sample(n * every_s, value) for n, value in enumerate(values)]


def run(
    alert: AlertSpec, samples: list[Sample], state: AlertState | None = None, items: tuple[datetime, ...] = ()
) -> tuple[AlertState, list[Firing]]:
    if state is None:
        state = arm(alert, samples[0], samples[0].at)
        samples = samples[1:]
    firings = []
    for each in samples:
        state, firing = evaluate(alert, state, each, each.at, items)
        if firing is not None:
            firings.append(firing)
    return state, firings


def fired(alert: AlertSpec, *values: object, every_s: int = 15) -> list[Decimal | None]:
    return [firing.price_usd for firing in run(alert, prices(*values, every_s=every_s))[1]]


# Crossing either way, reminders, steps, ranges.


def test_a_crossing_either_way_has_two_arms_of_its_own():
    assert fired(spec(AlertKind.CROSS, 100), 99, 100, 100.1, 99.9, 99.7) == [100]
    assert fired(spec(AlertKind.CROSS, 100), 99, 101, 100, 99, 100) == [101, 100, 100]
    assert fired(spec(AlertKind.CROSS, 100), 101, 100, 100.1, 99.9, 100.2) == [100]


def test_at_the_level_neither_arm_is_ready():
    state = arm(spec(AlertKind.CROSS, 100), sample(0, 100), START)
    assert state.phase is Phase.REARMING


def test_a_reminder_fires_on_the_next_sample_and_again_no_sooner_than_set():
    alert = spec(AlertKind.ABOVE, 100, cooldown_s=60)
    _, firings = run(alert, prices(*[101] * 10, 99, 99, 101))
    assert [(firing.at - START).seconds for firing in firings] == [15, 75, 135]
    assert all(firing.told for firing in firings)


def test_a_reminder_for_once_reminds_once():
    assert fired(spec(AlertKind.BELOW, 100, cooldown_s=60, repeat=Repeat.ONCE), *[99] * 12) == [99]


def test_steps_tell_the_furthest_one_and_arm_beyond_the_band():
    alert = spec(AlertKind.STEP, 1000, band=Decimal("0.0025"))
    _, firings = run(alert, prices(95_500, 96_100, 96_241, 98_300, 97_900, 97_700, 97_754, 98_100, 98_245))
    assert [(firing.level, firing.price_usd) for firing in firings] == [
        (96_000, 96_241),
        (98_000, 98_300),
        (98_000, 97_700),
        (98_000, 98_245),
    ]


def test_a_step_without_a_band_is_taken_at_its_border_and_left_strictly_below_it():
    _, firings = run(
        spec(AlertKind.STEP, 1000, band=Decimal(0)), prices(95_500, 96_000, 96_000, 95_999, 94_000, 94_000)
    )
    assert [(firing.level, firing.price_usd) for firing in firings] == [
        (96_000, 96_000),
        (96_000, 95_999),
        (95_000, 94_000),
    ]


def test_steps_by_a_share_go_from_the_price_at_the_making_and_tell_no_border_twice_in_a_row():
    alert = spec(AlertKind.STEP, band=Decimal("0.0025"), pct=Decimal("0.01"))
    state, firings = run(
        alert,
        prices(96_000, 96_900, 97_202.4, 96_900, 97_300, 100_200, 99_000, 98_600, 97_600, 95_000, 94_802.4, 94_800),
    )
    assert [(firing.level, firing.share, firing.price_usd) for firing in firings] == [
        (96_960, Decimal("0.01"), Decimal("97202.4")),
        (99_840, Decimal("0.04"), 100_200),
        (98_880, Decimal("0.03"), 98_600),
        (97_920, Decimal("0.02"), 97_600),
        (96_000, 0, 95_000),
        (95_040, Decimal("-0.01"), Decimal("94802.4")),
    ]
    assert {firing.base for firing in firings} == {96_000}
    assert state.memory is not None
    assert (state.memory.anchor, state.memory.base) == (96_000, 95_040)


def test_a_step_has_an_amount_or_a_share_and_not_both():
    for level, pct in ((0, None), (1000, Decimal("0.01"))):
        with pytest.raises(ValueError, match="level"):
            spec(AlertKind.STEP, level, pct=pct)


def test_a_step_by_a_share_needs_no_rate_of_exchange():
    alert = spec(AlertKind.STEP, pct=Decimal("0.01"), band=Decimal(0), currency=Currency.HKD)
    assert fired(alert, 100, 101, 101, 100.5, 100, 99) == [101, 100, 99]


def test_a_range_is_left_and_entered():
    leave = spec(AlertKind.LEAVE_RANGE, 90, upper=Decimal(110), band=Decimal("0.01"))
    _, firings = run(leave, prices(100, 110, 110.1, 109.9, 111, 108.9, 110.5, 89))
    assert [(firing.price_usd, firing.level) for firing in firings] == [
        (Decimal("110.1"), 110),
        (Decimal("110.5"), 110),
    ]
    enter = replace(leave, kind=AlertKind.ENTER_RANGE)
    assert fired(enter, 120, 110, 111, 105, 111.2, 109) == [110, 109]
    assert fired(enter, 100, 101) == []


def test_a_range_too_narrow_for_its_band_cannot_be_made():
    with pytest.raises(ValueError, match="upper"):
        spec(AlertKind.LEAVE_RANGE, 100, upper=Decimal("100.4"))


# Moves.


def test_a_move_is_measured_from_the_windows_extreme_and_anew_from_each_firing():
    alert = spec(AlertKind.MOVE, pct=Decimal("0.02"), window_s=3600)
    samples = prices(100, 100, 99, 99, 100.9, 101, every_s=900)
    (firing,) = run(alert, samples)[1]
    assert (firing.price_usd, firing.base, firing.base_at) == (101, 99, samples[3].at)
    assert firing.share == Decimal(101) / 99 - 1
    assert firing.level == Decimal("100.98")


def test_a_firing_becomes_the_base_of_the_next_move():
    alert = spec(AlertKind.MOVE, pct=Decimal("0.02"), window_s=3600)
    _, firings = run(alert, prices(100, 100, 100, 102, 103, 104.04, 104, 102, 101.9592, every_s=900))
    assert [(firing.price_usd, firing.base) for firing in firings] == [
        (102, 100),
        (Decimal("104.04"), 102),
        (Decimal("101.9592"), Decimal("104.04")),
    ]


def test_both_ends_of_the_window_count():
    alert = spec(AlertKind.MOVE, pct=Decimal("0.02"), window_s=3600)
    assert fired(alert, 100, 100.5, 101, 101.5, 102, every_s=900) == [102]
    late = [*prices(100, 100.5, 101, 101.5, every_s=900), sample(3601, 102)]
    assert run(alert, late)[1] == []


def test_a_move_in_the_other_direction_does_not_count():
    alert = spec(AlertKind.MOVE, pct=Decimal("0.02"), window_s=3600, direction=Direction.DOWN)
    assert fired(alert, 100, 100, 100, 105, 102.9, every_s=900) == [Decimal("102.9")]


def test_a_window_warms_up_for_half_its_length_at_the_making_and_after_an_unfilled_gap_but_not_after_a_firing():
    alert = spec(AlertKind.MOVE, pct=Decimal("0.02"), window_s=3600)
    state, firings = run(alert, prices(100, 103, every_s=600))
    assert firings == []
    assert warm_at(alert, state.memory) == at(1800)
    state, firings = run(alert, [sample(1800, 103)], state)
    assert [firing.price_usd for firing in firings] == [103]
    state, firings = run(alert, [sample(1815, 106)], state)
    assert [firing.price_usd for firing in firings] == [106]
    state, firing = after_gap(alert, state, sample(5000, 120), Gap(at(1815), at(5000)), at(5000))
    assert firing is None
    _, firings = run(alert, [sample(5900, 123), sample(6800, 123)], state)
    assert [firing.at for firing in firings] == [at(6800)]


def test_a_move_from_the_price_at_the_making_takes_each_firing_as_its_next_base():
    alert = spec(AlertKind.MOVE_BASE, pct=Decimal("0.1"))
    _, firings = run(alert, prices(100, 109, 110, 120, 99))
    assert [(firing.price_usd, firing.base) for firing in firings] == [(110, 100), (99, 110)]


# Highs and lows.


def test_a_new_high_of_all_time_must_beat_the_one_before_by_a_thousandth():
    alert = spec(AlertKind.NEW_HIGH, 126_000)
    assert fired(alert, 120_000, 126_126, 126_127, 126_200, 126_300) == [126_127, 126_300]


def test_a_high_that_was_beaten_before_the_making_counts_from_the_price_then():
    assert fired(spec(AlertKind.NEW_HIGH, 100), 110, 110.1, 110.12) == [Decimal("110.12")]


def test_a_slow_climb_fires_once_it_is_a_thousandth_above_the_old_high():
    values = [100 + n * 0.01 for n in range(25)]
    assert fired(spec(AlertKind.NEW_HIGH, 100), 99, *values) == [Decimal("100.11"), Decimal("100.22")]


def test_a_high_of_the_day_knows_prices_from_before_it_was_made():
    alert = spec(AlertKind.NEW_HIGH, window_s=86_400)
    points = [(at(-80_000), Decimal(105)), (at(-3600), Decimal(101))]
    state = seeded(alert, arm(alert, sample(0, 100), START), points)
    state, firings = run(alert, [sample(15, 104), sample(30, 105.2)], state)
    assert [(firing.price_usd, firing.base, firing.base_at) for firing in firings] == [
        (Decimal("105.2"), 105, at(-80_000))
    ]


def test_a_high_that_leaves_the_window_no_longer_counts():
    alert = spec(AlertKind.NEW_HIGH, window_s=86_400)
    points = [(at(-86_000), Decimal(105)), (at(-80_000), Decimal(101))]
    state = seeded(alert, arm(alert, sample(0, 100), START), points)
    assert [firing.price_usd for firing in run(alert, [sample(600, 102)], state)[1]] == [102]


def test_a_high_since_a_day_beats_the_highest_stored_price_since_then_and_none_from_before():
    alert = spec(AlertKind.NEW_HIGH, since=at(-86_400))
    points = [(at(-90_000), Decimal(130)), (at(-80_000), Decimal(110)), (at(-3600), Decimal(105))]
    state = seeded(alert, arm(alert, sample(0, 100), START), points)
    _, firings = run(alert, prices(108, 110.1, 110.2, 112), state)
    assert [(firing.price_usd, firing.base, firing.base_at) for firing in firings] == [
        (Decimal("110.2"), 110, at(-80_000)),
        (112, Decimal("110.2"), at(30)),
    ]


def test_a_low_since_a_day_that_no_stored_price_lies_below_counts_from_the_price_at_the_making():
    alert = spec(AlertKind.NEW_LOW, since=at(-86_400))
    state = seeded(alert, arm(alert, sample(0, 100), START), [(at(-3600), Decimal(105))])
    assert [firing.base for firing in run(alert, prices(100, 99), state)[1]] == [100]


def test_since_is_of_highs_and_lows_without_a_window_only():
    for kind, window_s in ((AlertKind.NEW_HIGH, 3600), (AlertKind.MOVE, 0)):
        with pytest.raises(ValueError, match="since"):
            spec(kind, window_s=window_s, pct=Decimal("0.01"), since=at(-86_400))


def test_a_new_low_is_the_mirror_of_a_new_high():
    alert = spec(AlertKind.NEW_LOW, 100)
    assert fired(alert, 101, 99.91, 99.89) == [Decimal("99.89")]


# No price, premium.


def test_no_price_for_some_minutes_fires_once_until_there_is_one_again():
    alert = spec(AlertKind.NO_PRICE, window_s=600)
    bad = [sample(15 * n, None, STALE) for n in range(1, 60)]
    state, firings = run(alert, bad, arm(alert, sample(0, 100), START))
    assert [(firing.at, firing.base_at) for firing in firings] == [(at(615), at(15))]
    assert state.phase is Phase.REARMING
    state, _ = run(alert, [sample(900, 100)], state)
    assert state.phase is Phase.ARMED
    assert len(run(alert, [sample(900 + 15 * n, 100, SINGLE) for n in range(1, 60)], state)[1]) == 1


def test_the_time_a_machine_slept_is_no_time_without_a_price():
    alert = spec(AlertKind.NO_PRICE, window_s=600)
    state = arm(alert, sample(0, 100), START)
    samples = [sample(15, None, STALE), *[sample(8000 + 15 * n, None, STALE) for n in range(30)]]
    assert run(alert, samples, state)[1] == []


def test_looks_far_apart_still_add_up_to_a_time_without_a_price():
    alert = spec(AlertKind.NO_PRICE, window_s=1800)
    state = arm(alert, sample(0, 100), START)
    found = []
    for n in range(1, 6):
        one = sample(600 * n, None, STALE)
        state, firing = evaluate(alert, state, one, one.at, interval_s=600)
        found.append(firing is not None)
    assert found == [False, False, False, True, False]
    state, _ = evaluate(alert, arm(alert, None, START), sample(600, None, STALE), at(600), interval_s=600)
    state, firing = evaluate(alert, state, sample(600 + 1801, None, STALE), at(600 + 1801), interval_s=600)
    assert firing is None


def premium_samples(*premiums: float, every_s: int = 60) -> list[Sample]:
    return [
        sample(n * every_s, 100, licensed=((HK, Decimal(str(100 + premium))),)) for n, premium in enumerate(premiums)
    ]


def test_a_premium_must_last_and_arms_again_below_half():
    alert = spec(AlertKind.PREMIUM, pct=Decimal("0.02"), window_s=180)
    samples = premium_samples(0, 2.1, 1.9, 2, 2.1, 2.2, 2.3, 2.5, 1.1, 2.5, 2.5, 2.5, 2.5, 0.9, 2, 2, 2, -2)
    _, firings = run(alert, samples)
    assert [((firing.at - START).seconds // 60, firing.share) for firing in firings] == [
        (6, Decimal("0.023")),
    ]
    _, firings = run(alert, [*samples[:15], *premium_samples(*[0] * 15, 2, 2, 2, 2)[15:]])
    assert len(firings) == 2


def test_without_a_licensed_venue_a_premium_cannot_be_evaluated():
    alert = spec(AlertKind.PREMIUM, pct=Decimal("0.02"), window_s=180)
    state, _ = run(alert, [*premium_samples(0), sample(60, 100)])
    assert (state.blocked, status(alert, state, at(60))) == (Blocked.NO_VENUE, Status.CANNOT_EVALUATE)
    other = replace(alert, venue="another")
    assert arm(other, premium_samples(0)[0], START).blocked is Blocked.NO_VENUE


# Further conditions.


def test_outside_its_hours_nothing_fires_and_what_still_holds_is_told_when_they_begin():
    night = 15 * 3600  # 03:00 in Hong Kong
    alert = spec(AlertKind.CROSS_BELOW, 95, hours=Hours())
    samples = [sample(0, 100), sample(night, 94), sample(night + 15, 93), sample(20 * 3600, 94)]
    _, firings = run(alert, samples)
    assert [(firing.at, firing.between) for firing in firings] == [(at(20 * 3600), (at(night), at(20 * 3600)))]
    back = [*samples[:3], sample(night + 30, 96), sample(20 * 3600, 96)]
    assert run(alert, back)[1] == []


@pytest.mark.parametrize(("hkt", "holds"), [(7, False), (8, True), (22, True), (23, False), (0, False)])
def test_hours_are_those_of_hong_kong_and_end_before_their_last_minute(hkt: int, holds: bool):
    assert Hours().hold(datetime(2026, 11, 20, tzinfo=UTC) + timedelta(hours=hkt - 8)) is holds


def test_hours_may_go_over_midnight():
    night = Hours(23 * 60, 8 * 60)
    assert night.hold(datetime(2026, 11, 20, 16, tzinfo=UTC))
    assert not night.hold(START)


def test_a_price_that_needs_an_item_fires_when_one_came_before_or_comes_in_time():
    alert = spec(AlertKind.CROSS_BELOW, 95, with_item=ItemCondition(Level.HIGH, "", 600))
    samples = prices(100, 94, 93)
    assert run(alert, samples)[1] == []
    (firing,) = run(alert, samples, items=(at(-500),))[1]
    assert (firing.price_usd, firing.between) == (94, None)
    state, _ = run(alert, samples)
    assert status(alert, state, at(30)) is Status.PENDING
    (firing,) = run(alert, [sample(600, 96)], state, (at(590),))[1]
    assert (firing.price_usd, firing.at, firing.between) == (94, at(600), (at(15), at(600)))
    state, firings = run(alert, [sample(616, 94)], state)
    assert (firings, state.waiting) == ([], None)


def test_a_price_that_needs_an_item_fires_for_a_crossing_in_a_gap():
    alert = spec(AlertKind.CROSS_BELOW, 95, repeat=Repeat.ONCE, with_item=ItemCondition(Level.HIGH, "", 600))
    start = arm(alert, sample(0, 100), START)
    gap = [Bar(at(60 * n), *[Decimal(94 if n == 20 else 100)] * 4) for n in range(60)]
    state, (firing,) = evaluate_bars(alert, start, gap, items=(at(1500),))
    assert (firing.at, firing.late, state.phase) == (at(1200), True, Phase.FIRED)
    assert evaluate_bars(alert, start, gap, items=(at(0),))[1] == ()


def test_the_sample_that_meets_the_awaited_item_is_evaluated_itself():
    alert = spec(AlertKind.CROSS_BELOW, 95, with_item=ItemCondition(Level.HIGH, "", 600))
    state, _ = run(alert, prices(100, 94))
    came = (at(25),)
    # Back above the band for one look only, the very one at which the item is known.
    state, first = run(alert, [sample(30, 96)], state, came)
    assert ([firing.at for firing in first], state.phase) == ([at(30)], Phase.ARMED)
    _, second = run(alert, [sample(45, 94)], state, came)
    assert [firing.at for firing in second] == [at(45)]


def test_a_price_alert_for_once_that_waited_in_vain_is_not_used_up():
    alert = spec(AlertKind.CROSS_BELOW, 95, repeat=Repeat.ONCE, with_item=ItemCondition(Level.HIGH, "", 60))
    state, _ = run(alert, prices(100, 94, *[96] * 10))
    assert state.phase is Phase.ARMED
    state, firings = run(alert, [sample(300, 94)], state, (at(290),))
    assert (len(firings), state.phase) == (1, Phase.FIRED)


def test_a_saved_search_fires_for_an_item_and_keeps_its_record():
    alert = spec(AlertKind.ITEM, with_item=ItemCondition(Level.LOW, "stablecoin"), cooldown_s=900)
    state = arm(alert, None, START)
    assert status(alert, state, START) is Status.ARMED
    state, first = on_item(alert, state, ItemId(5), at(10), sample(0, 100))
    state, second = on_item(alert, state, ItemId(6), at(20))
    assert first is not None
    assert second is not None
    assert (first.item, first.told, second.told, second.times, state.fires) == (5, True, False, 1, 2)
    once = replace(alert, repeat=Repeat.ONCE)
    state, _ = on_item(once, arm(once, None, START), ItemId(5), at(10))
    assert on_item(once, state, ItemId(6), at(20))[1] is None


def test_so_many_readings_in_a_row_must_hold():
    alert = spec(AlertKind.CROSS_BELOW, 95, readings=3)
    assert fired(alert, 100, 94, 94, 96, 94, 93, 92, 91) == [92]
    state, _ = run(alert, prices(100, 94))
    assert (status(alert, state, at(15)), state.seen) == (Status.PENDING, 1)


@pytest.mark.parametrize("kind", [AlertKind.ABOVE, AlertKind.CROSS_ABOVE])
def test_a_reading_handed_in_again_neither_counts_twice_nor_starts_the_count_anew(kind):
    alert = spec(kind, 100, cooldown_s=60, readings=2)
    once = prices(99, 101, 102)
    assert run(alert, [each for each in once for _ in range(2)]) == run(alert, once)
    assert [firing.price_usd for firing in run(alert, once)[1]] == [102]


def test_a_reminder_of_two_venues_is_confirmed_although_its_first_sample_came_twice():
    alert = spec(AlertKind.ABOVE, 100, cooldown_s=60)
    begun, later = sample(15, 101, DEGRADED), sample(35, 101, DEGRADED)
    assert [firing.at for firing in run(alert, [sample(0, 99), begun, begun, later])[1]] == [at(35)]


def test_a_reminder_armed_again_does_not_remind_of_the_sample_that_showed_its_side():
    alert = spec(AlertKind.ABOVE, 100, cooldown_s=60)
    state, _ = run(alert, prices(99, 101))
    state = rearm(alert, state, None, at(200))
    samples = [sample(215, 101), sample(215, 101), sample(230, 101)]
    assert [firing.at for firing in run(alert, samples, state)[1]] == [at(230)]


def test_a_price_at_the_level_uses_up_both_arms_it_reaches():
    alert = spec(AlertKind.CROSS, 100, readings=2)
    assert fired(alert, 99, 101, 100, 100, 100, 100) == [100]
    assert fired(alert, 99, 101, 100, 100, 101, 99, 98) == [100, 98]


def test_a_crossing_either_way_takes_the_rate_of_its_firing_as_the_next_measure():
    alert = spec(AlertKind.CROSS, 95, currency=Currency.HKD, band=Decimal(0))
    state, _ = run(alert, [sample(1, 90, fx=Decimal(1)), sample(3, 96, fx=Decimal("1.02"))])
    assert state.fx == Decimal("1.02")
    assert run(alert, [sample(3, 96, fx=Decimal("1.02"))], state) == (state, [])


# All kinds.

SHARES = [Decimal("0.01"), Decimal("0.05")]
ITEMS = tuple(at(600 * n) for n in range(4))


@st.composite
def specs(draw: st.DrawFn) -> AlertSpec:
    kind = draw(st.sampled_from([kind for kind in AlertKind if kind is not AlertKind.ITEM]))
    level = draw(st.integers(95, 105))
    pct: Decimal | None = draw(st.sampled_from(SHARES))
    if kind is AlertKind.STEP:
        level = draw(st.sampled_from([0, 1, 2, 5]))
        pct = None if level else pct
    return spec(
        kind,
        level,
        upper=Decimal(level + 5),
        band=draw(st.sampled_from([Decimal(0), Decimal("0.0025"), Decimal("0.01")])),
        repeat=draw(st.sampled_from(Repeat)),
        cooldown_s=draw(st.sampled_from([60, 900])),
        pct=pct,
        window_s=3600 if kind in (AlertKind.NEW_HIGH, AlertKind.NEW_LOW) else draw(st.sampled_from([60, 300, 1800])),
        direction=draw(st.sampled_from(Direction)),
        readings=draw(st.sampled_from([1, 1, 2])),
        with_item=draw(st.sampled_from([None, None, ItemCondition(Level.HIGH, "", 300)])),
        hours=draw(st.sampled_from([None, None, Hours(12 * 60, 12 * 60 + 30)])),
        expires_at=draw(st.sampled_from([None, None, at(1500)])),
        currency=draw(st.sampled_from([Currency.USD, Currency.HKD])) if kind is AlertKind.CROSS else Currency.USD,
    )


@st.composite
def series(draw: st.DrawFn) -> list[Sample]:
    steps = draw(
        st.lists(
            st.tuples(
                st.integers(1, 100),
                st.decimals("90", "112", places=1),
                st.sampled_from([OK, OK, OK, *PriceState]),
                st.booleans(),
                st.sampled_from([Decimal(1), Decimal("1.02"), None]),
                st.decimals("90", "112", places=1),
            ),
            max_size=50,
        )
    )
    seconds, out = 0, []
    for step, price, state, held, fx, licensed in steps:
        seconds += step
        has_price = state not in (PriceState.DISPUTED, PriceState.STALE)
        out.append(
            sample(
                seconds,
                price if has_price else None,
                state,
                held=held and len(out) % 7 == 0,
                fx=fx,
                licensed=((HK, licensed),) if len(out) % 5 else (),
            )
        )
    return out


def fold(alert: AlertSpec, samples: list[Sample]) -> tuple[AlertState, list[Firing]]:
    return run(alert, samples, arm(alert, None, START), ITEMS)


def stored(state: AlertState) -> AlertState:
    """A state as it comes back after a restart."""
    return AlertState.from_dict(json.loads(json.dumps(state.to_dict())))


REMINDER = (AlertKind.ABOVE, AlertKind.BELOW)


@given(specs(), st.decimals("80", "120", places=1))
def test_nothing_fires_at_the_making_or_while_the_price_stands_still(alert, price):
    if alert.kind in REMINDER:
        return
    state = arm(alert, sample(0, price, fx=Decimal(1)), START)
    assert run(alert, [sample(15 * n, price, fx=Decimal(1)) for n in range(1, 300, 7)], state, ITEMS)[1] == []


@given(
    st.sampled_from([AlertKind.CROSS, AlertKind.LEAVE_RANGE, AlertKind.ENTER_RANGE]),
    st.sampled_from([Decimal(0), Decimal("0.0025"), Decimal("0.01")]),
    series(),
)
@example(
    AlertKind.CROSS, Decimal("0.01"), [sample(1, 90), sample(5, 101, DEGRADED), sample(6, "99.1"), sample(7, "100.1")]
)
def test_between_two_firings_the_price_was_back_beyond_the_band(kind, band, samples):
    alert = spec(kind, 100, upper=Decimal(105), band=band)
    low, high = (1 - band) * 100, (1 + band) * 100
    _, firings = fold(alert, samples)
    if kind is AlertKind.CROSS:
        # Each side has an arm of its own, so it is the firing before on the same side that counts.
        rises = [firing for firing in firings if firing.price_usd >= 100]
        falls = [firing for firing in firings if firing.price_usd <= 100]
        pairs = [pair for pair in pairwise(rises) if pair[1].price_usd > 100]
        pairs += [pair for pair in pairwise(falls) if pair[1].price_usd < 100]
    else:
        pairs = list(pairwise(firings))
    for earlier, newer in pairs:
        between = [
            each.price_usd
            for each in samples
            if earlier.at <= each.at < newer.at and each.state in (OK, DEGRADED) and not each.held
        ]
        assert newer.price_usd is not None
        if kind is AlertKind.LEAVE_RANGE:
            assert any(high <= price <= 105 * (1 - band) for price in between)
        elif kind is AlertKind.ENTER_RANGE:
            assert any(price <= low or price >= 105 * (1 + band) for price in between)
        elif newer.price_usd > 100:
            assert any(price <= low and price < 100 for price in between)
        else:
            assert any(price >= high and price > 100 for price in between)


@given(series(), st.sampled_from(SHARES))
def test_two_moves_in_a_row_are_each_measured_from_the_one_before(samples, pct):
    alert = spec(AlertKind.MOVE, pct=pct, window_s=60_000)
    state = replace(arm(alert, sample(0, 100), START))
    assert state.memory is not None
    # As if the window had been watched for long.
    state = replace(state, memory=replace(state.memory, warm_from=None))
    _, firings = run(alert, samples, state)
    for earlier, newer in pairwise(firings):
        assert newer.base is not None
        assert newer.base_at is not None
        assert newer.base_at >= earlier.at
        assert newer.price_usd is not None
        assert abs(newer.price_usd / newer.base - 1) >= pct


@given(specs(), series())
def test_nothing_fires_of_a_price_that_cannot_be_trusted(alert, samples):
    trusted = {each.price_usd for each in samples if each.state in (OK, DEGRADED) and not each.held}
    for firing in fold(alert, samples)[1]:
        if alert.kind is AlertKind.NO_PRICE:
            assert firing.state in (SINGLE, STALE, PriceState.DISPUTED)
        else:
            assert firing.state in (OK, DEGRADED)
            assert firing.price_usd in trusted


@given(specs(), series(), st.data())
def test_splits_and_restarts_change_nothing(alert, samples, data):
    whole_state, whole = fold(alert, samples)
    state, firings, rest = arm(alert, None, START), [], list(samples)
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        state, found = run(alert, rest[:size], state, ITEMS)
        firings += found
        rest = rest[size:]
        state = stored(state)
    assert (state, firings) == (whole_state, whole)
    for firing in firings:
        assert Firing.from_dict(json.loads(json.dumps(firing.to_dict()))) == firing
    assert AlertSpec.from_dict(json.loads(json.dumps(alert.to_dict()))) == alert


@pytest.mark.parametrize("kind", [kind for kind in AlertKind if kind is not AlertKind.ITEM])
@pytest.mark.parametrize("values", [(100, 100, 100), (100, 103, 97), (97, 103, 103)])
def test_a_restart_after_every_sample_changes_nothing(kind, values):
    pct = None if kind is AlertKind.STEP else Decimal("0.02")
    alert = spec(kind, 100, upper=Decimal(105), pct=pct, window_s=3600, cooldown_s=60)
    # Without a licensed venue in the first, a premium has no side before the second.
    licensed = [(), *[((HK, Decimal(100)),)] * 2]
    samples = [sample(n, value, licensed=licensed[n]) for n, value in enumerate(values)]
    state = arm(alert, None, START)
    for each in samples:
        state, _ = evaluate(alert, stored(state), each, each.at)
    assert state == run(alert, samples, arm(alert, None, START))[0]


def test_a_premium_that_stays_narrow_leaves_the_very_state_it_was_given_after_a_restart_too():
    alert = spec(AlertKind.PREMIUM, pct=Decimal("0.01"), window_s=60)
    first, again = premium_samples(0, 0)
    state = stored(arm(alert, first, first.at))
    assert evaluate(alert, state, again, again.at)[0] is state


def test_an_alert_that_told_of_no_price_stays_as_it_is_until_there_is_one():
    alert = spec(AlertKind.NO_PRICE, window_s=60)
    state, firings = run(alert, [sample(15 * n, None, STALE) for n in range(1, 6)], arm(alert, None, START))
    assert [firing.at for firing in firings] == [at(75)]
    assert evaluate(alert, state, sample(90, None, STALE), at(90))[0] is state


@given(specs(), series())
@example(
    spec(AlertKind.ABOVE, 95, cooldown_s=60, repeat=Repeat.ONCE, readings=2), prices(90, 90, 90, 95, 95, every_s=1)
)
@example(spec(AlertKind.CROSS, 100, readings=2), prices(99, 101, 100, 100))
@example(spec(AlertKind.PREMIUM, pct=Decimal("0.01"), window_s=60), premium_samples(2))
def test_evaluating_a_sample_again_fires_nothing_again(alert, samples):
    twice = [each for each in samples for _ in range(2)]
    assert fold(alert, twice) == fold(alert, samples)


@given(specs(), series())
def test_once_is_at_most_once_and_nothing_fires_after_the_end_or_outside_the_hours(alert, samples):
    firings = fold(alert, samples)[1]
    assert alert.repeat is Repeat.EVERY or len(firings) <= 1
    for firing in firings:
        assert alert.expires_at is None or firing.at < alert.expires_at
        reached_at = firing.between[0] if alert.with_item and firing.between else firing.at
        assert alert.hours is None or alert.hours.hold(reached_at) or alert.hours.hold(firing.at)


@given(specs(), series(), st.integers(0, 2000))
def test_a_snooze_keeps_the_record_and_holds_the_pop_ups_back(alert, samples, until):
    firings = fold(alert, samples)[1]
    state = snooze(arm(alert, None, START), at(until))
    snoozed = run(alert, samples, state, ITEMS)[1]
    assert [firing.at for firing in snoozed] == [firing.at for firing in firings]
    assert not any(firing.told for firing in snoozed if firing.at < at(until))


@st.composite
def bars(draw: st.DrawFn) -> list[Bar]:
    price, out = 100.0, []
    for n in range(draw(st.integers(0, 60))):
        moves = draw(st.tuples(*[st.integers(-15, 15)] * 4))
        points = [round(price + move / 10, 1) for move in moves]
        values = [Decimal(str(point)) for point in points]
        out.append(Bar(at(60 * n), values[0], max(values), min(values), values[3]))
        price = points[3]
    return out


@given(specs(), bars(), st.booleans())
def test_bars_that_are_skipped_would_have_changed_nothing(alert, found, closes_only):
    """The quick way over bars gives what every price one by one gives."""
    alert = replace(alert, currency=Currency.USD)
    start = arm(alert, sample(0, 100, licensed=((HK, Decimal(100)),)), START)
    state, firings = start, []
    for each in found:
        high_first = each.high - each.open <= each.open - each.low
        extremes = (each.high, each.low) if high_first else (each.low, each.high)
        walk = (each.close,) if closes_only else (each.open, *extremes, each.close)
        for n, price in enumerate(walk):
            moment = each.ends_at if closes_only else each.at + timedelta(seconds=20 * n)
            state, firing = evaluate(alert, state, Sample(moment, price), moment, ITEMS)
            if firing:
                firings.append(firing)
    quick, quick_firings = evaluate_bars(alert, start, found, closes_only=closes_only, late=False, items=ITEMS)
    assert list(quick_firings) == firings
    assert quick == state

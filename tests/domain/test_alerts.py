# SPDX-License-Identifier: MIT
"""Alerts: once for one crossing, never at creation, never from a price that cannot be trusted."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.alerts import (
    AlertKind,
    AlertSpec,
    AlertState,
    Blocked,
    Currency,
    Firing,
    Gap,
    Phase,
    Repeat,
    Sample,
    Status,
    after_gap,
    arm,
    draft_problems,
    evaluate,
    evaluate_bars,
    is_gap,
    is_storm,
    rearm,
    sample_of,
    snooze,
    status,
)
from hkwatch.domain.bars import Bar
from hkwatch.domain.ids import AlertId, VenueId
from hkwatch.domain.item import Level
from hkwatch.domain.price import ConsensusMemory, PriceState, Quote, consensus

START = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
OK, DEGRADED, SINGLE = PriceState.OK, PriceState.DEGRADED, PriceState.SINGLE


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def alert(level: object = 95_000, kind: AlertKind = AlertKind.CROSS_BELOW, **more: object) -> AlertSpec:
    values = {"repeat": Repeat.EVERY, "cooldown_s": 0, **more}
    return AlertSpec(AlertId(7), "BTC", kind, Decimal(str(level)), **values)  # type: ignore[arg-type]


def sample(seconds: float, price: object, state: PriceState = OK, **more: object) -> Sample:
    value = None if price is None else Decimal(str(price))
    return Sample(at(seconds), value, state, **more)  # type: ignore[arg-type]


def run(spec: AlertSpec, samples: list[Sample], state: AlertState | None = None) -> tuple[AlertState, list[Firing]]:
    """Arm on the first sample (unless a state is given) and evaluate the rest."""
    if state is None:
        state = arm(spec, samples[0], samples[0].at)
        samples = samples[1:]
    firings = []
    for each in samples:
        state, firing = evaluate(spec, state, each, each.at)
        if firing is not None:
            firings.append(firing)
    return state, firings


def prices(*values: object, every_s: int = 15) -> list[Sample]:
    return [sample(n * every_s, value) for n, value in enumerate(values)]


# Creation.


@pytest.mark.parametrize(
    ("kind", "price", "phase"),
    [
        (AlertKind.CROSS_BELOW, 95_001, Phase.ARMED),
        (AlertKind.CROSS_BELOW, 95_000, Phase.REARMING),
        (AlertKind.CROSS_BELOW, 90_000, Phase.REARMING),
        (AlertKind.CROSS_ABOVE, 94_999, Phase.ARMED),
        (AlertKind.CROSS_ABOVE, 95_000, Phase.REARMING),
        (AlertKind.CROSS_ABOVE, 99_000, Phase.REARMING),
    ],
)
def test_a_new_alert_is_armed_only_on_the_near_side_of_its_level(kind, price, phase):
    assert arm(alert(kind=kind), sample(0, price), START).phase is phase


def test_without_a_usable_price_the_first_usable_one_decides_and_does_not_fire():
    for first in (None, sample(0, None, PriceState.STALE), sample(0, 94_000, SINGLE), sample(0, 94_000, held=True)):
        state = arm(alert(), first, START)
        assert state.phase is Phase.NEW
        assert status(alert(), state, START) is Status.CANNOT_EVALUATE
        state, firing = evaluate(alert(), state, sample(15, 94_000), at(15))
        assert firing is None
        assert state.phase is Phase.REARMING
        assert state.blocked is None


def test_an_old_sample_arms_nothing():
    assert arm(alert(), sample(0, 96_000), at(181)).phase is Phase.NEW


# Crossings.


def test_a_price_that_falls_through_the_level_fires_once():
    state, firings = run(alert(), prices(95_500, 95_100, 94_990, 94_900, 94_800))
    assert [firing.price_usd for firing in firings] == [94_990]
    assert state.phase is Phase.REARMING
    assert state.fires == 1


def test_exactly_the_level_counts_as_reached_and_counts_once():
    for kind, start in ((AlertKind.CROSS_BELOW, 95_500), (AlertKind.CROSS_ABOVE, 94_500)):
        _, firings = run(alert(kind=kind), prices(start, 95_000, 95_000, 95_000))
        assert len(firings) == 1


def test_a_price_that_only_touches_the_threshold_does_not_fire_twice():
    _, firings = run(alert(), prices(95_500, 95_000, 95_100, 95_000, 95_200, 94_999))
    assert len(firings) == 1


def test_it_arms_again_once_the_price_is_back_beyond_the_band():
    spec = alert(96_000, AlertKind.CROSS_ABOVE)
    assert spec.rearm_level == Decimal("95760")
    _, firings = run(spec, prices(95_000, 96_000, 95_760.01, 96_100))
    assert len(firings) == 1
    _, firings = run(spec, prices(95_000, 96_000, 95_760, 96_100))
    assert len(firings) == 2


def test_without_a_band_the_price_must_be_strictly_on_the_other_side():
    spec = alert(42_000, AlertKind.CROSS_ABOVE, band=Decimal(0))
    _, firings = run(spec, prices(41_990, 42_000, 42_000, 42_010, 42_000, 42_010))
    assert len(firings) == 1
    _, firings = run(spec, prices(41_990, 42_000, 41_999.99, 42_000))
    assert len(firings) == 2


def test_an_alert_for_once_stays_fired():
    state, firings = run(alert(repeat=Repeat.ONCE), prices(95_500, 94_900, 97_000, 94_000, 97_000, 94_000))
    assert len(firings) == 1
    assert state.phase is Phase.FIRED
    assert status(alert(repeat=Repeat.ONCE), state, at(999)) is Status.FIRED
    assert firings[0].rearm_level is None


def test_an_alert_that_fired_can_be_armed_again_and_keeps_its_record():
    spec = alert(repeat=Repeat.ONCE)
    state, _ = run(spec, prices(95_500, 94_900))
    state = rearm(spec, state, sample(60, 95_800), at(60))
    assert (state.phase, state.fires, state.last_fire_price) == (Phase.ARMED, 1, 94_900)
    state, firings = run(spec, [sample(75, 94_000)], state)
    assert len(firings) == 1
    assert state.fires == 2


def test_an_edited_alert_never_fires_at_the_edit():
    state, _ = run(alert(90_000), prices(95_500, 95_400))
    edited = alert(96_000)
    state = rearm(edited, state, sample(30, 95_400), at(30))
    state, firings = run(edited, [sample(45, 95_300)], state)
    assert firings == []
    assert state.phase is Phase.REARMING


def test_a_firing_carries_what_made_it_one():
    seen = (VenueId("alfa"), Decimal(94_990)), (VenueId("bravo"), Decimal(94_991))
    reached = Sample(at(15), Decimal(94_990), OK, fx=Decimal("7.80"), id=41, venues=seen)
    _, firings = run(alert(), [sample(0, 95_500), reached])
    (firing,) = firings
    assert firing == Firing(
        alert_id=AlertId(7),
        asset="BTC",
        kind=AlertKind.CROSS_BELOW,
        level=Decimal(95_000),
        currency=Currency.USD,
        at=at(15),
        price_usd=Decimal(94_990),
        price_hkd=Decimal("740922.00"),
        fx=Decimal("7.80"),
        state=OK,
        venues=seen,
        sample_id=41,
        rearm_level=Decimal("95237.5"),
        spec=alert(),
    )


# Prices that cannot be trusted.


def test_a_price_of_two_venues_fires_only_when_it_still_holds_twenty_seconds_later():
    state, firings = run(alert(), [sample(0, 95_500), sample(15, 94_900, DEGRADED)])
    assert firings == []
    assert status(alert(), state, at(15)) is Status.PENDING
    state, firings = run(alert(), [sample(34.9, 94_900, DEGRADED)], state)
    assert firings == []
    state, firings = run(alert(), [sample(35, 94_900, DEGRADED)], state)
    assert [firing.at for firing in firings] == [at(35)]


def test_a_third_venue_confirms_a_pending_crossing_at_once():
    _, firings = run(alert(), [sample(0, 95_500), sample(15, 94_900, DEGRADED), sample(20, 94_900)])
    assert len(firings) == 1


@pytest.mark.parametrize("between", [sample(25, 95_100, DEGRADED), sample(25, 94_900, SINGLE)])
def test_a_pending_crossing_starts_anew_when_its_samples_do_not_follow_each_other(between):
    state, firings = run(
        alert(), [sample(0, 95_500), sample(15, 94_900, DEGRADED), between, sample(40, 94_900, DEGRADED)]
    )
    assert firings == []
    assert state.pending_since == at(40)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (sample(15, 50_000, SINGLE), Blocked.SINGLE),
        (sample(15, None, PriceState.DISPUTED), Blocked.DISPUTED),
        (sample(15, None, PriceState.STALE), Blocked.NO_PRICE),
    ],
)
def test_a_price_that_cannot_be_trusted_never_fires_and_says_why(bad, why):
    state, firings = run(alert(), [sample(0, 95_500), bad, replace(bad, at=at(60))])
    assert firings == []
    assert (state.blocked, state.blocked_since) == (why, at(15))
    assert status(alert(), state, at(60)) is Status.CANNOT_EVALUATE
    state, firings = run(alert(), [sample(75, 95_400)], state)
    assert (state.blocked, state.blocked_since, firings) == (None, None, [])
    assert status(alert(), state, at(75)) is Status.ARMED


def test_since_when_an_alert_cannot_be_evaluated_survives_a_change_of_the_reason():
    state, _ = run(alert(), [sample(0, 95_500), sample(15, 95_000, SINGLE), sample(30, None, PriceState.STALE)])
    assert (state.blocked, state.blocked_since) == (Blocked.NO_PRICE, at(15))


def test_a_sample_that_lay_about_for_over_three_minutes_never_fires():
    state = arm(alert(), sample(0, 95_500), START)
    state, firing = evaluate(alert(), state, sample(15, 94_000), at(15 + 181))
    assert firing is None
    assert state.blocked is Blocked.NO_PRICE


def test_a_jump_that_waits_for_confirmation_fires_nothing():
    state, firings = run(alert(), [sample(0, 95_500), sample(15, 80_000, held=True), sample(30, 95_400)])
    assert firings == []
    assert state.phase is Phase.ARMED


# Incidents, from quotes to alerts.


def watch(spec: AlertSpec, rounds: list[tuple[object, ...]]) -> list[Firing]:
    memory, state, firings = ConsensusMemory("BTC"), None, []
    for n, quoted in enumerate(rounds):
        now = at(15 * n)
        quotes = [Quote(VenueId(f"v{i}"), "BTC", Decimal(str(p)), now) for i, p in enumerate(quoted) if p is not None]
        result, memory = consensus(quotes, now, 15, memory)
        each = sample_of(result, Decimal("7.8"), n)
        if state is None:
            state = arm(spec, each, now)
            continue
        state, firing = evaluate(spec, state, each, now)
        if firing:
            firings.append(firing)
    return firings


@pytest.mark.parametrize(
    "rounds",
    [
        [(65_760, 65_700, 65_740, 65_720), (8_200, 63_900, 64_200, 63_950), (65_100, 65_000, 65_050, 65_080)],
        [(67_300, 67_350, 67_360, 67_340), (8_900, 67_350, 67_360, 67_340), (60_000, 67_350, 67_360, 67_340)],
        [(87_500, 87_500, 87_600, 87_550), (24_111, 87_500, 87_600, 87_550), (87_400, 87_500, 87_600, 87_550)],
        [(67_300, 67_350), (8_900, 67_350), (8_900, 67_350), (8_900, 67_350), (67_200, 67_300)],
        [(67_300, 67_350, 67_340), (8_900, None, None), (8_900, None, None), (67_300, 67_350, 67_340)],
    ],
)
def test_one_venues_bad_tick_fires_nothing(rounds):
    assert watch(alert(60_000), rounds) == []


def test_the_real_crash_of_december_2024_fires_once():
    path = (98_908, 97_000, 95_100, 94_200, 92_100, 90_500, 92_800, 94_800, 96_589)
    firings = watch(alert(95_000), [(p, p + 20, p - 15) for p in path])
    assert [firing.price_usd for firing in firings] == [94_200]
    assert len(firings[0].venues) == 3


def test_a_real_fall_of_twelve_per_cent_in_one_poll_fires_on_its_second_sample():
    firings = watch(alert(95_000), [(100_000,) * 3, (88_000,) * 3, (88_100,) * 3, (88_000,) * 3])
    assert [firing.price_usd for firing in firings] == [88_100]


# Cooldown, snooze, expiry, storm.


def test_within_the_cooldown_a_crossing_is_recorded_but_not_told():
    spec = alert(cooldown_s=900)
    _, firings = run(spec, [sample(0, 96_000), *(sample(60 * n, 94_900 if n % 2 else 96_000) for n in range(1, 20))])
    assert [(firing.at, firing.told, firing.times) for firing in firings] == [
        (at(60), True, 1),
        (at(180), False, 1),
        (at(300), False, 2),
        (at(420), False, 3),
        (at(540), False, 4),
        (at(660), False, 5),
        (at(780), False, 6),
        (at(900), False, 7),
        (at(1020), True, 8),
        (at(1140), False, 1),
    ]


def test_a_snoozed_alert_records_without_telling():
    state = snooze(arm(alert(), sample(0, 95_500), START), at(100))
    assert status(alert(), state, at(50)) is Status.SNOOZED
    state, firings = run(alert(), [sample(50, 94_000), sample(60, 96_000), sample(110, 94_000)], state)
    assert [firing.told for firing in firings] == [False, True]
    assert firings[1].times == 2
    assert snooze(state, None).snoozed_until is None


def test_an_expired_alert_never_fires():
    spec = alert(expires_at=at(30))
    state, firings = run(spec, [sample(0, 95_500), sample(30, 94_000), sample(45, 93_000)])
    assert firings == []
    assert state.phase is Phase.EXPIRED
    assert state.since == at(30)
    assert arm(spec, sample(31, 95_500), at(31)).phase is Phase.EXPIRED
    assert status(spec, arm(spec, sample(0, 95_500), START), at(30)) is Status.EXPIRED


def test_the_seventh_popup_in_five_minutes_is_one_too_many():
    six = [at(10 * n) for n in range(6)]
    assert not is_storm(six[:5], at(60))
    assert is_storm(six, at(60))
    assert is_storm(six, at(299))
    assert not is_storm(six, at(300))


# Hong Kong dollars.


def hkd(seconds: float, price: object, fx: object) -> Sample:
    return sample(seconds, price, fx=None if fx is None else Decimal(str(fx)))


def test_a_level_in_hong_kong_dollars_is_compared_through_the_rate():
    spec = alert(780_000, AlertKind.CROSS_ABOVE, currency=Currency.HKD)
    _, firings = run(spec, [hkd(0, 99_000, 7.8), hkd(15, 99_999, 7.8), hkd(30, 100_000, 7.8)])
    assert [(firing.at, firing.price_hkd) for firing in firings] == [(at(30), 780_000)]


def test_without_a_rate_a_level_in_hong_kong_dollars_cannot_be_evaluated():
    spec = alert(780_000, currency=Currency.HKD)
    state, firings = run(spec, [hkd(0, 101_000, 7.8), hkd(15, 90_000, None)])
    assert firings == []
    assert state.blocked is Blocked.NO_FX


def test_a_crossing_that_only_the_rate_made_does_not_fire():
    spec = alert(780_000, AlertKind.CROSS_ABOVE, currency=Currency.HKD)
    state, firings = run(spec, [hkd(0, 99_900, 7.8), hkd(15, 99_900, 7.81), hkd(30, 99_900, 7.81)])
    assert firings == []
    assert state.phase is Phase.ARMED
    _, firings = run(spec, [hkd(45, 100_000, 7.81)], state)
    assert len(firings) == 1, "a price that gets there by the old rate too is a real crossing, and not lost"


def test_a_new_rate_becomes_the_measure_once_the_price_is_below_the_level_by_it():
    spec = alert(780_000, AlertKind.CROSS_ABOVE, currency=Currency.HKD)
    state, _ = run(spec, [hkd(0, 99_000, 7.8), hkd(15, 99_000, 7.82)])
    assert state.fx == Decimal("7.82")
    _, firings = run(spec, [hkd(30, 99_800, 7.82)], state)
    assert len(firings) == 1


# Gaps.


@pytest.mark.parametrize(
    ("silent_s", "interval_s", "gap"), [(120, 15, False), (121, 15, True), (180, 60, False), (181, 60, True)]
)
def test_a_gap_is_longer_than_three_intervals_and_than_two_minutes(silent_s, interval_s, gap):
    assert is_gap(START, at(silent_s), interval_s) is gap


def test_before_the_first_price_there_is_no_gap():
    assert not is_gap(None, START, 15)


def test_a_crossing_within_a_gap_is_told_once_and_called_late():
    state = arm(alert(), sample(0, 95_500), START)
    gap = Gap(START, at(3600))
    state, firing = after_gap(alert(), state, sample(3600, 94_000), gap, at(3600))
    assert firing is not None
    assert firing.late
    assert firing.between == (START, at(3600))
    state, firings = run(alert(), [sample(3615, 93_900), sample(3630, 94_100)], state)
    assert firings == []


def test_a_gap_without_a_crossing_leaves_no_trace():
    state = arm(alert(), sample(0, 95_500), START)
    state, firing = after_gap(alert(), state, sample(3600, 95_300), Gap(START, at(3600)), at(3600))
    assert firing is None
    assert state.gap_from is None
    _, firings = run(alert(), [sample(3615, 94_000)], state)
    assert [(firing.late, firing.between) for firing in firings] == [(False, None)]


def test_after_a_gap_two_venues_still_need_twenty_seconds_and_the_crossing_is_still_late():
    state = arm(alert(), sample(0, 95_500), START)
    state, firing = after_gap(alert(), state, sample(3600, 94_000, DEGRADED), Gap(START, at(3600)), at(3600))
    assert firing is None
    _, firings = run(alert(), [sample(3610, 94_000, DEGRADED), sample(3621, 94_000, DEGRADED)], state)
    assert [(firing.late, firing.between) for firing in firings] == [(True, (START, at(3600)))]


@pytest.mark.parametrize("first", [sample(3600, None, PriceState.STALE), sample(3600, 94_000, SINGLE)])
def test_a_gap_lasts_until_a_price_that_can_be_trusted(first):
    state = arm(alert(), sample(0, 95_500), START)
    state, firing = after_gap(alert(), state, first, Gap(START, at(3600)), at(3600))
    assert firing is None
    _, firings = run(alert(), [sample(3615, 94_000)], state)
    assert [firing.between for firing in firings] == [(START, at(3615))]


def test_what_was_pending_before_a_gap_confirms_nothing_after_it():
    state, _ = run(alert(), [sample(0, 95_500), sample(15, 94_900, DEGRADED)])
    state, firing = after_gap(alert(), state, sample(3600, 94_900, DEGRADED), Gap(at(15), at(3600)), at(3600))
    assert firing is None
    assert state.pending_since == at(3600)


def test_an_alert_that_waits_to_rearm_does_not_fire_after_a_gap():
    state, _ = run(alert(), prices(95_500, 94_900))
    state, firing = after_gap(alert(), state, sample(3600, 94_000), Gap(at(15), at(3600)), at(3600))
    assert firing is None
    assert state.phase is Phase.REARMING


def test_a_gap_that_began_before_the_alert_was_made_is_dated_from_its_making():
    state = arm(alert(), sample(0, 95_500), at(100))
    state, firing = after_gap(alert(), state, sample(3600, 94_000), Gap(at(-50), at(3600)), at(3600))
    assert firing is not None
    assert firing.between == (START, at(3600))


# Bars.


def bar(minute: int, *ohlc: object) -> Bar:
    return Bar(at(60 * minute), *(Decimal(str(value)) for value in ohlc))


def test_a_bar_is_walked_open_nearer_extreme_other_extreme_close():
    state = arm(alert(), sample(0, 95_500), START)
    rebound = bar(1, 95_100, 95_400, 94_900, 95_300)  # low is nearer: 94,900 fires, then 95,400 arms again
    state, firings = evaluate_bars(alert(), state, [rebound, bar(2, 95_300, 95_300, 94_950, 94_960)])
    assert [(firing.price_usd, firing.at, firing.late) for firing in firings] == [
        (94_900, at(80), True),
        (94_950, at(160), True),
    ]
    fall = bar(1, 95_300, 95_400, 94_900, 94_950)  # high is nearer: nothing arms again after 94,900
    _, firings = evaluate_bars(alert(), arm(alert(), sample(0, 95_500), START), [fall, bar(2, *[94_950] * 4)])
    assert [firing.at for firing in firings] == [at(100)]


def test_on_closes_wicks_do_not_count():
    state = arm(alert(), sample(0, 95_500), START)
    bars = [bar(1, 95_400, 95_500, 94_000, 95_300), bar(2, 95_300, 95_300, 94_000, 94_990)]
    _, firings = evaluate_bars(alert(), state, bars, closes_only=True, late=False)
    assert [(firing.at, firing.price_usd, firing.late) for firing in firings] == [(at(180), 94_990, False)]


def test_bars_older_than_the_last_change_are_left_out():
    state, _ = run(alert(), [sample(0, 95_500), sample(600, 94_900)])
    after, firings = evaluate_bars(alert(), state, [bar(1, 96_000, 96_000, 94_000, 94_000)])
    assert firings == ()
    assert after == state


def test_bars_of_an_outage_count_although_the_alert_could_not_be_evaluated_meanwhile():
    state, _ = run(alert(), [sample(0, 95_500), sample(75, 95_400, SINGLE), sample(600, None, PriceState.STALE)])
    _, firings = evaluate_bars(alert(), state, [bar(2, 95_400, 95_400, 94_900, 94_950)])
    assert [firing.price_usd for firing in firings] == [94_900]


def test_bars_from_before_an_alert_was_made_do_not_count():
    state = arm(alert(), None, at(600))
    bars = [bar(2, 95_400, 95_400, 95_300, 95_300), bar(3, 95_300, 95_300, 94_000, 94_000)]
    _, firings = evaluate_bars(alert(), state, bars)
    assert firings == ()


def test_bars_that_begin_late_in_a_gap_date_the_crossing_between():
    start = arm(alert(), sample(0, 95_500), START)
    gap = Gap(START, at(7200))
    _, firings = evaluate_bars(alert(), start, [bar(60, 94_000, 94_100, 93_900, 94_000)], gap=gap)
    assert [(firing.late, firing.between) for firing in firings] == [(True, (START, at(3600)))]
    _, firings = evaluate_bars(alert(), start, [bar(1, 94_000, 94_100, 93_900, 94_000)], gap=gap)
    assert [(firing.late, firing.between) for firing in firings] == [(True, None)]
    state, firings = evaluate_bars(alert(), start, [bar(60, 95_400, 95_400, 95_300, 95_400)], gap=gap)
    assert firings == ()
    assert state.gap_from is None


def test_bars_after_the_expiry_fire_nothing():
    spec = alert(expires_at=at(150))
    state = arm(spec, sample(0, 95_500), START)
    state, firings = evaluate_bars(
        spec, state, [bar(1, 95_400, 95_400, 95_300, 95_300), bar(3, 94_000, 94_000, 94_000, 94_000)]
    )
    assert firings == ()
    assert state.phase is Phase.EXPIRED


def test_bars_serve_a_level_in_hong_kong_dollars_with_one_rate():
    spec = alert(780_000, AlertKind.CROSS_ABOVE, currency=Currency.HKD)
    fx = Decimal("7.8")
    state = arm(spec, hkd(0, 99_000, 7.8), START)
    bars = [bar(1, 99_000, 99_900, 98_900, 99_500), bar(2, 99_500, 100_100, 99_400, 99_900)]
    _, firings = evaluate_bars(spec, state, bars, fx=fx)
    assert [firing.price_hkd for firing in firings] == [Decimal("780780.0")]
    blocked, firings = evaluate_bars(spec, state, bars)
    assert firings == ()
    assert blocked.blocked is Blocked.NO_FX


# Drafts and storing.


@pytest.mark.parametrize(
    ("wrong", "keys"),
    [
        ({"level": Decimal(0)}, ("level",)),
        ({"level": Decimal("NaN")}, ("level",)),
        ({"band": Decimal("-0.1")}, ("band",)),
        ({"band": Decimal("0.5"), "cooldown_s": -1}, ("band", "cooldown")),
        ({"expires_at": START}, ("expires",)),
        ({}, ()),
    ],
)
def test_a_draft_names_what_keeps_it_from_being_saved(wrong, keys):
    draft = {"level": Decimal(1), "band": Decimal(0), "cooldown_s": 0, **wrong}
    assert draft_problems(**draft, now=START) == keys


def test_an_impossible_alert_cannot_be_made():
    with pytest.raises(ValueError, match="level"):
        alert(-1)


def test_alert_state_and_firing_survive_a_restart():
    spec = alert("95000.50", expires_at=at(9e6), note="牌照", notify=Level.CRITICAL, currency=Currency.HKD)
    reached = Sample(at(15), Decimal("12000.10"), OK, Decimal("7.8"), 3, venues=((VenueId("alfa"), Decimal("1.10")),))
    state, firings = run(spec, [hkd(0, 95_500, 7.8), reached])
    state = snooze(replace(state, blocked=Blocked.SINGLE, blocked_since=at(1), gap_from=at(2)), at(3))
    firing = replace(firings[0], between=(at(1), at(2)))
    for thing, kind in ((spec, AlertSpec), (state, AlertState), (firing, Firing)):
        assert kind.from_dict(json.loads(json.dumps(thing.to_dict()))) == thing


def test_a_stored_alert_that_is_damaged_names_the_key():
    with pytest.raises(ValueError, match=r"AlertSpec\.level"):
        AlertSpec.from_dict({**alert().to_dict(), "level": "many"})
    with pytest.raises(ValueError, match=r"AlertSpec\.asset is missing"):
        AlertSpec.from_dict({"id": 1})


def test_what_changes_nothing_gives_back_the_same_state():
    state = arm(alert(), sample(0, 95_500), START)
    after, _ = evaluate(alert(), state, sample(15, 95_600), at(15))
    assert after is state


# Properties.

SPECS = st.builds(
    alert,
    st.integers(95, 105),
    st.sampled_from([AlertKind.CROSS_ABOVE, AlertKind.CROSS_BELOW]),
    band=st.sampled_from([Decimal(0), Decimal("0.0025"), Decimal("0.01"), Decimal("0.05")]),
    repeat=st.sampled_from(Repeat),
    cooldown_s=st.sampled_from([0, 60, 900]),
    currency=st.just(Currency.USD),
)


@st.composite
def series(draw: st.DrawFn, states: tuple[PriceState, ...] = tuple(PriceState)) -> list[Sample]:
    steps = draw(
        st.lists(
            st.tuples(st.integers(1, 60), st.decimals("90", "110", places=1), st.sampled_from(states), st.booleans()),
            max_size=60,
        )
    )
    seconds, out = 0, []
    for step, price, state, held in steps:
        seconds += step
        has_price = state not in (PriceState.DISPUTED, PriceState.STALE)
        out.append(sample(seconds, price if has_price else None, state, held=held and len(out) % 5 == 0))
    return out


def fold(spec: AlertSpec, samples: list[Sample]) -> tuple[AlertState, list[Firing]]:
    return run(spec, samples, arm(spec, None, START))


@given(SPECS, st.decimals("1", "200", places=1))
def test_whatever_the_price_nothing_fires_at_creation_or_while_it_stands_still(spec, price):
    state = arm(spec, sample(0, price), START)
    _, firings = run(spec, [sample(15 * n, price) for n in range(1, 10)], state)
    assert firings == []


@given(SPECS, series())
def test_between_two_firings_the_price_was_back_beyond_the_band(spec, samples):
    _, firings = fold(spec, samples)
    for earlier, newer in pairwise(firings):
        between = [
            each.price_usd
            for each in samples
            if earlier.at < each.at < newer.at and each.state in (OK, DEGRADED) and not each.held
        ]
        if spec.is_above:
            assert any(p <= spec.rearm_level and p < spec.level for p in between)
        else:
            assert any(p >= spec.rearm_level and p > spec.level for p in between)


@given(SPECS, series())
def test_every_firing_is_beyond_the_level_and_of_a_price_that_can_be_trusted(spec, samples):
    by_time = {each.at: each for each in samples}
    for firing in fold(spec, samples)[1]:
        assert firing.price_usd >= spec.level if spec.is_above else firing.price_usd <= spec.level
        assert firing.state in (OK, DEGRADED)
        assert not by_time[firing.at].held


@given(SPECS, series(), st.data())
def test_splits_and_restarts_change_nothing(spec, samples, data):
    whole_state, whole = fold(spec, samples)
    state, firings, rest = arm(spec, None, START), [], list(samples)
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        state, found = run(spec, rest[:size], state)
        firings += found
        rest = rest[size:]
        state = AlertState.from_dict(json.loads(json.dumps(state.to_dict())))
    assert (state, firings) == (whole_state, whole)


@given(SPECS, series())
def test_evaluating_a_sample_again_fires_nothing_again(spec, samples):
    once_state, once = fold(spec, samples)
    twice_state, twice = fold(spec, [each for each in samples for _ in range(2)])
    assert (twice_state, twice) == (once_state, once)


@given(SPECS, series())
def test_a_wider_band_never_fires_more_often(spec, samples):
    counts = [
        len(fold(replace(spec, band=Decimal(band)), samples)[1]) for band in ("0", "0.001", "0.01", "0.03", "0.2")
    ]
    assert counts == sorted(counts, reverse=True)


@given(SPECS, series())
def test_an_alert_for_once_fires_at_most_once(spec, samples):
    assert len(fold(replace(spec, repeat=Repeat.ONCE), samples)[1]) <= 1


@given(SPECS, series())
def test_the_cooldown_never_changes_what_is_recorded(spec, samples):
    without = fold(replace(spec, cooldown_s=0), samples)[1]
    with_it = fold(replace(spec, cooldown_s=600), samples)[1]
    assert [firing.at for firing in without] == [firing.at for firing in with_it]


BARS = st.lists(
    st.lists(st.decimals("90", "110", places=1), min_size=4, max_size=4).map(
        lambda found: (found[0], max(found), min(found), found[3])
    ),
    max_size=40,
)


@given(SPECS, BARS, st.booleans())
def test_bars_that_are_skipped_would_have_changed_nothing(spec, found, closes_only):
    """The quick way over bars that stay on one side gives what every price one by one gives."""
    bars = [bar(n, *ohlc) for n, ohlc in enumerate(found)]
    start = arm(spec, sample(0, 100), START)
    state, firings = start, []
    for each in bars:
        high_first = each.high - each.open <= each.open - each.low
        extremes = (each.high, each.low) if high_first else (each.low, each.high)
        walk = (each.close,) if closes_only else (each.open, *extremes, each.close)
        for n, price in enumerate(walk):
            moment = each.ends_at if closes_only else each.at + timedelta(seconds=20 * n)
            state, firing = evaluate(spec, state, Sample(moment, price), moment)
            if firing:
                firings.append(firing)
    quick, quick_firings = evaluate_bars(spec, start, bars, closes_only=closes_only, late=False)
    assert (quick, list(quick_firings)) == (state, firings)

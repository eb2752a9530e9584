# SPDX-License-Identifier: MIT
"""The consensus of several venues: what counts, what is left out, and when there is no price at all."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.ids import VenueId
from hkwatch.domain.price import (
    Consensus,
    ConsensusMemory,
    ConversionRate,
    Exclusion,
    PricePoint,
    PriceState,
    Quote,
    consensus,
    oldest_age_s,
)

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
START = ConsensusMemory("BTC")
VENUES = ("alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf")


def quote(venue: str, price: object, *, age_s: float = 1, **more: object) -> Quote:
    at = NOW - timedelta(seconds=age_s)
    return Quote(VenueId(venue), "BTC", Decimal(str(price)), **{"t_received": at, **more})  # type: ignore[arg-type]


def quotes(*prices: object) -> list[Quote]:
    return [quote(venue, price) for venue, price in zip(VENUES, prices, strict=False)]


def agree(*prices: object, memory: ConsensusMemory = START, now: datetime = NOW) -> tuple[Consensus, ConsensusMemory]:
    found = [
        Quote(VenueId(venue), "BTC", Decimal(str(price)), now)
        for venue, price in zip(VENUES, prices, strict=False)
        if price is not None
    ]
    return consensus(found, now, 15, memory)


def reasons(result: Consensus) -> dict[str, Exclusion]:
    return {out.venue: out.reason for out in result.excluded}


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_three_venues_that_agree_give_their_median():
    result, memory = agree(95_000, 95_010, 95_050)
    assert result.price == 95_010
    assert result.state is PriceState.OK
    assert result.dispersion == Decimal(50) / Decimal(95_010)
    assert result.last_good == PricePoint(Decimal(95_010), NOW) == memory.last_good
    assert [kept.venue for kept in result.kept] == ["alfa", "bravo", "charlie"]


def test_an_even_number_of_venues_gives_the_mean_of_the_middle_two():
    assert agree(95_000, 95_010, 95_020, 95_050)[0].price == 95_015


@pytest.mark.parametrize(
    ("prices", "state", "price"),
    [
        ((95_000, 95_100), PriceState.DEGRADED, 95_050),
        ((95_000, 97_500), PriceState.DISPUTED, None),
        ((95_000,), PriceState.SINGLE, 95_000),
        ((), PriceState.STALE, None),
    ],
)
def test_fewer_than_three_venues_say_how_far_they_can_be_trusted(prices, state, price):
    result, _ = agree(*prices)
    assert (result.state, result.price) == (state, price)


def test_two_venues_two_per_cent_apart_are_not_yet_disputed():
    assert agree(99_000, 101_000)[0].state is PriceState.DEGRADED
    assert agree(98_999, 101_000)[0].state is PriceState.DISPUTED


# Incidents.


def test_one_venue_that_falls_to_8200_is_trimmed_before_it_drags_the_median():
    """The plain median of the four is 58,900: wrong. Trimmed one at a time, two that agree are left."""
    result, _ = agree(8_200, 63_700, 54_100, 63_900)
    assert result.price == 63_800
    assert result.state is PriceState.DEGRADED
    assert reasons(result) == {"alfa": Exclusion.OUTLIER, "charlie": Exclusion.OUTLIER}


def test_one_venue_that_falls_to_8900_does_not_move_the_price():
    result, _ = agree(8_900, 67_350, 67_360, 67_340)
    assert result.price == 67_350
    assert result.state is PriceState.OK


def test_a_venue_on_its_way_back_counts_again_only_near_the_others():
    _, memory = agree(8_900, 67_350, 67_360, 67_340)
    halfway, memory = agree(60_000, 67_350, 67_360, 67_340, memory=memory, now=later(15))
    assert reasons(halfway) == {"alfa": Exclusion.OUTLIER}
    near, memory = agree(65_000, 67_350, 67_360, 67_340, memory=memory, now=later(30))
    assert reasons(near) == {"alfa": Exclusion.OUTLIER}, "3.5 % is within 5 %, but not within half of it"
    back, memory = agree(67_000, 67_350, 67_360, 67_340, memory=memory, now=later(45))
    assert reasons(back) == {}
    assert memory.excluded == frozenset()
    again, _ = agree(65_000, 67_350, 67_360, 67_340, memory=memory, now=later(60))
    assert reasons(again) == {}, "in good standing again, it has the whole 5 %"


def test_one_thin_pair_at_24111_is_left_out():
    result, _ = agree(24_111, 87_500, 87_600, 87_550)
    assert result.price == 87_550
    assert result.state is PriceState.OK


def test_two_venues_of_which_one_is_wrong_give_no_price_and_keep_the_last():
    _, memory = agree(67_350, 67_360)
    result, memory = agree(8_900, 67_360, memory=memory, now=later(15))
    assert result.state is PriceState.DISPUTED
    assert result.price is None
    assert result.last_good == PricePoint(Decimal(67_355), NOW)


def test_a_real_fall_of_ten_per_cent_that_all_venues_share_passes_at_once():
    _, memory = agree(100_000, 100_000, 100_000)
    result, _ = agree(90_000, 90_010, 90_020, memory=memory, now=later(15))
    assert result.price == 90_010
    assert result.state is PriceState.OK
    assert not result.jump_pending


def test_the_real_crash_of_december_2024_is_never_held():
    path = (98_908, 97_000, 94_200, 92_100, 90_500, 92_800, 95_000, 96_589)
    memory = START
    for minute, price in enumerate(path):
        result, memory = agree(price, price + 20, price - 15, memory=memory, now=later(60 * minute))
        assert result.price == price
        assert result.state is PriceState.OK
        assert not result.jump_pending


def test_a_venue_that_leads_a_real_fall_is_out_for_one_poll_only():
    _, memory = agree(100_000, 100_000, 100_000, 100_000)
    first, memory = agree(94_000, 100_000, 99_900, 100_000, memory=memory, now=later(15))
    assert reasons(first) == {"alfa": Exclusion.OUTLIER}
    second, memory = agree(94_000, 94_100, 93_900, 94_050, memory=memory, now=later(30))
    assert reasons(second) == {}
    assert second.price == 94_025


# Jumps.


def test_a_jump_of_more_than_ten_per_cent_waits_for_a_second_sample():
    _, memory = agree(100_000, 100_000, 100_000)
    first, memory = agree(88_000, 88_000, 88_000, memory=memory, now=later(15))
    assert first.jump_pending
    assert first.price == 88_000
    assert first.last_good == PricePoint(Decimal(100_000), NOW)
    second, _ = agree(88_100, 88_100, 88_100, memory=memory, now=later(30))
    assert not second.jump_pending
    assert second.last_good == PricePoint(Decimal(88_100), later(30))


def test_a_jump_that_runs_on_is_confirmed_all_the_same():
    _, memory = agree(100_000, 100_000, 100_000)
    _, memory = agree(88_000, 88_000, 88_000, memory=memory, now=later(15))
    second, _ = agree(77_000, 77_000, 77_000, memory=memory, now=later(30))
    assert not second.jump_pending


def test_a_jump_that_comes_back_leaves_no_trace():
    _, memory = agree(100_000, 100_000, 100_000)
    _, memory = agree(88_000, 88_000, 88_000, memory=memory, now=later(15))
    back, memory = agree(99_900, 99_900, 99_900, memory=memory, now=later(30))
    assert not back.jump_pending
    again, _ = agree(88_000, 88_000, 88_000, memory=memory, now=later(45))
    assert again.jump_pending


def test_a_jump_up_does_not_confirm_a_jump_down():
    _, memory = agree(100_000, 100_000, 100_000)
    _, memory = agree(88_000, 88_000, 88_000, memory=memory, now=later(15))
    other, _ = agree(112_000, 112_000, 112_000, memory=memory, now=later(30))
    assert other.jump_pending


def test_after_a_long_gap_a_distant_price_is_no_jump():
    _, memory = agree(100_000, 100_000, 100_000)
    result, _ = agree(80_000, 80_000, 80_000, memory=memory, now=later(7200))
    assert not result.jump_pending


# What a quote must be.


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (quote("bravo", "NaN"), Exclusion.INVALID),
        (quote("bravo", "Infinity"), Exclusion.INVALID),
        (quote("bravo", 0), Exclusion.INVALID),
        (quote("bravo", -1), Exclusion.INVALID),
        (quote("bravo", 95_000, bid=Decimal(0)), Exclusion.INVALID),
        (quote("bravo", 95_000, bid=Decimal(95_002), ask=Decimal(95_001)), Exclusion.CROSSED),
        (quote("bravo", 95_000, age_s=61), Exclusion.OLD),
        (quote("bravo", 95_000, currency="USDT"), Exclusion.NO_RATE),
        (quote("bravo", 95_000, vote=False), Exclusion.NO_VOTE),
    ],
)
def test_a_quote_that_is_not_usable_says_why(bad, why):
    result, _ = consensus([quote("alfa", 95_000), bad], NOW, 15, START)
    assert reasons(result) == {"bravo": why}
    assert result.state is PriceState.SINGLE


@pytest.mark.parametrize(("interval_s", "oldest"), [(10, 60), (15, 60), (30, 90), (120, 180)])
def test_the_oldest_quote_grows_with_the_interval_up_to_three_minutes(interval_s, oldest):
    assert oldest_age_s(interval_s) == oldest
    at_limit, _ = consensus([quote("alfa", 1, age_s=oldest)], NOW, interval_s, START)
    beyond, _ = consensus([quote("alfa", 1, age_s=oldest + 0.1)], NOW, interval_s, START)
    assert (at_limit.state, beyond.state) == (PriceState.SINGLE, PriceState.STALE)


def test_the_venues_own_time_counts_before_the_time_of_receipt():
    old = quote("alfa", 95_000, t_received=NOW, t_source=NOW - timedelta(seconds=90))
    assert reasons(consensus([old], NOW, 15, START)[0]) == {"alfa": Exclusion.OLD}


def test_a_venue_whose_clock_runs_ahead_is_stamped_on_receipt_and_named():
    ahead = quote("alfa", 95_000, age_s=5, t_source=NOW + timedelta(seconds=6))
    result, _ = consensus([ahead], NOW, 15, START)
    assert result.skewed == ("alfa",)
    assert result.kept[0].age_s == 5
    slightly = quote("alfa", 95_000, age_s=5, t_source=NOW + timedelta(seconds=4))
    assert consensus([slightly], NOW, 15, START)[0].skewed == ()


def test_a_skewed_clock_cannot_keep_an_old_quote_alive():
    ahead = quote("alfa", 95_000, age_s=100, t_source=NOW + timedelta(hours=1))
    assert reasons(consensus([ahead], NOW, 15, START)[0]) == {"alfa": Exclusion.OLD}


def test_a_stablecoin_quote_is_converted_at_the_measured_rate():
    rates = {"USDT": ConversionRate(Decimal("0.999"), NOW)}
    result, _ = consensus([quote("alfa", 100_000, currency="USDT")], NOW, 15, START, rates)
    assert result.price == Decimal("99900")


@pytest.mark.parametrize(
    "rate",
    [
        ConversionRate(Decimal("0.979"), NOW),
        ConversionRate(Decimal("1.021"), NOW),
        ConversionRate(Decimal("0.999"), NOW - timedelta(seconds=181)),
    ],
)
def test_a_stablecoin_off_its_peg_or_of_unknown_worth_loses_its_vote(rate):
    result, _ = consensus([quote("alfa", 100_000, currency="USDT")], NOW, 15, START, {"USDT": rate})
    assert reasons(result) == {"alfa": Exclusion.NO_RATE}


def test_a_coin_nobody_listed_never_votes():
    result, _ = consensus([quote("alfa", 24_111, currency="USD1")], NOW, 15, START)
    assert reasons(result) == {"alfa": Exclusion.NO_RATE}


def test_a_venue_without_a_vote_is_shown_with_its_premium():
    shown = quote("zulu", 96_000, vote=False)
    result, _ = consensus([*quotes(95_000, 95_000, 95_000), shown], NOW, 15, START)
    assert result.excluded[0].deviation == Decimal(96_000) / Decimal(95_000) - 1


def test_of_two_quotes_of_one_venue_the_newer_counts_once():
    result, _ = consensus([quote("alfa", 95_000, age_s=1), quote("alfa", 90_000, age_s=20)], NOW, 15, START)
    assert result.price == 95_000
    assert len(result.kept) == 1


def test_a_quote_of_another_asset_is_a_mistake():
    with pytest.raises(ValueError, match="ETH"):
        consensus([Quote(VenueId("alfa"), "ETH", Decimal(1), NOW)], NOW, 15, START)


def test_a_venue_left_out_stays_so_while_nobody_vouches_for_it():
    _, memory = agree(8_900, 67_350, 67_360, 67_340)
    alone, memory = agree(8_900, memory=memory, now=later(15))
    assert alone.state is PriceState.SINGLE
    assert memory.excluded == {"alfa"}
    assert memory.last_good == PricePoint(Decimal(67_350), NOW)


def test_two_camps_of_equal_size_are_decided_by_the_last_good_price():
    _, memory = agree(60_000, 60_000, 60_000, 60_000)
    result, _ = agree(60_000, 60_000, 67_000, 67_000, memory=memory, now=later(15))
    assert result.price == 60_000
    assert result.state is PriceState.DEGRADED


def test_the_memory_survives_a_restart():
    memory = ConsensusMemory(
        "BTC", frozenset({VenueId("alfa")}), PricePoint(Decimal("1.50"), NOW), PricePoint(Decimal(2), NOW)
    )
    assert ConsensusMemory.from_dict(memory.to_dict()) == memory
    assert ConsensusMemory.from_dict(START.to_dict()) == START


PRICES = st.lists(st.decimals("0.01", "1000000", places=2), min_size=0, max_size=7)


@given(PRICES, st.randoms())
def test_the_order_of_the_quotes_does_not_matter(prices, random):
    given_order = quotes(*prices)
    shuffled = random.sample(given_order, len(given_order))
    assert consensus(given_order, NOW, 15, START) == consensus(shuffled, NOW, 15, START)


@given(PRICES)
def test_every_venue_is_kept_or_left_out_and_the_price_lies_between_the_kept(prices):
    result, memory = agree(*prices)
    assert len(result.kept) + len(result.excluded) == len(prices)
    kept = [each.price_usd for each in result.kept]
    if result.price is not None:
        assert min(kept) <= result.price <= max(kept)
    assert memory.excluded == {out.venue for out in result.excluded}


@given(st.lists(st.decimals("99000", "101000", places=2), min_size=3, max_size=6), st.decimals("0.01", "10000000"))
def test_one_wrong_venue_never_moves_the_price_beyond_the_honest_ones(honest, wrong):
    result, _ = agree(*honest, wrong)
    assert result.price is not None
    assert min(honest) <= result.price <= max(honest)


@given(st.lists(st.decimals("99000", "101000", places=2), min_size=3, max_size=7), st.decimals("0.5", "1.5", places=4))
def test_a_move_that_all_venues_share_leaves_nobody_out(before, factor):
    _, memory = agree(*before)
    result, _ = agree(*[price * factor for price in before], memory=memory, now=later(15))
    assert result.state is PriceState.OK
    assert result.excluded == ()

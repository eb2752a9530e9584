# SPDX-License-Identifier: MIT
from dataclasses import replace
from datetime import timedelta

import pytest

from hkwatch.domain.register import APPLICANTS, CLOSING, ISSUERS, LICENSED, ChangeKind, RegisterRow, Snapshot
from hkwatch.domain.register_diff import Quarantine
from hkwatch.domain.register_watch import Belief, Observed, accept, observe
from registers import AT, snapshot

ROWS = tuple(RegisterRow(LICENSED, f"Example {n} Limited", ce=f"ZZZ00{n}", platform=f"P{n}") for n in range(8))
PAGE = snapshot(*ROWS, lists=(APPLICANTS, CLOSING))
SHAPELESS = Quarantine("no-tables", "The page has none of the register's tables.")


def after(*steps: tuple[float, Snapshot | Quarantine]) -> Observed:
    """What the last of (minutes, reading) leads to, with `PAGE` as the baseline."""
    found = observe(Belief(), PAGE, AT)
    for minutes, reading in steps:
        found = observe(found.belief, reading, AT + timedelta(minutes=minutes))
    return found


def without(*places: int) -> Snapshot:
    return replace(PAGE, rows=tuple(row for n, row in enumerate(ROWS) if n not in places))


def test_of_the_first_reading_nothing_is_told() -> None:
    found = after()
    assert (found.is_baseline, found.told) == (True, ())


def test_a_removal_is_told_only_when_a_second_reading_ten_minutes_later_says_so() -> None:
    found = after((60, without(3)))
    assert found.told == ()
    assert found.belief.confirm_at == AT + timedelta(minutes=70)
    assert after((60, without(3)), (69, without(3))).told == ()
    (change,) = after((60, without(3)), (69, without(3)), (70, without(3))).told
    assert (change.kind, change.row) == (ChangeKind.REMOVED, ROWS[3])
    assert after((60, without(3)), (70, without(3)), (80, without(3))).told == ()


def test_a_row_that_is_missing_once_is_never_told() -> None:
    assert after((60, without(3)), (70, PAGE)).told == ()
    assert after((60, without(3)), (70, PAGE), (90, without(3))).told == ()


def closing(*places: int) -> Snapshot:
    moved = (replace(ROWS[place], list=CLOSING) for place in places)
    return replace(PAGE, rows=(*without(*places).rows, *moved), said_empty=frozenset((APPLICANTS,)))


def test_a_row_that_was_missing_and_stands_on_another_list_has_moved() -> None:
    (change,) = after((60, without(3)), (70, closing(3))).told
    assert (change.kind, change.from_list, change.leaves_licensed) == (ChangeKind.MOVED, LICENSED, True)


def test_a_licence_that_goes_to_another_list_is_told_when_a_second_reading_says_so() -> None:
    assert after((60, closing(3))).told == ()
    assert after((60, closing(3)), (70, PAGE)).told == ()
    assert [one.kind for one in after((60, closing(3)), (70, closing(3))).told] == [ChangeKind.MOVED]
    assert after((60, closing(3)), (70, closing(3)), (80, closing(3))).told == ()


def test_headings_that_change_places_for_one_reading_tell_nothing() -> None:
    few = replace(PAGE, rows=ROWS[:2])
    swapped = replace(
        few, rows=tuple(replace(row, list=CLOSING) for row in ROWS[:2]), said_empty=frozenset((LICENSED,))
    )
    swapped = replace(swapped, said_empty=frozenset((LICENSED, APPLICANTS)))
    first = observe(Belief(), few, AT)
    second = observe(first.belief, swapped, AT + timedelta(hours=1))
    third = observe(second.belief, few, AT + timedelta(hours=2))
    assert (second.told, third.told) == ((), ())
    assert third.belief.missing == ()


def test_a_page_without_shape_between_two_readings_starts_the_confirmation_anew() -> None:
    assert after((60, without(3)), (65, SHAPELESS), (75, without(3))).told == ()
    assert len(after((60, without(3)), (65, SHAPELESS), (75, without(3)), (85, without(3))).told) == 1


def test_what_was_added_is_told_at_once_and_only_once() -> None:
    more = replace(PAGE, rows=(*ROWS, RegisterRow(LICENSED, "Example New Limited", ce="ZZZ099")))
    (change,) = after((60, more)).told
    assert change.kind is ChangeKind.ADDED
    assert after((60, more), (120, more)).told == ()


def test_a_firm_that_left_and_comes_again_is_said_to_be_back() -> None:
    (change,) = after((60, without(3)), (70, without(3)), (120, PAGE)).told
    assert change.kind is ChangeKind.REAPPEARED


def test_a_quarantine_that_reads_the_same_for_a_day_is_noticed_once() -> None:
    hours = [(60.0 * hour, without(1, 2, 3)) for hour in range(1, 26)]
    assert not any(after(*hours[:count]).notice for count in range(1, 25))
    assert after(*hours).notice
    assert not after(*hours, (60 * 26, without(1, 2, 3))).notice


def test_a_quarantine_that_reads_otherwise_starts_its_day_anew() -> None:
    steps = [(60.0, without(1, 2, 3)), (60.0 * 20, without(1, 2, 3, 4)), (60.0 * 26, without(1, 2, 3, 4))]
    assert not after(*steps).notice


def test_a_quarantine_is_over_when_the_page_has_its_shape_again() -> None:
    found = after((60, SHAPELESS), (120, PAGE))
    assert (found.belief.held, found.told) == (None, ())


def test_accepting_a_layout_tells_what_is_new_and_never_what_is_gone() -> None:
    columns = {LICENSED: frozenset(("name_en", "ce", "date"))}
    new = RegisterRow(LICENSED, "Example New Limited", ce="ZZZ099")
    changed = Snapshot("sfc-vatp", (LICENSED,), (*(replace(row, platform="") for row in ROWS[:4]), new), columns)
    held = after((60, changed))
    assert held.belief.held is not None
    found = accept(held.belief)
    assert [(change.kind, change.row.name_en) for change in found.told] == [(ChangeKind.ADDED, "Example New Limited")]
    assert found.belief.held is None
    assert observe(found.belief, changed, AT + timedelta(hours=3)).told == ()


def accepted(reading: Snapshot, baseline: Snapshot = PAGE) -> Observed:
    """What accepting a reading leads to that is held an hour after the baseline."""
    first = observe(Belief(), baseline, AT)
    held = observe(first.belief, reading, AT + timedelta(hours=1))
    assert held.belief.held is not None
    assert held.belief.held.quarantine.reason == "rows-gone"
    return accept(held.belief)


def later(found: Observed, hours: float, reading: Snapshot | Quarantine) -> Observed:
    return observe(found.belief, reading, AT + timedelta(hours=hours))


def test_rows_whose_loss_is_accepted_are_told_when_the_next_reading_lacks_them_too() -> None:
    found = accepted(without(1, 2, 3))
    assert found.told == ()
    assert found.belief.held is None
    assert found.belief.confirm_at is not None
    found = later(found, 2, without(1, 2, 3))
    assert found.belief.held is None
    assert [(one.kind, one.row) for one in found.told] == [(ChangeKind.REMOVED, ROWS[place]) for place in (1, 2, 3)]
    assert later(found, 3, without(1, 2, 3)).told == ()


def test_rows_whose_loss_is_accepted_and_that_come_back_are_never_told() -> None:
    found = later(accepted(without(1, 2, 3)), 2, PAGE)
    assert (found.told, found.belief.missing, found.belief.held) == ((), (), None)
    assert later(found, 3, without(1, 2, 3)).belief.held is not None


def test_more_rows_that_go_after_an_accepted_loss_are_judged_by_themselves() -> None:
    found = later(accepted(without(1, 2, 3)), 2, without(1, 2, 3, 4, 5, 6))
    assert found.belief.held is not None
    assert found.told == ()


def test_an_accepted_loss_outlives_a_page_without_shape_and_is_then_confirmed_anew() -> None:
    found = later(accepted(without(1, 2, 3)), 2, SHAPELESS)
    assert found.belief.confirm_at is None
    assert later(found, 2.1, without(1, 2, 3)).told == ()
    found = later(later(found, 2.1, without(1, 2, 3)), 2.5, without(1, 2, 3))
    assert [one.row for one in found.told] == [ROWS[place] for place in (1, 2, 3)]


def test_the_last_issuer_is_told_removed_only_after_its_loss_was_accepted_and_confirmed() -> None:
    issuer = RegisterRow(ISSUERS, "Example Coin Limited", ce="FRS99")
    page = snapshot(issuer, register="hkma-stablecoin")
    none = replace(page, rows=(), said_empty=frozenset((ISSUERS,)))
    found = accepted(none, page)
    assert found.told == ()
    assert [(one.kind, one.row) for one in later(found, 2, none).told] == [(ChangeKind.REMOVED, issuer)]


def test_a_licence_that_moved_in_an_accepted_page_is_told_with_the_next_reading() -> None:
    found = accepted(closing(1, 2, 3))
    assert found.told == ()
    assert [one.kind for one in later(found, 2, closing(1, 2, 3)).told] == [ChangeKind.MOVED] * 3


def test_a_page_in_which_nothing_could_be_read_cannot_be_accepted() -> None:
    with pytest.raises(ValueError, match="no reading"):
        accept(after((60, SHAPELESS)).belief)


def test_a_first_page_that_is_out_of_shape_is_no_baseline() -> None:
    found = observe(Belief(), replace(PAGE, rows=(), said_empty=frozenset()), AT)
    assert (found.is_baseline, found.belief.known) == (False, None)
    assert observe(found.belief, PAGE, AT).is_baseline

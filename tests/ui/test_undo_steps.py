# SPDX-License-Identifier: MIT
"""The user's last marks: twenty are kept, each is undone once; and what a row shows until the engine answers."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from inbox_rows import hkt, make_row

from hkwatch.domain.commands import Mark
from hkwatch.domain.ids import CommandId
from hkwatch.domain.item import ItemState, Level
from hkwatch.ui.pending_marks import PendingMarks, with_mark, without_mark
from hkwatch.ui.undo_steps import LIMIT, Step, UndoSteps

ROW = make_row(hkt(19, 9, 0), level=Level.CRITICAL, needs_ack=True)
OWN = [mark for mark in Mark if mark is not Mark.SEEN]


def a_step(number: int) -> Step:
    return Step((CommandId(f"c{number}"),), Mark.STAR, 1)


def test_twenty_steps_are_kept_and_undone_from_the_last() -> None:
    steps = UndoSteps()
    for number in range(LIMIT + 5):
        steps.push(a_step(number))
    assert [steps.pop() for _ in range(LIMIT)] == [a_step(number) for number in reversed(range(5, LIMIT + 5))]
    assert steps.pop() is None


def test_a_step_is_undone_once_and_one_that_failed_never() -> None:
    steps = UndoSteps()
    for number in range(3):
        steps.push(a_step(number))
    assert steps.take(a_step(1))
    assert not steps.take(a_step(1))
    steps.forget(CommandId("c2"))
    assert steps.pop() == a_step(0)


@given(st.lists(st.tuples(st.sampled_from(OWN), st.sampled_from(["", "why"])), max_size=8))
def test_a_row_goes_back_the_way_it_came(marks: list[tuple[Mark, str]]) -> None:
    rows = [ROW]
    for mark, note in marks:
        rows.append(with_mark(rows[-1], mark, note))
    row = rows[-1]
    for (mark, _), before in zip(reversed(marks), reversed(rows[:-1]), strict=True):
        row = without_mark(row, before, mark)
        assert row == before


def test_an_undo_on_its_way_is_shown_over_a_mark_on_its_way() -> None:
    pending = PendingMarks()
    pending.add(CommandId("a"), [ROW.id], Mark.ACKNOWLEDGE, "told the desk")
    assert pending.apply(ROW).note == "told the desk"
    pending.add_undo(CommandId("u"), [ROW], Mark.ACKNOWLEDGE)
    assert pending.apply(ROW) == ROW
    stored = replace(ROW, state=ItemState.READ, acknowledged=True, needs_ack=False, note="told the desk")
    assert pending.take(CommandId("a")) == (ROW.id,)
    assert pending.apply(stored) == ROW

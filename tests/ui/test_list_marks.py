# SPDX-License-Identifier: MIT
"""Marks on the list: many in several commands, none on what was never shown, none that cannot be sent."""

import itertools

from inbox_rows import NAMES, NOW, hkt, make_row
from PySide6.QtWidgets import QApplication

from hkwatch.domain.commands import Command, Mark, MarkItems, UndoMarks
from hkwatch.domain.events import CommandDone
from hkwatch.domain.ids import CommandId, ItemId
from hkwatch.ui.inbox import InboxModel
from hkwatch.ui.list_marks import ListMarks

ROWS = [make_row(hkt(19, hour, 0)) for hour in (17, 16, 15)]
IDS = tuple(row.id for row in ROWS)


class List:
    def __init__(self) -> None:
        self.model = InboxModel()
        self.model.set_rows(ROWS, NOW, "en", NAMES)
        self.sent: list[Command] = []
        self.is_open = True
        numbers = itertools.count()
        self.marks = ListMarks(self.model, self._send, lambda: CommandId(f"c{next(numbers)}"), lambda: True)

    def _send(self, command: Command) -> bool:
        if self.is_open:
            self.sent.append(command)
        return self.is_open


def test_a_long_list_goes_out_in_parts_and_is_undone_as_one(qapp: QApplication) -> None:
    here = List()
    items = tuple(ItemId(number) for number in range(1, 5001))
    here.marks.set_read((*IDS, *items))
    assert [len(one.items) for one in here.sent if isinstance(one, MarkItems)] == [2000, 2000, 1003]
    step = here.marks.undo_last()
    assert step is not None
    assert step.count == 5003
    undone = [one.of for one in here.sent if isinstance(one, UndoMarks)]
    assert undone == [one.id for one in here.sent if isinstance(one, MarkItems)]
    assert [row and row.state for row in map(here.marks.row, IDS)] == [row.state for row in ROWS]


def test_what_waits_behind_the_pill_is_not_marked_with_the_list(qapp: QApplication) -> None:
    here = List()
    late = make_row(hkt(19, 18, 0))
    here.model.hold([late])
    here.marks.set_read((late.id, *IDS))
    (command,) = here.sent
    assert isinstance(command, MarkItems)
    assert command.items == IDS


def test_what_cannot_be_sent_is_neither_shown_nor_a_step(qapp: QApplication) -> None:
    here = List()
    here.is_open = False
    assert not here.marks.set(IDS, Mark.STAR, own=True)
    assert here.marks.undo_last() is None
    assert not any(row and row.starred for row in map(here.marks.row, IDS))


def test_a_mark_that_failed_is_no_step_and_names_its_items(qapp: QApplication) -> None:
    here = List()
    here.marks.set(IDS, Mark.STAR, own=True)
    assert set(here.marks.on_done(CommandDone(CommandId("c0"), "The disk is full."))) == set(IDS)
    assert here.marks.undo_last() is None


def test_what_the_program_marks_is_no_step_but_stays_in_the_view(qapp: QApplication) -> None:
    here = List()
    here.marks.set(IDS[:1], Mark.READ)
    assert here.marks.undo_last() is None
    assert here.marks.held == {IDS[0]}

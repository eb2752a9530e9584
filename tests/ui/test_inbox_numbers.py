# SPDX-License-Identifier: MIT
"""The numbers over the list come after its rows; those of former rows say that they are."""

import threading
from collections.abc import Iterator
from typing import cast

import pytest
from inbox_rows import NAMES, two_days
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hkwatch.domain.item import Level
from hkwatch.domain.query import Query, QueryError
from hkwatch.domain.query_known import Known
from hkwatch.services.inbox import Counts, InboxReader, Page
from hkwatch.ui.inbox import ChipsRow, InboxPane
from hkwatch.ui.inbox.chips import Chip
from hkwatch.ui.inbox_loading import Loaded, Wanted
from hkwatch.ui.inbox_numbers import InboxNumbers
from hkwatch.ui.inbox_query import Filter
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread
from patience import PATIENCE_S


class Counting:
    """A reader that counts when it is let."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.total = 11
        self.problem: QueryError | None = None

    def counts(self, _query: Query) -> Counts:
        assert self.gate.wait(PATIENCE_S)
        high = {(Level.HIGH, "sfc"): 2, (Level.NORMAL, "hkma"): self.total - 2}
        return Counts(self.total, {Level.HIGH: 2}, {"sfc": 2, "hkma": self.total - 2}, capped=False, by_both=high)

    def unknown_name(self, _query: Query, _known: Known) -> QueryError | None:
        return self.problem


class Stage(QObject):
    """The list, its numbers and the thread that counts."""

    def __init__(self, pane: InboxPane) -> None:
        super().__init__()
        self.pane, self.reader = pane, Counting()
        self.reads: ReadThread[InboxReader] = ReadThread(cast(InboxReader, self.reader))
        self.errors: list[Exception] = []
        self.numbers = InboxNumbers(pane, self.reads, self.on_error)
        self.numbers.set_words("en", NAMES, ("sfc", "hkma"))

    def on_error(self, error: Exception) -> None:
        self.errors.append(error)

    def load(self, text: str) -> None:
        """Rows for what is in the box have come."""
        self.pane.field.set_text(text)
        wanted = Filter(text=text)
        asked = Wanted(
            wanted, wanted.whole(), wanted.without_chips(), wanted.whole(), Known(), None, 1, None, (), keep_place=False
        )
        self.numbers.give_up()
        self.numbers.count(Loaded(asked, Page(tuple(two_days()), more=False), 3.0, (), 0))

    @property
    def names(self) -> list[str]:
        """What is read out of each chip."""
        return [chip.accessibleName() for chip in chips(self.pane.chips)]


def chips(row: ChipsRow) -> list[Chip]:
    return sorted((chip for chip in row.findChildren(Chip) if not chip.isHidden()), key=lambda chip: chip.x())


@pytest.fixture
def stage(marks: Marks, qtbot: QtBot) -> Iterator[Stage]:
    pane = InboxPane(marks)
    qtbot.addWidget(pane)
    pane.resize(900, 500)
    pane.show()
    made = Stage(pane)
    yield made
    made.reader.gate.set()
    made.reads.end()


def test_numbers_follow_the_rows(stage: Stage, qtbot: QtBot) -> None:
    stage.load("")
    assert stage.names == []
    stage.reader.gate.set()
    qtbot.waitUntil(lambda: stage.names == ["All, 11", "High, 2", "SFC, 2", "HKMA, 9"])


def test_numbers_that_are_late_are_not_told_as_those_of_the_new_rows(stage: Stage, qtbot: QtBot) -> None:
    stage.reader.gate.set()
    stage.load("")
    qtbot.waitUntil(lambda: "All, 11" in stage.names)
    stage.reader.gate.clear()
    stage.reader.total = 5
    stage.load("custody")
    assert "All, 11" in stage.names, "for a moment they may stay as they are"
    qtbot.waitUntil(lambda: stage.names == ["All", "High", "SFC", "HKMA"])
    assert "items" not in stage.pane.search.line.plain_text
    stage.reader.gate.set()
    qtbot.waitUntil(lambda: "All, 5" in stage.names)
    assert "5 items in" in stage.pane.search.line.plain_text


def test_a_chip_is_on_as_soon_as_its_rows_are_there(stage: Stage, qtbot: QtBot) -> None:
    stage.reader.gate.set()
    stage.load("")
    qtbot.waitUntil(lambda: "High, 2" in stage.names)
    stage.reader.gate.clear()
    stage.load("level:high")
    assert stage.pane.chips.on == ["level:high"]


def test_the_numbers_of_rows_that_were_replaced_never_come(stage: Stage, qtbot: QtBot) -> None:
    stage.load("custody")
    stage.load("licence")
    stage.reader.gate.set()
    qtbot.waitUntil(lambda: "All, 11" in stage.names)
    assert "licence" in stage.pane.search.line.plain_text
    assert stage.errors == []


def test_a_complaint_about_what_is_typed_outlives_the_numbers_of_the_rows_before(stage: Stage, qtbot: QtBot) -> None:
    stage.load("custody")
    stage.pane.search.set_error("type: needs a value")
    stage.numbers.is_complaint_shown = True
    stage.reader.gate.set()
    qtbot.waitUntil(lambda: "All, 11" in stage.names)
    assert stage.pane.search.line.plain_text.startswith("type: needs a value")

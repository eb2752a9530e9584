# SPDX-License-Identifier: MIT
"""The tab of stories: choose an entity, see everything known of it in order of time, and the count of licences."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hkwatch.domain.fold import Folder
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.register import LICENSED, RegisterRow
from hkwatch.domain.register_history import Moment, PastEvent, counts, story
from hkwatch.services.register_board import Board
from hkwatch.ui.dialogs import plain
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.licences.chart import CountsChart
from hkwatch.ui.licences.table import AnyCell, Cell, TextTable
from hkwatch.ui.licences.words import day_cell, kind_name, list_name, what_changed
from hkwatch.ui.marks import Marks

translate = QCoreApplication.translate

_ALL = "all"


class TimelineTab(QWidget):
    """What it shows comes in with `set_board`."""

    def __init__(self, marks: Marks, folder: Folder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self.language = "en"
        """Of the interface: dates are shown in it."""
        self._rows: list[RegisterRow] = []
        self.who = QComboBox()
        self.who.setMinimumWidth(320)
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chart = CountsChart(marks)
        self.caption = plain("", "muted")
        self.note = plain("", "muted")
        self.table = TextTable(marks, folder)
        self.empty = EmptyState(marks)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        top = QVBoxLayout()
        top.setContentsMargins(8, 10, 8, 6)
        top.setSpacing(6)
        top.addWidget(self.caption)
        top.addWidget(self.chart)
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 10)
        line.setSpacing(12)
        line.addWidget(self.who, 1)
        line.addWidget(self.note)
        line.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addLayout(line)
        box.addWidget(self.stack, 1)
        self.who.currentIndexChanged.connect(self._fill)

    def set_board(self, board: Board | None, now: datetime) -> None:
        """Show a board; None = it is being read."""
        self._board = board
        self.who.setAccessibleName(translate("Licences", "Whose timeline"))
        self.table.setAccessibleName(translate("Licences", "Timeline"))
        self.caption.setText(translate("Licences", "Licensed platforms over time; dashed before hkwatch looked itself"))
        self.note.setText(translate("Licences", "◇ not from hkwatch's own observation"))
        before = self.who.currentText()
        rows: dict[str, RegisterRow] = {}
        if board is not None:
            seen = [row for one in board.changes for row in (one.change.new, one.change.old) if row is not None]
            known = [fact.row() for fact in board.past]
            for row in (*(stored.row for _, stored in board.rows), *seen, *known):
                rows.setdefault(_label(row), row)
        self._rows = list(rows.values())
        self.who.blockSignals(True)
        self.who.clear()
        self.who.addItem(translate("Licences", "Everyone"), _ALL)
        for label in rows:
            self.who.addItem(label)
        self.who.setCurrentIndex(max(0, self.who.findText(before)))
        self.who.blockSignals(False)
        if board is not None:
            platforms = next((one for one in board.registers if one.adapter == "sfc-vatp"), None)
            start = platforms.baseline_at if platforms is not None else None
            held = sum(row.list == LICENSED for _, row in board.baseline)
            self.chart.show_points(counts(board.past, start, held, board.seen(), now), self.language)
        self._fill()

    def show_row(self, row: RegisterRow) -> None:
        """The story of a row."""
        place = self.who.findText(_label(row))
        if place < 0:
            self._rows.append(row)
            self.who.addItem(_label(row))
            place = self.who.count() - 1
        self.who.setCurrentIndex(place)

    def _fill(self) -> None:
        heads = [
            translate("Licences", "Day"),
            translate("Licences", "Event"),
            translate("Licences", "Name"),
            translate("Licences", "What"),
            translate("Licences", "Known from"),
        ]
        found = self._moments()
        self.table.fill(heads, [(_texts(one, self.language), one) for one in found])
        self.stack.setCurrentWidget(self.table if found else self.empty)
        if self._board is None:
            self.empty.tell("history", translate("Licences", "Reading the registers…"))
        else:
            self.empty.tell("history", translate("Licences", "Nothing is known of it."))

    def _moments(self) -> list[Moment]:
        board, place = self._board, self.who.currentIndex()
        if board is None:
            return []
        if place > 0:
            return _apart(list(story(self._rows[place - 1], board.past, board.seen(), board.baseline))[::-1])
        found = [Moment(fact.day, fact.row(), past=fact) for fact in board.past]
        found += [Moment(to_hkt(one.at).date(), one.change.row, seen=one) for one in board.seen()]
        return _apart(sorted(found, key=lambda one: one.day, reverse=True))


def _apart(moments: list[Moment]) -> list[Moment]:
    """What hkwatch saw itself first, and below it what is known from public facts: the two never stand between each other."""
    return sorted(moments, key=lambda one: one.past is not None)


def _label(row: RegisterRow) -> str:
    return f"{row.name} ({row.ce})" if row.ce else row.name


def _texts(one: Moment, language: str) -> tuple[AnyCell, ...]:
    day = day_cell(one.day, language)
    if one.past is not None:
        fact = one.past
        if fact.is_by:
            by = translate("Licences", "by {day}")
            day = Cell(by.format(day=day.shown), by.format(day=day.pasted), day.order)
        events = {
            PastEvent.LICENSED: translate("Licences", "licensed"),
            PastEvent.RENAMED: translate("Licences", "~ Renamed"),
        }
        what = (
            translate("Licences", "until now {name}").format(name=fact.former_en) if fact.former_en else fact.platform
        )
        name = _label(one.row)
        return (
            day,
            events.get(fact.event, fact.event.value),
            name,
            what,
            f"◇ {translate('Licences', 'public facts')} · {fact.source}",
        )
    if one.seen is not None:
        change = one.seen.change
        return (
            day,
            kind_name(change.kind),
            _label(one.row),
            what_changed(change, language),
            translate("Licences", "seen by hkwatch"),
        )
    return (
        day,
        translate("Licences", "baseline"),
        _label(one.row),
        list_name(one.row.list),
        translate("Licences", "seen by hkwatch"),
    )

# SPDX-License-Identifier: MIT
"""The tab that checks a name: paste it, and read which lists know it. Answers out of what is stored; nothing is asked."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from hkwatch.domain.fold import Folder
from hkwatch.domain.register_check import Answer, Match, check
from hkwatch.services.register_board import Board
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.licences.table import TextTable
from hkwatch.ui.licences.words import answer_text, as_of, as_of_time
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import set_role, wrapping

translate = QCoreApplication.translate

_WAIT_MS = 120


class CheckTab(QWidget):
    """What it knows comes in with `set_board`."""

    story_wanted = Signal(object)
    """RegisterRow whose story is wanted."""

    def __init__(self, marks: Marks, folder: Folder, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._board: Board | None = None
        self._checked = ""
        self._now, self._language = now, "en"
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(False)
        self.verdict = wrapping("strong")
        self.note = wrapping("muted")
        self.table = TextTable(marks, folder)
        self.empty = EmptyState(marks)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_WAIT_MS)
        self._pause.timeout.connect(self._look)
        top = QVBoxLayout()
        top.setContentsMargins(8, 14, 8, 10)
        top.setSpacing(8)
        for widget in (self.field, self.verdict, self.note):
            top.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.stack, 1)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.field.returnPressed.connect(self._look)
        self.table.opened.connect(self._on_opened)

    def set_board(self, board: Board | None, now: datetime, language: str) -> None:
        """Answer from this board from now on."""
        self._board, self._checked = board, as_of(board, now, language)
        self._now, self._language = now, language
        self.field.setAccessibleName(translate("Licences", "Name to check"))
        self.field.setPlaceholderText(translate("Licences", "Firm, platform, domain, CE number or Chinese name"))
        self.table.setAccessibleName(translate("Licences", "Rows that may be meant"))
        self._look()

    def _look(self) -> None:
        self._pause.stop()
        board, text, checked = self._board, self.field.text().strip(), self._checked
        count = len({(str(source), one.row.list) for source, one in board.rows}) if board is not None else 0
        self.note.setText(
            translate(
                "Licences",
                "{count} lists and former names, {checked}. Absence is not proof: a list may lag, a name may differ.",
            ).format(count=count, checked=checked)
        )
        found = check(text, board.candidates(), self._folder) if board is not None and text else ()
        self.verdict.setVisible(bool(text))
        self.verdict.setText(self._verdict(found, count, checked))
        is_imitation = bool(found) and found[0].match is Match.SIMILAR and bool(found[0].site)
        set_role(self.verdict, "warn" if is_imitation or not found else "strong")
        self.table.fill(
            (translate("Licences", "Row"), translate("Licences", "What it means")),
            [(answer_text(one, self._as_of(one)), one) for one in found],
        )
        self.stack.setCurrentWidget(self.table if found else self.empty)
        if board is None:
            self.empty.tell("search", translate("Licences", "Reading the registers…"))
        elif not text:
            self.empty.tell(
                "search",
                translate("Licences", "Paste a name."),
                translate("Licences", "Answered from what is stored; nothing is sent anywhere."),
            )
        else:
            self.empty.tell(
                "search-x",
                translate("Licences", "Not found."),
                translate("Licences", "That proves nothing: ask the regulator's own register."),
            )

    def _verdict(self, found: tuple[Answer, ...], lists: int, checked: str) -> str:
        if not found:
            words = translate("Licences", "Not found on {count} lists, {checked}. Absence is not proof.")
            return words.format(count=lists, checked=checked)
        best = found[0]
        name, meaning = answer_text(best, self._as_of(best))
        if best.match is Match.SIMILAR and best.site:
            words = translate(
                "Licences", "Similar to {site}, the site of {name}, but not the same. It is on none of these lists."
            )
            return words.format(site=best.site, name=best.candidate.row.name)
        if best.match is Match.SIMILAR:
            return translate("Licences", "Nobody on these lists has exactly this name. Similar: {count}.").format(
                count=len(found)
            )
        return f"{name}: {meaning}" if self._language == "en" else f"{name}：{meaning}"

    def _as_of(self, answer: Answer) -> str:
        """When the list of an answer was read last."""
        registers = self._board.registers if self._board is not None else ()
        own = next((one for one in registers if one.source == answer.candidate.register), None)
        return self._checked if own is None else as_of_time(own.checked_at, self._now, self._language)

    def _on_opened(self, one: object) -> None:
        if isinstance(one, Answer):
            self.story_wanted.emit(one.candidate.row)

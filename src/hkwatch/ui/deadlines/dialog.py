# SPDX-License-Identifier: MIT
"""The deadline board's window: open deadlines with the time left, past ones folded away, what can be done with each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hkwatch.domain.deadline import CountedDeadline
from hkwatch.ui.deadlines.lines import Column, DeadlineLine, View, arrange, as_text, make_lines
from hkwatch.ui.deadlines.table import DeadlinesTable
from hkwatch.ui.dialogs import plain
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import ElidedLabel, Ground, IconButton, fit_to_screen
from hkwatch.ui.toast import Toast


class DeadlineBoard(QDialog):
    """Shows what it is given; wishes are told."""

    open_wanted = Signal(object)
    """ItemId of the item to show in the main window."""
    link_wanted = Signal(str)
    """Web address of a deadline whose item is not stored."""
    export_wanted = Signal(object)
    """The deadlines (tuple of KnownDeadline) to write into a calendar file."""

    def __init__(self, marks: Marks, publishers: Mapping[str, str], language: str, parent: QWidget) -> None:
        """`publishers` gives their short names in the interface language."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._publishers, self._language = marks, publishers, language
        self._deadlines: tuple[CountedDeadline, ...] | None = None
        self._lines: list[DeadlineLine] = []
        self._view = View()
        self._wanted: int | None = None
        self._build()
        self._connect()
        self.setMinimumSize(560, 320)
        fit_to_screen(self, 1120, 560)
        self._retranslate()

    def _build(self) -> None:
        marks = self._marks
        self.title, self.counts = plain(""), ElidedLabel("muted")
        self.export_all = IconButton(marks, "download")
        self.table = DeadlinesTable(marks)
        self.empty = EmptyState(marks)
        self.toast = Toast(marks.theme, marks.fonts, marks.icons, self, self._language)
        self.open_item, self.conclusions = IconButton(marks, "file-text", "primary"), IconButton(marks, "scale")
        self.copy, self.export = IconButton(marks, "copy"), IconButton(marks, "calendar-clock")
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 24, 10)
        head.setSpacing(14)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.counts, 1)
        head.addWidget(self.export_all)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self._foot = Ground(marks, "panel", line=True)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        for button in (self.open_item, self.conclusions, self.export, self.copy):
            row.addWidget(button)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.stack, 1)
        box.addWidget(self._foot)

    def _connect(self) -> None:
        table = self.table
        table.chosen.connect(self._on_chosen)
        table.open_wanted.connect(self._on_open)
        table.fold_wanted.connect(self._on_fold)
        table.sort_wanted.connect(self._on_sort)
        self.open_item.clicked.connect(self._on_open)
        self.conclusions.clicked.connect(self._on_conclusions)
        self.copy.clicked.connect(self._on_copy)
        self.export.clicked.connect(self._on_export)
        self.export_all.clicked.connect(self._on_export_all)
        for key, act in (
            ("Ctrl+C", self.copy.click),
            ("Ctrl+E", self.export.click),
            ("Ctrl+Shift+E", self.export_all.click),
            ("Ctrl+Return", self.conclusions.click),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # Values

    def set_deadlines(self, deadlines: Sequence[CountedDeadline]) -> None:
        """Show these; the selected one stays selected."""
        is_first = self._deadlines is None
        if self._deadlines == tuple(deadlines):
            return
        self._deadlines = tuple(deadlines)
        self._fill()
        if is_first and self._wanted is None:
            self.table.select_first()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, ident: int) -> None:
        """Select a deadline, as soon as it is there; a folded group opens for it."""
        self._wanted = ident
        self._fill()

    @property
    def chosen(self) -> CountedDeadline | None:
        """The selected deadline, None on a head."""
        line = self.table.current
        return line.left if isinstance(line, DeadlineLine) else None

    def _fill(self) -> None:
        if self._deadlines is None:
            return
        self._lines = make_lines(self._deadlines, self._publishers, self._language)
        wanted = next((line for line in self._lines if line.left.deadline.id == self._wanted), None)
        if wanted is not None:
            key = "open" if wanted.left.is_open else "past"
            self._view = View(self._view.sort, self._view.descending, self._view.folded - {key})
        self._arrange()
        if wanted is not None:
            self.table.select(wanted.left.deadline.id)
            self._wanted = None

    def _arrange(self) -> None:
        view = self._view
        self.table.head.sorted = None if view.sort is None else (view.sort, view.descending)
        self.table.head.viewport().update()
        self.table.set_lines(arrange(self._lines, view) if self._lines else [])
        self.stack.setCurrentWidget(self.table if self._lines else self.empty)
        self._foot.setVisible(bool(self._lines))
        opened = [line.left for line in self._lines if line.left.is_open]
        self.export_all.setEnabled(bool(opened))
        near = sum(left.is_near for left in opened)
        words = [self.tr("{0} open").format(len(opened))] if self._lines else []
        words += [self.tr("{0} with 3 working days or fewer").format(near)] if near else []
        self.counts.setText(" · ".join(words))

    # Wishes

    def _on_chosen(self) -> None:
        left = self.chosen
        known = left.deadline if left is not None else None
        self.open_item.setEnabled(known is not None and (known.item is not None or bool(known.url)))
        self.conclusions.setEnabled(known is not None and known.conclusion is not None)
        self.copy.setEnabled(left is not None)
        self.export.setEnabled(left is not None)

    def _on_open(self) -> None:
        left = self.chosen
        if left is None:
            return
        if left.deadline.item is not None:
            self.open_wanted.emit(left.deadline.item)
        elif left.deadline.url:
            self.link_wanted.emit(left.deadline.url)
        else:
            self.toast.tell(self.tr("Its paper is older than what is stored here"), left.deadline.ref)

    def _on_conclusions(self) -> None:
        if (left := self.chosen) is not None and left.deadline.conclusion is not None:
            self.open_wanted.emit(left.deadline.conclusion)

    def _on_copy(self) -> None:
        line = self.table.current
        if isinstance(line, DeadlineLine):
            QGuiApplication.clipboard().setText(as_text([line]))
            self.toast.tell(self.tr("Deadline copied"), line.left.deadline.title)

    def _on_export(self) -> None:
        if (left := self.chosen) is not None:
            self.export_wanted.emit((left.deadline,))

    def _on_export_all(self) -> None:
        opened = tuple(line.left.deadline for line in self._lines if line.left.is_open)
        if opened:
            self.export_wanted.emit(opened)

    def _on_fold(self, key: str) -> None:
        folded = self._view.folded
        self._view = View(self._view.sort, self._view.descending, folded ^ {key})
        self._arrange()

    def _on_sort(self, column: Column) -> None:
        view = self._view
        if view.sort is not column:
            self._view = View(column, False, view.folded)
        elif not view.descending:
            self._view = View(column, True, view.folded)
        else:
            self._view = View(None, False, view.folded)
        self._arrange()

    # Words

    def set_language(self, language: str, publishers: Mapping[str, str]) -> None:
        """Interface language, and the publishers' short names in it."""
        self._language, self._publishers = language, publishers
        self._retranslate()

    def _retranslate(self) -> None:
        fonts, language = self._marks.fonts, self._language
        self.setWindowTitle(self.tr("Deadlines"))
        self.title.setText(self.tr("Deadlines"))
        self.title.setFont(fonts.font("title", language))
        self.counts.setFont(fonts.font("small", language))
        self.open_item.set_words(self.tr("Open"), self.tr("Enter"))
        self.conclusions.set_words(self.tr("Conclusions"), "Ctrl+Enter")
        self.copy.set_words(self.tr("Copy"), "Ctrl+C")
        self.export.set_words(self.tr("Add to calendar…"), "Ctrl+E")
        self.export_all.set_words(self.tr("All open to calendar…"), "Ctrl+Shift+E")
        self.table.setAccessibleName(self.tr("Deadlines"))
        self.table.set_language(language)
        self.toast.set_language(language)
        self.empty.language = language
        self.empty.tell(
            "calendar-clock",
            self.tr("No deadline is known yet"),
            self.tr("Consultations that are open for comments stand here, with the working days left."),
        )
        self._fill()
        self._on_chosen()

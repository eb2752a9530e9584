# SPDX-License-Identifier: MIT
"""What a rule would hold of among the stored items, and the marks "should match" and "should not match" on them."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.rows import InboxRow
from hkwatch.domain.rule_edit import Proposal
from hkwatch.services.rule_preview import Preview
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import short_time
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import ElidedLabel, Ground, IconButton

_MATCHES = 30
_OTHERS = 20
_ACT = 3


class PreviewPane(QWidget):
    """A line of counts, the rows, and the edit proposed for the row that was marked."""

    marked = Signal(object, bool)
    """InboxRow, and whether the rule should hold of it."""
    accepted = Signal()
    """Take the proposed edit over."""

    def __init__(self, marks: Marks, names: Mapping[str, str], language: str) -> None:
        super().__init__()
        self._marks, self._names, self._language = marks, names, language
        self._preview: Preview | None = None
        self._now: datetime | None = None
        self.counts = ElidedLabel()
        self.counts.setFont(marks.fonts.font("small_strong", language))
        self.table = QTreeWidget()
        self.table.setColumnCount(4)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setHeaderHidden(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.itemClicked.connect(self._on_clicked)
        self.table.itemActivated.connect(lambda item, _column: self._mark(item))
        self.proposal = Ground(marks, "info_t")
        self.proposed = ElidedLabel()
        self.accept = IconButton(marks, "check", "primary")
        self.accept.clicked.connect(self.accepted)
        self.dismiss = IconButton(marks, "x", "quiet")
        self.dismiss.clicked.connect(self.proposal.hide)
        bar = QHBoxLayout(self.proposal)
        bar.setContentsMargins(24, 6, 16, 6)
        bar.setSpacing(8)
        bar.addWidget(self.proposed, 1)
        bar.addWidget(self.accept)
        bar.addWidget(self.dismiss)
        self.proposal.hide()
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(self.counts, 1)
        self._hint = plain("", "muted")
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.proposal)
        inset = QHBoxLayout()
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addWidget(self.table)
        column.addLayout(inset, 1)
        self._retranslate()
        self.wait_for_condition()

    @property
    def matched(self) -> int | None:
        """How many items the rule would hold of; None while that is not known."""
        return self._preview.matched if self._preview is not None else None

    def rows(self, *, matching: bool) -> tuple[InboxRow, ...]:
        """The rows that the rule holds of, or those that it does not."""
        if self._preview is None:
            return ()
        return self._preview.rows if matching else self._preview.others

    def wait_for_condition(self) -> None:
        """There is nothing to look for yet."""
        self._empty(self.tr("Preview: say what the rule looks for"))

    def wait(self) -> None:
        """Being looked up; the former rows stay."""
        if self._preview is None:
            self.counts.setText(self.tr("Looking through the stored items…"))

    def fail(self, sentence: str) -> None:
        """It could not be looked up."""
        self._empty(sentence)

    def _empty(self, sentence: str) -> None:
        self._preview = None
        self.counts.setText(sentence)
        self.table.clear()
        self.proposal.hide()

    def tell(self, preview: Preview, now: datetime) -> None:
        """Show what was found."""
        self._preview, self._now = preview, now
        self.counts.setText(self._counted(preview))
        self.table.clear()
        for row in preview.rows[:_MATCHES]:
            self._add(row, matches=True)
        for row in preview.others[:_OTHERS]:
            self._add(row, matches=False)

    def _counted(self, preview: Preview) -> str:
        matched, total = f"{preview.matched:,}", f"{preview.total:,}"
        parts = [self.tr("{0} of {1} stored items match").format(matched, total)]
        for alone in preview.alone[:2]:
            parts.append(self.tr("{0} only because of «{1}»").format(f"{alone.items:,}", alone.term))
        return " · ".join(parts)

    def _add(self, row: InboxRow, *, matches: bool) -> None:
        assert self._now is not None
        theme = self._marks.theme
        who = self._names.get(row.publisher, row.publisher)
        act = self.tr("Should not match") if matches else self.tr("Should match")
        when = short_time(row.published_at or row.first_seen_at, self._now, self._language)
        item = QTreeWidgetItem(["✓" if matches else "✗", row.title, f"{who} · {when}", act])
        item.setData(0, Qt.ItemDataRole.UserRole, (row, matches))
        said = self.tr("matches") if matches else self.tr("does not match")
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{said}: {row.title}")
        item.setToolTip(1, row.title)
        item.setForeground(0, QBrush(theme.colour("up" if matches else "muted")))
        item.setForeground(1, QBrush(theme.colour("text" if matches else "muted")))
        item.setForeground(2, QBrush(theme.colour("muted")))
        item.setForeground(_ACT, QBrush(theme.colour("accent")))
        item.setSizeHint(0, QSize(0, theme.size("table_row")))
        self.table.addTopLevelItem(item)

    def propose(self, proposal: Proposal | None) -> None:
        """Show the smallest edit before it is made; None: no word tells the item from the others."""
        if proposal is None:
            text = self.tr("No word of this headline tells it from the others. Change the conditions by hand.")
        else:
            where = self.tr("Unless") if proposal.is_exception else self.tr("Or")
            text = f"{where} {proposal.term}"
            others = proposal.others
            if proposal.is_exception:
                one = self.tr("1 other item would be lost too")
                many = self.tr("{0} other items would be lost too").format(others)
                none = self.tr("no other item shown is lost")
            else:
                one = self.tr("1 other item would match too")
                many = self.tr("{0} other items would match too").format(others)
                none = self.tr("no other item shown comes in")
            text = f"{text} — {none if not others else one if others == 1 else many}"
        self.proposed.setText(text)
        self.accept.setVisible(proposal is not None)
        self.proposal.show()
        self.proposal.setAccessibleName(text)
        if proposal is not None:
            self.accept.setFocus()

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _ACT:
            self._mark(item)

    def _mark(self, item: QTreeWidgetItem) -> None:
        row, matches = item.data(0, Qt.ItemDataRole.UserRole)
        self.marked.emit(row, not matches)

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Preview on stored items"))
        self._hint.setText(self.tr("Enter marks a row as right or wrong"))
        self.accept.set_words(self.tr("Take over"))
        self.dismiss.setAccessibleName(self.tr("Dismiss the proposal"))
        self.dismiss.setToolTip(self.tr("Dismiss the proposal"))
        if self._preview is not None and self._now is not None:
            self.tell(self._preview, self._now)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

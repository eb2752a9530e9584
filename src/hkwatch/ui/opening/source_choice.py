# SPDX-License-Identifier: MIT
"""Which sources are watched, one by one, before any of them is asked: a list by publisher with check marks."""

from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.catalogue import Catalogue, SourceRow
from hkwatch.domain.ids import SourceId
from hkwatch.services.first_run import Group, group_of, wanted_sources
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks

_SIZE = (640, 560)


class SourceChoice(QDialog):
    """A modal sheet. `chosen` holds once it is accepted."""

    def __init__(
        self,
        catalogue: Catalogue,
        wanted: frozenset[SourceId],
        usual: frozenset[SourceId],
        marks: Marks,
        language: str,
        parent: QWidget,
    ) -> None:
        """`wanted` are ticked; `usual` are those that the groups alone would watch."""
        super().__init__(parent)
        self._usual, self._language = usual, language
        self.setModal(True)
        self.setProperty("ground", "surface")
        self.setWindowTitle(self.tr("Choose sources"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search sources"))
        self.search.setAccessibleName(self.tr("Search sources"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.tree = _Tree()
        self.tree.setStyleSheet(f"QTreeWidget::item {{ height: {marks.theme.size('table_row') * 3 // 4}px; }}")
        self.tree.setAccessibleName(self.tr("Sources by publisher"))
        self.tree.setHeaderLabels([self.tr("Source"), self.tr("Host")])
        self._leaves: dict[SourceId, QTreeWidgetItem] = {}
        self._fill(catalogue, wanted)
        self.tree.itemChanged.connect(self._count)
        self.count = plain("", "muted")
        note = plain(self.tr("No source is asked before you start watching."), "muted")
        note.setWordWrap(True)
        back = QPushButton(self.tr("Usual choice"))
        back.setProperty("kind", "quiet")
        back.clicked.connect(self._put_back)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        take = QPushButton(self.tr("Watch these"))
        take.setProperty("kind", "primary")
        take.setDefault(True)
        take.clicked.connect(self.accept)
        for button in (back, cancel):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(back)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(take)
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        column.addWidget(note)
        column.addLayout(foot)
        area = self.screen().availableGeometry()
        scale = marks.theme.size("table_row") / 36
        self.resize(min(int(_SIZE[0] * max(1.0, scale)), area.width() - 40), min(_SIZE[1], area.height() - 80))
        self._count()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> frozenset[SourceId]:
        """The sources ticked."""
        return frozenset(name for name, leaf in self._leaves.items() if leaf.checkState(0) is Qt.CheckState.Checked)

    def leaf(self, source: SourceId) -> QTreeWidgetItem:
        """The line of a source."""
        return self._leaves[source]

    def _fill(self, catalogue: Catalogue, wanted: frozenset[SourceId]) -> None:
        by_publisher: dict[str, list[SourceRow]] = {}
        for row in catalogue.sources.values():
            by_publisher.setdefault(str(row.publisher.id), []).append(row)
        order = list(Group)
        for rows in sorted(by_publisher.values(), key=lambda rows: order.index(group_of(rows[0].publisher))):
            publisher = QTreeWidgetItem(self.tree, [rows[0].publisher.name.in_language(self._language)])
            publisher.setFlags(publisher.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            for row in rows:
                leaf = QTreeWidgetItem(
                    publisher, [row.name.in_language(self._language), urlsplit(row.url).hostname or ""]
                )
                leaf.setFlags(leaf.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                leaf.setCheckState(0, Qt.CheckState.Checked if row.id in wanted else Qt.CheckState.Unchecked)
                leaf.setToolTip(0, row.terms or leaf.text(0))
                leaf.setToolTip(1, row.url)
                self._leaves[row.id] = leaf
            publisher.setExpanded(group_of(rows[0].publisher) in (Group.SFC, Group.HKMA))

    def _put_back(self) -> None:
        for name, leaf in self._leaves.items():
            leaf.setCheckState(0, Qt.CheckState.Checked if name in self._usual else Qt.CheckState.Unchecked)

    def _count(self, *_: object) -> None:
        self.count.setText(said_count(len(self.chosen), len(self._leaves)))

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for place in range(self.tree.topLevelItemCount()):
            publisher = self.tree.topLevelItem(place)
            if publisher is None:
                continue
            is_named = wanted in publisher.text(0).casefold()
            leaves = [leaf for leaf in map(publisher.child, range(publisher.childCount())) if leaf is not None]
            for leaf in leaves:
                leaf.setHidden(not is_named and wanted not in f"{leaf.text(0)} {leaf.text(1)}".casefold())
            publisher.setHidden(all(leaf.isHidden() for leaf in leaves))
            if wanted:
                publisher.setExpanded(True)


class _Tree(QTreeWidget):
    """Return ticks like Space, so that it does not close the sheet while a row is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            is_on = item.checkState(0) is Qt.CheckState.Checked
            item.setCheckState(0, Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
            event.accept()
            return
        super().keyPressEvent(event)


def said_count(chosen: int, known: int) -> str:
    """`26 of 41 sources`."""
    return QCoreApplication.translate("ChosenSources", "{0} of {1} sources").format(chosen, known)


class ChosenSources(QObject):
    """What was chosen one by one beside the groups that are ticked. `on_change` is called after a new choice."""

    def __init__(
        self, groups: set[Group], catalogue: Callable[[], Catalogue] | None, marks: Marks, on_change: Callable[[], None]
    ) -> None:
        """`groups` is the set that the ticks change. `catalogue` is asked when it is wanted first; None = no choice."""
        super().__init__()
        self._groups, self._ask, self._marks, self._on_change = groups, catalogue, marks, on_change
        self._known: Catalogue | None = None
        self._apart: dict[SourceId, bool] = {}
        self.dialog: SourceChoice | None = None
        """The sheet, None while there is none."""

    @property
    def sources(self) -> frozenset[SourceId] | None:
        """Exactly these are wanted; None = what the groups say."""
        return wanted_sources(self._catalogue(), self._groups, self._apart) if self._apart else None

    def drop(self, group: Group) -> None:
        """A group was ticked as a whole: what was chosen apart in it holds no longer."""
        if self._apart:
            rows = self._catalogue().sources
            self._apart = {name: on for name, on in self._apart.items() if group_of(rows[name].publisher) is not group}
            self._on_change()

    def words(self, group: Group | None = None) -> str:
        """`· 3 of 8` of a group in which single sources were chosen, of all sources where none is named; else empty."""
        if not self._apart:
            return ""
        rows, wanted = self._catalogue().sources, self.sources or frozenset()
        if group is None:
            return said_count(len(wanted), len(rows))
        of_it = [row.id for row in rows.values() if group_of(row.publisher) is group]
        is_apart = any(name in self._apart for name in of_it)
        return f" · {sum(name in wanted for name in of_it)}/{len(of_it)}" if is_apart else ""

    def button(self, parent: QWidget, language: str) -> QPushButton | None:
        """Opens the list; None where there is none."""
        if self._ask is None:
            return None
        button = QPushButton(self.tr("Choose…"))
        button.setAutoDefault(False)
        button.setAccessibleDescription(self.tr("Sources one by one, before any is asked"))
        button.clicked.connect(lambda: self.show(parent, language))
        return button

    def show(self, parent: QWidget, language: str) -> None:
        """Open the list."""
        catalogue = self._catalogue()
        usual = wanted_sources(catalogue, self._groups, {})
        wanted = wanted_sources(catalogue, self._groups, self._apart)
        dialog = self.dialog = SourceChoice(catalogue, wanted, usual, self._marks, language, parent)
        dialog.accepted.connect(lambda: self._take(dialog.chosen, usual))
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _take(self, chosen: frozenset[SourceId], usual: frozenset[SourceId]) -> None:
        self._apart = {name: name in chosen for name in chosen ^ usual}
        self._on_change()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _catalogue(self) -> Catalogue:
        if self._known is None:
            self._known = self._ask() if self._ask is not None else Catalogue()
        return self._known

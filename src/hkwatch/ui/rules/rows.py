# SPDX-License-Identifier: MIT
"""Rows of the form: a condition, and a group of them of which one or all must hold."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hkwatch.domain.query_fields import FIELDS
from hkwatch.domain.query_tree import Field
from hkwatch.domain.rule_draft import Group, Row, split_values
from hkwatch.domain.rule_query import FIELDS as RULE_FIELDS
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.rules.words import field_text
from hkwatch.ui.sources.parts import CardGround, IconButton

_EXAMPLES = {Field.TEXT: 'virtual asset, 牌照, "OTC"', Field.IS: "flagged", Field.HAS: "pdf"}


class RowEdit(QWidget):
    """Field, test, values divided by commas."""

    changed = Signal()
    remove_wanted = Signal()

    def __init__(self, marks: Marks, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QComboBox()
        for field in RULE_FIELDS:
            self.field.addItem("", field)
        self.test = QComboBox()
        self.test.addItem("", False)
        self.test.addItem("", True)
        self.values = QLineEdit(", ".join(row.values))
        self.remove = IconButton(marks, "x", "quiet")
        self.field.setCurrentIndex(self.field.findData(row.field))
        self.test.setCurrentIndex(int(row.negated))
        self.field.setMinimumWidth(136)
        self.test.setMinimumWidth(124)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.field)
        box.addWidget(self.test)
        box.addWidget(self.values, 1)
        box.addWidget(self.remove)
        self.field.currentIndexChanged.connect(self._on_field)
        self.test.currentIndexChanged.connect(self.changed)
        self.values.textChanged.connect(self.changed)
        self.remove.clicked.connect(self.remove_wanted)
        self._retranslate()

    def row(self) -> Row:
        """What the row says."""
        negated = self.test.currentIndex() == 1
        return Row(self._field(), split_values(self.values.text()), negated=negated)

    def _field(self) -> Field:
        found = self.field.currentData()
        return found if isinstance(found, Field) else Field(found)

    def _on_field(self) -> None:
        self._show_example()
        self.changed.emit()

    def _show_example(self) -> None:
        field = self._field()
        example = _EXAMPLES.get(field) or FIELDS[field].examples[0].partition(":")[2].strip('"')
        self.values.setPlaceholderText(self.tr("such as {0}").format(example))

    def _retranslate(self) -> None:
        for place in range(self.field.count()):
            self.field.setItemText(place, field_text(Field(self.field.itemData(place))))
        self.test.setItemText(0, self.tr("has any of"))
        self.test.setItemText(1, self.tr("has none of"))
        self.field.setAccessibleName(self.tr("Where to look"))
        self.test.setAccessibleName(self.tr("Test"))
        self.values.setAccessibleName(self.tr("Words, divided by commas"))
        self.remove.setToolTip(self.tr("Remove this condition"))
        self.remove.setAccessibleName(self.tr("Remove this condition"))
        self._show_example()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


class GroupEdit(QWidget):
    """Any or all of its rows. The outermost may hold groups too; an inner one stands in a card and can be removed."""

    changed = Signal()
    remove_wanted = Signal()

    def __init__(self, marks: Marks, group: Group, lead: str, *, inner: bool = False) -> None:
        """`lead` stands before the choice between any and all, such as If."""
        super().__init__()
        self._marks, self._inner = marks, inner
        self._parts: list[RowEdit | GroupEdit] = []
        self.lead = plain(lead)
        self.mode = QComboBox()
        self.mode.addItem("", True)
        self.mode.addItem("", False)
        self.mode.setCurrentIndex(0 if group.any_of else 1)
        self.mode.currentIndexChanged.connect(self.changed)
        self.add_row = IconButton(marks, "plus", "link")
        self.add_row.clicked.connect(self._on_add_row)
        self.add_group = IconButton(marks, "plus", "link")
        self.add_group.clicked.connect(self._on_add_group)
        self.add_group.setVisible(not inner)
        self.remove = IconButton(marks, "x", "quiet")
        self.remove.clicked.connect(self.remove_wanted)
        self.remove.setVisible(inner)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.lead)
        # Empty it would only push the choice out of line with the rows under it.
        self.lead.setVisible(not inner)
        head.addWidget(self.mode)
        head.addStretch(1)
        for button in (self.add_row, self.add_group, self.remove):
            head.addWidget(button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        ground = CardGround(marks, ground="panel") if inner else QWidget()
        column = QVBoxLayout(ground)
        margin = 12 if inner else 0
        column.setContentsMargins(margin, 8 if inner else 0, margin, margin)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        for part in group.parts or (Row(Field.TEXT, ()),):
            self._add(part)
        self._retranslate()

    @property
    def parts(self) -> tuple["RowEdit | GroupEdit", ...]:
        """The rows and groups, as they stand."""
        return tuple(self._parts)

    def group(self) -> Group:
        """What the form says."""
        parts = [part.group() if isinstance(part, GroupEdit) else part.row() for part in self._parts]
        return Group(self.mode.currentIndex() == 0, tuple(parts))

    def _add(self, part: Row | Group) -> "RowEdit | GroupEdit":
        made: RowEdit | GroupEdit
        made = RowEdit(self._marks, part) if isinstance(part, Row) else GroupEdit(self._marks, part, "", inner=True)
        made.changed.connect(self.changed)
        made.remove_wanted.connect(lambda: self._remove(made))
        self._parts.append(made)
        self._rows.addWidget(made)
        return made

    def _on_add_row(self) -> None:
        made = self._add(Row(Field.TEXT, ()))
        assert isinstance(made, RowEdit)
        made.values.setFocus()
        self.changed.emit()

    def _on_add_group(self) -> None:
        made = self._add(Group(self.mode.currentIndex() != 0, (Row(Field.TEXT, ()), Row(Field.SRC, ()))))
        assert isinstance(made, GroupEdit)
        first = made.parts[0]
        if isinstance(first, RowEdit):
            first.values.setFocus()
        self.changed.emit()

    def _remove(self, part: "RowEdit | GroupEdit") -> None:
        at = self._parts.index(part)
        self._parts.remove(part)
        self._rows.removeWidget(part)
        part.hide()
        part.deleteLater()
        if not self._parts and self._inner:
            self.remove_wanted.emit()
            return
        if not self._parts:
            self._add(Row(Field.TEXT, ()))
        # The keyboard stays where it was.
        near = self._parts[min(at, len(self._parts) - 1)]
        (near.values if isinstance(near, RowEdit) else near.mode).setFocus()
        self.changed.emit()

    def _retranslate(self) -> None:
        self.mode.setItemText(0, self.tr("any of"))
        self.mode.setItemText(1, self.tr("all of"))
        self.mode.setAccessibleName(self.tr("Whether one or all of the conditions must hold"))
        self.add_row.set_words(self.tr("Condition"), self.tr("Add a condition"))
        self.add_group.set_words(self.tr("Group"), self.tr("Add a group of conditions"))
        self.remove.setAccessibleName(self.tr("Remove this group"))
        self.remove.setToolTip(self.tr("Remove this group"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

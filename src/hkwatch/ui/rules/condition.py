# SPDX-License-Identifier: MIT
"""A condition as rows of a form and as a query, both always saying the same."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hkwatch.domain.query_tree import QueryError
from hkwatch.domain.rule_draft import Group, form_of, text_of
from hkwatch.domain.rule_query import readable
from hkwatch.ui.dialogs import plain
from hkwatch.ui.inbox.explain import complaint
from hkwatch.ui.marks import Marks
from hkwatch.ui.rules.rows import GroupEdit
from hkwatch.ui.sources.parts import set_role, wrapping


class ConditionEdit(QWidget):
    """A query that rows cannot show, or that cannot be read, stays a text; the rows come back when it can."""

    changed = Signal()

    def __init__(self, marks: Marks, *, may_be_empty: bool = False) -> None:
        super().__init__()
        self._marks, self._may_be_empty = marks, may_be_empty
        self._lead = ""
        self._label_width = 0
        self._doubts: Mapping[str, str] = {}
        self.form: GroupEdit | None = None
        self.query = QLineEdit()
        self.query.textEdited.connect(self._on_query)
        self._query_label = plain("", "muted")
        self._query_label.setBuddy(self.query)
        self.note = wrapping("muted")
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._query_label)
        line.addWidget(self.query, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._place)
        column.addLayout(line)
        column.addWidget(self.note)
        self._show_form(Group(any_of=True))
        self._retranslate()
        self._check()

    @property
    def text(self) -> str:
        """The query."""
        return self.query.text().strip()

    @property
    def is_right(self) -> bool:
        """Whether the query can be used as it is."""
        return not self.query.property("wrong") and (self._may_be_empty or bool(self.text))

    def tell_names(self, doubts: Mapping[str, str]) -> None:
        """What is said of a query that names something unknown; it can be used."""
        self._doubts = doubts
        self._check()

    def set_lead(self, lead: str) -> None:
        """The word before any and all: If, Unless."""
        self._lead = lead
        if self.form is not None:
            self.form.lead.setText(lead)

    @property
    def label_width(self) -> int:
        """What the words before the fields need, in px."""
        leads = [self.form.lead] if self.form is not None else []
        return max(label.sizeHint().width() for label in (self._query_label, *leads))

    def set_label_width(self, width: int) -> None:
        """Let the fields begin below those of the rest of the editor; px."""
        self._label_width = width
        for label in (self._query_label, *([self.form.lead] if self.form is not None else [])):
            label.setMinimumWidth(width)

    def set_text(self, text: str) -> None:
        """Show this query."""
        self.query.setText(text)
        self._follow_query()

    def _on_query(self) -> None:
        self._follow_query()
        self.changed.emit()

    def _follow_query(self) -> None:
        try:
            form = form_of(self.text)
        except QueryError:
            # Half a word typed must not take the rows away.
            self._check()
            return
        if form is None:
            self._drop_form()
        elif self.form is None or self.form.group() != form:
            self._show_form(form)
        self._check()

    def _show_form(self, group: Group) -> None:
        self._drop_form()
        self.form = GroupEdit(self._marks, group, self._lead)
        self.form.lead.setMinimumWidth(self._label_width)
        self.form.changed.connect(self._on_form)
        self._place.addWidget(self.form)

    def _drop_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            self._place.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _on_form(self) -> None:
        assert self.form is not None
        self.query.setText(text_of(self.form.group()))
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        wrong = ""
        if self.text:
            try:
                readable(self.text)
            except QueryError as error:
                wrong = complaint(error)
        if bool(self.query.property("wrong")) != bool(wrong):
            self.query.setProperty("wrong", bool(wrong))
            self.query.style().unpolish(self.query)
            self.query.style().polish(self.query)
        doubt = self._doubts.get(self.text, "")
        said = wrong or doubt or (self.tr("This query says more than rows can show.") if self.form is None else "")
        self.note.setText(said)
        set_role(self.note, "bad" if wrong else "warn" if doubt else "muted")
        self.note.setVisible(bool(said))
        self.query.setAccessibleDescription(said)

    def _retranslate(self) -> None:
        self._query_label.setText(self.tr("As a query"))
        self.query.setAccessibleName(self.tr("The condition as a query"))
        self.query.setPlaceholderText('title:"virtual asset",牌照 | ref:26PR*')
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

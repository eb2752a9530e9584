# SPDX-License-Identifier: MIT
"""Names a search, or changes one that is saved."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hkwatch.domain.query import QueryError, parse_query
from hkwatch.domain.saved_search import NAME_CHARS, SavedSearch, waits_for_prices
from hkwatch.ui.dialogs import plain
from hkwatch.ui.inbox.explain import complaint, explain
from hkwatch.ui.saved.naming import name_for
from hkwatch.ui.theme import Fonts

_FIELD_WIDTH = 400


class SearchDialog(QDialog):
    """Name, query, and whether to be told. What the query means, or why it cannot be read, stands under it."""

    save_wanted = Signal(str, str, bool)
    """Name, query, notify: of the search that was opened, or of a new one."""
    new_wanted = Signal(str, str, bool)
    """The same, as a new search beside the one that was opened."""
    remove_wanted = Signal()
    names_wanted = Signal()
    """The query is another one; its names are told by `tell_names`."""

    def __init__(
        self,
        fonts: Fonts,
        language: str,
        search: SavedSearch | None,
        query: str,
        names: dict[str, str],
        parent: QWidget,
    ) -> None:
        """`search` None makes a new one of `query`; else `query` is what it shall ask from now on."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setProperty("ground", "surface")
        self._names = names
        self._doubts: Mapping[str, str] = {}
        heading = self.tr("Save this search") if search is None else self.tr("Edit saved search")
        self.setWindowTitle(heading)
        title = plain(heading)
        title.setFont(fonts.font("h2", language))
        self.name, self.query = QLineEdit(), QLineEdit(query)
        self.name.setMaxLength(NAME_CHARS)
        self.name.setText(name_for(query, names) if search is None else search.name)
        self.name.setPlaceholderText(self.tr("What the rail calls it"))
        self.name.setAccessibleName(self.tr("Name"))
        self.query.setAccessibleName(self.tr("Search"))
        self.query.setMinimumWidth(_FIELD_WIDTH)
        self.words = plain("", "muted")
        self.words.setFont(fonts.font("small", language))
        self.words.setWordWrap(True)
        # Two lines, so that nothing moves while the query is typed.
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.notify = QCheckBox(self.tr("Notify me of new items in this view"))
        self.notify.setChecked(search is not None and search.notify)
        self.note = plain("", "muted")
        self.note.setFont(fonts.font("small", language))
        self.note.setWordWrap(True)
        self.note.setContentsMargins(26, 0, 0, 0)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(plain(self.tr("Name")), self.name)
        form.addRow(plain(self.tr("Search")), self.query)
        form.addRow(plain(""), self.words)
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        if search is not None:
            self.remove = QPushButton(self.tr("Remove"))
            self.remove.setAutoDefault(False)
            self.remove.clicked.connect(self._on_remove)
            foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(cancel)
        self.as_new = QPushButton(self.tr("Save as new"))
        self.as_new.setAutoDefault(False)
        self.as_new.clicked.connect(self._on_new)
        self.as_new.setVisible(search is not None)
        foot.addWidget(self.as_new)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(title)
        column.addSpacing(4)
        column.addLayout(form)
        column.addWidget(self.notify)
        column.addWidget(self.note)
        column.addSpacing(12)
        column.addLayout(foot)
        self.setMinimumWidth(520)
        for changed in (self.name.textChanged, self.query.textChanged, self.notify.toggled):
            changed.connect(self._refresh)
        self.query.textChanged.connect(self.names_wanted)
        self._refresh()
        self.name.selectAll()
        self.name.setFocus()

    def queries(self) -> tuple[str, ...]:
        """What is written."""
        return (self.query.text(),)

    def tell_names(self, doubts: Mapping[str, str]) -> None:
        """What is said of a query that names something unknown; it can be saved."""
        self._doubts = doubts
        self._refresh()

    def _refresh(self) -> None:
        waits = False
        try:
            query = parse_query(self.query.text())
            waits = waits_for_prices(query)
            words, is_wrong = "".join(part for part, _ in explain(query, self._names, None, 0)), False
        except QueryError as error:
            words, is_wrong = complaint(error), True
        doubt = "" if is_wrong else self._doubts.get(self.query.text(), "")
        self.words.setText(doubt or words)
        self.query.setAccessibleDescription(doubt or words)
        self.words.setProperty("role", "error" if is_wrong else "warn" if doubt else "muted")
        self.words.style().polish(self.words)
        if self.notify.isChecked() and waits:
            note = self.tr(
                "It asks what the price did afterwards. That is not known of a new item, so nothing is told."
            )
        else:
            note = self.tr("Whatever their level, each once. What you muted stays silent.")
        self.note.setText(note)
        can_save = bool(self.name.text().strip() and self.query.text().strip()) and not is_wrong
        self.save.setEnabled(can_save)
        self.as_new.setEnabled(can_save)

    @property
    def _values(self) -> tuple[str, str, bool]:
        return self.name.text().strip(), self.query.text().strip(), self.notify.isChecked()

    def _on_save(self) -> None:
        values = self._values
        self.accept()
        self.save_wanted.emit(*values)

    def _on_new(self) -> None:
        values = self._values
        self.accept()
        self.new_wanted.emit(*values)

    def _on_remove(self) -> None:
        self.accept()
        self.remove_wanted.emit()

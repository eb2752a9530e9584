# SPDX-License-Identifier: MIT
"""The window in which one rule of the user's is written, with what it would hold of below it.

    name · enabled │ if … as a query │ unless │ from, then │ preview on stored items │ also apply · cancel · save

It tells wishes and shows what is; saving and looking up are done by whoever owns it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QScrollArea, QSplitter, QVBoxLayout, QWidget

from hkwatch.domain.rows import InboxRow
from hkwatch.domain.rule_edit import Proposal
from hkwatch.domain.user_rules import UserRule
from hkwatch.services.rule_preview import Preview
from hkwatch.ui.dialogs import plain
from hkwatch.ui.inbox import Banner, BannerKind
from hkwatch.ui.marks import Marks
from hkwatch.ui.rules.condition import ConditionEdit
from hkwatch.ui.rules.preview import PreviewPane
from hkwatch.ui.rules.then import ThenEdit
from hkwatch.ui.sources.parts import Ground, IconButton, fit_to_screen

_WAIT_MS = 250
"""So long after the last key the preview is looked up."""


class RuleEditor(QDialog):
    """`rule` is what it opens with. Nothing is kept until `save_wanted`."""

    save_wanted = Signal(object, bool)
    """UserRule, and whether what is stored is flagged anew."""
    preview_wanted = Signal(object)
    """UserRule to look up among the stored items."""
    proposal_wanted = Signal(object, object, bool)
    """UserRule, InboxRow, and whether the rule should hold of it; answered by `propose`."""

    names_wanted = Signal()
    """The queries are others; their names are told by `tell_names`."""

    def __init__(
        self,
        marks: Marks,
        names: Mapping[str, str],
        language: str,
        rule: UserRule,
        parent: QWidget | None,
        *,
        new: bool,
    ) -> None:
        """`names` are the publishers' short names by id."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language, self._rule, self._new = marks, language, rule, new
        self._proposal: Proposal | None = None
        self._is_sure = False
        self.name = QLineEdit()
        self.enabled = QCheckBox()
        self.banner = Banner(marks)
        self.banner.language = language
        self.condition = ConditionEdit(marks)
        self.unless = ConditionEdit(marks, may_be_empty=True)
        self.then = ThenEdit(names)
        self.preview = PreviewPane(marks, names, language)
        self.to_stored = QCheckBox()
        self.to_stored.setChecked(True)
        self.cancel, self.save = IconButton(marks, "x"), IconButton(marks, "check", "primary")
        self._name_label = plain("")
        self._name_label.setBuddy(self.name)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_WAIT_MS)
        self._looking.timeout.connect(self._look)
        self._arrange()
        self._show(rule)
        self._connect()
        self._retranslate()
        self.setMinimumSize(620, 420)
        fit_to_screen(self, 1040, 860)
        (self.name if new else self.condition.query).setFocus()
        self._on_changed()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name_label)
        head.addWidget(self.name, 1)
        head.addWidget(self.enabled)
        form = QWidget()
        form.setProperty("ground", "surface")
        form.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(form)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.condition)
        column.addWidget(self.unless)
        column.addWidget(self.then)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(form)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lower = Ground(self._marks, "panel", line=True)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 1, 0, 0)
        below.addWidget(self.preview)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(scroll)
        splitter.addWidget(lower)
        splitter.setSizes([470, 300])
        foot_ground = Ground(self._marks, "surface", line=True)
        foot = QHBoxLayout(foot_ground)
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.to_stored)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.banner)
        outer.addWidget(splitter, 1)
        outer.addWidget(foot_ground)

    def _show(self, rule: UserRule) -> None:
        self.name.setText(rule.name)
        self.enabled.setChecked(rule.enabled)
        self.condition.set_text(rule.condition)
        self.unless.set_text(rule.unless)
        self.then.show_rule(rule)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._refresh)
        self.enabled.toggled.connect(self._refresh)
        for part in (self.condition, self.unless, self.then):
            part.changed.connect(self._on_changed)
        self.preview.marked.connect(self._on_marked)
        self.preview.accepted.connect(self._on_accepted)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        self.banner.acted.connect(self.banner.dismiss)
        for key in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(key), self).activated.connect(self._on_save)

    @property
    def rule(self) -> UserRule:
        """The rule as it stands in the window."""
        shown = replace(
            self._rule,
            name=self.name.text().strip(),
            enabled=self.enabled.isChecked(),
            condition=self.condition.text,
            unless=self.unless.text,
        )
        return self.then.applied(shown)

    @property
    def is_changed(self) -> bool:
        """Whether anything would be lost."""
        return self.rule != self._rule

    def queries(self) -> tuple[str, ...]:
        """What is written."""
        return self.condition.text, self.unless.text

    def tell_names(self, doubts: Mapping[str, str]) -> None:
        """What is said of each query that names something unknown; the rule can be saved."""
        self.condition.tell_names(doubts)
        self.unless.tell_names(doubts)

    def tell(self, preview: Preview, now: datetime) -> None:
        """What the rule would hold of."""
        self.preview.tell(preview, now)
        self._refresh()

    def tell_failure(self, sentence: str) -> None:
        """The preview could not be looked up."""
        self.preview.fail(sentence)
        self._refresh()

    def propose(self, proposal: Proposal | None) -> None:
        """The smallest edit for the row that was marked."""
        self._proposal = proposal
        self.preview.propose(proposal)

    def refuse(self, reason: str) -> None:
        """The rule was not saved."""
        self.save.setEnabled(True)
        self.banner.tell(BannerKind.BAD, self.tr("Not saved."), reason, self.tr("Dismiss"))

    def finish(self) -> None:
        """It was saved."""
        self._is_sure = True
        self.accept()

    def _on_changed(self) -> None:
        self.preview.proposal.hide()
        self._refresh()
        self._looking.start()
        self.names_wanted.emit()

    def _look(self) -> None:
        if not self.condition.text:
            self.preview.wait_for_condition()
        elif self.condition.is_right and self.unless.is_right:
            self.preview.wait()
            self.preview_wanted.emit(self.rule)
        else:
            self.preview.fail(self.tr("Preview: correct the query marked red"))
        self._refresh()

    def _on_marked(self, row: InboxRow, wanted: bool) -> None:
        self.proposal_wanted.emit(self.rule, row, wanted)

    def _on_accepted(self) -> None:
        proposal, self._proposal = self._proposal, None
        if proposal is not None:
            self.condition.set_text(proposal.rule.condition)
            self.unless.set_text(proposal.rule.unless)
            self._on_changed()
            self.preview.table.setFocus()

    def _on_save(self) -> None:
        if self.save.isEnabled():
            self.save.setEnabled(False)
            self.save_wanted.emit(self.rule, self.to_stored.isChecked())

    def _missing(self) -> str:
        if not self.name.text().strip():
            return self.tr("The rule needs a name.")
        if not self.condition.text:
            return self.tr("Say what the rule looks for.")
        if not (self.condition.is_right and self.unless.is_right):
            return self.tr("Correct the query marked red.")
        return ""

    def _refresh(self) -> None:
        missing = self._missing()
        self.save.setEnabled(not missing)
        self.save.setToolTip(missing or "Ctrl+S")
        self.save.setAccessibleDescription(missing)
        matched = self.preview.matched
        self.to_stored.setText(
            self.tr("Also apply to what is stored (no notifications)")
            if matched is None
            else self.tr("Also apply to what is stored: {0} match (no notifications)").format(f"{matched:,}")
        )
        name = self.name.text().strip()
        self.setWindowTitle(self.tr("Rule: {0}").format(name) if name else self.tr("New rule"))

    def reject(self) -> None:
        """Close; what was changed is asked about once."""
        if self.is_changed and not self._is_sure:
            self._is_sure = True
            self.banner.tell(
                BannerKind.WARN,
                self.tr("Not saved yet."),
                self.tr("Press Esc again to leave without saving."),
                self.tr("Stay"),
            )
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_changed and not self._is_sure and self.result() != int(QDialog.DialogCode.Accepted):
            self.reject()
            event.ignore()
            return
        super().closeEvent(event)

    def _retranslate(self) -> None:
        self._name_label.setText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of the rule"))
        self.name.setPlaceholderText(self.tr("What it is for"))
        self.enabled.setText(self.tr("Enabled"))
        self.condition.set_lead(self.tr("If"))
        self.unless.set_lead(self.tr("Unless"))
        self.cancel.set_words(self.tr("Cancel"))
        self.save.set_words(self.tr("Save"))
        parts = (self.condition, self.unless, self.then)
        for part in parts:
            part.set_label_width(0)
        width = max(self._name_label.sizeHint().width(), *(part.label_width for part in parts))
        self._name_label.setMinimumWidth(width)
        for part in parts:
            part.set_label_width(width)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

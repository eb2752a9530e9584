# SPDX-License-Identifier: MIT
"""The rules' window: head, banner, tree, and the selected line below. It tells wishes and shows what is."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from hkwatch.domain.rule_commands import RulesChanged
from hkwatch.domain.rules_account import count_of, overlay_of
from hkwatch.ui.dialogs import plain
from hkwatch.ui.inbox import Banner, BannerKind
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.marks import Marks
from hkwatch.ui.rules.detail import RuleDetail
from hkwatch.ui.rules.table import Line, LineKind, RulesTable
from hkwatch.ui.sources.parts import Ground, IconButton, fit_to_screen
from hkwatch.ui.toast import Toast


class RulesDialog(QDialog):
    """Follows the rules while it is open."""

    new_wanted = Signal()
    edit_wanted = Signal(str)
    remove_wanted = Signal(str)
    switch_wanted = Signal(object, bool)
    """Line of a rule, and whether it is to run."""
    words_wanted = Signal(str, object, object)
    import_wanted = Signal()
    export_wanted = Signal()
    undo_wanted = Signal()
    banner_acted = Signal()

    def __init__(self, marks: Marks, language: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language = marks, language
        self._rules: RulesChanged | None = None
        self._now: datetime | None = None
        self.title, self.counts = plain(""), plain("", "muted")
        self.import_file, self.export_file = IconButton(marks, "download"), IconButton(marks, "upload")
        self.undo = IconButton(marks, "undo-2", "quiet")
        self.new = IconButton(marks, "plus", "primary")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.banner = Banner(marks)
        self.table = RulesTable(marks)
        self.empty = EmptyState(marks)
        self.detail = RuleDetail(marks, language)
        self.toast = Toast(marks.theme, marks.fonts, marks.icons, self, language)
        self._arrange()
        self._connect()
        self.setMinimumSize(600, 380)
        fit_to_screen(self, 1080, 760)
        self._retranslate()

    def _arrange(self) -> None:
        words = QHBoxLayout()
        words.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        words.addSpacing(6)
        words.addWidget(self.counts, 1, Qt.AlignmentFlag.AlignBaseline)
        for button in (self.undo, self.import_file, self.export_file, self.new):
            words.addWidget(button)
        words.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 24, 12)
        head.setSpacing(12)
        head.addLayout(words)
        head.addWidget(self.search)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        lower = Ground(self._marks, "panel", line=True)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 1, 0, 0)
        below.addWidget(self.detail)
        self._lower = lower
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        tree = QWidget()
        inset = QVBoxLayout(tree)
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addWidget(self._stack)
        splitter.addWidget(tree)
        splitter.addWidget(lower)
        splitter.setSizes([460, 190])
        splitter.setStretchFactor(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.banner)
        box.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_wanted)
        self.import_file.clicked.connect(self.import_wanted)
        self.export_file.clicked.connect(self.export_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.toast.first_wanted.connect(self.undo_wanted)
        self.banner.acted.connect(self.banner_acted)
        self.search.textChanged.connect(self._fill)
        self.table.chosen.connect(self._show_line)
        self.table.opened.connect(self._on_opened)
        self.table.switched.connect(self.switch_wanted)
        self.detail.edit_wanted.connect(self.edit_wanted)
        self.detail.remove_wanted.connect(self.remove_wanted)
        self.detail.words_wanted.connect(self.words_wanted)
        for key, act in (
            ("Ctrl+F", self.search.setFocus),
            ("Ctrl+N", self.new_wanted.emit),
            ("Ctrl+Z", self.undo_wanted.emit),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def show_rules(self, rules: RulesChanged | None, now: datetime) -> None:
        """All rules as they are; None while the engine has not said how."""
        self._rules, self._now = rules, now
        self._fill()

    def select(self, line: Line) -> bool:
        """Select a line, whatever was searched; False if there is none such."""
        self.search.clear()
        found = self.table.select(line)
        if found:
            self.table.setFocus()
        return found

    def tell_problem(self, fact: str, reason: str) -> None:
        """Something was not done."""
        self.banner.tell(BannerKind.BAD, fact, reason, self.tr("Dismiss"))

    def ask(self, fact: str, consequence: str, action: str) -> None:
        """Something can be done by the banner's button."""
        self.banner.tell(BannerKind.INFO, fact, consequence, action)

    def _fill(self) -> None:
        rules, now = self._rules, self._now
        if rules is None or now is None:
            self.empty.tell("refresh-cw", self.tr("Reading the rules"), self.tr("The engine is starting."))
            self._stack.setCurrentWidget(self.empty)
            self._lower.hide()
            self.counts.setText("")
            return
        self._stack.setCurrentWidget(self.table)
        self._lower.show()
        off = sum(not one.enabled for one in rules.shipped)
        counts = [self.tr("{0} of your own").format(len(rules.own)), self.tr("{0} shipped").format(len(rules.shipped))]
        counts += [self.tr("{0} switched off").format(off)] if off else []
        counts += [self.tr("{0} problems").format(len(rules.problems))] if len(rules.problems) > 1 else []
        counts += [self.tr("1 problem")] if len(rules.problems) == 1 else []
        self.counts.setText(" · ".join(counts))
        self.export_file.setEnabled(bool(rules.own) or count_of(overlay_of(rules)) > 0)
        self.undo.setVisible(bool(rules.undo))
        self.undo.set_words(self.tr("Undo"), self.tr("Undo the last change: {0}").format(rules.undo))
        self.table.show_rules(rules, now, self._language, self.search.text())
        self._show_line(self.table.line)

    def _show_line(self, line: Line | None) -> None:
        rules = self._rules
        if line is None or rules is None:
            self.detail.show_nothing()
            return
        match line.kind:
            case LineKind.OWN:
                for own in rules.own:
                    if own.rule.id == line.id:
                        self.detail.show_own(own)
            case LineKind.SHIPPED:
                for shipped in rules.shipped:
                    if shipped.id == line.id:
                        self.detail.show_shipped(shipped)
            case LineKind.WORDS:
                for words in rules.words:
                    if words.name == line.id:
                        self.detail.show_words(words)
            case LineKind.PROBLEM:
                self.detail.show_problem(rules.problems[int(line.id)])

    def _on_opened(self, line: Line) -> None:
        if line.kind is LineKind.OWN:
            self.edit_wanted.emit(line.id)
        elif line.kind is LineKind.WORDS:
            self.detail.phrase.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.table.line
        if (
            event.key() == Qt.Key.Key_Delete
            and self.table.hasFocus()
            and line is not None
            and line.kind is LineKind.OWN
        ):
            self.remove_wanted.emit(line.id)
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def set_language(self, language: str) -> None:
        """Interface language; the translation is installed already."""
        self._language = language
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Rules"))
        self.title.setText(self.tr("Rules"))
        self.title.setFont(self._marks.fonts.font("title", self._language))
        self.banner.language = self.empty.language = self._language
        self.toast.set_language(self._language)
        self.import_file.set_words(self.tr("Import…"))
        self.export_file.set_words(
            self.tr("Export…"), self.tr("Your own rules and your changes to the shipped ones as a file")
        )
        self.new.set_words(self.tr("New rule"), "Ctrl+N")
        self.search.setPlaceholderText(self.tr("Search rules and words"))
        self.search.setAccessibleName(self.tr("Search rules and words"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

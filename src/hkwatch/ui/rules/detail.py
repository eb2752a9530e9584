# SPDX-License-Identifier: MIT
"""Below the tree: the selected rule in words, a word list with what can be added and taken out, a problem in full."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hkwatch.domain.rule_views import OwnRule, RuleProblem, ShippedRule, Words
from hkwatch.ui.dialogs import plain
from hkwatch.ui.error_text import error_text
from hkwatch.ui.marks import Marks
from hkwatch.ui.rule_names import pack_name, rule_name
from hkwatch.ui.rules.words import outcome_text, question_text, shipped_text
from hkwatch.ui.sources.parts import IconButton, wrapping

_PHRASE = Qt.ItemDataRole.UserRole


class RuleDetail(QWidget):
    """Shows one thing at a time; empty for a heading."""

    edit_wanted = Signal(str)
    remove_wanted = Signal(str)
    """Id of an own rule."""
    words_wanted = Signal(str, object, object)
    """Word list, and tuples of phrases to add and to take out."""

    def __init__(self, marks: Marks, language: str) -> None:
        super().__init__()
        self._marks = marks
        self._rule, self._words = "", Words("", "", "", ())
        self.title = wrapping()
        self.title.setFont(marks.fonts.font("h2", language))
        self.facts = wrapping("muted", selectable=True)
        self.edit, self.remove = IconButton(marks, "pencil"), IconButton(marks, "trash-2", "danger")
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self._rule))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._rule))
        self.phrases = QListWidget()
        self.phrases.setFlow(QListWidget.Flow.LeftToRight)
        self.phrases.setWrapping(True)
        self.phrases.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.phrases.setSpacing(2)
        self.phrases.itemSelectionChanged.connect(self._on_phrase)
        self.phrase = QLineEdit()
        self.phrase.textChanged.connect(self._on_phrase_typed)
        self.phrase.returnPressed.connect(self._on_add)
        self.add, self.take_out = IconButton(marks, "plus"), IconButton(marks, "minus")
        self.add.clicked.connect(self._on_add)
        self.take_out.clicked.connect(self._on_take_out)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.remove)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addLayout(buttons)
        self._of_words = QWidget()
        line = QHBoxLayout()
        line.setSpacing(8)
        self._label = plain("")
        self._label.setBuddy(self.phrase)
        for widget in (self._label, self.phrase, self.add, self.take_out):
            line.addWidget(widget, int(widget is self.phrase))
        inner = QVBoxLayout(self._of_words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.phrases, 1)
        inner.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self._of_words, 1)
        column.addStretch(0)
        self._retranslate()
        self.show_nothing()

    def show_nothing(self) -> None:
        """A heading is selected."""
        self._tell("", self.tr("A rule's box switches it off and on. Enter edits one of your own."))

    def show_own(self, one: OwnRule) -> None:
        """A rule of the user's."""
        rule = one.rule
        facts = [self.tr("If {0}").format(rule.condition)]
        facts += [self.tr("Unless {0}").format(rule.unless)] if rule.unless else []
        facts += [self.tr("Then {0}").format(outcome_text(rule)), one.problem or question_text(one.use.question)]
        self._rule = rule.id
        self._tell(rule.name, "\n".join(fact for fact in facts if fact), is_own=True)

    def show_shipped(self, one: ShippedRule) -> None:
        """A rule of a pack."""
        facts = [f"{pack_name(one.pack)} · {one.id}", shipped_text(one.outcome), question_text(one.use.question)]
        facts.append(self.tr("Its box switches it off and on; the change survives new versions of the pack."))
        self._tell(rule_name(one.why) or one.id, "\n".join(fact for fact in facts if fact))

    def show_problem(self, one: RuleProblem) -> None:
        """What cannot be used."""
        self._tell(one.where or self.tr("Rule files"), error_text(one.reason))

    def show_words(self, words: Words) -> None:
        """A word list of a pack, with what the user changed in it."""
        chosen = self._chosen()
        kept = chosen.data(_PHRASE) if chosen is not None and words.name == self._words.name else None
        self._words = words
        self._tell(rule_name(words.why) or words.name, f"{pack_name(words.pack)} · {words.name}", is_words=True)
        self.phrases.clear()
        theme = self._marks.theme
        for phrase in (*words.phrases, *words.added):
            item = QListWidgetItem(phrase)
            item.setData(_PHRASE, phrase)
            if phrase in words.removed:
                font = self.phrases.font()
                font.setStrikeOut(True)
                item.setFont(font)
                item.setForeground(QBrush(theme.colour("muted")))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("{0}, taken out").format(phrase))
            elif phrase in words.added:
                item.setText(f"+ {phrase}")
                item.setForeground(QBrush(theme.colour("accent")))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("{0}, added by you").format(phrase))
            self.phrases.addItem(item)
            if phrase == kept:
                self.phrases.setCurrentItem(item)
        self._on_phrase()

    def _tell(self, title: str, facts: str, *, is_own: bool = False, is_words: bool = False) -> None:
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.facts.setText(facts)
        self.edit.setVisible(is_own)
        self.remove.setVisible(is_own)
        self._of_words.setVisible(is_words)

    def _on_phrase(self) -> None:
        chosen = self._chosen()
        self.take_out.setEnabled(chosen is not None)
        is_out = chosen is not None and chosen.data(_PHRASE) in self._words.removed
        self.take_out.set_icon("undo-2" if is_out else "minus")
        self.take_out.set_words(self.tr("Put back") if is_out else self.tr("Take out"))

    def _on_phrase_typed(self, text: str) -> None:
        self.add.setEnabled(bool(text.strip()))

    def _chosen(self) -> QListWidgetItem | None:
        rows = self.phrases.selectedItems()
        return rows[0] if rows else None

    def _on_add(self) -> None:
        phrase = self.phrase.text().strip()
        if phrase:
            self.phrase.clear()
            self.words_wanted.emit(self._words.name, (phrase,), ())

    def _on_take_out(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        phrase = (chosen.data(_PHRASE),)
        is_out = phrase[0] in self._words.removed
        self.words_wanted.emit(self._words.name, phrase if is_out else (), () if is_out else phrase)

    def _retranslate(self) -> None:
        self.edit.set_words(self.tr("Edit…"))
        self.remove.set_words(self.tr("Delete"))
        self.add.set_words(self.tr("Add"))
        self.add.setEnabled(bool(self.phrase.text().strip()))
        self._label.setText(self.tr("Another word or phrase"))
        self.phrase.setAccessibleName(self.tr("Another word or phrase"))
        self.phrases.setAccessibleName(self.tr("Words of the list"))
        self._on_phrase()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

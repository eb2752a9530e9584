# SPDX-License-Identifier: MIT
"""The tree of all rules: problems, the user's own, then each pack with its rules and word lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from hkwatch.domain.rule_commands import RulesChanged
from hkwatch.domain.rule_views import OwnRule, RuleProblem, RuleUse, ShippedRule, Words
from hkwatch.ui.chosen_row import ChosenRow
from hkwatch.ui.error_text import error_text
from hkwatch.ui.marks import Marks
from hkwatch.ui.rule_names import pack_name, rule_name
from hkwatch.ui.rules.words import hits_text, last_text, outcome_text, question_text, shipped_text

_WIDTHS = (220, 76, 124, 190)
_NAME_LEAST = 260
"""So wide the names stay in a narrow window: the notes give way first, then what rules do."""
_GIVE_WAY = ((4, 110), (1, 140))
_RIGHT = (2, 3)
_DATA = Qt.ItemDataRole.UserRole


class LineKind(StrEnum):
    """What a line of the tree stands for."""

    OWN = "own"
    SHIPPED = "shipped"
    WORDS = "words"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Line:
    """A line by what it stands for and its id there."""

    kind: LineKind
    id: str


class RulesTable(QTreeWidget):
    """Boxes switch rules; Enter opens one. The selected line and what is folded stay through `show_rules`."""

    chosen = Signal(object)
    """Line that is selected, None for a heading."""
    opened = Signal(object)
    """Line that was activated."""
    switched = Signal(object, bool)
    """Line of a rule, and whether it is to run."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, "en"
        self._filling = False
        self._sections: dict[str, QTreeWidgetItem] = {}
        self._folded: set[str] | None = None
        self.setColumnCount(5)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIndentation(18)
        ChosenRow(self, marks)
        header = self.header()
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in enumerate(_WIDTHS, 1):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(place, width)
        # As far from the edge as the headings, so that a time does not touch the note after it.
        self.setStyleSheet("QTreeView::item { padding: 0 5px; }")
        for place in _RIGHT:
            self.headerItem().setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.currentItemChanged.connect(lambda item, _: self.chosen.emit(_line(item)))
        self.itemActivated.connect(self._on_activated)
        self.itemChanged.connect(self._on_changed)
        self._retranslate()

    def show_rules(self, rules: RulesChanged, now: datetime, language: str, sought: str = "") -> None:
        """Fill the tree; `sought` leaves only lines that hold these words."""
        self._language = language
        kept = self.line
        if self._sections:
            self._folded = {name for name, item in self._sections.items() if not item.isExpanded()}
        self._filling = True
        self.clear()
        self._sections = {}
        words = sought.lower().split()
        self._problems([(n, one) for n, one in enumerate(rules.problems) if _holds(words, one.where, one.reason)])
        own = [one for one in rules.own if _holds(words, one.rule.name, one.rule.condition, outcome_text(one.rule))]
        self._own(own, now, is_searched=bool(words))
        versions = {pack.name: pack for pack in rules.packs}
        for name in dict.fromkeys((*(one.pack for one in rules.shipped), *(one.pack for one in rules.words))):
            shipped = [
                one for one in rules.shipped if one.pack == name and _holds(words, *_sought(one.id, one.why, name))
            ]
            lists = [
                one
                for one in rules.words
                if one.pack == name and _holds(words, *_sought(one.name, one.why, name), *one.phrases, *one.added)
            ]
            if shipped or lists:
                version = versions[name].version if name in versions else 0
                said = self._counted(len(shipped))
                said += f" · {self.tr('version {0}').format(version)}" if version else ""
                self._pack(name, said, shipped, lists, now)
        for name, item in self._sections.items():
            # Packs are many lines that are seldom looked at.
            folded = name.startswith("pack:") if self._folded is None else name in self._folded
            item.setExpanded(bool(words) or not folded)
        self._filling = False
        if kept is None or not self.select(kept):
            self._select_first()

    @property
    def line(self) -> Line | None:
        """The selected line."""
        return _line(self.currentItem())

    def select(self, line: Line) -> bool:
        """Select a line and show it; False if it is not there."""
        for item in self._items():
            if _line(item) == line:
                parent = item.parent()
                if parent is not None:
                    parent.setExpanded(True)
                self.setCurrentItem(item)
                self.scrollToItem(item)
                return True
        return False

    def _select_first(self) -> None:
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.topLevelItemCount()):
            section = self.topLevelItem(at)
            for place in range(section.childCount() if section is not None else 0):
                child = section.child(place) if section is not None else None
                if child is not None:
                    yield child

    def _section(self, name: str, title: str, said: str = "") -> QTreeWidgetItem:
        item = QTreeWidgetItem([title, "", "", "", ""])
        self._tall(item)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(0, font)
        item.setText(1, said)
        item.setForeground(1, QBrush(self._marks.theme.colour("muted")))
        self.addTopLevelItem(item)
        self._sections[name] = item
        return item

    def _problems(self, problems: Sequence[tuple[int, RuleProblem]]) -> None:
        if not problems:
            return
        section = self._section("problems", self.tr("Problems"), f"{len(problems):,}")
        for place, one in problems:
            item = QTreeWidgetItem([f"⚠ {one.where or self.tr('rule files')}", error_text(one.reason)])
            item.setForeground(0, QBrush(self._marks.theme.colour("bad")))
            item.setToolTip(0, one.where)
            item.setToolTip(1, error_text(one.reason))
            item.setData(0, _DATA, Line(LineKind.PROBLEM, str(place)))
            self._tall(item)
            section.addChild(item)

    def _counted(self, rules: int) -> str:
        return self.tr("1 rule") if rules == 1 else self.tr("{0} rules").format(rules)

    def _own(self, own: Sequence[OwnRule], now: datetime, *, is_searched: bool) -> None:
        section = self._section("own", self.tr("Your rules"), self._counted(len(own)) if own else "")
        for one in own:
            item = self._rule_line(
                one.rule.name, outcome_text(one.rule), one.use, one.problem, Line(LineKind.OWN, one.rule.id), now
            )
            item.setToolTip(0, one.rule.condition)
            item.setCheckState(0, _checked(one.rule.enabled))
            section.addChild(item)
        if not own:
            said = self.tr("No match") if is_searched else self.tr("None yet. “New rule” writes one.")
            empty = QTreeWidgetItem([said])
            empty.setForeground(0, QBrush(self._marks.theme.colour("muted")))
            empty.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._tall(empty)
            section.addChild(empty)

    def _pack(
        self, name: str, said: str, shipped: Sequence[ShippedRule], lists: Sequence[Words], now: datetime
    ) -> None:
        section = self._section(f"pack:{name}", pack_name(name), said)
        section.setToolTip(0, self.tr("Pack “{0}”").format(name))
        for one in shipped:
            line = Line(LineKind.SHIPPED, one.id)
            item = self._rule_line(rule_name(one.why) or one.id, shipped_text(one.outcome), one.use, "", line, now)
            item.setToolTip(0, f"{item.text(0)}\n{one.id}")
            item.setCheckState(0, _checked(one.enabled))
            if one.edited:
                item.setText(4, " · ".join(part for part in (self.tr("changed by you"), item.text(4)) if part))
            section.addChild(item)
        for entry in lists:
            edited = len(entry.added) + len(entry.removed)
            item = QTreeWidgetItem(
                [rule_name(entry.why) or entry.name, self.tr("{0} words").format(len(entry.phrases))]
            )
            item.setText(4, self.tr("{0} changes by you").format(edited) if edited else "")
            item.setToolTip(0, f"{item.text(0)}\n{entry.name}")
            item.setData(0, _DATA, Line(LineKind.WORDS, entry.name))
            item.setForeground(1, QBrush(self._marks.theme.colour("muted")))
            self._tall(item)
            item.setIcon(0, self._marks.icons.button_icon("quote", "muted")[0])
            section.addChild(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header = self.header()
        lacking = _NAME_LEAST - (self.viewport().width() - sum(_WIDTHS))
        for place, least in _GIVE_WAY:
            given = min(max(0, lacking), _WIDTHS[place - 1] - least)
            header.resizeSection(place, _WIDTHS[place - 1] - given)
            lacking -= given

    def _tall(self, item: QTreeWidgetItem) -> None:
        item.setSizeHint(0, QSize(0, self._marks.theme.size("table_row")))

    def _rule_line(
        self, name: str, outcome: str, use: RuleUse, problem: str, line: Line, now: datetime
    ) -> QTreeWidgetItem:
        theme = self._marks.theme
        note = problem or question_text(use.question)
        item = QTreeWidgetItem([name, outcome, hits_text(use), last_text(use, now, self._language), note])
        self._tall(item)
        item.setData(0, _DATA, line)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        for place in _RIGHT:
            item.setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column in (1, 2, 3):
            item.setForeground(column, QBrush(theme.colour("muted")))
        item.setForeground(4, QBrush(theme.colour("bad" if problem else "warn")))
        item.setToolTip(1, outcome)
        item.setToolTip(4, note)
        return item

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        line = _line(item)
        if line is not None:
            self.opened.emit(line)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        line = _line(item)
        if not self._filling and column == 0 and line is not None and line.kind in (LineKind.OWN, LineKind.SHIPPED):
            on = item.checkState(0) is Qt.CheckState.Checked
            # Whoever answers fills the tree anew, which must not take the item away under its own signal.
            QTimer.singleShot(0, self, lambda: self.switched.emit(line, on))

    def _retranslate(self) -> None:
        self.setHeaderLabels(
            [self.tr("Rule"), self.tr("What it does"), self.tr("30 days"), self.tr("Last hit"), self.tr("Note")]
        )
        self.setAccessibleName(self.tr("Rules"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def _line(item: QTreeWidgetItem | None) -> Line | None:
    found = item.data(0, _DATA) if item is not None else None
    return found if isinstance(found, Line) else None


def _holds(words: Sequence[str], *texts: str) -> bool:
    whole = "\n".join(texts).lower()
    return all(word in whole for word in words)


def _checked(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


def _sought(name: str, sentence: str, pack: str) -> tuple[str, ...]:
    """What a shipped rule or word list is found by, in English and in the language of the window."""
    return name, sentence, rule_name(sentence), pack, pack_name(pack)

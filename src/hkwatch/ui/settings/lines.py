# SPDX-License-Identifier: MIT
"""One option on a page: its name, what it does, the control that holds its value, and the way back to the default."""

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.ui.away.settings_rows import folder_button
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.settings_row import Row
from hkwatch.ui.theme import pad_spin_box
from hkwatch.ui.tick_row import TickRow

CHOICE_WIDTH = 208
_NUMBER_WIDTH = 120


class Line(QObject):
    """An option in the grid of its page. `control` has the keyboard; `names` is what it is searched by, folded."""

    wanted = Signal(str, str, object)
    """Section, option, and the value that shall hold."""

    def __init__(self, row: Row, marks: Marks, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.row, self._marks = row, marks
        self.names: tuple[str, ...] = ()
        self._show: Callable[[object], None] = lambda _value: None
        self.control = self._make(parent)
        self.control.setAccessibleName(row.text)
        self.control.setAccessibleDescription(row.description)
        self.words = QWidget(parent)
        column = QVBoxLayout(self.words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._texts: list[tuple[QLabel, str]] = []
        for text, role, font in ((row.text, "", "body"), (row.description, "muted", "small")):
            if text:
                label = plain(text, role)
                label.setFont(marks.fonts.font(font, language))
                label.setWordWrap(True)
                column.addWidget(label)
                self._texts.append((label, text))
        self._wrong = plain(row.wrong, "warn")
        self._wrong.setFont(marks.fonts.font("small", language))
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        column.addWidget(self._wrong)
        self.reset = QToolButton(parent)
        self.reset.setIcon(marks.icons.icon("rotate-ccw", "muted"))
        self.reset.setAutoRaise(True)
        translate = QCoreApplication.translate
        self.reset.setAccessibleName(translate("SettingsDialog", "Back to the default: {0}").format(row.text))
        self.reset.setToolTip(translate("SettingsDialog", "Back to the default"))
        self.reset.clicked.connect(self._on_reset)
        keeps = self.reset.sizePolicy()
        # The controls must not move when the button comes and goes.
        keeps.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keeps)
        self._default: object = None

    def place(self, grid: QGridLayout, line: int) -> None:
        """Put it into a grid of three columns."""
        grid.addWidget(self.words, line, 0, Qt.AlignmentFlag.AlignVCenter)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        grid.addWidget(self.control, line, 1, right | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.reset, line, 2, Qt.AlignmentFlag.AlignVCenter)

    def show_value(self, value: object, default: object) -> None:
        """Show what holds; nothing is told for it."""
        self._default = default
        blocked = self.control.blockSignals(True)
        self._show(value)
        self.control.blockSignals(blocked)
        self._wrong.hide()
        had_focus = self.reset.hasFocus()
        self.reset.setVisible(value != default)
        if had_focus and value == default:
            self.control.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self) -> None:
        """Say under its name that what was entered cannot be; what held goes on."""
        self._wrong.show()
        self.control.setAccessibleDescription(f"{self.row.description} {self.row.wrong}")

    def fits(self, words: Sequence[str]) -> bool:
        """Whether all of these folded words are in it, each in whatever language."""
        return all(any(word in name for name in self.names) for word in words)

    def light(self, words: Sequence[str], fold: Callable[[str], str]) -> None:
        """Mark where the words stand in the shown texts; none = no marks."""
        for label, text in self._texts:
            lit = _lit(text, words, fold, self._marks)
            label.setTextFormat(Qt.TextFormat.RichText if lit else Qt.TextFormat.PlainText)
            label.setText(lit or text)

    def _on_reset(self) -> None:
        self._tell(self._default)

    def _tell(self, value: object) -> None:
        self.wanted.emit(self.row.section, self.row.option, value)

    # Controls

    def _make(self, parent: QWidget) -> QWidget:
        row = self.row
        if row.choices:
            return self._choice(parent)
        if row.several:
            return self._several()
        if row.is_folder:
            return folder_button(parent, row, "", lambda _row, value: self._tell(value))
        if row.limits is not None:
            return self._number(parent, row.limits)
        if row.placeholder is not None:
            return self._text(parent, row.placeholder)
        check = QCheckBox(parent)
        # A box is drawn at the beginning of the room that a finger needs; the others' right edge is its end.
        check.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        check.toggled.connect(self._tell)
        self._show = lambda value: check.setChecked(bool(value))
        return check

    def _choice(self, parent: QWidget) -> QComboBox:
        box = QComboBox(parent)
        for key, text in self.row.choices:
            box.addItem(text, key)
            if key in self.row.barred:
                box.setItemData(box.count() - 1, 0, Qt.ItemDataRole.UserRole - 1)
        box.setMinimumWidth(CHOICE_WIDTH)
        # The wheel is for the page: turning it must not change what is under the pointer.
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.activated.connect(lambda at: self._tell(box.itemData(at)))
        self._show = lambda value: box.setCurrentIndex(box.findData(str(value)))
        return box

    def _several(self) -> TickRow:
        row = self.row
        ticks = TickRow(row.several, (), row.text, may_be_none=row.may_be_none)
        if row.of_numbers:
            ticks.changed.connect(lambda keys: self._tell(tuple(int(key) for key in keys)))
        else:
            ticks.changed.connect(self._tell)
        self._show = lambda value: ticks.set_chosen(tuple(map(str, value)) if isinstance(value, tuple) else ())
        return ticks

    def _number(self, parent: QWidget, limits: tuple[int, int]) -> QSpinBox:
        spin = QSpinBox(parent)
        spin.setRange(*limits)
        spin.setSuffix(self.row.suffix)
        spin.setSpecialValueText(self.row.lowest)
        spin.setMinimumWidth(_NUMBER_WIDTH)
        spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pad_spin_box(spin)
        # While a number is typed its beginnings are not meant.
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(self._tell)
        self._show = lambda value: spin.setValue(int(str(value)))
        return spin

    def _text(self, parent: QWidget, placeholder: str) -> QLineEdit:
        line = QLineEdit(parent)
        line.setPlaceholderText(placeholder)
        line.setMaxLength(200 if self.row.wrong else 80)
        line.setMinimumWidth(CHOICE_WIDTH)
        # A name half typed is nobody's.
        line.editingFinished.connect(lambda: self._tell(line.text().strip()))
        self._show = lambda value: line.setText(str(value)) if line.text().strip() != str(value) else None
        return line


def _lit(text: str, words: Sequence[str], fold: Callable[[str], str], marks: Marks) -> str:
    """The text as HTML with the words on the ground of matches, empty where none stands in it."""
    folded = fold(text)
    if len(folded) != len(text):
        return ""
    spans = sorted((at, at + len(word)) for word in words if word and (at := folded.find(word)) >= 0)
    if not spans:
        return ""
    ink, ground = marks.theme.hex("mark_text"), marks.theme.hex("mark")
    parts, done = [], 0
    for start, end in spans:
        if start < done:
            continue
        parts.append(html.escape(text[done:start]))
        parts.append(f'<span style="color:{ink};background-color:{ground}">{html.escape(text[start:end])}</span>')
        done = end
    return "".join([*parts, html.escape(text[done:])])

# SPDX-License-Identifier: MIT
"""The rail at the left: views, saved searches, and the publishers with the state of their sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.ui.marks import DotState, Marks
from hkwatch.ui.saved.line import SavedLine
from hkwatch.ui.theme import baseline, has_ring
from hkwatch.ui.theme.choice_button import ChoiceButton
from hkwatch.ui.words import Counts

_INSET = 8
_ICON_X = 20
_DOT_X = 28
_TEXT_X = 44
_COUNT_RIGHT = 22
_TOOL = 24
_LABEL_HEIGHT, _FIRST_LABEL_HEIGHT, _LABEL_UNDER = 38, 35, 13


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A view. `key` is told when it is chosen; `icon` is an icon's name; `count` None shows no number."""

    key: str
    text: str
    icon: str
    count: int | None = None
    capped: bool = False
    """There are more than `count`."""
    words: str = ""
    """Shown in the tooltip."""
    notify: bool = False
    """A saved search whose new items are told."""


@dataclass(frozen=True, slots=True)
class SourceDot:
    """State of a publisher's sources, with the words for it: shown in the tooltip and spoken."""

    state: DotState
    words: str


@dataclass(frozen=True, slots=True)
class RailSource:
    """A publisher. `count` is its unread items, None shows no number."""

    key: str
    text: str
    dot: SourceDot
    count: int | None = None


class RailButton(ChoiceButton):
    """One line of the rail, 28 px high."""

    def __init__(self, marks: Marks, entry: RailEntry | RailSource, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = marks
        self._language = language
        self._entry = entry
        self._is_filled = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(marks.theme.size("rail_row"))
        # A long name is cut at the rail's edge, and whole in the tooltip; it must not make the rail wider than its room.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_entry(entry, language)

    @property
    def key(self) -> str:
        """What is told when it is chosen."""
        return self._entry.key

    @property
    def entry(self) -> RailEntry | RailSource:
        """What it shows."""
        return self._entry

    def set_entry(self, entry: RailEntry | RailSource, language: str) -> None:
        """Other texts, count or state for the same key."""
        if self._is_filled and (entry, language) == (self._entry, self._language):
            return
        self._is_filled = True
        self._entry, self._language = entry, language
        self.setText(entry.text)
        spoken = [entry.text]
        if isinstance(entry, RailSource):
            spoken.append(entry.dot.words)
            self.setToolTip(entry.dot.words)
        elif entry.words:
            self.setToolTip(f"<p style='white-space: pre-wrap'>{escape(entry.words)}</p>")
            spoken.append(entry.words.replace("\n", ", "))
        if entry.count is not None:
            spoken.append(Counts().items(entry.count))
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.update()

    def sizeHint(self) -> QSize:
        width = self._marks.fonts.metrics("strong", self._language).horizontalAdvance(self._entry.text)
        return QSize(_TEXT_X + round(width) + 32, self._marks.theme.size("rail_row"))

    def paintEvent(self, event: QPaintEvent) -> None:
        marks, theme, fonts = self._marks, self._marks.theme, self._marks.fonts
        entry, active = self._entry, self.isChecked()
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(_INSET, 0, -_INSET, 0)
        if active or self.underMouse():
            ground = theme.colour("select_rail" if active else "hover_rail")
            marks.round_rect(painter, box, theme.radius("control"), ground)
        if has_ring(self):
            marks.outline(painter, box, theme.radius("control"), theme.colour("accent"), 2)
        middle = self.height() / 2
        if isinstance(entry, RailSource):
            marks.source_dot(painter, _DOT_X, middle, entry.dot.state)
        else:
            marks.icon(painter, entry.icon, "accent" if active else "muted", _ICON_X, middle - 8, 16)
        line = baseline(0, self.height(), 13)
        stop = self.width() - _COUNT_RIGHT
        if entry.count is not None:
            role = "small_strong" if active else "small"
            count = f"{entry.count}+" if isinstance(entry, RailEntry) and entry.capped else str(entry.count)
            width = fonts.metrics(role).horizontalAdvance(count)
            painter.setFont(fonts.shared(role))
            painter.setPen(theme.colour("accent" if active else "muted"))
            painter.drawText(QPointF(stop - width, line), count)
            stop -= round(width) + 8
        else:
            stop = self.width() - _INSET - 4
        role = "strong" if active else "body"
        metrics = fonts.metrics(role, self._language)
        text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, stop - _TEXT_X)
        painter.setFont(fonts.shared(role, self._language))
        painter.setPen(theme.colour("accent" if active else "text"))
        painter.drawText(QPointF(_TEXT_X, line), text)


class RailLabel(QWidget):
    """Head of a section."""

    def __init__(self, marks: Marks, parent: QWidget, *, first: bool) -> None:
        super().__init__(parent)
        self._marks = marks
        self._text = ""
        self._language = "en"
        self.setFixedHeight(_FIRST_LABEL_HEIGHT if first else _LABEL_HEIGHT)

    def hold(self, *buttons: QToolButton) -> None:
        """Put buttons at the right end, on the text's line."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, self.height() - _TOOL - 1, _COUNT_RIGHT - 8, 1)
        row.setSpacing(0)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)

    def set_text(self, text: str, language: str) -> None:
        """The section's name."""
        self._text, self._language = text, language
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._marks.fonts.shared("label", self._language))
        painter.setPen(self._marks.theme.colour("muted"))
        px = self._marks.fonts.px("label", self._language)
        line = baseline(self.height() - _LABEL_UNDER - 8, 16, px)
        painter.drawText(QPointF(_ICON_X, line), self._text)


class Rail(QWidget):
    """Sections of exclusive lines. Arrow keys move, a change of data keeps lines, choice and focus."""

    view_chosen = Signal(str)
    """A view or a saved search."""
    source_chosen = Signal(str)
    """A publisher."""
    edit_wanted = Signal(str)
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    """A saved search, one up (−1) or down (1)."""
    notify_wanted = Signal(str, bool)
    """A saved search, and whether its new items shall be told."""
    manage_wanted = Signal()
    """Show the sources one by one."""
    add_wanted = Signal()
    """Add a source."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._language = "en"
        self._group = QButtonGroup(self)
        self._buttons: dict[str, dict[str, RailButton]] = {"views": {}, "saved": {}, "sources": {}}
        self._inner = QWidget()
        self._inner.setProperty("ground", "window")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(1)
        self._labels = {name: RailLabel(marks, self._inner, first=name == "views") for name in self._buttons}
        for name, label in self._labels.items():
            self._column.addWidget(label)
            # Heads come with their lines: what comes later must not push one down that stands there.
            label.setVisible(name == "views")
        self.manage, self.add = QToolButton(), QToolButton()
        for button, told in ((self.manage, self.manage_wanted), (self.add, self.add_wanted)):
            button.setFixedSize(_TOOL, _TOOL)
            button.clicked.connect(told)
        self._labels["sources"].hold(self.manage, self.add)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inner)
        scroll.setProperty("ground", "window")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._scroll = scroll
        self.setMinimumWidth(176)
        self.setMaximumWidth(320)
        self._group.buttonClicked.connect(self._clicked)
        marks.theme.changed.connect(self._repaint)
        self._retranslate()

    def sizeHint(self) -> QSize:
        return QSize(self._marks.theme.size("rail_width"), 400)

    def set_language(self, language: str) -> None:
        """The interface language of the texts that come with `set_views` and the others."""
        self._language = language
        self._retranslate()

    def set_views(self, entries: Sequence[RailEntry]) -> None:
        """The views, in this order. The first one is chosen when nothing was."""
        self._fill("views", entries)
        if self._group.checkedButton() is None and entries:
            self._buttons["views"][entries[0].key].show_checked(True)

    def set_saved(self, entries: Sequence[RailEntry]) -> None:
        """Saved searches; without any the section is not shown."""
        self._fill("saved", entries)
        self._labels["saved"].setVisible(bool(entries))

    def set_sources(self, entries: Sequence[RailSource]) -> None:
        """The publishers, in this order."""
        self._fill("sources", entries)
        self._labels["sources"].show()

    @property
    def current(self) -> str:
        """Key of the chosen line; empty before there are any."""
        button = self._group.checkedButton()
        return button.key if isinstance(button, RailButton) else ""

    def choose(self, key: str) -> bool:
        """Choose a line without telling; False for a key that is not there."""
        for buttons in self._buttons.values():
            if key in buttons:
                buttons[key].show_checked(True)
                return True
        return False

    def source_wanted(self, key: str) -> None:
        """Choose a publisher and tell it, as a click does."""
        self.choose(key)
        self.source_chosen.emit(key)

    def focus_current(self) -> None:
        """Give the chosen line the focus."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def button(self, key: str) -> RailButton | None:
        """The line with this key."""
        return next((buttons[key] for buttons in self._buttons.values() if key in buttons), None)

    def _fill(self, section: str, entries: Sequence[RailEntry | RailSource]) -> None:
        old = self._buttons[section]
        wanted = {entry.key for entry in entries}
        for key in [key for key in old if key not in wanted]:
            button = old.pop(key)
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        at = self._column.indexOf(self._labels[section]) + 1
        kept: dict[str, RailButton] = {}
        for place, entry in enumerate(entries):
            button = old.get(entry.key) or self._make(entry)
            button.set_entry(entry, self._language)
            if self._column.indexOf(button) != at + place:
                self._column.removeWidget(button)
                self._column.insertWidget(at + place, button)
            button.show()
            kept[entry.key] = button
        self._buttons[section] = kept
        self._column.activate()
        self._chain_tab_order()

    def _make(self, entry: RailEntry | RailSource) -> RailButton:
        button = RailButton(self._marks, entry, self._language, self._inner)
        self._group.addButton(button)
        button.chosen_by_reader.connect(lambda: self._clicked(button))
        if isinstance(entry, RailEntry) and entry.key.startswith("saved:"):
            SavedLine(button, self)
        return button

    def _chain_tab_order(self) -> None:
        chain = [button for buttons in self._buttons.values() for button in buttons.values()]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def tab_after(self, widget: QWidget) -> None:
        """The Tab key comes from this widget to the first line; for what was put into the window after the lines."""
        first = next((button for buttons in self._buttons.values() for button in buttons.values()), None)
        if first is not None:
            QWidget.setTabOrder(widget, first)
            self._chain_tab_order()

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RailButton):
            is_source = button.key in self._buttons["sources"]
            self._scroll.ensureWidgetVisible(button, 0, 8)
            (self.source_chosen if is_source else self.view_chosen).emit(button.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chain = [button for buttons in self._buttons.values() for button in buttons.values()]
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and chain:
            button = chain[0 if event.key() == Qt.Key.Key_Home else -1]
            button.setFocus(Qt.FocusReason.TabFocusReason)
            button.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() is QEvent.Type.StyleChange:
            self._set_icons()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Views and sources"))
        self._labels["views"].set_text(self.tr("Views"), self._language)
        self._labels["saved"].set_text(self.tr("Saved"), self._language)
        self._labels["sources"].set_text(self.tr("Sources"), self._language)
        for button, text in ((self.manage, self.tr("Manage sources")), (self.add, self.tr("Add source"))):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self._set_icons()

    def _set_icons(self) -> None:
        icons = self._marks.icons
        self.manage.setIcon(icons.icon("sliders-horizontal", "muted"))
        self.add.setIcon(icons.icon("plus", "muted"))

    def _repaint(self) -> None:
        for child in self._inner.findChildren(QWidget):
            child.update()

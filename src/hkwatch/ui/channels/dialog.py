# SPDX-License-Identifier: MIT
"""All channels: where they lead, how they do, and what could not be delivered."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.channels import ChannelSpec, ChannelView, shown_address
from hkwatch.domain.ids import ChannelId
from hkwatch.domain.item import Level
from hkwatch.ui.cause_words import cause_words
from hkwatch.ui.channels.words import facts_text, failure_text, kind_short, state_text, takes_text
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import short_time
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.marks import Marks
from hkwatch.ui.row_table import RowTable
from hkwatch.ui.sources.parts import fit_to_screen, wrapping
from hkwatch.ui.toast import Toast
from hkwatch.ui.words import level_text

_LOST_HEIGHT = 150


class ChannelsDialog(QDialog):
    """Follows the engine's word while it is open. Enter edits, Delete removes, Insert adds."""

    add_wanted = Signal()
    edit_wanted = Signal(object)
    """ChannelSpec."""
    pause_wanted = Signal(object, bool)
    remove_wanted = Signal(object)
    """ChannelSpec."""
    test_wanted = Signal(object)
    """ChannelId."""

    def __init__(self, marks: Marks, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language = marks, language
        self._views: tuple[ChannelView, ...] = ()
        self._now: datetime | None = None
        self._testing: set[ChannelId] = set()
        self._title = plain("")
        self._title.setFont(marks.fonts.font("title", language))
        self._intro = wrapping("muted")
        self.empty = EmptyState(marks)
        self.table = RowTable(marks, 6, 2)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemDoubleClicked.connect(self._on_edit)
        self.facts, self.failure = wrapping("text2"), wrapping("bad")
        self._lost_title = plain("", "strong")
        self.lost = RowTable(marks, 3, 1)
        self.lost.setMaximumHeight(_LOST_HEIGHT)
        self.lost.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.add, self.edit, self.pause = QPushButton(), QPushButton(), QPushButton()
        self.remove, self.test, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self.toast = Toast(marks.theme, marks.fonts, marks.icons, self, language)
        self._lay_out()
        self._connect()
        self.setMinimumSize(640, 360)
        fit_to_screen(self, 920, 560)
        self._retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for button in (self.add, self.edit, self.pause, self.remove):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.test, self.close_button):
            foot.addWidget(button)
        self.test.setProperty("kind", "primary")
        for button in (self.add, self.edit, self.pause, self.remove, self.test, self.close_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        # A cell has 8 px of its own: the words around the table stand where its texts do.
        column.setContentsMargins(16, 20, 16, 16)
        for label in (self._title, self._intro, self.facts, self.failure, self._lost_title):
            label.setContentsMargins(8, 0, 8, 0)
        foot.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(8)
        for label in (self._title, self._intro):
            column.addWidget(label)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        for widget in (self.facts, self.failure, self._lost_title, self.lost):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_wanted)
        self.empty.primary.connect(self.add_wanted)
        self.edit.clicked.connect(self._on_edit)
        self.pause.clicked.connect(self._on_pause)
        self.remove.clicked.connect(self._on_remove)
        self.test.clicked.connect(self._on_test)
        self.close_button.clicked.connect(self.accept)
        self._marks.theme.changed.connect(self._on_theme)

    def _on_theme(self) -> None:
        # A cell keeps the colour it was given.
        if self._now is not None:
            self.set_channels(self._views, self._now)

    def set_channels(self, views: tuple[ChannelView, ...], now: datetime) -> None:
        """Show these; the selected one stays selected."""
        chosen = self.chosen
        self._views, self._now = views, now
        self.table.setRowCount(len(views))
        for row, view in enumerate(views):
            spec = view.spec
            at = "" if view.last_ok_at is None else short_time(view.last_ok_at, now, self._language)
            cells = (
                spec.name,
                kind_short(spec.kind),
                shown_address(spec),
                self._level(spec.least),
                state_text(view),
                at,
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text if column != 3 else f"{text} · {takes_text(spec)}")
                if column == 4 and view.is_failing:
                    item.setIcon(self._marks.icons.icon("triangle-alert", "critical"))
                    item.setForeground(self._marks.theme.colour("critical"))
                self.table.setItem(row, column, item)
        same = next((n for n, view in enumerate(views) if chosen is not None and view.spec.id == chosen.spec.id), 0)
        if views:
            self.table.selectRow(same)
        self.empty.setVisible(not views)
        self.table.setVisible(bool(views))
        # Without a channel the empty state has the way to one, and nothing else can be done.
        for button in (self.add, self.edit, self.pause, self.remove, self.test):
            button.setVisible(bool(views))
        self._on_selected()

    def _level(self, least: Level) -> str:
        name = level_text(least)
        return name if least is Level.CRITICAL else self.tr("{0} and above").format(name)

    def set_testing(self, channel: ChannelId, *, testing: bool) -> None:
        """A test message is on its way by this channel, or is no longer."""
        (self._testing.add if testing else self._testing.discard)(channel)
        self._on_selected()

    @property
    def chosen(self) -> ChannelView | None:
        """The selected channel."""
        return self.table.chosen_of(self._views)

    def select(self, channel: ChannelId) -> None:
        """Select a channel."""
        place = next((n for n, view in enumerate(self._views) if view.spec.id == channel), None)
        if place is not None:
            self.table.selectRow(place)
            self.table.setFocus()

    def _on_selected(self) -> None:
        view, now = self.chosen, self._now
        for button in (self.edit, self.pause, self.remove):
            button.setEnabled(view is not None)
        testing = view is not None and view.spec.id in self._testing
        self.test.setEnabled(view is not None and not testing)
        self.test.setText(self.tr("Sending …") if testing else self.tr("Send a &test"))
        paused = view is not None and view.spec.paused
        self.pause.setText(self.tr("&Resume") if paused else self.tr("&Pause"))
        facts = failure = ""
        if view is not None and now is not None:
            facts, failure = facts_text(view, now, self._language), failure_text(view, now, self._language)
        self.facts.setText(facts)
        self.failure.setText(failure)
        self.facts.setVisible(bool(facts))
        self.failure.setVisible(bool(failure))
        self._show_lost(view)

    def _show_lost(self, view: ChannelView | None) -> None:
        lost = view.undelivered if view is not None else ()
        self._lost_title.setVisible(bool(lost))
        self.lost.setVisible(bool(lost))
        if view is None or self._now is None:
            return
        self._lost_title.setText(self.tr("Not delivered: {0}").format(view.lost))
        self.lost.setRowCount(len(lost))
        for row, one in enumerate(lost):
            why = (
                self.tr("May have arrived: hkwatch ended while it was being sent.")
                if one.maybe
                else cause_words(one.error)
            )
            for column, text in enumerate((short_time(one.at, self._now, self._language), one.title, why)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.lost.setItem(row, column, item)

    def _on_edit(self) -> None:
        if self.chosen is not None:
            self.edit_wanted.emit(self.chosen.spec)

    def _on_pause(self) -> None:
        if self.chosen is not None:
            self.pause_wanted.emit(self.chosen.spec.id, not self.chosen.spec.paused)

    def _on_remove(self) -> None:
        spec: ChannelSpec | None = None if self.chosen is None else self.chosen.spec
        if spec is not None:
            self.remove_wanted.emit(spec)

    def _on_test(self) -> None:
        if self.chosen is not None:
            self.test_wanted.emit(self.chosen.spec.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._on_remove()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._on_edit()
        else:
            super().keyPressEvent(event)

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        self.toast.set_language(language)
        self._title.setFont(self._marks.fonts.font("title", language))
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Channels"))
        self._title.setText(self.tr("Channels"))
        self._intro.setText(
            self.tr("Further ways out for notifications. What fails is tried again after 1, 5, 30 and 120 minutes.")
        )
        self.empty.language = self._language
        self.empty.tell(
            "send",
            self.tr("No channel yet"),
            self.tr("A webhook, ntfy on your phone, or e-mail, Telegram and Slack by apprise."),
            self.tr("&Add a channel…"),
        )
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                self.tr("Kind"),
                self.tr("To"),
                self.tr("Level"),
                self.tr("State"),
                self.tr("Last success, HKT"),
            ]
        )
        self.table.setAccessibleName(self.tr("Channels"))
        self.lost.setHorizontalHeaderLabels([self.tr("Time, HKT"), self.tr("Message"), self.tr("Why")])
        self.lost.setAccessibleName(self.tr("Not delivered"))
        self.add.setText(self.tr("&Add…"))
        self.edit.setText(self.tr("&Edit…"))
        self.remove.setText(self.tr("Re&move"))
        self.close_button.setText(self.tr("Close"))
        if self._now is not None:
            self.set_channels(self._views, self._now)
        else:
            self._on_selected()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

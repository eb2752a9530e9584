# SPDX-License-Identifier: MIT
"""The Away view, in the place of list, reader and price: one page of what happened while the user was not there."""

from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hkwatch.domain.away import AwaySummary
from hkwatch.services.away_wording import AwayWording
from hkwatch.ui.away.chart import PathCard
from hkwatch.ui.away.content import AwayContent, OfAlert
from hkwatch.ui.away.section import Section
from hkwatch.ui.away.texts import WindowTexts
from hkwatch.ui.away.tiles import Tile
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import IconButton, wrapping

_TILES = 5
_FEW_TILES, _TILE_FROM = 3, 168
"""So many stand in a row where a tile of a whole row would be narrower than this."""
_SIDE = 408
_NARROW = 860
"""Below this width the chart stands under the lists."""


class AwayPage(QScrollArea):
    """Takes a summary and tells wishes. Keys: E clears, Ctrl+C copies, Esc goes back to the list."""

    accessible_role = QAccessible.Role.Grouping

    item_wanted = Signal(object)
    """ItemId."""
    alert_wanted = Signal(object)
    """AlertId."""
    board_wanted = Signal(str)
    """`licences`, `deadlines`, `sources`: a window to open."""
    inbox_wanted = Signal()
    """All items."""
    clear_wanted = Signal()
    """The page was read."""
    left = Signal()
    """The user goes back to the list."""
    copied = Signal()
    """The page is on the clipboard."""

    def __init__(self, marks: Marks, now: datetime) -> None:
        super().__init__()
        self._marks, self._language, self._now = marks, "en", now
        self._names: Mapping[str, str] = {}
        self._told: AwaySummary | None = None
        self._content: AwayContent | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ground", "surface")
        self._build()
        self._retranslate()

    def _build(self) -> None:
        marks = self._marks
        inner = QWidget()
        inner.setProperty("ground", "surface")
        self.title, self.subtitle, self.sentence = plain(""), wrapping("muted"), wrapping()
        self.copy, self.clear = IconButton(marks, "copy"), IconButton(marks, "check", "primary")
        self.tiles = [Tile(marks) for _ in range(_TILES)]
        self.critical, self.changes, self.others, self.watch = (Section(marks) for _ in range(4))
        self.alerts, self.unsure = Section(marks), Section(marks)
        self.path = PathCard(marks)
        # Each layout is put in its place before it is filled: PySide keeps a wrapper of every item of a layout that comes
        # filled, also after Qt has ended the item, and takes it for whatever comes to lie at that address next.
        box = QVBoxLayout(inner)
        box.setContentsMargins(32, 22, 32, 24)
        box.setSpacing(18)
        head = QHBoxLayout()
        box.addLayout(head)
        head.setSpacing(8)
        words = QVBoxLayout()
        head.addLayout(words, 1)
        words.setSpacing(4)
        for label in (self.title, self.sentence, self.subtitle):
            words.addWidget(label)
        for button in (self.copy, self.clear):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._tile_rows = QGridLayout()
        box.addLayout(self._tile_rows)
        self._tile_rows.setSpacing(12)
        self._place_tiles(_TILES)
        self._columns = QHBoxLayout()
        box.addLayout(self._columns, 1)
        self._columns.setSpacing(20)
        left = QVBoxLayout()
        self._columns.addLayout(left, 1)
        left.setSpacing(0)
        for part in (self.critical, self.changes, self.others, self.watch):
            left.addWidget(part)
        left.addStretch(1)
        self._side = QWidget()
        self._side.setProperty("ground", "surface")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(18)
        side.addWidget(self.path)
        side.addWidget(self.alerts)
        side.addWidget(self.unsure)
        side.addStretch(1)
        self._columns.addWidget(self._side)
        self.setWidget(inner)
        for section in (self.critical, self.changes, self.others, self.watch, self.alerts, self.unsure):
            section.chosen.connect(self._on_chosen)
        self.others.more_wanted.connect(self.inbox_wanted)
        self.path.item_wanted.connect(self.item_wanted)
        self.copy.clicked.connect(self._on_copy)
        self.clear.clicked.connect(self.clear_wanted)

    # Values

    def set_summary(self, told: AwaySummary | None, now: datetime) -> None:
        """Show an absence; None where there never was one."""
        self._told, self._now = told, now
        self._fill()

    @property
    def told(self) -> AwaySummary | None:
        """What is shown."""
        return self._told

    @property
    def is_cleared(self) -> bool:
        """Whether there is nothing to clear."""
        return self._told is None or self._told.span.cleared

    def set_language(self, language: str, names: Mapping[str, str]) -> None:
        """Interface language, and the publishers' short names in it."""
        self._language, self._names = language, names
        self._retranslate()

    def _fill(self) -> None:
        told = self._told
        shown = told is not None and not told.span.cleared
        for part in (*self.tiles, self.critical, self.changes, self.others, self.watch, self.alerts, self.unsure):
            part.setVisible(shown)
        self.path.setVisible(shown)
        self._side.setVisible(shown)
        self.copy.setVisible(shown)
        self.clear.setVisible(shown)
        words = AwayWording(WindowTexts(self._language))
        if told is None or not shown:
            self._content = None
            self._tell_nothing(told, words)
            return
        content = self._content = AwayContent(told, words, self._names, self._language)
        self.title.setText(self.tr("While you were away"))
        self.subtitle.setText(content.subtitle())
        self.sentence.setText(content.sentence())
        self.setAccessibleName(f"{self.title.text()}. {content.sentence()}")
        for tile, text in zip(self.tiles, content.tiles(), strict=True):
            tile.tell(text, self._language)
        language, serious = self._language, told.critical + told.high
        none = self.tr("Nothing of level high or above came in.")
        self.critical.tell(
            self.tr("Critical and high"),
            content.items(serious, strong=True),
            language,
            count=len(serious),
            note="" if serious else none,
        )
        changes = content.changes()
        self.changes.tell(self.tr("Registers and deadlines"), changes, language, count=len(changes))
        self.others.tell(
            self.tr("Normal and low"),
            content.others(),
            language,
            count=len(told.others),
            more=self.tr("Show all in the inbox") if told.others else "",
        )
        self.watch.tell(self.tr("The watch itself"), content.watch(), language)
        late = self.tr("Reconstructed: found afterwards in prices that were not watched live.")
        self.alerts.tell(
            self.tr("Alerts"),
            content.alerts(),
            language,
            count=len(told.facts.firings),
            note=late if told.reconstructed else "",
        )
        self.unsure.tell(self.tr("May not have been shown"), content.unsure(), language, count=len(told.facts.unsure))
        self.path.tell(told, words, content, language, self._now)
        self._side.setVisible(bool(told.facts.paths or told.facts.firings or told.facts.unsure))
        self._chain()

    def _tell_nothing(self, told: AwaySummary | None, words: AwayWording) -> None:
        self.title.setText(self.tr("Nothing to catch up on"))
        self.subtitle.setText(
            self.tr("What happens while you are away from this window for two hours or more stands here.")
        )
        if told is None:
            self.sentence.setText("")
        else:
            said = self.tr("Cleared: {0}, {1}").format(words.when(told.span), words.length(told.span.length))
            self.sentence.setText(said)
        self.setAccessibleName(f"{self.title.text()}. {self.subtitle.text()} {self.sentence.text()}")

    def _chain(self) -> None:
        order: list[QWidget] = [self, self.copy, self.clear]
        for section in (self.critical, self.changes, self.others, self.watch):
            order += [*section.lines, section.more]
        order += [self.path.chart, self.path.rail, *self.alerts.lines, *self.unsure.lines]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    # Wishes

    def _on_chosen(self, what: object) -> None:
        if isinstance(what, str):
            self.board_wanted.emit(what)
        elif isinstance(what, OfAlert):
            self.alert_wanted.emit(what.alert)
        else:
            self.item_wanted.emit(what)

    def _on_copy(self) -> None:
        if self._content is not None:
            QGuiApplication.clipboard().setText(self._content.text())
            self.copied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain_key = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_E and plain_key:
            if not self.is_cleared:
                self.clear_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._on_copy()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_J, Qt.Key.Key_Down) and plain_key and self.hasFocus():
            first = next(iter([*self.critical.lines, *self.changes.lines, *self.others.lines, *self.watch.lines]), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self._place_tiles(_TILES if event.size().width() >= _TILES * _TILE_FROM else _FEW_TILES)
        self._columns.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        else:
            self._side.setFixedWidth(min(_SIDE, event.size().width() * 2 // 5))

    def _place_tiles(self, in_a_row: int) -> None:
        for number, tile in enumerate(self.tiles):
            self._tile_rows.addWidget(tile, number // in_a_row, number % in_a_row)
        for column in range(_TILES):
            self._tile_rows.setColumnStretch(column, 1 if column < in_a_row else 0)

    # Words

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        fonts, language = self._marks.fonts, self._language
        self.title.setFont(fonts.font("hero", language))
        self.subtitle.setFont(fonts.font("body", language))
        self.sentence.setFont(fonts.font("h3", language))
        self.copy.set_words(self.tr("Copy as text"), "Ctrl+C")
        self.clear.set_words(self.tr("Clear this page"), "E", "E")
        self._fill()

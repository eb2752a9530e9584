# SPDX-License-Identifier: MIT
"""One source in detail: what is wrong and what to do, where it lives, how it is asked, its last polls."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.events import SourceHealth, SourceState
from hkwatch.services.poll_entry import PollEntry
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import DOT, short_time
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.flow import FlowLayout
from hkwatch.ui.sources.log import LogCard
from hkwatch.ui.sources.options import SourceOptionsForm
from hkwatch.ui.sources.parts import CardGround, ElidedLabel, Ground, IconButton, StateBadge, set_role, wrapping
from hkwatch.ui.sources.words import (
    bands_text,
    cause_text,
    interval_text,
    is_paused,
    next_step_text,
    polite_text,
    state_text,
)
from hkwatch.ui.terms import terms_text
from hkwatch.ui.watch_words import diagnosis, source_name
from hkwatch.ui.web import host_of

_BESIDE_FROM = 900
_LOG_WIDTH = 340
_BADGES = {
    SourceState.OK: ("check", "calm"),
    SourceState.QUIET: ("clock", "warn"),
    SourceState.MOVED: ("link", "warn"),
    SourceState.FAILING: ("circle-alert", "bad"),
    SourceState.BLOCKED: ("circle-alert", "bad"),
    SourceState.FORMAT_CHANGED: ("circle-alert", "bad"),
    SourceState.OFFLINE: ("wifi-off", "warn"),
    SourceState.UNCHECKED: ("circle-dashed", "calm"),
    SourceState.OFF: ("pause", "calm"),
}


class SourceDetail(QScrollArea):
    """Shows one source, or a hint without one. Every button tells a wish about that source."""

    check_wanted = Signal()
    open_wanted = Signal()
    switch_wanted = Signal(bool)
    """True: watch it."""
    remove_wanted = Signal()
    body_wanted = Signal()
    copied = Signal()
    """The diagnosis is on the clipboard."""
    moved = Signal(bool)
    """True: use the new address; False: keep the old one."""
    options_changed = Signal(object)
    """SourceOptions."""

    def __init__(self, marks: Marks, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self.health: SourceHealth | None = None
        self._row: SourceRow | None = None
        self._now: datetime | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name, self.badge, self.meta = ElidedLabel(), StateBadge(marks), ElidedLabel("muted")
        self.cause, self.next_step, self.hint = wrapping(selectable=True), wrapping("muted"), wrapping("muted")
        self.check = IconButton(marks, "refresh-cw", "primary")
        self.open = IconButton(marks, "external-link")
        self.switch = IconButton(marks, "pause")
        self.remove = IconButton(marks, "trash-2", "danger")
        self.use, self.keep = IconButton(marks, "check"), IconButton(marks, "x")
        self.move_text = wrapping()
        self.facts: dict[str, tuple[QLabel, QLabel]] = {}
        self.options = SourceOptionsForm(marks, language)
        self.log = LogCard(marks, language)
        self._build()
        self.check.clicked.connect(self._on_check)
        self.open.clicked.connect(self.open_wanted)
        self.switch.clicked.connect(lambda: self.switch_wanted.emit(self._is_off()))
        self.remove.clicked.connect(self.remove_wanted)
        self.use.clicked.connect(lambda: self.moved.emit(True))
        self.keep.clicked.connect(lambda: self.moved.emit(False))
        self.options.changed.connect(self.options_changed)
        self.log.body.clicked.connect(self.body_wanted)
        self.log.copy.clicked.connect(self.copy_diagnosis)
        self.set_language(language)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.name)
        head.addWidget(self.badge)
        head.addWidget(self.meta, 1)
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons)
        for button in (self.check, self.open, self.switch, self.remove):
            buttons.addWidget(button)
        self._move = CardGround(self._marks, ground="warn_t", edge="warn_line")
        choices = QWidget()
        flow = FlowLayout(choices)
        flow.addWidget(self.use)
        flow.addWidget(self.keep)
        move = QVBoxLayout(self._move)
        move.setContentsMargins(14, 10, 14, 10)
        move.setSpacing(8)
        move.addWidget(self.move_text)
        move.addWidget(choices)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, key in enumerate(("address", "interval", "polite", "folder", "terms")):
            label, value = plain("", "muted"), wrapping("text2", selectable=True)
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
            self.facts[key] = (label, value)
        self._rule = Ground(self._marks, "line")
        self._rule.setFixedHeight(1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(head)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.cause, self.next_step, self.hint):
            words.addWidget(label)
        left.addLayout(words)
        for widget in (self._move, self._buttons):
            left.addWidget(widget)
        left.addLayout(grid)
        left.addWidget(self._rule)
        left.addWidget(self.options)
        left.addStretch(1)
        inner = Ground(self._marks, "panel")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._box.setContentsMargins(24, 16, 24, 20)
        self._box.setSpacing(24)
        self._box.addLayout(left, 1)
        self._box.addWidget(self.log)
        self.setWidget(inner)

    # What is shown

    def show_source(self, health: SourceHealth | None, row: SourceRow | None, now: datetime | None) -> None:
        """Show this source; its log stays until another source or `show_log` comes."""
        changed = health is None or self.health is None or health.source != self.health.source
        if changed:
            self.log.show_entries((), now)
        if changed or health != self.health:
            self.check.setEnabled(True)
        self.health, self._row, self._now = health, row, now
        if health is not None:
            self.options.show_source(health, row)
        self._show()
        if changed:
            self.verticalScrollBar().setValue(0)

    def show_log(self, entries: Sequence[PollEntry], now: datetime) -> None:
        """The last polls, newest first."""
        self.log.show_entries(entries, now)
        self._show()

    def copy_diagnosis(self) -> None:
        """Put all that is known of the source on the clipboard."""
        if self.health is not None:
            QGuiApplication.clipboard().setText(diagnosis(self.health, self.log.entries))
            self.copied.emit()

    def _is_off(self) -> bool:
        return self.health is not None and self.health.state is SourceState.OFF

    def _show(self) -> None:
        health, now = self.health, self._now
        is_there = health is not None and now is not None
        for widget in (self.name, self.meta, self.cause, self._buttons, self.log, self._rule, self.options):
            widget.setVisible(is_there)
        self.hint.setVisible(not is_there)
        self._move.setVisible(bool(health is not None and (health.moved_to or health.moved_from)))
        if health is None or now is None:
            self.badge.hide()
            self.next_step.hide()
            for label, value in self.facts.values():
                label.hide()
                value.hide()
            return
        self.name.setText(source_name(health, self._language))
        self._show_state(health, now)
        self._show_buttons(health)
        self._show_move(health)
        polite = polite_text(health, self.log.entries, self._language)
        for key, text in (
            ("address", health.url),
            ("interval", self._interval_text(health)),
            ("polite", polite[:1].upper() + polite[1:]),
            ("folder", health.folder),
            ("terms", terms_text(health.terms)),
        ):
            for label in self.facts[key]:
                label.setVisible(bool(text))
            # An address breaks only where it is allowed to; this allows it after each part.
            self.facts[key][1].setText(text.replace("/", "/\u200b") if key == "address" else text)

    def _show_move(self, health: SourceHealth) -> None:
        proposed = bool(health.moved_to)
        self.use.setVisible(proposed)
        if proposed:
            said = self.tr("The server says it moved to {0} (seen {1}×).").format(health.moved_to, health.moved_seen)
            self.keep.set_words(self.tr("Keep old"))
        else:
            said = self.tr("It moved, and is asked at its new address. Before: {0}").format(health.moved_from)
            self.keep.set_words(self.tr("Go back to the old address"))
        self.move_text.setText(said)

    def _interval_text(self, health: SourceHealth) -> str:
        """The catalogue's whole rhythm where the user set none of his own."""
        row = self._row
        if row is None or health.options.interval_min is not None:
            return interval_text(health, row, self._language)
        return bands_text(row.poll, self._language)

    def _show_state(self, health: SourceHealth, now: datetime) -> None:
        icon, tone = _BADGES[health.state]
        text = state_text(health, self._row, now, self._language)
        if health.is_failing and health.http_status is not None and health.http_status >= 400:
            text = f"HTTP {health.http_status}"
        self.badge.tell(text, icon, tone, self._language)
        parts = []
        if health.is_failing and health.failing_since is not None:
            parts.append(self.tr("since {0}").format(short_time(health.failing_since, now, self._language)))
        if health.last_ok_at is not None:
            parts.append(self.tr("last answer {0}").format(short_time(health.last_ok_at, now, self._language)))
        if health.items:
            parts.append(
                self.tr("1 item kept") if health.items == 1 else self.tr("{0} items kept").format(health.items)
            )
        self.meta.setText(f" {DOT} ".join(parts))
        self.cause.setText(cause_text(health, self._row, now, self._language))
        following = next_step_text(health, now, self._language)
        self.next_step.setText(following)
        self.next_step.setVisible(bool(following))
        set_role(self.next_step, "text2" if health.is_failing else "muted")

    def _show_buttons(self, health: SourceHealth) -> None:
        off = self._is_off()
        self.check.setVisible(not off)
        asking = not self.check.isEnabled()
        text = self.tr("Asking…") if asking else self.tr("Try now") if health.is_failing else self.tr("Check now")
        self.check.set_words(text, "" if asking else self.tr("F5; the publisher's limits still hold"))
        host = host_of(health.url)
        self.open.setVisible(bool(host))
        self.open.set_words(self.tr("Open in browser"), self.tr("Opens {0}").format(host))
        self.switch.set_icon("eye" if off else "pause")
        self.switch.set_kind("primary" if off else "")
        tip = self.tr("Space; it is not asked until you watch it again") if not off else self.tr("Space")
        paused = is_paused(health, self._row)
        word = self.tr("Watch again") if paused else self.tr("Watch") if off else self.tr("Pause")
        self.switch.set_words(word, tip)

    def _on_check(self) -> None:
        self.check.setEnabled(False)
        if self.health is not None:
            self._show_buttons(self.health)
        self.check_wanted.emit()

    # Words and room

    def set_language(self, language: str) -> None:
        """Interface language: all words again."""
        self._language = language
        fonts = self._marks.fonts
        self.name.setFont(fonts.font("h3", language))
        for label in (self.meta, self.move_text):
            label.setFont(fonts.font("small", language) if label is self.meta else fonts.font("body", language))
        for key, text in (
            ("address", self.tr("Address")),
            ("interval", self.tr("Interval")),
            ("polite", self.tr("Politeness")),
            ("folder", self.tr("Folder")),
            ("terms", self.tr("Terms of use")),
        ):
            self.facts[key][0].setText(text)
            self.facts[key][1].setAccessibleName(text)
        self.hint.setText(
            self.tr(
                "Choose a source to see how it does. One that fails is asked again by itself, at growing intervals."
            )
        )
        self.remove.set_words(self.tr("Remove"), self.tr("Delete; its items stay, and it can be undone"))
        self.use.set_words(self.tr("Use new"))
        self.keep.set_words(self.tr("Keep old"))
        self.setAccessibleName(self.tr("Details of the source"))
        self.options.set_language(language)
        self.log.set_language(language)
        self._show()

    def focus_first(self) -> None:
        """The focus goes to the first button."""
        for button in (self.check, self.switch):
            if not button.isHidden() and button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        beside = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        if beside:
            self.log.setFixedWidth(_LOG_WIDTH)
        else:
            self.log.setMinimumWidth(0)
            self.log.setMaximumWidth(16_777_215)
        inset = 24 if self.width() >= 560 else 16
        self._box.setContentsMargins(inset, 16, inset, 20)

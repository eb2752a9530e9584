# SPDX-License-Identifier: MIT
"""The source manager's window: head, bar, table, and the selected source below. It tells wishes and shows what is."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.events import SourceHealth, SourceState, WatchState, WatchStatusChanged
from hkwatch.domain.ids import SourceId
from hkwatch.services.poll_entry import PollEntry
from hkwatch.ui.dialogs import plain
from hkwatch.ui.formats import short_time
from hkwatch.ui.inbox import Banner, BannerKind
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.detail import SourceDetail
from hkwatch.ui.sources.empty_words import empty_words
from hkwatch.ui.sources.lines import SourceLine, View, arrange, make_lines
from hkwatch.ui.sources.parts import Ground, IconButton, fit_to_screen
from hkwatch.ui.sources.table import SourcesTable
from hkwatch.ui.sources.toolbar import SourcesToolbar
from hkwatch.ui.sources.words import counts_text
from hkwatch.ui.theme import round_menu
from hkwatch.ui.toast import Toast
from hkwatch.ui.watch_words import paused_text

_LOW = 520
"""Under this height in px table and details take turns."""

_SAME_FOR = timedelta(seconds=30)


class SourcesDialog(QDialog):
    """Follows the watch while it is open."""

    check_wanted = Signal(object)
    """SourceId, or None for all."""
    log_wanted = Signal(object)
    """SourceId whose last polls are to be given to `set_log`."""
    switch_wanted = Signal(object, bool)
    remove_wanted = Signal(object)
    undo_wanted = Signal()
    undo_all_wanted = Signal()
    options_wanted = Signal(object, object)
    body_wanted = Signal(object)
    address_chosen = Signal(object, bool)
    """SourceId, and True for the new address, False for the old one."""
    open_wanted = Signal(str)
    add_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    resume_wanted = Signal()

    def __init__(
        self, marks: Marks, catalogue: Catalogue, publishers: Mapping[str, str], language: str, parent: QWidget
    ) -> None:
        """`publishers` gives their short names in the interface language."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._catalogue, self._publishers, self._language = marks, catalogue, publishers, language
        self._status: WatchStatusChanged | None = None
        self._sources: tuple[SourceHealth, ...] = ()
        self._now: datetime | None = None
        self._lines: list[SourceLine] = []
        self._logged: tuple[SourceId, datetime | None, datetime | None] | None = None
        self._kept: set[SourceId] = set()
        """Paused while the window is open: a row must not go from under the key that paused it."""
        self._reads_detail = False
        self._banner_resumes = False
        self._build()
        self._connect()
        self.setMinimumSize(520, 340)
        fit_to_screen(self, 1180, 780)
        self._retranslate()

    def _build(self) -> None:
        marks, language = self._marks, self._language
        self.title, self.counts = plain(""), plain("", "muted")
        self.check_all = IconButton(marks, "refresh-cw")
        self.opml = IconButton(marks, "upload")
        self.opml_menu = round_menu(QMenu(self))
        self.import_action, self.export_action = self.opml_menu.addAction(""), self.opml_menu.addAction("")
        self.opml.setMenu(self.opml_menu)
        self.add = IconButton(marks, "plus", "primary")
        self.toolbar = SourcesToolbar(marks, language)
        self.banner = Banner(marks)
        self.table = SourcesTable(marks)
        self.empty = EmptyState(marks)
        self.detail = SourceDetail(marks, language)
        self.back = IconButton(marks, "chevron-left", "quiet")
        self.toast = Toast(marks.theme, marks.fonts, marks.icons, self, language)
        words = QWidget()
        words_row = QHBoxLayout(words)
        words_row.setContentsMargins(0, 0, 0, 0)
        words_row.setSpacing(14)
        words_row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        words_row.addWidget(self.counts, 0, Qt.AlignmentFlag.AlignBaseline)
        words_row.addStretch(1)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.check_all, self.opml, self.add):
            row.addWidget(button)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(24, 14, 24, 10)
        head.addWidget(words, 1)
        head.addWidget(buttons)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        lower = Ground(marks, "panel", line=True)
        lower_box = QVBoxLayout(lower)
        lower_box.setContentsMargins(0, 1, 0, 0)
        lower_box.setSpacing(0)
        back_row = QHBoxLayout()
        back_row.setContentsMargins(12, 6, 12, 0)
        back_row.addWidget(self.back)
        back_row.addStretch(1)
        lower_box.addLayout(back_row)
        lower_box.addWidget(self.detail, 1)
        self._lower = lower
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(lower)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 4)
        self.splitter.setSizes([400, 320])
        self.stack.setMinimumHeight(110)
        lower.setMinimumHeight(130)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (self.banner, self._head, self.toolbar, self.splitter):
            box.addWidget(widget, 1 if widget is self.splitter else 0)

    def _connect(self) -> None:
        table, detail = self.table, self.detail
        self.check_all.clicked.connect(lambda: self.check_wanted.emit(None))
        self.add.clicked.connect(self.add_wanted)
        self.import_action.triggered.connect(lambda _on=False: self.import_wanted.emit())
        self.export_action.triggered.connect(lambda _on=False: self.export_wanted.emit())
        self.toolbar.changed.connect(self._arrange)
        self.toolbar.filter.left.connect(self._focus_table)
        table.chosen.connect(lambda _source: self._on_chosen())
        table.details_wanted.connect(self.show_details)
        table.remove_wanted.connect(self._on_remove)
        table.pause_wanted.connect(self._on_pause)
        table.sort_wanted.connect(self.toolbar.sort_by)
        detail.check_wanted.connect(self._on_check)
        detail.open_wanted.connect(lambda: self.open_wanted.emit(self.chosen.url if self.chosen else ""))
        detail.switch_wanted.connect(self._on_switch)
        detail.remove_wanted.connect(self._on_remove)
        detail.body_wanted.connect(lambda: self._tell(self.body_wanted))
        detail.moved.connect(self._on_moved)
        detail.options_changed.connect(self._on_options)
        detail.copied.connect(lambda: self.toast.tell(self.tr("Diagnosis copied")))
        self.back.clicked.connect(self.leave_details)
        self.empty.primary.connect(self._on_empty)
        self.banner.acted.connect(self._on_banner)
        self.toast.first_wanted.connect(self.undo_wanted)
        self.toast.second_wanted.connect(self.undo_all_wanted)
        for key, act in (
            (QKeySequence("F5"), self._on_check),
            (QKeySequence("Shift+F5"), self.check_all.click),
            (QKeySequence("Ctrl+N"), self.add.click),
            (QKeySequence("Ctrl+Z"), self.undo_wanted.emit),
            (QKeySequence("Ctrl+F"), self._focus_filter),
        ):
            QShortcut(key, self).activated.connect(act)
        slash = QShortcut(QKeySequence("/"), self.table)
        slash.setContext(Qt.ShortcutContext.WidgetShortcut)
        slash.activated.connect(self._focus_filter)

    # What is shown

    def set_status(self, status: WatchStatusChanged | None, sources: Sequence[SourceHealth], now: datetime) -> None:
        """Show these sources; the selected one stays selected. `status` None = the engine has not spoken yet."""
        same = status is not None and status == self._status and tuple(sources) == self._sources
        if same and self._now is not None and now - self._now < _SAME_FOR:
            # Other parts of the window changed; nothing here reads by the second.
            return
        self._status, self._sources, self._now = status, tuple(sources), now
        self._make_lines()
        self._tell_watch()

    def set_log(self, source: SourceId, entries: Sequence[PollEntry]) -> None:
        """The last polls of a source, newest first."""
        if self.chosen is not None and self.chosen.source == source and self._now is not None:
            self.detail.show_log(entries, self._now)

    @property
    def chosen(self) -> SourceHealth | None:
        """The selected source."""
        current = self.table.current
        return next((one for one in self._sources if one.source == current), None)

    @property
    def lines(self) -> tuple[SourceLine, ...]:
        """Every source, shown or not."""
        return tuple(self._lines)

    def select(self, source: SourceId) -> None:
        """Select a source, as soon as it is there; what hides it is taken back."""
        if not self.table.select(source) and any(one.source == source for one in self._sources):
            self.toolbar.change(View(show_off=True, grouping=self.toolbar.view.grouping))
            self.table.select(source)

    def _make_lines(self) -> None:
        if self._now is None:
            return
        self._lines = make_lines(self._sources, self._catalogue, self._publishers, self._now, self._language)
        off = sum(one.state is SourceState.OFF for one in self._sources)
        self.toolbar.set_counts(sum(one.is_failing for one in self._sources), off)
        self.counts.setText(counts_text(self._sources) if self._sources else "")
        self._arrange()

    def _arrange(self) -> None:
        view = self.toolbar.view
        self.table.set_sorted(view.sort, descending=view.descending)
        shown = arrange(self._lines, view, self._kept)
        self.table.set_lines(shown)
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        if not shown:
            self._tell_empty(view)
        self._fit()

    def _tell_empty(self, view: View) -> None:
        self.empty.language = self._language
        self.empty.tell(*empty_words(view, is_up=self._status is not None, has_sources=bool(self._sources)))

    def _on_empty(self) -> None:
        view = self.toolbar.view
        if view.words.strip() and self._sources:
            self.toolbar.filter.clear()
            self._focus_table()
        elif self._sources:
            self.toolbar.change(View(show_off=True))
            self._focus_table()
        else:
            self.add_wanted.emit()

    def _tell_watch(self) -> None:
        status, now = self._status, self._now
        self.banner.language = self._language
        self._banner_resumes = False
        if status is None or now is None:
            self.banner.dismiss()
        elif status.state is WatchState.OFFLINE and status.offline_since is not None:
            fact = self.tr("Offline since {0}.").format(short_time(status.offline_since, now, self._language))
            rest = self.tr("No source is to blame; all are asked again when the network is back.")
            self.banner.tell(BannerKind.WARN, fact, rest, self.tr("Check now"), "wifi-off")
        elif status.state is WatchState.PAUSED:
            fact = self.tr("Paused {0}.").format(paused_text(status, now, self._language))
            self._banner_resumes = True
            self.banner.tell(BannerKind.INFO, fact, self.tr("No source is asked."), self.tr("Resume"), "pause")
        else:
            self.banner.dismiss()

    def _on_banner(self) -> None:
        if self._banner_resumes:
            self.resume_wanted.emit()
        else:
            self.check_wanted.emit(None)

    def _on_chosen(self) -> None:
        chosen = self.chosen
        line = next((one for one in self._lines if chosen is not None and one.health.source == chosen.source), None)
        self.detail.show_source(chosen, line.row if line is not None else None, self._now)
        # A poll changes one of the two times; only then the log is another.
        wanted = (chosen.source, chosen.last_ok_at, chosen.next_at) if chosen is not None else None
        if wanted is not None and wanted != self._logged:
            self.log_wanted.emit(wanted[0])
        self._logged = wanted

    # Wishes

    def _tell(self, signal: object) -> None:
        if self.chosen is not None:
            signal.emit(self.chosen.source)  # type: ignore[attr-defined]

    def _on_check(self) -> None:
        self._tell(self.check_wanted)

    def _on_remove(self) -> None:
        self._tell(self.remove_wanted)

    def _on_pause(self) -> None:
        if self.chosen is not None:
            self._on_switch(self.chosen.state is SourceState.OFF)

    def _on_switch(self, on: bool) -> None:
        if self.chosen is not None:
            self._kept.add(self.chosen.source)
            self.switch_wanted.emit(self.chosen.source, on)

    def _on_moved(self, use: bool) -> None:
        if self.chosen is not None:
            self.address_chosen.emit(self.chosen.source, use)

    def _on_options(self, options: object) -> None:
        if self.chosen is not None:
            self.options_wanted.emit(self.chosen.source, options)

    # Focus and room

    def show_details(self) -> None:
        """The focus goes to the details; in a low window they take the table's place."""
        if self.chosen is not None:
            self._reads_detail = True
            self._fit()
            self.detail.focus_first()

    def leave_details(self) -> None:
        """Back to the table."""
        self._reads_detail = False
        self._fit()
        self._focus_table()

    def _focus_table(self) -> None:
        if self.stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_filter(self) -> None:
        self._reads_detail = False
        self._fit()
        self.toolbar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.filter.selectAll()

    def _fit(self) -> None:
        low = self.height() < _LOW
        detail_only = low and self._reads_detail and self.chosen is not None
        for widget in (self._head, self.toolbar, self.stack):
            widget.setVisible(not detail_only)
        has_rows = self.stack.currentWidget() is self.table
        self._lower.setVisible(has_rows and (detail_only or not low))
        self.back.setVisible(detail_only)
        narrow = self.width() < 760
        for button in (self.check_all, self.opml):
            button.setVisible(not narrow or button is self.opml)
        self.counts.setVisible(self.width() >= 900)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.detail.isAncestorOf(self.focusWidget()):
            self.leave_details()
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().event(event)

    # Words

    def set_language(self, language: str, publishers: Mapping[str, str]) -> None:
        """Interface language, and the publishers' short names in it."""
        self._language, self._publishers = language, publishers
        self._retranslate()

    def _retranslate(self) -> None:
        fonts, language = self._marks.fonts, self._language
        self.setWindowTitle(self.tr("Sources"))
        self.title.setText(self.tr("Sources"))
        self.title.setFont(fonts.font("title", language))
        self.counts.setFont(fonts.font("small", language))
        self.check_all.set_words(self.tr("Check all"), "Shift+F5")
        self.opml.set_words("OPML", self.tr("Import or export a list of feeds"))
        self.import_action.setText(self.tr("Import OPML…"))
        self.export_action.setText(self.tr("Export OPML…"))
        self.add.set_words(self.tr("Add source…"), "Ctrl+N")
        self.back.set_words(self.tr("All sources"), "Esc")
        self.table.setAccessibleName(self.tr("Sources"))
        self.table.set_language(language)
        self.toolbar.set_language(language)
        self.detail.set_language(language)
        self.toast.set_language(language)
        self._make_lines()
        self._tell_watch()
        if self._now is None:
            self._arrange()

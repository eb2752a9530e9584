# SPDX-License-Identifier: MIT
"""The reader: one item whole.

┌ head: ◆ High  [Policy]  SFC  25PR20 ──────────────┐
│ Title on as many lines as it needs                │
│ Published … · first seen … · revision 1  [EN繁简] │
│ revision 2 of 2 · 17:38 · 3 changes [Show redline]│
│ Also carried by: RTHK · CoinDesk                  │
│ ⚑ Why flagged  rule …  title has [words]          │
│ text                                              │
├───────────────────────────────────────────────────┤
│ [✓ Acknowledge A]  ☆ Star S  ↗ Open V  …          │
└───────────────────────────────────────────────────┘
"""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import ItemState
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.words import told_text
from hkwatch.ui.price.segments import Segment, Segments
from hkwatch.ui.reader.deadline import DeadlineStrip
from hkwatch.ui.reader.documents import documents_html, problem_text
from hkwatch.ui.reader.facts import meta_facts, pick_text
from hkwatch.ui.reader.foot import Action, ReaderFoot
from hkwatch.ui.reader.head import HeadContent, ReaderHead
from hkwatch.ui.reader.licence import with_licence
from hkwatch.ui.reader.related import RelatedStrip
from hkwatch.ui.reader.revisions import RevisionStrip
from hkwatch.ui.reader.story import StoryStrip
from hkwatch.ui.reader.tabs import PAIR, counterpart, language_tabs, pair_markup
from hkwatch.ui.reader.text import ReaderText
from hkwatch.ui.reader.why import WhyStrip
from hkwatch.ui.theme import Fonts, Icons, Theme

VIEWED_AFTER_MS = 2000
_SMALL_HEIGHT = 480
"""A reader lower than this has the compact text size."""
_STRIP_FROM_HEIGHT = 224
_WIDE_WIDTH = 640
_PAIR_WIDTH = 600
"""Two columns need this much; a narrower reader shows one language."""


class ReaderPane(QWidget):
    """Shows an item and tells what the user wants done with it; the window carries it out and shows the item again."""

    acknowledge_wanted = Signal(object, bool)
    """ItemId, and whether to acknowledge (False takes it back)."""
    star_wanted = Signal(object, bool)
    """ItemId, and whether to star."""
    read_wanted = Signal(object, bool)
    """ItemId, and whether to mark it read (False = unread)."""
    open_wanted = Signal(str)
    """Web address of the item in the language shown."""
    copy_link_wanted = Signal(str)
    """The same address, for the clipboard."""
    link_opened = Signal(str)
    """Web address of a link in the text."""
    related_wanted = Signal(object)
    """ItemId of the same announcement of another body, which the user wants to see."""
    pair_chosen = Signal(bool)
    """The user wants two languages side by side from now on, or one."""
    viewed = Signal(object)
    """ItemId that was on screen in the active window for two seconds; told once until another item is shown."""

    def __init__(
        self,
        theme: Theme,
        fonts: Fonts,
        icons: Icons,
        language: str = "en",
        parent: QWidget | None = None,
        *,
        viewed_after_ms: int = VIEWED_AFTER_MS,
    ) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._language = theme, fonts, language
        self._marks = Marks(theme, fonts, icons)
        self._detail: ItemDetail | None = None
        self._shown: ItemText | None = None
        self._wanted_language = language
        self._wants_pair = False
        self._had_room = False
        self._publishers: Mapping[str, str] = {}
        self._error = ""
        self._tabs: list[Segment] = []
        self._is_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(viewed_after_ms)
        self._timer.timeout.connect(self._on_viewed)
        self.empty = EmptyState(self._marks)
        self.head = ReaderHead(self._marks, language)
        self.languages = Segments(theme, fonts, self.head)
        self.revisions = RevisionStrip(fonts, language)
        self.related = RelatedStrip(fonts, language)
        self.story = StoryStrip(fonts, language)
        self.deadline = DeadlineStrip(self._marks, language)
        self.why = WhyStrip(self._marks, language)
        self.text = ReaderText(theme, fonts)
        self.foot = ReaderFoot(self._marks, language)
        self._notice = QLabel()
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setProperty("role", "muted")
        self._notice.setWordWrap(True)
        self._open = QPushButton()
        self._open.setProperty("bar", True)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.show_item(None)

    def _lay_out(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(180)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(0)
        self._inner.addWidget(self.head)
        self._inner.addWidget(self.deadline)
        self._inner.addWidget(self.revisions)
        self._inner.addWidget(self.related)
        self._inner.addWidget(self.story)
        self._why_row = QVBoxLayout()
        self._why_row.addWidget(self.why)
        self._inner.addLayout(self._why_row)
        self._inner.addSpacing(14)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 12)
        self._row.addWidget(self._notice, 1)
        self._row.addWidget(self._open)
        self._inner.addLayout(self._row)
        column.addLayout(self._inner)
        # The text reaches to the pane's edge, where its scroll bar belongs.
        self._beside = QHBoxLayout()
        self.text.setMinimumHeight(self._fonts.line_height("reading"))
        self._beside.addWidget(self.text)
        column.addLayout(self._beside, 1)
        column.addWidget(self.foot)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        self._page = page

    def _connect(self) -> None:
        self.languages.chosen.connect(self._on_language_chosen)
        self.revisions.changed.connect(self._on_revision_changed)
        self.related.wanted.connect(self.related_wanted)
        self.text.link_opened.connect(self.link_opened)
        self.foot.wanted.connect(self.do)
        self._open.clicked.connect(self._on_open_clicked)

    # Values

    def show_item(self, detail: ItemDetail | None) -> None:
        """Show an item, or the empty state with None. The same item again keeps language and scroll position."""
        same = detail is not None and self._detail is not None and detail.row.id == self._detail.row.id
        unchanged = same and detail is not None and self._detail is not None and detail.texts == self._detail.texts
        self._detail, self._error = detail, ""
        if detail is None:
            self._shown = None
            self._timer.stop()
            self._show_empty()
            return
        keep = self._shown.lang if same and self._shown is not None else self._wanted_language
        text = pick_text(detail, keep)
        redraw = not unchanged or text != self._shown
        self._shown = text
        self._stack.setCurrentWidget(self._page)
        self._fill(detail, redraw=redraw)
        if not same:
            self._is_told = False
            self._watch()

    def show_error(self, message: str) -> None:
        """Say that the item could not be read."""
        self.show_item(None)
        self._error = message
        self._show_empty()

    def set_publisher_names(self, names: Mapping[str, str]) -> None:
        """Short names by publisher id in the interface language; an unknown id is shown in capitals."""
        self._publishers = names
        self._refill()

    def set_language(self, language: str) -> None:
        """Language of the interface around the text; sentences follow the installed translation."""
        self._language = language
        self.empty.language = language
        for part in (self.head, self.deadline, self.revisions, self.related, self.story, self.why, self.foot):
            part.set_language(language)
        self._notice.setFont(self._fonts.font("body", language))
        self._retranslate()

    def set_content_language(self, language: str) -> None:
        """The language to show an item in when it has it."""
        self._wanted_language = language

    def set_side_by_side(self, wanted: bool) -> None:
        """Show two languages of an item side by side where it has them and there is room, or one."""
        self._wants_pair = wanted
        if self._detail is not None:
            self._fill(self._detail, redraw=True)

    @property
    def is_side_by_side(self) -> bool:
        """Whether two languages are shown now."""
        return self._wants_pair and self._other() is not None

    @property
    def item_id(self) -> ItemId | None:
        """The item shown, None in the empty state."""
        return self._detail.row.id if self._detail else None

    @property
    def shown_language(self) -> str:
        """Language of the text shown, empty in the empty state."""
        return self._shown.lang if self._shown else ""

    def address(self) -> str:
        """Web address of the item in the language shown; empty when the source gave none."""
        return self._shown.url if self._shown else ""

    # What keys of the window do here

    def do(self, action: Action) -> None:
        """Carry out what a button or its key asks: tells the wish by signal."""
        detail = self._detail
        if detail is None:
            return
        row = detail.row
        match action:
            case Action.ACKNOWLEDGE:
                self.acknowledge_wanted.emit(row.id, not row.acknowledged)
            case Action.STAR:
                self.star_wanted.emit(row.id, not row.starred)
            case Action.UNREAD:
                # The user has decided: the two seconds must not undo it.
                self._is_told = True
                self._timer.stop()
                self.read_wanted.emit(row.id, row.state is not ItemState.READ)
            case Action.OPEN if self.address():
                self.open_wanted.emit(self.address())
            case Action.COPY_LINK if self.address():
                self.copy_link_wanted.emit(self.address())
            case _:
                pass

    def scroll_page(self, direction: int) -> bool:
        """One page down (1) or up (−1); False when the text is at that end, or there is none."""
        return self._detail is not None and self.text.scroll_page(direction)

    def step_language(self, direction: int) -> bool:
        """The next (1) or previous (−1) language of the item, two side by side the last; False when there is no other."""
        keys = self.languages.keys()
        if self._detail is None or len(keys) < 2:
            return False
        self._on_language_chosen(keys[(keys.index(self._tab) + direction) % len(keys)])
        return True

    @property
    def _tab(self) -> str:
        return PAIR if self.is_side_by_side else self.shown_language

    def _other(self) -> ItemText | None:
        """The text that can stand beside the one shown; None without one, or without room."""
        if self._detail is None or self._shown is None or self.width() < _PAIR_WIDTH:
            return None
        return counterpart(self._detail, self._shown, self._wanted_language)

    # Filling

    def _refill(self) -> None:
        if self._detail is not None:
            self._fill(self._detail, redraw=False)

    def _fill(self, detail: ItemDetail, *, redraw: bool) -> None:
        row, text = detail.row, self._shown
        title, title_language = (text.title, text.lang) if text else (row.title, row.lang)
        publisher = self._publishers.get(row.publisher, row.publisher.upper())
        versions = detail.versions_in(text.lang) if text else ()
        facts = tuple(meta_facts(row, self._language, with_revision=not versions))
        if detail.told is not None:
            facts += (told_text(detail.told, row.published_at or row.first_seen_at, self._language),)
        content = HeadContent(row.level, row.doc_type, publisher, row.ref, title, title_language, facts)
        self.head.show_content(content)
        self._fill_languages(detail)
        self.revisions.show_versions(row.id, versions)
        self.deadline.show_deadline(detail.deadline)
        self.related.show_related(detail.related, self._publishers)
        self.story.show_members(row.id, detail.members)
        self._place_why()
        # The source is named by its id; people know the publisher's name.
        shown = [replace(why, words=publisher) if why.field == "source" else why for why in detail.reasons]
        self.why.show_reasons(with_licence(shown, detail.licence), detail.reasons_lang)
        self._fill_notice(detail)
        if redraw:
            self._fill_text(detail)
        self.foot.show_state(
            acknowledged=row.acknowledged,
            starred=row.starred,
            read=row.state is ItemState.READ,
            needs_ack=row.needs_ack,
            has_link=bool(self.address()),
        )

    def _fill_languages(self, detail: ItemDetail) -> None:
        several = len(detail.texts) > 1
        self.languages.setVisible(several)
        if several:
            tabs = language_tabs(detail, self._language, with_pair=self._other() is not None)
            if tabs != self._tabs:
                self._tabs = tabs
                self.languages.set_segments(tabs, self._tab)
            self.languages.set_current(self._tab)
        self._place_languages()

    def _fill_text(self, detail: ItemDetail) -> None:
        text = self._shown
        if text is None:
            self.text.show_text("", detail.row.summary, detail.row.lang, (), closing=detail.attribution)
            return
        self.text.setAccessibleDescription(self.revisions.legend())
        if redline := self.revisions.markup():
            self.text.show_text(redline, "", text.lang, (), closing=detail.attribution)
            return
        words = [reason.words for reason in detail.reasons if reason.field == "body"]
        if text.lang != detail.reasons_lang:
            words = []
        markup, plain = text.html, text.text or ("" if text.html else detail.row.summary)
        other = self._other() if self._wants_pair else None
        if other is not None:
            markup = pair_markup(text, other)
        self.text.show_text(
            markup,
            plain,
            text.lang,
            list(dict.fromkeys(words)),
            closing=detail.attribution,
            more=documents_html(text.attachments),
            columns=(text.lang, other.lang) if other is not None else (),
        )
        self.text.setAccessibleName(text.title)

    def _fill_notice(self, detail: ItemDetail) -> None:
        text = self._shown
        message = ""
        if text is None or not (text.html or text.text):
            if text is not None and text.error_key:
                message = problem_text(text)
            elif detail.body_pending:
                message = self.tr("The text has not been fetched yet.")
            else:
                message = self.tr("The text is not in the feed.")
        self._notice.setText(message)
        self._notice.setVisible(bool(message))
        self._open.setVisible(bool(message) and bool(self.address()))
        self._row.setContentsMargins(0, 0, 0, 12 if message else 0)

    def _show_empty(self) -> None:
        if self._error:
            self.empty.tell("circle-alert", self.tr("This item could not be read"), self._error)
        else:
            self.empty.tell("file-text", self.tr("Nothing selected"), self.tr("j and k move through the list."))
        self._stack.setCurrentWidget(self.empty)

    # Reactions

    def _on_language_chosen(self, language: str) -> None:
        if self._detail is None or language == self._tab:
            return
        if (language == PAIR) is not self._wants_pair:
            self._wants_pair = language == PAIR
            self.pair_chosen.emit(self._wants_pair)
        if language != PAIR:
            self._shown = pick_text(self._detail, language)
        self._fill(self._detail, redraw=True)

    def _on_revision_changed(self) -> None:
        if self._detail is not None:
            self._fill_text(self._detail)

    def _on_open_clicked(self) -> None:
        self.do(Action.OPEN)

    def _on_viewed(self) -> None:
        if self._detail is not None:
            self._is_told = True
            self.viewed.emit(self._detail.row.id)

    def _watch(self) -> None:
        """Time counts only while the item is really before somebody's eyes, and starts anew after each interruption."""
        # Once an item: one that was marked unread after it was read must stay so when the window comes back.
        if self._detail is not None and not self._is_told and self.isVisible() and self.isActiveWindow():
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def event(self, event: QEvent) -> bool:
        # Qt tells the change of activation to the window alone, and these two to all in it.
        done = super().event(event)
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            self._watch()
        return done

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = self.height() < _SMALL_HEIGHT
        self.text.set_role("reading_compact" if small else "reading")
        inset = 24 if small or self.width() < _WIDE_WIDTH else 32
        measure = self._theme.size("reader_measure")
        self._inner.setContentsMargins(inset, 12 if small else 20, inset, 0)
        # The text keeps to its measure; head and strip use the whole width.
        self._beside.setContentsMargins(inset, 0, 0, 0)
        self.text.set_measure(measure, inset)
        self.head.set_role("title" if small or self.width() < _WIDE_WIDTH + 64 else "hero")
        self._place_why()
        has_room = self.width() >= _PAIR_WIDTH
        if has_room is not self._had_room and self._detail is not None:
            self._fill(self._detail, redraw=self._wants_pair)
        self._had_room = has_room
        self._place_languages()

    def _place_why(self) -> None:
        # In a very low reader the text needs the strip's place more.
        shown = self._detail is not None and bool(self._detail.reasons) and self.height() >= _STRIP_FROM_HEIGHT
        self.why.setVisible(shown)
        self._why_row.setContentsMargins(0, 8 if shown else 0, 0, 0)

    def _place_languages(self) -> None:
        if self.languages.isHidden():
            self.head.reserve(0)
            return
        size = self.languages.sizeHint()
        width = self.width() - self._inner.contentsMargins().left() - self._inner.contentsMargins().right()
        height = self.head.heightForWidth(width)
        self.languages.setGeometry(width - size.width(), height - size.height(), size.width(), size.height())
        self.head.reserve(size.width() + 16)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Reader"))
        self.languages.setAccessibleName(self.tr("Language of the text"))
        self._open.setText(self.tr("Open at the source"))
        self._refill()
        if self._detail is None:
            self._show_empty()

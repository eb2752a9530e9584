# SPDX-License-Identifier: MIT
"""The reader: one item whole, and what the user wants done with it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.domain.ids import ItemId
from hkwatch.domain.impact import Impact
from hkwatch.domain.item import ItemState
from hkwatch.domain.pins import Ranks
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.marks import Marks
from hkwatch.ui.notices.words import told_text
from hkwatch.ui.price.segments import Segment
from hkwatch.ui.reader.body import make_body
from hkwatch.ui.reader.facts import meta_facts, pick_text
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.reader.head import HeadContent
from hkwatch.ui.reader.licence import with_licence
from hkwatch.ui.reader.notice import notice_text
from hkwatch.ui.reader.page import PAIR_WIDTH, ReaderPage
from hkwatch.ui.reader.tabs import PAIR, counterpart, language_tabs
from hkwatch.ui.reader.viewed import Viewed
from hkwatch.ui.reader.why_words import why_of
from hkwatch.ui.theme import Fonts, Icons, Theme

VIEWED_AFTER_MS = 2000


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
    tool_wanted = Signal(object)
    """Action of the foot that needs more than the pane: citing, evidence, the menu."""
    shown = Signal(object)
    """ItemId of another item that is shown from now on, None for none."""
    redrawn = Signal()
    """The text was made anew: another item, language or revision. Pictures that were loaded are gone from it."""
    viewed = Signal(object)
    """ItemId that was on screen in the active window for long enough; told once until another item is shown."""

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
        self._language = language
        marks = Marks(theme, fonts, icons)
        self._detail: ItemDetail | None = None
        self._shown: ItemText | None = None
        self._wanted_language = language
        self._wants_pair = False
        self._had_room = False
        self._publishers: Mapping[str, str] = {}
        self._error = ""
        self._tabs: list[Segment] = []
        self._viewed = Viewed(self, viewed_after_ms)
        self.empty = EmptyState(marks)
        page = self._page = ReaderPage(marks, language)
        self.head, self.languages, self.foot = page.head, page.languages, page.foot
        self.deadline, self.revisions, self.related, self.story = (
            page.deadline,
            page.revisions,
            page.related,
            page.story,
        )
        self.why, self.notice, self.text = page.why, page.notice, page.text
        self.impact, self.pictures, self.finder = page.impact, page.pictures, page.finder
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(180)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        self._connect()
        self._retranslate()
        self.show_item(None)

    def set_viewed_after(self, after_ms: int | None) -> None:
        """How long an item is looked at before `viewed`, 0 = at once, None = it is never told."""
        self._viewed.set_after(after_ms)

    def _connect(self) -> None:
        self._viewed.viewed.connect(self._on_viewed)
        self.languages.chosen.connect(self._on_language_chosen)
        self.revisions.changed.connect(self._on_revision_changed)
        self.related.wanted.connect(self.related_wanted)
        self.text.link_opened.connect(self.link_opened)
        self.foot.wanted.connect(self.do)
        self.notice.open_wanted.connect(self._on_open_wanted)

    # Values

    def show_item(self, detail: ItemDetail | None) -> None:
        """Show an item, or the empty state with None. The same item again keeps language and scroll position."""
        same = detail is not None and self._detail is not None and detail.row.id == self._detail.row.id
        unchanged = same and detail is not None and self._detail is not None and detail.texts == self._detail.texts
        self._detail, self._error = detail, ""
        if detail is None:
            self._shown = None
            self._viewed.stop()
            self._show_empty()
            self.shown.emit(None)
            return
        keep = self._shown.lang if same and self._shown is not None else self._wanted_language
        text = pick_text(detail, keep)
        redraw = not unchanged or text != self._shown
        self._shown = text
        self._stack.setCurrentWidget(self._page)
        if not same:
            self.impact.show_impact(None, None, None, None)
        self._fill(detail, redraw=redraw)
        if not same:
            self._viewed.start_anew()
            self.shown.emit(detail.row.id)

    def show_impact(
        self, impact: Impact | None, ranks: Ranks | None, hkd_rate: Decimal | None, now: datetime | None
    ) -> None:
        """The price after the item was first seen, as in `ImpactStrip.show_impact`."""
        if impact is None or impact.item == self.item_id:
            self.impact.show_impact(impact, ranks, hkd_rate, now)
            self._page.show_impact()

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
        self._page.set_language(language)
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
    def detail(self) -> ItemDetail | None:
        """What is shown, None in the empty state."""
        return self._detail

    @property
    def item_id(self) -> ItemId | None:
        """The item shown, None in the empty state."""
        return self._detail.row.id if self._detail else None

    @property
    def shown_language(self) -> str:
        """Language of the text shown, empty in the empty state."""
        return self._shown.lang if self._shown else ""

    @property
    def markup(self) -> str:
        """The sanitised HTML of what is shown now, of both languages where two are; empty for a redline and without any."""
        if self._detail is None or self._shown is None or self.revisions.markup():
            return ""
        other = self._other() if self._wants_pair else None
        return self._shown.html + (other.html if other is not None else "")

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
                self._viewed.stop()
                self.read_wanted.emit(row.id, row.state is not ItemState.READ)
            case Action.OPEN if self.address():
                self.open_wanted.emit(self.address())
            case Action.CITE | Action.EVIDENCE | Action.MORE:
                self.tool_wanted.emit(action)
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
        if self._detail is None or self._shown is None or self.width() < PAIR_WIDTH:
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
        self._page.show_why(wanted=bool(detail.reasons))
        why = why_of(detail, text, publisher)
        self.why.show_reasons(with_licence(why.reasons, detail.licence), why.language, why.heading)
        self.notice.tell(notice_text(detail, text), has_link=bool(self.address()))
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
        self._page.place_languages(self.width())

    def _fill_text(self, detail: ItemDetail) -> None:
        text = self._shown
        other = self._other() if self._wants_pair else None
        self.text.show_body(make_body(detail, text, other, self.revisions.markup()))
        self.text.setAccessibleDescription(self.revisions.legend())
        self._page.show_impact()
        if text is not None:
            self.text.setAccessibleName(text.title)
        self.redrawn.emit()

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

    def _on_open_wanted(self) -> None:
        self.do(Action.OPEN)

    def _on_viewed(self) -> None:
        if self._detail is not None:
            self.viewed.emit(self._detail.row.id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._page.place(self.width(), self.height())
        has_room = self.width() >= PAIR_WIDTH
        if has_room is not self._had_room and self._detail is not None:
            self._fill(self._detail, redraw=self._wants_pair)
        self._had_room = has_room

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Reader"))
        self.languages.setAccessibleName(self.tr("Language of the text"))
        self._refill()
        if self._detail is None:
            self._show_empty()

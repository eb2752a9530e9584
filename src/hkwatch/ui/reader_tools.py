# SPDX-License-Identifier: MIT
"""What can be done with the item one reads beyond marking it: cite, keep evidence, find, enlarge, print, pop out.

ReaderPane ──tool_wanted──► ReaderTools ──► Citing · EvidenceManager · Outgoing · printing · ItemWindow
           ◄──────────────── ImpactFeed, PictureFeed (one for each reader)
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from hkwatch.domain.address import host_of
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.detail import ItemDetail, ItemText
from hkwatch.domain.events import PicturesFetched
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.services.inbox import InboxReader
from hkwatch.services.settings import Settings
from hkwatch.ui.citing import Citing
from hkwatch.ui.error_text import said
from hkwatch.ui.evidence_manager import EvidenceManager, ask_file, write_file
from hkwatch.ui.impact_feed import ImpactFeed, RanksKeeper
from hkwatch.ui.item_window import ItemWindow
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.outgoing import Outgoing
from hkwatch.ui.picture_feed import Album, PictureFeed
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.theme import round_menu
from hkwatch.ui.window import MainWindow

if TYPE_CHECKING:
    from hkwatch.ui.controller import Controller
    from hkwatch.ui.window_actions import WindowActions

SIZES = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250)
"""The steps of the text's size, per cent."""
_AWAY_PX = 48
"""So far from the main window's corner an item's own window comes up."""
_SECOND_LEVELS = frozenset(("com", "co", "org", "gov", "edu", "net", "ac", "or", "go"))


def site_of(host: str) -> str:
    """The part of a host that somebody registered: `sfc.hk` of `apps.sfc.hk`, `info.gov.hk` of itself."""
    labels = host.split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


def next_size(percent: int, direction: int) -> int:
    """The next larger (1) or smaller (−1) step; the same at the end."""
    steps = [size for size in SIZES if (size > percent if direction > 0 else size < percent)]
    if not steps:
        return percent
    return steps[0] if direction > 0 else steps[-1]


class ReaderTools(QObject):
    """One for the whole program; each reader is attached to it."""

    def __init__(
        self,
        window: MainWindow,
        marks: Marks,
        controller: "Controller",
        reads: ReadThread[InboxReader],
        files: ReadThread[None],
        store: SettingsStore,
        catalogue: Catalogue,
        dialogs: OpenDialogs,
        actions: "WindowActions",
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._marks, self._controller, self._reads, self._files = window, marks, controller, reads, files
        self._store, self._catalogue, self._dialogs, self._now = store, catalogue, dialogs, now
        self._language = "en"
        self._panes: list[ReaderPane] = []
        self._written: Path | None = None
        self.citing = Citing(catalogue.publishers, controller.say, self)
        self.evidence = EvidenceManager(window, marks, reads, files, dialogs, controller.say, now, self)
        known = {site_of(host_of(row.url)) for row in catalogue.sources.values()}
        self.outgoing = Outgoing(window, marks, store, dialogs, known, controller.reading.open_link, self)
        self.album = Album(controller.send, files, self)
        self._ranks = RanksKeeper(controller.prices, reads, now, self)
        controller.pictures_fetched.connect(self._on_pictures)
        controller.reading.items_changed.connect(self._on_items_changed)
        store.changed.connect(self._on_settings)
        self.attach(window.reader)
        self._connect(actions)

    def _connect(self, actions: "WindowActions") -> None:
        pane = self._window.reader
        for name, act in {
            "cite": self._cite_chosen,
            "cite-text": lambda: self._with_chosen(self._on_cite_text),
            "evidence": lambda: self._with_chosen(self._on_evidence),
            "pop-out": lambda: self._with_chosen(self.pop_out),
            "find-text": lambda: pane.finder.step(1),
            "find-before": lambda: pane.finder.step(-1),
            "text-larger": lambda: self.step_size(1),
            "text-smaller": lambda: self.step_size(-1),
            "text-normal": lambda: self.step_size(0),
            "print": lambda: self.print_item(pane),
            "save-pdf": lambda: self.save_pdf(pane),
        }.items():
            actions.on(name, act)
        # The plus lies beside the equals sign on most keyboards.
        actions["text-larger"].setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])

    def attach(self, pane: ReaderPane) -> None:
        """Make a reader able to do all of this."""
        self._panes.append(pane)
        pane.link_opened.connect(lambda address: self.outgoing.follow(address, pane.window()))
        pane.tool_wanted.connect(lambda action: self._on_tool(pane, action))
        pane.text.set_size(self._store.settings.look.reading_size_percent)
        ImpactFeed(pane, self._controller.prices, self._reads, self._ranks, self._now)
        PictureFeed(pane, self.album)

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = self.outgoing.language = language
        self.evidence.set_language(language)
        for window in self._windows():
            self._dress(window.pane)

    # The item

    def _with_chosen(self, then: Callable[[ItemDetail], None]) -> None:
        """Do something with the item that is selected, opened or not."""
        chosen = self._window.inbox.view.current_id
        detail = self._window.reader.detail
        if detail is not None and chosen in (None, detail.row.id):
            then(detail)
        elif chosen is not None:
            item = chosen

            def read(reader: InboxReader) -> tuple[Callable[[ItemDetail], None], ItemDetail | None]:
                return then, reader.detail(item)

            self._reads.ask(self._on_chosen, read)

    def _on_chosen(self, answer: tuple[Callable[[ItemDetail], None], ItemDetail | None]) -> None:
        then, detail = answer
        if detail is not None:
            then(detail)

    def _shown_language(self, detail: ItemDetail) -> str:
        reader = self._window.reader
        if reader.item_id == detail.row.id and reader.shown_language:
            return reader.shown_language
        return detail.row.lang

    def _cite_chosen(self) -> None:
        items = self._window.inbox.view.picking.items()
        if len(items) < 2:
            self._with_chosen(self._on_cite)
            return
        self._reads.ask(self._on_cite_all, lambda reader: tuple(reader.detail(item) for item in items))

    def _on_cite_all(self, details: tuple[ItemDetail | None, ...]) -> None:
        self.citing.copy_all([detail for detail in details if detail is not None], self._language)

    def _on_cite(self, detail: ItemDetail) -> None:
        self.citing.copy(detail, self._shown_language(detail))

    def _on_cite_text(self, detail: ItemDetail) -> None:
        self.citing.copy(detail, self._shown_language(detail), with_text=True)

    def _on_evidence(self, detail: ItemDetail) -> None:
        self.evidence.show(detail.row.id, self._shown_language(detail))

    def _on_tool(self, pane: ReaderPane, action: Action) -> None:
        detail = pane.detail
        if detail is None:
            return
        match action:
            case Action.CITE:
                self._drop(self.citing.menu(detail, pane.shown_language or detail.row.lang, pane), pane, action)
            case Action.EVIDENCE:
                self.evidence.show(detail.row.id, pane.shown_language)
            case Action.MORE:
                self._drop(self._more(pane, detail), pane, action)
            case _:
                pass

    def _drop(self, menu: QMenu, pane: ReaderPane, action: Action) -> None:
        """Open a menu over its button: the foot stands at the window's end."""
        button: QWidget = pane.foot.buttons[action]
        if button.isHidden():
            button = pane.foot.buttons[Action.MORE]
        size = menu.sizeHint()
        corner = button.mapToGlobal(QPoint(0, -size.height() - 2))
        if action is Action.MORE:
            corner = button.mapToGlobal(QPoint(button.width() - size.width(), -size.height() - 2))
        menu.popup(corner)

    def _more(self, pane: ReaderPane, detail: ItemDetail) -> QMenu:
        menu = round_menu(QMenu(pane))
        menu.aboutToHide.connect(menu.deleteLater)
        hidden = [action for action, button in pane.foot.buttons.items() if button.isHidden()]
        for action in hidden:
            if action in (Action.OPEN, Action.COPY_LINK) and not pane.address():
                continue
            menu.addAction(pane.foot.buttons[action].face.text, self._doer(pane, action))
        if hidden:
            menu.addSeparator()
        menu.addAction(self.tr("Find in the text") + "\tF3", pane.finder.open)
        menu.addAction(self.tr("Larger text") + "\tCtrl++", lambda: self.step_size(1))
        menu.addAction(self.tr("Smaller text") + "\tCtrl+−", lambda: self.step_size(-1))
        menu.addSeparator()
        if pane is self._window.reader:
            menu.addAction(self.tr("Open in its own window") + "\tShift+O", lambda: self.pop_out(detail))
        menu.addAction(self.tr("Print…") + "\tCtrl+P", lambda: self.print_item(pane))
        menu.addAction(self.tr("Save as PDF…") + "\tCtrl+Shift+P", lambda: self.save_pdf(pane))
        return menu

    def _doer(self, pane: ReaderPane, action: Action) -> Callable[[], None]:
        return lambda: pane.do(action)

    # Size

    def step_size(self, direction: int) -> None:
        """The next larger (1) or smaller (−1) size of the text in all readers, or the one it is designed for (0)."""
        now = self._store.settings.look.reading_size_percent
        self._store.set("look", "reading_size_percent", next_size(now, direction) if direction else 100)

    def _on_settings(self, settings: Settings) -> None:
        for pane in self._panes:
            pane.text.set_size(settings.look.reading_size_percent)

    # Windows of their own

    def _windows(self) -> list[ItemWindow]:
        return [one for one in self._dialogs.all() if isinstance(one, ItemWindow)]

    def pop_out(self, detail: ItemDetail) -> None:
        """Show an item in its own window, or bring that window up."""
        name = f"item-{detail.row.id}"
        known = self._dialogs.get(name)
        if known is not None:
            known.raise_()
            known.activateWindow()
            return
        pane = ReaderPane(self._marks.theme, self._marks.fonts, self._marks.icons, self._language)
        window = ItemWindow(pane, self._window.windowIcon())
        self._dress(pane)
        self._controller.reading.attach(pane)
        pane.related_wanted.connect(self._window.reader.related_wanted)
        self.attach(pane)
        window.on_key("C", lambda: self._cite_of(pane))
        window.on_key("Shift+C", lambda: self._cite_of(pane, with_text=True))
        for key, direction in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            window.on_key(key, self._sizer(direction))
        window.on_key("Ctrl+P", lambda: self.print_item(pane))
        window.on_key("Ctrl+Shift+P", lambda: self.save_pdf(pane))
        window.finished.connect(lambda _code: self._panes.remove(pane))
        window.show_item(detail)
        corner = self._window.pos()
        window.move(corner.x() + _AWAY_PX, max(0, corner.y() + _AWAY_PX))
        self._dialogs.present(name, window)

    def _dress(self, pane: ReaderPane) -> None:
        pane.set_language(self._language)
        pane.set_content_language(self._language)
        pane.set_publisher_names(self._controller.names)

    def _cite_of(self, pane: ReaderPane, *, with_text: bool = False) -> None:
        if pane.detail is not None:
            self.citing.copy(pane.detail, pane.shown_language or pane.detail.row.lang, with_text=with_text)

    def _sizer(self, direction: int) -> Callable[[], None]:
        return lambda: self.step_size(direction)

    def _on_items_changed(self, items: tuple[ItemId, ...]) -> None:
        wanted = tuple(one.item for one in self._windows() if one.item is not None and one.item in items)
        if wanted:
            self._reads.ask(self._on_reread, lambda reader: tuple(reader.detail(item) for item in wanted))

    def _on_reread(self, details: tuple[ItemDetail | None, ...]) -> None:
        for detail in details:
            for window in self._windows():
                if detail is not None and window.item == detail.row.id:
                    window.show_item(detail)

    def _on_pictures(self, event: PicturesFetched) -> None:
        self.album.on_fetched(event)

    # Paper

    def _document_of(self, pane: ReaderPane) -> tuple[str, str, str]:
        """Markup, language and title for paper; the title is empty where nothing is shown."""
        detail = pane.detail
        if detail is None:
            return "", "", ""
        text: ItemText | None = next((one for one in detail.texts if one.lang == pane.shown_language), None)
        publisher = next((p for key, p in self._catalogue.publishers.items() if str(key) == detail.row.publisher), None)
        language = text.lang if text is not None else detail.row.lang
        name = publisher.name.in_language(language) if publisher is not None else detail.row.publisher
        from hkwatch.ui.printing import print_html

        return print_html(detail, text, name, self._language), language, text.title if text else detail.row.title

    def print_item(self, pane: ReaderPane) -> None:
        """Ask for a printer and print what a reader shows."""
        markup, language, title = self._document_of(pane)
        if title:
            from hkwatch.ui.printing import ask_printer, print_document

            ask_printer(print_document(markup, self._marks.fonts, language), title, pane.window())

    def save_pdf(self, pane: ReaderPane) -> None:
        """Ask for a file and write what a reader shows into it, as PDF."""
        markup, language, title = self._document_of(pane)
        if not title or pane.detail is None:
            return
        row = pane.detail.row
        name = f"{row.ref or f'item-{row.id}'}-{language}.pdf".replace("/", "-")

        def write(file: Path) -> None:
            from hkwatch.ui.printing import pdf_bytes, print_document

            content = pdf_bytes(print_document(markup, self._marks.fonts, language), title)
            self._written = file
            self._files.ask(self._on_pdf_written, lambda _: write_file(file, content), self._on_pdf_failed)

        ask_file(pane.window(), name, "pdf", self.tr("Save as PDF"), self.tr("PDF files (*.pdf)"), write)

    def _on_pdf_written(self, _: object) -> None:
        self._controller.say(self.tr("PDF saved"), str(self._written))

    def _on_pdf_failed(self, error: Exception) -> None:
        self._controller.say(self.tr("The PDF was not saved"), said(error), Level.HIGH)

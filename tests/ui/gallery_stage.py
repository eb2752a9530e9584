# SPDX-License-Identifier: MIT
"""The whole desktop, as it starts, on a folder of `gallery_world`, with everything that the engine says told by hand."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from gallery_world import Told, afternoon, read_told
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hkwatch.app.desktop import build
from hkwatch.app.paths import AppPaths
from hkwatch.domain import events as ev
from hkwatch.domain.ids import ItemId
from hkwatch.services.settings import General, Settings
from hkwatch.store.db import schema
from hkwatch.ui.alerts.sheet import Sheet
from hkwatch.ui.banners import Rank
from hkwatch.ui.hints import HintBubble
from hkwatch.ui.parts import Parts
from hkwatch.ui.shell import Shell
from hkwatch.ui.window import PRICE_FROM

FAKE = Path(__file__).parents[1] / "link" / "fake_engine.py"
USUAL = QSize(1280, 860)
"""Of the window in most pictures."""
_PATIENCE_S = 15.0
_TURNS = 6


class Stage:
    """A running desktop. `tell` is the engine's voice; `wait` lets the event loop run until something is so."""

    def __init__(self, app: QApplication, folder: Path, language: str = "en") -> None:
        self.app = app
        self.told: Told = read_told(folder)
        options = afternoon(AppPaths.under(folder))
        settings = Settings(general=General(language=language))  # type: ignore[arg-type]
        self.shell: Shell = build(app, options, settings, [], (sys.executable, [str(FAKE), "confirm"]))
        self.parts: Parts = self.shell._parts
        self.window, self.controller = self.parts.window, self.parts.controller
        self.language = language
        self.size = USUAL
        self.loose: list[QWidget] = []
        """Windows that belong to nobody; they go with the next scene."""
        self.pace = 1.0
        """How long pictures wait for what follows a key; where only widgets are measured, less."""
        self.usual = self.controller.inbox.filter
        # The demo's own banner would hide nothing, and stand in every picture.
        self.controller.banners.drop(Rank.DEMO)

    # Coming and going

    def start(self) -> None:
        """Show the window with the day in it, the roadmap opened."""
        self.window.resize(self.size)
        self.shell.start(hidden=False)
        self.wait(lambda: self.parts.engine.is_connected, "the engine")
        self.tell(ev.EngineReady(schema(), 1))
        self.wait(lambda: self.window.inbox.model.rowCount() > 20, "rows")
        self.tell_all()
        # The user comes back after the night: the window shows by itself what happened, if nothing was pressed yet.
        end = time.monotonic() + 1.5
        while not self.shell.away.is_shown and time.monotonic() < end:
            QTest.qWait(10)
        self.to_list()

    def end(self) -> None:
        """Quit as its user would."""
        ended: list[bool] = []
        self.shell.ended.connect(lambda: ended.append(True))
        self.shell.quit()
        self.wait(lambda: bool(ended), "the end")
        self.parts.appearance.setParent(self.shell)
        self.window.deleteLater()
        self.parts.tray.menu.deleteLater()
        self.shell.deleteLater()
        self.spin(0)

    # The engine

    def tell(self, *events: ev.Event) -> None:
        """Say something as the engine does."""
        for event in events:
            self.parts.engine.happened.emit(event)

    def tell_all(self) -> None:
        """Everything the engine said last."""
        told = self.told
        more = (told.alerts, told.rules, told.mutes, told.searches)
        prices = (replace(price, at=self.now, as_of=self.now) for price in told.prices)
        self.tell(self.status(), *prices, *(event for event in more if event is not None))

    def status(self, **other: object) -> ev.WatchStatusChanged:
        """The watch as it was, but for what is named; its times are of this very minute."""
        now = self.now
        values = {"checked_at": now - timedelta(seconds=40), "next_at": now + timedelta(minutes=2), **other}
        return replace(self.told.status, **values)  # type: ignore[arg-type]

    @property
    def now(self) -> datetime:
        """The time on the desktop's clock."""
        return self.parts.now()

    # Looking

    def spin(self, ms: int) -> None:
        """Let the event loop run; closed windows go."""
        QTest.qWait(round(ms * self.pace))
        for _ in range(_TURNS):
            # What is laid out anew may make others be laid out anew.
            QCoreApplication.sendPostedEvents()
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        """Let the event loop run until something is so. Raises AssertionError after a while."""
        end = time.monotonic() + _PATIENCE_S
        while not is_so():
            assert time.monotonic() < end, f"waited in vain for {what}"
            QTest.qWait(5)

    def dialog(self, name: str) -> QWidget:
        """An open dialog, once it is there."""
        self.wait(lambda: name in self.shell._dialogs, name)
        return self.shell._dialogs[name]

    def open_item(self, item: ItemId) -> None:
        """Choose an item and wait until the reader shows it."""
        view = self.window.inbox.view
        view.select_id(item)
        self.wait(lambda: self.window.reader.item_id == item, "the reader")

    def item(self, title: str) -> ItemId:
        """The item of the list whose title begins so."""
        model = self.window.inbox.model
        rows = (model.item_at(place) for place in range(model.rowCount()))
        return next(one.row.id for one in rows if one is not None and one.row.title.startswith(title))

    # Setting

    def set_language(self, language: str) -> None:
        """Switch as the menu does."""
        if language != self.language:
            self.language = language
            self.parts.store.set("general", "language", language)
            self.wait(lambda: self.window.inbox.model.language == language, "the language")
            self.controller.banners.drop(Rank.DEMO)
            self.spin(150)

    def set_scheme(self, scheme: str) -> None:
        """Light or dark, as the menu does."""
        self.parts.store.set("look", "theme", scheme)
        self.spin(20)

    def to_list(self) -> None:
        """Back to the window as most pictures have it: nothing open, no search, one line a row."""
        self.shell._dialogs.close_all()
        while self.loose:
            self.loose.pop().deleteLater()
        if self.controller.inbox.filter != self.usual:
            self.controller.inbox.set_filter(self.usual)
            self.spin(100)
            self.wait(lambda: self.window.inbox.model.rowCount() > 20, "the usual list")
        for popup in iter(QApplication.activePopupWidget, None):
            popup.close()
        window = self.window
        if self.shell.palette.palette is not None:
            self.shell.palette.palette.view.hide()
        if self.shell.away.is_shown:
            self.shell.away.leave()
        for sheet in self._sheets():
            sheet.put_away()  # type: ignore[attr-defined]
        self.controller._toast.dismiss()
        if window.inbox.field.text:
            window.inbox.field.set_text("")
            window.inbox.field.edit.textEdited.emit("")
        if window.price.plot.is_table:
            window.price.plot.show_chart()
        window.inbox.view.picking.clear()
        window.reader.finder.close_bar()
        for bubble in window.findChildren(HintBubble):
            bubble.deleteLater()
        if window.reader.revisions.markup():
            window.reader.revisions.toggle()
        window.reader.set_side_by_side(False)
        window.reader.set_content_language(self.language)
        if window.inbox.model.waiting:
            self.controller.inbox.on_resync()
            self.wait(lambda: not window.inbox.model.waiting, "a list without waiting items")
        window.set_two_lines(False)
        window.set_focus_mode(False)
        window.set_price_shown(self.size.width() >= PRICE_FROM)
        if window.size() != self.size:
            window.resize(self.size)
        window.activateWindow()
        window.focus_list()
        self.spin(30)

    def _sheets(self) -> list[QWidget]:
        return [one for one in self.window.findChildren(Sheet) if one.isVisible()]

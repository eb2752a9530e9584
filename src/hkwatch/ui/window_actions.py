# SPDX-License-Identifier: MIT
"""Connects the commands of the window with what they do in list, reader, rail and settings."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from hkwatch.domain.mutes import MuteKind
from hkwatch.services.settings import Settings
from hkwatch.ui.actions import Actions
from hkwatch.ui.controller import Controller
from hkwatch.ui.inbox_query import VIEWS
from hkwatch.ui.item_menu import ItemMenu
from hkwatch.ui.item_mutes import ItemMutes
from hkwatch.ui.keys.keymap import KeyMap
from hkwatch.ui.keys.tell import tell_keys
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.rules_controller import SPANS
from hkwatch.ui.saved.actions import SavedActions
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.window import MainWindow

_CHOICES = {
    "language": ("general", "language", ("system", "en", "zh-Hant", "zh-Hans")),
    "theme": ("look", "theme", ("system", "light", "dark")),
    "colours": ("look", "price_colours", ("green-up", "red-up", "blue-orange")),
    "tell": ("notify", "tell_from", ("high", "normal", "nothing")),
}


class WindowActions(QObject):
    """The actions with their meaning; the shell adds its own with `on`."""

    def __init__(self, window: MainWindow, controller: Controller, store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._controller, self._store = window, controller, store
        view, reader = window.inbox.view, window.reader
        # The list has j and k itself; a focused button of the reader keeps Space.
        homes: dict[str, list[QWidget]] = {
            "next": [reader],
            "previous": [reader],
            "back": [reader],
            "scroll": [view, reader.text],
            "scroll-back": [view, reader.text],
            # In the reader these are about its text.
            "choose-all": [view],
            "copy-rows": [view],
        }
        self._actions = Actions(window, [view, window.inbox.empty, reader], homes)
        self._item_mutes = ItemMutes(self._actions, controller.rules, lambda: controller.reading.detail)
        self._saved = SavedActions(self._actions, controller.saved)
        self._menu = ItemMenu(window, self._actions, self._on_menu_gone)
        self.keymap = KeyMap(store, self)
        self.keymap.changed.connect(self._take_keys)
        self._take_keys()
        self._connect()
        for menu in self._actions.menus():
            menu.aboutToHide.connect(self._on_menu_gone)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def on(self, name: str, act: Callable[[], object]) -> None:
        """Do this when the action is triggered."""
        self._actions.on(name, act)

    def go_from(self, page: QWidget) -> None:
        """Let the keys that lead elsewhere hold on a page that takes the place of list and reader."""
        self._actions.go_from(page)

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self._actions.retranslate()

    def tick_settings(self, settings: Settings) -> None:
        """Tick what the settings say."""
        for group, (section, option, _) in _CHOICES.items():
            self._actions.choose(group, str(getattr(getattr(settings, section), option)))
        self._actions["two-lines"].setChecked(settings.look.two_line_rows)
        self._actions["price"].setChecked(not self._window.price.isHidden())
        self._actions["rail"].setChecked(self._window.state.show_rail)

    def _take_keys(self) -> None:
        key = self.keymap.key
        self._actions.set_keys(key)
        tell_keys(self._window, self._controller.marking, key)

    def _connect(self) -> None:
        window, controller = self._window, self._controller
        marking, inbox = controller.marking, window.inbox
        for name, act in {
            "search": self._search,
            "search-key": self._search,
            "regions": lambda: self._cycle(1),
            "regions-back": lambda: self._cycle(-1),
            "acknowledge": lambda: marking.do(Action.ACKNOWLEDGE),
            "star": lambda: marking.do(Action.STAR),
            "read": lambda: marking.do(Action.UNREAD),
            "open": lambda: marking.do(Action.OPEN),
            "copy-link": lambda: marking.do(Action.COPY_LINK),
            "acknowledge-note": lambda: marking.write_note(acknowledge=True),
            "note": lambda: marking.write_note(acknowledge=False),
            "archive": marking.archive,
            "mark-list-read": controller.inbox.mark_list_read,
            "choose-all": inbox.view.picking.everything,
            "copy-rows": marking.copy_rows,
            "undo": marking.undo,
            "undo-key": marking.undo,
            "go-alerts": lambda: controller.show_alert(None),
            "split-story": controller.stories.split,
            "merge-story": controller.stories.merge,
            "previous-language": lambda: window.reader.step_language(-1),
            "next-language": lambda: window.reader.step_language(1),
            "redline": window.reader.revisions.toggle,
            "newer-revision": lambda: window.reader.revisions.step(1),
            "older-revision": lambda: window.reader.revisions.step(-1),
            "next": lambda: inbox.view.step(1, open_it=True),
            "previous": lambda: inbox.view.step(-1, open_it=True),
            "list": inbox.focus_list,
            "back": inbox.focus_list,
            "scroll": self._scroll,
            "scroll-back": lambda: window.reader.scroll_page(-1),
            "check-this": self._check_this,
            "check-all": controller.watch.check_all,
            "resume": controller.watch.resume,
            "new-alert": controller.prices.new_alert,
            "show-alerts": lambda: controller.show_alert(None),
        }.items():
            self.on(name, act)
        for view in VIEWS:
            self.on(f"go-{view}", self._goer(view))
        for kind in (MuteKind.STORY, MuteKind.TEMPLATE):
            for name, span in SPANS.items():
                self.on(f"mute-{kind.value}-{name}", self._muter(kind, span))
        for group, (section, option, values) in _CHOICES.items():
            for value in values:
                self.on(f"{group}-{value}", self._setter(section, option, value))
        self._actions["two-lines"].triggered.connect(self._on_two_lines)
        self._actions["price"].triggered.connect(window.set_price_shown)
        window.price_moved.connect(self._actions["price"].setChecked)
        self._actions["rail"].triggered.connect(window.set_rail_shown)
        self._actions["focus-mode"].triggered.connect(window.set_focus_mode)

    def _search(self) -> None:
        # Under a page of its own the box would take the focus unseen.
        self._window.uncover()
        self._window.inbox.field.focus_all()

    def _on_menu_gone(self) -> None:
        # The menu bar gives the focus back only after this.
        QTimer.singleShot(0, self._window, self._window.keep_focus)

    def _setter(self, section: str, option: str, value: str) -> Callable[[], None]:
        return lambda: self._store.set(section, option, value)

    def _goer(self, view: str) -> Callable[[], None]:
        def go() -> None:
            self._window.rail.choose(view)
            self._window.rail.view_chosen.emit(view)
            self._window.focus_list()

        return go

    def _muter(self, kind: MuteKind, span: timedelta | None) -> Callable[[], None]:
        def mute() -> None:
            chosen = self._window.inbox.view.current_id
            row = self._controller.reading.row_of(chosen) if chosen is not None else None
            if row is not None:
                self._controller.rules.mute(row, kind, span)

        return mute

    def _on_two_lines(self, on: bool) -> None:
        self._store.set("look", "two_line_rows", on)

    def _scroll(self) -> None:
        """One page on; at the end of the text, the next unread item."""
        if not self._window.reader.scroll_page(1):
            self._window.inbox.view.next_unread()

    def _check_this(self) -> None:
        """The publisher chosen in the rail, else the one of the selected item, else all."""
        chosen = self._window.inbox.view.current_id
        row = self._controller.reading.row_of(chosen) if chosen is not None else None
        publisher = self._controller.inbox.filter.publisher or (row.publisher if row is not None else "")
        self._controller.check_publisher(publisher)

    def _cycle(self, by: int) -> None:
        """The focus goes to the next region: rail, search, list, reader, price, status."""
        window = self._window
        regions: list[tuple[QWidget, Callable[[], None]]] = [
            (window.rail, window.rail.focus_current),
            (window.inbox.search, window.inbox.field.focus_all),
            (window.inbox.view, window.inbox.focus_list),
            (window.reader, lambda: _focus(window.reader.text)),
            (window.price, lambda: _focus(window.price.plot.shown)),
            (window.price.strip, lambda: _focus(window.price.strip)),
            (window.status, lambda: _focus(window.status)),
        ]
        shown = [region for region in regions if region[0].isVisible()]
        now = QApplication.focusWidget()
        at = next((i for i, (widget, _) in enumerate(shown) if now is widget or _holds(widget, now)), -1)
        shown[(at + by) % len(shown)][1]()


def _holds(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and region.isAncestorOf(widget)


def _focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)

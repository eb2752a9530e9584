# SPDX-License-Identifier: MIT
"""Every command of the window with its key, and the menu bar made of them.

Single letters belong to list and reader: they never reach a text field, and never act from elsewhere.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from hkwatch.ui.menu_roles import menu_role
from hkwatch.ui.theme import round_menu

_CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class Spec:
    """One command. `key` empty has none; `single` keys hold in list and reader only; `group` names exclusive choices."""

    name: str
    menu: str
    text: str
    key: str = ""
    single: bool = False
    checkable: bool = False
    group: str = ""


def _spec(name: str, menu: str, text: object, key: str = "", **more: object) -> Spec:
    # The marker for translators returns the text, which its type does not say.
    return Spec(name, menu, str(text), key, **more)  # type: ignore[arg-type]


MENUS = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("item", QT_TRANSLATE_NOOP("Actions", "&Item")),
    ("sources", QT_TRANSLATE_NOOP("Actions", "&Sources")),
    ("alerts", QT_TRANSLATE_NOOP("Actions", "&Alerts")),
    ("tools", QT_TRANSLATE_NOOP("Actions", "&Tools")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)
SUBMENUS = {
    "saved": ("view", QT_TRANSLATE_NOOP("Actions", "Saved s&earches")),
    "go": ("view", QT_TRANSLATE_NOOP("Actions", "&Go to")),
    "language": ("view", QT_TRANSLATE_NOOP("Actions", "&Language")),
    "theme": ("view", QT_TRANSLATE_NOOP("Actions", "&Theme")),
    "colours": ("view", QT_TRANSLATE_NOOP("Actions", "Price &colours")),
    "tell": ("tools", QT_TRANSLATE_NOOP("Actions", "&Notify of items")),
    "text": ("view", QT_TRANSLATE_NOOP("Actions", "Text si&ze")),
    "quiet": ("tools", QT_TRANSLATE_NOOP("Actions", "&Quiet")),
    "copy": ("item", QT_TRANSLATE_NOOP("Actions", "&Copy and cite")),
    "reading": ("item", QT_TRANSLATE_NOOP("Actions", "&Text and language")),
    "story": ("item", QT_TRANSLATE_NOOP("Actions", "Stor&y")),
    "revisions": ("item", QT_TRANSLATE_NOOP("Actions", "&Revisions")),
    "mute": ("item", QT_TRANSLATE_NOOP("Actions", "M&ute")),
    "pause": ("sources", QT_TRANSLATE_NOOP("Actions", "&Pause")),
}
PLAIN_MENUS = frozenset(("copy", "reading", "story"))
"""Submenus whose entries say all of it; elsewhere than in the menu those of others need its name before them."""
SPECS = (
    _spec("export", "file", QT_TRANSLATE_NOOP("Actions", "&Export…"), "Ctrl+E"),
    _spec("print", "file", QT_TRANSLATE_NOOP("Actions", "&Print the item…"), "Ctrl+P"),
    _spec("save-pdf", "file", QT_TRANSLATE_NOOP("Actions", "Save the item as P&DF…"), "Ctrl+Shift+P"),
    _spec("hide", "file", QT_TRANSLATE_NOOP("Actions", "&Hide window"), "Ctrl+W"),
    _spec("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit hkwatch"), "Ctrl+Q"),
    _spec("search", "view", QT_TRANSLATE_NOOP("Actions", "&Search"), "Ctrl+F"),
    _spec("search-key", "", QT_TRANSLATE_NOOP("Actions", "Search"), "/", single=True),
    _spec("save-search", "saved", QT_TRANSLATE_NOOP("Actions", "&Save this search…"), "Ctrl+S"),
    _spec("saved-edit", "saved", QT_TRANSLATE_NOOP("Actions", "&Edit saved search…")),
    _spec("saved-notify", "saved", QT_TRANSLATE_NOOP("Actions", "&Notify of new items"), checkable=True),
    _spec("saved-up", "saved", QT_TRANSLATE_NOOP("Actions", "Move &up")),
    _spec("saved-down", "saved", QT_TRANSLATE_NOOP("Actions", "Move &down")),
    _spec("saved-remove", "saved", QT_TRANSLATE_NOOP("Actions", "&Remove saved search")),
    _spec("price", "view", QT_TRANSLATE_NOOP("Actions", "&Price panel"), "F8", checkable=True),
    _spec("float-strip", "view", QT_TRANSLATE_NOOP("Actions", "Price strip on t&op"), "Ctrl+F8", checkable=True),
    _spec("rail", "view", QT_TRANSLATE_NOOP("Actions", "&Rail"), "F9", checkable=True),
    _spec("two-lines", "view", QT_TRANSLATE_NOOP("Actions", "T&wo lines a row"), checkable=True),
    _spec("focus-mode", "view", QT_TRANSLATE_NOOP("Actions", "&Focus mode"), "F11", checkable=True),
    _spec("go-inbox", "go", QT_TRANSLATE_NOOP("Actions", "&Inbox"), "G, I", single=True),
    _spec("go-needs-ack", "go", QT_TRANSLATE_NOOP("Actions", "&To acknowledge"), "G, N", single=True),
    _spec("go-flagged", "go", QT_TRANSLATE_NOOP("Actions", "&Flagged"), "G, F", single=True),
    _spec("go-starred", "go", QT_TRANSLATE_NOOP("Actions", "&Starred"), "G, T", single=True),
    _spec("go-archive", "go", QT_TRANSLATE_NOOP("Actions", "Ar&chive"), "G, E", single=True),
    _spec("go-alerts", "go", QT_TRANSLATE_NOOP("Actions", "Price &alerts"), "G, A", single=True),
    _spec("text-larger", "text", QT_TRANSLATE_NOOP("Actions", "&Larger"), "Ctrl++"),
    _spec("text-smaller", "text", QT_TRANSLATE_NOOP("Actions", "&Smaller"), "Ctrl+-"),
    _spec("text-normal", "text", QT_TRANSLATE_NOOP("Actions", "&Normal"), "Ctrl+0"),
    _spec("licences", "view", QT_TRANSLATE_NOOP("Actions", "L&icences…")),
    _spec("deadlines", "view", QT_TRANSLATE_NOOP("Actions", "&Deadlines"), "G, D", single=True),
    _spec("away", "view", QT_TRANSLATE_NOOP("Actions", "Awa&y"), "G, W", single=True),
    _spec("go-licences", "", QT_TRANSLATE_NOOP("Actions", "Go to the licences"), "G, L", single=True),
    _spec("palette", "tools", QT_TRANSLATE_NOOP("Actions", "Command &palette…"), "Ctrl+K"),
    _spec("check-name", "tools", QT_TRANSLATE_NOOP("Actions", "&Check a name…"), "Ctrl+Shift+K"),
    _spec("regions", "view", QT_TRANSLATE_NOOP("Actions", "&Next region"), "F6"),
    _spec("regions-back", "", QT_TRANSLATE_NOOP("Actions", "Previous region"), "Shift+F6"),
    _spec(
        "language-system", "language", QT_TRANSLATE_NOOP("Actions", "As the system"), checkable=True, group="language"
    ),
    _spec("language-en", "language", "English", checkable=True, group="language"),
    _spec("language-zh-Hant", "language", "繁體中文", checkable=True, group="language"),
    _spec("language-zh-Hans", "language", "简体中文", checkable=True, group="language"),
    _spec("theme-system", "theme", QT_TRANSLATE_NOOP("Actions", "As the system"), checkable=True, group="theme"),
    _spec("theme-light", "theme", QT_TRANSLATE_NOOP("Actions", "Light"), checkable=True, group="theme"),
    _spec("theme-dark", "theme", QT_TRANSLATE_NOOP("Actions", "Dark"), checkable=True, group="theme"),
    _spec("colours-green-up", "colours", QT_TRANSLATE_NOOP("Actions", "Green up"), checkable=True, group="colours"),
    _spec("colours-red-up", "colours", QT_TRANSLATE_NOOP("Actions", "Red up"), checkable=True, group="colours"),
    _spec(
        "colours-blue-orange",
        "colours",
        QT_TRANSLATE_NOOP("Actions", "Blue up, orange down"),
        checkable=True,
        group="colours",
    ),
    _spec("undo", "item", QT_TRANSLATE_NOOP("Actions", "Un&do"), "Ctrl+Z"),
    _spec("undo-key", "", QT_TRANSLATE_NOOP("Actions", "Undo"), "Z", single=True),
    _spec("acknowledge", "item", QT_TRANSLATE_NOOP("Actions", "&Acknowledge"), "A", single=True),
    _spec(
        "acknowledge-note", "item", QT_TRANSLATE_NOOP("Actions", "Acknowledge w&ith a note…"), "Shift+A", single=True
    ),
    _spec("note", "item", QT_TRANSLATE_NOOP("Actions", "&Note…"), "Shift+N", single=True),
    _spec("acknowledge-all", "item", QT_TRANSLATE_NOOP("Actions", "Ac&knowledge all critical…")),
    _spec("star", "item", QT_TRANSLATE_NOOP("Actions", "&Star"), "S", single=True),
    _spec("read", "item", QT_TRANSLATE_NOOP("Actions", "&Mark as read or unread"), "M", single=True),
    _spec("archive", "item", QT_TRANSLATE_NOOP("Actions", "Archi&ve, or take out again"), "E", single=True),
    _spec("mark-list-read", "item", QT_TRANSLATE_NOOP("Actions", "Mark the whole &list read"), "Shift+M", single=True),
    _spec("choose-all", "item", QT_TRANSLATE_NOOP("Actions", "C&hoose all"), "Ctrl+A", single=True),
    _spec("open", "item", QT_TRANSLATE_NOOP("Actions", "&Open in the browser"), "V", single=True),
    _spec("evidence", "item", QT_TRANSLATE_NOOP("Actions", "&Evidence…"), "Ctrl+Shift+E"),
    _spec("pop-out", "item", QT_TRANSLATE_NOOP("Actions", "Open in its own &window"), "Shift+O", single=True),
    _spec("find-before", "", QT_TRANSLATE_NOOP("Actions", "Find the place before"), "Shift+F3"),
    _spec("copy-link", "copy", QT_TRANSLATE_NOOP("Actions", "&Copy link"), "Y", single=True),
    _spec("copy-rows", "copy", QT_TRANSLATE_NOOP("Actions", "Copy as ro&ws for a spreadsheet"), "Ctrl+C", single=True),
    _spec("copy-app-link", "copy", QT_TRANSLATE_NOOP("Actions", "Copy &hkwatch link"), "Shift+Y", single=True),
    _spec("cite", "copy", QT_TRANSLATE_NOOP("Actions", "Copy c&itations"), "C", single=True),
    _spec("cite-text", "copy", QT_TRANSLATE_NOOP("Actions", "Cite with the te&xt"), "Shift+C", single=True),
    _spec("find-text", "reading", QT_TRANSLATE_NOOP("Actions", "&Find in the text"), "F3"),
    _spec("previous-language", "reading", QT_TRANSLATE_NOOP("Actions", "Previous language"), "[", single=True),
    _spec("next-language", "reading", QT_TRANSLATE_NOOP("Actions", "Next language"), "]", single=True),
    _spec("split-story", "story", QT_TRANSLATE_NOOP("Actions", "S&plit from its story")),
    _spec("merge-story", "story", QT_TRANSLATE_NOOP("Actions", "Mer&ge with another item…")),
    _spec("redline", "revisions", QT_TRANSLATE_NOOP("Actions", "Show or hide the &redline"), "R", single=True),
    _spec("newer-revision", "revisions", QT_TRANSLATE_NOOP("Actions", "Redline of the &newer revision")),
    _spec("older-revision", "revisions", QT_TRANSLATE_NOOP("Actions", "Redline of the &older revision")),
    _spec("mute-story-day", "mute", QT_TRANSLATE_NOOP("Actions", "This &story for a day")),
    _spec("mute-story-week", "mute", QT_TRANSLATE_NOOP("Actions", "This story for a &week")),
    _spec("mute-story-ever", "mute", QT_TRANSLATE_NOOP("Actions", "This story for &ever")),
    _spec("mute-template-day", "mute", QT_TRANSLATE_NOOP("Actions", "&Headlines like this for a day")),
    _spec("mute-template-week", "mute", QT_TRANSLATE_NOOP("Actions", "Headlines like this for a wee&k")),
    _spec("mute-template-ever", "mute", QT_TRANSLATE_NOOP("Actions", "Headlines like this &for ever")),
    _spec("mute-firm-week", "mute", QT_TRANSLATE_NOOP("Actions", "This &firm for a week")),
    _spec("mute-firm-ever", "mute", QT_TRANSLATE_NOOP("Actions", "This f&irm for ever")),
    _spec("mute-rule-week", "mute", QT_TRANSLATE_NOOP("Actions", "All that this &rule flags for a week")),
    _spec("mute-rule-ever", "mute", QT_TRANSLATE_NOOP("Actions", "All that this r&ule flags for ever")),
    _spec("next", "", QT_TRANSLATE_NOOP("Actions", "Next item"), "J", single=True),
    _spec("previous", "", QT_TRANSLATE_NOOP("Actions", "Previous item"), "K", single=True),
    _spec("list", "item", QT_TRANSLATE_NOOP("Actions", "&Back to the list"), "U", single=True),
    _spec("back", "", QT_TRANSLATE_NOOP("Actions", "Back to the list"), "Esc", single=True),
    _spec("scroll", "", QT_TRANSLATE_NOOP("Actions", "Scroll, then the next unread item"), "Space", single=True),
    _spec("scroll-back", "", QT_TRANSLATE_NOOP("Actions", "Scroll back"), "Shift+Space", single=True),
    _spec("check-this", "sources", QT_TRANSLATE_NOOP("Actions", "Check &this source"), "F5"),
    _spec("check-all", "sources", QT_TRANSLATE_NOOP("Actions", "Check &all sources"), "Shift+F5"),
    _spec("pause-hour", "pause", QT_TRANSLATE_NOOP("Actions", "1 hour")),
    _spec("pause-morning", "pause", QT_TRANSLATE_NOOP("Actions", "Until tomorrow 08:00")),
    _spec("pause-open", "pause", QT_TRANSLATE_NOOP("Actions", "Until I resume")),
    _spec("resume", "sources", QT_TRANSLATE_NOOP("Actions", "&Resume")),
    _spec("sources", "sources", QT_TRANSLATE_NOOP("Actions", "&Manage sources…")),
    _spec("go-sources", "", QT_TRANSLATE_NOOP("Actions", "Go to the sources"), "G, S", single=True),
    _spec("add-source", "sources", QT_TRANSLATE_NOOP("Actions", "Add s&ource…"), "Ctrl+Shift+N"),
    _spec("import-opml", "sources", QT_TRANSLATE_NOOP("Actions", "&Import OPML…")),
    _spec("export-opml", "sources", QT_TRANSLATE_NOOP("Actions", "&Export OPML…")),
    _spec("new-alert", "alerts", QT_TRANSLATE_NOOP("Actions", "&New price alert…"), "Ctrl+N"),
    _spec("show-alerts", "alerts", QT_TRANSLATE_NOOP("Actions", "&Price alerts")),
    _spec("tell-high", "tell", QT_TRANSLATE_NOOP("Actions", "High and above"), checkable=True, group="tell"),
    _spec("tell-normal", "tell", QT_TRANSLATE_NOOP("Actions", "Normal and above"), checkable=True, group="tell"),
    _spec("tell-nothing", "tell", QT_TRANSLATE_NOOP("Actions", "None"), checkable=True, group="tell"),
    _spec("quiet-hour", "quiet", QT_TRANSLATE_NOOP("Actions", "1 hour")),
    _spec("quiet-morning", "quiet", QT_TRANSLATE_NOOP("Actions", "Until 08:00")),
    _spec("quiet-off", "quiet", QT_TRANSLATE_NOOP("Actions", "Off")),
    _spec("notices", "tools", QT_TRANSLATE_NOOP("Actions", "N&otifications…")),
    _spec("test-notice", "tools", QT_TRANSLATE_NOOP("Actions", "Send a &test notification")),
    _spec("rules", "tools", QT_TRANSLATE_NOOP("Actions", "&Rules…")),
    _spec("go-rules", "", QT_TRANSLATE_NOOP("Actions", "Go to the rules"), "G, R", single=True),
    _spec("mutes", "tools", QT_TRANSLATE_NOOP("Actions", "&Muted…")),
    _spec("coverage", "tools", QT_TRANSLATE_NOOP("Actions", "Co&verage…")),
    _spec("audit", "tools", QT_TRANSLATE_NOOP("Actions", "A&udit report…")),
    _spec("channels", "tools", QT_TRANSLATE_NOOP("Actions", "C&hannels…")),
    _spec("key-page", "tools", QT_TRANSLATE_NOOP("Actions", "&Keyboard…")),
    _spec("settings", "tools", QT_TRANSLATE_NOOP("Actions", "&Settings…"), "Ctrl+,"),
    _spec("guide", "help", QT_TRANSLATE_NOOP("Actions", "&User guide"), "F1"),
    _spec("keys", "help", QT_TRANSLATE_NOOP("Actions", "&Keyboard"), "?", single=True),
    _spec("search-help", "help", QT_TRANSLATE_NOOP("Actions", "&Search language")),
    _spec("news", "help", QT_TRANSLATE_NOOP("Actions", "&What is new")),
    _spec("newer", "help", QT_TRANSLATE_NOOP("Actions", "&Check for a newer version…")),
    _spec("about", "help", QT_TRANSLATE_NOOP("Actions", "&About hkwatch")),
)
_RULE_BEFORE = frozenset(
    (
        *(
            "hide",
            "quit",
            "cite",
            "licences",
            "price",
            "regions",
            "acknowledge",
            "read",
            "open",
            "mute-template-day",
            "mute-firm-week",
            "mute-rule-week",
            "previous-language",
            "list",
            "sources",
        ),
        *("import-opml", "key-page", "news", "about"),
    )
)


_EVERYWHERE = frozenset(("search-key", "undo-key", "keys"))
"""Single keys that need neither list nor reader."""


class Actions(QObject):
    """Makes the actions, puts them into the menu bar, and connects each to what it does."""

    def __init__(self, window: QMainWindow, singles: Sequence[QWidget], homes: Mapping[str, Sequence[QWidget]]) -> None:
        """`singles` are the widgets in which single keys hold; `homes` names others for some actions."""
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        groups: dict[str, QActionGroup] = {}
        for spec in SPECS:
            action = self._actions[spec.name] = QAction(self)
            action.setCheckable(spec.checkable)
            action.setMenuRole(menu_role(spec.name))
            if spec.group:
                groups.setdefault(spec.group, QActionGroup(self)).addAction(action)
            if spec.key:
                action.setShortcut(QKeySequence(spec.key))
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut if spec.single else Qt.ShortcutContext.WindowShortcut
            )
            if not spec.single:
                window.addAction(action)
                continue
            for widget in homes.get(spec.name, singles):
                widget.addAction(action)
        self._build_menus()
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def on(self, name: str, act: Callable[[], object]) -> None:
        """Do this when the action is triggered."""
        self._actions[name].triggered.connect(lambda _checked=False: act())

    def set_keys(self, key: Callable[[str], str]) -> None:
        """Give every action the key that `key` names for it, in Qt's portable form; empty for none."""
        for name, action in self._actions.items():
            action.setShortcut(QKeySequence(key(name), QKeySequence.SequenceFormat.PortableText))

    def go_from(self, page: QWidget) -> None:
        """Let the keys that lead elsewhere, undo and the overlay of the keys hold on a page of its own, too."""
        for spec in SPECS:
            if spec.single and (spec.key.startswith("G, ") or spec.name in _EVERYWHERE):
                page.addAction(self._actions[spec.name])

    def choose(self, group: str, value: str) -> None:
        """Tick one of an exclusive group; none where it has no such value."""
        chosen = self._actions.get(f"{group}-{value}")
        if chosen is not None:
            chosen.setChecked(True)
            return
        # None of them: an exclusive group keeps one ticked unless it is loosened for a moment.
        for name, action in self._actions.items():
            if name.startswith(f"{group}-") and (together := action.actionGroup()) is not None:
                together.setExclusive(False)
                action.setChecked(False)
                together.setExclusive(True)

    def menus(self) -> list[QMenu]:
        """The menus of the bar, without their submenus."""
        return [self._menus[name] for name, _ in MENUS]

    def submenu(self, name: str) -> QMenu:
        """One of `SUBMENUS`."""
        return self._menus[name]

    def retranslate(self) -> None:
        """Texts in the language in force."""
        translate = QCoreApplication.translate
        for spec in SPECS:
            self._actions[spec.name].setText(translate(_CONTEXT, spec.text))
        for name, text in (*MENUS, *((name, text) for name, (_, text) in SUBMENUS.items())):
            self._menus[name].setTitle(translate(_CONTEXT, str(text)))

    def _build_menus(self) -> None:
        bar = self._window.menuBar()
        bar.setNativeMenuBar(False)
        for name, _ in MENUS:
            self._menus[name] = round_menu(QMenu(bar))
            bar.addMenu(self._menus[name])
        for name in SUBMENUS:
            self._menus[name] = round_menu(QMenu(bar))
        for spec in SPECS:
            if not spec.menu:
                continue
            parent = SUBMENUS[spec.menu][0] if spec.menu in SUBMENUS else ""
            menu = self._menus[spec.menu]
            if parent and not menu.actions():
                before = self._menus[parent].actions()
                # Submenus stand together, under one line.
                if before and before[-1].menu() is None:
                    self._menus[parent].addSeparator()
                self._menus[parent].addMenu(menu)
            if spec.name in _RULE_BEFORE:
                menu.addSeparator()
            menu.addAction(self._actions[spec.name])

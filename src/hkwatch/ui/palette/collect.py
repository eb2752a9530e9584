# SPDX-License-Identifier: MIT
"""Gathers what the palette offers from the window: actions, views, saved searches, sources, settings.

Each is found by its text in every language of the interface, whichever of them is shown.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction

from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.fold import Folder
from hkwatch.domain.saved_search import SavedSearch
from hkwatch.ui.actions import PLAIN_MENUS, SPECS, SUBMENUS
from hkwatch.ui.keys.commands import bare
from hkwatch.ui.palette.entries import Entry, Group, names_of
from hkwatch.ui.settings_dialog import option_rows

_LEFT_OUT = frozenset(("palette", "regions", "list", "licences", "deadlines"))
"""What makes no sense from here, and what is a view already."""
_VIEWS = (
    ("inbox", "Inbox", "inbox"),
    ("flagged", "Flagged", "flag"),
    ("starred", "Starred", "star"),
    ("licences", "Licences", "badge-check"),
    ("deadlines", "Deadlines", "calendar-clock"),
)
"""As the rail has them: key, text in English, icon."""


class Tongues:
    """A text of the program in all its languages."""

    def __init__(self, folder: Folder, others: Sequence[QTranslator]) -> None:
        self.folder = folder
        self._others = others

    def __call__(self, context: str, text: str) -> list[str]:
        """In English, and in each of the others that has it."""
        found = [text, *(str(one.translate(context, text) or "") for one in self._others)]
        return [bare(one) for one in found if one]


def actions(tongues: Tongues, action: Callable[[str], QAction]) -> list[Entry]:
    """Everything in the menus, with its key; what is greyed out now is left out."""
    found = []
    for spec in SPECS:
        one = action(spec.name)
        if not spec.menu or spec.name in _LEFT_OUT or not one.isVisible() or not one.isEnabled():
            continue
        text, names = bare(one.text()), tongues("Actions", spec.text)
        if spec.menu in SUBMENUS and spec.menu not in PLAIN_MENUS:
            menu = str(SUBMENUS[spec.menu][1])
            head = bare(QCoreApplication.translate("Actions", menu))
            text = QCoreApplication.translate("Palette", "{0}: {1}").format(head, text)
            heads = tongues("Actions", menu)
            names = [f"{heads[min(n, len(heads) - 1)]} {name}" for n, name in enumerate(names)]
        icon = "check" if one.isCheckable() and one.isChecked() else "chevron-right"
        key = one.shortcut().toString().replace(", ", " ")
        entry = Entry(f"action:{spec.name}", Group.ACTION, text, icon, one.trigger, key)
        found.append(_named(entry, tongues.folder, [*names, text]))
    return found


def views(tongues: Tongues, go: Callable[[str], None]) -> list[Entry]:
    """The views of the rail."""
    return [
        _named(
            Entry(f"view:{key}", Group.VIEW, QCoreApplication.translate("WatchController", text), icon, _call(go, key)),
            tongues.folder,
            tongues("WatchController", text),
        )
        for key, text, icon in _VIEWS
    ]


def saved(folder: Folder, searches: Sequence[SavedSearch], go: Callable[[str], None]) -> list[Entry]:
    """The saved searches, by name and by what they ask."""
    return [
        _named(
            Entry(f"saved:{one.id}", Group.SAVED, one.name, "bookmark", _call(go, f"saved:{one.id}"), one.query),
            folder,
            [one.name, one.query],
        )
        for one in searches
    ]


def sources(
    folder: Folder, catalogue: Catalogue, language: str, go: Callable[[str], None], ask: Callable[[str], None]
) -> list[Entry]:
    """Publishers as views, and each source as a search."""
    found = []
    for ident, one in catalogue.publishers.items():
        short = one.short
        entry = Entry(f"publisher:{ident}", Group.SOURCE, short.in_language(language), "rss", _call(go, str(ident)))
        found.append(_named(entry, folder, [short.en, short.zh_hant, short.zh_hans, str(ident)]))
    for name, row in catalogue.sources.items():
        query, names = f"src:{name}", row.name
        entry = Entry(f"source:{name}", Group.SOURCE, names.in_language(language), "rss", _call(ask, query), query)
        found.append(_named(entry, folder, [names.en, names.zh_hant, names.zh_hans, str(name)]))
    return found


def settings(tongues: Tongues, show: Callable[[str, str], None]) -> list[Entry]:
    """Every option of the settings, by its name and what is said of it."""
    english = {
        (row.section, row.option): (row.text, row.description)
        for _, rows in option_rows(lambda text: text)
        for row in rows
    }
    found = []
    for title, rows in option_rows(lambda text: QCoreApplication.translate("SettingsDialog", text)):
        for row in rows:
            texts = [*english[row.section, row.option], row.text, row.description]
            names = [name for text in texts if text for name in tongues("SettingsDialog", text)]
            run = _call2(show, row.section, row.option)
            entry = Entry(f"setting:{row.section}.{row.option}", Group.SETTING, row.text, "settings", run, title)
            found.append(_named(entry, tongues.folder, names))
    return found


def group_names() -> Mapping[Group, str]:
    """What the kinds of entries are called."""
    translate = QCoreApplication.translate
    return {
        Group.RECENT: translate("Palette", "recent"),
        Group.VIEW: translate("Palette", "view"),
        Group.SAVED: translate("Palette", "saved search"),
        Group.ACTION: translate("Palette", "action"),
        Group.SOURCE: translate("Palette", "source"),
        Group.SETTING: translate("Palette", "setting"),
        Group.ITEM: translate("Palette", "item"),
    }


def _named(entry: Entry, folder: Folder, names: Sequence[str]) -> Entry:
    found = names_of(folder, [entry.text, *names])
    return Entry(entry.key, entry.group, entry.text, entry.icon, entry.run, entry.detail, found)


def _call(act: Callable[[str], None], value: str) -> Callable[[], None]:
    return lambda: act(value)


def _call2(act: Callable[[str, str], None], one: str, other: str) -> Callable[[], None]:
    return lambda: act(one, other)

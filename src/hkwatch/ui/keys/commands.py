# SPDX-License-Identifier: MIT
"""Every command a key can be given to, by task, with its key as shipped."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hkwatch.ui.actions import PLAIN_MENUS, SPECS, SUBMENUS, Spec

_ACCESS_KEY = re.compile(r"\(&.\)")
"""How Chinese texts carry their access key."""


class Task(Enum):
    """What somebody is about when looking for a key; the value is its heading in English."""

    MOVE = str(QT_TRANSLATE_NOOP("Keys", "Move"))
    ACT = str(QT_TRANSLATE_NOOP("Keys", "Act"))
    GO = str(QT_TRANSLATE_NOOP("Keys", "Go"))
    SEARCH = str(QT_TRANSLATE_NOOP("Keys", "Search"))
    PRICE = str(QT_TRANSLATE_NOOP("Keys", "Price"))
    WINDOW = str(QT_TRANSLATE_NOOP("Keys", "Window"))


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `key` is the shipped one, empty for none; `single` ones hold in list and reader only, where a bare
    letter can be a key. `context` and `text` are how its words are looked up, `menu` those of its submenu or empty.
    """

    name: str
    task: Task
    context: str
    text: str
    key: str = ""
    single: bool = False
    menu: str = ""


_LIST = (
    ("list-next", str(QT_TRANSLATE_NOOP("Keys", "Next item, without opening")), "N"),
    ("list-previous", str(QT_TRANSLATE_NOOP("Keys", "Previous item, without opening")), "P"),
    ("show-new", str(QT_TRANSLATE_NOOP("Keys", "Show new items")), "."),
    ("open-reader", str(QT_TRANSLATE_NOOP("Keys", "Go to the reader")), "O"),
    ("choose", str(QT_TRANSLATE_NOOP("Keys", "Choose or leave out")), "X"),
    ("choose-next", str(QT_TRANSLATE_NOOP("Keys", "Choose on to the next item")), "Shift+J"),
    ("choose-previous", str(QT_TRANSLATE_NOOP("Keys", "Choose on to the previous item")), "Shift+K"),
)
"""What the list itself answers to."""
_BY_MENU = {
    "item": Task.ACT,
    **dict.fromkeys(PLAIN_MENUS, Task.ACT),
    "revisions": Task.ACT,
    "mute": Task.ACT,
    "go": Task.GO,
    "saved": Task.SEARCH,
    "alerts": Task.PRICE,
}
_UNSAID = PLAIN_MENUS | {"go", "revisions"}
_BY_NAME = {
    **dict.fromkeys(
        (
            *("next", "previous", "scroll", "scroll-back", "list", "back", "regions", "regions-back"),
            *("previous-language", "next-language", "list-next", "list-previous", "show-new", "open-reader"),
        ),
        Task.MOVE,
    ),
    **dict.fromkeys(("undo-key", "choose", "choose-next", "choose-previous"), Task.ACT),
    **dict.fromkeys(
        ("licences", "deadlines", "away", "sources", "rules", "go-licences", "go-sources", "go-rules", "coverage"),
        Task.GO,
    ),
    **dict.fromkeys(("search", "search-key", "palette", "check-name", "search-help"), Task.SEARCH),
    **dict.fromkeys(("price", "float-strip"), Task.PRICE),
}


def _task(spec: Spec) -> Task:
    return _BY_NAME.get(spec.name) or _BY_MENU.get(spec.menu, Task.WINDOW)


def _all() -> Iterator[Command]:
    for spec in SPECS:
        is_said = spec.menu in SUBMENUS and spec.menu not in _UNSAID
        menu = str(SUBMENUS[spec.menu][1]) if is_said else ""
        yield Command(spec.name, _task(spec), "Actions", spec.text, spec.key, spec.single, menu)
    for name, text, key in _LIST:
        yield Command(name, _BY_NAME[name], "Keys", text, key, single=True)


_FIRST = (
    "next",
    "previous",
    "list-next",
    "list-previous",
    "open-reader",
    "list",
    "back",
    "scroll",
    "scroll-back",
    "show-new",
)
"""What is looked for most stands first."""


def _place(command: Command) -> int:
    return _FIRST.index(command.name) if command.name in _FIRST else len(_FIRST)


COMMANDS: dict[str, Command] = {command.name: command for command in sorted(_all(), key=_place)}
"""By name: the most used ones, then in the order of the menus."""


def words(command: Command) -> str:
    """What a command is called in the language in force, with its submenu."""
    translate = QCoreApplication.translate
    text = bare(translate(command.context, command.text))
    if command.menu:
        menu = bare(translate("Actions", command.menu))
        return translate("Keys", "{0}: {1}").format(menu, text[:1].lower() + text[1:] if text.isascii() else text)
    return text


def task_words(task: Task) -> str:
    """A task's heading in the language in force."""
    return QCoreApplication.translate("Keys", task.value)


def bare(text: str) -> str:
    """A menu's text without its access key."""
    return _ACCESS_KEY.sub("", text).replace("&", "").rstrip("…").strip()

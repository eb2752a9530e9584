# SPDX-License-Identifier: MIT
"""What was on screen when the window came up anew by its user's wish: search, view, selected item, open windows.

leave ─► resume.json ─► the same program starts ─► the file is read once and removed ─► all is put back
"""

import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from hkwatch.domain.ids import ItemId
from hkwatch.ui.inbox_query import Filter
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.parts import Parts
from hkwatch.ui.window_actions import WindowActions

log = logging.getLogger(__name__)
REOPENED = (
    *(
        "sources",
        "rules",
        "mutes",
        "licences",
        "deadlines",
        "channels",
        "notices",
        "coverage",
        "guide",
        "keys",
        "settings",
    ),
)
"""Windows that are opened again, the last of them on top; each is opened by the action of its name."""
_TRIES = 3
"""So many times a list is read before the item is given up."""


@dataclass(frozen=True, slots=True)
class Place:
    """`item` 0 = none was selected. `page` is that of the settings where they were open."""

    view: str = "inbox"
    publisher: str = ""
    text: str = ""
    item: int = 0
    windows: tuple[str, ...] = ()
    page: str = ""


def write(file: Path, place: Place) -> None:
    """Keep the place. What cannot be written is logged: the window comes up all the same."""
    try:
        file.write_text(json.dumps(asdict(place)), "utf-8")
    except OSError as error:
        log.warning("resume file=%s error=%s", file, error)


def take(file: Path) -> Place | None:
    """Read the place once; None where there is none, or where it cannot be read."""
    try:
        raw = json.loads(file.read_text("utf-8"))
        file.unlink()
        names = [str(name) for name in raw["windows"] if name in REOPENED]
        texts = (str(raw["view"]), str(raw["publisher"]), str(raw["text"]))
        return Place(*texts, int(raw["item"]), tuple(names), str(raw["page"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.warning("resume file=%s error=%s", file, error)
        file.unlink(missing_ok=True)
        return None


class Resume(QObject):
    """Looks once after the start whether there is a place to go back to."""

    def __init__(
        self,
        parts: Parts,
        dialogs: OpenDialogs,
        actions: WindowActions,
        show_settings_page: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts, self._dialogs, self._actions = parts, dialogs, actions
        self._show_settings_page = show_settings_page
        self._file = parts.window_state_file.with_name("resume.json")
        self._item: ItemId | None = None
        self._tries = 0
        file = self._file
        # Whoever builds the window is not done yet.
        QTimer.singleShot(0, self, lambda: parts.files.ask(self._on_taken, lambda _: take(file)))

    def keep(self) -> None:
        """The window is about to close and to come up anew."""
        window, shown = self._parts.window, self._parts.controller.inbox.filter
        chosen = window.inbox.view.current_id
        settings = self._dialogs.get("settings")
        place = Place(
            shown.view,
            shown.publisher,
            shown.text,
            0 if chosen is None else int(chosen),
            tuple(name for name in REOPENED if name in self._dialogs),
            str(getattr(settings, "current", "")),
        )
        file = self._file
        self._parts.files.ask(self._on_written, lambda _: write(file, place))

    def _on_written(self, _: object) -> None:
        return

    def _on_taken(self, place: Place | None) -> None:
        if place is None:
            return
        parts = self._parts
        parts.window.rail.choose(place.publisher or place.view)
        parts.controller.inbox.loaded.connect(self._on_loaded)
        self._item = ItemId(place.item) if place.item else None
        parts.controller.inbox.set_filter(Filter(place.view, place.publisher, place.text))
        for name in place.windows:
            if name == "settings":
                self._show_settings_page(place.page)
            else:
                self._actions[name].trigger()

    def _on_loaded(self) -> None:
        if self._item is None:
            return
        self._tries += 1
        # As it was read: what was selected before was opened then.
        if self._parts.window.inbox.view.select_id(self._item) or self._tries >= _TRIES:
            self._item = None

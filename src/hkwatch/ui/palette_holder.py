# SPDX-License-Identifier: MIT
"""Keeps what the command palette needs between two openings; the palette itself is imported when it is first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hkwatch.domain.fold import Folder
from hkwatch.ui.search_history import SearchHistory
from hkwatch.ui.window_actions import WindowActions

if TYPE_CHECKING:
    from hkwatch.ui.palette.wiring import CommandPalette
    from hkwatch.ui.parts import Parts


class PaletteHolder(QObject):
    """Opens the palette. `history` is what was searched for and chosen lately."""

    def __init__(
        self,
        parts: "Parts",
        actions: WindowActions,
        show_setting: Callable[[str, str], None],
        language: Callable[[], str],
        parent: QObject,
    ) -> None:
        """`show_setting` opens the settings at an option; `language` is the interface language in force."""
        super().__init__(parent)
        self._parts, self._actions, self._show_setting, self._language = parts, actions, show_setting, language
        self.palette: CommandPalette | None = None
        file = parts.window_state_file.with_name("search-history.json")
        self.history = SearchHistory(parts.window.inbox.field, parts.files, file, self)
        self.history.failed.connect(self._on_failed)
        actions.on("palette", self.show)

    def show(self) -> None:
        """Open it; once more takes it away."""
        if self.palette is None:
            from hkwatch.ui.palette.wiring import CommandPalette

            parts = self._parts
            self.palette = CommandPalette(
                parts.window,
                parts.marks,
                parts.controller,
                parts.reads,
                parts.catalogue,
                self._actions.__getitem__,
                self._show_setting,
                self.history,
                parts.licence_facts[0] if parts.licence_facts is not None else Folder({}),
                parts.translator,
                self,
            )
        self.palette.show(self._language())

    def _on_failed(self, problem: str) -> None:
        self._parts.controller.tell(self.tr("The search history was not changed"), problem)

# SPDX-License-Identifier: MIT
"""Opens the settings window and gives it what it needs of the program."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QWidget

from hkwatch.domain.fold import Folder
from hkwatch.services import diagnosis
from hkwatch.services.data_desk import Afterwards, DataDesk
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.settings.around import Around
from hkwatch.ui.settings_dialog import SettingsDialog
from hkwatch.ui.theme.fonts import LANGUAGES

if TYPE_CHECKING:
    from hkwatch.ui.parts import Parts


class SettingsManager(QObject):
    """The window `settings` among the open dialogs. `hosted` takes makers of widgets by page, before it is opened."""

    def __init__(
        self,
        parts: "Parts",
        dialogs: OpenDialogs,
        desk: DataDesk,
        holidays: Callable[[], frozenset[date]],
        leave: Callable[[Afterwards], None] | None,
        acts: dict[str, Callable[[], object]],
        parent: QObject,
    ) -> None:
        """`acts` are the callables of `Around` by name. `leave` None: this program cannot be started again by itself."""
        super().__init__(parent)
        self._parts, self._dialogs, self._desk, self._holidays, self._leave = parts, dialogs, desk, holidays, leave
        self._acts = acts
        self.hosted: dict[str, Callable[[QWidget], QWidget]] = {}

    def show(self, language: str) -> SettingsDialog:
        """Open it, or bring it up."""
        found = self._dialogs.get("settings")
        if isinstance(found, SettingsDialog):
            found.raise_()
            found.activateWindow()
            return found
        from hkwatch.ui.palette.collect import Tongues

        parts = self._parts
        folder = parts.licence_facts[0] if parts.licence_facts is not None else Folder({})
        tongues = Tongues(folder, [parts.translator(one) for one in LANGUAGES if one != "en"])
        around = Around(
            store=parts.store,
            files=parts.files,
            reads=parts.reads,
            desk=self._desk,
            now=parts.now,
            holidays=self._holidays,
            leave=self._leave,
            describe=self.describe,
            try_request=parts.try_request,
            hosted=self.hosted,
            **self._acts,
        )
        dialog = SettingsDialog(around, parts.marks, language, parts.window, tongues, folder)
        dialog.set_assets(sorted(parts.catalogue.assets))
        self._dialogs.present("settings", dialog)
        return dialog

    def describe(self) -> str:
        """The diagnosis as text."""
        desk, parts = self._desk, self._parts
        folders = (("data", desk.data_dir), ("settings", desk.config_dir), ("log", desk.log_dir))
        return diagnosis.describe(parts.now(), folders, parts.controller.watch.status, qVersion())

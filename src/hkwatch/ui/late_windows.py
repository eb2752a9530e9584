# SPDX-License-Identifier: MIT
"""Windows that are imported when they are first opened: settings, exports, coverage, mutes, the search language."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hkwatch.services.data_desk import Afterwards, DataDesk
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.parts import Parts
from hkwatch.ui.window_actions import WindowActions

if TYPE_CHECKING:
    from hkwatch.ui.away.coverage_wiring import CoverageManager
    from hkwatch.ui.export.wiring import ExportManager
    from hkwatch.ui.rules.mutes_dialog import MutesDialog
    from hkwatch.ui.settings.wiring import SettingsManager


class LateWindows(QObject):
    """Opens each, and tells those that were opened which language is in force."""

    def __init__(
        self,
        parts: Parts,
        dialogs: OpenDialogs,
        actions: WindowActions,
        acts: Mapping[str, Callable[[], object]],
        test_notice: Callable[[str], None],
        bring_up: Callable[[], None],
        leave: Callable[[Afterwards], None],
        parent: QObject,
    ) -> None:
        """`acts` is what the settings open elsewhere; `leave` closes everything and has something done with the data."""
        super().__init__(parent)
        self._parts, self._dialogs, self._actions, self._acts = parts, dialogs, actions, acts
        self._test_notice, self._bring_up, self._leave = test_notice, bring_up, leave
        self._language = ""
        parts.controller.rules.changed.connect(self._refresh_mutes)
        parts.window.inbox.field.help_wanted.connect(self.show_search_help)

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        for dialog in self._dialogs.all():
            from hkwatch.ui.inbox.search_help import SearchHelp
            from hkwatch.ui.rules.mutes_dialog import MutesDialog
            from hkwatch.ui.settings_dialog import SettingsDialog

            if isinstance(dialog, SettingsDialog | SearchHelp):
                dialog.set_language(language)
            elif isinstance(dialog, MutesDialog):
                dialog.set_language(language, self._parts.controller.names)
        for name in ("coverage", "exports"):
            if name in self.__dict__:
                getattr(self, name).set_language(language)

    def end(self) -> None:
        """No export goes on."""
        if "exports" in self.__dict__:
            self.exports.end()

    @cached_property
    def coverage(self) -> "CoverageManager":
        """The coverage statement's window; imported when it is first wanted."""
        from hkwatch.ui.away.coverage_wiring import CoverageManager

        parts = self._parts
        made = CoverageManager(parts.window, parts.marks, parts.reads, parts.files, parts.now, self._dialogs, self)
        made.set_language(self._language)
        return made

    @cached_property
    def exports(self) -> "ExportManager":
        """Exports and the audit report; imported when they are first wanted."""
        from hkwatch.ui.export.wiring import ExportManager

        parts = self._parts
        made = ExportManager(parts.window, parts.marks, parts.reads, parts.controller, parts.now, self._dialogs, self)
        made.set_language(self._language)
        return made

    @cached_property
    def settings(self) -> "SettingsManager":
        """The settings' window; imported when it is first wanted."""
        from hkwatch.ui.keys.page import KeyPage
        from hkwatch.ui.notices.page import NoticePage
        from hkwatch.ui.settings.wiring import SettingsManager

        parts = self._parts
        acts = {**self._acts, "manage_mutes": self.show_mutes, "export_list": self.exports.show_list}
        here = parts.window_state_file.parent
        desk = parts.desk or DataDesk(here, here, here, parts.now)
        leave = self._leave if parts.demo_text is None else None
        made = SettingsManager(parts, self._dialogs, desk, parts.holidays, leave, acts, self)
        made.hosted["notifications"] = lambda _: NoticePage(parts.store, parts.marks, self._language, self._test_notice)
        made.hosted["keyboard"] = lambda _: KeyPage(parts.marks, self._actions.keymap, self._language, inside=True)
        return made

    def show_setting(self, section: str, option: str) -> None:
        """The settings at one option."""
        self._bring_up()
        self.settings.show(self._language).show_option(section, option)

    def show_settings(self) -> None:
        """All options."""
        self._bring_up()
        self.settings.show(self._language)

    def show_settings_page(self, page: str) -> None:
        """The settings at one of their pages."""
        from hkwatch.ui.settings.pages import PAGES

        shown = self.settings.show(self._language)
        if any(page == spec.key for spec in PAGES):
            shown.show_page(page)

    def show_mutes(self) -> None:
        """All mutes."""
        from hkwatch.ui.rules.mutes_dialog import MutesDialog

        parts = self._parts
        dialog = MutesDialog(parts.marks, self._language, parts.controller.names, parts.window)
        dialog.unmute_wanted.connect(parts.controller.rules.unmute)
        dialog.words_wanted.connect(parts.controller.rules.mute_words)
        self._dialogs.present("mutes", dialog)
        self._refresh_mutes()

    def _refresh_mutes(self) -> None:
        dialog, mutes = self._dialogs.of("mutes", _mutes_dialog), self._parts.controller.rules.mutes
        if dialog is not None:
            from hkwatch.ui.item_mutes import called

            dialog.rules = called(self._parts.controller.rules.rules)
            dialog.set_mutes(mutes.mutes if mutes is not None else (), self._parts.now())

    def show_search_help(self) -> None:
        """What the search box understands."""
        from hkwatch.ui.inbox.search_help import SearchHelp

        parts = self._parts
        dialog = SearchHelp(parts.marks.fonts, self._language, parts.window)
        dialog.tried.connect(parts.window.inbox.field.set_text)
        self._dialogs.present("search-help", dialog)


def _mutes_dialog() -> "type[MutesDialog]":
    from hkwatch.ui.rules.mutes_dialog import MutesDialog

    return MutesDialog

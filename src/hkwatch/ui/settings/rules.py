# SPDX-License-Identifier: MIT
"""The page Rules and levels: the firms that make a serious item critical, and the way to the rules."""

from hkwatch.services.inbox import FirmNames
from hkwatch.services.settings import Settings
from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.own_page import OwnPage
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings.watchlist import Watchlist
from hkwatch.ui.settings_row import Row


def _sections(_: Facts) -> Sections:
    row = Row(
        "rules",
        "foreign_licences",
        QT_TRANSLATE_NOOP("SettingsDialog", "Flag licences outside Hong Kong too"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Stored items are flagged anew; nothing is notified for it"),
    )
    return [("", [row])]


RULES = PageSpec(
    "rules",
    QT_TRANSLATE_NOOP("SettingsDialog", "Rules and levels"),
    QT_TRANSLATE_NOOP(
        "SettingsDialog",
        "Rules set the levels low, normal and high. Critical comes on top: an item of level high that names a watched firm,"
        " takes a row off a register, or has three working days left.",
    ),
    "flag",
    _sections,
    (
        QT_TRANSLATE_NOOP("SettingsDialog", "Watched firms"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Manage rules…"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Mutes…"),
    ),
)


class RulesPage(OwnPage):
    """With the list of watched firms."""

    def add_widgets(self) -> None:
        around = self.around
        self.watchlist = Watchlist(self._marks, self._language)
        self.watchlist.changed.connect(lambda firms: self.wanted.emit("rules", "watchlist", firms))
        self.watchlist.set_entries(around.store.settings.rules.watchlist)
        self.body.addWidget(self.head(self.tr("Watched firms")))
        self.body.addWidget(
            self.note(self.tr("By any name, in English or Chinese, or by the CE number of the SFC’s register."))
        )
        self.body.addWidget(self.watchlist)
        self.body.addWidget(self.head(self.tr("Rules")))
        manage = self.button(self.tr("Manage rules…"), around.manage_rules)
        self.body.addWidget(self.action(self.tr("Which words flag an item, and at which level"), manage))
        mutes = self.button(self.tr("Mutes…"), around.manage_mutes)
        self.body.addWidget(self.action(self.tr("What is kept quiet though a rule flags it"), mutes))
        around.reads.ask(self._on_names, lambda reader: reader.firms(), self._on_no_names)

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        self.watchlist.set_entries(settings.rules.watchlist)

    def _on_names(self, firms: dict[str, FirmNames]) -> None:
        self.watchlist.set_names(tuple(firms.values()))

    def _on_no_names(self, _error: Exception) -> None:
        """Nothing is offered before the store is there; firms can be typed all the same."""

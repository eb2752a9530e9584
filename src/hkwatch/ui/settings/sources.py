# SPDX-License-Identifier: MIT
"""The page Sources and schedule."""

from hkwatch.ui.error_text import said
from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.own_page import OwnPage
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings_row import Row


def _sections(_: Facts) -> Sections:
    row = Row(
        "sources",
        "save_power",
        QT_TRANSLATE_NOOP("SettingsDialog", "Check less often on battery or a metered connection"),
        QT_TRANSLATE_NOOP(
            "SettingsDialog",
            "The status bar says so while it does; official sources in busy hours are slowed down least",
        ),
    )
    proxy = Row(
        "sources",
        "proxy",
        QT_TRANSLATE_NOOP("SettingsDialog", "Proxy of all requests"),
        QT_TRANSLATE_NOOP("SettingsDialog", "“direct” for none; a source’s own goes before. Live prices go past it."),
        placeholder=QT_TRANSLATE_NOOP("SettingsDialog", "As the system says"),
        wrong=QT_TRANSLATE_NOOP(
            "SettingsDialog",
            "Not used: write http://host:port or socks5://host:port, without name and password.",
        ),
    )
    contact = Row(
        "sources",
        "contact",
        QT_TRANSLATE_NOOP("SettingsDialog", "Said to publishers"),
        QT_TRANSLATE_NOOP(
            "SettingsDialog",
            "Stands in brackets after “hkwatch” and its version in every request, such as an address to write to",
        ),
        placeholder="desktop news watcher",
        wrong=QT_TRANSLATE_NOOP("SettingsDialog", "Not used: only Latin letters, digits and signs, no brackets."),
    )
    moves = Row(
        "sources",
        "accept_moves",
        QT_TRANSLATE_NOOP("SettingsDialog", "Follow a source that moved for good by itself"),
        QT_TRANSLATE_NOOP(
            "SettingsDialog",
            "After ten good answers from the new address; otherwise it is only proposed. You can always go back.",
        ),
    )
    return [("", [row, moves, proxy, contact])]


SOURCES = PageSpec(
    "sources",
    QT_TRANSLATE_NOOP("SettingsDialog", "Sources and schedule"),
    QT_TRANSLATE_NOOP(
        "SettingsDialog",
        "Official sources are asked most often in the hours in which they publish; no publisher is asked more often than"
        " it allows, and what did not change is not fetched again.",
    ),
    "rss",
    _sections,
    (QT_TRANSLATE_NOOP("SettingsDialog", "Manage sources…"),),
)


class SourcesPage(OwnPage):
    """With the way to the sources window."""

    def add_widgets(self) -> None:
        manage = self.button(self.tr("Manage sources…"), self.around.manage_sources)
        words = self.tr(
            "Each source is paused, watched and set up in the sources window: interval, proxy, name of the reader, level,"
            " how long its items are kept."
        )
        self.body.addSpacing(8)
        self._result = self.note("", "text2")
        self._result.hide()
        self._test = self.button(self.tr("Test"), self._on_test)
        self._test.setAccessibleName(self.tr("Test the proxy"))
        if self.around.try_request is not None:
            self.body.addWidget(self.action(self.tr("Ask one publisher now, through this proxy"), self._test))
            self.body.addWidget(self._result)
        self.body.addWidget(self.action(words, manage))
        super().add_widgets()

    def _on_test(self) -> None:
        chosen, trial = self.around.store.settings.sources, self.around.try_request
        if trial is None:
            return
        self._test.setEnabled(False)
        self._tell(self.tr("Asking…"))

        self.around.files.ask(self._on_answered, lambda _: trial(chosen.proxy, chosen.contact), self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._tell(said(error))

    def _on_answered(self, elapsed_ms: int) -> None:
        self._tell(self.tr("The publisher answered after {0} ms.").format(elapsed_ms))

    def _tell(self, text: str) -> None:
        self._result.setText(text)
        self._result.show()
        self._test.setEnabled(text != self.tr("Asking…"))

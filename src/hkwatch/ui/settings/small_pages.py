# SPDX-License-Identifier: MIT
"""Pages whose widgets are few: General, Look, Notifications, Deadlines, Keyboard."""

from PySide6.QtWidgets import QPushButton

from hkwatch.services.data_desk import After, Afterwards
from hkwatch.services.settings import Settings
from hkwatch.ui import formats
from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.own_page import OwnPage
from hkwatch.ui.settings.page import EDGE, PageSpec

KEYBOARD = PageSpec(
    "keyboard",
    QT_TRANSLATE_NOOP("SettingsDialog", "Keyboard"),
    QT_TRANSLATE_NOOP("SettingsDialog", "Single keys work in the list and the reader, never while you type."),
    "keyboard",
    more=(QT_TRANSLATE_NOOP("SettingsDialog", "All keys…"),),
)


class GeneralPage(OwnPage):
    """With the search history."""

    def add_widgets(self) -> None:
        self._forget = self.button(self.tr("Clear"), self._on_forget)
        self._forget.setAccessibleName(self.tr("Clear the search history"))
        words = self.tr("Search history: the last 20 searches, kept on this computer only")
        self.body.addSpacing(8)
        self.body.addWidget(self.action(words, self._forget))
        super().add_widgets()

    def _on_forget(self) -> None:
        self._forget.setText(self.tr("Cleared"))
        self._forget.setEnabled(False)
        self.around.forget_searches()


class LookPage(OwnPage):
    """With a button that brings the window up anew where the size of texts changed."""

    def add_widgets(self) -> None:
        self._again: QPushButton = self.button(self.tr("Bring up now"), self._on_again, kind="primary")
        self._again_line = self.action(
            self.tr("The new text size holds once the window has come up anew."), self._again
        )
        self._in_force = self.around.store.in_force.look.text_size_percent
        self.body.addWidget(self._again_line)
        self._again_line.hide()
        self._tables = self.button(self.tr("Standard widths"), self._on_tables)
        words = self.tr(
            "Columns of tables stay as you drag them, in each window; a right click on a head resets one table"
        )
        self.body.addWidget(self.action(words, self._tables))
        super().add_widgets()

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        self._again_line.setVisible(self.around.leave is not None and settings.look.text_size_percent != self._in_force)

    def _on_tables(self) -> None:
        self.around.reset_tables()
        self._tables.setText(self.tr("Done"))
        self._tables.setEnabled(False)

    def _on_again(self) -> None:
        if self.around.leave is not None:
            self.around.leave(Afterwards(After.RESTART))


class NotificationsPage(OwnPage):
    """With a test notification, unless another widget is hosted here."""

    def add_widgets(self) -> None:
        if "notifications" not in self.around.hosted:
            test = self.button(self.tr("Send a test"), self.around.test_notice, "bell")
            self.body.addSpacing(8)
            self.body.addWidget(self.action(self.tr("See how a notification looks here"), test))
            return
        # What is told by which way is what the page is opened for; reports come after it.
        grid = self.around.hosted["notifications"](self)
        grid.setContentsMargins(0, 0, EDGE, 16)
        self.body.insertWidget(self.body.indexOf(self.options), grid)


class DeadlinesPage(OwnPage):
    """With the years that the calendar is good for."""

    def add_widgets(self) -> None:
        years = sorted({day.year for day in self.around.holidays()})
        self.body.addWidget(self.head(self.tr("Calendar of working days")))
        if years:
            words = self.tr("General holidays are known from {0} to {1}.").format(years[0], years[-1])
            last = max(self.around.holidays())
            stamp = self.around.now().replace(year=last.year, month=last.month, day=last.day)
            last_words = self.tr("The last one known is on {0}.").format(formats.date(stamp, self._language))
            self.body.addWidget(self.note(words + ("" if words.endswith("。") else " ") + last_words, ""))
        else:
            self.body.addWidget(
                self.note(self.tr("No general holidays are known; weekends still count as days off."), "warn")
            )
        super().add_widgets()


class KeyboardPage(OwnPage):
    """A host: without a widget for changing keys it leads to the list of all keys."""

    fills = True

    def add_widgets(self) -> None:
        if "keyboard" not in self.around.hosted:
            keys = self.button(self.tr("All keys…"), self.around.show_keys)
            self.body.addWidget(self.action(self.tr("Every key at a glance; also by ? in the list"), keys))
            self.body.addStretch(1)
        super().add_widgets()

# SPDX-License-Identifier: MIT
"""The page Privacy: every host that was asked, how often, when last."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from hkwatch.services.contacts import Contact, Purpose, as_text
from hkwatch.services.settings import Settings
from hkwatch.ui import formats
from hkwatch.ui.error_text import said
from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.open_hosts import OpenHosts
from hkwatch.ui.settings.own_page import OwnPage
from hkwatch.ui.settings.page import PageSpec

PRIVACY = PageSpec(
    "privacy",
    QT_TRANSLATE_NOOP("SettingsDialog", "Privacy"),
    QT_TRANSLATE_NOOP(
        "SettingsDialog",
        "hkwatch sends nothing about you to anybody: there is no telemetry and nothing to switch off. It only asks the"
        " publishers and venues below, and pages that you open go to your browser.",
    ),
    "lock",
    more=(
        QT_TRANSLATE_NOOP("SettingsDialog", "Hosts that were asked"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Links that open without asking"),
        "telemetry",
    ),
)
_LEAST_ROWS = 6


class PrivacyPage(OwnPage):
    """The table is read each time the page comes to the front."""

    fills = True

    def add_widgets(self) -> None:
        self._found: tuple[Contact, ...] = ()
        self.body.addWidget(self.head(self.tr("Hosts that were asked")))
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(self.tr("Hosts that were asked"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Host"), self.tr("For"), self.tr("Requests"), self.tr("Last, HKT")]
        )
        count = self.table.horizontalHeaderItem(2)
        if count is not None:
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column in (0, 2, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(36 * _LEAST_ROWS)
        self.body.addWidget(self.table, 1)
        self._note = self.note(self.tr("Nothing was asked yet."))
        self.body.addWidget(self._note)
        self._copy = self.button(self.tr("Copy the list"), self._on_copy, "copy")
        self.body.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.head(self.tr("Links that open without asking")))
        self.hosts = OpenHosts()
        self.hosts.changed.connect(lambda hosts: self.wanted.emit("links", "open_hosts", hosts))
        self.body.addWidget(self.hosts)
        super().add_widgets()

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        self.hosts.set_entries(settings.links.open_hosts)

    def arrived(self) -> None:
        prices = self.around.store.settings.prices
        self.around.reads.ask(
            self._on_read,
            lambda reader: reader.contacts(prices=prices.enabled, live=prices.live),
            self._on_failed,
        )

    def _on_read(self, found: tuple[Contact, ...]) -> None:
        self._found = found
        self.table.setRowCount(len(found))
        purposes = {
            Purpose.SOURCE: "{0}",
            Purpose.PRICES: self.tr("prices: {0}"),
            Purpose.STREAM: self.tr("live prices: {0}"),
            Purpose.PAGES: self.tr("pages, documents, messages"),
            Purpose.RATE: self.tr("exchange rate: {0}"),
        }
        comma = ", " if self._language == "en" else "、"
        for line, one in enumerate(found):
            words = purposes[one.purpose].format(comma.join(one.what))
            count = "" if one.count is None else f"{one.count:,}"
            last = "" if one.last_at is None else formats.date_time(one.last_at, self._language)
            for column, text in enumerate((one.host, words, count, last)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                if column == 2:
                    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(line, column, cell)
        total = sum(one.count or 0 for one in found)
        counted = self.tr("{0} requests and connections in all.")
        self._note.setText(counted.format(f"{total:,}") if found else self.tr("Nothing was asked yet."))
        self._copy.setEnabled(bool(found))

    def _on_failed(self, error: Exception) -> None:
        self._note.setText(said(error))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._found))
        self._copy.setText(self.tr("Copied"))

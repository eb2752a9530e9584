# SPDX-License-Identifier: MIT
"""What alerts fired: when, at which price, and the venues that counted with their prices."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from hkwatch.domain.alert_terms import Currency
from hkwatch.domain.alert_types import Firing
from hkwatch.domain.ids import AlertId
from hkwatch.ui import formats
from hkwatch.ui.alerts.kind_words import kind_title
from hkwatch.ui.alerts.sheet import Sheet
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import Fonts, Icons, Theme

_WIDTH, _HEIGHT = 720, 520


class AlertLog(Sheet):
    """One line a firing, newest first; → opens the prices that counted, ← closes them. Escape closes the log."""

    looked_at = Signal(object, object)
    """What fired, of an alert or (None) of all, is on the screen: the alert, and when the last of it fired."""
    acknowledged = Signal(object, object)
    """The same is acknowledged."""

    def __init__(
        self,
        theme: Theme,
        fonts: Fonts,
        icons: Icons,
        parent: QWidget,
        language: str = "en",
    ) -> None:
        super().__init__(theme, fonts, icons, parent, width=_WIDTH, height=_HEIGHT)
        self._language = language
        self.names: Mapping[str, str] = {}
        """The venues' names by their ids."""
        self._shown: tuple[AlertId | None, tuple[Firing, ...]] = (None, ())
        self.list = QTreeWidget()
        self.list.setColumnCount(3)
        self.list.setRootIsDecorated(True)
        self.list.setUniformRowHeights(True)
        self.list.setStyleSheet("QTreeWidget::item { height: 26px; }")
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.none = EmptyState(Marks(theme, fonts, icons))
        self.done, self.acknowledge = QPushButton(), QPushButton()
        self.done.clicked.connect(self.dismiss)
        self.acknowledge.clicked.connect(self._on_acknowledge)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.none, 1)
        self.foot.addWidget(self.acknowledge)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)

    def open_with(self, found: tuple[AlertId | None, tuple[Firing, ...]]) -> None:
        """Show the firings of one alert (None = of all), newest first."""
        self._shown = found
        self.acknowledge.setEnabled(bool(found[1]))
        self._fill()
        if found[1]:
            self.looked_at.emit(found[0], max(firing.at for firing in found[1]))
        self.present(self.list if found[1] else self.done)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def _on_acknowledge(self) -> None:
        alert, firings = self._shown
        if firings:
            self.acknowledged.emit(alert, max(firing.at for firing in firings))
            self.acknowledge.setEnabled(False)
            self.acknowledge.setText(self.tr("Acknowledged"))
            self.done.setFocus()

    def set_language(self, language: str) -> None:
        """Language of dates; sentences follow the installed translation."""
        self._language = language
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        alert, firings = self._shown
        title = self.tr("What fired")
        if alert is not None and firings and firings[0].spec is not None:
            title = self.tr("What fired: {alert}").format(alert=kind_title(firings[0].spec, self._language))
        self.set_title(title, self.tr("Close"), self._language)
        self.done.setText(self.tr("Close"))
        self.acknowledge.setText(self.tr("Acknowledge all of these"))
        self.acknowledge.setVisible(bool(firings))
        self.list.setAccessibleName(title)
        self.list.setHeaderLabels([self.tr("Time (HKT)"), self.tr("Alert"), self.tr("Price")])
        self.list.headerItem().setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.none.language = self._language
        self.none.tell("bell", self.tr("Nothing has fired yet."))
        self.none.setVisible(not firings)
        self.list.setVisible(bool(firings))
        self.list.clear()
        self.list.setFont(self._fonts.font("small", self._language, figures=True))
        for firing in firings:
            line = QTreeWidgetItem(line_of(firing, self._language))
            line.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for detail in details_of(firing, self._language, self.names):
                below = QTreeWidgetItem(["", *detail])
                below.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                line.addChild(below)
            self.list.addTopLevelItem(line)
        first = self.list.topLevelItem(0)
        if first is not None:
            first.setExpanded(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            item = self.list.currentItem()
            if item is not None:
                item.setExpanded(not item.isExpanded())
            event.accept()
            return
        super().keyPressEvent(event)


def line_of(firing: Firing, language: str) -> list[str]:
    """Day and time, what fired, and the price."""
    translate = QCoreApplication.translate
    title = (
        kind_title(firing.spec, language)
        if firing.spec is not None
        else formats.level(firing.level, firing.currency.value)
    )
    if firing.share is not None:
        title = f"{title} {formats.DOT} {_signed(firing.share)}"
    if firing.late:
        title = f"{title} {formats.DOT} {translate('AlertLog', 'found later')}"
    if not firing.told:
        title = f"{title} {formats.DOT} {translate('AlertLog', 'recorded, not told')}"
    price = "" if firing.price_usd is None else formats.money(firing.price_usd)
    return [formats.date_time(firing.at, language), title, price]


def _signed(share: Decimal) -> str:
    return f"{formats.MINUS if share < 0 else '+'}{formats.percent(abs(share))}"


def details_of(firing: Firing, language: str, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """What it was measured from, when it happened, and each venue that counted with its price in US$.

    `names` are those of the venues by their ids.
    """
    translate = QCoreApplication.translate
    found = []
    if firing.base is not None:
        at = "" if firing.base_at is None else f" {formats.DOT} {formats.date_time(firing.base_at, language)}"
        found.append((translate("AlertLog", "measured from") + at, formats.money(firing.base)))
    if firing.between is not None:
        start, end = (formats.day_time(moment, language, seconds=True) for moment in firing.between)
        found.append((translate("AlertLog", "reached between {start} and {end}").format(start=start, end=end), ""))
    if firing.price_hkd is not None and firing.fx is not None:
        rate = translate("AlertLog", "at USD/HKD {rate}").format(rate=f"{firing.fx:.4f}")
        found.append((rate, formats.money(firing.price_hkd, Currency.HKD.value)))
    for venue, price in firing.venues:
        found.append((names.get(venue, str(venue)), f"US${price:,.2f}"))
    if not firing.venues and firing.price_usd is not None:
        found.append((translate("AlertLog", "from fetched bars of several venues"), ""))
    return found

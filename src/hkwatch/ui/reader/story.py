# SPDX-License-Identifier: MIT
"""The line that names who else carries the story; each name opens that item's text.

Also carried by:  RTHK English · RTHK Chinese · CoinDesk  [2 more ▾]
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from hkwatch.domain.detail import StoryMember
from hkwatch.domain.ids import ItemId
from hkwatch.ui import formats
from hkwatch.ui.theme import Fonts, round_menu

NAMED = 3
"""So many members have a button of their own where there is room; the others are in a menu."""
_GAP = 8
_PLACE = {"en": 0, "zh-Hant": 1, "zh-Hans": 2}


class StoryStrip(QWidget):
    """Lists the other members of the story of the item that is shown. Hidden for an item that stands alone."""

    chosen = Signal(object)
    """ItemId of the member to show."""

    def __init__(self, fonts: Fonts, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts, self._language = fonts, language
        self._others: tuple[StoryMember, ...] = ()
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setProperty("role", "muted")
        self.buttons = tuple(QPushButton() for _ in range(NAMED))
        self.more = QPushButton()
        self.menu = round_menu(QMenu(self))
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.label)
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, number=number: self._on_button(number))
            row.addWidget(button)
        for button in (*self.buttons, self.more):
            button.setProperty("kind", "link")
            button.setProperty("bar", True)
        row.addWidget(self.more)
        row.addStretch(1)
        self.set_language(language)

    def show_members(self, item: ItemId, members: Sequence[StoryMember]) -> None:
        """The story of `item`; it is left out itself. An empty story hides the line."""
        self._others = tuple(member for member in members if member.id != item)
        self._retranslate()

    def set_language(self, language: str) -> None:
        """Language of names and font; sentences follow the installed translation."""
        self._language = language
        self.label.setFont(self._fonts.font("small", language))
        self._retranslate()

    @property
    def others(self) -> tuple[StoryMember, ...]:
        """The members that are named."""
        return self._others

    def _retranslate(self) -> None:
        self.setVisible(bool(self._others))
        self.setAccessibleName(self.tr("Also carried by"))
        self.label.setText(self.tr("Also carried by:"))
        for button, member in zip(self.buttons, self._others, strict=False):
            button.setText(self._name(member).replace("&", "&&"))
            button.setToolTip(self._line(member))
            button.setAccessibleName(self._line(member))
        self._fit()

    def _fit(self) -> None:
        """Name as many as there is room for, one at least; what does not fit is in the menu instead of being cut."""
        most = min(NAMED, len(self._others))
        count = most
        while count > 1 and self._wanted(count) > self.width():
            count -= 1
        for number, button in enumerate(self.buttons):
            button.setVisible(number < count)
        rest = self._others[count:]
        self.more.setVisible(bool(rest))
        self.more.setText(self.tr("{0} more").format(len(rest)))
        self.menu.clear()
        for member in rest:
            action = self.menu.addAction(self._line(member).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, item=member.id: self.chosen.emit(item))

    def _wanted(self, count: int) -> int:
        """The width with so many names, px."""
        parts: list[QWidget] = [self.label, *self.buttons[:count]]
        rest = len(self._others) - count
        if rest:
            self.more.setText(self.tr("{0} more").format(rest))
            parts.append(self.more)
        return sum(part.sizeHint().width() + _GAP for part in parts)

    def minimumSizeHint(self) -> QSize:
        # The names leave before the reader gets wider than it is.
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _name(self, member: StoryMember) -> str:
        return member.source_names[_PLACE.get(self._language, 0)]

    def _line(self, member: StoryMember) -> str:
        return f"{self._name(member)} · {formats.date_time(member.at, self._language)} · {member.title}"

    def _on_button(self, number: int) -> None:
        if number < len(self._others):
            self.chosen.emit(self._others[number].id)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

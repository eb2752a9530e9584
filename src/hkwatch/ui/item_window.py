# SPDX-License-Identifier: MIT
"""An item in a window of its own, beside the list: the same reader, with the same keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout

from hkwatch.domain.detail import ItemDetail
from hkwatch.domain.ids import ItemId
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.sources.parts import fit_to_screen

_SIZE = (760, 740)


class ItemWindow(QDialog):
    """Holds one item until it is closed. Escape and Ctrl+W close it."""

    def __init__(self, pane: ReaderPane, icon: QIcon) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.setWindowIcon(icon)
        self.pane = pane
        self._item: ItemId | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)
        self.setMinimumSize(420, 320)
        fit_to_screen(self, *_SIZE)
        for key, action in (
            ("A", Action.ACKNOWLEDGE),
            ("S", Action.STAR),
            ("V", Action.OPEN),
            ("M", Action.UNREAD),
            ("Y", Action.COPY_LINK),
        ):
            self.on_key(key, self._doer(action))
        self.on_key("[", lambda: pane.step_language(-1))
        self.on_key("]", lambda: pane.step_language(1))
        self.on_key("R", pane.revisions.toggle)
        self.on_key("Space", lambda: pane.scroll_page(1))
        self.on_key("Shift+Space", lambda: pane.scroll_page(-1))
        self.on_key("F3", lambda: pane.finder.step(1))
        self.on_key("Shift+F3", lambda: pane.finder.step(-1))
        self.on_key("Ctrl+F", pane.finder.open)
        self.on_key("Ctrl+W", self.close)

    def on_key(self, key: str, act: Callable[[], object]) -> None:
        """Do this at a key of this window."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(lambda: act())

    def show_item(self, detail: ItemDetail) -> None:
        """Show the item, or what it has become."""
        self._item = detail.row.id
        self.setWindowTitle(detail.row.title)
        self.pane.show_item(detail)
        if self.focusWidget() is None:
            self.pane.text.setFocus()

    @property
    def item(self) -> ItemId | None:
        """The item shown."""
        return self._item

    def _doer(self, action: Action) -> Callable[[], object]:
        return lambda: self.pane.do(action)

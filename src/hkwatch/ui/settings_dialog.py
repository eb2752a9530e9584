# SPDX-License-Identifier: MIT
"""The settings window: pages in a list at the left, a search over all of them; a change holds at once."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.fold import Folder
from hkwatch.services.settings import Settings
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.rail import RailButton, RailEntry
from hkwatch.ui.settings.around import Around
from hkwatch.ui.settings.lines import Line
from hkwatch.ui.settings.page import CONTEXT, Facts, Page, PageSpec, translated
from hkwatch.ui.settings.pages import CLASSES, PAGES
from hkwatch.ui.settings_row import Row

_NAV_WIDTH = 208
_SIZE = (880, 664)
_LEAST = (560, 420)


class SettingsDialog(QDialog):
    """Pages are made when they are first shown or searched."""

    def __init__(
        self,
        around: Around,
        marks: Marks,
        language: str,
        parent: QWidget,
        tongues: Callable[[str, str], list[str]] = lambda _context, text: [text],
        folder: Folder | None = None,
    ) -> None:
        """`tongues` gives a text of a context in all languages; `folder` makes texts comparable."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.around = around
        self._marks, self._language = marks, language
        self._tongues, self._folder = tongues, folder or Folder({})
        self._assets: tuple[str, ...] = around.store.settings.prices.assets
        self._pages: dict[str, Page] = {}
        self._current = PAGES[0].key
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self._none = plain("", "muted")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.setContentsMargins(32, 28, 32, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._nav: dict[str, RailButton] = {}
        nav = QWidget()
        nav.setProperty("ground", "window")
        nav.setFixedWidth(_NAV_WIDTH)
        self._nav_column = QVBoxLayout(nav)
        self._nav_column.setContentsMargins(0, 18, 0, 12)
        self._nav_column.setSpacing(2)
        box = QHBoxLayout()
        box.setContentsMargins(12, 0, 12, 10)
        box.addWidget(self.search)
        self._nav_column.addLayout(box)
        for spec in PAGES:
            button = RailButton(marks, RailEntry(spec.key, spec.title, spec.icon), language, nav)
            button.setFixedHeight(32)
            button.clicked.connect(lambda _=False, key=spec.key: self.show_page(key))
            # A screen reader toggles it, which is no click.
            button.toggled.connect(lambda on, key=spec.key: self._on_toggled(key, on))
            button.installEventFilter(self)
            self._nav_column.addWidget(button)
            self._nav[spec.key] = button
        self._nav_column.addStretch(1)
        self._close = QPushButton()
        self._close.setProperty("kind", "primary")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.accept)
        self._file = plain("", "muted")
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 12, 24, 12)
        foot.addWidget(self._file)
        foot.addStretch(1)
        foot.addWidget(self._close)
        rule = QLabel()
        rule.setFixedHeight(1)
        self._rule = rule
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(rule)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(nav)
        row.addLayout(right, 1)
        self.setMinimumSize(*_LEAST)
        self.resize(*self._fitting_size())
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find)
        around.store.changed.connect(self._on_settings)
        marks.theme.changed.connect(self._on_theme)
        self._retranslate()

    # What is shown

    def set_assets(self, assets: Sequence[str]) -> None:
        """What venues quote, to choose what is priced of it."""
        self._assets = tuple(assets)
        self._rebuild()

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        self._retranslate()

    @property
    def current(self) -> str:
        """Key of the page in front."""
        return self._current

    @property
    def page(self) -> Page:
        """The page in front."""
        return self._page(self._current)

    def show_page(self, key: str) -> None:
        """Bring a page to the front: `general`, `look` …"""
        self._current = key
        for name, button in self._nav.items():
            button.setChecked(name == key)
        page = self._page(key)
        self._stack.setCurrentWidget(page)
        page.arrived()

    def _on_toggled(self, key: str, on: bool) -> None:
        if on != (key == self._current):
            self.show_page(key if on else self._current)

    def nav(self, key: str) -> RailButton:
        """The button of a page."""
        return self._nav[key]

    def show_option(self, section: str, option: str) -> bool:
        """Bring an option to the front and give it the focus; False for one that is not here."""
        self.search.clear()
        for spec in PAGES:
            rows = [row for _, part in spec.sections(self._facts()) for row in part]
            if any((row.section, row.option) == (section, option) for row in rows):
                self.show_page(spec.key)
                self._reveal_soon(self.page, self.page.lines[section, option].control)
                return True
        return False

    def _reveal_soon(self, page: Page, control: QWidget) -> None:
        # The rows have no place before the window is laid out.
        QTimer.singleShot(0, control, lambda: page.reveal(control, focus=True))

    def control(self, section: str, option: str) -> QWidget:
        """The control of an option, wherever it is. KeyError for one that is not here."""
        return self._line(section, option).control

    def _line(self, section: str, option: str) -> Line:
        for spec in PAGES:
            page = self._page(spec.key)
            if (section, option) in page.lines:
                return page.lines[section, option]
        raise KeyError(section, option)

    # Pages

    def _facts(self) -> Facts:
        return Facts(self.around.store.settings, self._assets)

    def _page(self, key: str) -> Page:
        page = self._pages.get(key)
        if page is None:
            spec = next(spec for spec in PAGES if spec.key == key)
            page = CLASSES[key](spec, self._facts(), self._marks, self._language, self.around)
            page.set_names(lambda text: self._tongues(CONTEXT, text), self._folder.fold)
            page.wanted.connect(self._on_wanted)
            self._pages[key] = page
            self._stack.addWidget(page)
            self._put_close_last(page)
        return page

    def _put_close_last(self, page: Page) -> None:
        # The page was made after the button: Tab would leave the page out on its way.
        inside = [one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if inside:
            QWidget.setTabOrder(inside[-1], self._close)

    def _rebuild(self) -> None:
        """Make all pages anew; the place on the one in front stays."""
        before = self._pages.get(self._current)
        at = before.verticalScrollBar().value() if before is not None else 0
        had = next((key for key, line in before.lines.items() if line.control.hasFocus()), None) if before else None
        for page in self._pages.values():
            self._stack.removeWidget(page)
            # It may hold the very control whose change brought us here.
            page.deleteLater()
        self._pages.clear()
        self.show_page(self._current)
        if before is not None:
            page = self.page
            QTimer.singleShot(0, page, lambda: page.verticalScrollBar().setValue(at))
            if had is not None and had in page.lines:
                page.lines[had].control.setFocus()
        if self.search.text():
            self._on_search(self.search.text())

    def _on_wanted(self, section: str, option: str, value: object) -> None:
        try:
            self.around.store.set(section, option, value)
        except msgspec.ValidationError:
            self._line(section, option).refuse()

    def _on_settings(self, settings: Settings) -> None:
        for page in self._pages.values():
            page.show_settings(settings)

    # Search

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_search(self, text: str) -> None:
        words = self._folder.fold(text).split()
        found: dict[str, list[Line]] = {}
        places: dict[str, QWidget] = {}
        for spec in PAGES:
            page = self._page(spec.key)
            lines = page.mark(words, self._folder.aligned)
            place = lines[0].words if lines else page.place_of(words, self._folder.fold)
            if place is not None:
                places[spec.key] = place
            if place is not None or not words or self._is_about(spec, words):
                found[spec.key] = lines
            self._nav[spec.key].setVisible(spec.key in found)
        if not found:
            self._none.setText(self.tr("No setting is found by “{0}”.").format(text.strip()))
            self._stack.setCurrentWidget(self._none)
            return
        best = self._current if found.get(self._current) or not words else ""
        best = best or next((key for key, lines in found.items() if lines), next(iter(places), next(iter(found))))
        self.show_page(best)
        if words and best in places:
            first, page = places[best], self.page
            QTimer.singleShot(0, page, lambda: page.reveal(first, focus=False))

    def _is_about(self, spec: PageSpec, words: Sequence[str]) -> bool:
        texts = (spec.title, spec.intro, *spec.more)
        names = [self._folder.fold(name) for text in texts if text for name in self._tongues(CONTEXT, text)]
        names += [self._folder.fold(QCoreApplication.translate(CONTEXT, text)) for text in texts if text]
        return all(any(word in name for name in names) for word in words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            nav = [key for key, button in self._nav.items() if not button.isHidden()]
            focused = next((key for key in nav if self._nav[key] is watched), None)
            if step is not None and focused is not None:
                at = nav.index(focused) + step
                if 0 <= at < len(nav):
                    self._nav[nav[at]].setFocus(Qt.FocusReason.TabFocusReason)
                    self.show_page(nav[at])
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            # One level up: out of the search first.
            self.search.clear()
            return
        if self.focusWidget() is self.search and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            lines = [
                line for line in self.page.lines.values() if line.fits(self._folder.fold(self.search.text()).split())
            ]
            (lines[0].control if lines else self._nav[self._current]).setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    # Words and colours

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self._close.setText(self.tr("Close"))
        self._file.setText(self.tr("Changes hold at once."))
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        for spec in PAGES:
            title = QCoreApplication.translate(CONTEXT, spec.title)
            self._nav[spec.key].set_entry(RailEntry(spec.key, title, spec.icon), self._language)
        self._on_theme()
        self._rebuild()

    def _on_theme(self) -> None:
        self._rule.setStyleSheet(f"background: {self._marks.theme.hex('line')};")

    def _fitting_size(self) -> tuple[int, int]:
        """The usual size, or what the screen has room for, as with large texts."""
        screen = self.screen().availableGeometry() if self.screen() is not None else None
        if screen is None:
            return _SIZE
        return min(_SIZE[0], screen.width() - 40), min(_SIZE[1], screen.height() - 60)


def option_rows(tr: Callable[[str], str]) -> list[tuple[str, list[Row]]]:
    """Every option by page, without a window; `tr` gives the words of `SettingsDialog`."""
    say, usual = tr, Settings()
    facts = Facts(usual, usual.prices.assets)
    return [
        (say(spec.title), [translated(row, tr) for _, rows in spec.sections(facts) for row in rows]) for spec in PAGES
    ]

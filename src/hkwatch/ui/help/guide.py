# SPDX-License-Identifier: MIT
"""The window of the user guide: contents, search, back and forward."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.ui.dialogs import plain
from hkwatch.ui.help.guide_text import Chapter, fill
from hkwatch.ui.help.page_view import PageView
from hkwatch.ui.help.side_list import SideList
from hkwatch.ui.marks import Marks
from hkwatch.ui.web import open_address

_ID = Qt.ItemDataRole.UserRole
_CONTENTS_WIDTH = 232


class GuideWindow(QDialog):
    """Beside the main window, so that what is read can be tried. Chapters arrive by `set_chapters`."""

    def __init__(self, marks: Marks, key: Callable[[str], str], language: str, parent: QWidget) -> None:
        """`key` names the key of a command, empty for none."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._key, self._language = marks, key, language
        self.open_outside: Callable[[str], object] = open_address
        self._chapters: tuple[Chapter, ...] = ()
        self._texts: dict[str, str] = {}
        self._wanted = ""
        self._trail: list[str] = []
        self._at = -1
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._on_search_done)
        self.contents = SideList(marks.theme)
        self.contents.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.page = PageView(marks.theme, marks.fonts)
        self.page.anchorClicked.connect(self._on_link)
        self.back, self.forward = QToolButton(), QToolButton()
        self.back.clicked.connect(lambda: self._walk(-1))
        self.forward.clicked.connect(lambda: self._walk(1))
        for button in (self.back, self.forward):
            button.setFixedSize(28, 28)
        self._note, self._close = plain("", "muted"), QPushButton()
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.accept)
        steps = QHBoxLayout()
        steps.setSpacing(2)
        steps.addWidget(self.back)
        steps.addWidget(self.forward)
        steps.addSpacing(6)
        steps.addWidget(self.search, 1)
        side = QWidget()
        side.setProperty("ground", "window")
        side.setFixedWidth(_CONTENTS_WIDTH)
        left = QVBoxLayout(side)
        left.setContentsMargins(10, 14, 10, 10)
        left.setSpacing(10)
        left.addLayout(steps)
        left.addWidget(self.contents, 1)
        left.addWidget(self._note)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addStretch(1)
        foot.addWidget(self._close)
        right = QVBoxLayout()
        right.setContentsMargins(0, 22, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.page, 1)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)
        for keys, act in (
            ("Alt+Left", lambda: self._walk(-1)),
            ("Alt+Right", lambda: self._walk(1)),
            ("Ctrl+F", self.search.setFocus),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        marks.theme.changed.connect(self._tint)
        self.resize(940, 680)
        self._tint()
        self.retranslate()

    @property
    def chapter(self) -> str:
        """The chapter on screen; empty before there is one."""
        return self._trail[self._at] if self._trail else ""

    def set_chapters(self, chapters: Sequence[Chapter]) -> None:
        """The guide in the interface language; the chapter on screen stays."""
        self._chapters = tuple(chapters)
        self.refill()

    def refill(self) -> None:
        """Keys or menus are called otherwise: put them in again."""
        self._texts = {one.id: fill(one.markdown, self._key) for one in self._chapters}
        here = self._wanted or self.chapter
        self._list_chapters()
        if self._chapters:
            self.show_chapter(here if here in self._texts else self._chapters[0].id)

    def show_chapter(self, name: str) -> None:
        """Go to a chapter; before the chapters are there, as soon as they are."""
        if name not in self._texts:
            self._wanted = name
            return
        self._wanted = ""
        if name != self.chapter:
            del self._trail[self._at + 1 :]
            self._trail.append(name)
            self._at = len(self._trail) - 1
        self._show()

    def set_language(self, language: str) -> None:
        """Say everything in another interface language; chapters of that language come by `set_chapters`."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.setWindowTitle(self.tr("User guide"))
        self.search.setPlaceholderText(self.tr("Search the guide"))
        for widget, words, keys in (
            (self.back, self.tr("Back"), "Alt+Left"),
            (self.forward, self.tr("Forward"), "Alt+Right"),
            (self.search, self.tr("Search the guide"), "Ctrl+F"),
        ):
            widget.setAccessibleName(words)
            widget.setToolTip(f"{words} ({keys})")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.page.setAccessibleName(self.tr("Chapter"))
        self._close.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _list_chapters(self) -> None:
        words = self.search.text().strip().casefold()
        self.contents.blockSignals(True)
        self.contents.clear()
        for one in self._chapters:
            if not words or words in f"{one.title}\n{self._texts[one.id]}".casefold():
                item = QListWidgetItem(one.title)
                item.setData(_ID, one.id)
                self.contents.addItem(item)
                if one.id == self.chapter:
                    self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)
        self._note.setText(self.tr("Nothing found.") if words and not self.contents.count() else "")
        self._note.setVisible(bool(self._note.text()))

    def _show(self) -> None:
        chapter = next(one for one in self._chapters if one.id == self.chapter)
        self.page.show_page(f"# {chapter.title}\n\n{self._texts[chapter.id]}", self._language)
        self.page.seek(self.search.text().strip())
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at < len(self._trail) - 1)
        self.contents.blockSignals(True)
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_ID) == chapter.id:
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)

    def _walk(self, by: int) -> None:
        if 0 <= self._at + by < len(self._trail):
            self._at += by
            self._show()

    def _on_chosen(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None:
            self.show_chapter(str(item.data(_ID)))

    def _on_search(self) -> None:
        self._list_chapters()
        self.page.seek(self.search.text().strip())

    def _on_search_done(self) -> None:
        """Enter goes to the first chapter that has the words, unless the one on screen has them."""
        names = [str(self.contents.item(row).data(_ID)) for row in range(self.contents.count())]
        if names and self.chapter not in names:
            self.show_chapter(names[0])

    def _on_link(self, address: QUrl) -> None:
        """A chapter by its name; everything else outside, if it is of the web."""
        name = address.toString().removeprefix("#")
        if name in self._texts:
            self.show_chapter(name)
        else:
            self.open_outside(address.toString())

    def _tint(self) -> None:
        self.back.setIcon(self._marks.icons.icon("chevron-left", "muted"))
        self.forward.setIcon(self._marks.icons.icon("chevron-right", "muted"))

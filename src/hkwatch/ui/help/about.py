# SPDX-License-Identifier: MIT
"""What this program is, which versions run, under which licences its parts come, and whose words it shows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.catalogue import Catalogue
from hkwatch.ui.dialogs import plain
from hkwatch.ui.help.parts_list import Part, versions
from hkwatch.ui.help.side_list import SideList
from hkwatch.ui.marks import Marks


class AboutDialog(QDialog):
    """Three pages: what it is, licences, sources. The licences arrive later, by `set_parts`."""

    def __init__(self, marks: Marks, language: str, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language, self._catalogue = marks, language, catalogue
        self._parts: tuple[Part, ...] = ()
        self._mark = QLabel()
        self._mark.setPixmap(marks.icons.app_icon().pixmap(64, 64))
        self._title, self._line = plain("hkwatch"), plain("", "text2")
        self._line.setWordWrap(True)
        self.tabs = QTabWidget()
        # The bar takes the focus; the frame around it is nothing to act on.
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.parts = SideList(marks.theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.parts.currentRowChanged.connect(self._show_licence)
        self._copy, self._close = QPushButton(), QPushButton()
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self._title)
        names.addWidget(self._line)
        names.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._copy)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        self.resize(720, 560)
        self._licences = self._licence_page()
        self.retranslate()

    def set_parts(self, parts: Sequence[Part]) -> None:
        """What the program consists of."""
        self._parts = tuple(parts)
        self.parts.clear()
        for part in self._parts:
            item = QListWidgetItem(f"{part.name} {part.version}".strip())
            item.setToolTip(part.licence)
            self.parts.addItem(item)
        if self._parts:
            self.parts.setCurrentRow(0)

    def set_language(self, language: str) -> None:
        """Say everything in another interface language; the translation is installed already."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.setWindowTitle(self.tr("About hkwatch"))
        self._title.setFont(self._marks.fonts.font("hero", self._language))
        self._line.setText(self.tr("Watches what happens to digital assets in Hong Kong."))
        self._copy.setText(self.tr("Copy versions"))
        self._close.setText(self.tr("Close"))
        at = max(self.tabs.currentIndex(), 0)
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if page is not None and page is not self._licences:
                page.deleteLater()
        self.tabs.addTab(self._about_page(), self.tr("About"))
        self.tabs.addTab(self._licences, self.tr("Licences"))
        self.tabs.addTab(self._sources_page(), self.tr("Sources"))
        self.tabs.setCurrentIndex(at)
        self.parts.setAccessibleName(self.tr("Parts of the program"))
        self.text.setAccessibleName(self.tr("Licence"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _about_page(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "surface")
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        names = {"System": self.tr("System")}
        for row, (name, version) in enumerate(versions()):
            grid.addWidget(plain(names.get(name, name), "muted"), row, 0)
            value = plain(version)
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            grid.addWidget(value, row, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addSpacing(8)
        for line in (
            self.tr("Independent; not affiliated with any regulator, exchange or publisher."),
            self.tr("Not legal advice, and no advice to buy or sell."),
            self.tr("Free software under the MIT licence. It sends nothing about you to anyone."),
        ):
            label = plain(line, "text2")
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        return page

    def _licence_page(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "surface")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(12)
        self.parts.setFixedWidth(230)
        row.addWidget(self.parts)
        row.addWidget(self.text, 1)
        return page

    def _sources_page(self) -> QWidget:
        """Whose words and prices are shown, as each asks to be named; with terms where they state some."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget()
        body.setProperty("ground", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 12, 12, 12)
        column.setSpacing(4)
        note = plain(
            self.tr("Texts and prices belong to those who publish them. Each item links to its original."), "text2"
        )
        note.setWordWrap(True)
        column.addWidget(note)
        for title, lines in attributions(self._catalogue).items():
            head = plain({"news": self.tr("News and registers"), "prices": self.tr("Prices and rates")}[title])
            head.setFont(self._marks.fonts.font("h2", self._language))
            head.setContentsMargins(0, 12, 0, 2)
            column.addWidget(head)
            for name, terms in lines:
                column.addWidget(plain(name))
                if terms:
                    said = plain(terms, "muted")
                    said.setWordWrap(True)
                    said.setContentsMargins(0, 0, 0, 4)
                    column.addWidget(said)
        column.addStretch(1)
        area.setWidget(body)
        return area

    def _show_licence(self, row: int) -> None:
        if not 0 <= row < len(self._parts):
            self.text.clear()
            return
        part = self._parts[row]
        missing = self.tr("The licence's text is not part of this installation.")
        self.text.setPlainText("\n\n".join(one for one in (part.licence, part.text or missing) if one))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name} {version}" for name, version in versions()))
        self._copy.setText(self.tr("Copied"))


def attributions(catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """How each publisher asks to be named, with its terms, empty where it states none: `news` and `prices`."""
    news: dict[str, set[str]] = {}
    for source in catalogue.sources.values():
        if not source.own:
            name = source.attribution or source.name.en
            news.setdefault(name, set()).update({source.terms} - {""})
    stated = [one.attribution for one in catalogue.venues.values()] + [one.attribution for one in catalogue.fx]
    prices = {one for one in stated if one}
    return {
        "news": [(name, " ".join(sorted(terms))) for name, terms in sorted(news.items(), key=_by_name)],
        "prices": [(name, "") for name in sorted(prices, key=str.casefold)],
    }


def _by_name(entry: tuple[str, set[str]]) -> str:
    return entry[0].casefold()

# SPDX-License-Identifier: MIT
"""What the search language can say, with examples that can be tried by clicking them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hkwatch.domain.item import DocType, Topic
from hkwatch.domain.query_fields import DIRECTIVES, FIELDS
from hkwatch.domain.query_tree import Field
from hkwatch.ui.dialogs import plain
from hkwatch.ui.inbox.explain import wording
from hkwatch.ui.inbox.search_words import field_meaning
from hkwatch.ui.theme import Fonts

_Row = tuple[str, str, tuple[str, ...]]
"""What is typed, what it means, examples to try."""


class SearchHelp(QDialog):
    """Beside the window, so that the list shows what a tried example finds."""

    tried = Signal(str)
    """Put this query into the search field."""

    def __init__(self, fonts: Fonts, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._fonts, self._language = fonts, language
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._title = plain("")
        self._title.setFont(fonts.font("title", language))
        self._note = plain("", "muted")
        self._note.setWordWrap(True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._close = QPushButton()
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        # The scroll bar stands in the edge; the button keeps to the texts.
        foot.setContentsMargins(0, 0, 12, 0)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 12, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        self.resize(760, 620)
        self.retranslate()

    def set_language(self, language: str) -> None:
        """Say everything in another interface language; the translation is installed already."""
        self._language = language
        self._title.setFont(self._fonts.font("title", language))
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language in force."""
        self.setWindowTitle(self.tr("Search language"))
        self._title.setText(self.tr("Search language"))
        self.area.setAccessibleName(self.tr("Search language"))
        self._note.setText(self.tr("Click an example to try it. The line under the search box says how it was read."))
        self._close.setText(self.tr("Close"))
        body = QWidget()
        body.setProperty("ground", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for heading, rows in self._sections():
            head = plain(heading)
            head.setFont(self._fonts.font("h2", self._language))
            column.addWidget(head)
            column.addLayout(self._table(rows))
            column.addSpacing(8)
        column.addStretch(1)
        self.area.setWidget(body)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _table(self, rows: Sequence[_Row]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, 130)
        grid.setColumnMinimumWidth(2, 300)
        grid.setColumnStretch(1, 1)
        for line, (typed, meaning, examples) in enumerate(rows):
            name = plain(typed)
            name.setFont(self._fonts.font("small_medium", self._language))
            about = plain(meaning, "text2")
            about.setWordWrap(True)
            grid.addWidget(name, line, 0)
            grid.addWidget(about, line, 1)
            tries = QHBoxLayout()
            tries.setSpacing(2)
            for example in examples:
                tries.addWidget(self._example(example))
            tries.addStretch(1)
            grid.addLayout(tries, line, 2)
        return grid

    def _example(self, text: str) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"))
        button.setProperty("kind", "link")
        button.setAccessibleName(self.tr("Try {0}").format(text))
        button.clicked.connect(lambda: self.tried.emit(text))
        return button

    def _sections(self) -> list[tuple[str, list[_Row]]]:
        words = wording({})
        fields = [self._field(field) for field in FIELDS]
        whole = [(f"{name}:", field_meaning(name), examples) for name, (_, examples) in DIRECTIVES.items()]
        kinds: list[_Row] = [(f"type:{kind.value}", words.kind(kind), (f"type:{kind.value}",)) for kind in DocType]
        topics: list[_Row] = [
            (f"label:{topic.value}", words.topic(topic), (f"label:{topic.value}",)) for topic in Topic
        ]
        return [
            (self.tr("Words"), self._words()),
            (self.tr("Fields"), [*fields, *whole]),
            (self.tr("Kinds of document"), kinds),
            (self.tr("Topics"), topics),
        ]

    def _field(self, field: Field) -> _Row:
        return f"{field}:", field_meaning(field.value), FIELDS[field].examples[:2]

    def _words(self) -> list[_Row]:
        return [
            (
                self.tr("two words"),
                self.tr("both occur, in title or text; 證監會 also finds 证监会"),
                ("licence 牌照",),
            ),
            (self.tr("“a phrase”"), self.tr("these words in this order"), ('"virtual asset"',)),
            (self.tr("beginning*"), self.tr("words that begin so"), ("tokeni*",)),
            ("OR  |", self.tr("one of the two"), ("stablecoin OR 穩定幣",)),
            ("-  NOT", self.tr("not this"), ("licence -type:media",)),
            ("( )", self.tr("belongs together"), ("src:sfc (fine OR reprimand)",)),
            (self.tr("a,b"), self.tr("after a field: one of these"), ("src:sfc,hkma",)),
            ("/…/  /…/i", self.tr("regular expression; i ignores case"), (r"/HK\$\d+ (m|bn)/i",)),
        ]

# SPDX-License-Identifier: MIT
"""The one window of the first run: language, colours, what to watch, what to be told. Nothing is asked of any server before
`Start watching`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.catalogue import Catalogue
from hkwatch.services.first_run import USUAL, Answers, Group, Measured
from hkwatch.services.settings import Language, PriceColours, TellFrom
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.opening.first_run_words import LANGUAGE_NAMES, basis, rate
from hkwatch.ui.opening.level_card import LevelCard
from hkwatch.ui.opening.price_choice import PriceChoice
from hkwatch.ui.opening.source_choice import ChosenSources

K = TypeVar("K")
_SIZE = (700, 668)
_COLOURS: tuple[PriceColours, ...] = ("green-up", "red-up", "blue-orange")
_LEVELS: tuple[TellFrom, ...] = ("high", "normal", "nothing")


class FirstRun(QDialog):
    """Accepted by `Start watching`; `answers` and `file` then hold. Closing it ends the program."""

    test_wanted = Signal()
    """Show a test notification."""
    file_chosen = Signal(object)
    """A list of feeds, a backup or a settings file to begin with: Path."""

    def __init__(
        self,
        measured: Measured,
        marks: Marks,
        language: Language,
        speak: Callable[[str], None],
        colours: PriceColours = "green-up",
        catalogue: Callable[[], Catalogue] | None = None,
    ) -> None:
        """`speak` puts the application into a language; it is called before the texts are made anew. `catalogue` gives the
        sources to choose from one by one, None = only by groups.
        """
        super().__init__()
        self._measured, self._marks, self._speak = measured, marks, speak
        self._language: Language = language
        self._colours: PriceColours = colours
        self._groups = set(USUAL)
        self.chosen = ChosenSources(self._groups, catalogue, marks, self._on_chosen)
        self._assets = {"BTC", "ETH"}
        self._tell: TellFrom = "high"
        self._note = ""
        self.setProperty("ground", "surface")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.file_button = QPushButton()
        self.file_button.setProperty("kind", "quiet")
        self.file_button.clicked.connect(self._on_file)
        self.start = QPushButton()
        self.start.setProperty("kind", "primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self.accept)
        rule = QLabel()
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {marks.theme.hex('line')};")
        foot = QHBoxLayout()
        # The quiet button has an inset of its own: its icon stands under the texts above.
        foot.setContentsMargins(18, 14, 32, 14)
        foot.addWidget(self.file_button)
        self.note = plain("", "text2")
        self.note.setWordWrap(True)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(rule)
        column.addLayout(foot)
        area = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], area.width() - 20), min(_SIZE[1], area.height() - 48))
        self._build()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def answers(self) -> Answers:
        """What is chosen."""
        assets = tuple(asset for asset in ("BTC", "ETH") if asset in self._assets)
        groups = frozenset(self._groups)
        return Answers(self._language, self._colours, groups, assets, self._tell, self.chosen.sources)

    def say(self, text: str) -> None:
        """How taking a file over went."""
        self._note = text
        self.note.setText(text)

    def tested(self, problem: str) -> None:
        """The test notification was handed over, or why it could not be."""
        if problem:
            self._ask(self.tr("It could not be shown: {0}").format(problem), is_question=False)
        else:
            self._ask(self.tr("Did you see it?"), is_question=True)

    # Building

    def _build(self) -> None:
        marks, language = self._marks, self._language
        fonts = marks.fonts
        self.setWindowTitle(self.tr("Welcome to hkwatch"))
        self.file_button.setText(self.tr("Import OPML or backup…"))
        icon, size = marks.icons.button_icon("upload", "muted")
        self.file_button.setIcon(icon)
        self.file_button.setIconSize(size)
        self.start.setText(self.tr("Start watching"))
        page = QWidget()
        page.setProperty("ground", "surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(marks.icons.app_icon().pixmap(48, 48))
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        title = plain(self.tr("Welcome to hkwatch"))
        title.setFont(fonts.font("hero", language))
        titles.addWidget(title)
        titles.addWidget(plain(self.tr("Hong Kong’s regulators and the bitcoin price, watched side by side."), "muted"))
        head.addLayout(titles, 1)
        column.addLayout(head)
        line = QLabel()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {marks.theme.hex('line')};")
        column.addWidget(line)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        grid.setColumnMinimumWidth(0, 80)
        grid.setColumnStretch(1, 1)
        parts = (
            (self.tr("Language"), self._languages(), 2),
            (self.tr("Prices"), self._prices(), 5),
            (self.tr("Watch"), self._watch(), 2),
            (self.tr("Tell me"), self._telling(), 10),
        )
        # Each name stands at the height of the first line beside it.
        for place, (name, part, down) in enumerate(parts):
            label = plain(name)
            label.setFont(fonts.font("strong", language))
            label.setContentsMargins(0, down, 0, 0)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(part, place, 1)
        column.addLayout(grid)
        column.addStretch(1)
        old = self._scroll.takeWidget()
        if old is not None:
            # It holds the very control whose change brought us here.
            old.setParent(self)
            old.hide()
            old.deleteLater()
        self._scroll.setWidget(page)
        self.note.setText(self._note)

    def _languages(self) -> QWidget:
        row, line = _row(16)
        group = QButtonGroup(row)
        for key, text in LANGUAGE_NAMES.items():
            button = QRadioButton(text)
            button.setFont(self._marks.fonts.font("body", key))
            button.setChecked(key == self._language)
            button.toggled.connect(lambda on, key=key: self._set_language(key) if on else None)
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _set_language(self, key: Language) -> None:
        if key == self._language:
            return
        self._language = key
        self._speak(key)
        self._build()
        for button in self._scroll.findChildren(QRadioButton):
            if button.text() == LANGUAGE_NAMES[key]:
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def _prices(self) -> QWidget:
        row, line = _row(8)
        words = (self.tr("Green up"), self.tr("Red up"), self.tr("Blue and orange"))
        group = QButtonGroup(row)
        for key, text in zip(_COLOURS, words, strict=True):
            button = PriceChoice(key, text, self._marks, self._language)
            button.setChecked(key == self._colours)
            button.toggled.connect(lambda on, key=key: self._set_colours(key) if on else None)
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _set_colours(self, key: PriceColours) -> None:
        self._colours = key

    def _watch(self) -> QWidget:
        self._group_ticks: dict[Group, tuple[QCheckBox, str]] = {}
        self._chosen_words = plain("", "muted")
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        large = (
            (
                Group.SFC,
                self.tr("Securities and Futures Commission (SFC)"),
                self.tr("News, circulars, consultations, licence lists, alert list"),
            ),
            (
                Group.HKMA,
                self.tr("Hong Kong Monetary Authority (HKMA)"),
                self.tr("Press releases, circulars, stablecoin issuer register"),
            ),
            (
                Group.PUBLIC,
                self.tr("Government, LegCo, HKEX"),
                self.tr("Press releases, bills, exchange news"),
            ),
        )
        for key, text, detail in large:
            tick = self._group(key, text)
            tick.setAccessibleDescription(detail)
            column.addWidget(tick)
            words = plain(detail, "muted")
            words.setFont(self._marks.fonts.font("small", self._language))
            words.setContentsMargins(26, 0, 0, 4)
            column.addWidget(words)
        row, line = _row(20)
        for asset, text in (("BTC", self.tr("Bitcoin")), ("ETH", self.tr("Ether"))):
            line.addWidget(self._tick(text, asset in self._assets, self._putter(self._assets, asset)))
        for group, text in (
            (Group.MEDIA_HK, self.tr("Hong Kong media")),
            (Group.MEDIA_CRYPTO, self.tr("Crypto media")),
        ):
            line.addWidget(self._group(group, text))
        line.addStretch(1)
        column.addWidget(row)
        choose = self.chosen.button(self, self._language)
        if choose is not None:
            below, line = _row(12)
            line.addWidget(choose)
            line.addWidget(self._chosen_words, 1)
            line.setContentsMargins(0, 6, 0, 0)
            column.addWidget(below)
        self._on_chosen()
        return box

    def _group(self, group: Group, text: str) -> QCheckBox:
        tick = self._tick(text, group in self._groups, self._putter(self._groups, group))
        tick.clicked.connect(lambda: self.chosen.drop(group))
        self._group_ticks[group] = (tick, text)
        return tick

    def _on_chosen(self) -> None:
        for group, (tick, text) in self._group_ticks.items():
            tick.setText(text + self.chosen.words(group))
        self._chosen_words.setText(self.chosen.words())

    def _tick(self, text: str, on: bool, then: Callable[[bool], None]) -> QCheckBox:
        tick = QCheckBox(text)
        tick.setChecked(on)
        tick.toggled.connect(then)
        return tick

    @staticmethod
    def _putter(chosen: set[K], key: K) -> Callable[[bool], None]:
        return lambda on: chosen.add(key) if on else chosen.discard(key)

    def _telling(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        measured = self._measured
        often = (rate(measured.important, measured.days), rate(measured.normal, measured.days), rate(0, measured.days))
        names = (self.tr("Important only"), self.tr("Everything of note"), self.tr("Nothing"))
        details = (
            self.tr("High and Critical pop up; the rest waits in the inbox."),
            self.tr("Normal items pop up too, at most six in an hour."),
            self.tr("The inbox and the number on the tray icon only."),
        )
        row, line = _row(8)
        group = QButtonGroup(row)
        for key, name, count, detail in zip(_LEVELS, names, often, details, strict=True):
            card = LevelCard(name, count, detail, self._marks, self._language)
            card.button.setChecked(key == self._tell)
            card.button.toggled.connect(lambda on, key=key: self._set_tell(key) if on else None)
            group.addButton(card.button)
            line.addWidget(card, 1)
        column.addWidget(row)
        said = plain(basis(measured, self._language), "muted")
        said.setFont(self._marks.fonts.font("small", self._language))
        said.setWordWrap(True)
        column.addWidget(said)
        self._test_row, self._test_line = _row(8)
        self._test_words = plain("")
        self._test_words.setWordWrap(True)
        self._test_line.addWidget(self._test_words, 1)
        self.test = QPushButton(self.tr("Send a test"))
        self.test.setAutoDefault(False)
        icon, size = self._marks.icons.button_icon("bell", "muted")
        self.test.setIcon(icon)
        self.test.setIconSize(size)
        self.test.clicked.connect(self._on_test)
        self.yes = QPushButton(self.tr("Yes"))
        self.no = QPushButton(self.tr("No, help"))
        for button, act in ((self.yes, self._on_yes), (self.no, self._on_no)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            button.hide()
        for button in (self.yes, self.no, self.test):
            self._test_line.addWidget(button)
        self._test_words.setText(self.tr("See one before you start"))
        column.addWidget(self._test_row)
        return box

    def _set_tell(self, key: TellFrom) -> None:
        self._tell = key

    # The test

    def _on_test(self) -> None:
        self._ask(self.tr("Sending…"), is_question=False)
        self.test_wanted.emit()

    def _ask(self, text: str, *, is_question: bool) -> None:
        self._test_words.setText(text)
        self.yes.setVisible(is_question)
        self.no.setVisible(is_question)
        self.test.setText(self.tr("Send again"))
        if is_question:
            self.yes.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_yes(self) -> None:
        self._ask(self.tr("Good: that is what they look like."), is_question=False)
        self.start.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_no(self) -> None:
        self._ask(
            self.tr(
                "Look whether “Do not disturb” is on, and whether your desktop’s settings allow hkwatch to notify. Without"
                " a notification service hkwatch shows messages in its window."
            ),
            is_question=False,
        )

    # Files

    def _on_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Import OPML or backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Feeds, backups, settings") + " (*.opml *.xml *.db *.toml)", "* (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.file_chosen.emit(Path(name)))
        dialog.open()


def _row(spacing: int) -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    return row, line

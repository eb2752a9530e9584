# SPDX-License-Identifier: MIT
"""A page of the settings: what it is about, its options by section, and below them whatever else belongs there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hkwatch.services.settings import Settings
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.settings.lines import Line
from hkwatch.ui.settings_row import Row

Sections = list[tuple[str, list[Row]]]
"""Head of each section, empty for none, with its options; in English."""
Names = Callable[[str], list[str]]
"""A text in all languages."""
CONTEXT = "SettingsDialog"
_INSET = 32
EDGE = 44
"""What the button at the end of an option takes, in px: other controls end where those of the options end."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the options of a page depend on. `assets` are what venues quote."""

    settings: Settings
    assets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page before it is made. Texts are English; `more` are further texts that it is found by."""

    key: str
    title: str
    intro: str
    icon: str
    sections: Callable[[Facts], Sections] = lambda _facts: []
    more: tuple[str, ...] = ()


def translated(row: Row, tr: Callable[[str], str]) -> Row:
    """The option in another language."""
    say = _careful(tr)
    return replace(
        row,
        text=say(row.text),
        description=say(row.description),
        choices=tuple((key, say(text)) for key, text in row.choices),
        several=tuple((key, say(text)) for key, text in row.several),
        suffix=say(row.suffix),
        lowest=say(row.lowest),
        wrong=say(row.wrong),
        placeholder=None if row.placeholder is None else say(row.placeholder),
    )


def words_of(row: Row) -> list[str]:
    """Everything the option is found by."""
    return [row.text, row.description, *(text for _, text in (*row.choices, *row.several))]


class Page(QScrollArea):
    """Scrolls by itself. `body` is the column that further widgets go into."""

    wanted = Signal(str, str, object)
    """Section, option, value."""
    fills = False
    """One of its widgets takes all the height there is."""

    def __init__(self, spec: PageSpec, facts: Facts, marks: Marks, language: str) -> None:
        super().__init__()
        self.spec, self._marks, self._language = spec, marks, language
        self._facts = facts
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self._tr(spec.title))
        page = QWidget()
        page.setProperty("ground", "surface")
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(_INSET, 24, _INSET - 8, 24)
        self.body.setSpacing(8)
        say = self._tr
        title = plain(say(spec.title))
        title.setFont(marks.fonts.font("title", language))
        self.body.addWidget(title)
        if spec.intro:
            self.body.addWidget(self.note(say(spec.intro)))
        self.body.addSpacing(8)
        self.lines: dict[tuple[str, str], Line] = {}
        self.options = QGridLayout()
        self.options.setHorizontalSpacing(16)
        self.options.setVerticalSpacing(12)
        self.options.setColumnStretch(0, 1)
        self.body.addLayout(self.options)
        for head, rows in spec.sections(facts):
            self._add_section(say(head) if head else "", rows)
        self.add_widgets()
        if not self.fills:
            self.body.addStretch(1)
        self.setWidget(page)
        self.show_settings(facts.settings)

    def add_widgets(self) -> None:
        """What follows the options; none here."""

    def arrived(self) -> None:
        """The page came to the front: what it shows may be old."""

    def set_names(self, names: Names, fold: Callable[[str], str]) -> None:
        """Let the options be found by their texts in all languages."""
        english = {
            (row.section, row.option): words_of(row) for _, rows in self.spec.sections(self._facts) for row in rows
        }
        for key, line in self.lines.items():
            texts = [name for text in english[key] if text for name in names(text)]
            line.names = tuple(dict.fromkeys(fold(text) for text in (*texts, *words_of(line.row)) if text))

    def show_settings(self, settings: Settings) -> None:
        """Let every control show what holds."""
        usual = Settings()
        for (section, option), line in self.lines.items():
            line.show_value(getattr(getattr(settings, section), option), getattr(getattr(usual, section), option))

    def mark(self, words: Sequence[str], fold: Callable[[str], str]) -> list[Line]:
        """Mark what fits the folded words; the options that do, in their order."""
        found = []
        for line in self.lines.values():
            fits = bool(words) and line.fits(words)
            line.light(words if fits else (), fold)
            if fits:
                found.append(line)
        return found

    def place_of(self, words: Sequence[str], fold: Callable[[str], str]) -> QWidget | None:
        """What else on the page has all of these folded words in its text: a sentence, a box, a button."""
        if not words:
            return None
        labels: list[QLabel | QAbstractButton] = [*self.findChildren(QLabel), *self.findChildren(QAbstractButton)]
        for widget in labels:
            text = fold(widget.text()) if not widget.isHidden() else ""
            if text and all(word in text for word in words):
                return widget
        return None

    def reveal(self, control: QWidget, *, focus: bool) -> None:
        """Scroll to a control."""
        self.ensureWidgetVisible(control, 0, 120)
        if focus:
            control.setFocus(Qt.FocusReason.TabFocusReason)

    # Building blocks

    def note(self, text: str, role: str = "muted") -> QLabel:
        """A sentence over the whole width."""
        label = plain(text, role)
        label.setFont(self._marks.fonts.font("small" if role == "muted" else "body", self._language))
        label.setWordWrap(True)
        return label

    def head(self, text: str) -> QLabel:
        """Head of a section among the widgets."""
        label = QLabel(text)
        label.setFont(self._marks.fonts.font("h3", self._language))
        label.setContentsMargins(0, 16, 0, 4)
        return label

    def button(self, text: str, act: Callable[[], object], icon: str = "", kind: str = "") -> QPushButton:
        """A button that never answers Enter by itself."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        if kind:
            button.setProperty("kind", kind)
        if icon:
            picture, size = self._marks.icons.button_icon(icon, "critical" if kind == "danger" else "muted")
            button.setIcon(picture)
            button.setIconSize(size)
        button.clicked.connect(lambda: act())
        return button

    def action(self, words: str, button: QPushButton) -> QWidget:
        """A sentence with its button at the right edge of the options."""
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, EDGE, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        label = plain(words)
        label.setWordWrap(True)
        grid.addWidget(label, 0, 0)
        grid.addWidget(button, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line

    def _add_section(self, head: str, rows: Sequence[Row]) -> None:
        place = self.options.rowCount()
        if head:
            label = QLabel(head)
            label.setFont(self._marks.fonts.font("h3", self._language))
            label.setContentsMargins(0, 8 if self.lines else 0, 0, 0)
            self.options.addWidget(label, place, 0, 1, 3)
            place += 1
        for row in rows:
            line = Line(translated(row, self._tr), self._marks, self._language, self)
            line.wanted.connect(self.wanted)
            line.place(self.options, place)
            self.lines[row.section, row.option] = line
            place += 1

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate(CONTEXT, text)


def _careful(tr: Callable[[str], str]) -> Callable[[str], str]:
    # Qt answers an empty text with the file's own head.
    speak = tr
    return lambda text: speak(text) if text else ""

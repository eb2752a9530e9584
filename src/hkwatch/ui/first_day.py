# SPDX-License-Identifier: MIT
"""A card about the first 24 hours: what was asked, what was new, what was told, and whether that is too much or too little.

It comes once, a day after the first start at the earliest, and stays, over restarts too, until it is answered or closed.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from hkwatch.services.settings import Notify, TellFrom
from hkwatch.store.first_day import FirstDay
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.parts import Parts

NAME = "first-day"
"""Under this name the window's state knows that the card was answered."""
NEWS_FOR = timedelta(days=7)
"""So long after the first start the card is still worth showing."""
_STEPS: dict[str, tuple[TellFrom | None, TellFrom | None]] = {
    "nothing": (None, "high"),
    "high": ("nothing", "normal"),
    "normal": ("high", None),
}
"""One level quieter and one louder, by the level in force."""


class FirstDayCard(QFrame):
    """A card over the list. `choose` sets a level, `close` is called when the card is done with."""

    def __init__(
        self,
        day: FirstDay,
        level: str,
        marks: Marks,
        language: str,
        choose: Callable[[TellFrom | None], None],
        done: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """`level` is `nothing`, `high`, `normal`, or empty where the user set something else: it is not touched then.
        `choose` gets a level, None = as it was.
        """
        super().__init__(parent)
        self._day, self._level, self._marks, self._choose, self._done = day, level, marks, choose, done
        self._chosen: TellFrom | None = None
        self.setObjectName("first-day")
        self.icon = plain("")
        self.icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title, self.text = plain(""), plain("", "text2")
        self.text.setWordWrap(True)
        self.fewer, self.more = QPushButton(), QPushButton()
        self.undo = QPushButton()
        quieter, louder = _STEPS.get(level, (None, None))
        for button, to in ((self.fewer, quieter), (self.more, louder), (self.undo, None)):
            button.setProperty("kind", "link")
            button.setProperty("bar", True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setVisible(to is not None)
            if to is not None:
                button.clicked.connect(lambda _=False, to=to: self._take(to))
        self.undo.clicked.connect(self._back)
        self.close_button = QToolButton()
        self.close_button.clicked.connect(self._end)
        choices = QHBoxLayout()
        choices.setContentsMargins(0, 0, 0, 0)
        for button in (self.fewer, self.more, self.undo):
            choices.addWidget(button)
        choices.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addLayout(choices)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 6, 6)
        row.setSpacing(10)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        marks.theme.changed.connect(self._colour)
        self.set_language(language)
        self._colour()

    def set_language(self, language: str) -> None:
        """Say it in this language, which the application has been given already."""
        self.title.setFont(self._marks.fonts.font("strong", language))
        day = self._day
        facts = self.tr("In the first 24 hours: {0} checks, {1} items, {2} notices.")
        self.title.setText(facts.format(f"{day.checks:,}", f"{day.items:,}", f"{day.notices:,}"))
        quieter, louder = _STEPS.get(self._level, (None, None))
        self.fewer.setText("" if quieter is None else self.tr("Too many? {0}").format(_level_words(quieter)))
        self.more.setText("" if louder is None else self.tr("Too few? {0}").format(_level_words(louder)))
        self.undo.setText(self.tr("Undo"))
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        if self._chosen is not None:
            self.text.setText(
                self.tr("{0} from now on. The settings have every detail.").format(_level_words(self._chosen))
            )
        elif self._level:
            self.text.setText(self.tr("{0} at present.").format(_level_words(self._level)))
        else:
            self.text.setText(self.tr("Settings says what is told, and by which way."))
        self.setAccessibleName(f"{self.title.text()} {self.text.text()}")
        self._language = language

    def _take(self, to: TellFrom) -> None:
        self._chosen = to
        self._choose(to)
        self.fewer.hide()
        self.more.hide()
        self.undo.show()
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_language(self._language)

    def _back(self) -> None:
        self._chosen = None
        quieter, louder = _STEPS[self._level]
        self._choose(None)
        self.fewer.setVisible(quieter is not None)
        self.more.setVisible(louder is not None)
        self.undo.hide()
        (self.more if louder is not None else self.fewer).setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_language(self._language)

    def _end(self) -> None:
        self.hide()
        self._done()
        self.deleteLater()

    def _colour(self) -> None:
        theme = self._marks.theme
        self.setStyleSheet(
            f"#first-day {{ background: {theme.hex('info_t')}; border: 0; border-bottom: 1px solid {theme.hex('info_line')}; }}"
        )
        self.icon.setPixmap(self._marks.icons.pixmap("info", "accent", 16, self.devicePixelRatioF()))
        self.close_button.setIcon(self._marks.icons.icon("x", "muted"))


class FirstDayKeeper(QObject):
    """Looks once a start, and again as the day ends while hkwatch runs, whether the card is due."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self.card: FirstDayCard | None = None
        """The card on screen, None while there is none."""
        self._language = "en"
        self._look_at: datetime | None = None
        self._before: Notify | None = None
        if parts.demo_text is None and not parts.window.state.hints.get(NAME):
            parts.controller.watch.ticked.connect(self._on_tick)

    def set_language(self, language: str) -> None:
        """Say it in this language, which the application has been given already."""
        self._language = language
        if self.card is not None:
            self.card.set_language(language)

    def _on_tick(self, now: datetime) -> None:
        if self.card is not None or (self._look_at is not None and now < self._look_at):
            return
        # The day ends while the program runs; a quarter of an hour later nobody has missed anything.
        self._look_at = now + timedelta(minutes=15)
        self.look()

    def look(self) -> None:
        """Show the card if it is due."""
        self._parts.reads.ask(self._on_read, lambda reader: reader.first_day())

    def _on_read(self, day: FirstDay | None) -> None:
        parts, state = self._parts, self._parts.window.state
        if day is None or self.card is not None or state.hints.get(NAME):
            return
        if day.started_at + NEWS_FOR < parts.now():
            self._done()
            return
        self._before = parts.store.settings.notify
        level = self._before.tell_from
        self.card = FirstDayCard(day, level, parts.marks, self._language, self._choose, self._done)
        parts.window.inbox.put_on_top(self.card)

    def _choose(self, to: TellFrom | None) -> None:
        store = self._parts.store
        if to is not None:
            store.set("notify", "tell_from", to)
        elif self._before is not None:
            store.replace(msgspec.structs.replace(store.settings, notify=self._before))
        self._remember()

    def _done(self) -> None:
        self.card = None
        self._remember()

    def _remember(self) -> None:
        window = self._parts.window
        window.state.hints[NAME] = 1
        # A crash must not bring it back.
        window.remembered.emit(window.current_state())


def _level_words(level: str) -> str:
    words = {
        "nothing": QCoreApplication.translate("FirstDayCard", "Nothing pops up"),
        "high": QCoreApplication.translate("FirstDayCard", "Only High and Critical pop up"),
        "normal": QCoreApplication.translate("FirstDayCard", "Normal pops up too"),
    }
    return words[level]

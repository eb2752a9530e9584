# SPDX-License-Identifier: MIT
"""What the user sets for one source: how often, language, of what to be told, proxy, headers. What is wrong is said there."""

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.events import SourceHealth
from hkwatch.domain.own_source import NO_OPTIONS, SourceOptions
from hkwatch.domain.source_secrets import DOTS, shown, unshown
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.headers import header_lines, headers_of
from hkwatch.ui.sources.parts import IconButton, set_role, wrapping
from hkwatch.ui.sources.words import LANGUAGES, notify_choices
from hkwatch.ui.web import proxy_problem

LEAST_MIN, MOST_MIN = 1.0, 10_080.0
_HEADERS_PX = 64
_ONE_LINE_FROM, _LEAST_WIDTH = 740, 240


class Field(QWidget):
    """A label over a control over a note; the note says what is wrong, or what holds."""

    def __init__(self, marks: Marks, control: QWidget) -> None:
        super().__init__()
        self._marks = marks
        self.label = plain("", "muted")
        self.control = control
        self.note = wrapping("muted")
        self.label.setBuddy(control)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (self.label, control, self.note):
            box.addWidget(widget)
        box.addStretch(1)

    def set_words(self, text: str, language: str) -> None:
        """The label's text."""
        small = self._marks.fonts.font("small", language)
        self.label.setText(text)
        for label in (self.label, self.note):
            label.setFont(small)
        self.control.setAccessibleName(text)

    def tell(self, note: str, *, wrong: bool = False) -> None:
        """What stands under the control."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.control.setAccessibleDescription(note)
        set_role(self.note, "bad" if wrong else "muted")
        if isinstance(self.control, QLineEdit) and bool(self.control.property("wrong")) != wrong:
            self.control.setProperty("wrong", wrong)
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)


class SourceOptionsForm(QWidget):
    """Four fields, and three more on demand. A right value is told when its field is left; a wrong one stays and is not.

    Secrets are shown as dots; what is typed in their place is a new one.
    """

    changed = Signal(object)
    """SourceOptions as the user wants them."""

    def __init__(self, marks: Marks, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._health: SourceHealth | None = None
        self._row: SourceRow | None = None
        self.interval, self.proxy = QLineEdit(), QLineEdit()
        self.lang, self.notify = QComboBox(), QComboBox()
        for choice in (self.lang, self.notify):
            # Four equal columns: the longest text must not take the others' room.
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
        self.user_agent, self.headers = QLineEdit(), QPlainTextEdit()
        self.headers.setTabChangesFocus(True)
        self.headers.setFixedHeight(_HEADERS_PX)
        self.in_file = QCheckBox()
        self.more = IconButton(marks, "chevron-down", "link")
        self.more.setProperty("bar", True)
        self.more.clicked.connect(self._on_more)
        self._is_wide = False
        self.reset = IconButton(marks, "rotate-ccw", "link")
        self.reset.setProperty("bar", True)
        self._title = plain("")
        self.fields = {
            "interval": Field(marks, self.interval),
            "lang": Field(marks, self.lang),
            "notify": Field(marks, self.notify),
            "proxy": Field(marks, self.proxy),
        }
        self.more_fields = {
            "user_agent": Field(marks, self.user_agent),
            "headers": Field(marks, self.headers),
            "in_file": Field(marks, self.in_file),
        }
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        self._columns = 0
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.more)
        head.addWidget(self.reset)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addLayout(self._grid)
        self.headers.textChanged.connect(self._check)
        self.headers.installEventFilter(self)
        self.in_file.clicked.connect(self._on_edited)
        for edit in (self.interval, self.proxy, self.user_agent):
            edit.editingFinished.connect(self._on_edited)
            edit.textEdited.connect(self._check)
            edit.installEventFilter(self)
        self.lang.activated.connect(self._on_edited)
        self.notify.activated.connect(self._on_edited)
        self.reset.clicked.connect(self._on_reset)
        self._place(4)
        self.set_language(language)

    def show_source(self, health: SourceHealth, row: SourceRow | None) -> None:
        """Show this source's options; a field being typed in is left alone while they are the same."""
        before = self._health
        same = before is not None and before.source == health.source and before.options == health.options
        self._health, self._row = health, row
        if not same:
            self._fill(health.options)
        self._say_usual()

    @property
    def problem(self) -> str:
        """What is wrong with the fields, empty when nothing is."""
        return (
            self._interval_problem() or proxy_problem(self.proxy.text().replace(DOTS, "x")) or self._headers_problem()
        )

    def _proxy(self) -> str:
        return unshown(self.proxy.text().strip(), self._before.proxy)

    @property
    def _before(self) -> SourceOptions:
        return NO_OPTIONS if self._health is None else self._health.options

    def _headers_problem(self) -> str:
        if headers_of(self.headers.toPlainText(), self._before.headers) is None:
            return self.tr("A line each, as Name: value.")
        return "" if self.user_agent.text().isascii() else self.tr("Plain letters only.")

    def set_language(self, language: str) -> None:
        """Interface language: all words again."""
        self._language = language
        self._title.setText(self.tr("Options"))
        self._title.setFont(self._marks.fonts.font("strong", language))
        self.reset.set_words(self.tr("As the catalogue says"), self.tr("Take back everything set for this source"))
        for name, text in (
            ("interval", self.tr("Minutes between polls")),
            ("lang", self.tr("Language")),
            ("notify", self.tr("Notify of")),
            ("proxy", self.tr("Proxy")),
        ):
            self.fields[name].set_words(text, language)
        for name, text in (
            ("user_agent", self.tr("User-Agent")),
            ("headers", self.tr("Headers")),
            ("in_file", self.tr("Secrets")),
        ):
            self.more_fields[name].set_words(text, language)
        self.in_file.setText(self.tr("Keep secrets in the file"))
        self.in_file.setAccessibleName(self.in_file.text())
        self.user_agent.setPlaceholderText(self.tr("As for all sources"))
        self.headers.setPlaceholderText("Authorization: Bearer …")
        self._show_more()
        self.proxy.setPlaceholderText(self.tr("As for all sources"))
        lang, notify = self.lang.currentData(), self.notify.currentData()
        for box in (self.lang, self.notify):
            box.clear()
        self.lang.addItem(self.tr("As the catalogue says"), "")
        for key, name in LANGUAGES:
            self.lang.addItem(name, key)
        for choice, text in notify_choices():
            self.notify.addItem(text, choice.value)
        self.lang.setCurrentIndex(max(0, self.lang.findData(lang)))
        self.notify.setCurrentIndex(max(0, self.notify.findData(notify)))
        self._say_usual()

    def _fill(self, options: SourceOptions) -> None:
        self.interval.setText("" if options.interval_min is None else f"{options.interval_min:g}")
        self.proxy.setText(shown(options.proxy))
        self.proxy.setCursorPosition(0)
        self.user_agent.setText(options.user_agent)
        self.headers.setPlainText(header_lines(options.headers))
        self.in_file.setChecked(options.secrets_in_file)
        if options.user_agent or options.headers or options.secrets_in_file:
            self._is_wide = True
        self._show_more()
        self.lang.setCurrentIndex(max(0, self.lang.findData(options.lang)))
        self.notify.setCurrentIndex(max(0, self.notify.findData(options.notify.value)))

    def _say_usual(self) -> None:
        health, row = self._health, self._row
        in_catalogue = row is not None
        self.interval.setPlaceholderText(self.tr("As the catalogue says") if in_catalogue else self.tr("As usual"))
        self.reset.setVisible(health is not None and health.options != NO_OPTIONS)
        self._check()

    def _interval_problem(self) -> str:
        text = self.interval.text().strip().replace(",", ".")
        if not text:
            return ""
        try:
            minutes = float(text)
        except ValueError:
            return self.tr("Enter a number of minutes, or nothing.")
        if not LEAST_MIN <= minutes <= MOST_MIN:
            return self.tr("From 1 minute to 10,080 (a week).")
        return ""

    def _check(self) -> None:
        wrong = self._interval_problem()
        self.fields["interval"].tell(wrong, wrong=bool(wrong))
        wrong = proxy_problem(self.proxy.text().replace(DOTS, "x"))
        self.fields["proxy"].tell(wrong or self.tr("“direct” for none"), wrong=bool(wrong))
        wrong = self._headers_problem()
        usual = self.tr("Sent to this source's host alone. {0} stands for a secret that is kept.").format(DOTS)
        self.more_fields["headers"].tell(wrong or usual, wrong=bool(wrong))
        self.more_fields["user_agent"].tell("")
        self.more_fields["in_file"].tell(
            self.tr("Passwords, tokens and cookies stand in own.toml, in plain text.")
            if self.in_file.isChecked()
            else self.tr("Passwords, tokens and cookies go to the keyring of this system.")
        )
        self.fields["lang"].tell("")
        self.fields["notify"].tell("")

    def _wanted(self) -> SourceOptions:
        text = self.interval.text().strip().replace(",", ".")
        return SourceOptions(
            interval_min=float(text) if text else None,
            lang=str(self.lang.currentData() or ""),
            notify=notify_choices()[self.notify.currentIndex()][0],
            proxy=self._proxy(),
            user_agent=self.user_agent.text().strip(),
            headers=headers_of(self.headers.toPlainText(), self._before.headers) or (),
            secrets_in_file=self.in_file.isChecked(),
        )

    def _on_more(self) -> None:
        self._is_wide = not self._is_wide
        self._show_more()
        if self._is_wide:
            self.user_agent.setFocus()

    def _show_more(self) -> None:
        for field in self.more_fields.values():
            field.setVisible(self._is_wide)
        self.more.set_words(
            self.tr("Less") if self._is_wide else self.tr("Headers and secrets"),
            self.tr("User-Agent, headers, cookies and where their secrets are kept"),
        )

    def _on_edited(self) -> None:
        self._check()
        if self._health is None or self.problem:
            return
        wanted = self._wanted()
        if wanted != self._health.options:
            self.changed.emit(wanted)

    def _on_reset(self) -> None:
        self._fill(NO_OPTIONS)
        self._on_edited()

    def minimumSizeHint(self) -> QSize:
        # Four columns must not hold the window open that would let two take their place.
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, field in enumerate(self.fields.values()):
            self._grid.addWidget(field, place // columns, place % columns)
        first = (len(self.fields) + columns - 1) // columns
        self._grid.addWidget(self.more_fields["user_agent"], first, 0)
        self._grid.addWidget(self.more_fields["in_file"], first, columns - 1)
        # Where there is no room between them the headers have a line of their own.
        if columns == 4:
            self._grid.addWidget(self.more_fields["headers"], first, 1, 1, 2)
        else:
            self._grid.addWidget(self.more_fields["headers"], first + 1, 0, 1, columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A wrong value that is left stands there with its reason; the reason is said anew when one comes back.
        if isinstance(event, QFocusEvent):
            if event.gotFocus():
                self._check()
            elif watched is self.headers and event.lostFocus():
                self._on_edited()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place(4 if self.width() >= _ONE_LINE_FROM else 2)
        return super().event(event)

# SPDX-License-Identifier: MIT
"""The price panel's last section: the deadline that ends next, with the working days left, and the way to all of them."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hkwatch.domain.deadline import CountedDeadline
from hkwatch.domain.hkt import start_of
from hkwatch.ui import formats
from hkwatch.ui.deadlines.words import long_day, reader_line
from hkwatch.ui.keys.sequence import with_key
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import baseline, has_ring

ROW_PX = 40
_LEFT, _TEXT, _RIGHT = 8, 36, 8


def short_left(left: CountedDeadline) -> str:
    """What stands at the right of the row: `5 wd`, `today` on the last day."""
    translate = QCoreApplication.translate
    if left.days == 0:
        return translate("Deadlines", "today")
    return translate("Deadlines", "{0} wd").format(left.workdays)


def second_line(left: CountedDeadline, publishers: Mapping[str, str], language: str) -> str:
    """`SFC 25CP2 · Wed 26 Feb`; the year is said where it is not this one."""
    one = left.deadline
    today = one.closes_on - timedelta(days=left.days)
    is_this_year = one.closes_on.year == today.year
    day = formats.weekday_date(start_of(one.closes_on), language) if is_this_year else long_day(one.closes_on, language)
    body = " ".join(part for part in (publishers.get(one.publisher, one.publisher.upper()), one.ref) if part)
    return f"{body} {formats.DOT} {day}"


class DeadlineRow(QAbstractButton):
    """One deadline on two lines. A click, Enter or Space asks for its item."""

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._left: CountedDeadline | None = None
        self._language, self._under = "en", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW_PX)
        marks.theme.changed.connect(self.update)

    def show_deadline(self, left: CountedDeadline, publishers: Mapping[str, str], language: str) -> None:
        """Replace what is shown; `publishers` are short names by id."""
        self._left, self._language = left, language
        self._under = second_line(left, publishers, language)
        whole = reader_line(left, language)
        self.setToolTip(f"{left.deadline.title}\n{whole}")
        self.setAccessibleName(". ".join((left.deadline.title, self._under, whole)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        left = self._left
        if left is None:
            return
        marks, theme = self._marks, self._marks.theme
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isDown() or self.underMouse():
            marks.round_rect(p, box, 6, theme.colour("hover"))
        if has_ring(self):
            marks.outline(p, box, 6, theme.colour("accent"), 2)
        ink = "critical" if left.is_near else "consultation"
        marks.icon(p, "calendar-clock", ink, _LEFT, 4, 16)
        said = short_left(left)
        metrics = marks.fonts.metrics("small_strong", self._language, figures=True)
        x = self.width() - _RIGHT - metrics.horizontalAdvance(said)
        p.setFont(marks.fonts.shared("small_strong", self._language, figures=True))
        p.setPen(theme.colour(ink))
        p.drawText(round(x), baseline(2, 20, 13), said)
        self._text(p, 2, "medium", "text", left.deadline.title, x - 10)
        self._text(p, 19, "small", "muted", self._under, self.width() - _RIGHT)

    def _text(self, p: QPainter, top: int, role: str, colour: str, text: str, right: float) -> None:
        marks = self._marks
        metrics = marks.fonts.metrics(role, self._language, figures=True)
        p.setFont(marks.fonts.shared(role, self._language, figures=True))
        p.setPen(marks.theme.colour(colour))
        p.drawText(_TEXT, baseline(top, 20, 13), metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - _TEXT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(280, ROW_PX)


class NextDeadline(QWidget):
    """Hidden as long as nothing is open."""

    chosen = Signal(object)
    """The CountedDeadline whose paper is wanted."""
    appeared = Signal()
    """It came or went: the panel has less or more room."""
    all_wanted = Signal()
    """The board of all deadlines."""

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._left: CountedDeadline | None = None
        self._has_room = True
        self._publishers: Mapping[str, str] = {}
        self._key = "G, D"
        self.section = QLabel()
        self.section.setTextFormat(Qt.TextFormat.PlainText)
        self.section.setProperty("role", "muted")
        self.all = QPushButton()
        self.all.setProperty("kind", "link")
        self.all.setProperty("bar", True)
        self.row = DeadlineRow(marks)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setContentsMargins(8, 9, 10, 0)
        head.addWidget(self.section)
        head.addStretch(1)
        head.addWidget(self.all)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 8, 0)
        below.addWidget(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(below)
        self.row.clicked.connect(self._on_row)
        self.all.clicked.connect(self._on_all)
        marks.theme.changed.connect(self.update)
        self.hide()
        self._retranslate()

    @property
    def shown(self) -> CountedDeadline | None:
        """What stands there, None while nothing is open."""
        return self._left

    def show_deadline(self, left: CountedDeadline | None) -> None:
        """Replace what is shown; None hides the section."""
        if left == self._left:
            return
        self._left = left
        self._appear()
        self._fill()

    def set_room(self, has_room: bool) -> None:
        """Whether there is room for it beside what is needed more."""
        self._has_room = has_room
        self._appear()

    def _appear(self) -> None:
        wanted = self._left is not None and self._has_room
        if wanted is self.isHidden():
            self.setVisible(wanted)
            self.appeared.emit()

    def set_publishers(self, publishers: Mapping[str, str]) -> None:
        """The publishers' short names by id, in the interface language."""
        self._publishers = publishers
        self._fill()

    def set_language(self, language: str) -> None:
        """Language of dates and fonts; sentences follow the installed translation."""
        self._language = language
        self._retranslate()

    def set_key(self, key: str) -> None:
        """The key that shows all deadlines, empty for none."""
        self._key = key
        self._retranslate()

    def _fill(self) -> None:
        if self._left is not None:
            self.row.show_deadline(self._left, self._publishers, self._language)

    def _on_row(self) -> None:
        if self._left is not None:
            self.chosen.emit(self._left)

    def _on_all(self) -> None:
        self.all_wanted.emit()

    def _retranslate(self) -> None:
        self.section.setFont(self._marks.fonts.font("label", self._language))
        self.setAccessibleName(self.tr("Next deadline"))
        self.section.setText(self.tr("Next deadline"))
        self.all.setText(self.tr("All deadlines"))
        self.all.setToolTip(with_key(self.tr("All deadlines"), self._key))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setPen(QPen(self._marks.theme.colour("line"), 0))
        p.drawLine(8, 7, self.width() - 16, 7)

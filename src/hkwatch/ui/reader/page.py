# SPDX-License-Identifier: MIT
"""Where the parts of the reader stand: head, strips, text, foot, and how much room each gets.

┌ head: ◆ High  [Policy]  SFC  25PR20 ──────────────┐
│ Title on as many lines as it needs                │
│ Published … · first seen … · revision 1  [EN繁简] │
│ Comments by …                   [Add to calendar] │
│ revision 2 of 2 · 17:38 · 3 changes [Show redline]│
│ Also carried by: RTHK · CoinDesk                  │
│ ⚑ Why flagged  rule …  title has [words]          │
│ ╱╲╱  BTC after it  15 min ▲ 0.1 %  1 h ▼ 0.8 % …  │
│ text                                              │
├───────────────────────────────────────────────────┤
│ [✓ Acknowledge A]  ☆ Star S  ↗ Open V  …          │
└───────────────────────────────────────────────────┘
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hkwatch.ui.marks import Marks
from hkwatch.ui.price.segments import Segments
from hkwatch.ui.reader.deadline import DeadlineStrip
from hkwatch.ui.reader.find_bar import FindBar
from hkwatch.ui.reader.foot import ReaderFoot
from hkwatch.ui.reader.head import ReaderHead
from hkwatch.ui.reader.impact import ImpactStrip
from hkwatch.ui.reader.notice import NoticeRow
from hkwatch.ui.reader.picture_row import PictureRow
from hkwatch.ui.reader.related import RelatedStrip
from hkwatch.ui.reader.revisions import RevisionStrip
from hkwatch.ui.reader.story import StoryStrip
from hkwatch.ui.reader.text import ReaderText
from hkwatch.ui.reader.why import WhyStrip
from hkwatch.ui.theme import Theme

PAIR_WIDTH = 600
"""Two columns need this much; a narrower reader shows one language."""
_SMALL_HEIGHT = 480
"""A reader lower than this has the compact text size."""
_WHY_FROM_HEIGHT, _IMPACT_FROM_HEIGHT = 224, 360
"""A lower reader leaves these strips out; what the second says then stands under the text."""
_WIDE_WIDTH = 640
_OVER_TEXT = 14


class _Fold(QWidget):
    """Holds a strip, which shows and hides itself, and takes it away while the reader has no room for it."""

    def __init__(self, strip: QWidget) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(strip)
        self._strip = strip

    def fit(self, room: int) -> int:
        """Show the strip if it has room; how much is left."""
        need = 0 if self._strip.isHidden() else self._strip.sizeHint().height()
        self.setVisible(0 < need <= room)
        return room - need if need <= room else room


class ReaderPage(QWidget):
    """All that is seen of one item. It decides nothing but places."""

    def __init__(self, marks: Marks, language: str) -> None:
        super().__init__()
        theme, fonts = marks.theme, marks.fonts
        self._theme: Theme = theme
        self._has_why = False
        self._height = self._width = 0
        self.head = ReaderHead(marks, language)
        self.languages = Segments(theme, fonts, self.head)
        self.deadline = DeadlineStrip(marks, language)
        self.revisions = RevisionStrip(fonts, language)
        self.related = RelatedStrip(fonts, language)
        self.story = StoryStrip(fonts, language)
        self.why = WhyStrip(marks, language)
        self.impact = ImpactStrip(marks, language)
        self.notice = NoticeRow(fonts, language)
        self.pictures = PictureRow(marks, language)
        self.text = ReaderText(theme, fonts)
        self.finder = FindBar(marks, self.text, language)
        self.foot = ReaderFoot(marks, language)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(0)
        self._inner.addWidget(self.head)
        strips = (self.deadline, self.revisions, self.related, self.story, self.notice, self.pictures)
        self._folds = {strip: _Fold(strip) for strip in strips}
        for strip in (self.deadline, self.revisions, self.related, self.story):
            self._inner.addWidget(self._folds[strip])
        self._why_row = QVBoxLayout()
        self._why_row.addWidget(self.why)
        self._why_row.addWidget(self.impact)
        self._why_row.setSpacing(8)
        self._inner.addLayout(self._why_row)
        self._inner.addSpacing(_OVER_TEXT)
        self._inner.addWidget(self._folds[self.notice])
        self._inner.addWidget(self._folds[self.pictures])
        column.addLayout(self._inner)
        # The text reaches to the pane's edge, where its scroll bar belongs.
        self._beside = QHBoxLayout()
        self.text.setMinimumHeight(self.text.least_height())
        self._beside.addWidget(self.text)
        column.addLayout(self._beside, 1)
        column.addWidget(self.finder)
        column.addWidget(self.foot)

    def set_language(self, language: str) -> None:
        """Language of the words around the text."""
        for part in (self.head, self.deadline, self.revisions, self.related, self.story, self.why):
            part.set_language(language)
        for other in (self.impact, self.notice, self.pictures, self.finder, self.foot):
            other.set_language(language)

    def show_why(self, *, wanted: bool) -> None:
        """Whether there is a reason to show."""
        self._has_why = wanted
        self._place_strips()

    def show_impact(self) -> None:
        """The impact strip holds something else: it stands over the text, or where there is no room for it, under it."""
        self._place_strips()

    def place(self, width: int, height: int) -> None:
        """Sizes and insets for a reader of this size."""
        small = height < _SMALL_HEIGHT
        self.text.set_role("reading_compact" if small else "reading")
        inset = 24 if small or width < _WIDE_WIDTH else 32
        self._inner.setContentsMargins(inset, 12 if small else 20, inset, 0)
        # The text keeps to its measure; head and strips use the whole width.
        self._beside.setContentsMargins(inset, 0, 0, 0)
        self.text.set_measure(self._theme.size("reader_measure"), inset)
        self.head.set_role("title" if small or width < _WIDE_WIDTH + 64 else "hero")
        self._height, self._width = height, width - 2 * inset
        self._place_strips()
        self.place_languages(width)

    def _place_strips(self) -> None:
        # In a low reader the title and some of the text need the strips' places more. The other strips come back with
        # the room: in a higher reader, or in a window of its own.
        room = self._room_under_title()
        for strip in (self.notice, self.deadline, self.revisions, self.pictures, self.related, self.story):
            room = self._folds[strip].fit(room)
        why = self._has_why and self._height >= _WHY_FROM_HEIGHT and room >= self.why.height() + 8
        room -= self.why.height() + 8 if why else 0
        impact = self.impact.has_something and self._height >= _IMPACT_FROM_HEIGHT and room >= self.impact.height() + 8
        self.why.setVisible(why)
        self.impact.setVisible(impact)
        self._why_row.setContentsMargins(0, 8 if why or impact else 0, 0, 0)
        self.text.set_after("" if impact else self.impact.markup())

    def _room_under_title(self) -> int:
        """Pixels between the head and the least of the text. The title has as many lines as leave that least."""
        finds = not self.finder.isHidden()
        # While one looks for words in a low reader, the field stands in the place of the buttons.
        self.foot.setVisible(not finds or self._height >= _WHY_FROM_HEIGHT)
        fixed = self._inner.contentsMargins().top() + self.text.minimumHeight()
        fixed += 0 if self.foot.isHidden() else self.foot.minimumHeight()
        fixed += self.finder.sizeHint().height() if finds else 0
        self.head.set_most_lines(self.head.lines_in(self._height - fixed))
        return self._height - fixed - _OVER_TEXT - self.head.heightForWidth(self._width)

    def event(self, event: QEvent) -> bool:
        result = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self._height:
            # Something came, went or changed its height.
            self._place_strips()
            self.place_languages(self.width())
        return result

    def place_languages(self, width: int) -> None:
        """The tabs stand at the right end of the head's last line."""
        if self.languages.isHidden():
            self.head.reserve(0)
            return
        size = self.languages.sizeHint()
        margins = self._inner.contentsMargins()
        inner = width - margins.left() - margins.right()
        height = self.head.heightForWidth(inner)
        self.languages.setGeometry(inner - size.width(), height - size.height(), size.width(), size.height())
        self.head.reserve(size.width() + 16)

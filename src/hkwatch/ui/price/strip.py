# SPDX-License-Identifier: MIT
"""The price in one line, for windows too narrow for the panel: pair, price, move, HK$, age, how many alerts there are."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hkwatch.ui.formats import Direction
from hkwatch.ui.kept_room import STRIP_HEIGHT
from hkwatch.ui.keys.sequence import with_key
from hkwatch.ui.marks import Marks
from hkwatch.ui.price.head_words import HeadText, Trust
from hkwatch.ui.theme import Fonts, Icons, Theme, baseline, has_ring

_INSET = 16.0
_GAP = 12.0
_PILL_H = 20.0
_TRIANGLE = 7


@dataclass(frozen=True, slots=True)
class AlertSum:
    """How many price alerts there are, and whether one has fired and was not armed again."""

    count: int = 0
    fired: bool = False


class PriceStrip(QAbstractButton):
    """40 px; a click, Enter or Space asks for the whole panel (`clicked`).

    Price, move and age stay at any width; the pair's symbol, HK$ and the other facts leave where there is no room.
    """

    def __init__(
        self, theme: Theme, fonts: Fonts, icons: Icons, language: str = "en", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._fonts, self._icons, self._language = theme, fonts, icons, language
        self._marks = Marks(theme, fonts, icons)
        self._text: HeadText | None = None
        self._alerts = AlertSum()
        self._key = "F8"
        self.setFixedHeight(STRIP_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)
        self._retranslate()

    def set_facts(self, text: HeadText | None, alerts: AlertSum) -> None:
        """Show the head's words in one line; nothing is repainted when they are the same."""
        if (text, alerts) != (self._text, self._alerts):
            self._text, self._alerts = text, alerts
            self._retranslate()
            self.update()

    def set_language(self, language: str) -> None:
        """Language of the fonts; the words come ready."""
        self._language = language
        self.update()

    @property
    def text_shown(self) -> HeadText | None:
        """What is shown, None before the first `set_facts`."""
        return self._text

    @property
    def alerts(self) -> AlertSum:
        """The alerts it counts."""
        return self._alerts

    def sizeHint(self) -> QSize:
        return QSize(400, STRIP_HEIGHT)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(self.rect(), theme.colour("hover" if self.underMouse() else "panel"))
        p.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        right = self._paint_right(p)
        if self._text is not None:
            self._paint_text(p, self._text, right)
        if has_ring(self):
            self._marks.outline(p, QRectF(self.rect()).adjusted(3, 3, -3, -4), 6, theme.colour("accent"), 2)

    def _paint_right(self, p: QPainter) -> float:
        """The alerts and the mark that there is more; the left end is returned."""
        ratio = self.devicePixelRatioF()
        middle = (self.height() - 1) / 2
        x = self.width() - _INSET - 16
        p.drawPixmap(QPointF(x, middle - 8), self._icons.pixmap("panel-right-open", "muted", 16, ratio))
        if self._alerts.count == 0:
            return x - _GAP
        number = str(self._alerts.count)
        x -= _GAP + self._width("small_strong", number)
        ink = "high" if self._alerts.fired else "text2"
        self._draw(p, x, number, "small_strong", ink)
        x -= 19
        icon = "bell-ring" if self._alerts.fired else "bell"
        p.drawPixmap(QPointF(x, middle - 7), self._icons.pixmap(icon, ink, 14, ratio))
        return x - _GAP

    def _paint_text(self, p: QPainter, text: HeadText, right: float) -> None:
        old = text.trust in (Trust.OLD, Trust.NONE)
        x = self._draw(p, _INSET, text.name, "strong", "text") + _GAP
        if text.price:
            x = self._draw(p, x, text.price, "h2", "low" if text.trust is Trust.OLD else "text") + 10
        x = self._paint_move(p, text, x)
        facts = list(text.facts)
        hkd = text.hkd
        # The age is needed most, then HK$; what does not fit leaves from the end.
        while len(facts) > 1 and x + self._facts_width(hkd, facts) > right:
            facts.pop()
        if x + self._facts_width(hkd, facts) > right:
            hkd = ""
        if hkd:
            x = self._draw(p, x, hkd, "medium", "faint" if old else "text2") + _GAP
        if not facts:
            return
        if text.trust is Trust.GOOD:
            mark = self._icons.pixmap("check", "ok", 14, self.devicePixelRatioF())
            p.drawPixmap(QPointF(x, (self.height() - 1) / 2 - 7), mark)
            x += 18
        metrics = self._fonts.metrics("small", self._language, figures=True)
        shown = metrics.elidedText(_join(facts), Qt.TextElideMode.ElideRight, max(0.0, right - x + 1))
        colour = "muted" if text.trust is Trust.GOOD or (text.trust is Trust.NONE and not text.pill) else "warn"
        self._draw(p, x, shown, "small", colour)

    def _paint_move(self, p: QPainter, text: HeadText, x: float) -> float:
        if text.pill:
            width = self._width("small_strong", text.pill) + 16
            self._pill(p, x, width, "warn_t")
            self._draw(p, x + 8, text.pill, "small_strong", "warn")
            return x + width + _GAP
        if text.move is None:
            return x
        direction, size = text.move
        theme = self._theme
        ink = {Direction.UP: theme.up(), Direction.DOWN: theme.down()}.get(direction, theme.colour("muted"))
        if direction is not Direction.FLAT:
            self._marks.triangle(p, x, (self.height() - 1) / 2, ink, up=direction is Direction.UP)
            x += _TRIANGLE + 4
        p.setPen(ink)
        x = self._write(p, x, size, "small_strong") + 5
        return self._draw(p, x, QCoreApplication.translate("PriceHead", "24 h"), "small", "muted") + _GAP + 4

    def _pill(self, p: QPainter, x: float, width: float, ground: str) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(self._theme.colour(ground))
        p.drawRoundedRect(QRectF(x, (self.height() - 1 - _PILL_H) / 2, width, _PILL_H), 5, 5)

    def _facts_width(self, hkd: str, facts: list[str]) -> float:
        width = self._width("medium", hkd) + _GAP if hkd else 0.0
        return width + (18 + self._width("small", _join(facts)) if facts else 0.0)

    def _draw(self, p: QPainter, x: float, text: str, role: str, colour: str) -> float:
        p.setPen(self._theme.colour(colour))
        return self._write(p, x, text, role)

    def _write(self, p: QPainter, x: float, text: str, role: str) -> float:
        """Write on the line's baseline; the right end is returned."""
        p.setFont(self._fonts.font(role, self._language, figures=True))
        px = max(13, self._fonts.px(role, self._language))
        p.drawText(QPointF(x, baseline(0, self.height() - 1, px)), text)
        return x + self._width(role, text)

    def _width(self, role: str, text: str) -> float:
        return self._fonts.metrics(role, self._language, figures=True).horizontalAdvance(text)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def set_key(self, key: str) -> None:
        """The key that shows the panel, empty for none."""
        self._key = key
        self._retranslate()

    def _retranslate(self) -> None:
        translate = QCoreApplication.translate
        parts = [self._text.spoken if self._text is not None else translate("PricePanel", "Price")]
        if self._alerts.count:
            parts.append(f"{translate('PricePanel', 'Price alerts')}: {self._alerts.count}")
        spoken = ", ".join(parts)
        self.setText(spoken)
        self.setAccessibleName(spoken)
        self.setToolTip(with_key(self.tr("Show the price panel"), self._key))
        self.setAccessibleDescription(self.tr("Show the price panel"))


def _join(facts: list[str]) -> str:
    return "  ·  ".join(facts)

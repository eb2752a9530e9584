# SPDX-License-Identifier: MIT
"""The one place where fonts are made: by text role and by the language of the text."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from hkwatch.ui.theme.theme import Theme
from hkwatch.ui.theme.tokens import FontRole

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
DISPLAY_FROM_PX = 20
# Numbers lead in these, so Inter comes first in every language.
_FIGURES_FIRST = frozenset({"price", "micro", "badge", "label"})
# Running text has proportional figures.
_RUNNING = frozenset({"reading", "reading_compact"})
# Cap height of Inter is 0.727 em; half of it below the middle centres capitals, and ideographs too.
_HALF_CAP_EM = 0.364
_TNUM = QFont.Tag("tnum")


def baseline(y: float, h: float, px: float) -> int:
    """Where text of `px` pixels stands so that it looks centred in a band of height `h` from `y`.

    Pass 13 for 12 px texts too, so that all texts of a row share one line.
    """
    return round(y + h / 2 + _HALF_CAP_EM * px)


class Fonts(QObject):
    """Registers the bundled families and makes fonts from them. Needs a QGuiApplication."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tokens = theme.tokens
        self._cache: dict[tuple[str, str, bool], QFont] = {}
        self._metrics: dict[tuple[str, str, bool], QFontMetricsF] = {}
        self.unreadable = [
            path.name
            for path in sorted((theme.resources / "fonts").glob("*.[to]tf"))
            if QFontDatabase.addApplicationFont(str(path)) < 0
        ]
        """Bundled files that Qt refused; empty when all is well."""
        self._installed = frozenset(QFontDatabase.families())

    def font(self, role: str, language: str = "en", *, figures: bool = False) -> QFont:
        """The font for a text role in the text's own language: `en`, `zh-Hant`, `zh-Hans`, others as `en`.

        `figures` puts Inter first also in Simplified Chinese, for times and amounts. KeyError for an
        unknown role.
        """
        return QFont(self.shared(role, language, figures=figures))

    def shared(self, role: str, language: str = "en", *, figures: bool = False) -> QFont:
        """The same font without a copy, for painting: do not change it."""
        found = self._cache.get((role, language, figures))
        return self._shared(role, _known(language), figures) if found is None else found

    def metrics(self, role: str, language: str = "en", *, figures: bool = False) -> QFontMetricsF:
        """Cached metrics of the same font."""
        key = (role, _known(language), figures)
        found = self._metrics.get(key)
        if found is None:
            found = self._metrics[key] = QFontMetricsF(self._shared(*key))
        return found

    def line_height(self, role: str, language: str = "en") -> int:
        """Line height in logical pixels; Chinese has its own."""
        spec = self._spec(role)
        return spec.line if _known(language) == "en" else spec.zh_line

    def px(self, role: str, language: str = "en") -> int:
        """Font size in logical pixels."""
        spec = self._spec(role)
        return spec.px if _known(language) == "en" else spec.zh_px

    def chinese_family(self, language: str) -> str | None:
        """The installed family that draws this kind of Chinese, None when there is none."""
        stack = self._tokens.stacks["zh_hans" if language == "zh-Hans" else "zh_hant"]
        return next((family for family in stack if family in self._installed), None)

    def _shared(self, role: str, language: str, figures: bool) -> QFont:
        key = (role, language, figures)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._make(role, language, figures or role in _FIGURES_FIRST)
        return found

    def _make(self, role: str, language: str, latin_first: bool) -> QFont:
        spec = self._spec(role)
        latin = language == "en"
        px = spec.px if latin else spec.zh_px
        # A QFont starts as a copy of the application font, so every property is set here.
        font = QFont()
        font.setFamilies(self._families(language, latin_first, display=px >= DISPLAY_FROM_PX))
        font.setPixelSize(px)
        font.setWeight(QFont.Weight(spec.weight))
        font.setItalic(False)
        font.setKerning(True)
        # Qt remembers the fallback chain by first family, size and weight. A strategy of its own keeps the
        # Simplified chain apart from the Hong Kong one; without it one language shows the other's glyphs.
        strategy = QFont.StyleStrategy.PreferDefault
        if language == "zh-Hans":
            strategy = QFont.StyleStrategy.PreferQuality
        font.setStyleStrategy(strategy)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.clearFeatures()
        if role not in _RUNNING:
            font.setFeature(_TNUM, 1)
        spacing = spec.spacing_px if latin else 0.0
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        upper = spec.upper and latin
        font.setCapitalization(QFont.Capitalization.AllUppercase if upper else QFont.Capitalization.MixedCase)
        return font

    def _families(self, language: str, latin_first: bool, *, display: bool) -> list[str]:
        stacks = self._tokens.stacks
        latin = [*(stacks["latin_display"] if display else ()), *stacks["latin"]]
        # The generic name would catch ideographs before the families that draw them right.
        generic = [name for name in latin if name == "sans-serif"]
        named = list(dict.fromkeys(name for name in latin if name != "sans-serif"))
        # A family that is not there only costs time at every lookup; the first one stays in any case.
        named = [name for name in named if name in self._installed] or named[:1]
        chinese = stacks["zh_hans" if language == "zh-Hans" else "zh_hant"]
        present = [name for name in chinese if name in self._installed] or list(chinese)
        if language == "zh-Hans" and not latin_first:
            return [*present, *named, *generic]
        return [*named[:1], *present, *named[1:], *generic]

    def _spec(self, role: str) -> FontRole:
        if role == "badge":
            micro = self._tokens.roles["micro"]
            return FontRole(micro.px, micro.line, micro.zh_line, 600, micro.zh_px)
        return self._tokens.roles[role]


def _known(language: str) -> str:
    return language if language in LANGUAGES else "en"

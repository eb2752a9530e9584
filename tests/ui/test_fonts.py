# SPDX-License-Identifier: MIT
"""The font factory: every property set, the right face for each kind of Chinese, in either order."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hkwatch.ui.theme import Fonts, Theme, baseline

SAMPLE = "骨直，。："
ROLES = ("body", "strong", "small", "small_strong", "reading", "title", "micro")


def drawn(text: str, font: QFont) -> bytes:
    image = QImage(240, 48, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(QPointF(4, 36), text)
    painter.end()
    return bytes(image.constBits())


def pure(fonts: Fonts, role: str, language: str) -> QFont:
    """The same size and weight, from the Chinese family alone."""
    family = fonts.chinese_family(language)
    assert family is not None
    font = fonts.font(role, language)
    font.setFamilies([family])
    return font


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("order", [("zh-Hant", "zh-Hans"), ("zh-Hans", "zh-Hant")])
def test_each_language_keeps_its_own_face_whichever_comes_first(
    fonts: Fonts, role: str, order: tuple[str, str]
) -> None:
    for language in order:
        assert drawn(SAMPLE, fonts.font(role, language)) == drawn(SAMPLE, pure(fonts, role, language))
    assert drawn("直骨", fonts.font(role, "zh-Hant")) != drawn("直骨", fonts.font(role, "zh-Hans"))


def test_english_text_with_some_chinese_shows_the_hong_kong_face(fonts: Fonts) -> None:
    drawn("直", fonts.font("body", "zh-Hans"))
    assert drawn("直", fonts.font("body", "en")) == drawn("直", pure(fonts, "body", "zh-Hant"))


def test_the_bundled_families_are_the_ones_drawn(fonts: Fonts) -> None:
    assert fonts.unreadable == []
    assert QFontInfo(fonts.font("body")).family() == "Inter"
    assert QFontInfo(fonts.font("price")).family() == "Inter Display"
    assert QFontInfo(fonts.font("strong")).weight() == 600


def test_figures_stand_still(fonts: Fonts) -> None:
    for role in ("price", "body", "strong", "small", "micro"):
        metrics = fonts.metrics(role)
        assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")
    reading = fonts.metrics("reading")
    assert reading.horizontalAdvance("1111") < reading.horizontalAdvance("0000")


def test_tabular_figures_do_not_tear_hyphens_apart(fonts: Fonts) -> None:
    plain = fonts.font("body")
    plain.clearFeatures()
    assert fonts.metrics("body").horizontalAdvance("a-b") == QFontMetricsF(plain).horizontalAdvance("a-b")


def test_nothing_is_inherited_from_the_application_font(fonts: Fonts, theme: Theme, qapp: QApplication) -> None:
    before = qapp.font()
    odd = QFont(before)
    odd.setItalic(True)
    odd.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 4)
    odd.setCapitalization(QFont.Capitalization.AllUppercase)
    qapp.setFont(odd)
    try:
        made = Fonts(theme).font("body", "en")
    finally:
        qapp.setFont(before)
    assert not made.italic()
    assert made.letterSpacing() == 0
    assert made.capitalization() == QFont.Capitalization.MixedCase


def test_chinese_is_never_small_spaced_or_capital(fonts: Fonts) -> None:
    for language in ("zh-Hant", "zh-Hans"):
        for role in ("label", "micro", "badge", "small"):
            font = fonts.font(role, language)
            assert font.pixelSize() >= 12
            assert font.letterSpacing() == 0
            assert font.capitalization() == QFont.Capitalization.MixedCase
    assert fonts.font("label").letterSpacing() == 0.5
    assert fonts.font("label").capitalization() == QFont.Capitalization.AllUppercase


def test_simplified_text_leads_with_chinese_and_its_figures_with_inter(fonts: Fonts) -> None:
    assert fonts.font("body", "zh-Hans").families()[0] == fonts.chinese_family("zh-Hans")
    assert fonts.font("small", "zh-Hans", figures=True).families()[0] == "Inter"
    assert fonts.font("price", "zh-Hans").families()[0] == "Inter Display"
    assert fonts.font("body", "zh-Hant").families()[0] == "Inter"


def test_an_unknown_language_reads_as_english_and_an_unknown_role_is_a_mistake(fonts: Fonts) -> None:
    assert fonts.font("body", "fr") == fonts.font("body", "en")
    with pytest.raises(KeyError):
        fonts.font("shout")


def test_line_heights_are_the_languages_own(fonts: Fonts) -> None:
    assert fonts.line_height("reading") == 26
    assert fonts.line_height("reading", "zh-Hant") == 28


def test_the_caller_may_change_a_font_without_changing_the_factory(fonts: Fonts) -> None:
    fonts.font("body").setPixelSize(99)
    assert fonts.font("body").pixelSize() == 13


def test_capitals_are_centred_by_the_baseline() -> None:
    assert baseline(0, 32, 13) == 21
    assert baseline(100, 20, 11) == 114

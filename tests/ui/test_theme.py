# SPDX-License-Identifier: MIT
"""The theme: tokens, schemes, price colours, contrast, and what reaches the widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hkwatch.domain.errors import SettingsError
from hkwatch.ui.theme import Appearance, Fonts, Theme, has_ring, round_menu
from hkwatch.ui.theme.qss import PICTURES, make_sheet


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT_ON_GROUND = [
    *((name, "surface") for name in ("text", "text2", "muted", "faint", "accent", "critical", "high", "ok")),
    *((name, "select") for name in ("text", "text2", "muted", "accent")),
    ("on_accent", "accent"),
    ("warn", "warn_t"),
    ("bad", "bad_t"),
    ("accent", "accent_tint"),
    ("mark_text", "mark"),
    ("up", "up_tint"),
    ("down", "down_tint"),
    *(
        (name, f"{name}_t")
        for name in ("enforcement", "consultation", "licence", "circular", "policy", "speech", "alertlist")
    ),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_text_has_enough_contrast_on_its_ground(theme: Theme, scheme: str, ink: str, ground: str) -> None:
    theme.set_scheme("dark" if scheme == "dark" else "light")
    assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("setting", ["green-up", "red-up", "blue-orange"])
def test_price_colours_are_readable_on_their_tints(theme: Theme, scheme: str, setting: str) -> None:
    theme.set_scheme("dark" if scheme == "dark" else "light")
    theme.set_price_colours(setting)  # type: ignore[arg-type]
    assert contrast(theme.up(), theme.up_tint()) >= 4.5
    assert contrast(theme.down(), theme.down_tint()) >= 4.5
    assert theme.up() != theme.down()


def test_red_up_swaps_colours_and_tints(theme: Theme) -> None:
    green = (theme.up(), theme.down(), theme.up_tint(), theme.down_tint())
    theme.set_price_colours("red-up")
    assert (theme.down(), theme.up(), theme.down_tint(), theme.up_tint()) == green


def test_a_switch_is_told_once_and_not_when_nothing_changes(theme: Theme, qtbot: QtBot) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.scheme))
    theme.set_scheme("light")
    theme.set_scheme("dark")
    theme.set_scheme("dark")
    assert told == ["dark"]


def test_a_switch_reaches_palette_and_sheet_of_the_running_application(theme: Theme, qapp: QApplication) -> None:
    theme.set_scheme("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("window")
    assert theme.hex("accent") in qapp.styleSheet()
    light_accent = "#1f5fbf"
    assert light_accent not in qapp.styleSheet()


def test_a_switch_leaves_labels_in_a_scroll_area_their_fonts(theme: Theme, fonts: Fonts, qtbot: QtBot) -> None:
    area, inner, label = QScrollArea(), QWidget(), QLabel("While you were away")
    qtbot.addWidget(area)
    QVBoxLayout(inner).addWidget(label)
    area.setWidget(inner)
    label.setFont(fonts.font("hero"))
    area.show()
    inner.setProperty("ground", "surface")
    for scheme in ("dark", "light"):
        theme.set_scheme("dark" if scheme == "dark" else "light")
        assert label.font().pixelSize() == 24


def test_an_unknown_scheme_or_colour_is_a_mistake(theme: Theme) -> None:
    with pytest.raises(ValueError):
        theme.set_scheme("sepia")  # type: ignore[arg-type]
    with pytest.raises(KeyError):
        theme.colour("mauve")


def test_the_sheet_has_no_open_places(theme: Theme) -> None:
    sheet = make_sheet(theme, {name: f"/x/{name}.svg" for name in PICTURES})
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_a_broken_token_file_is_named(tmp_path: Path, resources: Path) -> None:
    folder = tmp_path / "theme"
    folder.mkdir()
    text = (resources / "theme" / "tokens.toml").read_text(encoding="utf-8")
    (folder / "tokens.toml").write_text(text.replace('hover_rail = "#1B1F24"\n', ""), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"tokens\.toml.*hover_rail"):
        Theme.load(tmp_path)
    (folder / "tokens.toml").write_text("[meta\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"tokens\.toml"):
        Theme.load(tmp_path)


def test_heights_of_buttons_and_fields_do_not_change_with_the_focus(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, button = QLineEdit(), QPushButton("Save alert")
    column.addWidget(field)
    column.addWidget(button)
    window.show()
    qtbot.waitExposed(window)
    heights = (field.sizeHint().height(), button.sizeHint().height())
    assert heights == (theme.size("field"), theme.size("button"))
    field.setFocus()
    button.setFocus()
    assert (field.sizeHint().height(), button.sizeHint().height()) == heights


def test_the_ring_comes_with_the_keyboard_and_not_with_the_mouse(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = QPushButton("A"), QPushButton("B")
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_ring(first)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert has_ring(second)
    assert not has_ring(first)


def test_a_key_that_comes_to_a_menu_which_is_gone_goes_to_the_window_behind(qtbot: QtBot) -> None:
    window = QLineEdit()
    qtbot.addWidget(window)
    menu = round_menu(QMenu(window))
    window.show()
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(window.hasFocus, timeout=60_000)
    letter = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s")
    letter.ignore()
    QApplication.sendEvent(menu, letter)
    # A shortcut of the window has this letter now.
    assert not letter.isAccepted()
    QApplication.sendEvent(menu, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s"))
    assert window.text() == "s"


def test_another_language_reaches_the_fonts_of_fields_and_buttons_that_stand_already(
    appearance: Appearance, fonts: Fonts, theme: Theme, qtbot: QtBot
) -> None:
    shown, own = QWidget(), QLabel("Inter")
    qtbot.addWidget(shown)
    box = QVBoxLayout(shown)
    own.setFont(fonts.font("body", "en"))
    followers = [QLineEdit("骨"), QPushButton("骨"), QLabel("骨"), QComboBox()]
    for widget in (own, *followers):
        box.addWidget(widget)
    shown.show()
    try:
        for language in ("zh-Hans", "en"):
            appearance.set_language(language)
            wanted = fonts.font("body", language).families()
            assert [widget.font().families() for widget in followers] == [wanted] * len(followers)
        appearance.set_language("zh-Hans")
        assert own.font().families()[0] == "Inter"
    finally:
        appearance.set_language("en")

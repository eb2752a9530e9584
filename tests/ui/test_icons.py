# SPDX-License-Identifier: MIT
"""Icons: tinted, sharp, cached, rebuilt with the theme; licences beside them; the tray icon's forms."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from hkwatch.domain.item import DocType
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import Fonts, Icons, Theme
from hkwatch.ui.tray_icon import SIZES, TrayIcons, TrayState, badge_text, tray_state

SOURCES = Path(__file__).resolve().parents[2] / "src" / "hkwatch" / "ui"


def strongest(pixmap: QPixmap) -> QColor:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda colour: colour.alpha())


def test_an_icon_takes_the_colour_it_is_asked_for(icons: Icons, theme: Theme) -> None:
    colour = strongest(icons.pixmap("bell", "critical", 64, 1.0))
    assert colour.name() == theme.hex("critical")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_at_the_pixels_of_the_screen(icons: Icons, ratio: float) -> None:
    pixmap = icons.pixmap("flag", "muted", 16, ratio)
    assert pixmap.width() == round(16 * ratio)
    assert pixmap.devicePixelRatio() == ratio


def test_the_same_icon_is_drawn_once_and_again_after_a_switch(icons: Icons, theme: Theme) -> None:
    first = icons.pixmap("flag", "muted", 16, 1.0)
    assert icons.pixmap("flag", "muted", 16, 1.0).cacheKey() == first.cacheKey()
    theme.set_scheme("dark")
    again = icons.pixmap("flag", "muted", 16, 1.0)
    assert again.cacheKey() != first.cacheKey()
    assert strongest(icons.pixmap("flag", "text", 64, 1.0)).lightness() > 150


def test_small_icons_have_the_heavier_line(icons: Icons, theme: Theme) -> None:
    assert 'stroke-width="2.25"' in icons.svg("bell", "#000000", theme.stroke(12))
    assert 'stroke-width="1.75"' in icons.svg("bell", "#000000", theme.stroke(16))


def test_disabled_icons_are_faint(icons: Icons, theme: Theme) -> None:
    icon = icons.icon("bell", "accent")
    shown = icon.pixmap(16, QIcon.Mode.Disabled)
    assert shown.toImage() == icons.pixmap("bell", "faint", 16, 1.0).toImage()


def test_a_button_icon_carries_its_gap(icons: Icons) -> None:
    icon, size = icons.button_icon("plus", "on_accent")
    assert (size.width(), size.height()) == (22, 16)
    assert not icon.isNull()


def test_an_icon_that_is_not_shipped_is_a_mistake(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("unicorn", "muted", 16, 1.0)


def test_every_icon_can_be_tinted_and_its_licence_is_there(icons: Icons, resources: Path) -> None:
    outlines = [p for p in (resources / "icons").glob("*.svg") if not re.match("app-icon|tray-", p.name)]
    assert len(outlines) > 50
    for path in outlines:
        text = path.read_text(encoding="utf-8")
        assert "currentColor" in text, path.name
        assert not icons.pixmap(path.stem, "muted", 16, 1.0).isNull()
    assert "ISC License" in (resources / "icons" / "LICENSE-lucide.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (resources / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def test_the_app_icon_has_all_sizes(icons: Icons) -> None:
    sizes = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 24, 32, 48, 64, 128, 256} <= sizes


# Tray


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, TrayState.IDLE),
        ({"failing": True}, TrayState.FAIL),
        ({"failing": True, "count": 2}, TrayState.COUNT),
        ({"count": 2, "alert": True}, TrayState.ALERT),
        ({"alert": True, "offline": True}, TrayState.OFFLINE),
        ({"offline": True, "paused": True}, TrayState.PAUSED),
    ],
)
def test_what_limits_the_watch_wins_over_what_it_found(facts: dict[str, int], state: TrayState) -> None:
    defaults = {"paused": False, "offline": False, "alert": False, "count": 0, "failing": False}
    assert tray_state(**{**defaults, **facts}) is state  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("count", "size", "text"),
    [(1, 16, "1"), (9, 22, "9"), (10, 16, ""), (10, 22, "9+"), (10, 32, "10"), (99, 48, "99"), (100, 32, "99+")],
)
def test_the_badge_says_what_fits(count: int, size: int, text: str) -> None:
    assert badge_text(count, size) == text


def test_every_state_is_drawn_at_every_size_and_looks_unlike_the_others(fonts: Fonts, resources: Path) -> None:
    tray = TrayIcons(resources, fonts)
    for dark_panel in (True, False):
        for size in SIZES:
            pictures = [tray.pixmap(state, 3, size, dark_panel=dark_panel).toImage() for state in TrayState]
            for at, picture in enumerate(pictures):
                assert picture.width() == size
                assert all(picture != other for other in pictures[at + 1 :])


def test_the_digit_changes_the_picture_and_the_icon_is_kept(fonts: Fonts, resources: Path) -> None:
    tray = TrayIcons(resources, fonts)
    one = tray.pixmap(TrayState.COUNT, 1, 22).toImage()
    assert tray.pixmap(TrayState.COUNT, 2, 22).toImage() != one
    assert tray.icon(TrayState.COUNT, 3).cacheKey() == tray.icon(TrayState.COUNT, 3).cacheKey()
    assert tray.icon(TrayState.IDLE, 3).cacheKey() == tray.icon(TrayState.IDLE, 4).cacheKey()


def test_a_dark_panel_gets_the_light_drawing(fonts: Fonts, resources: Path) -> None:
    tray = TrayIcons(resources, fonts)
    assert strongest(tray.pixmap(TrayState.IDLE, 0, 64, dark_panel=True)).lightness() > 200
    assert strongest(tray.pixmap(TrayState.IDLE, 0, 64, dark_panel=False)).lightness() < 80


def test_icons_named_in_the_code_are_shipped(marks: Marks, resources: Path) -> None:
    shipped = {path.stem for path in (resources / "icons").glob("*.svg")}
    assert {marks.type_icon(doc_type) for doc_type in DocType} <= shipped
    named = {
        name
        for path in SOURCES.rglob("*.py")
        for name in re.findall(r'icon\((?:painter, )?"([a-z0-9-]+)"', path.read_text(encoding="utf-8"))
    }
    assert "search" in named
    assert named <= shipped


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("dark", [True, False])
def test_the_tray_icons_straight_lines_fall_on_whole_pixels(
    resources: Path, fonts: Fonts, size: int, dark: bool
) -> None:
    icons = TrayIcons(resources, fonts)
    for state, row in ((TrayState.IDLE, 0.8), (TrayState.PAUSED, 0.5), (TrayState.OFFLINE, 0.25)):
        image = icons.pixmap(state, 0, size, dark_panel=dark).toImage()
        across = [image.pixelColor(x, int(row * size)).alpha() for x in range(size)]
        full = max(across)
        # The renderer is off by a step or two of 255.
        drawn = ["#" if alpha >= full - 3 else " " if alpha <= 3 else "?" for alpha in across]
        assert full > 180
        assert "?" not in drawn, (state, drawn)
        assert drawn == drawn[::-1], (state, drawn)

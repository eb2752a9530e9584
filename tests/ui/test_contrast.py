# SPDX-License-Identifier: MIT
"""Contrast of the tokens as WCAG 2.2 AA wants it, in both themes and with every choice of price colours; nothing moves."""

import ast
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from test_theme import contrast

from hkwatch.ui.theme import Theme
from hkwatch.ui.theme.still import EFFECTS

SOURCES = Path(__file__).resolve().parents[2] / "src" / "hkwatch" / "ui"
GROUNDS = ("surface", "panel", "window", "raised", "hover")
TYPES = ("enforcement", "consultation", "licence", "circular", "policy", "speech", "media", "alertlist", "price")
TEXT = [
    *((ink, ground) for ink in ("text", "text2", "muted", "accent") for ground in (*GROUNDS, "select", "select_rail")),
    *((ink, ground) for ink in ("critical", "warn", "ok") for ground in ("surface", "panel")),
    *((name, f"{name}_t") for name in TYPES),
    *((name, "surface") for name in TYPES),
    *(("text", ground) for ground in ("warn_t", "bad_t", "info_t", "sunken", "mark")),
    *(("text2", ground) for ground in ("warn_t", "bad_t", "info_t")),
    *(
        ("chart_axis", "panel"),
        ("tooltip_text", "tooltip"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_press"),
    ),
]
PARTS = [
    *(("control", ground) for ground in ("surface", "window")),
    *((name, ground) for name in ("high", "low", "star", "normal", "critical") for ground in ("surface", "select")),
    *(("accent", ground) for ground in (*GROUNDS, "select", "select_rail", "sunken")),
    ("chart_line", "panel"),
]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, theme: Theme) -> Theme:
    """Both themes."""
    theme.set_scheme(request.param)
    return theme


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(scheme: Theme, ink: str, ground: str) -> None:
    ratio = contrast(scheme.colour(ink), scheme.colour(ground))
    assert ratio >= 4.5, f"{ratio:.2f}"


@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_what_is_no_text_stands_out(scheme: Theme, part: str, ground: str) -> None:
    ratio = contrast(scheme.colour(part), scheme.colour(ground))
    assert ratio >= 3.0, f"{ratio:.2f}"


@pytest.mark.parametrize("setting", ["green-up", "red-up", "blue-orange"])
@pytest.mark.parametrize("ground", ["surface", "panel", "select"])
def test_rises_and_falls_can_be_read_everywhere(scheme: Theme, setting: str, ground: str) -> None:
    scheme.set_price_colours(setting)  # type: ignore[arg-type]
    for colour in (scheme.up(), scheme.down()):
        assert contrast(colour, scheme.colour(ground)) >= 4.5


def test_nothing_in_the_window_is_animated(theme: Theme, qapp: QApplication) -> None:
    assert [effect for effect in EFFECTS if qapp.isEffectEnabled(effect)] == []
    movers = ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "QGraphicsOpacityEffect")
    used = {
        f"{path.name}: {alias.name}"
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in movers
    }
    assert used == set()

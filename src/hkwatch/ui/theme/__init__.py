# SPDX-License-Identifier: MIT
"""How things look: tokens, colours, fonts, icons and the style sheet. Everything else asks here."""

from hkwatch.ui.theme.apply import Appearance, apply_theme, pad_spin_box, round_menu
from hkwatch.ui.theme.focus import has_ring
from hkwatch.ui.theme.fonts import Fonts, baseline
from hkwatch.ui.theme.icons import Icons
from hkwatch.ui.theme.theme import PriceColours, Scheme, Theme, scheme_for

__all__ = [
    "Appearance",
    "Fonts",
    "Icons",
    "PriceColours",
    "Scheme",
    "Theme",
    "apply_theme",
    "baseline",
    "has_ring",
    "pad_spin_box",
    "round_menu",
    "scheme_for",
]

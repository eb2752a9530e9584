# SPDX-License-Identifier: MIT
"""The QPalette of the theme, for everything that the style sheet does not reach."""

from PySide6.QtGui import QPalette

from hkwatch.ui.theme.theme import Theme

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "critical",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "tooltip_text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent_press",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line_strong",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "shadow",
}
_DISABLED = {
    QPalette.ColorRole.WindowText: "faint",
    QPalette.ColorRole.Text: "faint",
    QPalette.ColorRole.ButtonText: "faint",
    QPalette.ColorRole.Button: "window",
    QPalette.ColorRole.Base: "window",
    QPalette.ColorRole.Highlight: "select_off",
    QPalette.ColorRole.HighlightedText: "text",
}


def make_palette(theme: Theme) -> QPalette:
    """All groups filled; Fusion derives nothing from the desktop."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, theme.colour(name))
    for role, name in _DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour(name))
    return palette

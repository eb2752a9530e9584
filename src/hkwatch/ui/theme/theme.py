# SPDX-License-Identifier: MIT
"""The theme in force: which scheme, which price colours, and every colour and size by its token name."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from hkwatch.ui.theme.tokens import SCHEMES, Tokens

Scheme = Literal["light", "dark"]
PriceColours = Literal["green-up", "red-up", "blue-orange"]
PRICE_COLOURS: tuple[PriceColours, ...] = ("green-up", "red-up", "blue-orange")

# The blue and orange pair has no tint of its own in the tokens; it is mixed with the surface.
_PAIR_TINT = {"light": 0.10, "dark": 0.16}


class Theme(QObject):
    """Colours, sizes, radii and spaces by token name. `changed` tells that colours must be read again."""

    changed = Signal()

    def __init__(self, tokens: Tokens, resources: Path) -> None:
        super().__init__()
        self.tokens = tokens
        self.resources = resources
        self._scheme: Scheme = "light"
        self._price_colours: PriceColours = "green-up"
        self._colours = self._parse()

    @staticmethod
    def load(resources: Path) -> "Theme":
        """Read `theme/tokens.toml` under the resources folder. SettingsError if it is wrong."""
        return Theme(Tokens.load(resources / "theme" / "tokens.toml"), resources)

    @property
    def scheme(self) -> Scheme:
        """`light` or `dark`."""
        return self._scheme

    @property
    def price_colours(self) -> PriceColours:
        """Which colours mean up and down."""
        return self._price_colours

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch; nothing happens when it is already in force. ValueError for an unknown name."""
        if scheme not in SCHEMES:
            raise ValueError(scheme)
        if scheme != self._scheme:
            self._scheme = scheme
            self._colours = self._parse()
            self.changed.emit()

    def set_price_colours(self, setting: PriceColours) -> None:
        """Choose the meaning of up and down. ValueError for an unknown setting."""
        if setting not in PRICE_COLOURS:
            raise ValueError(setting)
        if setting != self._price_colours:
            self._price_colours = setting
            self.changed.emit()

    def colour(self, name: str) -> QColor:
        """The token's colour in the scheme in force, shared: do not change it. KeyError for an unknown name."""
        return self._colours[name]

    def hex(self, name: str) -> str:
        """The same as `#rrggbb`, for style sheets and SVG."""
        return self._colours[name].name()

    def up(self) -> QColor:
        """Text colour of a rise."""
        return self.colour({"green-up": "up", "red-up": "down", "blue-orange": "cb_up"}[self._price_colours])

    def down(self) -> QColor:
        """Text colour of a fall."""
        return self.colour({"green-up": "down", "red-up": "up", "blue-orange": "cb_down"}[self._price_colours])

    def up_tint(self) -> QColor:
        """Ground under a rise."""
        return self._tint("up_tint", "down_tint", "cb_up")

    def down_tint(self) -> QColor:
        """Ground under a fall."""
        return self._tint("down_tint", "up_tint", "cb_down")

    def size(self, name: str) -> int:
        """A size of `[size]` in whole logical pixels. KeyError for an unknown name."""
        return round(self.tokens.sizes[name])

    def radius(self, name: str) -> int:
        """A corner radius in logical pixels."""
        return self.tokens.radii[name]

    def space(self, name: str) -> int:
        """A gap or inset in logical pixels."""
        return self.tokens.spaces[name]

    def motion_ms(self, name: str) -> int:
        """A duration in milliseconds."""
        return self.tokens.motion_ms[name]

    def stroke(self, icon_px: int) -> float:
        """Stroke width of an icon in its 24-unit grid: small icons need a heavier line."""
        return 2.25 if icon_px <= self.size("icon_small") else self.tokens.sizes["icon_stroke"]

    def mix(self, over: QColor, ground: QColor, share: float) -> QColor:
        """`share` (0 to 1) of `over` on `ground`, opaque: keeps contrast known where opacity would not."""
        return QColor.fromRgbF(
            ground.redF() + (over.redF() - ground.redF()) * share,
            ground.greenF() + (over.greenF() - ground.greenF()) * share,
            ground.blueF() + (over.blueF() - ground.blueF()) * share,
        )

    def _tint(self, green_up: str, red_up: str, pair: str) -> QColor:
        if self._price_colours == "blue-orange":
            return self.mix(self.colour(pair), self.colour("surface"), _PAIR_TINT[self._scheme])
        return self.colour(green_up if self._price_colours == "green-up" else red_up)

    def _parse(self) -> dict[str, QColor]:
        return {name: QColor(value) for name, value in self.tokens.colours[self._scheme].items()}


def scheme_for(wanted: Literal["system", "light", "dark"], system: Qt.ColorScheme) -> Scheme:
    """The scheme a setting asks for, where the system says `system`."""
    if wanted != "system":
        return wanted
    return "dark" if system is Qt.ColorScheme.Dark else "light"

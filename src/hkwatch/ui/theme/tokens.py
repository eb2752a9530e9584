# SPDX-License-Identifier: MIT
"""The design tokens as typed values, read once from `theme/tokens.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hkwatch.domain.errors import SettingsError

SCHEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class FontRole:
    """One text role: sizes and line heights in logical pixels, weight 400 to 600.

    `zh_px` is the size in Chinese, which never falls under 12. `spacing_px` and `upper` hold for Latin only.
    """

    px: int
    line: int
    zh_line: int
    weight: int
    zh_px: int
    spacing_px: float = 0.0
    upper: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """All values of the token file. Colours are `#RRGGBB` by scheme and flat name."""

    colours: Mapping[str, Mapping[str, str]]
    sizes: Mapping[str, float]
    radii: Mapping[str, int]
    spaces: Mapping[str, int]
    motion_ms: Mapping[str, int]
    roles: Mapping[str, FontRole]
    stacks: Mapping[str, tuple[str, ...]]

    @staticmethod
    def load(path: Path) -> "Tokens":
        """Read the file. SettingsError names the file and what is wrong with it."""
        try:
            with path.open("rb") as file:
                tables: dict[str, Any] = tomllib.load(file)
            return _read(tables)
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise SettingsError("theme-unreadable", f"{path}: {error}") from error
        except (KeyError, ValueError, TypeError) as error:
            raise SettingsError("theme-incomplete", f"{path}: wrong or missing {error}") from error


def _read(tables: dict[str, Any]) -> Tokens:
    colours = {scheme: _flat(tables[scheme]) for scheme in SCHEMES}
    if set(colours["light"]) != set(colours["dark"]):
        raise ValueError(f"colours of one scheme only: {sorted(set(colours['light']) ^ set(colours['dark']))}")
    fonts = tables["font"]
    return Tokens(
        colours=colours,
        sizes={name: float(value) for name, value in tables["size"].items()},
        radii={name: int(value) for name, value in tables["radius"].items()},
        spaces={name: int(value) for name, value in tables["space"].items()},
        motion_ms={n: int(v) for n, v in tables["motion"].items() if isinstance(v, int)},
        roles={name: _role(table) for name, table in fonts.items() if isinstance(table, dict)},
        stacks={n: tuple(v) for n, v in fonts.items() if isinstance(v, list) and n != "features"},
    )


def _flat(groups: dict[str, dict[str, str]]) -> dict[str, str]:
    return {name: value for group in groups.values() for name, value in group.items()}


def _role(table: dict[str, Any]) -> FontRole:
    px, line, zh_line, weight = (int(value) for value in table["spec"])
    zh_px = int(table.get("zh_px", max(px, 12)))
    spacing = float(table.get("letter_spacing_px", 0.0))
    return FontRole(px, line, zh_line, weight, zh_px, spacing, table.get("case") == "upper")

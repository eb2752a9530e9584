# SPDX-License-Identifier: MIT
"""Where the window stood and how its panes were divided; a small JSON file beside the settings."""

import json
import logging
from dataclasses import asdict, dataclass, field
from pathlib import Path

log = logging.getLogger(__name__)


@dataclass(slots=True)
class WindowState:
    """What is remembered between two runs. `geometry` is x, y, width, height in logical pixels, None before the first.

    `splits` keeps the sizes of each splitter by name and layout.
    """

    geometry: tuple[int, int, int, int] | None = None
    maximised: bool = False
    show_rail: bool = True
    show_price: bool = True
    splits: dict[str, list[int]] = field(default_factory=dict)
    side_by_side: bool = False
    """Two languages of an item beside each other, where it has them."""
    seen_version: str = ""
    """The version that ran last, empty before the first run."""
    hints: dict[str, int] = field(default_factory=dict)
    """How often each hint was shown; a dismissed one counts as shown often enough."""
    show_strip: bool = False
    strip_at: tuple[int, int] | None = None
    """Upper left corner of the price strip, None before it was ever dragged."""
    columns: dict[str, list[list[int]]] = field(default_factory=dict)
    """Widths and order of the columns of tables that the user laid out, by window and table."""


def load_window_state(file: Path) -> WindowState:
    """Read the file; anything missing or unreadable means the defaults: a window must come up in any case."""
    try:
        raw = json.loads(file.read_text("utf-8"))
        geometry = tuple(int(value) for value in raw.get("geometry") or ())
        strip = tuple(int(value) for value in raw.get("strip_at") or ())
        return WindowState(
            geometry=geometry if len(geometry) == 4 else None,
            maximised=bool(raw.get("maximised", False)),
            show_rail=bool(raw.get("show_rail", True)),
            show_price=bool(raw.get("show_price", True)),
            side_by_side=bool(raw.get("side_by_side", False)),
            show_strip=bool(raw.get("show_strip", False)),
            seen_version=str(raw.get("seen_version", "")),
            hints={str(name): int(count) for name, count in dict(raw.get("hints", {})).items()},
            strip_at=strip if len(strip) == 2 else None,
            columns={
                str(name): [[int(one) for one in part] for part in parts]
                for name, parts in dict(raw.get("columns", {})).items()
            },
            splits={str(name): [int(size) for size in sizes] for name, sizes in dict(raw.get("splits", {})).items()},
        )
    except FileNotFoundError:
        return WindowState()
    except (OSError, ValueError, TypeError, AttributeError) as error:
        log.warning("window state file=%s error=%s", file, error)
        return WindowState()


def save_window_state(file: Path, state: WindowState) -> None:
    """Write the file, replacing it at once. What cannot be written is logged: nothing of the user's is lost."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = file.with_suffix(".partial")
        partial.write_text(json.dumps(asdict(state)), "utf-8")
        partial.replace(file)
    except OSError as error:
        log.warning("window state file=%s error=%s", file, error)

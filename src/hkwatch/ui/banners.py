# SPDX-License-Identifier: MIT
"""Which banner is shown: at most one, and the worst wins."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from hkwatch.ui.inbox import Banner, BannerKind


class Rank(IntEnum):
    """What comes before what; a higher one hides the others."""

    NEWS = -1
    DEMO = 0
    MOVED = 1
    GAP = 2
    CLOCK = 3
    SETTINGS = 4
    FONTS = 5
    PAUSED = 6
    FAILING = 7
    OFFLINE = 8
    DETOUR = 9
    WATCHER = 10
    ENGINE = 11


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing to say. `act` is called by the button `action`, `act_otherwise` by `second`; empty for none."""

    kind: BannerKind
    fact: str
    consequence: str = ""
    action: str = ""
    act: Callable[[], None] | None = None
    icon: str = ""
    second: str = ""
    act_otherwise: Callable[[], None] | None = None


class Banners(QObject):
    """Keeps one telling a rank and shows the highest."""

    def __init__(self, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._banner = banner
        self._told: dict[Rank, Telling] = {}
        self._shown: Telling | None = None
        # A click must not take the focus: it would wander on when the banner goes.
        banner.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        banner.second.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        banner.acted.connect(self._act)
        banner.acted_otherwise.connect(self._act_otherwise)

    def put(self, rank: Rank, telling: Telling) -> None:
        """Say this, in place of what was said at the same rank."""
        self._told[rank] = telling
        self._show()

    def drop(self, rank: Rank) -> None:
        """Nothing to say at this rank."""
        if self._told.pop(rank, None) is not None:
            self._show()

    @property
    def shown(self) -> Rank | None:
        """The rank on screen, None without a banner."""
        return max(self._told, default=None)

    def _show(self) -> None:
        top = self.shown
        telling = self._told[top] if top is not None else None
        if telling is None:
            self._shown = None
            self._banner.dismiss()
            return
        same = self._shown is not None and _looks(self._shown) == _looks(telling)
        self._shown = telling
        if not same:
            self._banner.tell(
                telling.kind, telling.fact, telling.consequence, telling.action, telling.icon, telling.second
            )

    def _act(self) -> None:
        if self._shown is not None and self._shown.act is not None:
            self._shown.act()

    def _act_otherwise(self) -> None:
        if self._shown is not None and self._shown.act_otherwise is not None:
            self._shown.act_otherwise()


def _looks(telling: Telling) -> tuple[object, ...]:
    return telling.kind, telling.fact, telling.consequence, telling.action, telling.icon, telling.second

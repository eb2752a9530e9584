# SPDX-License-Identifier: MIT
"""Says in a banner that sources moved to new addresses and that this is to be decided."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.events import SourceHealth
from hkwatch.domain.ids import SourceId
from hkwatch.ui.banners import Banners, Rank, Telling
from hkwatch.ui.inbox import BannerKind
from hkwatch.ui.watch_words import source_name


def tell_moves(
    banners: Banners, sources: Sequence[SourceHealth], language: str, show: Callable[[SourceId], None]
) -> None:
    """Put the banner up, or take it down where nothing is to be decided. `show` brings a source up in its window."""
    translate = QCoreApplication.translate
    moved = [one for one in sources if one.moved_to]
    if not moved:
        banners.drop(Rank.MOVED)
        return
    first = moved[0].source
    if len(moved) == 1:
        fact = translate("MoveBanner", "{0} says it has moved to a new address.").format(
            source_name(moved[0], language)
        )
    else:
        fact = translate("MoveBanner", "{0} sources say they have moved to new addresses.").format(len(moved))
    what = translate("MoveBanner", "Use the new address, or keep the old one.")
    action = translate("MoveBanner", "Decide…")
    banners.put(Rank.MOVED, Telling(BannerKind.INFO, fact, what, action, lambda: show(first)))

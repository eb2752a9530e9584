# SPDX-License-Identifier: MIT
"""The inbox: rows by day, the search field, the chips, the banner and the pill that holds new items back."""

from hkwatch.ui.inbox.banner import Banner, BannerKind
from hkwatch.ui.inbox.chips import ChipSpec, ChipsRow
from hkwatch.ui.inbox.delegate import Density, RowDelegate
from hkwatch.ui.inbox.empty import EmptyState
from hkwatch.ui.inbox.model import InboxModel
from hkwatch.ui.inbox.pane import InboxPane
from hkwatch.ui.inbox.search import SearchField
from hkwatch.ui.inbox.view import InboxView

__all__ = [
    "Banner",
    "BannerKind",
    "ChipSpec",
    "ChipsRow",
    "Density",
    "EmptyState",
    "InboxModel",
    "InboxPane",
    "InboxView",
    "RowDelegate",
    "SearchField",
]

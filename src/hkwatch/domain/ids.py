# SPDX-License-Identifier: MIT
"""Names for identifiers, so that a bare int or str never crosses a function border."""

from typing import NewType

SourceId = NewType("SourceId", str)
"""Catalogue id of a source, kebab-case: `sfc-press-en`."""
PublisherId = NewType("PublisherId", str)
"""Who publishes: `sfc`, `hkma`, `rthk`."""
VenueId = NewType("VenueId", str)
"""Catalogue id of a price venue: `coinbase`."""
ItemId = NewType("ItemId", int)
"""An item's row id; it is also the list order (see `order.py`)."""
AlertId = NewType("AlertId", int)
NoticeId = NewType("NoticeId", int)
"""Row id in the outbox: one notice, told at most once."""
GapId = NewType("GapId", int)
CommandId = NewType("CommandId", str)
"""Chosen by the desktop; a command sent twice with one id acts once."""
MuteId = NewType("MuteId", int)
SearchId = NewType("SearchId", int)
"""Row id of a saved search."""
ChannelId = NewType("ChannelId", int)

# SPDX-License-Identifier: MIT
"""Which services of this system can be reached without a window: notifications, battery and metered link.

Only Linux has them.
"""

import os
import sys
from pathlib import Path

from hkwatch.app.sandbox import NAME, desktop_id, outside
from hkwatch.domain.clock import Clock
from hkwatch.notify.attention import AttentionPort
from hkwatch.notify.port import NoticePort, OnActivated, OnClosed
from hkwatch.notify.supply import NobodyKnows, SupplyPort

if sys.platform.startswith("linux"):
    from hkwatch.notify.attention_dbus import DesktopAttention
    from hkwatch.notify.bus import session_bus_address
    from hkwatch.notify.dbus import DbusNotices
    from hkwatch.notify.full_screen import x_server
    from hkwatch.notify.supply_dbus import SystemSupply, system_bus_address

    def system_notices(
        clock: Clock, resources: Path, on_activated: OnActivated, on_closed: OnClosed
    ) -> list[NoticePort]:
        """The desktop's notification daemon over D-Bus."""
        ident = desktop_id()
        # The path of a file in a sandbox says nothing to a daemon outside; it knows the icon by name.
        icon = str(resources / "icons" / "app-icon.svg") if ident == NAME else ident
        address = session_bus_address(os.environ)
        return [
            DbusNotices(
                clock,
                address,
                icon=icon,
                desktop_entry=ident,
                on_activated=on_activated,
                on_closed=on_closed,
                sound_file=lambda name: outside(resources / "sounds" / f"{name}.wav"),
            )
        ]

    def system_attention() -> AttentionPort:
        """Screen lock and notification daemon over D-Bus, and the active window over X11."""
        buses = session_bus_address(os.environ), system_bus_address(os.environ)
        return DesktopAttention(buses[0], x_server(os.environ), buses[1])

    def system_supply(clock: Clock) -> SupplyPort:
        """UPower and NetworkManager over D-Bus."""
        return SystemSupply(clock, system_bus_address(os.environ))

else:

    def system_notices(
        clock: Clock, resources: Path, on_activated: OnActivated, on_closed: OnClosed
    ) -> list[NoticePort]:
        """None: on Windows and macOS the desktop process shows notices through Qt."""
        return []

    def system_attention() -> AttentionPort | None:
        """Nobody can be asked: both systems hold their own messages back while they are not to be disturbed."""
        return None

    def system_supply(clock: Clock) -> SupplyPort:
        """Nobody: full speed."""
        return NobodyKnows()

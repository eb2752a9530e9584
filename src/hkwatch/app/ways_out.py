# SPDX-License-Identifier: MIT
"""Which notification daemon can be reached on this system. Only Linux has one that needs no window."""

import os
import sys
from pathlib import Path

from hkwatch.domain.clock import Clock
from hkwatch.notify.port import NoticePort, OnActivated, OnClosed

if sys.platform.startswith("linux"):
    from hkwatch.notify.bus import session_bus_address
    from hkwatch.notify.dbus import DbusNotices

    def system_notices(
        clock: Clock, resources: Path, on_activated: OnActivated, on_closed: OnClosed
    ) -> list[NoticePort]:
        """The desktop's notification daemon over D-Bus."""
        icon = str(resources / "icons" / "app-icon.svg")
        address = session_bus_address(os.environ)
        return [DbusNotices(clock, address, icon=icon, on_activated=on_activated, on_closed=on_closed)]

else:

    def system_notices(
        clock: Clock, resources: Path, on_activated: OnActivated, on_closed: OnClosed
    ) -> list[NoticePort]:
        """None: on Windows and macOS the desktop process shows notices through Qt."""
        return []

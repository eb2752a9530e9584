# SPDX-License-Identifier: MIT
"""One private bus a module. What speaks over a bus is for Linux; elsewhere there is neither the library nor a daemon."""

import sys
from collections.abc import Iterator

import pytest

collect_ignore = (
    [] if sys.platform.startswith("linux") else ["test_dbus.py", "test_dbus_lost.py", "test_lock.py", "test_supply.py"]
)


@pytest.fixture(scope="module")
def bus_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from e2e.bus import PrivateBus  # noqa: PLC0415 - needs what only Linux has
    from e2e.desktop import require  # noqa: PLC0415

    require("dbus-daemon")
    with PrivateBus(tmp_path_factory.mktemp("bus")) as bus:
        yield bus.address

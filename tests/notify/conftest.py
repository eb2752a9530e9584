# SPDX-License-Identifier: MIT
"""One private bus a module."""

from collections.abc import Iterator

import pytest

from e2e.bus import PrivateBus
from e2e.desktop import require


@pytest.fixture(scope="module")
def bus_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require("dbus-daemon")
    with PrivateBus(tmp_path_factory.mktemp("bus")) as bus:
        yield bus.address

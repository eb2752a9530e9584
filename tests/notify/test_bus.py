# SPDX-License-Identifier: MIT
"""Where the session bus is."""

import pytest

from hkwatch.notify.bus import session_bus_address


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/x"}, "unix:path=/run/x"),
        ({"XDG_RUNTIME_DIR": "/nowhere"}, ""),
        ({}, ""),
    ],
)
def test_address_comes_from_the_environment(environ: dict[str, str], address: str) -> None:
    assert session_bus_address(environ) == address

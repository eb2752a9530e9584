# SPDX-License-Identifier: MIT
"""Which X server is asked, and what a strange one may answer."""

import asyncio
from pathlib import Path

import pytest

from hkwatch.notify.full_screen import X11Error, XServer, is_full_screen, x_server


@pytest.mark.parametrize(
    ("display", "socket"),
    [(":0", "/tmp/.X11-unix/X0"), ("unix:12.0", "/tmp/.X11-unix/X12"), (":3.1", "/tmp/.X11-unix/X3")],
)
def test_a_local_display_has_its_socket(display: str, socket: str) -> None:
    found = x_server({"DISPLAY": display, "HOME": "/home/x"})
    assert found is not None
    assert (found.socket, found.authority) == (socket, Path("/home/x/.Xauthority"))


@pytest.mark.parametrize("display", ["", "host:0", ":zero", "host"])
def test_another_computers_display_is_not_asked(display: str) -> None:
    assert x_server({"DISPLAY": display}) is None


def test_wayland_is_not_asked() -> None:
    assert x_server({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}) is None


def test_nobody_there_and_nonsense_are_told_apart_from_an_answer(tmp_path: Path) -> None:
    async def test() -> None:
        with pytest.raises(OSError, match=r".+"):
            await is_full_screen(XServer(str(tmp_path / "none"), "0", tmp_path / "none"))

        async def refuse(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(bytes([0, 3, 11, 0, 0, 0, 1, 0]) + b"no!\0")
            writer.close()

        async with await asyncio.start_unix_server(refuse, str(tmp_path / "x")):
            with pytest.raises(X11Error):
                await is_full_screen(XServer(str(tmp_path / "x"), "0", tmp_path / "none"))

    asyncio.run(test())

# SPDX-License-Identifier: MIT
"""One window a data folder: the second start calls the first."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hkwatch.app.instance import Instance
from hkwatch.domain.errors import RequestError
from hkwatch.domain.request import Request, Verb
from patience import PATIENCE_MS, PATIENCE_S

SHOW = Request(Verb.SHOW)
SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from hkwatch.app.instance import Instance
app = QCoreApplication([])
from hkwatch.domain.errors import RequestError
from hkwatch.domain.request import Request
try:
    first = Instance(sys.argv[1]).claim(Request(sys.argv[2], sys.argv[3]), {"XDG_ACTIVATION_TOKEN": "t1"})
except RequestError as error:
    sys.exit(error.detail)
sys.exit(10 if first else 0)
"""


def test_the_first_start_listens(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(str(tmp_path / "s"))
    assert first.claim(SHOW)
    caller = QLocalSocket()
    caller.connectToServer(str(tmp_path / "s"))
    assert caller.waitForConnected(PATIENCE_MS)
    caller.abort()
    first.close()


def test_a_second_start_calls_the_first_and_ends(qtbot: QtBot, tmp_path: Path) -> None:
    name = str(tmp_path / "s")
    first = Instance(name)
    assert first.claim(SHOW)
    second = subprocess.Popen([sys.executable, "-c", SECOND, name, "open", "hkwatch://item/7"])
    with qtbot.waitSignal(first.called, timeout=PATIENCE_MS) as called:
        pass
    assert called.args == [Request(Verb.OPEN, "hkwatch://item/7"), "t1"]
    assert second.wait(timeout=PATIENCE_S) == 0
    first.close()


@pytest.mark.parametrize(("verb", "argument"), [("open", "hkwatch://run/sh"), ("explode", ""), ("pause", "for ever")])
def test_what_the_first_does_not_know_it_refuses_and_the_second_ends_with_the_cause(
    qtbot: QtBot, tmp_path: Path, verb: str, argument: str
) -> None:
    name = str(tmp_path / "s")
    first = Instance(name)
    assert first.claim(SHOW)
    calls: list[object] = []
    first.called.connect(lambda *call: calls.append(call))
    second = subprocess.Popen([sys.executable, "-c", SECOND, name, verb, argument], stderr=subprocess.PIPE, text=True)
    with qtbot.waitSignal(first.refused, timeout=PATIENCE_MS) as refused:
        pass
    _, told = second.communicate(timeout=PATIENCE_S)
    assert second.returncode == 1
    assert told.strip() == refused.args[0]
    assert not calls
    first.close()


def test_the_first_start_with_a_request_that_is_none_claims_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(RequestError):
        Instance(str(tmp_path / "s")).claim(Request(Verb.OPEN, "hkwatch://x"))
    assert not (tmp_path / "s").exists()


def test_a_start_of_an_older_version_brings_the_window_up(qtbot: QtBot, tmp_path: Path) -> None:
    name = str(tmp_path / "s")
    first = Instance(name)
    assert first.claim(SHOW)
    caller = QLocalSocket()
    caller.connectToServer(name)
    assert caller.waitForConnected(2000)
    with qtbot.waitSignal(first.called, timeout=PATIENCE_MS) as called:
        caller.write(b'{"v": 1, "args": [], "token": ""}\n')
    assert called.args == [SHOW, ""]
    caller.abort()
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe leaves nothing behind")
def test_a_socket_left_by_a_crash_is_no_obstacle(qtbot: QtBot, tmp_path: Path) -> None:
    name = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(name)
    assert Path(name).exists()
    first = Instance(name)
    assert first.claim(SHOW)
    socket_ = QLocalSocket()
    socket_.connectToServer(name)
    assert socket_.waitForConnected(2000)
    socket_.abort()
    first.close()


def test_a_message_of_another_version_is_refused_and_raises_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    name = str(tmp_path / "s")
    first = Instance(name)
    assert first.claim(SHOW)
    calls: list[object] = []
    first.called.connect(lambda *call: calls.append(call))
    answers = []
    for line in (b'{"v": 99, "args": []}\n', b"nonsense\n", b"[]\n", b"[" * 50_000 + b"\n"):
        caller = QLocalSocket()
        caller.connectToServer(name)
        assert caller.waitForConnected(2000)
        caller.write(line)
        with qtbot.waitSignal(caller.readyRead, timeout=PATIENCE_MS):
            pass
        answers.append(json.loads(caller.readAll().data())["ok"])
        caller.abort()
    assert answers == [False] * 4
    assert not calls
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Python has no such sockets there")
def test_one_that_hangs_does_not_keep_the_second_waiting_for_ever(qtbot: QtBot, tmp_path: Path) -> None:
    name = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as hanging:
        hanging.bind(name)
        hanging.listen()
        assert Instance(name, timeout_ms=50).claim(SHOW)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_call_the_first_start(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(str(tmp_path / "s"))
    assert first.claim(SHOW)
    assert (tmp_path / "s").stat().st_mode & 0o077 == 0
    first.close()

# SPDX-License-Identifier: MIT
"""One window a data folder: a second `hkwatch` tells the first to come up, and ends.

second ─► {"v": 1, "verb": "open", "argument": "hkwatch://item/1", "token": "..."}\\n ─► first: called(request, token)
second ◄─ {"v": 1, "ok": true, "error": "", "next_step": ""}\\n                     ◄─

A verb or an argument that the first does not know is refused with a cause, and told to its user too.
"""

import json
import logging
import os
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from hkwatch.domain.errors import RequestError
from hkwatch.domain.request import Request, Verb, parse_request

log = logging.getLogger(__name__)

VERSION = 1
TIMEOUT_MS = 2000
_MOST_BYTES = 64_000
TOKEN_VARIABLE = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of a variable


class Instance(QObject):
    """Listens for later starts, once `claim` found that this is the first."""

    called = Signal(object, str)
    """Request of the later start, and its activation token (empty without one)."""
    refused = Signal(str, str)
    """Cause and next step: a later start asked for what is not known."""

    def __init__(self, name: str, parent: QObject | None = None, *, timeout_ms: int = TIMEOUT_MS) -> None:
        super().__init__(parent)
        self._name = name
        self._timeout_ms = timeout_ms
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._buffers: dict[QLocalSocket, bytes] = {}
        self._server.newConnection.connect(self._on_connection)

    def claim(self, request: Request, environ: Mapping[str, str] = os.environ) -> bool:
        """True when this is the first: it listens from now on. False when another one was told and answered.

        Called before the event loop; waits at most the time-out. A socket nobody listens on is removed. Where no
        socket can be had this is taken as the first: the lock of the engine still keeps two watches apart.
        Raises RequestError where the first does not know what is asked, or the request is none.
        """
        if self._tell_other(request, environ.get(TOKEN_VARIABLE, "")):
            return False
        parse_request(request.verb, request.argument)
        QLocalServer.removeServer(self._name)
        if not self._server.listen(self._name):
            log.warning("instance name=%s error=%s", self._name, self._server.errorString())
        return True

    def close(self) -> None:
        """Stop listening and let go of everyone connected."""
        self._server.close()
        for caller in list(self._buffers):
            caller.abort()

    def _tell_other(self, request: Request, token: str) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(self._timeout_ms):
            return False
        message = {"v": VERSION, "verb": request.verb, "argument": request.argument, "token": token}
        socket.write(json.dumps(message).encode() + b"\n")
        answer = b""
        while b"\n" not in answer and socket.waitForReadyRead(self._timeout_ms):
            answer += socket.readAll().data()
        socket.disconnectFromServer()
        # One that is connected but does not answer hangs; a second window beside it would be refused by the lock.
        answered = _read(answer)
        if error := answered.get("error"):
            raise RequestError("refused", str(error), str(answered.get("next_step", "")))
        return answered.get("ok") is True

    def _on_connection(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            self._buffers[caller] = b""
            caller.readyRead.connect(self._on_ready)
            caller.disconnected.connect(self._on_gone)
            # What came before the signal was connected is not told again.
            self._read_from(caller)

    def _on_ready(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._read_from(caller)

    def _on_gone(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket) and self._buffers.pop(caller, None) is not None:
            caller.deleteLater()

    def _read_from(self, caller: QLocalSocket) -> None:
        whole = self._buffers.get(caller, b"") + caller.readAll().data()
        if len(whole) > _MOST_BYTES:
            caller.abort()
            return
        if b"\n" not in whole:
            self._buffers[caller] = whole
            return
        self._buffers[caller] = b""
        message = _read(whole)
        known, refusal = message.get("v") == VERSION, ("", "")
        token = message.get("token")
        request = None
        if known:
            try:
                request = _request(message)
            except RequestError as error:
                refusal = (error.detail, error.next_step)
        answer = {"v": VERSION, "ok": request is not None, "error": refusal[0], "next_step": refusal[1]}
        caller.write(json.dumps(answer).encode() + b"\n")
        caller.flush()
        if request is not None:
            self.called.emit(request, token if isinstance(token, str) else "")
        elif known:
            self.refused.emit(*refusal)


def _request(message: Mapping[str, object]) -> Request:
    # A start of an older version asks for nothing by name: it wants the window.
    return parse_request(str(message.get("verb", Verb.SHOW)), str(message.get("argument", "")))


def _read(line: bytes) -> dict[str, object]:
    try:
        value = json.loads(line.split(b"\n")[0])
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}

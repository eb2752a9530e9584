# SPDX-License-Identifier: MIT
"""The Qt binding itself: one release dropped a reference at every emission and aborted after about six hundred."""

import sys

from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    told = Signal(bool)
    carried = Signal(object)


def test_five_thousand_emissions_are_survived_and_lose_no_reference() -> None:
    sender = _Sender()
    got: list[object] = []
    sender.told.connect(got.append)
    sender.carried.connect(got.append)
    payload = object()
    before = sys.getrefcount(True)
    for _ in range(5_000):
        sender.told.emit(True)
        sender.carried.emit(payload)
    assert len(got) == 10_000
    got.clear()
    assert sys.getrefcount(payload) <= 3
    assert abs(sys.getrefcount(True) - before) < 1_000

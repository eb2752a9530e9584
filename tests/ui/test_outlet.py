# SPDX-License-Identifier: MIT
"""Commands sent before anybody takes them."""

from hkwatch.domain.commands import CheckNow, Command
from hkwatch.domain.ids import CommandId
from hkwatch.ui.outlet import Outlet


def test_what_is_sent_early_goes_out_first_and_once() -> None:
    outlet, sent = Outlet(), list[str]()

    def send(command: Command) -> bool:
        sent.append(command.id)
        return command.id != "refused"

    assert outlet(CheckNow(CommandId("early")))
    assert sent == []
    outlet.lead(send)
    assert outlet(CheckNow(CommandId("late")))
    assert not outlet(CheckNow(CommandId("refused")))
    assert sent == ["early", "late", "refused"]

# SPDX-License-Identifier: MIT
"""Channels in the whole window: from the menu to the engine and back."""

from collections.abc import Callable

import pytest

from app.test_desktop import Desktop, start
from hkwatch.domain.channel_commands import ChannelAnswered, ChannelsChanged
from hkwatch.domain.channels import ChannelKind, ChannelSpec, ChannelView
from hkwatch.domain.ids import ChannelId, CommandId

__all__ = ["start"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)

PHONE = ChannelSpec(ChannelId(1), "Phone", ChannelKind.NTFY, "https://ntfy.sh/hk-desk")


def test_a_channel_is_made_tried_and_removed_and_a_failing_one_is_in_the_status_bar(
    start: Callable[..., Desktop],
) -> None:
    desktop = start()
    desktop.shell.actions["channels"].trigger()
    manager = desktop.shell.channels
    dialog = manager.dialog
    assert dialog is not None
    dialog.add.click()
    editor = manager.editor
    assert editor is not None
    editor.name.setText("Phone")
    editor.address.setText("https://ntfy.sh/hk-desk")
    editor.save.click()
    desktop.wait(lambda: "SaveChannel" in desktop.heard())
    assert manager._saving is not None
    desktop.tell(ChannelsChanged((ChannelView(PHONE),)))
    desktop.tell(ChannelAnswered(CommandId("another"), ChannelId(1), "not for this one"))
    assert manager.editor is editor
    desktop.tell(ChannelAnswered(manager._saving, ChannelId(1)))
    assert manager.editor is None
    dialog.test.click()
    (tried,) = manager._tried
    desktop.tell(ChannelAnswered(tried, ChannelId(1), "ntfy.sh refuses (HTTP 403).", "Check the token."))
    assert "Check the token." in dialog.toast.accessibleName()
    failing = ChannelView(PHONE, failed_at=desktop.parts.now(), error="ntfy.sh refuses (HTTP 403).")
    desktop.tell(ChannelsChanged((failing,)))
    desktop.wait(
        lambda: "channel Phone fails" in desktop.window.status.text() or bool(desktop.controller.watch.trouble)
    )
    dialog.remove.click()
    desktop.wait(lambda: "RemoveChannel" in desktop.heard())
    dialog.toast.first.click()
    desktop.wait(lambda: "RestoreChannel" in desktop.heard())

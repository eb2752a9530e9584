# SPDX-License-Identifier: MIT
"""All critical items acknowledged at once, in a whole desktop."""

import pytest

from app.test_desktop import Desktop, Start, item_id, start
from hkwatch.app.paths import resources
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.sources.fold_table import load_folder
from hkwatch.store.db import transaction
from hkwatch.store.index import index_item
from hkwatch.ui.acknowledge_all import AcknowledgeDialog
from services.stored_items import put

__all__ = ["start"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged", extend=True)


def critical(desktop: Desktop, minutes_ago: int, **more: object) -> int:
    ident = item_id(minutes_ago)
    with transaction(desktop.writer):
        put(desktop.writer, ident, f"Critical {minutes_ago}", level=int(Level.CRITICAL), **more)
        index_item(desktop.writer, ItemId(ident), load_folder(resources() / "fold" / "hant_hans.tsv"))
    return ident


def test_all_critical_items_are_acknowledged_after_a_question_and_undone(start: Start) -> None:
    desktop = start()
    wanted = [critical(desktop, 7), critical(desktop, 8)]
    left = [critical(desktop, 20, acked_ms=1), critical(desktop, 21, back=1)]
    desktop.parts.tray.acknowledge_wanted.emit()
    desktop.wait(lambda: isinstance(desktop.shell._dialogs.get("acknowledge"), AcknowledgeDialog))
    dialog = desktop.shell._dialogs.get("acknowledge")
    assert isinstance(dialog, AcknowledgeDialog)
    assert dialog.items.count() == 2
    dialog.confirm.click()
    desktop.wait(lambda: "ACKNOWLEDGE" in desktop.heard())
    assert all(str(item) in desktop.heard() for item in wanted)
    assert not any(str(item) in desktop.heard() for item in left)
    desktop.controller._on_toast_action()
    desktop.wait(lambda: "UNACKNOWLEDGE" in desktop.heard())


def test_where_nothing_waits_it_is_said_and_nothing_asked(start: Start) -> None:
    desktop = start()
    desktop.shell.actions["acknowledge-all"].trigger()
    desktop.wait(lambda: desktop.controller._toast.isVisible())
    assert desktop.shell._dialogs.get("acknowledge") is None

# SPDX-License-Identifier: MIT
"""Connects the rules' windows with the desktop: commands, the engine's answers, the store, the reader's why line."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from hkwatch.services.inbox import InboxReader
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.controller import Controller
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.rules.file_questions import ask_rules_file
from hkwatch.ui.rules.manager import Around, RulesManager
from hkwatch.ui.window import MainWindow


def make_rules_manager(
    window: MainWindow,
    marks: Marks,
    reads: ReadThread[InboxReader],
    files: ReadThread[None],
    controller: Controller,
    now: Callable[[], datetime],
    dialogs: OpenDialogs,
    parent: QObject,
) -> RulesManager:
    """One that follows this controller."""
    around = Around(
        window=window,
        marks=marks,
        reads=reads,
        files=files,
        rules=controller.rules,
        send=controller.send,
        new_id=new_id,
        now=now,
        names=lambda: controller.names,
        offer_undo=controller.offer_undo,
        ask_file=ask_rules_file,
        known=lambda: controller.inbox.known(),
    )
    manager = RulesManager(around, dialogs, parent)
    controller.sources_told.connect(manager.on_event)
    window.reader.why.rule_wanted.connect(manager.show_rule)
    return manager

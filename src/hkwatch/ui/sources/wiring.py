# SPDX-License-Identifier: MIT
"""Connects the source manager with the desktop: commands, the engine's answers, the log of polls, the rail."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from hkwatch.domain.catalogue import Catalogue
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.controller import Controller
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.sources.controller import SourceManager
from hkwatch.ui.sources.file_questions import ask_file
from hkwatch.ui.sources.move_banner import tell_moves
from hkwatch.ui.sources.surroundings import Surroundings
from hkwatch.ui.window import MainWindow


def make_source_manager(
    window: MainWindow,
    marks: Marks,
    catalogue: Catalogue,
    files: ReadThread[None],
    controller: Controller,
    now: Callable[[], datetime],
    dialogs: OpenDialogs,
    accepts_moves: Callable[[], bool],
    parent: QObject,
) -> SourceManager:
    """One that follows this controller. `accepts_moves`: sources that moved are followed without a question."""
    around = Surroundings(
        window=window,
        marks=marks,
        catalogue=catalogue,
        files=files,
        send=controller.send,
        new_id=new_id,
        now=now,
        status=lambda: controller.watch.status,
        publishers=lambda: controller.names,
        ask_file=ask_file,
    )
    manager = SourceManager(around, dialogs, parent)
    controller.watch.changed.connect(manager.refresh)

    def on_moves() -> None:
        status = controller.watch.status
        if status is not None:
            # The manager shows those that are followed by themselves; a banner would ask what nobody has to decide.
            undecided = () if accepts_moves() else status.sources
            tell_moves(controller.banners, undecided, manager.language, lambda one: manager.show().select(one))

    controller.watch.changed.connect(on_moves)
    controller.sources_told.connect(manager.on_event)
    controller.stored.log_read.connect(manager.show_log)
    manager.log_wanted.connect(controller.stored.read_log)
    window.rail.manage_wanted.connect(manager.show)
    window.rail.add_wanted.connect(manager.adder.add)
    return manager

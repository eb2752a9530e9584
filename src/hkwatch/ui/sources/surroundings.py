# SPDX-License-Identifier: MIT
"""What the source manager needs from the desktop around it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.commands import Command
from hkwatch.domain.events import WatchStatusChanged
from hkwatch.domain.ids import CommandId
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.sources.file_questions import Ask


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Whom it asks, and where its windows belong."""

    window: QWidget
    marks: Marks
    catalogue: Catalogue
    files: ReadThread[None]
    send: Callable[[Command], bool]
    new_id: Callable[[], CommandId]
    now: Callable[[], datetime]
    status: Callable[[], WatchStatusChanged | None]
    publishers: Callable[[], dict[str, str]]
    """Short names in the interface language."""
    ask_file: Ask

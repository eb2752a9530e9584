# SPDX-License-Identifier: MIT
"""What is there first: the window with navigation and list, and the thread that reads the list's rows.

Only what these need is imported here; everything else comes with `app/whole.py`, after the first paint.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hkwatch.app.hk_holidays import lazily
from hkwatch.app.looks import Looks, dress
from hkwatch.app.options import Options, interface_language, make_clock
from hkwatch.app.paths import resources
from hkwatch.domain.clock import Clock
from hkwatch.domain.fold import Folder
from hkwatch.services.inbox import InboxReader
from hkwatch.services.settings import Settings
from hkwatch.sources.publisher_names import short_names
from hkwatch.ui.command_ids import new_id
from hkwatch.ui.inbox import InboxPane
from hkwatch.ui.inbox_controller import InboxController
from hkwatch.ui.outlet import Outlet
from hkwatch.ui.rail import Rail
from hkwatch.ui.rail_views import view_entries
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.shown_time import set_style, style_for
from hkwatch.ui.speech import Speech
from hkwatch.ui.starting import starting
from hkwatch.ui.statusbar import StatusBar
from hkwatch.ui.theme import scheme_for
from hkwatch.ui.translator import FileTranslator
from hkwatch.ui.window import MainWindow
from hkwatch.ui.window_state import load_window_state

_OPEN_S = 0.02
"""Opening takes a millisecond or two, and has begun long before. Whoever waits in vain gets rows later."""
TURN_S = 0.001
"""So long the thread that reads keeps the window waiting. Every timer, key and picture takes its turn anew: with Python's
own 5 ms each is late by as much while rows are read."""
_ROWS_S = 0.05
"""The first rows of 100,000 take 10 ms."""


@dataclass(frozen=True, slots=True)
class Front:
    """The window before it is whole."""

    options: Options
    settings: Settings
    clock: Clock
    looks: Looks
    speech: Speech
    reader: InboxReader
    reads: ReadThread[InboxReader]
    window: MainWindow
    inbox: InboxController
    outlet: Outlet
    state_file: Path
    opening: "FirstReading"


class FirstReading(QObject):
    """Has the store opened and the list filled from it, before anything else wants to read."""

    def __init__(self, reads: ReadThread[InboxReader]) -> None:
        super().__init__()
        self._reads = reads
        self._inbox: InboxController | None = None
        reads.ask(self._on_opened, lambda reader: reader.open(), self._on_not_open)

    def fill(self, inbox: InboxController) -> None:
        """Fill this list as soon as the store is open; now, where it is."""
        self._inbox = inbox
        self._reads.settle(_OPEN_S)

    def await_rows(self) -> None:
        """Wait a moment for the rows: a window without them would say that there are none."""
        self._reads.settle(_ROWS_S)

    def _on_opened(self, _: object) -> None:
        if self._inbox is not None:
            self._inbox.open()

    def _on_not_open(self, _error: Exception) -> None:
        # Not there, or of another schema: who keeps the store opens it again later, and says what is wrong.
        return


def make_front(app: QApplication, options: Options, settings: Settings, looks: Looks | None = None) -> Front:
    """The window as far as its first rows need it, not shown yet. Raises SettingsError for a broken installation."""
    sys.setswitchinterval(TURN_S)
    folder, clock = resources(), make_clock(options)
    looks = looks or dress(app, folder, settings)
    marks = looks.marks
    # The table by which words are folded, and the catalogue, come before anything can be searched for.
    reader = InboxReader(options.paths.database_file, Folder({}), None, clock.now, lazily(clock.now))
    reads = ReadThread(reader, reader.interrupt, name="read")
    opening = FirstReading(reads)
    looks.theme.set_scheme(scheme_for(settings.look.theme, QGuiApplication.styleHints().colorScheme()))
    looks.theme.set_price_colours(settings.look.price_colours)
    set_style(style_for(settings.general.time_zone, settings.general.dates, clock.now()))
    speech = Speech(lambda language: FileTranslator(folder, language), looks.appearance, reader.speak)
    language = interface_language(settings)
    speech.speak(language)
    pane, outlet = InboxPane(marks), Outlet()
    inbox = InboxController(pane, reads, outlet, new_id, clock.now)
    names = _names(options, language)
    inbox.set_words(language, names, tuple(name for name in names if name != "hkwatch"))
    opening.fill(inbox)
    # What follows is made while the rows are read.
    state_file = options.paths.config_dir / "window.json"
    rail, status = Rail(marks), StatusBar(marks)
    status.language = language
    status.set_facts(starting(clock.now()))
    window = MainWindow(
        looks.theme, looks.icons.app_icon(), rail, pane, None, None, status, load_window_state(state_file)
    )
    window.set_two_lines(settings.look.two_line_rows)
    rail.set_language(language)
    rail.set_views(view_entries(None, None))
    return Front(options, settings, clock, looks, speech, reader, reads, window, inbox, outlet, state_file, opening)


def _names(options: Options, language: str) -> dict[str, str]:
    shipped, user = resources() / "catalogue", options.paths.catalogue_dir
    names = short_names(shipped, user, language)
    if names is None:
        from hkwatch.sources.catalogue import load_catalogue  # noqa: PLC0415 - only who has rows of their own waits

        publishers = load_catalogue(shipped, user)[0].publishers
        names = {str(ident): one.short.in_language(language) for ident, one in publishers.items()}
    return {**names, "hkwatch": "hkwatch"}

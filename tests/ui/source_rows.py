# SPDX-License-Identifier: MIT
"""Sources in every state, a small catalogue of them, and an engine's end that only listens, for tests of the source manager."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from inbox_rows import NOW
from PySide6.QtWidgets import QWidget

from hkwatch.domain.catalogue import Catalogue, Keep, Kind, Names, PollBand, Publisher, Role, SourceRow, Status
from hkwatch.domain.commands import Command
from hkwatch.domain.events import SourceHealth, SourceState, WatchState, WatchStatusChanged
from hkwatch.domain.ids import CommandId, PublisherId, SourceId
from hkwatch.services.poll_entry import PollEntry
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.sources.controller import SourceManager
from hkwatch.ui.sources.surroundings import Surroundings

ERROR = "media.example.test refuses this program (HTTP 403)."
STEP = "It is asked again in 6 h."
PUBLISHERS = {"sfc": "SFC", "press": "Press"}
BANDS = (PollBand(3, time(16), time(19), workdays_only=True), PollBand(15))
BAD = (SourceState.FAILING, SourceState.BLOCKED, SourceState.FORMAT_CHANGED)


def health(name: str, state: SourceState = SourceState.OK, **other: Any) -> SourceHealth:
    """A source of the SFC in this state, with anything else as asked."""
    is_bad, is_new, is_off = state in BAD, state is SourceState.UNCHECKED, state is SourceState.OFF
    made = SourceHealth(
        source=SourceId(name),
        name_en=name.replace("-", " ").capitalize(),
        name_zh_hant="來源",
        name_zh_hans="来源",
        publisher=PublisherId("sfc"),
        official=True,
        state=state,
        last_ok_at=None if is_new else NOW - timedelta(minutes=4),
        failing_since=NOW - timedelta(hours=7) if is_bad else None,
        next_at=None if is_off else NOW + timedelta(minutes=5),
        http_status=403 if is_bad else 200,
        error_key="http-403" if is_bad else "",
        error=ERROR if is_bad else "",
        next_step=STEP if is_bad else "",
        url=f"https://www.example.test/{name}.xml",
        polls=0 if is_new else 50,
        good_polls=0 if is_new else 30 if is_bad else 50,
        quiet_since=NOW - timedelta(days=17) if state is SourceState.QUIET else None,
        moved_to="https://new.example.test/feed" if state is SourceState.MOVED else "",
        moved_seen=3 if state is SourceState.MOVED else 0,
        interval_min=0 if is_off else 15,
    )
    return replace(made, **other)


ALL = tuple(
    health(name, state)
    for name, state in (
        ("press-releases", SourceState.OK),
        ("circulars", SourceState.QUIET),
        ("consultations", SourceState.MOVED),
        ("blocked-media", SourceState.BLOCKED),
        ("changed-media", SourceState.FORMAT_CHANGED),
        ("broken-media", SourceState.FAILING),
        ("offline-media", SourceState.OFFLINE),
        ("new-media", SourceState.UNCHECKED),
    )
)
OWN = health("blog", own=True, publisher=PublisherId("own"), folder="Law / Blogs", polls=4, good_polls=4)
PAUSED = health("paused-media", SourceState.OFF)
OFF = health("gathered", SourceState.OFF, terms="For personal use only.", last_ok_at=None, polls=0)
STATUS = WatchStatusChanged(WatchState.WATCHING, NOW, None, None, (*ALL, OWN, PAUSED, OFF), ())


def row(name: str, **other: Any) -> SourceRow:
    """The catalogue's row of a source."""
    names = Names("SFC", "證監會", "香港证监会")
    made = SourceRow(
        id=SourceId(name),
        name=Names(name, name, name),
        kind=Kind.RSS,
        url=f"https://www.example.test/{name}.xml",
        lang="en",
        publisher=Publisher(PublisherId("sfc"), names, names, Role.REGULATOR, in_hk=True),
        aliases=(),
        poll=BANDS,
        key="guid",
        enabled=name != "gathered",
        status=Status.SEEN,
        quirks=frozenset(),
        keep=Keep.FULL,
        attribution="",
    )
    return replace(made, **other)


CATALOGUE = Catalogue(
    sources={one.source: row(one.source) for one in (*ALL, PAUSED, OFF)}
    | {SourceId("circulars"): row("circulars", kind=Kind.API)}
)


def poll(minutes: int, *, good: bool, status: int = 200) -> PollEntry:
    """A poll so long ago."""
    at = NOW - timedelta(minutes=minutes)
    if good:
        size = 12_345 if status == 200 else 0
        return PollEntry(SourceId("x"), at, status, size, 310, 20 if size else 0, 1 if size else 0, "")
    return PollEntry(SourceId("x"), at, 403, 0, 0, 0, 0, "http-403")


class Listening:
    """Stands for the engine: keeps the commands, and says what a test gives it to say."""

    def __init__(self, marks: Marks, files: ReadThread[None], window: QWidget) -> None:
        self.heard: list[Command] = []
        self.takes_commands = True
        self.status: WatchStatusChanged | None = STATUS
        self.asked_for: list[bool] = []
        """Each question for a file: whether it was to be written."""
        self.file: Path | None = None
        self.dialogs = OpenDialogs(window)
        around = Surroundings(
            window=window,
            marks=marks,
            catalogue=CATALOGUE,
            files=files,
            send=self._send,
            new_id=lambda: CommandId(f"c{len(self.heard) + 1}"),
            now=lambda: NOW,
            status=lambda: self.status,
            publishers=lambda: PUBLISHERS,
            ask_file=self._ask_file,
        )
        self.manager = SourceManager(around, self.dialogs, window)

    def _send(self, command: Command) -> bool:
        if self.takes_commands:
            self.heard.append(command)
        return self.takes_commands

    def _ask_file(self, _parent: QWidget, to_write: bool, then: Callable[[Path], None]) -> None:
        self.asked_for.append(to_write)
        if self.file is not None:
            then(self.file)

    def tell(self, status: WatchStatusChanged) -> None:
        """The engine's word."""
        self.status = status
        self.manager.refresh()

    def drop(self, *names: str) -> None:
        """These sources are in the engine's lists no more."""
        assert self.status is not None
        self.tell(replace(self.status, sources=tuple(one for one in self.status.sources if one.source not in names)))

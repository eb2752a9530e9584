# SPDX-License-Identifier: MIT
"""How late a 5 ms timer of the window is while the engine polls 200 feeds and the list repaints 20 times a second."""

import time
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer

from hkwatch.domain.commands import CheckNow
from hkwatch.domain.events import WatchState, WatchStatusChanged
from hkwatch.ui.command_ids import new_id
from perf.big_store import data_folder
from perf.desk import Desk, desk
from perf.figures import Figure, Target, figure, quantile
from perf.servers import draw_feeds, feed_rows, server

FEEDS = 200
ENTRIES = 40
BYTES = 86_000
STEP_MS = 5.0
ROWS = 40
_ROW_PX = 32
_AGAIN_S = 16.0
"""A source asked less than a quarter of a minute ago is not asked again by hand."""
_CHANGING = "&every_s=15"


class Meter:
    """The timer and what it found, in ms; counts only while `on`."""

    def __init__(self) -> None:
        self.on = False
        self.late: list[float] = []
        self._before = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(int(STEP_MS))

    def _tick(self) -> None:
        now = time.perf_counter()
        if self.on:
            self.late.append(max(0.0, 1000 * (now - self._before) - STEP_MS))
        self._before = now


def measure(*, big: bool = False) -> list[Figure]:
    """One row; the two sweeps and the time without polling are told apart in the notes."""
    del big
    targets = [Target("p99", 10.0), Target("worst", 33.0)]
    with server() as served, data_folder(2000) as paths:
        draw_feeds(served.address, FEEDS, ENTRIES, BYTES, _CHANGING)
        (paths.catalogue_dir / "bench.toml").write_text(feed_rows(FEEDS, ENTRIES, BYTES, extra=_CHANGING))
        with desk(paths, served.address, size=(1400, ROWS * _ROW_PX + 460)) as running:
            # The list takes the height, the reader what is left.
            running.window._reading.setSizes([ROWS * _ROW_PX + 120, 100])
            late, parts = _sweeps(running)
            assert running.inbox.view.isVisible()
            shown = len(running.inbox.view.visible_items())
    notes = tuple(
        f"{name}: p50 {quantile(ordered, 0.5):.1f}, p99 {quantile(ordered, 0.99):.1f}, worst {ordered[-1]:.1f} ms"
        for name, values in parts.items()
        for ordered in (sorted(values),)
    )
    return [
        figure(
            f"lateness of a 5 ms UI timer, {FEEDS} feeds × {ENTRIES} entries × 86 KB polled, {shown} rows repainting 20×/s",
            "ms",
            late,
            targets,
            "idle: p99 6.9 / max 8.4; parsing in a thread: 1,637–2,155",
            notes=notes,
        )
    ]


def _sweeps(running: Desk) -> tuple[list[float], dict[str, list[float]]]:
    engine = running.parts.engine
    statuses: list[WatchStatusChanged] = []
    engine.happened.connect(lambda event: statuses.append(event) if isinstance(event, WatchStatusChanged) else None)
    running.wait(lambda: running.inbox.model.rowCount() > ROWS and bool(statuses))
    repaint = QTimer()
    repaint.timeout.connect(running.inbox.view.viewport().update)
    repaint.start(50)
    meter = Meter()
    parts: dict[str, list[float]] = {}

    def feeds_asked_since(since: datetime) -> bool:
        ours = [one for one in statuses[-1].sources if one.source.startswith("feed-")]
        return len(ours) == FEEDS and all(one.last_ok_at is not None and one.last_ok_at >= since for one in ours)

    def span(name: str, until: float | None) -> None:
        first = len(meter.late)
        began = datetime.now(UTC)
        meter.on = True
        if until is None:
            engine.send(CheckNow(new_id(), None))
            running.wait(lambda: feeds_asked_since(began), 120)
        else:
            running.run_for(until)
        meter.on = False
        parts[name] = meter.late[first:]

    span("all feeds new", None)
    swept = time.perf_counter()
    running.wait(lambda: statuses[-1].state is WatchState.WATCHING, 60)
    running.run_for(max(0.5, _AGAIN_S - (time.perf_counter() - swept)))
    span("all feeds changed", None)
    late = list(meter.late)
    running.run_for(2)
    span("nothing polled", 5)
    repaint.stop()
    return late, parts

# SPDX-License-Identifier: MIT
"""The engine's real process on a fast clock: `python fast_engine.py DATA REPLICA EPOCH RATE`.

Loads everything first and begins with the first byte on its stdin, so that a successor can stand ready.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from hkwatch.app import engine
from hkwatch.app.clock import Scene, SceneClock
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths

START = datetime(2025, 2, 19, 2, 0, tzinfo=UTC)


def scenes(rate: float) -> tuple[Scene, ...]:
    """One long scene at that rate."""
    return (Scene(0.0, START, rate),)


def main(data: str, replica: str, epoch: str, rate: str) -> int:
    """Wait for the word, then run until stdin closes."""
    os.read(0, 1)
    clock = SceneClock(scenes(float(rate)), float(epoch))
    return engine.main(Options(AppPaths.under(Path(data)), replica), clock)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

# SPDX-License-Identifier: MIT
"""Running `hkwatch` as a person does: a process of its own, without a session bus."""

import os
import subprocess
import sys
from pathlib import Path

HKWATCH = [sys.executable, "-m", "hkwatch"]


def environment() -> dict[str, str]:
    """The test's own, in plain UTF-8 and with nobody to show notifications."""
    return {
        **{key: value for key, value in os.environ.items() if key not in ("DBUS_SESSION_BUS_ADDRESS", "LANG")},
        "LC_ALL": "C.UTF-8",
    }


def hkwatch(*arguments: str | Path, stdin: bytes = b"", timeout_s: float = 30.0) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end; output as text."""
    done = subprocess.run(
        [*HKWATCH, *map(str, arguments)], input=stdin, capture_output=True, env=environment(), timeout=timeout_s
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

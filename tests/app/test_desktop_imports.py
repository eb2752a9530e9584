# SPDX-License-Identifier: MIT
"""The desktop process carries no engine: what fetches, parses and schedules is not even imported."""

import json
import subprocess
import sys

SCRIPT = """
import json, sys
import hkwatch.app.cli
import hkwatch.app.desktop
print(json.dumps(sorted(sys.modules)))
"""
ENGINE_ONLY = {
    "httpx",
    "feedparser",
    "apscheduler",
    "selectolax",
    "nh3",
    "jeepney",
    "holidays",
    "hkwatch.app.compose",
    "hkwatch.services.engine",
    "hkwatch.replica",
}


def modules() -> set[str]:
    out = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True).stdout
    return set(json.loads(out))


def test_the_desktop_process_imports_nothing_of_the_engine() -> None:
    loaded = modules()
    assert "hkwatch.ui.window" in loaded
    assert loaded & ENGINE_ONLY == set()

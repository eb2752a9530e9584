# SPDX-License-Identifier: MIT
"""The engine starts without what it seldom needs: each of these would stay in its memory for good."""

import json
import subprocess
import sys

SCRIPT = """
import json, sys
import hkwatch.app.engine
print(json.dumps(sorted(name for name, module in sys.modules.items() if module is not None)))
"""
SELDOM = {
    # The tolerant reader of feeds, the demo's server, calendars beyond the shipped table, files that are written or
    # read on a wish, channels that few set up.
    "apprise",
    "feedparser",
    "hkwatch.replica",
    "holidays",
    "icalendar",
    "keyring",
    "openpyxl",
    "pypdf",
    # For a sandbox alone, and for a median.
    "configparser",
    "fractions",
    "statistics",
    # What httpx brings along for its command line.
    "click",
    "pygments",
    "rich",
    # The window's.
    "PySide6",
    "hkwatch.ui",
}


def test_the_engine_imports_nothing_at_its_start_that_it_seldom_needs() -> None:
    out = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True).stdout
    loaded = set(json.loads(out))
    assert "hkwatch.services.engine" in loaded
    assert loaded & SELDOM == set()

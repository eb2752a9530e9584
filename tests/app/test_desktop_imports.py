# SPDX-License-Identifier: MIT
"""The desktop process carries no engine: what fetches, parses and schedules is not even imported."""

import inspect
import json
import subprocess
import sys

from hkwatch.app import cli

SCRIPT = """
import json, sys
import hkwatch.app.cli
from hkwatch.app.binding import look_into_no_source
look_into_no_source()
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
OPENED_LATER = {
    # Windows and what only they need are imported when they are first opened.
    "ahocorasick_rs",
    "asyncio",
    "icalendar",
    "keyring",
    "openpyxl",
    "pypdf",
    "rapidfuzz",
    "regex",
    "websockets",
    "hkwatch.domain.classifier",
    "hkwatch.domain.redline",
    "hkwatch.domain.register_diff",
    "hkwatch.domain.rule_edit",
    "hkwatch.services.alert_preview",
    "hkwatch.services.lists",
    "hkwatch.services.register_board",
    "hkwatch.services.rule_preview",
    "hkwatch.sources.opml",
    "hkwatch.sources.rules",
    "hkwatch.sources.user_rules",
    "hkwatch.store.registers",
    "hkwatch.ui.alerts.fields",
    "hkwatch.ui.alerts.preview",
    "hkwatch.ui.alerts.sheet",
    "hkwatch.ui.deadlines.table",
    "hkwatch.ui.inbox.search_help",
    "hkwatch.ui.licences.chart",
    "hkwatch.ui.licences.table",
    "hkwatch.ui.rules.editor",
    "hkwatch.ui.rules.table",
    "hkwatch.ui.sources.table",
}


def modules() -> set[str]:
    out = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True).stdout
    return set(json.loads(out))


def test_the_desktop_process_imports_nothing_of_the_engine() -> None:
    loaded = modules()
    assert "hkwatch.ui.window" in loaded
    assert loaded & ENGINE_ONLY == set()


def test_windows_are_imported_when_they_are_first_opened() -> None:
    loaded = modules()
    assert loaded & OPENED_LATER == set()
    # Whatever is called a dialog is one; `dialogs` holds words that labels share.
    found = {name for name in loaded if name.startswith("hkwatch.ui.") and "dialog" in name.split(".")[-1]}
    assert found == {"hkwatch.ui.dialogs", "hkwatch.ui.open_dialogs"}


def test_no_source_text_is_read_for_what_is_imported() -> None:
    script = """
import json, linecache
from hkwatch.app.binding import look_into_no_source
look_into_no_source()
before = set(linecache.cache)
import hkwatch.app.desktop
print(json.dumps(sorted(set(linecache.cache) - before)))
"""
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert json.loads(out) == []


def test_the_window_is_told_so_before_it_is_imported() -> None:
    # The command line is what is typed: its first word about PySide must be this one.
    source = inspect.getsource(cli._window)
    assert 0 < source.index("look_into_no_source()") < source.index("hkwatch.app.desktop")

# SPDX-License-Identifier: MIT
"""The desktop process carries no engine: what fetches, parses and schedules is not even imported."""

import contextlib
import inspect
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hkwatch.app import cli
from hkwatch.app.paths import AppPaths
from hkwatch.store.db import open_writer
from services.stored_items import put

NOW = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)

FRONT = """
import json, sys
import hkwatch.app.cli
from hkwatch.app.binding import look_into_no_source
look_into_no_source()
import hkwatch.app.desktop
print(json.dumps(sorted(sys.modules)))
"""
SCRIPT = FRONT.replace("import hkwatch.app.desktop\n", "import hkwatch.app.desktop, hkwatch.app.whole\n")
ROWS = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from hkwatch.app.front import make_front
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.services.settings import Settings
app = QApplication(["hkwatch"])
front = make_front(app, Options(AppPaths.under(Path(sys.argv[1])), ""), Settings())
for _ in range(600):
    app.processEvents()
    front.reads.settle(0.1)
    if front.window.inbox.model.rowCount():
        break
else:
    sys.exit("no row was shown")
"""
BUILD = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.services.settings import Settings
app = QApplication(["hkwatch"])
options = Options(AppPaths.under(Path(sys.argv[1])), "http://127.0.0.1:9")
options.paths.create()
shell = hkwatch.app.desktop.build(app, options, Settings(), [], watches=False)
"""
AFTER_THE_FIRST_ROWS = {
    # What one can do, what the engine says, and all that stands around the list.
    "hkwatch.app.whole",
    "hkwatch.domain.alerts",
    "hkwatch.domain.catalogue",
    "hkwatch.domain.commands",
    "hkwatch.domain.detail",
    "hkwatch.domain.events",
    "hkwatch.domain.flags",
    "hkwatch.domain.query_match",
    "hkwatch.link.desktop_end",
    "hkwatch.link.messages",
    "hkwatch.sources.catalogue",
    "hkwatch.store.details",
    "hkwatch.store.items",
    "hkwatch.store.polls",
    "hkwatch.ui.controller",
    "hkwatch.ui.price.panel",
    "hkwatch.ui.reader.pane",
    "hkwatch.ui.shell",
    "hkwatch.ui.tray",
}
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
    "configparser",
    "csv",
    "email",
    "fractions",
    "holidays",
    "icalendar",
    "keyring",
    "openpyxl",
    "plistlib",
    "pypdf",
    "rapidfuzz",
    "regex",
    "statistics",
    "subprocess",
    "websockets",
    "xml.etree.ElementTree",
    "hkwatch.domain.classifier",
    "hkwatch.domain.redline",
    "hkwatch.domain.register_diff",
    "hkwatch.domain.rule_edit",
    "hkwatch.services.alert_preview",
    "hkwatch.services.erasing",
    "hkwatch.services.first_run",
    "hkwatch.services.lists",
    "hkwatch.services.register_board",
    "hkwatch.services.rule_preview",
    "hkwatch.services.salvaging",
    "hkwatch.services.settings_exchange",
    "hkwatch.sources.opml",
    "hkwatch.sources.rules",
    "hkwatch.sources.user_rules",
    "hkwatch.store.registers",
    "hkwatch.store.salvage",
    "hkwatch.ui.alerts.fields",
    "hkwatch.ui.alerts.preview",
    "hkwatch.ui.alerts.sheet",
    "hkwatch.ui.deadlines.table",
    "hkwatch.ui.help.about",
    "hkwatch.ui.help.guide",
    "hkwatch.ui.help.newest",
    "hkwatch.ui.inbox.search_help",
    "hkwatch.ui.keys.sheet",
    "hkwatch.ui.licences.chart",
    "hkwatch.ui.licences.table",
    "hkwatch.ui.opening.first_run",
    "hkwatch.ui.opening.recovery",
    "hkwatch.ui.opening.work",
    "hkwatch.ui.rules.editor",
    "hkwatch.ui.rules.table",
    "hkwatch.ui.sources.table",
}


def modules() -> set[str]:
    out = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True).stdout
    return set(json.loads(out))


def modules_once(done: str, folder: Path, script: str = SCRIPT) -> set[str]:
    begin, _, tell = script.rpartition("print(")
    ended = "import os; sys.stdout.flush(); os._exit(0)"
    script = f"{begin}{done}print({tell}{ended}"
    out = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True).stdout
    return set(json.loads(out))


def test_the_desktop_process_imports_nothing_of_the_engine() -> None:
    loaded = modules()
    assert "hkwatch.ui.window" in loaded
    assert loaded & ENGINE_ONLY == set()


def test_the_first_rows_wait_for_nothing_they_do_not_need(tmp_path: Path) -> None:
    paths = AppPaths.under(tmp_path)
    paths.create()
    with contextlib.closing(open_writer(paths.database_file, paths.backups_dir, NOW)) as db:
        put(db, int(NOW.timestamp() * 1000) * 1024, "An item")
    loaded = modules_once(ROWS, tmp_path, FRONT)
    assert "hkwatch.ui.inbox.pane" in loaded
    assert loaded & (AFTER_THE_FIRST_ROWS | OPENED_LATER | ENGINE_ONLY) == set()


def test_windows_are_imported_when_they_are_first_opened() -> None:
    loaded = modules()
    assert loaded & OPENED_LATER == set()
    # Whatever is called a dialog is one; `dialogs` holds words that labels share.
    found = {name for name in loaded if name.startswith("hkwatch.ui.") and "dialog" in name.split(".")[-1]}
    assert found == {"hkwatch.ui.dialogs", "hkwatch.ui.open_dialogs"}


def test_putting_the_window_together_imports_none_of_them_either(tmp_path: Path) -> None:
    assert modules_once(BUILD, tmp_path) & (OPENED_LATER | ENGINE_ONLY) == set()


def test_the_licence_board_waits_for_nothing_that_only_a_check_or_a_change_needs(tmp_path: Path) -> None:
    loaded = modules_once("import hkwatch.ui.licences.dialog\n", tmp_path, FRONT)
    assert "hkwatch.ui.licences.changes" in loaded
    assert loaded & {"rapidfuzz", "hkwatch.domain.redline"} == set()


def test_no_source_text_is_read_for_what_is_imported() -> None:
    script = """
import json, linecache
from hkwatch.app.binding import look_into_no_source
look_into_no_source()
before = set(linecache.cache)
import hkwatch.app.desktop, hkwatch.app.whole
print(json.dumps(sorted(set(linecache.cache) - before)))
"""
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert json.loads(out) == []


def test_the_window_is_told_so_before_it_is_imported() -> None:
    # The command line is what is typed: its first word about PySide must be this one.
    source = inspect.getsource(cli._window)
    assert 0 < source.index("look_into_no_source()") < source.index("hkwatch.app.desktop")

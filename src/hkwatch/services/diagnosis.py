# SPDX-License-Identifier: MIT
"""A bundle for a report of a fault: the diagnosis as text, settings and logs, with everything secret left out."""

import platform
import re
import sqlite3
import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from hkwatch import __version__
from hkwatch.domain.events import WatchStatusChanged
from hkwatch.domain.hkt import format_minute
from hkwatch.services.new_file import new_file

_MOST_LOG_BYTES = 2_000_000
"""Of each log only the end is taken."""
_NAME = r"(?:authorization|cookie|password|passwd|secret|token|api[-_]?key|access[-_]?key|bearer)"
_VALUE = r"(\"[^\"]*\"|'[^']*'|\S+(?:\s+[A-Za-z0-9._~+/=-]{16,})?)"
_SECRET_KEY = re.compile(rf"(?i)({_NAME}[\w-]{{0,40}}[\"']?\s*[=:]\s*|\b{_NAME}\s+){_VALUE}")
"""`fred_api_key = "…"`, `"token": "…"`, `HKWATCH_SECRET_DESK=…`, `Bearer …`: what stands before the word does not matter."""
_USER_IN_URL = re.compile(r"(?i)\b([a-z][a-z0-9+.-]{0,30}://)[^/\s@\"']+@")
_QUERY = re.compile(r"(?i)\b(https?://[^\s?\"'<>]+)\?[^\s\"'<>]+")
_HEADERS = re.compile(r"(?im)^(\s*headers\s*=\s*)\{.*")
"""Whatever the headers of a source are called: they are the user's own."""
_HIDDEN = "(left out)"


def without_secrets(text: str) -> str:
    """The text without passwords, tokens, users in addresses, and the query part of addresses."""
    # The query first: what takes the user's place has a blank, at which an address would seem to end.
    text = _HEADERS.sub(rf"\1{_HIDDEN}", text)
    text = _QUERY.sub(rf"\1?{_HIDDEN}", text)
    text = _USER_IN_URL.sub(rf"\1{_HIDDEN}@", text)
    return _SECRET_KEY.sub(rf"\1{_HIDDEN}", text)


def describe(
    now: datetime, folders: Iterable[tuple[str, Path]], status: WatchStatusChanged | None, qt: str = ""
) -> str:
    """Versions, folders and the state of every source, a line each; `status` None = the engine said nothing yet."""
    lines = [
        f"hkwatch {__version__}, {format_minute(now)}",
        f"Python {platform.python_version()}, Qt {qt or 'none'}, SQLite {sqlite3.sqlite_version}, {platform.platform()}",
        *(f"{name}: {folder}" for name, folder in folders),
    ]
    if status is None:
        return "\n".join([*lines, "The engine has not said anything."]) + "\n"
    notices = status.notices_by or status.notices_problem
    ahead = "not known" if status.clock_ahead_s is None else f"{status.clock_ahead_s} s"
    lines += [f"watch: {status.state.value}", f"notifications: {notices}", f"clock ahead: {ahead}", ""]
    for one in status.sources:
        failing = f", failing since {format_minute(one.failing_since)}" if one.failing_since is not None else ""
        why = f": {one.error}" if one.error else ""
        good = f"{one.good_polls}/{one.polls}"
        lines.append(f"{one.source}: {one.state.value}, HTTP {one.http_status or '-'}, {good} good{failing}{why}")
    return without_secrets("\n".join(lines) + "\n")


def write_bundle(file: Path, description: str, config_dir: Path, log_dir: Path) -> Path:
    """Write the zip; the file's name. What cannot be read is named in it. Raises StoreError `unwritable` or `disk-full`."""
    home = str(Path.home())

    def clean(text: str) -> str:
        return without_secrets(text).replace(home, "~")

    with new_file(file) as target, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("diagnosis.txt", clean(description))
        sources = [config_dir / "settings.toml", *sorted((config_dir / "catalogue").glob("*.toml"))]
        sources += sorted({*log_dir.glob("hkwatch.log*"), *log_dir.glob("crash-*.txt")})
        for one in sources:
            if not one.is_file():
                continue
            try:
                with one.open("rb") as opened:
                    size = one.stat().st_size
                    if size > _MOST_LOG_BYTES:
                        opened.seek(size - _MOST_LOG_BYTES)
                        # What is left of a line no longer says what it is: it may be the end of a secret.
                        opened.readline()
                    text = opened.read().decode("utf-8", "replace")
            except OSError as error:
                text = f"{one.name} cannot be read: {error.strerror}\n"
            bundle.writestr(f"{one.parent.name}/{one.name}", clean(text))
    return file

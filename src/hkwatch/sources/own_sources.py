# SPDX-License-Identifier: MIT
"""`own.toml` in the user's catalogue folder: the sources they added and what they chose for single sources.

hkwatch writes this file as a whole and puts it in place at once. Rows may be edited by hand: what they say is kept, also
where it is wrong; comments are not. A file that is no TOML is named and never written over.

    [[publisher]]  a site that no shipped row knows        [[source]]  a source of the user's own
    [[choice]]     removed, on or off, interval, language, notifications and proxy of one source, shipped or own
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hkwatch.domain.catalogue import Publisher, SourceRow
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import SourceId
from hkwatch.domain.own_source import NO_CHOICE, Choice, NotifyFrom
from hkwatch.sources.catalogue_toml import MAX_FILE_BYTES
from hkwatch.sources.toml_text import read_toml, to_toml

FILE = "own.toml"
_TABLES = ("publisher", "source", "choice")
_HEAD = """# Written by hkwatch: the sources you added, and what you chose for single sources.
# Rows may be edited while hkwatch does not run. Comments of your own are lost when it writes the file again.
"""

_Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Added:
    """What one wish to add sources comes to in the file."""

    publishers: Sequence[Publisher]
    sources: Sequence[SourceRow]


def add_sources(folder: Path, added: Added, choices: Mapping[SourceId, Choice]) -> None:
    """Add rows, and set the choices of sources that come back. Raises SettingsError."""

    def change(rows: _Rows) -> None:
        for publisher in added.publishers:
            name, short = publisher.name.en, publisher.short.en
            rows["publisher"].append(
                {"id": str(publisher.id), "name": name, "short": short, "role": str(publisher.role)}
            )
        for row in added.sources:
            values: dict[str, Any] = {
                "id": str(row.id),
                "name": row.name.en,
                "url": row.url,
                "lang": row.lang,
                "publisher": str(row.publisher.id),
                "key": row.key,
                "keep": str(row.keep),
            }
            for key in ("folder", "terms", "attribution", "least_min"):
                if getattr(row, key):
                    values[key] = getattr(row, key)
            rows["source"].append(values)
        for source, choice in choices.items():
            _put_choice(rows, source, choice)

    _rewrite(folder, change)


def save_choices(folder: Path, choices: Mapping[SourceId, Choice]) -> None:
    """Set what the user chose; a choice of nothing takes the row out. Raises SettingsError."""

    def change(rows: _Rows) -> None:
        for source, choice in choices.items():
            _put_choice(rows, source, choice)

    _rewrite(folder, change)


def save_own_address(folder: Path, source: SourceId, url: str) -> bool:
    """Give a source of this file another address; False where the file has no row for it. Raises SettingsError."""
    if not any(row.get("id") == source for row in _read(folder / FILE).get("source", [])):
        return False

    def change(rows: _Rows) -> None:
        for row in rows["source"]:
            if row.get("id") == source:
                row["url"] = url

    _rewrite(folder, change)
    return True


def _put_choice(rows: _Rows, source: SourceId, choice: Choice) -> None:
    kept = [row for row in rows["choice"] if row.get("id") != source]
    if choice != NO_CHOICE:
        values: dict[str, Any] = {"id": str(source)}
        if choice.removed:
            values["removed"] = True
        if choice.on is not None:
            values["on"] = choice.on
        options = choice.options
        if options.interval_min is not None:
            values["interval_min"] = options.interval_min
        if options.lang:
            values["lang"] = options.lang
        if options.notify is not NotifyFrom.USUAL:
            values["notify"] = str(options.notify)
        if options.proxy:
            values["proxy"] = options.proxy
        if options.user_agent:
            values["user_agent"] = options.user_agent
        if options.headers:
            values["headers"] = dict(options.headers)
        if options.secrets_in_file:
            values["secrets_in_file"] = True
        kept.append(values)
    rows["choice"] = kept


def _rewrite(folder: Path, change: Callable[[_Rows], None]) -> None:
    file = folder / FILE
    try:
        rows = _read(file)
        change(rows)
        text = f"{_HEAD}\n{to_toml({table: rows[table] for table in _TABLES if rows[table]})}"
        if len(text.encode()) > MAX_FILE_BYTES:
            raise SettingsError(
                "too-many", f"{file} would hold more than {MAX_FILE_BYTES:,} bytes.", "Watch fewer sources."
            )
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = folder / f"{FILE}.partial"
        partial.write_text(text, "utf-8")
        # It may hold the password of a proxy.
        partial.chmod(0o600)
        partial.replace(file)
    except OSError as error:
        raise SettingsError("unwritable", f"{file}: {error}.", "Check the folder's permissions.") from error


def _read(file: Path) -> _Rows:
    try:
        document = read_toml(file.read_text("utf-8-sig")) if file.exists() else {}
    except OSError as error:
        raise SettingsError("unreadable", f"{file}: {error}.", "Check the file's permissions.") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            "toml-syntax", f"{file}: {error}. Nothing was written.", "Correct the file, or move it away."
        ) from error
    rows: _Rows = {}
    for table in _TABLES:
        found = document.pop(table, [])
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            raise SettingsError(
                "wrong-value", f"{file}: {table!r} is no list of rows. Nothing was written.", f"Write [[{table}]]."
            )
        rows[table] = found
    if document:
        raise SettingsError(
            "unknown-key",
            f"{file}: {next(iter(document))!r} is unknown here. Nothing was written.",
            "Move it to a file of your own in the same folder.",
        )
    return rows

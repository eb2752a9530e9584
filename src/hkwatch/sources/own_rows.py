# SPDX-License-Identifier: MIT
"""Rows that hkwatch itself writes into the user's catalogue folder: one file, `moved.toml`, nothing else is touched."""

import json
from pathlib import Path

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import SourceId
from hkwatch.sources.toml_text import read_toml

FILE = "moved.toml"
_HEAD = """# Written by hkwatch when you accepted that a source has moved. Take a row out to go back to the shipped address.
"""


def save_address(folder: Path, source: SourceId, url: str) -> None:
    """Give `source` the address `url` in the user's folder.

    Raises SettingsError where a file of the user's own has a row for it, is no TOML, or cannot be written.
    """
    try:
        addresses: dict[str, str] = {}
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else []:
            for row in _rows(path):
                if path.name == FILE:
                    addresses[str(row.get("id"))] = str(row.get("url", ""))
                elif row.get("id") == source:
                    raise SettingsError(
                        "own-row", f"{path} has a row of your own for {source}.", f"Write its new address there: {url}"
                    )
        addresses[str(source)] = url
        # JSON's strings are TOML's, but for DEL.
        quoted = {name: json.dumps(at, ensure_ascii=False).replace("\x7f", "\\u007f") for name, at in addresses.items()}
        text = _HEAD + "".join(
            f'\n[[source]]\nid = "{name}"\nurl = {address}\n' for name, address in sorted(quoted.items())
        )
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = folder / f"{FILE}.partial"
        partial.write_text(text, "utf-8")
        partial.replace(folder / FILE)
    except OSError as error:
        raise SettingsError("unwritable", f"{folder / FILE}: {error}.", "Check the folder's permissions.") from error


def _rows(path: Path) -> list[dict[str, object]]:
    try:
        rows = read_toml(path.read_text("utf-8")).get("source", [])
    except ValueError as error:
        raise SettingsError("toml-syntax", f"{path}: {error}.", "Correct the file.") from error
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []

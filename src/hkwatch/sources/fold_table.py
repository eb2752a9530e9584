# SPDX-License-Identifier: MIT
"""Reads the table by which characters are folded; apart from the rules, which the window starts without."""

from pathlib import Path

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.fold import Folder


def load_folder(table: Path) -> Folder:
    """The folding table (two columns, tab between) as a `Folder`. Raises SettingsError when it cannot be read."""
    pairs: dict[str, str] = {}
    try:
        for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
            left, tab, right = line.partition("\t")
            if not tab or not left or not right:
                raise SettingsError("fold-table", f"{table}, line {number}: two characters with a tab between expected")
            pairs[left] = right
    except (OSError, UnicodeDecodeError) as exc:
        raise SettingsError("fold-table", f"{table}: {exc}", "Install hkwatch again.") from exc
    return Folder(pairs)

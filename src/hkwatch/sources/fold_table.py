# SPDX-License-Identifier: MIT
"""Reads the table by which characters are folded; apart from the rules, which the window starts without."""

import tomllib
from pathlib import Path

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.fold import Folder


def load_folder(table: Path, names: Path | None = None) -> Folder:
    """The folding table (two columns, tab between) as a `Folder`. Raises SettingsError when it cannot be read.

    `names` is the folder with the shipped rules' names in other languages; without it `rule:` knows the English ones.
    """
    pairs: dict[str, str] = {}
    try:
        for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
            left, tab, right = line.partition("\t")
            if not tab or not left or not right:
                raise SettingsError("fold-table", f"{table}, line {number}: two characters with a tab between expected")
            pairs[left] = right
    except (OSError, UnicodeDecodeError) as exc:
        raise SettingsError("fold-table", f"{table}: {exc}", "Install hkwatch again.") from exc
    return Folder(pairs) if names is None else Folder(pairs, lambda: rule_names(names))


def rule_names(folder: Path) -> dict[str, list[str]]:
    """Each sentence of a shipped rule with its translations. Raises SettingsError for a file that cannot be read."""
    found: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.toml")):
        try:
            tables = tomllib.loads(file.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
            raise SettingsError("rule-names", f"{file}: {exc}", "Install hkwatch again.") from exc
        for sentence, name in tables.get("sentences", {}).items():
            found.setdefault(sentence, []).append(name)
    return found

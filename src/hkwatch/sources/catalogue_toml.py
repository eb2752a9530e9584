# SPDX-License-Identifier: MIT
"""Rows as they stand in the catalogue's TOML files, each knowing its file and line, so that an error can name them."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hkwatch.domain.errors import SettingsError
from hkwatch.sources.toml_text import read_toml

MAX_FILE_BYTES = 2_000_000
_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LIKE_ENOUGH = 60


@dataclass(frozen=True, slots=True)
class RawRow:
    """One `[[table]]` of a file. `lines` gives the 1-based line of each key, `line` that of the header (0 = not found).

    In a row laid over another, `values` is what holds in the end; the place is that of the upper one.
    """

    table: str
    values: Mapping[str, Any]
    file: Path
    line: int
    lines: Mapping[str, int]

    def where(self, key: str) -> str:
        """File and line of a key, for people."""
        line = self.lines.get(key, self.line)
        return f"{self.file.name}, line {line}" if line else self.file.name

    def error(self, error_key: str, key: str, what: str, next_step: str = "") -> SettingsError:
        """An error about one key of this row."""
        row_id = self.values.get("id")
        name = f" of {row_id!r}" if isinstance(row_id, str) and key != "id" else ""
        return SettingsError(error_key, f"{self.where(key)}, key {key!r}{name}: {what}", next_step)

    def invalid(self, message: str) -> SettingsError:
        """The error for what the typed reading says: `Expected `str`, got `int` - at `$.lang``."""
        what, _, path = message.partition(" - at `$")
        missing = re.search(r"missing required field `([^`]+)`", what)
        if missing and not path.strip(".`"):
            return self.error("missing-key", missing[1], f"[[{self.table}]] needs it.", f"Add a line {missing[1]} = …")
        inner = path.strip(".`")
        key = re.split(r"[.\[]", inner, maxsplit=1)[0]
        return self.error("wrong-value", key, f"{what} at {inner}." if inner != key else f"{what}.")

    def over(self, base: "RawRow") -> "RawRow":
        """This row laid over one of the same id."""
        return RawRow(self.table, {**base.values, **self.values}, self.file, self.line, self.lines)


def read_folder(folder: Path, tables: Iterable[str], errors: list[SettingsError]) -> list[RawRow]:
    """The rows of all `*.toml` of a folder, files in order of name. What cannot be read is added to `errors`."""
    rows: list[RawRow] = []
    for file in sorted(folder.glob("*.toml")):
        try:
            rows.extend(_read_file(file, frozenset(tables), errors))
        except SettingsError as error:
            errors.append(error)
    return rows


def suggestion(word: str, known: Iterable[str]) -> str:
    """`Did you mean 'enabled'?`, or nothing when no known word is like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only who misspelt something waits for it

    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH)
    return f"Did you mean {best[0]!r}?" if best else ""


def is_kebab(text: str) -> bool:
    """Whether a text is made of lower-case words and digits joined by single hyphens."""
    return _KEBAB.fullmatch(text) is not None


def _read_file(file: Path, tables: frozenset[str], errors: list[SettingsError]) -> list[RawRow]:
    try:
        raw = file.read_bytes()
        if len(raw) > MAX_FILE_BYTES:
            raise SettingsError("unreadable", f"{file.name} is larger than {MAX_FILE_BYTES:,} bytes.")
        text = raw.decode("utf-8-sig")
    except OSError as exc:
        raise SettingsError("unreadable", f"{file.name} cannot be read: {exc.strerror}.") from exc
    except UnicodeDecodeError as exc:
        line = raw[: exc.start].count(b"\n") + 1
        raise SettingsError("unreadable", f"{file.name}, line {line}: not UTF-8.", "Save it as UTF-8.") from exc
    # TOML knows no bare CR; editors of long ago do.
    lines = text.replace("\r\n", "\n").split("\n")
    try:
        document = read_toml("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError) as exc:
        raise _syntax_error(file, lines, exc) from exc
    rows: list[RawRow] = []
    for table, found in document.items():
        if table not in tables:
            line = _line_of_table(lines, table)
            errors.append(
                SettingsError(
                    "unknown-key",
                    f"{file.name}, line {line}, key {table!r}: unknown here.",
                    suggestion(table, tables) or f"Known: {', '.join(f'[[{name}]]' for name in sorted(tables))}.",
                )
            )
            continue
        if not isinstance(found, list) or not all(isinstance(values, dict) for values in found):
            line = _line_of_table(lines, table)
            errors.append(
                SettingsError(
                    "wrong-value",
                    f"{file.name}, line {line}, key {table!r}: not a list of rows.",
                    f"Write [[{table}]].",
                )
            )
            continue
        starts = [number for number, line in enumerate(lines, 1) if re.match(rf"\s*\[\[\s*{table}\s*\]\]", line)]
        for index, values in enumerate(found):
            start = starts[index] if index < len(starts) else 0
            rows.append(RawRow(table, values, file, start, _KeyLines(lines, start)))
    return rows


class _KeyLines(Mapping[str, int]):
    """Lines of the keys below a header, up to the next one; a sub-table `[source.name]` counts as its key.

    Looked for when one is asked for: only complaints name lines, and there are seldom any.
    """

    def __init__(self, lines: list[str], start: int) -> None:
        self._lines, self._start = lines, start
        self._known: dict[str, int] | None = None

    @property
    def _found(self) -> dict[str, int]:
        if self._known is None:
            self._known = self._find()
        return self._known

    def _find(self) -> dict[str, int]:
        found: dict[str, int] = {}
        if not self._start:
            return found
        for number, line in enumerate(self._lines[self._start :], self._start + 1):
            if re.match(r"\s*\[\[\s*[\w-]+\s*\]\]", line):
                break
            match = re.match(r"""\s*(?:\[+\s*[\w-]+\s*\.\s*)?["']?([\w-]+)["']?\s*[=.\]]""", line)
            if match:
                found.setdefault(match[1], number)
        return found

    def __getitem__(self, key: str) -> int:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _line_of_table(lines: list[str], table: str) -> int:
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(table)}\b")
    return next((number for number, line in enumerate(lines, 1) if pattern.match(line)), 1)


def _syntax_error(file: Path, lines: list[str], exc: Exception) -> SettingsError:
    message = str(exc)
    at = re.search(r"\(at line (\d+), column (\d+)\)", message)
    number = int(at[1]) if at else len(lines)
    what = message[: at.start()].strip() if at else message.replace("(at end of document)", "").strip()
    # An open quote or bracket is noticed later than it was made: the nearest key above is the one to look at.
    for line in reversed(lines[:number]):
        key = re.match(r"""\s*["']?([\w-]+)["']?\s*=""", line)
        if key or line.lstrip().startswith("["):
            break
    else:
        key = None
    name = f", key {key[1]!r}" if key else ""
    return SettingsError(
        "toml-syntax", f"{file.name}, line {number}{name}: {what}.", "The rest of this file is not read."
    )

# SPDX-License-Identifier: MIT
"""What can be read of a damaged database, as files anybody can open: a JSON Lines file a table, and the items as CSV."""

import base64
import contextlib
import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hkwatch.domain.errors import StoreError
from hkwatch.domain.order import from_ms
from hkwatch.services.new_file import new_file
from hkwatch.store import salvage
from hkwatch.store.salvage import TableSalvage as TableSalvage

_CSV = ("item", "item_text")
_PLAIN_NAME = re.compile(r"[a-z0-9_]{1,60}")


@dataclass(frozen=True, slots=True)
class Salvage:
    """The folder, and what became of each table."""

    folder: Path
    tables: tuple[TableSalvage, ...]

    @property
    def rows(self) -> int:
        """How many rows were read in all."""
        return sum(one.read for one in self.tables)

    @property
    def items(self) -> int:
        """How many items were read."""
        return sum(one.read for one in self.tables if one.table == "item")

    @property
    def lost_ranges(self) -> int:
        """At how many places reading failed."""
        return sum(one.lost_ranges for one in self.tables)


def export_readable(
    database: Path, parent: Path, now: datetime, tell: Callable[[str], None] = lambda _: None
) -> Salvage:
    """Write a new folder in `parent` with everything readable. `tell` hears each table's name.

    Raises StoreError: `damaged` where not even the list of tables can be read, `disk-full` or `unwritable`.
    """
    folder = parent / f"hkwatch-readable-{now:%Y%m%dT%H%M%SZ}"
    try:
        folder.mkdir(mode=0o700, parents=True)
    except OSError as error:
        detail = f"{folder} cannot be made: {error.strerror}."
        raise StoreError("unwritable", detail, "Choose another folder.") from error
    told = []
    with salvage.reading(database) as db:
        for number, table in enumerate(salvage.tables(db)):
            tell(table)
            # In a damaged file a table may be called anything, `../x` among it.
            name = table if _PLAIN_NAME.fullmatch(table) else f"table-{number}"
            one = TableSalvage(table)
            names = salvage.columns(db, table)
            as_csv = table in _CSV
            with contextlib.ExitStack() as opened:
                target = opened.enter_context(new_file(folder / f"{name}.jsonl"))
                sheet = _sheet(opened, folder / f"{name}.csv", names) if as_csv else None
                for row in salvage.rows(db, table, one):
                    target.write(
                        json.dumps(dict(zip(names, map(_plain, row), strict=True)), ensure_ascii=False).encode()
                    )
                    target.write(b"\n")
                    if sheet is not None:
                        sheet([_cell(column, value) for column, value in zip(names, row, strict=True)])
            told.append(one)
    summary = {one.table: {"rows": one.read, "unreadable_places": one.lost_ranges} for one in told}
    with new_file(folder / "summary.json") as target:
        target.write(json.dumps(summary, indent=1).encode())
    return Salvage(folder, tuple(told))


def _sheet(opened: contextlib.ExitStack, file: Path, names: Sequence[str]) -> Callable[[Sequence[object]], object]:
    """A CSV that is written row by row: the items of years must not stand in memory. What writes a row."""
    target = opened.enter_context(new_file(file))
    # The mark lets spreadsheets see that it is UTF-8.
    text = io.TextIOWrapper(target, "utf-8-sig", newline="", write_through=True)
    # Let go before the file is closed: it is closed by whoever opened it.
    opened.callback(text.detach)
    write: Callable[[Sequence[object]], object] = csv.writer(text).writerow
    write(names)
    return write


def _plain(value: object) -> object:
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _cell(name: str, value: object) -> object:
    """Times as people write them; a text that a spreadsheet would take for a formula is kept a text."""
    if name.endswith("_ms") and isinstance(value, int):
        # In a damaged file any number may stand there; one that is no time is kept as it is.
        with contextlib.suppress(OverflowError):
            return from_ms(value).isoformat()
        return value
    if isinstance(value, bytes):
        return f"({len(value)} bytes)"
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value

# SPDX-License-Identifier: MIT
"""`hkwatch deadlines list`: the deadline board in the terminal, and calendar files. Reads only."""

import json
import sys
from datetime import datetime
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.app.counted import counted
from hkwatch.app.files import read_files
from hkwatch.app.fresh_file import write_new
from hkwatch.app.paths import AppPaths
from hkwatch.app.reading import reading
from hkwatch.app.tables import table
from hkwatch.domain.deadline import CountedDeadline
from hkwatch.services.calendar_file import calendar_file


def main(paths: AppPaths, *, with_past: bool, ref: str, as_json: bool, ics: Path | None, now: datetime) -> int:
    """Print deadlines, the nearest first, and write the calendar file. Raises StoreError, SettingsError."""
    files = read_files(paths)
    with reading(paths, files.folder, files.catalogue, now) as reader:
        found = reader.deadlines()
    wanted = [one for one in found if (with_past or ref or one.is_open) and ref.upper() in ("", one.deadline.ref)]
    if ics is not None:
        write_new(ics, calendar_file([one.deadline for one in wanted], now))
        print(f"{counted(len(wanted), 'deadline')} written to {ics}", file=sys.stderr)
    if as_json:
        for one in wanted:
            print(json.dumps(_plain(one), ensure_ascii=False))
        return exit_codes.FINE
    if not wanted:
        print("No open deadline." if not ref else f"No deadline of {ref} is known.")
        return exit_codes.FINE
    names = {str(row.id): row.short.en for row in files.catalogue.publishers.values()}
    lines = [
        (
            one.deadline.closes_on.isoformat(),
            str(one.days) if one.is_open else "",
            str(one.workdays) if one.is_open else "",
            _state(one),
            names.get(one.deadline.publisher, one.deadline.publisher),
            one.deadline.ref,
            one.deadline.title,
        )
        for one in wanted
    ]
    print(table(("last day", "days", "working days", "state", "body", "reference", "title"), lines))
    return exit_codes.FINE


def _state(one: CountedDeadline) -> str:
    known = one.deadline
    if known.conclusion_ref:
        return f"concluded: {known.conclusion_ref}"
    if one.is_open and known.extended_from is not None:
        return f"extended from {known.extended_from.isoformat()}"
    return one.state.value


def _plain(one: CountedDeadline) -> dict[str, object]:
    known = one.deadline
    return {
        "ref": known.ref,
        "title": known.title,
        "publisher": known.publisher,
        "kind": known.kind.value,
        "state": one.state.value,
        "closes_on": known.closes_on.isoformat(),
        "announced": known.announced.isoformat(),
        "days_left": one.days,
        "working_days_left": one.workdays,
        "conclusion_ref": known.conclusion_ref or None,
        "concluded": known.concluded_at.isoformat() if known.concluded_at else None,
        "item": known.item,
        "url": known.url or None,
    }

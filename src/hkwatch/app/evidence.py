# SPDX-License-Identifier: MIT
"""`hkwatch evidence ID`: what was kept of an item as it came, listed or written to a zip file. Reads only."""

import sys
from datetime import datetime
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.app.files import read_files
from hkwatch.app.fresh_file import write_new
from hkwatch.app.paths import AppPaths
from hkwatch.app.reading import reading
from hkwatch.app.tables import table
from hkwatch.domain.digits import natural
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.hkt import format_minute
from hkwatch.domain.ids import ItemId
from hkwatch.domain.rows import InboxRow
from hkwatch.services.evidence_file import KeptAnswer, make_archive
from hkwatch.services.inbox import InboxReader

_LAST_ITEM = 2**63 - 1
"""More is no number for SQLite."""


def main(paths: AppPaths, wanted: str, *, out: Path | None, number: int | None, now: datetime) -> int:
    """List the answers kept of an item, or write one of them to `out`. Raises StoreError, SettingsError."""
    files = read_files(paths)
    with reading(paths, files.folder, files.catalogue, now) as reader:
        item = _find(reader, wanted)
        answers = reader.evidence(item.id)
    if not answers:
        print(f"Nothing was kept of {wanted}: its text came in a list that is not kept, or was never fetched.")
        return exit_codes.FINE
    if out is None and number is None:
        _print(answers, item.title)
        return exit_codes.FINE
    answer = _pick(answers, number)
    if out is None:
        _print((answer,), answer.title)
        return exit_codes.FINE
    target = out / answer.archive_name if out.is_dir() else out
    write_new(target, make_archive(answer, now))
    print(f"{target}: SHA-256 of its body {answer.evidence.hash}", file=sys.stderr)
    return exit_codes.FINE


def _find(reader: InboxReader, wanted: str) -> InboxRow:
    number = natural(wanted, 19)
    is_item = number is not None and number <= _LAST_ITEM
    found = reader.rows((ItemId(number or 0),)) if is_item else reader.by_ref(wanted)
    if not found:
        raise SettingsError("no-item", f"No item {wanted} is stored.", "`hkwatch search … --json` shows the numbers.")
    return found[0]


def _pick(answers: tuple[KeptAnswer, ...], number: int | None) -> KeptAnswer:
    if number is None:
        return answers[-1]
    found = next((one for one in answers if one.number == number), None)
    if found is None:
        raise SettingsError("no-answer", f"There is no answer {number}.", f"Name one from 1 to {len(answers)}.")
    return found


def _print(answers: tuple[KeptAnswer, ...], title: str) -> None:
    first = answers[0]
    print(f"{first.issuer}: {title}" + (f" ({first.ref})" if first.ref else ""))
    lines = [
        (
            str(one.number),
            one.lang,
            format_minute(one.evidence.fetched_at),
            str(one.evidence.status),
            f"{one.evidence.size:,}",
            "yes" if one.evidence.body is not None else "hash only",
            one.evidence.hash,
            one.evidence.url,
        )
        for one in answers
    ]
    print(table(("no.", "language", "received", "status", "bytes", "kept", "SHA-256", "address"), lines))

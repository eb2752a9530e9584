# SPDX-License-Identifier: MIT
"""`hkwatch audit export` and `verify`: the audit report without a window, and the check of the journal. Reads only."""

import argparse
import os
import sys
from datetime import date, datetime
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.app.counted import counted
from hkwatch.app.export import BadQueryError, publisher_names, query_of, refuse_existing
from hkwatch.app.files import read_files
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import resources
from hkwatch.app.reading import reading
from hkwatch.domain.fold import Folder
from hkwatch.domain.hkt import format_day, start_of
from hkwatch.domain.journal import Fault, Finding, Head
from hkwatch.services.auditing import (
    AuditReport,
    Verdict,
    make_report,
    verify_head,
    verify_journal,
    verify_report,
    write_csv,
)
from hkwatch.services.exporting import Chosen
from hkwatch.services.new_file import new_file
from hkwatch.sources.catalogue import load_catalogue

_FAULTS = {
    Fault.MISSING: "the entries before it are missing",
    Fault.ORDER: "it stands where another entry should",
    Fault.LINK: "it does not follow from the entry before it",
    Fault.CONTENT: "it was changed",
}


def run(args: argparse.Namespace, options: Options) -> int:
    """Carry out what the command line says. Raises StoreError, SettingsError."""
    now = make_clock(options).now()
    if args.kind == "verify":
        return verify(options, args.file, _head(args.head), now)
    return export(options, args.query, args.since, args.format, args.out, now, with_alerts=args.alerts)


def export(
    options: Options, text: str, since: str, form: str, out: Path, now: datetime, *, with_alerts: bool | None = None
) -> int:
    """Write a report to a new file. `with_alerts` None = with alerts where no query is given."""
    files = read_files(options.paths)
    query = query_of(files, text)
    first = _day(since)
    refuse_existing(out)
    words = [text or "everything in the inbox", f"first seen from {format_day(first)} {first.year} on" if first else ""]
    with reading(options.paths, files.folder, files.catalogue, now) as reader:
        report = make_report(
            reader,
            Chosen(query),
            " · ".join(word for word in words if word),
            now,
            dict(publisher_names(files)),
            since=None if first is None else start_of(first),
            with_alerts=with_alerts,
        )
    if form == "csv":
        write_csv(report, out)
    else:
        write_pdf(report, out)
    count = len(report.lines)
    fired = f" and {counted(len(report.firings), 'alert')} that fired" if report.firings else ""
    print(f"{counted(count, 'item')}{fired} written to {out}", file=sys.stderr)
    print(f"journal entry {report.head.id}, {report.head.hash.hex()}")
    return exit_codes.FINE


def write_pdf(report: AuditReport, out: Path) -> None:
    """Write a report as PDF, in English. Raises StoreError."""
    # No window is opened; where there is no screen there is a PDF all the same.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - nothing else here needs Qt

    from hkwatch.ui.export.report_pdf import ReportFonts, ReportPdf  # noqa: PLC0415
    from hkwatch.ui.theme import Fonts, Theme  # noqa: PLC0415

    program = QGuiApplication.instance() or QGuiApplication(["hkwatch"])
    drawn = ReportPdf(report, ReportFonts(Fonts(Theme.load(resources()))), "en")
    with new_file(out) as target:
        drawn.write(target)
    del program


def verify(options: Options, file: Path | None, head: Head | None, now: datetime) -> int:
    """Check the journal, and a report or a head against it; says what differs."""
    # Neither rules nor names of publishers are needed for that.
    catalogue, _ = load_catalogue(resources() / "catalogue", options.paths.catalogue_dir)
    with reading(options.paths, Folder({}), catalogue, now) as reader:
        if file is not None:
            verdict = verify_report(reader, file)
        else:
            verdict = verify_journal(reader) if head is None else verify_head(reader, head)
    for finding in verdict.findings:
        print(f"entry {finding.entry}: {_said(finding)}")
    for difference in verdict.differences:
        print(difference)
    print(_summary(verdict, file, head))
    return exit_codes.FINE if verdict.is_whole else exit_codes.DAMAGED


def _said(finding: Finding) -> str:
    return _FAULTS[finding.fault]


def _summary(verdict: Verdict, file: Path | None, noted: Head | None) -> str:
    head = verdict.head
    if verdict.findings:
        return (
            f"The journal was changed: {len(verdict.findings)} broken place{'' if len(verdict.findings) == 1 else 's'}."
        )
    if verdict.differences:
        return f"{file or 'The head'} does not agree with the journal."
    said = f"The journal is whole: {counted(head.id, 'entry', 'entries')}, the last one {head.hash.hex()}."
    if file is None and noted is not None:
        return f"{said}\nEntry {noted.id} is the one noted."
    if file is None:
        return f"{said}\nEntries cut off at its end show only against a report made earlier: hkwatch audit verify FILE"
    fired = f" and {counted(verdict.checked_firings, 'alert')} that fired" if verdict.checked_firings else ""
    agree = "agrees" if verdict.checked_items == 1 and not fired else "agree"
    return f"{said}\n{file}: {counted(verdict.checked_items, 'item')}{fired} {agree} with it."


def _head(text: str) -> Head | None:
    if not text:
        return None
    number, _, made = text.partition(":")
    try:
        return Head(int(number), bytes.fromhex(made))
    except ValueError as error:
        raise BadQueryError("bad-head", f"{text!r} is no head.", "Write it as a report states it: 63:881c…") from error


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadQueryError("bad-date", f"{text!r} is no day.", "Write it as 2026-11-25.") from error

# SPDX-License-Identifier: MIT
"""Audit reports: what the journal says of chosen items, as CSV, and the check of journal and report.

The CSV begins with lines that say what it is, up to an empty one; then comes a table in fixed English words, so that every
hkwatch can check every report.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from hkwatch import __version__
from hkwatch.domain.audit import ItemAudit, item_audit
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.export import iso, safe_cell, web_link
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.journal import Finding, Head, JournalEntry, check
from hkwatch.domain.query import Query
from hkwatch.domain.rows import InboxRow
from hkwatch.services.alert_audit import FiringLine, firing_lines
from hkwatch.services.exporting import CancelledError, Chosen, rows_of
from hkwatch.services.inbox import InboxReader
from hkwatch.services.new_file import new_file

NAME = "hkwatch audit report"
CHECK = "hkwatch audit verify"
COVERED = (
    "published",
    "first seen",
    "notified",
    "notified how",
    "on screen",
    "opened or marked as read",
    "acknowledged",
    "acknowledged by",
    "note",
    "acknowledgement withdrawn",
    "from before the journal",
    "through its story",
)
"""Columns whose every cell follows from the journal."""
FIRING_HEAD = ("firing", "alert", "level", "price US$", "title", *COVERED, "item")
"""Of the second table; there `published` is when it fired, and `through its story` what was done with its item."""
HEAD = ("item", "publisher", "reference", "level", "title", "link", *COVERED, "story")
_THROUGH = HEAD.index("through its story")
_BEFORE = "yes, time not recorded"
_PAGE = 2000
_MOST_FINDINGS = 20


@dataclass(frozen=True, slots=True)
class AuditLine:
    """An item of a report: its row, address, what the journal says, and the other items of its story."""

    row: InboxRow
    link: str
    audit: ItemAudit
    story: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Everything a report says. `range` is how its items were chosen, in words; `head` how far the journal went."""

    range: str
    at: datetime
    head: Head
    lines: tuple[AuditLine, ...]
    publishers: dict[str, str]
    firings: tuple[FiringLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: broken places of the journal and its length, and what differs in a report (none without one)."""

    findings: tuple[Finding, ...]
    head: Head
    differences: tuple[str, ...] = ()
    checked_items: int = 0
    checked_firings: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing differs."""
        return not self.findings and not self.differences


def make_report(
    reader: InboxReader,
    chosen: Chosen,
    range_words: str,
    at: datetime,
    publishers: dict[str, str],
    *,
    since: datetime | None = None,
    with_alerts: bool | None = None,
    told: Callable[[int], None] = lambda _count: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> AuditReport:
    """What the journal says now of the chosen items, first seen from `since` on, and of all alerts that fired since then.

    `with_alerts` None = with alerts where everything was chosen. Raises StoreError, QueryError.
    """
    # Read first: what is done meanwhile belongs to the next report.
    head = reader.journal_head()
    lines: list[AuditLine] = []
    for rows in rows_of(reader, chosen):
        if is_cancelled():
            raise CancelledError
        wanted = [row for row in rows if since is None or row.first_seen_at >= since]
        lines += _lines(reader, wanted, head)
        told(len(lines))
    if with_alerts is None:
        with_alerts = chosen.items is None and chosen.query == Query()
    firings = firing_lines(reader, head.id, since) if with_alerts else ()
    return AuditReport(range_words, at, head, tuple(lines), publishers, firings)


def _lines(reader: InboxReader, rows: Sequence[InboxRow], head: Head) -> Iterator[AuditLine]:
    items = tuple(row.id for row in rows)
    stories = reader.story_members(items)
    every = {member for members in stories.values() for member in members} | set(items)
    entries = reader.journal_of(tuple(sorted(every)), head.id)
    extras = reader.extras(items)
    for row in rows:
        urls = extras[row.id].urls if row.id in extras else {}
        story = stories.get(row.id, ())
        yield AuditLine(
            row,
            web_link(urls.get(row.lang, "") or next((url for url in urls.values() if url), "")),
            item_audit(row.id, entries.get(row.id, []), [entries.get(member, []) for member in story]),
            story,
        )


def write_csv(report: AuditReport, file: Path) -> None:
    """Write a report; UTF-8 with a byte order mark. Raises StoreError."""
    table = [[safe_cell(cell) for cell in _cells(line, report.publishers)] for line in report.lines]
    about: tuple[tuple[str, str], ...] = (
        (NAME, "1"),
        ("range", report.range),
        ("generated", iso(report.at)),
        ("program", f"hkwatch {__version__}"),
        ("items", str(len(table))),
        ("journal entries", str(report.head.id)),
        ("journal head", report.head.hash.hex()),
        ("rows hash", _rows_hash(table)),
        ("to check", f"{CHECK} FILE"),
    )
    firings = [[safe_cell(cell) for cell in _firing_cells(line)] for line in report.firings]
    if firings:
        about = (
            (NAME, "2"),
            *about[1:-1],
            ("alerts", str(len(firings))),
            ("alerts hash", _rows_hash(firings)),
            about[-1],
        )
    with new_file(file) as target:
        text = io.TextIOWrapper(target, "utf-8-sig", newline="", write_through=True)
        out = csv.writer(text)
        out.writerows([safe_cell(cell) for cell in line] for line in about)
        out.writerow([])
        out.writerow(HEAD)
        out.writerows(table)
        if firings:
            out.writerow([])
            out.writerow(FIRING_HEAD)
            out.writerows(firings)
        text.flush()
        text.detach()


def verify_journal(reader: InboxReader) -> Verdict:
    """Read the whole journal and check that it hangs together. Raises StoreError."""
    findings: list[Finding] = []
    for finding in check(_everything(reader)):
        findings.append(finding)
        if len(findings) == _MOST_FINDINGS:
            break
    return Verdict(tuple(findings), reader.journal_head())


def verify_report(reader: InboxReader, file: Path) -> Verdict:
    """Check the journal, and that everything a report says of acts follows from it.

    Raises StoreError, and SettingsError where the file is no report.
    """
    whole = verify_journal(reader)
    about, table, firings = _read(file)
    differences: list[str] = []
    try:
        head = Head(int(about["journal entries"]), bytes.fromhex(about["journal head"]))
        stated, stated_firings = int(about["items"]), int(about.get("alerts", "0"))
    except (KeyError, ValueError) as error:
        raise _no_report(file) from error
    differences += _head_differs(reader, head, whole.head)
    if stated != len(table):
        differences.append(f"The report states {stated} items and lists {len(table)}.")
    if about.get("rows hash") != _rows_hash(table):
        differences.append(
            "The rows are not those the report was made with: some were changed, added, removed or moved."
        )
    for start in range(0, len(table), _PAGE):
        differences += _compare(reader, table[start : start + _PAGE], head.id, file)
    if stated_firings != len(firings):
        differences.append(f"The report states {stated_firings} firings of alerts and lists {len(firings)}.")
    if firings:
        if about.get("alerts hash") != _rows_hash(firings):
            differences.append("The rows of alerts are not those the report was made with.")
        differences += _compare_firings(reader, firings, head.id, file)
    return Verdict(whole.findings, whole.head, tuple(differences), len(table), len(firings))


def verify_head(reader: InboxReader, head: Head) -> Verdict:
    """Check the journal, and that it went through a head that was noted elsewhere. Raises StoreError."""
    whole = verify_journal(reader)
    return Verdict(whole.findings, whole.head, tuple(_head_differs(reader, head, whole.head)))


def _head_differs(reader: InboxReader, head: Head, last: Head) -> Iterator[str]:
    stored = reader.journal_hash(head.id) if head.id else head.hash
    if stored is None:
        yield f"The report was made at entry {head.id}; the journal ends at entry {last.id}: entries were cut off."
    elif stored != head.hash:
        yield f"Entry {head.id} has another hash than the report states: the journal was rewritten."


def _compare(reader: InboxReader, table: Sequence[list[str]], upto: int, file: Path) -> Iterator[str]:
    try:
        keyed = [(ItemId(int(row[0])), _ids(row[-1]), row) for row in table if len(row) == len(HEAD)]
    except ValueError as error:
        raise _no_report(file) from error
    if len(keyed) != len(table):
        raise _no_report(file)
    every = {one for item, story, _ in keyed for one in (item, *story)}
    entries = reader.journal_of(tuple(sorted(every)), upto)
    stored = {row.id for row in reader.rows(tuple(sorted(every)))}
    together = reader.story_members(tuple(item for item, _, _ in keyed))
    for item, story, row in keyed:
        if row[_THROUGH] and item in stored:
            # Which items are of one story stands in no journal: only what is so now can be asked.
            for member in story:
                if member in stored and member not in together.get(item, ()):
                    yield f"Item {item}: the report counts what was done with item {member}, which is not in its story now."
        if item not in entries:
            yield f"Item {item}: the journal knows nothing of it."
            continue
        audit = item_audit(item, entries[item], [entries.get(member, []) for member in story])
        first = HEAD.index(COVERED[0])
        for name, said, true in zip(COVERED, row[first:], _covered(audit), strict=False):
            if said != safe_cell(true):
                yield f"Item {item}, {name}: the report says {said or 'nothing'}, the journal {true or 'nothing'}."


def _compare_firings(reader: InboxReader, table: Sequence[list[str]], upto: int, file: Path) -> Iterator[str]:
    try:
        keyed = {int(row[0]): row for row in table if len(row) == len(FIRING_HEAD)}
    except ValueError as error:
        raise _no_report(file) from error
    if len(keyed) != len(table):
        raise _no_report(file)
    known = {line.firing: line for line in firing_lines(reader, upto, None)}
    for firing, row in keyed.items():
        if firing not in known:
            yield f"Firing {firing}: the journal knows nothing of it."
            continue
        for name, said, true in zip(FIRING_HEAD, row, _firing_cells(known[firing]), strict=True):
            if said != safe_cell(true):
                yield f"Firing {firing}, {name}: the report says {said or 'nothing'}, the journal {true or 'nothing'}."


def _firing_cells(line: FiringLine) -> list[str]:
    about = [str(line.firing), line.alert, line.level, line.price_usd, line.title]
    return [*about, *_covered(line.audit), "" if line.item is None else str(line.item)]


def _cells(line: AuditLine, publishers: dict[str, str]) -> list[str]:
    row = line.row
    level = Level(row.level).name.lower()
    about = [str(row.id), publishers.get(row.publisher, row.publisher), row.ref, level, row.title, line.link]
    return [*about, *_covered(line.audit), " ".join(map(str, line.story))]


def _covered(audit: ItemAudit) -> list[str]:
    def time(name: str) -> str:
        at = getattr(audit, name)
        return iso(at) if at is not None else _BEFORE if name in audit.before else ""

    published = audit.published
    return [
        "" if published is None else to_hkt(published).date().isoformat() if audit.day_only else iso(published),
        time("first_seen"),
        time("notified"),
        audit.notified_how,
        time("seen"),
        time("opened"),
        time("acknowledged"),
        audit.acknowledged_by,
        audit.note,
        time("withdrawn_at"),
        "yes" if audit.is_old else "",
        ", ".join(sorted(audit.by_story)),
    ]


def _everything(reader: InboxReader) -> Iterator[JournalEntry]:
    # From the lowest number there may be: an entry that somebody put before the first is read with the others.
    after: int | None = None
    while part := reader.journal(after, _PAGE):
        yield from part
        after = part[-1].id


def _read(file: Path) -> tuple[dict[str, str], list[list[str]], list[list[str]]]:
    """What a report says of itself, its table of items, and that of alerts."""
    try:
        lines = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    except FileNotFoundError as error:
        raise SettingsError("no-such-file", f"{file} is not there.", "Name an audit report.") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _no_report(file) from error
    empty = next((number for number, line in enumerate(lines) if not any(line)), 0)
    about = {line[0]: line[1] for line in lines[:empty] if len(line) >= 2}
    if NAME not in about or lines[empty + 1 : empty + 2] != [list(HEAD)]:
        raise _no_report(file)
    table = lines[empty + 2 :]
    end = next((number for number, line in enumerate(table) if not any(line)), len(table))
    if table[end:] and table[end + 1 : end + 2] != [list(FIRING_HEAD)]:
        raise _no_report(file)
    return about, table[:end], table[end + 2 :]


def _no_report(file: Path) -> SettingsError:
    return SettingsError(
        "no-report",
        f"{file} is no audit report as hkwatch writes them.",
        "Name a CSV file made by `hkwatch audit export`.",
    )


def _rows_hash(table: Sequence[Sequence[str]]) -> str:
    made = sha256()
    for row in table:
        made.update(json.dumps(list(row)).encode("ascii"))
    return made.hexdigest()


def _ids(text: str) -> tuple[ItemId, ...]:
    return tuple(ItemId(int(word)) for word in text.split())

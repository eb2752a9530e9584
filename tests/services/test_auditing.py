# SPDX-License-Identifier: MIT
import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fakes import START
from hkwatch.app.files import Files
from hkwatch.domain.commands import Mark
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.journal import NO_HASH, Fault, digest
from hkwatch.domain.order import to_ms
from hkwatch.domain.query import parse_query
from hkwatch.services.auditing import HEAD, AuditReport, make_report, verify_journal, verify_report, write_csv
from hkwatch.services.exporting import Chosen
from hkwatch.services.inbox import InboxReader
from hkwatch.store import items, outbox, stories
from hkwatch.store.db import open_writer, transaction
from services.rig import shipped
from store.stored import FOLDER, add, new_item

SEEN = START + timedelta(seconds=40)
NOTE = "=told the board, 已通知"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", START)) as made:
        yield made


@pytest.fixture
def reader(db: sqlite3.Connection, tmp_path: Path) -> Iterator[InboxReader]:
    files: Files = shipped()
    made = InboxReader(tmp_path / "hkwatch.db", FOLDER, files.catalogue, lambda: START)
    made.open()
    yield made
    made.close()


@pytest.fixture
def acted(db: sqlite3.Connection) -> list[ItemId]:
    """Three items; the first was told, seen, opened and acknowledged, the second only seen."""
    added = add(
        db,
        *(new_item(f"{name} 證監會", at=START + timedelta(seconds=n), published=START) for n, name in enumerate("abc")),
    )
    with transaction(db):
        notice = outbox.add(db, "item:a", "item", Level.HIGH, START, item=added[0])
        assert notice is not None
        outbox.finish(db, notice, "shown", START + timedelta(seconds=5), channel="dbus")
        items.mark_items(db, added[:2], Mark.SEEN, "", SEEN, "chan")
        items.mark_items(db, added[:1], Mark.READ, "", SEEN + timedelta(seconds=1), "chan")
        items.mark_items(db, added[:1], Mark.ACKNOWLEDGE, NOTE, SEEN + timedelta(seconds=2), "Chan Tai Man (chan)")
    return added


def report(reader: InboxReader) -> AuditReport:
    return make_report(reader, Chosen(parse_query("")), "everything", START, {"sfc": "SFC"})


def exported(reader: InboxReader, folder: Path) -> Path:
    file = folder / "audit.csv"
    write_csv(report(reader), file)
    return file


def forge(db: sqlite3.Connection, statement: str, *values: object) -> None:
    """What somebody with the file and a database tool can do."""
    for trigger in ("audit_log_no_update", "audit_log_no_delete"):
        db.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    assert db.execute(statement, values).rowcount > 0


@pytest.mark.usefixtures("acted")
def test_a_report_says_when_each_item_was_known_told_seen_opened_and_acknowledged(
    reader: InboxReader, tmp_path: Path
) -> None:
    lines = list(csv.reader(exported(reader, tmp_path).read_text("utf-8-sig").splitlines()))
    assert lines[0] == ["hkwatch audit report", "1"]
    table = [dict(zip(HEAD, line, strict=True)) for line in lines[lines.index(list(HEAD)) + 1 :]]
    last, seen, acknowledged = table
    assert last["on screen"] == last["notified"] == ""
    assert (seen["on screen"], seen["acknowledged by"]) == (datetime_text(SEEN), "")
    assert acknowledged["published"] == acknowledged["first seen"] == datetime_text(START)
    assert (acknowledged["notified how"], acknowledged["acknowledged by"]) == ("dbus", "Chan Tai Man (chan)")
    assert acknowledged["note"] == f"'{NOTE}"


def datetime_text(at: datetime) -> str:
    return f"{at.astimezone(UTC) + timedelta(hours=8):%Y-%m-%dT%H:%M:%S}+08:00"


@pytest.mark.usefixtures("acted")
def test_an_untouched_report_agrees_also_after_more_was_done(
    db: sqlite3.Connection, reader: InboxReader, acted: list[ItemId], tmp_path: Path
) -> None:
    file = exported(reader, tmp_path)
    with transaction(db):
        items.mark_items(db, acted, Mark.ACKNOWLEDGE, "later", SEEN + timedelta(days=1), "chan")
    verdict = verify_report(reader, file)
    assert (verdict.is_whole, verdict.checked_items) == (True, 3)


@pytest.mark.usefixtures("acted")
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("16:00:47+08:00", "15:00:47+08:00", "the report says"),
        ("Chan Tai Man (chan)", "Somebody else", "acknowledged by"),
        ("journal head,", "journal head,00", "rewritten"),
        ("a 證監會", "another title", "rows"),
    ],
)
def test_a_report_that_was_edited_is_found(reader: InboxReader, tmp_path: Path, old: str, new: str, said: str) -> None:
    file = exported(reader, tmp_path)
    text = file.read_text("utf-8-sig")
    old = datetime_text(SEEN + timedelta(seconds=2)) if "+08" in old else old
    assert old in text
    file.write_text(text.replace(old, new if "+08" not in new else datetime_text(START)), "utf-8-sig")
    verdict = verify_report(reader, file)
    assert not verdict.is_whole
    assert said in " ".join(verdict.differences)


@pytest.mark.usefixtures("acted")
def test_a_row_taken_out_of_a_report_is_found(reader: InboxReader, tmp_path: Path) -> None:
    file = exported(reader, tmp_path)
    lines = file.read_text("utf-8-sig").splitlines()
    file.write_text("\n".join(lines[:-1]), "utf-8-sig")
    assert "states 3 items and lists 2" in verify_report(reader, file).differences[0]


@pytest.mark.usefixtures("acted")
@pytest.mark.parametrize(
    ("statement", "entry", "fault"),
    [
        ("UPDATE audit_log SET at_ms = at_ms - 60000 WHERE kind = 'acknowledge'", 9, Fault.CONTENT),
        ("UPDATE audit_log SET actor = 5 WHERE id = 6", 6, Fault.CONTENT),
        ("UPDATE audit_log SET detail = 'no json' WHERE id = 5", 5, Fault.CONTENT),
        ("DELETE FROM audit_log WHERE id = 5", 6, Fault.MISSING),
        ("DELETE FROM audit_log WHERE id < 3", 3, Fault.MISSING),
    ],
)
def test_a_journal_that_was_changed_in_the_file_names_the_entry(
    db: sqlite3.Connection, reader: InboxReader, tmp_path: Path, statement: str, entry: int, fault: Fault
) -> None:
    file = exported(reader, tmp_path)
    forge(db, statement)
    first = verify_journal(reader).findings[0]
    assert (first.entry, first.fault) == (entry, fault)
    assert not verify_report(reader, file).is_whole


@pytest.mark.parametrize("number", [-(2**63), -(2**62) - 1, -1, 0])
def test_an_act_made_up_before_the_first_entry_is_found_however_far_before(
    db: sqlite3.Connection, reader: InboxReader, acted: list[ItemId], number: int
) -> None:
    made = digest(NO_HASH, number, to_ms(SEEN), "acknowledge", acted[2], "chan", "{}")
    entry = (number, to_ms(SEEN), "acknowledge", acted[2], "chan", "{}", NO_HASH, made)
    db.execute("INSERT INTO audit_log VALUES (?,?,?,?,?,?,?,?)", entry)
    assert verify_journal(reader).findings[0].entry == number


@pytest.mark.usefixtures("acted")
def test_entries_cut_off_at_the_end_show_only_against_a_report(
    db: sqlite3.Connection, reader: InboxReader, tmp_path: Path
) -> None:
    file = exported(reader, tmp_path)
    forge(db, "DELETE FROM audit_log WHERE kind = 'acknowledge'")
    assert verify_journal(reader).is_whole
    assert "cut off" in verify_report(reader, file).differences[0]


def test_what_was_done_with_another_item_of_the_story_is_said_to_be(
    db: sqlite3.Connection, reader: InboxReader, acted: list[ItemId]
) -> None:
    with transaction(db):
        stories.join(db, acted[2], int(acted[0]), [acted[0]])
        stories.settle(db, int(acted[0]), lambda _publisher: 0, FOLDER)
    audits = {line.audit.item: line.audit for line in report(reader).lines}
    lead = audits[acted[0]]
    assert lead.by_story == frozenset()
    chosen = Chosen(parse_query(""), (acted[2],))
    (line,) = make_report(reader, chosen, "one", START, {}).lines
    assert line.audit.by_story == {"notified", "seen", "opened", "acknowledged"}
    assert line.story == (acted[0],)


def test_an_acknowledgement_that_was_taken_back_does_not_stand(
    db: sqlite3.Connection, reader: InboxReader, acted: list[ItemId]
) -> None:
    with transaction(db):
        items.mark_items(db, acted[:1], Mark.UNACKNOWLEDGE, "", SEEN + timedelta(hours=1), "chan")
    audit = next(line.audit for line in report(reader).lines if line.audit.item == acted[0])
    assert (audit.acknowledged, audit.withdrawn_at) == (None, SEEN + timedelta(hours=1))


def test_what_is_no_report_is_refused(reader: InboxReader, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_bytes(b"a,b\n\n\xff")
    with pytest.raises(SettingsError) as caught:
        verify_report(reader, file)
    assert caught.value.key == "no-report"

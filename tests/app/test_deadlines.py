# SPDX-License-Identifier: MIT
"""`hkwatch deadlines list`: what it prints and writes."""

import json
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hkwatch.app import exit_codes
from hkwatch.app.deadlines import main
from hkwatch.app.paths import AppPaths
from hkwatch.domain.deadline import DeadlineKind
from hkwatch.domain.errors import SettingsError, StoreError
from hkwatch.store import deadlines
from hkwatch.store.db import open_writer, transaction

NOW = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """A folder that knows an open, an extended and a past deadline."""
    found = AppPaths.under(tmp_path)
    found.create()
    rows = (
        ("26CP4", date(2026, 1, 19), date(2026, 2, 2)),
        ("26CP5", date(2026, 1, 7), date(2026, 1, 7)),
        ("25CP1", date(2025, 3, 3), date(2025, 3, 3)),
    )
    with closing(open_writer(found.database_file, found.backups_dir, NOW)) as db, transaction(db):
        for ref, announced, day in rows:
            new = deadlines.NewDeadline(
                "sfc", ref, None, f"Paper {ref}", DeadlineKind.COMMENTS, None, announced, day, day
            )
            deadlines.insert(db, new, NOW)
    return found


def listed(
    paths: AppPaths, *, with_past: bool = False, ref: str = "", as_json: bool = False, ics: Path | None = None
) -> int:
    return main(paths, with_past=with_past, ref=ref, as_json=as_json, ics=ics, now=NOW)


def test_open_ones_are_listed_with_the_days_left_the_nearest_first(
    paths: AppPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(paths) == exit_codes.FINE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["2026-01-07", "2026-02-02"]
    assert "extended from 2026-01-19" in lines[2]
    assert "20" in lines[2].split()
    listed(paths, with_past=True)
    assert "2025-03-03" in capsys.readouterr().out


def test_json_has_one_object_a_line(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    listed(paths, as_json=True, ref="26cp5")
    (one,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (one["ref"], one["days_left"], one["working_days_left"], one["state"]) == ("26CP5", 2, 2, "open")


def test_a_calendar_file_is_new_or_refused(paths: AppPaths, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "all.ics"
    listed(paths, ics=file)
    assert file.read_bytes().count(b"BEGIN:VEVENT") == 2
    assert f"2 deadlines written to {file}" in capsys.readouterr().err
    with pytest.raises(SettingsError, match="there already"):
        listed(paths, ics=file)


def test_without_data_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StoreError) as caught:
        listed(AppPaths.under(tmp_path))
    assert "hkwatch check" in caught.value.next_step
    assert capsys.readouterr().out == ""

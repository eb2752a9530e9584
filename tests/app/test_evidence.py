# SPDX-License-Identifier: MIT
"""`hkwatch evidence`: what it lists and writes."""

import hashlib
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hkwatch.app import exit_codes
from hkwatch.app.cli import main as run
from hkwatch.app.evidence import main
from hkwatch.app.paths import AppPaths
from hkwatch.domain.errors import SettingsError, StoreError
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.ids import ItemId
from hkwatch.store import evidence
from hkwatch.store.db import open_writer, transaction
from services.stored_items import put

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
BODIES = (b"<p>first wording</p>", b"<p>second wording</p>\r\n")


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """A folder with an item of which two answers were kept, and one of which none was."""
    found = AppPaths.under(tmp_path / "data")
    found.create()
    with closing(open_writer(found.database_file, found.backups_dir, NOW)) as db, transaction(db):
        put(db, 7, "Example Digital Ltd licensed", ref="26PR140")
        put(db, 8, "Another", ref="26PR141")
        for hours, body in enumerate(BODIES):
            name = hashlib.sha256(body).hexdigest()
            answer = Evidence("https://example.test/7", 200, NOW + timedelta(hours=hours), {}, name, len(body), body)
            evidence.keep(db, ItemId(7), "en", answer)
    return found


def shown(paths: AppPaths, wanted: str, *, out: Path | None = None, number: int | None = None) -> int:
    return main(paths, wanted, out=out, number=number, now=NOW)


def test_all_answers_are_listed_with_time_size_and_hash(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(paths, "7") == exit_codes.FINE
    text = capsys.readouterr().out
    assert "Securities and Futures Commission: Example Digital Ltd licensed (26PR140)" in text
    for body in BODIES:
        assert hashlib.sha256(body).hexdigest() in text
    assert "2026-11-20 17:00 HKT" in text


def test_the_heading_is_in_the_items_own_language_and_that_of_a_named_answer_in_its_own(
    paths: AppPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_writer(paths.database_file, paths.backups_dir, NOW)) as db, transaction(db):
        db.execute(
            "INSERT INTO item_text (item_id, lang, source, title, html, text, url, body)"
            " VALUES (7, 'zh-Hans', 'sfc-news-api', '获发牌照', '', '', 'https://example.test/7/sc', 'none')"
        )
        answer = Evidence("https://example.test/7/sc", 200, NOW + timedelta(hours=3), {}, "ab" * 32, 9, b"<p>1</p>\n")
        evidence.keep(db, ItemId(7), "zh-Hans", answer)
    shown(paths, "7")
    assert "Securities and Futures Commission: Example Digital Ltd licensed (26PR140)" in capsys.readouterr().out
    shown(paths, "7", number=3)
    assert "Securities and Futures Commission: 获发牌照 (26PR140)" in capsys.readouterr().out


def test_the_newest_answer_is_written_byte_for_byte_into_a_folder(paths: AppPaths, tmp_path: Path) -> None:
    assert shown(paths, "26pr140", out=tmp_path) == exit_codes.FINE
    (file,) = tmp_path.glob("26PR140-en-*.zip")
    with zipfile.ZipFile(file) as archive:
        assert archive.read("body.bin") == BODIES[1]


def test_an_older_answer_can_be_named_and_no_file_is_overwritten(paths: AppPaths, tmp_path: Path) -> None:
    file = tmp_path / "old.zip"
    shown(paths, "7", out=file, number=1)
    with zipfile.ZipFile(file) as archive:
        assert archive.read("body.bin") == BODIES[0]
    with pytest.raises(SettingsError, match="there already"):
        shown(paths, "7", out=file)
    with pytest.raises(SettingsError, match="no answer 3"):
        shown(paths, "7", number=3)


def test_an_item_without_evidence_and_one_that_is_none_are_told_apart(
    paths: AppPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(paths, "26PR141") == exit_codes.FINE
    assert "Nothing was kept" in capsys.readouterr().out
    with pytest.raises(SettingsError, match="No item 26PR999"):
        shown(paths, "26PR999")


def test_the_command_is_there_and_says_what_to_do_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evidence", "7", "--data", str(tmp_path / "none")]) != exit_codes.FINE
    assert "hkwatch check" in capsys.readouterr().err
    with pytest.raises(StoreError):
        shown(AppPaths.under(tmp_path / "none"), "7")

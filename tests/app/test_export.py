# SPDX-License-Identifier: MIT
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fakes import START
from hkwatch.app.cli import main
from hkwatch.domain.commands import Mark
from hkwatch.store import items
from hkwatch.store.db import open_writer, transaction
from store.stored import add, new_item


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command changes it for its own process."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", START)) as made:
        added = add(made, new_item("A circular", published=START), new_item("證監會發牌", lang="zh-Hant"))
        with transaction(made):
            items.mark_items(made, added, Mark.ACKNOWLEDGE, "", START, "chan")
        yield made


def run(folder: Path, *arguments: str | Path) -> int:
    return main([str(argument) for argument in (*arguments, "--data", folder)])


@pytest.mark.usefixtures("db")
def test_export_writes_a_new_file_and_never_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "items.json"
    arguments = ("export", "--format", "json", "--columns", "title,published", "--out", file)
    assert run(tmp_path, *arguments) == 0
    assert {one["title"] for one in json.loads(file.read_text("utf-8"))["items"]} == {"A circular", "證監會發牌"}
    assert run(tmp_path, *arguments) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("form", ["csv", "json", "md", "html", "xlsx"])
def test_every_item_is_cited_in_the_chosen_language(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"items.{form}"
    assert run(tmp_path, "export", "--format", form, "--titles", "zh-Hant", "--out", file) == 0
    if form == "xlsx":
        sheet = load_workbook(file).active
        assert sheet is not None
        text = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    else:
        text = file.read_text("utf-8-sig")
    assert "證券及期貨事務監察委員會，〈證監會發牌〉" in text
    assert "證券及期貨事務監察委員會，〈A circular〉" in text


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    "arguments",
    [("export", "--query", "level:wrong"), ("export", "--columns", "titel"), ("audit", "verify", "--head", "x")],
)
def test_what_cannot_be_understood_is_a_mistake_in_the_command(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run(tmp_path, *arguments) == 2


def test_audit_is_exported_checked_and_found_when_it_was_changed(
    db: sqlite3.Connection, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "audit.csv"
    assert run(tmp_path, "audit", "export", "--query", "is:acked", "--out", report) == 0
    entry, made = capsys.readouterr().out.split()[2:4]
    assert run(tmp_path, "audit", "verify", report) == 0
    assert "2 items agree" in capsys.readouterr().out
    head = f"{entry.rstrip(',')}:{made}"
    assert run(tmp_path, "audit", "verify", "--head", head) == 0
    db.execute("DROP TRIGGER audit_log_no_update")
    db.execute("UPDATE audit_log SET actor = 'somebody else' WHERE id = 4")
    capsys.readouterr()
    assert run(tmp_path, "audit", "verify", "--head", head) == 5
    assert "entry 4: it was changed" in capsys.readouterr().out
    assert run(tmp_path, "audit", "verify", report) == 5


@pytest.mark.usefixtures("db", "qapp")
def test_audit_as_pdf_needs_no_screen(tmp_path: Path) -> None:
    file = tmp_path / "audit.pdf"
    assert run(tmp_path, "audit", "export", "--format", "pdf", "--since", "2020-01-01", "--out", file) == 0
    content = file.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")

# SPDX-License-Identifier: MIT
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from hkwatch.app.cli import main
from hkwatch.app.registers import change_json
from hkwatch.domain.register import LICENSED, ChangeKind, RegisterChange, RegisterRow
from hkwatch.domain.register_watch import Belief, observe
from hkwatch.replica import registers as pages
from hkwatch.replica.world import RegisterLine
from hkwatch.store import registers as store
from hkwatch.store.db import open_writer, transaction
from registers import AT, snapshot, state, vatp


def files(tmp_path: Path, old: bytes, new: bytes) -> list[str]:
    (tmp_path / "old.html").write_bytes(old)
    (tmp_path / "new.html").write_bytes(new)
    return ["registers", "diff", str(tmp_path / "old.html"), str(tmp_path / "new.html"), "--register", "sfc-vatp"]


def test_two_saved_pages_are_compared_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = pages.edited(
        state(),
        AT,
        add=[RegisterLine("licensed", "Example New Limited", "示例新有限公司", "New", "ZZZ099")],
        remove=["Sample Five Limited"],
        change={
            "Sample One Limited": {"list": "licensed", "ce": "ZZZ010", "deemed": False},
            "Example Beta Limited": {"name_en": "Example Bravo Limited"},
            "Example Alpha Limited": {"platform": "Alpha Pro"},
        },
    )
    assert main([*files(tmp_path, vatp(), vatp(newer)), "--json"]) == 0
    found = {row["change"]: row for row in json.loads(capsys.readouterr().out)}
    assert found["added"] == {
        "change": "added",
        "list": "licensed",
        "from_list": None,
        "key": "ZZZ099",
        "name_en": "Example New Limited",
        "name_zh": "示例新有限公司",
        "fields": {"ce": "ZZZ099", "platform": "New"},
    }
    assert (found["removed"]["list"], found["removed"]["key"]) == ("applicants", "sample five limited")
    assert (found["moved"]["from_list"], found["moved"]["list"], found["moved"]["key"]) == (
        "applicants",
        "licensed",
        "ZZZ010",
    )
    assert found["renamed"]["fields"]["name_en"] == {"old": "Example Beta Limited", "new": "Example Bravo Limited"}
    assert found["changed"]["fields"] == {"platform": {"old": "Alpha Exchange", "new": "Alpha Pro"}}


TABLE = (
    "<table><tr><th>Company name (English)</th><th>Platform</th><th>Date of application</th></tr>{}</table>"
    "<p>Last update: 19 Feb 2025</p>"
)
HOLDERS = (
    "<h3>List of licensed virtual asset trading platforms</h3><table><tr><th>CE no.</th><th>Company name (English)</th>"
    "<th>Platform</th></tr><tr><td>ZZZ001</td><td>Example Alpha Limited</td><td>Alpha</td></tr>{}</table>"
)


def line(name: str) -> str:
    return f"<tr><td>{name}</td><td>X</td><td>3 Jun 2024</td></tr>"


def with_deemed(*deemed: str, applicants: tuple[str, ...] = ("Sample One Limited",), holders: str = "") -> bytes:
    """A page with a list of deemed applicants of its own."""
    parts = (
        HOLDERS.format(holders),
        "<h3>List of virtual asset trading platforms deemed to be licensed</h3>",
        TABLE.format("".join(map(line, deemed))),
        "<h3>List of virtual asset trading platform applicants</h3>",
        TABLE.format("".join(map(line, applicants))),
    )
    return f"<html><body>{''.join(parts)}</body></html>".encode()


def without_deemed(*applicants: str, holders: str = "") -> bytes:
    """A page whose deemed applicants stand among the others with a mark."""
    parts = (
        HOLDERS.format(holders),
        "<h3>List of virtual asset trading platform applicants</h3>",
        TABLE.format("".join(map(line, applicants))),
        "<p># Deemed to be licensed</p>",
    )
    return f"<html><body>{''.join(parts)}</body></html>".encode()


def compared(tmp_path: Path, capsys: pytest.CaptureFixture[str], old: bytes, new: bytes) -> list[dict[str, object]]:
    assert main([*files(tmp_path, old, new), "--json"]) == 0
    said = capsys.readouterr().out
    assert '"deemed",' not in said
    return list(json.loads(said))


def test_a_deemed_applicant_of_an_old_page_is_an_applicant_with_a_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, more = with_deemed("Example One Limited"), with_deemed("Example One Limited", "Example Two Limited")
    (added,) = compared(tmp_path, capsys, old, more)
    assert (added["change"], added["list"], added["from_list"]) == ("added", "applicants", None)
    assert added["fields"] == {"platform": "X", "date": "2024-06-03", "deemed": "yes"}
    (removed,) = compared(tmp_path, capsys, more, old)
    assert (removed["change"], removed["list"]) == ("removed", "applicants")
    holder = "<tr><td>ZZZ002</td><td>Example Two Limited</td><td>X</td></tr>"
    (moved,) = compared(tmp_path, capsys, more, with_deemed("Example One Limited", holders=holder))
    assert (moved["change"], moved["from_list"], moved["list"]) == ("moved", "applicants", "licensed")


def test_a_list_of_deemed_applicants_that_is_merged_with_the_applicants_is_no_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = with_deemed("Example One Limited", "Example Two Limited")
    new = without_deemed("Sample One Limited", "Example One Limited #", "Example Two Limited #")
    assert compared(tmp_path, capsys, old, new) == []
    (changed,) = compared(
        tmp_path, capsys, old, without_deemed("Sample One Limited", "Example One Limited #", "Example Two Limited")
    )
    assert (changed["change"], changed["list"], changed["fields"]) == (
        "changed",
        "applicants",
        {"deemed": {"old": "yes", "new": ""}},
    )


def test_an_applicant_that_an_old_page_names_on_both_lists_stands_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = with_deemed("Example One Limited", applicants=("Sample One Limited", "Example One Limited"))
    assert compared(tmp_path, capsys, old, without_deemed("Sample One Limited", "Example One Limited #")) == []


def test_a_list_of_deemed_applicants_that_is_gone_with_its_rows_is_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = with_deemed("Example One Limited")
    assert main([*files(tmp_path, old, without_deemed("Sample One Limited")), "--json"]) == 3
    assert "“deemed” is not on the page any more" in capsys.readouterr().err


def test_a_stored_move_between_deemed_and_other_applicants_is_told_as_a_change_of_the_mark() -> None:
    row = RegisterRow("deemed", "Example One Limited", platform="X")
    told = change_json(RegisterChange(ChangeKind.MOVED, row, replace(row, list="applicants")))
    assert (told["change"], told["list"], told["from_list"]) == ("changed", "applicants", None)
    assert told["fields"] == {"deemed": {"old": "yes", "new": ""}}


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (b"<html><body><h1>403 Forbidden</h1></body></html>", "none of the register's tables"),
        (vatp().replace(b"CE reference", b"Reference"), "lost a column: ce"),
        (vatp()[:2000], "ends before its end"),
    ],
)
def test_pages_that_must_not_be_compared_end_with_three_and_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], new: bytes, words: str
) -> None:
    assert main([*files(tmp_path, vatp(), new), "--json"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registers", "diff", str(tmp_path / "no.html"), str(tmp_path / "no.html")]) == 2
    assert "no.html" in capsys.readouterr().err


def test_what_was_read_and_what_changed_is_listed_apart_from_what_was_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = RegisterRow(LICENSED, "Example Alpha Limited", "示例有限公司", "Alpha", "ZZZ001")
    with closing(open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", AT)) as db, transaction(db):
        store.save_belief(db, "sfc-vatp-lists", observe(Belief(), snapshot(row), AT).belief, AT)
        store.put_rows(db, "sfc-vatp-lists", [row], None)
        store.add_change(db, "sfc-vatp-lists", RegisterChange(ChangeKind.ADDED, None, row), AT, None, None)
    data = ["--data", str(tmp_path), "registers"]
    assert main([*data, "show"]) == 0
    said = capsys.readouterr().out
    assert "licensed platforms  ZZZ001  Example Alpha Limited  Alpha" in said
    assert "sfc-vatp-lists: as of 2025-02-19 09:00 HKT" in said
    assert main([*data, "history", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["change"], line["key"]) for line in lines if line["observed"]] == [("added", "ZZZ001")]
    assert len([line for line in lines if not line["observed"]]) == 13
    assert main([*data, "history", "bullish"]) == 0
    assert "not from hkwatch's own observation" in capsys.readouterr().out
    assert main([*data, "show", "--register", "hkma-stablecoin", "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_without_a_database_the_next_step_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "none"), "registers", "show"]) == 1
    assert "hkwatch check" in capsys.readouterr().err


def test_an_address_is_checked_against_what_is_stored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", AT)):
        pass

    def said(*words: str) -> str:
        assert main(["--data", str(tmp_path), "registers", "check", *words]) == 0
        return capsys.readouterr().out

    assert "hashkey.com is its own site, from public facts · licensed platforms, from public facts" in said(
        "hashkey.com"
    )
    imitation = said("hashkey-pro.example")
    assert "Similar to hashkey.com, the site of Hash Blockchain Limited, but not the same." in imitation
    assert "licensed" not in imitation
    assert "Absence is not proof" in said("nobody.example")
    found = json.loads(said("trade-hk.osl.com", "--json"))
    assert (found["match"], found["site"], found["ce"], found["observed"]) == ("exact", "osl.com", "BPJ213", False)

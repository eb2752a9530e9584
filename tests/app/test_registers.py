# SPDX-License-Identifier: MIT
import json
from pathlib import Path

import pytest

from hkwatch.app.cli import main
from hkwatch.replica import registers as pages
from hkwatch.replica.world import RegisterLine
from registers import AT, state, vatp


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

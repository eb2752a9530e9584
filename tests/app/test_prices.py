# SPDX-License-Identifier: MIT
"""`hkwatch prices` as it is typed: files in, files out, and refusals in words."""

from pathlib import Path

import pytest

from hkwatch.app.cli import main
from hkwatch.app.lock import acquire

ROWS = [f"{(1_737_331_200 + 60 * n) * 1000},{100 + n},{102 + n},{99 + n},{101 + n},1,0,0,0,0,0,0" for n in range(90)]


@pytest.fixture
def kline(tmp_path: Path) -> Path:
    file = tmp_path / "klines.csv"
    file.write_text("\n".join(ROWS), "utf-8")
    return file


def hkwatch(folder: Path, *words: object) -> int:
    return main(["--data", str(folder / "data"), "prices", *map(str, words)])


def test_minutes_come_in_once_and_go_out_again(tmp_path: Path, kline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hkwatch(tmp_path, "import", kline) == 0
    assert "90 minutes of BTC, 2025-01-20 00:00 to 2025-01-20 01:29 UTC, 90 new" in capsys.readouterr().out
    assert hkwatch(tmp_path, "import", kline) == 0
    assert "0 new" in capsys.readouterr().out
    assert hkwatch(tmp_path, "export", "--step", "minutes") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["timestamp,open,high,low,close", "1737331200,100,102,99,101"]
    assert len(lines) == 91
    assert hkwatch(tmp_path, "export", tmp_path / "hours.csv", "--step", "hours", "--since", "2025-01-20") == 0
    assert (tmp_path / "hours.csv").read_text().splitlines()[1:] == [
        "1737331200,100,161,99,160",
        "1737334800,160,191,159,190",
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("import", "nowhere.csv"), "Name a CSV file"),
        (("export",), "Run `hkwatch"),
        (("export", "--since", "soon"), "'soon' is no day"),
        (("import", "x", "--asset", "B T"), "is no asset"),
    ],
)
def test_what_cannot_be_done_is_said(
    tmp_path: Path, words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hkwatch(tmp_path, *words) != 0
    error = capsys.readouterr().err
    assert says in error or "not" in error


def test_a_file_that_is_there_is_not_written_over(
    tmp_path: Path, kline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hkwatch(tmp_path, "import", kline)
    assert hkwatch(tmp_path, "export", kline) != 0
    assert "is there already" in capsys.readouterr().err
    assert kline.read_text("utf-8").splitlines() == ROWS


def test_a_bad_line_imports_nothing_of_any_file(
    tmp_path: Path, kline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("\n".join([*ROWS, "1,2,3"]), "utf-8")
    assert hkwatch(tmp_path, "import", kline, bad) != 0
    assert "bad.csv, line 91" in capsys.readouterr().err
    assert not (tmp_path / "data" / "hkwatch.db").exists()


def test_nothing_is_imported_beside_a_running_watch(
    tmp_path: Path, kline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    with acquire(tmp_path / "data", "engine"):
        assert hkwatch(tmp_path, "import", kline) == 4

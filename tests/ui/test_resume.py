# SPDX-License-Identifier: MIT
"""The place to go back to is kept for exactly one start."""

from pathlib import Path

import pytest

from hkwatch.ui.resume import Place, take, write

PLACE = Place("flagged", "", "licence src:sfc", 42, ("rules", "settings"), "look")


def test_a_place_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    write(file, PLACE)
    assert take(file) == PLACE
    assert take(file) is None


def test_a_window_that_is_not_known_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    write(file, Place(windows=("quit", "rules")))
    found = take(file)
    assert found is not None
    assert found.windows == ("rules",)


@pytest.mark.parametrize("text", ["", "[]", '{"view": 1}'])
def test_a_file_that_cannot_be_read_is_removed(tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "resume.json"
    file.write_text(text)
    assert take(file) is None
    assert not file.exists()
    assert "resume" in caplog.text

# SPDX-License-Identifier: MIT
"""The names of publishers, read without the rest of the catalogue."""

from pathlib import Path

import pytest

from hkwatch.app.paths import resources
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.publisher_names import short_names


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_they_are_those_of_the_catalogue_in_its_order(language: str, tmp_path: Path) -> None:
    shipped = resources() / "catalogue"
    publishers = load_catalogue(shipped, None)[0].publishers
    wanted = [(str(ident), one.short.in_language(language)) for ident, one in publishers.items()]
    found = short_names(shipped, tmp_path / "none", language)
    assert found is not None
    assert list(found.items()) == wanted


def test_rows_of_the_user_leave_it_to_the_whole_catalogue(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("# nothing yet\n", "utf-8")
    assert short_names(resources() / "catalogue", tmp_path, "en") is None


def test_a_broken_shipped_file_is_left_to_the_whole_catalogue_which_says_so(tmp_path: Path) -> None:
    assert short_names(tmp_path, None, "en") is None
    (tmp_path / "publishers.toml").write_text("[[publisher]\n", "utf-8")
    assert short_names(tmp_path, None, "en") is None
    (tmp_path / "publishers.toml").write_text("[[publisher]]\nname = 'no id'\n", "utf-8")
    assert short_names(tmp_path, None, "en") is None

# SPDX-License-Identifier: MIT
"""`hkwatch searches`: what it prints and changes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hkwatch.app import exit_codes
from hkwatch.app.lock import LockedError, acquire
from hkwatch.app.paths import AppPaths
from hkwatch.app.searches import WrongSearchError, add, remove, show
from hkwatch.domain.errors import SettingsError, StoreError

NOW = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return AppPaths.under(tmp_path)


def test_a_search_is_added_listed_and_removed(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(paths, "VATP", "label:licence src:sfc", notify=True, now=NOW) == exit_codes.FINE
    add(paths, "Later", "pub:7d", notify=False, now=NOW)
    capsys.readouterr()
    show(paths, NOW, as_json=True)
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["name"], first["notify"], first["unread"], second["query"]) == ("VATP", True, 0, "pub:7d")
    show(paths, NOW, as_json=False)
    assert "label:licence src:sfc" in capsys.readouterr().out
    remove(paths, [first["id"], second["id"]], NOW)
    show(paths, NOW, as_json=False)
    assert "No saved searches" in capsys.readouterr().out


def test_of_several_to_remove_one_that_is_not_there_removes_none(
    paths: AppPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    add(paths, "VATP", "licence", notify=False, now=NOW)
    with pytest.raises(SettingsError, match="no saved search 7"):
        remove(paths, [1, 7], NOW)
    capsys.readouterr()
    show(paths, NOW, as_json=True)
    assert json.loads(capsys.readouterr().out)["name"] == "VATP"


@pytest.mark.parametrize(("name", "query"), [("", "a"), ("A", ""), ("A", "src:"), ("A", "(a")])
def test_what_cannot_be_saved_is_a_mistake_of_the_command(paths: AppPaths, name: str, query: str) -> None:
    with pytest.raises(WrongSearchError) as caught:
        add(paths, name, query, notify=False, now=NOW)
    assert caught.value.exit_code == exit_codes.USAGE


def test_beside_a_running_watch_it_lists_but_does_not_change(paths: AppPaths) -> None:
    with pytest.raises(StoreError, match="exist"):
        show(paths, NOW, as_json=False)
    add(paths, "VATP", "licence", notify=False, now=NOW)
    with acquire(paths.data_dir, "engine"):
        assert show(paths, NOW, as_json=False) == exit_codes.FINE
        with pytest.raises(LockedError):
            add(paths, "B", "b", notify=False, now=NOW)

# SPDX-License-Identifier: MIT
"""The terminal warns of names in queries that nothing is called, and does what it was asked to all the same."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from hkwatch.app import alerts, rules, searches
from hkwatch.app.files import Files, read_files
from hkwatch.app.name_warnings import known_names, place
from hkwatch.app.paths import AppPaths
from hkwatch.app.search import main as search
from hkwatch.domain.alert_terms import ItemCondition
from hkwatch.domain.alerts import AlertKind, AlertSpec
from hkwatch.domain.ids import AlertId
from hkwatch.domain.item import Level
from hkwatch.domain.query_tree import Field
from hkwatch.domain.user_rules import UserRule
from hkwatch.sources.user_rules import export_rules

NOW = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
RULE = UserRule(
    "vatp", "VATP licences", "src:scf 平台", unless="label:licnece", level=Level.CRITICAL, labels=("my-own",)
)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    found = AppPaths.under(tmp_path / "data")
    found.create()
    (found.rules_dir / "my-rules.toml").write_text(export_rules([RULE]), "utf-8")
    return found


@pytest.fixture
def files(paths: AppPaths) -> Files:
    return read_files(paths)


def test_files_name_sources_labels_and_rules_in_every_language(files: Files) -> None:
    known = known_names(files)
    assert known.has(Field.SRC, "sfc")
    assert known.has(Field.LABEL, "my-own")
    for name in (
        "vatp",
        "my:vatp",
        "vatp LICENCES",
        "Talk in the headline, no act",
        "標題只有言論，沒有行動",
        "标题只有言论，没有行动",
    ):
        assert known.has(Field.RULE, name), name
    assert not known.has(Field.RULE, "提及比特幣")
    # Firms are in the database alone.
    assert Field.ENTITY not in known.names


def test_a_saved_search_is_warned_of_and_saved(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    searches.add(paths, "One", "牌照 src:scf", notify=False, now=NOW)
    told = capsys.readouterr()
    assert told.err.splitlines() == [
        "牌照 src:scf",
        "     ^ warning: There is no source “scf”. Did you mean sfc?",
    ]
    assert "Saved search 1" in told.out
    searches.add(paths, "Two", 'src:sfc rule:"標題只有言論，沒有行動" label:my-own', notify=False, now=NOW)
    assert capsys.readouterr().err == ""
    search(paths, "label:licnece", as_json=False, limit=5, now=NOW)
    assert "^ warning: There is no label “licnece”. Did you mean licence?" in capsys.readouterr().err
    search(paths, "entity:nobody-at-all", as_json=False, limit=5, now=NOW)
    assert "warning: No firm “nobody-at-all” is known." in capsys.readouterr().err


def test_rules_are_warned_of_by_name(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.check(paths) == 0
    told = capsys.readouterr().err
    assert told.count("VATP licences:\n") == 2
    assert "source “scf”" in told
    assert "There is no label “licnece”. Did you mean licence?" in told
    file = paths.data_dir / "more.toml"
    file.write_text(export_rules([UserRule("b", "Other", "label:licnece", level=Level.HIGH)]), "utf-8")
    rules.import_rules(paths, file, dry_run=True)
    assert "Did you mean licence?" in capsys.readouterr().err


def test_an_alert_with_a_search_is_warned_of(paths: AppPaths, capsys: pytest.CaptureFixture[str]) -> None:
    spec = AlertSpec(AlertId(0), "BTC", AlertKind.ITEM, Decimal(0), with_item=ItemCondition(Level.HIGH, "src:scf"))
    alerts.warn_of(spec, paths, NOW)
    assert "Did you mean sfc?" in capsys.readouterr().err


def test_the_caret_stands_below_its_character() -> None:
    assert place("證a b", 3) == "證a b\n    ^"

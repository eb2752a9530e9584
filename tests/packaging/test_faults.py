# SPDX-License-Identifier: MIT
"""The table of faults: each row has tests, and each test it names is there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "packaging" / "FAULTS.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| fault ")
]
PROMISED = (
    *("disk full", "read-only folder", "database locked", "corrupt page", "killed during migration", "clock set"),
    *("DNS", "captive portal", "TLS expired", "proxy refusing", "10 MB feed", "endless body", "1 byte/s body"),
    *(
        "100,000 items",
        "5,000 notifications",
        "screen locked",
        "daemon absent",
        "daemon dying",
        "tray host",
        "monitors",
    ),
)


@cache
def names_in(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_each_fault_says_what_happens_and_names_tests_that_are_there(row: list[str]) -> None:
    _, happens, named = row
    assert happens
    tests = re.findall(r"`([^`]+)::(test_\w+)`", named)
    assert tests
    assert named.count("`") == 2 * len(tests)
    assert [f"{file}::{test}" for file, test in tests if test not in names_in(ROOT / file)] == []


def test_no_promised_fault_is_left_out() -> None:
    faults = [row[0] for row in ROWS]
    assert [promised for promised in PROMISED if not any(promised in fault for fault in faults)] == []

# SPDX-License-Identifier: MIT
"""What works here and ends a program elsewhere, found by reading the sources: there is no other system at hand."""

import ast
import functools
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
STARTS = frozenset(("create_subprocess_exec", "create_subprocess_shell", "Popen"))
NAMES = STARTS | {"fromtimestamp", "strftime", "read_text", "write_text", "open"}


@functools.cache
def calls() -> tuple[tuple[str, ast.Call, str], ...]:
    """Place, call and the last name of what is called, for the calls in src that the tests look at."""
    found = []
    for file in SOURCES:
        text = file.read_text("utf-8")
        if not any(f"{name}(" in text for name in NAMES):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                if name in NAMES:
                    found.append((f"{file.relative_to(ROOT).as_posix()}:{node.lineno}", node, name))
    return tuple(found)


def places(is_wrong: Callable[[ast.Call, str], bool]) -> list[str]:
    assert len(calls()) > 50
    return [place for place, call, name in calls() if is_wrong(call, name)]


def named(call: ast.Call) -> set[str | None]:
    return {keyword.arg for keyword in call.keywords}


def texts(call: ast.Call) -> list[str]:
    return [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def test_no_time_is_made_in_the_computers_own_zone_near_1970() -> None:
    # Windows knows no local time before 1970 and Python looks a day around it: OSError, before the window is there.
    def is_wrong(call: ast.Call, name: str) -> bool:
        return name == "fromtimestamp" and len(call.args) < 2 and "tz" not in named(call)

    assert places(is_wrong) == []


def test_no_date_is_written_with_what_only_glibc_knows() -> None:
    def is_wrong(call: ast.Call, name: str) -> bool:
        return name == "strftime" and any("%-" in text for text in texts(call))

    assert places(is_wrong) == []
    assert [
        file.name for file in SOURCES if any(f":{part}" in file.read_text("utf-8") for part in ("%-d", "%-H"))
    ] == []


def test_every_text_file_says_its_encoding() -> None:
    # Windows would take cp1252.
    def is_wrong(call: ast.Call, name: str) -> bool:
        if name in ("read_text", "write_text"):
            return len(call.args) < (1 if name == "read_text" else 2) and "encoding" not in named(call)
        if name != "open" or not isinstance(call.func, ast.Name):
            return False
        return "encoding" not in named(call) and not any("b" in text for text in texts(call)[-1:])

    assert places(is_wrong) == []


def test_nothing_is_started_with_a_console_that_flashes_up() -> None:
    # A console program started by one without a console opens one, unless it is told not to.
    starts = places(lambda _call, name: name in STARTS)
    assert {place.rsplit(":", 1)[0] for place in starts} == {
        "src/hkwatch/services/pdf_child.py",  # CREATE_NO_WINDOW
        "src/hkwatch/notify/sound.py",  # players of Linux and macOS
        "src/hkwatch/app/opening.py",  # the program of the window itself
    }

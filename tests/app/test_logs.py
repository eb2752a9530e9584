# SPDX-License-Identifier: MIT
"""The log file and the crash report."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hkwatch import __version__
from hkwatch.app.logs import set_up_logging, write_crash_report


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A log folder with logging on; the root logger's level is put back."""
    level = logging.getLogger().level
    stop = set_up_logging(tmp_path / "log" / "hkwatch.log", "engine")
    yield tmp_path / "log"
    stop()
    logging.getLogger().setLevel(level)


def written(folder: Path) -> str:
    """What stands in the log once its writer has ended."""
    return "".join(file.read_text("utf-8") for file in sorted(folder.glob("hkwatch-engine.log*")))


def test_lines_of_each_process_go_to_a_file_of_its_own(tmp_path: Path) -> None:
    level = logging.getLogger().level
    stop = set_up_logging(tmp_path / "log" / "hkwatch.log", "engine")
    logging.getLogger("hkwatch.some").info("source=%s added=%d", "sfc-press-en", 3)
    stop()
    logging.getLogger().setLevel(level)
    assert "level=INFO logger=hkwatch.some source=sfc-press-en added=3" in written(tmp_path / "log")


def test_what_a_stranger_wrote_is_no_line_of_its_own_and_steers_no_terminal(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    level = logging.getLogger().level
    stop = set_up_logging(tmp_path / "log" / "hkwatch.log", "engine")
    forged = "2026-11-26 09:00:00,000 level=CRITICAL logger=hkwatch forged=1"
    logging.getLogger("hkwatch.some").info("title=%s", f"a\n{forged}\x1b[2J\x9b31m\u202e")
    try:
        raise ValueError(f"b\n{forged}")
    except ValueError:
        logging.getLogger("hkwatch.some").exception("it failed")
    stop()
    logging.getLogger().setLevel(level)
    lines = written(tmp_path / "log").splitlines()
    assert f"title=a {forged}[2J31m" in lines[0]
    assert not any(line.startswith(forged[:10]) and "forged=1" in line for line in lines[1:])
    assert lines[1].endswith("it failed")
    assert any(line.startswith("  Traceback") for line in lines)


def test_addresses_of_requests_are_not_logged(tmp_path: Path) -> None:
    level = logging.getLogger().level
    stop = set_up_logging(tmp_path / "log" / "hkwatch.log", "engine")
    logging.getLogger("httpx").info("HTTP Request: GET https://example.test/?key=secret")
    stop()
    logging.getLogger().setLevel(level)
    assert "secret" not in written(tmp_path / "log")


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    level = logging.getLogger().level
    stop = set_up_logging(tmp_path / "log" / "hkwatch.log", "engine", max_bytes=2_000)
    for number in range(500):
        logging.getLogger("hkwatch.some").info("line=%d", number)
    stop()
    logging.getLogger().setLevel(level)
    sizes = [file.stat().st_size for file in (tmp_path / "log").glob("hkwatch-engine.log*")]
    assert len(sizes) == 4
    assert max(sizes) <= 2_000
    assert "line=499" in written(tmp_path / "log")


def test_a_crash_report_holds_versions_and_trace_and_nothing_of_the_users(tmp_path: Path) -> None:
    note = "a private note"
    try:
        raise ValueError("wrong turn")
    except ValueError as error:
        text = write_crash_report(tmp_path, "engine", error).read_text("utf-8")
    assert f"hkwatch {__version__}, engine" in text
    assert "ValueError: wrong turn" in text
    assert "test_logs.py" in text
    assert note not in text


def reports(folder: Path) -> str:
    return "".join(file.read_text("utf-8") for file in folder.glob("crash-engine-*.txt"))


@pytest.mark.qt_no_exception_capture
def test_a_crash_of_the_program_leaves_a_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(RuntimeError, RuntimeError("of the program"), None)
    assert "of the program" in reports(folder)
    capsys.readouterr()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_crash_of_a_thread_leaves_a_report(folder: Path) -> None:
    def crash() -> None:
        raise RuntimeError("of a thread")

    thread = threading.Thread(target=crash)
    thread.start()
    thread.join()
    assert "of a thread" in reports(folder)

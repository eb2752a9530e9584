# SPDX-License-Identifier: MIT
"""What is printed into a pipe of a narrow encoding."""

import io

import pytest

from hkwatch.app.streams import settle

TEXT = "證監會 · US$95,000 − 1 %"


def printed(platform: str, encoding: str) -> bytes:
    into = io.BytesIO()
    stream = io.TextIOWrapper(into, encoding=encoding, newline="\n")
    settle(stream, platform)
    stream.write(TEXT)
    stream.flush()
    return into.getvalue()


def test_a_pipe_of_windows_gets_utf_8() -> None:
    with pytest.raises(UnicodeEncodeError):
        TEXT.encode("cp1252")
    assert printed("win32", "cp1252").decode("utf-8") == TEXT


def test_elsewhere_the_encoding_stays_and_what_it_lacks_is_a_question_mark() -> None:
    assert printed("linux", "latin-1").decode("latin-1") == "??? · US$95,000 ? 1 %"
    assert printed("linux", "utf-8").decode("utf-8") == TEXT
    assert printed("win32", "UTF-8").decode("utf-8") == TEXT


def test_what_is_read_on_windows_is_utf_8_too() -> None:
    stream = io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="cp1252")
    settle(stream, "win32")
    assert stream.read() == TEXT


def test_a_program_without_a_terminal_has_no_streams() -> None:
    settle(None, "win32")
    settle(io.StringIO(), "win32")

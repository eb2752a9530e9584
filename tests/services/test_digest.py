# SPDX-License-Identifier: MIT
"""Digests as text: what a headline holds is never markup, and a file is replaced whole."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.errors import SettingsError
from hkwatch.services.coverage import escaped, percent
from hkwatch.services.digest import Digest, Entry, file_name, render, to_html, to_markdown, write_atomically

HOSTILE = "<script>alert(1)</script> **bold** [x](javascript:alert(1)) # `code` | \n## head"
DIGEST = Digest(
    "Digest", "a to b HKT", "1 h: nothing", (("High", (Entry(HOSTILE, HOSTILE, "https://a.test/?a=1&b"),)),), "n", "en"
)
END = datetime(2025, 2, 19, 10, 30, tzinfo=UTC)


def test_a_hostile_headline_is_text_in_html() -> None:
    page = to_html(DIGEST)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert 'href="https://a.test/?a=1&amp;b"' in page


def test_a_hostile_headline_is_text_in_markdown() -> None:
    text = to_markdown(DIGEST)
    assert "<script" not in text.replace("\\<script", "")
    assert "\n## head" not in text
    assert "\\[x\\](javascript" in text
    assert "(<https://a.test/?a=1&b>)" in text


@given(st.text())
def test_escaped_text_is_one_line_without_bare_signs(text: str) -> None:
    shown = escaped(text)
    assert "\n" not in shown
    bare = shown.replace("\\\\", "")
    assert not any(sign in bare.replace(f"\\{sign}", "") for sign in "`*[]<>|#")


def test_a_file_is_named_by_hong_kong_days() -> None:
    assert file_name(END - timedelta(days=1), END, "md") == "hkwatch-2025-02-19.md"
    assert file_name(END - timedelta(days=7), END, "html") == "hkwatch-2025-02-12-to-2025-02-19.html"


def test_a_file_is_replaced_whole_and_a_failure_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "a.md"
    write_atomically(file, "one")
    write_atomically(file, render(DIGEST, "md"))
    assert file.read_text("utf-8") == to_markdown(DIGEST)
    assert [one.name for one in file.parent.iterdir()] == ["a.md"]
    with pytest.raises(SettingsError, match="folder"):
        write_atomically(file / "below", "two")
    assert file.read_text("utf-8") == to_markdown(DIGEST)


def test_what_is_not_the_whole_is_never_rounded_up_to_it() -> None:
    assert percent(0.99999) == "99.9\N{NO-BREAK SPACE}%"
    assert percent(1.0) == "100.0\N{NO-BREAK SPACE}%"
    assert percent(None) == "–"

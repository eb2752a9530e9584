# SPDX-License-Identifier: MIT
"""Pages of fonts that were read go back to the system; what they hold is there again when it is read."""

import mmap
import sys
from pathlib import Path

import pytest

from hkwatch.ui.font_pages import font_mappings, let_font_pages_go

MAPS = """\
7f00a0000000-7f00a1000000 r--p 00000000 fe:00 11 /usr/share/fonts/Some Sans.ttc
7f00b0000000-7f00b0001000 r--s 00000000 fe:00 12 /usr/share/fonts/plain.otf
7f00c0000000-7f00c0001000 rw-p 00000000 fe:00 13 /usr/share/fonts/changed.ttf
7f00d0000000-7f00d0001000 r-xp 00000000 fe:00 14 /usr/lib/libfontconfig.so.1
7f00e0000000-7f00e0001000 rw-p 00000000 00:00 0
"""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only there pages can be let go one file at a time")


def resident_kb(file: Path) -> int:
    """How much of a mapped file this process holds."""
    lines = iter(Path("/proc/self/smaps").read_text().splitlines())
    next(line for line in lines if line.endswith(str(file)))
    return int(next(line for line in lines if line.startswith("Rss:")).split()[1])


def test_font_files_are_found_wherever_they_are_mapped_unless_they_may_have_been_written_to() -> None:
    assert font_mappings(MAPS.splitlines(keepends=True)) == [
        (0x7F00A0000000, 0x7F00A1000000),
        (0x7F00B0000000, 0x7F00B0001000),
    ]


@LINUX
def test_what_was_read_of_a_font_is_let_go_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "some.ttf"
    text = bytes(range(256)) * 4096
    file.write_bytes(text)
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, mmap.MAP_PRIVATE, mmap.PROT_READ) as mapped:
        assert mapped[:] == text
        assert resident_kb(file) == 1024
        let_font_pages_go()
        assert resident_kb(file) == 0
        assert mapped[:] == text


@LINUX
def test_what_was_written_into_a_mapped_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "some.ttf"
    file.write_bytes(bytes(8192))
    with file.open("rb") as opened:
        changing = mmap.PROT_READ | mmap.PROT_WRITE
        with mmap.mmap(opened.fileno(), 0, mmap.MAP_PRIVATE, changing) as mapped:
            mapped[:4] = b"kept"
            let_font_pages_go()
            assert mapped[:4] == b"kept"

# SPDX-License-Identifier: MIT
"""Lists of feeds as files: one of any encoding into text, and the sources of the table into OPML. For a thread of files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hkwatch.domain.catalogue import Catalogue, Kind
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import SourceState
from hkwatch.services.lists import sources_as_opml
from hkwatch.sources.charset import to_utf8
from hkwatch.ui.sources.lines import SourceLine
from hkwatch.ui.sources.words import is_paused

MOST_BYTES = 5_000_000
"""A list of feeds is never larger; what is larger is another file."""


@dataclass(frozen=True, slots=True)
class Export:
    """The text of a list, how many feeds are in it, and how many sources no other reader could read."""

    text: str
    count: int
    left_out: int


def read_text(file: Path) -> str:
    """The file's text, whatever encoding it declares. Raises SettingsError `too-large` or `unreadable`."""
    wrong_file = "Choose the OPML file that the other reader exported."
    try:
        if file.stat().st_size > MOST_BYTES:
            raise SettingsError("too-large", f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB.", wrong_file)
        raw = file.read_bytes()
    except OSError as error:
        detail = f"{file.name} cannot be read: {error.strerror}."
        raise SettingsError("unreadable", detail, "Choose another file.") from error
    text = to_utf8(raw, "", "").decode("utf-8", "replace")
    if not text.strip() or "\x00" in text:
        raise SettingsError("unreadable", f"{file.name} holds no text.", wrong_file)
    return text


def export(lines: Sequence[SourceLine], catalogue: Catalogue) -> Export:
    """The feeds among the sources that are watched or paused, in their folders."""
    listed = [line for line in lines if line.health.state is not SourceState.OFF or is_paused(line.health, line.row)]
    left_out = sum(line.row is not None and line.row.kind is not Kind.RSS for line in listed)
    text = sources_as_opml([line.health for line in listed], catalogue)
    return Export(text, len(listed) - left_out, left_out)


def write_text(file: Path, text: str) -> None:
    """Replace the file at once, so that a crash leaves the old or the new one. Raises SettingsError `unwritable`."""
    partial = file.with_name(f"{file.name}.partial")
    try:
        partial.write_text(text, "utf-8")
        partial.replace(file)
    except OSError as error:
        detail = f"{file.name} cannot be written: {error.strerror}."
        raise SettingsError("unwritable", detail, "Choose another folder.") from error

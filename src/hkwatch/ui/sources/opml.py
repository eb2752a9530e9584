# SPDX-License-Identifier: MIT
"""Lists of feeds as files: one of any encoding into text, and the sources of the table into OPML. For a thread of files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hkwatch.domain.catalogue import Kind
from hkwatch.domain.errors import SettingsError
from hkwatch.sources.charset import to_utf8
from hkwatch.ui.sources.lines import SourceLine

MOST_BYTES = 5_000_000
"""A list of feeds is never larger; what is larger is another file."""
_JOINT = " / "


@dataclass(frozen=True, slots=True)
class Feed:
    """One source for a list of feeds. `folder` is its path from the outside in."""

    url: str
    title: str
    folder: tuple[str, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class Export:
    """The feeds, and how many sources no other reader could read."""

    feeds: tuple[Feed, ...]
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


def export(lines: Sequence[SourceLine]) -> Export:
    """The feeds among the sources: own ones in their folders, shipped ones in their publisher's."""
    feeds, left_out = [], 0
    for line in lines:
        health, row = line.health, line.row
        if row is not None and row.kind is not Kind.RSS:
            left_out += 1
            continue
        path = health.folder.split(_JOINT) if health.own and health.folder else []
        if not health.own:
            path = [line.publisher]
        lang = health.options.lang or (row.lang if row is not None else "")
        feeds.append(Feed(health.url, health.name_en, tuple(path), lang))
    return Export(tuple(feeds), left_out)


def write_list(file: Path, feeds: Sequence[Feed]) -> None:
    """Replace the file at once, so that a crash leaves the old or the new one. Raises SettingsError `unwritable`."""
    # What reads pages comes with it, which the window needs at no other time.
    from hkwatch.sources.opml import Outline, write_opml  # noqa: PLC0415 - see above

    text = write_opml("hkwatch", [Outline(one.url, one.title, one.folder, lang=one.lang) for one in feeds])
    partial = file.with_name(f"{file.name}.partial")
    try:
        partial.write_text(text, "utf-8")
        partial.replace(file)
    except OSError as error:
        detail = f"{file.name} cannot be written: {error.strerror}."
        raise SettingsError("unwritable", detail, "Choose another folder.") from error

# SPDX-License-Identifier: MIT
"""OPML as a file: reading one of any encoding into text, and the text of the sources watched. Pure but for the two files."""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import quoteattr

from hkwatch.domain.catalogue import Kind
from hkwatch.domain.errors import SettingsError
from hkwatch.ui.sources.lines import SourceLine

MOST_BYTES = 2_000_000
"""A list of feeds is never larger; what is larger is another file."""
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>\s*")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Exported:
    """The text of a file, how many sources are in it, and how many no other reader could read."""

    text: str
    count: int
    left_out: int


def read_text(file: Path) -> str:
    """The file's text, whatever it declares as its encoding; the declaration itself is gone. Raises SettingsError."""
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise SettingsError(
                "too-large",
                f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB.",
                "Choose the OPML file that the other reader exported.",
            )
        raw = file.read_bytes()
    except OSError as error:
        raise SettingsError(
            "unreadable", f"{file.name} cannot be read: {error.strerror}.", "Choose another file."
        ) from error
    text = decode(raw)
    if "\x00" in text:
        raise SettingsError(
            "not-text", f"{file.name} is no text.", "Choose the OPML file that the other reader exported."
        )
    return text


def decode(raw: bytes) -> str:
    """Bytes of a text or OPML file as text: by its mark, its XML declaration, UTF-8, at last Latin-1."""
    names = [name for mark, name in _MARKS if raw.startswith(mark)]
    declared = _DECLARED.search(raw[:200])
    if declared is not None:
        names.append(declared[1].decode("ascii"))
    for name in (*names, "utf-8"):
        try:
            return _DECLARATION.sub("", raw.decode(name))
        except (UnicodeDecodeError, LookupError):
            continue
    return _DECLARATION.sub("", raw.decode("latin-1"))


def write_text(file: Path, text: str) -> None:
    """Replace the file at once, so that a crash leaves the old or the new one. Raises SettingsError."""
    partial = file.with_name(f"{file.name}.partial")
    try:
        partial.write_text(text, "utf-8")
        partial.replace(file)
    except OSError as error:
        raise SettingsError(
            "unwritable", f"{file.name} cannot be written: {error.strerror}.", "Choose another folder."
        ) from error


def export(lines: Sequence[SourceLine], now: datetime) -> Exported:
    """The feeds among the sources as OPML 2.0, in their folders, shipped ones in their publisher's."""
    tree: dict[str, list[SourceLine]] = {}
    left_out = 0
    for line in lines:
        if line.row is not None and line.row.kind is not Kind.RSS:
            left_out += 1
            continue
        folder = line.health.folder if line.health.own else line.publisher
        tree.setdefault(folder, []).append(line)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head>",
        "    <title>hkwatch</title>",
        f"    <dateCreated>{format_datetime(now, usegmt=True)}</dateCreated>",
        "  </head>",
        "  <body>",
    ]
    for folder, members in tree.items():
        names = [name for name in folder.split(" / ") if name]
        parts += [f"{'  ' * (2 + depth)}<outline text={_quoted(name)}>" for depth, name in enumerate(names)]
        parts += [f"{'  ' * (2 + len(names))}{_outline(line)}" for line in members]
        parts += [f"{'  ' * (2 + depth)}</outline>" for depth in reversed(range(len(names)))]
    parts += ["  </body>", "</opml>", ""]
    return Exported("\n".join(parts), sum(map(len, tree.values())), left_out)


def _outline(line: SourceLine) -> str:
    name = _quoted(line.health.name_en)
    lang = line.health.options.lang or (line.row.lang if line.row is not None else "")
    language = f" language={_quoted(lang)}" if lang else ""
    return f'<outline type="rss" text={name} title={name} xmlUrl={_quoted(line.health.url)}{language}/>'


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("", text))

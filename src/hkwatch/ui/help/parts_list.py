# SPDX-License-Identifier: MIT
"""What the program consists of, with each part's licence: read from what is installed and from the shipped files.

Reads files; call it outside the window's thread.
"""

import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion

from hkwatch import __version__

_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE|OFL)[^/]*$", re.IGNORECASE)
_CLASSIFIER = "License :: "
_LONGEST_NAME = 60
_SHIPPED = (
    ("Inter", "SIL Open Font License 1.1", ("fonts/OFL.txt",)),
    ("Lucide", "ISC", ("icons/LICENSE-lucide.txt",)),
    ("OpenCC", "Apache License 2.0", ("fold/LICENSE-Apache-2.0.txt", "fold/NOTICE.txt")),
)
"""Parts that are no packages: name, licence, files under the resources."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part. `licence` is its short name, empty where it states none; `text` the licence whole, empty if not here."""

    name: str
    version: str
    licence: str
    text: str = ""


def versions() -> tuple[tuple[str, str], ...]:
    """What runs, with versions: name and version."""
    return (
        ("hkwatch", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion() or ""),
        ("PySide", pyside_version),
        ("SQLite", sqlite3.sqlite_version),
        ("System", f"{platform.system()} {platform.release()} {platform.machine()}".strip()),
    )


def collect(resources: Path) -> tuple[Part, ...]:
    """Every part: hkwatch first, then the others by name."""
    parts = [
        Part("Python", platform.python_version(), "PSF License", _python_licence()),
        Part("SQLite", sqlite3.sqlite_version, "Public domain"),
        *_shipped(resources),
        *_packages(),
    ]
    own = Part("hkwatch", __version__, "MIT", _first_text(resources.parent / "LICENSE", resources / "LICENSE"))
    return own, *sorted(parts, key=lambda part: part.name.casefold())


def _shipped(resources: Path) -> Iterator[Part]:
    for name, licence, files in _SHIPPED:
        yield Part(name, "", licence, "\n\n".join(_first_text(resources / file) for file in files).strip())


def _packages() -> Iterator[Part]:
    """Every package that hkwatch needs, and what those need, as far as it is installed."""
    seen: set[str] = set()
    waiting = ["hkwatch"]
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        for needed in found.requires or ():
            word = _NAME.match(needed)
            if word is not None and "extra ==" not in needed:
                waiting.append(word.group())
        if key != "hkwatch":
            yield Part(found.metadata["Name"], found.version, _licence(found), _text(found))


def _licence(found: metadata.Distribution) -> str:
    stated = _field(found, "License-Expression")
    if stated:
        return stated
    classes = [one for one in found.metadata.get_all("Classifier") or () if one.startswith(_CLASSIFIER)]
    names = [one.rsplit(" :: ", 1)[-1] for one in classes if one.count("::") > 1]
    if names:
        return ", ".join(names)
    # Some put the whole licence here.
    free = _field(found, "License").strip()
    return free if len(free) <= _LONGEST_NAME and "\n" not in free else ""


def _field(found: metadata.Distribution, name: str) -> str:
    return str(found.metadata[name]) if name in found.metadata else ""


def _text(found: metadata.Distribution) -> str:
    texts = []
    for file in found.files or ():
        if _LICENCE_FILE.search(file.as_posix()) and ".dist-info" in file.as_posix():
            texts.append(_first_text(Path(str(found.locate_file(file)))))
    return "\n\n".join(text for text in texts if text)


def _python_licence() -> str:
    folder = Path(sys.base_prefix)
    return _first_text(
        folder / "LICENSE.txt",
        folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "LICENSE.txt",
        Path(f"/usr/share/doc/python{sys.version_info.major}.{sys.version_info.minor}/copyright"),
    )


def _first_text(*files: Path) -> str:
    for file in files:
        try:
            return file.read_text("utf-8", "replace").strip()
        except OSError:
            # A frozen program has no licence beside Python's library; the short name is shown all the same.
            continue
    return ""

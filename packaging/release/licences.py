# SPDX-License-Identifier: MIT
"""The licences of everything inside a package, read from what is installed."""

import sysconfig
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release import system_libraries

ROOT = Path(__file__).resolve().parents[2]
TEXTS = Path(__file__).parent / "texts"
_TEXTS = ("licen", "copying", "notice", "authors")
# Files of others among the resources.
_SHIPPED = {
    "Inter (font)": "fonts/OFL.txt",
    "Lucide (icons)": "icons/LICENSE-lucide.txt",
    "OpenCC (character tables)": "fold/NOTICE.txt",
    "OpenCC (character tables), licence": "fold/LICENSE-Apache-2.0.txt",
}
_SAYS_NOTHING = ("", "UNKNOWN", "Dual License")
_DEBIAN = Path("/usr/share/doc")
# What comes inside the wheels and the interpreter, with no metadata of its own.
_INSIDE = {
    "Python": "PSF-2.0, https://docs.python.org/3/license.html",
    "Qt (in PySide6)": "LGPL-3.0-only, https://doc.qt.io/qt-6/licensing.html; its libraries may be replaced in the folder",
    "ICU (in PySide6)": "Unicode-3.0, https://github.com/unicode-org/icu/blob/main/LICENSE",
    "SQLite": "public domain, https://sqlite.org/copyright.html",
    "OpenSSL": "Apache-2.0, https://www.openssl.org/source/license.html",
}


def requirements() -> list[str]:
    """What pyproject.toml says hkwatch needs, and the extras, which packages carry too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]


def bundled(wanted: Iterable[str] | None = None) -> list[Distribution]:
    """Every package that these requirements (None = hkwatch's own) draw in on this system, by name.

    Raises PackageNotFoundError if one of them is not installed.
    """
    found: dict[str, Distribution] = {}
    waiting = list(requirements() if wanted is None else wanted)
    while waiting:
        requirement = Requirement(waiting.pop())
        extras = requirement.extras or {""}
        if requirement.marker and not any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
            continue
        name = canonicalize_name(requirement.name)
        package = distribution(requirement.name)
        waiting += _drawn_in(package, extras) if name not in found or requirement.extras else []
        found[name] = package
    return [found[name] for name in sorted(found)]


def _drawn_in(package: Distribution, extras: Iterable[str]) -> list[str]:
    """Requirements of a package that hold here, without their markers."""
    drawn = []
    for text in package.requires or ():
        requirement = Requirement(text)
        if requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
            requirement.marker = None
            drawn.append(str(requirement))
    return drawn


def short(package: Distribution) -> str:
    """The licence's name as the package gives it."""
    meta = package.metadata
    for field in ("License-Expression", "License"):
        for text in meta.get_all(field) or ():
            if "\n" not in text.strip() and text.strip() not in _SAYS_NOTHING:
                return str(text).strip()
    kinds = [line.rsplit(" :: ", 1)[-1] for line in meta.get_all("Classifier") or () if line.startswith("License ::")]
    return ", ".join(kinds) or "see its text"


def texts_of(package: Distribution) -> list[tuple[str, str]]:
    """Name and text of each licence file that the package was installed with."""
    return [
        (file.name, Path(str(package.locate_file(file))).read_text("utf-8", "replace").strip())
        for file in package.files or ()
        if ".dist-info" in str(file) and any(word in file.name.lower() for word in _TEXTS)
    ]


def copied_from_debian(frozen: Path) -> dict[str, str]:
    """Package and copyright text of each library in the folder that this Debian machine gave; elsewhere nothing."""
    found = {}
    for file in system_libraries.elf_files(frozen):
        home = system_libraries.home_of(file.name)
        package = None if home is None else system_libraries.package_of(home)
        text = _DEBIAN / (package or "-") / "copyright"
        if package is not None and text.is_file():
            found[package] = text.read_text("utf-8", "replace").strip()
    return dict(sorted(found.items()))


def notices(own: Path, packages: Iterable[Distribution], libraries: dict[str, str] | None = None) -> str:
    """One text with the program's own licence, a list of the parts, and each part's licence text."""
    packages, libraries = list(packages), libraries or {}
    lines = ["hkwatch", "=" * 72, own.read_text("utf-8").strip(), "", "Parts", "=" * 72]
    lines += [f"{package.name} {package.version}: {short(package)}" for package in packages]
    lines += [f"{name}: {text}" for name, text in _INSIDE.items()]
    lines += [f"{package} (shared library of Debian): see below" for package in libraries]
    for package in packages:
        for name, text in texts_of(package):
            lines += _part(f"{package.name}: {name}", text)
    for library, text in libraries.items():
        lines += _part(library, text)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    for file in [python, *sorted(TEXTS.glob("*.txt"))]:
        if file.is_file():
            name = "Python" if file == python else f"{file.stem}, the licence of Qt and PySide6"
            lines += _part(name, file.read_text("utf-8").strip())
    for name, path in _SHIPPED.items():
        lines += _part(name, (ROOT / "resources" / path).read_text("utf-8").strip())
    return "\n".join(lines) + "\n"


def _part(name: str, text: str) -> list[str]:
    return ["", "", name, "-" * 72, text]

# SPDX-License-Identifier: MIT
"""The licences of everything inside a package, read from what is installed."""

from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

_TEXTS = ("licen", "copying", "notice", "authors")
_OF_TOOLS = {
    "Python": "PSF-2.0, https://docs.python.org/3/license.html",
    "Qt (in PySide6)": "LGPL-3.0-only, https://doc.qt.io/qt-6/licensing.html; the libraries may be replaced in the folder",
    "SQLite": "public domain, https://sqlite.org/copyright.html",
    "OpenSSL": "Apache-2.0, https://www.openssl.org/source/license.html",
}


def bundled(root: str = "hkwatch") -> list[Distribution]:
    """Every package that `root` needs on this system, itself left out, by name."""
    found: dict[str, Distribution] = {}
    waiting = [root]
    while waiting:
        package = distribution(waiting.pop())
        for text in package.requires or ():
            requirement = Requirement(text)
            if requirement.name.lower() in found or (
                requirement.marker and not requirement.marker.evaluate({"extra": ""})
            ):
                continue
            try:
                found[requirement.name.lower()] = distribution(requirement.name)
            except PackageNotFoundError:
                continue
            waiting.append(requirement.name)
    return [found[name] for name in sorted(found)]


def short(package: Distribution) -> str:
    """The licence's name as the package gives it."""
    meta = package.metadata
    for field in ("License-Expression", "License"):
        if (text := meta.get(field)) and "\n" not in text.strip():
            return text.strip()
    kinds = [line.rsplit(" :: ", 1)[-1] for line in meta.get_all("Classifier") or () if line.startswith("License ::")]
    return ", ".join(kinds) or "see its text"


def notices(own: Path, packages: Iterable[Distribution]) -> str:
    """One text with the program's own licence, a list of the parts, and each part's licence text."""
    packages = list(packages)
    lines = ["hkwatch", "=" * 72, own.read_text("utf-8").strip(), "", "Parts", "=" * 72]
    lines += [f"{package.name} {package.version}: {short(package)}" for package in packages]
    lines += [f"{name}: {text}" for name, text in _OF_TOOLS.items()]
    for package in packages:
        for file in package.files or ():
            if any(word in file.name.lower() for word in _TEXTS) and ".dist-info" in str(file):
                text = Path(str(package.locate_file(file))).read_text("utf-8", "replace").strip()
                lines += ["", f"{package.name}: {file.name}", "-" * 72, text]
    return "\n".join(lines) + "\n"

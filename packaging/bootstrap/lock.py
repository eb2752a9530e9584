# SPDX-License-Identifier: MIT
"""pylock.toml: what it was made from, and how pip is told to install exactly it."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from bootstrap.terminal import RunError


def dependency_hash(pyproject: Mapping[str, Any]) -> str:
    """Fingerprint of what pylock.toml is resolved from: the dependencies in pyproject.toml, not the rest."""
    wanted = [
        pyproject["project"]["requires-python"],
        sorted(pyproject["project"]["dependencies"]),
        sorted(pyproject["dependency-groups"]["dev"]),
    ]
    return hashlib.sha256(json.dumps(wanted).encode()).hexdigest()[:16]


def requirements(lock: Mapping[str, Any]) -> str:
    """The lock as pip's requirements text, one package a line: name==version ; marker --hash=…

    Only wheels are allowed: a source archive would be built with tools the lock does not cover.
    Raises RunError if a package has none.
    """
    lines = []
    for package in lock["packages"]:
        hashes = sorted({wheel["hashes"]["sha256"] for wheel in package.get("wheels", ())})
        if not hashes:
            raise RunError(f"pylock.toml holds no wheel of {package['name']} {package['version']}.")
        marker = f" ; {package['marker']}" if "marker" in package else ""
        digests = " ".join(f"--hash=sha256:{digest}" for digest in hashes)
        lines.append(f"{package['name']}=={package['version']}{marker} {digests}\n")
    return "".join(lines)


def without_hosts(text: str) -> str:
    """A resolved lock with file names in place of addresses, and without source archives.

    Which index or mirror serves a file is the machine's affair (pip's own settings); the hash says which file it is.
    `pip download -d wheels` fills the folder the paths speak of, for a machine without any index.
    """
    kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("sdist = "))
    return re.sub(r'url = "[^"]*/([^"/]+)"', r'path = "wheels/\1"', kept)


def locked_names(lock: Mapping[str, Any]) -> list[str]:
    """The names in the lock, for every platform, sorted."""
    return sorted(package["name"] for package in lock["packages"])

# SPDX-License-Identifier: MIT
"""The parts list (CycloneDX 1.5 JSON) of a release: every locked package with version, hashes and licence."""

import json
import platform
import tomllib
import uuid
from datetime import UTC, datetime
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release import licences

ROOT = Path(__file__).resolve().parents[2]


def document(version: str, now: datetime | None = None) -> str:
    """The list as JSON; `now` is the time written into it (None = the present). Only what ships is in it, no tools.

    Raises LookupError when a package that ships is not in pylock.toml.
    """
    lock = {entry["name"]: entry for entry in tomllib.loads((ROOT / "pylock.toml").read_text("utf-8"))["packages"]}
    shipped = licences.bundled()
    missing = sorted(
        canonicalize_name(package.name) for package in shipped if canonicalize_name(package.name) not in lock
    )
    if missing:
        raise LookupError(f"pylock.toml does not hold {', '.join(missing)}: refresh it (run.py lock).")
    components = [_component(lock[canonicalize_name(package.name)], licences.short(package)) for package in shipped]
    components.append(_interpreter())
    moment = (now or datetime.now(UTC)).replace(microsecond=0)
    own = f"hkwatch@{version}"
    refs: dict[str, str] = {
        canonicalize_name(package.name): lock_ref(lock[canonicalize_name(package.name)]) for package in shipped
    }
    rows = [{"ref": own, "dependsOn": sorted(component["bom-ref"] for component in components)}]
    rows += [
        {
            "ref": refs[canonicalize_name(package.name)],
            "dependsOn": sorted({refs[name] for name in _asked_by(package) if name in refs}),
        }
        for package in shipped
    ]
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, own)}",
        "version": 1,
        "metadata": {
            "timestamp": moment.isoformat().replace("+00:00", "Z"),
            "component": {
                "type": "application",
                "name": "hkwatch",
                "version": version,
                "bom-ref": own,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": components,
        "dependencies": rows,
    }
    return json.dumps(whole, indent=2) + "\n"


def lock_ref(entry: dict[str, Any]) -> str:
    """The address of a locked package, unique within the list."""
    return f"pkg:pypi/{entry['name']}@{entry['version']}"


def _asked_by(package: Distribution) -> set[str]:
    return {str(canonicalize_name(Requirement(text).name)) for text in package.requires or ()}


def _interpreter() -> dict[str, Any]:
    version = platform.python_version()
    return {
        "type": "framework",
        "name": "cpython",
        "version": version,
        "bom-ref": f"pkg:generic/cpython@{version}",
        "purl": f"pkg:generic/cpython@{version}",
        "licenses": [{"license": {"name": "PSF-2.0"}}],
    }


def _component(entry: dict[str, Any], licence: str) -> dict[str, Any]:
    name, version = entry["name"], entry["version"]
    hashes = sorted({wheel["hashes"]["sha256"] for wheel in entry.get("wheels", ())})
    return {
        "type": "library",
        "name": name,
        "version": version,
        "bom-ref": lock_ref(entry),
        "purl": lock_ref(entry),
        "licenses": [{"license": {"name": licence}}],
        "properties": [{"name": "hkwatch:wheel-sha256", "value": digest} for digest in hashes],
    }

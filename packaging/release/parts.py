# SPDX-License-Identifier: MIT
"""The parts list (CycloneDX 1.5 JSON) of a release: every locked package with version, hashes and licence."""

import json
import tomllib
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from release import licences

ROOT = Path(__file__).resolve().parents[2]


def document(version: str, now: datetime | None = None) -> str:
    """The list as JSON; `now` is the time written into it (None = the present). Only what ships is in it, no tools."""
    lock = tomllib.loads((ROOT / "pylock.toml").read_text("utf-8"))
    shipped = {package.name.lower().replace("_", "-"): package for package in licences.bundled()}
    components = []
    for entry in lock["packages"]:
        package = shipped.get(entry["name"].lower())
        if package is not None:
            components.append(_component(entry, licences.short(package)))
    moment = (now or datetime.now(UTC)).replace(microsecond=0)
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'hkwatch-{version}')}",
        "version": 1,
        "metadata": {
            "timestamp": moment.isoformat().replace("+00:00", "Z"),
            "component": {
                "type": "application",
                "name": "hkwatch",
                "version": version,
                "bom-ref": f"hkwatch@{version}",
            },
        },
        "components": components,
    }
    return json.dumps(whole, indent=2) + "\n"


def _component(entry: dict[str, Any], licence: str) -> dict[str, Any]:
    name, version = entry["name"], entry["version"]
    hashes = sorted({wheel["hashes"]["sha256"] for wheel in entry.get("wheels", ())})
    return {
        "type": "library",
        "name": name,
        "version": version,
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "purl": f"pkg:pypi/{name}@{version}",
        "licenses": [{"license": {"name": licence}}],
        "properties": [{"name": "hkwatch:wheel-sha256", "value": digest} for digest in hashes],
    }

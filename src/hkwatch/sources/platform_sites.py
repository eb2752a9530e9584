# SPDX-License-Identifier: MIT
"""The shipped file of trading platforms' own web sites: the registers name no addresses."""

import re
import tomllib
from pathlib import Path

import msgspec

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.site_match import PlatformSites
from hkwatch.sources.toml_text import read_toml

FILE = "platform-sites.toml"
_SITE = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+")


class _Platform(msgspec.Struct, forbid_unknown_fields=True):
    platform: str
    sites: list[str]
    ce: str = ""


class _File(msgspec.Struct):
    platform: list[_Platform]


def load_sites(file: Path) -> tuple[PlatformSites, ...]:
    """The platforms and their sites. Raises SettingsError for a file that is missing or wrong."""
    try:
        read = msgspec.convert(read_toml(file.read_text("utf-8")), _File)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as exc:
        raise SettingsError("unreadable", f"{file}: {exc}", "Install hkwatch again.") from exc
    wrong = [site for one in read.platform for site in one.sites if not _SITE.fullmatch(site)]
    if wrong:
        raise SettingsError("unreadable", f"{file}: no domain: {', '.join(wrong)}.", "Install hkwatch again.")
    return tuple(PlatformSites(one.platform, tuple(one.sites), one.ce) for one in read.platform)

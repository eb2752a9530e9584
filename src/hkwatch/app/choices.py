# SPDX-License-Identifier: MIT
"""Which sources and assets are watched, as settings and the user's own file say, and where addresses are asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from hkwatch.domain.catalogue import Catalogue, SourceRow
from hkwatch.domain.ids import SourceId
from hkwatch.domain.own_source import Choice
from hkwatch.services.roster import Roster
from hkwatch.services.settings import Settings
from hkwatch.sources.own_sources import Added, add_sources, save_choices

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def enabled_sources(catalogue: Catalogue, settings: Settings) -> tuple[SourceRow, ...]:
    """Sources that are watched, with what was chosen for each: as the catalogue says, changed by settings and choices."""
    return tuple(Roster(catalogue, is_on(settings)).rows.values())


def priced_assets(catalogue: Catalogue, settings: Settings) -> tuple[str, ...]:
    """What is priced: the settings' assets that a venue quotes, each once."""
    return tuple(dict.fromkeys(asset for asset in settings.prices.assets if asset in catalogue.assets))


def is_on(settings: Settings) -> Callable[[SourceRow], bool]:
    """Whether catalogue and settings have a source on; what was chosen for it alone goes before."""
    return lambda row: (row.enabled or row.id in settings.sources.on) and row.id not in settings.sources.off


@dataclass(frozen=True, slots=True)
class OwnBook:
    """The user's `own.toml`."""

    folder: Path

    def add(self, added: Added, choices: Mapping[SourceId, Choice]) -> None:
        """Write new sources, and the choices of those that come back. Raises SettingsError."""
        add_sources(self.folder, added, choices)

    def choose(self, choices: Mapping[SourceId, Choice]) -> None:
        """Write choices. Raises SettingsError."""
        save_choices(self.folder, choices)


def address_map(replica: str) -> Callable[[str], str] | None:
    """Where addresses are really asked: at the replica, with the original host as first part of the path."""
    if not replica:
        return None
    # What is on this very computer is asked where it is.
    return lambda url: url if urlsplit(url).hostname in _LOOPBACK else f"{replica}/{url.split('://', 1)[1]}"

# SPDX-License-Identifier: MIT
"""Which proxy all requests take and what they are called by, kept as the settings say while they change."""

from collections.abc import Callable
from weakref import WeakSet

from hkwatch.services.settings import Settings
from hkwatch.sources.http import Fetcher


class Network:
    """Knows every fetcher of the engine."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.on_ask: Callable[[str], None] = lambda _host: None
        """Told the host of each request of every fetcher that is kept."""
        self._fetchers: WeakSet[Fetcher] = WeakSet()

    def keep(self, fetcher: Fetcher) -> Fetcher:
        """Let this one, too, ask as the settings say from now on."""
        self._fetchers.add(fetcher)
        fetcher.on_ask = lambda host: self.on_ask(host)
        fetcher.set_usual(self._settings.sources.proxy, self._settings.sources.contact)
        return fetcher

    def want(self, settings: Settings) -> None:
        """Other settings hold."""
        self._settings = settings
        for fetcher in self._fetchers:
            fetcher.set_usual(settings.sources.proxy, settings.sources.contact)

# SPDX-License-Identifier: MIT
"""How the settings window sees whether a proxy works: one publisher is asked through it."""

from collections.abc import Callable

from hkwatch.app.clock import SystemClock
from hkwatch.domain.catalogue import Catalogue


def trial_of(catalogue: Catalogue) -> Callable[[str, str], int] | None:
    """Asks the first source that is on, with a proxy and a contact; None where no source is on."""
    address = next((row.url for row in catalogue.sources.values() if row.enabled), None)
    if address is None:
        return None

    def ask(proxy: str, contact: str) -> int:
        from hkwatch.services.trial_request import try_request  # noqa: PLC0415 - the window starts without it

        return try_request(SystemClock(), address, proxy, contact)

    return ask

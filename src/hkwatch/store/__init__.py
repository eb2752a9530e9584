# SPDX-License-Identifier: MIT
"""SQLite: migrations and plain functions that return plain data. No cursor or row leaves a function.

`store.alerts` and the like are imported when they are first used: who reads everything there is need not wait for all of
it before the first row.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hkwatch.store import alerts as alerts
    from hkwatch.store import deadlines as deadlines
    from hkwatch.store import deliveries as deliveries
    from hkwatch.store import details as details
    from hkwatch.store import firms as firms
    from hkwatch.store import impact as impact
    from hkwatch.store import listing as listing
    from hkwatch.store import pins as pins
    from hkwatch.store import polls as polls
    from hkwatch.store import price_history as price_history
    from hkwatch.store import prices as prices
    from hkwatch.store import saved_searches as saved_searches
    from hkwatch.store import search_counts as search_counts
    from hkwatch.store import stories as stories
else:

    def __getattr__(name: str) -> object:
        from importlib import import_module  # noqa: PLC0415 - only this needs it

        whole = f"{__name__}.{name}"
        try:
            return import_module(whole)
        except ModuleNotFoundError as error:
            if error.name != whole:
                raise
            raise AttributeError(f"there is no {whole}") from None

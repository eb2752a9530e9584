# SPDX-License-Identifier: MIT
"""Has the items of a data folder count as flagged by the rules there are: FOLDER.

Rules that are other than when an item was stored flag it anew, once, after an update. A store that is kept for
measurements may be older than the rules, and would be flagged anew in each of them.
"""

import asyncio
import sys
from pathlib import Path

from hkwatch.app.compose import build
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import AppPaths
from hkwatch.store.db import set_meta


async def stamp(paths: AppPaths) -> None:
    """As an engine leaves the store that has flagged everything anew."""
    options = Options(paths, "")
    running = await build(options, make_clock(options), lambda event: None, use_dbus=False)
    try:
        rules = running.engine._parts.rules
        assert rules is not None
        await rules.load()
        await running.database.run(set_meta, "reflag", "")
    finally:
        await running.close()


if __name__ == "__main__":
    asyncio.run(stamp(AppPaths.under(Path(sys.argv[1]))))

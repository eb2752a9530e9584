# SPDX-License-Identifier: MIT
"""The reader of what is stored, as the window has it, for commands."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from hkwatch.app.hk_holidays import lazily
from hkwatch.app.paths import AppPaths
from hkwatch.app.stored import not_ready_explained
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.fold import Folder
from hkwatch.services.inbox import InboxReader


@contextmanager
def reading(paths: AppPaths, folder: Folder, catalogue: Catalogue, now: datetime) -> Iterator[InboxReader]:
    """An open reader, closed at the end. Raises StoreError."""
    reader = InboxReader(paths.database_file, folder, catalogue, lambda: now, lazily(lambda: now))
    try:
        with not_ready_explained():
            reader.open()
        yield reader
    finally:
        reader.close()

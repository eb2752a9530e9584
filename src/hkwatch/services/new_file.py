# SPDX-License-Identifier: MIT
"""Writing a file whole or not at all: beside its place first, then moved there."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from hkwatch.domain.errors import StoreError


@contextlib.contextmanager
def new_file(file: Path) -> Iterator[BinaryIO]:
    """What is written becomes `file` at the end, in place of one that is there; after an error nothing is left behind.

    Raises StoreError `disk-full` or `unwritable` for what the system refuses.
    """
    partial: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name[:60]}.", delete=False) as target:
            partial = Path(target.name)
            yield target  # type: ignore[misc]  # the wrapper answers to all a BinaryIO does
            target.flush()
            os.fsync(target.fileno())
        partial.replace(file)
        partial = None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreError(
                "disk-full", f"{file} was not written: the disk is full.", "Free some space or choose another folder."
            ) from error
        raise StoreError(
            "unwritable", f"{file} was not written: {error.strerror or error}.", "Choose another folder."
        ) from error
    finally:
        if partial is not None:
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)

# SPDX-License-Identifier: MIT
"""The log of signs of life: a small text file, one line a day, that its reader opens with whatever opens texts."""

from datetime import datetime
from pathlib import Path

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.hkt import to_hkt
from hkwatch.services.digest import write_atomically

NAME = "signs-of-life.txt"
_MOST_LINES = 1000
"""Nearly three years; older lines go."""


def note(file: Path, at: datetime, title: str, more: str) -> None:
    """Add `2026-11-25 18:30: 1,204 checks … · more` at the end, on Hong Kong's day; a day is noted once.

    The file is replaced whole. Raises SettingsError, naming the file, where it cannot be written.
    """
    day = to_hkt(at).date().isoformat()
    said = f"{day} " + " · ".join(part.strip() for part in (title, *more.splitlines()) if part.strip())
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        lines = []
    except OSError as error:
        # What stands in it must not be lost by replacing it.
        raise SettingsError("unwritable", f"{file}: {error}.", "Choose a folder that can be written.") from error
    kept = [line for line in lines if line.strip() and not line.startswith(f"{day} ")]
    write_atomically(file, "\n".join([*kept[-(_MOST_LINES - 1) :], said, ""]))

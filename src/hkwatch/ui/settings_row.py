# SPDX-License-Identifier: MIT
"""One option of the settings window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One option in words. `choices` are value and text; a number has `limits` and a `suffix`."""

    section: str
    option: str
    text: str
    description: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    barred: tuple[str, ...] = ()
    """Values of `choices` that cannot be had here; the description says why."""
    several: tuple[tuple[str, str], ...] = ()
    """Values and texts of which any number may be ticked, one at least."""
    limits: tuple[int, int] | None = None
    suffix: str = ""
    lowest: str = ""
    """What the lowest number is called; empty = by its digits."""
    is_folder: bool = False
    """A folder is chosen; empty = the usual one."""
    placeholder: str | None = None
    """What an empty text says; None = it is no text."""

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
    """Values and texts of which any number may be ticked, one at least unless `may_be_none`."""
    may_be_none: bool = False
    of_numbers: bool = False
    """The values of `several` are whole numbers in the settings."""
    limits: tuple[int, int] | None = None
    suffix: str = ""
    lowest: str = ""
    """What the lowest number is called; empty = by its digits."""
    is_folder: bool = False
    """A folder is chosen; empty = the usual one."""
    wrong: str = ""
    """Said of a text that cannot be; empty = any can."""
    placeholder: str | None = None
    """What an empty text says; None = it is no text."""

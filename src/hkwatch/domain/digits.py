# SPDX-License-Identifier: MIT
"""Whole numbers out of text that anybody may have written."""


def natural(text: str, most_digits: int = 9) -> int | None:
    """The number of ASCII digits, white space around them left out; None for anything else or more digits than that.

    `str.isdigit` says yes to `²`, of which `int` makes an error, as it does of more than 4,300 digits.
    """
    digits = text.strip()
    return int(digits) if len(digits) <= most_digits and digits.isascii() and digits.isdigit() else None

# SPDX-License-Identifier: MIT
"""Which of two versions is the newer one."""

import re

_PART = re.compile(r"(\d+)|([A-Za-z]+)")


def is_newer(one: str, other: str) -> bool:
    """Whether version `one` comes after `other`: numbers compare as numbers, `1.2` is `1.2.0`, and `1.2rc1` comes
    before `1.2`. What follows a `+` counts for nothing.
    """
    return _key(one) > _key(other)


def _key(version: str) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...]]:
    release, rest = "", version.split("+")[0]
    if found := re.match(r"[0-9.]*", rest):
        release, rest = found.group(), rest[found.end() :]
    numbers = [int(part) for part in release.split(".") if part]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    # Without a suffix comes after every suffix.
    suffix = tuple((int(number or -1), word.lower()) for number, word in _PART.findall(rest)) or ((1 << 30, "~"),)
    return tuple(numbers), suffix

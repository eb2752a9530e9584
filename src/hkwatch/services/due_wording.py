# SPDX-License-Identifier: MIT
"""Counts of days ahead in words, as `due:` takes them: `due in less than 14 working days`."""

import re
from collections.abc import Callable

from hkwatch.domain.query_tree import Above, Below, Between, Value
from hkwatch.services.cjk_spacing import fitted

_COUNT = re.compile(r"(\d{1,3})(wd|d|w)", re.ASCII)


def due_words(value: Value, translate: Callable[[str, str], str], other: Callable[[Value], str]) -> str:
    """A value of `due:` in words; what is no count is left to `other`."""
    match value:
        case Between(low, high) if _COUNT.fullmatch(low) and _COUNT.fullmatch(high):
            return fitted(translate("Explain", "in {0} to {1}"), _count(low, translate), _count(high, translate))
        case Between():
            return other(value)
        case Above(text, or_equal) if _COUNT.fullmatch(text):
            template = translate("Explain", "in {0} or more") if or_equal else translate("Explain", "in more than {0}")
        case Below(text, or_equal) if _COUNT.fullmatch(text):
            template = translate("Explain", "within {0}") if or_equal else translate("Explain", "in less than {0}")
        case Above() | Below():
            return other(value)
        case _:
            text, template = str(getattr(value, "text", "")), translate("Explain", "within {0}")
            if not _COUNT.fullmatch(text):
                return other(value)
    return fitted(template, _count(text, translate))


def _count(text: str, translate: Callable[[str, str], str]) -> str:
    found = _COUNT.fullmatch(text)
    assert found is not None
    count, unit = int(found[1]), found[2]
    match unit:
        case "wd":
            one, many = translate("Explain", "1 working day"), translate("Explain", "{0} working days")
        case "d":
            one, many = translate("Explain", "1 day"), translate("Explain", "{0} days")
        case _:
            one, many = translate("Explain", "1 week"), translate("Explain", "{0} weeks")
    return one if count == 1 else many.format(count)

# SPDX-License-Identifier: MIT
"""What an empty list says, and the one or two ways on that it offers. Pure."""

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.query_chips import pressed
from hkwatch.ui.inbox_query import ALL, Filter
from hkwatch.ui.words import Counts

_TOKEN = re.compile(r'(?:[^\s"/]|"[^"]*"?|/[^/]*/?)+')
_DATED = re.compile(r"-?(?:pub|seen):", re.IGNORECASE)
_SCOPED = re.compile(r"in:", re.IGNORECASE)
_UNREAD = frozenset({"is:unread", "is:new"})


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: the button's text and what it shows."""

    text: str
    filter: Filter


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """`icon` is an icon's name; `reason` may be empty, and there may be no way on."""

    icon: str
    sentence: str
    reason: str = ""
    primary: Way | None = None
    secondary: Way | None = None


def empty_words(shown: Filter, today: int, publisher: str = "") -> EmptyWords:
    """What to say of a filter that shows nothing.

    `today` counts what was published on this Hong Kong day; `publisher` is the short name of the one shown.
    """
    translate = QCoreApplication.translate
    if shown.is_plain:
        return EmptyWords(
            "inbox", translate("Empty", "Nothing here yet"), translate("Empty", "Items appear as the sources answer.")
        )
    everything = Way(translate("Empty", "Show all"), Filter())
    reason = _today(today)
    text = shown.text.strip()
    if text.lower() in _UNREAD:
        return EmptyWords("check-check", translate("Empty", "No unread items"), reason, everything)
    if text and not pressed(text, ALL).strip():
        whole = Way(translate("Empty", "Show the whole view"), replace(shown, text=""))
        return EmptyWords("inbox", translate("Empty", "Nothing of this kind in the view"), reason, whole)
    if text:
        return _no_match(shown, text, everything)
    if publisher:
        return EmptyWords("inbox", translate("Empty", "Nothing from {0} yet").format(publisher), reason, everything)
    sentences = {
        "flagged": ("flag", translate("Empty", "Nothing is flagged")),
        "starred": ("star", translate("Empty", "Nothing is starred")),
        "needs-ack": ("check-check", translate("Empty", "Nothing waits for you")),
        "archive": ("archive", translate("Empty", "Nothing is archived")),
    }
    icon, sentence = sentences.get(shown.view, ("inbox", translate("Empty", "Nothing in this view")))
    return EmptyWords(icon, sentence, reason, everything)


def unwatched(next_step: str) -> EmptyWords:
    """What an empty list says while the watch cannot start; `next_step` is in the user's language."""
    return EmptyWords(
        "circle-alert", QCoreApplication.translate("WatchController", "The watch cannot start."), next_step
    )


def _today(count: int) -> str:
    return QCoreApplication.translate("Empty", "{0} today.").format(Counts().items(count))


def _no_match(shown: Filter, text: str, everything: Way) -> EmptyWords:
    """A search: look further, or leave its last condition out."""
    translate = QCoreApplication.translate
    sentence = translate("Empty", "No match for “{0}”").format(text)
    words = _TOKEN.findall(text)
    ways: list[Way] = []
    undated = [word for word in words if not _DATED.match(word)]
    is_everywhere = any(_SCOPED.match(word) for word in words)
    if undated != words and undated:
        ways.append(Way(translate("Empty", "Search all time"), replace(shown, text=" ".join(undated))))
    elif not is_everywhere:
        ways.append(Way(translate("Empty", "Search everywhere"), replace(shown, text=f"{pressed(text, ALL)} in:all")))
    conditions = [word for word in words if not _SCOPED.match(word)]
    if len(conditions) > 1:
        last = conditions[-1]
        rest = list(words)
        # The last one that is said, where it is said twice.
        del rest[len(rest) - 1 - rest[::-1].index(last)]
        ways.append(Way(translate("Empty", "Leave out {0}").format(last), replace(shown, text=" ".join(rest))))
    ways = [*ways, everything][:2]
    return EmptyWords("search-x", sentence, "", *ways)

# SPDX-License-Identifier: MIT
"""What the list shows: the view of the rail, the chip, and the words in the search box, all of which must hold. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.item import Level
from hkwatch.domain.query import Query, Scope, all_of, parse_query
from hkwatch.services.inbox import Counts
from hkwatch.ui.inbox import ChipSpec
from hkwatch.ui.words import level_text

INBOX = "inbox"
VIEWS: dict[str, str] = {
    INBOX: "",
    "needs-ack": "in:all is:needs-ack -is:muted",
    "flagged": "is:flagged",
    "starred": "is:starred",
    "archive": "in:archive",
}
"""Views of the rail and what they ask for."""
ALL = "all"
_MUTED = "in:muted"
_MOST_PUBLISHERS = 6


@dataclass(frozen=True, slots=True)
class Filter:
    """`view` is a key of VIEWS, or empty with `publisher` set. `chip` is `all` or a condition. `text` is the search box."""

    view: str = INBOX
    publisher: str = ""
    chip: str = ALL
    text: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether everything is shown."""
        return self == Filter()

    def whole(self) -> Query:
        """All conditions. Raises QueryError for the search text."""
        base = self.without_chip()
        return all_of(base, parse_query(self.chip)) if self.chip != ALL else base

    @property
    def shows_muted(self) -> bool:
        """Whether this is what mutes hide. Raises QueryError for the search text."""
        return parse_query(self.text).scope is Scope.MUTED

    def with_muted(self, *, shown: bool) -> "Filter":
        """The same with what mutes hide instead, or without that."""
        words = [word for word in self.text.split() if word.lower() != _MUTED]
        return replace(self, chip=ALL, text=" ".join([*words, _MUTED] if shown else words))

    def without_chip(self) -> Query:
        """What the chips count in. Raises QueryError."""
        typed = parse_query(self.text)
        if typed.scope in (Scope.ALL, Scope.ARCHIVE):
            # `in:all` looks everywhere, not only in this view.
            return typed
        # `in:muted` is what is hidden in this view.
        base = f"src:{self.publisher}" if self.publisher else VIEWS[self.view]
        return all_of(parse_query(base), typed)


def chips(counts: Counts, names: Mapping[str, str], chosen: str, order: Sequence[str] = ()) -> list[ChipSpec]:
    """All, the serious levels, the publishers; what has nothing is left out unless it is chosen."""
    specs = [ChipSpec(ALL, QCoreApplication.translate("Chips", "All"), counts.total)]
    for level in (Level.CRITICAL, Level.HIGH):
        key = f"level:{level.name.lower()}"
        count = counts.by_level.get(level, 0)
        if count or key == chosen:
            specs.append(ChipSpec(key, level_text(level), count, level))
    known = [*order, *sorted(set(counts.by_publisher) - set(order))]
    found = [one for one in known if counts.by_publisher.get(one) or f"src:{one}" == chosen]
    if len(found) > 1 or chosen.startswith("src:"):
        for publisher in found[:_MOST_PUBLISHERS]:
            name = names.get(publisher, publisher.upper())
            specs.append(ChipSpec(f"src:{publisher}", name, counts.by_publisher.get(publisher, 0), group=1))
    return specs

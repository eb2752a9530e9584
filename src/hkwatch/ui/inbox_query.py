# SPDX-License-Identifier: MIT
"""What the list shows: the view of the rail and the search box, chips among its words. All of it must hold. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.item import Level
from hkwatch.domain.query import Field, Query, Scope, all_of, parse_query
from hkwatch.domain.query_chips import chips_of, pressed, without_chips
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
    """`view` is a key of VIEWS, or empty with `publisher` set. `text` is the search box; chips are written in it."""

    view: str = INBOX
    publisher: str = ""
    text: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether everything is shown."""
        return self == Filter()

    def whole(self) -> Query:
        """All conditions. Raises QueryError for the search text."""
        return self._within(parse_query(self.text))

    @property
    def shows_muted(self) -> bool:
        """Whether this is what mutes hide. Raises QueryError for the search text."""
        return parse_query(self.text).scope is Scope.MUTED

    def with_muted(self, *, shown: bool) -> "Filter":
        """The same with what mutes hide instead, or without that."""
        words = [word for word in pressed(self.text, ALL).split() if word.lower() != _MUTED]
        return replace(self, text=" ".join([*words, _MUTED] if shown else words))

    def without_chips(self) -> Query:
        """What the chips count in. Raises QueryError."""
        return self._within(without_chips(parse_query(self.text)))

    @property
    def chips(self) -> Mapping[Field, str]:
        """The chips that are on. Raises QueryError."""
        return chips_of(parse_query(self.text))

    def _within(self, typed: Query) -> Query:
        if typed.scope in (Scope.ALL, Scope.ARCHIVE):
            # `in:all` looks everywhere, not only in this view.
            return typed
        # `in:muted` is what is hidden in this view.
        base = f"src:{self.publisher}" if self.publisher else VIEWS[self.view]
        return all_of(parse_query(base), typed)


def chips(
    counts: Counts, names: Mapping[str, str], on: Mapping[Field, str], order: Sequence[str] = ()
) -> list[ChipSpec]:
    """All, the serious levels, the publishers; what has nothing is left out unless it is on.

    Each counts what pressing it would show, the chip of the other kind being what it is.
    """
    level_on, publisher_on = on.get(Field.LEVEL, ""), on.get(Field.SRC, "")
    specs = [ChipSpec(ALL, QCoreApplication.translate("Chips", "All"), counts.total, on=not on, capped=counts.capped)]
    for level in (Level.CRITICAL, Level.HIGH, Level.NORMAL, Level.LOW):
        name = level.name.lower()
        count = sum(n for (one, who), n in counts.by_both.items() if one is level and publisher_on in ("", who))
        if name == level_on or (count and level >= Level.HIGH):
            is_on = name == level_on
            specs.append(ChipSpec(f"level:{name}", level_text(level), count, level, on=is_on, capped=counts.capped))
    by_publisher: dict[str, int] = {}
    for (one, who), n in counts.by_both.items():
        if level_on in ("", one.name.lower()):
            by_publisher[who] = by_publisher.get(who, 0) + n
    known = [*order, *sorted(set(counts.by_publisher) - set(order))]
    found = [one for one in known if counts.by_publisher.get(one)]
    if len(found) > 1 or publisher_on:
        shown = [one for one in found if by_publisher.get(one)][:_MOST_PUBLISHERS]
        if publisher_on and publisher_on not in shown:
            shown.insert(0, publisher_on)
        for publisher in shown:
            name, count = names.get(publisher, publisher.upper()), by_publisher.get(publisher, 0)
            is_on = publisher == publisher_on
            specs.append(ChipSpec(f"src:{publisher}", name, count, group=1, on=is_on, capped=counts.capped))
    return specs

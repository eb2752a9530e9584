# SPDX-License-Identifier: MIT
"""One item while rules are applied to it: its text, what was found there, and where the parts of it begin and end."""

from bisect import bisect_left

from hkwatch.domain.doctype import doc_type
from hkwatch.domain.flags import FlagInput
from hkwatch.domain.item import DocType
from hkwatch.domain.lexicon import Hits, Lexicon
from hkwatch.domain.rules import OPENING_CHARS
from hkwatch.domain.sentences import first_sentence_end


class Reading:
    """What costs time is worked out when a rule first asks for it.

    `prepared` is title, line break and lead as `Lexicon.prepare` gives them, `hits` what rules hold by; `objections` finds
    what only speaks against one.
    """

    __slots__ = ("_against", "_breaks", "_doc_type", "_objections", "hits", "item", "prepared", "ranges", "title_end")

    def __init__(
        self, item: FlagInput, prepared: str, title_end: int, first_end: int, hits: Hits, objections: Lexicon
    ) -> None:
        end = len(prepared)
        self.item = item
        self.prepared = prepared
        self.hits = hits
        self._objections = objections
        self._against: Hits | None = None
        self.title_end = title_end
        # In the order of Field.
        self.ranges = (
            (0, title_end),
            (0, first_end),
            (0, min(end, max(first_end, title_end + OPENING_CHARS))),
            (title_end, end),
            (0, end),
        )
        self._breaks: list[int] | None = None
        self._doc_type: DocType | None = None

    @property
    def against(self) -> Hits:
        """The hits of what only speaks against a rule, and all others."""
        if self._against is None:
            self._against = self.hits | self._objections.scan(self.prepared)
        return self._against

    @property
    def doc_type(self) -> DocType:
        """What kind of document the item is."""
        if self._doc_type is None:
            self._doc_type = doc_type(self.item)
        return self._doc_type

    def is_broken(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two places."""
        if self._breaks is None:
            self._breaks = []
            at, last = 0, len(self.prepared)
            while at < last:
                at = first_sentence_end(self.prepared, at)
                self._breaks.append(at)
        index = bisect_left(self._breaks, start)
        return index < len(self._breaks) and self._breaks[index] < end

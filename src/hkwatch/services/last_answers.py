# SPDX-License-Identifier: MIT
"""What each source answered last, for the user to look at. In memory only, packed, bounded."""

import zlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.ids import SourceId
from hkwatch.sources.charset import to_utf8

MAX_CHARS = 200_000
"""No more of one answer is shown."""
MAX_BYTES = 800_000
"""No more of one answer is kept: characters take up to four bytes."""
MAX_PACKED_BYTES = 8_000_000
"""All answers together; beyond that those go that are asked longest ago."""
_LEVEL = 1
_SHOWN_CONTROLS = "\n\t"


@dataclass(frozen=True, slots=True)
class _Kept:
    at: datetime
    packed: bytes
    content_type: str
    lang: str


def pack(body: bytes) -> bytes:
    """What is kept of an answer."""
    return zlib.compress(body[:MAX_BYTES], _LEVEL)


class LastAnswers:
    """Used by the engine's loop; `text` unpacks and belongs in the worker thread, as `pack` does."""

    def __init__(self) -> None:
        self._kept: OrderedDict[SourceId, _Kept] = OrderedDict()
        self._bytes = 0

    def keep(self, source: SourceId, at: datetime, packed: bytes, content_type: str, lang: str) -> None:
        """Keep an answer, as `pack` gave it, in place of the former one."""
        self.forget(source)
        kept = _Kept(at, packed, content_type, lang)
        self._kept[source] = kept
        self._bytes += len(kept.packed)
        while self._bytes > MAX_PACKED_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.packed)

    def forget(self, source: SourceId) -> None:
        """Keep nothing of this source."""
        known = self._kept.pop(source, None)
        if known is not None:
            self._bytes -= len(known.packed)

    def text(self, source: SourceId) -> tuple[datetime, str] | None:
        """When it came and what it says, at most `MAX_CHARS`; None where nothing is kept.

        Decoded as the feed readers do; bytes that fit nothing show as U+FFFD. Control and direction marks are left
        out, so that what is shown is what is there.
        """
        kept = self._kept.get(source)
        if kept is None:
            return None
        text = to_utf8(zlib.decompress(kept.packed), kept.content_type, kept.lang).decode("utf-8", "replace")
        lines = text.replace("\r\n", "\n").replace("\r", "\n")[:MAX_CHARS]
        return kept.at, "".join(char for char in lines if char.isprintable() or char in _SHOWN_CONTROLS)

# SPDX-License-Identifier: MIT
"""Flagging items that come as JSON Lines, for `hkwatch classify`.

In, one object a line: id, source, url, title, summary, lang, published. Out, in the same order:
id, topics, hk, flag, severity, reasons and, where found, btc_level and licence_event. A line that cannot be read gives
`{"error"}`, with its id when that was readable.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import msgspec

from hkwatch.domain.catalogue import Catalogue, Publisher, SourceRow
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level

_NOT_WORD = re.compile(r"[^\w]+|_+")
_LEVEL_NAMES = {Level.LOW: "low", Level.NORMAL: "normal", Level.HIGH: "high", Level.CRITICAL: "high"}


class _Line(msgspec.Struct):
    id: str
    title: str
    source: str | None = None
    url: str | None = None
    summary: str | None = None
    lang: str | None = None
    published: str | None = None


class _LineId(msgspec.Struct):
    id: str


class _Speaker(msgspec.Struct, frozen=True):
    publisher: Publisher | None
    source_id: str


def classify_stream(
    lines: Iterable[bytes | str], classify: Callable[[FlagInput], Flags], catalogue: Catalogue
) -> Iterator[str]:
    """One answer a line, without its line end; blank lines are passed over. Reads no further ahead than one line."""
    decode = msgspec.json.Decoder(_Line).decode
    speakers: dict[str, _Speaker] = {}
    for line in lines:
        if not line.strip():
            continue
        try:
            item = decode(line)
        except (msgspec.DecodeError, UnicodeError) as exc:
            yield _encode({**_id_of(line), "error": str(exc)})
            continue
        source = item.source or ""
        if source not in speakers:
            speakers[source] = _speaker(source, catalogue)
        speaker = speakers[source]
        flags = classify(
            FlagInput(
                title=item.title,
                body=item.summary or "",
                lang=item.lang or "",
                publisher=speaker.publisher,
                source_id=speaker.source_id,
                url=item.url or "",
                published_at=instant(item.published),
            )
        )
        yield _encode({"id": item.id, **answer(flags)})


def answer(flags: Flags) -> dict[str, object]:
    """Flags in the form of the machine interface; `severity` is high, normal or low, `usd` a number."""
    out: dict[str, object] = {
        "topics": [t.value for t in flags.topics],
        "hk": flags.hk,
        "flag": flags.flag,
        "severity": _LEVEL_NAMES[flags.severity],
        "reasons": [
            {"rule": r.rule, "topic": r.topic, "field": r.field, "words": r.words, "start": r.start, "end": r.end}
            for r in flags.reasons
        ],
    }
    if flags.btc_level is not None:
        level = flags.btc_level
        out["btc_level"] = {"usd": float(level.usd), "direction": level.direction, "reached": level.reached}
    if flags.licence_event is not None:
        event = flags.licence_event
        out["licence_event"] = {
            "firm": event.firm,
            "ce": event.ce,
            "event": event.event.value,
            "regime": event.regime.value if event.regime is not None else "",
            "hk": event.hk,
            "also": [{"firm": other.firm, "ce": other.ce or None} for other in event.firms[1:]],
        }
    return out


def publisher_for(source: str, catalogue: Catalogue) -> Publisher | None:
    """Who publishes a source that is named freely; None = unknown, read as media.

    The catalogue's own names and aliases first; then a publisher's id as leading word (`sfc_circulars`,
    `SFC news (TC)`, `hkma_speeches`, `RTHK en local`), or after `Hong Kong` (`Hong Kong SFC alert list`).
    """
    row = catalogue.source_named(source)
    if row is not None:
        return row.publisher
    words = [w for w in _NOT_WORD.split(source.casefold()) if w]
    if words[:2] == ["hong", "kong"]:
        words = words[2:]
    return catalogue.publishers.get(PublisherId(words[0])) if words else None


def _speaker(source: str, catalogue: Catalogue) -> _Speaker:
    row: SourceRow | None = catalogue.source_named(source)
    if row is not None:
        return _Speaker(row.publisher, row.id)
    slug = "-".join(w for w in _NOT_WORD.split(source.casefold()) if w)
    return _Speaker(publisher_for(source, catalogue), slug)


def instant(text: str | None) -> datetime | None:
    """A stated time in UTC. None when absent or not readable: the time only supports a judgement, so it never costs an answer."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _id_of(line: bytes | str) -> dict[str, object]:
    try:
        return {"id": msgspec.json.decode(line, type=_LineId).id}
    except (msgspec.DecodeError, UnicodeError):
        return {}


def _encode(value: dict[str, object]) -> str:
    return msgspec.json.encode(value).decode()

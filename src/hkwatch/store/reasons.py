# SPDX-License-Identifier: MIT
"""The reasons of an item's flags as they are stored: JSON, one object each."""

import json

from hkwatch.domain.flags import Flags, Reason

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def reasons_json(flags: Flags) -> str:
    """All reasons, in order."""
    # By hand: walking through the dataclasses costs as much as inserting the item.
    reasons = [
        {
            "rule": r.rule,
            "topic": r.topic,
            "field": r.field,
            "words": r.words,
            "start": r.start,
            "end": r.end,
            "why": r.why,
        }
        for r in flags.reasons
    ]
    return _encode(reasons) if reasons else "[]"


def reasons_from_json(text: str) -> tuple[Reason, ...]:
    """The inverse."""
    return tuple(Reason(**reason) for reason in json.loads(text))

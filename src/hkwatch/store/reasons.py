# SPDX-License-Identifier: MIT
"""The reasons of an item's flags as they are stored: JSON, one object each."""

import json
from json.encoder import encode_basestring as _quoted

from hkwatch.domain.flags import Flags, Reason


def reasons_json(flags: Flags) -> str:
    """All reasons, in order."""
    # By hand, as a JSON encoder writes it: building what it takes and walking through that costs as much as inserting the item.
    reasons = [
        f'{{"rule":{_quoted(r.rule)},"topic":{_quoted(r.topic)},"field":{_quoted(r.field)},"words":{_quoted(r.words)},'
        f'"start":{r.start},"end":{r.end},"why":{_quoted(r.why)}}}'
        for r in flags.reasons
    ]
    return f"[{','.join(reasons)}]"


def reasons_from_json(text: str) -> tuple[Reason, ...]:
    """The inverse."""
    return tuple(Reason(**reason) for reason in json.loads(text))

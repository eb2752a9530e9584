# SPDX-License-Identifier: MIT
"""A message as a webhook gets it: a JSON object, signed where there is a key.

    POST                       {"version": 1, "id": "…", "subject": "items", "level": "high", "title": "…", "body": "…",
    Content-Type                "url": "https://…" or null, "at": "2026-11-25T14:33:00+00:00", "count": 1, "test": false}
    Idempotency-Key            the `id`; the same at every try of one message
    X-Hkwatch-Timestamp        Unix seconds of this try
    X-Hkwatch-Signature        sha256=HEX of HMAC-SHA256(key, timestamp + "." + body), only with a key

`subject` is items, alerts, deadlines, registers or watch; `level` low, normal, high or critical; `at` when it arose;
`count` how many notices it stands for. Fields may be added under the same `version`. Any 2xx answer is a receipt.
"""

import hashlib
import hmac
import json
from datetime import datetime
from typing import Final

from hkwatch.domain.channels import Message
from hkwatch.notify.post import Post, cut

VERSION: Final = 1
MAX_BODY_BYTES: Final = 16_000
"""Most that the text of one message may take."""


def webhook_post(url: str, message: Message, key: str, now: datetime) -> Post:
    """The POST of one try at `now`; `key` signs it, empty = unsigned."""
    content = {
        "version": VERSION,
        "id": message.key,
        "subject": message.subject.value,
        "level": message.level.name.lower(),
        "title": cut(message.title, 1000),
        "body": cut(message.body, MAX_BODY_BYTES),
        "url": message.url or None,
        "at": message.at.isoformat(timespec="seconds"),
        "count": message.count,
        "test": message.test,
    }
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    stamp = str(int(now.timestamp()))
    headers = {"Content-Type": "application/json", "Idempotency-Key": message.key, "X-Hkwatch-Timestamp": stamp}
    if key:
        headers["X-Hkwatch-Signature"] = f"sha256={signature(key, stamp, body)}"
    return Post(url, body, headers)


def signature(key: str, timestamp: str, body: bytes) -> str:
    """What a receiver works out to check a message: hex of HMAC-SHA256 over timestamp, a dot and the body."""
    return hmac.new(key.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()

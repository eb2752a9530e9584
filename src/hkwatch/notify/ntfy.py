# SPDX-License-Identifier: MIT
"""A message as ntfy gets it, at ntfy.sh or a server of one's own.

Published as JSON at the server's root: headers could not carry Chinese titles. The sequence id is the same at every try,
so that a newer server replaces a message in place of showing it twice.
"""

import base64
import json
from typing import Final
from urllib.parse import urlsplit

from hkwatch.domain.channels import Message
from hkwatch.domain.item import Level
from hkwatch.notify.post import Post, cut

MAX_BODY_BYTES: Final = 3900
"""A little under the 4,096 bytes beyond which ntfy makes an attachment of the text."""
PRIORITY: Final = {Level.LOW: 2, Level.NORMAL: 3, Level.HIGH: 4, Level.CRITICAL: 5}


def ntfy_post(address: str, message: Message, secret: str) -> Post:
    """The POST; `secret` is an access token, `user:password`, or empty for an open topic."""
    parts = urlsplit(address)
    content: dict[str, object] = {
        "topic": parts.path.strip("/"),
        "title": cut(message.title, 250),
        "message": cut(message.body or message.title, MAX_BODY_BYTES),
        "priority": PRIORITY[message.level],
    }
    if message.url:
        content["click"] = message.url
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": message.key,
        "X-Sequence-ID": message.key,
    }
    if secret:
        basic = base64.b64encode(secret.encode()).decode()
        headers["Authorization"] = f"Basic {basic}" if ":" in secret else f"Bearer {secret}"
    body = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
    return Post(f"{parts.scheme}://{parts.netloc}/", body, headers)

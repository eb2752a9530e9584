# SPDX-License-Identifier: MIT
"""What a webhook and ntfy are sent, byte for byte where it matters."""

import hashlib
import hmac
import json
from datetime import UTC, datetime

from hkwatch.domain.channels import Message, Subject
from hkwatch.domain.item import Level
from hkwatch.notify.ntfy import ntfy_post
from hkwatch.notify.webhook import webhook_post

AT = datetime(2026, 11, 25, 14, 33, tzinfo=UTC)
MESSAGE = Message(
    "k1", Subject.ITEMS, Level.HIGH, "證監會 · 牌照 · High", "Grants a licence", AT, "https://www.sfc.hk/x", 1
)


def test_webhook_says_what_is_documented() -> None:
    post = webhook_post("https://a.test/hook", MESSAGE, "", AT)
    assert json.loads(post.body) == {
        "version": 1,
        "id": "k1",
        "subject": "items",
        "level": "high",
        "title": "證監會 · 牌照 · High",
        "body": "Grants a licence",
        "url": "https://www.sfc.hk/x",
        "at": "2026-11-25T14:33:00+00:00",
        "count": 1,
        "test": False,
    }
    assert post.headers["Idempotency-Key"] == "k1"
    assert "X-Hkwatch-Signature" not in post.headers


def test_signature_can_be_checked_by_the_receiver() -> None:
    post = webhook_post("https://a.test/hook", MESSAGE, "k3y of the desk", AT)
    stamped = post.headers["X-Hkwatch-Timestamp"].encode() + b"." + post.body
    expected = hmac.new(b"k3y of the desk", stamped, hashlib.sha256).hexdigest()
    assert post.headers["X-Hkwatch-Signature"] == f"sha256={expected}"
    assert post.headers["X-Hkwatch-Timestamp"] == str(int(AT.timestamp()))


def test_ntfy_gets_topic_priority_and_click() -> None:
    post = ntfy_post("https://ntfy.example.test/desk", MESSAGE, "")
    assert post.url == "https://ntfy.example.test/"
    assert json.loads(post.body) == {
        "topic": "desk",
        "title": "證監會 · 牌照 · High",
        "message": "Grants a licence",
        "priority": 4,
        "click": "https://www.sfc.hk/x",
    }
    assert "Authorization" not in post.headers


def test_ntfy_takes_a_token_or_a_password() -> None:
    assert ntfy_post("https://n.test/t", MESSAGE, "tk_abc").headers["Authorization"] == "Bearer tk_abc"
    assert ntfy_post("https://n.test/t", MESSAGE, "me:word").headers["Authorization"] == "Basic bWU6d29yZA=="


def test_a_long_text_stays_a_text_for_ntfy() -> None:
    long = Message("k", Subject.ITEMS, Level.LOW, "牌" * 500, "照" * 5000, AT)
    content = json.loads(ntfy_post("https://n.test/t", long, "").body)
    assert len(content["message"].encode()) <= 4096
    assert content["message"].endswith("…")
    assert content["priority"] == 2


def test_nothing_secret_shows_in_what_a_post_looks_like() -> None:
    assert "tk_abc" not in repr(ntfy_post("https://n.test/t", MESSAGE, "tk_abc"))

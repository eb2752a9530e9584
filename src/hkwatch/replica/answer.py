# SPDX-License-Identifier: MIT
"""One request as it came and one answer as it will go out, before faults and headers are added."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from urllib.parse import parse_qs

XML = "text/xml; charset=utf-8"
JSON = "application/json"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Request:
    """One request.

    `host` is the imitated host, empty for the replica's own routes; `headers` has lower-case names.
    `market_at` is the instant whose prices a venue quotes, None = `at`; `price_factor` multiplies them.
    Only price faults set the two.
    """

    at: datetime
    method: str
    host: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes = b""
    market_at: datetime | None = None
    price_factor: Decimal = Decimal(1)

    @property
    def args(self) -> dict[str, str]:
        """The last value of each query argument."""
        return {name: values[-1] for name, values in parse_qs(self.query, keep_blank_values=True).items()}

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number from the query, held between `low` and `high`.

        `default` if absent or not a number.
        """
        text = self.args.get(name, "")
        return min(high, max(low, int(text))) if text.isascii() and text.isdigit() else default


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """What the log keeps of a request.

    `at` is the replica's time, `received_s` the system's steady seconds.
    """

    at: datetime
    received_s: float
    method: str
    host: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    status: int

    @property
    def user_agent(self) -> str:
        """The client's name for itself; empty if it gave none."""
        return self.headers.get("user-agent", "")


@dataclass(slots=True)
class Answer:
    """One answer. `content_type` empty sends none.

    Delivery: `delay_s` before the first byte; `bytes_per_s` for head and body, None = at once; `cut_after`
    = close the connection after this many bytes of the body, 0 = before the status line, None = send all.
    """

    status: int = 200
    body: bytes = b""
    content_type: str = HTML
    headers: list[tuple[str, str]] = field(default_factory=list)
    delay_s: float = 0.0
    bytes_per_s: float | None = None
    cut_after: int | None = None

    @property
    def charset(self) -> str:
        """The charset named in the content type, or utf-8."""
        _, found, charset = self.content_type.partition("charset=")
        return charset.strip() if found else "utf-8"


def json_answer(content: object, status: int = 200, content_type: str = JSON) -> Answer:
    """An answer with `content` as compact JSON in UTF-8."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Answer(status, text.encode(), content_type)


def not_found(text: str = "Not Found") -> Answer:
    """A plain 404 page."""
    return Answer(404, f"<html><head><title>404</title></head><body><h1>{text}</h1></body></html>\n".encode())

# SPDX-License-Identifier: MIT
"""What holds for requests that carry a message of ours to a server: it goes there, whole, and nowhere else."""

from urllib.parse import urlsplit

from hkwatch.domain.errors import FetchError
from hkwatch.sources.request import Request, Want

TIMEOUT_S = 10.0
MAX_ANSWER_BYTES = 65_536
_RECEIPTS = frozenset(range(200, 300))
_KEEP_BODY = frozenset({307, 308})


def telling(url: str, body: bytes, headers: dict[str, str]) -> Request:
    """The request for one POST. Any 2xx answer is a receipt, also an empty one."""
    return Request(
        url,
        Want.ANY,
        "POST",
        headers=headers,
        content=body,
        max_bytes=MAX_ANSWER_BYTES,
        timeout_s=TIMEOUT_S,
        accept_status=_RECEIPTS,
    )


def refuse_to_carry(url: str, target: str, status: int) -> None:
    """Raise FetchError for a redirect to another server, and for one that would leave the message behind."""
    now, then = urlsplit(url), urlsplit(target)
    if (now.scheme, now.hostname, now.port) != (then.scheme, then.hostname, then.port):
        raise FetchError(
            "redirect-refused",
            f"{now.hostname} sends to another server ({then.hostname}), where the message was not taken.",
            "If that is where it belongs, change the address.",
            temporary=False,
            http_status=status,
        )
    if status not in _KEEP_BODY:
        raise FetchError(
            "redirect-refused",
            f"{now.hostname} sends to another page, where the message would not arrive.",
            "Check the address.",
            temporary=False,
            http_status=status,
        )

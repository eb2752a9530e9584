# SPDX-License-Identifier: MIT
"""A plain HTTP client for the tests: it follows nothing and unpacks nothing."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from hkwatch.replica import Replica

AGENT = {"User-Agent": "hkwatch-test/1"}


@dataclass(frozen=True)
class Got:
    """What came back. Header names are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def items(self) -> list[ElementTree.Element]:
        return list(ElementTree.fromstring(self.body).iter("item"))

    def texts(self, name: str) -> list[str | None]:
        return [item.findtext(name) for item in self.items]


class Moment:
    """A clock that a test sets."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def get(
    replica: Replica,
    url: str,
    method: str = "GET",
    headers: Mapping[str, str] = AGENT,
    body: bytes | None = None,
) -> Got:
    """One request to the replica's address of `url`, on a connection of its own."""
    parts = urlsplit(replica.address_of(url))
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    try:
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        connection.request(method, target, body=body, headers=dict(headers))
        response = connection.getresponse()
        content = response.read()
        return Got(response.status, {name.lower(): value for name, value in response.getheaders()}, content)
    finally:
        connection.close()


def search(replica: Replica, question: object) -> Got:
    """The SFC's news search with `question` as JSON."""
    url = "https://apps.sfc.hk/edistributionWeb/api/news/search"
    return get(replica, url, "POST", {**AGENT, "Content-Type": "application/json"}, json.dumps(question).encode())

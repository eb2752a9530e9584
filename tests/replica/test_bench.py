# SPDX-License-Identifier: MIT
"""The feeds for measurements: exact in size, the same in every run."""

import pytest

from hkwatch.replica import Replica, bench

from .client import AGENT, get


def test_feed_has_exactly_the_asked_size_and_number_of_entries(replica: Replica) -> None:
    got = get(replica, f"{replica.base_url}/bench/feed/7.xml")
    assert len(got.body) == 86_000
    assert len(got.items) == 25
    small = get(replica, "https://feed3.example.test/bench/feed/3.xml?entries=100&bytes=120000")
    assert (len(small.body), len(small.items)) == (120_000, 100)


@pytest.mark.parametrize("size", [9_000, 40_001, 86_000, 250_003])
def test_size_is_exact_for_other_sizes(size: int) -> None:
    assert len(bench.render(1, 1, 25, size)) == size


def test_feed_is_the_same_each_time_and_differs_from_its_neighbour() -> None:
    first = bench.render(1, 1, 25, 86_000)
    bench.render.cache_clear()
    assert bench.render(1, 1, 25, 86_000) == first
    assert bench.render(2, 1, 25, 86_000) != first


def test_next_version_brings_one_new_entry(replica: Replica) -> None:
    url = f"{replica.base_url}/bench/feed/1.xml"
    one, two = (get(replica, f"{url}?version={version}").texts("guid") for version in (1, 2))
    assert one[:-1] == two[1:]
    assert two[0] not in one


def test_client_that_has_the_feed_gets_304(replica: Replica) -> None:
    url = f"{replica.base_url}/bench/feed/1.xml"
    tag = get(replica, url).headers["etag"]
    assert get(replica, url, headers={**AGENT, "If-None-Match": tag}).status == 304
    assert get(replica, f"{url}?version=2", headers={**AGENT, "If-None-Match": tag}).status == 200
    assert get(replica, f"{replica.base_url}/bench/feed/abc.xml").status == 404

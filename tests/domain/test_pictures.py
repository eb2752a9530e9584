# SPDX-License-Identifier: MIT
"""Which addresses of pictures may be asked at all."""

import pytest

from hkwatch.domain.pictures import is_private, problem_of

ITEM = "https://news.example.test/2026/1"


@pytest.mark.parametrize(
    "url",
    [
        "https://cdn.example.test/a.png",
        "http://example.test/a.jpg?x=1",
        "https://8.8.8.8/a.png",
        "https://[2001:4860:4860::8888]/a.png",
    ],
)
def test_public_web_addresses_may_be_asked(url: str) -> None:
    assert problem_of(url, ITEM) == ""


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.test/a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AA",
        "https://name:secret@example.test/a.png",
        "http://127.0.0.1/a.png",
        "http://127.1/a.png",
        "http://2130706433/a.png",
        "http://10.0.0.1/router.png",
        "http://192.168.1.1/a.png",
        "http://169.254.169.254/latest",
        "http://[::1]/a.png",
        "http://[::ffff:10.0.0.1]/a.png",
        "http://[fe80::1]/a.png",
        "http://localhost:8080/a.png",
        "http://printer.local/a.png",
        "http://printer/a.png",
        "http://nas.lan/a.png",
        "http://0x7f000001/a.png",
        "http://[64:ff9b::127.0.0.1]/a.png",
    ],
)
def test_addresses_of_other_kinds_and_of_private_networks_are_refused(url: str) -> None:
    assert problem_of(url, ITEM)


def test_an_items_own_host_may_be_private() -> None:
    assert problem_of("http://127.0.0.1:8080/a.png", "http://127.0.0.1:8080/news/1") == ""
    assert problem_of("http://10.0.0.1/a.png", "http://127.0.0.1:8080/news/1")


@pytest.mark.parametrize(
    "address", ["0.0.0.0", "100.64.0.1", "224.0.0.1", "ff02::1", "fc00::1", "2002:a00:1::", "fec0::1", "no address", ""]
)
def test_whatever_is_no_public_address_counts_as_private(address: str) -> None:
    assert is_private(address)

# SPDX-License-Identifier: MIT
"""A fresh desktop for each test that asks for one."""

from collections.abc import Iterator

import pytest

from e2e.desktop import Desktop


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with Desktop() as running:
        yield running

# SPDX-License-Identifier: MIT
"""Work off the loop: what a document brings to light costs its source alone."""

import asyncio
import logging
from collections.abc import Callable

import pytest

from hkwatch.domain.errors import FetchError, FormatError
from hkwatch.services.worker import Worker


def read(function: Callable[[], int]) -> int:
    async def run() -> int:
        worker = Worker()
        try:
            return await worker.read(function)
        finally:
            worker.close()

    return asyncio.run(run())


@pytest.mark.parametrize("mistake", [ValueError("x"), RecursionError(), KeyError("a"), AssertionError(), MemoryError()])
def test_a_reader_that_fails_at_a_document_is_an_error_of_its_source_and_in_the_log(
    mistake: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    def parse() -> int:
        raise mistake

    with caplog.at_level(logging.ERROR), pytest.raises(FormatError) as caught:
        read(parse)
    assert caught.value.key == "reader-failed"
    assert type(mistake).__name__ in caught.value.detail
    assert "report" in caught.value.next_step
    assert caplog.records[0].exc_info is not None


def test_what_a_reader_says_itself_stays_as_it_is_and_so_does_what_it_reads() -> None:
    def refuse() -> int:
        raise FetchError("http-404", "Gone.")

    with pytest.raises(FetchError, match="Gone"):
        read(refuse)
    assert read(lambda: 3) == 3

# SPDX-License-Identifier: MIT
"""The process that reads one PDF: what hostile documents do to it, and that they do nothing to anybody else."""

import sys

import pytest

import pdfs
from hkwatch.app.pdf_command import pdf_command
from hkwatch.domain.errors import FormatError
from hkwatch.services.pdf_child import KEYS, MAY_MEND, PdfChild, failure
from hkwatch.sources.pdf_outcome import MAX_BYTES
from services.rig import run

SMALL_MEMORY = (
    "import sys; from hkwatch.app import pdf_text; pdf_text.limit_resources(130 * 1024 * 1024, 30);"
    "from hkwatch.sources.pdf import read_pdf; from hkwatch.sources.pdf_outcome import encode;"
    "sys.stdout.buffer.write(encode(read_pdf(sys.stdin.buffer.read())))"
)


def read(body: bytes, command: tuple[str, ...] = pdf_command(), timeout_s: float = 10.0) -> str:
    """The text, or the key of the error."""
    found: list[str | FormatError] = []

    async def test() -> None:
        try:
            found.append((await PdfChild(command, timeout_s).read(body)).text)
        except FormatError as error:
            found.append(error)

    run(test())
    if isinstance(found[0], str):
        return found[0]
    assert found[0].detail.endswith(".")
    assert found[0].next_step.endswith(".")
    return found[0].key


def test_a_good_document_is_read() -> None:
    assert read(pdfs.good()).split("\n\n") == list(pdfs.TEXT)


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (b"<html><body>Maintenance</body></html>", "pdf-is-page"),
        (b"\x89PNG\r\n", "pdf-is-other"),
        (b"", "pdf-is-other"),
        (pdfs.encrypted("secret"), "pdf-encrypted"),
        (pdfs.without_text(), "pdf-no-text"),
        (pdfs.good()[:400], "pdf-broken"),
        (pdfs.circle(), "pdf-broken"),
    ],
)
def test_each_fault_is_an_error_of_its_own(body: bytes, key: str) -> None:
    assert read(body) == key


def test_a_document_that_never_ends_is_given_up_after_its_time() -> None:
    assert read(pdfs.bomb(8), timeout_s=1.0) == "pdf-too-slow"


def test_a_document_that_unfolds_without_end_does_not_get_the_memory() -> None:
    assert read(pdfs.bomb(8), (sys.executable, "-c", SMALL_MEMORY)) == "pdf-too-large"


def test_a_document_larger_than_is_read_is_not_even_handed_over() -> None:
    nobody = ("/nonexistent/reader",)
    assert read(b"%PDF-" + bytes(MAX_BYTES), nobody) == "pdf-too-large"


def test_a_reader_that_dies_or_talks_nonsense_is_a_broken_document() -> None:
    assert read(pdfs.good(), (sys.executable, "-c", "import os; os.abort()")) == "pdf-broken"
    assert read(pdfs.good(), (sys.executable, "-c", "print('hello')")) == "pdf-broken"
    assert read(bytes(4_000_000), (sys.executable, "-c", "")) == "pdf-broken"


def test_a_reader_that_cannot_be_started_is_said() -> None:
    assert read(pdfs.good(), ("/nonexistent/reader",)) == "pdf-no-reader"


def test_every_error_is_known_by_its_key() -> None:
    words = ("html", "not-pdf", "encrypted", "no-text", "broken", "memory", "slow", "no-reader", "never heard of")
    assert {failure(word).key for word in words} == KEYS
    assert MAY_MEND < KEYS

# SPDX-License-Identifier: MIT
"""PDFs that are well, and PDFs that are not, made for the tests."""

import io

from pypdf import PdfReader, PdfWriter

from hkwatch.replica.pdf import assemble, with_table, write_pdf

TEXT = (
    "Circular to intermediaries on virtual asset activities",
    "Intermediaries that serve clients in virtual assets should tell the Commission beforehand, and keep the records "
    "of each transaction for no less than seven years after the account was closed.",
    "1. Clients should be told of the risks.",
)


def good(*paragraphs: str) -> bytes:
    """A document that can be read."""
    return write_pdf(paragraphs or TEXT)


def encrypted(password: str) -> bytes:
    """A document that needs a password to be read; with an empty one it only forbids changes."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(good())))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def without_text() -> bytes:
    """A scan: a page with nothing on it that could be read."""
    return assemble([b"0.9 g 72 72 400 600 re f"])


def bomb(megabytes: int) -> bytes:
    """A page whose few kilobytes unfold to this much."""
    return assemble([b"BT /F1 11 Tf " + b"(a) Tj " * (megabytes * 150_000) + b"ET"])


def circle() -> bytes:
    """A tree of pages that holds itself."""
    return with_table([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"])

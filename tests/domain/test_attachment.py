# SPDX-License-Identifier: MIT
"""Documents of items: what an address and a title say of them, and how two lists become one."""

import pytest

from hkwatch.domain.attachment import MAX_ATTACHMENTS, Attachment, joined, kind_of, stated_size

A, B, C = (f"https://example.test/{name}.pdf" for name in "abc")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://example.test/a/20250214e1.pdf", "pdf"),
        ("https://example.test/a/Return.XLSX?v=2#p", "xls"),
        ("https://example.test/form.docx", "doc"),
        ("https://example.test/page.html", ""),
        ("https://example.test/pdf", ""),
        ("https://example.test/doc?name=a.pdf", ""),
        ("https://[broken/a.pdf", ""),
        ("", ""),
    ],
)
def test_the_kind_of_a_document_is_what_its_path_ends_in(url: str, kind: str) -> None:
    assert kind_of(url) == kind


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Lessons from pilots (PDF File, 98.7 KB)", 101069),
        ("附件（PDF檔案，1.2 MB）", 1258291),
        ("Form (Word, 40 KB)", 40960),
        ("Results (up 3 %)", None),
        ("No size", None),
    ],
)
def test_a_size_is_read_from_the_title_that_states_it(text: str, size: int | None) -> None:
    assert stated_size(text) == size


def test_two_lists_become_one_in_the_order_of_the_newer_and_each_fills_what_the_other_leaves_open() -> None:
    known = (Attachment("Annex", B, "pdf", 10), Attachment("Old", C))
    found = (Attachment("First", A, "pdf"), Attachment("", B, "", None))
    assert joined(known, found) == (Attachment("First", A, "pdf"), Attachment("Annex", B, "pdf", 10), known[1])
    assert joined((), found[:1]) == found[:1]


def test_no_item_has_endless_attachments() -> None:
    many = tuple(Attachment(str(n), f"https://example.test/{n}.pdf") for n in range(500))
    assert len(joined(many, many[::-1])) == MAX_ATTACHMENTS

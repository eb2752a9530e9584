# SPDX-License-Identifier: MIT
"""One circular of the SFC as its interface gives it, and the documents that texts link to."""

import json

import pytest

from hkwatch.domain.attachment import Attachment
from hkwatch.domain.errors import FormatError
from hkwatch.sources import sfc_circulars
from hkwatch.sources.documents import attachments_in, is_pdf, without_title
from hkwatch.sources.request import Want
from hkwatch.sources.sfc import API_URL


def content(**changes: object) -> bytes:
    answer: dict[str, object] = {
        "refNo": "25EC8",
        "lang": "EN",
        "title": "Circular on  custody\r\n",
        "html": '<p>Keep records. <a href="/f/form.docx">Form</a> (Word, 40 KB)</p>',
        "emailBody": None,
        "deptCode": "INT",
        "releasedDate": "2025-02-17T17:24:00",
        "appendixDocList": [{"caption": "Checklist"}, {"caption": None}],
    }
    return json.dumps({**answer, **changes}).encode()


def test_a_circular_comes_with_its_text_its_time_and_its_documents() -> None:
    entry = sfc_circulars.parse_content(content())
    assert (entry.ref, entry.title, entry.lang) == ("25EC8", "Circular on custody", "en")
    assert entry.text.startswith("Keep records.")
    assert str(entry.published_at) == "2025-02-17 09:24:00+00:00"
    place = f"{API_URL}/circular/openAppendix?lang=EN&refNo=25EC8&appendix="
    assert entry.attachments == (
        Attachment("Checklist", f"{place}0", "pdf"),
        Attachment("2", f"{place}1", "pdf"),
        Attachment("Form", "https://apps.sfc.hk/f/form.docx", "doc", 40960),
    )


def test_a_circular_without_html_has_no_text_yet() -> None:
    entry = sfc_circulars.parse_content(content(html=None, appendixDocList=None))
    assert (entry.html, entry.text, entry.attachments) == ("", "", ())


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (b" ", "unknown-ref"),
        (b"<html>", "not-json"),
        (b'{"error": "no"}', "unexpected-form"),
        (content(title=" "), "unexpected-form"),
        (content(refNo="../../x"), "unexpected-form"),
    ],
)
def test_an_answer_in_another_form_is_named(body: bytes, key: str) -> None:
    with pytest.raises(FormatError) as caught:
        sfc_circulars.parse_content(body)
    assert caught.value.key == key


def test_a_language_is_always_named_and_a_document_asked_for_as_one() -> None:
    asked = sfc_circulars.content_request("25EC8", "zh-Hant")
    assert (asked.url, asked.want) == (f"{API_URL}/circular/content?refNo=25EC8&lang=TC", Want.JSON)
    file = sfc_circulars.file_request("25EC8", "en")
    assert file.url == f"{API_URL}/circular/openFile?lang=EN&refNo=25EC8"
    assert file.accept.startswith("application/pdf")
    assert file.spacing_s == asked.spacing_s == 1.0
    for wrong in ("25PR8", "25EC8&lang=SC", ""):
        with pytest.raises(ValueError, match="no number"):
            sfc_circulars.content_request(wrong, "en")


def test_documents_in_a_text_are_listed_once_and_pages_are_not() -> None:
    html = (
        '<p><a href="https://example.test/a.pdf">The <b>annex</b> (PDF file, 10 KB)</a>, '
        '<a href="https://example.test/a.pdf">again</a>'
        ' and <a href="https://example.test/b.xlsx?x=1&amp;y=2"></a> '
        '<a href="https://example.test/page">a page</a> (PDF, 9 KB)</p>'
    )
    assert attachments_in(html) == (
        Attachment("The annex (PDF file, 10 KB)", "https://example.test/a.pdf", "pdf", 10240),
        Attachment("b.xlsx?x=1&y=2", "https://example.test/b.xlsx?x=1&y=2", "xls"),
    )


def test_only_web_addresses_are_documents() -> None:
    assert is_pdf("https://example.test/a.PDF")
    assert not is_pdf("file:///etc/a.pdf")
    assert not is_pdf("https://example.test/a")


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("On Custody\n\nKeep records.", "On  custody", "Keep records."),
        ("On custody Keep records.", "On custody", "Keep records."),
        ("有關紀錄的通函保存所有紀錄。", "有關紀錄的通函", "保存所有紀錄。"),
        ("On custodyship: a word.", "On custody", "On custodyship: a word."),
        ("Keep records. On custody", "On custody", "Keep records. On custody"),
        ("On custody", "On custody", "On custody"),
    ],
)
def test_the_title_on_top_of_a_document_is_no_part_of_its_text(text: str, title: str, rest: str) -> None:
    assert without_title(text, title) == rest

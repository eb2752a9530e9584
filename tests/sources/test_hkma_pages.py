# SPDX-License-Identifier: MIT
"""The text of an HKMA release, wherever its page keeps it."""

import pytest

from hkwatch.domain.errors import FormatError
from hkwatch.sources.hkma_pages import is_ref, page_request, page_url, parse_page
from hkwatch.sources.request import Want

REF = "20250219-4"
TEXT = "<p>The Authority says <b>this</b> in its release of today, and it says it at some length.</p><p>Second &amp; last.</p>"
SHELL = (
    "<!DOCTYPE html><html><head><title>Title | HKMA</title></head><body>"
    "<header><nav><ul><li>Menu of the site with many words in it, far more than the release itself has</li></ul></nav></header>"
    "{0}<footer><p>Footer of the site with its own many words, which are no part of any release.</p></footer></body></html>"
)


@pytest.mark.parametrize(
    "body",
    [
        f'<h1>Title</h1><div id="press-release-content">{TEXT}</div>',
        f'<main><h1>Title</h1><div class="template-content-area">{TEXT}</div></main>',
        f"<article><h1>Title</h1>{TEXT}</article>",
        f'<div role="main"><h1>Title</h1>{TEXT}<form><p>Search this site for other words</p></form></div>',
        f'<div id="content"><h1>Title</h1><script>var words = "<p>not text</p>"</script>{TEXT}</div>',
        f"<h1>Title</h1><div class='x'><div class='y'>{TEXT}</div></div><div><p>Aside</p></div>",
        f'<h1>Title</h1><div class="template-content-area"></div><div class="new-layout">{TEXT}</div>',
    ],
    ids=["by-id", "by-class", "article", "role", "content", "unknown", "named-but-empty"],
)
def test_the_text_is_found_in_every_known_layout_and_in_an_unknown_one(body: str) -> None:
    entry = parse_page(SHELL.format(body).encode(), REF, "en")
    assert entry.text == (
        "The Authority says this in its release of today, and it says it at some length.\n\nSecond & last."
    )
    assert entry.title == "Title"
    assert (entry.ref, entry.guid, entry.lang) == (REF, REF, "en")
    assert "<script" not in entry.html
    assert "<b>this</b>" in entry.html


def test_links_of_the_page_become_whole_and_harm_goes() -> None:
    words = '<a href="/media/one.pdf" onclick="x()">Annex</a> <a href="javascript:x()">no</a> to this release of the Authority'
    entry = parse_page(SHELL.format(f"<article><p>{words}</p></article>").encode(), REF, "en")
    assert 'href="https://www.hkma.gov.hk/media/one.pdf"' in entry.html
    assert "javascript" not in entry.html
    assert "onclick" not in entry.html


def test_a_page_without_heading_is_called_by_its_document_title() -> None:
    assert parse_page(SHELL.format(f"<article>{TEXT}</article>").encode(), REF, "en").title == "Title"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "big5"])
def test_chinese_pages_are_read_in_their_encodings(encoding: str) -> None:
    words = (
        "香港金融管理局今日公布有關穩定幣發行人的安排，並會繼續與業界保持溝通，詳情載於附件，市民可於網站查閱有關文件。"
    )
    body = SHELL.format(f"<article><h1>標題</h1><p>{words}</p></article>").encode(encoding)
    entry = parse_page(body, REF, "zh-Hant", f"text/html; charset={encoding.removesuffix('-sig')}")
    assert (entry.title, entry.text) == ("標題", words)
    assert "/chi/" in entry.link


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (b"", "unknown-ref"),
        (b"  \r\n", "unknown-ref"),
        (SHELL.format("").encode(), "no-text"),
        (SHELL.format("<article><p>19 Feb 2025</p></article>").encode(), "no-text"),
        (b'{"error": 1}', "no-text"),
    ],
)
def test_a_page_without_text_is_an_error_and_never_an_empty_release(body: bytes, key: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse_page(body, REF, "en")
    assert caught.value.key == key


def test_pages_are_asked_for_one_a_second_and_a_missing_one_is_an_answer() -> None:
    request = page_request(REF, "zh-Hans")
    assert request.url == "https://www.hkma.gov.hk/gb_chi/news-and-media/press-releases/2025/02/20250219-4/"
    assert (request.want, request.spacing_s, request.accept_status) == (Want.HTML, 1.0, frozenset((404,)))


@pytest.mark.parametrize("text", ["25PR20", "../../etc/20250219-4", "20250219", "20250219-4/"])
def test_what_is_no_number_is_never_made_an_address(text: str) -> None:
    assert not is_ref(text)
    with pytest.raises(ValueError, match="no HKMA"):
        page_url(text, "en")

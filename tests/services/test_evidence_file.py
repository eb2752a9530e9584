# SPDX-License-Identifier: MIT
"""The archive of an answer: byte-exact, checkable, and saying whose it is."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

from hkwatch.domain.evidence import Evidence
from hkwatch.services.evidence_file import KeptAnswer, headers_text, make_archive

AT = datetime(2026, 11, 20, 8, 33, 4, tzinfo=UTC)
BODY = b'{"title": "\xe7\x89\x8c\xe7\x85\xa7", "html": "<p>x</p>\r\n"}'
ANSWER = KeptAnswer(
    item=7,
    ref="26PR140",
    title="Example Digital Ltd licensed",
    issuer="Securities and Futures Commission",
    lang="en",
    published_at=None,
    first_seen_at=AT,
    number=1,
    evidence=Evidence(
        "https://example.test/news/26PR140",
        200,
        AT,
        {"content-type": "application/json; charset=utf-8", "etag": '"a1"'},
        hashlib.sha256(BODY).hexdigest(),
        len(BODY),
        BODY,
    ),
)


def unpacked(answer: KeptAnswer) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(make_archive(answer, AT))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_body_is_byte_for_byte_what_came_and_its_hash_is_told() -> None:
    files = unpacked(ANSWER)
    assert files["body.json"] == BODY
    told = json.loads(files["metadata.json"])
    assert told["sha256"] == hashlib.sha256(files["body.json"]).hexdigest()
    assert told["fetched_at"] == "2026-11-20T08:33:04Z"
    assert told["url"] == "https://example.test/news/26PR140"
    assert told["published_at"] is None


def test_the_readme_says_whose_it_is_and_how_to_check_it() -> None:
    text = unpacked(ANSWER)["README.txt"].decode()
    assert "for your own records" in text
    assert "© Securities and Futures Commission" in text
    assert "sha256sum body.json" in text
    assert ANSWER.evidence.hash in text
    assert "2026-11-20 16:33 HKT" in text


def test_an_answer_too_large_to_keep_has_hash_and_size_only() -> None:
    files = unpacked(replace(ANSWER, evidence=replace(ANSWER.evidence, body=None)))
    assert sorted(files) == ["README.txt", "headers.txt", "metadata.json"]
    assert json.loads(files["metadata.json"])["body_file"] is None
    assert "too large" in files["README.txt"].decode()


def test_headers_stand_under_the_status() -> None:
    assert headers_text(ANSWER.evidence).splitlines() == [
        "HTTP 200 OK",
        "content-type: application/json; charset=utf-8",
        'etag: "a1"',
    ]
    assert headers_text(replace(ANSWER.evidence, status=299)).startswith("HTTP 299\n")


def test_the_same_answer_gives_the_same_bytes() -> None:
    assert make_archive(ANSWER, AT) == make_archive(ANSWER, AT)


def test_names_of_files_hold_no_separators() -> None:
    assert ANSWER.archive_name == f"26PR140-en-{ANSWER.evidence.hash[:8]}.zip"
    assert replace(ANSWER, ref="../a b/ c").archive_name.startswith("a-b-c-en-")
    assert replace(ANSWER, ref="").archive_name.startswith("item-7-en-")
    unknown = replace(ANSWER.evidence, headers={})
    assert replace(ANSWER, evidence=unknown).body_name == "body.bin"

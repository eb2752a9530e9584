# SPDX-License-Identifier: MIT
"""What was kept of an item as its publisher sent it, and the archive made of it for the user's records.

26PR140-en-3f2a91c0.zip
    body.json        the answer, byte for byte
    headers.txt      status line and the headers that were kept
    metadata.json    address, times, size, SHA-256, what the item is
    README.txt       what this is, whose it is, and how to check it
"""

import io
import json
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus

import hkwatch
from hkwatch.domain.evidence import Evidence
from hkwatch.domain.hkt import format_minute, to_hkt

_KINDS = {
    "application/json": "json",
    "application/pdf": "pdf",
    "application/rss+xml": "xml",
    "application/atom+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/html": "html",
    "text/plain": "txt",
}
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """One answer of a publisher that an item was read from. `number` counts the item's answers from 1, oldest first.

    `issuer` is the publisher's full English name; `published_at` None where the publisher stated none.
    """

    item: int
    ref: str
    title: str
    issuer: str
    lang: str
    published_at: datetime | None
    first_seen_at: datetime
    number: int
    evidence: Evidence

    @property
    def body_name(self) -> str:
        """`body.json`, `body.pdf`, `body.html`; `body.bin` where the publisher did not say what it is."""
        kind = self.evidence.headers.get("content-type", "").split(";")[0].strip().lower()
        return f"body.{_KINDS.get(kind, 'bin')}"

    @property
    def archive_name(self) -> str:
        """`26PR140-en-3f2a91c0.zip`: reference (or the item's number), language, begin of the hash."""
        name = _UNSAFE.sub("-", self.ref).strip("-.") or f"item-{self.item}"
        return f"{name}-{self.lang}-{self.evidence.hash[:8]}.zip"


def headers_text(evidence: Evidence) -> str:
    """The status line and the headers that were kept, one a line."""
    try:
        phrase = HTTPStatus(evidence.status).phrase
    except ValueError:
        phrase = ""
    lines = [f"HTTP {evidence.status} {phrase}".rstrip()]
    lines += [f"{name}: {value}" for name, value in sorted(evidence.headers.items())]
    return "\n".join(lines) + "\n"


def make_archive(answer: KeptAnswer, now: datetime) -> bytes:
    """The zip file. The same answer and time give the same bytes. An answer too large to keep has no body in it."""
    evidence = answer.evidence
    stamp = to_hkt(evidence.fetched_at)
    parts: list[tuple[str, bytes]] = []
    if evidence.body is not None:
        parts.append((answer.body_name, evidence.body))
    parts += [
        ("headers.txt", headers_text(evidence).encode()),
        ("metadata.json", (json.dumps(_metadata(answer, now), ensure_ascii=False, indent=2) + "\n").encode()),
        ("README.txt", _readme(answer).encode()),
    ]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, stamp.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return file.getvalue()


def _metadata(answer: KeptAnswer, now: datetime) -> dict[str, object]:
    evidence = answer.evidence
    return {
        "title": answer.title,
        "reference": answer.ref or None,
        "issuer": answer.issuer,
        "language": answer.lang,
        "published_at": _iso(answer.published_at),
        "first_seen_at": _iso(answer.first_seen_at),
        "url": evidence.url,
        "fetched_at": _iso(evidence.fetched_at),
        "http_status": evidence.status,
        "size_bytes": evidence.size,
        "sha256": evidence.hash,
        "body_file": answer.body_name if evidence.body is not None else None,
        "answer_number": answer.number,
        "saved_at": _iso(now),
        "saved_by": f"hkwatch {hkwatch.__version__}",
    }


def _readme(answer: KeptAnswer) -> str:
    evidence, name = answer.evidence, answer.body_name
    lines = [
        "A copy for your own records",
        "",
        f"{answer.issuer}: {answer.title}",
        *([f"Reference: {answer.ref}"] if answer.ref else []),
        f"Address:   {evidence.url}",
        f"Received:  {format_minute(evidence.fetched_at)}",
        "",
        f"© {answer.issuer}. The content belongs to its issuer. hkwatch kept it as it came so that you can show later",
        "what was published and when; it gives you no right to publish it again.",
        "",
        f"SHA-256:   {evidence.hash}",
        f"Size:      {evidence.size:,} bytes",
        "",
    ]
    if evidence.body is None:
        lines += ["The answer was too large to keep. Hash and size are those of what came; the body is not in here."]
    else:
        lines += [
            "To check that the body is what came, compute its hash and compare it with the one above:",
            f"  Linux    sha256sum {name}",
            f"  macOS    shasum -a 256 {name}",
            f"  Windows  certutil -hashfile {name} SHA256",
            "",
            "The hash shows that the file was not changed since; it does not prove by itself who sent it or when.",
        ]
    return "\n".join(lines) + "\n"


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")

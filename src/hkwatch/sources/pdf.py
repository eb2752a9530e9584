# SPDX-License-Identifier: MIT
"""The text of a PDF. Only the process that is started for one document loads this: what it reads may be hostile.

    bytes → pages, at most so many → lines → paragraphs → one Outcome

Nothing here is caught that pypdf does not promise to raise: any other end of the process says "broken" by itself.
"""

import io
import re
from collections.abc import Iterable, Sequence

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from hkwatch.sources.pdf_outcome import MAX_CHARS, MAX_PAGES, Outcome

_HEADER_WITHIN = 1024
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
# Signs that text cannot hold: halves of pairs, control signs, unknown glyphs.
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CJK = "\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_WIDE = re.compile(f"[{_CJK}]")
_POINT = re.compile(r"(?:[•●▪■–—-]\s|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)）]\s|[一二三四五六七八九十]{1,3}、)")
_SHORT = 0.75
"""A line this much shorter than the longest one is the last of its paragraph, unless the next begins in small letters."""


def read_pdf(data: bytes, max_pages: int = MAX_PAGES, max_chars: int = MAX_CHARS) -> Outcome:
    """The text of a document as paragraphs parted by empty lines, or why there is none.

    May run for ever and use any amount of memory: whoever calls it sets the limits.
    """
    head = data[:_HEADER_WITHIN]
    if b"%PDF-" not in head:
        return Outcome(error="html" if _HTML.search(head) else "not-pdf")
    try:
        return _read(data, max_pages, max_chars)
    except (FileNotDecryptedError, DependencyError):
        return Outcome(error="encrypted")
    except MemoryError:
        return Outcome(error="memory")
    except (PyPdfError, RecursionError):
        return Outcome(error="broken")


def _read(data: bytes, max_pages: int, max_chars: int) -> Outcome:
    reader = PdfReader(io.BytesIO(data), strict=False)
    # Many documents are locked against changes only, with an empty password for reading.
    if reader.is_encrypted and not reader.decrypt(""):
        return Outcome(error="encrypted")
    count = len(reader.pages)
    texts: list[str] = []
    chars = 0
    for number in range(min(count, max_pages)):
        text = paragraphs(reader.pages[number].extract_text().splitlines())
        if text:
            texts.append(text)
            chars += len(text) + 2
        if chars > max_chars:
            break
    whole = "\n\n".join(texts)
    if not whole:
        return Outcome(error="no-text" if count else "broken", pages=count)
    return Outcome("", whole[:max_chars], count, len(whole) > max_chars or count > max_pages)


def paragraphs(lines: Iterable[str]) -> str:
    """Lines as they stand on a page, joined to paragraphs: a term must be found though a line ends within it."""
    clean = [" ".join(_NO_TEXT.sub("", line).split()) for line in lines]
    longest = max(map(len, clean), default=0)
    found: list[list[str]] = [[]]
    for line in clean:
        if not line:
            found.append([])
        elif found[-1] and (_POINT.match(line) or _is_end(found[-1][-1], line, longest)):
            found.append([line])
        else:
            found[-1].append(line)
    return "\n\n".join(_joined(part) for part in found if part)


def _is_end(line: str, following: str, longest: int) -> bool:
    # How far apart two paragraphs stand on the page is lost.
    return len(line) < longest * _SHORT and not following[0].islower()


def _joined(lines: Sequence[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        # Chinese is written without spaces.
        text += line if _WIDE.match(text[-1]) and _WIDE.match(line[0]) else f" {line}"
    return text

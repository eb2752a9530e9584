# SPDX-License-Identifier: MIT
"""Writes small PDFs: pages of text, no more than a reader of text needs. Latin in a standard font, Chinese by code."""

import zlib
from collections.abc import Sequence
from textwrap import wrap

_LINES_A_PAGE = 48
_LINE_CHARS = 90
_LEADING = 15
_LATIN_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def write_pdf(paragraphs: Sequence[str]) -> bytes:
    """A document whose text is these paragraphs, broken into lines and pages as documents are."""
    lines: list[str] = []
    for paragraph in paragraphs:
        width = _LINE_CHARS if _is_latin(paragraph) else _LINE_CHARS // 2
        lines += [*wrap(paragraph, width), ""]
    pages = [lines[start : start + _LINES_A_PAGE] for start in range(0, len(lines), _LINES_A_PAGE)] or [[]]
    chars = sorted({char for line in lines if not _is_latin(line) for char in line})
    return assemble([_content(page) for page in pages], chars)


def assemble(contents: Sequence[bytes], chars: Sequence[str] = ()) -> bytes:
    """A document of pages with these content streams; `chars` are those that its second font knows."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _LATIN_FONT, *_chinese_font(chars)]
    first_page = len(objects) + 1
    kids = b" ".join(b"%d 0 R" % (first_page + 2 * index) for index in range(len(contents)))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids)
    for index, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (first_page + 2 * index + 1)
        )
        objects.append(stream(content))
    return with_table(objects)


def stream(content: bytes, packed: bool = True) -> bytes:
    """A stream object's body."""
    if not packed:
        return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    data = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data)


def with_table(objects: Sequence[bytes]) -> bytes:
    """Objects, numbered from 1 with the catalogue first, with header, table of places and trailer."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _is_latin(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _content(lines: Sequence[str]) -> bytes:
    parts = [b"BT\n72 780 Td\n%d TL" % _LEADING]
    for line in lines:
        if _is_latin(line):
            words = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            parts.append(b"/F1 11 Tf (%s) Tj T*" % words)
        else:
            parts.append(b"/F2 11 Tf <%s> Tj T*" % line.encode("utf-16-be").hex().encode())
    return b"\n".join((*parts, b"ET"))


def _chinese_font(chars: Sequence[str]) -> list[bytes]:
    """Codes are UTF-16, and a table says so: objects 4 to 6."""
    rows = [b"<%04x> <%04x>" % (ord(char), ord(char)) for char in chars if ord(char) < 0x10000]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    table = b"".join(b"%d beginbfchar\n%s\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
    cmap = (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /U def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n" + table + b"endcmap\nend\nend"
    )
    return [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        stream(cmap),
    ]

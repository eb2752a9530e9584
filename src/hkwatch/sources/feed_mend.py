# SPDX-License-Identifier: MIT
"""Ill-formed XML → the well-formed XML that was meant, where the fault is one of signs and not of structure.

Mended are: stray ampersands, HTML's own entities, control characters, prefixes that nobody declared, words before and
after the document, and the DOCTYPE with all its declarations, which no feed needs. Tags that do not match stay as they are.
"""

import re
from collections.abc import Iterator
from html.entities import html5
from xml.sax.saxutils import escape

_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf][\x80-\xbf]")
_SIGN = re.compile(rb"&(?:#(?P<number>[xX]?[0-9a-fA-F]{1,8});|(?P<name>[A-Za-z][A-Za-z0-9]{0,30});)?")
_DOCTYPE = re.compile(rb"<!DOCTYPE\b[^\[>]*", re.IGNORECASE)
_SUBSET_END = re.compile(rb"\]\s*>")
_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(?:rss|feed|rdf|channel|entry)\b", re.IGNORECASE)
_PREFIX = re.compile(rb"<([A-Za-z_][\w.-]*):[A-Za-z_]|\s([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*\s*=\s*[\"']")
_DECLARED = re.compile(rb"\sxmlns:([A-Za-z_][\w.-]*)\s*=")
_OWN = {b"amp", b"lt", b"gt", b"quot", b"apos"}
_MAX_PREFIXES = 50


def mend(text: bytes) -> bytes:
    """The document in UTF-8 with its faults of signs mended; an own DOCTYPE is dropped, its entities stay words."""
    text = _NOT_XML.sub(b"", without_doctype(text))
    text = b"<![CDATA[".join(_with_signs_mended(text))
    root = _ROOT.search(text, prolog_end(text))
    if root is None:
        return text
    name = root[0][1:]
    closing = text.rfind(b"</" + name)
    end = text.find(b">", closing) if closing > 0 else -1
    text = text[root.start() : end + 1] if end > 0 else text[root.start() :]
    used = {match[1] or match[2] for match in _PREFIX.finditer(text)}
    missing = sorted(used - set(_DECLARED.findall(text)) - {b"xml", b"xmlns"})[:_MAX_PREFIXES]
    declarations = b"".join(b' xmlns:%b="urn:undeclared:%b"' % (prefix, prefix) for prefix in missing)
    return text[: len(name) + 1] + declarations + text[len(name) + 1 :]


def without_doctype(text: bytes) -> bytes:
    """The document without its DOCTYPE and whatever that declares."""
    start = _DOCTYPE.search(text)
    if start is None:
        return text
    if text[start.end() : start.end() + 1] == b"[":
        end = _SUBSET_END.search(text, start.end())
        if end is not None:
            return text[: start.start()] + text[end.end() :]
    plain_end = text.find(b">", start.end())
    return text[: start.start()] + text[plain_end + 1 :] if plain_end >= 0 else text[: start.start()]


def _with_signs_mended(text: bytes) -> Iterator[bytes]:
    """The parts between the starts of CDATA sections; inside a section nothing is touched."""
    is_inside = False
    for part in text.split(b"<![CDATA["):
        kept, end, rest = part.partition(b"]]>") if is_inside else (b"", b"", part)
        is_inside = is_inside and not end
        yield part if is_inside else kept + end + _SIGN.sub(_mended, rest)
        is_inside = True


def prolog_end(text: bytes) -> int:
    """Where the comments and instructions before the first element end."""
    at = 0
    while (begin := text.find(b"<", at)) >= 0:
        end = b"-->" if text.startswith(b"<!--", begin) else b"?>" if text.startswith(b"<?", begin) else b""
        close = text.find(end, begin) if end else -1
        if close < 0:
            break
        at = close + len(end)
    return at


def _mended(match: re.Match[bytes]) -> bytes:
    if match["number"] is not None:
        return match[0].replace(b"X", b"x") if _is_character(match["number"]) else b""
    name = match["name"]
    if name in _OWN:
        return match[0]
    meant = html5.get(f"{name.decode('ascii')};") if name else None
    return escape(meant).encode() if meant else b"&amp;" + match[0][1:]


def _is_character(number: bytes) -> bool:
    try:
        code = int(number[1:], 16) if number[:1] in b"xX" else int(number)
    except ValueError:
        return False
    return code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000

# SPDX-License-Identifier: MIT
"""Valid documents made wrong in ways that keep their structure: pieces moved, doubled, left out, replaced, nested.

    a document ─► pieces by its form (tags, lines, words, JSON values) ─► one to four changes ─► a document

Everything comes out of one `random.Random`, so that a seed names a mutation for ever.
"""

import json
import random
import re
from collections.abc import Callable
from typing import Any

PIECES = {
    "xml": re.compile(rb"<[^<>]*>|[^<>]+|[<>]"),
    "json": re.compile(rb'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+|\s+|"'),
    "toml": re.compile(rb"[^\n=\[\],]+|[\n=\[\],]"),
    "csv": re.compile(rb"[^,\r\n]+|[,\r\n]"),
    "query": re.compile(rb"\s+|[():\"/,.<>=-]|[^\s():\"/,.<>=-]+"),
}
"""What a document of a form is cut into."""
COMMON = (
    *(b"", b" ", b"\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80"),
    *(b"0", b"-1", b"1e999", b"-0.0", b"NaN", b"Infinity", b"9" * 25, b"9" * 5_000, b"1" + b"0" * 400),
    *(b"true", b"null", b"\xe8\xad\x89", b"%s", b"../..", b"A" * 3_000),
)
OWN = {
    "xml": (
        *(b"<item>", b"</item>", b"<entry>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"&", b"&#x0;", b"&#1114112;"),
        *(b"&lt;script&gt;", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<?xml encoding='utf-16'?>", b"<td colspan=99999999>"),
        *(b"<table>", b"<tr>", b"</table>", b"javascript:alert(1)", b"http://[", b"<outline>", b"<link/>", b"xmlUrl='"),
    ),
    "json": (b"{", b"}", b"[", b"]", b'"', b'"\\ud800"', b'"\\u0000"', b"{}", b"[]", b'{"a":', b"[" * 3_000, b"1E400"),
    "toml": (
        *(b"[[", b"]]", b"=", b'"""', b"'''", b"[" * 3_000, b"{", b"}", b"#", b'"\\ud800"', b"1979-05-27T07:32:00Z"),
        *(b"07:32:00", b"0x7fffffffffffffffffff", b"inf", b"nan", b"[]", b"{}", b"a.b.c", b'""', b"1_000"),
    ),
    "csv": (b",", b'"', b"\r", b"\n", b";", b"1e400", b"-", b"1970-01-01", b"9999-12-31T23:59:59+14:00", b'"' * 3),
    "query": (
        *(
            b"(",
            b")",
            b'"',
            b"OR",
            b"NOT",
            b"-",
            b"is:",
            b"src:",
            b"pub:",
            b"/(a+)+$/",
            b"/[/",
            b"lvl:>=",
            b"~9",
            b"..",
        ),
        *(b"(" * 200, b"-" * 200, b"due:<", b"pub:9999-99", b"price:>1e999", b"near/99999999"),
    ),
}
EXTREMES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 2**31, 2**63, 2**64, -(2**70), 10**400, 1e308, -0.0, 1e-320, "", " ", "\x00"),
    *("NaN", "-1", "1e999", "9" * 400, "\ud800", "2025-02-30", "9999-12-31T23:59:59.999999+14:00", "0001-01-01"),
    *("A" * 5_000, [], {}, [[]], {"": ""}, [None] * 50),
)
"""What takes the place of a value in JSON."""


def mutate(chance: random.Random, document: bytes, form: str, other: bytes = b"") -> bytes:
    """The document with one to four changes; `other` is one of the same form that pieces are taken from."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        if form == "json" and chance.random() < 0.5:
            document = _change_value(chance, document)
        else:
            document = chance.choice(_CHANGES)(chance, document, form, other)
    return document[:3_000_000]


def _cut(document: bytes, form: str) -> list[bytes]:
    return PIECES[form].findall(document) or [b""]


def _word(chance: random.Random, form: str) -> bytes:
    return chance.choice(OWN[form] if chance.random() < 0.6 else COMMON)


def _span(chance: random.Random, count: int) -> tuple[int, int]:
    start = chance.randrange(count)
    return start, min(count, start + chance.choice((1, 1, 2, 5, 20, 100)))


def _leave_out(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    pieces = _cut(document, form)
    start, end = _span(chance, len(pieces))
    return b"".join(pieces[:start] + pieces[end:])


def _double(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    pieces = _cut(document, form)
    start, end = _span(chance, len(pieces))
    return b"".join(pieces[:end] + pieces[start:end] * chance.choice((1, 1, 3, 300)) + pieces[end:])


def _swap(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    pieces = _cut(document, form)
    first, second = chance.randrange(len(pieces)), chance.randrange(len(pieces))
    pieces[first], pieces[second] = pieces[second], pieces[first]
    return b"".join(pieces)


def _replace(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    pieces = _cut(document, form)
    pieces[chance.randrange(len(pieces))] = _word(chance, form)
    return b"".join(pieces)


def _insert(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    pieces = _cut(document, form)
    pieces.insert(chance.randrange(len(pieces) + 1), _word(chance, form) * chance.choice((1, 1, 1, 40)))
    return b"".join(pieces)


def _take_over(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    pieces, theirs = _cut(document, form), _cut(other, form)
    start, end = _span(chance, len(theirs))
    at = chance.randrange(len(pieces) + 1)
    return b"".join(pieces[:at] + theirs[start:end] + pieces[at:])


def _inside(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    """A word in the middle of a piece: an attribute, a number, a name."""
    at = chance.randrange(len(document) + 1)
    return document[:at] + _word(chance, form) + document[at + chance.choice((0, 0, 1, 4)) :]


def _flip(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    content = bytearray(document)
    for _ in range(chance.choice((1, 1, 8)) if content else 0):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def _break_off(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    return document[: chance.randrange(len(document) + 1)]


def _encode_anew(chance: random.Random, document: bytes, form: str, other: bytes) -> bytes:
    return document.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-32", "big5", "utf-7")), "replace")


_Change = Callable[[random.Random, bytes, str, bytes], bytes]
_CHANGES: tuple[_Change, ...] = (
    *(_leave_out, _double, _swap, _replace, _replace, _insert, _insert, _take_over, _inside, _inside, _flip),
    *(_break_off, _encode_anew),
)


def _change_value(chance: random.Random, document: bytes) -> bytes:
    """Another value in place of one of a JSON document, at any depth; the document as it was where it is no JSON."""
    try:
        root = json.loads(document)
        holders: list[tuple[Any, Any]] = []
        _collect(root, holders)
        if not holders:
            return json.dumps(chance.choice(EXTREMES)).encode()
        holder, key = chance.choice(holders)
        match chance.randrange(5):
            case 0:
                del holder[key]
            case 1:
                holder[key] = [holder[key]] * chance.choice((1, 2, 40))
            case 2:
                other, name = chance.choice(holders)
                holder[key] = json.loads(json.dumps(other.get(name) if isinstance(other, dict) else other[name]))
            case _:
                holder[key] = chance.choice(EXTREMES)
        return json.dumps(root, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError, LookupError):
        return document


def _collect(value: Any, found: list[tuple[Any, Any]]) -> None:
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found.append((value, key))
        _collect(value[key], found)

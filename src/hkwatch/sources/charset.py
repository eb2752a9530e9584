# SPDX-License-Identifier: MIT
"""Bytes of a feed in any encoding → UTF-8 bytes.

Everything behind this works on UTF-8 alone, so that what is taken out of a feed for safety cannot hide in another encoding.
"""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{2,40})["']""")
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._-]{2,40})""", re.IGNORECASE)
# Each is read as the larger set that holds it, as browsers do.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
# Named by servers that never looked at the file; a better sign goes before them.
_WEAK = frozenset(("cp1252",))
_BY_LANGUAGE = {"zh-Hant": ("big5hkscs", "gb18030"), "zh-Hans": ("gb18030", "big5hkscs")}
# What a document says of its own language, for readers that know nothing of its source.
_OWN_LANGUAGE = re.compile(
    rb"""(?:<language>\s*|xml:lang\s*=\s*["'])zh[-_](?:(hant|tw|hk|mo)|hans|cn|sg)\b""", re.IGNORECASE
)
_FEW_BROKEN = 0.02


def to_utf8(body: bytes, content_type: str, lang: str) -> bytes:
    """The same document in UTF-8, without a byte order mark and without white space before it.

    What decodes as UTF-8 is UTF-8, whatever it calls itself. Otherwise the byte order mark, the XML declaration, the
    header's charset and the customs of `lang` are tried in that order; bytes that fit nothing become U+FFFD. `lang` may be
    empty: then the language the document states counts.
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            return _clean(body.decode(name, "replace").encode())
    if body[:4] == b"\x00<\x00?" or body[:4] == b"<\x00?\x00":
        return _clean(body.decode("utf-16-be" if body[0] == 0 else "utf-16-le", "replace").encode())
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return _clean(_decode_other(body, content_type, lang).encode("utf-8", "replace"))
    return _clean(body)


def _decode_other(body: bytes, content_type: str, lang: str) -> str:
    declared = _DECLARED.match(body)
    header = _IN_HEADER.search(content_type)
    named = [declared[1].decode("ascii")] if declared else []
    named += [header[1]] if header else []
    names = [_known(name) for name in named]
    strong = [name for name in names if name and name not in _WEAK]
    if not strong or "utf-8" in strong:
        text = body.decode("utf-8", "replace")
        foreign = sum(1 for char in text if char > "\x7f")
        if text.count("\ufffd") <= max(1, foreign * _FEW_BROKEN) and foreign > 1:
            return text
    own = _OWN_LANGUAGE.search(body, 0, 4096) if not lang else None
    if own is not None:
        lang = "zh-Hant" if own[1] else "zh-Hans"
    for name in (*strong, *_BY_LANGUAGE.get(lang, ()), "cp1252"):
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    return body.decode(strong[0] if strong else "utf-8", "replace")


def _known(name: str) -> str:
    try:
        found = codecs.lookup(_WIDER.get(name.lower(), name.lower()))
    except LookupError:
        return ""
    # Codecs that are no character sets (base64, zip) and UTF-7, in which markup can hide, are not taken.
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name if is_text and found.name != "utf-7" else ""


def _clean(body: bytes) -> bytes:
    while body.startswith(codecs.BOM_UTF8):
        body = body[3:]
    return body.lstrip()

# SPDX-License-Identifier: MIT
"""A strict and fast reader of well-formed RSS, RDF and Atom.

Whatever is ill-formed, unknown or brings declarations of its own raises `NotStrict`: the tolerant reader takes it.
Nothing outside the document is ever read, and a document that declares an entity is not read here at all.
"""

import base64
import binascii
import re
from functools import lru_cache
from html import escape
from typing import Any
from xml.parsers import expat

from hkwatch.domain.errors import FormatError
from hkwatch.sources.feed_names import Field, Part, Slot, name_of
from hkwatch.sources.feed_raw import NOTHING, RawEntry, RawFeed, RawText, absolute, has_scheme, is_web

MAX_DEPTH = 500
"""Elements inside each other; real feeds with whole articles in XHTML stay under 60."""
# No document can contain this sign, so no address of a namespace does.
_SEPARATOR = "\x01"
_XML_BASE = _SEPARATOR.join(("http://www.w3.org/XML/1998/namespace", "base", "xml"))
_RDF_ABOUT = _SEPARATOR.join(("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "about", ""))
_PLAYED = ("audio", "video")
_VOID = frozenset(("br", "hr", "img", "wbr", "col", "area", "embed", "input", "source", "track"))
_HTML_TYPES = ("html", "xhtml", "text/html", "application/xhtml+xml")
_C1 = re.compile("[\x80-\x9f]")


class NotStrict(Exception):  # noqa: N818 - a signal to take the other reader, not an error anyone sees
    """The document is not for this reader. `problem` says what is ill-formed, empty where only the format is another."""

    def __init__(self, problem: str = "") -> None:
        super().__init__(problem)
        self.problem = problem


def read_strict(text: bytes, base_url: str) -> RawFeed:
    """Read a feed in UTF-8. Raises NotStrict, or FormatError `too-complex` for elements nested absurdly deep."""
    reader = _Reader(base_url)
    parser = expat.ParserCreate("utf-8", _SEPARATOR)
    parser.namespace_prefixes = True
    parser.buffer_text = True
    parser.buffer_size = 65536
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.SkippedEntityHandler = _refuse_entity
    try:
        parser.Parse(text, True)
    except expat.ExpatError as exc:
        raise NotStrict(str(exc)) from exc
    return reader.feed


@lru_cache(maxsize=256)
def _field(slot: Slot, rank: int, *, of_feed: bool, is_core: bool) -> Field:
    return Field(slot, rank, of_feed, is_core)


def _refuse_declarations(_name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
    if has_subset:
        raise NotStrict


def _refuse_entity(name: str, _is_parameter: bool) -> None:
    raise NotStrict(f"entity &{name}; is not declared")


class _Names(dict[str, Part]):
    """Names as expat gives them → what they mean here; each is looked up once a feed."""

    def __missing__(self, name: str) -> Part:
        part = self[name] = name_of(*_split(name))
        return part


def _split(name: str) -> tuple[str, str, str]:
    """Namespace, local name, prefix."""
    parts = name.split(_SEPARATOR)
    if len(parts) == 1:
        return "", parts[0], ""
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""


class _Reader:
    """Receives expat's events. One text is captured at a time: markup inside it becomes part of it."""

    def __init__(self, base_url: str) -> None:
        self.feed = RawFeed()
        self._names = _Names()
        self._depth = 0
        self._item_depth = 0
        self._group_depth = 0
        self._bases: list[tuple[int, str]] = [(0, base_url)]
        self._is_atom = False
        self._entry = _Draft()
        # Of the text that is being captured: what it is, how deep its element lies, and its parts.
        self._field: Field | None = None
        self._capture_depth = 0
        self._type = ""
        self._mode = ""
        self._has_markup = False
        self._pieces: list[str] = []
        self._base = base_url
        self._attributes: dict[str, str] = {}

    # ---- events

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise FormatError("too-complex", f"The feed has more than {MAX_DEPTH} elements inside each other.")
        if attributes and _XML_BASE in attributes:
            base = absolute(self._bases[-1][1], attributes[_XML_BASE])
            self._bases.append((self._depth, base or self._bases[-1][1]))
        if self._field is not None:
            self._start_markup(name, attributes)
            return
        part = self._names[name]
        if self._depth == 1:
            self._start_root(part, attributes)
        elif self._item_depth:
            if self._depth == self._item_depth + 1 or (self._group_depth and not part.is_core):
                self._start_field(part, attributes)
            elif part.slot is Slot.ITEM:
                raise NotStrict("an item inside an item")
        elif part.slot is Slot.ITEM:
            self._item_depth = self._depth
            self._entry = _Draft(guid=_about(attributes))
        elif part.slot is Slot.CHANNEL:
            if "href" in attributes or "HREF" in attributes:
                raise NotStrict
        elif self._depth <= 3 and part.slot in (Slot.TITLE, Slot.TTL, Slot.LINK) and part.rank == 0:
            self._begin(_field(part.slot, 0, of_feed=True, is_core=True), attributes)

    def end(self, _name: str) -> None:
        if self._field is not None:
            if self._depth == self._capture_depth:
                self._finish()
            else:
                self._end_markup(_name)
        elif self._depth == self._item_depth:
            self._item_depth = 0
            self.feed.item_count += 1
            self.feed.entries.append(self._entry.entry(self._is_atom))
        elif self._depth == self._group_depth:
            self._group_depth = 0
        if len(self._bases) > 1 and self._bases[-1][0] == self._depth:
            self._bases.pop()
        self._depth -= 1

    def characters(self, text: str) -> None:
        if self._field is not None:
            self._pieces.append(escape(text, quote=False) if self._has_markup else text)

    # ---- structure

    def _start_root(self, part: Part, attributes: dict[str, str]) -> None:
        if part.slot is not Slot.ROOT or "base" in attributes:
            raise NotStrict
        self._is_atom = part.local == "feed"

    def _start_field(self, part: Part, attributes: dict[str, str]) -> None:
        slot = part.slot
        if slot is None:
            return
        if slot is Slot.GROUP or slot is Slot.MEDIA:
            self._group_depth = self._group_depth or self._depth
            kind = f"{attributes.get('medium', '')} {attributes.get('type', '')}" if attributes else ""
            if any(word in kind for word in _PLAYED):
                self._entry.enclosure = self._entry.enclosure or self._absolute(attributes.get("url", ""))
        elif slot is Slot.ITEM:
            raise NotStrict("an item inside an item")
        elif slot is Slot.ENCLOSURE:
            self._entry.enclosure = self._entry.enclosure or self._absolute(attributes.get("url", ""))
        elif slot is Slot.LINK and ("rel" in attributes or (self._is_atom and "href" in attributes)):
            self._linked(attributes)
        else:
            self._begin(_field(slot, part.rank, of_feed=False, is_core=part.is_core), attributes)

    def _linked(self, attributes: dict[str, str]) -> None:
        """An Atom link: the address is in an attribute and `rel` says what it is."""
        href = self._absolute(attributes.get("href", ""))
        rel = (attributes.get("rel") or "alternate").strip().lower()
        entry = self._entry
        if not href:
            # A link with `rel` and no address: its text may be one, as in RSS.
            self._begin(_field(Slot.LINK, 0, of_feed=False, is_core=True), attributes)
        elif rel in ("alternate", "http://www.iana.org/assignments/relation/alternate"):
            kind = attributes.get("type", "").strip().lower()
            if kind in _HTML_TYPES:
                entry.page = entry.page or href
            elif kind:
                entry.other_link = entry.other_link or href
            else:
                entry.alternate = entry.alternate or href
        elif rel == "enclosure":
            entry.enclosure = entry.enclosure or href

    def _absolute(self, link: str) -> str:
        return absolute(self._bases[-1][1], link) if link else ""

    # ---- texts

    def _begin(self, field: Field, attributes: dict[str, str]) -> None:
        self._field = field
        self._capture_depth = self._depth
        self._attributes = attributes
        self._type = attributes.get("type", "").strip().lower() if attributes else ""
        self._mode = attributes.get("mode", "").strip().lower() if attributes else ""
        self._has_markup = False
        self._pieces = []
        self._base = self._bases[-1][1]

    def _start_markup(self, name: str, attributes: dict[str, str]) -> None:
        if not self._has_markup:
            self._has_markup = True
            self._pieces = [escape(piece, quote=False) for piece in self._pieces]
            if _XML_BASE in attributes and not "".join(self._pieces).strip():
                self._base = self._bases[-1][1]
        written = "".join(
            f' {_split(key)[1]}="{escape(value)}"' for key, value in attributes.items() if key != _XML_BASE
        )
        self._pieces.append(f"<{_split(name)[1]}{written}>")

    def _end_markup(self, name: str) -> None:
        local = _split(name)[1]
        if local.lower() not in _VOID:
            self._pieces.append(f"</{local}>")

    def _finish(self) -> None:
        field = self._field
        self._field = None
        if field is None:
            return
        pieces = self._pieces
        value = (pieces[0] if len(pieces) == 1 else "".join(pieces)).strip()
        if not value.isascii():
            value = _repaired(value)
        match field.slot:
            case Slot.TITLE | Slot.SUMMARY | Slot.CONTENT:
                text = self._text(value, field)
                if field.of_feed:
                    self.feed.title = self.feed.title or text.as_html
                else:
                    self._entry.add_text(field, text)
            case Slot.LINK:
                self._add_link(value, field)
            case Slot.SOURCE:
                self._entry.source = "" if self._has_markup else value
            case Slot.TTL:
                self.feed.ttl = value if field.of_feed else self.feed.ttl
            case Slot.GUID:
                self._add_guid(value)
            case _:
                self._entry.add_date(field, value)

    def _add_guid(self, value: str) -> None:
        attributes = self._attributes
        says = (attributes.get("isPermaLink") or attributes.get("ispermalink") or "").strip().lower()
        # An identity is completed to an address only where the feed says that it is one.
        is_address = says == "true" or (self._is_atom and (value[:1] == "/" or len(self._bases) > 1))
        if is_address and value and not has_scheme(value):
            value = self._absolute(value)
        self._entry.guid = value
        self._entry.is_permalink = says != "false"

    def _add_link(self, value: str, field: Field) -> None:
        if field.of_feed:
            # A document that came without an address is at home where its channel says.
            home = value or self._attributes.get("href", "").strip()
            is_home = self._attributes.get("rel", "alternate").strip().lower() in ("alternate", "self")
            if is_home and not self._bases[0][1] and is_web(home):
                self._bases[0] = (0, home)
        elif field.rank:
            self._entry.first_link = self._absolute(value)
        elif value := value or self._attributes.get("href") or self._attributes.get("url", ""):
            self._entry.link = self._absolute(value)

    def _text(self, value: str, field: Field) -> RawText:
        kind = self._type
        if self._has_markup:
            return RawText(_without_wrapper(value) if self._is_atom else value, True, self._base)
        if self._mode == "base64" or (kind and self._is_atom and _is_base64(kind)):
            value, kind = _decoded(value), kind if kind.startswith("text/") else "html"
        elif kind in ("xhtml", "application/xhtml+xml") or kind.endswith(("+xml", "/xml")):
            return RawText(escape(value, quote=False), True, self._base)
        if not kind:
            is_html = not self._is_atom or not field.is_core
        else:
            is_html = kind not in ("text", "text/plain", "plain") or not self._is_atom
        return RawText(value, is_html, self._base)


class _Draft:
    """One entry while it is read: of two elements that say the same, which one counts."""

    def __init__(self, guid: str = "") -> None:
        self.guid = guid
        self.source = ""
        self.is_permalink = True
        self.first_link = self.link = self.page = self.alternate = self.other_link = self.enclosure = ""
        self._texts: dict[Slot, tuple[int, RawText]] = {}
        self._dates: dict[Slot, tuple[int, str]] = {}

    def add_text(self, field: Field, text: RawText) -> None:
        """An empty element never replaces a text; among equals titles stay, later summaries and longer contents win."""
        if not text.value:
            return
        old = self._texts.get(field.slot)
        if old is not None:
            if field.rank > old[0] or (field.rank == old[0] and field.slot is Slot.TITLE):
                return
            if field.slot is Slot.CONTENT and len(text.value) < len(old[1].value):
                return
        self._texts[field.slot] = (field.rank, text)

    def add_date(self, field: Field, value: str) -> None:
        old = self._dates.get(field.slot)
        if value and (old is None or field.rank <= old[0]):
            self._dates[field.slot] = (field.rank, value)

    def entry(self, is_atom: bool) -> RawEntry:
        guid_link = self.guid if is_web(self.guid) and (self.is_permalink or is_atom) else ""
        # A link that says it is a page goes before one that says nothing of its kind.
        stated = self.first_link or self.link or self.page or self.alternate
        link = stated or guid_link or self.other_link or self.enclosure
        if not link and is_atom and has_scheme(self.guid):
            link = absolute("", self.guid)
        return RawEntry(
            title=self._text(Slot.TITLE),
            link=link,
            guid=self.guid,
            published=self._date(Slot.PUBLISHED),
            updated=self._date(Slot.UPDATED),
            summary=self._text(Slot.SUMMARY),
            content=self._text(Slot.CONTENT),
            source=self.source,
        )

    def _text(self, slot: Slot) -> RawText:
        found = self._texts.get(slot)
        return found[1] if found else NOTHING

    def _date(self, slot: Slot) -> str:
        found = self._dates.get(slot)
        return found[1] if found else ""


def _about(attributes: dict[str, str]) -> str:
    if not attributes:
        return ""
    return next((value for key, value in attributes.items() if key.startswith(_RDF_ABOUT)), "")


def _is_base64(kind: str) -> bool:
    """Atom: what is neither text nor XML is written in base64."""
    return "/" in kind and not kind.startswith("text/") and not kind.endswith(("+xml", "/xml"))


def _decoded(value: str) -> str:
    try:
        return base64.b64decode(value.encode("ascii", "ignore")).decode("utf-8").strip()
    except (binascii.Error, ValueError):
        return value


def _without_wrapper(value: str) -> str:
    """The inside of the one `div` that Atom puts around XHTML."""
    if value.startswith("<div") and value.endswith("</div>") and value[4:5] in (">", " "):
        inside = value[value.index(">") + 1 : -6]
        depth = 0
        for match in _DIV.finditer(inside):
            depth += -1 if match[0][1] == "/" else 1
            if depth < 0:
                return value
        return inside.strip()
    return value


_DIV = re.compile(r"</?div(?=[\s>])")


def _repaired(value: str) -> str:
    """Text that was UTF-8, taken for Latin-1 and encoded again; signs of Windows' own set in the range of controls."""
    try:
        value = value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass
    return _C1.sub(_windows_sign, value)


def _windows_sign(match: re.Match[Any]) -> str:
    return bytes((ord(match[0]),)).decode("cp1252", "ignore")

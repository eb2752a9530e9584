# SPDX-License-Identifier: MIT
"""A query asked of one item in memory: does it match, and by which words. For rules, alerts and highlighting.

It answers exactly as the search over the stored items does. Treated alike, for words and phrases: upper and lower case,
full and half width, Traditional and Simplified Chinese (證 and 证), and everything between words (`virtual-asset` is
`virtual asset`). Told apart: accents (`é` is no letter of a Latin word), characters outside the folder's table, and, in
a regular expression, everything: it is tried on the text as it is. Names (`src:`, `ref:`, `rule:`) are compared without
case and punctuation. No phrase reaches from a title into a text, or from one language into another.

    Query ──Matcher(query, folder)──► tests ──match(item, now)──► Match(hits) | None
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from hkwatch.domain.entities import Entity
from hkwatch.domain.flags import Reason
from hkwatch.domain.fold import Folder
from hkwatch.domain.item import DocType, ItemState, Level
from hkwatch.domain.order import to_ms
from hkwatch.domain.query_due import Holidays, is_due, is_open
from hkwatch.domain.query_firms import has_number, names_firm
from hkwatch.domain.query_tree import (
    And,
    Field,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    QueryError,
    Scope,
    Term,
    Value,
    Word,
)
from hkwatch.domain.query_values import REGEX_TEXT_S, bounds, compile_pattern, interval, label_slug, levels_of, slug
from hkwatch.domain.query_words import Words, words_of


@dataclass(frozen=True, slots=True)
class QueryText:
    """An item in one language."""

    lang: str
    title: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class QueryItem:
    """All that a query may look at. Times are aware UTC; `published_at` None where the source states none.

    `publisher` and `source` are ids. `price_usd` is bitcoin's price when the item was first seen, the other two what it
    was an hour and a day later; None = not known (yet). `has_pdf`: an address in it ends in `.pdf`. `labels` are names that
    the user's own rules gave it, `firms` those it names. `closes_on` is the last Hong Kong day of its deadline, None without
    one; `is_concluded`: conclusions are out.
    """

    texts: tuple[QueryText, ...]
    first_seen_at: datetime
    published_at: datetime | None = None
    source: str = ""
    publisher: str = ""
    doc_type: DocType = DocType.MEDIA
    topics: tuple[str, ...] = ()
    level: Level = Level.NORMAL
    langs: tuple[str, ...] = ()
    ref: str = ""
    reasons: tuple[Reason, ...] = ()
    state: ItemState = ItemState.NEW
    starred: bool = False
    acked: bool = False
    needs_ack: bool = False
    archived: bool = False
    flagged: bool = False
    revision: int = 1
    note: str = ""
    has_pdf: bool = False
    closes_on: date | None = None
    is_concluded: bool = False
    price_usd: float | None = None
    price_1h_usd: float | None = None
    price_24h_usd: float | None = None
    muted: bool = False
    labels: tuple[str, ...] = ()
    firms: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Words that matched: `field` is `title` or `body` of the text in `lang`, `start` and `end` character offsets in it."""

    lang: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """An item that a query finds. `hits` are in order and never overlap; empty where no words were asked for."""

    hits: tuple[Hit, ...] = ()


class PreparedItem:
    """An item with its texts folded once, for asking many queries of it."""

    def __init__(self, item: QueryItem, folder: Folder) -> None:
        self.item = item
        self.titles = tuple(folder.fold(text.title) for text in item.texts)
        self._folder = folder
        self._bodies: tuple[str, ...] | None = None

    @property
    def bodies(self) -> tuple[str, ...]:
        """The folded texts; folding them is left until one is asked for."""
        if self._bodies is None:
            self._bodies = tuple(self._folder.fold(text.body) for text in self.item.texts)
        return self._bodies

    def folded(self, field: Field) -> tuple[str, ...]:
        """The folded texts that a field looks at."""
        if field is Field.TITLE:
            return self.titles
        return self.bodies if field is Field.BODY else self.titles + self.bodies


_Test = Callable[[PreparedItem, datetime], bool]
_Find = Callable[[QueryItem, Folder], Iterator[Hit]]


class Matcher:
    """A query ready to be asked. Safe to keep and to share: what depends on the time is worked out at each `match`."""

    def __init__(self, query: Query, folder: Folder, holidays: Holidays = frozenset) -> None:
        """Raises QueryError for a field that cannot be searched, or a text with nothing to find."""
        self._folder = folder
        self._holidays = holidays
        self._finders: list[_Find] = []
        self._hides_archived = query.hides_archived
        self._only_archived = query.scope is Scope.ARCHIVE
        self._hides_muted = query.hides_muted
        self._only_muted = query.scope is Scope.MUTED
        self._test = self._compiled(query.root, positive=True)[1] if query.root is not None else None

    def match(self, item: QueryItem | PreparedItem, now: datetime) -> Match | None:
        """The words that matched, None if the query does not find the item.

        Raises QueryError `slow-regex` where a regular expression takes too long on a text.
        """
        prepared = item if isinstance(item, PreparedItem) else PreparedItem(item, self._folder)
        if not self._holds(prepared, now):
            return None
        hits = {hit for find in self._finders for hit in find(prepared.item, self._folder)}
        return Match(tuple(_merged(sorted(hits))))

    def matches(self, item: QueryItem | PreparedItem, now: datetime) -> bool:
        """Whether the query finds the item; cheaper than `match`. Raises QueryError as it does."""
        return self._holds(item if isinstance(item, PreparedItem) else PreparedItem(item, self._folder), now)

    def _holds(self, prepared: PreparedItem, now: datetime) -> bool:
        archived, muted = prepared.item.archived, prepared.item.muted
        if (archived and self._hides_archived) or (self._only_archived and not archived):
            return False
        if (muted and self._hides_muted) or (self._only_muted and not muted):
            return False
        return self._test is None or self._test(prepared, now)

    def _compiled(self, node: Node, *, positive: bool) -> tuple[int, _Test]:
        """How dear the test is, and the test; the cheap ones are asked first."""
        match node:
            case Term():
                return self._term(node, positive=positive)
            case Not(inner):
                cost, test = self._compiled(inner, positive=not positive)
                return cost, lambda item, now: not test(item, now)
            case And(nodes):
                made = sorted((self._compiled(part, positive=positive) for part in nodes), key=lambda pair: pair[0])
                tests = tuple(test for _, test in made)
                return made[-1][0], lambda item, now: all(test(item, now) for test in tests)
            case Or(nodes):
                made = sorted((self._compiled(part, positive=positive) for part in nodes), key=lambda pair: pair[0])
                tests = tuple(test for _, test in made)
                return made[-1][0], lambda item, now: any(test(item, now) for test in tests)

    def _term(self, term: Term, *, positive: bool) -> tuple[int, _Test]:
        if term.field in (Field.TEXT, Field.TITLE, Field.BODY):
            tests = [self._text(term, value, positive=positive) for value in term.values]
            return 2, lambda item, now: any(test(item, now) for test in tests)
        if term.field in (Field.PUB, Field.SEEN):
            return 1, _date_test(term)
        if term.field is Field.DUE:
            days = self._holidays
            return 1, lambda item, now: is_due(item.item.closes_on, term.values, now, days)
        if term.field is Field.IS and any(getattr(value, "text", "") == "open" for value in term.values):
            others = Term(Field.IS, tuple(value for value in term.values if getattr(value, "text", "") != "open"))
            rest = self._term(others, positive=positive)[1] if others.values else _never
            return 1, lambda item, now: is_open(item.item.closes_on, item.item.is_concluded, now) or rest(item, now)
        if term.field in (Field.ENTITY, Field.CE):
            holds, folder = names_firm if term.field is Field.ENTITY else has_number, self._folder
            return 0, lambda item, _: any(holds(item.item.firms, value, folder) for value in term.values)
        if term.field is Field.RULE:
            tests_of = [_rule(value, self._folder) for value in term.values]
            return 0, lambda item, _: any(test(item.item) for test in tests_of)
        make = _TESTS.get(term.field)
        if make is None:
            raise QueryError("not-searchable", term.position, term.field.value, (), term.field.value)
        values = [make(term, value) for value in term.values]
        return 0, lambda item, now: any(test(item.item) for test in values)

    def _text(self, term: Term, value: Value, *, positive: bool) -> _Test:
        field = term.field
        if isinstance(value, Pattern):
            search = _searcher(value, term.position)

            def find_pattern(item: QueryItem, _: Folder) -> Iterator[Hit]:
                for lang, name, text in _texts(item, field):
                    found = search(text)
                    if found is not None:
                        yield Hit(lang, name, *found)

            if positive:
                self._finders.append(find_pattern)
            return lambda item, _: any(search(text) is not None for _lang, _name, text in _texts(item.item, field))
        assert isinstance(value, Word | Phrase)
        words = words_of(value, term.position, self._folder)
        if positive:
            self._finders.append(_word_finder(words, field))
        return lambda item, _: words.hold_in(item.folded(field))


def _word_finder(words: Words, field: Field) -> _Find:
    def find(item: QueryItem, folder: Folder) -> Iterator[Hit]:
        for lang, name, text in _texts(item, field):
            for start, end in words.spans(folder.aligned(text)):
                yield Hit(lang, name, start, end)

    return find


def _texts(item: QueryItem, field: Field) -> Iterator[tuple[str, str, str]]:
    for text in item.texts:
        if field is not Field.BODY:
            yield text.lang, "title", text.title
        if field is not Field.TITLE:
            yield text.lang, "body", text.body


def _searcher(pattern: Pattern, position: int) -> Callable[[str], tuple[int, int] | None]:
    compiled = compile_pattern(pattern)

    def search(text: str) -> tuple[int, int] | None:
        try:
            found = compiled.search(text, timeout=REGEX_TEXT_S)
        except TimeoutError as error:
            raise QueryError("slow-regex", position, pattern.source) from error
        return found.span() if found is not None else None

    return search


def _merged(hits: list[Hit]) -> Iterator[Hit]:
    """Hits that overlap become one; empty ones (a regular expression may find nothing at all) are left out."""
    last: Hit | None = None
    for hit in hits:
        if hit.start == hit.end:
            continue
        if last is not None and (last.lang, last.field) == (hit.lang, hit.field) and hit.start < last.end:
            last = Hit(last.lang, last.field, last.start, max(last.end, hit.end))
            continue
        if last is not None:
            yield last
        last = hit
    if last is not None:
        yield last


# Fields

_ItemTest = Callable[[QueryItem], bool]


def _date_test(term: Term) -> _Test:
    values = term.values

    def test(prepared: PreparedItem, now: datetime) -> bool:
        at = prepared.item.published_at if term.field is Field.PUB else prepared.item.first_seen_at
        return at is not None and any(interval(value, now).holds(to_ms(at)) for value in values)

    return test


def _never(_prepared: PreparedItem, _now: datetime) -> bool:
    return False


def name_test(value: Value) -> Callable[[str], bool]:
    """Whether a name is the one a value asks for, or begins like it."""
    wanted = slug(getattr(value, "text", ""))
    if isinstance(value, Word) and value.is_prefix:
        return lambda name: slug(name).startswith(wanted)
    return lambda name: slug(name) == wanted


def _src(_: Term, value: Value) -> _ItemTest:
    test = name_test(value)
    return lambda item: test(item.publisher) or test(item.source)


def _ref(term: Term, value: Value) -> _ItemTest:
    if isinstance(value, Pattern):
        search = _searcher(value, term.position)
        return lambda item: search(item.ref) is not None
    test = name_test(value)
    return lambda item: bool(item.ref) and test(item.ref)


def _rule(value: Value, folder: Folder) -> _ItemTest:
    """By the id of a rule, by its sentence, or by what it is called in another language."""
    text, is_prefix = getattr(value, "text", ""), isinstance(value, Word) and value.is_prefix
    wanted, sentences = folder.key(text), folder.sentences(text, is_prefix=is_prefix)

    def is_called(name: str) -> bool:
        key = folder.key(name)
        return key.startswith(wanted) if is_prefix else key == wanted

    return lambda item: any(
        reason.why in sentences or is_called(reason.rule) or is_called(reason.why) for reason in item.reasons
    )


def _type(_: Term, value: Value) -> _ItemTest:
    wanted = getattr(value, "text", "")
    return lambda item: item.doc_type.value == wanted


def _label(_: Term, value: Value) -> _ItemTest:
    wanted = label_slug(getattr(value, "text", ""))
    return lambda item: any(label_slug(label) == wanted for label in (*item.topics, *item.labels))


def _level(_: Term, value: Value) -> _ItemTest:
    wanted = {Level[name.upper()] for name in levels_of(value)}
    return lambda item: item.level in wanted


def _lang(_: Term, value: Value) -> _ItemTest:
    wanted = getattr(value, "text", "")
    return lambda item: any(lang.lower() == wanted or (wanted == "zh" and lang.startswith("zh")) for lang in item.langs)


_IS: dict[str, _ItemTest] = {
    "unread": lambda item: item.state < ItemState.READ,
    "new": lambda item: item.state is ItemState.NEW,
    "seen": lambda item: item.state is ItemState.SEEN,
    "read": lambda item: item.state is ItemState.READ,
    "starred": lambda item: item.starred,
    "acked": lambda item: item.acked,
    "needs-ack": lambda item: item.needs_ack,
    "archived": lambda item: item.archived,
    "muted": lambda item: item.muted,
    "flagged": lambda item: item.flagged,
    "revised": lambda item: item.revision > 1,
}
_HAS: dict[str, _ItemTest] = {
    "pdf": lambda item: item.has_pdf,
    "zh": lambda item: any(lang.startswith("zh") for lang in item.langs),
    "note": lambda item: bool(item.note),
    "deadline": lambda item: item.closes_on is not None,
    "move": lambda item: change_percent(item.price_usd, item.price_1h_usd) is not None,
}


def _choice(tests: dict[str, _ItemTest]) -> Callable[[Term, Value], _ItemTest]:
    def make(term: Term, value: Value) -> _ItemTest:
        word = getattr(value, "text", "")
        if word not in tests:
            raise QueryError("not-searchable", term.position, f"{term.field}:{word}", tuple(tests), term.field.value)
        return tests[word]

    return make


def change_percent(before: float | None, after: float | None) -> float | None:
    """By how many per cent a price moved; None where either is not known."""
    return None if before is None or after is None or not before else 100.0 * (after - before) / before


def _price(_: Term, value: Value) -> _ItemTest:
    wanted = bounds(value)
    return lambda item: item.price_usd is not None and wanted.holds(item.price_usd)


def _move(after: Callable[[QueryItem], float | None]) -> Callable[[Term, Value], _ItemTest]:
    def make(_: Term, value: Value) -> _ItemTest:
        wanted = bounds(value)

        def test(item: QueryItem) -> bool:
            moved = change_percent(item.price_usd, after(item))
            return moved is not None and wanted.holds(moved)

        return test

    return make


_TESTS: dict[Field, Callable[[Term, Value], _ItemTest]] = {
    Field.SRC: _src,
    Field.TYPE: _type,
    Field.LABEL: _label,
    Field.LEVEL: _level,
    Field.IS: _choice(_IS),
    Field.HAS: _choice(_HAS),
    Field.REF: _ref,
    Field.LANG: _lang,
    Field.PRICE: _price,
    Field.MOVE_1H: _move(lambda item: item.price_1h_usd),
    Field.MOVE_24H: _move(lambda item: item.price_24h_usd),
}
"""Field → test. A field without a row cannot be searched, and says so."""

# SPDX-License-Identifier: MIT
"""A query as SQL: what the index answers in one MATCH, and what is tested on each row.

    root: And ─┬─ part the index can answer whole ──► MATCH a AND b NOT c   (drives the search, newest first by rowid)
               └─ anything else ─────────────────────► WHERE … AND item.id IN (SELECT rowid … MATCH d) OR …

A property of the row (type, level, source) drives the search where it is asked for and is tested on the row where it is
excluded: the other way round each would have to read most of the table. `FIELDS` has a row for every field that can be
searched; a field without one is refused by name.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from hkwatch.domain.fold import Folder
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.query_due import Holidays
from hkwatch.domain.query_tree import (
    And,
    Field,
    Node,
    Not,
    Or,
    Order,
    Pattern,
    Phrase,
    Query,
    QueryError,
    Scope,
    Term,
    Value,
    Word,
)
from hkwatch.domain.query_values import Bounds, bounds, interval, label_slug, levels_of, slug
from hkwatch.domain.query_words import words_of
from hkwatch.store import firms, to_acknowledge
from hkwatch.store.index import facet, label_facet
from hkwatch.store.plan_due import HAS_DEADLINE, due_order, due_test, open_test
from hkwatch.store.prices import at_price_sql
from hkwatch.store.row_functions import RowFunctions
from hkwatch.store.row_tests import Test, joined, match_all, match_any, match_part

_LEVELS = ("low", "normal", "high", "critical")
_HOUR_MS = 3_600_000
_IN_INDEX = "item.id IN (SELECT rowid FROM item_fts WHERE item_fts MATCH ?)"
_PDF = "(t.url LIKE '%.pdf%' OR t.html LIKE '%.pdf%')"


@dataclass(frozen=True, slots=True)
class Plan:
    """A query ready for SQL: what the index answers and what is tested on each row (without leading AND).

    `order` is the SQL value to sort by before the id, empty for the order of the list; `ascending` turns it round.
    `functions` must be installed on the connection, and asked after a failure whether they caused it.
    """

    match: str | None
    where: str
    params: tuple[object, ...]
    functions: RowFunctions
    order: str = ""
    ascending: bool = False


def plan(
    query: Query,
    folder: Folder,
    now: datetime | None = None,
    holidays: Holidays = frozenset,
    *,
    hidden: bool = False,
) -> Plan:
    """Turn a query into SQL. `now` may be None only where nothing depends on the day.

    `hidden`: what mutes keep out of the answer, instead of the answer.

    Raises QueryError where a text holds nothing that can be searched for or a field cannot be searched, ValueError
    where a date is asked for without `now`.
    """
    builder = Builder(folder, now, holidays)
    root = query.root
    parts: Sequence[Node] = root.nodes if isinstance(root, And) else () if root is None else (root,)
    positive: list[str] = []
    negative: list[str] = []
    # A story is one row, and only its lead is in the index.
    tests: list[Test] = [("item.lead = 1", ())]
    if query.scope is Scope.ARCHIVE:
        tests.append(("item.archived = 1", ()))
    elif query.hides_archived:
        tests.append(("item.archived = 0", ()))
    if query.scope is Scope.MUTED or hidden:
        tests.append(("item.muted_by IS NOT NULL", ()))
    elif query.hides_muted:
        tests.append(("item.muted_by IS NULL", ()))
    for part in parts:
        match = builder.match(part)
        if match is not None:
            positive.append(match)
            continue
        if isinstance(part, Not) and _speaks_of_text(part.node):
            match = builder.match(part.node)
            if match is not None:
                negative.append(match)
                continue
        if isinstance(part, Term):
            positive.extend(builder.narrowing(part))
        tests.append(builder.test(part))
    if negative and not positive:
        tests.append((f"NOT {_IN_INDEX}", (match_any(negative),)))
        negative = []
    match = match_all(positive) if positive else None
    if match and negative:
        match = f"({match}) NOT ({match_any(negative)})"
    where, params = joined(" AND ", tests)
    if query.sort is None:
        return Plan(match, where, params, builder.functions)
    is_due = query.sort.by is Order.DUE
    order = due_order(descending=query.sort.descending) if is_due else _ORDERS[query.sort.by]
    return Plan(match, where, params, builder.functions, order, not query.sort.descending)


_ORDERS = {
    Order.PUB: "coalesce(item.published_ms, item.first_seen_ms)",
    Order.SEEN: "item.first_seen_ms",
    Order.LEVEL: "item.level",
}


class Builder:
    """Turns nodes into MATCH expressions and row tests, and gathers the functions that the tests call."""

    def __init__(self, folder: Folder, now: datetime | None, holidays: Holidays) -> None:
        self.folder = folder
        self.holidays = holidays
        self._now = now
        self.functions = RowFunctions(folder)

    @property
    def now(self) -> datetime:
        """The time that dates are counted from."""
        if self._now is None:
            raise ValueError("a date in a query needs to know what day it is")
        return self._now

    def match(self, node: Node) -> str | None:
        """What the index answers exactly, None where it cannot."""
        match node:
            case Term(Field.TEXT, values):
                found = [self._words(node, value) for value in values]
                return match_any([one for one in found if one]) if all(found) else None
            case Term(field, values):
                make = FACETS.get(field)
                if make is None or any(isinstance(value, Pattern) for value in values):
                    return None
                return match_any([one for value in values for one in make(value)]) or None
            case Or(nodes):
                found = [self.match(part) for part in nodes]
                return match_any([one for one in found if one]) if all(found) else None
            case And(nodes):
                wanted = [self.match(part) for part in nodes if not isinstance(part, Not)]
                against = [self.match(part.node) for part in nodes if isinstance(part, Not)]
                if not wanted or not all((*wanted, *against)):
                    return None
                match = match_all([one for one in wanted if one])
                return f"({match}) NOT ({match_any([one for one in against if one])})" if against else match
            case Not():
                return None

    def narrowing(self, term: Term) -> list[str]:
        """What the index knows of a term that only its rows can settle: a word in a title is somewhere in the item."""
        if term.field not in (Field.TITLE, Field.BODY) or any(isinstance(value, Pattern) for value in term.values):
            return []
        return [match_any([self._words(term, value) or "" for value in term.values])]

    def test(self, node: Node) -> Test:
        """The node as a condition on a row."""
        if isinstance(node, Term) and node.field is not Field.TEXT:
            return joined(" OR ", [self._field_test(node, value) for value in node.values])
        if isinstance(node, Not):
            sql, params = self.test(node.node)
            return f"NOT {sql}", params
        if _speaks_of_text(node):
            match = self.match(node)
            if match is not None:
                return _IN_INDEX, (match,)
        if isinstance(node, Term):
            return joined(" OR ", [self._text_test(node, value) for value in node.values])
        joint, combine = (" AND ", match_all) if isinstance(node, And) else (" OR ", match_any)
        # One question to the index for all that it can answer.
        whole = {part: self.match(part) for part in node.nodes if _speaks_of_text(part)}
        matches = [one for one in whole.values() if one]
        tests = [self.test(part) for part in node.nodes if not whole.get(part)]
        return joined(joint, [*([(_IN_INDEX, (combine(matches),))] if matches else []), *tests])

    def _words(self, term: Term, value: Value) -> str | None:
        if isinstance(value, Pattern):
            return None
        assert isinstance(value, Word | Phrase)
        return match_all([match_part(part) for part in words_of(value, term.position, self.folder).parts])

    def _text_test(self, term: Term, value: Value) -> Test:
        """A word or an expression in title and text."""
        if isinstance(value, Pattern):
            number = self.functions.add_pattern(value, term.position)
            return _in_a_text(f"(hk_regex({number}, t.title) OR hk_regex({number}, t.text))"), ()
        return _IN_INDEX, (self._words(term, value),)

    def _field_test(self, term: Term, value: Value) -> Test:
        if term.field in (Field.TITLE, Field.BODY):
            return self._place_test(term, value)
        make = FIELDS.get(term.field)
        if make is None:
            raise QueryError("not-searchable", term.position, term.field.value, (), term.field.value)
        return make(term, value, self)

    def _place_test(self, term: Term, value: Value) -> Test:
        column = "t.title" if term.field is Field.TITLE else "t.text"
        if isinstance(value, Pattern):
            return _in_a_text(f"hk_regex({self.functions.add_pattern(value, term.position)}, {column})"), ()
        assert isinstance(value, Word | Phrase)
        words = words_of(value, term.position, self.folder)
        number = self.functions.add_words(words)
        tests: list[Test] = [(_IN_INDEX, (self._words(term, value),))]
        tests += [(_in_a_text(f"hk_word({number}, {n}, {column})"), ()) for n in range(len(words.parts))]
        return joined(" AND ", tests)


def _in_a_text(condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM item_text t WHERE t.item_id = item.id AND {condition})"


def _speaks_of_text(node: Node) -> bool:
    match node:
        case Term(field):
            return field is Field.TEXT
        case Not(inner):
            return _speaks_of_text(inner)
        case And(nodes) | Or(nodes):
            return any(_speaks_of_text(part) for part in nodes)


# Fields in the index


def _facet(kind: str, text: str, *, star: bool = False) -> str:
    return f'facets : "{facet(kind, text)}"{" *" if star else ""}'


def _named(kind: str) -> Callable[[Value], list[str]]:
    return lambda value: [_facet(kind, _text(value), star=isinstance(value, Word) and value.is_prefix)]


FACETS: dict[Field, Callable[[Value], list[str]]] = {
    Field.SRC: _named("src"),
    Field.REF: _named("ref"),
    Field.TYPE: _named("type"),
    Field.LABEL: lambda value: [f'facets : "{label_facet(_text(value))}"'],
    Field.LANG: _named("lang"),
    Field.LEVEL: lambda value: [_facet("level", level) for level in levels_of(value)],
}
"""Field → words in the index's column of properties, one of which must be there."""

# Fields of the row


def _text(value: Value) -> str:
    return str(getattr(value, "text", ""))


def _name_test(column: str, value: Value) -> Test:
    wanted = slug(_text(value))
    if isinstance(value, Word) and value.is_prefix:
        return f"substr(hk_slug({column}), 1, {len(wanted)}) = ?", (wanted,)
    return f"hk_slug({column}) = ?", (wanted,)


def _src(_: Term, value: Value, _builder: Builder) -> Test:
    return joined(" OR ", [_name_test("item.publisher", value), _name_test("item.source", value)])


def _ref(term: Term, value: Value, builder: Builder) -> Test:
    if isinstance(value, Pattern):
        return f"hk_regex({builder.functions.add_pattern(value, term.position)}, item.ref)", ()
    sql, params = _name_test("item.ref", value)
    return f"(item.ref <> '' AND {sql})", params


def _rule(_: Term, value: Value, builder: Builder) -> Test:
    is_prefix = isinstance(value, Word) and value.is_prefix
    wanted = builder.folder.key(_text(value))
    why = "coalesce(json_extract(r.value, '$.why'), '')"
    tests: list[Test] = []
    for column in ("json_extract(r.value, '$.rule')", why):
        key = f"hk_key({column})"
        tests.append((f"substr({key}, 1, {len(wanted)}) = ?" if is_prefix else f"{key} = ?", (wanted,)))
    sentences = builder.folder.sentences(_text(value), is_prefix=is_prefix)
    if sentences:
        tests.append((f"{why} IN ({','.join('?' * len(sentences))})", tuple(sorted(sentences))))
    test, params = joined(" OR ", tests)
    return f"EXISTS (SELECT 1 FROM json_each(item.reasons) r WHERE {test})", params


def _type(_: Term, value: Value, _builder: Builder) -> Test:
    return "item.doc_type = ?", (_text(value),)


def _label(_: Term, value: Value, _builder: Builder) -> Test:
    return "hk_labelled(item.topics || ' ' || item.labels, ?)", (label_slug(_text(value)),)


def _level(_: Term, value: Value, _builder: Builder) -> Test:
    levels = [str(_LEVELS.index(level)) for level in levels_of(value)]
    return f"item.level IN ({','.join(levels)})", ()


def _lang(_: Term, value: Value, _builder: Builder) -> Test:
    wanted = _text(value)
    sought = f" {wanted}" if wanted == "zh" else f" {wanted} "
    return "instr(' ' || lower(item.langs) || ' ', ?) > 0", (sought,)


def _dated(column: str) -> Callable[[Term, Value, Builder], Test]:
    def make(_: Term, value: Value, builder: Builder) -> Test:
        span = interval(value, builder.now)
        tests: list[Test] = [(f"{column} IS NOT NULL", ())]
        tests += [(f"{column} >= ?", (span.low,))] if span.low is not None else []
        tests += [(f"{column} < ?", (span.high,))] if span.high is not None else []
        return joined(" AND ", tests)

    return make


def _within(number: str, wanted: Bounds, source: str) -> Test:
    tests: list[Test] = []
    if wanted.low is not None:
        tests.append((f"{number} {'>' if wanted.low_open else '>='} ?", (wanted.low,)))
    if wanted.high is not None:
        tests.append((f"{number} {'<' if wanted.high_open else '<='} ?", (wanted.high,)))
    sql, params = joined(" AND ", tests)
    return f"(SELECT coalesce({sql}, 0) FROM (SELECT {source}))", params


def _price(_: Term, value: Value, _builder: Builder) -> Test:
    return _within("p", bounds(value), f"{at_price_sql('item.first_seen_ms')} AS p")


def _moved(after_ms: int) -> Callable[[Term, Value, Builder], Test]:
    def make(_: Term, value: Value, _builder: Builder) -> Test:
        return _within("100.0 * (b - a) / a", bounds(value), _two_prices(after_ms))

    return make


def _two_prices(after_ms: int) -> str:
    return f"{at_price_sql('item.first_seen_ms')} AS a, {at_price_sql(f'(item.first_seen_ms + {after_ms})')} AS b"


_IS = {
    "unread": "item.state < 2",
    "new": "item.state = 0",
    "seen": "item.state = 1",
    "read": "item.state = 2",
    "starred": "item.starred = 1",
    "acked": "item.acked_ms IS NOT NULL",
    "needs-ack": f"item.id IN ({to_acknowledge.LEADS})",
    "archived": "item.archived = 1",
    "muted": "item.muted_by IS NOT NULL",
    "flagged": "item.flag = 1",
    "revised": "item.revision > 1",
}
_HAS = {
    "pdf": _in_a_text(_PDF),
    "zh": "instr(' ' || item.langs, ' zh') > 0",
    "note": "item.note <> ''",
    "deadline": HAS_DEADLINE,
    "move": f"(SELECT coalesce(100.0 * (b - a) / a IS NOT NULL, 0) FROM (SELECT {_two_prices(_HOUR_MS)}))",
}


def _is(term: Term, value: Value, builder: Builder) -> Test:
    if _text(value) == "open":
        return open_test(to_hkt(builder.now).date())
    return _choice(_IS)(term, value, builder)


def _choice(tests: dict[str, str]) -> Callable[[Term, Value, Builder], Test]:
    def make(term: Term, value: Value, _builder: Builder) -> Test:
        word = _text(value)
        if word not in tests:
            raise QueryError("not-searchable", term.position, f"{term.field}:{word}", tuple(tests), term.field.value)
        return f"({tests[word]})", ()

    return make


FIELDS: dict[Field, Callable[[Term, Value, Builder], Test]] = {
    Field.SRC: _src,
    Field.TYPE: _type,
    Field.LABEL: _label,
    Field.LEVEL: _level,
    Field.IS: _is,
    Field.HAS: _choice(_HAS),
    Field.REF: _ref,
    Field.RULE: _rule,
    Field.ENTITY: lambda _, value, builder: firms.named_test(value, builder.folder),
    Field.CE: lambda _, value, builder: firms.number_test(value, builder.folder),
    Field.LANG: _lang,
    Field.PUB: _dated("item.published_ms"),
    Field.SEEN: _dated("item.first_seen_ms"),
    Field.DUE: lambda _, value, builder: due_test(value, builder.now, builder.holidays),
    Field.PRICE: _price,
    Field.MOVE_1H: _moved(_HOUR_MS),
    Field.MOVE_24H: _moved(24 * _HOUR_MS),
}
"""Field → condition on a row of `item`. Fields without a row cannot be searched, and the query says so."""

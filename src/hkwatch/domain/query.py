# SPDX-License-Identifier: MIT
"""The query language of search box, rules, saved views and alerts: text in, tree out.

    query := or                       src:sfc (licence | 牌照) -type:speech pub:2026-01..2026-03
    or    := and {("OR" | "|") and}
    and   := {["-" | "NOT"] term}     "AND" between two terms may be left out
    term  := "(" or ")" | field ":" value | text
    value := word | "phrase" | /regex/i | word* | a..b | >n | <n | any,of,these

Blanks after the colon are tolerated, full-width punctuation counts like the other, an address is text. What cannot be
understood is a QueryError with its position; nothing is guessed.
"""

import re

from hkwatch.domain.query_check import checked
from hkwatch.domain.query_fields import ALIASES, DIRECTIVES, FIELDS, NAMES, FieldSpec, Kind
from hkwatch.domain.query_tree import (
    Above,
    And,
    Below,
    Between,
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
    Sort,
    Term,
    Value,
    Word,
    all_of,
    join_and,
    join_or,
    negate,
)
from hkwatch.domain.query_values import compile_pattern, interval

__all__ = [
    "Above",
    "And",
    "Below",
    "Between",
    "Field",
    "Node",
    "Not",
    "Or",
    "Order",
    "Pattern",
    "Phrase",
    "Query",
    "QueryError",
    "Scope",
    "Sort",
    "Term",
    "Value",
    "Word",
    "all_of",
    "interval",
    "parse_query",
]

MAX_DEPTH = 40
MAX_TERMS = 10_000
MAX_REGEX = 500
"""Characters of a regular expression."""

# One character for one, so that positions stay: what a Chinese input method types.
_PLAIN = str.maketrans("（）：“”„「」『』＂，、｜－＊＞＜／＝　", '():"""""""",,|-*></= ')
_CLOSES_WORD = frozenset("「『“")
_NO_BLANK_AFTER = frozenset("」』”")
"""Chinese goes on after these without a blank."""
_NAME = re.compile(r"([A-Za-z][A-Za-z0-9]*):")
_KEYWORD = re.compile(r'(?:OR|AND|NOT)(?=[\s()|"]|$)')
_REGEX = re.compile(r'/((?:[^/\\\n]|\\.)+)/([A-Za-z]*)(?=[\s)|,"]|$)')
_ADDRESS = re.compile(r"//|[^\s@:/]+@")


def parse_query(text: str) -> Query:
    """Read a query. Raises QueryError naming position and cause."""
    return _Reader(text).read()


class _Reader:
    """Reads once from left to right. `_plain` is the text with plain punctuation, character for character."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain = text.translate(_PLAIN)
        self._end = len(self._plain.rstrip())
        self._at = 0
        self._depth = 0
        self._count = 0
        self._is_inside = False
        """Within NOT or a group: what speaks of the whole query has no place here."""
        self._scope: Scope | None = None
        self._sort: Sort | None = None

    def read(self) -> Query:
        root = self._or() if self._rest() else None
        if self._rest():
            raise QueryError("stray-bracket", self._at, self._text[self._at])
        return Query(root, self._scope or Scope.VIEW, self._sort)

    # Structure

    def _or(self) -> Node | None:
        first = self._and()
        if not self._is_or():
            return first
        branches = [first]
        bars = []
        while self._is_or():
            bars.append(self._at)
            self._at += 1 if self._plain[self._at] == "|" else 2
            branches.append(self._and())
        found = [branch for branch in branches if branch is not None]
        if len(found) < len(branches):
            at = bars[max(0, branches.index(None) - 1)]
            raise QueryError("missing-term", at, "OR")
        return join_or(found)

    def _and(self) -> Node | None:
        nodes: list[Node] = []
        pending: int | None = None
        while self._rest() and not self._is_or() and self._plain[self._at] != ")":
            if self._keyword() == "AND":
                if not nodes or pending is not None:
                    raise QueryError("missing-term", self._at, "AND")
                pending = self._at
                self._at += 3
                continue
            node = self._negatable()
            if node is not None:
                nodes.append(node)
            pending = None
        if pending is not None:
            raise QueryError("missing-term", pending, "AND")
        return join_and(nodes) if nodes else None

    def _negatable(self) -> Node | None:
        start = self._at
        times = 0
        while self._keyword() == "NOT":
            self._at += 3
            times += 1
            if not self._rest() or self._is_or() or self._plain[self._at] == ")" or self._keyword() == "AND":
                raise QueryError("missing-term", start, "NOT")
        if self._plain[self._at] == "-":
            minus = self._at
            self._at += 1
            if self._at >= self._end or self._plain[self._at].isspace() or self._plain[self._at] in ")|":
                raise QueryError("empty-term", minus, "")
            times += 1
        if not times:
            return self._term(start)
        inside, self._is_inside = self._is_inside, True
        node = self._term(start)
        self._is_inside = inside
        assert node is not None
        return negate(node) if times % 2 else node

    def _group(self) -> Node:
        start = self._at
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise QueryError("too-deep", start, "(")
        self._at += 1
        inside, self._is_inside = self._is_inside, True
        node = self._or()
        self._is_inside = inside
        self._depth -= 1
        if not self._rest():
            raise QueryError("open-bracket", start, "(")
        if node is None:
            raise QueryError("empty-group", start, "()")
        self._at += 1
        return node

    def _rest(self) -> bool:
        """Pass over blanks; whether anything follows."""
        while self._at < self._end and self._plain[self._at].isspace():
            self._at += 1
        return self._at < self._end

    def _keyword(self) -> str:
        found = _KEYWORD.match(self._plain, self._at)
        return found.group() if found is not None else ""

    def _is_or(self) -> bool:
        return self._rest() and (self._plain[self._at] == "|" or self._keyword() == "OR")

    # Terms

    def _term(self, start: int) -> Node | None:
        self._count += 1
        if self._count > MAX_TERMS:
            raise QueryError("too-long", start, "")
        if self._plain[self._at] == "(":
            return self._group()
        found = _NAME.match(self._plain, self._at)
        if found is None:
            return self._bare(start)
        name = found[1].lower()
        field = ALIASES.get(name) or next((one for one in FIELDS if one.value == name), None)
        if field is None and name not in DIRECTIVES:
            if _ADDRESS.match(self._plain, found.end()):
                return self._bare(start)
            raise QueryError("unknown-field", start, found[1], NAMES)
        self._at = found.end()
        self._skip_blanks_before_value(start, name)
        if field is None:
            self._directive(name, start)
            return None
        spec = FIELDS[field]
        values = tuple(self._values(field, spec, start))
        return Term(field, values, start)

    def _skip_blanks_before_value(self, start: int, name: str) -> None:
        after = self._at
        spec = FIELDS.get(ALIASES.get(name) or _field_or_text(name))
        allowed = spec.allowed if spec is not None else DIRECTIVES.get(name, ((), ()))[0]
        missing = QueryError("missing-value", start, name, allowed, name)
        if not self._rest() or self._plain[self._at] in ")|":
            raise missing
        if self._at > after:
            following = _NAME.match(self._plain, self._at)
            named = following[1].lower() if following is not None else ""
            if self._keyword() or named in NAMES or named in ALIASES:
                raise missing

    def _bare(self, start: int) -> Node:
        pattern = _REGEX.match(self._plain, self._at)
        if pattern is not None:
            return Term(Field.TEXT, (self._pattern(pattern, ""),), start)
        value = self._quoted(start) if self._plain[self._at] == '"' else self._word()
        if value is None or not getattr(value, "text", "").strip():
            raise QueryError("empty-term", start, "" if value is None else getattr(value, "text", ""))
        return Term(Field.TEXT, (value,), start)

    def _quoted(self, start: int) -> Phrase:
        end = self._plain.find('"', self._at + 1)
        if end < 0 or end >= self._end:
            raise QueryError("open-quote", start, self._text[self._at : self._end].split(" ", 1)[0])
        text = self._text[self._at + 1 : end]
        follows = self._plain[end + 1 : end + 2]
        if follows and not follows.isspace() and follows not in ")|,(" and self._text[end] not in _NO_BLANK_AFTER:
            raise QueryError("open-quote", start, self._text[self._at : self._end].split(" ", 1)[0])
        self._at = end + 1
        return Phrase(text)

    def _word(self, *, stop: str = "") -> Word | None:
        """Up to a blank, `|`, a bracket that this word did not open, or `stop`. None where nothing stands."""
        start, opened = self._at, 0
        while self._at < self._end:
            char = self._plain[self._at]
            if char.isspace() or char == "|" or char in stop or (char == ")" and not opened):
                break
            if self._at > start and self._text[self._at] in _CLOSES_WORD:
                break
            opened += (char == "(") - (char == ")")
            self._at += 1
        text = self._text[start : self._at]
        if len(text) > 1 and self._plain[self._at - 1] == "*":
            return Word(text.rstrip("*＊"), True) if text.rstrip("*＊") else Word(text)
        return Word(text) if text else None

    # Values

    def _values(self, field: Field, spec: FieldSpec, start: int) -> list[Value]:
        values: list[Value] = []
        first = self._at
        if self._plain[first] == "(":
            raise QueryError("group-value", first, field.value, spec.allowed, field.value)
        while True:
            at = self._at
            value = self._value(field, spec, start)
            if value is not None:
                values.append(checked(field, spec, value, at, self._text[at : self._at]))
            if self._at >= self._end or self._plain[self._at] != ",":
                break
            self._at += 1
            if self._at >= self._end or self._plain[self._at].isspace():
                break
        if not values:
            raise QueryError("missing-value", start, field.value, spec.allowed, field.value)
        if len(values) > 1 and spec.kind is Kind.LEVEL and any(isinstance(value, Between) for value in values):
            # "These and those above" of several levels would leave open which one is meant.
            raise QueryError("unknown-value", first, self._text[first : self._at], spec.allowed, field.value)
        return values

    def _value(self, field: Field, spec: FieldSpec, start: int) -> Value | None:
        at = self._at
        if at >= self._end:
            return None
        char = self._plain[at]
        if char == '"':
            phrase = self._quoted(start)
            return phrase if phrase.text.strip() else None
        if char == "/":
            pattern = _REGEX.match(self._plain, at)
            if pattern is None:
                raise QueryError("open-regex", at, self._text[at : self._end].split(" ", 1)[0], (), field.value)
            if spec.kind is not Kind.WORDS and field is not Field.REF:
                raise QueryError("no-regex", at, field.value, ("title", "body", "ref"), field.value)
            return self._pattern(pattern, field.value)
        keeps_commas = spec.kind in (Kind.NUMBER, Kind.PERCENT)
        if keeps_commas and char in "<>":
            return self._compared(field, spec, at)
        word = self._number_word() if keeps_commas else self._word(stop=",")
        if word is None:
            return None
        if spec.kind in (Kind.WORDS, Kind.NAME):
            return word
        self._at = at
        return self._compared(field, spec, at)

    def _number_word(self) -> Word | None:
        """A comma between digits groups them: `95,000`."""
        at = self._at
        word = self._word(stop=",")
        plain = self._plain
        while plain[self._at : self._at + 1] == "," and re.match(r",\d{3}(?!\d)", plain[self._at : self._at + 5]):
            self._at += 1
            self._word(stop=",")
        return None if word is None else Word(self._text[at : self._at])

    def _compared(self, field: Field, spec: FieldSpec, at: int) -> Value | None:
        """A value with an order: `>n`, `<n`, `a..b`, or one alone."""
        word = self._number_word() if spec.kind in (Kind.NUMBER, Kind.PERCENT) else self._word(stop=",")
        assert word is not None
        plain = self._plain[at : self._at]
        if spec.kind is Kind.CHOICE:
            return Word(plain)
        sign = plain[:1]
        if sign and sign in "<>":
            or_equal = plain[1:2] == "="
            rest = self._text[at + 1 + or_equal : self._at]
            if not rest:
                raise QueryError("missing-value", at, field.value, spec.allowed, field.value)
            return Above(rest, or_equal) if sign == ">" else Below(rest, or_equal)
        low, dots, high = plain.partition("..")
        if dots:
            if not low and not high:
                return None
            return Between(self._text[at : at + len(low)], self._text[self._at - len(high) : self._at])
        return Word(plain)

    def _pattern(self, found: re.Match[str], field: str) -> Pattern:
        source, flags = self._text[found.start(1) : found.end(1)], found[2]
        if flags not in ("", "i"):
            raise QueryError("bad-regex", found.start(2), flags, ("i",), field)
        if len(source) > MAX_REGEX:
            raise QueryError("bad-regex", found.start(), source[:40], (), field)
        import regex  # noqa: PLC0415 - few searches hold an expression, and the start none

        try:
            compile_pattern(Pattern(source, bool(flags)))
        except regex.error as error:
            at = found.start(1) + min(error.pos or 0, len(source) - 1)
            raise QueryError("bad-regex", at, error.msg, (), field) from error
        except (OverflowError, RecursionError, MemoryError, ValueError) as error:
            raise QueryError("bad-regex", found.start(), str(error), (), field) from error
        self._at = found.end()
        return Pattern(source, bool(flags))

    def _directive(self, name: str, start: int) -> None:
        at = self._at
        word = self._word()
        text = (word.text if word is not None else "").lower()
        if self._is_inside:
            raise QueryError("only-whole", start, name, (), name)
        allowed = DIRECTIVES[name][0]
        plain = text.translate(_PLAIN).removeprefix("-") if name == "sort" else text
        if plain not in allowed:
            raise QueryError("unknown-value", at, text, allowed, name)
        if name == "in":
            self._scope = Scope(plain)
        else:
            self._sort = Sort(Order(plain), plain != text, start)


def _field_or_text(name: str) -> Field:
    return next((field for field in FIELDS if field.value == name), Field.TEXT)

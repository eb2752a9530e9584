# SPDX-License-Identifier: MIT
"""What a query asks of an item beside its words: source, type, level, state, prices …; a field each."""

from collections.abc import Callable

from hkwatch.domain.fold import Folder
from hkwatch.domain.item import ItemState, Level
from hkwatch.domain.query_item import QueryItem
from hkwatch.domain.query_tree import Field, Pattern, QueryError, Term, Value, Word
from hkwatch.domain.query_values import REGEX_TEXT_S, bounds, compile_pattern, label_slug, levels_of, slug

FactTest = Callable[[QueryItem], bool]


def searcher(pattern: Pattern, position: int) -> Callable[[str], tuple[int, int] | None]:
    """Where a regular expression matches a text, None where it does not. Raises QueryError `slow-regex` when it is asked."""
    compiled = compile_pattern(pattern)

    def search(text: str) -> tuple[int, int] | None:
        try:
            found = compiled.search(text, timeout=REGEX_TEXT_S)
        except TimeoutError as error:
            raise QueryError("slow-regex", position, pattern.source) from error
        return found.span() if found is not None else None

    return search


def name_test(value: Value) -> Callable[[str], bool]:
    """Whether a name is the one a value asks for, or begins like it."""
    wanted = slug(getattr(value, "text", ""))
    if isinstance(value, Word) and value.is_prefix:
        return lambda name: slug(name).startswith(wanted)
    return lambda name: slug(name) == wanted


def _src(_: Term, value: Value) -> FactTest:
    test = name_test(value)
    return lambda item: test(item.publisher) or test(item.source)


def _ref(term: Term, value: Value) -> FactTest:
    if isinstance(value, Pattern):
        search = searcher(value, term.position)
        return lambda item: search(item.ref) is not None
    test = name_test(value)
    return lambda item: bool(item.ref) and test(item.ref)


def rule_test(value: Value, folder: Folder) -> FactTest:
    """Whether a rule flagged an item: by its id, by its sentence, or by what it is called in another language."""
    text, is_prefix = getattr(value, "text", ""), isinstance(value, Word) and value.is_prefix
    wanted, sentences = folder.key(text), folder.sentences(text, is_prefix=is_prefix)

    def is_called(name: str) -> bool:
        key = folder.key(name)
        return key.startswith(wanted) if is_prefix else key == wanted

    return lambda item: any(
        reason.why in sentences or is_called(reason.rule) or is_called(reason.why) for reason in item.reasons
    )


def _type(_: Term, value: Value) -> FactTest:
    wanted = getattr(value, "text", "")
    return lambda item: item.doc_type.value == wanted


def _label(_: Term, value: Value) -> FactTest:
    wanted = label_slug(getattr(value, "text", ""))
    return lambda item: any(label_slug(label) == wanted for label in (*item.topics, *item.labels))


def _level(_: Term, value: Value) -> FactTest:
    wanted = {Level[name.upper()] for name in levels_of(value)}
    return lambda item: item.level in wanted


def _lang(_: Term, value: Value) -> FactTest:
    wanted = getattr(value, "text", "")
    return lambda item: any(lang.lower() == wanted or (wanted == "zh" and lang.startswith("zh")) for lang in item.langs)


_IS: dict[str, FactTest] = {
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
_HAS: dict[str, FactTest] = {
    "pdf": lambda item: item.has_pdf,
    "zh": lambda item: any(lang.startswith("zh") for lang in item.langs),
    "note": lambda item: bool(item.note),
    "deadline": lambda item: item.closes_on is not None,
    "move": lambda item: change_percent(item.price_usd, item.price_1h_usd) is not None,
}


def _choice(tests: dict[str, FactTest]) -> Callable[[Term, Value], FactTest]:
    def make(term: Term, value: Value) -> FactTest:
        word = getattr(value, "text", "")
        if word not in tests:
            raise QueryError("not-searchable", term.position, f"{term.field}:{word}", tuple(tests), term.field.value)
        return tests[word]

    return make


def change_percent(before: float | None, after: float | None) -> float | None:
    """By how many per cent a price moved; None where either is not known."""
    return None if before is None or after is None or not before else 100.0 * (after - before) / before


def _price(_: Term, value: Value) -> FactTest:
    wanted = bounds(value)
    return lambda item: item.price_usd is not None and wanted.holds(item.price_usd)


def _move(after: Callable[[QueryItem], float | None]) -> Callable[[Term, Value], FactTest]:
    def make(_: Term, value: Value) -> FactTest:
        wanted = bounds(value)

        def test(item: QueryItem) -> bool:
            moved = change_percent(item.price_usd, after(item))
            return moved is not None and wanted.holds(moved)

        return test

    return make


FACT_TESTS: dict[Field, Callable[[Term, Value], FactTest]] = {
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

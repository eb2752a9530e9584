# SPDX-License-Identifier: MIT
"""A user's rule made ready: its queries read and checked, to be asked of items as they come in.

Only what an item itself says can decide: what the user does with it, the time and the price would make the answer differ
from one day to the next.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from hkwatch.domain.entities import Entity, EntityIndex
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.fold import Folder
from hkwatch.domain.query import parse_query
from hkwatch.domain.query_firms import firms_named, firms_of
from hkwatch.domain.query_item import QueryItem, QueryText
from hkwatch.domain.query_match import Match, Matcher
from hkwatch.domain.query_tree import Field, Query, QueryError, Scope, Word
from hkwatch.domain.rules import LEAD_CHARS
from hkwatch.domain.user_rules import BODY_CHARS, Found, ReadyRule, UserRule

FIELDS = (
    Field.TEXT,
    Field.TITLE,
    Field.BODY,
    Field.SRC,
    Field.TYPE,
    Field.LABEL,
    Field.LEVEL,
    Field.IS,
    Field.HAS,
    Field.REF,
    Field.RULE,
    Field.ENTITY,
    Field.CE,
    Field.LANG,
)
"""What a rule may ask about."""
_CHOICES = {Field.IS: "flagged", Field.HAS: "pdf"}
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""No term that looks at the time gets through."""


class _Asked:
    """One query, asked of item after item. A regular expression that is too slow once is not tried again."""

    def __init__(
        self, text: str, folder: Folder, on_slow: Callable[[str], None], entities: EntityIndex | None = None
    ) -> None:
        query = readable(text)
        self._matcher = Matcher(query, folder)
        # Looking for firms takes time, and few rules ask for one.
        self._entities = entities if any(term.field in (Field.ENTITY, Field.CE) for term in query.terms) else None
        self._on_slow = on_slow
        self._is_slow = False

    def __call__(self, item: FlagInput, flags: Flags) -> Sequence[Found] | None:
        if self._is_slow:
            return None
        try:
            match = self._matcher.match(query_item(item, flags, self._firms(item, flags)), _NO_TIME)
        except QueryError as error:
            self._is_slow = True
            self._on_slow(str(error))
            return None
        return None if match is None else _found(match, item)

    def _firms(self, item: FlagInput, flags: Flags) -> tuple[Entity, ...]:
        if self._entities is None:
            return ()
        mentions = self._entities.mentions(f"{item.title}\n{item.body[:LEAD_CHARS]}")
        return firms_of(mentions, flags.licence_event, self._entities)


def ready_rule(
    rule: UserRule,
    folder: Folder,
    on_slow: Callable[[UserRule, str], None],
    entities: EntityIndex | None = None,
) -> ReadyRule:
    """The rule with its queries ready. `on_slow` is told, from any thread, of one that had to be given up.

    `entities` are the firms that it may ask for by name; None = only those of licence events.

    Raises QueryError for a query that cannot be read or asks about what no rule may.
    """

    def slow(problem: str) -> None:
        on_slow(rule, problem)

    # An exception that cannot be asked about excepts nothing: rather one notice too many than one too few.
    test = _Asked(rule.condition, folder, slow, entities)
    unless = _Asked(rule.unless, folder, slow, entities) if rule.unless.strip() else None
    return ReadyRule(rule, test, unless)


def readable(text: str) -> Query:
    """A rule's query. Raises QueryError `not-in-rules` for a field that no rule may ask about."""
    query = parse_query(text)
    if query.root is None:
        raise QueryError("empty", 0, text)
    if query.scope is not Scope.VIEW or query.sort is not None:
        raise QueryError("not-in-rules", query.sort.position if query.sort else 0, "in: and sort:")
    names = tuple(field.value for field in FIELDS if field is not Field.TEXT)
    for term in query.terms:
        if term.field not in FIELDS:
            raise QueryError("not-in-rules", term.position, term.field.value, names, term.field.value)
        choice = _CHOICES.get(term.field)
        for value in term.values if choice is not None else ():
            if value != Word(choice or ""):
                shown = f"{term.field}:{getattr(value, 'text', '')}"
                raise QueryError("not-in-rules", term.position, shown, (f"{term.field}:{choice}",), term.field.value)
    return query


def query_item(item: FlagInput, flags: Flags, named: Sequence[Entity] = ()) -> QueryItem:
    """What a rule's query looks at; `named` are the firms its text names."""
    return QueryItem(
        texts=(QueryText(item.lang, item.title, item.body[:BODY_CHARS]),),
        first_seen_at=_NO_TIME,
        published_at=item.published_at,
        source=item.source_id,
        publisher=item.publisher.id if item.publisher is not None else "",
        doc_type=flags.doc_type,
        topics=tuple(topic.value for topic in flags.topics),
        level=flags.severity,
        langs=(item.lang,),
        ref=item.ref,
        reasons=flags.reasons,
        flagged=flags.flag,
        has_pdf=".pdf" in item.url.lower(),
        firms=firms_named((*flags.firms, *named), flags.licence_event),
    )


def _found(match: Match, item: FlagInput) -> tuple[Found, ...]:
    texts = {"title": item.title, "body": item.body}
    return tuple(Found(hit.field, texts[hit.field][hit.start : hit.end], hit.start, hit.end) for hit in match.hits)

# SPDX-License-Identifier: MIT
"""Queries in words: what was understood. For the line under the search box and the terminal.

A text comes through `translate`, Qt's own or that of `Texts`: both read the same files.
"""

import re
from collections.abc import Callable, Mapping

from hkwatch.domain.item import DocType, Level, Topic
from hkwatch.domain.query_explain import Joint, Piece, Said, pieces
from hkwatch.domain.query_text import term_text
from hkwatch.domain.query_tree import (
    Above,
    Below,
    Between,
    Field,
    Order,
    Pattern,
    Phrase,
    Query,
    Scope,
    Sort,
    Term,
    Value,
    Word,
)
from hkwatch.services.cjk_spacing import fitted, joined, tightened, without_lead
from hkwatch.services.due_wording import due_words

Part = tuple[str, bool]
"""A piece of the explanation and whether it is a value, which is emphasised."""
Translate = Callable[[str, str], str]
_AGE = re.compile(r"(\d+)([hdw])")


class QueryWording:
    """Words for queries in one language."""

    def __init__(self, translate: Translate, publisher_names: Mapping[str, str]) -> None:
        """`publisher_names` are the publishers' short names by id."""
        self._translate = translate
        self._names = publisher_names

    def explain(self, query: Query) -> list[Part]:
        """`unread · from SFC · not speeches`, in parts; empty for a query that asks for everything."""
        found: list[Part] = []
        for piece in pieces(query):
            _add(found, self._piece(piece))
        return found

    def _piece(self, piece: Piece) -> list[Part]:
        translate = self._translate
        match piece:
            case Said(term, negated):
                said = self._term(term)
                return _around(translate("Explain", "not {0}"), said) if negated else said
            case Joint.AND:
                return [(" · ", False)]
            case Joint.OR:
                return [(translate("Explain", " or "), False)]
            case Joint.OPEN | Joint.CLOSE:
                return [(piece.value, False)]
            case Joint.NOT_OPEN:
                return [(fitted(translate("Explain", "not {0}"), "("), False)]
            case Scope.ALL | Scope.ARCHIVE | Scope.MUTED:
                return [(self.scope(piece), False)]
            case Sort(by, descending):
                return [(self._order(by, descending=descending), False)]
            case _:
                return []

    def scope(self, scope: Scope) -> str:
        """Where is looked, `archived only`; empty for the view itself."""
        translate = self._translate
        return {
            Scope.ALL: translate("Explain", "in all views, archived and muted too"),
            Scope.ARCHIVE: translate("Explain", "archived only"),
            Scope.MUTED: translate("Explain", "muted only"),
        }.get(scope, "")

    def values(self, term: Term) -> str:
        """What a term asks for, `SFC or HKMA`, without what stands around it."""
        _, word = self._shape(term.field)
        return joined([word(value) for value in term.values], self._translate("Explain", " or "))

    def sentence(self, term: Term) -> str:
        """A term with what stands around it: `from SFC or HKMA`."""
        return "".join(text for text, _ in self._term(term))

    def _term(self, term: Term) -> list[Part]:
        template, _ = self._shape(term.field)
        return _around(template, [(self.values(term), True)])

    def _shape(self, field: Field) -> tuple[str, Callable[[Value], str]]:
        """What stands around the values, and how a value is written."""
        translate = self._translate
        match field:
            case Field.TEXT:
                return translate("Explain", "has {0}"), self._written
            case Field.TITLE:
                return translate("Explain", "title has {0}"), self._written
            case Field.BODY:
                return translate("Explain", "text has {0}"), self._written
            case Field.SRC:
                return translate("Explain", "from {0}"), self._source
            case Field.TYPE:
                return "{0}", lambda value: self.kind(DocType(_text(value)))
            case Field.LABEL:
                return translate("Explain", "about {0}"), lambda value: self.label(_text(value))
            case Field.LEVEL:
                return translate("Explain", "level {0}"), self._levels
            case Field.IS:
                return "{0}", lambda value: self._state(_text(value))
            case Field.HAS:
                return "{0}", lambda value: self._having(_text(value))
            case Field.REF:
                return translate("Explain", "reference {0}"), self._written
            case Field.RULE:
                return translate("Explain", "by rule {0}"), self._rule
            case Field.ENTITY:
                return translate("Explain", "naming {0}"), self._written
            case Field.CE:
                return translate("Explain", "CE number {0}"), self._written
            case Field.LANG:
                return translate("Explain", "in {0}"), lambda value: self._language(_text(value))
            case Field.PUB:
                return translate("Explain", "published {0}"), self._days
            case Field.SEEN:
                return translate("Explain", "first seen {0}"), self._days
            case Field.DUE:
                return translate("Explain", "due {0}"), lambda value: due_words(value, translate, self._days)
            case Field.PRICE:
                return translate("Explain", "BTC {0} when first seen"), lambda value: self._amount(value, "US$", "")
            case Field.MOVE_1H:
                return translate("Explain", "BTC {0} in the hour after"), lambda value: self._amount(value, "", " %")
            case Field.MOVE_24H:
                return translate("Explain", "BTC {0} in the day after"), lambda value: self._amount(value, "", " %")

    def _rule(self, value: Value) -> str:
        """A name of one word is told from the sentence around it where nothing else does so."""
        said = self._written(value)
        if isinstance(value, Word) and not said.isascii():
            return self._translate("Explain", "“{0}”").format(said)
        return said

    def _source(self, value: Value) -> str:
        text = _text(value)
        if isinstance(value, Word) and value.is_prefix:
            return f"{text}…"
        return self._names.get(text.lower(), text)

    def _levels(self, value: Value) -> str:
        translate = self._translate
        match value:
            case Between(low, ""):
                return fitted(translate("Explain", "{0} or above"), self._level(low))
            case Between("", high):
                return fitted(translate("Explain", "{0} or below"), self._level(high))
            case Between(low, high):
                return fitted(translate("Explain", "{0} to {1}"), self._level(low), self._level(high))
            case Above(text, or_equal):
                template = translate("Explain", "{0} or above") if or_equal else translate("Explain", "above {0}")
                return fitted(template, self._level(text))
            case Below(text, or_equal):
                template = translate("Explain", "{0} or below") if or_equal else translate("Explain", "below {0}")
                return fitted(template, self._level(text))
            case _:
                return self._level(_text(value))

    def _days(self, value: Value) -> str:
        translate = self._translate
        match value:
            case Between(low, ""):
                return fitted(translate("Explain", "from {0} on"), self._day(low))
            case Between("", high):
                return fitted(translate("Explain", "until {0}"), self._day(high))
            case Between(low, high):
                return fitted(translate("Explain", "{0} to {1}"), self._day(low), self._day(high))
            case Above(text, _) if _AGE.fullmatch(text):
                return fitted(translate("Explain", "more than {0} ago"), self._age(text))
            case Below(text, _) if _AGE.fullmatch(text):
                return fitted(translate("Explain", "less than {0} ago"), self._age(text))
            case Above(text, or_equal):
                template = translate("Explain", "from {0} on") if or_equal else translate("Explain", "after {0}")
                return fitted(template, self._day(text))
            case Below(text, or_equal):
                template = translate("Explain", "until {0}") if or_equal else translate("Explain", "before {0}")
                return fitted(template, self._day(text))
            case _:
                text = _text(value)
                if _AGE.fullmatch(text):
                    return fitted(translate("Explain", "in the last {0}"), self._age(text))
                return self._day(text)

    def _day(self, text: str) -> str:
        translate = self._translate
        words = {
            "today": translate("Explain", "today"),
            "yesterday": translate("Explain", "yesterday"),
            "week": translate("Explain", "this week"),
            "month": translate("Explain", "this month"),
            "past": translate("Explain", "in the past"),
        }
        return words.get(text, text)

    def _age(self, text: str) -> str:
        translate = self._translate
        found = _AGE.fullmatch(text)
        assert found is not None
        count, unit = int(found[1]), found[2]
        match unit:
            case "h":
                one, many = translate("Explain", "1 hour"), translate("Explain", "{0} hours")
            case "d":
                one, many = translate("Explain", "1 day"), translate("Explain", "{0} days")
            case _:
                one, many = translate("Explain", "1 week"), translate("Explain", "{0} weeks")
        return one if count == 1 else many.format(count)

    def _amount(self, value: Value, before: str, after: str) -> str:
        translate = self._translate

        def money(text: str) -> str:
            bare = text.strip().removesuffix("%").removesuffix("％").replace("-", "\u2212")
            if bare.isascii() and bare.isdigit():
                bare = f"{int(bare):,}"
            return f"{bare if bare.lower().startswith('us$') else before + bare}{after}"

        match value:
            case Between(low, ""):
                return fitted(translate("Explain", "{0} or above"), money(low))
            case Between("", high):
                return fitted(translate("Explain", "{0} or below"), money(high))
            case Between(low, high):
                return fitted(translate("Explain", "{0} to {1}"), money(low), money(high))
            case Above(text, or_equal):
                template = translate("Explain", "{0} or above") if or_equal else translate("Explain", "above {0}")
                return fitted(template, money(text))
            case Below(text, or_equal):
                template = translate("Explain", "{0} or below") if or_equal else translate("Explain", "below {0}")
                return fitted(template, money(text))
            case _:
                return money(_text(value))

    def _order(self, by: Order, *, descending: bool) -> str:
        translate = self._translate
        match by, descending:
            case Order.PUB, True:
                return translate("Explain", "latest published first")
            case Order.PUB, False:
                return translate("Explain", "earliest published first")
            case Order.SEEN, True:
                return translate("Explain", "latest seen first")
            case Order.SEEN, False:
                return translate("Explain", "earliest seen first")
            case Order.LEVEL, True:
                return translate("Explain", "highest level first")
            case Order.LEVEL, False:
                return translate("Explain", "lowest level first")
            case _, True:
                return translate("Explain", "latest deadline first")
            case _:
                return translate("Explain", "nearest deadline first")

    def _level(self, name: str) -> str:
        translate = self._translate
        return {
            Level.CRITICAL: translate("Level", "Critical"),
            Level.HIGH: translate("Level", "High"),
            Level.NORMAL: translate("Level", "Normal"),
            Level.LOW: translate("Level", "Low"),
        }[Level[name.upper()]]

    def _written(self, value: Value) -> str:
        """A value as it is said, a phrase between the marks of the language."""
        translate = self._translate
        match value:
            case Phrase(text):
                return fitted(translate("Explain", "“{0}”"), text)
            case Pattern():
                return term_text(Term(Field.TEXT, (value,)))
            case Word(text, is_prefix):
                return f"{text}…" if is_prefix else text
            case _:
                return _text(value)

    def _language(self, value: str) -> str:
        translate = self._translate
        names = {"en": translate("Explain", "English"), "zh": translate("Explain", "Chinese")}
        return {**names, "zh-hant": "繁體中文", "zh-hans": "简体中文"}[value]

    def kind(self, kind: DocType) -> str:
        """A kind of document, in the plural: `speeches`."""
        translate = self._translate
        return {
            DocType.ENFORCEMENT: translate("Explain", "enforcement news"),
            DocType.ALERT_LIST: translate("Explain", "alert list entries"),
            DocType.CONSULTATION: translate("Explain", "consultations"),
            DocType.CONCLUSION: translate("Explain", "consultation conclusions"),
            DocType.LICENCE: translate("Explain", "licences"),
            DocType.CIRCULAR: translate("Explain", "circulars"),
            DocType.POLICY: translate("Explain", "policy statements"),
            DocType.LAW: translate("Explain", "laws and bills"),
            DocType.SPEECH: translate("Explain", "speeches"),
            DocType.PRESS: translate("Explain", "press releases"),
            DocType.MEDIA: translate("Explain", "media reports"),
            DocType.PRICE: translate("Explain", "price news"),
        }[kind]

    def topic(self, topic: Topic) -> str:
        """A topic in words."""
        translate = self._translate
        return {
            Topic.SFC: translate("Explain", "the SFC"),
            Topic.LICENCE: translate("Explain", "licences and licensing"),
            Topic.ENFORCEMENT: translate("Explain", "enforcement"),
            Topic.STABLECOIN: translate("Explain", "stablecoins"),
            Topic.ETF: translate("Explain", "ETFs"),
            Topic.DERIVATIVES: translate("Explain", "derivatives"),
            Topic.TOKENISATION: translate("Explain", "tokenisation"),
            Topic.BTC_PRICE: translate("Explain", "the bitcoin price"),
            Topic.BTC_THRESHOLD: translate("Explain", "a bitcoin price level reached"),
            Topic.OTHER: translate("Explain", "something else"),
        }[topic]

    def label(self, name: str) -> str:
        """What an item with this label is about: a topic, or a name of the user's own."""
        return self.topic(Topic(name)) if name in set(Topic) else name

    def _state(self, value: str) -> str:
        translate = self._translate
        return {
            "unread": translate("Explain", "unread"),
            "new": translate("Explain", "new"),
            "seen": translate("Explain", "seen"),
            "read": translate("Explain", "read"),
            "starred": translate("Explain", "starred"),
            "acked": translate("Explain", "acknowledged"),
            "needs-ack": translate("Explain", "to acknowledge"),
            "archived": translate("Explain", "archived"),
            "muted": translate("Explain", "muted"),
            "flagged": translate("Explain", "flagged"),
            "revised": translate("Explain", "revised"),
            "open": translate("Explain", "open for comments"),
        }[value]

    def _having(self, value: str) -> str:
        translate = self._translate
        return {
            "deadline": translate("Explain", "with a deadline"),
            "pdf": translate("Explain", "with a PDF"),
            "zh": translate("Explain", "also in Chinese"),
            "note": translate("Explain", "with a note"),
            "move": translate("Explain", "with a known BTC move"),
        }[value]


def _around(template: str, parts: list[Part]) -> list[Part]:
    """The parts in place of `{0}`."""
    before, _, after = template.partition("{0}")
    found: list[Part] = [(before, False)] if before else []
    _add(found, parts)
    _add(found, [(after, False)] if after else [])
    return found


def _add(found: list[Part], more: list[Part]) -> None:
    """Put `more` at the end, without a blank of the language's own that does not belong between them."""
    if found and more:
        (last, is_value), (first, starts_value) = found[-1], more[0]
        if not is_value:
            last = tightened(last, first)
        if not starts_value:
            first = without_lead(last, first)
        found[-1] = (last, is_value)
        more = [(first, starts_value), *more[1:]]
    found += more


def _text(value: Value) -> str:
    return str(getattr(value, "text", ""))

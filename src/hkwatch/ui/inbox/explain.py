# SPDX-License-Identifier: MIT
"""Says in words what the search box understood, and why it did not understand."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.item import DocType, ItemState, Level
from hkwatch.domain.query import Field, Query, QueryError, Term
from hkwatch.ui.words import Counts, doc_type_text, level_text, state_text

Part = tuple[str, bool]
_SEPARATOR = " · "


def explain(query: Query, publisher_names: Mapping[str, str], items: int | None, took_ms: float) -> list[Part]:
    """Pieces for the line under the field, values marked True. `items` None = the answer is not there yet."""
    translate = QCoreApplication.translate
    parts: list[Part] = []
    for term in query.terms:
        if parts:
            parts.append((_SEPARATOR, False))
        parts.extend(_term(term, publisher_names))
    if parts and items is not None:
        found = translate("Explain", "{0} in {1} ms").format(Counts().items(items), round(took_ms))
        parts.append((_SEPARATOR + found, False))
    return parts


def complaint(error: QueryError) -> str:
    """One sentence with an example that works."""
    translate = QCoreApplication.translate
    example = error.allowed[0] if error.allowed else ""
    match error.key:
        case "missing-value":
            sentence = translate("Explain", "{0}: needs a value, e.g. {0}:{1}")
            return sentence.format(error.value, example or "sfc")
        case "unknown-value":
            sentence = translate("Explain", "“{0}” is not known here. Known: {1}.")
            return sentence.format(error.value, ", ".join(error.allowed))
        case "unknown-field":
            sentence = translate("Explain", "{0}: is not a field. Known: {1}.")
            return sentence.format(error.value, ", ".join(error.allowed))
        case "open-quote":
            return translate("Explain", "A quotation mark is still open.")
        case _:
            return translate("Explain", "Something is missing at character {0}.").format(error.position + 1)


def _term(term: Term, names: Mapping[str, str]) -> list[Part]:
    translate = QCoreApplication.translate
    head, value = _words(term, names)
    texts = [value(one) for one in term.values]
    joined = translate("Explain", " or ").join(texts)
    if term.or_higher:
        joined = translate("Explain", "{0} or above").format(joined)
    if term.negated:
        head = translate("Explain", "not {0}").format(head).rstrip() + " "
    return [(head, False), (joined, True)] if head else [(joined, True)]


def _words(term: Term, names: Mapping[str, str]) -> tuple[str, Callable[[str], str]]:
    """What stands before the values, and how a value is written."""
    translate = QCoreApplication.translate
    match term.field:
        case Field.TEXT:
            return translate("Explain", "has "), str
        case Field.IS:
            return "", _is_word
        case Field.SRC:
            return translate("Explain", "from "), lambda key: names.get(key.lower(), key)
        case Field.LABEL:
            return translate("Explain", "about "), str
        case Field.TYPE:
            return translate("Explain", "type "), lambda key: doc_type_text(DocType(key))
        case Field.LEVEL:
            return translate("Explain", "level "), lambda key: level_text(Level[key.upper()])
        case Field.LANG:
            return translate("Explain", "in "), str
        case Field.REF:
            return translate("Explain", "reference "), str


def _is_word(value: str) -> str:
    translate = QCoreApplication.translate
    words = {
        "unread": translate("Explain", "unread"),
        "new": translate("Explain", "new"),
        "seen": state_text(ItemState.SEEN).lower(),
        "read": state_text(ItemState.READ).lower(),
        "starred": translate("Explain", "starred"),
        "acked": state_text(ItemState.READ, acknowledged=True).lower(),
        "archived": translate("Explain", "archived"),
        "flagged": translate("Explain", "flagged"),
        "revised": translate("Explain", "revised"),
    }
    return words.get(value, value)

# SPDX-License-Identifier: MIT
"""What each field of the search language means, in the interface language: for the completion and the help."""

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.item import DocType, Level
from hkwatch.domain.query import QueryError, parse_query
from hkwatch.ui.inbox.explain import wording


def field_meaning(name: str) -> str:
    """One line about a field, empty for a name that is none."""
    translate = QCoreApplication.translate
    return {
        "title": translate("SearchHelp", "words in the title only"),
        "body": translate("SearchHelp", "words in the text only"),
        "src": translate("SearchHelp", "publisher or source; reg: is the same"),
        "type": translate("SearchHelp", "kind of document"),
        "label": translate("SearchHelp", "what it is about"),
        "level": translate("SearchHelp", "how much it matters"),
        "is": translate("SearchHelp", "state and marks"),
        "has": translate("SearchHelp", "what comes with it"),
        "ref": translate("SearchHelp", "reference number"),
        "rule": translate("SearchHelp", "the rule that flagged it"),
        "entity": translate("SearchHelp", "firm named in headline or opening, by any of its names"),
        "ce": translate("SearchHelp", "CE number of a firm that is named"),
        "lang": translate("SearchHelp", "language it exists in"),
        "pub": translate("SearchHelp", "day published, Hong Kong time"),
        "seen": translate("SearchHelp", "when first seen here, Hong Kong time"),
        "due": translate("SearchHelp", "deadline"),
        "price": translate("SearchHelp", "bitcoin price in US$ when first seen"),
        "move1h": translate("SearchHelp", "bitcoin move in the hour after"),
        "move24h": translate("SearchHelp", "bitcoin move in the day after"),
        "in": translate("SearchHelp", "where to look: the view, everywhere, the archive, what is muted"),
        "sort": translate("SearchHelp", "another order; a minus turns it round"),
    }.get(name, "")


def value_meaning(field: str, value: str) -> str:
    """A value in words, empty where it says all itself."""
    words = wording({})
    match field:
        case "type":
            return words.kind(DocType(value))
        case "label":
            return words.label(value)
        case "level" if value in {level.name.lower() for level in Level}:
            return ""
        case "sort" | "in":
            return _explained(f"{field}:{value}")
        case _:
            said = _explained(f"{field}:{value}")
            return "" if said == value else said


def _explained(text: str) -> str:
    try:
        return "".join(part for part, _ in wording({}).explain(parse_query(text)))
    except QueryError:
        return ""

# SPDX-License-Identifier: MIT
"""What a search may be called when it is saved: what it asks for, in the words of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.query import Field, Query, QueryError, parse_query
from hkwatch.domain.query_explain import Joint, Piece, Said, pieces
from hkwatch.domain.query_tree import Phrase, Scope, Term, Word
from hkwatch.domain.saved_search import NAME_CHARS, suggested_name
from hkwatch.services.query_wording import QueryWording
from hkwatch.ui.inbox.explain import wording

_WHOLE = frozenset((Field.PRICE, Field.MOVE_1H, Field.MOVE_24H))
"""Fields whose values say nothing by themselves: `below US$90,000` of what?"""


def name_for(text: str, names: Mapping[str, str]) -> str:
    """`SFC · licence`. `names` are publishers' short names by id. What cannot be read or is too long is shortened as it
    was typed.
    """
    try:
        query = parse_query(text)
    except QueryError:
        return suggested_name(text)
    name = _said(query, wording(names))
    return name[:1].upper() + name[1:] if 0 < len(name) <= NAME_CHARS else suggested_name(text)


def _said(query: Query, words: QueryWording) -> str:
    found, before = "", None
    every = pieces(query)
    for place, piece in enumerate(every):
        after = every[place + 1] if place + 1 < len(every) else None
        found += _piece(piece, before, after, words)
        before = piece
    return found.strip(" ·")


def _piece(piece: Piece, before: Piece | None, after: Piece | None, words: QueryWording) -> str:
    translate = QCoreApplication.translate
    match piece:
        case Said(term, negated):
            said = words.sentence(term) if term.field in _WHOLE else words.values(term).strip("“”「」")
            return translate("Explain", "not {0}").format(said) if negated else said
        case Joint.AND:
            # Words that were typed one after the other are read so.
            return " " if _is_word(before) and _is_word(after) else " · "
        case Joint.OR:
            return translate("Explain", " or ")
        case Joint.OPEN | Joint.CLOSE:
            return str(piece.value)
        case Joint.NOT_OPEN:
            return translate("Explain", "not {0}").format("(")
        case Scope():
            return words.scope(piece)
        case _:
            # In which order the list stands is no part of what it is.
            return ""


def _is_word(piece: Piece | None) -> bool:
    match piece:
        case Said(Term(Field.TEXT, (Word() | Phrase(),)), False):
            return True
        case _:
            return False

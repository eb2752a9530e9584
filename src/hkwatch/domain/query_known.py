# SPDX-License-Identifier: MIT
"""Names in a query that nothing is called: which they are, and what was probably meant."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from hkwatch.domain.fold import Folder
from hkwatch.domain.query_tree import Field, Query, QueryError, Term, Word
from hkwatch.domain.query_values import label_slug, slug

CHECKED = (Field.SRC, Field.LABEL, Field.RULE, Field.ENTITY, Field.CE)
"""Fields whose values are names of something."""
_ALIKE = 60.0
_SUGGESTED = 2


@dataclass(frozen=True, slots=True)
class Known:
    """What names there are, by field; a field that is missing is not checked by it."""

    names: dict[Field, Collection[str]] = field(default_factory=dict)
    folder: Folder = field(default_factory=lambda: Folder({}))
    """Compares names of firms and rules, and knows the rules' names in other languages."""

    def has(self, of: Field, value: str, *, is_prefix: bool = False) -> bool:
        """Whether something is called so."""
        names = self.names.get(of, ())
        if of is Field.RULE and not self.folder.sentences(value, is_prefix=is_prefix).isdisjoint(names):
            return True
        any_script = of in (Field.RULE, Field.ENTITY)
        same = self.folder.key if any_script else label_slug if of is Field.LABEL else slug
        wanted = same(value)
        return any(same(name).startswith(wanted) if is_prefix else same(name) == wanted for name in names)

    def like(self, of: Field, value: str) -> tuple[str, ...]:
        """The names that are most alike, best first; empty where none is."""
        return meant(value, self.names.get(of, ()))


def meant(value: str, names: Collection[str]) -> tuple[str, ...]:
    """Which of `names` was probably meant by `value`, best first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a misspelling needs it; the window must not wait for it

    # Of spellings that differ by case one is enough.
    distinct = list({name.lower(): name for name in sorted(names)}.values())
    found = process.extract(
        value.lower(), distinct, scorer=fuzz.ratio, processor=str.lower, score_cutoff=_ALIKE, limit=_SUGGESTED
    )
    return tuple(name for name, score, _ in found if score >= found[0][1] - 5)


def doubtful(query: Query, known: Known) -> Iterator[tuple[Term, QueryError]]:
    """Each name in the query that nothing known is called: a term with that value alone, and the error that says so.

    The error's position is that of the term.
    """
    for term in query.terms:
        if term.field not in CHECKED or term.field not in known.names:
            continue
        for value in term.values:
            text = str(getattr(value, "text", ""))
            if text and not known.has(term.field, text, is_prefix=isinstance(value, Word) and value.is_prefix):
                error = QueryError("unknown-name", term.position, text, known.like(term.field, text), term.field.value)
                yield Term(term.field, (value,), term.position), error

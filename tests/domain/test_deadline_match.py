# SPDX-License-Identifier: MIT
"""Which statements are about one consultation, and which only share a day."""

from datetime import date

import pytest

from hkwatch.domain.deadline_match import Candidate, Statement, same_deadline

OUT = date(2025, 6, 27)
AUG_29, SEP_12 = date(2025, 8, 29), date(2025, 9, 12)
DEALING = Candidate(1, "Consultation on licensing of virtual asset dealers", OUT, frozenset({AUG_29}))
CUSTODY = Candidate(2, "Consultation on licensing of virtual asset custodians", OUT, frozenset({AUG_29}))


def said(title: str, *days: date, out: date | None = OUT, extends: bool = False) -> Statement:
    return Statement(title, out, frozenset(days), extends)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (said("SFC seeks views on dealers in virtual assets", AUG_29), 1),
        (said("Views sought on virtual asset custodians", AUG_29), 2),
        # Another day, or another month and another matter.
        (said("Consultation on virtual asset dealers", SEP_12), None),
        (said("Consultation on listing fees", AUG_29, out=date(2025, 7, 20)), None),
        (said("Consultation on listing fees", AUG_29, out=None), None),
        (said("Licensing of virtual asset dealers", AUG_29, out=date(2025, 7, 20)), 1),
        # An extension is known by the day it puts off, or else by its title.
        (said("More time to comment", SEP_12, AUG_29, out=date(2025, 8, 20), extends=True), 1),
        (said("Licensing of virtual asset custodians", SEP_12, out=date(2025, 8, 20), extends=True), 2),
        (said("More time to comment", SEP_12, out=date(2025, 8, 20), extends=True), None),
    ],
)
def test_a_statement_finds_its_deadline(statement: Statement, found: int | None) -> None:
    assert same_deadline(statement, [DEALING, CUSTODY]) == found


def test_nothing_is_found_among_nothing() -> None:
    assert same_deadline(said("x", AUG_29), []) is None

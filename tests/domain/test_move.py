# SPDX-License-Identifier: MIT
"""A source that moved for good: proposed, counted, decided."""

from dataclasses import replace

from hkwatch.domain.move import ENOUGH, Choice, Move, after_answer

NEW, OTHER = "https://new.example.test/feed", "https://other.example.test/feed"


def seen(times: int, url: str = NEW) -> Move:
    move: Move | None = None
    for _ in range(times):
        move = after_answer(move, url)
    assert move is not None
    return move


def test_a_new_address_is_open_until_it_answered_ten_times() -> None:
    assert seen(1) == Move(NEW, 1, Choice.OPEN)
    assert seen(ENOUGH - 1).choice is Choice.OPEN
    assert seen(ENOUGH) == Move(NEW, ENOUGH, Choice.USE)


def test_one_answer_without_redirect_ends_the_proposal() -> None:
    assert after_answer(seen(9), None) is None
    assert after_answer(None, None) is None


def test_another_target_begins_anew() -> None:
    assert after_answer(seen(9), OTHER) == Move(OTHER, 1)
    assert after_answer(replace(seen(3), choice=Choice.KEEP), OTHER) == Move(OTHER, 1)


def test_a_kept_address_stays_kept_however_often_it_redirects() -> None:
    kept = replace(seen(3), choice=Choice.KEEP)
    for _ in range(2 * ENOUGH):
        assert after_answer(kept, NEW) == kept

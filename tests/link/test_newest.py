# SPDX-License-Identifier: MIT
"""Of the words on the watch that came together only the last is read; nothing else is left out or changes its place."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain import events as ev
from hkwatch.domain.ids import ItemId
from hkwatch.link.messages import encode_event
from hkwatch.link.newest import still_true


def status(done: int) -> bytes:
    now = datetime(2025, 2, 19, 7, 0, tzinfo=UTC)
    return encode_event(
        ev.WatchStatusChanged(ev.WatchState.CATCHING_UP, now, None, None, (), (), progress=(done, 200))
    ).strip()


def resync() -> bytes:
    return encode_event(ev.Resync()).strip()


def test_of_three_words_on_the_watch_the_last_is_left_where_it_stood() -> None:
    lines = [status(1), resync(), status(2), b"", status(3), resync()]
    assert list(still_true(lines)) == [resync(), b"", status(3), resync()]


@given(st.lists(st.one_of(st.just(resync()), st.binary(max_size=6), st.integers(0, 9).map(status)), max_size=12))
def test_no_other_line_is_lost_and_the_newest_word_always_stays(lines: list[bytes]) -> None:
    words = [line for line in lines if line.startswith(b'{"type":"watch-status"')]
    kept = list(still_true(lines))
    assert [line for line in kept if line not in words] == [line for line in lines if line not in words]
    assert [line for line in kept if line in words] == words[-1:]


def test_an_item_whose_id_looks_like_one_is_no_word_on_the_watch() -> None:
    line = encode_event(ev.ItemsAdded((ItemId(7),), back=False)).strip()
    assert list(still_true([line, status(1)])) == [line, status(1)]

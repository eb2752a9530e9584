# SPDX-License-Identifier: MIT
"""Freed memory is handed back in a quiet moment, not while there is work and not all the time."""

from hkwatch.services.giving_back import LEAST_S, QUIET_S, GivingBack


class Watch:
    """A clock that is set by hand."""

    now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def test_a_thread_that_did_nothing_waits_for_work_alone() -> None:
    assert GivingBack().wait_s() is None


def test_after_work_a_short_quiet_is_waited_for_and_then_work_alone() -> None:
    freed: list[bool] = []
    giving = GivingBack(lambda: freed.append(True))
    giving.worked()
    assert giving.wait_s() == QUIET_S
    assert freed == []
    giving.quiet()
    assert freed == [True]
    assert giving.wait_s() is None


def test_work_now_and_then_gives_back_now_and_then_only() -> None:
    watch = Watch()
    giving = GivingBack(now_s=watch)
    giving.worked()
    giving.quiet()
    watch.now_s += 1
    giving.worked()
    assert giving.wait_s() == LEAST_S - 1
    watch.now_s += LEAST_S
    assert giving.wait_s() == QUIET_S

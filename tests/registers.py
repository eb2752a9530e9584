# SPDX-License-Identifier: MIT
"""Registers to read and compare: pages of invented firms, rendered as the publishers render theirs."""

from datetime import UTC, date, datetime

from hkwatch.domain.register import RegisterRow, Snapshot
from hkwatch.replica import registers as pages
from hkwatch.replica.world import RegisterLine, RegisterState
from hkwatch.sources.register_pages import read_page

AT = datetime(2025, 2, 19, 1, 0, tzinfo=UTC)


def lines() -> tuple[RegisterLine, ...]:
    """Six licensed firms, five applicants and three that withdrew."""
    licensed = [
        RegisterLine(
            "licensed",
            f"Example {word} Limited",
            f"示例{n}有限公司",
            f"{word} Exchange",
            f"ZZZ{n:03}",
            date(2024, n, 3),
        )
        for n, word in enumerate(("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"), 1)
    ]
    applicants = [
        RegisterLine("applicants", f"Sample {word} Limited", "", f"{word}.example", "", date(2024, 6, n), n < 3)
        for n, word in enumerate(("One", "Two", "Three", "Four", "Five"), 1)
    ]
    returned = [
        RegisterLine("returned", f"Former {word} Limited", "", f"{word}.test", "", date(2024, 7, n))
        for n, word in enumerate(("Red", "Green", "Blue"), 1)
    ]
    return (*licensed, *applicants, *returned)


def state(*more: RegisterLine, register: str = pages.VATP) -> RegisterState:
    """The lists of trading platforms with further rows."""
    return RegisterState(register, AT, (*lines(), *more), AT.date())


def vatp(shown: RegisterState | None = None, *, chinese: bool = False) -> bytes:
    """The page of a state."""
    return pages.vatp_page(shown or state(), chinese=chinese).encode()


def read(page: bytes) -> Snapshot:
    """What the page says."""
    return read_page(pages.VATP, page)


def snapshot(*rows: RegisterRow, register: str = "sfc-vatp", lists: tuple[str, ...] = ()) -> Snapshot:
    """A whole reading of these rows; the lists are those of the rows and `lists`."""
    names = tuple(dict.fromkeys((*(row.list for row in rows), *lists)))
    columns = {name: frozenset(("ce", "name_en", "name_zh", "platform", "date")) for name in names}
    empty = frozenset(name for name in names if not any(row.list == name for row in rows))
    return Snapshot(register, names, rows, columns, empty, "2025-02-19")

# SPDX-License-Identifier: MIT
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.register import APPLICANTS, CLOSING, DEEMED, ISSUERS, LICENSED, RETURNED, ChangeKind, RegisterRow
from hkwatch.domain.register_diff import apply, compare, diff, with_returns
from registers import snapshot

LISTS = (LICENSED, APPLICANTS, DEEMED, RETURNED, CLOSING)


def licensed(name: str = "Thousand Whales Technology (BVI) Limited", ce: str = "BUT670", **more: str) -> RegisterRow:
    return RegisterRow(LICENSED, name, ce=ce, **more)


def applicant(name: str, **more: str) -> RegisterRow:
    return RegisterRow(APPLICANTS, name, **more)


def kinds(old: tuple[RegisterRow, ...], new: tuple[RegisterRow, ...]) -> list[ChangeKind]:
    return [change.kind for change in diff(old, new)]


def test_a_firm_that_keeps_its_number_under_another_name_is_renamed() -> None:
    (change,) = diff((licensed(),), (licensed("EXIO Limited"),))
    assert change.kind is ChangeKind.RENAMED
    assert change.differences() == {"name_en": ("Thousand Whales Technology (BVI) Limited", "EXIO Limited")}


def test_a_platform_renamed_before_the_licence_and_the_licence_are_two_events() -> None:
    name = "Thousand Whales Technology (BVI) Limited"
    first, second = applicant(name, platform="xWhale"), applicant(name, platform="EX.IO")
    (change,) = diff((first,), (second,))
    assert (change.kind, change.differences()) == (ChangeKind.CHANGED, {"platform": ("xWhale", "EX.IO")})
    (change,) = diff((second,), (licensed(platform="EX.IO", date="2024-12-18"),))
    assert (change.kind, change.from_list, change.row.list) == (ChangeKind.MOVED, APPLICANTS, LICENSED)


def test_an_applicant_that_becomes_licensed_with_a_number_is_one_event() -> None:
    assert kinds((applicant("YAX (Hong Kong) Limited"),), (licensed("YAX (Hong Kong) Limited", "BUT913"),)) == [
        ChangeKind.MOVED
    ]


def test_four_rows_on_one_day_are_four_events() -> None:
    names = [f"Example {word} Limited" for word in ("One", "Two", "Three", "Four")]
    old = tuple(applicant(name) for name in names)
    new = tuple(licensed(name, f"ZZZ00{n}") for n, name in enumerate(names))
    changes = diff(old, new)
    assert [change.kind for change in changes] == [ChangeKind.MOVED] * 4
    assert {change.row.name_en for change in changes} == set(names)


def test_a_list_that_is_merged_into_another_is_compared_and_its_rows_move() -> None:
    deemed = tuple(RegisterRow(DEEMED, f"Example {n} Limited") for n in range(11))
    others = (licensed(), *(applicant(f"Sample {n} Limited") for n in range(6)))
    merged = tuple(replace(row, list=APPLICANTS, fields=(("deemed", "yes"),)) for row in deemed)
    found = compare(snapshot(*others, *deemed), snapshot(*others, *merged))
    assert found.quarantine is None
    assert {(change.kind, change.from_list, change.row.list) for change in found.changes} == {
        (ChangeKind.MOVED, DEEMED, APPLICANTS)
    }
    assert len(found.changes) == 11


def test_a_licensed_list_that_seems_merged_into_another_is_not_compared() -> None:
    rows = tuple(licensed(f"Example {n} Limited", f"ZZZ00{n}") for n in range(5))
    others = (applicant("Sample Limited"),)
    as_applicants = tuple(replace(row, list=APPLICANTS) for row in rows)
    found = compare(snapshot(*others, *rows), snapshot(*others, *as_applicants))
    assert found.quarantine is not None
    assert found.quarantine.reason == "lost-table"


def test_two_headings_that_change_places_are_no_mass_revocation() -> None:
    rows = tuple(licensed(f"Example {n} Limited", f"ZZZ00{n}") for n in range(5))
    others = tuple(applicant(f"Sample {n} Limited") for n in range(5))
    swapped = [replace(row, list=APPLICANTS if row.list == LICENSED else LICENSED) for row in (*rows, *others)]
    found = compare(snapshot(*rows, *others), snapshot(*swapped))
    assert found.quarantine is not None
    assert found.quarantine.reason == "rows-gone"


def test_a_list_that_is_still_there_does_not_go_to_another_as_a_whole() -> None:
    rows = tuple(applicant(f"Sample {n} Limited") for n in range(5))
    moved = tuple(replace(row, list=RETURNED) for row in rows)
    found = compare(snapshot(licensed(), *rows), snapshot(licensed(), *moved, lists=(APPLICANTS,)))
    assert found.quarantine is not None
    assert found.quarantine.reason == "rows-gone"


def test_an_applicant_that_vanishes_without_a_licence_is_removed_and_not_moved() -> None:
    stays = tuple(applicant(f"Sample {n} Limited") for n in range(6))
    found = compare(snapshot(*stays, applicant("Example Gone Limited")), snapshot(*stays))
    assert [(change.kind, change.row.name_en) for change in found.changes] == [
        (ChangeKind.REMOVED, "Example Gone Limited")
    ]


def test_an_applicant_that_returns_under_another_company_is_another_applicant() -> None:
    old = (applicant("Example First Limited", platform="Example.com", date="2023-11-16"),)
    new = (applicant("Example Second Limited", platform="Example.com", date="2025-06-06"),)
    assert sorted(kinds(old, new)) == [ChangeKind.ADDED, ChangeKind.REMOVED]


def test_a_name_in_other_capitals_is_the_same_row() -> None:
    old = (licensed("Panthertrade (Hong Kong) Limited", "BUY578", platform="PantherTrade"),)
    new = (licensed("PantherTrade (Hong Kong) Limited", "BUY578", platform="Panthertrade"),)
    assert diff(old, new) == ()
    assert diff((replace(old[0], ce=""),), (replace(new[0], ce=""),)) == ()


def test_rows_without_a_number_are_known_by_their_names() -> None:
    old = (licensed("Bullish HK Markets Limited", ""), licensed("Victory Fintech Company Limited", ""))
    (change,) = diff(old, old[1:])
    assert change.row.name_en == "Bullish HK Markets Limited"
    (change,) = diff(old, (replace(old[0], ce="ZZZ009"), old[1]))
    assert (change.kind, change.differences()) == (ChangeKind.CHANGED, {"ce": ("", "ZZZ009")})


def test_a_number_that_is_corrected_is_no_new_licence() -> None:
    (change,) = diff((licensed(ce="BUT607"),), (licensed(ce="BUT670"),))
    assert (change.kind, change.differences()) == (ChangeKind.CHANGED, {"ce": ("BUT607", "BUT670")})


def test_a_firm_that_closes_down_moves_and_one_that_is_on_both_lists_stays() -> None:
    row = licensed("Example Closing Limited", "ZZZ001")
    closing = replace(row, list=CLOSING, ce="")
    assert [change.from_list for change in diff((row,), (closing,))] == [LICENSED]
    assert kinds((row,), (row, closing)) == [ChangeKind.ADDED]


def test_a_row_that_left_and_comes_again_is_said_to_be_back() -> None:
    (change,) = with_returns(diff((), (applicant("Example Back Ltd"),)), [applicant("Example Back Limited")])
    assert change.kind is ChangeKind.REAPPEARED


def test_three_of_ten_rows_gone_at_once_are_not_believed_and_two_are() -> None:
    rows = tuple(licensed(f"Example {n} Limited", f"ZZZ00{n}") for n in range(10))
    found = compare(snapshot(*rows), snapshot(*rows[3:]))
    assert found.quarantine is not None
    assert found.quarantine.detail == "3 of 10 rows of the register are gone at once."
    assert len(compare(snapshot(*rows), snapshot(*rows[2:])).changes) == 2


def test_rows_that_stand_in_another_list_are_not_counted_as_gone() -> None:
    rows = tuple(applicant(f"Example {n} Limited") for n in range(8))
    moved = tuple(replace(row, list=RETURNED) for row in rows[:4])
    found = compare(snapshot(*rows, lists=(RETURNED,)), snapshot(*rows[4:], *moved))
    assert found.quarantine is None
    assert [change.kind for change in found.changes] == [ChangeKind.MOVED] * 4


def test_three_of_eight_applicants_of_a_page_of_eighteen_rows_may_leave_in_one_day() -> None:
    rows = tuple(applicant(f"Sample {n} Limited") for n in range(8))
    others = tuple(licensed(f"Example {n} Limited", f"ZZZ0{n:02}") for n in range(10))
    found = compare(snapshot(*others, *rows), snapshot(*others, *rows[3:]))
    assert found.quarantine is None
    assert [change.kind for change in found.changes] == [ChangeKind.REMOVED] * 3


def test_four_of_eight_applicants_of_a_page_of_eighteen_rows_may_not() -> None:
    rows = tuple(applicant(f"Sample {n} Limited") for n in range(8))
    others = tuple(licensed(f"Example {n} Limited", f"ZZZ0{n:02}") for n in range(10))
    found = compare(snapshot(*others, *rows), snapshot(*others, *rows[4:]))
    assert found.quarantine is not None
    assert found.quarantine.reason == "rows-gone"


@pytest.mark.parametrize("list_", [LICENSED, APPLICANTS, RETURNED, CLOSING, ISSUERS])
@pytest.mark.parametrize("count", [1, 2])
def test_a_list_that_loses_all_its_rows_is_not_believed_however_few_they_were(list_: str, count: int) -> None:
    rows = tuple(RegisterRow(list_, f"Example {n} Limited", ce=f"ZZZ00{n}") for n in range(count))
    others = tuple(RegisterRow("suspicious", f"Sample {n} Limited") for n in range(20))
    found = compare(snapshot(*others, *rows), snapshot(*others, lists=(list_,)))
    assert found.quarantine is not None
    assert found.quarantine.reason == "rows-gone"
    assert found.quarantine.detail.startswith(f"All {count} row(s) of the list “{list_}”")


def test_a_list_whose_last_rows_went_to_another_list_is_compared() -> None:
    rows = (applicant("Example One Limited"), applicant("Example Two Limited"))
    new = tuple(replace(row, list=LICENSED, ce=f"ZZZ00{n}") for n, row in enumerate(rows))
    found = compare(snapshot(licensed(), *rows), snapshot(licensed(), *new, lists=(APPLICANTS,)))
    assert found.quarantine is None
    assert [change.kind for change in found.changes] == [ChangeKind.MOVED] * 2


def test_a_list_merged_into_another_moves_though_its_old_heading_stays() -> None:
    deemed = tuple(RegisterRow(DEEMED, f"Example {n} Limited") for n in range(11))
    others = (licensed(), *(applicant(f"Sample {n} Limited") for n in range(6)))
    merged = tuple(replace(row, list=APPLICANTS, fields=(("deemed", "yes"),)) for row in deemed)
    found = compare(snapshot(*others, *deemed), snapshot(*others, *merged, lists=(DEEMED,)))
    assert found.quarantine is None
    assert [(change.kind, change.row.list) for change in found.changes] == [(ChangeKind.MOVED, APPLICANTS)] * 11


def test_a_heading_that_changed_places_with_that_of_an_empty_list_is_not_compared() -> None:
    rows = tuple(applicant(f"Sample {n} Limited") for n in range(5))
    swapped = tuple(replace(row, list=RETURNED) for row in rows)
    found = compare(snapshot(licensed(), *rows, lists=(RETURNED,)), snapshot(licensed(), *swapped, lists=(APPLICANTS,)))
    assert found.quarantine is not None
    assert found.quarantine.reason == "rows-gone"


def test_two_lists_with_rows_whose_headings_change_places_are_not_compared() -> None:
    rows = tuple(applicant(f"Sample {n} Limited") for n in range(5))
    others = tuple(RegisterRow(RETURNED, f"Former {n} Limited") for n in range(4))
    swapped = [replace(row, list=RETURNED if row.list == APPLICANTS else APPLICANTS) for row in (*rows, *others)]
    found = compare(snapshot(licensed(), *rows, *others), snapshot(licensed(), *swapped))
    assert found.quarantine is not None
    assert found.quarantine.reason == "rows-gone"


words = st.sampled_from(["Alpha", "Beta", "Gamma", "ALPHA", "Delta Ltd", "Delta Limited", "Omega (HK)", ""])
rows = st.builds(
    RegisterRow,
    st.sampled_from(LISTS),
    words.map(lambda word: word or "Nameless"),
    st.sampled_from(["", "示例有限公司", "樣本有限公司"]),
    st.sampled_from(["", "X", "x", "Y"]),
    st.sampled_from(["", "", "ZZZ001", "ZZZ002", "ZZZ003"]),
    st.sampled_from(["", "2024-01-01", "2025-01-01"]),
    st.sampled_from([(), (("deemed", "yes"),)]),
)
registers = st.lists(rows, max_size=12).map(tuple)


def plain(text: str) -> str:
    return "".join(text.casefold().split())


def said(found: tuple[RegisterRow, ...]) -> Counter[tuple[object, ...]]:
    """Rows as they are compared: case, width and spaces do not count."""
    return Counter(
        (row.list, *map(plain, (row.name_en, row.name_zh, row.platform, row.ce)), row.date, row.fields) for row in found
    )


@given(registers)
def test_a_register_has_not_changed_against_itself(register: tuple[RegisterRow, ...]) -> None:
    assert diff(register, register) == ()
    assert diff(register, register[::-1]) == ()


@given(registers, registers)
def test_the_changes_lead_from_the_old_register_to_the_new(
    old: tuple[RegisterRow, ...], new: tuple[RegisterRow, ...]
) -> None:
    assert said(apply(old, diff(old, new))) == said(new)


@given(registers, registers)
def test_nothing_is_removed_that_still_stands_somewhere(
    old: tuple[RegisterRow, ...], new: tuple[RegisterRow, ...]
) -> None:
    removed = sum(change.kind is ChangeKind.REMOVED for change in diff(old, new))
    added = sum(change.kind is ChangeKind.ADDED for change in diff(old, new))
    assert len(old) - removed == len(new) - added
    both = Counter(row.ce for row in old if row.ce) - Counter(row.ce for row in new if row.ce)
    gone = Counter(change.row.ce for change in diff(old, new) if change.kind is ChangeKind.REMOVED)
    assert all(gone[ce] <= max(count, sum(row.ce == ce for row in old)) for ce, count in both.items())

# SPDX-License-Identifier: MIT
import contextlib
import random
import re
from datetime import date, timedelta

import pytest

from hkwatch.domain.errors import FormatError
from hkwatch.domain.register import APPLICANTS, CLOSING, LICENSED, RETURNED, ChangeKind, RegisterChange
from hkwatch.domain.register_diff import Quarantine, alone_strange, compare
from hkwatch.domain.register_watch import Belief, observe
from hkwatch.replica import registers as pages
from hkwatch.replica.world import RegisterLine, RegisterState
from hkwatch.sources.register_columns import last_update, read_date
from hkwatch.sources.register_pages import ALERTS, STABLECOIN, read_page
from registers import AT, lines, read, state, vatp

FORBIDDEN = b"<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>"
LOGIN = (
    b"<!doctype html><html><head><title>Log in</title></head><body><h1>Log in</h1><form><table><tr><td>User</td>"
    b"<td><input></td></tr><tr><td>Password</td><td><input></td></tr></table></form></body></html>"
)


def test_every_list_row_and_date_of_the_page_is_read() -> None:
    found = read(vatp())
    assert found.counts() == {LICENSED: 6, APPLICANTS: 5, RETURNED: 3, CLOSING: 0}
    assert (found.said_empty, found.last_update, found.is_whole, found.broken) == (
        frozenset((CLOSING,)),
        "2025-02-19",
        True,
        0,
    )
    first = found.rows[0]
    assert (first.ce, first.name_en, first.name_zh, first.platform, first.date) == (
        "ZZZ001",
        "Example Alpha Limited",
        "示例1有限公司",
        "Alpha Exchange",
        "2024-01-03",
    )
    assert [row.fields for row in found.on(APPLICANTS)[:3]] == [(("deemed", "yes"),), (("deemed", "yes"),), ()]


def test_the_chinese_page_says_the_same_as_the_english_one() -> None:
    english, chinese = read(vatp()), read_page(pages.VATP, vatp(chinese=True), lang="zh-Hant")
    assert english == chinese


def test_columns_are_known_by_their_headings_in_any_order() -> None:
    page = (
        "<h2>List of licensed virtual asset trading platforms</h2><table><tr><th>Date of licence</th><th>Platform</th>"
        "<th>Company name (Chinese)</th><th>Company name (English)</th><th>CE no.</th></tr>"
        "<tr><td>3 Oct 2024</td><td>Example</td><td>示例</td><td>Example Ltd</td><td>zzz 001</td></tr></table></html>"
    )
    (row,) = read_page(pages.VATP, page.encode()).rows
    assert (row.date, row.platform, row.name_zh, row.name_en, row.ce) == (
        "2024-10-03",
        "Example",
        "示例",
        "Example Ltd",
        "ZZZ001",
    )


def test_a_list_of_deemed_applicants_of_its_own_is_told_from_the_applicants() -> None:
    table = "<table><tr><th>Company name</th><th>Date of application</th></tr><tr><td>{}</td><td>03/06/2024</td></tr></table>"
    page = (
        "<h3>List of virtual asset trading platforms deemed to be licensed</h3>"
        + table.format("Example One Limited")
        + "<h3>List of virtual asset trading platform applicants (including deemed applicants)</h3>"
        + table.format("Example Two Limited")
    )
    assert read_page(pages.VATP, page.encode()).counts() == {"deemed": 1, "applicants": 1}


def test_tables_in_a_layout_table_with_plain_heading_rows_are_read_under_their_titles() -> None:
    page = """<html><body><nav><a>List of licensed virtual asset trading platforms</a>
    <a>List of closing-down virtual asset trading platforms</a></nav>
    <table><tr><td><div><button>List of licensed virtual asset trading platforms</button></div>
    <p>Please read the following important information.</p>
    <table><tbody><tr><td><strong>CE reference</strong></td><td colspan="2"><p>Company name of operator</p></td>
    <td>Virtual asset trading platform</td><td>Date of licence</td></tr>
    <tr><td></td><td>English</td><td>Chinese</td><td></td><td></td></tr>
    <tr><td><a href="/corp/ZZZ001/details">ZZZ001</a></td><td><b>Example</b> Digital<br>Limited</td>
    <td>示例有限公司</td><td>EDX</td><td>15/12/2020</td></tr></tbody></table>
    <h4>List of applicants</h4><table><tr><th>Company name (English)</th><th>Platform</th></tr>
    <tr><td>- -</td><td>- -</td></tr></table></td></tr></table><p>Last update:&nbsp;16 Feb 2026</p></body></html>"""
    found = read_page(pages.VATP, page.encode())
    (row,) = found.rows
    assert (found.counts(), found.said_empty) == ({LICENSED: 1, APPLICANTS: 0}, frozenset((APPLICANTS,)))
    assert (row.ce, row.name_en, row.name_zh, row.platform) == (
        "ZZZ001",
        "Example Digital Limited",
        "示例有限公司",
        "EDX",
    )
    assert found.last_update == "2026-02-16"


def test_a_short_list_without_headings_is_read_by_place_and_the_licences_never_are() -> None:
    heading = "<h3>List of closing-down virtual asset trading platforms</h3><table>"
    rows = "<tr><td>Example One Limited</td><td>- -</td><td>OneX</td><td>3 Jun 2024</td></tr>" * 2
    first, _ = read_page(pages.VATP, f"{heading}{rows}</table>".encode()).rows
    assert (first.list, first.name_en, first.platform, first.date) == (
        CLOSING,
        "Example One Limited",
        "OneX",
        "2024-06-03",
    )
    swapped = rows.replace("<td>Example One Limited</td><td>- -</td>", "<td>3 Jun 2024</td><td>Example</td>")
    assert alone_strange(read_page(pages.VATP, f"{heading}{swapped}</table>".encode())) is not None
    licensed = heading.replace("closing-down", "licensed")
    assert alone_strange(read_page(pages.VATP, f"{licensed}{rows}</table>".encode())) is not None


@pytest.mark.parametrize("page", [FORBIDDEN, LOGIN, b"", b"<html></html>", b"\xff\xfe\x00nonsense"])
def test_a_page_without_the_tables_is_an_error_and_no_empty_register(page: bytes) -> None:
    with pytest.raises(FormatError) as caught:
        read(page)
    assert caught.value.key == "no-tables"


def test_the_alert_list_is_read_with_its_kind_and_day() -> None:
    shown = RegisterState(
        pages.ALERTS,
        AT,
        (
            RegisterLine("suspicious", "Example Coin (New)", "", "Suspicious VATP", "", date(2024, 3, 4)),
            RegisterLine("suspicious", "example-trade.test 示例交易所", "", "Suspicious VATP", "", date(2024, 2, 9)),
        ),
    )
    first, second = read_page(ALERTS, pages.alert_page(shown).encode()).rows
    assert (first.name_en, first.date, dict(first.fields)) == (
        "Example Coin",
        "2024-03-04",
        {"type": "Suspicious VATP"},
    )
    assert (second.name_en, second.name_zh, second.key) == ("example-trade.test", "示例交易所", "example trade test")


def test_the_address_in_the_name_cell_of_an_issuer_is_no_part_of_its_name() -> None:
    shown = RegisterState(
        pages.STABLECOIN,
        AT,
        (RegisterLine("issuers", "Example Stablecoin Limited", "示例穩定幣有限公司", "", "FRS99", date(2026, 4, 10)),),
        date(2026, 4, 10),
    )
    (row,) = read_page(STABLECOIN, pages.issuers_page(shown).encode()).rows
    assert (row.key, row.name_en, row.name_zh, row.date) == (
        "FRS99",
        "Example Stablecoin Limited",
        "示例穩定幣有限公司",
        "2026-04-10",
    )


def test_a_register_that_says_in_words_that_nobody_is_on_it_is_empty() -> None:
    page = b"<html><body><h1>Register</h1><p>There is no licensed stablecoin issuer at present.</p></body></html>"
    found = read_page(STABLECOIN, page)
    assert (found.lists, found.rows, found.said_empty) == (("issuers",), (), frozenset(("issuers",)))


@pytest.mark.parametrize(
    "words",
    [
        "There are currently no licensees.",
        "There are no licensed stablecoin issuers.",
        "No stablecoin issuer is licensed at present.",
        "No licence has been granted yet.",
        "目前並無持牌穩定幣發行人。",
        "现时没有持牌发行人。",
    ],
)
def test_a_whole_sentence_that_nobody_is_licensed_empties_the_register(words: str) -> None:
    assert read_page(STABLECOIN, f"<html><body><h1>Register</h1><p>{words}</p></body></html>".encode()).rows == ()


@pytest.mark.parametrize(
    "words",
    [
        "There are currently no licensees whose licence is suspended.",
        "There are no licensed stablecoin issuers under investigation.",
        "There are currently no licensees <a>whose licence is suspended</a>.",
        "There are no licence fees for this register.",
        "No licensed issuer is suspended at present.",
        "If there are no licensees, the register says so.",
        "Check whether there are no licensees.",
        "There are no licensees, other than those listed below.",
        "目前沒有持牌人被暫時吊銷牌照。",
        "There are currently no licensees",
    ],
)
def test_a_sentence_about_some_licensees_does_not_empty_the_register(words: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_page(STABLECOIN, f"<html><body><h1>Register</h1><p>{words}</p></body></html>".encode())
    assert caught.value.key == "no-tables"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15/12/2020", "2020-12-15"),
        ("4 Mar 2024", "2024-03-04"),
        ("18 December 2024", "2024-12-18"),
        ("2024年6月3日", "2024-06-03"),
        ("31/02/2024", "31/02/2024"),
        ("to be confirmed", "to be confirmed"),
    ],
)
def test_a_day_is_read_in_every_form_the_registers_use(text: str, day: str) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize("text", ["Last update: 19 Feb 2025", "Last updated on 19/02/2025", "最後更新：2025年2月19日"])
def test_the_page_says_when_it_was_last_updated(text: str) -> None:
    assert last_update(f"Some words. {text} Contact us") == "2025-02-19"


def test_a_page_of_the_next_day_is_compared_with_its_moves_names_and_removal() -> None:
    next_day = pages.edited(
        state(),
        AT + timedelta(days=1),
        add=[RegisterLine("applicants", "Sample New Limited", "", "New.example")],
        remove=["Sample Five Limited"],
        change={
            "Sample One Limited": {"list": "licensed", "ce": "ZZZ010", "deemed": False, "day": date(2025, 2, 20)},
            "Example Beta Limited": {"name_en": "Example Bravo Limited"},
            "Example Gamma Limited": {"list": "closing-down", "ce": ""},
        },
    )
    found = compare(read(vatp()), read(vatp(next_day)))
    assert found.quarantine is None
    assert {(change.kind, change.row.name_en, change.from_list) for change in found.changes} == {
        (ChangeKind.MOVED, "Sample One Limited", APPLICANTS),
        (ChangeKind.RENAMED, "Example Bravo Limited", ""),
        (ChangeKind.MOVED, "Example Gamma Limited", LICENSED),
        (ChangeKind.ADDED, "Sample New Limited", ""),
        (ChangeKind.REMOVED, "Sample Five Limited", ""),
    }


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda page: page.replace("CE reference", "Reference"), "lost-column"),
        (lambda page: page.replace("<th>English</th>", "<th>E</th>").replace("Company name", "Operator"), "no-names"),
        (lambda page: re.sub(r"<tbody>.*?</tbody>", "<tbody></tbody>", page, count=1), "empty-table"),
        (lambda page: re.sub(r"<table>.*?</table>", "", page, count=1), "lost-table"),
        (lambda page: page[: len(page) // 2], "cut-short"),
        (lambda page: re.sub(r"<p>Last update.*?</p>", "", page), "cut-short"),
        (lambda page: re.sub(r"<tr><td><a.*?</tr>", "", page, count=3), "rows-gone"),
        (lambda page: page.replace("<td>Alpha Exchange</td>", ""), "broken-rows"),
    ],
)
def test_a_page_that_changed_its_shape_is_held_and_says_how(change: object, reason: str) -> None:
    assert callable(change)
    held = compare(read(vatp()), read(change(vatp().decode()).encode()))
    assert held.changes == ()
    assert held.quarantine is not None
    assert held.quarantine.reason == reason


# --- pages at random


def _drop_rows(page: str, chance: random.Random) -> str:
    rows = re.findall(r"<tr><td>.*?</tr>", page)
    for row in chance.sample(rows, chance.randint(1, len(rows))):
        page = page.replace(row, "", 1)
    return page


def _rename_column(page: str, chance: random.Random) -> str:
    header = chance.choice(re.findall(r"<th[^>]*>([^<]+)</th>", page))
    return page.replace(f">{header}<", f">{chance.choice(('Details', 'Item', 'No.', 'Remarks', ''))}<")


def _empty_table(page: str, chance: random.Random) -> str:
    bodies = re.findall(r"<tbody>.*?</tbody>", page)
    inside = chance.choice(("", "<tr><td colspan='9'>- -</td></tr>", "<tr></tr>", "<tr><td></td></tr>"))
    for body in chance.sample(bodies, chance.randint(1, len(bodies))):
        page = page.replace(body, f"<tbody>{inside}</tbody>")
    return page


def _drop_table(page: str, chance: random.Random) -> str:
    found = re.findall(r"<table>.*?</table>", page)
    for table in chance.sample(found, chance.randint(1, len(found))):
        page = page.replace(table, "", 1)
    return page


def _cut(page: str, chance: random.Random) -> str:
    return page[: chance.randrange(len(page))]


def _swap_headings(page: str, chance: random.Random) -> str:
    one, other = chance.sample(re.findall(r"<h3>([^<]+)</h3>", page), 2)
    return page.replace(one, "\0").replace(other, one).replace("\0", other)


def _drop_cells(page: str, chance: random.Random) -> str:
    cells = re.findall(r"<td>[^<]*</td>", page)
    for cell in chance.sample(cells, chance.randint(1, 5)):
        page = page.replace(cell, "", 1)
    return page


def _drop_tags(page: str, chance: random.Random) -> str:
    for tag in chance.sample(("</tr>", "</td>", "<tr>", "</table>", "<tbody>", "</thead>", "</h3>"), 2):
        page = page.replace(tag, "", chance.randint(1, 6))
    return page


def _other_page(page: str, chance: random.Random) -> str:
    del page
    return chance.choice((FORBIDDEN, LOGIN, b"", b"<html><body>Please wait</body></html>")).decode()


MUTATIONS = (
    *(_drop_rows, _rename_column, _empty_table, _drop_table, _cut),
    *(_swap_headings, _drop_cells, _drop_tags, _other_page),
)


def _removals(count: int, seed: int) -> list[tuple[int, RegisterChange]]:
    """What is told of removals while `count` broken pages come, each followed by the whole page ten minutes later."""
    chance = random.Random(seed)
    whole = vatp()
    told: list[tuple[int, RegisterChange]] = []
    belief, now = observe(Belief(), read(whole), AT).belief, AT
    for number in range(count):
        page = whole.decode()
        for mutate in chance.sample(MUTATIONS, chance.choice((1, 1, 1, 2))):
            with contextlib.suppress(ValueError, IndexError):  # the first may have left the second nothing to break
                page = mutate(page, chance)
        for body in (page.encode(), whole):
            now += timedelta(minutes=chance.choice((10, 60, 240)))
            try:
                reading = read(body)
            except FormatError as error:
                found = observe(belief, Quarantine(error.key, error.detail), now)
            else:
                found = observe(belief, reading, now)
            belief = found.belief
            told += [(number, one) for one in found.told if one.kind is ChangeKind.REMOVED or _is_revocation(one)]
    assert belief.known is not None
    assert len(belief.known.rows) == len(lines())
    return told


def _is_revocation(change: RegisterChange) -> bool:
    return change.leaves_licensed


def test_no_broken_page_ever_leads_to_a_removal_that_is_told() -> None:
    assert _removals(500, seed=1) == []


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_no_broken_page_of_ten_thousand_leads_to_a_removal_that_is_told() -> None:
    assert _removals(10_000, seed=2) == []

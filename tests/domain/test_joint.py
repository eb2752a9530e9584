# SPDX-License-Identifier: MIT
"""Which releases of two bodies are one announcement."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import ItemId
from hkwatch.domain.joint import Issued, candidates, is_template, title_key

FOLDER = Folder({"證": "证", "監": "监", "會": "会", "發": "发", "銀": "银", "與": "与", "聯": "联"})
AT = datetime(2026, 1, 29, 8, 30, tzinfo=UTC)
KEY = "jointcircularoncustodyofvirtualassets"


def issued(item: int, publisher: str, hours: float = 0, key: str = KEY) -> Issued:
    return Issued(ItemId(item), publisher, key, AT + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SFC and HKMA issue a joint circular", "SFC  and HKMA issue a Joint Circular\r\n"),
        ("Regulators’ statement on custody – update", "Regulators' statement on custody - update"),
        ("證監會與金管局聯合發表通函及指引", "证监会与金管局聯合发表通函及指引"),
        ("Joint press release: Statement on stablecoins", "Statement on stablecoins"),
    ],
)
def test_titles_that_differ_in_signs_only_have_one_key(one: str, other: str) -> None:
    assert title_key(one, FOLDER) == title_key(other, FOLDER) != ""


def test_titles_that_differ_in_a_word_or_a_number_have_not() -> None:
    titles = ("Results of the tender held on 3 March", "Results of the tender held on 4 March")
    assert title_key(titles[0], FOLDER) != title_key(titles[1], FOLDER)


@pytest.mark.parametrize("title", ["Appointment", "Press release", "委任", "!?", ""])
def test_a_title_too_short_to_name_one_announcement_has_no_key(title: str) -> None:
    assert title_key(title, FOLDER) == ""


def test_two_bodies_within_two_days_are_a_pair_whichever_is_new() -> None:
    sfc, hkma = issued(1, "sfc"), issued(2, "hkma", -16.5)
    assert candidates([sfc], [sfc, hkma]) == [(sfc, hkma)]
    assert candidates([hkma], [sfc, hkma]) == [(hkma, sfc)]
    assert len(candidates([sfc, hkma], [sfc, hkma])) == 1


def test_one_body_alone_three_days_apart_or_another_title_are_none() -> None:
    one = issued(1, "sfc")
    others = [issued(2, "sfc"), issued(3, "hkma", 49), issued(4, "hkma", 0, "anothertitlealtogether")]
    assert candidates([one], [one, *others]) == []
    nameless = issued(5, "sfc", key="")
    assert candidates([nameless], [nameless, issued(6, "hkma", key="")]) == []


def test_a_title_used_twice_by_one_body_within_two_months_is_a_template() -> None:
    sfc, hkma = issued(1, "sfc"), issued(2, "hkma")
    assert not is_template(sfc, [sfc, hkma])
    assert is_template(sfc, [hkma, issued(3, "hkma", 24 * 30)])
    assert is_template(sfc, [hkma, issued(3, "sfc", -24 * 59)])
    assert not is_template(sfc, [hkma, issued(3, "hkma", 24 * 61)])
    assert not is_template(sfc, [hkma, issued(3, "hkma", 24, "another")])


@given(st.text(max_size=200))
def test_a_key_of_a_key_is_the_key(title: str) -> None:
    key = title_key(title, FOLDER)
    assert title_key(key, FOLDER) in (key, "")

# SPDX-License-Identifier: MIT
"""Deadlines in running text: which sentences state one, and which only look like it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.deadline import DeadlineKind
from hkwatch.domain.deadline_text import FARTHEST, YEARLESS, find_deadline

OUT = date(2025, 11, 24)
JAN_19 = date(2026, 1, 19)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Interested parties may send their comments by 19 January 2026.",
        "Views are welcome on or before 19 January 2026.",
        "Written submissions should reach us no later than 5:00 p.m. on 19 January 2026.",
        "Submissions must be lodged not later than Monday, 19 January 2026.",
        "Comments are invited until 19 January 2026.",
        "The public may comment on the proposals up to and including 19 January 2026.",
        "By January 19, 2026, market participants may give their views in writing.",
        "The two-month consultation will end on 19 January 2026.",
        "The consultation closes on 19th January 2026.",
        "Deadline for submissions: 19 January 2026",
        "The consultation runs from 1 December 2025 to 19 January 2026.",
        "The consultation on custody runs from Monday, 1 December to 19 January 2026",
        "Consultation period: 1 December 2025 to 19 January 2026",
        "Consultation period: 24 November 2025 (today) to 19 January 2026",
        "The public may give their views from today to 19 January 2026.",
        "A two-month public consultation will be held from now to 19 January 2026.",
        "The SFC launched a consultation from today to 19 January 2026.",
        "Comments must be received by 19 January 2026.",
        "Firms that received this letter must submit comments by 19 January 2026.",
        "Please return the form with your comments by 19 January 2026.",
        "The closing date for comments is 19 January 2026.",
        "Comments on the paper issued in May may be sent by 19 Jan 2026.",
        "Comments may be sent by the close of business on 19 January 2026.",
        "Comments are welcome before 20 January 2026.",
        "The committee reports in March. Please submit your views by 19 January.",
        "公眾可於2026年1月19日或之前提交意見。",
        "截止日期為2026年1月19日，歡迎各界提出意見。",
        "諮詢期至二零二六年一月十九日止。",
        "市民可在一月十九日（星期一）或之前以書面發表意見。",
        "有关人士须于2026年1月19日或以前递交书面回应。",
        "提交意见的截止日期为2026年1月19日。",
        "諮詢將於2026年1月19日結束。",
        "意見書須於1月20日前送達本會。",
        "當局展開兩個月諮詢至明年1月19日，建議實施日期會在通過後兩年生效。",
        "公眾諮詢為期八星期，1月19日結束，預計新規則最快年中生效。",
    ],
)
def test_a_sentence_that_asks_for_something_by_a_day_states_a_deadline(text: str) -> None:
    found = find_deadline(text, OUT)
    assert found is not None, text
    assert (found.day, found.kind) == (JAN_19, DeadlineKind.COMMENTS)


def test_a_day_of_next_month_is_counted_from_the_publication() -> None:
    for text, day in (("諮詢期至下月2日。", date(2025, 12, 2)), ("諮詢將於本月28日結束。", date(2025, 11, 28))):
        found = find_deadline(text, OUT)
        assert found is not None
        assert found.day == day
    assert find_deadline("諮詢期至下月31日。", date(2025, 10, 30)) is None


@pytest.mark.parametrize(
    "text",
    [
        "The conclusions will be published on or before 19 January 2026.",
        "The rules take effect by 19 January 2026.",
        "Having considered the comments received, the SFC aims to publish its conclusions by 19 January 2026.",
        "By 19 January 2026 the Government will issue its report on the views received.",
        "Licensed corporations must file their returns by 19 January 2026.",
        "The paper was published on 19 January 2026 and comments are welcome.",
        "The forum runs from 10 January 2026 to 19 January 2026 and takes comments.",
        "We received 120 submissions by 19 January 2025.",
        "The SFC has received 45 submissions by 19 January 2026.",
        "The SFC has received more than 45 written comments on the paper by 19 January 2026.",
        "The firm must return client assets by 19 January 2026, the SFC said in response to comments.",
        "The firm must return client assets by 19 January 2026, said the SFC, and invited comments.",
        "The consultation proposes a transition period from 1 December 2025 to 19 January 2026.",
        "The exhibition runs from today to 19 January 2026.",
        "The exhibition runs from today to 19 January 2026 and the consultation goes on.",
        "Comments may be sent by 31 February 2026.",
        "Comments may be sent by 19 January 2031.",
        "The platform had 19 comments in May 2026.",
        "證監會將於2026年1月19日或之前公布諮詢總結。",
        "新規定於2026年1月19日前生效，歡迎提出意見。",
        "持牌法團須於2026年1月19日或之前提交財務申報表。",
        "本會於2026年1月19日收到意見。",
        "截至1月19日，本會已批出三百宗申請，並收到多份意見。",
        "諮詢在去年1月19日結束，本會收到27份意見。",
        "未提交申請的公司須在1月19日或之前結束在本港的業務。",
        "律政司的意見已收到，案件押後至1月19日再訊。",
        "臨時申請中心將運作至1月19日。",
        "她獲委任為諮詢委員會主席，任期直至明年1月19日。",
        "The platform said it would withdraw its application and cease trading by 19 January 2026.",
        # Published on the 24th: two days ago, not in a year.
        "Firms that had sent their comments by 22 November are listed.",
        "",
    ],
)
def test_a_day_on_which_something_else_happens_is_no_deadline(text: str) -> None:
    assert find_deadline(text, OUT) is None


@pytest.mark.parametrize(
    "text",
    [
        "Applications for the sandbox must be submitted on or before 19 January 2026.",
        "Firms may apply by 19 January 2026.",
        "有意者須於2026年1月19日或之前遞交申請。",
    ],
)
def test_applications_are_a_kind_of_their_own(text: str) -> None:
    found = find_deadline(text, OUT)
    assert found is not None
    assert (found.day, found.kind) == (JAN_19, DeadlineKind.APPLICATIONS)


@pytest.mark.parametrize(
    "text",
    [
        "The deadline for comments is extended from 19 January 2026 to 2 February 2026.",
        "The SFC has extended the period for submissions, which was to end on 19 January 2026, to 2 February 2026.",
        "提交意見的限期由2026年1月19日延長至2026年2月2日。",
        "提交意见的期限由1月19日延至2月2日。",
        "諮詢期由2026年1月19日押後至2026年2月2日結束。",
    ],
)
def test_an_extension_names_the_new_day_and_the_former_one(text: str) -> None:
    found = find_deadline(text, OUT)
    assert found is not None
    assert (found.day, found.extends, found.extended_from) == (date(2026, 2, 2), True, JAN_19)


def test_a_period_from_the_day_of_publication_ends_on_its_last_day() -> None:
    found = find_deadline("The Government will consult the public from today to 28 February 2026.", OUT)
    assert found is not None
    assert (found.day, found.kind, found.extends) == (date(2026, 2, 28), DeadlineKind.COMMENTS, False)


def test_comments_go_before_applications_and_the_first_day_to_pass_before_later_ones() -> None:
    text = "Firms may apply by 5 January 2026. Comments on part B are due by 2 March 2026. Send comments on A by 19 January 2026."
    found = find_deadline(text, OUT)
    assert found is not None
    assert found.day == JAN_19
    assert text[found.start : found.end] == "19 January 2026"


@given(out=st.dates(date(2001, 1, 1), date(2095, 1, 1)), after=st.integers(0, FARTHEST.days))
def test_every_day_is_read_back_in_every_way_it_is_written(out: date, after: int) -> None:
    day = out + timedelta(days=after)
    month = MONTHS[day.month - 1]
    written = [
        f"Comments may be sent by {day.day} {month} {day.year}.",
        f"Comments may be sent by {month[:3]} {day.day}, {day.year}.",
        f"公眾可於{day.year}年{day.month}月{day.day}日或之前提交意見。",
    ]
    for text in written:
        found = find_deadline(text, out)
        assert found is not None, text
        assert found.day == day


@given(out=st.dates(date(2001, 1, 1), date(2095, 1, 1)), after=st.integers(0, YEARLESS.days))
def test_a_day_without_a_year_is_the_next_one_of_that_name(out: date, after: int) -> None:
    day = out + timedelta(days=after)
    found = find_deadline(f"Comments may be sent by {day.day} {MONTHS[day.month - 1]}.", out)
    assert found is not None
    assert (found.day.month, found.day.day) == (day.month, day.day)
    assert out <= found.day <= day


@given(st.text(alphabet=st.sampled_from("by 19 January 2026 comments 於年月日或之前意見至十.。\n"), max_size=80))
def test_no_text_makes_it_fail_and_no_deadline_lies_before_publication(text: str) -> None:
    found = find_deadline(text, OUT)
    assert found is None or OUT <= found.day <= OUT + FARTHEST

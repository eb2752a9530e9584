# SPDX-License-Identifier: MIT
"""Deadlines recognised in running text, English and Chinese: the last day for comments, views, submissions, applications.

    text ─► sentences ─► a day with words that end a span ("by", 或之前) ─► does the sentence speak of handing something in,
    and is that what happens by the day, and not publishing or taking effect? ─► FoundDeadline

A day without a year is the next one of that name from the publication on, unless that is more than `YEARLESS` away: then
the last one was meant. What lies before the publication, or more than `FARTHEST` after it, is no deadline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hkwatch.domain.deadline import DeadlineKind

FARTHEST = timedelta(days=400)
"""Nobody takes comments for longer than this."""
YEARLESS = timedelta(days=270)
"""Who names a day farther off names its year."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_EN_DAY = re.compile(
    r"\b(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?: of)? "
    + _MONTH.format("m1")
    + r"(?:,? (?P<y1>20\d\d))?\b|\b"
    + _MONTH.format("m2")
    + r" (?P<d2>\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<y2>20\d\d)\b)?",
    re.IGNORECASE,
)
_TIME = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\.?|p\.?m\.?)|\d{1,2}[:.]\d\d|(?:12 )?(?:noon|midnight)|(?:the )?close of business"
    r"|(?:the )?end of)(?: \(?(?:hong kong time|hkt)\)?)?,? ?(?:on |of )?)?"
)
_WEEKDAY = r"(?:\(?(?:mon|tues|wednes|thurs|fri|satur|sun)day\)?,? )?(?:the )?"
_EN_LEAD = re.compile(
    r"(?P<lead>\bby|\bon or before|\b(?:no|not) later than|\bbefore|\b(?:un)?till?|\bup to(?: and including)?"
    r"|\b(?:clos|end)(?:e?s|ing|e)?(?: on| at)?|\b(?:deadline|closing date)\b[^.;]{0,80}?(?:\bis|\bof|\bto|\bon|:)|\bto) ?"
    + _TIME
    + _WEEKDAY
    + r"$",
    re.IGNORECASE,
)
_EN_EXTENDS = re.compile(r"\bexten(?:d|sion)", re.IGNORECASE)
_EN_COMMENTS = re.compile(
    r"\b(?:comments?|commenting|submissions?|views?|feedback|respon(?:ses?|d|dents?)|representations?|opinions?|suggestions?)\b",
    re.IGNORECASE,
)
_EN_APPLICATIONS = re.compile(
    r"\b(?:applications?|apply|applicants?|proposals?|expressions? of interest)\b", re.IGNORECASE
)
_EN_PERIOD = re.compile(r"\bconsultation\b", re.IGNORECASE)
_EN_ASKS = re.compile(r"\bconsult(?:ations?)?\b", re.IGNORECASE)
_EN_HAND_IN = (
    r"comment|submi|view|feedback|respon|representation|opinion|suggestion|appl(?:y|ication)|proposal|send|sent|lodge|reach"
    r"|reply|replies|return|forward|e-?mail|deadline|closing date|consultation|consult\b|invite"
)
_EN_DO_ELSE = (
    r"publish|issue[sd]?\b|issuing|take effect|took effect|effective|implement|commenc|complet|come into|came into|in force"
    r"|gazett|conclu|announc|launch|introduc|finalis|report(?:s|ing)? (?:back|on)|compl(?:y|iance)|expire|amend|enact|settle"
    r"|ceas|stop|withdr|terminat|wind|exit|close (?:its|their|down)"
)
_EN_VERB = re.compile(rf"\b(?:(?P<hand>{_EN_HAND_IN})|(?P<other>{_EN_DO_ELSE}))", re.IGNORECASE)
_EN_TODAY = re.compile(r"\bfrom (?:today|now(?: on)?)(?: \([^)]{0,40}\))?,? ?$", re.IGNORECASE)
_EN_FROM = re.compile(rf"(?:\bfrom|\bperiod(?: is| runs)?:?) ?{_WEEKDAY}$", re.IGNORECASE)
_EN_UP_TO = re.compile(r"[ ,]*(?:\([^)]{0,40}\))?[ ,]*")
_EN_OTHER_SPAN = re.compile(
    r"\b(?:propos(?:es?|ed|ing)|transition|grace|trial|pilot|receiv|cover|suspen|record|exhibition|relat)",
    re.IGNORECASE,
)
"""What spans days too where a consultation is only mentioned."""
_EN_ANSWER_TO = re.compile(
    r"\bin (?:response|reply) to (?:\w+ ){0,3}?(?:comments?|submissions?|views?|feedback|representations?|questions?)\b",
    re.IGNORECASE,
)
_EN_GIVE_BACK = re.compile(
    r"\breturn(?:s|ed|ing)? (?:[\w'’]+ ){0,4}?(?:assets?|funds?|mon(?:ey|eys|ies)|deposits?|property|securities|holdings?)\b",
    re.IGNORECASE,
)
_EN_CAME_IN = re.compile(
    r"\breceived (?:(?!must|should|may|can|shall)[\w,]+ ){0,5}?"
    r"(?:submissions?|comments?|views?|responses?|replies|applications?|representations?|feedback"
    r"|proposals?|opinions?)\b(?![^,;]*\b(?:must|should|may|can|shall)\b)[^,;]*$",
    re.IGNORECASE,
)
_EN_STOP = re.compile(r"(?<![ap]\.m)(?<!\bno)(?<!\b[A-Z])[.!?;](?=\s|$)|\n", re.IGNORECASE)

_ZH_NUMBER = "0-9〇○零一二三四五六七八九十"
_ZH_DAY = re.compile(
    rf"(?:(?:(?:(?P<year>[{_ZH_NUMBER}]{{4}})|(?P<next>明)) ?年 ?)?(?P<month>[{_ZH_NUMBER}]{{1,3}}) ?月"
    rf"|(?P<near>[下本])[個个]?月) ?(?P<day>[{_ZH_NUMBER}]{{1,3}}) ?日"
    r"(?: ?[（(](?:星期|週|周|礼拜|禮拜)[一二三四五六日天][）)])?"
)
_ZH_LEAD = re.compile(
    r"(?:截止(?:日期|日|時間|时间)?(?:為|为|是|定於|定于|訂於|订于|：|:)?|[延押][長长後后期]?(?:期限)?至"
    r"|直?(?<!截)至)(?:[今本]年)? ?$"
)
_ZH_TAIL = re.compile(
    r" ?(?:[上下]午[^，。；]{0,8}|中午[^，。；]{0,4}|(?:辦公時間|办公时间)(?:結束|结束))?"
    r"(?P<tail>或(?:該日|该日)?(?:之前|以前|前)|(?:之|以)?前|(?:為|为)?止|截止|結束|结束|屆滿|届满)"
)
_ZH_EXTENDS = re.compile(r"延[長长期後后]|延至|押後|押后|展期")
_ZH_COMMENTS = re.compile(r"意見|意见|回應|回应|諮詢(?!委員)|咨询(?!委员)|回覆|回复|陳述|陈述")
_ZH_APPLICATIONS = re.compile(r"申請|申请|建議書|建议书|意向書|意向书")
_ZH_VERB = re.compile(
    r"(?P<other>生效|實施|实施|發布|发布|發佈|公布|公佈|刊登|刊憲|刊宪|發表(?!意見)|发表(?!意见)|推出|完成|落實|落实|施行|公告|停止|終止|终止|結束|结束"
    r"|已經|已经)"
    r"|(?P<hand>意見|意见|提交|遞交|递交|申請|申请|回應|回应|諮詢|咨询|回覆|回复|提出|送達|送达|截止|發表|发表)"
)
_ZH_LIMIT = re.compile(r"限期|期限|截止")
_ZH_PUT_OFF = re.compile(r"限期|期限|截止|諮詢|咨询")
_ZH_COURT = re.compile(r"再訊|再讯|提訊|提讯|聆訊|聆讯|候審|候审")
_ZH_LAST_YEAR = re.compile(r"(?:去年|前年|上年) ?$")
_ZH_STOP = re.compile(r"[。！？；\n]")
_HAN = re.compile("[\u4e00-\u9fff]")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """A deadline stated in a text. `extended_from` is the former day, None where the text names none.

    `extends` says that the text puts a former day off; `start` and `end` are where the day stands.
    """

    day: date
    kind: DeadlineKind
    start: int
    end: int
    extends: bool = False
    extended_from: date | None = None


def find_deadline(text: str, published: date) -> FoundDeadline | None:
    """The deadline a text states, None without one. `published` is the Hong Kong day it came out.

    An extension goes before everything, with its later day; comments go before applications; of several days the first
    to pass counts.
    """
    return min(_all(text, published), key=_rank, default=None)


def _rank(one: FoundDeadline) -> tuple[bool, bool, int]:
    day = one.day.toordinal()
    return not one.extends, one.kind is not DeadlineKind.COMMENTS, -day if one.extends else day


def _all(text: str, published: date) -> Iterator[FoundDeadline]:
    plain = text.replace("\u00a0", " ")
    if _EN_DAY.search(plain):
        for start, end in _sentences(plain, _EN_STOP):
            yield from _english(plain, start, end, published)
    if _HAN.search(plain):
        for start, end in _sentences(plain, _ZH_STOP):
            yield from _chinese(plain, start, end, published)


def _sentences(text: str, stop: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in stop.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def _english(text: str, start: int, end: int, published: date) -> Iterator[FoundDeadline]:
    sentence = text[start:end]
    days = [(one, day) for one in _EN_DAY.finditer(sentence) if (day := _english_day(one, published)) is not None]
    if not days:
        return
    extends = _EN_EXTENDS.search(sentence) is not None
    for one, day in days:
        lead = _EN_LEAD.search(sentence[: one.start()])
        if lead is None or not _speaks_english(sentence, lead, one, extends=extends):
            continue
        comments = _EN_COMMENTS.search(sentence) or _EN_ASKS.search(sentence)
        kind = DeadlineKind.COMMENTS if comments else DeadlineKind.APPLICATIONS
        last = day - timedelta(days=1) if lead["lead"].lower() == "before" else day
        if published <= last <= published + FARTHEST:
            before = [other for _, other in days if other < last]
            former = max(before, default=None) if extends else None
            yield FoundDeadline(last, kind, start + one.start(), start + one.end(), extends, former)


def _speaks_english(sentence: str, lead: re.Match[str], day: re.Match[str], *, extends: bool) -> bool:
    word = lead["lead"].lower()
    if word == "to" and not extends:
        return _is_period_english(sentence, lead)
    said = sentence[: lead.start()]
    if _EN_CAME_IN.search(said) or _EN_GIVE_BACK.search(said):
        return False
    # "The consultation ends on" needs no word for comments; "by" does.
    ends = word.startswith(("clos", "end", "until", "till", "deadline", "to", "up"))
    asked = _EN_ANSWER_TO.sub("", sentence)
    speaks = _EN_COMMENTS.search(asked) or _EN_APPLICATIONS.search(asked)
    if not speaks and not (ends and _EN_PERIOD.search(sentence)):
        return False
    if word.startswith(("deadline", "closing date")):
        return True
    before = list(_EN_VERB.finditer(sentence, 0, lead.start()))
    if before:
        return before[-1].lastgroup == "hand"
    after = _EN_VERB.search(sentence, day.end())
    return after is not None and after.lastgroup == "hand"


def _is_period_english(sentence: str, lead: re.Match[str]) -> bool:
    """Whether `to` ends a span of days in which the public is asked: "from today to", "period: 1 December to"."""
    said = sentence[: lead.start()]
    start = _EN_TODAY.search(said)
    if start is None:
        first = next((one for one in _EN_DAY.finditer(said) if _EN_UP_TO.fullmatch(said, one.end())), None)
        start = _EN_FROM.search(said[: first.start()]) if first is not None else None
    if start is None:
        return False
    said = said[: start.end()]
    verbs = list(_EN_VERB.finditer(said))
    if not verbs or verbs[-1].lastgroup != "hand" or _EN_OTHER_SPAN.search(said):
        return False
    return (_EN_COMMENTS.search(said) or _EN_ASKS.search(said)) is not None


def _english_day(found: re.Match[str], published: date) -> date | None:
    number, month, year = (found[f"{name}1"] or found[f"{name}2"] for name in "dmy")
    return _day(int(year) if year else None, _MONTHS.index(month[:3].lower()) + 1, int(number), published)


def _chinese(text: str, start: int, end: int, published: date) -> Iterator[FoundDeadline]:
    sentence = text[start:end]
    days = [(one, day) for one in _ZH_DAY.finditer(sentence) if (day := _chinese_day(one, published)) is not None]
    comments, applications = _ZH_COMMENTS.search(sentence), _ZH_APPLICATIONS.search(sentence)
    if not days or not (comments or applications) or _ZH_COURT.search(sentence):
        return
    extends = _ZH_EXTENDS.search(sentence) is not None
    kind = DeadlineKind.COMMENTS if comments else DeadlineKind.APPLICATIONS
    for one, day in days:
        lead, tail = _ZH_LEAD.search(sentence[: one.start()]), _ZH_TAIL.match(sentence, one.end())
        if (lead is None and tail is None) or _ZH_LAST_YEAR.search(sentence[: one.start()]):
            continue
        if tail is None and not comments and not _ZH_LIMIT.search(sentence):
            # A counter is open until a day, a case is put off to one: neither takes applications by it.
            continue
        if lead is not None and lead[0].startswith(("延", "押")) and not _ZH_PUT_OFF.search(sentence):
            continue
        if lead is not None and lead[0].startswith(("截止", "延", "押")):
            is_meant = True
        else:
            after = _ZH_VERB.search(sentence, tail.end() if tail is not None else one.end())
            before = list(_ZH_VERB.finditer(sentence, 0, one.start()))[-1:]
            # What ends on a day stands before it, what is done by a day behind it.
            ends = tail is None or not tail["tail"].endswith("前")
            nearest = [*before, after] if ends else [after, *before]
            verb = next((found for found in nearest if found is not None), None)
            is_meant = verb is not None and verb.lastgroup == "hand"
        exclusive = tail is not None and lead is None and tail["tail"] in ("前", "之前", "以前")
        last = day - timedelta(days=1) if exclusive else day
        if is_meant and published <= last <= published + FARTHEST:
            former = max((other for _, other in days if other < last), default=None) if extends else None
            yield FoundDeadline(last, kind, start + one.start(), start + one.end(), extends, former)


def _chinese_day(found: re.Match[str], published: date) -> date | None:
    year = found["year"]
    digits = "".join(str(_DIGITS.get(sign, sign)) for sign in year) if year else ""
    day = _chinese_number(found["day"])
    if found["near"]:
        # 下月 is the month after the publication's, 本月 that one.
        at = published.replace(day=1) + timedelta(days=31 if found["near"] == "下" else 0)
        return None if day is None else _day(at.year, at.month, day, published)
    month = _chinese_number(found["month"])
    if (digits and not digits.isdecimal()) or month is None or day is None:
        return None
    year_said = int(digits) if digits else published.year + 1 if found["next"] else None
    return _day(year_said, month, day, published)


def _chinese_number(written: str) -> int | None:
    """`19` and 十九 alike; None for what is no number up to 31."""
    if written.isascii():
        return int(written)
    if any(sign.isascii() for sign in written):
        return None
    tens, ten, units = written.rpartition("十")
    if not ten:
        return _DIGITS[units] if len(units) == 1 else None
    if len(tens) > 1 or len(units) > 1:
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[units] if units else 0)


def _day(year: int | None, month: int, number: int, published: date) -> date | None:
    """The day, None where the calendar has none; without a year the next one from the publication on."""
    for one in (year,) if year else range(published.year, published.year + 9):
        try:
            day = date(one, month, number)
        except ValueError:
            continue
        if year:
            return day
        if day >= published:
            return day if day - published <= YEARLESS else None
    return None

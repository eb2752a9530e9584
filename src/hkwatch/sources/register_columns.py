# SPDX-License-Identifier: MIT
"""What the columns, headings and dates of a register mean, in English and Chinese, whatever their order."""

import re
import unicodedata
from datetime import date

from hkwatch.domain.register import APPLICANTS, CLOSING, DEEMED, LICENSED, RETURNED

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-]+([A-Za-z]{3,9})\.?,?[\s\-]+(\d{4})")
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_UPDATED = re.compile(
    r"(?:last\s+(?:update[d]?|review(?:ed)?|revision)(?:\s+date)?|最後(?:更新|修訂)(?:日期)?|最后(?:更新|修订)(?:日期)?"
    r"|更新日期|修訂日期|修订日期)(?:\s+on)?\s*[:：]?\s*"
    r"(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}(?:st|nd|rd|th)?[\s\-]+[A-Za-z]{3,9}\.?,?[\s\-]+\d{4})",
    re.IGNORECASE,
)

CE = ("ce reference", "ce ref", "ce no", "ce number", "central entity", "中央編號", "中央编号")
LICENCE_NUMBER = (
    "licence number",
    "license number",
    "licence no",
    "license no",
    "牌照編號",
    "牌照编号",
    "牌照號碼",
    "牌照号码",
)
_ENGLISH = ("english", "英文")
_IN_CHINESE = ("chinese", "中文")
_NAME = (
    *(
        "company name",
        "name of company",
        "name of licensee",
        "licensee",
        "name of the licen",
        "corporation",
        "name of entity",
    ),
    *("公司名稱", "公司名称", "持牌人", "機構名稱", "机构名称", "營運者名稱", "营运者名称", "實體名稱", "实体名称"),
)
_PLATFORM = (
    *("virtual asset trading platform", "trading platform", "name of platform", "platform"),
    *("虛擬資產交易平台", "虚拟资产交易平台", "平台名稱", "平台名称", "交易平台"),
)
_DATE = ("date", "日期", "deadline", "限期", "last day", "by when")
_FIRST_DATES = (
    *("date of licence", "date of license", "effective date", "licence date", "add date", "date added"),
    *(
        "發牌日期",
        "发牌日期",
        "獲發牌",
        "获发牌",
        "生效日期",
        "加入日期",
        "新增日期",
        "date of application",
        "申請日期",
        "申请日期",
    ),
)
_LIST_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        CLOSING,
        (
            *("closing-down", "closing down", "cease to operate", "wind down", "winding down", "winding-down"),
            *("結束營業", "结束营业", "正在結束", "正在结束", "結業", "结业", "結束業務", "结束业务"),
        ),
    ),
    (
        RETURNED,
        (
            *("returned", "refused", "withdrawn", "rejected"),
            *("退回", "拒絕", "拒绝", "撤回", "被拒", "遭拒"),
        ),
    ),
    (DEEMED, ("deemed", "被當作", "被当作", "被視為", "被视为")),
    (APPLICANTS, ("applicant", "application", "申請", "申请")),
    (LICENSED, ("licensed", "持牌", "獲發牌", "获发牌", "已發牌", "已发牌", "正式持牌")),
)
_INCLUDING = ("includ", "incl.", "包括", "連同", "连同")


def folded(text: str) -> str:
    """A heading made comparable."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def list_of(*texts: str) -> str:
    """Which of the lists of trading platforms a heading announces; empty where it announces none."""
    for text in map(folded, texts):
        for name, words in _LIST_WORDS:
            if name == DEEMED and any(word in text for word in _INCLUDING):
                continue
            if any(word in text for word in words):
                return name
    return ""


def column_names(headers: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """For each column what it holds: `ce`, `name_en`, `name_zh`, `platform`, `date`, else its own heading.

    Each name is given once; a second column of one kind keeps its heading. Empty for a column without one.
    """
    stacks = [tuple(folded(text) for text in stack) for stack in headers]
    names = [""] * len(stacks)

    def take(name: str, holds: "list[int]") -> None:
        if name not in names and holds:
            names[holds[0]] = name

    free = [place for place, stack in enumerate(stacks) if stack]
    take("ce", [place for place in free if _any(stacks[place], (*CE, *LICENCE_NUMBER))])
    companies = [place for place in free if not names[place] and _any(stacks[place], _NAME)]
    take("name_zh", [place for place in companies if _any(stacks[place][-1:], _IN_CHINESE)])
    take("name_en", [place for place in companies if not names[place] and _any(stacks[place][-1:], _ENGLISH)])
    take("name_en", [place for place in companies if not names[place]])
    for name, words in (("name_en", _ENGLISH), ("name_zh", _IN_CHINESE)):
        take(name, [place for place in free if not names[place] and _any(stacks[place], words)])
    take("platform", [place for place in free if not names[place] and _any(stacks[place], _PLATFORM)])
    dates = [place for place in free if not names[place] and _any(stacks[place], _DATE)]
    take("date", sorted(dates, key=lambda place: (not _any(stacks[place], _FIRST_DATES), stacks[place])))
    take("name_en", [place for place in free if not names[place] and "name" in " ".join(stacks[place])])
    for place in free:
        names[place] = names[place] or " ".join(stacks[place])
    return tuple(names)


def is_language(text: str) -> bool:
    """Whether a heading is the name of a language and nothing else."""
    return folded(text) in (*_ENGLISH, *_IN_CHINESE)


def read_date(text: str) -> str:
    """ISO 8601 of a day that is written dd/mm/yyyy, `4 Mar 2024`, in Chinese or ISO; else the text itself."""
    found = _day(text)
    return found.isoformat() if found is not None else " ".join(text.split())


def last_update(text: str) -> str:
    """When a page says that it was last updated, in ISO 8601; empty where it does not say."""
    found = _UPDATED.search(text)
    return read_date(found[1]) if found is not None else ""


def _any(texts: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(word in text for text in texts for word in words)


def _day(text: str) -> date | None:
    text = unicodedata.normalize("NFKC", text)
    try:
        if found := _ISO.search(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _CHINESE.search(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMERIC.search(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if (found := _WORDS.search(text)) and found[2][:3].casefold() in _MONTHS:
            return date(int(found[3]), _MONTHS.index(found[2][:3].casefold()) + 1, int(found[1]))
    except ValueError:
        return None
    return None

# SPDX-License-Identifier: MIT
"""A register's change in words, English and Traditional Chinese: the title and text of its item.

Stored with the item like any publisher's text, so these words do not go through the interface's translations.
"""

from collections.abc import Mapping
from types import MappingProxyType

from hkwatch.domain.register import ChangeKind, RegisterChange, RegisterRow

LISTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "licensed": ("licensed platforms", "持牌虛擬資產交易平台"),
        "applicants": ("platform applicants", "虛擬資產交易平台申請者"),
        "deemed": ("applicants deemed to be licensed", "被當作獲發牌的申請者"),
        "returned": ("returned, refused or withdrawn applications", "被退回、遭拒絕或已撤回的申請"),
        "closing-down": ("closing-down platforms", "正在結束營業的虛擬資產交易平台"),
        "suspicious": ("suspicious platforms", "可疑虛擬資產交易平台"),
        "issuers": ("licensed stablecoin issuers", "持牌穩定幣發行人"),
        "registered": ("platforms on the SFC's public register", "證監會公眾紀錄冊上的平台"),
    }
)
COLUMNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "list": ("List", "名單"),
        "name_en": ("English name", "英文名稱"),
        "name_zh": ("Chinese name", "中文名稱"),
        "ce": ("Number", "編號"),
        "platform": ("Platform", "平台"),
        "date": ("Date", "日期"),
        "deemed": ("Deemed to be licensed", "被當作獲發牌"),
        "mark": ("Mark", "標記"),
    }
)
_EN, _ZH = 0, 1


def title_en(change: RegisterChange) -> str:
    """One sentence: who, and what became of them."""
    row, name, where = change.row, _called(change.row, _EN), _list(change.row.list, _EN)
    match change.kind:
        case ChangeKind.ADDED:
            return f"{name} is new on the list of {where}"
        case ChangeKind.REAPPEARED:
            return f"{name} is back on the list of {where}"
        case ChangeKind.REMOVED:
            return f"{name} is no longer on the list of {where}"
        case ChangeKind.MOVED:
            return f"{name} moved to {where}, from {_list(change.from_list, _EN)}"
        case ChangeKind.RENAMED:
            former = change.old.name if change.old is not None else ""
            return f"{former} is now {name} on the list of {where}"
        case ChangeKind.CHANGED:
            return f"{name}: {_what_changed(change, _EN)} (list of {_list(row.list, _EN)})"


def title_zh(change: RegisterChange) -> str:
    """As `title_en`, in Traditional Chinese."""
    row, name, where = change.row, _called(change.row, _ZH), _list(change.row.list, _ZH)
    match change.kind:
        case ChangeKind.ADDED:
            return f"{name}新列入{where}名單"
        case ChangeKind.REAPPEARED:
            return f"{name}再次列入{where}名單"
        case ChangeKind.REMOVED:
            return f"{name}已不在{where}名單上"
        case ChangeKind.MOVED:
            return f"{name}由{_list(change.from_list, _ZH)}名單移至{where}名單"
        case ChangeKind.RENAMED:
            former = change.old.name if change.old is not None else ""
            return f"{former}現稱{name}（{where}名單）"
        case ChangeKind.CHANGED:
            return f"{name}：{_what_changed(change, _ZH)}（{_list(row.list, _ZH)}名單）"


def text_of(change: RegisterChange, *, chinese: bool = False) -> str:
    """The row before and now, a line for each column, in an order that lets the two be compared."""
    before, now = ("此前", "現時") if chinese else ("Before", "Now")
    nowhere = "不在名單上" if chinese else "not on the register"
    parts = []
    for word, row in ((before, change.old), (now, change.new)):
        body = row_text(row, chinese=chinese) if row is not None else nowhere
        parts.append(f"{word}\n{body}")
    return "\n\n".join(parts)


def row_text(row: RegisterRow, *, chinese: bool = False) -> str:
    """A row, a line for each column."""
    language = _ZH if chinese else _EN
    colon = "：" if chinese else ": "
    lines = [f"{COLUMNS['list'][language]}{colon}{_list(row.list, language)}"]
    lines += [f"{column_name(name, chinese=chinese)}{colon}{value}" for name, value in row.columns().items()]
    return "\n".join(lines)


def column_name(name: str, *, chinese: bool = False) -> str:
    """A column in words; one that only the page knows keeps its heading."""
    return COLUMNS.get(name, (name, name))[_ZH if chinese else _EN]


def list_name(name: str, *, chinese: bool = False) -> str:
    """A list in words."""
    return _list(name, _ZH if chinese else _EN)


def _list(name: str, language: int) -> str:
    return LISTS.get(name, (name, name))[language]


def _called(row: RegisterRow, language: int) -> str:
    name = (row.name_zh or row.name_en) if language == _ZH else row.name
    if not row.ce:
        return name
    return f"{name}（{row.ce}）" if language == _ZH else f"{name} ({row.ce})"


def _what_changed(change: RegisterChange, language: int) -> str:
    different = change.differences()
    if len(different) > 1:
        names = [column_name(name, chinese=language == _ZH).lower() for name in different]
        return "、".join(names) + "有變" if language == _ZH else f"{_joined(names)} changed"
    ((name, (before, now)),) = different.items()
    word = column_name(name, chinese=language == _ZH)
    if language == _ZH:
        return f"{word}由「{before or '–'}」改為「{now or '–'}」"
    return f"{word.lower()} “{before or '–'}” is now “{now or '–'}”"


def _joined(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"

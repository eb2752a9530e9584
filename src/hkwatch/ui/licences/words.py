# SPDX-License-Identifier: MIT
"""The licence board's words, in the interface language."""

from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hkwatch.domain.hkt import start_of
from hkwatch.domain.register import ChangeKind, RegisterChange, RegisterRow
from hkwatch.domain.register_check import Answer, Match
from hkwatch.services.register_board import Board, BoardRegister
from hkwatch.ui import formats
from hkwatch.ui.licences.table import AnyCell, Cell, shown
from hkwatch.ui.shown_time import hong_kong

_CONTEXT = "Licences"
_LISTS = {
    "licensed": QT_TRANSLATE_NOOP("Licences", "licensed"),
    "applicants": QT_TRANSLATE_NOOP("Licences", "applicants"),
    "deemed": QT_TRANSLATE_NOOP("Licences", "deemed licensed"),
    "returned": QT_TRANSLATE_NOOP("Licences", "returned or withdrawn"),
    "closing-down": QT_TRANSLATE_NOOP("Licences", "closing down"),
    "suspicious": QT_TRANSLATE_NOOP("Licences", "suspicious"),
    "issuers": QT_TRANSLATE_NOOP("Licences", "stablecoin issuers"),
    "registered": QT_TRANSLATE_NOOP("Licences", "public register"),
}
_KINDS = {
    ChangeKind.ADDED: QT_TRANSLATE_NOOP("Licences", "+ Added"),
    ChangeKind.REMOVED: QT_TRANSLATE_NOOP("Licences", "− Removed"),
    ChangeKind.MOVED: QT_TRANSLATE_NOOP("Licences", "→ Moved"),
    ChangeKind.RENAMED: QT_TRANSLATE_NOOP("Licences", "~ Renamed"),
    ChangeKind.CHANGED: QT_TRANSLATE_NOOP("Licences", "~ Changed"),
    ChangeKind.REAPPEARED: QT_TRANSLATE_NOOP("Licences", "+ Back"),
}
_COLUMNS = {
    "name_en": QT_TRANSLATE_NOOP("Licences", "English name"),
    "name_zh": QT_TRANSLATE_NOOP("Licences", "Chinese name"),
    "ce": QT_TRANSLATE_NOOP("Licences", "Number"),
    "platform": QT_TRANSLATE_NOOP("Licences", "Platform"),
    "date": QT_TRANSLATE_NOOP("Licences", "Date"),
    "deemed": QT_TRANSLATE_NOOP("Licences", "Deemed licensed"),
    "list": QT_TRANSLATE_NOOP("Licences", "List"),
    "type": QT_TRANSLATE_NOOP("Licences", "Type"),
}


def list_name(name: str) -> str:
    """`licensed`, `closing down`."""
    return QCoreApplication.translate(_CONTEXT, str(_LISTS[name])) if name in _LISTS else name


def kind_name(kind: ChangeKind) -> str:
    """`+ Added`: the sign says it without colour."""
    return QCoreApplication.translate(_CONTEXT, str(_KINDS[kind]))


def column_name(name: str) -> str:
    """A column of a register; one that only the page knows keeps its heading."""
    return QCoreApplication.translate(_CONTEXT, str(_COLUMNS[name])) if name in _COLUMNS else name


def what_changed(change: RegisterChange, language: str) -> str:
    """One line: what is otherwise than before."""
    translate = QCoreApplication.translate
    if change.kind is ChangeKind.MOVED:
        return translate("Licences", "{old} → {new}").format(
            old=list_name(change.from_list), new=list_name(change.row.list)
        )
    if change.kind is ChangeKind.RENAMED and change.old is not None:
        return translate("Licences", "until now {name}").format(name=change.old.name)
    if change.kind is ChangeKind.CHANGED:
        parts = [
            translate("Licences", "{column}: {old} → {new}").format(
                column=column_name(name), old=_value(name, old, language) or "–", new=_value(name, new, language) or "–"
            )
            for name, (old, new) in change.differences().items()
        ]
        return " · ".join(parts)
    return list_name(change.row.list)


def row_text(row: RegisterRow, language: str) -> str:
    """A row, a line for each column."""
    colon = ": " if language == "en" else "："
    cells = [("list", list_name(row.list))]
    cells += [(name, _value(name, value, language)) for name, value in row.columns().items()]
    return "\n".join(f"{column_name(name)}{colon}{value}" for name, value in cells)


def as_of(board: Board | None, now: datetime, language: str) -> str:
    """`as of 16:05 HKT ✓`, or that nothing was read."""
    translate = QCoreApplication.translate
    if board is None or board.checked_at is None:
        return translate("Licences", "no register read yet")
    return as_of_time(board.checked_at, now, language)


def as_of_time(at: datetime, now: datetime, language: str) -> str:
    """`as of 16:05 HKT`."""
    text = QCoreApplication.translate("Licences", "as of {time} HKT")
    with hong_kong():
        return text.format(time=formats.short_time(at, now, language))


def day_text(day: date, language: str) -> str:
    """`18 Feb 2025` or `2025年2月18日`."""
    return formats.date(start_of(day), language)


def day_cell(day: date, language: str) -> Cell:
    """A day as it is read; `2025-02-18` in a spreadsheet and for sorting."""
    return Cell(day_text(day, language), day.isoformat(), day.isoformat())


def moment_cell(at: datetime, language: str) -> Cell:
    """`19 Feb 2025 14:05` as it is read; `2025-02-19 14:05` in a spreadsheet."""
    there = formats.in_hkt(at)
    return Cell(formats.date_time(at, language), f"{there:%Y-%m-%d %H:%M}", there.isoformat())


def date_cell(text: str, language: str) -> AnyCell:
    """The date column of a register; what is no date stays as the register has it."""
    day = _day(text)
    return text if day is None else day_cell(day, language)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _value(column: str, text: str, language: str) -> str:
    return shown(date_cell(text, language)) if column == "date" else text


def called(row: RegisterRow, language: str) -> str:
    """A row's name, the Chinese one in Chinese where there is one."""
    return row.name_zh if formats.is_chinese(language) and row.name_zh else row.name


def register_name(register: BoardRegister, language: str) -> str:
    """A register's name in the interface language."""
    english, traditional, simplified = register.names
    return {"zh-Hant": traditional, "zh-Hans": simplified}.get(language, english)


def answer_text(answer: Answer, checked: str) -> tuple[str, str]:
    """(what was found, what it means) of one row that a name may mean."""
    translate = QCoreApplication.translate
    row = answer.candidate.row
    name = " · ".join(part for part in (row.name_en, row.name_zh, row.ce, row.platform) if part)
    where = list_name(row.list)
    if not answer.candidate.observed:
        state = translate("Licences", "{list}, from public facts; not from hkwatch's own observation").format(
            list=where
        )
    elif answer.candidate.left:
        state = translate("Licences", "no longer on the list “{list}”, {checked}").format(list=where, checked=checked)
    else:
        state = translate("Licences", "on the list “{list}”, {checked}").format(list=where, checked=checked)
    if answer.candidate.former:
        state = translate("Licences", "formerly {name} · {state}").format(name=answer.candidate.former, state=state)
    if answer.match is Match.SIMILAR and answer.site:
        # Beside an impostor's address the firm's standing would read as the impostor's.
        return name, translate("Licences", "Only similar to its site {site}, not the same").format(site=answer.site)
    match answer.match:
        case Match.EXACT if answer.site:
            how = translate("Licences", "{site} is its own site, from public facts").format(site=answer.site)
        case Match.EXACT:
            how = translate("Licences", "Same name or number")
        case Match.PART:
            how = translate("Licences", "Part of the name")
        case Match.SIMILAR:
            how = translate("Licences", "Only similar ({percent} %): not proof that it is the same").format(
                percent=round(answer.score)
            )
    return name, f"{how} · {state}"

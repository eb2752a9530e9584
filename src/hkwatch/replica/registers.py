# SPDX-License-Identifier: MIT
"""The public registers: the SFC's lists of trading platforms, its alert list and public register, the HKMA's issuers.

A register is a line of states; at any instant the latest one that is out is served.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from html import escape
from typing import Any
from urllib.parse import parse_qs

from hkwatch.replica.answer import HTML, Answer, Request, json_answer
from hkwatch.replica.feeds import HONG_KONG
from hkwatch.replica.world import RegisterLine, RegisterState, World

VATP, ALERTS, STABLECOIN, PUBLIC = "sfc-vatp", "sfc-alert-list", "hkma-stablecoin", "sfc-public-register"
LISTS_PATH = (
    "/Welcome-to-the-Fintech-Contact-Point/Virtual-assets/Virtual-asset-trading-platforms-operators"
    "/Lists-of-virtual-asset-trading-platforms"
)
ALERTS_PATH = "/alert-list/suspicious-virtual-asset-trading-platforms"
ISSUERS_PATH = "/regulatory-resources/registers/register-of-licensed-stablecoin-issuers/"
PUBLIC_PATH = "/publicregWeb"

_TITLES = {
    "licensed": ("List of licensed virtual asset trading platforms", "持牌虛擬資產交易平台名單"),
    "applicants": ("List of virtual asset trading platform applicants", "虛擬資產交易平台申請者名單"),
    "returned": (
        "List of applicants whose licence applications have been returned, refused or withdrawn",
        "牌照申請被退回、遭拒絕或已撤回的申請者名單",
    ),
    "closing-down": ("List of closing-down virtual asset trading platforms", "正在結束營業的虛擬資產交易平台名單"),
}
_DATES = {
    "licensed": ("Date of licence", "獲發牌日期"),
    "applicants": ("Date of application", "申請日期"),
    "returned": ("Date of return, refusal or withdrawal", "退回、拒絕或撤回日期"),
    "closing-down": ("Last day of business", "結束營業限期"),
}


def vatp_page(state: RegisterState, *, chinese: bool = False) -> str:
    """The page of the four lists. What is empty says so with `- -`."""
    language = 1 if chinese else 0
    parts = [f"<h1>{('Lists of virtual asset trading platforms', '虛擬資產交易平台名單')[language]}</h1>"]
    for name, titles in _TITLES.items():
        parts.append(f"<h3>{titles[language]}</h3>{_vatp_table(name, state.on(name), language)}")
        if name == "applicants":
            parts.append(f"<p># {('Applicant deemed to be licensed', '被當作獲發牌的申請者')[language]}</p>")
    return _page(parts, state.updated, chinese=chinese)


def alert_page(state: RegisterState) -> str:
    """The alert list of suspicious platforms."""
    rows = "".join(
        f'<tr><td><a href="/en/alert-list/{number}">{_cell(line.name_en or line.name_zh)}</a></td>'
        f"<td>{_cell(line.platform)}</td><td>{_long_day(line.day)}</td></tr>"
        for number, line in enumerate(state.lines, 1)
    )
    head = "<tr><th>Company name</th><th>Type</th><th>Add date</th></tr>"
    table = (
        f'<div class="table-container main-style alert-list-table"><table><thead>{head}</thead>'
        f'<tbody id="alert-list-append-here">{rows or _empty(3)}</tbody></table></div>'
    )
    return _page(["<h1>Suspicious virtual asset trading platforms</h1>", table], None)


def issuers_page(state: RegisterState) -> str:
    """The HKMA's register of licensed stablecoin issuers; the name's cell goes on with the address."""
    rows = "".join(
        f"<tr><td>{_cell(line.name_en)}<br>{_cell(line.name_zh)}<br>Address: 1 Example Road, Hong Kong</td>"
        f"<td>{_cell(line.ce)}</td><td>{_short_day(line.day)}</td></tr>"
        for line in state.lines
    )
    head = "<tr><th>Name of licensee</th><th>Licence number</th><th>Effective date of licence</th></tr>"
    return _page(
        ["<h1>Register of licensed stablecoin issuers</h1>", f"<table>{head}{rows or _empty(3)}</table>"],
        state.updated,
    )


def vatp(world: World, request: Request) -> Answer:
    """`GET /en/…/Lists-of-virtual-asset-trading-platforms`, and in Chinese under `/TC/`."""
    return _served(world, request, VATP, lambda state: vatp_page(state, chinese=request.path.startswith("/TC/")))


def alerts(world: World, request: Request) -> Answer:
    """`GET /en/alert-list/suspicious-virtual-asset-trading-platforms`."""
    return _served(world, request, ALERTS, alert_page)


def issuers(world: World, request: Request) -> Answer:
    """`GET /eng/regulatory-resources/registers/register-of-licensed-stablecoin-issuers/`."""
    return _served(world, request, STABLECOIN, issuers_page)


def public_start(_world: World, _request: Request) -> Answer:
    """`GET /publicregWeb/searchByRa`: the search form, which sets the cookie that a search needs."""
    page = "<html><head><title>Public register</title></head><body><form>Search</form></body></html>"
    return Answer(200, page.encode(), HTML, [("Set-Cookie", "JSESSIONID=replica; Path=/")])


def public_search(world: World, request: Request) -> Answer:
    """`POST /publicregWeb/searchByRaJson`: one letter's corporations. Without the cookie and its headers: the form."""
    allowed = "JSESSIONID" in request.headers.get("cookie", "") and request.headers.get("x-requested-with")
    if not allowed or not request.headers.get("referer"):
        return public_start(world, request)
    form = {name: values[-1] for name, values in parse_qs(request.body.decode()).items()}
    state = world.register(PUBLIC, request.at)
    lines = state.lines if state is not None else ()
    found = [line for line in lines if line.name_en.upper().startswith(form.get("nameStartLetter", ""))]
    items = [
        {"ceref": line.ce, "name": line.name_en, "nameChi": line.name_zh or "\u0000", "isRi": False} for line in found
    ]
    return json_answer({"items": items, "totalCount": len(items)})


def edited(
    state: RegisterState,
    at: datetime,
    *,
    add: Iterable[RegisterLine] = (),
    remove: Iterable[str] = (),
    change: Mapping[str, Mapping[str, Any]] | None = None,
) -> RegisterState:
    """The next state: `remove` and the keys of `change` are English names; `change` gives new values by field.

    Raises KeyError for a name that is not on the register.
    """
    lines = list(state.lines)
    names = [line.name_en for line in lines]
    for name, values in (change or {}).items():
        place = _place(names, name)
        lines[place] = replace(lines[place], **values)
    for name in remove:
        place = _place(names, name)
        del lines[place], names[place]
    return RegisterState(state.register, at, (*lines, *add), at.astimezone(HONG_KONG).date())


def from_tables(content: Mapping[str, Any], at: datetime) -> list[RegisterState]:
    """The states that a scenario file writes: `[[register]]` with its rows, and `[[edit]]` in order of time."""
    states: dict[str, list[RegisterState]] = {}
    for table in content["register"]:
        lines = tuple(_line(row) for row in table["rows"])
        states[table["id"]] = [RegisterState(table["id"], at, lines, table.get("updated", at.date()))]
    for edit in sorted(content.get("edit", ()), key=lambda row: row["at"]):
        known = states[edit["register"]]
        known.append(
            edited(
                known[-1],
                edit["at"],
                add=[_line(row) for row in edit.get("add", ())],
                remove=edit.get("remove", ()),
                change=edit.get("change"),
            )
        )
    return [state for line in states.values() for state in line]


def _line(row: Mapping[str, Any]) -> RegisterLine:
    return RegisterLine(
        row.get("list", ""),
        row.get("name_en", ""),
        row.get("name_zh", ""),
        row.get("platform", ""),
        row.get("ce", ""),
        row.get("day"),
        bool(row.get("deemed", False)),
    )


def _place(names: list[str], name: str) -> int:
    if name not in names:
        raise KeyError(name)
    return names.index(name)


def _served(world: World, request: Request, register: str, render: Any) -> Answer:
    if not request.headers.get("user-agent", "").strip():
        return Answer(403, b"<html><body><h1>403 Forbidden</h1></body></html>", HTML)
    state = world.register(register, request.at) or RegisterState(register, request.at, ())
    return Answer(200, render(state).encode(), HTML, [("Cache-Control", "no-cache, no-store")])


def _page(parts: list[str], updated: date | None, *, chinese: bool = False) -> str:
    last = "" if updated is None else f"<p>{'最後更新' if chinese else 'Last update'}: {_long_day(updated)}</p>"
    return (
        f'<!doctype html><html lang="{"zh-Hant" if chinese else "en"}"><head><title>Register</title></head>'
        f"<body>{''.join(parts)}{last}</body></html>\n"
    )


def _vatp_table(name: str, lines: tuple[RegisterLine, ...], language: int) -> str:
    company = ("Company name of virtual asset trading platform operator", "虛擬資產交易平台營運者的公司名稱")[language]
    platform = ("Virtual asset trading platform", "虛擬資產交易平台")[language]
    with_ce = name == "licensed"
    first = f'<th rowspan="2">{("CE reference", "中央編號")[language]}</th>' if with_ce else ""
    head = (
        f'<tr>{first}<th colspan="2">{company}</th><th rowspan="2">{platform}</th>'
        f'<th rowspan="2">{_DATES[name][language]}</th></tr>'
        f"<tr><th>{('English', '英文')[language]}</th><th>{('Chinese', '中文')[language]}</th></tr>"
    )
    rows = "".join(_vatp_row(line, with_ce) for line in lines)
    return f"<table><thead>{head}</thead><tbody>{rows or _empty(5 if with_ce else 4)}</tbody></table>"


def _vatp_row(line: RegisterLine, with_ce: bool) -> str:
    address = f"https://apps.sfc.hk/publicregWeb/corp/{line.ce}/details?locale=en"
    number = f'<a href="{address}">{line.ce}</a>' if line.ce else "- -"
    name = f"{line.name_en} #" if line.deemed else line.name_en
    cells = [_cell(name), _cell(line.name_zh), _cell(line.platform), _short_day(line.day)]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in ([number] if with_ce else []) + cells) + "</tr>"


def _cell(text: str) -> str:
    return escape(text, quote=False) or "- -"


def _empty(width: int) -> str:
    return f"<tr>{'<td>- -</td>' * width}</tr>"


def _short_day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day is not None else "- -"


def _long_day(day: date | None) -> str:
    return f"{day.day} {day:%b %Y}" if day is not None else "- -"

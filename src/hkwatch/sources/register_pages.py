# SPDX-License-Identifier: MIT
"""The registers that are web pages: the SFC's lists of trading platforms and alert list, the HKMA's stablecoin issuers.

bytes ─► tables ─► which list is it? ─► rows ─► Snapshot
                                         └► FormatError `no-tables` where no table is one of the register's
"""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from hkwatch.domain.errors import FormatError
from hkwatch.domain.register import APPLICANTS, CLOSING, DEEMED, ISSUERS, LICENSED, RETURNED, SUSPICIOUS, Snapshot
from hkwatch.domain.register import RegisterRow as Row
from hkwatch.sources.charset import to_utf8
from hkwatch.sources.html import MAX_HTML_CHARS, plain_line
from hkwatch.sources.register_columns import column_names, last_update, list_of, read_date
from hkwatch.sources.register_tables import Cell, Table, tables

VATP, ALERTS, STABLECOIN = "sfc-vatp", "sfc-alert-list", "hkma-stablecoin"
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-z]")
_MARKS = re.compile(r"\s*([#＃*＊†‡^]+|\((?:deemed[^)]*|被當作[^)]*)\)|（被[當当]作[^）]*）)\s*$", re.IGNORECASE)
_NEW = re.compile(r"\s*[(（\[]?\s*(?:new|新增|新)\s*[)）\]]\s*", re.IGNORECASE)
_DEEMED_NOTE = re.compile(r"([#＃*＊†‡^]+)\s*[^.\n]{0,40}?(?:deemed|被當作|被当作)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\s*\b(?:registered\s+|business\s+|principal\s+)?address\b.*$|\s*(?:註冊|注册)?地址.*$", re.IGNORECASE
)
_HOLDER_EN = r"(?:licensees?|licensed (?:(?:fiat-referenced )?stablecoin )?issuers?|stablecoin issuers? licensed)"
_NOW_EN = r"(?: (?:at present|at the moment|for the time being|currently|yet|now|(?:on|in) (?:the|this) register))?"
_NOBODY = re.compile(
    # The sentence must say this and nothing else: "no licensees whose licence is suspended" says the opposite.
    r"(?<!if )(?<!when )(?<!that )(?<!where )(?<!whether )(?<!unless )(?<!once )(?<![\w,])"
    rf"(?:there (?:is|are) (?:currently |at present )?no {_HOLDER_EN}{_NOW_EN}"
    r"|no (?:stablecoin )?(?:issuer|licen[cs]e|entity)s? (?:is|are|has been|have been) (?:currently )?"
    rf"(?:licensed|granted|issued){_NOW_EN}) ?[.!]"
    r"|(?:^|[\s。！？：])(?:(?:暫|暂|[現现]|[現现][時时]|目前)(?:並|并|尚|仍)?(?:無|无|沒有|没有|未有)(?:任何)?"
    r"(?:(?:獲發|获发)?持牌(?:的)?(?:穩定幣|稳定币)?(?:發行人|发行人)|持牌人)) ?[。！]",
    re.IGNORECASE,
)
_CE_IN_LINK = re.compile(r"/(?:corp|ri|indi)/([A-Z]{3}\d{3})\b", re.IGNORECASE)
_SHORT_LISTS = frozenset((APPLICANTS, DEEMED, RETURNED, CLOSING))
"""Lists whose tables have stood without headings; that of the licences never does."""
_PLACES = ("name_en", "name_zh", "platform", "date")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"[A-Za-z]{2,4}\s?\d{2,6}")


@dataclass(slots=True)
class _Reading:
    """What was found so far."""

    lists: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    columns: dict[str, frozenset[str]] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)
    broken: int = 0


def read_page(register: str, body: bytes, content_type: str = "", lang: str = "en") -> Snapshot:
    """A register's page. `register` is one of `VATP`, `ALERTS`, `STABLECOIN`.

    Raises FormatError `no-tables` for a page that holds none of the register's tables.
    """
    text = to_utf8(body, content_type, lang).decode("utf-8", "replace")[:MAX_HTML_CHARS]
    page = LexborHTMLParser(text)
    for node in page.css("script, style, noscript, template"):
        node.decompose()
    whole = plain_line(page.body.text(separator=" ")) if page.body is not None else ""
    reading = _Reading()
    deemed = {mark for found in _DEEMED_NOTE.finditer(whole) for mark in found[1]}
    for table in tables(page):
        name = _list_name(register, table, reading)
        if name:
            _take(reading, register, name, table, deemed)
    if register == STABLECOIN and not reading.lists and _NOBODY.search(whole):
        reading.lists, reading.empty = [ISSUERS], {ISSUERS}
    if not reading.lists:
        raise FormatError(
            "no-tables",
            "The page holds none of the register's tables.",
            "Open the page in a browser; it may ask to log in or be out of order.",
        )
    return Snapshot(
        register,
        tuple(reading.lists),
        tuple(reading.rows),
        reading.columns,
        frozenset(name for name in reading.empty if not any(row.list == name for row in reading.rows)),
        last_update(whole),
        re.search(r"</html\s*>", text, re.IGNORECASE) is not None,
        reading.broken,
    )


def _list_name(register: str, table: Table, reading: _Reading) -> str:
    if register == VATP:
        name = list_of(table.heading, *(" ".join(stack) for stack in table.headers))
        if name == APPLICANTS and APPLICANTS in reading.lists and DEEMED not in reading.lists:
            return APPLICANTS
        return name if name in (LICENSED, APPLICANTS, DEEMED, RETURNED, CLOSING) else ""
    columns = column_names(table.headers)
    if register == ALERTS:
        return SUSPICIOUS if "name_en" in columns and ("date" in columns or "type" in columns) else ""
    if ISSUERS in reading.lists:
        return ""
    wanted = "ce" in columns and ("name_en" in columns or "name_zh" in columns)
    return ISSUERS if wanted or (table.says_empty and "ce" in columns) else ""


def _take(reading: _Reading, register: str, name: str, table: Table, deemed: set[str]) -> None:
    columns = column_names(table.headers)
    if not any(columns) and name in _SHORT_LISTS:
        columns = _by_place(table)
    if name not in reading.lists:
        reading.lists.append(name)
    # Two tables of one list (a page that folds it in two) have the columns of both.
    reading.columns[name] = reading.columns.get(name, frozenset()) | frozenset(filter(None, columns))
    reading.broken += table.short
    if table.says_empty:
        reading.empty.add(name)
    for cells in table.rows:
        reading.rows.append(_row(register, name, columns, cells, deemed))


def _by_place(table: Table) -> tuple[str, ...]:
    """The columns of a short list that comes without any heading, as these lists have stood; else as they were."""
    width = len(table.headers)
    columns = {5: ("ce", "name_en", "name_zh", "platform", "date")}.get(width, _PLACES[:width])
    bare = ("",) * width
    if len(columns) != width or not table.rows:
        return bare
    for cells in table.rows:
        row = dict(zip(columns, (cell.text for cell in cells), strict=True))
        day, name = row.get("date", ""), row["name_en"] or row.get("name_zh", "")
        # A column that holds something else says that the columns stand otherwise.
        if not name or _DAY.fullmatch(read_date(name)) or (day and not _DAY.fullmatch(read_date(day))):
            return bare
    return columns


def _row(register: str, name: str, columns: tuple[str, ...], cells: tuple[Cell, ...], deemed: set[str]) -> Row:
    values: dict[str, str] = {}
    number = ""
    for column, cell in zip(columns, cells, strict=True):
        found = [match[1].upper() for link in cell.links if (match := _CE_IN_LINK.search(link))]
        number = number or (found[0] if found else "")
        if column:
            values[column] = _name_in(cell) if column in ("name_en", "name_zh") else cell.text
    extra: dict[str, str] = {}
    english, chinese = values.pop("name_en", ""), values.pop("name_zh", "")
    for place, text in enumerate((english, chinese)):
        if mark := _MARKS.search(text):
            said = mark[1]
            is_deemed = "deemed" in said.casefold() or "當作" in said or "当作" in said or bool(set(said) & deemed)
            extra |= {"deemed": "yes"} if is_deemed else {"mark": said}
            text = text[: mark.start()].strip()
        if register == ALERTS:
            text = _NEW.sub(" ", text).strip()
        english, chinese = (text, chinese) if place == 0 else (english, text)
    if english and not chinese and _CJK.search(english):
        english, chinese = _by_script(english)
    ce = values.pop("ce", "") or number
    if match := _NUMBER.fullmatch(ce):
        ce = "".join(match[0].split())
    date, platform = read_date(values.pop("date", "")), values.pop("platform", "")
    others = {key: read_date(text) for key, text in values.items()} | extra
    fields = tuple(sorted((key, text) for key, text in others.items() if text))
    return Row(name, english, chinese, platform, ce.upper(), date, fields)


def _name_in(cell: Cell) -> str:
    """The name in a cell that may go on with an address."""
    lines = tuple(line for line in cell.lines if Cell((line,)).text)
    for place, line in enumerate(lines):
        if place and _ADDRESS.match(line):
            lines = lines[:place]
            break
    return _ADDRESS.sub("", Cell(lines).text).strip() or cell.text


def _by_script(text: str) -> tuple[str, str]:
    """(English, Chinese) of a name cell that holds both, or one of them."""
    if not _LATIN.search(text):
        return "", text
    first = _CJK.search(text)
    start = first.start() if first is not None else len(text)
    head, tail = text[:start].strip(" /|;(（"), text[start:].strip(" /|;)）")
    # A name that mixes both scripts is one name: only what clearly stands in two parts is split.
    return (head, tail) if head and tail and not _LATIN.search(tail) else (text, "")

# SPDX-License-Identifier: MIT
"""`hkwatch registers check NAME`: which lists know a name, a number or a web address. Reads only what is stored."""

import json

from hkwatch.app import exit_codes
from hkwatch.app.files import read_files
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import resources
from hkwatch.app.reading import reading
from hkwatch.app.tables import table
from hkwatch.domain.hkt import format_minute
from hkwatch.domain.register_check import Answer, Match, check
from hkwatch.domain.register_words import list_name
from hkwatch.services.register_board import Board


def run(options: Options, asked: str, *, as_json: bool) -> int:
    """Print the rows that are meant or similar, and what an absence means. Raises StoreError, SettingsError."""
    files = read_files(options.paths)
    with reading(options.paths, files.folder, files.catalogue, make_clock(options).now()) as reader:
        board = reader.board(resources() / "registers" / "vatp-history.toml")
    found = check(asked, board.candidates(), files.folder)
    if as_json:
        for one in found:
            print(json.dumps(_json(one, board), ensure_ascii=False))
        return exit_codes.FINE
    if found:
        print(table(("row", "what it means"), [(_name(one), _meaning(one)) for one in found]))
    print(_summary(found, board))
    return exit_codes.FINE


def _summary(found: tuple[Answer, ...], board: Board) -> str:
    count = len({(str(source), one.row.list) for source, one in board.rows})
    read = "no register read yet" if board.checked_at is None else f"as of {format_minute(board.checked_at)}"
    lists = f"{count} lists and former names, {read}"
    if not found:
        return f"Not found on {lists}. Absence is not proof: a list may lag, a name may differ."
    best = found[0]
    if best.match is not Match.SIMILAR:
        return f"{lists}."
    if best.site:
        return f"Similar to {best.site}, the site of {best.candidate.row.name}, but not the same. {lists}."
    return f"Nobody on these lists has exactly this name. {lists}. Absence is not proof."


def _name(answer: Answer) -> str:
    row = answer.candidate.row
    return " · ".join(part for part in (row.name_en, row.name_zh, row.ce, row.platform) if part)


def _meaning(answer: Answer) -> str:
    if answer.match is Match.SIMILAR and answer.site:
        # Beside an impostor's address the firm's standing would read as the impostor's.
        return f"only similar to its site {answer.site}, not the same"
    return f"{_how(answer)} · {_standing(answer)}"


def _how(answer: Answer) -> str:
    match answer.match:
        case Match.EXACT if answer.site:
            return f"{answer.site} is its own site, from public facts"
        case Match.EXACT:
            return "same name or number"
        case Match.PART:
            return "part of the name"
        case Match.SIMILAR:
            return f"only similar ({round(answer.score)} %)"


def _standing(answer: Answer) -> str:
    one = answer.candidate
    where = list_name(one.row.list)
    former = f"formerly {one.former} · " if one.former else ""
    if not one.observed:
        return f"{former}{where}, from public facts; not from hkwatch's own observation"
    return f"{former}{'no longer ' if one.left else ''}on the list “{where}”"


def _json(answer: Answer, board: Board) -> dict[str, object]:
    one = answer.candidate
    read = next((each.checked_at for each in board.registers if each.source == one.register), None)
    return {
        "match": answer.match.name.lower(),
        "score": round(answer.score),
        "site": answer.site or None,
        "register": one.register or None,
        "list": one.row.list,
        "key": one.row.key,
        **one.row.columns(),
        "former": one.former or None,
        "observed": one.observed,
        "left": one.left,
        "checked_at": None if read is None else read.isoformat(),
    }

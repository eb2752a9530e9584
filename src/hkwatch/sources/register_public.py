# SPDX-License-Identifier: MIT
"""The SFC's public register of platforms licensed under the AMLO: one question a letter, a second apart.

    GET searchByRa → cookie → POST searchByRaJson for A … Z, 0 … 9 → one Snapshot

A letter whose answer is short of its own total spoils the whole reading: half a register reads as a mass removal.
"""

from collections.abc import Sequence

import msgspec

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.errors import FormatError
from hkwatch.domain.register import REGISTERED, RegisterRow, Snapshot
from hkwatch.sources.html import plain_line
from hkwatch.sources.request import Request, Want

PUBLIC = "sfc-public-register"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
SPACING_S = 1.0
"""Least time between two questions."""
_LIMIT = 500


class _Item(msgspec.Struct):
    ceref: str
    name: str | None = None
    name_chi: str | None = msgspec.field(default=None, name="nameChi")


class _Answer(msgspec.Struct):
    items: list[_Item]
    total: int = msgspec.field(name="totalCount")


def start_request(row: SourceRow) -> Request:
    """Ask for the search form, whose cookie a search needs."""
    return Request(_form_address(row), want=Want.HTML, headers=dict(row.headers), spacing_s=SPACING_S)


def search_request(row: SourceRow, letter: str) -> Request:
    """Ask for the corporations whose English name begins with `letter`."""
    form = {
        "licstatus": "active",
        "ratypeamlo": "101",
        "roleType": "corporation",
        "nameStartLetter": letter,
        "page": "1",
        "start": "0",
        "limit": str(_LIMIT),
    }
    headers = {**dict(row.headers), "X-Requested-With": "XMLHttpRequest", "Referer": _form_address(row)}
    return Request(row.url, want=Want.JSON, method="POST", form=form, headers=headers, spacing_s=SPACING_S)


def read_answers(bodies: Sequence[bytes]) -> Snapshot:
    """The register out of the answers for all letters.

    Raises FormatError: `not-json` for what is no answer, `incomplete` where rows are missing from one.
    """
    rows: dict[str, RegisterRow] = {}
    for body in bodies:
        try:
            answer = msgspec.json.decode(body, type=_Answer)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as exc:
            raise FormatError("not-json", f"The public register sent something else than its rows: {exc}.") from exc
        if len(answer.items) < answer.total:
            raise FormatError(
                "incomplete",
                f"The public register sent {len(answer.items)} of {answer.total} rows.",
                "It is asked again.",
            )
        for item in answer.items:
            number = item.ceref.strip().upper()
            if number:
                rows[number] = RegisterRow(REGISTERED, _clean(item.name), _clean(item.name_chi), ce=number)
    columns = {REGISTERED: frozenset(("ce", "name_en", "name_zh"))}
    return Snapshot(PUBLIC, (REGISTERED,), tuple(rows.values()), columns)


def split(body: bytes) -> list[bytes]:
    """The answers that were put together into one JSON list. Raises FormatError `not-json`."""
    try:
        return [bytes(part) for part in msgspec.json.decode(body, type=list[msgspec.Raw])]
    except (msgspec.DecodeError, UnicodeError, RecursionError) as exc:
        raise FormatError("not-json", f"The public register sent something else than its rows: {exc}.") from exc


def _form_address(row: SourceRow) -> str:
    return row.url.replace("searchByRaJson", "searchByRa") + "?locale=en"


def _clean(text: str | None) -> str:
    return plain_line((text or "").replace("\x00", ""))

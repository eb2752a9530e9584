# SPDX-License-Identifier: MIT
"""`hkwatch registers show | history | check | diff`: reads only, so it works beside a running watch."""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from hkwatch.app import exit_codes, register_answers
from hkwatch.app.files import read_files
from hkwatch.app.options import Options
from hkwatch.app.paths import resources
from hkwatch.app.stored import open_stored
from hkwatch.app.tables import table
from hkwatch.domain.catalogue import Catalogue, Kind
from hkwatch.domain.errors import FormatError, StoreError
from hkwatch.domain.hkt import format_minute
from hkwatch.domain.ids import SourceId
from hkwatch.domain.register import (
    ChangeKind,
    RegisterChange,
    Snapshot,
    as_applicant,
    match_name,
    with_deemed_marked,
)
from hkwatch.domain.register_diff import Comparison, Quarantine, alone_strange, compare
from hkwatch.domain.register_history import PastFact
from hkwatch.domain.register_words import list_name, title_en
from hkwatch.sources.register_history import load_history
from hkwatch.sources.registers import read_bytes
from hkwatch.store import registers as store
from hkwatch.store.registers import StoredChange

_NOT_SEEN = "not from hkwatch's own observation"


def run(args: argparse.Namespace, options: Options) -> int:
    """Carry out the word that `args.word` names; returns an exit code. Raises StoreError."""
    match args.word:
        case "diff":
            return _diff(args.old, args.new, args.register, as_json=args.json)
        case "show":
            return _show(options, args.register, as_json=args.json)
        case "check":
            return register_answers.run(options, args.name, as_json=args.json)
        case _:
            return _history(options, args.register, args.name, as_json=args.json)


def _diff(old: Path, new: Path, register: str, *, as_json: bool) -> int:
    try:
        before, after = _read(old, register), _read(new, register)
        strange = alone_strange(before)
        if strange is not None:
            return _refused(f"{old}: {strange.detail}")
        found = _compared(before, after)
    except FormatError as error:
        return _refused(error.detail)
    if found.quarantine is not None:
        return _refused(_explained(found.quarantine))
    if as_json:
        print(json.dumps([change_json(change) for change in found.changes], ensure_ascii=False, indent=2))
    elif not found.changes:
        print("No difference.")
    else:
        print(table(("change", "what"), [(change.kind.value, title_en(change)) for change in found.changes]))
    return exit_codes.FINE


def _compared(before: Snapshot, after: Snapshot) -> Comparison:
    """The changes with the deemed applicants among the others, unless their own list went without them."""
    found = compare(with_deemed_marked(before), with_deemed_marked(after))
    gone = [one.old for one in found.changes if one.kind is ChangeKind.REMOVED and one.old is not None]
    if any(("deemed", "yes") in row.fields for row in gone):
        as_they_stand = compare(before, after)
        if as_they_stand.quarantine is not None:
            return as_they_stand
    return found


def change_json(change: RegisterChange) -> dict[str, object]:
    """A change in the form of the machine interface.

    `fields` are the row's columns for what was added or removed, else `{"old", "new"}` for each that reads otherwise.
    Those deemed to be licensed are applicants with the field `deemed`, whether or not they had a list of their own.
    """
    old, new = (None if row is None else as_applicant(row) for row in (change.old, change.new))
    kind = change.kind
    if kind is ChangeKind.MOVED and old is not None and new is not None and old.list == new.list:
        kind = ChangeKind.CHANGED
    change = RegisterChange(kind, old, new)
    row = change.row
    whole = change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.REAPPEARED)
    differences = {name: {"old": old, "new": new} for name, (old, new) in change.differences().items()}
    kind = ChangeKind.ADDED if change.kind is ChangeKind.REAPPEARED else change.kind
    return {
        "change": kind.value,
        "list": row.list,
        "from_list": change.from_list or None,
        "key": row.key,
        "name_en": row.name_en,
        "name_zh": row.name_zh,
        "fields": row.values() if whole else differences,
    }


def _read(file: Path, register: str) -> Snapshot:
    try:
        return read_bytes(register, file.read_bytes())
    except OSError as exc:
        raise StoreError("no-such-file", f"{file}: {exc.strerror}.", "Give two saved pages.") from exc
    except FormatError as error:
        raise FormatError(error.key, f"{file}: {error.detail}", error.next_step) from error


def _explained(quarantine: Quarantine) -> str:
    return f"The page changed shape; not compared. {quarantine.detail}"


def _refused(text: str) -> int:
    print(f"hkwatch: {text}", file=sys.stderr)
    return exit_codes.REFUSED


def _show(options: Options, register: str | None, *, as_json: bool) -> int:
    catalogue = read_files(options.paths).catalogue
    with contextlib.closing(open_stored(options.paths)) as db:
        known = store.beliefs(db)
        found = [(name, stored) for name, stored in store.rows(db) if _is(name, register, catalogue)]
    if as_json:
        for name, stored in found:
            row = as_applicant(stored.row)
            since = None if stored.since is None else stored.since.isoformat()
            whole = {"register": name, "list": row.list, "key": row.key, **row.columns(), "since": since}
            print(json.dumps(whole, ensure_ascii=False))
        return exit_codes.FINE
    if not known:
        print("No register was read yet. Run `hkwatch check` or `hkwatch` first.")
        return exit_codes.FINE
    lines = [(list_name(one.row.list), one.row.ce, one.row.name, one.row.platform, one.row.date) for _, one in found]
    print(table(("list", "number", "name", "platform", "date"), lines))
    for name, (belief, _, checked) in known.items():
        if _is(name, register, catalogue):
            held = "" if belief.held is None else f" · {_explained(belief.held.quarantine)}"
            print(f"{name}: as of {format_minute(checked)}{held}")
    return exit_codes.FINE


def _history(options: Options, register: str | None, name: str, *, as_json: bool) -> int:
    catalogue = read_files(options.paths).catalogue
    with contextlib.closing(open_stored(options.paths)) as db:
        found = [one for one in store.changes(db) if _is(one.register, register, catalogue) and _is_about(one, name)]
    past = [fact for fact in load_history(resources() / "registers" / "vatp-history.toml") if _is_of(fact, name)]
    past = past if register in (None, "sfc-vatp") else []
    if as_json:
        for one in found:
            whole = {"register": one.register, "at": one.at.isoformat(), "observed": True, **change_json(one.change)}
            print(json.dumps(whole, ensure_ascii=False))
        for fact in reversed(past):
            print(json.dumps(_past_json(fact), ensure_ascii=False))
        return exit_codes.FINE
    lines = [(format_minute(one.at), one.change.kind.value, title_en(one.change), "seen by hkwatch") for one in found]
    lines += [
        (f"{'by ' if fact.is_by else ''}{fact.day}", fact.event.value, _past_text(fact), f"{_NOT_SEEN} · {fact.source}")
        for fact in reversed(past)
    ]
    print(table(("when", "change", "what", "known from"), lines))
    return exit_codes.FINE


def _past_text(fact: PastFact) -> str:
    number = f" ({fact.ce})" if fact.ce else ""
    former = f", until then {fact.former_en}" if fact.former_en else ""
    return f"{fact.name_en}{number} · {fact.platform}{former}"


def _past_json(fact: PastFact) -> dict[str, object]:
    return {
        "at": fact.day.isoformat(),
        "observed": False,
        "by": fact.is_by,
        "change": fact.event.value,
        "key": fact.row().key,
        "name_en": fact.name_en,
        "name_zh": fact.name_zh,
        "former_en": fact.former_en,
        "platform": fact.platform,
        "source": fact.source,
    }


def _is(source: str, register: str | None, catalogue: Catalogue) -> bool:
    row = catalogue.sources.get(SourceId(source))
    return register is None or (row is not None and row.kind is Kind.REGISTER and row.adapter == register)


def _is_about(one: StoredChange, name: str) -> bool:
    rows = [row for row in (one.change.old, one.change.new) if row is not None]
    texts = [text for row in rows for text in (row.ce, row.name_en, row.name_zh, row.platform)]
    return _names(name, texts)


def _is_of(fact: PastFact, name: str) -> bool:
    return _names(name, (fact.ce, fact.name_en, fact.name_zh, fact.platform, fact.former_en))


def _names(name: str, texts: Iterable[str]) -> bool:
    return not name or any(match_name(name) in match_name(text) for text in texts)

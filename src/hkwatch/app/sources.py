# SPDX-License-Identifier: MIT
"""`hkwatch sources …`: look for sources, add and remove them, set how they are asked and told, lists in and out as OPML.

What only reads works beside a running watch. What writes takes the data folder, and ends with 4 while another has it.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from hkwatch.app import exit_codes
from hkwatch.app.choices import OwnBook, address_map, is_on
from hkwatch.app.counted import counted
from hkwatch.app.explaining import explain
from hkwatch.app.files import Files, read_files
from hkwatch.app.lock import acquire
from hkwatch.app.options import Options, make_clock
from hkwatch.app.paths import AppPaths
from hkwatch.app.source_secrets import source_secrets
from hkwatch.app.tables import table
from hkwatch.domain.catalogue import Kind, SourceRow
from hkwatch.domain.errors import HkwatchError, SettingsError
from hkwatch.domain.hkt import format_minute
from hkwatch.domain.ids import SourceId
from hkwatch.domain.own_source import FoundSource, NewSource, NotifyFrom, SourceOptions
from hkwatch.services.finding import Finder
from hkwatch.services.roster import MAX_ADDED, Roster
from hkwatch.services.worker import Worker
from hkwatch.sources.http import Fetcher
from hkwatch.sources.opml import FOLDER_JOINT, MAX_BYTES, Outline, read_opml, write_opml

Deed = Literal["remove", "restore", "pause", "resume"]
_DONE = {"remove": "removed", "restore": "restored", "pause": "paused", "resume": "watched"}


def run(args: argparse.Namespace, options: Options) -> int:
    """Carry out `args.word`; returns the exit code. Raises HkwatchError."""
    paths = options.paths
    match args.word:
        case "list":
            return show(paths, as_json=args.json, with_removed=args.all)
        case "find":
            return find(options, args.address, as_json=args.json)
        case "add":
            return add(options, args.address, args.folder, args.lang)
        case "set":
            return set_options(
                paths, args.id, args.interval, args.notify, args.lang, args.proxy, in_file=args.secrets_in_file
            )
        case "import":
            return read_list(paths, args.file)
        case "export":
            return write_list(paths, args.file)
        case deed:
            return change(paths, deed, args.id)


def show(paths: AppPaths, *, as_json: bool, with_removed: bool) -> int:
    """Print all sources, one a line."""
    files = read_files(paths)
    roster = _roster(files, paths)
    rows = [*roster.rows.values(), *roster.off, *(roster.removed if with_removed else ())]
    if as_json:
        for row in rows:
            print(json.dumps(_plain(row, roster), ensure_ascii=False))
        return exit_codes.FINE
    lines = [
        (str(row.id), row.publisher.short.en, _state(row, roster), _every(row), _options(roster, row), row.name.en)
        for row in rows
    ]
    print(table(("id", "publisher", "state", "minutes", "set", "name"), lines))
    return exit_codes.FINE


def find(options: Options, addresses: Sequence[str], *, as_json: bool) -> int:
    """Print what the addresses lead to. Adds nothing."""
    found, _ = asyncio.run(_look(options, read_files(options.paths), "\n".join(addresses)))
    for one in found:
        print(json.dumps(_found_plain(one), ensure_ascii=False) if as_json else _found_text(one))
    return exit_codes.SOME_FAILED if any(one.error for one in found) else exit_codes.FINE


def add(options: Options, addresses: Sequence[str], folder: str, lang: str) -> int:
    """Watch what the addresses lead to; a site with several feeds is asked back. Raises HkwatchError."""
    paths = options.paths
    paths.create()
    with acquire(paths.data_dir, "cli"):
        files = read_files(paths)
        found, roster = asyncio.run(_look(options, files, "\n".join(addresses)))
        wanted: list[NewSource] = []
        code = exit_codes.FINE
        for asked in dict.fromkeys(one.asked for one in found):
            feeds = [one for one in found if one.asked == asked]
            if feeds[0].error:
                print(f"{asked}: {feeds[0].error} {feeds[0].next_step}".strip(), file=sys.stderr)
                code = exit_codes.SOME_FAILED
            elif len(feeds) > 1:
                print(f"{asked} has {counted(len(feeds), 'feed')}; add one of them by its address:", file=sys.stderr)
                print("\n".join(f"  {one.url}  {one.title}" for one in feeds), file=sys.stderr)
                code = exit_codes.USAGE
            else:
                one = feeds[0]
                wanted.append(NewSource(one.url, one.title, lang or one.lang, folder or one.folder))
        _report(asyncio.run(_add_all(roster, wanted)), roster)
    return code


def change(paths: AppPaths, deed: Deed, names: Sequence[str]) -> int:
    """Remove, restore, pause or resume sources named by id, name or alias. Raises HkwatchError."""

    async def do(roster: Roster, source: SourceId) -> None:
        match deed:
            case "remove":
                await roster.remove(source)
            case "restore":
                await roster.restore(source)
            case "pause" | "resume":
                await roster.switch(source, on=deed == "resume")

    return _each(paths, names, do, lambda _row: _DONE[deed])


def set_options(
    paths: AppPaths,
    names: Sequence[str],
    interval: str | None,
    notify: str | None,
    lang: str | None,
    proxy: str | None,
    *,
    in_file: bool = False,
) -> int:
    """Set options of sources; what is None stays, and `usual` puts back what the catalogue says. Raises HkwatchError."""
    minutes = None if interval in (None, "usual") else _minutes(interval or "")

    async def do(roster: Roster, source: SourceId) -> None:
        options = roster.choice(source).options
        if interval is not None:
            options = replace(options, interval_min=minutes)
        if notify is not None:
            options = replace(options, notify=NotifyFrom(notify))
        if lang is not None:
            options = replace(options, lang="" if lang == "usual" else lang)
        if proxy is not None:
            options = replace(options, proxy="" if proxy == "usual" else proxy, secrets_in_file=in_file)
        await roster.set_options(source, options)

    return _each(paths, names, do, lambda row: f"asked every {_every(row)} min")


def read_list(paths: AppPaths, file: Path) -> int:
    """Add the sources of an OPML file with their folders. Raises HkwatchError."""
    try:
        with file.open("rb") as opened:
            body = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise SettingsError(
            "unreadable", f"{file}: {error.strerror or error}.", "Check the name of the file."
        ) from error
    outlines = read_opml(body)
    paths.create()
    with acquire(paths.data_dir, "cli"):
        roster = _roster(read_files(paths), paths)
        wanted = [NewSource(one.url, one.title, one.lang, FOLDER_JOINT.join(one.folder)) for one in outlines]
        _report(asyncio.run(_add_all(roster, wanted)), roster)
    return exit_codes.FINE


def write_list(paths: AppPaths, file: Path | None) -> int:
    """Write all feeds that are watched, or paused by hand, as OPML; None = to standard output. Raises HkwatchError."""
    roster = _roster(read_files(paths), paths)
    rows = [*roster.rows.values(), *(row for row in roster.off if roster.choice(row.id).on is False)]
    text = write_opml("hkwatch", [_outline(row) for row in rows if row.kind is Kind.RSS])
    if file is None:
        sys.stdout.write(text)
        return exit_codes.FINE
    if file.exists():
        raise SettingsError("file-exists", f"{file} is there already.", "Name another file.")
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise SettingsError("unwritable", f"{file}: {error.strerror or error}.", "Check the folder.") from error
    print(f"{file}: {counted(text.count(' xmlUrl='), 'source')}.")
    return exit_codes.FINE


def _roster(files: Files, paths: AppPaths) -> Roster:
    for problem in files.problems:
        print(f"Warning: {explain(problem)}", file=sys.stderr)
    roster = Roster(files.catalogue, is_on(files.settings), OwnBook(paths.catalogue_dir))
    roster.secrets = source_secrets()
    return roster


async def _look(options: Options, files: Files, text: str) -> tuple[tuple[FoundSource, ...], Roster]:
    roster = _roster(files, options.paths)
    clock, worker = make_clock(options), Worker()
    fetcher = Fetcher(clock, address_map=address_map(options.replica))
    try:
        found, error = await Finder(fetcher, worker, roster, files.folder, clock.now).find(text)
    finally:
        await fetcher.close()
        worker.close()
    if error:
        raise SettingsError("no-address", error)
    return found, roster


async def _add_all(roster: Roster, wanted: Sequence[NewSource]) -> tuple[list[SourceId], int]:
    added: list[SourceId] = []
    known = 0
    for start in range(0, len(wanted), MAX_ADDED):
        part = await roster.add(wanted[start : start + MAX_ADDED])
        added += part.added
        known += part.known
    return added, known


def _report(result: tuple[list[SourceId], int], roster: Roster) -> None:
    added, known = result
    for source in added:
        print(f"{source}: {roster.rows[source].url}")
    print(f"{known} known, {len(added)} added.")


def _each(
    paths: AppPaths,
    names: Sequence[str],
    do: Callable[[Roster, SourceId], Awaitable[None]],
    say: Callable[[SourceRow], str],
) -> int:
    paths.create()
    with acquire(paths.data_dir, "cli"):
        files = read_files(paths)
        roster = _roster(files, paths)
        # All names are checked before anything is changed.
        chosen = [_named(files, name) for name in names]

        async def all_of_them() -> None:
            for row in chosen:
                await do(roster, row.id)

        asyncio.run(all_of_them())
        for row in chosen:
            print(f"{row.id}: {say(roster.rows.get(row.id, row))}.")
    return exit_codes.FINE


def _named(files: Files, name: str) -> SourceRow:
    row = files.catalogue.source_named(name)
    if row is None:
        raise _UnknownSourceError(name)
    return row


class _UnknownSourceError(HkwatchError):
    """The command line names a source that is not there."""

    exit_code = exit_codes.USAGE

    def __init__(self, name: str) -> None:
        super().__init__("unknown-source", f"There is no source {name!r}.", "`hkwatch sources list --all` names them.")


def _minutes(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise SettingsError(
            "wrong-value", f"{text!r} is no number of minutes.", "Write --interval 30, or --interval usual."
        ) from None


def _state(row: SourceRow, roster: Roster) -> str:
    if row.id in roster.rows:
        return "on"
    choice = roster.choice(row.id)
    return "removed" if choice.removed else "paused" if choice.on is False else "off"


def _every(row: SourceRow) -> str:
    minutes = [band.every_min for band in row.poll]
    low, high = min(minutes), max(minutes)
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def _options(roster: Roster, row: SourceRow) -> str:
    options = roster.choice(row.id).options
    parts = [
        f"interval {options.interval_min:g}" if options.interval_min is not None else "",
        f"notify {options.notify}" if options.notify is not NotifyFrom.USUAL else "",
        f"lang {options.lang}" if options.lang else "",
        # The address may hold a password.
        "proxy" if options.proxy else "",
        "User-Agent" if options.user_agent else "",
        # So may these.
        f"{len(options.headers)} headers" if options.headers else "",
    ]
    return ", ".join(part for part in parts if part)


def _outline(row: SourceRow) -> Outline:
    # A shipped source has no folder of the user's: its publisher is one.
    folder = tuple(part for part in row.folder.split(FOLDER_JOINT) if part) if row.own else (row.publisher.short.en,)
    return Outline(row.url, row.name.en, folder, "", row.lang)


def _plain(row: SourceRow, roster: Roster) -> dict[str, object]:
    options: SourceOptions = roster.choice(row.id).options
    return {
        "id": row.id,
        "name": row.name.en,
        "publisher": row.publisher.id,
        "state": _state(row, roster),
        "own": row.own,
        "folder": row.folder,
        "url": row.url,
        "lang": row.lang,
        "every_min": [band.every_min for band in row.poll],
        "terms": row.terms,
        "options": {
            "interval_min": options.interval_min,
            "lang": options.lang,
            "notify": options.notify,
            "proxy": bool(options.proxy),
            "user_agent": options.user_agent,
            "headers": [name for name, _ in options.headers],
        },
    }


def _found_plain(one: FoundSource) -> dict[str, object]:
    return {
        "asked": one.asked,
        "url": one.url,
        "title": one.title,
        "lang": one.lang,
        "folder": one.folder,
        "known": one.known,
        "items": [
            {
                "title": item.title,
                "link": item.link,
                "published_utc": item.published_at.isoformat() if item.published_at else None,
            }
            for item in one.items
        ],
        "error": one.error,
        "next_step": one.next_step,
    }


def _found_text(one: FoundSource) -> str:
    lines: Iterable[str]
    if one.error:
        return f"{one.asked}\n  {one.error} {one.next_step}".rstrip()
    lines = (
        f"  {format_minute(item.published_at) if item.published_at else 'undated':16}  {item.title}"
        for item in one.items
    )
    state = f"watched already as {one.known}" if one.known is not None else "new"
    return "\n".join((f"{one.title} · {one.lang or 'en'} · {state}\n  {one.url}", *lines))

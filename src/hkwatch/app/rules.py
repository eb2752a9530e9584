# SPDX-License-Identifier: MIT
"""`hkwatch rules …`: see, try out, export, import and apply the flagging rules from a terminal."""

import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from hkwatch.app import exit_codes
from hkwatch.app.clock import SystemClock
from hkwatch.app.compose import hong_kong_holidays, make_judge, make_keeper
from hkwatch.app.counted import counted
from hkwatch.app.explaining import explain
from hkwatch.app.files import Files, publisher_finder, read_files
from hkwatch.app.lock import acquire
from hkwatch.app.name_warnings import warn
from hkwatch.app.paths import AppPaths
from hkwatch.app.tables import table
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import Event
from hkwatch.domain.flags import FlagInput, Tell
from hkwatch.domain.ids import CommandId, SourceId
from hkwatch.domain.query_tree import QueryError
from hkwatch.domain.rule_commands import ImportRules, ReflagProgress
from hkwatch.domain.rule_query import readable
from hkwatch.domain.rules import Near
from hkwatch.domain.rules_account import count_of
from hkwatch.domain.user_rules import UserRule
from hkwatch.services.database import Database
from hkwatch.services.reflag import Reflagger
from hkwatch.services.rule_views import outcome
from hkwatch.services.rules import Rules
from hkwatch.services.worker import Worker
from hkwatch.sources import user_rules as files
from hkwatch.store.db import open_writer


def list_rules(paths: AppPaths, *, shipped: bool) -> int:
    """Own rules; with `shipped` those of the packs as well."""
    book = read_files(paths).rules
    own = [
        (rule.id, "on" if rule.enabled and rule.id not in book.broken else "off", rule.name, _then(rule))
        for rule in book.own.rules
    ]
    print(table(("rule", "", "name", "then"), own) if own else "No rules of your own.")
    if shipped:
        off = {rule.id for rule in book.laid.off}
        rows = [
            (rule.pack, rule.id, "off" if rule.id in off else "on", outcome(rule), rule.why)
            for rule in sorted((*book.pack.rules, *book.pack.off), key=lambda rule: (rule.pack, rule.stage, rule.id))
        ]
        print()
        print(table(("pack", "rule", "", "settles", "why"), rows))
    return exit_codes.FINE


def show(paths: AppPaths, name: str) -> int:
    """One rule whole. Raises SettingsError for one that does not exist."""
    book = read_files(paths).rules
    rule = next((one for one in book.own.rules if one.id == name), None)
    if rule is not None:
        print(files.export_rules([rule]), end="")
        if name in book.broken:
            print(f"# Does not run: {book.broken[name]}")
        return exit_codes.FINE
    found = next((one for one in (*book.pack.rules, *book.pack.off) if one.id == name), None)
    if found is None:
        raise SettingsError("no-rule", f"There is no rule {name}.", "`hkwatch rules list --shipped` names them all.")
    print(f"{found.id}: {found.why}\nsettles: {outcome(found)}\nstands in: {found.origin}")
    lists = {entry.id: entry for entry in book.laid.words}
    for part in dict.fromkeys((*found.any, *(n for g in found.all for n in g), *_sides(found.near), *found.none)):
        print(f"{part}: {', '.join(lists[part].phrases)}")
    return exit_codes.FINE


def check(paths: AppPaths) -> int:
    """Name everything that cannot be used: 0 = nothing, 2 = something."""
    found = read_files(paths)
    book = found.rules
    for problem in book.problems:
        print(explain(problem))
    _warn(paths, found, [rule for rule in book.own.rules if rule.id not in book.broken])
    if not book.problems:
        print(
            f"{counted(len(book.laid.rules), 'shipped rule')} and {len(book.chain.own)} of your own run; nothing is wrong."
        )
    return exit_codes.USAGE if book.problems else exit_codes.FINE


def test(paths: AppPaths, title: str, body: str, source: str) -> int:
    """What the rules make of an item that is made up."""
    found = read_files(paths)
    row = found.catalogue.sources.get(SourceId(source)) if source else None
    if source and row is None:
        raise SettingsError("no-source", f"There is no source {source}.", "`hkwatch check` names them all.")
    lang = "en" if title.isascii() else "zh-Hant"
    flags = found.rules.chain.classify(FlagInput(title, body, lang, row.publisher if row else None, source))
    about = [topic.value for topic in flags.topics] + (["hk"] if flags.hk else []) + list(flags.labels)
    told = {Tell.ALWAYS: " · always told", Tell.NEVER: " · never told"}.get(flags.tell, "")
    print(f"{flags.severity.name.lower()}{' · flagged' if flags.flag else ''}{told} · {', '.join(about)}")
    rows = [(reason.topic, reason.rule, reason.field, reason.words, reason.why) for reason in flags.reasons]
    if rows:
        print(table(("settles", "rule", "in", "words", "why"), rows))
    return exit_codes.FINE


def export(paths: AppPaths, name: str, target: Path | None) -> int:
    """Own rules with all edits of the shipped ones, or one rule, as a file to import; on standard output without one."""
    book = read_files(paths).rules
    rules = [rule for rule in book.own.rules if not name or rule.id == name]
    if name and not rules:
        raise SettingsError("no-rule", f"There is no rule of your own {name}.", "`hkwatch rules list` names them.")
    overlay, packs = (None, None) if name else (book.own.overlay, dict(book.pack.versions))
    text = files.export_rules(rules, overlay, packs)
    if target is None:
        print(text, end="")
    else:
        if target.exists():
            raise SettingsError("file-exists", f"{target} is there already.", "Name another file.")
        files.write_own_rules(target, text)
        edits = count_of(book.own.overlay) if overlay is not None else 0
        more = f", {counted(edits, 'edit')} of shipped rules" if edits else ""
        print(f"{target}: {counted(len(rules), 'rule')}{more}.")
    return exit_codes.FINE


def import_rules(paths: AppPaths, source: Path, *, dry_run: bool) -> int:
    """Say what the rules of a file would change, and take them over unless `dry_run`."""
    try:
        text = source.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("rules-unreadable", f"{source}: {error}.", "Check the file.") from error
    given = files.parse_own_rules(text, source)
    if given.problems:
        raise given.problems[0]
    known = read_files(paths)
    book = known.rules
    found, here = files.compare(book.own, given.rules, given.overlay), dict(book.pack.versions)
    edits = f" · {counted(found.edits, 'edit')} of shipped rules" if found.edits else ""
    print(f"{len(found.new)} new · {len(found.changed)} changed · {len(found.same)} same{edits}")
    for pack, number in given.packs.items():
        if here.get(pack) != number:
            print(f"  written with version {number} of {pack}, here is {here.get(pack, 'none')}")
    for what, rules in (("new", found.new), ("changed", found.changed)):
        for rule in rules:
            print(f"  {what}: {rule.name} ({rule.id})")
    _warn(paths, known, [*found.new, *found.changed])
    if dry_run:
        print("Nothing was imported.")
        return exit_codes.FINE

    async def work(rules: Rules) -> None:
        await rules.carry_out(ImportRules(CommandId(f"cli-{datetime.now(UTC).timestamp()}"), text))

    _beside_the_engine(paths, work, lambda event: None)
    print("Imported. `hkwatch rules reflag` applies them to the stored items.")
    return exit_codes.FINE


def reflag(paths: AppPaths) -> int:
    """Flag all stored items anew; no notices follow."""

    def say(event: Event) -> None:
        if isinstance(event, ReflagProgress) and sys.stderr.isatty():
            print(f"\r{event.done:,} of {event.total:,}", end="", file=sys.stderr, flush=True)

    total = 0

    async def work(rules: Rules) -> None:
        nonlocal total
        assert rules.reflagger is not None
        await rules.reflagger.start()
        total = rules.reflagger.progress[1] if rules.reflagger.progress is not None else 0
        while await rules.reflagger.step():
            pass

    _beside_the_engine(paths, work, say)
    print(f"{counted(total, 'item')} flagged anew.")
    return exit_codes.FINE


def _warn(paths: AppPaths, found: Files, rules: list[UserRule]) -> None:
    """Name what the conditions of rules ask for and nothing is called."""
    for rule in rules:
        for text in (rule.condition, rule.unless):
            # One that cannot be read is a problem of its own, told elsewhere.
            with contextlib.suppress(QueryError):
                if text:
                    warn(paths, found, text, readable(text), SystemClock().now(), rule.name)


def _beside_the_engine(
    paths: AppPaths, work: Callable[[Rules], Awaitable[None]], emit: Callable[[Event], None]
) -> None:
    """Do something that writes, while no engine runs. Raises LockedError where one does."""
    paths.create()
    found = read_files(paths)
    clock = SystemClock()

    async def run() -> None:
        database = Database(
            lambda: open_writer(paths.database_file, paths.backups_dir, clock.now()), paths.database_file
        )
        await database.open()
        worker = Worker()
        shipped = found.resources / "rules"
        rules = Rules(
            clock, database, worker, found.folder, found.entities, shipped, paths.rules_dir, found.rules, emit
        )
        judge = make_judge(found, rules, hong_kong_holidays(clock))
        rules.reflagger = Reflagger(clock, database, worker, judge, publisher_finder(found.catalogue), emit)
        rules.reflagger.basis = lambda: judge.basis
        rules.reflagger.stories = make_keeper(found)
        try:
            await rules.load()
            await work(rules)
        finally:
            worker.close()
            await database.close()

    with acquire(paths.data_dir, "cli"):
        asyncio.run(run())


def _then(rule: UserRule) -> str:
    parts = [f"level {rule.level_is.value} {rule.level.name.lower()}"] if rule.level is not None else []
    parts += [f"labels {', '.join(rule.labels)}"] if rule.labels else []
    parts += [f"notify {rule.tell.value}"] if rule.tell is not Tell.USUAL else []
    flags = (("pin", rule.pin), ("needs ack", rule.needs_ack), ("stop", rule.stop))
    return " · ".join(parts + [name for name, on in flags if on])


def _sides(near: tuple[Near, ...]) -> list[str]:
    return [name for pair in near for name in (*pair.left, *pair.right)]

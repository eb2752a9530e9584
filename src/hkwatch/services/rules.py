# SPDX-License-Identifier: MIT
"""The rules at work: they flag what comes in, are changed by commands, and are applied to what is stored.

command ─► my-rules.toml (whole or not at all; its former text kept) ─► read anew ─► new items
                                                                      └─► stored items, in the background
"""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from hkwatch.domain.clock import Clock
from hkwatch.domain.entities import EntityIndex
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import Event
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.fold import Folder
from hkwatch.domain.ids import CommandId
from hkwatch.domain.query_tree import QueryError
from hkwatch.domain.rule_commands import (
    AddMute,
    CompareRules,
    EditWords,
    ImportRules,
    MuteItem,
    Reflag,
    ReloadRules,
    RemoveMute,
    RemoveRule,
    RuleCommand,
    RulesCompared,
    SaveRule,
    SetShippedRule,
    UndoRules,
)
from hkwatch.domain.rule_overlay import switched, with_words
from hkwatch.domain.rule_query import ready_rule
from hkwatch.domain.user_rules import UserRule
from hkwatch.services.database import Database
from hkwatch.services.mutes import Mutes
from hkwatch.services.reflag import Reflagger
from hkwatch.services.rule_book import RuleBook, explain_query, read_rules
from hkwatch.services.rule_views import problem, rules_changed
from hkwatch.services.worker import Worker
from hkwatch.sources import user_rules as files
from hkwatch.store import rule_changes


class Rules:
    """All methods but `classify` belong to the engine's loop."""

    def __init__(
        self,
        clock: Clock,
        database: Database,
        worker: Worker,
        folder: Folder,
        entities: EntityIndex | None,
        shipped: Path,
        own: Path,
        book: RuleBook,
        emit: Callable[[Event], None],
    ) -> None:
        """`shipped` and `own` are the folders of the rule files, `book` what they held at the start.

        `reflagger` and `mutes` are set by whoever builds the parts, before `load`.
        """
        self._clock = clock
        self._database = database
        self._worker = worker
        self._folder = folder
        self._entities = entities
        self._shipped = shipped
        self._own = own
        self._book = book
        self._emit = emit
        self._one_at_a_time = asyncio.Lock()
        self._slow: dict[str, str] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._asked = asyncio.Event()
        self.reflagger: Reflagger | None = None
        self.mutes: Mutes | None = None

    @property
    def book(self) -> RuleBook:
        """The rules that hold now."""
        return self._book

    def classify(self, item: FlagInput) -> Flags:
        """What the rules that hold now say of an item. From any thread."""
        return self._book.chain.classify(item)

    async def load(self) -> None:
        """Make the rules the running ones; before any item comes in."""
        self._loop = asyncio.get_running_loop()
        if self._book.own.rules:
            # Made ready again, so that one that is too slow is heard of.
            await self._read()
        if self.mutes is not None:
            await self.mutes.load()
        if self.reflagger is not None:
            # How often each rule held is another number now.
            self.reflagger.after_all = self._asked.set
            await self.reflagger.load(self._book.shipped)

    def works(self) -> tuple[Coroutine[Any, Any, None], ...]:
        """What must run while the engine does: telling, flagging stored items anew, ending mutes."""
        found: list[Coroutine[Any, Any, None]] = [self._say_when_asked()]
        if self.reflagger is not None:
            found.append(self.reflagger.run())
        if self.mutes is not None:
            found.append(self.mutes.run())
        return tuple(found)

    def announce(self) -> None:
        """Say how rules, mutes and re-flagging are, soon: counting takes a moment."""
        self._asked.set()
        if self.reflagger is not None:
            self.reflagger.announce()

    async def say(self) -> None:
        """Say how rules and mutes are."""
        hits = await self._database.run(rule_changes.hits, self._clock.now())
        change = await self._database.run(rule_changes.last)
        undo = change.what if change is not None and change.after == self._book.own.text else ""
        self._emit(rules_changed(self._book, hits, undo, self._slow))
        if self.mutes is not None:
            await self.mutes.announce()

    async def carry_out(self, command: RuleCommand) -> None:
        """Do what the user asked. Raises SettingsError where it cannot be done; the files are then as they were."""
        match command:
            case SaveRule(_, rule, to_stored):
                self._check(rule)
                await self._change(rule.name, lambda file: files.with_rule(file, rule), to_stored=to_stored)
            case RemoveRule(_, name, to_stored):
                title = next((one.name for one in self._book.own.rules if one.id == name), name)
                await self._change(title, lambda file: files.without_rule(file, name), to_stored=to_stored)
            case SetShippedRule(_, name, enabled, to_stored):
                await self._change(name, lambda file: self._switched(file, name, enabled=enabled), to_stored=to_stored)
            case EditWords(_, name, add, remove, to_stored):
                files.check_words(add)
                await self._change(name, lambda file: self._with_words(file, name, add, remove), to_stored=to_stored)
            case CompareRules(ident, text):
                self._emit(self._compared(ident, text))
            case ImportRules(_, text, to_stored):
                await self._import(text, to_stored=to_stored)
            case UndoRules(_, to_stored):
                await self._undo(to_stored=to_stored)
            case ReloadRules():
                await self._reload()
            case Reflag():
                await self._reflag()
            case MuteItem() if self.mutes is not None:
                await self.mutes.mute_item(command)
            case AddMute() if self.mutes is not None:
                await self.mutes.add(command)
            case RemoveMute() if self.mutes is not None:
                await self.mutes.remove(command.mute)
            case _:
                raise AssertionError(command)

    async def _change(self, what: str, edit: Callable[[files.RulesFile], str], *, to_stored: bool) -> None:
        async with self._one_at_a_time:
            # Read anew: the user may have edited the file by hand since.
            file = await self._worker.run(files.read_own_rules, self._own)
            if file.is_broken:
                raise file.problems[0]
            text = edit(file)
            if text != file.text:
                await self._write(what, file, text)
            await self._read()
        await self._after(to_stored=to_stored)

    async def _write(self, what: str, file: files.RulesFile, text: str) -> None:
        await self._worker.run(files.write_own_rules, file.path, text)
        await self._database.run(rule_changes.add, what, file.text, text, self._clock.now())

    async def _undo(self, *, to_stored: bool) -> None:
        async with self._one_at_a_time:
            change = await self._database.run(rule_changes.last)
            if change is None:
                raise SettingsError("rules-undo", "There is no change of the rules to undo.")
            file = await self._worker.run(files.read_own_rules, self._own)
            if file.text != change.after:
                raise SettingsError(
                    "rules-undo",
                    f"{file.path} was edited since; undoing would lose that.",
                    "Change the rule itself instead.",
                )
            await self._worker.run(files.write_own_rules, file.path, change.before)
            await self._database.run(rule_changes.forget, change.id)
            await self._read()
        await self._after(to_stored=to_stored)

    async def _import(self, text: str, *, to_stored: bool) -> None:
        given = files.parse_own_rules(text, Path("import"))
        if given.problems:
            raise given.problems[0]
        for rule in given.rules:
            self._check(rule)
        await self._change("import", lambda file: files.with_import(file, given), to_stored=to_stored)

    async def _reload(self) -> None:
        async with self._one_at_a_time:
            former = self._book
            await self._read()
        await self._after(to_stored=not self._book.same_rules(former))

    async def _read(self) -> None:
        self._slow.clear()
        self._book = await self._worker.run(
            read_rules, self._shipped, self._own, self._folder, self._entities, self._found_slow, self._book
        )

    async def _after(self, *, to_stored: bool) -> None:
        self._asked.set()
        if to_stored:
            await self._reflag()

    async def _reflag(self) -> None:
        if self.reflagger is not None:
            await self.reflagger.start()

    async def _say_when_asked(self) -> None:
        while True:
            await self._asked.wait()
            self._asked.clear()
            await self.say()

    def _check(self, rule: UserRule) -> None:
        files.check_rule(rule)
        try:
            ready_rule(rule, self._folder, self._found_slow, self._entities)
        except QueryError as error:
            detail = f"The rule «{rule.name}» cannot be saved: {explain_query(error)}"
            raise SettingsError("rules-query", detail, "Correct the query.") from error

    def _switched(self, file: files.RulesFile, rule: str, *, enabled: bool) -> str:
        if not any(one.id == rule for one in (*self._book.pack.rules, *self._book.pack.off)):
            raise SettingsError("rules-rule", f"There is no shipped rule {rule}.")
        return files.with_overlay(file, switched(file.overlay, self._book.pack, rule, enabled=enabled))

    def _with_words(self, file: files.RulesFile, name: str, add: tuple[str, ...], remove: tuple[str, ...]) -> str:
        if not any(one.id == name for one in self._book.pack.words):
            raise SettingsError("rules-words", f"There is no word list {name}.")
        return files.with_overlay(file, with_words(file.overlay, self._book.pack, name, add, remove))

    def _compared(self, ident: CommandId, text: str) -> RulesCompared:
        given = files.parse_own_rules(text, Path("import"))
        problems = [problem(one) for one in given.problems]
        for rule in given.rules:
            try:
                self._check(rule)
            except SettingsError as error:
                problems.append(problem(error))
        found = files.compare(self._book.own, given.rules, given.overlay)
        new, changed, same = (tuple(r.name for r in rules) for rules in (found.new, found.changed, found.same))
        here = dict(self._book.pack.versions)
        others = tuple(f"{name} {number}" for name, number in given.packs.items() if here.get(name) != number)
        return RulesCompared(ident, new, changed, same, tuple(problems), found.edits, others)

    def _found_slow(self, rule: UserRule, reason: str) -> None:
        """A rule's regular expression took too long and was given up. From any thread."""

        def note() -> None:
            self._slow[rule.id] = f"Its regular expression is too slow; the rule is off until it is changed. {reason}"
            self._asked.set()

        if self._loop is not None:
            self._loop.call_soon_threadsafe(note)

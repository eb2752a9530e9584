# SPDX-License-Identifier: MIT
"""Builds the engine out of its parts, for the desktop's child, `watch`, `check` and `doctor` alike."""

import asyncio
import logging
import os
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from hkwatch.app.channels_made import make_channels
from hkwatch.app.choices import OwnBook, address_map, is_on, priced_assets
from hkwatch.app.files import Files, load_reader, publisher_finder, read_files
from hkwatch.app.hk_holidays import around
from hkwatch.app.network import Network
from hkwatch.app.notify_settings import apply_notify, equip
from hkwatch.app.options import Options, interface_language
from hkwatch.app.pdf_command import pdf_command
from hkwatch.app.source_secrets import source_secrets
from hkwatch.app.ways_out import system_notices, system_supply
from hkwatch.domain.address import canonical
from hkwatch.domain.catalogue import Kind
from hkwatch.domain.clock import Clock
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.events import EngineReady, Event
from hkwatch.domain.ids import NoticeId, SourceId
from hkwatch.notify.port import CloseReason, NoticePort
from hkwatch.services.actor import Actor, system_user
from hkwatch.services.alert_inbox import FiringInbox
from hkwatch.services.alerting import Alerting
from hkwatch.services.asked import AskedHosts, CountedOpener
from hkwatch.services.backups import Backups
from hkwatch.services.bodies import Bodies
from hkwatch.services.database import Database
from hkwatch.services.deadlines import Deadlines
from hkwatch.services.engine import Engine
from hkwatch.services.finding import Finder
from hkwatch.services.ingest import Ingest
from hkwatch.services.judging import Choices, Judge
from hkwatch.services.live import LivePrices
from hkwatch.services.mutes import Mutes
from hkwatch.services.newest import NewestVersion
from hkwatch.services.notices import Notices
from hkwatch.services.parts import Parts
from hkwatch.services.pdf_child import PdfChild
from hkwatch.services.pictures import Pictures
from hkwatch.services.poller import Poller, is_official
from hkwatch.services.prices import PriceWatch
from hkwatch.services.quotes import FxRates, Venues
from hkwatch.services.reflag import Reflagger
from hkwatch.services.registers import Registers
from hkwatch.services.reports import Reports, choices_from
from hkwatch.services.retention import Retention
from hkwatch.services.roster import Roster
from hkwatch.services.rules import Rules
from hkwatch.services.saving import Saving
from hkwatch.services.settings import Settings, load_settings
from hkwatch.services.stories import StoryKeeper
from hkwatch.services.texts import Texts
from hkwatch.services.wording import Wording
from hkwatch.services.worker import Worker
from hkwatch.sources.border import resolve
from hkwatch.sources.http import Fetcher, user_agent
from hkwatch.sources.own_rows import save_address
from hkwatch.sources.own_sources import save_own_address
from hkwatch.sources.sockets import Sockets
from hkwatch.store.backups import daily_file
from hkwatch.store.db import open_writer, schema
from hkwatch.store.firms import put_dictionary

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Running:
    """The engine with what must be closed after it."""

    engine: Engine
    database: Database
    fetcher: Fetcher
    worker: Worker
    files: Files
    venues: Venues
    fx: FxRates
    poller: Poller
    judge: Judge
    """Judges what comes in; what is stored is judged again by the same."""

    async def close(self) -> None:
        """Close in order: network, worker, database last so that all results are in."""
        await self.fetcher.close()
        self.worker.close()
        await self.database.close()


def choices_of(settings: Settings) -> Choices:
    """What the settings say about judging items."""
    return Choices(settings.rules.watchlist, settings.rules.foreign_licences)


def hong_kong_holidays(clock: Clock) -> frozenset[date]:
    """General holidays of last, this and next year."""
    return around(clock.now().year)


def make_judge(files: Files, rules: Rules, holidays_hk: frozenset[date]) -> Judge:
    """What says what an item is: the rules, with the settings' choices on top."""
    return Judge(rules.classify, files.entities, files.folder, holidays_hk, choices_of(files.settings))


def make_keeper(files: Files) -> StoryKeeper:
    """What groups items by event. Raises SettingsError."""
    return StoryKeeper(load_reader(files.resources, files.folder), files.catalogue.publishers, files.folder)


async def build(
    options: Options,
    clock: Clock,
    emit: Callable[[Event], None],
    *,
    extra_ports: Sequence[NoticePort] = (),
    desktop_shows: bool = False,
    use_dbus: bool = True,
) -> Running:
    """Open the database and put the engine together. Raises StoreError or SettingsError before anything runs."""
    files = read_files(options.paths)
    settings, catalogue = files.settings, files.catalogue
    paths = options.paths
    database = Database(lambda: open_writer(paths.database_file, paths.backups_dir, clock.now()), paths.database_file)
    await database.open()
    await database.run(put_dictionary, files.entities.entities.values(), files.folder)
    worker = Worker()
    network = Network(settings)
    fetcher = network.keep(Fetcher(clock, address_map=address_map(options.replica)))
    fetcher.skew.measures = not options.is_demo
    rules = Rules(
        clock,
        database,
        worker,
        files.folder,
        files.entities,
        files.resources / "rules",
        paths.rules_dir,
        files.rules,
        emit,
    )
    holidays_hk = hong_kong_holidays(clock)
    judge = make_judge(files, rules, holidays_hk)
    ingest = Ingest(clock, database, worker, judge, files.folder, emit)
    ingest.stories = make_keeper(files)
    ingest.true_now = fetcher.skew.true_now
    ingest.official = frozenset(row.publisher.id for row in catalogue.sources.values() if is_official(row))
    # Which source goes first must not be the same on every machine: not all ask at the same second.
    chance = random.Random()  # noqa: S311
    found = [row for row in catalogue.sources.values() if row.kind is Kind.REGISTER]
    asked = AskedHosts(clock, database)
    network.on_ask = asked.note
    poller = Poller(clock, database, worker, fetcher, ingest, holidays_hk, chance)
    registers = poller.registers = Registers(clock, database, worker, ingest, files.folder, found)
    registers.is_watched = lambda row: judge.is_watched(row.ce, row.name_en, row.name_zh, row.platform)
    roster = Roster(catalogue, is_on(settings), OwnBook(paths.catalogue_dir), ingest.notify)
    roster.secrets = source_secrets()
    fetcher.reveal = roster.secrets.reveal
    await _settle(roster)
    sources = tuple(roster.rows.values())
    saving = Saving(
        clock,
        # The demo plays its scenario at the same pace everywhere.
        None if options.is_demo else system_supply(clock),
        wanted=settings.sources.save_power,
        holidays=poller.holidays,
        chance=chance,
    )
    archive = next((row for row in sources if row.adapter == "sfc-news"), None)
    pages = next((row for row in sources if row.id == "hkma-press-en"), None)
    pdf = PdfChild(pdf_command())
    bodies = Bodies(clock, database, worker, fetcher, ingest, archive, pages, pdf, sources) if archive else None
    venues = Venues(clock, fetcher, worker, catalogue.venues.values())
    fx = FxRates(clock, fetcher, catalogue.fx)
    alerting = Alerting(clock, database, emit, files.folder)
    alerting.assets = frozenset(priced_assets(catalogue, settings)) if settings.prices.enabled else frozenset()
    prices = (
        tuple(
            PriceWatch(asset, clock, database, venues, fx, alerting, emit, settings.prices.interval_s)
            for asset in priced_assets(catalogue, settings)
        )
        if settings.prices.enabled
        else ()
    )
    live = LivePrices(
        clock,
        CountedOpener(Sockets(user_agent(), address_map(options.replica)), asked.note),
        catalogue.venues.values(),
        priced_assets(catalogue, settings),
        venues.take,
        chance,
        wanted=settings.prices.live,
    )
    engine: Engine
    loop = asyncio.get_running_loop()
    clicks: set[asyncio.Task[None]] = set()

    def on_activated(notice: NoticeId, action: str, token: str | None) -> None:
        task = loop.create_task(engine.activated(notice, action, token))
        clicks.add(task)
        task.add_done_callback(clicks.discard)

    def on_closed(notice: NoticeId, reason: CloseReason) -> None:
        engine.closed(notice, reason)

    ports: list[NoticePort] = list(extra_ports)
    if use_dbus:
        ports += system_notices(clock, files.resources, on_activated, on_closed)
    texts = Texts.load(files.resources, interface_language(settings))
    notices = Notices(clock, database, ports, Wording(texts, catalogue), emit, desktop_shows=desktop_shows)
    equip(notices, clock, database, files.resources, emit, with_desktop=use_dbus)
    notices.holidays = poller.holidays
    apply_notify(settings, ingest, alerting, notices)
    alerting.inbox = FiringInbox(files.folder, lambda: notices.wording)

    watch_rules(rules, ingest, notices, judge, clock, database, worker, files, emit)

    def has_copy() -> bool:
        return daily_file(paths.backups_dir, clock.now()).exists()

    retention = Retention(clock, database, ingest, emit, has_copy, settings.data.keep_days)

    deadlines = Deadlines(clock, database, notices, files.folder, poller.holidays, emit)
    deadlines.remind_at = settings.deadlines.remind_working_days

    reports = Reports(clock, database, notices, catalogue, roster.rows.keys, poller.holidays)
    reports.choices = choices_from(settings.reports, paths.data_dir)
    actor = Actor(system_user(), settings.general.user_name)

    def reload() -> None:
        changed = load_settings(paths.settings_file)
        if judge.choose(choices_of(changed)) and rules.reflagger is not None:
            rules.reflagger.ask()
        actor.name = changed.general.user_name
        apply_notify(changed, ingest, alerting, notices)
        saving.want(changed.sources.save_power)
        network.want(changed)
        engine.rounds.moves.by_itself = changed.sources.accept_moves
        retention.keep_days = changed.data.keep_days
        live.want(changed.prices.live)
        deadlines.remind_at = changed.deadlines.remind_working_days
        deadlines.changed()
        reports.choices = choices_from(changed.reports, paths.data_dir)
        for price in prices:
            price.interval_s = changed.prices.interval_s
        notices.wording = Wording(Texts.load(files.resources, interface_language(changed)), catalogue)

    def save(source: SourceId, url: str) -> None:
        if not save_own_address(paths.catalogue_dir, source, url):
            save_address(paths.catalogue_dir, source, url)

    def redirects() -> dict[str, SourceId]:
        return {
            canonical(record.redirect): name
            for name, record in poller.records.items()
            if record.redirect and name in catalogue.sources and not roster.choice(name).removed
        }

    # The demo's folder is thrown away.
    copies = None if options.is_demo else Backups(clock, paths.database_file, paths.backups_dir)
    pictures = Pictures(
        lambda: network.keep(Fetcher(clock, address_map=address_map(options.replica), keeps_cookies=False)),
        database,
        paths.data_dir / "pictures",
        None if options.replica else resolve,
    )
    await asyncio.to_thread(pictures.clear)
    parts = Parts(
        clock,
        database,
        ingest,
        poller,
        bodies,
        alerting,
        prices,
        notices,
        sources,
        chance,
        fetcher.skew,
        save,
        roster,
        Finder(fetcher, worker, roster, files.folder, ingest.true_now, redirects),
        worker,
        copies,
        rules,
        saving,
        None if options.is_demo else retention,
        live if prices else None,
        deadlines,
        reports,
        pictures=pictures,
        registers=registers,
        actor=actor,
        channels=make_channels(clock, database, notices, fetcher, emit, asked.note),
        newest=NewestVersion(fetcher),
        asked=asked,
    )
    engine = Engine(parts, emit, reload)
    engine.rounds.moves.by_itself = settings.sources.accept_moves
    emit(EngineReady(schema(), os.getpid()))
    return Running(engine, database, fetcher, worker, files, venues, fx, poller, judge)


async def _settle(roster: Roster) -> None:
    try:
        await roster.settle()
    except SettingsError as error:
        # Tidying a file that cannot be written is no reason not to watch.
        log.warning("key=%s detail=%s", error.key, error.detail)


def watch_rules(
    rules: Rules,
    ingest: Ingest,
    notices: Notices,
    judge: Judge,
    clock: Clock,
    database: Database,
    worker: Worker,
    files: Files,
    emit: Callable[[Event], None],
) -> None:
    """Give the rules what flags stored items anew, and the mutes."""
    mutes = Mutes(clock, database, worker, files.folder, files.entities, emit, notices.withdraw)
    ingest.mute_of = mutes.mute_of
    rules.mutes = mutes
    rules.reflagger = Reflagger(clock, database, worker, judge, publisher_finder(files.catalogue), emit)
    rules.reflagger.basis = lambda: judge.basis
    rules.reflagger.stories = ingest.stories
    rules.reflagger.after_batch = mutes.look_at

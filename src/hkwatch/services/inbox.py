# SPDX-License-Identifier: MIT
"""What the window reads: pages, one item whole, counts, prices. For one thread; only `interrupt` may come from another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from hkwatch import store
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import AlertId, ItemId, PublisherId, SourceId
from hkwatch.domain.order import first_id, from_ms, to_ms
from hkwatch.domain.query import Query
from hkwatch.domain.query_tree import QueryError
from hkwatch.services.name_doubts import doubts_in, name_doubts
from hkwatch.services.store_reader import StoreReader
from hkwatch.store import pages, search_counts, view_counts
from hkwatch.store.firms import FirmNames as FirmNames

if TYPE_CHECKING:
    from hkwatch.domain.alert_types import AlertSpec, Firing
    from hkwatch.domain.away import AwaySummary
    from hkwatch.domain.coverage import Month
    from hkwatch.domain.deadline import CountedDeadline
    from hkwatch.domain.delivery import Delivery
    from hkwatch.domain.detail import ChartPoint, Columns, ItemDetail
    from hkwatch.domain.impact import Impact
    from hkwatch.domain.journal import Head, JournalEntry
    from hkwatch.domain.pins import Pin, Ranks
    from hkwatch.domain.query_known import Known
    from hkwatch.domain.rows import InboxRow
    from hkwatch.domain.rule_edit import Proposal
    from hkwatch.domain.saved_search import SavedSearch
    from hkwatch.domain.user_rules import UserRule
    from hkwatch.services.alert_preview import AlertHistory, AlertPreview
    from hkwatch.services.contacts import Contact
    from hkwatch.services.coverage import Statement
    from hkwatch.services.evidence_file import KeptAnswer
    from hkwatch.services.poll_entry import PollEntry
    from hkwatch.services.register_board import Board
    from hkwatch.services.rule_preview import Preview
    from hkwatch.store import export_rows
    from hkwatch.store.first_day import FirstDay

Page = pages.Page
Counts = view_counts.Counts
OpenCounts = view_counts.OpenCounts
Found = search_counts.Found
MINUTES_KEPT = timedelta(hours=26)
"""Up to this far back the chart shows minutes; before that, hours."""


class InboxReader(StoreReader):
    """Reads the database the engine writes. All methods raise StoreError; `not-ready` before `open`."""

    _alert_history: AlertHistory | None = None

    def page(self, query: Query, before: ItemId | None = None, limit: int = pages.PAGE) -> Page:
        """The next rows older than `before` (None = from the newest), at most `limit`. Raises QueryError."""
        with self._reading() as db:
            found = pages.page(
                db, query, self._folder, before=before, limit=limit, now=self._now(), holidays=self._holidays
            )
            return replace(found, rows=self._shown(db, found.rows))

    def unknown_name(self, query: Query, known: Known) -> QueryError | None:
        """The first name in a query that nothing known is called and no stored item has; None where there is none."""
        with self._reading() as db:
            return next(name_doubts(db, query, known, self._folder, self._now()), None)

    def unknown_names(self, texts: tuple[str, ...], known: Known) -> dict[str, tuple[QueryError, ...]]:
        """All such names in each of several queries that has any; what is no query has none."""
        with self._reading() as db:
            return doubts_in(db, texts, known, self._folder, self._now())

    def counts(self, query: Query) -> Counts:
        """Rows per level and publisher in a view. Raises QueryError."""
        with self._reading() as db:
            return view_counts.counts(db, query, self._folder, self._now(), self._holidays)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """All saved searches in their order."""
        with self._reading() as db:
            return store.saved_searches.searches(db)

    def unread_of(self, query: str) -> Found:
        """How many unread items a saved search finds; bounded in number and in time."""
        with self._reading() as db:
            return search_counts.unread(db, query, self._folder, self._now(), self._holidays)

    def count_values(self, field: str, values: tuple[str, ...]) -> dict[str, Found]:
        """How many items each value of a field of the search finds; bounded like `unread_of`."""
        with self._reading() as db:
            return search_counts.of_values(db, field, values, self._folder, self._now(), self._holidays)

    def preview(self, rule: UserRule, now: datetime) -> Preview:
        """What a rule would hold of among the stored items. Raises QueryError."""
        from hkwatch.domain.catalogue import Role

        publishers = self._catalogue.publishers.values()
        official = tuple(one.id for one in publishers if one.role is not Role.MEDIA)
        with self._reading() as db:
            from hkwatch.services.rule_preview import preview

            found = preview(db, rule, self._folder, now, official)
            rows, others = (pages.in_language(db, part, self._language) for part in (found.rows, found.others))
            return replace(found, rows=rows, others=others)

    def proposal(self, rule: UserRule, title: str, others: tuple[str, ...], *, wanted: bool) -> Proposal | None:
        """The smallest edit after which a rule holds of the item with this headline (or with `wanted` False, does not)."""
        from hkwatch.domain.rule_edit import exclude, include

        edit = include if wanted else exclude
        return edit(rule, title, others, self._folder)

    def firms(self) -> dict[str, FirmNames]:
        """The firms that a query can ask for, by id."""
        with self._reading() as db:
            return store.firms.dictionary(db)

    def open_counts(self) -> OpenCounts:
        """Unread items for rail and tray, and open deadlines."""
        with self._reading() as db:
            return view_counts.open_counts(db, to_hkt(self._now()).date())

    def rows(self, items: tuple[ItemId, ...]) -> tuple[InboxRow, ...]:
        """These items' rows, newest first."""
        with self._reading() as db:
            return self._shown(db, pages.rows_of(db, items))

    def unread(self, query: Query, newest: ItemId) -> tuple[ItemId, ...]:
        """Every unread item up to `newest` that the query finds, newest first. Raises QueryError."""
        with self._reading() as db:
            return store.listing.unread(db, query, self._folder, newest, self._now(), self._holidays)

    def standing(self, items: tuple[ItemId, ...]) -> tuple[InboxRow, ...]:
        """The rows of those items that are a row of their own and not muted, newest first."""
        with self._reading() as db:
            return self._shown(db, pages.rows_of(db, store.listing.standing(db, items)))

    def addresses(self, items: tuple[ItemId, ...]) -> dict[ItemId, str]:
        """The items' web addresses in the language of their titles; those without one are left out."""
        with self._reading() as db:
            return store.listing.addresses(db, items, self._language)

    def matching(self, query: Query, items: tuple[ItemId, ...]) -> tuple[InboxRow, ...]:
        """The rows of those items that the query finds. Raises QueryError."""
        with self._reading() as db:
            found = pages.matching(db, query, self._folder, items, self._now(), self._holidays)
            return self._shown(db, pages.rows_of(db, found))

    def detail(self, item: ItemId) -> ItemDetail | None:
        """One item whole, None if it does not exist."""
        with self._reading() as db:
            found = store.details.detail(db, item)
            if found is None:
                return None
            rows = self._shown(db, tuple(one.row for one in found.related))
            deadline = store.deadlines.of_item(db, item)
            told = store.deliveries.told_of_item(db, item)
        found = replace(
            found,
            row=self._current(found.row),
            deadline=None if deadline is None else self._counted(deadline),
            told=told,
            related=tuple(replace(one, row=row) for one, row in zip(found.related, rows, strict=True)),
            members=tuple(replace(m, source_names=self._names(m.source_names)) for m in found.members),
        )
        row = self._catalogue.sources.get(SourceId(found.source_names[0]))
        if row is None:
            return found
        return replace(found, source_names=self._names(found.source_names), attribution=row.attribution)

    def _names(self, stored: tuple[str, str, str]) -> tuple[str, str, str]:
        row = self._catalogue.sources.get(SourceId(stored[0]))
        return stored if row is None else (row.name.en, row.name.zh_hant, row.name.zh_hans)

    def poll_log(self, source: SourceId) -> tuple[SourceId, tuple[PollEntry, ...]]:
        """The source and its last polls, newest first."""
        with self._reading() as db:
            return source, tuple(store.polls.poll_log(db, source))

    def deliveries(self) -> tuple[Delivery, ...]:
        """What became of the latest notices, newest first."""
        with self._reading() as db:
            return store.deliveries.newest(db)

    def contacts(self, *, prices: bool, live: bool = False) -> tuple[Contact, ...]:
        """Every host that was asked; `prices` and `live` say whether prices are watched, and how."""
        from hkwatch.services.contacts import Polls, contacts
        from hkwatch.store import asked
        from hkwatch.store.coverage import polls_ever

        with self._reading() as db:
            rows, hosts = polls_ever(db), asked.read(db)
        counted = {SourceId(name): Polls(count, from_ms(last) if last else None) for name, count, last in rows}
        return contacts(self._catalogue, counted, hosts, prices=prices, language=self._language, live=live)

    def board(self, history: Path) -> Board:
        """Everything the licence board shows; `history` is the shipped file of known licences."""
        with self._reading() as db:
            from hkwatch.services.register_board import read_board

            return read_board(db, self._catalogue, history, self._now())

    def register_page(self, page: int) -> bytes | None:
        """A register's page byte for byte, None where it was too large to keep."""
        with self._reading() as db:
            from hkwatch.store import registers

            return registers.page_body(db, page)

    def another(self) -> InboxReader:
        """A reader of the same file for another thread, in the same language; not open yet."""
        made = InboxReader(self._file, self._folder, self._catalogue, self._now, self._holidays)
        made.speak(self._language)
        return made

    def count(self, query: Query, within: timedelta | None = None) -> int:
        """How many items a view has, all of them or those that came into the list `within` this time. Raises QueryError."""
        now = self._now()
        at_least = None if within is None else first_id(to_ms(now - within))
        with self._reading() as db:
            return view_counts.count(db, query, self._folder, now, self._holidays, at_least)

    def extras(self, items: tuple[ItemId, ...]) -> dict[ItemId, export_rows.Extra]:
        """What an export says of items beyond their rows."""
        with self._reading() as db:
            from hkwatch.store import export_rows

            return export_rows.extras(db, items)

    def publisher_name(self, publisher: str, language: str) -> str:
        """A publisher's full name in a language, its id where nobody knows it."""
        found = self._catalogue.publishers.get(PublisherId(publisher))
        return publisher if found is None else found.name.in_language(language)

    def journal_head(self) -> Head:
        """How far the journal of acts goes."""
        with self._reading() as db:
            from hkwatch.store import journal

            return journal.head(db)

    def journal_hash(self, entry: int) -> bytes | None:
        """The hash of an entry, None where there is none of this number."""
        with self._reading() as db:
            from hkwatch.store import journal

            return journal.hash_of(db, entry)

    def journal(self, after: int | None, limit: int) -> list[JournalEntry]:
        """The next entries after a number, None = from the beginning, in their order."""
        with self._reading() as db:
            from hkwatch.store import journal

            return journal.entries(db, after, limit)

    def journal_of(self, items: tuple[ItemId, ...], upto: int) -> dict[ItemId, list[JournalEntry]]:
        """The entries about each of these items up to a number, in their order."""
        with self._reading() as db:
            from hkwatch.store import journal

            return journal.of_items(db, items, upto)

    def journal_of_firings(self, upto: int, firings: frozenset[int] | None = None) -> dict[int, list[JournalEntry]]:
        """The entries about each of these firings of alerts, None = all, up to a number, in their order."""
        with self._reading() as db:
            from hkwatch.store import alert_journal

            return alert_journal.of_firings(db, upto, firings)

    def story_members(self, items: tuple[ItemId, ...]) -> dict[ItemId, tuple[ItemId, ...]]:
        """For each of these items the others that tell of the same event; those that are alone are left out."""
        with self._reading() as db:
            return store.stories.others_of(db, items)

    def latest_serious(self, limit: int = 3) -> tuple[InboxRow, ...]:
        """The newest items of level high and above."""
        with self._reading() as db:
            return self._shown(db, pages.latest_serious(db, limit))

    def points(self, asset: str, since: datetime, now: datetime) -> tuple[ChartPoint, ...]:
        """Prices from `since` on, oldest first: hours far back, minutes for the last day."""
        edge = now - MINUTES_KEPT
        with self._reading() as db:
            minutes = store.prices.bars(db, asset, store.prices.MINUTE_S, max(since, edge))
            if since >= edge:
                return tuple(minutes)
            first = minutes[0].at if minutes else now
            hours = store.prices.bars(db, asset, store.prices.HOUR_S, since)
        return (*(hour for hour in hours if hour.at < first), *minutes)

    def bars(self, asset: str, step_s: int, start: datetime, end: datetime) -> tuple[ChartPoint, ...]:
        """The stored bars of one length (a minute or an hour) that begin from `start` on and before `end`, oldest first."""
        with self._reading() as db:
            return tuple(bar for bar in store.prices.bars(db, asset, step_s, start) if bar.at < end)

    def firings(self, alert: AlertId | None = None, limit: int = 200) -> tuple[Firing, ...]:
        """What alerts fired, newest first; of one, or of all."""
        with self._reading() as db:
            return tuple(store.alerts.firings(db, limit, alert))

    def alert_preview(self, spec: AlertSpec, fx: Decimal | None, now: datetime) -> AlertPreview:
        """What an alert would have done on the stored prices."""
        with self._reading() as db:
            if self._alert_history is None:
                from hkwatch.services.alert_preview import AlertHistory

                self._alert_history = AlertHistory()
            return self._alert_history.preview(db, spec, fx, now)

    def history(self, asset: str, since: datetime, minutes_from: datetime) -> Columns:
        """Bars from `since` on, oldest first: hours, and minutes from `minutes_from` on or from the first there is."""
        from hkwatch.domain.detail import Columns

        far = datetime.max.replace(tzinfo=UTC)
        with self._reading() as db:
            minutes = store.price_history.columns(db, asset, store.prices.MINUTE_S, max(since, minutes_from), far)
            until = from_ms(round(1000 * minutes.times[0])) if len(minutes) else far
            hours = (
                store.price_history.columns(db, asset, store.prices.HOUR_S, since, until)
                if since < until
                else Columns.none()
            )
        for part in ("times", "opens", "highs", "lows", "closes"):
            getattr(hours, part).extend(getattr(minutes, part))
        return hours

    def pins(self, asset: str, since: datetime, now: datetime) -> tuple[Pin, ...]:
        """Flagged items first seen from `since` on, oldest first, with what the price did afterwards."""
        with self._reading() as db:
            rows = pages.in_language(db, pages.rows_of(db, store.pins.pinned(db, since)), self._language)
            return store.pins.with_moves(db, asset, rows, now)

    def impact(self, asset: str, item: ItemId, now: datetime) -> Impact | None:
        """The price around an item's first sight; None where that says nothing, as of one that was old by then."""
        with self._reading() as db:
            return store.impact.impact(db, asset, item, now)

    def evidence(self, item: ItemId) -> tuple[KeptAnswer, ...]:
        """What was kept of an item as its publisher sent it, oldest first; empty where it is unknown or nothing was."""
        from hkwatch.services.evidence_file import KeptAnswer
        from hkwatch.store import evidence

        with self._reading() as db:
            found = store.details.detail(db, item)
            answers = evidence.all_kept(db, item)
        if found is None:
            return ()
        row, titles = found.row, {text.lang: text.title for text in found.texts}
        publisher = next((one for one in self._catalogue.publishers.values() if str(one.id) == row.publisher), None)
        issuer = publisher.name.en if publisher is not None else row.publisher
        return tuple(
            KeptAnswer(
                row.id,
                row.ref,
                titles.get(lang, row.title),
                issuer,
                lang,
                row.published_at,
                row.first_seen_at,
                number,
                answer,
            )
            for number, (lang, answer) in enumerate(answers, start=1)
        )

    def by_ref(self, ref: str) -> tuple[InboxRow, ...]:
        """Items with exactly this reference, the case apart, newest first; looks at every item."""
        with self._reading() as db:
            from hkwatch.store import evidence

            return pages.rows_of(db, evidence.with_ref(db, ref))

    def ranks(self, asset: str, now: datetime) -> Ranks:
        """How large moves usually are, over the last year. Takes a second or two."""
        from hkwatch.domain.pins import Ranks

        year_ago = now - timedelta(days=366)
        return Ranks(self.history(asset, year_ago, year_ago))

    def deadlines(self) -> tuple[CountedDeadline, ...]:
        """All deadlines, past ones too, counted from today; the earliest last day first."""
        with self._reading() as db:
            return tuple(self._counted(one) for one in store.deadlines.everything(db))

    def next_deadline(self) -> CountedDeadline | None:
        """The open deadline that ends first, counted from today; None while nothing is open."""
        return next((left for left in self.deadlines() if left.is_open), None)

    def away(self) -> AwaySummary | None:
        """What happened while the user was away; None where that never was."""
        with self._reading() as db:
            from hkwatch.services.away import read_away

            return read_away(db, self._catalogue, self._language, self._now(), self._holidays)

    def coverage(self, month: Month) -> Statement:
        """How completely a month was watched."""
        with self._reading() as db:
            from hkwatch.services.coverage import read_statement

            return read_statement(db, self._catalogue, month, self._now())

    def first_day(self) -> FirstDay | None:
        """What came of the first 24 hours; None before they are over."""
        with self._reading() as db:
            from hkwatch.store.first_day import first_day

            return first_day(db, self._now())

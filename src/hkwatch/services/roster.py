# SPDX-License-Identifier: MIT
"""Which sources are watched, by what rules, and how that changes while the watch runs.

catalogue's rows ─ removed, off ─► not watched         what was chosen is in the user's `own.toml`, written first,
                 └ options      ─► `rows`, by which      so that nothing is shown that a restart would forget
                                   everything else asks
"""

import asyncio
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from hkwatch.domain.address import belongs_to, canonical, host_of, is_web_address
from hkwatch.domain.catalogue import Catalogue, Keep, Kind, Names, PollBand, Publisher, Role, SourceRow, Status
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.own_source import NO_CHOICE, Choice, NewSource, NotifyFrom, SourceOptions
from hkwatch.domain.source_secrets import taken_out
from hkwatch.services.source_secrets import SourceSecrets
from hkwatch.sources.catalogue import MIN_POLL_MIN
from hkwatch.sources.own_choice import wrong_option
from hkwatch.sources.own_sources import Added

MAX_ADDED = 2000
"""Sources that are added at once at most."""
_OWN_EVERY_MIN = 30.0
_SLUG_CHARS = 48
_TITLE_CHARS = 120
_SHORT_CHARS = 18
_LANGS = frozenset(("en", "zh-Hant", "zh-Hans"))
_STRICTEST = (Keep.TITLE_LINK, Keep.SUMMARY, Keep.FULL)


class Book(Protocol):
    """Where it is written down what the user added and chose. Each call may block, and raises SettingsError."""

    def add(self, added: Added, choices: Mapping[SourceId, Choice]) -> None:
        """Write new sources, and the choices of those that come back."""
        ...

    def choose(self, choices: Mapping[SourceId, Choice]) -> None:
        """Write choices."""
        ...


@dataclass(frozen=True, slots=True)
class AddedNow:
    """What adding came to: the ids that are new, and how many addresses were watched already."""

    added: tuple[SourceId, ...]
    known: int


class Roster:
    """Knows all rows and keeps `rows` in step with what was chosen. Used by the engine's loop only."""

    def __init__(
        self,
        catalogue: Catalogue,
        usually_on: Callable[[SourceRow], bool],
        book: Book | None = None,
        notify: dict[SourceId, NotifyFrom] | None = None,
    ) -> None:
        """`usually_on` says whether catalogue and settings have a row on. `book` None: nothing is kept over a restart.

        `notify` is kept in step with what was chosen; pass the one that is read where notices are queued.
        The catalogue's own dicts are added to, so that all who hold it know a new source.
        """
        self._catalogue = catalogue
        self._usually_on = usually_on
        self._book = book
        self._notify = notify if notify is not None else {}
        self._one_at_a_time = asyncio.Lock()
        self.secrets: SourceSecrets | None = None
        """Keeps passwords, tokens and cookies; without it none are taken, but those that are to stand in the file."""
        # A choice that the settings agree with by now is none: the last word counts, wherever it was said.
        self._choices = {
            source: _without_echo(choice, catalogue.sources.get(source), usually_on)
            for source, choice in catalogue.choices.items()
        }
        self._echoes = {
            source: choice for source, choice in self._choices.items() if choice != catalogue.choices[source]
        }
        self.rows: dict[SourceId, SourceRow] = {}
        """The rows that are watched now, with the user's options in them. The same object for ever."""
        self._fit()

    @classmethod
    def of(cls, rows: Iterable[SourceRow]) -> "Roster":
        """Just these rows, all watched."""
        known = {row.id: row for row in rows}
        publishers = {row.publisher.id: row.publisher for row in known.values()}
        return cls(Catalogue(publishers, known), lambda _row: True)

    @property
    def off(self) -> list[SourceRow]:
        """Rows that are listed and not watched."""
        return [
            self._with_options(row)
            for row in self._catalogue.sources.values()
            if row.id not in self.rows and not self.choice(row.id).removed
        ]

    @property
    def removed(self) -> list[SourceRow]:
        """Rows that are in no list."""
        return [row for row in self._catalogue.sources.values() if self.choice(row.id).removed]

    def choice(self, source: SourceId) -> Choice:
        """What was chosen for a source."""
        return self._choices.get(source, NO_CHOICE)

    def addresses(self) -> dict[str, SourceId]:
        """Canonical addresses of all listed sources, those they moved to included."""
        found: dict[str, SourceId] = {}
        for row in self._catalogue.sources.values():
            if not self.choice(row.id).removed:
                for url in {row.url, self.rows.get(row.id, row).url}:
                    found.setdefault(canonical(url), row.id)
        return found

    async def settle(self) -> None:
        """Forget the choices that settings agree with, also in the file. Raises SettingsError."""
        if self._echoes and self._book is not None:
            await asyncio.to_thread(self._book.choose, self._echoes)
        self._echoes = {}

    async def add(self, wanted: Sequence[NewSource]) -> AddedNow:
        """Watch these as well; removed ones come back. Raises SettingsError, and then none is added."""
        if len(wanted) > MAX_ADDED:
            raise SettingsError(
                "too-many", f"{len(wanted)} sources at once are too many.", f"Add {MAX_ADDED} at a time."
            )
        async with self._one_at_a_time:
            publishers = dict(self._catalogue.publishers)
            fresh: dict[SourceId, SourceRow] = {}
            back: dict[SourceId, Choice] = {}
            met = self.addresses()
            removed = {canonical(row.url): row for row in self.removed}
            taken: set[str] = set(self._catalogue.sources)
            sites = _Sites(self._catalogue.sources.values())
            known = 0
            for new in wanted:
                if not is_web_address(new.url):
                    raise SettingsError(
                        "bad-address",
                        f"{new.url[:100]!r} is no web address.",
                        "It must begin with https:// or http://.",
                    )
                place = canonical(new.url)
                if place in met:
                    known += 1
                elif place in removed:
                    row = removed[place]
                    back[row.id] = replace(self.choice(row.id), removed=False, on=self._on(row, on=True))
                    met[place] = row.id
                else:
                    row = _new_row(new, publishers, sites, taken)
                    publishers.setdefault(row.publisher.id, row.publisher)
                    fresh[row.id] = row
                    met[place] = row.id
            if fresh or back:
                new_publishers = [one for ident, one in publishers.items() if ident not in self._catalogue.publishers]
                if self._book is not None:
                    await asyncio.to_thread(self._book.add, Added(new_publishers, list(fresh.values())), back)
                self._catalogue.publishers.update(publishers)
                self._catalogue.sources.update(fresh)
                self._choices.update(back)
                self._fit()
            return AddedNow((*back, *fresh), known)

    async def remove(self, source: SourceId) -> None:
        """Take a source out of the lists. Raises SettingsError."""
        await self._choose(source, lambda choice, _row: replace(choice, removed=True))

    async def restore(self, source: SourceId) -> None:
        """Put it back as it was. Raises SettingsError."""
        await self._choose(source, lambda choice, _row: replace(choice, removed=False))

    async def switch(self, source: SourceId, *, on: bool) -> None:
        """Watch a source, or not. Raises SettingsError."""
        await self._choose(source, lambda choice, row: replace(choice, on=self._on(row, on=on)))

    async def set_options(self, source: SourceId, options: SourceOptions) -> None:
        """Set how a source is asked and told. Raises SettingsError where they are wrong."""
        wrong = wrong_option(options)
        if wrong is not None:
            key, cause, step = wrong
            raise SettingsError("wrong-value", f"{source}, {key}: {cause}", step)
        if self.secrets is not None:
            options = await self.secrets.hide(source, options, self.choice(source).options)
        elif not options.secrets_in_file and taken_out(source, options)[1]:
            raise SettingsError("no-keyring", "There is no keyring here for secrets.", "Set them in the window.")
        await self._choose(source, lambda choice, _row: replace(choice, options=options))

    async def _choose(self, source: SourceId, change: Callable[[Choice, SourceRow], Choice]) -> None:
        async with self._one_at_a_time:
            row = self._catalogue.sources.get(source)
            if row is None:
                raise SettingsError("unknown-source", f"There is no source {source!r}.", "Look at the list of sources.")
            choice = change(self.choice(source), row)
            if choice == self.choice(source):
                return
            if self._book is not None:
                await asyncio.to_thread(self._book.choose, {source: choice})
            self._choices[source] = choice
            self._fit()

    def _on(self, row: SourceRow, *, on: bool) -> bool | None:
        return None if self._usually_on(row) is on else on

    def _fit(self) -> None:
        for row in self._catalogue.sources.values():
            choice = self.choice(row.id)
            is_on = not choice.removed and (choice.on if choice.on is not None else self._usually_on(row))
            if is_on:
                # An address it moved to meanwhile is kept by whoever follows moves.
                self.rows[row.id] = self._with_options(row)
            else:
                self.rows.pop(row.id, None)
        self._notify.clear()
        self._notify.update(
            (source, choice.options.notify)
            for source, choice in self._choices.items()
            if choice.options.notify is not NotifyFrom.USUAL
        )

    def _with_options(self, row: SourceRow) -> SourceRow:
        options = self.choice(row.id).options
        poll = row.poll
        if options.interval_min is not None:
            poll = (PollBand(max(options.interval_min, row.least_min, MIN_POLL_MIN)),)
        elif row.least_min > 0:
            poll = tuple(replace(band, every_min=max(band.every_min, row.least_min)) for band in poll)
        return replace(
            row, poll=poll, lang=options.lang or row.lang, proxy=options.proxy, headers=_headers(row, options)
        )


def _headers(row: SourceRow, options: SourceOptions) -> tuple[tuple[str, str], ...]:
    own = [*options.headers, *([("User-Agent", options.user_agent)] if options.user_agent else [])]
    names = {name.lower() for name, _ in own}
    return (*(one for one in row.headers if one[0].lower() not in names), *own)


class _Sites:
    """Which rows each host has."""

    def __init__(self, rows: Iterable[SourceRow]) -> None:
        self._rows: dict[str, list[SourceRow]] = {}
        for row in rows:
            self.add(row)

    def add(self, row: SourceRow) -> None:
        self._rows.setdefault(host_of(row.url), []).append(row)

    def of(self, host: str) -> list[SourceRow]:
        """Rows of the site a host belongs to. What the user added speaks for its own host only, not for those below."""
        if host in self._rows:
            return self._rows[host]
        site = belongs_to(host, (name for name, rows in self._rows.items() if not rows[0].own))
        return self._rows[site] if site is not None else []


def _new_row(new: NewSource, publishers: Mapping[PublisherId, Publisher], sites: _Sites, taken: set[str]) -> SourceRow:
    """A row of the user's own. `taken` are the ids in use; the new one is added to it, and the row to `sites`."""
    host = host_of(new.url)
    title = _line(new.title) or host
    like = sites.of(host)
    publisher = like[0].publisher if like else _own_publisher(host, publishers)
    like = [row for row in like if row.publisher.id == publisher.id and not row.own]
    ident = _unique(_slug(f"{host} {title}"), taken)
    row = SourceRow(
        id=SourceId(ident),
        name=Names(title, title, title),
        kind=Kind.RSS,
        url=new.url,
        lang=new.lang if new.lang in _LANGS else "en",
        publisher=publisher,
        aliases=(),
        poll=(PollBand(_OWN_EVERY_MIN),),
        key="guid",
        enabled=True,
        status=Status.STATED,
        quirks=frozenset(),
        # The terms of a known publisher hold for every feed of theirs.
        keep=min((row.keep for row in like), key=_STRICTEST.index, default=Keep.SUMMARY),
        attribution=next((row.attribution for row in like if row.attribution), ""),
        terms=next((row.terms for row in like if row.terms), ""),
        origin="own.toml",
        own=True,
        folder=_line(new.folder),
        least_min=max((row.least_min for row in like), default=0.0),
    )
    taken.add(ident)
    sites.add(row)
    return row


def _own_publisher(host: str, publishers: Mapping[PublisherId, Publisher]) -> Publisher:
    ident = PublisherId(_unique(_slug(host), set(publishers)))
    short = host if len(host) <= _SHORT_CHARS else f"{host[: _SHORT_CHARS - 1]}…"
    return Publisher(ident, Names(short, short, short), Names(host, host, host), Role.MEDIA, in_hk=False)


def _without_echo(choice: Choice, row: SourceRow | None, usually_on: Callable[[SourceRow], bool]) -> Choice:
    is_echo = row is not None and choice.on is not None and choice.on == usually_on(row)
    return replace(choice, on=None) if is_echo else choice


def _line(text: str) -> str:
    """One line of printable text, short enough for a list."""
    clean = "".join(char if char.isprintable() else " " for char in text if unicodedata.category(char) != "Cs")
    return " ".join(clean.split())[:_TITLE_CHARS].rstrip()


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > _SLUG_CHARS:
            break
        slug = longer
    return slug or (words[0][:_SLUG_CHARS] if words else "source")


def _unique(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"

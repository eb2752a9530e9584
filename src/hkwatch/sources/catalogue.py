# SPDX-License-Identifier: MIT
"""The catalogue's TOML files → typed rows. The shipped files must be right; the user's may be wrong and are answered in words.

*.toml → raw rows → user rows laid over shipped rows of the same id → typed rows → Catalogue
                                                 └→ SettingsError with file, line and key
"""

import dataclasses
import functools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from hkwatch.domain.catalogue import (
    Catalogue,
    FxRow,
    Keep,
    Kind,
    Names,
    PollBand,
    Publisher,
    Role,
    SourceRow,
    Status,
    VenueRole,
    VenueRow,
)
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import PublisherId, SourceId, VenueId
from hkwatch.domain.own_source import Choice
from hkwatch.sources import catalogue_checks as checks
from hkwatch.sources import catalogue_toml as toml
from hkwatch.sources.catalogue_toml import RawRow
from hkwatch.sources.own_choice import ChoiceForm, choice_of

QUIRKS = frozenset(("date-only", "no-link", "sfc-ref", "hkma-ref", "naive-hkt", "twins", "attachments"))
"""`date-only`: the time of day means nothing. `no-link`: the address is in the guid. `sfc-ref`, `hkma-ref`: where the
reference number stands. `naive-hkt`: times without a zone are Hong Kong's. `twins`: one document may be
listed at two addresses. `attachments`: parts of one publication come as items."""

REGISTERS = frozenset(("sfc-vatp", "sfc-alert-list", "hkma-stablecoin", "sfc-public-register"))
ADAPTERS = frozenset(("sfc-news", "sfc-circulars", "sfc-consultations", "hkma-press"))
"""Readers of registers and of APIs that rows may name. Only names: the desktop reads the catalogue and needs
none of the readers."""
KEYS = frozenset(("ref", "guid", "link", "link+title", "title+date"))
MIN_POLL_MIN, MAX_POLL_MIN = 1.0, 10_080.0
"""Nothing is polled more often than once a minute or less often than once a week."""
_LANGS = frozenset(("en", "zh-Hant", "zh-Hans"))
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_StructT = TypeVar("_StructT", bound=msgspec.Struct)


class _Names(msgspec.Struct, rename={"zh_hant": "zh-Hant", "zh_hans": "zh-Hans"}):
    en: str
    zh_hant: str = ""
    zh_hans: str = ""


class _Publisher(msgspec.Struct):
    id: str
    name: _Names | str
    role: Role
    short: _Names | str = ""
    in_hk: bool = False


class _Band(msgspec.Struct, rename={"start": "from", "end": "to"}):
    every_min: float
    start: str = ""
    end: str = ""
    days: str = "all"


class _Source(msgspec.Struct):
    id: str
    url: str
    name: _Names | str = ""
    kind: Kind = Kind.RSS
    lang: str = "en"
    publisher: str = ""
    aliases: list[str] = []
    poll: list[_Band] = []
    key: str = "guid"
    enabled: bool = True
    status: Status = Status.STATED
    quirks: list[str] = []
    keep: Keep = Keep.SUMMARY
    attribution: str = ""
    adapter: str = ""
    headers: dict[str, str] = {}
    terms: str = ""
    folder: str = ""
    least_min: float = 0.0
    depth: int = 0


class _Venue(msgspec.Struct):
    id: str
    name: str
    url: str
    symbols: dict[str, str]
    price: str
    quote: str
    interval_s: float
    bid: str = ""
    ask: str = ""
    time: str = ""
    time_unit: str = "ms"
    vote: bool = True
    enabled: bool = True
    licensed_hk: bool = False
    error_path: str = ""
    ok_path: str = ""
    ok_equals: str = ""
    reject: list[str] = []
    max_age_s: float | None = None
    role: VenueRole = VenueRole.PRICE
    spacing_s: float = 0.0
    echo: str = ""
    status: Status = Status.STATED
    attribution: str = ""


class _Fx(msgspec.Struct):
    id: str
    url: str
    rate: str
    interval_min: float
    low: float
    high: float
    date: str = ""
    attribution: str = ""


_FORMS: dict[str, type[msgspec.Struct]] = {
    "publisher": _Publisher,
    "source": _Source,
    "venue": _Venue,
    "fx": _Fx,
    "choice": ChoiceForm,
}
_NESTED: dict[str, type[msgspec.Struct]] = {"name": _Names, "short": _Names, "poll": _Band}


def load_catalogue(shipped: Path, user: Path | None) -> tuple[Catalogue, list[SettingsError]]:
    """Read all `*.toml` of both folders; `user` may be None or a folder that does not exist.

    A user row with the id of a shipped row changes the keys it names and leaves the others. What is wrong in the
    user's files is left out and comes back as a list of errors, in file order; anything wrong in a shipped file is
    raised as SettingsError. Error keys: `toml-syntax`, `unreadable`, `unknown-key`, `missing-key`, `wrong-value`,
    `same-id`, `same-address`, `unknown-publisher`.
    """
    errors: list[SettingsError] = []
    shipped_rows = toml.read_folder(shipped, _FORMS, errors)
    loaded = _Loader()
    loaded.add(shipped_rows, errors)
    if not shipped_rows and not errors:
        errors.append(SettingsError("unreadable", f"{shipped} holds no catalogue.", "Install hkwatch again."))
    if errors:
        raise errors[0]
    if user is not None and user.is_dir():
        # Only after the shipped rows stand, so that nothing of the user's can shake them.
        loaded.is_users = True
        loaded.add(toml.read_folder(user, _FORMS, errors), errors)
    return loaded.catalogue(), errors


class _Loader:
    """Takes rows layer by layer and keeps only what is right."""

    def __init__(self) -> None:
        self._raw: dict[tuple[str, str], RawRow] = {}
        self._publishers: dict[PublisherId, Publisher] = {}
        self._sources: dict[SourceId, SourceRow] = {}
        self._at: dict[tuple[str, str, str], str] = {}
        """Which source is at an address: comparing each with each would take seconds for a long list."""
        self._venues: dict[VenueId, VenueRow] = {}
        self._fx: dict[str, FxRow] = {}
        self._choices: dict[SourceId, Choice] = {}
        self.is_users = False
        """Whether what comes now is the user's: a source that is new then is one of their own."""

    def add(self, rows: Iterable[RawRow], errors: list[SettingsError]) -> None:
        """Take one layer of files. Publishers first, whatever the order of the files, because sources name them."""
        layer: dict[tuple[str, str], RawRow] = {}
        for row in sorted(rows, key=lambda row: row.table != "publisher"):
            try:
                row_id = _row_id(row)
                twin = layer.get((row.table, row_id))
                if twin is not None:
                    raise row.error("same-id", "id", f"{row_id!r} is already used in {twin.where('id')}.")
                layer[row.table, row_id] = row
                self._take(row.table, row_id, row)
            except SettingsError as error:
                errors.append(error)

    def catalogue(self) -> Catalogue:
        """All rows that are right, in the order they came."""
        return Catalogue(
            dict(self._publishers), dict(self._sources), dict(self._venues), tuple(self._fx.values()), self._choices
        )

    def _take(self, table: str, row_id: str, row: RawRow) -> None:
        base = self._raw.get((table, row_id))
        merged = row.over(base) if base is not None else row
        match table:
            case "publisher":
                publisher = _publisher(merged)
                self._publishers[publisher.id] = publisher
                for known in [source for source in self._sources.values() if source.publisher.id == publisher.id]:
                    self._sources[known.id] = dataclasses.replace(known, publisher=publisher)
            case "source":
                source = self._source(merged)
                former = self._sources.get(source.id)
                if former is not None:
                    self._at.pop(checks.place(former.url), None)
                self._at[checks.place(source.url)] = source.id
                self._sources[source.id] = source
            case "venue":
                venue = self._venue(merged)
                self._venues[venue.id] = venue
            case "choice":
                self._choices[SourceId(row_id)] = choice_of(row, _typed(row, ChoiceForm))
            case _:
                fx = _fx(merged)
                self._fx[fx.id] = fx
        self._raw[table, row_id] = merged

    def _source(self, row: RawRow) -> SourceRow:
        form = _typed(row, _Source)
        name = _names(row, "name", form.name) if form.name else Names(form.id, form.id, form.id)
        known = self._sources.get(SourceId(form.id))
        checks.web_address(row, form.url)
        other = self._at.get(checks.place(form.url), form.id)
        if other != form.id:
            first = self._raw["source", other]
            raise row.error(
                "same-address",
                "url",
                f"{form.id!r} has the address of {other!r} ({first.where('url')}).",
                "Leave one of them out.",
            )
        checks.one_of(row, "lang", form.lang, _LANGS)
        checks.one_of(row, "key", form.key, KEYS)
        for quirk in form.quirks:
            checks.one_of(row, "quirks", quirk, QUIRKS)
        if form.depth < 0:
            raise row.error("wrong-value", "depth", f"{form.depth} is no number of items.", "0 where it is not known.")
        if form.kind is Kind.RSS and form.adapter:
            raise row.error("wrong-value", "adapter", "a feed needs no adapter.", 'Set kind = "api" or leave it out.')
        if form.kind is not Kind.RSS:
            checks.one_of(row, "adapter", form.adapter, REGISTERS if form.kind is Kind.REGISTER else ADAPTERS)
        if not 0 <= form.least_min <= MAX_POLL_MIN:
            raise row.error("wrong-value", "least_min", f"it must be 0 to {MAX_POLL_MIN:g}.")
        for header, value in form.headers.items():
            if not _HEADER.fullmatch(header) or not value.isascii() or not value.isprintable():
                raise row.error(
                    "wrong-value", "headers", f"{header[:40]!r} cannot be sent.", "ASCII letters and hyphens."
                )
        return SourceRow(
            id=SourceId(form.id),
            name=name,
            kind=form.kind,
            url=form.url,
            lang=form.lang,
            publisher=self._publisher_of(row, form, name),
            aliases=tuple(form.aliases),
            poll=tuple(_band(row, band) for band in form.poll) or (PollBand(every_min=30),),
            key=form.key,
            enabled=form.enabled,
            status=form.status,
            quirks=frozenset(form.quirks),
            keep=form.keep,
            attribution=form.attribution,
            adapter=form.adapter,
            headers=tuple(form.headers.items()),
            terms=form.terms,
            origin=row.file.name,
            own=known.own if known is not None else self.is_users,
            folder=form.folder,
            least_min=form.least_min,
            depth=form.depth,
        )

    def _venue(self, row: RawRow) -> VenueRow:
        form = _typed(row, _Venue)
        checks.web_address(row, form.url.replace("{symbol}", "x"))
        # One venue under two names would vote twice.
        for other in self._venues.values():
            if other.id != form.id and checks.asked(other.url, other.symbols) & checks.asked(form.url, form.symbols):
                first = self._raw["venue", other.id].where("url")
                raise row.error(
                    "same-address",
                    "url",
                    f"{form.id!r} has the address of {other.id!r} ({first}).",
                    "Leave one of them out.",
                )
        checks.one_of(row, "time_unit", form.time_unit, frozenset(("s", "ms", "us", "iso")))
        if not form.symbols:
            raise row.error(
                "wrong-value", "symbols", "at least one asset is needed.", 'For example { BTC = "BTC-USD" }.'
            )
        if form.interval_s < 1:
            raise row.error("wrong-value", "interval_s", "a venue is asked once a second at most.")
        if form.spacing_s < 0 or (form.max_age_s is not None and form.max_age_s <= 0):
            key = "spacing_s" if form.spacing_s < 0 else "max_age_s"
            raise row.error("wrong-value", key, "it must be above 0.")
        for key in ("price", "bid", "ask", "time", "error_path", "ok_path", "echo"):
            checks.answer_path(row, key, getattr(form, key))
        if form.role is not VenueRole.PRICE:
            # A rate of exchange and an average of other venues have no vote of their own.
            form.vote = False
        values = {field: getattr(form, field) for field in form.__struct_fields__ if field not in ("id", "reject")}
        return VenueRow(id=VenueId(form.id), reject=tuple(form.reject), origin=row.file.name, **values)

    def _publisher_of(self, row: RawRow, form: _Source, name: Names) -> Publisher:
        if not form.publisher:
            # A source the user adds speaks for itself.
            return Publisher(PublisherId(form.id), name, name, Role.MEDIA, in_hk=False)
        publisher = self._publishers.get(PublisherId(form.publisher))
        if publisher is None:
            hint = toml.suggestion(form.publisher, self._publishers)
            raise row.error("unknown-publisher", "publisher", f"no publisher is called {form.publisher!r}.", hint)
        return publisher


def _publisher(row: RawRow) -> Publisher:
    form = _typed(row, _Publisher)
    name = _names(row, "name", form.name)
    short = _names(row, "short", form.short) if form.short else name
    return Publisher(PublisherId(form.id), short, name, form.role, form.in_hk)


def _fx(row: RawRow) -> FxRow:
    form = _typed(row, _Fx)
    checks.web_address(row, form.url)
    if not 0 < form.low < form.high:
        raise row.error("wrong-value", "low", "low must be above 0 and below high.")
    if form.interval_min < MIN_POLL_MIN:
        raise row.error("wrong-value", "interval_min", "a rate is asked once a minute at most.")
    return FxRow(origin=row.file.name, **msgspec.structs.asdict(form))


def _row_id(row: RawRow) -> str:
    row_id = row.values.get("id")
    if not isinstance(row_id, str):
        raise row.error("missing-key", "id", f"[[{row.table}]] has no id.", 'Add a line id = "…".')
    if not toml.is_kebab(row_id):
        raise row.error("wrong-value", "id", f"{row_id!r} is no id.", "Use a–z, 0–9 and single hyphens.")
    return row_id


def _typed(row: RawRow, form: type[_StructT]) -> _StructT:
    known = _known_keys(form)
    for key, value in row.values.items():
        if key not in known:
            raise row.error("unknown-key", key, f"{key!r} is unknown in [[{row.table}]].", toml.suggestion(key, known))
        nested = _NESTED.get(key)
        for part in value if isinstance(value, list) else [value]:
            if nested is not None and isinstance(part, dict):
                names = _known_keys(nested)
                for inner in part:
                    if inner not in names:
                        hint = toml.suggestion(inner, names)
                        raise row.error("unknown-key", key, f"{inner!r} is unknown in {key}.", hint)
    try:
        return msgspec.convert(row.values, form)
    except msgspec.ValidationError as exc:
        raise row.invalid(str(exc)) from exc


@functools.cache
def _known_keys(form: type[msgspec.Struct]) -> list[str]:
    # Asked for every row; looking through a form's types takes longer than reading the row.
    return [field.encode_name for field in msgspec.structs.fields(form)]


def _names(row: RawRow, key: str, value: _Names | str) -> Names:
    en = value if isinstance(value, str) else value.en
    if not en.strip():
        raise row.error("wrong-value", key, "the English name is empty.")
    if isinstance(value, str):
        return Names(en, en, en)
    return Names(en, value.zh_hant or en, value.zh_hans or value.zh_hant or en)


def _band(row: RawRow, band: _Band) -> PollBand:
    if not MIN_POLL_MIN <= band.every_min <= MAX_POLL_MIN:
        raise row.error(
            "wrong-value", "poll", f"every_min is {band.every_min:g}; it must be {MIN_POLL_MIN:g} to {MAX_POLL_MIN:g}."
        )
    if bool(band.start) != bool(band.end):
        raise row.error("wrong-value", "poll", "from and to belong together.")
    checks.one_of(row, "poll", band.days, frozenset(("all", "workdays")))
    return PollBand(
        every_min=band.every_min,
        start=checks.clock_time(row, band.start),
        end=checks.clock_time(row, band.end),
        workdays_only=band.days == "workdays",
    )

# SPDX-License-Identifier: MIT
"""The settings file: typed TOML, each option declared once with its default, its limits and its meaning."""

import tomllib
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from hkwatch.domain.deadline import REMIND_AT
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.hkt import HKT
from hkwatch.domain.item import Level
from hkwatch.domain.notify_grid import BY_LEVEL, POPUP, SOUND, TRAY, Grid, NoticeRow
from hkwatch.domain.office import OfficeHours
from hkwatch.domain.quiet import DAYS, QuietHours
from hkwatch.sources.toml_text import read_toml

Language = Literal["system", "en", "zh-Hant", "zh-Hans"]
CloseAction = Literal["ask", "tray", "quit"]
MarkRead = Literal["opened", "after", "by-hand"]
Scheme = Literal["system", "light", "dark"]
PriceColours = Literal["green-up", "red-up", "blue-orange"]
DigestEvery = Literal["off", "daily", "weekly"]
DigestFormat = Literal["md", "html"]
PriceUnits = Literal["both", "usd", "hkd"]
TellFrom = Literal["high", "normal", "nothing"]
SoundName = Literal["none", "ping", "chime", "alarm"]
Zone = Literal["hkt", "local"]
ShownZone = Literal["hkt", "local", "utc"]
Dates = Literal["language", "iso"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Ways = tuple[str, ...]
_LOUD: Ways = (POPUP, SOUND, TRAY)
_CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
_HOURS = r"^(|([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9])$"
_NINE = "09:00-18:00"
# Without name and password: the settings are exported, and a password in them would be too.
_PROXY = r"^(|direct|(http|https|socks5)://[A-Za-z0-9._\-]+(:[0-9]{1,5})?/?|(http|https|socks5)://\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?/?)$"
_CONTACT = r"^[ -'*-~]*$"
"""What may stand in a header between brackets."""


def _meta(text: str, **limits: Any) -> msgspec.Meta:
    return msgspec.Meta(description=text, **limits)


class General(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    language: Annotated[Language, _meta("Language of the window and of notifications")] = "system"
    close: Annotated[CloseAction, _meta("What closing the window does: ask, keep watching in the tray, or quit")] = (
        "ask"
    )
    keep_without_tray: Annotated[
        bool, _meta("Keep watching when the window closes though there is no tray; starting hkwatch again shows it")
    ] = False
    user_name: Annotated[
        str, _meta("Your name in the audit journal, beside the name of the system's account", max_length=80)
    ] = ""
    start_at_login: Annotated[bool, _meta("Start with the session, in the tray and without a window")] = False
    open_links: Annotated[bool, _meta("Let this hkwatch open hkwatch:// links")] = True
    mark_read: Annotated[
        MarkRead, _meta("When an item that is shown becomes read: opened, after (some seconds), or by-hand")
    ] = "after"
    mark_read_after_s: Annotated[
        int, _meta("Seconds before somebody's eyes that make an item read, with mark_read = after", ge=1, le=60)
    ] = 2
    time_zone: Annotated[
        ShownZone, _meta("Zone in which the window shows times; evidence, exports, alerts and charts keep Hong Kong's")
    ] = "hkt"
    dates: Annotated[Dates, _meta("Dates as the language writes them, or iso (2026-11-20)")] = "language"

    @property
    def viewed_after_ms(self) -> int | None:
        """Milliseconds on screen that make an item read, 0 = at once, None = only by hand."""
        return {"opened": 0, "after": self.mark_read_after_s * 1000, "by-hand": None}[self.mark_read]


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    theme: Annotated[Scheme, _meta("Light, dark, or as the system")] = "system"
    price_colours: Annotated[PriceColours, _meta("Colours of rising and falling prices")] = "green-up"
    two_line_rows: Annotated[bool, _meta("Show a second line under each title")] = False
    text_size_percent: Annotated[int, _meta("Size of all texts, per cent", ge=80, le=200)] = 100
    reading_size_percent: Annotated[int, _meta("Size of the text of an item, per cent", ge=70, le=250)] = 100


class Links(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    open_hosts: Annotated[tuple[str, ...], _meta("Hosts whose links open without asking, beside the publishers'")] = ()


class Notify(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which ways (`popup`, `sound`, `tray`, or a channel's id) each kind of notice takes, and what is heard."""

    critical: Annotated[Ways, _meta("Ways of critical items: popup, sound, tray, or a channel")] = _LOUD
    high: Annotated[Ways, _meta("Ways of items of level high")] = _LOUD
    normal: Annotated[Ways, _meta("Ways of items of level normal; at most six an hour pop up")] = ()
    low: Annotated[Ways, _meta("Ways of items of level low")] = ()
    alerts: Annotated[Ways, _meta("Ways of price alerts; a firing is logged in any case")] = _LOUD
    deadlines: Annotated[Ways, _meta("Ways of reminders and moved deadlines")] = (POPUP, SOUND)
    registers: Annotated[Ways, _meta("Ways of register changes of level high and above")] = (POPUP, SOUND)
    watch: Annotated[Ways, _meta("Ways of a source that cannot be read")] = (POPUP, TRAY)
    sound_critical: Annotated[SoundName, _meta("What is heard with a critical notice")] = "alarm"
    sound_high: Annotated[SoundName, _meta("What is heard with one of level high")] = "chime"
    sound_normal: Annotated[SoundName, _meta("What is heard with one of level normal")] = "ping"
    sound_low: Annotated[SoundName, _meta("What is heard with one of level low")] = "none"
    repeat_critical: Annotated[bool, _meta("Tell critical notices again every five minutes until acknowledged")] = True

    @property
    def grid(self) -> Grid:
        """The ways by row."""
        return Grid({row: frozenset(getattr(self, row.value)) for row in NoticeRow})

    @property
    def sounds(self) -> dict[Level, str]:
        """What is heard, by level."""
        return {level: getattr(self, f"sound_{row.value}") for level, row in BY_LEVEL.items()}

    @property
    def tell_from(self) -> str:
        """The lowest level that is told: `high`, `normal`, `nothing`; empty where the grid says something else."""
        told = {row for row in BY_LEVEL.values() if self.grid.tells(row)}
        known = {
            frozenset({NoticeRow.CRITICAL, NoticeRow.HIGH}): "high",
            frozenset({NoticeRow.CRITICAL, NoticeRow.HIGH, NoticeRow.NORMAL}): "normal",
            frozenset[NoticeRow](): "nothing",
        }
        return known.get(frozenset(told), "")

    def with_tell_from(self, lowest: TellFrom) -> "Notify":
        """Tell items of this level and above. Rows that are told already keep their ways."""
        rows = {"critical": lowest != "nothing", "high": lowest != "nothing", "registers": lowest != "nothing"}
        rows |= {"normal": lowest == "normal", "low": False}
        usual = Notify()
        changed: dict[str, Ways] = {}
        for row, wanted in rows.items():
            ways: Ways = getattr(self, row)
            if wanted and not self.grid.tells(NoticeRow(row)):
                fresh: Ways = getattr(usual, row) or (POPUP,)
                changed[row] = tuple(dict.fromkeys((*fresh, *ways)))
            elif not wanted:
                changed[row] = tuple(way for way in ways if way == TRAY)
        return msgspec.structs.replace(self, **changed)


class Quiet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    on: Annotated[bool, _meta("Hold notices back in quiet hours and tell them afterwards as one")] = False
    start: Annotated[str, _meta("When quiet hours begin, hh:mm", pattern=_CLOCK)] = "22:00"
    end: Annotated[
        str, _meta("When quiet hours end, hh:mm; not after the beginning = the next day", pattern=_CLOCK)
    ] = "08:00"
    zone: Annotated[Zone, _meta("Whose clock: Hong Kong's or this computer's")] = "hkt"
    days: Annotated[tuple[Day, ...], _meta("Days on which quiet hours begin")] = DAYS  # type: ignore[assignment]
    critical_passes: Annotated[bool, _meta("Critical notices are told although it is quiet")] = True
    with_desktop: Annotated[bool, _meta("Quiet also while the desktop is not to be disturbed or shows full screen")] = (
        True
    )

    @property
    def hours(self) -> QuietHours | None:
        """The hours, None while they are off."""
        if not self.on:
            return None
        zone = HKT if self.zone == "hkt" else None
        return QuietHours(time.fromisoformat(self.start), time.fromisoformat(self.end), self.days, zone)


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Office hours: outside them notices are held as in quiet hours. A day without hours is a day off."""

    on: Annotated[bool, _meta("Hold notices back outside office hours and tell them afterwards as one")] = False
    mon: Annotated[str, _meta("Office hours on Mondays, hh:mm-hh:mm in Hong Kong; empty = off", pattern=_HOURS)] = _NINE
    tue: Annotated[str, _meta("On Tuesdays", pattern=_HOURS)] = _NINE
    wed: Annotated[str, _meta("On Wednesdays", pattern=_HOURS)] = _NINE
    thu: Annotated[str, _meta("On Thursdays", pattern=_HOURS)] = _NINE
    fri: Annotated[str, _meta("On Fridays", pattern=_HOURS)] = _NINE
    sat: Annotated[str, _meta("On Saturdays", pattern=_HOURS)] = ""
    sun: Annotated[str, _meta("On Sundays", pattern=_HOURS)] = ""
    holidays_off: Annotated[bool, _meta("Hong Kong's general holidays are days off")] = True

    def profile(self, holidays: frozenset[date]) -> OfficeHours | None:
        """The hours, None while they are off. `holidays` are Hong Kong's."""
        if not self.on:
            return None
        hours = {}
        for day in DAYS:
            start, dash, end = getattr(self, day).partition("-")
            if dash and start < end:
                hours[day] = (time.fromisoformat(start), time.fromisoformat(end))
        return OfficeHours(hours, holidays if self.holidays_off else frozenset())


class Prices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    enabled: Annotated[bool, _meta("Watch prices")] = True
    interval_s: Annotated[int, _meta("Seconds between two looks at the venues", ge=5, le=600)] = 15
    assets: Annotated[tuple[str, ...], _meta("What is priced; the catalogue says what venues quote")] = ("BTC", "ETH")
    units: Annotated[PriceUnits, _meta("Shown in US$ and HK$ (both), in US$ alone, or HK$ first")] = "both"
    live: Annotated[bool, _meta("Keep connections to venues open that send prices as they change")] = False


class Sources(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    on: Annotated[tuple[str, ...], _meta("Ids of sources to switch on that the catalogue leaves off")] = ()
    off: Annotated[tuple[str, ...], _meta("Ids of sources to switch off")] = ()
    accept_moves: Annotated[
        bool, _meta("Use the new address of a source that moved for good by itself, after ten good answers")
    ] = True
    save_power: Annotated[bool, _meta("Ask less often on battery or a metered connection")] = True
    proxy: Annotated[
        str,
        _meta(
            "Proxy of all requests: http://host:port, socks5://host:port, `direct` for none; empty = as the system says."
            " A source's own goes before",
            pattern=_PROXY,
            max_length=200,
        ),
    ] = ""
    contact: Annotated[
        str,
        _meta(
            "What stands in brackets after the name hkwatch in every request, such as an address that a publisher may"
            " write to; empty = the usual words",
            pattern=_CONTACT,
            max_length=80,
        ),
    ] = ""


class Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    keep_days: Annotated[
        int,
        _meta(
            "Days that items are kept, 0 = for ever; flagged, starred, acknowledged and noted ones"
            " and those of level high and above always stay",
            ge=0,
            le=36500,
        ),
    ] = 0


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    watchlist: Annotated[
        tuple[str, ...], _meta("Firms by any name, id or CE number: a serious item that names one is critical")
    ] = ()
    foreign_licences: Annotated[bool, _meta("Flag licences outside Hong Kong too")] = False


class Deadlines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    remind_working_days: Annotated[
        tuple[Annotated[int, msgspec.Meta(ge=0, le=60)], ...],
        _meta("Remind of a deadline when so many Hong Kong working days are left; none = never"),
    ] = REMIND_AT


class Reports(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sign_of_life: Annotated[bool, _meta("Say once a day that the watch is on, with its figures")] = False
    sign_of_life_at: Annotated[str, _meta("When, Hong Kong time", pattern=_CLOCK)] = "18:30"
    digest: Annotated[DigestEvery, _meta("Write a digest as a file: off, daily, or weekly on Fridays")] = "off"
    digest_at: Annotated[str, _meta("When, Hong Kong time", pattern=_CLOCK)] = "18:30"
    digest_format: Annotated[DigestFormat, _meta("Markdown (md) or HTML")] = "html"
    digest_folder: Annotated[str, _meta("Folder of the digests; empty = `digests` in the data folder")] = ""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All options. Unknown names and values out of range are errors that name the option."""

    general: General = General()
    look: Look = Look()
    notify: Notify = Notify()
    quiet: Quiet = Quiet()
    office: Office = Office()
    prices: Prices = Prices()
    sources: Sources = Sources()
    data: Data = Data()
    rules: Rules = Rules()
    deadlines: Deadlines = Deadlines()
    reports: Reports = Reports()
    links: Links = Links()
    keys: dict[str, str] = {}
    """Names of the window's commands with the keys the user chose for them, empty for none; the window knows the names."""


def load_settings(file: Path) -> Settings:
    """Read the file; a missing one means the defaults. Raises SettingsError naming file, line or option."""
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            "unreadable", f"{file}: {error}.", "Check the file, or delete it to use defaults."
        ) from error
    try:
        raw = read_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError("bad-toml", f"{file}: {error}.", "Correct the line, or delete the file.") from error
    return parse_settings(raw, str(file))


def parse_settings(raw: Mapping[str, Any], name: str) -> Settings:
    """Typed settings from a file's tables. Raises SettingsError `bad-setting` naming `name` and the option."""
    try:
        return msgspec.convert(modern(raw), Settings)
    except msgspec.ValidationError as error:
        raise SettingsError("bad-setting", f"{name}: {error}.{_suggestion(raw)}", "Correct the option.") from error


def modern(raw: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says, with the options of former versions as those of this one. Nothing that was chosen is lost."""
    notify = raw.get("notify")
    if not isinstance(notify, dict):
        return dict(raw)
    kept = dict(notify)
    lowest, alerts = kept.get("tell_from"), kept.get("alerts")
    changed: dict[str, object] = {}
    if lowest in ("high", "normal", "nothing"):
        kept.pop("tell_from")
        chosen = Notify().with_tell_from(lowest)
        rows = ("critical", "high", "normal", "low", "registers")
        changed = {row: getattr(chosen, row) for row in rows if getattr(chosen, row) != getattr(Notify(), row)}
    if isinstance(alerts, bool):
        kept.pop("alerts")
        if not alerts:
            changed["alerts"] = (TRAY,)
    # What stands in the file in this version's words goes before.
    return {**raw, "notify": {**changed, **kept}}


def save_settings(file: Path, settings: Settings) -> None:
    """Write all options, replacing the file at once so that a crash leaves the old or the new one. Raises SettingsError."""
    text = to_toml(settings)
    partial = file.with_suffix(".partial")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial.write_text(text, "utf-8")
        partial.replace(file)
    except OSError as error:
        raise SettingsError("unwritable", f"{file}: {error}.", "Check the folder's permissions.") from error


def to_toml(settings: Settings) -> str:
    """The file's text, with each option's meaning as a comment."""
    lines = ["# hkwatch settings. Delete a line, or the file, to go back to the default."]
    for section in msgspec.structs.fields(Settings):
        part = getattr(settings, section.name)
        lines += ["", f"[{section.name}]"]
        if isinstance(part, dict):
            lines.append('# Keys of your own, as `star = "Ctrl+D"`, `go-inbox = "G, H"`; empty takes the key away')
            lines += [f"{_toml_value(name)} = {_toml_value(value)}" for name, value in sorted(part.items())]
            continue
        for option in msgspec.structs.fields(type(part)):
            lines.append(f"# {_description(option)}")
            lines.append(f"{option.name} = {_toml_value(getattr(part, option.name))}")
    return "\n".join(lines) + "\n"


def _description(option: msgspec.structs.FieldInfo) -> str:
    info = msgspec.inspect.type_info(option.type)
    extra = info.extra_json_schema if isinstance(info, msgspec.inspect.Metadata) else None
    return str((extra or {}).get("description", option.name))


def _toml_value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case tuple():
            return "[" + ", ".join(_toml_value(part) for part in value) + "]"
        case _:
            # JSON and TOML escape alike but for DEL, which TOML does not take as it is.
            return msgspec.json.encode(str(value)).decode().replace("\x7f", "\\u007f")


def _suggestion(raw: Mapping[str, Any]) -> str:
    sections = {section.name: section for section in msgspec.structs.fields(Settings)}
    for name, part in raw.items():
        if name not in sections:
            return _meant(name, list(sections))
        if isinstance(getattr(Settings(), name), dict):
            continue
        options = {option.name: option for option in msgspec.structs.fields(type(getattr(Settings(), name)))}
        for option, value in part.items() if isinstance(part, dict) else ():
            if option not in options:
                return _meant(option, list(options))
            choices = _choices(options[option])
            if choices and isinstance(value, str) and value not in choices:
                return _meant(value, choices)
    return ""


def _choices(option: msgspec.structs.FieldInfo) -> list[str]:
    """The words an option may be, empty where it is no choice of words."""
    info = msgspec.inspect.type_info(option.type)
    kind = info.type if isinstance(info, msgspec.inspect.Metadata) else info
    return [str(value) for value in kind.values] if isinstance(kind, msgspec.inspect.LiteralType) else []


def _meant(wrong: str, known: list[str]) -> str:
    from rapidfuzz import process  # noqa: PLC0415 - only who misspelt something waits for it

    best = process.extractOne(wrong, known, score_cutoff=60)
    return f" Did you mean `{best[0]}`?" if best else f" Known: {', '.join(known)}."

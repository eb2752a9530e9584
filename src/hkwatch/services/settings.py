# SPDX-License-Identifier: MIT
"""The settings file: typed TOML, each option declared once with its default, its limits and its meaning."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from hkwatch.domain.deadline import REMIND_AT
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.item import Level

Language = Literal["system", "en", "zh-Hant", "zh-Hans"]
CloseAction = Literal["ask", "tray", "quit"]
Scheme = Literal["system", "light", "dark"]
PriceColours = Literal["green-up", "red-up", "blue-orange"]
DigestEvery = Literal["off", "daily", "weekly"]
DigestFormat = Literal["md", "html"]
TellFrom = Literal["high", "normal", "nothing"]

_CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"


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


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    theme: Annotated[Scheme, _meta("Light, dark, or as the system")] = "system"
    price_colours: Annotated[PriceColours, _meta("Colours of rising and falling prices")] = "green-up"
    two_line_rows: Annotated[bool, _meta("Show a second line under each title")] = False
    text_size_percent: Annotated[int, _meta("Size of all texts, per cent", ge=80, le=200)] = 100
    reading_size_percent: Annotated[int, _meta("Size of the text of an item, per cent", ge=70, le=250)] = 100


class Links(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    open_hosts: Annotated[tuple[str, ...], _meta("Hosts whose links open without asking, beside the publishers'")] = ()


class Notify(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    tell_from: Annotated[TellFrom, _meta("Notify of items of this level and above")] = "high"
    alerts: Annotated[bool, _meta("Notify when a price alert fires")] = True


class Prices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    enabled: Annotated[bool, _meta("Watch prices")] = True
    interval_s: Annotated[int, _meta("Seconds between two looks at the venues", ge=5, le=600)] = 15
    assets: Annotated[tuple[str, ...], _meta("What is priced; the catalogue says what venues quote")] = ("BTC", "ETH")
    live: Annotated[bool, _meta("Keep connections to venues open that send prices as they change")] = False


class Sources(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    on: Annotated[tuple[str, ...], _meta("Ids of sources to switch on that the catalogue leaves off")] = ()
    off: Annotated[tuple[str, ...], _meta("Ids of sources to switch off")] = ()
    save_power: Annotated[bool, _meta("Ask less often on battery or a metered connection")] = True


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
    prices: Prices = Prices()
    sources: Sources = Sources()
    data: Data = Data()
    rules: Rules = Rules()
    deadlines: Deadlines = Deadlines()
    reports: Reports = Reports()
    links: Links = Links()

    @property
    def tell_level(self) -> Level | None:
        """The lowest level that is told, None for nothing."""
        return {"high": Level.HIGH, "normal": Level.NORMAL, "nothing": None}[self.notify.tell_from]


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
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError("bad-toml", f"{file}: {error}.", "Correct the line, or delete the file.") from error
    try:
        return msgspec.convert(raw, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError("bad-setting", f"{file}: {error}.{_suggestion(raw)}", "Correct the option.") from error


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

# SPDX-License-Identifier: MIT
"""`[[choice]]` rows: what the user decided about single sources, as written in their catalogue folder."""

import math
import re
from urllib.parse import urlsplit

import msgspec

from hkwatch.domain.own_source import Choice, NotifyFrom, SourceOptions
from hkwatch.sources.catalogue_toml import RawRow

MIN_INTERVAL_MIN, MAX_INTERVAL_MIN = 1.0, 10_080.0
LANGS = frozenset(("", "en", "zh-Hant", "zh-Hans"))
DIRECT = "direct"
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}")
_OWN_HEADERS = frozenset(
    (
        "host",
        "content-length",
        "transfer-encoding",
        "connection",
        "accept-encoding",
        "if-none-match",
        "if-modified-since",
        "user-agent",
        "accept",
    )
)
_MOST_HEADERS, _LONGEST_HEADER, _LONGEST_AGENT = 20, 4000, 300
_PROXIES = frozenset(("http", "https", "socks5"))


class ChoiceForm(msgspec.Struct):
    """One row; what is left out is as the catalogue says."""

    id: str
    removed: bool = False
    on: bool | None = None
    interval_min: float | None = None
    lang: str = ""
    notify: NotifyFrom = NotifyFrom.USUAL
    proxy: str = ""
    user_agent: str = ""
    headers: dict[str, str] = {}
    secrets_in_file: bool = False


def choice_of(row: RawRow, form: ChoiceForm) -> Choice:
    """The typed choice. Raises SettingsError naming file, line and key."""
    options = SourceOptions(
        form.interval_min,
        form.lang,
        form.notify,
        form.proxy,
        form.user_agent,
        tuple(form.headers.items()),
        form.secrets_in_file,
    )
    wrong = wrong_option(options)
    if wrong is not None:
        raise row.error("wrong-value", *wrong)
    return Choice(form.removed, form.on, options)


def wrong_option(options: SourceOptions) -> tuple[str, str, str] | None:
    """What is wrong with options: key, cause, next step. None where nothing is."""
    interval = options.interval_min
    if interval is not None and not (math.isfinite(interval) and MIN_INTERVAL_MIN <= interval <= MAX_INTERVAL_MIN):
        return (
            "interval_min",
            f"{interval:g} minutes are not possible.",
            f"It must be {MIN_INTERVAL_MIN:g} to {MAX_INTERVAL_MIN:g}.",
        )
    if options.lang not in LANGS:
        return "lang", f"{options.lang!r} is no language here.", "Use en, zh-Hant or zh-Hans."
    if options.proxy not in ("", DIRECT) and not _is_proxy(options.proxy):
        return (
            "proxy",
            # The address may hold a password.
            "The proxy is no address.",
            "Write http://host:port, socks5://host:port, or direct for none.",
        )
    return _wrong_header(options)


def _wrong_header(options: SourceOptions) -> tuple[str, str, str] | None:
    if not _can_be_sent(options.user_agent) or len(options.user_agent) > _LONGEST_AGENT:
        return "user_agent", "This User-Agent cannot be sent.", f"At most {_LONGEST_AGENT} letters, plain ASCII."
    if len(options.headers) > _MOST_HEADERS:
        return "headers", f"{len(options.headers)} headers are too many.", f"At most {_MOST_HEADERS}."
    names = [name.lower() for name, _ in options.headers]
    for name, value in options.headers:
        if not _HEADER.fullmatch(name) or not _can_be_sent(value) or len(value) > _LONGEST_HEADER:
            return "headers", f"{name[:40]!r} cannot be sent.", "Write Name: value, a line each, plain ASCII."
        if name.lower() in _OWN_HEADERS:
            return "headers", f"{name} is set by hkwatch itself.", "Leave it out."
    if len(set(names)) < len(names):
        return "headers", "A header stands there twice.", "Leave one out."
    return None


def _can_be_sent(text: str) -> bool:
    return text.isascii() and (text.isprintable() or not text)


def _is_proxy(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    is_bare = parts.path in ("", "/") and not parts.query and not parts.fragment
    return parts.scheme in _PROXIES and bool(parts.hostname) and port != 0 and is_bare and text.isprintable()

# SPDX-License-Identifier: MIT
"""`[[choice]]` rows: what the user decided about single sources, as written in their catalogue folder."""

import math
from urllib.parse import urlsplit

import msgspec

from hkwatch.domain.own_source import Choice, NotifyFrom, SourceOptions
from hkwatch.sources.catalogue_toml import RawRow

MIN_INTERVAL_MIN, MAX_INTERVAL_MIN = 1.0, 10_080.0
LANGS = frozenset(("", "en", "zh-Hant", "zh-Hans"))
DIRECT = "direct"
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


def choice_of(row: RawRow, form: ChoiceForm) -> Choice:
    """The typed choice. Raises SettingsError naming file, line and key."""
    options = SourceOptions(form.interval_min, form.lang, form.notify, form.proxy)
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
    return None


def _is_proxy(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    is_bare = parts.path in ("", "/") and not parts.query and not parts.fragment
    return parts.scheme in _PROXIES and bool(parts.hostname) and port != 0 and is_bare and text.isprintable()

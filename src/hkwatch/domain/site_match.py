# SPDX-License-Identifier: MIT
"""Whose web site is this host? The firm's own, or one that only looks like it.

osl.com, www.osl.com, trade-hk.osl.com      its own: the site, or something below it
osl-pro.example, osl.example, 0sl.com       like it and not the same: what impostors register
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from hkwatch.domain.register import RegisterRow, match_name

_PUNYCODE = "xn--"
_LOOKALIKE = str.maketrans("013457", "oleast")
_PARTS = re.compile(r"[.\-_]+")
_NOT_LETTER = re.compile(r"[\W_]+")
_SHORTEST_INSIDE = 5
"""A name of fewer letters stands in other words by chance."""
_SHORTEST = 3
_ALIKE = 85.0
_LEAST_SCORE, _MOST_SCORE = 80.0, 99.0


@dataclass(frozen=True, slots=True)
class PlatformSites:
    """A platform's own web sites. `ce` is its operator's number, empty where only its name `platform` is known."""

    platform: str
    sites: tuple[str, ...]
    ce: str = ""

    def is_of(self, row: RegisterRow) -> bool:
        """Whether a register's row is this platform's: by the number, without one by the platform's name."""
        if self.ce:
            return row.ce == self.ce
        return bool(row.platform) and match_name(row.platform) == match_name(self.platform)


def host_of(text: str) -> str:
    """The host of an address or of a bare domain, in lower case, without `www.`; empty where there is none.

    A backslash is read as browsers read it: `https://a.example\\@b.example` leads to a.example.
    """
    plain = text.strip().replace("\\", "/")
    try:
        host = urlsplit(plain if "://" in plain else f"https://{plain}").hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".").removeprefix("www.")


def is_at(host: str, site: str) -> bool:
    """Whether `host` is `site` or stands below it; both in lower case."""
    return host == site or host.endswith(f".{site}")


def likeness(host: str, site: str) -> float:
    """How much a host that is not at `site` looks like it, 80 to 99 percent; 0 where it does not."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - a name or address is compared long after the board was opened

    shown = ".".join(_readable(label) for label in host.split("."))
    brand = _brand(site)
    parts = [part for part in _PARTS.split(shown) if part]
    words = {*parts, *(part.translate(_LOOKALIKE) for part in parts)}
    bare = _NOT_LETTER.sub("", shown)
    labels = [_NOT_LETTER.sub("", label) for label in shown.split(".")]
    is_like = (
        f"-{'-'.join(_PARTS.split(site))}-" in f"-{'-'.join(parts)}-"
        or brand in words
        or brand in labels
        or (len(brand) >= _SHORTEST_INSIDE and (brand in bare or brand in bare.translate(_LOOKALIKE)))
        or (len(brand) >= _SHORTEST_INSIDE and any(fuzz.ratio(brand, label) >= _ALIKE for label in labels))
    )
    return min(_MOST_SCORE, max(_LEAST_SCORE, fuzz.ratio(shown, site))) if is_like else 0.0


def own(host: str, sites: Iterable[str]) -> str:
    """The site that `host` is at; empty where it is at none."""
    return next((site for site in sites if is_at(host, site)), "")


def nearest(host: str, sites: Iterable[str]) -> tuple[str, float]:
    """The site that `host` looks most like, and how much in percent; empty and 0 where it looks like none."""
    best = max(((likeness(host, site), site) for site in sites), default=(0.0, ""))
    return (best[1], best[0]) if best[0] else ("", 0.0)


def _brand(site: str) -> str:
    """What people know a site by: its first label; one of two letters with what follows, as in ex.io."""
    first = _NOT_LETTER.sub("", site.split(".")[0])
    return first if len(first) >= _SHORTEST else _NOT_LETTER.sub("", site)


def _readable(label: str) -> str:
    """A label as a browser may show it: letters of other scripts instead of their encoding."""
    if not label.startswith(_PUNYCODE):
        return label
    try:
        return label.removeprefix(_PUNYCODE).encode("ascii").decode("punycode")
    except UnicodeError:
        return label

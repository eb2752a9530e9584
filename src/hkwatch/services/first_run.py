# SPDX-License-Identifier: MIT
"""What the first window asks and what its answers mean as settings. How much is told a day was measured; see resources."""

import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from hkwatch.domain.catalogue import Catalogue, Publisher, Role
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import SourceId
from hkwatch.services.settings import Language, PriceColours, Settings, TellFrom

_HONG_KONG_MEDIA = frozenset(("rthk", "scmp", "hkfp", "thestandard", "mingpao", "hket", "oncc"))


class Group(StrEnum):
    """Sources that are chosen together."""

    SFC = "sfc"
    HKMA = "hkma"
    PUBLIC = "public"
    """Government, legislature, exchange, the other regulators."""
    MEDIA_HK = "media-hk"
    MEDIA_CRYPTO = "media-crypto"


USUAL = frozenset((Group.SFC, Group.HKMA, Group.PUBLIC))


@dataclass(frozen=True, slots=True)
class Measured:
    """Counted releases of some publishers over whole days: all, those of level normal and above, high and above."""

    items: int
    normal: int
    important: int
    days: int
    start: date
    end: date
    publishers: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What was chosen. `assets` empty = no prices. `sources`: exactly these, None = what the groups say."""

    language: Language
    price_colours: PriceColours
    groups: frozenset[Group]
    assets: tuple[str, ...]
    tell_from: TellFrom
    sources: frozenset[SourceId] | None = None


def load_measured(resources: Path) -> Measured:
    """The shipped figures. Raises SettingsError where the installation is incomplete."""
    file = resources / "first-run.toml"
    try:
        return msgspec.convert(tomllib.loads(file.read_text("utf-8")), Measured)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingsError("resources-missing", f"{file}: {error}.", "Install hkwatch again.") from error


def group_of(publisher: Publisher) -> Group:
    """The group that a publisher's sources belong to."""
    if publisher.id in ("sfc", "hkma"):
        return Group(str(publisher.id))
    if publisher.role is not Role.MEDIA:
        return Group.PUBLIC
    return Group.MEDIA_HK if publisher.id in _HONG_KONG_MEDIA else Group.MEDIA_CRYPTO


def wanted_sources(catalogue: Catalogue, groups: Set[Group], apart: Mapping[SourceId, bool]) -> frozenset[SourceId]:
    """The sources that are watched: those of the groups that are on by themselves, but for what is chosen `apart`."""
    rows = catalogue.sources.values()
    return frozenset(row.id for row in rows if apart.get(row.id, row.enabled and group_of(row.publisher) in groups))


def settings_for(answers: Answers, catalogue: Catalogue, before: Settings) -> Settings:
    """The settings that the answers mean; what was not asked stays as it is in `before`."""
    wanted = answers.sources if answers.sources is not None else wanted_sources(catalogue, answers.groups, {})
    rows = sorted(catalogue.sources.values(), key=lambda row: row.id)
    off = tuple(str(row.id) for row in rows if row.enabled and row.id not in wanted)
    on = tuple(str(row.id) for row in rows if not row.enabled and row.id in wanted)
    replace = msgspec.structs.replace
    prices = replace(before.prices, enabled=bool(answers.assets), assets=answers.assets or before.prices.assets)
    return replace(
        before,
        general=replace(before.general, language=answers.language),
        look=replace(before.look, price_colours=answers.price_colours),
        notify=before.notify.with_tell_from(answers.tell_from),
        prices=prices,
        sources=replace(before.sources, off=off, on=on or before.sources.on),
    )

# SPDX-License-Identifier: MIT
"""What an engine is made of; put together in app/."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from hkwatch.domain.catalogue import SourceRow
from hkwatch.domain.clock import Clock
from hkwatch.domain.ids import SourceId
from hkwatch.services.actor import Actor
from hkwatch.services.alerting import Alerting
from hkwatch.services.asked import AskedHosts
from hkwatch.services.backups import Backups
from hkwatch.services.bodies import Bodies
from hkwatch.services.channels import Channels
from hkwatch.services.database import Database
from hkwatch.services.deadlines import Deadlines
from hkwatch.services.finding import Finder
from hkwatch.services.ingest import Ingest
from hkwatch.services.live import LivePrices
from hkwatch.services.newest import NewestVersion
from hkwatch.services.notices import Notices
from hkwatch.services.pictures import Pictures
from hkwatch.services.poller import Poller
from hkwatch.services.prices import PriceWatch
from hkwatch.services.registers import Registers
from hkwatch.services.reports import Reports
from hkwatch.services.retention import Retention
from hkwatch.services.roster import Roster
from hkwatch.services.rules import Rules
from hkwatch.services.saving import Saving
from hkwatch.services.worker import Worker
from hkwatch.sources.skew import ClockSkew


@dataclass(frozen=True, slots=True)
class Parts:
    """What the engine is made of; built in app/."""

    clock: Clock
    database: Database
    ingest: Ingest
    poller: Poller
    bodies: Bodies | None
    alerting: Alerting
    prices: tuple[PriceWatch, ...]
    notices: Notices
    sources: tuple[SourceRow, ...]
    chance: random.Random
    skew: ClockSkew | None = None
    """What the servers' clocks say; None where nobody asks them."""
    save_address: Callable[[SourceId, str], None] | None = None
    """Writes a source's new address into the user's own files; None where there are none."""
    roster: Roster | None = None
    """Which sources are watched; None = `sources`, and for ever."""
    finder: Finder | None = None
    """Looks for sources; None = nothing can be looked for."""
    worker: Worker | None = None
    """Where long texts are unpacked; None = in the loop."""
    backups: Backups | None = None
    """Makes the daily copies; None = none are made."""
    rules: Rules | None = None
    """Changes the rules, applies them to what is stored, and mutes; None = the rules are fixed."""
    saving: Saving | None = None
    """Slows polling down on battery or a metered link; None = nobody asks the system."""
    retention: Retention | None = None
    """Takes old items out; None = nothing ever is."""
    live: LivePrices | None = None
    """Connections that venues send prices over; None = venues are only asked."""
    deadlines: Deadlines | None = None
    """Reminds of deadlines; None = nothing is ever due."""
    reports: Reports | None = None
    """Signs of life and digests; None = none are made."""
    pictures: Pictures | None = None
    """Fetches pictures at the user's word; None = none can be."""
    registers: Registers | None = None
    """Reads the registers; None where none is watched."""
    actor: Actor | None = None
    """Who does what is done by hand; None = the account the engine runs under."""
    channels: Channels | None = None
    """Further ways out; None = notices stay on this computer."""
    asked: AskedHosts | None = None
    """Counts requests by host; None counts none."""
    newest: NewestVersion | None = None
    """Asks for the newest version, when somebody asks; None = nobody can."""

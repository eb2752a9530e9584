# SPDX-License-Identifier: MIT
"""What the settings say about telling, given to the parts that tell."""

from collections.abc import Callable
from pathlib import Path

from hkwatch.app.ways_out import system_attention
from hkwatch.domain.catalogue import Kind
from hkwatch.domain.clock import Clock
from hkwatch.domain.events import BeepWanted, Event
from hkwatch.domain.notify_grid import NoticeRow
from hkwatch.domain.office import together
from hkwatch.notify.sound import Sounds
from hkwatch.services.alerting import Alerting
from hkwatch.services.database import Database
from hkwatch.services.ingest import Ingest
from hkwatch.services.notices import Notices
from hkwatch.services.quiet import QuietKeeper
from hkwatch.services.settings import Settings


def apply_notify(settings: Settings, ingest: Ingest, alerting: Alerting, notices: Notices) -> None:
    """Let these settings hold from now on."""
    notify, quiet = settings.notify, settings.quiet
    grid = notify.grid
    ingest.tells = lambda row, level: grid.tells_item(level, of_register=row.kind is Kind.REGISTER)
    alerting.tell = grid.tells(NoticeRow.ALERTS)
    notices.hand_over.grid = grid
    notices.hand_over.sounds = notify.sounds
    notices.repeat_critical = notify.repeat_critical
    notices.quiet.hours = together(quiet.hours, settings.office.profile(notices.holidays))
    notices.quiet.critical_passes = quiet.critical_passes
    notices.quiet.with_desktop = quiet.with_desktop
    notices.wake()


def equip(
    notices: Notices,
    clock: Clock,
    database: Database,
    resources: Path,
    emit: Callable[[Event], None],
    *,
    with_desktop: bool,
) -> None:
    """Give the notices their sounds and, with a desktop, what it says about being disturbed."""
    notices.hand_over.player = Sounds(clock, resources / "sounds", lambda: emit(BeepWanted()))
    notices.quiet = QuietKeeper(clock, database, system_attention() if with_desktop else None)

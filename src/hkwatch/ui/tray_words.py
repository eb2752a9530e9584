# SPDX-License-Identifier: MIT
"""What the tray says: the first line of its menu, and the tooltip that puts the icon's form into words. Pure."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.events import PriceChanged, WatchState, WatchStatusChanged
from hkwatch.domain.item import Level
from hkwatch.domain.rows import InboxRow
from hkwatch.ui.formats import Direction, change, clock, day_month, in_hkt, is_chinese, money, span
from hkwatch.ui.shown_time import shown
from hkwatch.ui.watch_words import EngineTrouble, checked_text, paused_text, quiet_text, state_text, trouble_text
from hkwatch.ui.words import level_text

HIGH_AND_ABOVE = frozenset((Level.HIGH, Level.CRITICAL))
_TITLE_CHARS = 46
_WAKE_HOUR = 8


@dataclass(frozen=True, slots=True)
class TrayFacts:
    """All the tray shows. `counted` is unread items of `levels`, as the icon counts; `alert` a fired alert nobody opened."""

    status: WatchStatusChanged | None = None
    trouble: EngineTrouble | None = None
    price: PriceChanged | None = None
    latest: tuple[InboxRow, ...] = ()
    counted: int = 0
    levels: frozenset[Level] = HIGH_AND_ABOVE
    """The levels that the user let the tray count."""
    unread: int | None = None
    """Unread items of the inbox, whatever their level; None before they were counted."""
    alert: bool = False
    failing_shown: bool = True
    """Whether a source that fails is to be marked."""
    window_shown: bool = False
    failing: int = field(init=False, compare=False)
    """Sources that fail; counted once, for the tray asks half a dozen times each time it is written."""

    def __post_init__(self) -> None:
        failing = sum(one.is_failing for one in self.status.sources) if self.status is not None else 0
        object.__setattr__(self, "failing", failing)

    @property
    def quiet(self) -> str:
        """That pop-ups are held and until when, in words; empty while they are not."""
        return quiet_text(self.status) if self.status is not None else ""


def header_text(facts: TrayFacts, now: datetime, language: str) -> str:
    """`hkwatch · Watching · checked 1 min ago`."""
    translate = QCoreApplication.translate
    if facts.trouble is not None:
        return f"hkwatch · {trouble_text(facts.trouble)}"
    if facts.status is None:
        return f"hkwatch · {translate('Tray', 'Starting')}"
    if facts.status.state is WatchState.PAUSED:
        rest = paused_text(facts.status, now, language)
    else:
        rest = checked_text(facts.status, now, language)
    return f"hkwatch · {state_text(facts.status)} · {rest}"


def tooltip_text(facts: TrayFacts, now: datetime, language: str) -> str:
    """The first line, then a line for each thing the icon shows by form and number, or would if it had room."""
    translate = QCoreApplication.translate
    lines = [header_text(facts, now, language)]
    if facts.alert:
        lines.append(translate("Tray", "A price alert fired"))
    if facts.counted:
        lines.append(counted_text(facts, language))
    if facts.failing:
        lines.append(failing_text(facts))
    if facts.quiet:
        lines.append(facts.quiet)
    return "\n".join(lines)


def counted_text(facts: TrayFacts, language: str) -> str:
    """`Unread, high and above: 3`: how many, and of which levels, as they are ticked for the tray."""
    translate = QCoreApplication.translate
    if facts.levels == frozenset(Level):
        return translate("Tray", "Unread: {0}").format(facts.counted)
    if facts.levels == HIGH_AND_ABOVE:
        return translate("Tray", "Unread, high and above: {0}").format(facts.counted)
    names = [level_text(level) for level in sorted(facts.levels, reverse=True)]
    levels = ("、" if is_chinese(language) else ", ").join(names)
    return translate("Tray", "Unread ({levels}): {count}").format(levels=levels, count=facts.counted)


def unread_text(facts: TrayFacts) -> str:
    """`Unread: 12` for the whole inbox; empty before it was counted."""
    translate = QCoreApplication.translate
    if facts.unread is None:
        return ""
    return (
        translate("Tray", "Unread: {0}").format(facts.unread) if facts.unread else translate("Tray", "Nothing unread")
    )


def failing_text(facts: TrayFacts) -> str:
    """`Sources failing: 1`; empty while none does."""
    return QCoreApplication.translate("Tray", "Sources failing: {0}").format(facts.failing) if facts.failing else ""


def price_text(price: PriceChanged | None, now: datetime, language: str) -> str:
    """`BTC US$96,214 ▲ 0.7 % · HK$748,285 · 12 s`."""
    if price is None or price.price_usd is None:
        return QCoreApplication.translate("Tray", "No price yet")
    text = f"{price.asset} {money(price.price_usd)}"
    if price.change_24h is not None:
        direction, size = change(price.change_24h)
        sign = {Direction.UP: "▲ ", Direction.DOWN: "▼ ", Direction.FLAT: ""}[direction]
        text += f" {sign}{size}"
    if price.fx_rate is not None:
        text += f" · {money(price.price_usd * price.fx_rate, 'HKD')}"
    if price.as_of is not None:
        text += f" · {span(now - price.as_of, language)}"
    return text


def item_text(row: InboxRow, publisher: str, now: datetime, language: str) -> str:
    """`14:18  SFC  ASPIRe roadmap …`."""
    today = shown(row.sort_at).date() == shown(now).date()
    when = clock(row.sort_at) if today else day_month(row.sort_at, language)
    title = row.title if len(row.title) <= _TITLE_CHARS else row.title[: _TITLE_CHARS - 1].rstrip() + "…"
    # A single & would make the next letter an access key.
    return f"{when}  {publisher}  {title}".replace("&", "&&")


def tomorrow_morning(now: datetime) -> datetime:
    """Tomorrow 08:00 in Hong Kong."""
    return _at_eight(now + timedelta(days=1))


def next_morning(now: datetime) -> datetime:
    """The next 08:00 in Hong Kong: today's before eight, else tomorrow's."""
    return min(at for at in (_at_eight(now), tomorrow_morning(now)) if at > now)


def _at_eight(now: datetime) -> datetime:
    return in_hkt(now).replace(hour=_WAKE_HOUR, minute=0, second=0, microsecond=0)

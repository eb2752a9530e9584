# SPDX-License-Identifier: MIT
"""What a firing is called and why it fired, for notices, the terminal and the log. In the user's language."""

from datetime import datetime, timedelta
from decimal import Decimal

from hkwatch.domain.alerts import AlertKind, AlertSpec, Currency, Firing, Sound
from hkwatch.domain.hkt import format_clock, format_minute, to_hkt
from hkwatch.services.texts import Texts

_DAY_S = 86_400
_CLOCK_ENOUGH = timedelta(hours=20)


class AlertWording:
    """Words firings. Every text goes through `translate` with its literal, so that the translation tools find it."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def title(self, firing: Firing, headline: str = "") -> str:
        """`BTC below US$95,000`, `BTC +3.1 % within 1 h`; of a saved search `headline`, the item's title."""
        translate = self._texts.translate
        level, spec = money(firing.level, firing.currency), firing.spec
        # One after the other: the tools that look for texts read literals only.
        match firing.kind:
            case AlertKind.CROSS_ABOVE | AlertKind.ABOVE:
                text = translate("EngineNotices", "{asset} above {level}")
            case AlertKind.CROSS_BELOW | AlertKind.BELOW:
                text = translate("EngineNotices", "{asset} below {level}")
            case AlertKind.STEP if spec is not None and spec.pct is not None:
                text = translate("EngineNotices", "{asset} {share} from {base}")
            case AlertKind.CROSS | AlertKind.STEP:
                text = translate("EngineNotices", "{asset} crossed {level}")
            case AlertKind.ENTER_RANGE:
                text = translate("EngineNotices", "{asset} entered its range at {level}")
            case AlertKind.LEAVE_RANGE:
                text = translate("EngineNotices", "{asset} left its range at {level}")
            case AlertKind.MOVE:
                text = translate("EngineNotices", "{asset} {share} within {window}")
            case AlertKind.MOVE_BASE:
                text = translate("EngineNotices", "{asset} {share} from {base}")
            case AlertKind.NEW_HIGH if spec is not None and spec.since is not None:
                text = translate("EngineNotices", "{asset}: highest since {day}")
            case AlertKind.NEW_LOW if spec is not None and spec.since is not None:
                text = translate("EngineNotices", "{asset}: lowest since {day}")
            case AlertKind.NEW_HIGH if spec is not None and spec.window_s:
                text = translate("EngineNotices", "{asset}: highest in {window}")
            case AlertKind.NEW_HIGH:
                text = translate("EngineNotices", "{asset}: new all-time high")
            case AlertKind.NEW_LOW if spec is not None and spec.window_s:
                text = translate("EngineNotices", "{asset}: lowest in {window}")
            case AlertKind.NEW_LOW:
                text = translate("EngineNotices", "{asset}: new all-time low")
            case AlertKind.NO_PRICE:
                text = translate("EngineNotices", "{asset}: no price for {window}")
            case AlertKind.PREMIUM:
                text = translate("EngineNotices", "{asset} in Hong Kong {share} against US$")
            case AlertKind.ITEM:
                name = spec.note if spec is not None and spec.note else ""
                query = spec.with_item.query if spec is not None and spec.with_item is not None else ""
                return translate("EngineNotices", "Saved search: {name}").format(name=name or query or headline)
        return text.format(
            asset=firing.asset,
            level=level,
            share="" if firing.share is None else signed_percent(firing.share),
            window=self.span(spec.window_s) if spec is not None else "",
            day="" if spec is None or spec.since is None else to_hkt(spec.since).date().isoformat(),
            base="" if firing.base is None else money(firing.base, Currency.USD),
        )

    def facts(self, firing: Firing) -> list[str]:
        """Price and time, and what made it fire; without the headline of an item."""
        translate = self._texts.translate
        facts = [f"{self.price(firing)} {self.time(firing.at)}".strip()]
        if firing.kind in (AlertKind.MOVE, AlertKind.NEW_HIGH, AlertKind.NEW_LOW) and firing.base is not None:
            base = money(firing.base, Currency.USD)
            if firing.base_at is None:
                facts.append(translate("EngineNotices", "before: {price}").format(price=base))
            else:
                at = self._moment(firing.base_at, firing.at)
                facts.append(translate("EngineNotices", "from {price} at {time}").format(price=base, time=at))
        if firing.kind in (AlertKind.NO_PRICE, AlertKind.PREMIUM) and firing.base_at is not None:
            facts.append(
                translate("EngineNotices", "since {time}").format(time=self._moment(firing.base_at, firing.at))
            )
        if firing.between is not None and firing.spec is not None and firing.spec.with_item is not None:
            facts.append(translate("EngineNotices", "reached {time}").format(time=self.time(firing.between[0])))
        elif firing.late and firing.between is not None:
            start, end = (self.time(moment) for moment in firing.between)
            facts.append(translate("EngineNotices", "crossed between {start} and {end}").format(start=start, end=end))
        elif firing.late:
            facts.append(translate("EngineNotices", "while hkwatch could not see prices"))
        if len(firing.venues) > 1 and firing.kind is not AlertKind.ITEM:
            facts.append(translate("EngineNotices", "median of {count}").format(count=len(firing.venues)))
        if firing.times > 1:
            facts.append(
                translate("EngineNotices", "{count} crossings since the last notice").format(count=firing.times)
            )
        if firing.rearm_level is not None:
            ready = money(firing.rearm_level, firing.currency)
            if firing.kind is AlertKind.CROSS_ABOVE:
                facts.append(translate("EngineNotices", "re-arms below {level}").format(level=ready))
            else:
                facts.append(translate("EngineNotices", "re-arms above {level}").format(level=ready))
        return facts

    def price(self, firing: Firing) -> str:
        """`US$94,962 (HK$738,548)`; empty where there was none."""
        if firing.price_usd is None:
            return ""
        price = money(firing.price_usd, Currency.USD)
        return price if firing.price_hkd is None else f"{price} ({money(firing.price_hkd, Currency.HKD)})"

    def span(self, seconds: int) -> str:
        """`45 min`, `1 h`, `7 d`."""
        translate = self._texts.translate
        if seconds % _DAY_S == 0 and seconds > _DAY_S:
            return translate("EngineNotices", "{count} d").format(count=seconds // _DAY_S)
        if seconds % 3600 == 0:
            return translate("EngineNotices", "{count} h").format(count=seconds // 3600)
        return translate("EngineNotices", "{count} min").format(count=seconds // 60)

    def time(self, moment: datetime) -> str:
        """`21:04:17 HKT`."""
        return self._texts.translate("EngineNotices", "{time} HKT").format(time=format_clock(moment))

    def _moment(self, moment: datetime, now: datetime) -> str:
        """The time, with its day where that was another."""
        if now - moment < _CLOCK_ENOUGH:
            return self.time(moment)
        return format_minute(moment)


def sound_of(spec: AlertSpec | None) -> str:
    """The name of what is heard with a notice of an alert; empty = what its level has."""
    return "" if spec is None or spec.sound is Sound.LEVEL else spec.sound.value


def signed_percent(share: Decimal) -> str:
    """`+3.1 %`, `−2.0 %`."""
    sign = "\N{MINUS SIGN}" if share < 0 else "+"
    return f"{sign}{abs(share) * 100:.1f} %"


def money(amount: Decimal, currency: Currency) -> str:
    """`US$94,962` or `HK$738,548`; below 100 with cents."""
    sign = "US$" if currency is Currency.USD else "HK$"
    return f"{sign}{amount:,.0f}" if amount >= 100 else f"{sign}{amount:,.2f}"

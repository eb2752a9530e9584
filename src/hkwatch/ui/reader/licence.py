# SPDX-License-Identifier: MIT
"""What happened to a licence, in one line: «Licence granted · HKVAX · VATP»."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.flags import Reason
from hkwatch.domain.licence_event import Happening, LicenceEvent, Regime

_RULE = "licence-event"
_MOST_FIRMS = 3


def licence_text(event: LicenceEvent) -> str:
    """Event, firms and regime with `·` between; what the text did not state is left out."""
    translate = QCoreApplication.translate
    parts = [_happening(event.event)]
    names = [one.firm for one in event.firms]
    if names:
        two = translate("Licence", "{0}, {1}")
        shown = reduce(two.format, names[:_MOST_FIRMS])
        left = len(names) - _MOST_FIRMS
        parts.append(translate("Licence", "{names} +{count}").format(names=shown, count=left) if left > 0 else shown)
    if event.regime is not None:
        parts.append(regime_text(event.regime))
    elif not event.hk:
        parts.append(translate("Licence", "outside Hong Kong"))
    return " · ".join(parts)


def with_licence(reasons: Iterable[Reason], event: LicenceEvent | None) -> list[Reason]:
    """The reasons with the event told in words, and first."""
    if event is None:
        return list(reasons)
    told = [replace(why, why=licence_text(event)) if why.rule == _RULE else why for why in reasons]
    return sorted(told, key=lambda why: why.rule != _RULE)


def regime_text(regime: Regime) -> str:
    """The regime's name."""
    translate = QCoreApplication.translate
    match regime:
        case Regime.VATP:
            return translate("Licence", "VATP")
        case Regime.STABLECOIN:
            return translate("Licence", "stablecoin issuer")
        case Regime.VA_DEALING:
            return translate("Licence", "virtual asset dealing")
        case Regime.VA_CUSTODY:
            return translate("Licence", "virtual asset custody")
        case Regime.TYPE_1:
            return translate("Licence", "Type 1")
        case Regime.TYPE_4:
            return translate("Licence", "Type 4")
        case Regime.TYPE_7:
            return translate("Licence", "Type 7")
        case Regime.TYPE_9:
            return translate("Licence", "Type 9")


def _happening(event: Happening) -> str:
    translate = QCoreApplication.translate
    match event:
        case Happening.APPLIED:
            return translate("Licence", "Licence applied for")
        case Happening.GRANTED:
            return translate("Licence", "Licence granted")
        case Happening.IN_PRINCIPLE:
            return translate("Licence", "Licence approved in principle")
        case Happening.UPLIFTED:
            return translate("Licence", "Licence uplifted")
        case Happening.CONDITIONS:
            return translate("Licence", "Licence conditions changed")
        case Happening.REFUSED:
            return translate("Licence", "Licence refused")
        case Happening.WITHDRAWN:
            return translate("Licence", "Licence application withdrawn")
        case Happening.RETURNED:
            return translate("Licence", "Licence application returned")
        case Happening.SUSPENDED:
            return translate("Licence", "Licence suspended")
        case Happening.REVOKED:
            return translate("Licence", "Licence revoked")
        case Happening.LAPSED:
            return translate("Licence", "Licence lapsed")

# SPDX-License-Identifier: MIT
"""What happened to a licence, in one line."""

import pytest

from hkwatch.domain.flags import Reason
from hkwatch.domain.licence_event import Happening, LicenceEvent, Licensee, Regime
from hkwatch.ui.reader.licence import licence_text, regime_text, with_licence

GRANTED = LicenceEvent(Happening.GRANTED, (Licensee("HKVAX", "BPW549", "hkvax"),), Regime.VATP, True, 0, 0)


def test_event_firm_and_regime_stand_in_one_line() -> None:
    assert licence_text(GRANTED) == "Licence granted · HKVAX · VATP"


def test_what_is_not_stated_is_left_out() -> None:
    assert licence_text(LicenceEvent(Happening.REFUSED, (), None, True, 0, 0)) == "Licence refused"
    abroad = LicenceEvent(Happening.GRANTED, (Licensee("Example"),), None, False, 0, 0)
    assert licence_text(abroad) == "Licence granted · Example · outside Hong Kong"


def test_many_firms_are_counted() -> None:
    firms = tuple(Licensee(f"Firm {n}") for n in range(1, 6))
    event = LicenceEvent(Happening.GRANTED, firms, Regime.STABLECOIN, True, 0, 0)
    assert licence_text(event) == "Licence granted · Firm 1, Firm 2, Firm 3 +2 · stablecoin issuer"


@pytest.mark.parametrize("happening", list(Happening))
def test_every_event_has_words(happening: Happening) -> None:
    assert licence_text(LicenceEvent(happening, (), None, True, 0, 0)).startswith("Licence")


def test_every_regime_has_a_name_of_its_own() -> None:
    assert len({regime_text(regime) for regime in Regime}) == len(Regime)


def test_the_event_is_the_first_reason_and_says_itself() -> None:
    reasons = [
        Reason("sfc-title", "sfc", "title", "SFC", 0, 3, "The SFC in the headline"),
        Reason("licence-event", "licence", "title", "grants", 4, 10, "What happened to the licence"),
    ]
    shown = with_licence(reasons, GRANTED)
    assert [why.why for why in shown] == ["Licence granted · HKVAX · VATP", "The SFC in the headline"]
    assert with_licence(reasons, None) == reasons

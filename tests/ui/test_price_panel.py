# SPDX-License-Identifier: MIT
"""The price panel: what the head says in each state, the alert list, and the wishes it tells."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTranslator
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hkwatch.domain.alerts import AlertKind, AlertSpec, AlertState, Blocked, Currency, Phase, Repeat
from hkwatch.domain.events import AlertView, PriceChanged, VenueView
from hkwatch.domain.ids import AlertId
from hkwatch.domain.price import PriceState
from hkwatch.ui.formats import Direction
from hkwatch.ui.price.alert_words import PriceNow, alert_line, chart_level
from hkwatch.ui.price.chart_layout import LevelState
from hkwatch.ui.price.head_words import HeadText, Trust, fx_statement, head_text, tooltip
from hkwatch.ui.price.panel import PricePanel
from hkwatch.ui.price.scales import Span
from hkwatch.ui.theme import Fonts, Icons, Theme

NOW = datetime(2025, 2, 19, 9, 8, tzinfo=UTC)
ALERT = AlertId(1)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def price(state: PriceState = PriceState.OK, age_s: int = 12) -> PriceChanged:
    at = NOW - timedelta(seconds=age_s)
    venues = (
        VenueView("coinbase", "Coinbase", Decimal("96220.1"), at, True),
        VenueView("kraken", "Kraken", Decimal("96214.3"), at, True),
        VenueView("bitstamp", "<b>Bitstamp</b>", Decimal("91000"), at, False, "outlier"),
    )
    return PriceChanged(
        "BTC",
        NOW,
        Decimal("96214.3"),
        at,
        state,
        venues,
        dispersion=Decimal("0.0006"),
        change_24h=Decimal("0.0068"),
        fx_rate=Decimal("7.7777"),
        fx_source="Frankfurter",
        fx_as_of=NOW - timedelta(days=1),
    )


def head(given: PriceChanged | None, waiting: int = 3, now: datetime = NOW, language: str = "en") -> HeadText:
    return head_text(given, "BTC", waiting, now, language)


def spec(**changes: object) -> AlertSpec:
    return replace(AlertSpec(ALERT, "BTC", AlertKind.CROSS_BELOW, Decimal(95_000)), **changes)  # type: ignore[arg-type]


def view(given: AlertSpec | None = None, **state: object) -> AlertView:
    phase = state.pop("phase", Phase.ARMED)
    return AlertView(given or spec(), AlertState(phase, NOW - timedelta(days=1), **state))  # type: ignore[arg-type]


def detail(given: AlertView, now: datetime = NOW) -> str:
    return plain(alert_line(given, PriceNow(Decimal("96250"), Decimal("7.8")), now, "en").detail)


def test_a_good_price_has_its_age_and_how_many_agree() -> None:
    text = head(replace(price(), venues=tuple(replace(v, kept=True) for v in price().venues)))
    assert (text.price, text.hkd) == ("US$96,214", "HK$748,326")
    assert text.move == (Direction.UP, "0.7\N{NO-BREAK SPACE}%")
    assert [plain(fact) for fact in text.facts] == ["12 s ago", "3 sources agree"]
    assert text.trust is Trust.GOOD
    assert "up" in text.spoken


def test_venues_that_are_apart_are_told_in_amber() -> None:
    text = head(replace(price(), dispersion=Decimal("0.012")))
    assert text.trust is Trust.WARN
    assert plain(text.facts[1]) == "2 sources, 1.2 % apart"


def test_two_sources_are_told_in_amber() -> None:
    text = head(price(PriceState.DEGRADED))
    assert text.trust is Trust.WARN
    assert text.facts[1] == "2 sources"


def test_one_source_alone_evaluates_nothing() -> None:
    text = head(price(PriceState.SINGLE), waiting=1)
    assert (text.pill, text.move, text.facts) == ("1 source", None, ("cannot evaluate 1 alert",))


def test_disputed_sources_give_no_price() -> None:
    text = head(replace(price(PriceState.DISPUTED), dispersion=Decimal("0.03")))
    assert (text.pill, plain(text.facts[0]), text.trust) == ("no price", "sources differ by 3.0 %", Trust.OLD)
    assert text.move is None


def test_an_old_price_says_its_age_and_what_it_cannot_do() -> None:
    text = head(price(PriceState.STALE, age_s=370))
    assert (plain(text.pill), text.facts, text.trust) == ("6 min old", ("cannot evaluate 3 alerts",), Trust.OLD)


def test_a_price_that_nobody_renews_turns_old_by_itself() -> None:
    assert head(price(), now=NOW + timedelta(seconds=160)).trust is Trust.GOOD
    assert head(price(), now=NOW + timedelta(seconds=200)).trust is Trust.OLD


def test_before_the_first_price_the_head_says_that_it_waits() -> None:
    text = head(None)
    assert (text.price, text.trust) == ("", Trust.NONE)
    assert "Waiting" in text.facts[0]


def test_without_a_rate_there_is_no_hong_kong_price() -> None:
    given = replace(price(), fx_rate=None)
    assert head(given).hkd == ""
    assert fx_statement(given, "en") == ""


def test_the_tooltip_names_every_venue_and_trusts_none_of_their_texts() -> None:
    text = plain(tooltip(price(), NOW, "en"))
    assert "Coinbase" in text
    assert "US$91,000" in text
    assert "far from the others" in text
    assert "<b>Bitstamp" not in text
    assert "USD/HKD 7.7777, Frankfurter, 18 Feb" in text


def test_an_armed_alert_says_how_far_away_it_is() -> None:
    assert detail(view()) == "armed · 1.3 % away"
    in_hkd = spec(level=Decimal(741_000), currency=Currency.HKD)
    assert detail(view(in_hkd)) == "armed · 1.3 % away"


def test_an_alert_in_hong_kong_dollars_without_a_rate_shows_no_distance_and_no_line() -> None:
    in_hkd = view(spec(currency=Currency.HKD))
    assert alert_line(in_hkd, PriceNow(Decimal("96250")), NOW, "en").detail == "armed"
    assert chart_level(in_hkd, PriceNow(Decimal("96250")), NOW, "en") is None


def test_a_fired_alert_says_when_and_where_it_is_ready_again() -> None:
    fired = {"last_fire_at": datetime(2025, 2, 14, 14, 40, tzinfo=UTC), "fires": 1}
    above = spec(kind=AlertKind.CROSS_ABOVE, level=Decimal(98_000), band=Decimal("0.005"), repeat=Repeat.EVERY)
    assert detail(view(above, phase=Phase.REARMING, **fired)) == "fired 14 Feb 22:40 · re-arms < 97,510"
    assert detail(view(phase=Phase.FIRED, **{**fired, "fires": 3})) == "fired 14 Feb 22:40 ×3"
    assert detail(view(phase=Phase.REARMING)) == "already below · re-arms > 95,238"


@pytest.mark.parametrize(
    ("blocked", "text"),
    [
        (Blocked.SINGLE, "cannot evaluate since 17:02: one source"),
        (Blocked.DISPUTED, "cannot evaluate since 17:02: sources differ"),
        (Blocked.NO_FX, "cannot evaluate since 17:02: no HK$ rate"),
        (Blocked.NO_PRICE, "cannot evaluate since 17:02: no price"),
    ],
)
def test_an_alert_that_cannot_be_evaluated_says_why(blocked: Blocked, text: str) -> None:
    given = view(blocked=blocked, blocked_since=NOW - timedelta(minutes=6))
    line = alert_line(given, PriceNow(), NOW, "en")
    assert line.detail == text
    assert line.warns
    level = chart_level(given, PriceNow(), NOW, "en")
    assert level is not None
    assert level.state is LevelState.CANNOT


def test_a_snoozed_and_an_expired_alert_say_so() -> None:
    assert detail(view(snoozed_until=NOW + timedelta(minutes=52))) == "snoozed until 18:00"
    expired = view(spec(expires_at=NOW - timedelta(days=2)))
    assert detail(expired) == "expired 17 Feb 17:08"
    assert chart_level(expired, PriceNow(), NOW, "en") is None


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    """Closed widgets go at once: no event loop runs between tests, and the next change of theme would still reach them."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> PricePanel:
    made = PricePanel(theme, fonts, icons)
    qtbot.addWidget(made)
    made.resize(312, 740)
    made.set_alerts((view(), view(spec(id=AlertId(2), level=Decimal(90_000)))))
    made.set_price(price())
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_second_hand_keeps_the_age_true(panel: PricePanel) -> None:
    panel.tick(NOW + timedelta(seconds=3))
    assert panel.head.text is not None
    assert plain(panel.head.text.facts[0]) == "15 s ago"
    panel.tick(NOW + timedelta(minutes=6))
    assert panel.head.text.trust is Trust.OLD
    assert panel.chart.geometry_of_parts().now is not None


def test_alert_keys_tell_wishes(qtbot: QtBot, panel: PricePanel) -> None:
    panel.select_alert(AlertId(2))
    with qtbot.waitSignal(panel.edit_wanted) as told:
        qtbot.keyClick(panel.alerts, Qt.Key.Key_Return)
    assert told.args == [AlertId(2)]
    with qtbot.waitSignal(panel.remove_wanted) as told:
        qtbot.keyClick(panel.alerts, Qt.Key.Key_Delete)
    assert told.args == [AlertId(2)]


def test_the_menu_snoozes_for_an_hour_and_ends_a_snooze(qtbot: QtBot, panel: PricePanel) -> None:
    texts = {action.text(): action for action in panel.alerts.menu_for(view(), NOW).actions()}
    assert {"Edit…", "Snooze 1 h", "Remove"} <= set(texts)
    with qtbot.waitSignal(panel.snooze_wanted) as told:
        texts["Snooze 1 h"].trigger()
    assert told.args == [ALERT, NOW + timedelta(hours=1)]
    snoozed = view(snoozed_until=NOW + timedelta(minutes=5))
    [end] = [a for a in panel.alerts.menu_for(snoozed, NOW).actions() if a.text() == "End snooze"]
    with qtbot.waitSignal(panel.snooze_wanted) as told:
        end.trigger()
    assert told.args == [ALERT, None]


def test_an_alert_that_is_done_can_be_armed_again(qtbot: QtBot, panel: PricePanel) -> None:
    menu = panel.alerts.menu_for(view(phase=Phase.FIRED), NOW)
    assert "Snooze 1 h" not in [action.text() for action in menu.actions()]
    [again] = [action for action in menu.actions() if action.text() == "Arm again"]
    with qtbot.waitSignal(panel.rearm_wanted) as told:
        again.trigger()
    assert told.args == [spec()]


def test_a_new_state_of_the_same_alerts_keeps_the_cursor(panel: PricePanel) -> None:
    panel.select_alert(AlertId(2))
    panel.set_alerts((view(phase=Phase.FIRED), view(spec(id=AlertId(2), level=Decimal(90_000)))))
    assert panel.alerts.currentIndex().row() == 1
    assert "fired" in panel.alerts.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_span_is_chosen_by_click_and_by_arrow_key(qtbot: QtBot, panel: PricePanel) -> None:
    panel.set_span(Span.DAY)
    assert panel.span is Span.DAY
    day = next(b for b in panel.spans.findChildren(type(panel.spans._buttons[0])) if b.isChecked())
    day.setFocus()
    with qtbot.waitSignal(panel.span_chosen) as told:
        qtbot.keyClick(day, Qt.Key.Key_Right)
    assert told.args == [Span.WEEK]
    assert panel.span is Span.WEEK


def test_before_the_alerts_are_known_none_is_denied(qtbot: QtBot, theme: Theme, fonts: Fonts, icons: Icons) -> None:
    panel = PricePanel(theme, fonts, icons)
    qtbot.addWidget(panel)
    assert panel._none.text() == ""
    panel.set_alerts(())
    assert panel._none.text() != ""


def test_without_alerts_the_panel_says_how_to_make_one(panel: PricePanel) -> None:
    panel.set_alerts(())
    assert not panel.alerts.isVisible()
    assert panel._none.isVisible()


class Upper(QTranslator):
    """A translation that can be told from the source."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"‹{text}›"

    def isEmpty(self) -> bool:
        return False


def test_another_language_is_taken_at_once(qapp: QApplication, panel: PricePanel) -> None:
    translator = Upper()
    qapp.installTranslator(translator)
    try:
        QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
        assert panel._new.text() == "‹New alert›"
        assert panel.accessibleName() == "‹Price›"
    finally:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("width", [280, 312, 480])
@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_it_can_be_drawn_at_every_width_and_language(panel: PricePanel, width: int, language: str) -> None:
    panel.set_language(language)
    panel.resize(width, 740)
    assert not panel.grab().isNull()


def test_the_panel_paints_itself_anew_when_its_parts_move(panel: PricePanel, qtbot: QtBot) -> None:
    painted: list[int] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(cast(QPaintEvent, event).rect().height())
            return False

    panel.resize(314, 700)
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.wait(0)
    watcher = Watcher(panel)
    panel.installEventFilter(watcher)
    QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LayoutRequest))
    qtbot.waitUntil(lambda: panel.height() in painted, timeout=60_000)


def test_a_long_list_of_alerts_scrolls_before_it_presses_the_chart_flat(qtbot: QtBot, panel: PricePanel) -> None:
    panel.set_alerts(tuple(view(spec(id=AlertId(n), level=Decimal(80_000 + n))) for n in range(1, 12)))
    for height in (900, 560, 450):
        panel.resize(312, height)
        qtbot.waitUntil(lambda: panel.chart.height() > 90 and panel.alerts.geometry().bottom() < panel.height())
        assert panel.height() == height
        assert panel.alerts.height() >= 80
    panel.resize(312, 900)
    qtbot.waitUntil(lambda: panel.alerts.height() >= 200)
    assert panel.chart.height() >= 170

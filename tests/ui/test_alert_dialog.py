# SPDX-License-Identifier: MIT
"""The alert sheet: typing, choosing, dragging, saving, and keeping the window beneath quiet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.alert_backtest import backtest
from hkwatch.domain.alert_presets import Preset, preset_alert
from hkwatch.domain.alerts import AlertKind, AlertSpec, Currency, Hours, ItemCondition, Repeat, Sound, sample_firing
from hkwatch.domain.bars import Bar
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.ids import AlertId, VenueId
from hkwatch.domain.item import Level
from hkwatch.services.alert_preview import AlertPreview
from hkwatch.ui import formats
from hkwatch.ui.alerts.dialog import AlertDialog
from hkwatch.ui.alerts.preview import count_text
from hkwatch.ui.price.alert_words import PriceNow
from hkwatch.ui.price.scales import Span
from hkwatch.ui.theme import Fonts, Icons, Theme

NOW = datetime(2025, 2, 19, 9, 8, tzinfo=UTC)
PRICE = PriceNow(Decimal("96214"), Decimal("7.8"))
POINTS = [ChartPoint(NOW - timedelta(hours=h), p, p, p, p) for h in range(160) for p in [96_000.0 + (h % 24) * 80]]


@pytest.fixture(autouse=True)
def nothing_left_over(theme: Theme) -> Iterator[None]:
    """Closed widgets go at once: no event loop runs between tests, and the next change of theme would still reach them."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def dialog(window: QWidget, theme: Theme, fonts: Fonts, icons: Icons) -> AlertDialog:
    made = AlertDialog(theme, fonts, icons, window)
    made.open_new(PRICE, NOW, POINTS)
    return made


def enter(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, text)


def spec_of(dialog: AlertDialog) -> AlertSpec:
    assert dialog.reading is not None
    assert dialog.reading.spec is not None
    return dialog.reading.spec


def test_a_new_alert_starts_with_a_level_under_the_price(dialog: AlertDialog) -> None:
    assert dialog.isVisible()
    assert dialog.fields.level.text() == "95,000"
    assert spec_of(dialog) == AlertSpec(AlertId(0), "BTC", AlertKind.CROSS_BELOW, Decimal(95_000))


def test_a_level_pointed_at_on_the_chart_is_taken_with_its_direction(dialog: AlertDialog) -> None:
    dialog.open_new(PRICE, NOW, POINTS, Decimal(98_000))
    assert spec_of(dialog).kind is AlertKind.CROSS_ABOVE


def test_the_direction_follows_the_level_until_it_is_chosen(qtbot: QtBot, dialog: AlertDialog) -> None:
    enter(qtbot, dialog.fields.level, "99k")
    assert spec_of(dialog).kind is AlertKind.CROSS_ABOVE
    dialog.fields.kind.setCurrentIndex(1)
    dialog.fields.kind.activated.emit(1)
    assert spec_of(dialog).kind is AlertKind.CROSS_BELOW
    assert "Already below 99,000" in dialog.message.text()
    enter(qtbot, dialog.fields.level, "101k")
    assert spec_of(dialog).kind is AlertKind.CROSS_BELOW


def test_what_is_wrong_is_said_while_typing_and_cannot_be_saved(qtbot: QtBot, dialog: AlertDialog) -> None:
    enter(qtbot, dialog.fields.level, "95x")
    assert not dialog.save.isEnabled()
    assert "not a number" in dialog.message.text()
    assert dialog.fields.level.property("wrong")
    with qtbot.assertNotEmitted(dialog.saved):
        qtbot.keyClick(dialog.fields.level, Qt.Key.Key_Return)
    enter(qtbot, dialog.fields.level, "95k")
    assert dialog.save.isEnabled()
    assert not dialog.fields.level.property("wrong")
    assert dialog.message.text() == ""


def test_saving_tells_the_alert_and_closes(qtbot: QtBot, dialog: AlertDialog) -> None:
    dialog.fields.every.click()
    enter(qtbot, dialog.fields.cooldown, "30")
    qtbot.keyClicks(dialog.fields.note, "month end")
    with qtbot.waitSignal(dialog.saved) as told:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    [spec] = told.args
    assert (spec.repeat, spec.cooldown_s, spec.note) == (Repeat.EVERY, 1800, "month end")
    assert not dialog.isVisible()


def test_return_in_a_field_saves(qtbot: QtBot, dialog: AlertDialog) -> None:
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog.fields.level, Qt.Key.Key_Return)


def test_escape_closes_without_saving_and_gives_the_focus_back(
    qtbot: QtBot, window: QWidget, theme: Theme, fonts: Fonts, icons: Icons
) -> None:
    [below] = window.findChildren(QLineEdit)
    below.setFocus()
    qtbot.waitUntil(below.hasFocus)
    dialog = AlertDialog(theme, fonts, icons, window)
    dialog.open_new(PRICE, NOW, POINTS)
    qtbot.waitUntil(dialog.fields.level.hasFocus)
    with qtbot.waitSignal(dialog.dismissed), qtbot.assertNotEmitted(dialog.saved):
        qtbot.keyClick(dialog.fields.level, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert below.hasFocus()


def test_tab_goes_round_inside_the_sheet(qtbot: QtBot, window: QWidget, dialog: AlertDialog) -> None:
    qtbot.waitUntil(dialog.fields.level.hasFocus)
    seen = set()
    for _ in range(40):
        focused = window.focusWidget()
        assert focused is not None
        assert dialog.isAncestorOf(focused)
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {dialog.save, dialog.cancel, dialog.chart, dialog.fields.note} <= seen


def test_single_keys_of_the_window_rest_while_the_sheet_is_open(
    qtbot: QtBot, window: QWidget, dialog: AlertDialog
) -> None:
    shortcut = QShortcut(QKeySequence("j"), window)
    qtbot.waitUntil(dialog.fields.level.hasFocus)
    dialog.save.setFocus()
    with qtbot.assertNotEmitted(shortcut.activated):
        qtbot.keyClick(dialog.save, Qt.Key.Key_J)
    dialog.dismiss()
    with qtbot.waitSignal(shortcut.activated):
        qtbot.keyClick(window, Qt.Key.Key_J)


def test_dragging_the_line_changes_the_level(dialog: AlertDialog) -> None:
    dialog.chart.draft_moved.emit(Decimal(97_100))
    assert dialog.fields.level.text() == "97,100"
    assert spec_of(dialog).kind is AlertKind.CROSS_ABOVE


def test_a_line_dragged_for_a_hong_kong_level_is_converted(dialog: AlertDialog) -> None:
    _choose_hkd(dialog)
    dialog.chart.draft_moved.emit(Decimal(97_000))
    assert spec_of(dialog).level == Decimal(756_600)
    assert spec_of(dialog).currency is Currency.HKD


def _choose_hkd(dialog: AlertDialog) -> None:
    dialog.fields.currency.setCurrentIndex(1)
    dialog.fields.currency.activated.emit(1)


def test_choosing_the_other_currency_asks_for_the_level_anew(dialog: AlertDialog) -> None:
    _choose_hkd(dialog)
    assert dialog.fields.level.selectedText() == "95,000"


def test_an_edited_alert_keeps_its_number_and_its_end(dialog: AlertDialog) -> None:
    spec = replace(
        AlertSpec(AlertId(7), "BTC", AlertKind.CROSS_ABOVE, Decimal(95_500)), expires_at=NOW + timedelta(days=3)
    )
    dialog.open_edit(spec, PRICE, NOW, POINTS)
    assert spec_of(dialog) == spec
    assert "Already above 95,500" in dialog.message.text()


def test_a_price_that_moves_past_the_level_is_told_at_once(dialog: AlertDialog) -> None:
    assert dialog.message.text() == ""
    dialog.set_price(PriceNow(Decimal(94_900)), NOW + timedelta(seconds=10))
    assert "Already below 95,000" in dialog.message.text()


def test_without_a_price_the_level_is_asked_for(dialog: AlertDialog) -> None:
    dialog.open_new(PriceNow(), NOW, [])
    assert dialog.fields.level.text() == ""
    assert not dialog.save.isEnabled()
    assert dialog.message.text() == "Enter a level."
    assert not dialog.fields.level.property("wrong")


@pytest.mark.parametrize("size", [(960, 600), (1280, 800)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_into_the_smallest_window(
    window: QWidget, dialog: AlertDialog, theme: Theme, size: tuple[int, int], scheme: str
) -> None:
    theme.set_scheme("dark" if scheme == "dark" else "light")
    window.resize(*size)
    dialog._fit()
    assert window.rect().contains(dialog.card.geometry())
    assert dialog.card.height() >= dialog.card.minimumSizeHint().height()
    assert not window.grab().isNull()


# Kinds, preview, presets, log.


def choose_kind(dialog: AlertDialog, kind: AlertKind) -> None:
    combo = dialog.fields.kind
    combo.setCurrentIndex(combo.findData(kind))
    combo.activated.emit(combo.currentIndex())


@pytest.mark.parametrize("kind", AlertKind)
def test_each_kind_shows_what_it_needs_and_can_be_saved_as_it_opens(dialog: AlertDialog, kind: AlertKind) -> None:
    choose_kind(dialog, kind)
    fields = dialog.fields
    assert spec_of(dialog).kind is kind
    assert dialog.words.text()
    assert fields.upper.isVisible() == (kind in (AlertKind.LEAVE_RANGE, AlertKind.ENTER_RANGE))
    assert fields.share.isVisible() == (kind in (AlertKind.MOVE, AlertKind.MOVE_BASE, AlertKind.PREMIUM))
    assert fields.with_item.isVisible() == (kind is not AlertKind.ITEM)
    if kind is AlertKind.ITEM:
        assert fields.query.isEnabled()


def test_every_field_has_a_name_for_a_screen_reader(dialog: AlertDialog) -> None:
    fields = dialog.fields
    named = (
        *(fields.kind, fields.level, fields.upper, fields.direction, fields.share, fields.window_field, fields.unit),
        *(fields.item_level, fields.item_minutes, fields.query, fields.hours, fields.readings, fields.band),
        *(fields.cooldown, fields.notify, fields.expiry, fields.note, fields.currency, fields.since),
        *(fields.sound, fields.in_inbox),
    )
    names = [field.accessibleName() for field in named]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("preset", "kind"),
    [
        (Preset.ROUND, AlertKind.STEP),
        (Preset.MOVE_HOUR, AlertKind.MOVE),
        (Preset.MOVE_DAY, AlertKind.MOVE),
        (Preset.ALL_TIME_HIGH, AlertKind.NEW_HIGH),
    ],
)
def test_a_usual_alert_is_one_click_and_return(
    qtbot: QtBot, dialog: AlertDialog, preset: Preset, kind: AlertKind
) -> None:
    qtbot.mouseClick(dialog.presets[preset], Qt.MouseButton.LeftButton)
    assert spec_of(dialog).kind is kind
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert saved.args is not None
    assert saved.args[0] == replace(preset_alert(preset, "BTC"), note="")


def test_conditions_become_part_of_the_alert_and_of_the_sentence(qtbot: QtBot, dialog: AlertDialog) -> None:
    dialog.fields.with_item.click()
    enter(qtbot, dialog.fields.query, "src:sfc")
    dialog.fields.with_hours.click()
    enter(qtbot, dialog.fields.readings, "2")
    spec = spec_of(dialog)
    assert spec.with_item == ItemCondition(Level.HIGH, "src:sfc", 3600)
    assert (spec.hours, spec.readings) == (Hours(480, 1380), 2)
    for words in ("src:sfc", "08:00", "2 readings"):
        assert words in dialog.words.text()
    enter(qtbot, dialog.fields.query, "level:>=nonsense (")
    assert not dialog.save.isEnabled()
    assert "search" in dialog.message.text()


def test_a_level_that_is_passed_asks_whether_to_tell_now(qtbot: QtBot, dialog: AlertDialog) -> None:
    assert not dialog.now_choice.isVisible()
    choose_kind(dialog, AlertKind.CROSS_BELOW)
    enter(qtbot, dialog.fields.level, "99,000")
    assert dialog.now_choice.isVisible()
    assert spec_of(dialog).kind is AlertKind.CROSS_BELOW
    dialog.now_choice.click()
    assert (spec_of(dialog).kind, spec_of(dialog).repeat) == (AlertKind.BELOW, Repeat.ONCE)


def bars() -> list[Bar]:
    closes = [96_000, 94_900, 95_100, 94_950, 96_000, 94_800]
    found = [Decimal(close) for close in closes]
    return [Bar(NOW - timedelta(hours=6 - n), close, close, close, close, 3600) for n, close in enumerate(found)]


def test_the_preview_is_asked_for_once_typing_pauses_and_says_what_would_have_happened(
    qtbot: QtBot, dialog: AlertDialog
) -> None:
    enter(qtbot, dialog.fields.level, "95,000")
    dialog.fields.every.click()
    with qtbot.waitSignal(dialog.preview_wanted) as asked:
        pass
    assert asked.args is not None
    spec = asked.args[0]
    own_since = NOW - timedelta(hours=3)
    dialog.show_preview(AlertPreview(spec, backtest(spec, bars()), own_since, bars()[0].at, NOW))
    assert "Would have fired 2 times in 6" in dialog.count.text()
    assert "without the band 3" in dialog.count.text()
    assert [mark.hollow for mark in dialog.chart.marks] == [True, False]
    assert "hollow" in dialog.basis.text()
    enter(qtbot, dialog.fields.level, "")
    assert (dialog.chart.marks, dialog.count.text()) == ((), "")


def test_a_preview_of_what_the_fields_no_longer_say_is_left_out(qtbot: QtBot, dialog: AlertDialog) -> None:
    old = spec_of(dialog)
    enter(qtbot, dialog.fields.level, "90,000")
    dialog.show_preview(AlertPreview(old, backtest(old, bars()), None, bars()[0].at, NOW))
    assert dialog.count.text() == ""


def test_what_cannot_be_tried_says_so() -> None:
    spec = AlertSpec(AlertId(0), "BTC", AlertKind.ITEM, Decimal(0), with_item=ItemCondition())
    assert "no preview" in count_text(AlertPreview(spec, backtest(spec, bars()), None, NOW, NOW), "en")
    spec = AlertSpec(AlertId(0), "BTC", AlertKind.CROSS_BELOW, Decimal(1))
    assert "No stored prices yet" in count_text(AlertPreview(spec, backtest(spec, []), None, None, NOW), "en")


def test_a_high_since_a_day_says_where_prices_begin_later_than_it() -> None:
    spec = AlertSpec(AlertId(0), "BTC", AlertKind.NEW_HIGH, Decimal(0), window_s=0, since=NOW - timedelta(days=400))
    begins = bars()[0].at
    late = AlertPreview(spec, backtest(spec, bars()), begins, begins, NOW, NOW - timedelta(days=30))
    said = "Prices are known since 20 Jan 2025 only; what was before does not count."
    assert count_text(late, "en").endswith(f". {said}")
    assert "known since" not in count_text(replace(late, known_since=spec.since), "en")
    crossing = AlertSpec(AlertId(0), "BTC", AlertKind.CROSS_BELOW, Decimal(1))
    assert "known since" not in count_text(replace(late, spec=crossing), "en")


def test_a_long_answer_of_the_preview_makes_the_sheet_no_wider(dialog: AlertDialog) -> None:
    fields = dialog.fields
    fields.kind.setCurrentIndex(fields.kind.findData(AlertKind.NEW_HIGH))
    fields.kind.activated.emit(fields.kind.currentIndex())
    fields.unit.setCurrentIndex(fields.unit.count() - 1)
    fields.unit.activated.emit(fields.unit.currentIndex())
    spec = spec_of(dialog)
    assert spec.since is not None
    own = NOW - timedelta(hours=3)
    dialog.show_preview(AlertPreview(spec, backtest(spec, bars()), own, bars()[0].at, NOW, NOW - timedelta(days=3)))
    assert "known since" in dialog.count.text()
    QCoreApplication.sendPostedEvents()
    frame = dialog.basis.parentWidget()
    assert frame.minimumSizeHint().width() <= frame.width()


def test_test_now_hands_the_alert_out_and_leaves_the_sheet_open(qtbot: QtBot, dialog: AlertDialog) -> None:
    with qtbot.waitSignal(dialog.test_wanted) as wanted:
        qtbot.mouseClick(dialog.test, Qt.MouseButton.LeftButton)
    assert wanted.args == [spec_of(dialog)]
    assert dialog.isVisible()


def test_the_log_shows_the_venues_and_prices_that_counted(qtbot: QtBot, dialog: AlertDialog) -> None:
    dialog.put_away()
    spec = AlertSpec(AlertId(7), "BTC", AlertKind.CROSS_BELOW, Decimal(95_000))
    venues = ((VenueId("coinbase"), Decimal("94962.4")), (VenueId("kraken"), Decimal("94958.1")))
    firing = replace(sample_firing(spec, None, NOW), price_usd=Decimal("94960.25"), venues=venues, told=False)
    log = dialog.log
    log.names = {"coinbase": "Coinbase"}
    log.open_with((AlertId(7), (firing,)))
    line = log.list.topLevelItem(0)
    assert line is not None
    assert line.text(1) == "Below US$95,000 · recorded, not told"
    below = [(line.child(n).text(1), line.child(n).text(2)) for n in range(line.childCount())]
    assert line.text(0) == formats.date_time(NOW, "en")
    assert log.list.headerItem().text(0) == "Time (HKT)"
    assert ("Coinbase", "US$94,962.40") in below
    # One that the catalogue no longer has.
    assert ("kraken", "US$94,958.10") in below
    qtbot.keyClick(log.list, Qt.Key.Key_Escape)
    assert not log.isVisible()
    log.open_with((None, ()))
    assert log.none.isVisible()


def test_step_by_per_cent_is_an_entry_beside_the_currencies(qtbot: QtBot, dialog: AlertDialog) -> None:
    choose_kind(dialog, AlertKind.STEP)
    money = dialog.fields.currency
    money.setCurrentIndex(money.findText("%"))
    money.activated.emit(money.currentIndex())
    assert (spec_of(dialog).pct, spec_of(dialog).level) == (Decimal("0.01"), 0)
    enter(qtbot, dialog.fields.level, "2.5")
    spec = spec_of(dialog)
    assert spec.pct == Decimal("0.025")
    assert "another 2.5" in dialog.words.text()
    enter(qtbot, dialog.fields.level, "none")
    assert dialog.fields.level.property("wrong")
    assert "per cent" in dialog.message.text()
    dialog.open_edit(replace(spec, id=AlertId(3)), PRICE, NOW, [])
    assert spec_of(dialog) == replace(spec, id=AlertId(3))
    choose_kind(dialog, AlertKind.CROSS_BELOW)
    assert money.findText("%") == -1


def test_high_since_a_day_proposes_the_year_and_refuses_what_is_no_day(qtbot: QtBot, dialog: AlertDialog) -> None:
    choose_kind(dialog, AlertKind.NEW_HIGH)
    unit = dialog.fields.unit
    unit.setCurrentIndex(unit.findText("since a day"))
    unit.activated.emit(unit.currentIndex())
    assert dialog.fields.since.isVisible()
    assert not dialog.fields.window_field.isVisible()
    assert dialog.fields.since.text() == f"{NOW.year}-01-01"
    for text in ("31 February", f"{NOW.year + 1}-01-01"):
        enter(qtbot, dialog.fields.since, text)
        assert dialog.fields.since.property("wrong")
        assert not dialog.save.isEnabled()
    enter(qtbot, dialog.fields.since, f"{NOW.year - 1}-12-31")
    spec = spec_of(dialog)
    assert spec.since == datetime(NOW.year - 1, 12, 30, 16, tzinfo=UTC)
    assert f"since 31 Dec {NOW.year - 1}" in dialog.words.text()
    dialog.open_edit(replace(spec, id=AlertId(3)), PRICE, NOW, [])
    assert spec_of(dialog) == replace(spec, id=AlertId(3))


def test_sound_and_inbox_are_chosen_and_said(dialog: AlertDialog) -> None:
    assert (spec_of(dialog).sound, spec_of(dialog).in_inbox) == (Sound.LEVEL, False)
    sound = dialog.fields.sound
    sound.setCurrentIndex(sound.findData(Sound.PING))
    sound.activated.emit(sound.currentIndex())
    dialog.fields.in_inbox.click()
    spec = spec_of(dialog)
    assert (spec.sound, spec.in_inbox) == (Sound.PING, True)
    assert "“ping”" in dialog.words.text()
    assert "inbox" in dialog.words.text()
    dialog.open_edit(replace(spec, id=AlertId(3)), PRICE, NOW, [])
    assert spec_of(dialog) == replace(spec, id=AlertId(3))
    # What a saved search finds is in the inbox already.
    choose_kind(dialog, AlertKind.ITEM)
    assert not dialog.fields.in_inbox.isVisible()
    assert not spec_of(dialog).in_inbox


def test_the_preview_reaches_ninety_days_back(dialog: AlertDialog) -> None:
    assert dialog.chart.span is Span.QUARTER
    assert dialog._chart_title.text() == "Preview, the last 90 days"
    hours = [ChartPoint(NOW - timedelta(hours=n), 96_000, 96_000, 96_000, 96_000) for n in range(24 * 90, 0, -1)]
    dialog.open_new(PRICE, NOW, hours)
    times = dialog.chart.geometry_of_parts().times
    assert (times.end - times.start) / 86_400 == pytest.approx(90, abs=1)


def test_step_proposes_five_minutes_and_keeps_what_was_typed(qtbot: QtBot, dialog: AlertDialog) -> None:
    def choose_kind(kind: AlertKind) -> None:
        box = dialog.fields.kind
        box.setCurrentIndex(box.findData(kind.value))
        box.activated.emit(box.currentIndex())

    assert dialog.fields.cooldown.text() == "15"
    choose_kind(AlertKind.STEP)
    assert spec_of(dialog).cooldown_s == 300
    choose_kind(AlertKind.NEW_HIGH)
    assert spec_of(dialog).cooldown_s == 3600
    choose_kind(AlertKind.CROSS_ABOVE)
    assert dialog.fields.cooldown.text() == "15"
    dialog.fields.cooldown.setText("20")
    choose_kind(AlertKind.STEP)
    assert dialog.fields.cooldown.text() == "20"

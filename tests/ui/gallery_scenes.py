# SPDX-License-Identifier: MIT
"""Every view, dialog and state of the desktop by name: what brings each up on a `Stage`, and which widget to look at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from gallery_alerts import every_state
from gallery_stage import Stage
from gallery_world import ROADMAP
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hkwatch.domain import events as ev
from hkwatch.domain.alert_terms import Blocked
from hkwatch.domain.ids import GapId, ItemId
from hkwatch.domain.item import Level
from hkwatch.domain.price import PriceState
from hkwatch.domain.rows import InboxRow
from hkwatch.services.data_desk import Copy, CopyKind
from hkwatch.services.salvaging import Salvage
from hkwatch.services.store_check import Damage
from hkwatch.store.backups import Checked
from hkwatch.ui.away.coverage_dialog import CoverageDialog
from hkwatch.ui.opening.recovery import Means, RecoveryWindow
from hkwatch.ui.reader.foot import Action

Scene = Callable[[Stage], QWidget]

SCENES: dict[str, Scene] = {}
"""In the order of the pictures. Each leaves the stage to `Stage.to_list`, and what it told to `Stage.tell_all`."""
STATES = frozenset(
    (
        *("offline", "paused", "gap", "failing", "starting", "engine-lost", "stale-price", "new-pill"),
        *("alert-states", "empty-start"),
    )
)
"""Those after which the engine must speak again."""
NARROW = 1000
WIDE = 1700


def scene(make: Scene) -> Scene:
    """Add a scene under its name."""
    SCENES[make.__name__.replace("_", "-")] = make
    return make


def roadmap(stage: Stage) -> ItemId:
    """The roadmap in the list, under whatever title the language gives it."""
    model = stage.window.inbox.model
    rows = [model.item_at(place) for place in range(model.rowCount())]
    titles = (ROADMAP.rstrip("%"), "證監會公布「A", "證監會")
    for start in titles:
        for one in rows:
            if one is not None and one.row.publisher == "sfc" and one.row.title.startswith(start):
                return one.row.id
    return next(one.row.id for one in rows if one is not None and one.row.publisher == "sfc")


def _open(stage: Stage) -> None:
    stage.open_item(roadmap(stage))
    stage.spin(60)


# The window


@scene
def inbox(stage: Stage) -> QWidget:
    _open(stage)
    return stage.window


@scene
def two_lines(stage: Stage) -> QWidget:
    _open(stage)
    stage.window.set_two_lines(True)
    return stage.window


@scene
def wide(stage: Stage) -> QWidget:
    stage.window.resize(WIDE, 900)
    _open(stage)
    return stage.window


@scene
def narrow(stage: Stage) -> QWidget:
    stage.window.resize(NARROW, 700)
    _open(stage)
    return stage.window


@scene
def focus_mode(stage: Stage) -> QWidget:
    _open(stage)
    stage.window.set_focus_mode(True)
    return stage.window


@scene
def beside(stage: Stage) -> QWidget:
    _open(stage)
    stage.window.set_price_shown(False)
    return stage.window


@scene
def chosen(stage: Stage) -> QWidget:
    """Several rows chosen, with what can be done about them in the foot of the list."""
    view = stage.window.inbox.view
    view.step(1, open_it=False)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    return stage.window


@scene
def new_pill(stage: Stage) -> QWidget:
    _open(stage)
    model, now = stage.window.inbox.model, stage.now
    known = model.item_at(1)
    assert known is not None
    model.hold([_fresh(known.row, number, now) for number in range(5)])
    return stage.window


def _fresh(row: InboxRow, number: int, now: object) -> InboxRow:
    return replace(row, id=ItemId(int(row.id) + 10**12 + number), sort_at=now)  # type: ignore[arg-type]


# States of the watch


@scene
def offline(stage: Stage) -> QWidget:
    since = stage.now - timedelta(minutes=42)
    lines = tuple(
        replace(one, state=ev.SourceState.OFFLINE) if one.state is not ev.SourceState.OFF else one
        for one in stage.told.status.sources
    )
    stage.tell(stage.status(state=ev.WatchState.OFFLINE, offline_since=since, checked_at=since, sources=lines))
    _stale(stage)
    _open(stage)
    return stage.window


@scene
def paused(stage: Stage) -> QWidget:
    stage.tell(stage.status(state=ev.WatchState.PAUSED, paused_until=stage.now + timedelta(hours=1)))
    _open(stage)
    return stage.window


@scene
def gap(stage: Stage) -> QWidget:
    now = stage.now
    span = (now - timedelta(hours=7), now - timedelta(hours=3, minutes=25))
    stage.tell(stage.status(gaps=(ev.Gap(GapId(1), "source", "hkma", *span, "open"),)))
    _open(stage)
    return stage.window


@scene
def failing(stage: Stage) -> QWidget:
    """An official source has been refusing for most of an hour."""
    now = stage.now
    words = {
        "zh-Hant": ("網站拒絕存取（HTTP 403）。", "可在瀏覽器開啟該頁。"),
        "zh-Hans": ("网站拒绝访问（HTTP 403）。", "可在浏览器打开该页。"),
    }.get(stage.language, ("The site refuses (HTTP 403).", "Open the page in a browser."))
    wrong = {
        "state": ev.SourceState.FAILING,
        "failing_since": now - timedelta(minutes=42),
        "next_at": now + timedelta(minutes=8),
        "http_status": 403,
        "error_key": "http-403",
        "error": words[0],
        "next_step": words[1],
    }
    lines = tuple(
        replace(one, **wrong) if one.source == "sfc-circulars-en" else one  # type: ignore[arg-type]
        for one in stage.told.status.sources
    )
    stage.tell(stage.status(sources=lines))
    _open(stage)
    return stage.window


@scene
def starting(stage: Stage) -> QWidget:
    stage.tell(stage.status(state=ev.WatchState.CATCHING_UP, progress=(3, 41), checked_at=None))
    return stage.window


@scene
def engine_lost(stage: Stage) -> QWidget:
    stage.tell(ev.EngineFailed("damaged", "The database is damaged.", "Restore a copy: hkwatch restore.", 5))
    return stage.window


@scene
def empty_start(stage: Stage) -> QWidget:
    """The first minute: nothing is stored yet, and the sources are being asked."""
    stage.tell(stage.status(state=ev.WatchState.CATCHING_UP, progress=(3, 41), checked_at=None))
    stage.window.rail.view_chosen.emit("starred")
    stage.spin(100)
    return stage.window


@scene
def damaged(stage: Stage) -> QWidget:
    """Before the main window: the store failed its check."""
    copy = Copy(Path("/backups/daily-2025-02-19.db"), CopyKind.DAILY, stage.now - timedelta(hours=12), 1_000)
    means = Means(lambda _copy: None, lambda file: file, lambda folder: Salvage(folder, ()))
    damage = Damage("row 3 missing from index item_story", copy, Checked(14, {"item": 12481}))
    window = RecoveryWindow(damage, means, stage.parts.files, Path("/home/user"), stage.parts.marks, stage.language)
    window.show()
    stage.loose.append(window)
    return window


@scene
def stale_price(stage: Stage) -> QWidget:
    _stale(stage)
    return stage.window


def _stale(stage: Stage) -> None:
    old = stage.now - timedelta(minutes=42)
    for price in stage.told.prices:
        venues = tuple(replace(one, kept=False, why="old", at=old) for one in price.venues)
        stage.tell(replace(price, state=PriceState.STALE, as_of=old, venues=venues))
    told = stage.told.alerts
    assert told is not None
    views = tuple(
        replace(one, state=replace(one.state, blocked=Blocked.NO_PRICE, blocked_since=old + timedelta(minutes=5)))
        for one in told.alerts
    )
    stage.tell(replace(told, alerts=views))


# Searching


@scene
def nothing_found(stage: Stage) -> QWidget:
    _type(stage, "nonsense -type:speech")
    return stage.window


@scene
def search_error(stage: Stage) -> QWidget:
    _type(stage, "licence type:")
    return stage.window


@scene
def search_words(stage: Stage) -> QWidget:
    _type(stage, "src:sfc,hkma level:high.. is:unread")
    stage.spin(150)
    return stage.window


@scene
def completion(stage: Stage) -> QWidget:
    field = stage.window.inbox.field
    field.focus_all()
    QTest.keyClicks(field.edit, "type:")
    stage.spin(100)
    return _popup(stage)


def _type(stage: Stage, text: str) -> None:
    field = stage.window.inbox.field
    field.focus_all()
    field.set_text(text)
    stage.spin(250)


def _popup(stage: Stage) -> QWidget:
    found = QApplication.activePopupWidget()
    if found is None:
        found = next(
            (one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not stage.window), None
        )
    return found or stage.window


# The reader


@scene
def other_language(stage: Stage) -> QWidget:
    _open(stage)
    stage.window.reader.step_language(1)
    return stage.window


@scene
def side_by_side(stage: Stage) -> QWidget:
    _open(stage)
    stage.window.set_price_shown(False)
    stage.window.reader.set_side_by_side(True)
    stage.spin(50)
    return stage.window


@scene
def redline(stage: Stage) -> QWidget:
    _open(stage)
    stage.window.set_price_shown(False)
    stage.window.reader.revisions.toggle()
    stage.spin(50)
    return stage.window


@scene
def find_in_text(stage: Stage) -> QWidget:
    _open(stage)
    finder = stage.window.reader.finder
    finder.open()
    QTest.keyClicks(QApplication.focusWidget() or finder, "asset")
    return stage.window


@scene
def pictures(stage: Stage) -> QWidget:
    """Some of an item's pictures came, one did not."""
    _open(stage)
    row = stage.window.reader.pictures
    row.offer(["https://www.example.test/a.png", "https://www.example.test/b.png"])
    row.show_failed(["HTTP 404"], ["https://www.example.test/b.png"])
    return stage.window


@scene
def cite_menu(stage: Stage) -> QWidget:
    return _foot_menu(stage, Action.CITE)


@scene
def more_menu(stage: Stage) -> QWidget:
    return _foot_menu(stage, Action.MORE)


def _foot_menu(stage: Stage, action: Action) -> QWidget:
    _open(stage)
    stage.shell.tools._on_tool(stage.window.reader, action)
    stage.wait(lambda: QApplication.activePopupWidget() is not None, "the menu")
    return _popup(stage)


@scene
def item_menu(stage: Stage) -> QWidget:
    _open(stage)
    view = stage.window.inbox.view
    view.menu_wanted.emit(view.mapToGlobal(QPoint(40, 40)))
    stage.wait(lambda: QApplication.activePopupWidget() is not None, "the menu")
    return _popup(stage)


@scene
def item_window(stage: Stage) -> QWidget:
    _open(stage)
    detail = stage.window.reader.detail
    assert detail is not None
    stage.shell.tools.pop_out(detail)
    return stage.dialog(f"item-{detail.row.id}")


@scene
def link_question(stage: Stage) -> QWidget:
    stage.shell.tools.outgoing.follow("https://www.example.test/hk/a/long/path/to/some/document?id=26PR97&lang=TC")
    return stage.dialog("link")


@scene
def evidence_window(stage: Stage) -> QWidget:
    _open(stage)
    stage.shell.tools.evidence.show(roadmap(stage))
    return stage.dialog("evidence")


@scene
def note(stage: Stage) -> QWidget:
    _open(stage)
    stage.controller.marking.write_note(acknowledge=True)
    editor = stage.controller.marking._editor
    assert editor is not None
    return editor


# Prices


@scene
def price_table(stage: Stage) -> QWidget:
    QTest.keyClick(stage.window.price.chart, Qt.Key.Key_T)
    stage.spin(50)
    return stage.window.price


@scene
def venues(stage: Stage) -> QWidget:
    panel = stage.window.price
    panel.head.venues_wanted.emit()
    stage.wait(panel.venues.isVisible, "the venues")
    return panel.venues


@scene
def alert_sheet(stage: Stage) -> QWidget:
    stage.controller.prices.new_alert()
    stage.spin(150)
    return stage.window


@scene
def alert_states(stage: Stage) -> QWidget:
    price = next(one for one in stage.told.prices if one.asset == "BTC")
    assert price.price_usd is not None
    stage.tell(ev.AlertsChanged(every_state(stage.now, price.price_usd)))
    stage.spin(100)
    return stage.window.price


@scene
def alert_log(stage: Stage) -> QWidget:
    assert stage.told.alerts is not None
    stage.window.price.alerts.log_wanted.emit(stage.told.alerts.alerts[0].spec.id)
    stage.spin(150)
    return stage.window


@scene
def float_strip(stage: Stage) -> QWidget:
    action = stage.shell.actions["float-strip"]
    action.setChecked(True)
    stage.spin(60)
    return stage.shell.strip.strip


# Boards and dialogs


@scene
def away(stage: Stage) -> QWidget:
    stage.shell.actions["float-strip"].setChecked(False)
    stage.shell.away.show()
    stage.wait(lambda: stage.shell.away.is_shown, "the page")
    stage.spin(100)
    return stage.window


@scene
def away_cleared(stage: Stage) -> QWidget:
    stage.shell.away.show()
    stage.wait(lambda: stage.shell.away.is_shown, "the page")
    told = stage.shell.away.page.told
    if told is None:
        # Nobody was away in this run, which the page says as well.
        return stage.window
    over = replace(told, facts=replace(told.facts, span=replace(told.span, cleared=True)))
    stage.shell.away.page.set_summary(over, stage.now)
    return stage.window


@scene
def chip_on(stage: Stage) -> QWidget:
    """The list by one level only."""
    QTest.mouseClick(stage.window.inbox.chips._chips[1], Qt.MouseButton.LeftButton)
    stage.spin(100)
    stage.wait(lambda: 0 < stage.window.inbox.model.rowCount() < 60, "the rows of the level")
    return stage.window


@scene
def deadlines(stage: Stage) -> QWidget:
    stage.shell.deadlines.show()
    board = stage.dialog("deadlines")
    stage.spin(150)
    return board


def _licences(stage: Stage, tab: int) -> QWidget:
    licences = stage.shell.licences
    assert licences is not None
    licences.show()
    stage.wait(lambda: licences.dialog is not None and licences.dialog.board is not None, "the board")
    assert licences.dialog is not None
    licences.dialog.tabs.setCurrentIndex(tab)
    stage.spin(60)
    return licences.dialog


@scene
def licence_changes(stage: Stage) -> QWidget:
    return _licences(stage, 0)


@scene
def licence_register(stage: Stage) -> QWidget:
    return _licences(stage, 1)


@scene
def licence_timeline(stage: Stage) -> QWidget:
    return _licences(stage, 2)


@scene
def licence_check(stage: Stage) -> QWidget:
    board = _licences(stage, 3)
    stage.shell.show_check()
    QTest.keyClicks(QApplication.focusWidget() or board, "hashkey")
    stage.spin(200)
    return board


@scene
def sources(stage: Stage) -> QWidget:
    dialog = stage.shell.sources.show()
    stage.spin(100)
    return dialog


@scene
def add_source(stage: Stage) -> QWidget:
    dialog = stage.shell.sources.adder.add()
    return dialog


@scene
def rules(stage: Stage) -> QWidget:
    dialog = stage.shell.rules.show()
    stage.spin(80)
    return dialog


@scene
def rule_editor(stage: Stage) -> QWidget:
    stage.shell.rules.show()
    stage.shell.rules.edit("staking")
    editor = stage.dialog("rule")
    stage.spin(250)
    return editor


@scene
def mutes(stage: Stage) -> QWidget:
    stage.shell.windows.show_mutes()
    return stage.dialog("mutes")


@scene
def saved_search(stage: Stage) -> QWidget:
    _type(stage, "src:sfc level:high..")
    stage.controller.saved.edit_current()
    return stage.controller.saved._dialog or stage.window


@scene
def palette(stage: Stage) -> QWidget:
    stage.shell.palette.show()
    stage.spin(80)
    return stage.window


@scene
def palette_found(stage: Stage) -> QWidget:
    stage.shell.palette.show()
    holder = stage.shell.palette.palette
    assert holder is not None
    assert holder.view is not None
    QTest.keyClicks(holder.view.edit, "licence")
    stage.spin(200)
    return stage.window


@scene
def export(stage: Stage) -> QWidget:
    stage.shell.windows.exports.show_list()
    stage.spin(100)
    return stage.dialog("export")


@scene
def audit(stage: Stage) -> QWidget:
    stage.shell.windows.exports.show_audit()
    stage.spin(100)
    return stage.dialog("export")


@scene
def coverage(stage: Stage) -> QWidget:
    stage.shell.windows.coverage.show()
    dialog = stage.dialog("coverage")
    assert isinstance(dialog, CoverageDialog)
    stage.wait(lambda: dialog.table.rowCount() > 0, "the statement")
    return dialog


@scene
def settings(stage: Stage) -> QWidget:
    stage.shell.windows.show_settings()
    return stage.dialog("settings")


@scene
def keys(stage: Stage) -> QWidget:
    stage.shell.help.show_keys()
    return stage.dialog("keys")


@scene
def search_help(stage: Stage) -> QWidget:
    stage.shell.windows.show_search_help()
    return stage.dialog("search-help")


@scene
def about(stage: Stage) -> QWidget:
    stage.shell.help.show_about()
    return stage.dialog("about")


@scene
def close_question(stage: Stage) -> QWidget:
    stage.shell._ask_close(has_tray=True)
    return stage.dialog("close")


@scene
def toast(stage: Stage) -> QWidget:
    stage.controller.say(
        stage.shell.tr("The settings were not saved"), "SFC · 26PR97 · HK$9 million", level=Level.CRITICAL
    )
    return stage.window


@scene
def tray_menu(stage: Stage) -> QWidget:
    menu = stage.parts.tray.menu
    menu.popup(QPoint(10, 10))
    stage.shell.tray.refresh()
    return menu


def _bar_menu(number: int) -> Scene:
    def show(stage: Stage) -> QWidget:
        menu = stage.shell.actions._actions.menus()[number]
        menu.popup(QPoint(10, 10))
        return menu

    return show


for _number, _name in enumerate(("file", "view", "item", "sources", "alerts", "tools", "help")):
    SCENES[f"menu-{_name}"] = _bar_menu(_number)

# SPDX-License-Identifier: MIT
"""More scenes of `gallery_scenes`: each page of the settings, first run, recovery, and small windows that ask or explain."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from gallery_scenes import SCENES, Scene, scene
from gallery_stage import Stage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from hkwatch.domain.channel_commands import ChannelsChanged
from hkwatch.domain.channels import ChannelKind, ChannelSpec, ChannelView, Undelivered
from hkwatch.domain.delivery import Delivery
from hkwatch.domain.ids import ChannelId, ItemId, NoticeId
from hkwatch.domain.item import Level
from hkwatch.services.data_desk import Copy, CopyKind
from hkwatch.services.first_run import Measured
from hkwatch.services.salvaging import Salvage
from hkwatch.services.store_check import Checked, Damage
from hkwatch.ui.acknowledge_all import AcknowledgeDialog
from hkwatch.ui.channels.editor import NEW
from hkwatch.ui.hints import HintBubble
from hkwatch.ui.notices.log import NoticeLog
from hkwatch.ui.opening.first_run import FirstRun
from hkwatch.ui.opening.recovery import Means, RecoveryWindow
from hkwatch.ui.opening.work import WorkWindow
from hkwatch.ui.reader.foot import Action
from hkwatch.ui.settings.pages import PAGES
from hkwatch.ui.settings.questions import EraseQuestion
from hkwatch.ui.settings_dialog import SettingsDialog

_OF_THE_WINDOW = frozenset(SCENES)
_MADE = datetime(2025, 2, 18, 19, 0, tzinfo=UTC)
_COPY = Copy(Path("/home/lam/hkwatch/backups/hkwatch-20250218T190000Z.sqlite3"), CopyKind.DAILY, _MADE, 41_000_000)


def _present(stage: Stage, name: str, dialog: QDialog) -> QWidget:
    stage.shell._dialogs.present(name, dialog)
    stage.spin(60)
    return dialog


# Before and instead of the window


@scene
def first_run(stage: Stage) -> QWidget:
    return _present(stage, "first-run", _first_run(stage))


@scene
def first_run_asked(stage: Stage) -> QWidget:
    """The test was sent: was it seen?"""
    window = _first_run(stage)
    window.tested("")
    window.no.click()
    return _present(stage, "first-run", window)


def _first_run(stage: Stage) -> FirstRun:
    measured = Measured(102, 25, 1, 31, date(2026, 7, 1), date(2026, 7, 31), "SFC, HKMA")
    return FirstRun(measured, stage.parts.marks, stage.language, lambda _language: None)  # type: ignore[arg-type]


def _recovery(stage: Stage, damage: Damage) -> QWidget:
    means = Means(lambda _copy: None, lambda copy: copy, lambda folder: Salvage(folder, ()))
    parts = stage.parts
    window = RecoveryWindow(damage, means, parts.files, Path("/home/lam"), parts.marks, stage.language)
    return _present(stage, "recovery", window)


@scene
def recovery(stage: Stage) -> QWidget:
    return _recovery(stage, Damage("row 3 missing from index item_sort", _COPY, Checked(21, {"item": 12_481})))


@scene
def recovery_without_copy(stage: Stage) -> QWidget:
    return _recovery(stage, Damage("database disk image is malformed", None, None))


@scene
def work(stage: Stage) -> QWidget:
    """Something is done to the data folder and fails."""
    parts, title = stage.parts, stage.shell.tr("hkwatch")
    window = WorkWindow(title, lambda: None, parts.files, parts.marks, stage.language)
    window.ended.connect(window.accept)
    window._on_failed(OSError("/media/usb: no space left on device."))
    return _present(stage, "work", window)


# The settings, page by page


def _page(key: str, *, at_end: bool = False) -> Scene:
    def show(stage: Stage) -> QWidget:
        stage.shell.windows.show_settings()
        dialog = stage.dialog("settings")
        assert isinstance(dialog, SettingsDialog)
        dialog.show_page(key)
        stage.spin(200)
        if at_end:
            bar = dialog._pages[key].verticalScrollBar()
            bar.setValue(bar.maximum())
            stage.spin(40)
        return dialog

    return show


for _spec in PAGES:
    SCENES[f"settings-{_spec.key}"] = _page(_spec.key)
for _key in ("look", "sources", "notifications", "prices", "data", "advanced"):
    SCENES[f"settings-{_key}-end"] = _page(_key, at_end=True)


@scene
def settings_found(stage: Stage) -> QWidget:
    stage.shell.windows.show_settings()
    dialog = stage.dialog("settings")
    assert isinstance(dialog, SettingsDialog)
    dialog.search.setText("sound")
    stage.spin(250)
    return dialog


@scene
def erase_question(stage: Stage) -> QWidget:
    parts = stage.parts
    return _present(stage, "erase", EraseQuestion(Path("/home/lam/hkwatch"), parts.marks, stage.language, stage.window))


# Notices and channels


@scene
def notices(stage: Stage) -> QWidget:
    stage.shell.notices.show()
    log = stage.dialog("notices")
    assert isinstance(log, NoticeLog)
    stage.spin(200)
    log.set_deliveries(_deliveries(stage.now), stage.now)
    stage.spin(40)
    return log


def _deliveries(now: datetime) -> list[Delivery]:
    def told(
        number: int, state: str, title: str, body: str, ago_min: int, error: str = "", ended: str = ""
    ) -> Delivery:
        at = now - timedelta(minutes=ago_min)
        due = now + timedelta(hours=1) if state == "due" else at
        done = at if state == "shown" else None
        level = Level.CRITICAL if number == 1 else Level.HIGH
        ways = ("popup", "sound") if state == "shown" else ()
        item = ItemId(number) if number != 3 else None
        kind = "item" if item else "alert"
        return Delivery(
            NoticeId(number),
            kind,
            level,
            state,
            title,
            body,
            ways,
            at,
            due,
            done,
            ended,
            done if ended else None,
            error,
            0,
            item,
        )

    return [
        told(1, "shown", "SFC · Enforcement · Critical", "A firm is reprimanded and fined", 3, ended="acknowledge"),
        told(2, "due", "SFC · Policy · High", "The SFC sets out a roadmap for the virtual asset market", 20),
        told(3, "shown", "BTC below US$95,000", "US$94,912 · median of 3", 60, ended="expired"),
        told(4, "held", "金管局 · 通函 · 高", "發行穩定幣的監管制度", 90),
        told(
            5,
            "failed",
            "HKMA · Circular · High",
            "Custody of digital assets",
            300,
            "no window and no tray to show it in",
        ),
    ]


_PHONE = ChannelSpec(ChannelId(1), "Phone", ChannelKind.NTFY, "https://ntfy.sh/hk-desk")
_DESK = ChannelSpec(ChannelId(2), "Compliance desk", ChannelKind.WEBHOOK, "https://hooks.example.test/T0/s3cr3t")


@scene
def channels(stage: Stage) -> QWidget:
    now = stage.now
    lost = (Undelivered("SFC · Policy · High", now - timedelta(hours=3), maybe=True),)
    refuses = ("hooks.example.test refuses this program (HTTP 403).", "Check the key and the address.")
    desk = ChannelView(_DESK, now - timedelta(hours=2), now - timedelta(minutes=1), *refuses, 2, now, lost, 1)
    stage.shell.channels.on_event(ChannelsChanged((ChannelView(_PHONE, now - timedelta(minutes=3)), desk)))
    stage.shell.channels.show()
    dialog = stage.dialog("channels")
    stage.shell.channels.dialog.select(_DESK.id)  # type: ignore[union-attr]
    stage.spin(60)
    return dialog


@scene
def channels_none(stage: Stage) -> QWidget:
    stage.shell.channels.on_event(ChannelsChanged(()))
    stage.shell.channels.show()
    return stage.dialog("channels")


@scene
def channel_editor(stage: Stage) -> QWidget:
    stage.shell.channels._edit(NEW)
    return stage.dialog("channel")


# Help


@scene
def guide(stage: Stage) -> QWidget:
    stage.shell.help.show_guide("rules")
    window = stage.dialog("guide")
    stage.spin(300)
    return window


@scene
def key_page(stage: Stage) -> QWidget:
    stage.shell.help.show_key_page()
    return stage.dialog("key-page")


@scene
def news(stage: Stage) -> QWidget:
    stage.shell.help.show_news()
    return stage.dialog("news")


@scene
def newest(stage: Stage) -> QWidget:
    stage.shell.help.show_newest()
    return stage.dialog("newer")


@scene
def hint(stage: Stage) -> QWidget:
    bubble = HintBubble(stage.window, stage.parts.marks, stage.shell.help.hints._hints[0])
    bubble.place()
    stage.spin(30)
    return stage.window


# Rules, sources, marks


@scene
def rule_pack(stage: Stage) -> QWidget:
    """The packs that come with the program, unfolded."""
    dialog = stage.shell.rules.show()
    dialog.search.setText("sfc")
    stage.spin(150)
    stage.shell.rules.show_rule("sfc-title")
    stage.spin(60)
    return dialog


@scene
def rule_new(stage: Stage) -> QWidget:
    stage.shell.rules.new()
    editor = stage.dialog("rule")
    stage.spin(120)
    return editor


@scene
def source_options(stage: Stage) -> QWidget:
    """What can be set for a source, under what it answered."""
    dialog = stage.shell.sources.show()
    stage.spin(150)
    bar = dialog.detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.spin(60)
    return dialog


@scene
def acknowledge_all(stage: Stage) -> QWidget:
    lines = [
        "14:41  SFC  A firm is reprimanded and fined HK$9 million for internal control failures",
        "13:02  金管局  發行穩定幣的監管制度：諮詢總結",
        "11:20  SFC  Alert list: hkexx-pro.example.test",
    ]
    return _present(stage, "acknowledge", AcknowledgeDialog(stage.parts.marks, stage.language, lines, stage.window))


@scene
def undo_toast(stage: Stage) -> QWidget:
    view = stage.window.inbox.view
    view.step(1, open_it=False)
    stage.controller.marking.do(Action.ACKNOWLEDGE)
    stage.controller.marking.archive()
    stage.spin(60)
    return stage.window


@scene
def alert_percent(stage: Stage) -> QWidget:
    """The sheet with a kind that has more to say."""
    stage.controller.prices.new_alert()
    stage.spin(100)
    sheet = stage.controller.prices._dialog.sheet
    box = sheet.fields.kind
    box.setCurrentIndex(min(3, box.count() - 1))
    QTest.keyClick(box, Qt.Key.Key_Tab)
    stage.spin(150)
    return stage.window


DIALOGS: dict[str, Scene] = {name: show for name, show in SCENES.items() if name not in _OF_THE_WINDOW}
"""The scenes of this file."""

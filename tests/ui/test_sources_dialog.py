# SPDX-License-Identifier: MIT
"""The table of sources: every state in words, the selected one's facts, its log, its diagnosis."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from inbox_rows import NOW
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.events import SourceHealth, SourceState, WatchState, WatchStatusChanged
from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.services.inbox import PollEntry
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources_dialog import SourcesDialog

ERROR = "media.example.test refuses this program (HTTP 403)."


def health(name: str, state: SourceState) -> SourceHealth:
    is_bad = state in (SourceState.FAILING, SourceState.BLOCKED, SourceState.FORMAT_CHANGED)
    return SourceHealth(
        source=SourceId(name),
        name_en=name.replace("-", " ").capitalize(),
        name_zh_hant="來源",
        name_zh_hans="来源",
        publisher=PublisherId("sfc"),
        official=True,
        state=state,
        last_ok_at=None if state is SourceState.UNCHECKED else NOW - timedelta(minutes=4),
        failing_since=NOW - timedelta(hours=7) if is_bad else None,
        next_at=NOW + timedelta(minutes=5),
        http_status=403 if is_bad else 200,
        error_key="http-403" if is_bad else "",
        error=ERROR if is_bad else "",
        url=f"https://www.example.test/{name}.xml",
        polls=0 if state is SourceState.UNCHECKED else 50,
        good_polls=30 if is_bad else 50,
        quiet_since=NOW - timedelta(days=17) if state is SourceState.QUIET else None,
        moved_to="https://new.example.test/feed" if state is SourceState.MOVED else "",
        moved_seen=3 if state is SourceState.MOVED else 0,
    )


ALL = tuple(
    health(name, state)
    for name, state in (
        ("press-releases", SourceState.OK),
        ("circulars", SourceState.QUIET),
        ("consultations", SourceState.MOVED),
        ("blocked-media", SourceState.BLOCKED),
        ("changed-media", SourceState.FORMAT_CHANGED),
        ("broken-media", SourceState.FAILING),
        ("offline-media", SourceState.OFFLINE),
        ("new-media", SourceState.UNCHECKED),
    )
)
STATUS = WatchStatusChanged(WatchState.WATCHING, NOW, None, None, ALL, ())


def poll(minutes: int, *, good: bool) -> PollEntry:
    at = NOW - timedelta(minutes=minutes)
    if good:
        return PollEntry(SourceId("x"), at, 200, 12_345, 310, 20, 1, "")
    return PollEntry(SourceId("x"), at, 403, 0, 0, 0, 0, "http-403")


@pytest.fixture
def dialog(marks: Marks, qtbot: QtBot) -> Iterator[SourcesDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = SourcesDialog(marks, "en", parent)
    shown.set_status(STATUS, NOW)
    shown.show()
    yield shown
    shown.close()


def cells(dialog: SourcesDialog, row: int) -> list[str]:
    found = [dialog.table.item(row, column) for column in range(dialog.table.columnCount())]
    return [item.text() for item in found if item is not None]


def choose(dialog: SourcesDialog, name: str) -> None:
    dialog.table.selectRow([one.source for one in ALL].index(SourceId(name)))


def test_every_state_has_words_and_the_share_of_good_polls(dialog: SourcesDialog) -> None:
    assert [cells(dialog, row)[1] for row in range(len(ALL))] == [
        "OK",
        "OK, but quiet since 2 Feb 17:08",
        "OK, but moved",
        "Blocked since 10:08",
        "Another format since 10:08",
        "Failing since 10:08",
        "Offline",
        "Not checked yet",
    ]
    assert cells(dialog, 3) == ["Blocked media", "Blocked since 10:08", "17:04", "403", "17:13", "60 % of 50"]
    assert cells(dialog, 7)[5] == ""


def test_the_selected_source_shows_its_error_address_and_log(dialog: SourcesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.log_wanted) as asked:
        choose(dialog, "blocked-media")
    assert asked.args == ["blocked-media"]
    assert dialog.detail.fact.text() == ERROR
    assert dialog.detail.address.text() == "https://www.example.test/blocked-media.xml"
    assert not dialog.detail.use.isVisible()
    dialog.set_log(SourceId("blocked-media"), (poll(5, good=False), poll(10, good=True)))
    assert dialog.detail.log.toPlainText().splitlines() == [
        "17:03 · HTTP 403 · http-403",
        "16:58 · HTTP 200 · 12.3 kB · 310 ms · 20 items, 1 new",
    ]


def test_the_log_is_asked_for_again_only_after_another_poll(dialog: SourcesDialog, qtbot: QtBot) -> None:
    choose(dialog, "blocked-media")
    with qtbot.assertNotEmitted(dialog.log_wanted):
        dialog.set_status(STATUS, NOW + timedelta(seconds=1))
    later = replace(ALL[3], next_at=NOW + timedelta(hours=1))
    with qtbot.waitSignal(dialog.log_wanted):
        dialog.set_status(replace(STATUS, sources=(*ALL[:3], later, *ALL[4:])), NOW)


def test_a_log_that_comes_late_does_not_stand_under_another_source(dialog: SourcesDialog) -> None:
    choose(dialog, "blocked-media")
    choose(dialog, "press-releases")
    dialog.set_log(SourceId("blocked-media"), (poll(5, good=False),))
    assert dialog.detail.log.toPlainText() == ""


def test_a_quiet_source_says_since_when(dialog: SourcesDialog) -> None:
    choose(dialog, "circulars")
    assert dialog.detail.fact.text().startswith("Nothing new since 2 Feb")


def test_a_new_address_is_offered_with_both_choices(dialog: SourcesDialog, qtbot: QtBot) -> None:
    choose(dialog, "consultations")
    assert dialog.detail.move_text.text() == "Moved to https://new.example.test/feed · seen 3×"
    for button, wanted in ((dialog.detail.use, True), (dialog.detail.keep, False)):
        with qtbot.waitSignal(dialog.detail.moved) as decided:
            button.click()
        assert decided.args == ["consultations", wanted]


def test_the_diagnosis_holds_address_error_and_log(dialog: SourcesDialog) -> None:
    choose(dialog, "blocked-media")
    dialog.set_log(SourceId("blocked-media"), (poll(5, good=False), poll(10, good=True)))
    dialog.detail.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "address: https://www.example.test/blocked-media.xml" in text
    assert f"error: http-403 {ERROR}" in text
    assert "good polls: 30 of 50" in text
    assert "200 12345 310 20 1" in text


def test_without_a_selection_there_is_only_a_hint(dialog: SourcesDialog) -> None:
    assert not dialog.detail.log.isVisible()
    assert dialog.detail.fact.text().startswith("A source that fails is asked again")


@pytest.mark.skipif(not os.environ.get("HKWATCH_PICTURES"), reason="pictures are drawn on request")
@pytest.mark.parametrize("name", ["press-releases", "circulars", "consultations", "blocked-media"])
def test_pictures(dialog: SourcesDialog, name: str) -> None:
    choose(dialog, name)
    entries = [poll(5 * n, good=name != "blocked-media" or n > 8) for n in range(1, 50)]
    dialog.set_log(SourceId(name), entries)
    assert dialog.grab().save(f"{os.environ['HKWATCH_PICTURES']}/sources-{name}.png")

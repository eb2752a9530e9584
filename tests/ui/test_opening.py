# SPDX-License-Identifier: MIT
"""The windows before the main one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from hkwatch.services.data_desk import Copy, CopyKind
from hkwatch.services.first_run import Group, Measured, settings_for
from hkwatch.services.salvaging import Salvage
from hkwatch.services.settings import Settings
from hkwatch.services.store_check import Damage
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.store.backups import Checked
from hkwatch.store.salvage import TableSalvage
from hkwatch.ui.marks import Marks
from hkwatch.ui.opening.first_run import FirstRun
from hkwatch.ui.opening.first_run_words import rate
from hkwatch.ui.opening.recovery import Means, RecoveryWindow
from hkwatch.ui.read_thread import ReadThread

MEASURED = Measured(102, 25, 1, 31, date(2026, 7, 1), date(2026, 7, 31), "SFC, HKMA")
COPY = Copy(Path("/copies/daily-2026-11-25.db"), CopyKind.DAILY, datetime(2026, 11, 24, 19, tzinfo=UTC), 1_000)


@pytest.fixture
def files() -> Iterator[ReadThread[None]]:
    made: ReadThread[None] = ReadThread(None, name="files")
    yield made
    made.end()


def texts(window: FirstRun | RecoveryWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel)]


def test_how_often_is_said_in_the_unit_that_gives_at_least_one() -> None:
    assert [rate(n, 31) for n in (102, 25, 1, 0)] == ["about 3 a day", "about 6 a week", "about 1 a month", "none"]


def test_the_answers_are_those_ticked_and_the_basis_is_stated(qtbot: QtBot, marks: Marks) -> None:
    spoken: list[str] = []
    window = FirstRun(MEASURED, marks, "en", spoken.append)
    qtbot.addWidget(window)
    usual = window.answers
    assert (usual.tell_from, usual.assets, usual.price_colours) == ("high", ("BTC", "ETH"), "green-up")
    assert any("102 English releases of SFC, HKMA from 1 Jul 2026 to 31 Jul 2026" in text for text in texts(window))
    ticks = {tick.text(): tick for tick in window.findChildren(QCheckBox)}
    ticks["Crypto media"].click()
    ticks["Ether"].click()
    radios = {radio.text(): radio for radio in window.findChildren(QRadioButton)}
    radios["Nothing"].click()
    radios["简体中文"].click()
    # What was chosen stays over the change of language.
    answers = window.answers
    assert spoken == ["zh-Hans"]
    assert (answers.language, answers.assets, answers.tell_from) == ("zh-Hans", ("BTC",), "nothing")
    assert Group.MEDIA_CRYPTO in answers.groups


def test_the_test_asks_whether_it_was_seen_and_helps_when_not(qtbot: QtBot, marks: Marks) -> None:
    window = FirstRun(MEASURED, marks, "en", lambda _language: None)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.test_wanted):
        window.test.click()
    window.tested("")
    assert "Did you see it?" in texts(window)
    assert not window.yes.isHidden()
    window.no.click()
    assert any("Do not disturb" in text for text in texts(window))
    window.tested("Nobody shows it.")
    assert "It could not be shown: Nobody shows it." in texts(window)
    assert window.yes.isHidden()


def test_all_three_ways_out_of_a_damaged_store(qtbot: QtBot, marks: Marks, files: ReadThread[None]) -> None:
    done: list[tuple[str, Path]] = []

    def prepare(copy: Path) -> Path:
        done.append(("read", copy))
        return Path("/reading")

    def export(folder: Path) -> Salvage:
        done.append(("export", folder))
        return Salvage(folder / "hkwatch-readable", (TableSalvage("item", 41, 2),))

    means = Means(lambda copy: done.append(("restore", copy)), prepare, export)
    damage = Damage("row 3 missing", COPY, Checked(14, {"item": 12481}))
    window = RecoveryWindow(damage, means, files, Path("/home"), marks, "en")
    qtbot.addWidget(window)
    assert "Last good backup: 25 Nov 2026 03:00 HKT (12,481 items)." in texts(window)
    window.export_to("/home/out")
    qtbot.waitUntil(lambda: "41 items and 41 rows in all saved in /home/out/hkwatch-readable." in window.said.text())
    assert "Unreadable places: 2." in window.said.text()
    with qtbot.waitSignal(window.read_wanted):
        window.read.click()
    window = RecoveryWindow(damage, means, files, Path("/home"), marks, "en")
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.restored):
        QTest.keyClick(window, Qt.Key.Key_Return)
    assert done == [("export", Path("/home/out")), ("read", COPY.file), ("restore", COPY.file)]


def test_without_a_good_copy_only_what_is_readable_can_be_saved(
    qtbot: QtBot, marks: Marks, files: ReadThread[None]
) -> None:
    means = Means(lambda _copy: None, lambda copy: copy, lambda folder: Salvage(folder, ()))
    window = RecoveryWindow(Damage("gone", None, None), means, files, Path("/home"), marks, "en")
    qtbot.addWidget(window)
    assert "There is no good backup." in texts(window)
    assert [button.isEnabled() for button in (window.restore, window.read, window.export)] == [False, False, True]
    assert window.export.isDefault()


def test_sources_chosen_one_by_one_hold_until_their_group_is_ticked_as_a_whole(
    qtbot: QtBot, marks: Marks, resources: Path
) -> None:
    catalogue, _ = load_catalogue(resources / "catalogue", None)
    window = FirstRun(MEASURED, marks, "en", lambda _language: None, catalogue=lambda: catalogue)
    qtbot.addWidget(window)
    assert window.answers.sources is None
    usual = settings_for(window.answers, catalogue, Settings())
    choose = next(button for button in window.findChildren(QPushButton) if button.text() == "Choose…")
    choose.click()
    sheet = window.chosen.dialog
    assert sheet is not None
    sfc = next(row for row in catalogue.sources.values() if row.publisher.id == "sfc" and row.enabled)
    extra = next(row for row in catalogue.sources.values() if not row.enabled and row.publisher.id != "sfc")
    sheet.search.setText(sfc.name.en)
    assert not sheet.leaf(sfc.id).isHidden()
    assert sheet.leaf(extra.id).isHidden()
    sheet.leaf(sfc.id).setCheckState(0, Qt.CheckState.Unchecked)
    sheet.leaf(extra.id).setCheckState(0, Qt.CheckState.Checked)
    sheet.accept()
    fresh = settings_for(window.answers, catalogue, Settings())
    assert set(fresh.sources.off) - set(usual.sources.off) == {sfc.id}
    assert fresh.sources.on == (extra.id,)
    tick = next(tick for tick in window.findChildren(QCheckBox) if tick.text().startswith("Securities"))
    assert " · " in tick.text()
    # Off and on again as a whole: the one that was taken out is back, what was chosen elsewhere stays.
    tick.click()
    tick.click()
    again = settings_for(window.answers, catalogue, Settings())
    assert (set(again.sources.off), again.sources.on) == (set(usual.sources.off), (extra.id,))

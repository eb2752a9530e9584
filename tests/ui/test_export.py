# SPDX-License-Identifier: MIT
"""The export dialogs: what they ask for, how progress, a file that is there and an error are said, how writing is given up."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fakes import START
from hkwatch.domain.errors import StoreError
from hkwatch.domain.export import USUAL, Column
from hkwatch.services.exporting import CancelledError
from hkwatch.services.inbox import InboxReader
from hkwatch.store.db import open_writer
from hkwatch.ui.export.dialog import ExportDialog, Kind, Wish
from hkwatch.ui.export.job import ExportJob, Work
from hkwatch.ui.marks import Marks
from patience import PATIENCE_S
from services.rig import shipped


@pytest.fixture
def open_dialog(marks: Marks, qtbot: QtBot, tmp_path: Path) -> Callable[[Kind], ExportDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def make(kind: Kind) -> ExportDialog:
        dialog = ExportDialog(kind, marks, "en", tmp_path, "items", parent)
        dialog.show()
        return dialog

    return make


def wishes(dialog: ExportDialog) -> list[Wish]:
    told: list[Wish] = []
    dialog.wanted.connect(told.append)
    return told


def test_one_selected_item_means_the_view_and_several_mean_the_selection(
    open_dialog: Callable[[Kind], ExportDialog],
) -> None:
    dialog = open_dialog(Kind.LIST)
    dialog.set_counts(1, None)
    assert dialog.view.isChecked()
    assert dialog.expected is None
    dialog.set_counts(3, None)
    assert (dialog.selection.isChecked(), dialog.selection.text()) == (True, "Selected items: 3")
    dialog.view.setChecked(True)
    dialog.set_counts(3, 120_000)
    assert dialog.view.isChecked()
    assert dialog.view.text() == "Everything in this view: 120,000"


def test_return_asks_for_the_usual_columns_and_the_format_names_the_file(
    open_dialog: Callable[[Kind], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_dialog(Kind.LIST)
    dialog.set_counts(0, 5)
    told = wishes(dialog)
    dialog.format.setCurrentIndex(1)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told == [Wish(False, "xlsx", USUAL, "", tmp_path / "items.xlsx", False)]
    assert not dialog.selection.isEnabled()
    for box in dialog.columns.values():
        box.setChecked(False)
    assert not dialog.export.isEnabled()
    dialog.columns[Column.TITLE].setChecked(True)
    assert dialog.export.isEnabled()


def test_a_file_that_is_there_is_replaced_only_when_asked_again(
    open_dialog: Callable[[Kind], ExportDialog], qtbot: QtBot
) -> None:
    dialog = open_dialog(Kind.AUDIT)
    dialog.set_counts(0, 5)
    told = wishes(dialog)
    dialog.export.click()
    dialog.begin()
    assert not dialog.export.isEnabled()
    dialog.fail("A file of this name is there already.", exists=True)
    assert dialog.export.text() == "Replace"
    dialog.export.click()
    qtbot.keyClicks(dialog.file, "2")
    dialog.export.click()
    assert [wish.replace for wish in told] == [False, True, False]


def test_escape_gives_up_a_file_that_is_being_written(
    open_dialog: Callable[[Kind], ExportDialog], qtbot: QtBot
) -> None:
    dialog = open_dialog(Kind.LIST)
    dialog.set_counts(0, 1000)
    dialog.begin()
    dialog.tell(400)
    assert (dialog.progress.value(), dialog.progress.maximum()) == (400, 1000)
    with qtbot.waitSignal(dialog.given_up):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.fixture
def reader(tmp_path: Path) -> InboxReader:
    files = shipped()
    open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", START).close()
    return InboxReader(tmp_path / "hkwatch.db", files.folder, files.catalogue, lambda: START)


def job(reader: InboxReader, work: Work) -> ExportJob:
    return ExportJob(reader, work)


def test_a_job_works_in_another_thread_and_tells_how_far_it_is(reader: InboxReader, qtbot: QtBot) -> None:
    where: list[int] = []

    def work(open_reader: InboxReader, told: Callable[[int], None], _is_cancelled: Callable[[], bool]) -> int:
        where.append(threading.get_ident())
        assert open_reader.is_open
        told(3)
        return 4

    running = job(reader, work)
    counts: list[int] = []
    running.told.connect(counts.append)
    with qtbot.waitSignal(running.done) as done:
        running.start()
    assert done.args == [4]
    assert counts == [3]
    assert where != [threading.get_ident()]


def test_a_job_that_is_given_up_or_fails_says_which(
    reader: InboxReader, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    begun = threading.Event()

    def work(_reader: InboxReader, _told: Callable[[int], None], is_cancelled: Callable[[], bool]) -> int:
        begun.set()
        while not is_cancelled():
            pass
        raise CancelledError

    running = job(reader, work)
    with qtbot.waitSignal(running.cancelled):
        running.start()
        assert begun.wait(PATIENCE_S)
        running.cancel()

    def full(_reader: InboxReader, _told: Callable[[int], None], _is_cancelled: Callable[[], bool]) -> int:
        raise StoreError("disk-full", "The disk is full.")

    failing = job(reader.another(), full)
    with qtbot.waitSignal(failing.failed) as failed:
        failing.start()
    assert failed.args is not None
    assert failed.args[0].key == "disk-full"
    assert "The disk is full." in caplog.text

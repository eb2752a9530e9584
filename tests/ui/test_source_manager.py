# SPDX-License-Identifier: MIT
"""The source manager with an engine's end that listens: removing and undoing, terms, bodies, adding, lists in and out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from inbox_rows import NOW
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from source_rows import OWN, STATUS, Listening, health

from hkwatch.domain import commands as cmd
from hkwatch.domain.events import BodyRead, CommandDone, SourcesAdded, SourcesFound, SourceState
from hkwatch.domain.ids import CommandId, SourceId
from hkwatch.domain.own_source import FoundSource, NewSource, PreviewItem, SourceOptions
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.sources.add_dialog import AddDialog, Step
from hkwatch.ui.sources.dialog import SourcesDialog
from hkwatch.ui.sources.small_dialogs import BodyDialog, TermsDialog

# The screenless platform can neither raise nor propagate sizes; that says nothing about the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ITEMS = tuple(PreviewItem(f"Item {number}", "", NOW) for number in range(5))
FRESH = FoundSource("https://blog.example.test/feed", "Example Blog", "zh-Hant", asked="blog.example.test", items=ITEMS)
KNOWN = FoundSource(OWN.url, "Known blog", "en", known=OWN.source)
GONE = FoundSource(
    "https://gone.example.test/", "", asked="gone.example.test", error="No such page.", next_step="Paste the site."
)
LIST = '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example.test/"/></body></opml>'


@pytest.fixture
def engine(marks: Marks, qtbot: QtBot) -> Iterator[Listening]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    files: ReadThread[None] = ReadThread(None, name="files")
    yield Listening(marks, files, window)
    files.end()
    for dialog in window.findChildren(SourcesDialog) + window.findChildren(AddDialog):
        dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def names(dialog: SourcesDialog) -> list[str]:
    rows = dialog.table.rows
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def last(engine: Listening) -> CommandId:
    return engine.heard[-1].id


def found(engine: Listening, *sources: FoundSource) -> AddDialog:
    """The dialog for adding, with an answer of the engine."""
    dialog = engine.manager.adder.add()
    dialog.search("https://blog.example.test/")
    engine.manager.on_event(SourcesFound(last(engine), sources))
    return dialog


# Removing


def test_a_removed_source_goes_at_once_and_comes_back_by_undo(engine: Listening) -> None:
    dialog = engine.manager.show()
    dialog.select(SourceId("circulars"))
    dialog.detail.remove.click()
    assert engine.heard == [cmd.RemoveSource(CommandId("c1"), SourceId("circulars"))]
    assert "Circulars" not in names(dialog)
    assert dialog.toast.accessibleName() == "“Circulars” removed. Its items stay"
    engine.drop("circulars")
    dialog.toast.first.click()
    assert engine.heard[-1] == cmd.RestoreSource(CommandId("c2"), SourceId("circulars"))
    engine.tell(STATUS)
    assert "Circulars" in names(dialog)
    assert dialog.chosen is not None
    assert dialog.chosen.source == "circulars"


def test_several_removals_are_undone_one_after_the_other(engine: Listening, qtbot: QtBot) -> None:
    dialog = engine.manager.show()
    for name in ("circulars", "broken-media", "blog"):
        engine.manager.remove(SourceId(name))
    assert dialog.toast.second.text() == "Undo all"
    engine.drop("circulars", "broken-media", "blog")
    qtbot.waitExposed(dialog)
    for name in ("blog", "broken-media", "circulars"):
        dialog.undo_wanted.emit()
        assert engine.heard[-1] == cmd.RestoreSource(last(engine), SourceId(name))
    before = len(engine.heard)
    dialog.undo_wanted.emit()
    assert len(engine.heard) == before


def test_all_removals_are_undone_at_once(engine: Listening) -> None:
    dialog = engine.manager.show()
    for name in ("circulars", "broken-media"):
        engine.manager.remove(SourceId(name))
    dialog.toast.second.click()
    assert [str(one.source) for one in engine.heard if isinstance(one, cmd.RestoreSource)] == [
        "broken-media",
        "circulars",
    ]
    assert {"Circulars", "Broken media"} < set(names(dialog))


def test_what_was_removed_can_still_be_undone_in_a_window_opened_later(engine: Listening) -> None:
    engine.manager.show()
    engine.manager.remove(SourceId("circulars"))
    engine.manager.show().close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    engine.manager.show().undo_wanted.emit()
    assert isinstance(engine.heard[-1], cmd.RestoreSource)


def test_a_removal_the_engine_refuses_is_taken_back_and_said(engine: Listening) -> None:
    dialog = engine.manager.show()
    engine.manager.remove(SourceId("circulars"))
    engine.manager.on_event(CommandDone(last(engine), "The file cannot be written. Check the disk."))
    assert "Circulars" in names(dialog)
    assert dialog.toast.accessibleName() == "The source was not removed. The file cannot be written. Check the disk."
    before = len(engine.heard)
    dialog.undo_wanted.emit()
    assert len(engine.heard) == before


def test_a_window_that_only_reads_removes_nothing(engine: Listening) -> None:
    dialog = engine.manager.show()
    engine.takes_commands = False
    engine.manager.remove(SourceId("circulars"))
    assert "Circulars" in names(dialog)


# One source


def test_terms_are_shown_before_a_source_is_watched(engine: Listening) -> None:
    engine.manager.show()
    engine.manager.switch(SourceId("gathered"), True)
    terms = engine.dialogs["terms"]
    assert isinstance(terms, TermsDialog)
    assert terms.terms.text() == "For personal use only."
    terms.cancel.click()
    assert engine.heard == []
    engine.manager.switch(SourceId("gathered"), True)
    terms = engine.dialogs["terms"]
    assert isinstance(terms, TermsDialog)
    terms.agree.click()
    assert engine.heard == [cmd.SwitchSource(CommandId("c1"), SourceId("gathered"), on=True)]


def test_pausing_and_watching_without_terms_ask_nothing(engine: Listening) -> None:
    engine.manager.show()
    engine.manager.switch(SourceId("paused-media"), True)
    engine.manager.switch(SourceId("gathered"), False)
    assert [(one.source, one.on) for one in engine.heard if isinstance(one, cmd.SwitchSource)] == [
        ("paused-media", True),
        ("gathered", False),
    ]


def test_options_addresses_and_checks_reach_the_engine(engine: Listening) -> None:
    dialog = engine.manager.show()
    dialog.select(SourceId("consultations"))
    dialog.detail.options.changed.emit(SourceOptions(interval_min=60))
    dialog.detail.use.click()
    dialog.detail.check.click()
    dialog.check_all.click()
    source = SourceId("consultations")
    assert engine.heard == [
        cmd.SetSourceOptions(CommandId("c1"), source, SourceOptions(interval_min=60)),
        cmd.UseAddress(CommandId("c2"), source, use=True),
        cmd.CheckNow(CommandId("c3"), source),
        cmd.CheckNow(CommandId("c4"), None),
    ]


def test_options_that_are_refused_are_said(engine: Listening) -> None:
    dialog = engine.manager.show()
    dialog.select(SourceId("circulars"))
    dialog.detail.options.changed.emit(SourceOptions(interval_min=60))
    engine.manager.on_event(CommandDone(last(engine), "Too fast."))
    assert dialog.toast.accessibleName() == "The options were not set. Too fast."


def test_the_last_answer_is_shown_as_plain_text(engine: Listening) -> None:
    dialog = engine.manager.show()
    dialog.select(SourceId("circulars"))
    dialog.body_wanted.emit(SourceId("circulars"))
    assert engine.heard == [cmd.ReadBody(CommandId("c1"), SourceId("circulars"))]
    body = engine.dialogs["body"]
    assert isinstance(body, BodyDialog)
    engine.manager.on_event(BodyRead(CommandId("other"), SourceId("circulars"), NOW, "wrong"))
    assert body.text.toPlainText() == ""
    engine.manager.on_event(BodyRead(CommandId("c1"), SourceId("circulars"), NOW, "<script>1</script>"))
    assert body.text.toPlainText() == "<script>1</script>"
    assert body.note.text() == "came 19 Feb 2025 17:08 HKT · 18 characters"
    body.close()


def test_where_there_is_no_last_answer_the_reason_is_said(engine: Listening) -> None:
    engine.manager.show().body_wanted.emit(SourceId("circulars"))
    engine.manager.on_event(BodyRead(last(engine), SourceId("circulars"), None, "", "Nothing was read yet."))
    body = engine.dialogs["body"]
    assert isinstance(body, BodyDialog)
    assert body.note.text() == "Nothing was read yet."
    assert not body.copy.isEnabled()


# Adding


def test_pasting_finds_then_chooses_then_adds(engine: Listening, qtbot: QtBot) -> None:
    dialog = engine.manager.adder.add()
    assert not dialog.go.isEnabled()
    dialog.field.setPlainText("https://blog.example.test/")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert engine.heard == [cmd.FindSources(CommandId("c1"), "https://blog.example.test/")]
    assert dialog.step is Step.SEARCH
    assert dialog.bar.isVisible()
    assert dialog.message.text() == "Looking at 1 address…"
    engine.manager.on_event(SourcesFound(CommandId("c1"), (FRESH, KNOWN, GONE)))
    assert dialog.step is Step.CHOOSE
    assert dialog.summary.text() == "1 to add · 1 known · 1 cannot be added"
    fresh, known, gone = dialog.found.rows
    assert (fresh.check.isChecked(), fresh.lang.currentData()) == (True, "zh-Hant")
    assert (known.badge.text, known.check.isEnabled()) == ("Already watched", False)
    assert (gone.badge.text, gone.check.isEnabled()) == ("Cannot be added", False)
    fresh.title.setText("My blog")
    dialog.go.click()
    assert engine.heard[-1] == cmd.AddSources(CommandId("c2"), (NewSource(FRESH.url, "My blog", "zh-Hant"),))
    engine.manager.on_event(SourcesAdded(CommandId("c2"), (SourceId("my-blog"),), 0))
    assert engine.manager.adder.adding is None
    shown = engine.manager.dialog
    assert shown is not None
    assert shown.toast.accessibleName() == "1 added, 1 known."
    engine.tell(replace(STATUS, sources=(*STATUS.sources, health("my-blog", SourceState.UNCHECKED, own=True))))
    assert shown.chosen is not None
    assert shown.chosen.source == "my-blog"


def test_several_lines_are_several_addresses(engine: Listening, qtbot: QtBot) -> None:
    dialog = engine.manager.adder.add()
    qtbot.keyClicks(dialog.field, "a.example.test")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(dialog.field, "b.example.test")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.step is Step.PASTE
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.message.text() == "Looking at 2 addresses…"
    assert isinstance(engine.heard[0], cmd.FindSources)
    assert engine.heard[0].text.split() == ["a.example.test", "b.example.test"]


def test_a_search_can_be_stopped_and_its_late_answer_is_not_shown(engine: Listening, qtbot: QtBot) -> None:
    dialog = engine.manager.adder.add()
    dialog.search("a.example.test")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.step) == (True, Step.PASTE)
    engine.manager.on_event(SourcesFound(last(engine), (FRESH,)))
    assert dialog.step is Step.PASTE
    assert dialog.field.toPlainText() == "a.example.test"


@pytest.mark.parametrize(("found_sources", "error"), [((), "There is no address in this."), ((), "")])
def test_a_text_of_no_use_stays_in_its_field_with_the_reason(
    engine: Listening, found_sources: tuple[FoundSource, ...], error: str
) -> None:
    dialog = engine.manager.adder.add()
    dialog.search("hello")
    engine.manager.on_event(SourcesFound(last(engine), found_sources, error))
    assert dialog.step is Step.PASTE
    assert dialog.message.isVisible()
    assert dialog.message.text() == (error or "No feed was found there. Paste the address of a feed or of a site.")
    dialog.field.setPlainText("hello.example.test")
    assert not dialog.message.isVisible()
    assert dialog.go.isEnabled()


def test_a_failure_of_the_engine_leads_back_to_the_field(engine: Listening) -> None:
    dialog = found(engine, FRESH)
    dialog.go.click()
    engine.manager.on_event(CommandDone(last(engine), "The file cannot be written."))
    assert (dialog.step, dialog.message.text()) == (Step.PASTE, "The file cannot be written.")


def test_a_window_that_only_reads_says_so(engine: Listening) -> None:
    engine.takes_commands = False
    dialog = engine.manager.adder.add()
    dialog.search("a.example.test")
    assert dialog.message.text().startswith("This window only reads")


def test_unchecked_ones_are_not_added_and_nothing_checked_cannot_be(engine: Listening) -> None:
    dialog = found(engine, FRESH, replace(FRESH, url="https://b.example.test/", title="B"))
    dialog.found.rows[0].check.click()
    assert dialog.go.text() == "Add 1 source"
    assert [one.title for one in dialog.found.wanted()] == ["B"]
    dialog.found.rows[1].check.click()
    assert not dialog.go.isEnabled()


def test_a_long_list_is_made_piece_by_piece_and_counted_whole(engine: Listening, qtbot: QtBot) -> None:
    many = tuple(
        FoundSource(f"https://f{n}.example.test/", f"F{n}", "en", "News" if n < 60 else "Law") for n in range(120)
    )
    dialog = found(engine, *many)
    assert len(dialog.found.rows) < 120
    assert len(dialog.found.wanted()) == 120
    qtbot.waitUntil(lambda: dialog.found.is_complete)
    assert len(dialog.found.rows) == 120
    assert dialog.summary.text() == "120 to add · 2 folders"
    dialog.none.click()
    assert dialog.found.wanted() == ()


def test_more_than_the_engine_takes_at_once_goes_in_parts_and_is_told_as_one(engine: Listening) -> None:
    many = tuple(NewSource(f"https://f{n}.example.test/", f"F{n}") for n in range(1200))
    engine.manager.adder.add().add_wanted.emit(many)
    parts = [one for one in engine.heard if isinstance(one, cmd.AddSources)]
    assert [len(one.sources) for one in parts] == [500, 500, 200]
    for part in parts:
        assert engine.manager.dialog is None
        engine.manager.on_event(SourcesAdded(part.id, tuple(SourceId(one.title) for one in part.sources), 1))
    assert engine.manager.dialog is not None
    assert engine.manager.dialog.toast.accessibleName() == "1200 added, 3 known."


# Lists


def test_an_imported_list_is_looked_at_at_once(engine: Listening, qtbot: QtBot, tmp_path: Path) -> None:
    engine.file = tmp_path / "list.opml"
    engine.file.write_bytes(f'<?xml version="1.0" encoding="utf-16"?>{LIST}'.encode("utf-16"))
    engine.manager.adder.import_opml()
    qtbot.waitUntil(lambda: bool(engine.heard))
    assert engine.asked_for == [False]
    assert isinstance(engine.heard[0], cmd.FindSources)
    assert "https://a.example.test/" in engine.heard[0].text


def test_a_list_of_known_sources_says_so_and_offers_nothing_to_add(engine: Listening) -> None:
    known = tuple(replace(KNOWN, url=f"https://k{n}.example.test/", folder="Law") for n in range(6))
    dialog = found(engine, *known)
    assert dialog.summary.text() == "6 known, 0 added"
    assert not dialog.go.isVisible()
    assert dialog.cancel.text() == "Close"


def test_a_file_that_cannot_be_read_is_said_with_the_next_step(engine: Listening, qtbot: QtBot, tmp_path: Path) -> None:
    engine.file = tmp_path / "missing.opml"
    engine.manager.adder.import_opml()
    qtbot.waitUntil(lambda: engine.manager.adder.adding is not None)
    dialog = engine.manager.adder.adding
    assert dialog is not None
    assert dialog.message.text().startswith("missing.opml cannot be read")
    assert dialog.message.text().endswith("Choose another file.")


def test_a_file_is_dropped_anywhere_in_the_dialog(engine: Listening, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "list.opml"
    file.write_text(LIST)
    dialog = engine.manager.adder.add()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(drop)
    qtbot.waitUntil(lambda: bool(engine.heard))
    assert engine.heard == [cmd.FindSources(CommandId("c1"), LIST)]


def test_feeds_are_exported_with_their_folders_and_apis_are_left_out(
    engine: Listening, qtbot: QtBot, tmp_path: Path
) -> None:
    engine.file = tmp_path / "out.opml"
    engine.manager.export_opml()
    dialog = engine.manager.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.toast.isVisible)
    assert dialog.toast.accessibleName().startswith("9 feeds exported. out.opml · 1 API or page left out")
    text = engine.file.read_text("utf-8")
    assert 'xmlUrl="https://www.example.test/blog.xml"' in text
    assert text.index('<outline text="Law">') < text.index('<outline text="Blogs">') < text.index("blog.xml")
    assert "circulars.xml" not in text
    assert "gathered.xml" not in text
    assert text.count("xmlUrl=") == 9


def test_a_folder_that_cannot_be_written_is_said(engine: Listening, qtbot: QtBot, tmp_path: Path) -> None:
    engine.file = tmp_path / "missing" / "out.opml"
    engine.manager.export_opml()
    dialog = engine.manager.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.toast.isVisible)
    assert dialog.toast.accessibleName().startswith("Nothing was exported. out.opml cannot be written")


def test_windows_that_belong_to_the_source_manager_close_with_it(engine: Listening) -> None:
    dialog = engine.manager.show()
    engine.manager.adder.add()
    dialog.close()
    assert engine.manager.adder.adding is None
    engine.manager.adder.add()
    assert engine.manager.adder.adding is not None

# SPDX-License-Identifier: MIT
"""Options that need more than a box to tick."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.errors import FetchError
from hkwatch.services.contacts import Contact, Purpose
from hkwatch.services.data_desk import After, Afterwards, DataDesk
from hkwatch.services.inbox import FirmNames
from hkwatch.services.settings import Settings
from hkwatch.sources.fold_table import load_folder
from hkwatch.store.db import open_writer
from hkwatch.ui.marks import Marks
from hkwatch.ui.palette.collect import Tongues
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.settings.around import Around
from hkwatch.ui.settings.data import DataPage
from hkwatch.ui.settings.pages import PAGES
from hkwatch.ui.settings.privacy import PrivacyPage
from hkwatch.ui.settings.questions import EraseQuestion
from hkwatch.ui.settings.rules import RulesPage
from hkwatch.ui.settings_dialog import SettingsDialog, option_rows
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.translator import FileTranslator


class Store(SettingsStore):
    """Remembers what was set; nothing is written."""

    def __init__(self) -> None:
        self.files: ReadThread[None] = ReadThread(None, name="files")
        super().__init__(Settings(), Path("/nowhere/settings.toml"), self.files)
        self.set_to: list[tuple[str, str, object]] = []

    def set(self, section: str, option: str, value: object) -> None:
        self.set_to.append((section, option, value))
        super().set(section, option, value)

    def replace(self, fresh: Settings) -> None:
        self._settings = fresh
        self.changed.emit(fresh)


class Reader:
    """Knows two firms and two hosts."""

    def firms(self) -> dict[str, FirmNames]:
        return {
            "example-digital": FirmNames("Example Digital Ltd", ("Example Digital Ltd", "示例數碼", "ZZZ001")),
            "other": FirmNames("Other Firm", ("Other Firm",)),
        }

    def contacts(self, *, prices: bool, live: bool = False) -> tuple[Contact, ...]:
        at = datetime(2026, 11, 25, 3, tzinfo=UTC)
        source = Contact("feed.example.test", Purpose.SOURCE, ("Example feed",), 1204, at)
        return (source, Contact("venue.example.test", Purpose.PRICES, ("Venue",), None)) if prices else (source,)


class Rig:
    """Everything around the window, with what was asked of it."""

    def __init__(self, folder: Path) -> None:
        self.store = Store()
        self.reads: ReadThread[Reader] = ReadThread(Reader(), name="read")
        self.asked: list[object] = []
        now = datetime(2026, 11, 25, 3, tzinfo=UTC)
        for name in ("data", "config", "log"):
            (folder / name).mkdir()
        self.desk = DataDesk(folder / "data", folder / "config", folder / "log", lambda: now)
        self.around = Around(
            store=self.store,
            files=self.store.files,
            reads=self.reads,  # type: ignore[arg-type]
            desk=self.desk,
            now=lambda: now,
            holidays=lambda: frozenset({date(2025, 1, 1), date(2027, 12, 27)}),
            leave=self.asked.append,
            manage_sources=lambda: self.asked.append("sources"),
            describe=lambda: "hkwatch",
        )

    def end(self) -> None:
        self.store.files.end()
        self.reads.end()


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    made = Rig(tmp_path)
    yield made
    made.end()


@pytest.fixture
def store(rig: Rig) -> Store:
    return rig.store


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    """The window that the dialog belongs to."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(rig: Rig, marks: Marks, around: QWidget, resources: Path) -> SettingsDialog:
    folder = load_folder(resources / "fold" / "hant_hans.tsv")
    tongues = Tongues(folder, [FileTranslator(resources, one) for one in ("zh-Hant", "zh-Hans")])
    return SettingsDialog(rig.around, marks, "en", around, tongues, folder)


def named(dialog: SettingsDialog, kind: type[QWidget], name: str) -> QWidget:
    (found,) = [one for one in dialog.page.findChildren(kind) if one.accessibleName() == name]
    return found


def test_keeping_for_ever_is_a_word_and_what_always_stays_is_said(dialog: SettingsDialog, store: Store) -> None:
    dialog.show_page("data")
    spin = named(dialog, QSpinBox, "Keep items")
    assert isinstance(spin, QSpinBox)
    assert spin.text() == "For ever"
    spin.setValue(365)
    assert spin.text() == "365 days"
    assert store.set_to == [("data", "keep_days", 365)]
    told = [label.text() for label in dialog.findChildren(QLabel)]
    (words,) = [text for text in told if "Always kept" in text]
    for spared in ("flagged", "starred", "acknowledged", "noted", "high and above", "backup"):
        assert spared in words


def test_saving_power_is_on_until_it_is_switched_off(dialog: SettingsDialog, store: Store) -> None:
    dialog.show_page("sources")
    box = named(dialog, QCheckBox, "Check less often on battery or a metered connection")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    box.click()
    assert store.set_to == [("sources", "save_power", False)]


def test_sources_are_switched_in_their_own_window_which_opens_from_here(dialog: SettingsDialog, rig: Rig) -> None:
    dialog.show_page("sources")
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Manage sources…"]
    button.click()
    assert rig.asked == ["sources"]


def test_what_is_priced_is_chosen_from_what_venues_quote_and_one_stays(dialog: SettingsDialog, store: Store) -> None:
    dialog.show_page("prices")
    dialog.set_assets(["BTC", "ETH", "SOL"])

    def box(name: str) -> QCheckBox:
        found = named(dialog, QCheckBox, f"What is priced: {name}")
        assert isinstance(found, QCheckBox)
        return found

    assert [box(name).isChecked() for name in ("Bitcoin", "Ether", "SOL")] == [True, True, False]
    box("SOL").click()
    box("Bitcoin").click()
    box("Ether").click()
    assert store.set_to == [
        ("prices", "assets", ("BTC", "ETH", "SOL")),
        ("prices", "assets", ("ETH", "SOL")),
        ("prices", "assets", ("SOL",)),
    ]
    assert not box("SOL").isEnabled()
    assert box("Ether").isEnabled()


def test_every_option_of_the_file_that_a_person_sets_has_a_row_that_says_what_it_does() -> None:
    rows = {(row.section, row.option): row for _, part in option_rows(lambda text: text) for row in part}
    usual = Settings()
    shown_elsewhere = {("sources", "on"), ("sources", "off"), ("rules", "watchlist"), ("links", "open_hosts")}
    # A widget of its own shows these.
    hosted = {"notify", "quiet", "office", "keys"}
    options = {
        (section, option)
        for section in usual.__struct_fields__
        if section not in hosted
        for option in getattr(usual, section).__struct_fields__
    }
    assert options - set(rows) == shown_elsewhere
    # How often and as what a digest is written says itself.
    plain = {"digest_format"}
    assert [row.option for row in rows.values() if not row.description and row.option not in plain] == []


@pytest.mark.parametrize("typed", ["text size", "主题", "主題", "TEXT SIZE"])
def test_an_option_is_found_by_its_words_in_any_language_and_lit(dialog: SettingsDialog, typed: str) -> None:
    dialog.search.setText(typed)
    assert dialog.current == "look"
    shown = [spec.key for spec in PAGES if not dialog._nav[spec.key].isHidden()]
    assert "look" in shown
    assert "advanced" not in shown
    lit = [label.text() for label in dialog.page.findChildren(QLabel) if "<span" in label.text()]
    assert bool(lit) == typed.isascii()
    dialog.search.setText("never written")
    assert all(button.isHidden() for button in dialog._nav.values())
    dialog.search.clear()
    assert not any(button.isHidden() for button in dialog._nav.values())
    assert not [label for label in dialog.page.findChildren(QLabel) if "<span" in label.text()]


def test_what_makes_an_item_read_is_found_and_set(dialog: SettingsDialog, store: Store) -> None:
    dialog.search.setText("becomes read")
    assert dialog.current == "general"
    box = next(one for one in dialog.page.findChildren(QComboBox) if one.findText("By hand only") >= 0)
    assert box.currentText() == "After a time on the screen"
    box.setCurrentIndex(box.findText("By hand only"))
    box.activated.emit(box.currentIndex())
    assert ("general", "mark_read", "by-hand") in store.set_to


def test_what_stands_beside_the_options_is_found_too(dialog: SettingsDialog) -> None:
    dialog.search.setText("test restore")
    assert (dialog.page.spec.key, dialog.page.isVisibleTo(dialog)) == ("data", True)
    dialog.search.setText("typefaces")
    assert dialog.page.spec.key == "advanced"


def test_boxes_end_where_the_fields_of_the_other_options_end(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_page("general")
    with qtbot.waitExposed(dialog):
        dialog.show()
    lines = dialog.page.lines.values()
    ends = {type(one.control): one.control.mapTo(dialog, one.control.rect().topRight()).x() for one in lines}
    assert ends[QCheckBox] == ends[QComboBox]
    (box, *_) = [one.control for one in lines if isinstance(one.control, QCheckBox)]
    assert box.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_without_a_backup_the_page_says_so_in_the_place_of_an_empty_box(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_page("data")
    page = dialog.page
    assert isinstance(page, DataPage)
    qtbot.waitUntil(lambda: page.no_copies.isVisibleTo(page), timeout=60_000)
    assert not page.copies.isVisibleTo(page)


def test_the_way_back_to_the_default_is_offered_only_where_there_is_one(dialog: SettingsDialog, store: Store) -> None:
    line = dialog._line("look", "theme")
    assert line.reset.isHidden()
    box = line.control
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("dark"))
    box.activated.emit(box.currentIndex())
    assert store.settings.look.theme == "dark"
    assert not line.reset.isHidden()
    assert line.reset.accessibleName() == "Back to the default: Theme"
    line.reset.click()
    assert store.settings.look.theme == "system"
    assert (box.currentData(), line.reset.isHidden()) == ("system", True)


def test_a_change_from_elsewhere_is_shown_and_not_told_again(dialog: SettingsDialog, store: Store) -> None:
    spin = dialog.control("prices", "interval_s")
    assert isinstance(spin, QSpinBox)
    store.set("prices", "interval_s", 60)
    assert spin.value() == 60
    assert len(store.set_to) == 1


def test_pages_are_walked_with_the_arrows_and_escape_leaves_the_search_first(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog._nav["general"].setFocus()
    QTest.keyClick(dialog._nav["general"], Qt.Key.Key_Down)
    assert dialog.current == "look"
    dialog.search.setFocus()
    QTest.keyClicks(dialog.search, "text size")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.control("look", "text_size_percent")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.search.text()) == (True, "")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_new_text_size_offers_to_bring_the_window_up_anew(dialog: SettingsDialog, rig: Rig) -> None:
    dialog.show_page("look")
    (again,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Bring up now"]
    assert again.parentWidget().isHidden()
    rig.store.set("look", "text_size_percent", 150)
    assert not again.parentWidget().isHidden()
    again.click()
    assert rig.asked == [Afterwards(After.RESTART)]


def test_reminders_may_all_be_off_and_stay_numbers(dialog: SettingsDialog, store: Store) -> None:
    dialog.show_page("deadlines")
    for days in ("10", "3", "1"):
        box = named(dialog, QCheckBox, f"Remind me when so many working days are left: {days}")
        assert isinstance(box, QCheckBox)
        box.click()
    assert store.settings.deadlines.remind_working_days == ()
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("from 2025 to 2027" in text for text in said)


def test_a_firm_is_watched_under_its_name_whatever_name_was_typed(
    dialog: SettingsDialog, store: Store, qtbot: QtBot
) -> None:
    dialog.show_page("rules")
    page = dialog.page
    assert isinstance(page, RulesPage)
    watchlist = page.watchlist
    qtbot.waitUntil(lambda: watchlist._offers.rowCount() == 4)
    watchlist.field.setText("zzz001")
    watchlist.add.click()
    assert store.settings.rules.watchlist == ("Example Digital Ltd",)
    watchlist.field.setText("示例數碼")
    watchlist.add.click()
    assert watchlist.hint.text() == "Example Digital Ltd is watched already."
    watchlist.field.setText("Nobody Knows Ltd")
    watchlist.add.click()
    assert "not in the dictionary" in watchlist.hint.text()
    watchlist.list.setCurrentRow(0)
    QTest.keyClick(watchlist.list, Qt.Key.Key_Delete)
    assert store.settings.rules.watchlist == ("Nobody Knows Ltd",)


def test_every_host_is_listed_with_its_count_and_can_be_copied(
    dialog: SettingsDialog, qtbot: QtBot, qapp: QApplication
) -> None:
    dialog.show_page("privacy")
    page = dialog.page
    assert isinstance(page, PrivacyPage)
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    texts = [[page.table.item(line, column).text() for column in range(4)] for line in range(2)]
    assert texts[0] == ["feed.example.test", "Example feed", "1,204", "25 Nov 2026 11:00"]
    assert texts[1][2] == ""
    page._copy.click()
    assert "feed.example.test\tsource: Example feed\t1204" in qapp.clipboard().text()


def test_a_copy_is_made_tried_out_and_everything_is_erased_only_after_the_word(
    dialog: SettingsDialog, rig: Rig, qtbot: QtBot
) -> None:
    now = datetime(2026, 11, 25, 3, tzinfo=UTC)
    open_writer(rig.desk.database, rig.desk.backups, now).close()
    dialog.show_page("data")
    page = dialog.page
    assert isinstance(page, DataPage)
    page.back_up.click()
    qtbot.waitUntil(lambda: page.copies.count() == 1)
    page.test.click()
    qtbot.waitUntil(lambda: "is sound" in page.result.text())
    assert page.result.text() == "hkwatch-20261125T030000Z.db is sound: 0 items and 0 alerts would come back."
    assert sorted(one.name for one in rig.desk.data_dir.glob("*.db")) == ["hkwatch.db"]
    page.erase.click()
    question = page.findChild(EraseQuestion)
    assert not question.yes.isEnabled()
    question.field.setText("erase")
    assert not question.yes.isEnabled()
    question.field.setText("ERASE")
    question.yes.click()
    assert rig.asked == [Afterwards(After.ERASE)]


def test_a_page_that_a_screen_reader_toggles_comes_to_the_front(dialog: SettingsDialog) -> None:
    dialog.nav("data").toggle()
    assert dialog.current == "data"
    assert not dialog.nav("general").isChecked()
    dialog.nav("data").toggle()
    assert dialog.nav("data").isChecked()


def test_a_proxy_that_cannot_be_is_refused_under_its_name_and_what_held_goes_on(
    dialog: SettingsDialog, store: Store
) -> None:
    dialog.show_page("sources")
    field = named(dialog, QLineEdit, "Proxy of all requests")
    assert isinstance(field, QLineEdit)

    def said() -> list[str]:
        return [
            one.text() for one in dialog.page.findChildren(QLabel) if not one.isHidden() and "Not used" in one.text()
        ]

    for wrong in ("proxy.example.test", "ftp://proxy.example.test", "http://me:secret@proxy.example.test:80"):
        field.setText(wrong)
        field.editingFinished.emit()
        assert store.settings.sources.proxy == ""
        assert len(said()) == 1
    field.setText("socks5://proxy.example.test:1080")
    field.editingFinished.emit()
    assert store.settings.sources.proxy == "socks5://proxy.example.test:1080"
    assert said() == []


def test_a_proxy_is_tried_and_the_answer_said(rig: Rig, marks: Marks, around: QWidget, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []

    def ask(proxy: str, contact: str) -> int:
        asked.append((proxy, contact))
        if proxy:
            raise FetchError("proxy", "The proxy does not answer.", "Check it.")
        return 41

    dialog = SettingsDialog(replace(rig.around, try_request=ask), marks, "en", around)
    dialog.show_page("sources")

    def said(text: str) -> bool:
        return any(text in one.text() for one in dialog.page.findChildren(QLabel) if not one.isHidden())

    test = named(dialog, QPushButton, "Test the proxy")
    assert isinstance(test, QPushButton)
    test.click()
    qtbot.waitUntil(lambda: said("after 41 ms"), timeout=60_000)
    rig.store.set("sources", "proxy", "http://proxy.example.test:3128")
    test.click()
    qtbot.waitUntil(lambda: said("does not answer"), timeout=60_000)
    assert test.isEnabled()
    assert asked == [("", ""), ("http://proxy.example.test:3128", "")]


def test_trusted_hosts_are_added_by_name_or_address_and_taken_out(dialog: SettingsDialog, store: Store) -> None:
    dialog.show_page("privacy")
    page = dialog.page
    assert isinstance(page, PrivacyPage)
    hosts = page.hosts
    for typed in ("https://www.example.test/a?b", "other.example.test", "not a host", "example.test"):
        hosts.field.setText(typed)
        hosts.add.click()
    assert store.settings.links.open_hosts == ("example.test", "other.example.test")
    assert "in the list already" in hosts.hint.text()
    hosts.list.setCurrentRow(0)
    QTest.keyClick(hosts.list, Qt.Key.Key_Delete)
    assert store.settings.links.open_hosts == ("other.example.test",)


def test_each_page_that_scrolls_has_the_name_of_what_it_shows(dialog: SettingsDialog) -> None:
    for spec in PAGES:
        dialog.show_page(spec.key)
        assert dialog.page.accessibleName() == spec.title


def test_tab_goes_through_the_page_before_it_comes_to_close(dialog: SettingsDialog) -> None:
    dialog.show_page("look")
    passed: list[QWidget] = []
    one = dialog.search.nextInFocusChain()
    while one is not None and one is not dialog.search:
        passed.append(one)
        one = one.nextInFocusChain()
    close = next(at for at, one in enumerate(passed) if isinstance(one, QPushButton) and one.text() == "Close")
    assert passed.index(dialog.control("look", "reading_size_percent")) < close

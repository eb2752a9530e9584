# SPDX-License-Identifier: MIT
"""Options that need more than a box to tick."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.services.settings import Settings
from hkwatch.ui.marks import Marks
from hkwatch.ui.settings_dialog import SettingsDialog


class Store:
    """The settings in memory."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.set_to: list[tuple[str, str, object]] = []

    def set(self, section: str, option: str, value: object) -> None:
        self.set_to.append((section, option, value))


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    """The window that the dialog belongs to."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(store: Store, marks: Marks, around: QWidget) -> SettingsDialog:
    return SettingsDialog(store, marks.fonts, lambda: None, "en", around)  # type: ignore[arg-type]


def named(dialog: SettingsDialog, kind: type[QWidget], name: str) -> QWidget:
    (found,) = [one for one in dialog.findChildren(kind) if one.accessibleName() == name]
    return found


def test_keeping_for_ever_is_a_word_and_what_always_stays_is_said(dialog: SettingsDialog, store: Store) -> None:
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
    box = named(dialog, QCheckBox, "Check less often on battery or a metered connection")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    box.click()
    assert store.set_to == [("sources", "save_power", False)]


def test_sources_are_switched_in_their_own_window_which_opens_from_here(
    store: Store, marks: Marks, around: QWidget
) -> None:
    asked: list[bool] = []
    dialog = SettingsDialog(store, marks.fonts, lambda: asked.append(True), "en", around)  # type: ignore[arg-type]
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Manage sources…"]
    button.click()
    assert asked == [True]


def test_what_is_priced_is_chosen_from_what_venues_quote_and_one_stays(dialog: SettingsDialog, store: Store) -> None:
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


def test_without_a_tray_keeping_watch_in_it_cannot_be_chosen_and_the_reason_stands_there(
    dialog: SettingsDialog,
) -> None:
    # The screenless platform has no tray.
    box = named(dialog, QComboBox, "When I close the window")
    assert isinstance(box, QComboBox)
    model = box.model()
    usable = {box.itemData(at): bool(model.flags(model.index(at, 0)) & Qt.ItemFlag.ItemIsEnabled) for at in range(3)}
    assert usable == {"ask": True, "tray": False, "quit": True}
    assert box.accessibleDescription().startswith("There is no tray here, so hkwatch quits.")

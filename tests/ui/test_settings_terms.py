# SPDX-License-Identifier: MIT
"""What publishers ask stands beside the box that switches their source on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.services.settings import Settings
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.settings_dialog import SettingsDialog
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.terms import KNOWN, terms_text
from hkwatch.ui.theme import Fonts

TERMS = "Google offers these feeds for personal, non-commercial use only."


def test_terms_stand_under_the_box_and_are_read_with_it(qtbot: QtBot, fonts: Fonts, tmp_path: Path) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    files: ReadThread[None] = ReadThread(lambda: None)
    store = SettingsStore(Settings(), tmp_path / "settings.toml", files)
    rows = [("google-news-en", "Google News", False, TERMS), ("sfc-press-en", "SFC", True, "")]
    dialog = SettingsDialog(store, fonts, lambda: rows, "en", owner)
    dialog.show()
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox) if box.text()}
    assert boxes["Google News"].accessibleDescription() == TERMS
    assert boxes["SFC"].accessibleDescription() == ""
    (label,) = [label for label in dialog.findChildren(QLabel) if label.text() == TERMS]
    assert label.isVisibleTo(dialog)
    assert label.y() >= boxes["Google News"].geometry().bottom()
    boxes["Google News"].click()
    assert store.settings.sources.on == ("google-news-en",)
    assert label.isVisibleTo(dialog)
    dialog.close()
    files.end(drop=False)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_every_term_of_the_shipped_catalogue_is_known_to_the_translators(qapp: QApplication, resources: Path) -> None:
    catalogue, _problems = load_catalogue(resources / "catalogue", Path("/nonexistent"))
    said = {row.terms for row in catalogue.sources.values() if row.terms}
    assert said == set(KNOWN)
    assert TERMS in said


@pytest.mark.parametrize("terms", ["", "Ask me first."])
def test_terms_of_the_users_own_rows_are_shown_as_written(qapp: QApplication, terms: str) -> None:
    assert terms_text(terms) == terms

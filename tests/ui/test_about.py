# SPDX-License-Identifier: MIT
"""Versions, licences and attributions; what is new; whether there is a newer version; hints in place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hkwatch import __version__
from hkwatch.domain.ids import CommandId
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.ui.help.about import AboutDialog, attributions
from hkwatch.ui.help.newest import NewestWindow
from hkwatch.ui.help.news import read_changelog, section
from hkwatch.ui.help.parts_list import collect, versions
from hkwatch.ui.hints import TIMES, Hint, Hints
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import Fonts
from hkwatch.ui.window_state import WindowState, load_window_state, save_window_state

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_every_package_that_is_needed_has_a_licence(qapp: QApplication) -> None:
    parts = collect(ROOT / "resources")
    assert parts[0].name == "hkwatch"
    assert "Permission is hereby granted" in parts[0].text
    named = {part.name: part for part in parts}
    assert {"Python", "SQLite", "Inter", "Lucide", "OpenCC", "httpx", "PySide6_Essentials"} <= set(named)
    assert [part.name for part in parts if not part.licence] == []
    assert "SIL OPEN FONT LICENSE" in named["Inter"].text
    assert "LGPL" in named["PySide6_Essentials"].licence


def test_the_window_names_versions_and_says_once_what_it_is_not(marks: Marks, parent: QWidget) -> None:
    dialog = AboutDialog(marks, "en", load_catalogue(ROOT / "resources" / "catalogue", None)[0], parent)
    said = texts(dialog)
    for _, version in versions():
        assert version in said
    assert said.count("not affiliated with any regulator, exchange or publisher") == 1
    assert said.count("Not legal advice") == 1
    dialog.set_parts(collect(ROOT / "resources"))
    assert dialog.parts.count() > 10
    assert "Permission is hereby granted" in dialog.text.toPlainText()


def test_every_shipped_source_and_venue_is_attributed_with_its_terms() -> None:
    catalogue, _ = load_catalogue(ROOT / "resources" / "catalogue", None)
    named = attributions(catalogue)
    names = {name for name, _ in named["news"]}
    assert {source.attribution for source in catalogue.sources.values() if source.attribution} <= names
    assert {venue.attribution for venue in catalogue.venues.values() if venue.attribution} <= {
        name for name, _ in named["prices"]
    }
    told = " ".join(terms for _, terms in named["news"])
    assert all(source.terms in told for source in catalogue.sources.values())


LOG = "# Changelog\n\n## [0.3.0] – Unreleased\n\n- three\n\n## [0.2.0] – 2026-12-01\n\n- two\n\n## [0.1.0]\n\n- one\n"


@pytest.mark.parametrize(
    ("version", "has", "has_not"), [("0.2.0", "- two", "- one"), ("0.1.0", "- one", "- two"), ("9", "- three", "- two")]
)
def test_the_section_of_a_version_is_shown_or_the_newest(version: str, has: str, has_not: str) -> None:
    said = section(LOG, version)
    assert has in said
    assert has_not not in said
    assert said.startswith("# hkwatch 0." if version != "9" else "# hkwatch 0.3.0")


def test_the_shipped_changelog_has_a_section_for_this_version() -> None:
    assert f"hkwatch {__version__}" in section(read_changelog(ROOT / "resources"), __version__)


@pytest.mark.parametrize(
    ("version", "error", "fact", "has_page"),
    [
        ("99.0.0", "", "hkwatch 99.0.0 is there", True),
        (__version__, "", "You have the newest version", False),
        ("0.0.1", "", "You have the newest version", False),
        ("", "pypi.org: not reachable. Check the connection.", "It could not be found out", False),
    ],
)
def test_the_answer_says_whether_there_is_a_newer_version(
    fonts: Fonts, parent: QWidget, version: str, error: str, fact: str, has_page: bool
) -> None:
    window = NewestWindow(fonts, "en", parent)
    window.set_waiting(CommandId("c"))
    assert not window.check.isEnabled()
    window.set_answer(version, error)
    assert window.fact.text() == fact
    assert window.show_page.isVisibleTo(window) == has_page
    assert error in window.more.text()
    assert window.check.isEnabled()


def test_nothing_is_asked_before_the_button_is_pressed(fonts: Fonts, parent: QWidget, qtbot: QtBot) -> None:
    window = NewestWindow(fonts, "en", parent)
    window.show()
    asked: list[bool] = []
    window.ask_wanted.connect(lambda: asked.append(True))
    QApplication.processEvents()
    assert asked == []
    window.check.click()
    assert asked == [True]


@pytest.fixture
def hinted(qtbot: QtBot, marks: Marks) -> Callable[[WindowState], Hints]:
    def make(state: WindowState) -> Hints:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(600, 400)
        first, second = QWidget(window), QWidget(window)
        first.setGeometry(20, 20, 200, 30)
        second.setGeometry(20, 340, 200, 30)
        hints = Hints(window, marks, state, window)
        hints.add(Hint("one", first, lambda: "One thing."))
        hints.add(Hint("two", second, lambda: "Another thing."))
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return hints

    return make


def test_a_hint_is_shown_three_times_at_most_and_the_least_shown_comes_first(
    hinted: Callable[[WindowState], Hints],
) -> None:
    state = WindowState()
    hints = hinted(state)
    seen = []
    while hints.show_next():
        assert hints.bubble is not None
        seen.append(hints.bubble.label.text())
        hints.bubble.close_button.click()
    assert seen == ["One thing.", "Another thing."] * TIMES
    assert state.hints == {"one": TIMES, "two": TIMES}


def test_a_dismissed_hint_never_comes_again(hinted: Callable[[WindowState], Hints], tmp_path: Path) -> None:
    state = WindowState()
    hints = hinted(state)
    assert hints.show_next()
    assert hints.bubble is not None
    hints.bubble.never.click()
    save_window_state(tmp_path / "window.json", state)
    again = hinted(load_window_state(tmp_path / "window.json"))
    assert again.show_next()
    assert again.bubble is not None
    assert again.bubble.label.text() == "Another thing."


def test_one_hint_at_a_time_inside_the_window(hinted: Callable[[WindowState], Hints]) -> None:
    hints = hinted(WindowState(hints={"one": TIMES}))
    assert hints.show_next()
    assert not hints.show_next()
    bubble = hints.bubble
    assert bubble is not None
    window = bubble.parentWidget()
    assert window is not None
    # There is no room under the lower widget.
    assert window.rect().contains(bubble.geometry())
    assert bubble.geometry().bottom() < 340

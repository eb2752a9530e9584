# SPDX-License-Identifier: MIT
"""Stored prices exported from the chart: what is shown is proposed, whole Hong Kong days are written."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from hkwatch.domain.bars import HOUR_S
from hkwatch.domain.catalogue import Catalogue
from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.fold import Folder
from hkwatch.services.inbox import InboxReader
from hkwatch.sources.price_csv import read_bars
from hkwatch.store import price_history
from hkwatch.store.db import open_writer, transaction
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.price.export import PriceExport
from hkwatch.ui.price.panel import PricePanel

NOW = datetime(2026, 11, 26, 4, tzinfo=UTC)
HOURS = 60
FIRST = datetime(2026, 11, 22, 16, tzinfo=UTC)
"""Midnight in Hong Kong, as the 23rd begins."""


class AtOnce:
    """Asks and answers in one thread."""

    def __init__(self, given: object) -> None:
        self._given = given

    def ask(self, then: Callable[[Any], None], work: Callable[[Any], Any], failed: Callable[[Any], None]) -> None:
        try:
            answer = work(self._given)
        except Exception as error:  # noqa: BLE001 - as the thread hands on whatever was raised
            failed(error)
        else:
            then(answer)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[InboxReader]:
    bars = [ChartPoint(FIRST + timedelta(hours=n), 1.0 + n, 2.0 + n, 0.5 + n, 1.5 + n) for n in range(HOURS)]
    with closing(open_writer(tmp_path / "hkwatch.db", tmp_path / "backups", NOW)) as db, transaction(db):
        price_history.bring_in(db, "BTC", HOUR_S, bars)
    made = InboxReader(tmp_path / "hkwatch.db", Folder({}), Catalogue({}, {}), lambda: NOW)
    made.open()
    yield made
    made.close()


@pytest.fixture
def said() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def export(qtbot: QtBot, marks: Marks, reader: InboxReader, tmp_path: Path, said: list[tuple[str, str]]) -> PriceExport:
    panel = PricePanel(marks.theme, marks.fonts, marks.icons)
    qtbot.addWidget(panel)
    made = PriceExport(
        panel,
        marks,
        AtOnce(reader),  # type: ignore[arg-type]
        AtOnce(None),  # type: ignore[arg-type]
        lambda: "BTC",
        lambda title, text: said.append((title, text)),
        lambda: NOW,
        OpenDialogs(panel),
        panel,
    )
    made.ask_file = lambda _parent, name, then: then(tmp_path / name)
    entry = next(one for one in panel.chart.make_menu().actions() if one.text() == "Export prices…")
    entry.trigger()
    return made


def test_whole_days_are_written_and_can_be_read_again(
    export: PriceExport, tmp_path: Path, said: list[tuple[str, str]]
) -> None:
    dialog = export.dialog
    assert dialog is not None
    assert dialog.last.date().toPython() <= date(2026, 11, 26)
    dialog.first.setDate(QDate(2026, 11, 23))
    dialog.last.setDate(QDate(2026, 11, 24))
    dialog.choose.click()
    file = tmp_path / "hkwatch-BTC-20261123-20261124.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        bars = read_bars(file.name, lines)
    assert (len(bars), bars[0].at, float(bars[-1].close)) == (48, FIRST, 48.5)
    assert said == [("48 prices exported", str(file))]
    assert export.dialog is None


def test_a_range_that_is_wrong_or_empty_says_so_and_writes_nothing(export: PriceExport, tmp_path: Path) -> None:
    dialog = export.dialog
    assert dialog is not None
    dialog.first.setDate(QDate(2026, 11, 24))
    dialog.last.setDate(QDate(2026, 11, 23))
    assert not dialog.choose.isEnabled()
    assert dialog.said.text()
    dialog.first.setDate(QDate(2020, 1, 1))
    dialog.last.setDate(QDate(2020, 1, 2))
    dialog.choose.click()
    assert "No prices" in dialog.said.text()
    assert list(tmp_path.glob("*.csv")) == []

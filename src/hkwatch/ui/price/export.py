# SPDX-License-Identifier: MIT
"""Stored prices into a CSV file: asked for from the chart's menu, read in the read thread, written in that of files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hkwatch.domain.detail import ChartPoint
from hkwatch.domain.hkt import to_hkt
from hkwatch.services.inbox import InboxReader
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread

if TYPE_CHECKING:
    from hkwatch.ui.marks import Marks
    from hkwatch.ui.price.export_dialog import PriceExportDialog, PriceWish
    from hkwatch.ui.price.panel import PricePanel

AskFile = Callable[[QWidget, str, Callable[[Path], None]], None]
"""Asks for a file: parent, proposed name, what then."""


_BITCOIN_S = 1_230_768_000
"""The beginning of 2009: nothing here was priced before."""


class PriceExport(QObject):
    """One for the program."""

    def __init__(
        self,
        panel: PricePanel,
        marks: Marks,
        reads: ReadThread[InboxReader],
        files: ReadThread[None],
        asset: Callable[[], str],
        say: Callable[[str, str], object],
        now: Callable[[], datetime],
        dialogs: OpenDialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel, self._marks, self._reads, self._files = panel, marks, reads, files
        self._asset, self._say, self._now, self._dialogs = asset, say, now, dialogs
        self._language = "en"
        self.ask_file: AskFile = self._ask_file
        panel.chart.export_wanted.connect(self.show)

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language

    @property
    def dialog(self) -> PriceExportDialog | None:
        """The open dialog."""
        return self._dialogs.of("price-export", _dialog)

    def show(self) -> None:
        """Ask for the range; what the chart shows is proposed."""
        start_s, end_s = (max(at, _BITCOIN_S) for at in self._panel.chart.shown_window)
        today = to_hkt(self._now()).date()
        first, last = (to_hkt(datetime.fromtimestamp(at, UTC)).date() for at in (start_s, end_s))
        made = _dialog()(
            self._marks, self._language, self._asset(), min(first, today), min(last, today), today, self._panel.window()
        )
        made.wanted.connect(self._on_wanted)
        self._dialogs.present("price-export", made)

    def _on_wanted(self, wish: PriceWish) -> None:
        def read(reader: InboxReader) -> tuple[PriceWish, tuple[ChartPoint, ...]]:
            return wish, reader.bars(wish.asset, wish.step_s, wish.start, wish.end)

        self._reads.ask(self._on_read, read, self._on_failed)

    def _on_read(self, found: tuple[PriceWish, tuple[ChartPoint, ...]]) -> None:
        wish, points = found
        dialog = self.dialog
        if dialog is None:
            return
        if not points:
            dialog.fail(self.tr("No prices of these days are stored in this step."))
            return
        first, last = (f"{to_hkt(points[at].at):%Y%m%d}" for at in (0, -1))
        name = f"hkwatch-{wish.asset}-{first}-{last}.csv"
        self.ask_file(dialog, name, lambda file: self._write(file, points))

    def _write(self, file: Path, points: Sequence[ChartPoint]) -> None:
        def work(_: None) -> tuple[Path, int]:
            from hkwatch.services.new_file import new_file
            from hkwatch.sources.price_csv import write_bars

            with new_file(file) as target:
                for line in write_bars(points):
                    target.write(f"{line}\n".encode())
            return file, len(points)

        self._files.ask(self._on_written, work, self._on_failed)

    def _on_written(self, done: tuple[Path, int]) -> None:
        file, count = done
        if self.dialog is not None:
            self.dialog.accept()
        self._say(self.tr("{0} prices exported").format(f"{count:,}"), str(file))

    def _on_failed(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.fail(str(error))

    def _ask_file(self, parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
        from hkwatch.ui.evidence_manager import ask_file

        ask_file(parent, name, "csv", self.tr("Export prices"), self.tr("CSV files (*.csv)"), then)


def _dialog() -> type[PriceExportDialog]:
    from hkwatch.ui.price.export_dialog import PriceExportDialog

    return PriceExportDialog

# SPDX-License-Identifier: MIT
"""Settings to a file and back: the file dialogs, and the sheet that says what would change."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from hkwatch.services import settings_exchange
from hkwatch.services.settings import Settings
from hkwatch.services.settings_exchange import Difference
from hkwatch.ui.error_text import said
from hkwatch.ui.marks import Marks
from hkwatch.ui.settings.around import Around
from hkwatch.ui.settings.page import CONTEXT, Facts, translated
from hkwatch.ui.settings.questions import Question
from hkwatch.ui.settings_row import Row

_ROW = 32
_MOST_ROWS = 8


class CarryOver(QObject):
    """Asks for files; reading and writing is done in the thread of files."""

    told = Signal(str)
    """How it went, in one sentence."""

    def __init__(self, around: Around, marks: Marks, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._marks, self._language, self._window = around, marks, language, parent

    def export(self) -> None:
        """Ask for a name and write all settings there."""
        dialog = QFileDialog(self._window, self.tr("Export settings"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("*.toml")
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("hkwatch-settings.toml")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, name: str) -> None:
        """Write the settings in force to a file."""
        settings, file = self._around.store.settings, Path(name)

        def work(_: None) -> Path:
            settings_exchange.write(file, settings)
            return file

        self._around.files.ask(self._on_written, work, self._on_failed)

    def import_file(self) -> None:
        """Ask for a file and show what it would change."""
        dialog = QFileDialog(self._window, self.tr("Import settings"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("*.toml")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def read(self, name: str) -> None:
        """Read a file and show what it would change."""
        now, file = self._around.store.settings, Path(name)
        self._around.files.ask(self._on_read, lambda _: settings_exchange.read(file, now), self._on_failed)

    def _on_written(self, file: Path) -> None:
        self.told.emit(self.tr("Saved as {0}.").format(file))

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(said(error))

    def _on_read(self, fresh: Settings) -> None:
        found = settings_exchange.differences(self._around.store.settings, fresh)
        if not found:
            self.told.emit(self.tr("The file says what holds already; nothing changes."))
            return
        sheet = ImportSheet(found, fresh, self._marks, self._language, self._window)
        sheet.agreed.connect(lambda: self._take_over(fresh, len(found)))
        sheet.open()

    def _take_over(self, fresh: Settings, count: int) -> None:
        self._around.store.replace(fresh)
        if count == 1:
            self.told.emit(self.tr("1 setting taken over."))
        else:
            self.told.emit(self.tr("{0} settings taken over.").format(count))


class ImportSheet(Question):
    """Each option that would change, with what holds and what would hold."""

    def __init__(
        self, found: tuple[Difference, ...], fresh: Settings, marks: Marks, language: str, parent: QWidget
    ) -> None:
        translate = QCoreApplication.translate
        title = translate("ImportSheet", "1 setting would change") if len(found) == 1 else ""
        title = title or translate("ImportSheet", "{0} settings would change").format(len(found))
        super().__init__(title, "", translate("ImportSheet", "Take over"), marks, language, parent)
        from hkwatch.ui.settings.pages import PAGES

        facts = Facts(fresh, fresh.prices.assets)
        known: dict[tuple[str, str], Row] = {
            (row.section, row.option): translated(row, lambda text: str(QCoreApplication.translate(CONTEXT, text)))
            for spec in PAGES
            for _, rows in spec.sections(facts)
            for row in rows
        }
        table = QTableWidget(len(found), 3)
        table.setAccessibleName(title)
        table.setHorizontalHeaderLabels([self.tr("Setting"), self.tr("Now"), self.tr("Then")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for line, one in enumerate(found):
            row = known.get((one.section, one.option))
            name = row.text if row is not None else f"{one.section}.{one.option}"
            for column, text in enumerate((name, self._say(row, one.before), self._say(row, one.after))):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                table.setItem(line, column, cell)
        table.setFixedHeight(_ROW * (1 + min(len(found), _MOST_ROWS)) + 8)
        self.column.addWidget(table)
        self.setMinimumWidth(640)

    def _say(self, row: Row | None, value: object) -> str:
        if isinstance(value, bool):
            return self.tr("on") if value else self.tr("off")
        if isinstance(value, tuple):
            return ", ".join(map(str, value)) or self.tr("none")
        if row is not None and row.choices:
            return dict(row.choices).get(str(value), str(value))
        if row is not None and row.limits is not None:
            return row.lowest if row.lowest and value == row.limits[0] else f"{value}{row.suffix}"
        return str(value) or "–"

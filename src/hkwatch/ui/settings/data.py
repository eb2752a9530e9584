# SPDX-License-Identifier: MIT
"""The page Data: where it is, how large, how long items are kept, copies, carrying settings over, moving, erasing."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem

from hkwatch.services.data_desk import After, Afterwards, Checked, Copy, CopyKind, DataFacts
from hkwatch.services.places import Place, look_at
from hkwatch.ui import formats
from hkwatch.ui.error_text import said
from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.carry_over import CarryOver
from hkwatch.ui.settings.own_page import OwnPage
from hkwatch.ui.settings.page import Facts, PageSpec, Sections
from hkwatch.ui.settings.questions import EraseQuestion, Question
from hkwatch.ui.settings_row import Row

_ROW = 30
_LIST_ROWS = 5


def _sections(_: Facts) -> Sections:
    row = Row(
        "data",
        "keep_days",
        QT_TRANSLATE_NOOP("SettingsDialog", "Keep items"),
        QT_TRANSLATE_NOOP(
            "SettingsDialog",
            "Older ones are removed once a day, after the day’s backup. Always kept: flagged, starred,"
            " acknowledged and noted items, and all of level high and above.",
        ),
        limits=(0, 36500),
        suffix=QT_TRANSLATE_NOOP("SettingsDialog", " days"),
        lowest=QT_TRANSLATE_NOOP("SettingsDialog", "For ever"),
    )
    return [("", [row])]


DATA = PageSpec(
    "data",
    QT_TRANSLATE_NOOP("SettingsDialog", "Data"),
    QT_TRANSLATE_NOOP("SettingsDialog", "Everything stays on this computer, in one folder."),
    "database",
    _sections,
    (
        QT_TRANSLATE_NOOP("SettingsDialog", "Data folder"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Backups"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Test restore"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Back up now"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Export settings…"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Import settings…"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Erase everything…"),
    ),
)


class DataPage(OwnPage):
    """What takes long runs in the thread of files; the line below the copies says how it went."""

    def add_widgets(self) -> None:
        self._facts_read: DataFacts | None = None
        self._busy = False
        self._add_folder()
        self._add_copies()
        self._add_carrying()
        self._add_erasing()
        super().add_widgets()

    def arrived(self) -> None:
        self._read()

    # The folder

    def _add_folder(self) -> None:
        self.body.addWidget(self.head(self.tr("Data folder")))
        self._folder = self.note(str(self.around.desk.data_dir), "")
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self._folder)
        self._size = self.note("")
        self.body.addWidget(self._size)
        self._warning = self.note("", "warn")
        self._warning.hide()
        self.body.addWidget(self._warning)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.open_folder = self.button(self.tr("Open"), self._on_open)
        self.open_folder.setAccessibleName(self.tr("Open the data folder"))
        self.move_data = self.button(self.tr("Move…"), self._on_move)
        self.move_data.setAccessibleName(self.tr("Move the data folder"))
        self.move_data.setEnabled(self.around.leave is not None)
        self.go_back = self.button(self.tr("Use the old folder again"), self._on_back)
        self.delete_old = self.button(self.tr("Delete the old data"), self._on_delete_old, kind="danger")
        for button in (self.open_folder, self.move_data, self.go_back, self.delete_old):
            row.addWidget(button)
        row.addStretch(1)
        self.go_back.hide()
        self.delete_old.hide()
        self.body.addLayout(row)

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.around.desk.data_dir)))

    def _on_move(self) -> None:
        dialog = QFileDialog(self, self.tr("Move the data folder to"), str(self.around.desk.data_dir.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.move_to)
        dialog.open()

    def move_to(self, folder: str) -> None:
        """Ask whether the data shall go there, with what is known of the place."""
        target = Path(folder)
        if target.exists() and any(target.iterdir()):
            # The data never lies among other files.
            target /= "hkwatch"
        self.around.files.ask(self._on_looked, lambda _: look_at(target), self._on_failed)

    def _on_looked(self, place: Place) -> None:
        if place.problem:
            self._say(self.tr("{0} cannot be written: {1}. Choose another folder.").format(place.folder, place.problem))
            return
        question = Question(
            self.tr("Move the data to {0}?").format(place.folder),
            self.tr(
                "hkwatch stops, copies everything, checks the copy, and starts again from there. The old folder stays as it"
                " is until you delete it; until then you can go back."
            ),
            self.tr("Move"),
            self._marks,
            self._language,
            self,
            warning=self._risk(place),
        )
        question.agreed.connect(lambda: self._leave(Afterwards(After.MOVE, place.folder)))
        question.open()

    def _on_back(self) -> None:
        if self._facts_read is None or self._facts_read.moved_from is None:
            return
        question = Question(
            self.tr("Use {0} again?").format(self._facts_read.moved_from),
            self.tr("The data there is as it was at the move. What came since stays in the present folder."),
            self.tr("Use it"),
            self._marks,
            self._language,
            self,
        )
        question.agreed.connect(lambda: self._leave(Afterwards(After.MOVE_BACK)))
        question.open()

    def _on_delete_old(self) -> None:
        if self._facts_read is None or self._facts_read.moved_from is None:
            return
        question = Question(
            self.tr("Delete the old data in {0}?").format(self._facts_read.moved_from),
            self.tr("Only hkwatch’s own files there are deleted. There is no way back after that."),
            self.tr("Delete"),
            self._marks,
            self._language,
            self,
            danger=True,
        )
        question.agreed.connect(self._delete_old)
        question.open()

    def _delete_old(self) -> None:
        desk = self.around.desk
        self.around.files.ask(self._on_old_deleted, lambda _: desk.remove_old(), self._on_failed)

    def _on_old_deleted(self, folder: Path) -> None:
        self._say(self.tr("The old data in {0} is deleted.").format(folder))
        self._read()

    def _risk(self, place: Place) -> str:
        if place.network:
            return self.tr(
                "This is a network share ({0}). A database may break there, and a lost connection stops the watch."
                " A folder on this computer is safer."
            ).format(place.network)
        if place.synced:
            return self.tr(
                "{0} copies this folder to other computers while it is written. A database may break by that."
                " A folder outside it is safer; backups may well lie in it."
            ).format(place.synced)
        return ""

    # Copies

    def _add_copies(self) -> None:
        self.body.addWidget(self.head(self.tr("Backups")))
        self.body.addWidget(
            self.note(self.tr("One a day by itself, the newest seven are kept; your own are never removed."))
        )
        self.copies = QListWidget()
        self.copies.setAccessibleName(self.tr("Backups"))
        self.copies.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.copies.setProperty("rows", True)
        self.copies.setFixedHeight(_ROW * _LIST_ROWS + 8)
        self.body.addWidget(self.copies)
        self.no_copies = self.note(self.tr("None yet. hkwatch makes the first within a day."), "text2")
        self.no_copies.hide()
        self.body.addWidget(self.no_copies)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.back_up = self.button(self.tr("Back up now"), self._on_back_up)
        self.test = self.button(self.tr("Test restore"), self._on_test)
        self.restore = self.button(self.tr("Restore…"), self._on_restore)
        for button in (self.back_up, self.test, self.restore):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.result = self.note("", "text2")
        self.result.hide()
        self.body.addWidget(self.result)
        self.copies.itemSelectionChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        chosen = self._chosen() is not None and not self._busy
        self.test.setEnabled(chosen)
        self.restore.setEnabled(chosen and self.around.leave is not None)
        self.back_up.setEnabled(not self._busy)

    def _chosen(self) -> Copy | None:
        items = self.copies.selectedItems()
        found = items[0].data(Qt.ItemDataRole.UserRole) if items else None
        return found if isinstance(found, Copy) else None

    def _on_back_up(self) -> None:
        desk = self.around.desk
        self._begin(self.tr("Copying…"))
        self.around.files.ask(self._on_backed_up, lambda _: desk.back_up(), self._on_failed)

    def _on_backed_up(self, copy: Copy) -> None:
        self._say(self.tr("Backed up as {0}.").format(copy.file.name))
        self._read()

    def _on_test(self) -> None:
        copy, desk = self._chosen(), self.around.desk
        if copy is not None:
            self._begin(self.tr("Restoring into a throw-away file and checking it…"))
            self.around.files.ask(self._on_tested, lambda _: (copy, desk.test(copy.file)), self._on_failed)

    def _on_tested(self, answer: tuple[Copy, Checked]) -> None:
        copy, checked = answer
        items, alerts = (f"{checked.counts.get(name, 0):,}" for name in ("item", "alert"))
        self._say(
            self.tr("{0} is sound: {1} items and {2} alerts would come back.").format(copy.file.name, items, alerts)
        )

    def _on_restore(self) -> None:
        copy = self._chosen()
        if copy is None:
            return
        question = Question(
            self.tr("Restore the copy of {0}?").format(formats.date_time(copy.made_at, self._language)),
            self.tr("What is stored now is kept as a copy first, so that you can come back to it."),
            self.tr("Restore"),
            self._marks,
            self._language,
            self,
        )
        question.agreed.connect(lambda: self._leave(Afterwards(After.RESTORE, copy.file)))
        question.open()

    # Carrying over, erasing

    def _add_carrying(self) -> None:
        self.body.addWidget(self.head(self.tr("Carry over")))
        carry = CarryOver(self.around, self._marks, self._language, self)
        carry.told.connect(self._say)
        self.body.addWidget(
            self.action(
                self.tr("All settings as a file, without secrets"),
                self.button(self.tr("Export settings…"), carry.export),
            )
        )
        self.body.addWidget(
            self.action(
                self.tr("Take settings over from such a file; what would change is shown first"),
                self.button(self.tr("Import settings…"), carry.import_file),
            )
        )
        self.body.addWidget(
            self.action(
                self.tr("The items of the list, as CSV, Excel, JSON and others"),
                self.button(self.tr("Export items…"), self.around.export_list),
            )
        )

    def _add_erasing(self) -> None:
        self.body.addWidget(self.head(self.tr("Erase")))
        self.erase = self.button(self.tr("Erase everything…"), self._on_erase, kind="danger")
        self.erase.setEnabled(self.around.leave is not None)
        words = self.tr("Items, marks, alerts, rules, sources of your own, settings and logs. One last backup stays.")
        self.body.addWidget(self.action(words, self.erase))

    def _on_erase(self) -> None:
        question = EraseQuestion(self.around.desk.backups, self._marks, self._language, self)
        question.agreed.connect(lambda: self._leave(Afterwards(After.ERASE)))
        question.open()

    # Saying

    def _read(self) -> None:
        desk = self.around.desk
        self.around.files.ask(self._on_facts, lambda _: desk.facts(), self._on_failed)

    def _on_facts(self, facts: DataFacts) -> None:
        self._facts_read = facts
        self._size.setText(
            self.tr("Database {0}  ·  backups {1} ({n})  ·  {2} free").format(
                _size(facts.database_bytes),
                _size(facts.backups_bytes),
                _size(facts.place.free_bytes or 0),
                n=len(facts.copies),
            )
        )
        problem = facts.place.problem
        text = self.tr("The folder cannot be written: {0}.").format(problem) if problem else self._risk(facts.place)
        self._warning.setText(text)
        self._warning.setVisible(bool(text))
        self.go_back.setVisible(facts.moved_from is not None and self.around.leave is not None)
        self.delete_old.setVisible(facts.moved_from is not None)
        chosen = self._chosen()
        self.copies.clear()
        kinds = {
            CopyKind.DAILY: self.tr("daily"),
            CopyKind.OWN: self.tr("your own"),
            CopyKind.BEFORE: self.tr("before a change"),
        }
        for copy in facts.copies:
            when = formats.date_time(copy.made_at, self._language)
            item = QListWidgetItem(f"{when}  ·  {kinds[copy.kind]}  ·  {_size(copy.bytes)}")
            item.setData(Qt.ItemDataRole.UserRole, copy)
            item.setToolTip(str(copy.file))
            self.copies.addItem(item)
            if chosen is not None and copy.file == chosen.file:
                item.setSelected(True)
        # An empty box would leave open whether it is still being read.
        self.copies.setVisible(bool(facts.copies))
        self.no_copies.setVisible(not facts.copies)
        if chosen is None and facts.copies:
            self.copies.setCurrentRow(0)
        self._look()

    def _leave(self, what: Afterwards) -> None:
        if self.around.leave is not None:
            self.around.leave(what)

    def _begin(self, text: str) -> None:
        self._busy = True
        self.result.setText(text)
        self.result.show()
        self._look()

    def _say(self, text: str) -> None:
        self._busy = False
        self.result.setText(text)
        self.result.show()
        self._look()
        self.ensureWidgetVisible(self.result, 0, 24)

    def _on_failed(self, error: Exception) -> None:
        self._say(said(error))


def _size(count: int) -> str:
    if count >= 10**9:
        return f"{count / 1e9:.1f} GB"
    return f"{count / 1e6:.1f} MB" if count >= 10**5 else f"{count / 1e3:.0f} kB"

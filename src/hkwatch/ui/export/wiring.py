# SPDX-License-Identifier: MIT
"""Connects the export dialogs with the list: what is selected or in view, read and written in a thread of its own."""

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from hkwatch.domain.errors import StoreError
from hkwatch.domain.export import Format
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.ids import ItemId
from hkwatch.domain.query import Query, QueryError
from hkwatch.services.auditing import make_report, write_csv
from hkwatch.services.exporting import CancelledError, Chosen, Export, write_export_file
from hkwatch.services.inbox import InboxReader
from hkwatch.services.new_file import new_file
from hkwatch.ui.controller import Controller
from hkwatch.ui.error_text import said
from hkwatch.ui.export.dialog import ExportDialog, Kind, Wish
from hkwatch.ui.export.job import ExportJob, Work
from hkwatch.ui.export.words import export_words
from hkwatch.ui.inbox.explain import wording
from hkwatch.ui.inbox.view import InboxView
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.window import MainWindow
from hkwatch.ui.words import Counts


class ExportManager(QObject):
    """Opens the dialogs and carries out what they ask for, one file at a time."""

    def __init__(
        self,
        window: MainWindow,
        marks: Marks,
        reads: ReadThread[InboxReader],
        controller: Controller,
        now: Callable[[], datetime],
        dialogs: OpenDialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._marks, self._reads = window, marks, reads
        self._controller, self._now, self._dialogs = controller, now, dialogs
        self._language = "en"
        self._kind = Kind.LIST
        self._job: ExportJob | None = None
        self._chosen = Chosen(Query())
        self._selected: tuple[ItemId, ...] = ()
        self._wish: Wish | None = None

    @property
    def dialog(self) -> ExportDialog | None:
        """The open dialog."""
        found = self._dialogs.get("export")
        return found if isinstance(found, ExportDialog) else None

    def show_list(self) -> None:
        """Ask for a list of items as a file."""
        self._show(Kind.LIST)

    def show_audit(self) -> None:
        """Ask for an audit report."""
        self._show(Kind.AUDIT)

    def _show(self, kind: Kind) -> None:
        if self._job is not None and self.dialog is not None:
            self.dialog.raise_()
            return
        view = self._window.inbox.view
        self._kind, self._selected = kind, selected_items(view)
        try:
            self._chosen = self._in_view()
        except QueryError:
            self._controller.tell(self.tr("The search is not complete"), self.tr("Correct it, then export."))
            return
        stamp = f"{to_hkt(self._now()):%Y-%m-%d-%H%M}"
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = f"hkwatch-{kind.value}-{stamp}"
        dialog = ExportDialog(kind, self._marks, self._language, folder, name, self._window)
        dialog.wanted.connect(self._on_wanted)
        dialog.given_up.connect(self._on_given_up)
        fixed = self._chosen.items
        dialog.set_counts(len(self._selected), None if fixed is None else len(fixed))
        self._dialogs.present("export", dialog)
        if fixed is None:
            query = self._chosen.query
            self._reads.ask(self._on_counted, lambda reader: reader.count(query), self._on_not_counted)

    def _in_view(self) -> Chosen:
        inbox, model = self._controller.inbox, self._window.inbox.model
        query = inbox.filter.whole()
        if not inbox.is_fixed:
            return Chosen(query)
        found = (model.item_at(row) for row in range(model.rowCount()))
        return Chosen(query, tuple(one.row.id for one in found if one is not None))

    def _on_counted(self, total: int) -> None:
        if self.dialog is not None:
            self.dialog.set_counts(len(self._selected), total)

    def _on_not_counted(self, _: Exception) -> None:
        """The number stays open: what goes wrong with reading shows when the file is written."""

    # Writing

    def _on_wanted(self, wish: Wish) -> None:
        self._wish = wish
        self._reads.ask(self._on_reader, lambda reader: reader.another())

    def _on_reader(self, reader: InboxReader) -> None:
        dialog, wish = self.dialog, self._wish
        if dialog is None or wish is None or self._job is not None:
            return
        work = self._audit(wish) if self._kind is Kind.AUDIT else self._list(wish)
        if wish.titles:
            reader.speak(wish.titles)
        self._job = ExportJob(reader, work, self)
        self._job.told.connect(dialog.tell)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        dialog.begin()
        self._job.start()

    def _list(self, wish: Wish) -> Work:
        words = export_words(self._language, self._controller.names)
        export = Export(
            self._of(wish), Format(wish.format), self._now(), wish.columns, words, wish.titles or self._language
        )

        def work(reader: InboxReader, told: Callable[[int], None], is_cancelled: Callable[[], bool]) -> int:
            _prepare(wish)
            return write_export_file(reader, export, wish.file, told, is_cancelled)

        return work

    def _audit(self, wish: Wish) -> Work:
        # Fonts are made in this thread; drawing is done in the other one.
        from hkwatch.ui.export.report_pdf import ReportFonts, ReportPdf

        chosen, at, words, language = self._of(wish), self._now(), self._range(wish), self._language
        fonts, names = ReportFonts(self._marks.fonts), dict(self._controller.names)

        def work(reader: InboxReader, told: Callable[[int], None], is_cancelled: Callable[[], bool]) -> int:
            _prepare(wish)
            report = make_report(
                reader, chosen, words, at, names, with_alerts=wish.alerts, told=told, is_cancelled=is_cancelled
            )
            if wish.format == "csv":
                write_csv(report, wish.file)
                return len(report.lines)
            drawn = ReportPdf(report, fonts, language)
            with new_file(wish.file) as target:
                drawn.write(target)
                if is_cancelled():
                    raise CancelledError
            return len(report.lines)

        return work

    def _of(self, wish: Wish) -> Chosen:
        return Chosen(self._chosen.query, self._selected) if wish.selected_only else self._chosen

    def _range(self, wish: Wish) -> str:
        if wish.selected_only or self._chosen.items is not None:
            return self.tr("{0} chosen by hand").format(Counts().items(len(self._of(wish).items or ())))
        parts = wording(self._controller.names).explain(self._chosen.query)
        return "".join(text for text, _ in parts) or self.tr("everything in the inbox")

    def _on_done(self, count: int) -> None:
        self._job = None
        if self.dialog is not None:
            self.dialog.close_done()
        title = self.tr("Audit report written") if self._kind is Kind.AUDIT else self.tr("Items exported")
        file = self._wish.file if self._wish is not None else ""
        self._controller.say(f"{title} · {Counts().items(count)}", str(file))

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        exists = isinstance(error, StoreError) and error.key == "file-exists"
        text = self.tr("A file of this name is there already.") if exists else said(error)
        if self.dialog is not None:
            self.dialog.fail(text, exists=exists)
        else:
            self._controller.tell(self.tr("The file was not written"), text)

    def _on_cancelled(self) -> None:
        self._job = None

    def _on_given_up(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def end(self) -> None:
        """The program ends: give up what is being written."""
        if self._job is not None:
            self._job.end()

    def set_language(self, language: str) -> None:
        """Interface language."""
        self._language = language
        if self.dialog is not None:
            self.dialog.set_language(language)


def selected_items(view: InboxView) -> tuple[ItemId, ...]:
    """The items selected in the list, in its order; the current one where the list knows of one only."""
    model = view.model()
    rows = sorted({index.row() for index in view.selectionModel().selectedIndexes()})
    found = [getattr(model, "item_at")(row) for row in rows]  # noqa: B009 - Qt knows the model by its base only
    items = tuple(ItemId(one.row.id) for one in found if one is not None)
    if not items and view.current_id is not None:
        return (view.current_id,)
    return items


def _prepare(wish: Wish) -> None:
    with contextlib.suppress(OSError):
        # A fresh account has no folder for documents yet.
        wish.file.parent.mkdir(exist_ok=True)
    if not wish.replace and wish.file.exists():
        raise StoreError("file-exists", f"{wish.file} is there already.", "Choose another name.")

# SPDX-License-Identifier: MIT
"""Asks for a file to read or to write. The window goes on meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

Ask = Callable[[QWidget, bool, Callable[[Path], None]], None]
"""Parent, whether the file is to be written, and who gets the path; nobody gets one when the user thinks better of it."""


def ask_file(parent: QWidget, to_write: bool, then: Callable[[Path], None]) -> None:
    """Open the system's dialog for OPML files."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent)
    dialog.setNameFilters(
        [translate("Sources", "Lists of feeds (*.opml *.xml)"), translate("Sources", "All files (*)")]
    )
    if to_write:
        dialog.setWindowTitle(translate("Sources", "Export OPML"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("opml")
        dialog.selectFile("hkwatch.opml")
    else:
        dialog.setWindowTitle(translate("Sources", "Import OPML"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

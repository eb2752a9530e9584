# SPDX-License-Identifier: MIT
"""Asks for a file of rules to read or to write. The window goes on meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

Ask = Callable[[QWidget, bool, Callable[[Path], None]], None]
"""Parent, whether the file is to be written, and who gets the path; nobody gets one when the user thinks better of it."""


def ask_rules_file(parent: QWidget, to_write: bool, then: Callable[[Path], None]) -> None:
    """Open the system's dialog for files of rules."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent)
    dialog.setNameFilters([translate("Rules", "Rules (*.toml)"), translate("Rules", "All files (*)")])
    if to_write:
        dialog.setWindowTitle(translate("Rules", "Export rules"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("hkwatch-rules.toml")
    else:
        dialog.setWindowTitle(translate("Rules", "Import rules"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

# SPDX-License-Identifier: MIT
"""What changed with this version: a quiet bar once after an update, and the changelog's section as a page."""

import re
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hkwatch.domain.errors import SettingsError
from hkwatch.ui.help.page_view import PageView
from hkwatch.ui.marks import Marks
from hkwatch.ui.web import open_address

_HEAD = re.compile(r"^## \[([^\]]+)\].*$", re.MULTILINE)


def read_changelog(resources: Path) -> str:
    """The changelog's text. Reads a file. Raises SettingsError if it is not here."""
    inside, in_checkout = resources / "CHANGELOG.md", resources.parent / "CHANGELOG.md"
    for file in (inside, in_checkout):
        try:
            return file.read_text("utf-8")
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError("changelog", f"{file}: {error}.", "Install hkwatch again.") from error
    raise SettingsError("changelog", f"{inside} is missing.", "Install hkwatch again.")


def section(changelog: str, version: str) -> str:
    """What the changelog says of a version, as Markdown with its heading; of the newest where it does not name it, and
    empty for a text without versions.
    """
    heads = list(_HEAD.finditer(changelog))
    for number, head in enumerate(heads):
        if head[1] == version:
            end = heads[number + 1].start() if number + 1 < len(heads) else len(changelog)
            return (
                changelog[head.start() : end].replace("## [", "# hkwatch [", 1).replace("[", "", 1).replace("]", "", 1)
            )
    return section(changelog, heads[0][1]) if heads else ""


class NewsWindow(QDialog):
    """The section of the version that runs."""

    def __init__(self, marks: Marks, markdown: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.page = PageView(marks.theme, marks.fonts)
        self.page.anchorClicked.connect(lambda address: open_address(address.toString()))
        # The changelog is kept in English.
        self.page.show_page(markdown, "en")
        self._close = QPushButton()
        self._close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addLayout(foot)
        self.resize(780, 600)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("What is new"))
        self.page.setAccessibleName(self.tr("What is new"))
        self._close.setText(self.tr("Close"))

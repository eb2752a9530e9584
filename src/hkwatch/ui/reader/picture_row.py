# SPDX-License-Identifier: MIT
"""The row that says a text has pictures elsewhere, and loads them when it is told to: never by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from hkwatch.domain.address import host_of
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import IconButton


def hosts_text(addresses: Sequence[str]) -> str:
    """`sfc.hk`, or `sfc.hk, info.gov.hk` for several hosts."""
    return ", ".join(dict.fromkeys(host_of(one) for one in addresses))


class PictureRow(QWidget):
    """Hidden while the text has no pictures that are not here."""

    load_wanted = Signal()

    def __init__(self, marks: Marks, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._language = marks, language
        self._addresses: tuple[str, ...] = ()
        self._failed: tuple[str, ...] = ()
        self._is_loading = False
        self.button: QPushButton = IconButton(marks, "download", "link")
        self.button.clicked.connect(self.load_wanted)
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setProperty("role", "muted")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.addWidget(self.button)
        row.addWidget(self.said, 1)
        self.hide()
        self.set_language(language)

    def offer(self, addresses: Sequence[str]) -> None:
        """These pictures can be loaded; none hides the row."""
        self._addresses, self._failed, self._is_loading = tuple(addresses), (), False
        self._retranslate()

    def show_loading(self) -> None:
        """They are on their way."""
        self._is_loading = True
        self._retranslate()

    def show_failed(self, reasons: Sequence[str], missing: Sequence[str]) -> None:
        """Some did not come, each with its reason; `missing` can be asked for again, none hides the row."""
        self._is_loading, self._failed = False, tuple(reasons)
        self._addresses = tuple(missing)
        self._retranslate()

    def set_language(self, language: str) -> None:
        """Language of the words."""
        self._language = language
        self.said.setFont(self._marks.fonts.font("small", language))
        self._retranslate()

    def _retranslate(self) -> None:
        self.setVisible(bool(self._addresses))
        count, hosts = len(self._addresses), hosts_text(self._addresses)
        words = self.tr("Load 1 image from {host}") if count == 1 else self.tr("Load {count} images from {host}")
        words = words.format(count=count, host=hosts)
        self.button.setText(words.replace("&", "&&"))
        self.button.setAccessibleName(words)
        self.button.setToolTip("\n".join(self._addresses))
        self.button.setEnabled(not self._is_loading)
        said = self.tr("loading…") if self._is_loading else ""
        if self._failed:
            said = self.tr("{count} not loaded: {why}").format(count=len(self._failed), why=self._failed[0])
        self.said.setText(said)
        self.said.setToolTip("\n".join(self._failed))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

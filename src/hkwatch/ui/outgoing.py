# SPDX-License-Identifier: MIT
"""Links that leave the program: where they lead is shown first, and a host that is not known is asked about once."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hkwatch.domain.address import belongs_to
from hkwatch.domain.address import host_of as bare_host
from hkwatch.ui.marks import Marks
from hkwatch.ui.open_dialogs import OpenDialogs
from hkwatch.ui.settings_store import SettingsStore
from hkwatch.ui.sources.parts import wrapping
from hkwatch.ui.web import host_of

_WIDTH, _INSET = 480, 24


class LinkQuestion(QDialog):
    """Where a link leads, and whether to go there."""

    answered = Signal(bool)
    """Open it; True: from now on without asking for this host. Closing the question opens nothing."""

    def __init__(self, marks: Marks, language: str, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setProperty("ground", "surface")
        self.setWindowTitle(self.tr("Open a link"))
        host = host_of(address)
        title = wrapping()
        title.setText(self.tr("Open {host} in the browser?").format(host=host))
        title.setFont(marks.fonts.font("h2", language))
        note = wrapping("muted")
        note.setText(self.tr("The link leads away from the publishers that are watched here. The whole address:"))
        self.address = wrapping(selectable=True)
        self.address.setText(_breakable(address))
        self.address.setAccessibleName(address)
        self.always = QCheckBox(self.tr("Always for {host}").format(host=host))
        self.cancel, self.open_ = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Open"))
        # Texts that warn of a swindler hold his address: Enter by habit must not lead there, so nothing is lit but Cancel.
        self.open_.setAutoDefault(False)
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.open_.clicked.connect(self._on_open)
        foot = QHBoxLayout()
        foot.addWidget(self.always)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.open_)
        box = QVBoxLayout(self)
        box.setContentsMargins(_INSET, 20, _INSET, 16)
        box.setSpacing(8)
        for label in (title, note, self.address):
            # Else the least height is that of a window as narrow as a word.
            label.setMinimumWidth(_WIDTH - 2 * _INSET)
            box.addWidget(label)
        box.addSpacing(8)
        box.addStretch(1)
        box.addLayout(foot)
        self.setMinimumWidth(_WIDTH)
        # Wrapped labels ask for more than they need until the width is known.
        self.setFixedSize(_WIDTH, box.totalHeightForWidth(_WIDTH))
        self.cancel.setFocus()

    def _on_open(self) -> None:
        always = self.always.isChecked()
        self.accept()
        self.answered.emit(always)


class Outgoing(QObject):
    """Opens links of texts. Hosts of watched publishers, and those the user trusts, are opened at once."""

    def __init__(
        self,
        window: QWidget,
        marks: Marks,
        store: SettingsStore,
        dialogs: OpenDialogs,
        known: Iterable[str],
        open_link: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        """`known` are hosts without `www.`; `open_link` opens an address and says so."""
        super().__init__(parent)
        self._window, self._marks, self._store, self._dialogs = window, marks, store, dialogs
        self._known = tuple(known)
        self._open_link = open_link
        self.language = "en"
        """Of the question."""

    def follow(self, address: str, over: QWidget | None = None) -> None:
        """Open a link of a text, after asking where its host is foreign, in front of `over` (None = the main window)."""
        host = bare_host(address)
        if not host or not host_of(address):
            # Said by whoever opens: this is no web address.
            self._open_link(address)
            return
        if belongs_to(host, (*self._known, *self._store.settings.links.open_hosts)):
            self._open_link(address)
            return
        question = LinkQuestion(self._marks, self.language, address, over or self._window)
        question.answered.connect(lambda always: self._on_answer(address, host, always=always))
        self._dialogs.present("link", question)

    def _on_answer(self, address: str, host: str, *, always: bool) -> None:
        if always:
            hosts = self._store.settings.links.open_hosts
            self._store.set("links", "open_hosts", (*hosts, host))
        self._open_link(address)


def _breakable(address: str) -> str:
    """A long address may break at its own marks: a label would else be as wide as it."""
    spaced = address
    for mark in "/?&=#":
        spaced = spaced.replace(mark, f"{mark}\N{ZERO WIDTH SPACE}")
    return spaced

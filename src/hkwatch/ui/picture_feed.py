# SPDX-License-Identifier: MIT
"""Offers the pictures of a text, has them fetched when the user says so, and gives them to the reader."""

import uuid
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage, QImageReader

from hkwatch.domain.commands import Command, FetchPictures
from hkwatch.domain.events import PicturesFetched
from hkwatch.domain.ids import CommandId
from hkwatch.ui.error_text import error_text
from hkwatch.ui.read_thread import ReadThread
from hkwatch.ui.reader.pane import ReaderPane
from hkwatch.ui.reader.pictures import picture_addresses

_KINDS = frozenset((b"png", b"jpeg", b"jpg", b"gif", b"webp"))
_MOST_SIDE_PX = 12_000
_MOST_MB = 128
_KEPT_SIDE_PX = 1600
_KEPT = 60
"""So many pictures stay in memory; the longest unseen go."""
Loaded = tuple[CommandId, dict[str, QImage], list[str]]


def read_picture(file: Path) -> QImage | str:
    """A picture, made smaller where it is larger than any screen needs; or why it cannot be shown (English)."""
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(_MOST_MB)
    kind = bytes(reader.format().data())
    size = reader.size()
    if kind not in _KINDS:
        return "no picture that can be shown"
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE_PX:
        return "a picture of no sensible size"
    if max(size.width(), size.height()) > _KEPT_SIDE_PX:
        factor = _KEPT_SIDE_PX / max(size.width(), size.height())
        reader.setScaledSize(size * factor)
    image = reader.read()
    return image if not image.isNull() else reader.errorString()


class Album(QObject):
    """The pictures that were loaded since the start, for all readers, and who waits for some."""

    arrived = Signal(object, object)
    """CommandId of the wish, and why some did not come (list of str)."""

    def __init__(self, send: Callable[[Command], bool], files: ReadThread[None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._send, self._files = send, files
        self._pictures: OrderedDict[str, QImage] = OrderedDict()

    def known(self, addresses: tuple[str, ...]) -> dict[str, QImage]:
        """Those of the addresses that are here."""
        found = {}
        for address in addresses:
            if address in self._pictures:
                self._pictures.move_to_end(address)
                found[address] = self._pictures[address]
        return found

    def load(self, pane: ReaderPane, addresses: tuple[str, ...]) -> CommandId | None:
        """Have pictures of a pane's item fetched; None where nothing can be asked for."""
        item = pane.item_id
        if item is None:
            return None
        ident = CommandId(uuid.uuid4().hex)
        return ident if self._send(FetchPictures(ident, item, addresses)) else None

    def on_fetched(self, event: PicturesFetched) -> None:
        """The engine's answer: the files are read in another thread."""
        self._files.ask(self._on_read, lambda _: _read_all(event))

    def _on_read(self, loaded: Loaded) -> None:
        ident, pictures, failed = loaded
        self._pictures.update(pictures)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.arrived.emit(ident, failed)


def _read_all(event: PicturesFetched) -> Loaded:
    pictures: dict[str, QImage] = {}
    failed = []
    for one in event.pictures:
        read = read_picture(Path(one.file)) if one.file else error_text(one.error)
        if isinstance(read, QImage):
            pictures[one.url] = read
        else:
            failed.append(read)
    return event.command_id, pictures, failed


class PictureFeed(QObject):
    """One reader's pictures."""

    def __init__(self, pane: ReaderPane, album: Album) -> None:
        super().__init__(pane)
        self._pane, self._album = pane, album
        self._wish: CommandId | None = None
        pane.redrawn.connect(self._on_redrawn)
        pane.pictures.load_wanted.connect(self._on_load)
        album.arrived.connect(self._on_arrived)
        self._on_redrawn()

    def _on_redrawn(self) -> None:
        self._wish = None
        addresses = picture_addresses(self._pane.markup)
        known = self._album.known(addresses)
        if known:
            self._pane.text.set_pictures(known)
        self._pane.pictures.offer([one for one in addresses if one not in known])

    def _on_load(self) -> None:
        addresses = picture_addresses(self._pane.markup)
        missing = tuple(one for one in addresses if one not in self._album.known(addresses))
        self._wish = self._album.load(self._pane, missing)
        if self._wish is not None:
            self._pane.pictures.show_loading()

    def _on_arrived(self, wish: CommandId, failed: list[str]) -> None:
        if wish != self._wish:
            return
        self._wish = None
        addresses = picture_addresses(self._pane.markup)
        known = self._album.known(addresses)
        self._pane.text.set_pictures(known)
        say = QCoreApplication.translate("PictureFeed", "it could not be read") if failed and not failed[0] else ""
        self._pane.pictures.show_failed([one or say for one in failed], [one for one in addresses if one not in known])

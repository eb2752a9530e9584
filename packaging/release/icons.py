# SPDX-License-Identifier: MIT
"""The program's icon at every size desktops ask for, drawn from the SVG files."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def png(icons: Path, size: int) -> bytes:
    """The icon of `size` × `size` pixels; up to 24 the drawing made for small sizes is used."""
    _application()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    drawing = QSvgRenderer(str(icons / ("app-icon-16.svg" if size <= 24 else "app-icon.svg")))
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def ico(icons: Path) -> bytes:
    """A Windows icon file of PNG pictures."""
    pictures = [(size, png(icons, size)) for size in ICO_SIZES]
    head = b"\0\0\1\0" + len(pictures).to_bytes(2, "little")
    offset = len(head) + 16 * len(pictures)
    rows = b""
    for size, picture in pictures:
        side = bytes([size % 256])
        rows += side * 2 + b"\0\0\1\0\x20\0" + len(picture).to_bytes(4, "little") + offset.to_bytes(4, "little")
        offset += len(picture)
    return head + rows + b"".join(picture for _, picture in pictures)


def icns(icons: Path) -> bytes:
    """A macOS icon file of PNG pictures."""
    parts = b""
    for size, kind in ICNS_TYPES.items():
        picture = png(icons, size)
        parts += kind + (len(picture) + 8).to_bytes(4, "big") + picture
    return b"icns" + (len(parts) + 8).to_bytes(4, "big") + parts


def _application() -> QGuiApplication:
    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication([])

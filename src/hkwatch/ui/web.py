# SPDX-License-Identifier: MIT
"""Opening addresses outside: only the web's, and the host can be read before."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def host_of(address: str) -> str:
    """The host an address leads to; empty where it may not be opened."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.host() if url.isValid() and url.scheme() in ("http", "https") else ""


def open_address(address: str) -> bool:
    """Open in the browser; False for anything that is no web address, or when no browser took it."""
    return bool(host_of(address)) and QDesktopServices.openUrl(QUrl(address))

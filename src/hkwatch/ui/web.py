# SPDX-License-Identifier: MIT
"""Opening addresses outside: only the web's, and the host can be read before."""

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices


def host_of(address: str) -> str:
    """The host an address leads to; empty where it may not be opened.

    A name of other letters than ASCII stands as the network has it (`xn--…`): its letters may be those of another host.
    """
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return (
        url.host(QUrl.ComponentFormattingOption.FullyEncoded)
        if url.isValid() and url.scheme() in ("http", "https")
        else ""
    )


def open_address(address: str) -> bool:
    """Open in the browser; False for anything that is no web address, or when no browser took it."""
    return bool(host_of(address)) and QDesktopServices.openUrl(QUrl(address))


def proxy_problem(text: str) -> str:
    """What is wrong with the address of a proxy; empty when nothing is. Empty and `direct` need none."""
    wanted = text.strip()
    if not wanted or wanted == "direct":
        return ""
    url = QUrl(wanted, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or not url.host():
        return QCoreApplication.translate("Web", "As http://host:port or socks5://host:port.")
    if url.scheme() not in ("http", "https", "socks5"):
        return QCoreApplication.translate("Web", "Only http, https and socks5 are possible.")
    return ""

# SPDX-License-Identifier: MIT
"""The options of signs of life and digests, for the settings window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from hkwatch.services.settings import Settings
from hkwatch.ui.settings_row import Row

_WIDTH = 208


def report_sections(settings: Settings) -> list[tuple[str, list[Row]]]:
    """The section; times are offered by the half hour, and the one that holds whatever it is."""
    translate, wanted = QCoreApplication.translate, settings.reports
    every = (
        ("off", translate("Reports", "Never")),
        ("daily", translate("Reports", "Every day")),
        ("weekly", translate("Reports", "Every Friday")),
    )
    life = Row(
        "reports",
        "sign_of_life",
        translate("Reports", "A sign of life once a day"),
        translate(
            "Reports",
            "“18:30: 1,204 checks, 26 of 26 sources, nothing critical”, also a line of signs-of-life.txt in that folder",
        ),
    )
    life_at = Row(
        "reports",
        "sign_of_life_at",
        translate("Reports", "Sign of life at"),
        translate("Reports", "Hong Kong time"),
        _times(wanted.sign_of_life_at),
    )
    digest = Row(
        "reports",
        "digest",
        translate("Reports", "Write a digest"),
        translate("Reports", "Items, register changes, deadlines, prices and gaps as a file"),
        every,
    )
    digest_at = Row(
        "reports",
        "digest_at",
        translate("Reports", "Digest at"),
        translate("Reports", "Hong Kong time"),
        _times(wanted.digest_at),
    )
    form = Row(
        "reports",
        "digest_format",
        translate("Reports", "Digest as"),
        "",
        (("html", "HTML"), ("md", "Markdown")),
    )
    folder = Row(
        "reports",
        "digest_folder",
        translate("Reports", "Folder of the digests"),
        wanted.digest_folder or translate("Reports", "digests, in the data folder"),
        is_folder=True,
    )
    return [(translate("Reports", "Reports"), [life, life_at, digest, digest_at, form, folder])]


def _times(now: str) -> tuple[tuple[str, str], ...]:
    times = sorted({f"{half // 2:02}:{half % 2 * 30:02}" for half in range(48)} | {now})
    return tuple((time, time) for time in times)


def folder_button(parent: QWidget, row: Row, value: str, then: Callable[[Row, object], None]) -> QPushButton:
    """Asks for a folder; the window goes on meanwhile."""
    button = QPushButton(QCoreApplication.translate("Reports", "Choose…"))
    button.setMinimumWidth(_WIDTH)
    button.setAutoDefault(False)

    def ask() -> None:
        dialog = QFileDialog(parent, row.text, value)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: then(row, chosen))
        dialog.open()

    button.clicked.connect(ask)
    return button

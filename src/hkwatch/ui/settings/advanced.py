# SPDX-License-Identifier: MIT
"""The page Advanced: the log, and what to send with a report of a fault."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from hkwatch.services import diagnosis
from hkwatch.ui.error_text import said
from hkwatch.ui.noop import QT_TRANSLATE_NOOP
from hkwatch.ui.settings.own_page import OwnPage
from hkwatch.ui.settings.page import PageSpec

ADVANCED = PageSpec(
    "advanced",
    QT_TRANSLATE_NOOP("SettingsDialog", "Advanced"),
    "",
    "wrench",
    more=(
        QT_TRANSLATE_NOOP("SettingsDialog", "Log folder"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Copy diagnosis"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Save a diagnosis bundle…"),
        QT_TRANSLATE_NOOP("SettingsDialog", "Chinese typefaces"),
    ),
)


class AdvancedPage(OwnPage):
    """Nothing here is sent anywhere: it is copied or saved."""

    def add_widgets(self) -> None:
        desk = self.around.desk
        show = self.button(self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(desk.log_dir))))
        show.setAccessibleName(self.tr("Open the log folder"))
        self.body.addWidget(self.head(self.tr("Log folder")))
        self.body.addWidget(self.action(str(desk.log_dir), show))
        self.body.addWidget(self.head(self.tr("Diagnosis")))
        self._copy = self.button(self.tr("Copy diagnosis"), self._on_copy, "copy")
        self.body.addWidget(self.action(self.tr("Versions, folders, state of every source, as text"), self._copy))
        save = self.button(self.tr("Save a diagnosis bundle…"), self._on_save, "download")
        words = self.tr(
            "The same with settings and logs as a zip file. Passwords, tokens and parts of addresses that may hold some"
            " are left out."
        )
        self.body.addWidget(self.action(words, save))
        self._result = self.note("", "text2")
        self._result.hide()
        self.body.addWidget(self._result)
        self.body.addWidget(self.head(self.tr("Chinese typefaces")))
        for name, language in (("繁體中文", "zh-Hant"), ("简体中文", "zh-Hans")):
            family = self._marks.fonts.chinese_family(language)
            colon = ": " if self._language == "en" else "："
            if family is not None:
                self.body.addWidget(self.note(f"{name}{colon}{family}", ""))
            else:
                missing = self.tr("{0}: none is installed; on Debian the package is fonts-noto-cjk.").format(name)
                self.body.addWidget(self.note(missing, "warn"))
        super().add_widgets()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.around.describe())
        self._copy.setText(self.tr("Copied"))

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save a diagnosis bundle"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("*.zip")
        dialog.setDefaultSuffix("zip")
        dialog.selectFile("hkwatch-diagnosis.zip")
        dialog.fileSelected.connect(self._save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, name: str) -> None:
        desk, text = self.around.desk, self.around.describe()
        self.around.files.ask(
            self._on_saved,
            lambda _: diagnosis.write_bundle(Path(name), text, desk.config_dir, desk.log_dir),
            self._on_failed,
        )

    def _on_saved(self, file: Path) -> None:
        self._say(self.tr("Saved as {0}.").format(file))

    def _on_failed(self, error: Exception) -> None:
        self._say(said(error))

    def _say(self, text: str) -> None:
        self._result.setText(text)
        self._result.show()

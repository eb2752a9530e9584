# SPDX-License-Identifier: MIT
"""What was kept of an item as its publisher sent it: address, time, headers, hash, body; saved as an archive."""

import hashlib
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from hkwatch.services.evidence_file import KeptAnswer, headers_text
from hkwatch.ui import formats
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.shown_time import in_hong_kong
from hkwatch.ui.sources.parts import ElidedLabel, IconButton, fit_to_screen, wrapping

_MOST_CHARS = 200_000
_TEXTS = ("json", "html", "xml", "txt")
_LANGUAGES = {"en": "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文"}


class EvidenceDialog(QDialog):
    """One answer at a time; the newest until another is chosen."""

    save_wanted = Signal(object)
    """KeptAnswer to be written into a file."""

    def __init__(
        self, marks: Marks, language: str, answers: Sequence[KeptAnswer], parent: QWidget, prefer: str = ""
    ) -> None:
        """`prefer` is the language whose newest answer is shown first, where there is one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self._marks, self._language = marks, language
        self._answers = tuple(answers)
        self.title, self.issuer = wrapping(), plain("", "muted")
        self.choice = QComboBox()
        # An address tells most at its two ends.
        self.facts = [ElidedLabel("text", Qt.TextElideMode.ElideMiddle) for _ in range(4)]
        self.names = [plain("", "muted") for _ in self.facts]
        self.state = plain("")
        self.copy_hash = IconButton(marks, "copy")
        self.body, self.headers = QPlainTextEdit(), QPlainTextEdit()
        self.views = QTabWidget()
        # Its bar is the stop, not the pages' frame.
        self.views.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.note = wrapping("muted")
        self.save = IconButton(marks, "download", "primary")
        self.close_button = QPushButton()
        self._lay_out()
        self._retranslate()
        newest = list(self._answers[::-1])
        self.choice.setCurrentIndex(next((n for n, one in enumerate(newest) if one.lang == prefer), 0))
        self._show()

    @property
    def answer(self) -> KeptAnswer | None:
        """The answer shown; None where nothing was kept."""
        at = self.choice.currentIndex()
        return self._answers[::-1][at] if 0 <= at < len(self._answers) else None

    def _lay_out(self) -> None:
        for view in (self.body, self.headers):
            view.setReadOnly(True)
            view.setTabChangesFocus(True)
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPixelSize(12)
            view.setFont(font)
            self.views.addTab(view, "")
        self.choice.activated.connect(self._show)
        self.copy_hash.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.accept)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(zip(self.names, self.facts, strict=True)):
            grid.addWidget(name, line, 0)
            grid.addWidget(value, line, 1, 1, 1 if line == len(self.facts) - 1 else 2)
        grid.addWidget(self.copy_hash, len(self.facts) - 1, 2)
        grid.addWidget(self.state, len(self.facts), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(8)
        for part in (self.title, self.issuer, self.choice):
            box.addWidget(part)
        box.addLayout(grid)
        box.addSpacing(4)
        box.addWidget(self.views, 1)
        box.addWidget(self.note)
        box.addSpacing(4)
        box.addLayout(foot)
        fit_to_screen(self, 760, 640)

    def set_language(self, language: str) -> None:
        """Language of the words."""
        self._language = language
        self._retranslate()
        self._show()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Evidence"))
        fonts = self._marks.fonts
        for label in (*self.names, *self.facts, self.issuer, self.state, self.note):
            label.setFont(fonts.font("body", self._language, figures=True))
        for label, text in zip(
            self.names, (self.tr("Address"), self.tr("Received"), self.tr("Size"), self.tr("SHA-256")), strict=True
        ):
            label.setText(text)
        at = max(0, self.choice.currentIndex())
        self.choice.clear()
        for one in self._answers[::-1]:
            time = in_hong_kong(formats.date_time)(one.evidence.fetched_at, self._language)
            words = self.tr("Answer {number} · {language} · {time} HKT")
            language = _LANGUAGES.get(one.lang, one.lang)
            self.choice.addItem(words.format(number=one.number, language=language, time=time))
        self.choice.setCurrentIndex(at)
        self.choice.setVisible(len(self._answers) > 1)
        self.choice.setAccessibleName(self.tr("Which answer"))
        self.copy_hash.set_words(self.tr("Copy"), self.tr("Copy the SHA-256"))
        self.views.setTabText(0, self.tr("Body"))
        self.views.setTabText(1, self.tr("Headers"))
        self.body.setAccessibleName(self.tr("Body"))
        self.headers.setAccessibleName(self.tr("Headers"))
        self.save.set_words(self.tr("Save as .zip…"))
        self.close_button.setText(self.tr("Close"))

    def _show(self) -> None:
        answer = self.answer
        if answer is None:
            return
        kept = answer.evidence
        self.title.setText(answer.title)
        self.title.setFont(self._marks.fonts.font("h2", answer.lang))
        self.issuer.setText(formats.BETWEEN.join(part for part in (answer.issuer, answer.ref) if part))
        size = self.tr("{count} bytes").format(count=f"{kept.size:,}")
        values = (
            kept.url,
            self.tr("{time} HKT").format(time=f"{in_hong_kong(formats.date_time)(kept.fetched_at, self._language)}")
            + f"{formats.BETWEEN}HTTP {kept.status}",
            formats.BETWEEN.join(part for part in (size, kept.headers.get("content-type", "")) if part),
            kept.hash,
        )
        for label, name, value in zip(self.facts, self.names, values, strict=True):
            label.setText(value)
            label.setAccessibleName(f"{name.text()}: {value}")
        self.headers.setPlainText(headers_text(kept))
        self._show_body(answer)
        note = self.tr("A copy for your records · © {issuer}. Saving it gives no right to publish it again.")
        self.note.setText(note.format(issuer=answer.issuer))

    def _show_body(self, answer: KeptAnswer) -> None:
        body = answer.evidence.body
        if body is None:
            self.state.setText(self.tr("Too large to keep: hash and size are those of what came."))
            self.body.setPlainText("")
            return
        is_same = hashlib.sha256(body).hexdigest() == answer.evidence.hash
        self.state.setText(
            self.tr("✓ The kept body has this hash.") if is_same else self.tr("✕ The kept body has another hash.")
        )
        if answer.body_name.rsplit(".", 1)[-1] not in _TEXTS:
            self.body.setPlainText(self.tr("This is no text. Save it to look at it with another program."))
            return
        self.body.setPlainText(body.decode("utf-8", "replace")[:_MOST_CHARS])

    def _on_copy(self) -> None:
        if self.answer is not None:
            QGuiApplication.clipboard().setText(self.answer.evidence.hash)

    def _on_save(self) -> None:
        if self.answer is not None:
            self.save_wanted.emit(self.answer)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

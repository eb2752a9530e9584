# SPDX-License-Identifier: MIT
"""Hints in place after the first run: one at a time beside what it is about, each in at most three starts.

<config>/hints.json   {"search": 1, "acknowledge": 0, "alert-line": 3}     not there = no hints
"""

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from hkwatch.domain.errors import SettingsError
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.read_thread import ReadThread

log = logging.getLogger(__name__)

NAMES = ("search", "acknowledge", "alert-line")
MOST = 3
"""In so many starts a hint is shown at most."""
_GAP = 8


class HintBubble(QFrame):
    """One sentence with a cross, over the window beside its anchor. It takes no focus by itself."""

    def __init__(self, text: str, marks: Marks, language: str, anchor: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._anchor, self._over = anchor, window
        theme = marks.theme
        self.setObjectName("hint")
        self.setStyleSheet(
            f"#hint {{ background: {theme.hex('raised')}; border: 1px solid {theme.hex('accent')}; border-radius: 8px; }}"
        )
        label = plain(text)
        label.setFont(marks.fonts.font("body", language))
        self.close_button = QToolButton()
        self.close_button.setIcon(marks.icons.icon("x", "muted"))
        self.close_button.setAccessibleName(self.tr("Dismiss the hint: {0}").format(text))
        self.close_button.setToolTip(self.tr("Dismiss"))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.place)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.close_button)
        # A banner that comes moves the anchor without a new size of the window.
        for watched in (window, anchor, *_between(anchor, window)):
            watched.installEventFilter(self)
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Under the anchor's left edge, or inside its lower edge where there is no room under it."""
        window = self._over
        self.adjustSize()
        at = self._anchor.mapTo(window, QPoint(_GAP, self._anchor.height() + _GAP))
        at.setX(max(_GAP, min(at.x(), window.width() - self.width() - _GAP)))
        if at.y() + self.height() > window.height() - _GAP:
            at.setY(at.y() - self.height() - 2 * _GAP)
        self.move(at)
        self.setVisible(self._anchor.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            # Only when the layout has come to rest.
            self._settle.start()
        return super().eventFilter(watched, event)


def _between(inner: QWidget, outer: QWidget) -> list[QWidget]:
    """What lies between a widget and one around it."""
    found, at = [], inner.parentWidget()
    while at is not None and at is not outer:
        found.append(at)
        at = at.parentWidget()
    return found


class Hints(QObject):
    """Keeps how often each was shown. `begin` after a first run; `show_next` once the list stands."""

    def __init__(self, window: QWidget, marks: Marks, file: Path, files: ReadThread[None], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._marks, self._file, self._files = window, marks, file, files
        self._shown: dict[str, int] | None = None
        self._anchors: Mapping[str, QWidget] = {}
        self._language = "en"
        self._told: set[str] = set()
        self.bubble: HintBubble | None = None
        files.ask(self._on_read, lambda _: _read(file))

    def begin(self) -> None:
        """From now on there are hints."""
        self._files.forget(self._on_read)
        self._shown = dict.fromkeys(NAMES, 0)
        self._save()

    def show_next(self, anchors: Mapping[str, QWidget], language: str) -> None:
        """Show the next hint that was shown less than three times; `anchors` by name."""
        self._anchors, self._language = anchors, language
        if self._shown is None or self.bubble is not None:
            return
        texts = {
            "search": self.tr("Press / to search everything stored."),
            "acknowledge": self.tr("A acknowledges the item: you have dealt with it."),
            "alert-line": self.tr("Drag a line in the chart to set an alert."),
        }
        for name in NAMES:
            anchor = anchors.get(name)
            if name in self._told or self._shown.get(name, MOST) >= MOST or anchor is None or not anchor.isVisible():
                continue
            self._told.add(name)
            self._shown[name] += 1
            self._save()
            self.bubble = HintBubble(texts[name], self._marks, self._language, anchor, self._window)
            self.bubble.close_button.clicked.connect(lambda _=False, name=name: self.dismiss(name))
            return

    def dismiss(self, name: str) -> None:
        """Never show it again; the next one comes."""
        if self._shown is not None:
            self._shown[name] = MOST
            self._save()
        if self.bubble is not None:
            self.bubble.hide()
            self.bubble.deleteLater()
            self.bubble = None
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_next(self._anchors, self._language)

    def _on_read(self, shown: dict[str, int] | None) -> None:
        self._shown = shown
        if self._anchors:
            self.show_next(self._anchors, self._language)

    def _save(self) -> None:
        file, shown = self._file, dict(self._shown or {})
        self._files.ask(self._on_saved, lambda _: _write(file, shown), self._on_not_saved)

    def _on_saved(self, _: object) -> None:
        return

    def _on_not_saved(self, error: Exception) -> None:
        # A hint more than meant is no harm.
        log.warning("hints error=%s", error)


def _read(file: Path) -> dict[str, int] | None:
    try:
        found = json.loads(file.read_text("utf-8"))
        return {name: int(found.get(name, 0)) for name in NAMES}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, AttributeError) as error:
        log.warning("hints file=%s error=%s", file, error)
        return None


def _write(file: Path, shown: Mapping[str, int]) -> None:
    partial = file.with_suffix(".partial")
    try:
        partial.write_text(json.dumps(shown), "utf-8")
        partial.replace(file)
    except OSError as error:
        raise SettingsError("unwritable", f"{file}: {error}.", "Check the folder's permissions.") from error

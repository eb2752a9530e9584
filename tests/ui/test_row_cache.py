# SPDX-License-Identifier: MIT
"""Pictures of rows: the same as painting, drawn once, and drawn anew when anything changed."""

from dataclasses import replace

from inbox_rows import NAMES, NOW, two_days
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from hkwatch.domain.item import ItemState
from hkwatch.ui.inbox import InboxModel, InboxView
from hkwatch.ui.inbox.row_cache import RowCache
from hkwatch.ui.marks import Marks


def image() -> QImage:
    made = QImage(200, 32, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    return made


def test_a_row_is_drawn_once_and_looks_the_same_from_its_picture(qapp: object) -> None:
    cache, drawn = RowCache(), []

    def draw(painter: QPainter, box: QRect) -> None:
        drawn.append(box)
        painter.drawText(box, "Circular")

    pictures = []
    entry = object()
    for _ in range(3):
        made = image()
        painter = QPainter(made)
        cache.paint(painter, QRect(0, 0, 200, 32), entry, "look", QColor("white"), draw)
        painter.end()
        pictures.append(made)
    assert drawn == [QRect(0, 0, 200, 32)]
    assert pictures[0] == pictures[1] == pictures[2] != image()


def test_another_look_size_or_entry_is_drawn_anew(qapp: object) -> None:
    cache, drawn = RowCache(), []
    made = image()
    painter = QPainter(made)
    first, second = object(), object()
    for entry, width, look in ((first, 200, "a"), (first, 200, "b"), (first, 180, "b"), (second, 180, "b")):
        cache.paint(
            painter, QRect(0, 0, width, 32), entry, look, QColor("white"), lambda _painter, box: drawn.append(box)
        )
    cache.clear()
    cache.paint(painter, QRect(0, 0, 180, 32), second, "b", QColor("white"), lambda _painter, box: drawn.append(box))
    painter.end()
    assert len(drawn) == 5


def test_what_is_kept_is_bounded(qapp: object) -> None:
    cache, drawn = RowCache(), []
    made = image()
    painter = QPainter(made)
    entries = [object() for _ in range(600)]
    for entry in entries:
        cache.paint(painter, QRect(0, 0, 800, 32), entry, 1, QColor("white"), lambda _painter, box: drawn.append(box))
    assert len(drawn) == 600
    for entry in (entries[-1], entries[0]):
        cache.paint(painter, QRect(0, 0, 800, 32), entry, 1, QColor("white"), lambda _painter, box: drawn.append(box))
    painter.end()
    # The newest was still at hand, the oldest was not.
    assert len(drawn) == 601


def test_a_small_list_keeps_no_more_than_it_shows_and_half_of_that(qapp: object) -> None:
    cache, drawn = RowCache(), []
    made = QImage(400, 10 * 32, QImage.Format.Format_RGB32)
    painter = QPainter(made)
    entries = [object() for _ in range(40)]

    def paint(entry: object) -> None:
        cache.paint(painter, QRect(0, 0, 400, 32), entry, 1, QColor("white"), lambda _painter, box: drawn.append(box))

    for entry in entries:
        paint(entry)
    for entry in reversed(entries[-15:]):
        paint(entry)
    assert len(drawn) == 40, "what a screen and a half hold is at hand"
    paint(entries[-16])
    painter.end()
    assert len(drawn) == 41, "and nothing more"


def test_a_row_that_was_read_and_a_dark_theme_are_seen_at_once(marks: Marks, qtbot: QtBot) -> None:
    model = InboxModel()
    view = InboxView(model, marks)
    qtbot.addWidget(view)
    model.set_rows(two_days(), NOW, "en", NAMES, more=False)

    def painted() -> QImage:
        made = QImage(768, 32, QImage.Format.Format_RGB32)
        painter, option = QPainter(made), QStyleOptionViewItem()
        option.rect = QRect(0, 0, 768, 32)
        view.itemDelegate().paint(painter, option, model.index(1))
        painter.end()
        return made

    fresh = painted()
    assert painted() == fresh
    model.update_rows([replace(two_days()[0], state=ItemState.READ)])
    read = painted()
    assert read != fresh
    marks.theme.set_scheme("dark")
    dark = painted()
    marks.theme.set_scheme("light")
    assert dark != read
    assert dark.pixelColor(764, 2).name() != read.pixelColor(764, 2).name()
    assert painted() == read


def test_a_list_read_again_keeps_what_is_equal_and_its_pictures(marks: Marks, qtbot: QtBot) -> None:
    model = InboxModel()
    rows = two_days()
    model.set_rows(rows, NOW, "en", NAMES, more=False)
    before = [model.item_at(place) for place in range(model.rowCount())]
    changed = [replace(rows[0], state=ItemState.READ), *(replace(row) for row in rows[1:])]
    model.set_rows(changed, NOW, "en", NAMES, more=False)
    after = [model.item_at(place) for place in range(model.rowCount())]
    kept = [one is other for one, other in zip(before, after, strict=True) if one is not None]
    assert kept == [False, True, True, True, True]
    assert after[1] is not None
    assert after[1].row.state is ItemState.READ
    model.set_rows(changed, NOW, "zh-Hant", NAMES, more=False)
    assert all(model.item_at(place) is not one for place, one in enumerate(after) if one is not None)

# SPDX-License-Identifier: MIT
"""What can be measured of a shown window: is every text whole, is every target large enough, has everything a name.

A widget that cuts its text on purpose says the whole of it in its tooltip; then nothing is lost.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTableView,
    QWidget,
)

MIN_HIT = 24
"""Smallest side of what is clicked, in logical pixels."""
_SLACK = 1
"""Widths of text are fractions; a widget's are whole."""


def shown(root: QWidget) -> Iterator[QWidget]:
    """The window and everything in it that is on the screen."""
    yield root
    for child in root.findChildren(QWidget):
        if child.isVisible() and child.window() is root.window() and child.width() > 0:
            yield child


def cut_texts(root: QWidget) -> list[str]:
    """Every text in a window that does not fit into its widget, and every control that its parents cut off."""
    found = []
    for widget in shown(root):
        said = _cut(widget)
        if said and not _is_told(widget, said):
            found.append(f"{type(widget).__name__} {said!r} {_size(widget)}")
        elif _has_text(widget) and _is_covered(widget):
            found.append(f"{type(widget).__name__} {_text(widget)!r} is cut off by what holds it")
    return found


def small_targets(root: QWidget) -> list[str]:
    """What is clicked and is lower or narrower than `MIN_HIT`."""
    return [
        f"{type(widget).__name__} {_text(widget) or widget.accessibleName()!r} {_size(widget)}"
        for widget in shown(root)
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox)
        and not _is_inner(widget)
        and (widget.height() < MIN_HIT or widget.width() < MIN_HIT)
    ]


def unnamed(root: QWidget) -> list[str]:
    """What takes the focus or is clicked and has no name, or no role, for a screen reader."""
    found = []
    for widget in shown(root):
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (stops or isinstance(widget, QAbstractButton)) or _is_inner(widget) or widget is root:
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or not face.isValid():
            found.append(f"{type(widget).__name__} is not there for screen readers")
            continue
        if not face.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()!r} has no name {_size(widget)}")
        if face.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            found.append(f"{type(widget).__name__} {face.text(QAccessible.Text.Name)!r} has no role")
    return found


def accessible(root: QWidget) -> Iterator[QAccessibleInterface]:
    """The tree of a window as a screen reader walks it, depth first; rows of lists are left to their own tests."""
    face = QAccessible.queryAccessibleInterface(root)
    waiting = [face] if face is not None else []
    while waiting:
        face = waiting.pop()
        yield face
        if face.role() in (QAccessible.Role.List, QAccessible.Role.Table, QAccessible.Role.Tree):
            continue
        for number in range(face.childCount()):
            child = face.child(number)
            if child is not None and child.isValid():
                waiting.append(child)


def _is_inner(widget: QWidget) -> bool:
    """Parts of other controls: a spin box's line, a bar's own buttons, the field's clearing button."""
    parent = widget.parentWidget()
    return (
        isinstance(parent, QAbstractSpinBox | QComboBox | QScrollBar | QTabBar | QTableView | QHeaderView)
        or isinstance(widget, QScrollBar | QHeaderView)
        or (isinstance(parent, QLineEdit) and isinstance(widget, QAbstractButton))
        or widget.objectName().startswith("qt_")
    )


def _has_text(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit | QTabBar) and not _is_inner(widget)


def _text(widget: QWidget) -> str:
    match widget:
        case QLabel() | QAbstractButton():
            return widget.text()
        case QComboBox():
            return widget.currentText()
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case _:
            return ""


def _size(widget: QWidget) -> str:
    hint = widget.sizeHint()
    return f"[{widget.width()}×{widget.height()} of {hint.width()}×{hint.height()}]"


def _is_told(widget: QWidget, text: str) -> bool:
    return bool(widget.toolTip()) or widget.property("elides") is True


def _cut(widget: QWidget) -> str:
    """The text that does not fit; empty where all is well."""
    match widget:
        case QLabel() if widget.text() and not widget.text().startswith("<"):
            return _cut_label(widget)
        case QCheckBox() | QRadioButton():
            return widget.text() if widget.sizeHint().width() > widget.width() + _SLACK else ""
        case QAbstractButton() if (
            widget.text() and not _is_inner(widget) and type(widget).__module__.startswith("PySide6")
        ):
            hint = widget.sizeHint()
            wide = hint.width() > widget.width() + _SLACK
            return widget.text() if wide or hint.height() > widget.height() + _SLACK else ""
        case QAbstractButton() if widget.text() and not _is_inner(widget):
            # Painted by the program: its least size is what its text needs.
            return widget.text() if widget.minimumSizeHint().width() > widget.width() + _SLACK else ""
        case QComboBox():
            need = widget.fontMetrics().horizontalAdvance(widget.currentText())
            return widget.currentText() if need > widget.width() - 38 + _SLACK else ""
        case QLineEdit() if not _is_inner(widget) and not widget.text() and widget.placeholderText():
            need = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            margins = widget.textMargins()
            return widget.placeholderText() if need > widget.width() - margins.left() - margins.right() else ""
        case QTabBar():
            wide = widget.sizeHint().width() > widget.width() + _SLACK
            return " ".join(widget.tabText(n) for n in range(widget.count())) if wide else ""
        case QHeaderView() if widget.orientation() is Qt.Orientation.Horizontal:
            return _cut_head(widget)
        case QMenu():
            room = widget.screen().availableGeometry()
            return widget.title() or "menu" if widget.sizeHint().width() > room.width() else ""
        case _:
            return ""


def _cut_label(label: QLabel) -> str:
    inside = label.contentsRect()
    if label.wordWrap():
        need = label.heightForWidth(label.width())
        longest = max(label.text().replace("\N{ZERO WIDTH SPACE}", " ").split(), key=len, default="")
        wide = label.fontMetrics().horizontalAdvance(longest) > inside.width() + _SLACK and longest.isascii()
        return label.text() if need > label.height() + _SLACK or wide else ""
    lines = label.text().split("\n")
    need = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
    tall = label.fontMetrics().height() * len(lines) > label.height() + 2
    return label.text() if need > inside.width() + _SLACK or tall else ""


def _cut_head(head: QHeaderView) -> str:
    model = head.model()
    if model is None:
        return ""
    for section in range(head.count()):
        text = model.headerData(section, Qt.Orientation.Horizontal)
        if not text or head.isSectionHidden(section):
            continue
        if head.fontMetrics().horizontalAdvance(str(text)) > head.sectionSize(section) - 8:
            return str(text)
    return ""


def _is_covered(widget: QWidget) -> bool:
    """Whether a part of it lies outside of a parent that does not scroll."""
    box = QRect(QPoint(0, 0), widget.size())
    child, parent = widget, widget.parentWidget()
    while parent is not None and not child.isWindow():
        box.translate(child.pos())
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return False
        if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(box):
            return True
        child, parent = parent, parent.parentWidget()
    return False

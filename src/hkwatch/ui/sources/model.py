# SPDX-License-Identifier: MIT
"""The lines of the source table for Qt: texts, spoken names, heads of groups that cannot be selected."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hkwatch.domain.ids import SourceId
from hkwatch.ui.error_text import told
from hkwatch.ui.sources.lines import Column, GroupHead, Line, SourceLine, column_names

AnyIndex = QModelIndex | QPersistentModelIndex


class SourcesModel(QAbstractTableModel):
    """Holds lines as they were arranged; a set with the same sources in the same places changes texts only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def set_lines(self, lines: Sequence[Line]) -> bool:
        """Show these lines; True when they stand in other places than before."""
        moved = [_place(line) for line in lines] != [_place(line) for line in self._lines]
        if moved:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
        elif lines and list(lines) != self._lines:
            self._lines = list(lines)
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(Column) - 1))
        return moved

    def line_at(self, row: int) -> Line | None:
        """The line in a row, None past the end."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, source: SourceId) -> int:
        """The row of a source, -1 while it is not shown."""
        for row, line in enumerate(self._lines):
            if isinstance(line, SourceLine) and line.health.source == source:
                return row
        return -1

    def lines(self) -> list[Line]:
        """All lines, heads too."""
        return list(self._lines)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if isinstance(self.line_at(index.row()), GroupHead):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row())
        if line is None:
            return None
        if isinstance(line, GroupHead):
            named = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{line.name}, {line.count}" if named and index.column() == 0 else None
        text = line.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                failing = index.column() == Column.STATE and line.health.error
                return told(line.health.error, line.health.next_step, line.health.error_key) if failing else text
            case Qt.ItemDataRole.AccessibleTextRole:
                if index.column() == Column.SOURCE:
                    return line.spoken
                return f"{column_names()[Column(index.column())]}: {text or '–'}"
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_names()[Column(section)]
        return None


def _place(line: Line) -> tuple[str, str]:
    if isinstance(line, GroupHead):
        return "group", line.name
    return "source", line.health.source

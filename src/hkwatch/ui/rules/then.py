# SPDX-License-Identifier: MIT
"""What a rule does with what it finds, and whose items it looks at."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from hkwatch.domain.flags import Tell
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import Level
from hkwatch.domain.rule_draft import split_values
from hkwatch.domain.user_rules import LevelIs, Scope, UserRule
from hkwatch.ui.dialogs import plain
from hkwatch.ui.rules.words import level_is_text, scope_text, tell_text
from hkwatch.ui.theme import round_menu
from hkwatch.ui.words import level_text

_KEEP = "keep"


class ThenEdit(QWidget):
    """From whom · level · labels · notification · pin, acknowledge, stop."""

    changed = Signal()

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` are the publishers' short names by id."""
        super().__init__()
        self._names = dict(names)
        self.scope, self.level_is, self.level, self.tell = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        for scope in Scope:
            self.scope.addItem("", scope.value)
        for kind in (_KEEP, *(kind.value for kind in LevelIs)):
            self.level_is.addItem("", kind)
        for level in reversed(Level):
            self.level.addItem("", int(level))
        for tell in Tell:
            self.tell.addItem("", tell.value)
        self.publishers = QPushButton()
        self.publishers.setAutoDefault(False)
        self.menu = round_menu(QMenu(self))
        for ident, name in self._names.items():
            action = self.menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(ident)
            action.toggled.connect(self._on_changed)
        self.publishers.setMenu(self.menu)
        self.labels = QLineEdit()
        self.pin, self.needs_ack, self.stop = QCheckBox(), QCheckBox(), QCheckBox()
        self._labels = {name: plain("", "muted") for name in ("from", "level", "labels", "tell")}
        self._arrange()
        for combo in (self.scope, self.level_is, self.level, self.tell):
            combo.currentIndexChanged.connect(self._on_changed)
        for box in (self.pin, self.needs_ack, self.stop):
            box.toggled.connect(self._on_changed)
        self.labels.textChanged.connect(self._on_changed)
        self._retranslate()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        pairs = (
            (self._labels["from"], (self.scope, self.publishers)),
            (self._labels["level"], (self.level_is, self.level)),
            (self._labels["labels"], (self.labels,)),
            (self._labels["tell"], (self.tell,)),
        )
        for place, (label, widgets) in enumerate(pairs):
            line = QHBoxLayout()
            line.setSpacing(8)
            for widget in widgets:
                line.addWidget(widget, int(widget is self.labels))
            if self.labels not in widgets:
                line.addStretch(1)
            label.setBuddy(widgets[0])
            row, column = divmod(place, 2)
            grid.addWidget(label, row, 2 * column)
            grid.addLayout(line, row, 2 * column + 1)
        checks = QHBoxLayout()
        checks.setSpacing(20)
        for box in (self.pin, self.needs_ack, self.stop):
            checks.addWidget(box)
        checks.addStretch(1)
        grid.addLayout(checks, 2, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    @property
    def label_width(self) -> int:
        """What the words before the fields at the left need, in px."""
        return max(self._labels[name].sizeHint().width() for name in ("from", "labels"))

    def set_label_width(self, width: int) -> None:
        """Let the fields at the left begin below those of the rest of the editor; px."""
        for name in ("from", "labels"):
            self._labels[name].setMinimumWidth(width)

    def show_rule(self, rule: UserRule) -> None:
        """Show what this rule does."""
        self.scope.setCurrentIndex(self.scope.findData(rule.scope.value))
        for action in self.menu.actions():
            action.setChecked(action.data() in rule.publishers)
        self.level_is.setCurrentIndex(self.level_is.findData(_KEEP if rule.level is None else rule.level_is.value))
        self.level.setCurrentIndex(self.level.findData(int(Level.HIGH if rule.level is None else rule.level)))
        self.labels.setText(", ".join(rule.labels))
        self.tell.setCurrentIndex(self.tell.findData(rule.tell.value))
        self.pin.setChecked(rule.pin)
        self.needs_ack.setChecked(rule.needs_ack)
        self.stop.setChecked(rule.stop)
        self._refresh()

    def applied(self, rule: UserRule) -> UserRule:
        """The rule with what is chosen here."""
        kind = self.level_is.currentData()
        return replace(
            rule,
            scope=Scope(self.scope.currentData()),
            publishers=tuple(PublisherId(one.data()) for one in self.menu.actions() if one.isChecked()),
            level=None if kind == _KEEP else Level(self.level.currentData()),
            level_is=LevelIs.AT_LEAST if kind == _KEEP else LevelIs(kind),
            labels=split_values(self.labels.text()),
            tell=Tell(self.tell.currentData()),
            pin=self.pin.isChecked(),
            needs_ack=self.needs_ack.isChecked(),
            stop=self.stop.isChecked(),
        )

    def _on_changed(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        self.publishers.setVisible(self.scope.currentData() == Scope.CHOSEN.value)
        chosen = [action.text().replace("&&", "&") for action in self.menu.actions() if action.isChecked()]
        text = ", ".join(chosen[:3]) + (f" +{len(chosen) - 3}" if len(chosen) > 3 else "")
        self.publishers.setText((text or self.tr("Choose…")).replace("&", "&&"))
        self.level.setVisible(self.level_is.currentData() != _KEEP)

    def _retranslate(self) -> None:
        for place, scope in enumerate(Scope):
            self.scope.setItemText(place, scope_text(scope))
        self.level_is.setItemText(0, self.tr("as it is"))
        for place, kind in enumerate(LevelIs, 1):
            self.level_is.setItemText(place, level_is_text(kind))
        for place, level in enumerate(reversed(Level)):
            self.level.setItemText(place, level_text(level))
        for place, tell in enumerate(Tell):
            self.tell.setItemText(place, tell_text(tell))
        self._labels["from"].setText(self.tr("From"))
        self._labels["level"].setText(self.tr("Then level"))
        self._labels["labels"].setText(self.tr("Labels"))
        self._labels["tell"].setText(self.tr("Notify"))
        self.scope.setAccessibleName(self.tr("Whose items"))
        self.publishers.setAccessibleName(self.tr("Chosen publishers"))
        self.level_is.setAccessibleName(self.tr("Level: how it counts"))
        self.level.setAccessibleName(self.tr("Level"))
        self.labels.setAccessibleName(self.tr("Labels, divided by commas"))
        self.labels.setPlaceholderText(self.tr("licence, etf or names of your own"))
        self.tell.setAccessibleName(self.tr("Notify"))
        self.pin.setText(self.tr("Pin on the chart"))
        self.needs_ack.setText(self.tr("Needs acknowledgement"))
        self.stop.setText(self.tr("Stop here"))
        self.stop.setToolTip(self.tr("Rules after this one are not looked at for the same item"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

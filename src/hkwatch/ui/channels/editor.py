# SPDX-License-Identifier: MIT
"""Makes a channel, or changes one. A secret that was typed leaves by the signal and is shown nowhere again."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hkwatch.domain.channels import (
    VARIABLE_PREFIX,
    ChannelKind,
    ChannelProblem,
    ChannelSpec,
    SecretPlace,
    Subject,
    problems,
    tidied,
    variable_for,
)
from hkwatch.domain.ids import ChannelId
from hkwatch.domain.item import Level
from hkwatch.ui.channels.words import (
    address_hint,
    kind_help,
    kind_text,
    place_text,
    problem_text,
    secret_text,
    subject_text,
)
from hkwatch.ui.dialogs import plain
from hkwatch.ui.marks import Marks
from hkwatch.ui.sources.parts import fit_to_screen, set_role, wrapping
from hkwatch.ui.words import level_text

NEW = ChannelSpec(ChannelId(0), "", ChannelKind.NTFY)


class ChannelEditor(QDialog):
    """`show_error` takes what the engine says; the window closes when whoever owns it says so."""

    save_wanted = Signal(object, object)
    """ChannelSpec, and the new secret (str) or None to keep the old one."""

    def __init__(self, marks: Marks, language: str, spec: ChannelSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setProperty("ground", "surface")
        self._spec = spec
        self._own_variable = bool(spec.variable)
        is_new = not spec.id
        self.title = plain(self.tr("New channel") if is_new else self.tr("Edit channel"))
        self.title.setFont(marks.fonts.font("title", language))
        self.setWindowTitle(self.title.text())
        self.name = QLineEdit(spec.name)
        self.name.setMaxLength(60)
        self.name.setPlaceholderText(self.tr("Phone, Team, Duty desk …"))
        self.kind = _choices([(kind, kind_text(kind)) for kind in ChannelKind], spec.kind)
        self.help = wrapping("muted")
        self.address = QLineEdit("" if spec.kind is ChannelKind.APPRISE else spec.address)
        self.place = QComboBox()
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.variable = QLineEdit(spec.variable)
        self.least = _choices([(level, level_text(level)) for level in reversed(Level)], spec.least)
        self.subjects = {subject: QCheckBox(subject_text(subject)) for subject in Subject}
        for subject, box in self.subjects.items():
            box.setChecked(subject in spec.subjects)
        self.waits = QCheckBox(self.tr("Quiet hours hold it back"))
        self.waits.setChecked(spec.waits)
        self.message = wrapping("muted")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self._labels: dict[QWidget, QLabel] = {}
        self._focus: QWidget | None = None
        self._lay_out()
        self._connect()
        self._on_kind()
        self.setMinimumWidth(520)
        fit_to_screen(self, 600, 500)
        self.name.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("&Name"), self.name),
            (self.tr("&Kind"), self.kind),
            ("", self.help),
            (self.tr("A&ddress"), self.address),
            (self.tr("&Secret"), self.place),
            ("", self.secret),
            ("", self.variable),
            (self.tr("&From level"), self.least),
        ]
        for place, (text, field) in enumerate(rows):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "text2")
            if text:
                label.setBuddy(field)
                field.setAccessibleName(text.replace("&", ""))
            self._labels[field] = label
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        boxes = QGridLayout()
        boxes.setHorizontalSpacing(24)
        for place, box in enumerate(self.subjects.values()):
            boxes.addWidget(box, place // 2, place % 2)
        boxes.setColumnStretch(1, 1)
        what = plain(self.tr("Sends"), "text2")
        grid.addWidget(what, len(rows), 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(boxes, len(rows), 1)
        for box in self.subjects.values():
            box.setAccessibleName(f"{what.text()}: {box.text()}")
        grid.addWidget(self.waits, len(rows) + 1, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.place.currentIndexChanged.connect(self._on_place)
        self.name.textEdited.connect(self._on_name)
        self.variable.textEdited.connect(self._on_variable)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)

    def draft(self) -> ChannelSpec:
        """What is entered."""
        kind = ChannelKind(self.kind.currentData())
        return tidied(
            replace(
                self._spec,
                name=self.name.text(),
                kind=kind,
                address=self._apprise_service(kind) if kind is ChannelKind.APPRISE else self.address.text(),
                subjects=tuple(subject for subject, box in self.subjects.items() if box.isChecked()),
                least=Level(self.least.currentData()),
                waits=self.waits.isChecked(),
                secret=SecretPlace(self.place.currentData()),
                variable=self.variable.text(),
            )
        )

    def _apprise_service(self, kind: ChannelKind) -> str:
        return self._spec.address if self._spec.kind is kind else ""

    @property
    def _has_secret(self) -> bool:
        """Whether the keyring has one already, of the kind that is chosen."""
        spec = self._spec
        return bool(spec.id) and spec.secret is SecretPlace.KEYRING and spec.kind == self.kind.currentData()

    def show_error(self, text: str) -> None:
        """It was not saved, and why."""
        set_role(self.message, "bad")
        self.message.setText(text)
        self.message.setAccessibleName(text)
        self._set_busy(busy=False)
        if self._focus is not None:
            # A field that cannot be used meanwhile loses the focus to another.
            self._focus.setFocus()
            self._focus = None

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self.save, self.name, self.kind, self.address, self.place, self.secret, self.variable):
            widget.setEnabled(not busy)

    def _on_kind(self) -> None:
        kind = ChannelKind(self.kind.currentData())
        chosen = self.place.currentData() or self._spec.secret
        places = [SecretPlace.KEYRING, SecretPlace.ENVIRONMENT]
        if kind is not ChannelKind.APPRISE:
            places.insert(0, SecretPlace.NONE)
        self.place.blockSignals(True)
        self.place.clear()
        for place in places:
            self.place.addItem(place_text(place), place)
        self.place.setCurrentIndex(max(0, self.place.findData(chosen)))
        self.place.blockSignals(False)
        self.help.setText(kind_help(kind))
        self.address.setPlaceholderText(address_hint(kind))
        for widget in (self.address, self._labels[self.address]):
            widget.setVisible(kind is not ChannelKind.APPRISE)
        what = secret_text(kind)
        self._labels[self.place].setText(what)
        self.place.setAccessibleName(self.tr("{0}: where it is kept").format(what))
        self.secret.setAccessibleName(what)
        self._on_place()

    def _on_place(self) -> None:
        place = SecretPlace(self.place.currentData())
        in_keyring, in_environment = place is SecretPlace.KEYRING, place is SecretPlace.ENVIRONMENT
        for widget, shown in ((self.secret, in_keyring), (self.variable, in_environment)):
            widget.setVisible(shown)
            self._labels[widget].setVisible(shown)
        kept = self.tr("Kept; type to replace it")
        self.secret.setPlaceholderText(kept if self._has_secret else "")
        self.variable.setAccessibleName(self.tr("Environment variable"))
        self.variable.setPlaceholderText(f"{VARIABLE_PREFIX}…")
        self._on_name()

    def _on_name(self) -> None:
        if not self._own_variable:
            self.variable.setText(variable_for(self.name.text()))

    def _on_variable(self) -> None:
        self._own_variable = True

    def _on_save(self) -> None:
        spec, secret = self.draft(), self.secret.text().strip() or None
        wrong = problems(spec)
        where: dict[ChannelProblem, QWidget] = {
            ChannelProblem.NO_NAME: self.name,
            ChannelProblem.NAME_TOO_LONG: self.name,
            ChannelProblem.NO_SUBJECT: next(iter(self.subjects.values())),
            ChannelProblem.NO_SECRET: self.secret,
            ChannelProblem.BAD_VARIABLE: self.variable,
        }
        if wrong:
            self.show_error(problem_text(wrong[0]))
            where.get(wrong[0], self.address).setFocus()
            return
        if spec.secret is SecretPlace.KEYRING and secret is None and not self._has_secret:
            self.show_error(self.tr("{0}: enter it.").format(secret_text(spec.kind)))
            self.secret.setFocus()
            return
        if spec.secret is not SecretPlace.KEYRING:
            secret = None
        set_role(self.message, "muted")
        in_keyring = spec.secret is SecretPlace.KEYRING
        self.message.setText(
            self.tr("Saving. The keyring may ask to be unlocked.") if in_keyring else self.tr("Saving.")
        )
        self._focus = self.focusWidget()
        self._set_busy(busy=True)
        self.save_wanted.emit(spec, secret)


def _choices(choices: list[tuple[ChannelKind, str]] | list[tuple[Level, str]], chosen: object) -> QComboBox:
    box = QComboBox()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, next((n for n, (value, _) in enumerate(choices) if value is chosen), 0)))
    return box

# SPDX-License-Identifier: MIT
"""The list of channels and the editor: what they say, what they ask for, and that no secret stays behind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from inbox_rows import NOW
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from hkwatch.domain.channels import (
    ChannelKind,
    ChannelSpec,
    ChannelView,
    SecretPlace,
    Subject,
    Undelivered,
)
from hkwatch.domain.ids import ChannelId
from hkwatch.domain.item import Level
from hkwatch.ui.channels.dialog import ChannelsDialog
from hkwatch.ui.channels.editor import NEW, ChannelEditor
from hkwatch.ui.marks import Marks

PHONE = ChannelView(
    ChannelSpec(ChannelId(1), "Phone", ChannelKind.NTFY, "https://ntfy.sh/hk-desk"), NOW - timedelta(minutes=3)
)
DESK = ChannelView(
    ChannelSpec(ChannelId(2), "Desk", ChannelKind.WEBHOOK, "https://hooks.example.test/T0/s3cr3t"),
    NOW - timedelta(hours=2),
    NOW - timedelta(minutes=1),
    "hooks.example.test refuses (HTTP 403).",
    "Check the key and the address.",
    2,
    NOW + timedelta(minutes=4),
    (Undelivered("SFC · Policy · High", NOW - timedelta(hours=3), maybe=True), Undelivered("B", NOW, False, "timeout")),
    2,
)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    found.show()
    return found


@pytest.fixture
def dialog(marks: Marks, parent: QWidget) -> ChannelsDialog:
    found = ChannelsDialog(marks, "en", parent)
    found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    found.show()
    return found


def editor(marks: Marks, parent: QWidget, spec: ChannelSpec = NEW) -> ChannelEditor:
    found = ChannelEditor(marks, "en", spec, parent)
    found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    found.show()
    return found


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def cells(table: QTableWidget, row: int) -> list[str]:
    found = (table.item(row, column) for column in range(table.columnCount()))
    return [item.text() for item in found if item is not None]


def test_a_row_says_where_how_and_since_when_without_the_path_of_a_webhook(dialog: ChannelsDialog) -> None:
    dialog.set_channels((PHONE, DESK), NOW)
    assert cells(dialog.table, 0)[:5] == ["Phone", "ntfy", "ntfy.sh/hk-desk", "High and above", "Working"]
    assert cells(dialog.table, 1)[2:5] == ["hooks.example.test", "High and above", "Failing"]
    assert not any("s3cr3t" in text for text in cells(dialog.table, 1))


def test_a_failing_channel_is_told_in_the_colour_of_the_scheme_in_force(dialog: ChannelsDialog, marks: Marks) -> None:
    dialog.set_channels((PHONE, DESK), NOW)
    marks.theme.set_scheme("dark")
    state = dialog.table.item(1, 4)
    assert state is not None
    assert state.foreground().color() == marks.theme.colour("critical")


def test_a_failure_is_said_with_cause_and_next_step_and_what_was_lost(dialog: ChannelsDialog) -> None:
    dialog.set_channels((PHONE, DESK), NOW)
    assert not dialog.failure.isVisible()
    assert not dialog.lost.isVisible()
    dialog.select(ChannelId(2))
    assert dialog.failure.text().endswith("refuses (HTTP 403). Check the key and the address.")
    assert "waiting: 2" in dialog.facts.text()
    assert "next try" in dialog.facts.text()
    assert cells(dialog.lost, 0)[1:] == [
        "SFC · Policy · High",
        "May have arrived: hkwatch ended while it was being sent.",
    ]
    assert cells(dialog.lost, 1)[2] == "timeout"


def test_everything_is_done_by_keys(dialog: ChannelsDialog, qtbot: QtBot) -> None:
    dialog.set_channels((PHONE, DESK), NOW)
    dialog.select(ChannelId(2))
    for key, signal in (
        (Qt.Key.Key_Return, dialog.edit_wanted),
        (Qt.Key.Key_Delete, dialog.remove_wanted),
        (Qt.Key.Key_Insert, dialog.add_wanted),
    ):
        with qtbot.waitSignal(signal):
            QTest.keyClick(dialog.table, key)
    with qtbot.waitSignal(dialog.pause_wanted) as told:
        dialog.pause.click()
    assert told.args == [ChannelId(2), True]
    with qtbot.waitSignal(dialog.test_wanted):
        dialog.test.click()
    dialog.set_testing(ChannelId(2), testing=True)
    assert not dialog.test.isEnabled()


def test_without_channels_it_says_what_there_could_be_and_leads_there(dialog: ChannelsDialog, qtbot: QtBot) -> None:
    dialog.set_channels((PHONE,), NOW)
    assert not dialog.empty.isVisible()
    assert dialog.add.isVisible()
    dialog.set_channels((), NOW)
    assert dialog.empty.isVisible()
    assert dialog.empty.accessibleName().startswith("No channel yet A webhook, ntfy on your phone")
    assert not dialog.table.isVisible()
    assert not any(button.isVisible() for button in (dialog.add, dialog.edit, dialog.remove, dialog.test))
    for ask in (dialog.empty.primary_button.click, lambda: QTest.keyClick(dialog, Qt.Key.Key_Insert)):
        with qtbot.waitSignal(dialog.add_wanted):
            ask()


def test_a_new_ntfy_channel_is_entered_and_saved_without_a_secret(marks: Marks, parent: QWidget, qtbot: QtBot) -> None:
    made = editor(marks, parent)
    QTest.keyClicks(made.name, "Phone")
    QTest.keyClicks(made.address, " https://ntfy.sh/hk-desk ")
    made.subjects[Subject.WATCH].setChecked(False)
    with qtbot.waitSignal(made.save_wanted) as told:
        QTest.keyClick(made.name, Qt.Key.Key_Return)
    spec, secret = told.args
    assert secret is None
    assert (spec.name, spec.address, spec.secret) == ("Phone", "https://ntfy.sh/hk-desk", SecretPlace.NONE)
    assert Subject.WATCH not in spec.subjects
    assert spec.least is Level.HIGH


def test_a_secret_is_never_shown_and_an_old_one_is_kept_unless_replaced(
    marks: Marks, parent: QWidget, qtbot: QtBot
) -> None:
    spec = replace(PHONE.spec, secret=SecretPlace.KEYRING)
    made = editor(marks, parent, spec)
    assert made.secret.echoMode() is QLineEdit.EchoMode.Password
    assert made.secret.text() == ""
    assert made.secret.placeholderText() == "Kept; type to replace it"
    with qtbot.waitSignal(made.save_wanted) as told:
        made.save.click()
    assert told.args == [spec, None]
    made.show_error("The keyring refused (KeyringLocked). Unlock it.")
    assert made.save.isEnabled()
    assert "KeyringLocked" in made.message.text()
    QTest.keyClicks(made.secret, "tk_new")
    with qtbot.waitSignal(made.save_wanted) as told:
        made.save.click()
    assert told.args == [spec, "tk_new"]


def test_apprise_needs_its_address_as_a_secret(marks: Marks, parent: QWidget, qtbot: QtBot) -> None:
    made = editor(marks, parent)
    made.name.setText("Mail")
    choose(made.kind, ChannelKind.APPRISE)
    assert not made.address.isVisible()
    assert made.secret.isVisible()
    assert 'pip install "hkwatch[apprise]"' in made.help.text()
    made.save.click()
    assert "Apprise address" in made.message.text()
    assert made.secret.hasFocus() or not made.isActiveWindow()
    choose(made.place, SecretPlace.ENVIRONMENT)
    assert made.variable.text() == "HKWATCH_SECRET_MAIL"
    with qtbot.waitSignal(made.save_wanted) as told:
        made.save.click()
    spec, secret = told.args
    assert (spec.secret, spec.variable, secret) == (SecretPlace.ENVIRONMENT, "HKWATCH_SECRET_MAIL", None)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://hooks.example.test/", "use https://"),
        ("https://me:word@example.test/a", "enter them as the secret"),
        ("nowhere", "must begin with https://"),
    ],
)
def test_what_cannot_be_saved_is_said_at_once(marks: Marks, parent: QWidget, address: str, said: str) -> None:
    made = editor(marks, parent, replace(NEW, kind=ChannelKind.WEBHOOK, name="Desk"))
    made.address.setText(address)
    made.save.click()
    assert said in made.message.text()
    assert made.save.isEnabled()


def test_every_control_has_a_name(marks: Marks, parent: QWidget, dialog: ChannelsDialog) -> None:
    dialog.set_channels((PHONE, DESK), NOW)
    for window, least in ((dialog, 6), (editor(marks, parent), 6)):
        controls = [
            one
            for kind in (QAbstractButton, QComboBox, QLineEdit, QTableWidget)
            for one in window.findChildren(kind)
            if one.isVisible() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
        ]
        assert len(controls) >= least, "they are looked at while they are shown"
        for one in controls:
            text = one.text() if isinstance(one, QAbstractButton) else ""
            assert one.accessibleName() or text, one

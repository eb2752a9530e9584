# SPDX-License-Identifier: MIT
"""Muting from the menu, and taking it back before and after the engine has answered."""

from datetime import timedelta

from inbox_rows import NOW, make_row
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from hkwatch.domain.commands import Command
from hkwatch.domain.ids import CommandId, MuteId
from hkwatch.domain.mutes import Mute, MuteKind
from hkwatch.domain.rule_commands import AddMute, MuteItem, MutesChanged, RemoveMute
from hkwatch.domain.rule_views import MuteView
from hkwatch.ui.rules_controller import SPANS, RulesController


class Rig:
    """A controller whose commands are kept."""

    def __init__(self, *, takes: bool = True) -> None:
        self.sent: list[Command] = []
        self.told: list[tuple[str, str]] = []
        self._takes = takes
        self.rules = RulesController(self._send, lambda: CommandId(f"c{len(self.sent)}"), lambda: NOW)
        self.rules.muted.connect(lambda title, text: self.told.append((title, text)))

    def _send(self, command: Command) -> bool:
        if self._takes:
            self.sent.append(command)
        return self._takes

    def say(self, *made_by: str) -> None:
        """The engine has these mutes."""
        views = tuple(
            MuteView(Mute(MuteId(number), MuteKind.STORY, "x", NOW), 1, CommandId(name))
            for number, name in enumerate(made_by, 7)
        )
        self.rules.on_event(MutesChanged(views))


def test_a_story_is_muted_for_a_day_and_that_is_said(qapp: QCoreApplication) -> None:
    rig = Rig()
    item = make_row(NOW)
    rig.rules.mute(item, MuteKind.STORY, SPANS["day"])
    assert rig.sent == [MuteItem(CommandId("c0"), item.id, MuteKind.STORY, NOW + timedelta(days=1))]
    ((title, text),) = rig.told
    assert title == "Story muted"
    assert text.startswith(f"{item.title} · until ")


def test_for_ever_has_no_end(qapp: QCoreApplication) -> None:
    rig = Rig()
    rig.rules.mute(make_row(NOW), MuteKind.TEMPLATE, SPANS["ever"])
    (command,) = rig.sent
    assert isinstance(command, MuteItem)
    assert command.until is None
    assert rig.told[0][1].endswith("for ever")


def test_nothing_is_said_where_the_window_only_reads(qapp: QCoreApplication) -> None:
    rig = Rig(takes=False)
    rig.rules.mute(make_row(NOW), MuteKind.STORY, None)
    assert rig.told == []


def test_undo_ends_the_mute_once_the_engine_has_said_its_number(qapp: QCoreApplication) -> None:
    rig = Rig()
    rig.rules.mute(make_row(NOW), MuteKind.STORY, None)
    rig.rules.undo_mute()
    assert len(rig.sent) == 1
    rig.say("another", "c0")
    assert rig.sent[1:] == [RemoveMute(CommandId("c1"), MuteId(8))]
    rig.say("another", "c0")
    assert len(rig.sent) == 2


def test_undo_after_the_answer_ends_it_at_once(qapp: QCoreApplication, qtbot: QtBot) -> None:
    rig = Rig()
    rig.rules.mute(make_row(NOW), MuteKind.STORY, None)
    rig.say("c0")
    with qtbot.assertNotEmitted(rig.rules.progress):
        rig.rules.undo_mute()
    assert rig.sent[1:] == [RemoveMute(CommandId("c1"), MuteId(7))]


def test_lists_are_read_again_when_other_items_are_hidden(qapp: QCoreApplication) -> None:
    rig = Rig()
    told: list[int] = []
    rig.rules.hiding_changed.connect(lambda: told.append(1))
    rig.say("one")
    assert told == []
    rig.say("one")
    assert told == []
    rig.say("one", "two")
    rig.say()
    assert told == [1, 1]


def test_a_firm_a_rule_and_words_are_muted_by_name_and_taken_back(qapp: QCoreApplication) -> None:
    rig = Rig()
    rig.rules.mute_named(MuteKind.RULE, "my:a", SPANS["week"], "My rule")
    rig.rules.mute_words("weekly digest")
    assert rig.sent == [
        AddMute(CommandId("c0"), MuteKind.RULE, "my:a", "", NOW + timedelta(days=7)),
        AddMute(CommandId("c1"), MuteKind.PATTERN, "weekly digest"),
    ]
    assert [text.split(" · ")[0] for _, text in rig.told] == ["My rule", "weekly digest"]
    rig.rules.undo_mute()
    rig.say("c0", "c1")
    assert rig.sent[-1] == RemoveMute(CommandId("c2"), MuteId(8))

# SPDX-License-Identifier: MIT
"""What the menu can mute of an item: the firm a licence event names or that is watched, and the rule that flagged it."""

from dataclasses import replace
from datetime import timedelta

from inbox_rows import NOW, make_row
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from rule_rows import RULES

from hkwatch.domain.commands import Command
from hkwatch.domain.detail import ItemDetail
from hkwatch.domain.flags import Reason
from hkwatch.domain.ids import CommandId
from hkwatch.domain.licence_event import Happening, LicenceEvent, Licensee
from hkwatch.domain.mutes import MuteKind
from hkwatch.domain.rule_commands import AddMute
from hkwatch.ui.actions import Actions
from hkwatch.ui.item_mutes import ItemMutes, firm_of, rule_of
from hkwatch.ui.rules_controller import RulesController

PLAIN = ItemDetail(make_row(NOW), (), (), "en", (), ("", "", ""), "", None, None, "", False)
WATCHED = Reason("watchlist", "severity", "title", "Example Digital", 0, 15, "Names a firm on the watchlist")
FLAGGED = Reason("vatp", "licence", "title", "VATP", 0, 4, "A platform's licence")
LICENSED = LicenceEvent(Happening.GRANTED, (Licensee("Example Asset Ltd"),), None, True, 0, 0)


def test_the_firm_is_the_licensee_or_else_who_is_watched() -> None:
    assert firm_of(None) == firm_of(PLAIN) == ""
    watched = replace(PLAIN, reasons=(FLAGGED, WATCHED))
    assert firm_of(watched) == "Example Digital"
    assert firm_of(replace(watched, licence=LICENSED)) == "Example Asset Ltd"


def test_the_rule_is_one_that_the_list_has() -> None:
    assert rule_of(replace(PLAIN, reasons=(WATCHED, FLAGGED)), RULES) == ("vatp", "A platform's licence")
    mine = Reason("my:vatp", "licence", "title", "VATP", 0, 4, "VATP licences")
    assert rule_of(replace(PLAIN, reasons=(mine,)), RULES) == ("my:vatp", "VATP licences")
    assert rule_of(replace(PLAIN, reasons=(WATCHED,)), RULES) == ("", "")
    assert rule_of(PLAIN, None) == ("", "")


def test_the_menu_names_them_and_offers_nothing_that_is_not_there(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    sent: list[Command] = []
    shown = [replace(PLAIN, reasons=(WATCHED,))]

    def send(command: Command) -> bool:
        sent.append(command)
        return True

    rules = RulesController(send, lambda: CommandId("c"), lambda: NOW)
    rules.on_event(RULES)
    actions = Actions(window, [], {})
    mutes = ItemMutes(actions, rules, lambda: shown[0])
    mutes.refresh()
    assert actions["mute-firm-week"].text() == "“Example Digital” for a week"
    assert actions["mute-firm-week"].isVisible()
    assert not actions["mute-rule-ever"].isVisible()
    shown[0] = replace(PLAIN, reasons=(FLAGGED,))
    mutes.refresh()
    assert not actions["mute-firm-ever"].isVisible()
    assert actions["mute-rule-ever"].text() == "All by the rule “A platform's licence” for ever"
    actions["mute-rule-week"].trigger()
    assert sent == [AddMute(CommandId("c"), MuteKind.RULE, "vatp", "", NOW + timedelta(days=7))]

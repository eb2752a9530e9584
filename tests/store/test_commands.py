# SPDX-License-Identifier: MIT
"""Commands that were carried out are remembered, so that none acts twice."""

import sqlite3
from datetime import timedelta

from hkwatch.domain.ids import CommandId
from hkwatch.store import commands

from .stored import NOW


def test_a_command_not_carried_out_yet_is_unknown(db: sqlite3.Connection) -> None:
    assert commands.find(db, CommandId("a")) is None


def test_a_command_is_remembered_with_how_it_ended(db: sqlite3.Connection) -> None:
    commands.add(db, CommandId("fine"), NOW, "")
    commands.add(db, CommandId("bad"), NOW, "no such alert")
    assert commands.find(db, CommandId("fine")) == ""
    assert commands.find(db, CommandId("bad")) == "no such alert"


def test_only_the_newest_thousand_are_remembered(db: sqlite3.Connection) -> None:
    for n in range(commands.KEPT + 5):
        commands.add(db, CommandId(str(n)), NOW + timedelta(seconds=n), "")
    assert db.execute("SELECT count(*) FROM command_done").fetchone()[0] == commands.KEPT
    assert commands.find(db, CommandId("4")) is None
    assert commands.find(db, CommandId("5")) == ""

# SPDX-License-Identifier: MIT
"""The user's marks in the engine: they hold for a whole story, and are put back for a whole story."""

from hkwatch.domain import commands as cmd
from hkwatch.domain.commands import Mark
from hkwatch.domain.events import CommandDone, ItemsChanged
from hkwatch.domain.ids import CommandId
from services.rig import RTHK, Rig, run
from services.test_stories import CHINESE, CHINESE_FINE, ENGLISH_FINE, command, rig, rows, take

__all__ = ["rig"]


def test_a_mark_on_a_story_holds_for_all_of_it_and_is_undone_for_all_of_it(rig: Rig) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, ENGLISH_FINE)
            await take(rig, CHINESE, CHINESE_FINE)
            (row,) = await rows(rig)
            await command(rig, cmd.MarkItems(CommandId("a"), (row.id,), Mark.ACKNOWLEDGE, "seen by counsel"))
            states = await rig.sql("SELECT state, acked_ms IS NULL, note FROM item")
            assert list(map(tuple, states)) == [(2, 0, "seen by counsel")] * 2
            await command(rig, cmd.UndoMarks(CommandId("u"), CommandId("a")))
            states = await rig.sql("SELECT state, acked_ms IS NULL, note FROM item")
            assert list(map(tuple, states)) == [(0, 1, "")] * 2
            assert len(rig.of(ItemsChanged)[-1].ids) == 2
            await command(rig, cmd.UndoMarks(CommandId("again"), CommandId("a")))
            assert "too long ago" in rig.of(CommandDone)[-1].error

    run(test())


def test_what_was_done_before_a_crash_is_neither_done_again_nor_called_a_failure(rig: Rig) -> None:
    async def test() -> None:
        async with rig:
            await take(rig, RTHK, ENGLISH_FINE)
            (row,) = await rows(rig)
            mark = cmd.MarkItems(CommandId("a"), (row.id,), Mark.ACKNOWLEDGE, "seen by counsel")
            undo = cmd.UndoMarks(CommandId("u"), CommandId("a"))
            for wish in (mark, undo):
                # The engine ends after this and before it could say so; the window asks again.
                await rig.engine.dispatch.carry_out(wish)
                await command(rig, wish)
                assert rig.of(CommandDone)[-1] == CommandDone(wish.id, "")
            acts = await rig.sql("SELECT kind FROM audit_log WHERE item IS NOT NULL AND kind <> 'first-seen'")
            assert [act for (act,) in acts] == ["acknowledge", "unacknowledge"]

    run(test())

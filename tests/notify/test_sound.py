# SPDX-License-Identifier: MIT
"""Sounds: what the script makes is what is shipped, and each is played by the first player that can."""

import asyncio
import os
import runpy
import struct
import wave
from pathlib import Path

import pytest

from fakes import SteppedClock
from hkwatch.app.paths import resources
from hkwatch.notify.sound import NAMES, Sounds


def player(folder: Path, name: str, exit_code: int) -> str:
    """A program that notes what it was given."""
    file = folder / name
    file.write_text(f'#!/bin/sh\necho "{name} $*" >> "{folder}/played"\nexit {exit_code}\n', "utf-8")
    file.chmod(0o755)
    return str(file)


def frames(data: Path) -> tuple[int, ...]:
    with wave.open(str(data)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return struct.unpack(f"<{file.getnframes()}h", file.readframes(file.getnframes()))


@pytest.mark.parametrize("name", NAMES)
def test_shipped_sound_is_what_the_script_makes(name: str, tmp_path: Path) -> None:
    made = runpy.run_path(str(resources() / "sounds" / "make.py"))
    made["main"](tmp_path)
    shipped, fresh = frames(resources() / "sounds" / f"{name}.wav"), frames(tmp_path / f"{name}.wav")
    assert len(shipped) == len(fresh)
    # Sines of two systems may differ in the last bit.
    assert max(abs(one - other) for one, other in zip(shipped, fresh, strict=True)) <= 1
    assert abs(shipped[-1]) < 200, "an end that is not silent clicks"
    assert len(shipped) < 22_050


@pytest.mark.skipif(os.name == "nt", reason="Windows plays by itself")
def test_a_player_that_fails_is_followed_by_the_next_and_at_last_by_a_beep(tmp_path: Path) -> None:
    beeps: list[bool] = []
    there = {"pw-play": player(tmp_path, "pw-play", 1), "aplay": player(tmp_path, "aplay", 0)}

    async def test() -> None:
        clock = SteppedClock()
        sounds = Sounds(clock, tmp_path, lambda: beeps.append(True), there.get)
        assert sounds.play("chime")
        assert not sounds.play("ping"), "two at once are noise"
        await sounds.settle()
        assert (tmp_path / "played").read_text().splitlines() == [
            f"pw-play {tmp_path}/chime.wav",
            f"aplay -q {tmp_path}/chime.wav",
        ]
        assert beeps == []
        assert sounds.play("alarm"), "an alarm is never left out"
        there.clear()
        clock.step(2)
        assert sounds.play("ping")
        await sounds.settle()
        assert beeps
        assert not sounds.play("none")
        assert not await sounds.play_out("none")
        assert not sounds.play("../../etc/passwd")

    asyncio.run(test())


@pytest.mark.skipif(os.name == "nt", reason="Windows plays by itself")
def test_only_what_a_player_played_to_its_end_was_heard(tmp_path: Path) -> None:
    beeps: list[bool] = []
    there = {"aplay": player(tmp_path, "aplay", 0)}

    async def test() -> None:
        clock = SteppedClock()
        sounds = Sounds(clock, tmp_path, lambda: beeps.append(True), there.get)
        assert await sounds.play_out("chime")
        assert await sounds.play_out("ping"), "left out for one that was heard"
        assert len((tmp_path / "played").read_text().splitlines()) == 1
        there["aplay"] = player(tmp_path, "aplay", 1)
        clock.step(2)
        assert not await sounds.play_out("chime"), "whether a beep is heard nobody can say"
        assert not await sounds.play_out("ping")
        assert beeps == [True]

    asyncio.run(test())


@pytest.mark.skipif(os.name == "nt", reason="Windows plays by itself")
def test_a_player_that_hangs_is_not_heard_and_no_other_is_tried(tmp_path: Path) -> None:
    hanging = tmp_path / "pw-play"
    hanging.write_text("#!/bin/sh\nexec sleep 600\n", "utf-8")
    hanging.chmod(0o755)
    there = {"pw-play": str(hanging), "aplay": player(tmp_path, "aplay", 0)}

    async def test() -> None:
        sounds = Sounds(SteppedClock(), tmp_path, lambda: None, there.get, longest_s=0.2)
        assert not await sounds.play_out("chime")
        assert not (tmp_path / "played").exists()

    asyncio.run(test())

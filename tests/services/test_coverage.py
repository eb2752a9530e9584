# SPDX-License-Identifier: MIT
"""The statement of a month, from polls to Markdown and CSV, and on the command line."""

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest

from fakes import START, SteppedClock
from hkwatch.app.cli import main
from hkwatch.domain.coverage import Month
from hkwatch.replica import Replica, World, faults
from hkwatch.services.coverage import CoverageWording, read_statement
from hkwatch.services.texts import Texts
from hkwatch.store import polls
from services.rig import EN, RTHK, Rig, release, run, shipped

MONTH = Month.of(START)


def test_a_month_is_stated_by_source_with_silence_gaps_and_what_was_filled(tmp_path: Path) -> None:
    async def test() -> None:
        clock = SteppedClock()
        with Replica(World(items=[release(1)]), clock.now) as replica:
            async with Rig(tmp_path, replica, clock, sources=(EN, RTHK), with_prices=False) as rig:
                await rig.load()
                await rig.poll()
                clock.step(minutes=30)
                replica.faults.set("rthk.hk", faults.status(503))
                await rig.poll()
                replica.faults.clear()
                # A night in which the machine slept.
                night = clock.now()
                morning = clock.jump(timedelta(hours=9, minutes=30))
                await rig.poll()
                await rig.database.run(polls.open_gap, "source", "sfc", night, morning)
                await rig.database.run(polls.close_gaps, "source", "sfc", "filled", morning)
                await rig.database.run(polls.open_gap, "source", str(RTHK), night, morning)
                told = await rig.database.run(read_statement, shipped().catalogue, MONTH, clock.now())
        assert [(line.source, line.checks, line.good, line.gaps, line.filled) for _, line in told.lines] == [
            (RTHK, 3, 2, 1, 0),
            (EN, 3, 3, 0, 0),
        ]
        rthk, sfc = (line for _, line in told.lines)
        assert sfc.uptime == pytest.approx(0.05)
        assert rthk.uptime == pytest.approx(0.0)
        assert rthk.longest == timedelta(hours=10)
        assert [one.length for one in told.unwatched] == [timedelta(hours=9, minutes=30)]
        assert told.is_partial
        words = CoverageWording(Texts.load(shipped().resources, "en"))
        assert words.summary(told) == (
            "2 sources · 6 checks · 5 good (83.3\N{NO-BREAK SPACE}%) · uptime 2.5\N{NO-BREAK SPACE}%"
            " · nothing watched for 9 h 30 min"
        )
        text = words.markdown(told)
        assert "2025-02-19 14:00 HKT to 2025-02-20 00:00 HKT, not the whole month" in text
        assert "- SFC: 2025-02-19 14:30 HKT to 2025-02-20 00:00 HKT, back-filled 2025-02-20 00:00 HKT" in text
        assert "RTHK finance news: 2025-02-19 14:30 HKT to 2025-02-20 00:00 HKT, not filled" in text
        rows = list(csv.DictReader(io.StringIO(words.csv(told).removeprefix("\ufeff"))))
        assert [(row["source"], row["checks"], row["uptime_percent"]) for row in rows] == [
            (RTHK, "3", "0.00"),
            (EN, "3", "5.00"),
        ]

    run(test())


def test_the_command_line_prints_digest_and_statement_of_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from hkwatch.app.paths import AppPaths  # noqa: PLC0415
    from hkwatch.store.db import open_writer  # noqa: PLC0415

    paths = AppPaths.under(tmp_path)
    paths.create()
    open_writer(paths.database_file, paths.backups_dir, START).close()
    assert main(["coverage", "--month", "2026-11", "--data", str(tmp_path)]) == 0
    assert "nothing was counted in this month" in capsys.readouterr().out
    file = tmp_path / "d.html"
    assert main(["digest", "--since", "7d", "--format", "html", "--out", str(file), "--data", str(tmp_path)]) == 0
    assert file.read_text("utf-8").startswith("<!doctype html>")
    assert str(file) in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["digest", "--since", "7y"], ["digest", "--since", "0h"], ["coverage", "--month", "11"]]
)
def test_a_time_that_is_none_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2

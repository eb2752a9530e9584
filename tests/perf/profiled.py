# SPDX-License-Identifier: MIT
"""`hkwatch` with a profile of all its threads: PART ARGUMENTS…; the engine that a window starts leaves one as well."""

import shlex
import sys

from hkwatch.app import cli
from perf.itself import profile_of, script
from perf.thread_times import ThreadTimes

ENGINE = "engine"


def profile_engines() -> None:
    """Every engine that this process starts from now on leaves a profile.

    What hkwatch starts beside itself is `sys.executable`; from now on that is a launcher of this module.
    """
    launcher = profile_of("launch.sh")
    assert launcher is not None
    launcher.parent.mkdir(parents=True, exist_ok=True)
    launcher.write_text(f'#!/bin/sh\nexec {shlex.join(script("profiled", ENGINE))} "$@"\n')
    launcher.chmod(0o755)
    sys.executable = str(launcher)


def main(part: str, arguments: list[str]) -> int:
    """Run hkwatch with these arguments; its exit code."""
    if arguments[:2] == ["-m", "hkwatch"]:
        del arguments[:2]
    if part == ENGINE and ENGINE not in arguments:
        # Another child of the engine's, a reader of documents.
        return cli.main(arguments)
    file = profile_of(f"{part}.prof")
    assert file is not None
    if part != ENGINE:
        profile_engines()
    times = ThreadTimes()
    times.start()
    try:
        return cli.main(arguments)
    finally:
        times.stop(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

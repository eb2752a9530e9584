# SPDX-License-Identifier: MIT
"""`hkwatch` with a profile of all its threads: PART ARGUMENTS…; the engine that a window starts leaves one as well."""

import sys
from typing import Any

from hkwatch.app import cli
from hkwatch.app.options import Options
from perf.itself import profile_of, script
from perf.thread_times import ThreadTimes


def engine_of(options: Options) -> tuple[str, list[str]]:
    """Program and arguments of an engine that leaves a profile."""
    from hkwatch.app.desktop import engine_command  # noqa: PLC0415 - Qt is none of the engine's business

    _, arguments = engine_command(options)
    program, *rest = script("profiled", "engine", *arguments[arguments.index("engine") :])
    return program, rest


def _hand_on() -> None:
    """Have the desktop of this process start such an engine."""
    from hkwatch.app import desktop  # noqa: PLC0415 - Qt is none of the engine's business

    build = desktop.build

    def with_profile(app: Any, options: Options, *args: Any, **kwargs: Any) -> desktop.Shell:
        return build(app, options, *args, engine_program=engine_of(options), **kwargs)

    desktop.build = with_profile


def main(part: str, arguments: list[str]) -> int:
    """Run hkwatch with these arguments; its exit code."""
    file = profile_of(f"{part}.prof")
    assert file is not None
    if part == "window":
        _hand_on()
    times = ThreadTimes()
    times.start()
    try:
        return cli.main(arguments)
    finally:
        times.stop(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))

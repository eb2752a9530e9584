# SPDX-License-Identifier: MIT
"""How the desktop process starts the engine."""

import sys

from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths


def engine_command(options: Options) -> tuple[str, list[str]]:
    """Program and arguments of the engine for the same data folder, addresses and clock."""
    arguments = ["engine"] if getattr(sys, "frozen", False) else ["-m", "hkwatch", "engine"]
    if options.paths != AppPaths.choose(None):
        # Where the data was moved to is found from there.
        arguments += ["--data", str(options.paths.config_dir)]
    if options.replica:
        arguments += ["--replica", options.replica]
    if options.demo_epoch is not None:
        arguments += ["--demo-epoch", repr(options.demo_epoch)]
    return sys.executable, arguments

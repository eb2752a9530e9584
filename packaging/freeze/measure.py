# SPDX-License-Identifier: MIT
"""What measures a frozen hkwatch from within its folder: `hkwatch-bench NAME ARGUMENTS…` runs a module of tests/perf.

Only `run.py package freeze --bench` makes it, in a folder of its own; the folder users get has none.
"""

import runpy
import sys
from pathlib import Path

# Whatever hkwatch starts beside itself, its engine above all, shall be the program users get.
sys.executable = str(Path(sys.executable).with_stem("hkwatch"))
name = sys.argv.pop(1)
runpy.run_module(f"perf.{name}", run_name="__main__", alter_sys=True)

# SPDX-License-Identifier: MIT
"""Commands for the processes a measurement starts beside itself: from source, or out of the frozen folder it is in.

A frozen measurement is `hkwatch-bench`; there `sys.executable` is the `hkwatch` beside it, the program users get.
"""

import getpass
import hashlib
import os
import sys
import tempfile
from pathlib import Path

IS_FROZEN = bool(getattr(sys, "frozen", False))
PROFILE = "HKWATCH_BENCH_PROFILE"
"""The variable with the beginning of every profile's path; not set = nothing is profiled."""
STORES = "HKWATCH_BENCH_STORES"
"""The variable with the folder of the databases that all runs share."""
_HERE = Path(__file__).parent
_PROGRAM = sys.executable


def script(name: str, *arguments: str, tells_imports: bool = False) -> list[str]:
    """The command that runs a module of this folder. `tells_imports` has Python say on stderr what each import takes."""
    if IS_FROZEN:
        stem = "hkwatch-bench-imports" if tells_imports else "hkwatch-bench"
        return [str(Path(_PROGRAM).with_stem(stem)), name, *arguments]
    options = ["-X", "importtime"] if tells_imports else []
    return [_PROGRAM, *options, str(_HERE / f"{name}.py"), *arguments]


def program() -> list[str]:
    """The command that is `hkwatch`."""
    return [_PROGRAM] if IS_FROZEN else [_PROGRAM, "-m", "hkwatch"]


def profile_of(part: str) -> Path | None:
    """Where the profile of a process belongs: a file of its own for each part. None = none is wanted."""
    begins = os.environ.get(PROFILE)
    return Path(f"{begins}-{part}") if begins else None


def stores() -> Path:
    """The folder of the databases that all runs share: one for each user and checkout, which may have other tables."""
    if found := os.environ.get(STORES):
        return Path(found)
    checkout = hashlib.sha256(str(_HERE.resolve() / "big_store.py").encode()).hexdigest()[:8]
    return Path(tempfile.gettempdir()) / f"hkwatch-bench-{getpass.getuser()}-{checkout}"

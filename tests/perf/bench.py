# SPDX-License-Identifier: MIT
"""Prints every speed and memory figure beside its target: `python tests/perf/bench.py [--big] [--profile DIR] [names…]`.

Each measurement runs in a process of its own. A figure that misses its target is printed as missed; the exit code is 0.
"""

import argparse
import cProfile
import importlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
SOURCES = TESTS.parent / "src"
# Started by its path, Python looks for modules beside this file only; and an installed hkwatch may be another tree's.
sys.path[:0] = [str(TESTS), str(SOURCES)]

from perf.figures import Figure, load_now, machine, read_figures, table  # noqa: E402

NAMES = {
    "ui": "perf.lateness",
    "search": "perf.first_page",
    "start": "perf.start",
    "ingest": "perf.ingest",
    "alert": "perf.tell",
    "backtest": "perf.backtest",
    "flagging": "perf.flagging",
    "reflag": "perf.reflag",
    "idle": "perf.idle",
    "memory": "perf.memory",
    "quit": "perf.quitting",
}
LONGEST_S = 480.0
LONGEST_BIG_S = 3600.0


def main() -> int:
    """Run what was asked for, print the table; 0."""
    parser = argparse.ArgumentParser(description="Benchmarks, each figure beside its target.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"which ones: {', '.join(NAMES)} (all)")
    parser.add_argument(
        "--big", action="store_true", help="search also in 1,000,000 items (built once, about ten minutes)"
    )
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="also write a profile of each measuring process there"
    )
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if unknown := [name for name in args.names if name not in NAMES]:
        print(f"No benchmark is named {', '.join(unknown)}; there are {', '.join(NAMES)}.")
        return 0
    if args.prepare:
        return _prepare(args.names[0])
    if args.one is not None:
        return _run_here(args.names[0], args.one, args.profile, big=args.big)
    about = machine()
    print(about, flush=True)
    figures: list[Figure] = []
    failed: list[str] = []
    for name in args.names or NAMES:
        found, problem = _run_apart(name, big=args.big, profile=args.profile)
        figures += found
        failed += [f"{name}: not measured: {problem}"] if problem else []
    print()
    print(table(figures))
    for one in figures:
        for note in one.notes:
            print(f"  {one.what}: {note}")
    for line in failed:
        print(f"  {line}")
    print(f"{about}; load after {load_now()}")
    return 0


def _run_apart(name: str, *, big: bool, profile: Path | None) -> tuple[list[Figure], str]:
    """The figures of one measurement, and what went wrong, empty if nothing."""
    if subprocess.run(
        [sys.executable, __file__, name, "--prepare"], env=surroundings(), stdin=subprocess.DEVNULL
    ).returncode:
        return [], "its store could not be made"
    with tempfile.TemporaryDirectory(prefix="hkwatch-bench-out-") as folder:
        out = Path(folder) / "figures"
        command = [sys.executable, __file__, name, "--one", str(out)]
        command += ["--big"] if big else []
        command += ["--profile", str(profile)] if profile is not None else []
        print(f"{name} (load {load_now()}) …", flush=True)
        try:
            done = subprocess.run(
                command,
                env=surroundings(),
                timeout=LONGEST_BIG_S if big else LONGEST_S,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
        except subprocess.TimeoutExpired as late:
            return [], f"no end after {late.timeout:.0f} s"
        found = read_figures(out)
        said = done.stdout.decode("utf-8", "replace").strip()
        if done.returncode != 0 or not found:
            return found, f"code {done.returncode}: {said[-1500:]}"
        return found, ""


def surroundings() -> dict[str, str]:
    """The environment of everything measured: no session bus, so that no real notification pops up, and a screen or none."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), str(SOURCES))), "LC_ALL": "C.UTF-8"}
    environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/hkwatch-bench"
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def _prepare(name: str) -> int:
    """Make the store a measurement wants, unless it is there: minutes that are no part of it, and are seen to pass."""
    module = importlib.import_module(NAMES[name])
    if items := getattr(module, "STORED_ITEMS", 0):
        from perf.big_store import stored  # noqa: PLC0415 - only some of them need one

        stored(items)
    return 0


def _run_here(name: str, out: Path, profile: Path | None, *, big: bool) -> int:
    module = importlib.import_module(NAMES[name])
    profiler = cProfile.Profile() if profile is not None else None
    if profiler is not None:
        profiler.enable()
    figures = module.measure(big=big)
    if profiler is not None and profile is not None:
        profiler.disable()
        profile.mkdir(parents=True, exist_ok=True)
        profiler.dump_stats(profile / f"{name}.prof")
    out.write_text("\n".join(one.to_json() for one in figures) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: MIT
"""Prints every speed and memory figure beside its target: `python3 run.py bench [--package [DIR]] [--profile DIR] [names…]`.

Each measurement runs in a process of its own, from source or, with `--package`, out of a frozen folder that holds the
program users get and the benchmarks beside it. A figure that misses its target is printed as missed; the exit code is 0.
"""

import argparse
import importlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
SOURCES = ROOT / "src"
if not getattr(sys, "frozen", False):
    # Started by its path, Python looks for modules beside this file only; and an installed hkwatch may be another tree's.
    sys.path[:0] = [str(TESTS), str(SOURCES)]

from perf.figures import Figure, load_now, machine, number, read_figures, table  # noqa: E402
from perf.itself import PROFILE, STORES, profile_of, stores  # noqa: E402

NAMES = {
    "ui": "perf.lateness",
    "search": "perf.first_page",
    "chart": "perf.chart",
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
PACKAGE = ROOT / "dist" / "hkwatch-bench"
"""Where `run.py package freeze --bench` leaves it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for, print the table; 0, or 2 where there is no package to measure."""
    args = parser().parse_args(arguments)
    if unknown := [name for name in args.names if name not in NAMES]:
        print(f"No benchmark is named {', '.join(unknown)}; there are {', '.join(NAMES)}.")
        return 0
    if args.prepare:
        return _prepare(args.names[0])
    if args.one is not None:
        return _run_here(args.names[0], args.one, big=args.big)
    command = [sys.executable, __file__]
    if args.package is not None:
        program = frozen(args.package)
        if program is None:
            print(f"{args.package} holds no benchmarks. `python3 run.py package freeze --bench` makes {PACKAGE}.")
            return 2
        command = [str(program), "bench"]
    about = f"{machine()}\n{measured(args.package)}"
    print(about, flush=True)
    figures: list[Figure] = []
    failed: list[str] = []
    profiles: list[Path] = []
    for name in args.names or NAMES:
        found, problem = _run_apart(command, name, big=args.big)
        figures += found
        for one in found:
            # What was found is seen even if nobody waits for the table.
            print(f"  {one.what}: median {number(one.median)} {one.unit}, {one.verdict}", flush=True)
        failed += [f"{name}: not measured: {problem}"] if problem else []
        if args.profile is not None and any(one.verdict != "met" for one in found):
            profiles.append(_profile(command, name, found, args.profile.resolve(), big=args.big))
    print()
    print(table(figures))
    for one in figures:
        for note in one.notes:
            print(f"  {one.what}: {note}")
    for line in failed:
        print(f"  {line}")
    for file in profiles:
        print(f"  what holds it back: {file}")
    print(f"{about}; load after {load_now()}")
    return 0


def parser() -> argparse.ArgumentParser:
    """The options; those that only the benchmarks' own processes use are not shown."""
    parser = argparse.ArgumentParser(prog="run.py bench", description="Benchmarks, each figure beside its target.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"which ones: {', '.join(NAMES)} (all)")
    parser.add_argument(
        "--big", action="store_true", help="search also in 1,000,000 items (built once, about ten minutes)"
    )
    parser.add_argument(
        "--package",
        type=Path,
        nargs="?",
        const=PACKAGE,
        metavar="DIR",
        help="measure the built package: the folder that `run.py package freeze --bench` made (dist/hkwatch-bench)",
    )
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        help="measure what misses its target once more, and write there what holds it back",
    )
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    return parser


def frozen(package: Path) -> Path | None:
    """The program in a frozen folder that runs the benchmarks; None where there is none."""
    names = [package / f"hkwatch-bench{suffix}" for suffix in ("", ".exe")]
    return next((name.resolve() for name in names if name.is_file()), None)


def measured(package: Path | None) -> str:
    """What is measured, in words; of a package also its age, and whether the sources are newer."""
    if package is None:
        return f"from source, {ROOT}"
    program = frozen(package)
    assert program is not None
    built = program.stat().st_mtime
    newer = [
        file
        for folder in ("src", "resources", "tests/perf")
        for file in (ROOT / folder).rglob("*.*")
        if _since(file, built)
    ]
    late = f"; {len(newer)} files of the sources are newer, {newer[0].relative_to(ROOT)} for one" if newer else ""
    return f"the package {program.parent}, built {time.strftime('%Y-%m-%d %H:%M', time.localtime(built))}{late}"


def _since(file: Path, at: float) -> bool:
    return file.suffix != ".pyc" and file.stat().st_mtime > at


def _run_apart(
    command: Sequence[str], name: str, *, big: bool, profile: Path | None = None
) -> tuple[list[Figure], str]:
    """The figures of one measurement, and what went wrong, empty if nothing. `profile` begins the names of its profiles."""
    environment = surroundings()
    if subprocess.run([*command, name, "--prepare"], env=environment, stdin=subprocess.DEVNULL).returncode:
        return [], "its store could not be made"
    if profile is not None:
        environment[PROFILE] = str(profile)
    with tempfile.TemporaryDirectory(prefix="hkwatch-bench-out-") as folder:
        out = Path(folder) / "figures"
        print(f"{name}{' profiled' if profile is not None else ''} (load {load_now()}) …", flush=True)
        try:
            done = subprocess.run(
                [*command, name, "--one", str(out), *(["--big"] if big else [])],
                env=environment,
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


def _profile(command: Sequence[str], name: str, figures: Sequence[Figure], folder: Path, *, big: bool) -> Path:
    """Run a measurement once more, with a profile in each of its processes; the text with what they say.

    The figures are those of the run before: a profile makes everything slower.
    """
    from perf import profile_text  # noqa: PLC0415 - only where one is asked for

    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{name}-*"):
        old.unlink()
    _, problem = _run_apart(command, name, big=big, profile=folder / name)
    return profile_text.write(folder, name, figures, problem)


def surroundings() -> dict[str, str]:
    """The environment of everything measured: no session bus, so that no real notification pops up, and a screen or none."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), str(SOURCES))), "LC_ALL": "C.UTF-8"}
    environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent/hkwatch-bench"
    # A package made of this checkout finds the stores that were made from source.
    environment.setdefault(STORES, str(stores()))
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


def _run_here(name: str, out: Path, *, big: bool) -> int:
    module = importlib.import_module(NAMES[name])
    file = profile_of("measuring.prof") if getattr(module, "TIMES_PROFILED", True) else None
    if file is None:
        figures = module.measure(big=big)
    else:
        from perf.thread_times import ThreadTimes  # noqa: PLC0415 - only where one is asked for

        times = ThreadTimes()
        times.start()
        figures = module.measure(big=big)
        times.stop(file)
    out.write_text("\n".join(one.to_json() for one in figures) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

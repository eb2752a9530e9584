# SPDX-License-Identifier: MIT
"""run.py's commands.

.venv fits? ─no─► make it ─► native libraries there? ─no─► root with apt: install; else: the one line to run
  │ yes                        │ yes
  └────────────────────────────┴──► the command, in place of this process
"""

import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from bootstrap.lock import dependency_hash, requirements, without_hosts
from bootstrap.system import child_environment, has_display, see_to_system
from bootstrap.terminal import RunError, say
from bootstrap.venv import LOCK, PYPROJECT, ROOT, STAMP, in_venv, make_venv, set_up

USAGE = """\
usage: python3 run.py [COMMAND] [ARGUMENTS ...]

  (none)     set up what is missing, then open hkwatch
  demo       play the demo: no network, no account
  test       run the tests; arguments go to pytest (run.py test tests/domain -k alert)
  check      formatting, lint, types, layers and all tests, as CI runs them
  long       the long forms of the soak and kill tests
  bench      the benchmarks, each figure beside its target; --package: of the frozen program
  lock       resolve the dependencies anew and rewrite pylock.toml
  package    make what users install: run.py package [freeze|deb|parts|all] [--out DIR] [--bench]
  texts      bring the translation files, and the README's chapters of the guide, up to date
  -- ARGS    run hkwatch with these arguments (run.py -- watch --once)

Everything is installed into .venv beside this file; the system's Python stays as it is.
"""

COMMANDS = ("app", "demo", "test", "check", "long", "bench", "lock", "package", "texts", "--")

# A file's tests stay in one process, which shares what they set up.
# Where a worker crashes the run ends and says in which test: a new worker may wait for ever for tests that are given out.
WORKERS = ("-n", "2", "--dist", "loadfile", "--max-worker-restart", "0")

TRANSLATIONS = ("hkwatch_zh_HK.ts", "hkwatch_zh_CN.ts")

# Commands of hkwatch that never open a window, so they need neither Qt's libraries nor a display.
TERMINAL_COMMANDS = frozenset(
    (
        *(
            "alerts",
            "audit",
            "backup",
            "channels",
            "check",
            "classify",
            "coverage",
            "deadlines",
            "digest",
            "doctor",
            "engine",
        ),
        *(
            "evidence",
            "export",
            "parse-feed",
            "pdf-text",
            "prices",
            "registers",
            "restore",
            "rules",
            "search",
            "searches",
        ),
        *("sources", "stories", "watch", "--version", "--help", "-h"),
    )
)


def become(program: str, *arguments: str) -> NoReturn:
    """Runs a program of `.venv` in place of this process, so that Ctrl+C and the exit code are its own."""
    command = [str(in_venv(program)), *arguments]
    environment = child_environment(os.environ, sys.platform)
    sys.stdout.flush()
    if os.name != "nt":
        if program == "python":
            os.chdir(ROOT)
        os.execve(command[0], command, environment)
    with subprocess.Popen(command, env=environment, cwd=ROOT if program == "python" else None) as child:
        while True:
            try:
                sys.exit(child.wait())
            except KeyboardInterrupt:  # the console sent it to the child too, which decides
                continue


def hkwatch_arguments(command: str, arguments: Sequence[str], *, is_display: bool) -> tuple[list[str], bool]:
    """What hkwatch is called with, and whether a window will open; without a display the terminal serves."""
    if command == "--" and TERMINAL_COMMANDS.intersection(arguments):
        return list(arguments), False
    demo = ["--demo"] if command == "demo" else []
    if is_display:
        return [*demo, *arguments], True
    return ["watch", *demo, *arguments], False


def steps(arguments: Sequence[str]) -> list[tuple[str, list[str]]]:
    """What `check` runs, in order: a name and the command."""
    python = str(in_venv("python"))
    return [
        ("formatting", [python, "-m", "ruff", "format", "--check", "."]),
        ("lint", [python, "-m", "ruff", "check", "."]),
        ("types", [python, "-m", "mypy", "--strict"]),
        ("layers", [str(in_venv("lint-imports"))]),
        ("tests", [python, "-m", "pytest", "-m", "not long", *WORKERS, *arguments]),
    ]


def check(arguments: Sequence[str]) -> int:
    """Runs every step even after one failed, so that one run tells all; 1 if any failed."""
    environment = child_environment(os.environ, sys.platform)
    results: list[tuple[str, int, float]] = []
    for name, command in steps(arguments):
        say(f"── {name}: {' '.join([Path(command[0]).name, *command[1:]])}")
        started = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, env=environment).returncode
        results.append((name, code, time.monotonic() - started))
        say(f"── {name}: {'ok' if code == 0 else f'FAILED (exit code {code})'}, {results[-1][2]:.1f} s")
    say("")
    for name, code, seconds in results:
        say(f"  {'ok    ' if code == 0 else 'FAILED'} {name:12} {seconds:7.1f} s")
    failed = [name for name, code, _ in results if code]
    say(f"check: {'failed in ' + ', '.join(failed) if failed else 'everything is in order'}")
    return 1 if failed else 0


def refresh_lock() -> int:
    """Rewrites pylock.toml, resolved by uv (in a throw-away environment) for every platform at once."""
    with tempfile.TemporaryDirectory(prefix="hkwatch-lock-") as folder:
        tools = Path(folder) / "venv"
        make_venv(tools)
        scripts = tools / ("Scripts" if os.name == "nt" else "bin")
        fetched = Path(folder) / "pylock.toml"
        resolve = [
            "pip",
            "compile",
            "pyproject.toml",
            "--group",
            "dev",
            "--universal",
            "--python-version",
            "3.11",
        ]
        options = ["--generate-hashes", "--format", "pylock.toml", "--no-header", "--no-annotate", "--quiet"]
        for command in (
            [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"],
            [scripts / "uv", *resolve, *options, "--output-file", fetched],
        ):
            code = subprocess.run([str(part) for part in command], cwd=ROOT).returncode
            if code != 0:
                say("pylock.toml was left as it is.")
                return 1
        text = without_hosts(fetched.read_text("utf-8"))
        requirements(tomllib.loads(text))
        wanted = dependency_hash(tomllib.loads(PYPROJECT.read_text("utf-8")))
        LOCK.write_text(f'{text.rstrip()}\n\n[tool.hkwatch]\ndependencies = "{wanted}"\n', "utf-8")
    say(f"pylock.toml: {len(tomllib.loads(LOCK.read_text('utf-8'))['packages'])} packages.")
    return 0


def update_texts() -> int:
    """Writes every text of the sources into the Qt Linguist files, where what is translated stays, and chapters of the
    guide into the README."""
    folder = ROOT / "resources" / "i18n"
    options = ["-extensions", "py", "src/hkwatch", "-locations", "none"]
    for name in TRANSLATIONS:
        command = [str(in_venv("pyside6-lupdate")), *options, "-ts", str(folder / name)]
        code = subprocess.run(command, cwd=ROOT).returncode
        if code != 0:
            return code
    return subprocess.run([str(in_venv("python")), str(ROOT / "packaging" / "readme.py")], cwd=ROOT).returncode


def run(command: str, arguments: Sequence[str]) -> int:
    """Sets up, then runs one command; returns its exit code unless the command replaces this process."""
    if command == "lock":
        return refresh_lock()
    if command in ("app", "demo", "--"):
        is_display = has_display(os.environ, sys.platform)
        called, is_window = hkwatch_arguments(command, arguments, is_display=is_display)
        see_to_system(for_venv=not STAMP.exists(), for_qt=is_window, for_tests=False)
        set_up()
        if not is_display and called != list(arguments):
            say("No display (DISPLAY and WAYLAND_DISPLAY are unset): staying in this terminal. Ctrl+C ends it.")
        become("hkwatch", *called)
    see_to_system(for_venv=not STAMP.exists(), for_qt=True, for_tests=command not in ("bench", "texts", "package"))
    set_up()
    if command == "check":
        return check(arguments)
    if command == "texts":
        return update_texts()
    if command == "package":
        os.environ["PYTHONPATH"] = str(ROOT / "packaging")
        become("python", "-m", "release", *arguments)
    if command == "bench":
        become("python", "tests/perf/bench.py", *arguments)
    become("python", "-m", "pytest", "-m", "long" if command == "long" else "not long", *arguments)


def main(argv: Sequence[str]) -> int:
    """Everything run.py does; the result is the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    command, arguments = (argv[0], argv[1:]) if argv else ("app", [])
    if command in ("-h", "--help", "help"):
        say(USAGE.rstrip())
        return 0
    if command not in COMMANDS:
        sys.stderr.write(f"run.py: there is no command “{command}”.\n\n{USAGE}")
        return 2
    try:
        return run(command, arguments)
    except RunError as stop:
        sys.stdout.flush()
        sys.stderr.write(f"{stop}\n")
        return stop.code
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. A set-up that was cut short starts anew next time.\n")
        return 130

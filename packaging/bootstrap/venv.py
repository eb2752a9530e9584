# SPDX-License-Identifier: MIT
"""`.venv` beside run.py: is it whole, does it fit pyproject.toml and pylock.toml, and making it so.

stamp missing, Python or folder changed, something gone ──► rebuild
pyproject.toml or pylock.toml changed                   ──► install over it
otherwise                                               ──► keep: well under a second
"""

import hashlib
import importlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bootstrap.lock import dependency_hash, locked_names, requirements
from bootstrap.system import child_environment, has_ensurepip, see_to_system
from bootstrap.terminal import RunError, say

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
LOCK = ROOT / "pylock.toml"
PYPROJECT = ROOT / "pyproject.toml"
STAMP = VENV / "hkwatch-stamp.json"


def in_venv(program: str) -> Path:
    """Where `.venv` keeps a program."""
    return VENV / "Scripts" / f"{program}.exe" if os.name == "nt" else VENV / "bin" / program


def base_python() -> str:
    """The Python that makes `.venv`: never one inside it, which could not replace itself."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def stamp_home(root: Path, executable: str, version: str) -> str:
    """Fingerprint of what a `.venv` cannot survive a change of: its folder and its Python."""
    return hashlib.sha256(f"{root}\n{executable}\n{version}".encode()).hexdigest()


def stamp_content(pyproject: bytes, lock: bytes) -> str:
    """Fingerprint of what `.venv` was filled from."""
    return hashlib.sha256(hashlib.sha256(pyproject).digest() + hashlib.sha256(lock).digest()).hexdigest()


def read_stamp(path: Path) -> dict[str, Any]:
    """The stamp, or {} if there is none that can be read."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def plan(stamp: Mapping[str, Any], home: str, content: str, *, is_whole: bool, locked: Iterable[str]) -> str:
    """What to do with `.venv`: "keep", "update" (install over it) or "rebuild".

    A stamp is written last, so none means half-made. A package that left the lock asks for a rebuild, since
    installing over it would leave it behind.
    """
    if not is_whole or stamp.get("home") != home:
        return "rebuild"
    if stamp.get("content") == content:
        return "keep"
    return "update" if set(stamp.get("locked", ())) <= set(locked) else "rebuild"


def site_packages() -> Path | None:
    """The folder `.venv` installs into, None if it is missing."""
    for found in [VENV / "Lib" / "site-packages", *VENV.glob("lib/python*/site-packages")]:
        if found.is_dir():
            return found
    return None


def names_in(folder: Path) -> set[str]:
    """The names of everything directly inside a folder."""
    return {entry.name for entry in folder.iterdir()}


def is_venv_whole(stamp: Mapping[str, Any]) -> bool:
    """True if the Python inside starts and everything that was installed is still there."""
    site = site_packages()
    if site is None or not stamp or not set(stamp.get("entries", ["?"])) <= names_in(site):
        return False
    if not in_venv("hkwatch").is_file():
        return False
    try:
        return subprocess.run([in_venv("python"), "-I", "-S", "-c", ""], capture_output=True).returncode == 0
    except OSError:
        return False


@contextmanager
def one_set_up_at_a_time() -> Iterator[None]:
    """Two runs at once would each clear the other's half-made `.venv`; the second one waits."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with LOCK.open("rb") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:  # a file system without locks: nothing to wait for
            pass
        yield


def set_up() -> None:
    """Brings `.venv` in line with pyproject.toml and pylock.toml; quick when it is already."""
    try:
        content = stamp_content(PYPROJECT.read_bytes(), LOCK.read_bytes())
    except OSError as error:
        raise RunError(f"{error.filename} cannot be read: {error.strerror}.") from error
    home = stamp_home(ROOT, base_python(), sys.version)

    def current() -> tuple[str, dict[str, Any]]:
        stamp = read_stamp(STAMP)
        if stamp.get("home") == home and stamp.get("content") == content and is_venv_whole(stamp):
            return "keep", {}
        lock = tomllib.loads(LOCK.read_text("utf-8"))
        return plan(stamp, home, content, is_whole=is_venv_whole(stamp), locked=locked_names(lock)), lock

    if current()[0] == "keep":
        return
    with one_set_up_at_a_time():
        action, lock = current()
        if action != "keep":
            fill(action, lock, {"home": home, "content": content})


def fill(action: str, lock: Mapping[str, Any], stamp: dict[str, Any]) -> None:
    """Makes or updates `.venv` and writes its stamp last."""
    wanted = dependency_hash(tomllib.loads(PYPROJECT.read_text("utf-8")))
    if lock.get("tool", {}).get("hkwatch", {}).get("dependencies") != wanted:
        raise RunError("pyproject.toml asks for other packages than pylock.toml holds. Run: python3 run.py lock")
    started = time.monotonic()
    STAMP.unlink(missing_ok=True)
    if action == "rebuild":
        say(f"Setting up {VENV} (once; downloads about 150 MB) …")
        make_venv(VENV)
    else:
        say(f"Updating {VENV} …")
    with tempfile.TemporaryDirectory(prefix="hkwatch-setup-") as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text(requirements(lock), "utf-8")
        pip(
            "--require-hashes",
            "--no-deps",
            "--only-binary",
            ":all:",
            "-r",
            str(listed),
            count=len(lock["packages"]),
        )
    # hatchling comes from the lock just installed, so nothing unlocked is fetched to build with.
    pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))
    site = site_packages()
    if site is None or not in_venv("hkwatch").is_file():
        raise RunError(f"{VENV} was filled, but hkwatch is not in it. Delete the folder and try again.", 1)
    stamp["locked"] = locked_names(lock)
    stamp["entries"] = sorted(names_in(site) - {"__pycache__"})
    half = STAMP.with_suffix(".new")
    half.write_text(json.dumps(stamp), "utf-8")
    half.replace(STAMP)
    say(f"Set up in {time.monotonic() - started:.0f} s.")


def make_venv(folder: Path) -> None:
    """An empty virtual environment with pip; on a bare Debian or Ubuntu, python3-venv is seen to first."""
    if not has_ensurepip():
        see_to_system(for_venv=True, for_qt=False, for_tests=False)
        importlib.invalidate_caches()
        if not has_ensurepip():
            raise RunError("This Python has no ensurepip, so it cannot make a virtual environment. Use another.")
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    made = subprocess.run(
        [base_python(), "-m", "venv", "--clear", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if made.returncode != 0:
        raise RunError(f"python -m venv failed:\n{made.stdout.decode(errors='replace').strip()}", 1)


def pip(*arguments: str, count: int = 0) -> None:
    """`pip install` inside `.venv`; a failure says what was not fetched. `count` packages are expected."""
    command = [
        str(in_venv("python")),
        "-m",
        "pip",
        "install",
        "--no-input",
        "--progress-bar",
        "off",
        *arguments,
    ]
    environment = child_environment(os.environ, sys.platform)
    environment.setdefault("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    environment.setdefault("PIP_RETRIES", "2")
    environment["PIP_ROOT_USER_ACTION"] = "ignore"
    is_terminal = sys.stdout.isatty()
    output: list[str] = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        encoding="utf-8",
        errors="replace",
    ) as child:
        assert child.stdout is not None
        seen = 0
        for line in child.stdout:
            output.append(line)
            if line.startswith("Collecting "):
                seen += 1
                if is_terminal and count:
                    name = re.split(r"[=\s]", line[len("Collecting ") :])[0]
                    print(f"\r  {seen}/{count} {name[:40]:40}", end="", flush=True)
    if is_terminal and seen:
        print(f"\r{'':60}\r", end="", flush=True)
    if child.returncode != 0:
        raise RunError(pip_failure("".join(output)), 1)


def pip_failure(output: str) -> str:
    """Says why pip failed in words for a person, from what pip printed."""
    missing = re.search(r"(?:satisfies the requirement|No matching distribution found for) (\S+)", output)
    errors = [line for line in output.splitlines() if line.startswith("ERROR")]
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "A downloaded file is not the one that pylock.toml names; nothing of it was installed.\n" + output.strip()
        )
    is_offline = re.search(
        r"NewConnectionError|NameResolutionError|ConnectTimeout|ProxyError|Network is unreachable", output
    )
    if is_offline:
        name = missing.group(1) if missing else "the packages"
        return (
            f"Could not fetch {name}: the package index does not answer (no network?).\n"
            "The first set-up needs the network once. After it, `python3 run.py demo` needs no network."
        )
    if missing:
        return (
            f"Could not fetch {missing.group(1)}: the package index has no wheel of it for "
            f"Python {sys.version_info[0]}.{sys.version_info[1]} on {sys.platform}.\n" + "\n".join(errors)
        )
    return "pip failed:\n" + "\n".join(output.splitlines()[-20:])

# SPDX-License-Identifier: MIT
"""The system below: locale, display, the libraries Qt needs, and apt where they are missing."""

import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path

from bootstrap.terminal import RunError, say

# What the Qt wheels need from the system: the library as the loader names it → Debian's package.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libbrotlidec.so.1": "libbrotli1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
CHINESE_FONT_PACKAGE = "fonts-noto-cjk"

# What tests/e2e starts: the program, or a file that must be there → Debian's package.
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "tint2": "tint2",
    "dunst": "dunst",
    "dbus-run-session": "dbus-x11",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "xprop": "x11-utils",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
}


def has_ensurepip() -> bool:
    """False on a Debian or Ubuntu without python3-venv."""
    return importlib.util.find_spec("ensurepip") is not None


def child_environment(environment: Mapping[str, str], platform: str) -> dict[str, str]:
    """What children see: UTF-8 everywhere, the person's own locale left alone where it already is UTF-8."""
    child = dict(environment)
    child["PYTHONUTF8"] = "1"
    if platform != "win32":
        locale = next((child[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if child.get(name)), "")
        if not re.search(r"utf-?8", locale, re.IGNORECASE):
            child["LC_ALL"] = "en_US.UTF-8" if platform == "darwin" else "C.UTF-8"
    return child


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """False only on a Unix with neither an X nor a Wayland display."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def is_loadable(soname: str) -> bool:
    """True if the loader finds this library: the very question that Qt will ask."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """True if fontconfig knows a font that covers Chinese; without fontconfig, if a file is named like one."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return any(Path("/usr/share/fonts").rglob("*CJK*"))
    for name in ("FcNameParse", "FcObjectSetCreate", "FcFontList"):
        getattr(fontconfig, name).restype = ctypes.c_void_p
    fontconfig.FcFontList.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    fontconfig.FcFontSetDestroy.argtypes = [ctypes.c_void_p]
    # A fontconfig that was read before a font was installed does not see it.
    fontconfig.FcInitReinitialize()
    found = fontconfig.FcFontList(None, fontconfig.FcNameParse(b":lang=zh"), fontconfig.FcObjectSetCreate())
    if not found:
        return False
    count = ctypes.cast(found, ctypes.POINTER(ctypes.c_int))[0]
    fontconfig.FcFontSetDestroy(found)
    return bool(count)


def packages_for(missing: Iterable[str]) -> list[str]:
    """Debian's packages for missing libraries and programs, in order, each once."""
    return list(dict.fromkeys(LIBRARIES.get(name) or TEST_TOOLS[name] for name in missing))


def missing_tools() -> list[str]:
    """The programs of tests/e2e that are not on the path, and its files that are not there."""
    return [tool for tool in TEST_TOOLS if not (Path(tool).is_file() if tool.startswith("/") else shutil.which(tool))]


def see_to_system(*, for_venv: bool, for_qt: bool, for_tests: bool) -> None:
    """Makes sure that a `.venv` can be made, that Qt can start, that tests/e2e has its programs; Linux only.

    Everything is asked for at once, so that a person without root rights has one line to run.
    """
    if not sys.platform.startswith("linux"):
        return
    libraries = [soname for soname in LIBRARIES if not is_loadable(soname)] if for_qt else []
    wants_font = for_qt and not has_chinese_font()
    wants_venv = for_venv and not has_ensurepip()
    tools = missing_tools() if for_tests else []
    if not (libraries or wants_font or wants_venv or tools):
        return
    if not shutil.which("apt-get"):
        if libraries:
            say("Qt may not start; these libraries are missing: " + " ".join(libraries))
        if wants_font:
            say("No installed font covers Chinese; Noto Sans CJK does.")
        if tools:
            say("tests/e2e will be skipped; these programs are missing: " + " ".join(tools))
        return
    packages = packages_for([*libraries, *tools])
    if wants_font:
        packages.append(CHINESE_FONT_PACKAGE)
    if wants_venv:
        packages.insert(0, f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if not (libraries or wants_font or wants_venv) and not os.environ.get("CI") and apt_prefix() is None:
        say(f"tests/e2e will be skipped. To run it too: {apt_line(packages)}")
        return
    apt_install(packages)
    left = [soname for soname in libraries if not is_loadable(soname)]
    if left:
        raise RunError("Installed, but the loader still does not find: " + " ".join(left), 1)


def apt_prefix() -> list[str] | None:
    """What to put before apt-get: nothing as root, in CI a sudo that asks nothing; None where neither is."""
    if os.geteuid() == 0:
        return []
    if not (os.environ.get("CI") and shutil.which("sudo")):
        return None
    return ["sudo", "-n"] if subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0 else None


def apt_line(packages: Sequence[str]) -> str:
    """The one line a person without root rights has to run."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def known_to_apt() -> frozenset[str]:
    """The real packages in apt's lists; only the installed ones before the first `apt-get update`."""
    listed = subprocess.run(["apt-cache", "pkgnames"], capture_output=True, encoding="utf-8")
    return frozenset(listed.stdout.split())


def apt_names(packages: Sequence[str], known: Container[str]) -> list[str]:
    """The names this release uses: newer ones call some libraries …t64. Unknown under both names: the first."""

    def second(name: str) -> str:
        return "python3-venv" if name.endswith("-venv") else f"{name}t64"

    return [second(name) if name not in known and second(name) in known else name for name in packages]


def apt_install(packages: Sequence[str]) -> None:
    """Installs Debian packages, or ends the run with the one line that does."""
    prefix = apt_prefix()
    if prefix is None:
        line = apt_line(apt_names(packages, known_to_apt()))
        raise RunError(f"hkwatch needs some system packages. Run this, then try again:\n\n  {line}\n")
    started = time.monotonic()
    say(f"Installing system packages: {' '.join(packages)} …")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    output = ""
    for is_second_try in (False, True):
        known = known_to_apt()
        if is_second_try or not known.issuperset(apt_names(packages, known)):
            updated = subprocess.run([*apt, "update"], capture_output=True, encoding="utf-8", errors="replace")
            output += updated.stdout + updated.stderr
        install = [*apt, "install", "-y", "--no-install-recommends", *apt_names(packages, known_to_apt())]
        done = subprocess.run(
            install,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode == 0:
            say(f"Installed in {time.monotonic() - started:.0f} s.")
            return
        output += done.stdout
        if is_offline(output):
            break
    line = apt_line(apt_names(packages, known_to_apt()))
    raise RunError(f"{apt_failure(output)}\nTo do it yourself:\n\n  {line}\n", 1)


def is_offline(output: str) -> bool:
    """Whether apt-get reached no server, from what it printed."""
    return bool(re.search(r"Temporary failure resolving|Could not (resolve|connect)|Network is unreachable", output))


def apt_failure(output: str) -> str:
    """Says why apt-get failed in words for a person, from what it printed."""
    if is_offline(output):
        return (
            "Could not fetch system packages: their servers do not answer (no network?).\n"
            "The first set-up needs the network once. After it, `python3 run.py demo` needs no network."
        )
    return "apt-get could not install them:\n" + "\n".join(output.splitlines()[-8:])

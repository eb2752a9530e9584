# SPDX-License-Identifier: MIT
"""Which shared libraries a Linux system brings itself, and which packages they come from.

Left out of the folder is what belongs to the system's own X server, fonts, messages and logins: a copy of another
age beside them breaks, and stays without their security updates. Qt's small xcb helpers are not on every desktop and
therefore go in.
"""

import functools
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

_SYSTEM = (
    "libX11.so", "libX11-xcb.so", "libxcb.so", "libXau.so", "libXdmcp.so", "libbsd.so", "libmd.so",
    "libfontconfig.so", "libfreetype.so", "libexpat.so", "libpng16.so", "libbrotli", "libuuid.so",
    "libstdc++.so", "libgcc_s.so", "libz.so",
    "libdbus-1.so", "libsystemd.so", "libgcrypt.so", "libgpg-error.so", "liblz4.so", "libcap.so", "libzstd.so",
    "libglib-2.0.so", "libgthread-2.0.so", "libpcre2-8.so",
    "libgssapi_krb5.so", "libkrb5", "libk5crypto.so", "libcom_err.so", "libkeyutils.so",
    "libwayland-", "libEGL.so", "libGL", "libOpenGL.so", "libdrm.so", "libgbm.so",
)  # fmt: skip
_NEEDED = re.compile(r"\(NEEDED\)\s+Shared library: \[(.+)\]")
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")


def is_system(file_name: str) -> bool:
    """Whether a library of this name is left to the system."""
    return file_name.startswith(_SYSTEM)


def elf_files(folder: Path) -> list[Path]:
    """Programs and shared libraries below, links left out."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    found.append(path)
    return found


def needed_from_outside(folder: Path) -> set[str]:
    """Names of the libraries that files below ask for and that are not below. Raises CalledProcessError (readelf)."""
    files = elf_files(folder)
    inside = {path.name for path in folder.rglob("*") if ".so" in path.name}
    text = subprocess.run(["readelf", "-d", *files], capture_output=True, text=True, check=True).stdout
    return set(_NEEDED.findall(text)) - inside


def newest_glibc(folder: Path) -> str:
    """The lowest version of glibc that has every symbol the files below ask for: "2.36"."""
    text = subprocess.run(["readelf", "-V", *elf_files(folder)], capture_output=True, text=True, check=True).stdout
    return ".".join(map(str, max((int(major), int(minor)) for major, minor in _GLIBC.findall(text))))


def packages_of(libraries: Iterable[str]) -> dict[str, str]:
    """The Debian package that each library comes from on this machine. Raises LookupError if one is not installed."""
    found = {}
    for name in sorted(libraries):
        path = home_of(name)
        package = None if path is None else package_of(path)
        if package is None:
            raise LookupError(f"No installed package holds {name}: install it to build the package.")
        found[name] = package
    return found


def package_of(path: Path) -> str | None:
    """The Debian package a file of this machine belongs to, None when to none (or where there is no dpkg)."""
    for spelling in (path, path.resolve(), Path(str(path.resolve()).removeprefix("/usr"))):
        try:
            asked = subprocess.run(["dpkg-query", "-S", str(spelling)], capture_output=True, text=True)
        except FileNotFoundError:
            return None
        if asked.returncode == 0:
            return asked.stdout.split(":", 1)[0]
    return None


def home_of(library: str) -> Path | None:
    """Where the dynamic linker finds a library of this name on this machine."""
    return _cached_paths().get(library)


@functools.cache
def _cached_paths() -> dict[str, Path]:
    """Every library the dynamic linker knows, by name."""
    text = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"^\s+(\S+) \([^)]*x86-64[^)]*\) => (\S+)$", text, re.M)
    return {name: Path(path) for name, path in rows}

# SPDX-License-Identifier: MIT
"""The folder with hkwatch, Python and Qt inside, and its archive."""

import platform
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from release import licences

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "packaging" / "freeze" / "hkwatch.spec"


def freeze(out: Path, *, bench: bool = False) -> Path:
    """Build the folder `out/hkwatch` with PyInstaller and return it. Raises CalledProcessError.

    `bench` also builds `out/hkwatch-bench`, the same with the benchmarks beside the program; nobody else gets that one.
    """
    subprocess.run(command_of(out, bench=bench), cwd=ROOT, check=True)
    folder = out / "hkwatch"
    if (console := folder / "hkwatch-console.exe").exists():
        # Where `hkwatch` is typed, a .com goes before an .exe of the same name.
        console.replace(folder / "hkwatch.com")
    libraries = licences.copied_from_debian(folder) if sys.platform == "linux" else {}
    (folder / "LICENCES.txt").write_text(licences.notices(ROOT / "LICENSE", licences.bundled(), libraries), "utf-8")
    return folder


def command_of(out: Path, *, bench: bool) -> list[str]:
    """PyInstaller's command; what follows `--` is read by the specification."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(out), "--workpath", str(out / "work"), str(SPEC)]
    return [*command, "--", "--bench"] if bench else command


def archive(folder: Path, out: Path, version: str) -> Path:
    """The folder as one file in `out`: tar.xz, on Windows zip. Order, owner and times do not depend on the machine."""
    kind = {"linux": "linux", "darwin": "macos", "win32": "windows"}[sys.platform]
    name = f"hkwatch-{version}-{kind}-{platform.machine().lower()}"
    paths = sorted(folder.rglob("*"))
    if kind == "windows":
        file = out / f"{name}.zip"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in paths:
                packed.write(path, f"hkwatch-{version}/{path.relative_to(folder).as_posix()}")
        return file
    file = out / f"{name}.tar.xz"
    with tarfile.open(file, "w:xz", preset=6) as tar:
        for path in paths:
            tar.add(path, f"hkwatch-{version}/{path.relative_to(folder)}", recursive=False, filter=anonymous)
    return file


def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Root's, of no particular time."""
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = "root"
    return entry

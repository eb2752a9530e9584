# SPDX-License-Identifier: MIT
"""The folder with hkwatch, Python and Qt inside, and its archive."""

import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "packaging" / "freeze" / "hkwatch.spec"


def freeze(out: Path) -> Path:
    """Build the folder `out/hkwatch` with PyInstaller and return it. Raises CalledProcessError."""
    work = out / "work"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run([*command, "--distpath", str(out), "--workpath", str(work), str(SPEC)], cwd=ROOT, check=True)
    return out / "hkwatch"


def archive(folder: Path, version: str) -> Path:
    """The folder as `hkwatch-VERSION-linux-amd64.tar.xz` beside it; owner, order and times do not depend on the machine."""
    file = folder.parent / f"hkwatch-{version}-linux-amd64.tar.xz"
    with tarfile.open(file, "w:xz", preset=9) as tar:
        for path in sorted(folder.rglob("*")):
            tar.add(path, f"hkwatch-{version}/{path.relative_to(folder)}", recursive=False, filter=anonymous)
    return file


def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Root's, of no particular time."""
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = "root"
    return entry

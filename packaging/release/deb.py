# SPDX-License-Identifier: MIT
"""The Debian package, laid out and packed without root: dpkg-deb gives every file to root."""

import gzip
import os
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from release import icons, licences, manual, system_libraries

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
# What no library's name tells: keyboard layouts, trusted certificates and time zones.
DATA = ("xkb-data", "ca-certificates", "tzdata")
APPSTREAM_ID = "io.github.hkwatch.hkwatch"
MAINTAINER = "The hkwatch authors <noreply@hkwatch.invalid>"
CONTROL = """Package: hkwatch
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size_kib}
Depends: {depends}
Recommends: fonts-noto-cjk, notification-daemon, pulseaudio-utils | pipewire-bin, xdg-utils
Section: net
Priority: optional
Description: watch what happens to digital assets in Hong Kong
 hkwatch asks the regulators, the news and the price venues on a schedule,
 flags what concerns the SFC, licences or bitcoin levels, says why, and tells
 you once.
 .
 Python and Qt are inside; no other Python is used or changed.
"""
POSTRM = """#!/bin/sh
set -e
if [ "$1" = purge ]; then
    echo "hkwatch: what each user stored is kept in ~/.local/share/hkwatch, settings in ~/.config/hkwatch,"
    echo "         logs in ~/.local/state/hkwatch; delete these folders to erase it."
fi
"""


def build(frozen: Path, out: Path, version: str) -> Path:
    """`out/hkwatch_VERSION_amd64.deb` from a frozen folder. Raises CalledProcessError if dpkg-deb fails."""
    tree = out / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(frozen, tree, version)
    size_kib = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir()) // 1024
    control = tree / "DEBIAN"
    control.mkdir()
    text = CONTROL.format(maintainer=MAINTAINER, version=version, size_kib=size_kib, depends=", ".join(depends(frozen)))
    (control / "control").write_text(text, "utf-8")
    (control / "postrm").write_text(POSTRM, "utf-8")
    (control / "postrm").chmod(0o755)
    file = out / f"hkwatch_{version}_amd64.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(file)], check=True)
    return file


def depends(frozen: Path) -> list[str]:
    """Packages with the libraries that the folder asks for and does not hold, and its data. Raises LookupError."""
    libraries = system_libraries.packages_of(system_libraries.needed_from_outside(frozen))
    names = sorted({*libraries.values(), *DATA} - {"libc6"})
    return [f"libc6 (>= {system_libraries.newest_glibc(frozen)})", *names]


def lay_out(frozen: Path, tree: Path, version: str) -> None:
    """Every file of the package below `tree`, as it will lie below /."""
    shutil.copytree(frozen, tree / "usr/lib/hkwatch", symlinks=True)
    program = tree / "usr/bin/hkwatch"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/hkwatch/hkwatch")
    share = tree / "usr/share"
    _put(share / "applications/hkwatch.desktop", (LINUX / "hkwatch.desktop").read_bytes())
    _put(share / f"metainfo/{APPSTREAM_ID}.metainfo.xml", metainfo(version).encode())
    _put(tree / "usr/lib/systemd/user/hkwatch.service", (LINUX / "hkwatch.service").read_bytes())
    _put(share / "man/man1/hkwatch.1.gz", gzip.compress(manual.page(version).encode(), 9, mtime=0))
    documents = share / "doc/hkwatch"
    _put(documents / "NEWS.gz", gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), 9, mtime=0))
    _put(documents / "changelog.gz", gzip.compress(changelog(version).encode(), 9, mtime=0))
    libraries = licences.copied_from_debian(frozen)
    _put(documents / "copyright", licences.notices(ROOT / "LICENSE", licences.bundled(), libraries).encode())
    _put(share / "lintian/overrides/hkwatch", (LINUX / "lintian-overrides").read_bytes())
    drawings = ROOT / "resources/icons"
    hicolor = share / "icons/hicolor"
    for size in icons.SIZES:
        _put(hicolor / f"{size}x{size}/apps/hkwatch.png", icons.png(drawings, size))
    _put(hicolor / "scalable/apps/hkwatch.svg", (drawings / "app-icon.svg").read_bytes())
    _put(hicolor / "symbolic/apps/hkwatch-symbolic.svg", (LINUX / "hkwatch-symbolic.svg").read_bytes())
    for path in tree.rglob("*"):
        if path.is_symlink():
            continue
        path.chmod(0o755 if path.is_dir() or (os.access(path, os.X_OK) and path.parent.name == "hkwatch") else 0o644)


def changelog(version: str) -> str:
    """The version in Debian's form; what changed is in NEWS.gz."""
    day = dict(manual.releases(version)).get(version, manual.releases(version)[0][1])
    moment = format_datetime(datetime.fromisoformat(day).replace(tzinfo=UTC))
    return f"hkwatch ({version}) unstable; urgency=medium\n\n  * See NEWS.gz.\n\n -- {MAINTAINER}  {moment}\n"


def metainfo(version: str) -> str:
    """The AppStream data with the releases that CHANGELOG.md names; an unreleased one counts as of today's build."""
    text = (LINUX / f"{APPSTREAM_ID}.metainfo.xml").read_text("utf-8")
    rows = "".join(f'<release version="{number}" date="{day}" />' for number, day in manual.releases(version))
    return text.replace("@RELEASES@", rows)


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)

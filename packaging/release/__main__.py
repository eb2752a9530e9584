# SPDX-License-Identifier: MIT
"""`python3 run.py package [freeze|deb|icons|manual|parts|all] [--out DIR] [--bench]`: makes what users install."""

import argparse
import sys
import time
from pathlib import Path

from hkwatch import __version__
from release import deb, freeze, icons, manual, parts

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """Make what is asked for, saying size and time of each; 0 when all was made."""
    parser = argparse.ArgumentParser(prog="run.py package", description=__doc__)
    parser.add_argument("what", nargs="?", default="all", choices=("freeze", "deb", "icons", "manual", "parts", "all"))
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="the folder for the results (dist)")
    parser.add_argument("--frozen", type=Path, metavar="DIR", help="a folder frozen before, instead of a new one")
    parser.add_argument(
        "--bench", action="store_true", help="beside the frozen folder one that `run.py bench --package` measures"
    )
    args = parser.parse_args(arguments)
    out: Path = args.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    if args.what in ("icons", "all"):
        drawings = ROOT / "resources" / "icons"
        _say(_write(out / "hkwatch.ico", icons.ico(drawings)))
        _say(_write(out / "hkwatch.icns", icons.icns(drawings)))
    if args.what == "all" and sys.platform == "linux":
        _say(_write(out / f"{deb.APPSTREAM_ID}.metainfo.xml", deb.metainfo(__version__).encode()))
    if args.what == "manual":
        _say(_write(out / "hkwatch.1", manual.page(__version__).encode()))
    if args.what in ("parts", "all"):
        _say(_write(out / f"hkwatch-{__version__}.cdx.json", parts.document(__version__).encode()))
    if args.what in ("freeze", "deb", "all"):
        started = time.monotonic()
        folder = freeze.freeze(out, bench=args.bench) if args.frozen is None else args.frozen.resolve()
        print(f"{folder}: {size_of(folder) / 1e6:.1f} MB, {time.monotonic() - started:.0f} s")
    if args.what in ("freeze", "all"):
        _say(freeze.archive(folder, out, __version__))
    if args.what == "deb" or (args.what == "all" and sys.platform == "linux"):
        _say(deb.build(folder, out, __version__))
    return 0


def size_of(folder: Path) -> int:
    """Bytes of all files below, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def _write(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def _say(file: Path) -> None:
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

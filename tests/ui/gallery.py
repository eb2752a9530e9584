# SPDX-License-Identifier: MIT
"""Pictures of every view, dialog and state: real widgets over a real database, without a screen.

    python tests/ui/gallery.py OUT [--only NAME …] [--lang en zh-Hant zh-Hans] [--scheme light dark] [--scale 1 2]

Each picture is `OUT/<name>-<scheme>-<language>-<scale>.png`; `OUT/sheets/<name>.png` has all of one name side by side.
At scale 2 everything is twice as large on a screen of 1920 × 1080 pixels, as for a person who has set texts to 200 %.
"""

# ruff: noqa: PLC0415 - Qt reads screens and scale at its start, which is in a child of its own
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "zh-Hant", "zh-Hans")
SCHEMES = ("light", "dark")
SCALES = (1, 2)
_SCREENS = {1: (1920, 1080), 2: (1920, 1080)}
_SHEET_PX = 640


def main(arguments: list[str]) -> int:
    """Take the pictures; returns how many windows could not be shown."""
    wish = _parser().parse_args(arguments)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "packaging"), str(ROOT / "tests" / "ui")]
    wish.out.mkdir(parents=True, exist_ok=True)
    if wish.world is not None and wish.child:
        return _take(wish)
    with tempfile.TemporaryDirectory() as folder:
        from gallery_world import TOLD_FILE, make_world

        world = wish.world or Path(folder) / "world"
        if not (world / TOLD_FILE).exists():
            make_world(world)
        missed = 0
        for scale in wish.scale:
            # Qt reads screens and scale once, before the application exists.
            missed += subprocess.run(
                [sys.executable, __file__, *arguments, "--child", "--world", str(world), "--scale", str(scale)],
                env={**os.environ, **_environment(scale, Path(folder))},
            ).returncode
        _sheets(wish.out)
        return missed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Pictures of every view, dialog and state.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--lang", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--scheme", nargs="+", default=SCHEMES, choices=SCHEMES)
    parser.add_argument("--scale", nargs="+", type=int, default=SCALES, choices=SCALES)
    parser.add_argument("--world", type=Path, help="a folder to keep the seeded data in, for the next time")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser


def _environment(scale: int, folder: Path) -> dict[str, str]:
    width, height = _SCREENS[scale]
    screen = {"name": "gallery", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    file = folder / f"screen-{scale}.json"
    file.write_text(json.dumps({"screens": [screen]}), "utf-8")
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": str(scale)}


def _take(wish: argparse.Namespace) -> int:
    from gallery_dialogs import SCENES
    from gallery_scenes import STATES
    from gallery_stage import USUAL, Stage
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    scale = wish.scale[0]
    app = QApplication(["hkwatch"])
    app.setQuitOnLastWindowClosed(False)
    stage = Stage(app, wish.world)
    room = app.primaryScreen().availableGeometry().size()
    stage.size = USUAL.boundedTo(QSize(room.width(), room.height() - 30))
    stage.start()
    missed = 0
    for language in wish.lang:
        stage.set_language(language)
        for scheme in wish.scheme:
            stage.set_scheme(scheme)
            for name, show in SCENES.items():
                if wish.only and name not in wish.only:
                    continue
                started = time.monotonic()
                try:
                    widget = show(stage)
                    stage.spin(40)
                    widget.grab().save(str(wish.out / f"{name}-{scheme}-{language}-{scale}.png"))
                except Exception as error:  # noqa: BLE001 - one window that does not come up must not cost the others
                    missed += 1
                    print(f"{name} ({scheme}, {language}, {scale}): {error!r}", file=sys.stderr)
                stage.to_list()
                if name in STATES:
                    stage.tell_all()
                if time.monotonic() - started > 3:
                    print(f"{name}: {time.monotonic() - started:.1f} s", file=sys.stderr)
    stage.end()
    return missed


def _sheets(out: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gallery_dialogs import SCENES
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter

    _app = QGuiApplication.instance() or QGuiApplication(["gallery"])
    (out / "sheets").mkdir(exist_ok=True)
    for name in SCENES:
        columns = [(scheme, scale) for scale in SCALES for scheme in SCHEMES]
        found = {
            (row, column): QImage(str(file))
            for column, (scheme, scale) in enumerate(columns)
            for row, language in enumerate(LANGUAGES)
            if (file := out / f"{name}-{scheme}-{language}-{scale}.png").exists()
        }
        if not found:
            continue
        small = {
            place: image.scaledToWidth(min(_SHEET_PX, image.width()), Qt.TransformationMode.SmoothTransformation)
            for place, image in found.items()
        }
        width = max(image.width() for image in small.values()) + 12
        height = max(image.height() for image in small.values()) + 12
        rows, columns_used = max(row for row, _ in small) + 1, max(column for _, column in small) + 1
        sheet = QImage(columns_used * width, rows * height, QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.gray)
        painter = QPainter(sheet)
        for (row, column), image in small.items():
            image.setDevicePixelRatio(1)
            painter.drawImage(column * width + 6, row * height + 6, image)
        painter.end()
        sheet.save(str(out / "sheets" / f"{name}.png"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

# SPDX-License-Identifier: MIT
"""Where no installed font draws Chinese the window says so, in English."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hkwatch.ui.chinese_missing import FACT, is_chinese_missing

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from hkwatch.ui.banners import Banners, Rank
from hkwatch.ui.chinese_missing import say_if_chinese_is_missing
from hkwatch.ui.inbox import Banner
from hkwatch.ui.marks import Marks
from hkwatch.ui.theme import Fonts, Icons, Theme

app, resources = QApplication([]), Path(sys.argv[1])
theme = Theme.load(resources)
fonts, icons = Fonts(theme), Icons(resources, theme)
banner = Banner(Marks(theme, fonts, icons))
banners = Banners(banner)
say_if_chinese_is_missing(banners)
print(banners.shown is Rank.FONTS, banner.fact)
banner.acted.emit()
print(banners.shown)
"""


def test_a_computer_with_a_chinese_font_is_not_told_of_it(qapp: QApplication) -> None:
    assert not is_chinese_missing()


def test_a_computer_without_one_is_told_what_to_install(tmp_path: Path, resources: Path) -> None:
    only_latin = tmp_path / "fonts.conf"
    only_latin.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{resources / 'fonts'}</dir><cachedir>{tmp_path}</cachedir></fontconfig>",
        "utf-8",
    )
    surroundings = {**os.environ, "FONTCONFIG_FILE": str(only_latin), "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(resources)], env=surroundings, capture_output=True, text=True, timeout=120
    )
    assert said.stdout.splitlines() == [f"True {FACT}", "None"], said.stderr

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The demo in a folder, theme and language of one's choice: `demo.py FOLDER THEME LANGUAGE`. For make.py."""

import gc
import sys
import time
from pathlib import Path

from hkwatch.app.desktop import main as run
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.domain.request import Request, Verb

folder, theme, language = sys.argv[1:4]
gc.disable()
paths = AppPaths.under(Path(folder))
paths.create()
# A notification would stand over the window.
quiet = '[notify]\ntell_from = "nothing"\nalerts = false\n'
paths.settings_file.write_text(f'[general]\nlanguage = "{language}"\n[look]\ntheme = "{theme}"\n{quiet}', "utf-8")
sys.exit(run(Options(paths, "", time.time()), Request(Verb.SHOW), hidden=False))

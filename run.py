#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sets hkwatch up in `.venv` beside this file and runs it: `python3 run.py --help`.

Needs nothing but Python 3.11 or newer. The work is done in packaging/bootstrap; this file is written so that
even Python 2 understands it and can say what is wrong.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whatever Python is at hand starts this file
    sys.stderr.write("hkwatch needs Python 3.11 or newer; this is Python " + sys.version.split()[0] + ".\n")
    sys.exit(2)

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "packaging"))  # noqa: PTH100, PTH118, PTH120

try:
    from bootstrap import commands
except ImportError as lacking:  # Debian's python3-minimal has no ctypes
    sys.stderr.write(
        "This Python lacks a part of its standard library (" + str(lacking) + "). Install all of python3.\n"
    )
    sys.exit(2)

if __name__ == "__main__":
    sys.exit(commands.main(sys.argv[1:]))

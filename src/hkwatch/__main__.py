# SPDX-License-Identifier: MIT
"""`python -m hkwatch`."""

import sys

from hkwatch.app.cli import main

if __name__ == "__main__":
    sys.exit(main())

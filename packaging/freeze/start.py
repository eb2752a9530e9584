# SPDX-License-Identifier: MIT
"""What a frozen hkwatch starts with; the window, the engine and the PDF reader are the same executable."""

import sys

from hkwatch.app.cli import main

sys.exit(main())

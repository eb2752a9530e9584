# SPDX-License-Identifier: MIT
"""Bytes from outside become typed values here: HTTP, feeds, APIs, price venues, the catalogue, rule packs."""

import sys

# httpx brings its command line with it wherever rich happens to be installed: 70 modules, 4 MB. None says that it is not
# there; it must be said before httpx is imported.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]

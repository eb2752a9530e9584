# SPDX-License-Identifier: MIT
"""How the process that reads one PDF is started; apart from what it does, which the engine must not load."""

import sys


def pdf_command() -> tuple[str, ...]:
    """Program and arguments, from a checkout, an installation or a frozen program alike."""
    if getattr(sys, "frozen", False):
        return sys.executable, "pdf-text"
    return sys.executable, "-m", "hkwatch", "pdf-text"

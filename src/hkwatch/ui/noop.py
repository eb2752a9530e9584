# SPDX-License-Identifier: MIT
"""Qt's mark for texts that are translated later, with the type it has: Qt's own is declared to give any object."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; the translator's tools find it by this name and file it under `context`."""
    return text

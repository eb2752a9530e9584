# SPDX-License-Identifier: MIT
"""What publishers ask of those who read them, in the interface's language."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

KNOWN = (
    QT_TRANSLATE_NOOP("Terms", "Google offers these feeds for personal, non-commercial use only."),
    QT_TRANSLATE_NOOP("Terms", "Articles are for subscribers: title, summary and link only."),
    QT_TRANSLATE_NOOP("Terms", "One reading asks 37 questions, a second apart."),
    QT_TRANSLATE_NOOP("Terms", "The site’s terms limit use by programs: titles and links only."),
)
"""The terms of the shipped catalogue; those of the user's own rows are shown as written."""


def terms_text(terms: str) -> str:
    """The terms of a source in words; empty where nothing needs saying."""
    return QCoreApplication.translate("Terms", terms) if terms in KNOWN else terms

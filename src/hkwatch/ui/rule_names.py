# SPDX-License-Identifier: MIT
"""What the shipped rules, word lists and packs are called in the language of the window.

A pack says in English what each rule looks for; `resources/rules/names` has that sentence in other languages. A sentence
that nobody translated, and one of the user's own, stays as it is.
"""

from PySide6.QtCore import QCoreApplication

from hkwatch.services.texts import RULE_NAMES

_PACKS = {
    "btc": "Bitcoin",
    "hk": "Hong Kong",
    "licence": "Licences",
    "severity": "Levels",
    "sfc": "The SFC",
    "topics": "Topics",
}


def rule_name(sentence: str) -> str:
    """The sentence of a rule or a word list in the language in force."""
    return QCoreApplication.translate(RULE_NAMES, sentence) if sentence else ""


def pack_name(pack: str) -> str:
    """The title of a shipped pack by the name of its file; a pack of the user's keeps that name."""
    return rule_name(_PACKS.get(pack, pack))

# SPDX-License-Identifier: MIT
"""The engine's few texts (notifications, terminal lines) in the user's language, without Qt.

They come from the same Qt Linguist files as the window's, contexts whose names begin with `Engine`. What the shipped
rules are called comes from `resources/rules/names`, under the context `RULE_NAMES`; errors from `resources/errors`.
"""

import tomllib
from pathlib import Path

from hkwatch.services.error_words import ErrorWords

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
RULE_NAMES = "RuleNames"
_FILES = {"zh-Hant": "hkwatch_zh_HK.ts", "zh-Hans": "hkwatch_zh_CN.ts"}


class Texts:
    """Looks texts up. One that is not translated comes back in English."""

    def __init__(self, language: str, table: dict[tuple[str, str], str], errors: ErrorWords | None = None) -> None:
        self.language = language
        self._table = table
        self.errors = errors or ErrorWords({}, {}, {})
        """Says what went wrong."""

    @classmethod
    def load(cls, resources: Path, language: str) -> "Texts":
        """Read the file of a language; English needs none, and a missing file means English."""
        name = _FILES.get(language)
        file = resources / "i18n" / name if name else None
        if file is None or not file.exists():
            return cls("en", {})
        from xml.etree import ElementTree  # noqa: PLC0415 - English, which needs none, starts without it

        table: dict[tuple[str, str], str] = {}
        # Shipped with the program, not from outside, so the standard parser is safe here.
        for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314
            context_name = context.findtext("name", "")
            for message in context.iter("message"):
                target = message.find("translation")
                if target is None or target.get("type") == "unfinished":
                    continue
                # A counted text has its words one level deeper; Chinese has one form of each.
                words = target.findtext("numerusform") or target.text
                if words and words.strip():
                    table[context_name, message.findtext("source", "")] = words
        names = _rule_names(resources / "rules" / "names" / f"{language}.toml")
        return cls(language, table | names, ErrorWords.load(resources, language))

    @property
    def size(self) -> int:
        """How many translations there are; 0 for English."""
        return len(self._table)

    def find(self, context: str, text: str) -> str | None:
        """The translation as it stands in the file, None where there is none."""
        return self._table.get((context, text))

    def translate(self, context: str, text: str) -> str:
        """`text` in the language; what stands in {braces} is the caller's to fill in."""
        return self._table.get((context, text), text)


def _rule_names(file: Path) -> dict[tuple[str, str], str]:
    """Every sentence of a file of names; a missing one leaves them in English."""
    if not file.exists():
        return {}
    tables = tomllib.loads(file.read_text("utf-8")).values()
    return {(RULE_NAMES, sentence): name for table in tables for sentence, name in table.items()}

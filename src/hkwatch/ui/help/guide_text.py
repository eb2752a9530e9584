# SPDX-License-Identifier: MIT
"""The user guide as text: chapters of a Markdown file, with keys and menus put in as they are at present.

`{key:star}` becomes the key of a command, `{menu:licences}` its way through the menus, `{cap:T}` a key that cannot be
changed. So the guide says what is true also after keys were changed, and in the language of the menus.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from hkwatch.domain.errors import SettingsError
from hkwatch.ui.actions import MENUS, SPECS, SUBMENUS
from hkwatch.ui.keys.commands import bare
from hkwatch.ui.keys.sequence import caps

LANGUAGES = ("en", "zh-Hant", "zh-Hans")
PLACE = re.compile(r"\{(key|menu|cap):([^}]+)\}")
_HEAD = re.compile(r"^# (.+?) \{#([a-z-]+)\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter. `markdown` holds its places still unfilled, without the heading."""

    id: str
    title: str
    markdown: str


def load(resources: Path, language: str) -> tuple[Chapter, ...]:
    """The guide in a language of the interface. Reads a file. Raises SettingsError if it is missing."""
    file = resources / "guide" / f"{language if language in LANGUAGES else 'en'}.md"
    try:
        return parse(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("guide-missing", f"{file}: {error}.", "Install hkwatch again.") from error


def parse(text: str) -> tuple[Chapter, ...]:
    """Chapters in their order; what stands before the first heading is left out."""
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return tuple(
        Chapter(head[2], head[1], text[head.end() : end].strip()) for head, end in zip(heads, ends, strict=True)
    )


def fill(markdown: str, key: Callable[[str], str]) -> str:
    """Put keys and menus in; `key` names a command's key, empty for none. KeyError for what does not exist."""
    return PLACE.sub(lambda found: _put(found[1], found[2], key), markdown)


def menu_path(name: str) -> str:
    """A command's way through the menus, in the language in force. KeyError for one that is in no menu."""
    spec = next((one for one in SPECS if one.name == name and one.menu), None)
    if spec is None:
        raise KeyError(name)
    translate = QCoreApplication.translate
    bar = {menu: str(text) for menu, text in MENUS}
    steps = [str(spec.text)]
    if spec.menu in SUBMENUS:
        parent, text = SUBMENUS[spec.menu]
        steps = [bar[parent], str(text), *steps]
    else:
        steps = [bar[spec.menu], *steps]
    return " ▸ ".join(bare(translate("Actions", step)) for step in steps)


def _put(kind: str, name: str, key: Callable[[str], str]) -> str:
    if kind == "menu":
        return f"**{menu_path(name)}**"
    sequence = key(name) if kind == "key" else name
    strokes = ["+".join(stroke) for stroke in caps(sequence)]
    if not strokes:
        return QCoreApplication.translate("Guide", "(no key)")
    # Thin spaces give the key its edges; a plain one would be taken off by Markdown.
    return " ".join(f"`\u2009{stroke}\u2009`" for stroke in strokes)

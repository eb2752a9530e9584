# SPDX-License-Identifier: MIT
"""Chapters of the user guide in README.md: `python packaging/readme.py` puts them where the README names them.

What stands between `<!-- guide: ID -->` and `<!-- end of guide -->` is the chapter of that id in English, with the keys
and menus as shipped. So the page on the web and the guide inside the program say the same.
"""

import re
from pathlib import Path

from hkwatch.ui.help.guide_text import fill, load
from hkwatch.ui.keys.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
_PLACE = re.compile(r"(<!-- guide: ([a-z-]+) -->\n).*?(\n<!-- end of guide -->)", re.DOTALL)


def with_chapters(readme: str) -> str:
    """The README with every chapter it names as the guide has it now. KeyError for one that the guide has not."""
    chapters = {chapter.id: chapter.markdown for chapter in load(ROOT / "resources", "en")}

    def put(found: re.Match[str]) -> str:
        return f"{found[1]}\n{fill(chapters[found[2]], lambda name: COMMANDS[name].key)}\n{found[3]}"

    return _PLACE.sub(put, readme)


def main() -> None:
    """Rewrite README.md."""
    README.write_text(with_chapters(README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: MIT
import shutil
from pathlib import Path

import pytest

from hkwatch.domain.errors import SettingsError
from hkwatch.sources.story_words import load_story_words

SHIPPED = Path(__file__).parents[2] / "resources" / "stories"


def test_the_shipped_dictionaries_are_whole() -> None:
    pack = load_story_words(SHIPPED)
    assert {"body", "firm", "person", "coin", "place"} <= set(pack.names)
    assert all(phrases for entries in pack.names.values() for phrases in entries.values())
    known = {*pack.things, *pack.acts}
    assert {*pack.against, *(x for others in pack.against.values() for x in others)} <= known
    assert {*pack.ends, *(x for begun in pack.ends.values() for x in begun)} <= known
    told = {
        phrase[1:] for groups in pack.templates.values() for group in groups for phrase in group if phrase[0] == "@"
    }
    assert told <= known


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("names.toml", '[firm]\nx = "one"\n'),
        ("concepts.toml", "[things\n"),
        ("concepts.toml", '[things]\nx = ["ab*"]\n[acts]\n[against]\n[ends]\n'),
        ("templates.toml", '[x]\ntitle = [["a"]]\n'),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, name: str, text: str) -> None:
    folder = tmp_path / "stories"
    shutil.copytree(SHIPPED, folder)
    (folder / name).write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_story_words(folder)
    assert name in caught.value.detail
    assert caught.value.next_step

# SPDX-License-Identifier: MIT
import shutil
from pathlib import Path

import pytest

from hkwatch.domain.errors import SettingsError
from hkwatch.sources.fold_table import load_folder
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


def test_everyday_words_are_each_listed_once_and_are_no_names() -> None:
    pack = load_story_words(SHIPPED)
    latin = [word for band in pack.common_words for word in band]
    chinese = [word for band in pack.common_chinese for word in band]
    assert len(latin) == len(set(latin)) <= 500
    assert len(chinese) == len(set(chinese)) <= 600
    assert len(pack.serving) == len(set(pack.serving))
    names = {
        phrase.lower()
        for kind in ("body", "firm", "person", "media")
        for phrases in pack.names[kind].values()
        for phrase in phrases
    }
    assert not names & {*latin, *chinese}


def test_everyday_words_are_in_the_script_that_texts_are_folded_to() -> None:
    pack = load_story_words(SHIPPED)
    folder = load_folder(SHIPPED.parent / "fold" / "hant_hans.tsv")
    listed = [pack.serving, *(word for band in (*pack.common_words, *pack.common_chinese) for word in band)]
    assert [word for word in listed if folder.fold(word) != word] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("names.toml", '[firm]\nx = "one"\n'),
        ("concepts.toml", "[things\n"),
        ("concepts.toml", '[things]\nx = ["ab*"]\n[acts]\n[against]\n[ends]\n'),
        ("templates.toml", '[x]\ntitle = [["a"]]\n'),
        ("common.toml", '[words.everywhere]\na = "the"\n'),
        (
            "common.toml",
            "".join(
                f'[{part}.{band}]\na = "市"\n'
                for part in ("words", "chinese")
                for band in ("everywhere", "frequent", "usual", "seldom")
            )
            + '[characters]\na = "的"\n',
        ),
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

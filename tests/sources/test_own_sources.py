# SPDX-License-Identifier: MIT
"""The file of the user's own sources and choices: what is written reads back, and what people wrote in it stays."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hkwatch.app.paths import resources
from hkwatch.domain.catalogue import Catalogue, Kind
from hkwatch.domain.errors import SettingsError
from hkwatch.domain.ids import SourceId
from hkwatch.domain.own_source import NO_CHOICE, Choice, NotifyFrom, SourceOptions
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.own_sources import FILE, Added, add_sources, save_choices, save_own_address

EN = SourceId("sfc-press-en")
CHOICES = st.builds(
    Choice,
    removed=st.booleans(),
    on=st.sampled_from((None, True, False)),
    options=st.builds(
        SourceOptions,
        interval_min=st.none() | st.floats(1, 10_080),
        lang=st.sampled_from(("", "en", "zh-Hant", "zh-Hans")),
        notify=st.sampled_from(NotifyFrom),
        proxy=st.sampled_from(("", "direct", "http://u:p@h.example.test:8080", "socks5://[::1]:1080")),
    ),
)


def load(folder: Path) -> tuple[Catalogue, list[SettingsError]]:
    return load_catalogue(resources() / "catalogue", folder)


def write(folder: Path, text: str) -> Path:
    file = folder / FILE
    file.write_text(text, "utf-8")
    return file


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(choice=CHOICES)
def test_choice_reads_back_as_it_was(tmp_path: Path, choice: Choice) -> None:
    save_choices(tmp_path, {EN: choice})
    found, problems = load(tmp_path)
    assert problems == []
    assert found.choices.get(EN, NO_CHOICE) == choice


def test_choice_of_nothing_leaves_no_row(tmp_path: Path) -> None:
    save_choices(tmp_path, {EN: Choice(removed=True), SourceId("b"): Choice(on=False)})
    save_choices(tmp_path, {EN: NO_CHOICE})
    assert tomllib.loads((tmp_path / FILE).read_text())["choice"] == [{"id": "b", "on": False}]


def test_rows_edited_by_hand_are_kept_also_where_they_are_wrong(tmp_path: Path) -> None:
    write(
        tmp_path,
        '[[source]]\nid = "mine"\nurl = "https://mine.example.test/\\u007f"\nname = { en = "Mine", zh-Hant = "我的" }\n'
        'poll = [{ every_min = 20, from = "10:00", to = "20:00" }]\nheaders = { X-A = "1" }\n\n'
        '[[source]]\nid = "wrong"\nurl = "https://w.example.test/"\nsince = 2025-01-02\ncolour = "red"\n',
    )
    before = tomllib.loads((tmp_path / FILE).read_text())["source"]
    save_choices(tmp_path, {EN: Choice(on=False)})
    after = tomllib.loads((tmp_path / FILE).read_text("utf-8"))
    assert after["source"] == before
    assert after["choice"] == [{"id": "sfc-press-en", "on": False}]


@pytest.mark.parametrize(
    "text",
    ["[[source]\n", 'source = "x"\n', "[choice]\n", '[[venue]]\nid = "x"\n', "\udc80"],
    ids=["syntax", "text", "table", "other", "bytes"],
)
def test_file_that_cannot_be_kept_is_named_and_not_touched(tmp_path: Path, text: str) -> None:
    file = tmp_path / FILE
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    before = file.read_bytes()
    with pytest.raises(SettingsError, match=r"own\.toml.*Nothing was written"):
        save_choices(tmp_path, {EN: Choice(on=False)})
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("interval_min = 0", "interval_min"),
        ('lang = "fr"', "lang"),
        ('notify = "loud"', "notify"),
        ('proxy = "x"', "proxy"),
    ],
)
def test_wrong_choice_is_named_with_its_line_and_the_others_hold(tmp_path: Path, line: str, word: str) -> None:
    write(tmp_path, f'[[choice]]\nid = "a"\n{line}\n\n[[choice]]\nid = "b"\non = false\n')
    found, (problem,) = load(tmp_path)
    assert "own.toml, line 3" in problem.detail
    assert word in problem.detail
    assert found.choices == {SourceId("b"): Choice(on=False)}


def test_own_row_is_the_users_and_a_shipped_one_with_a_changed_key_is_not(tmp_path: Path) -> None:
    write(
        tmp_path,
        f'[[source]]\nid = "mine"\nurl = "https://m.example.test/"\nfolder = "A / B"\n\n[[source]]\nid = "{EN}"\n',
    )
    found, problems = load(tmp_path)
    assert problems == []
    assert (found.sources[SourceId("mine")].own, found.sources[SourceId("mine")].folder) == (True, "A / B")
    assert not found.sources[EN].own


def test_added_rows_read_back_whole(tmp_path: Path) -> None:
    write(tmp_path, '[[source]]\nid = "mine"\nurl = "https://m.example.test/"\nname = "Mine"\nfolder = "A"\n')
    row = load(tmp_path)[0].sources[SourceId("mine")]
    other = tmp_path / "other"
    add_sources(other, Added([row.publisher], [row]), {EN: Choice(on=False)})
    found, problems = load(other)
    assert problems == []
    assert found.sources[row.id] == row
    assert found.sources[row.id].kind is Kind.RSS
    assert found.choices == {EN: Choice(on=False)}
    assert (other / FILE).stat().st_mode & 0o077 == 0


def test_address_of_an_own_row_can_be_changed_and_of_others_not(tmp_path: Path) -> None:
    assert not save_own_address(tmp_path, SourceId("mine"), "https://n.example.test/")
    write(tmp_path, '[[source]]\nid = "mine"\nurl = "https://m.example.test/"\n')
    assert save_own_address(tmp_path, SourceId("mine"), "https://n.example.test/")
    assert load(tmp_path)[0].sources[SourceId("mine")].url == "https://n.example.test/"

# SPDX-License-Identifier: MIT
"""The settings file: defaults, what is wrong with it in words, and writing it."""

import os
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.domain.errors import SettingsError
from hkwatch.domain.item import Level
from hkwatch.domain.notify_grid import NoticeRow
from hkwatch.services import settings as service
from hkwatch.services.settings import General, Look, Notify, Prices, Settings, Sources, load_settings, save_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def refused(file: Path, text: str) -> SettingsError:
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert str(file) in caught.value.detail
    assert caught.value.next_step
    return caught.value


@pytest.mark.parametrize("text", [None, "", "# nothing\n", "[general]\n"])
def test_what_is_not_said_is_the_default(file: Path, text: str | None) -> None:
    if text is not None:
        file.write_text(text)
    assert load_settings(file) == Settings()


def test_one_option_said_leaves_the_others_at_their_defaults(file: Path) -> None:
    file.write_text('[look]\ntheme = "dark"\n[prices]\ninterval_s = 30\n')
    assert load_settings(file) == Settings(look=Look(theme="dark"), prices=Prices(interval_s=30))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("[look\n", ["line 1"], id="no closing bracket"),
        pytest.param('[look]\n\ntheme = dark"\n', ["line 3"], id="no quotation mark"),
        pytest.param('[look]\ntheme = "dark"\ntheme = "light"\n', ["line 3"], id="said twice"),
    ],
)
def test_a_file_that_is_no_toml_is_named_with_its_line(file: Path, text: str, names: list[str]) -> None:
    error = refused(file, text)
    assert error.key == "bad-toml"
    assert all(name in error.detail for name in names)
    assert "line" in error.next_step


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("[lok]\n", ["`lok`", "Did you mean `look`?"], id="unknown section"),
        pytest.param(
            "[zzz]\n",
            ["`zzz`", "data, rules, deadlines, reports, links, keys."],
            id="nothing like it",
        ),
        pytest.param('[look]\ntehme = "dark"\n', ["`tehme`", "$.look", "Did you mean `theme`?"], id="unknown option"),
        pytest.param(
            "[prices]\nzzz = 1\n",
            ["`zzz`", "Known: enabled, interval_s, assets, units, live."],
            id="unknown, nothing like it",
        ),
        pytest.param('theme = "dark"\n', ["`theme`"], id="an option outside its section"),
        pytest.param('[look]\ntheme = "drak"\n', ["drak", "$.look.theme", "Did you mean `dark`?"], id="no such value"),
        pytest.param('[look]\ntheme = "zzz"\n', ["zzz", "$.look.theme", "Known: "], id="no value like it"),
        pytest.param("[prices]\ninterval_s = 4\n", ["$.prices.interval_s", ">= 5"], id="too small"),
        pytest.param("[prices]\ninterval_s = 601\n", ["$.prices.interval_s", "<= 600"], id="too large"),
        pytest.param("[look]\ntext_size_percent = 79\n", ["$.look.text_size_percent", ">= 80"], id="too small a text"),
        pytest.param('[prices]\ninterval_s = "15"\n', ["$.prices.interval_s", "int", "str"], id="words for a number"),
        pytest.param("[prices]\ninterval_s = 15.5\n", ["$.prices.interval_s", "int", "float"], id="no whole number"),
        pytest.param("[prices]\nlive = 1\n", ["$.prices.live", "bool"], id="a number for yes or no"),
        pytest.param("[notify]\nalerts = 1\n", ["$.notify.alerts", "array"], id="a number for a list"),
        pytest.param('[quiet]\nstart = "24:00"\n', ["$.quiet.start"], id="no time of day"),
        pytest.param('[sources]\non = "sfc"\n', ["$.sources.on", "array"], id="one word for a list"),
        pytest.param("[sources]\non = [1]\n", ["$.sources.on", "str"], id="a number in the list"),
        pytest.param("look = 5\n", ["$.look"], id="a number for a section"),
        pytest.param("[[look]]\ntheme = 'dark'\n", ["$.look"], id="a list for a section"),
    ],
)
def test_a_wrong_option_is_named_with_what_may_be_meant(file: Path, text: str, names: list[str]) -> None:
    error = refused(file, text)
    assert error.key == "bad-setting"
    for name in names:
        assert name in error.detail


def test_a_file_that_is_no_text_or_no_file_is_named(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"[look]\ntheme = '\xff\xfe'\n")
    for path in (file, tmp_path):
        with pytest.raises(SettingsError) as caught:
            load_settings(path)
        assert caught.value.key == "unreadable"
        assert str(path) in caught.value.detail


def test_what_is_saved_is_read_back_and_says_what_each_option_means(file: Path) -> None:
    settings = Settings(general=General(language="zh-Hant"), sources=Sources(off=("hkma-press-en",)))
    save_settings(file, settings)
    assert load_settings(file) == settings
    text = file.read_text("utf-8")
    for section in msgspec.structs.fields(Settings):
        if section.name == "keys":
            # Named by the user's commands, each on a line of its own.
            continue
        for option in msgspec.structs.fields(type(getattr(settings, section.name))):
            comment, line = text[: text.index(f"\n{option.name} = ")].rsplit("\n", 1)
            assert comment
            assert line.startswith("# ")
            assert line != f"# {option.name}"


def test_keys_of_ones_own_stand_in_a_section_of_their_own_and_are_read_back(file: Path) -> None:
    settings = Settings(keys={"star": "Ctrl+D", "go-inbox": "G, H", "copy-link": "", "odd": 'a"b\\'})
    save_settings(file, settings)
    assert load_settings(file) == settings
    text = file.read_text("utf-8")
    assert '"star" = "Ctrl+D"' in text[text.index("[keys]") :]


def test_a_key_that_is_no_text_is_an_error_that_names_it(file: Path) -> None:
    file.write_text("[keys]\nstar = 5\n", "utf-8")
    with pytest.raises(SettingsError) as raised:
        load_settings(file)
    assert "$.keys" in raised.value.detail


def test_saving_makes_the_folder(tmp_path: Path) -> None:
    save_settings(tmp_path / "new" / "settings.toml", Settings())
    assert load_settings(tmp_path / "new" / "settings.toml") == Settings()


def test_saving_leaves_nothing_but_the_file(file: Path) -> None:
    save_settings(file, Settings())
    save_settings(file, Settings(look=Look(theme="dark")))
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_save_that_fails_leaves_the_old_file(file: Path) -> None:
    save_settings(file, Settings())
    before = file.read_bytes()
    file.with_suffix(".partial").mkdir()
    with pytest.raises(SettingsError) as caught:
        save_settings(file, Settings(look=Look(theme="dark")))
    assert caught.value.key == "unwritable"
    assert str(file) in caught.value.detail
    assert file.read_bytes() == before


def test_whoever_reads_while_it_is_saved_sees_a_whole_file(file: Path) -> None:
    """The old file stays open and whole: it is replaced, not written over."""
    save_settings(file, Settings())
    before = file.read_text("utf-8")
    with file.open(encoding="utf-8") as reader:
        save_settings(file, Settings(look=Look(theme="dark")))
        if os.name != "nt":
            assert reader.read() == before
    assert load_settings(file).look.theme == "dark"


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
SETTINGS = st.builds(
    Settings,
    general=st.builds(
        General,
        language=st.sampled_from(["system", "en", "zh-Hant", "zh-Hans"]),
        close=st.sampled_from(["ask", "tray", "quit"]),
        keep_without_tray=st.booleans(),
    ),
    look=st.builds(
        Look,
        theme=st.sampled_from(["system", "light", "dark"]),
        price_colours=st.sampled_from(["green-up", "red-up", "blue-orange"]),
        two_line_rows=st.booleans(),
        text_size_percent=st.integers(80, 200),
    ),
    notify=st.builds(
        Notify,
        critical=st.lists(TEXTS, max_size=3).map(tuple),
        sound_high=st.sampled_from(["none", "ping", "chime", "alarm"]),
        repeat_critical=st.booleans(),
    ),
    prices=st.builds(Prices, enabled=st.booleans(), interval_s=st.integers(5, 600)),
    sources=st.builds(Sources, on=st.lists(TEXTS, max_size=3).map(tuple), off=st.lists(TEXTS, max_size=3).map(tuple)),
)


@given(SETTINGS)
def test_any_settings_survive_the_way_through_the_file(settings: Settings) -> None:
    assert msgspec.convert(tomllib.loads(service.to_toml(settings)), Settings) == settings


@pytest.mark.parametrize(
    ("tell_from", "told"),
    [
        ("high", {Level.CRITICAL, Level.HIGH}),
        ("normal", {Level.CRITICAL, Level.HIGH, Level.NORMAL}),
        ("nothing", set()),
    ],
)
def test_the_lowest_level_of_a_former_file_is_told_as_before(file: Path, tell_from: str, told: set[Level]) -> None:
    file.write_text(f'[notify]\ntell_from = "{tell_from}"\nalerts = true\n', "utf-8")
    notify = load_settings(file).notify
    assert {level for level in Level if notify.grid.tells_item(level, of_register=False)} == told
    assert notify.grid.tells_item(Level.HIGH, of_register=True) is (tell_from != "nothing")
    assert notify.grid.tells(NoticeRow.ALERTS)
    assert notify.tell_from == tell_from
    assert Level.HIGH in notify.grid.counted(), "the badge was there whatever was told"


def test_alerts_that_a_former_file_switched_off_stay_off(file: Path) -> None:
    file.write_text("[notify]\nalerts = false\n", "utf-8")
    assert not load_settings(file).notify.grid.tells(NoticeRow.ALERTS)
    assert load_settings(file).notify.tell_from == "high"


def test_what_a_file_says_in_words_of_today_goes_before_those_of_a_former_version(file: Path) -> None:
    file.write_text('[notify]\ntell_from = "nothing"\ncritical = ["popup", "my-phone"]\n', "utf-8")
    notify = load_settings(file).notify
    assert notify.critical == ("popup", "my-phone")
    assert notify.grid.tells(NoticeRow.CRITICAL)
    assert not notify.grid.tells(NoticeRow.HIGH)


def test_a_lowest_level_keeps_the_ways_of_rows_that_are_told_already() -> None:
    chosen = Notify(high=("sound", "my-phone"), normal=("popup",)).with_tell_from("normal")
    assert (chosen.high, chosen.normal, chosen.tell_from) == (("sound", "my-phone"), ("popup",), "normal")
    assert chosen.with_tell_from("nothing").high == ()
    assert Notify(low=("popup",)).tell_from == "", "a grid of its own is no lowest level"


@pytest.mark.parametrize(
    ("general", "after_ms"),
    [
        (General(), 2000),
        (General(mark_read="opened", mark_read_after_s=9), 0),
        (General(mark_read="after", mark_read_after_s=9), 9000),
        (General(mark_read="by-hand"), None),
    ],
)
def test_what_makes_an_item_read_is_a_time_at_once_or_nothing(general: General, after_ms: int | None) -> None:
    assert general.viewed_after_ms == after_ms

# SPDX-License-Identifier: MIT
"""The script that takes the README's pictures: which run takes which, and that the README shows none it does not take."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures_make", ROOT / "packaging" / "pictures" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses look themselves up there.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_one_run_of_the_demo_takes_all_pages_of_a_look(make: ModuleType) -> None:
    runs = make.by_run(["inbox-light-en", "keys-light-en", "inbox-dark-zh-Hant"])
    assert runs == {("light", "en"): ["inbox", "keys"], ("dark", "zh-Hant"): ["inbox"]}


@pytest.mark.parametrize("name", ["inbox", "inbox-light", "inbox-blue-en", "nowhere-light-en"])
def test_a_name_that_is_no_picture_is_refused_with_what_there_is(make: ModuleType, name: str) -> None:
    with pytest.raises(ValueError, match="inbox-light-en"):
        make.by_run([name])


def test_every_look_is_among_the_pictures(make: ModuleType) -> None:
    looks = set(make.by_run(make.PICTURES))
    assert {theme for theme, _ in looks} == {"light", "dark"}
    assert {language for _, language in looks} == {"en", "zh-Hant", "zh-Hans"}


def test_the_readme_shows_pictures_the_script_takes(make: ModuleType) -> None:
    told = re.findall(r"packaging/pictures/([\w-]+)\.png", (ROOT / "README.md").read_text("utf-8"))
    assert told
    former = {"inbox-light", "sources-light"}
    assert set(told) - former <= set(make.PICTURES)

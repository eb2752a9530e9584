# SPDX-License-Identifier: MIT
"""The script that takes the README's pictures: which run takes which, and that the README shows none it does not take."""

import importlib.util
import re
import subprocess
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
    runs = make.by_run(["flagged-light-en", "guide-light-en", "reader-dark-zh-Hant"])
    assert runs == {("light", "en"): ["flagged", "guide"], ("dark", "zh-Hant"): ["reader"]}


@pytest.mark.parametrize("name", ["flagged", "flagged-light", "flagged-blue-en", "nowhere-light-en"])
def test_a_name_that_is_no_picture_is_refused_with_what_there_is(make: ModuleType, name: str) -> None:
    with pytest.raises(ValueError, match="flagged-light-en"):
        make.by_run([name])


def test_every_look_is_among_the_pictures(make: ModuleType) -> None:
    looks = set(make.by_run(make.PICTURES))
    assert {theme for theme, _ in looks} == {"light", "dark"}
    assert {language for _, language in looks} == {"en", "zh-Hant"}


def test_the_readme_shows_all_the_script_takes_and_nothing_else(make: ModuleType) -> None:
    told = re.findall(r"packaging/pictures/([\w-]+)\.png", (ROOT / "README.md").read_text("utf-8"))
    assert sorted(told) == sorted(make.PICTURES)
    there = {file.stem for file in (ROOT / "packaging" / "pictures").glob("*.png")}
    assert there == set(make.PICTURES)


def test_every_picture_of_the_readme_is_there_light_and_dark() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    found = re.findall(r"<picture>(.*?)</picture>", text, re.DOTALL)
    assert len(found) == text.count("<img ")
    for one in found:
        dark, light = re.findall(r'packaging/pictures/([\w-]+\.\w+)"', one)
        assert dark == light.replace("-light", "-dark")
        assert "prefers-color-scheme: dark" in one
        assert re.search(r'alt="[^"]{10,}"', one)
        assert 'width="100%"' in one


def test_the_drawing_of_the_architecture_is_the_one_its_script_makes(tmp_path: Path) -> None:
    folder = ROOT / "packaging" / "pictures"
    subprocess.run([sys.executable, str(folder / "architecture.py"), "--out", str(tmp_path)], check=True, timeout=60)
    for name in ("architecture-light.svg", "architecture-dark.svg"):
        assert (tmp_path / name).read_text("utf-8") == (folder / name).read_text("utf-8")

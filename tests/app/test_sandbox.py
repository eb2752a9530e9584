# SPDX-License-Identifier: MIT
"""In a Flatpak: the name the desktop knows, files as they lie outside, and what cannot be written from inside."""

from pathlib import Path

import pytest

from hkwatch.app.link_handler import links_of
from hkwatch.app.login import login_of
from hkwatch.app.options import Options
from hkwatch.app.paths import AppPaths
from hkwatch.app.sandbox import desktop_id, outside

ID = "io.github.hkwatch.hkwatch"
IN = {"FLATPAK_ID": ID}
SOUND = Path("/app/lib/hkwatch/_internal/hkwatch/resources/sounds/high.wav")


@pytest.fixture
def info(tmp_path: Path) -> Path:
    file = tmp_path / "flatpak-info"
    file.write_text(f"[Application]\nname={ID}\n\n[Instance]\ninstance-id=7\napp-path=/var/lib/flatpak/app/x/files\n")
    return file


def test_the_desktop_knows_a_flatpak_by_its_id_and_all_else_by_name() -> None:
    assert (desktop_id(IN), desktop_id({})) == (ID, "hkwatch")


def test_a_file_of_the_flatpak_is_named_as_it_lies_outside(info: Path) -> None:
    assert outside(SOUND, IN, info) == Path("/var/lib/flatpak/app/x/files") / SOUND.relative_to("/app")


def test_no_other_file_is_renamed(info: Path, tmp_path: Path) -> None:
    assert outside(SOUND, {}, info) == SOUND
    assert outside(tmp_path, IN, info) == tmp_path
    assert outside(SOUND, IN, tmp_path / "nothing") == SOUND


@pytest.mark.parametrize("text", ["", "app-path=/x", "[Instance]\napp-path=up/../x", "[Instance]\n", "\x00[", "[a\n[b"])
def test_a_strange_description_renames_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "info"
    file.write_text(text)
    assert outside(SOUND, IN, file) == SOUND


def test_starting_at_login_is_refused_with_what_to_do_and_writes_nothing(tmp_path: Path) -> None:
    entry = login_of(Options(AppPaths.standard()), "linux", {**IN, "XDG_CONFIG_HOME": str(tmp_path)})
    assert entry is not None
    assert not entry.is_on()
    with pytest.raises(OSError, match=f"flatpak run {ID} --hidden"):
        entry.set_on(True)
    entry.set_on(False)
    assert list(tmp_path.iterdir()) == []


def test_links_are_left_to_the_entry_that_flatpak_exports() -> None:
    assert links_of(Options(AppPaths.standard()), "linux", {**IN, "HOME": "/nowhere"}) is None

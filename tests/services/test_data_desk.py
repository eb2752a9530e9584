# SPDX-License-Identifier: MIT
"""Looking after the stored data: places, copies, moving, erasing, checking, saving what is readable."""

import json
import os
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.app.paths import AppPaths
from hkwatch.domain.errors import SettingsError, StoreError
from hkwatch.services import diagnosis, erasing, moving, settings_exchange, store_check
from hkwatch.services.contacts import Polls, Purpose, contacts
from hkwatch.services.data_desk import CopyKind, DataDesk, last_good
from hkwatch.services.first_run import Answers, Group, load_measured, settings_for
from hkwatch.services.places import look_at, network_of, synced_by
from hkwatch.services.salvaging import export_readable
from hkwatch.services.settings import Settings, load_settings, to_toml
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.store import backups
from hkwatch.store.asked import Asked
from hkwatch.store.db import open_writer, set_meta
from store.stored import add, new_item

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)
RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def desk(tmp_path: Path) -> DataDesk:
    """A store with one remembered value, a backup, a digest and settings, in folders of their own."""
    folders = [tmp_path / name for name in ("data", "config", "log")]
    for folder in folders:
        folder.mkdir()
    made = DataDesk(*folders, lambda: NOW)
    db = open_writer(made.database, made.backups, NOW)
    set_meta(db, "mine", "kept")
    db.close()
    made.back_up()
    (made.data_dir / "digests").mkdir()
    (made.data_dir / "digests" / "today.html").write_text("digest")
    (made.config_dir / "settings.toml").write_text('[look]\ntheme = "dark"\n')
    return made


def meta(database: Path) -> str:
    db = open_writer(database, database.parent / "backups", NOW)
    value = db.execute("SELECT value FROM meta WHERE key = 'mine'").fetchone()[0]
    db.close()
    return str(value)


# Places


def test_network_shares_are_known_by_the_nearest_mount() -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\nnas:/x /mnt/share nfs4 rw 0 0\n/dev/sdb1 /mnt/share/local\\040disk ext4 rw 0 0\n"
    assert network_of(Path("/home/me/data"), mounts) == ""
    assert network_of(Path("/mnt/share/data"), mounts) == "nfs4"
    assert network_of(Path("/mnt/sharedata"), mounts) == ""
    assert network_of(Path("/mnt/share/local disk/data"), mounts) == ""
    assert network_of(Path("/mnt/share"), mounts.replace("nfs4", "fuse.sshfs")) == "fuse.sshfs"


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/me/Dropbox/hkwatch", "Dropbox"),
        ("/home/me/Dropbox (Personal)/hkwatch", "Dropbox"),
        ("/home/me/OneDrive - Example Ltd/x", "OneDrive"),
        ("/home/me/Nextcloud", "Nextcloud"),
        ("/Users/me/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("/home/me/Google Drive/x", "Google Drive"),
        ("/home/me/dropboxes/x", ""),
        ("/home/me/data", ""),
    ],
)
def test_synced_folders_are_known_by_their_names(folder: str, service: str) -> None:
    assert synced_by(Path(folder)) == service


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert look_at(tmp_path / "new").problem == "Permission denied"
    tmp_path.chmod(0o700)


def test_a_folder_under_a_file_cannot_be_used(tmp_path: Path) -> None:
    place = look_at(tmp_path / "new" / "deeper")
    assert (place.problem, place.network, place.synced) == ("", "", "")
    assert place.free_bytes


# Copies


def test_copies_are_listed_newest_first_and_the_last_good_one_is_sound(desk: DataDesk) -> None:
    bad = desk.backups / "daily-2026-11-26.db"
    bad.write_bytes(b"no database")
    os.utime(desk.backups / "hkwatch-20261125T030000Z.db", (1, 1))
    assert [copy.kind for copy in desk.facts().copies] == [CopyKind.DAILY, CopyKind.OWN]
    found = last_good(desk.backups)
    assert found is not None
    assert found[0].file.name == "hkwatch-20261125T030000Z.db"


def test_a_test_restore_leaves_nothing_behind(desk: DataDesk) -> None:
    before = sorted(desk.data_dir.iterdir())
    assert desk.test(desk.backups / "hkwatch-20261125T030000Z.db").counts["item"] == 0
    assert sorted(desk.data_dir.iterdir()) == before
    (desk.backups / "hkwatch-1.db").write_bytes(b"no database")
    with pytest.raises(StoreError):
        desk.test(desk.backups / "hkwatch-1.db")
    assert sorted(desk.data_dir.iterdir()) == before


# Moving


def test_the_data_moves_is_found_there_and_can_go_back(desk: DataDesk, tmp_path: Path) -> None:
    target = tmp_path / "disk" / "hkwatch"
    heard: list[str] = []
    moving.move(desk.data_dir, target, desk.config_dir, heard.append)
    assert heard == ["hkwatch.db", "backups", "digests", "check"]
    assert meta(target / "hkwatch.db") == "kept"
    assert (target / "digests" / "today.html").read_text() == "digest"
    assert AppPaths.choose(desk.config_dir).data_dir == target
    # The old folder is whole.
    assert meta(desk.database) == "kept"
    there = DataDesk(target, desk.config_dir, desk.log_dir, lambda: NOW)
    assert there.facts().moved_from == desk.data_dir
    assert moving.move_back(desk.config_dir) == desk.data_dir
    assert AppPaths.choose(desk.config_dir).data_dir == desk.data_dir


def test_the_old_data_is_deleted_and_nothing_else_of_that_folder(desk: DataDesk, tmp_path: Path) -> None:
    (desk.data_dir / "mine.txt").write_text("mine")
    target = tmp_path / "new"
    moving.move(desk.data_dir, target, desk.config_dir)
    assert moving.remove_old(desk.config_dir, target) == desk.data_dir
    assert [path.name for path in desk.data_dir.iterdir()] == ["mine.txt"]
    with pytest.raises(SettingsError):
        moving.move_back(desk.config_dir)


@pytest.mark.skipif(os.name == "nt", reason="links to folders take rights there")
def test_the_data_in_use_is_never_taken_for_the_old_data_by_another_name(desk: DataDesk, tmp_path: Path) -> None:
    target = tmp_path / "new"
    moving.move(desk.data_dir, target, desk.config_dir)
    (tmp_path / "link").symlink_to(desk.data_dir, target_is_directory=True)
    same = DataDesk(tmp_path / "link", desk.config_dir, desk.log_dir, lambda: NOW)
    assert same.facts().moved_from is None
    with pytest.raises(SettingsError, match="no old data folder"):
        same.remove_old()
    assert meta(desk.database) == "kept"


def test_a_move_that_cannot_be_done_changes_nothing(desk: DataDesk, tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "hkwatch.db").write_text("somebody's")
    for target, key in (
        (full, "not-empty"),
        (desk.data_dir, "same-folder"),
        (desk.data_dir / "in", "inside-itself"),
    ):
        with pytest.raises(SettingsError) as caught:
            moving.move(desk.data_dir, target, desk.config_dir)
        assert caught.value.key == key
    desk.database.write_bytes(b"\xff" * 8192)
    with pytest.raises(StoreError):
        moving.move(desk.data_dir, tmp_path / "new", desk.config_dir)
    assert not (tmp_path / "new").exists()
    assert moving.read_pointer(desk.config_dir) is None
    assert (full / "hkwatch.db").read_text() == "somebody's"


def test_a_folder_that_is_gone_is_an_error_and_not_an_empty_store(desk: DataDesk, tmp_path: Path) -> None:
    pointer = desk.config_dir / moving.POINTER
    pointer.write_text(json.dumps({"data": str(tmp_path / "unplugged"), "old": str(desk.data_dir)}))
    with pytest.raises(SettingsError, match="not there"):
        AppPaths.choose(desk.config_dir)
    pointer.write_text("{")
    with pytest.raises(SettingsError, match="cannot be read"):
        AppPaths.choose(desk.config_dir)


# Erasing


def test_everything_is_erased_but_one_sound_copy_and_what_is_not_hkwatchs(desk: DataDesk) -> None:
    (desk.data_dir / "mine.txt").write_text("mine")
    (desk.log_dir / "hkwatch.log").write_text("log")
    (desk.config_dir / "rules").mkdir()
    (desk.config_dir / "rules" / "own.toml").write_text("")
    kept = erasing.erase(desk.data_dir, desk.config_dir, desk.log_dir, NOW)
    assert backups.check(kept).counts["item"] == 0
    assert sorted(path.name for path in desk.data_dir.iterdir()) == ["backups", "mine.txt"]
    assert sorted(path.name for path in kept.parent.iterdir()) == [kept.name, kept.with_suffix(".settings").name]
    assert sorted(path.name for path in kept.with_suffix(".settings").iterdir()) == ["rules", "settings.toml"]
    assert not list(desk.config_dir.iterdir())
    assert not list(desk.log_dir.iterdir())


def test_nothing_is_erased_where_no_copy_can_be_made(desk: DataDesk) -> None:
    desk.database.write_bytes(b"\xff" * 8192)
    with pytest.raises(StoreError):
        erasing.erase(desk.data_dir, desk.config_dir, desk.log_dir, NOW)
    assert (desk.config_dir / "settings.toml").exists()
    assert (desk.backups / "hkwatch-20261125T030000Z.db").exists()


# The check before the window


def break_store(file: Path) -> None:
    """Every page but the first turned over."""
    raw = bytearray(file.read_bytes())
    for at in range(4096, len(raw), 512):
        raw[at] ^= 0xFF
    file.write_bytes(raw)


def test_flipped_bytes_are_found_and_the_last_good_copy_is_offered(desk: DataDesk, tmp_path: Path) -> None:
    assert store_check.damage(desk.database, desk.backups) is None
    assert store_check.damage(tmp_path / "none.db", desk.backups) is None
    break_store(desk.database)
    found = store_check.damage(desk.database, desk.backups, None)
    assert found is not None
    assert found.detail
    assert found.copy is not None
    assert found.copy.file.name == "hkwatch-20261125T030000Z.db"


def test_what_is_readable_is_saved_as_files_anybody_opens(desk: DataDesk, tmp_path: Path) -> None:
    saved = export_readable(desk.database, tmp_path, NOW)
    assert saved.folder.name == "hkwatch-readable-20261125T030000Z"
    lines = (saved.folder / "meta.jsonl").read_text("utf-8").splitlines()
    assert {"key": "mine", "value": "kept"} in [json.loads(line) for line in lines]
    assert json.loads((saved.folder / "summary.json").read_text())["meta"]["unreadable_places"] == 0
    assert (saved.folder / "item.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert saved.lost_ranges == 0


@pytest.mark.parametrize("name", ["../../outside", 'half"a"name', "x" * 300, ""])
def test_whatever_a_damaged_file_calls_its_tables_they_are_saved_in_the_folder(tmp_path: Path, name: str) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    file = tmp_path / "store.db"
    with closing(sqlite3.connect(file)) as db, db:
        db.execute(f"CREATE TABLE {quoted} (n INTEGER)")
        db.execute(f"INSERT INTO {quoted} VALUES (7)")
    parent = tmp_path / "a" / "b"
    saved = export_readable(file, parent, NOW)
    assert saved.rows == 1
    assert sorted(one.name for one in saved.folder.iterdir()) == ["summary.json", "table-0.jsonl"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "store.db"]
    assert json.loads((saved.folder / "table-0.jsonl").read_text()) == {"n": 7}


# Settings to another computer


def test_settings_go_to_another_computer_and_back(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[look]\ntheme = "dark"\n[reports]\ndigest_folder = "/home/me/digests"\n')
    mine = load_settings(file)
    settings_exchange.write(tmp_path / "out.toml", mine)
    assert "/home/me" not in (tmp_path / "out.toml").read_text()
    there = settings_exchange.read(tmp_path / "out.toml", Settings())
    (change,) = settings_exchange.differences(Settings(), there)
    assert (change.section, change.option, change.before, change.after) == ("look", "theme", "system", "dark")


def test_what_a_file_does_not_name_stays_and_what_is_wrong_is_named(tmp_path: Path) -> None:
    file = tmp_path / "part.toml"
    file.write_text("[prices]\ninterval_s = 60\n")
    now = load_settings_from('[look]\ntheme = "dark"\n', tmp_path)
    assert settings_exchange.read(file, now).look.theme == "dark"
    for text, key in (
        ("[prices]\ninterval_s = 1\n", "bad-setting"),
        ("[x", "bad-toml"),
        ("[nothing]\na = 1\n", "bad-setting"),
    ):
        file.write_text(text)
        with pytest.raises(SettingsError) as caught:
            settings_exchange.read(file, now)
        assert caught.value.key == key


def load_settings_from(text: str, folder: Path) -> Settings:
    file = folder / "now.toml"
    file.write_text(text)
    return load_settings(file)


# Diagnosis


@given(secret=st.text("abcdefghijkXYZ0123456789", min_size=8, max_size=40))
def test_secrets_never_reach_a_diagnosis(secret: str) -> None:
    for text in (
        f"Authorization: Bearer {secret}{secret}",
        f"https://me:{secret}@example.test/feed",
        f"url=https://example.test/feed?key={secret} status=200",
        f'api_key = "{secret}"',
        f"token={secret} next",
        f'fred_api_key = "{secret}"',
        f'{{"access_token": "{secret}", "x": 1}}',
        f"HKWATCH_SECRET_DESK={secret}",
        f"client_secret: {secret}",
        f"X-Auth-Token: {secret}",
    ):
        assert secret not in diagnosis.without_secrets(text).replace("(left out)", "")


def test_a_bundle_holds_settings_and_logs_without_secrets(desk: DataDesk, tmp_path: Path) -> None:
    (desk.log_dir / "hkwatch.log").write_text("source=x url=https://u:hidden99@example.test/?k=hidden99\n")
    file = diagnosis.write_bundle(tmp_path / "d.zip", "hkwatch", desk.config_dir, desk.log_dir)
    with zipfile.ZipFile(file) as bundle:
        assert bundle.namelist() == ["diagnosis.txt", "config/settings.toml", "log/hkwatch.log"]
        assert b"hidden99" not in b"".join(bundle.read(name) for name in bundle.namelist())


def test_a_log_that_is_cut_begins_with_a_whole_line(desk: DataDesk, tmp_path: Path) -> None:
    line = b"Authorization: Bearer hidden99" + b"a" * 200 + b"\n"
    (desk.log_dir / "hkwatch.log").write_bytes(line + b"x" * 1_999_899 + b"\n")
    file = diagnosis.write_bundle(tmp_path / "d.zip", "hkwatch", desk.config_dir, desk.log_dir)
    with zipfile.ZipFile(file) as bundle:
        assert not bundle.read("log/hkwatch.log").startswith(b"a")


def test_a_diagnosis_names_the_zone_once() -> None:
    assert "HKT HKT" not in diagnosis.describe(NOW, (), None)


def test_secrets_are_looked_for_in_a_time_that_grows_with_the_log() -> None:
    began = perf_counter()
    diagnosis.without_secrets("a-token" * 30_000 + " https://" + "a." * 30_000)
    assert perf_counter() - began < 1.5


def test_a_time_that_can_be_none_does_not_end_the_rescue(desk: DataDesk, tmp_path: Path) -> None:
    db = open_writer(desk.database, desk.backups, NOW)
    add(db, new_item("Kept", published=NOW), new_item("Kept as well", at=NOW))
    db.execute("UPDATE item SET published_ms = ? WHERE title = 'Kept'", (2**62,))
    db.close()
    told = export_readable(desk.database, tmp_path / "out", NOW)
    assert told.items == 2
    assert str(2**62) in (told.folder / "item.csv").read_text("utf-8")


# Hosts and the first run


def test_hosts_are_counted_over_their_sources_and_venues_named_only_while_prices_are_on() -> None:
    catalogue, _ = load_catalogue(RESOURCES / "catalogue", Path("/nowhere"))
    first, second, *_ = [
        row.id for row in catalogue.sources.values() if "www.sfc.hk" in row.url or "apps.sfc" in row.url
    ]
    polls = {first: Polls(3, NOW), second: Polls(2, None)}
    found = contacts(catalogue, polls, prices=False, language="en")
    assert sum(one.count or 0 for one in found) == 5
    assert {one.purpose for one in found} == {Purpose.SOURCE}
    with_prices = contacts(catalogue, polls, prices=True, language="en")
    assert {one.purpose for one in with_prices} == set(Purpose) - {Purpose.STREAM, Purpose.PAGES}
    live = contacts(catalogue, polls, prices=True, live=True, language="en")
    assert "data-stream.binance.vision" in {one.host for one in live if one.purpose is Purpose.STREAM}


def test_requests_to_venues_streams_and_pages_are_counted_by_host() -> None:
    catalogue, _ = load_catalogue(RESOURCES / "catalogue", Path("/nowhere"))
    venue = next(row for row in catalogue.venues.values() if row.enabled)
    host = urlsplit(venue.url).hostname or ""
    sfc = next(row for row in catalogue.sources.values() if "www.sfc.hk" in row.url)
    asked = {host: Asked(41, NOW), "www.sfc.hk": Asked(9, NOW), "documents.example.test": Asked(2, NOW)}
    found = contacts(catalogue, {sfc.id: Polls(3, NOW)}, asked, prices=True, language="en")
    by_host = {one.host: one for one in reversed(found)}
    assert (by_host[host].purpose, by_host[host].count) == (Purpose.PRICES, 41)
    assert by_host["www.sfc.hk"].count == 9
    assert (by_host["documents.example.test"].purpose, by_host["documents.example.test"].count) == (Purpose.PAGES, 2)
    off = {one.host: one.count for one in contacts(catalogue, {}, asked, prices=False, language="en")}
    assert off == {host: 41, "www.sfc.hk": 9, "documents.example.test": 2}


def test_the_answers_of_the_first_run_become_settings() -> None:
    catalogue, _ = load_catalogue(RESOURCES / "catalogue", Path("/nowhere"))
    groups = frozenset((Group.SFC, Group.MEDIA_HK))
    made = settings_for(Answers("zh-Hant", "red-up", groups, (), "nothing"), catalogue, Settings())
    assert (made.general.language, made.look.price_colours, made.notify.tell_from) == ("zh-Hant", "red-up", "nothing")
    assert not made.prices.enabled
    assert "hkma-press-en" in made.sources.off
    assert "coindesk" in made.sources.off
    assert not {"sfc-press-en", "rthk-en-finance"} & set(made.sources.off)
    assert to_toml(made)


def test_the_measured_figures_are_whole() -> None:
    measured = load_measured(RESOURCES)
    assert measured.important <= measured.normal <= measured.items
    assert (measured.end - measured.start).days + 1 == measured.days

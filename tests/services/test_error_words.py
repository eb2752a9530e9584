# SPDX-License-Identifier: MIT
"""Every error that may reach a window has words in both Chinese scripts, with its names and figures in them."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hkwatch.app.paths import resources
from hkwatch.services.error_words import ErrorWords
from hkwatch.services.pdf_child import KEYS as PDF_KEYS

LANGUAGES = ("zh-Hant", "zh-Hans")
SOURCES = Path(__file__).resolve().parents[2] / "src" / "hkwatch"
ONLY_IN_A_TERMINAL = (
    "app/alert_file app/alerts app/backup app/channels app/deadlines app/display app/evidence app/export app/files",
    "app/fresh_file app/instance app/prices app/register_answers app/registers app/reports app/rules app/search app/searches",
    "app/sources app/stored app/watcher",
)
MADE = "FetchError FormatError StoreError SettingsError NotifyError RequestError BusLostError Quarantine"
"""Quarantine is why a page of a register is held."""
FILL = ("www.example.test", "17", "3.5", "X-1", "Y-2", "Z-3")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
WORDS = {language: ErrorWords.load(resources(), language) for language in LANGUAGES}


@dataclass(frozen=True)
class Raised:
    """One place where an error is made: what is known of it without running it."""

    where: str
    key: str | None
    details: tuple[str, ...]
    steps: tuple[str, ...]


def _texts(node: ast.expr | None) -> tuple[str, ...]:
    """Every text an expression may be; empty where that is known at run time only."""
    match node:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.JoinedStr(values=values):
            holes = iter(FILL)
            parts = [_texts(one) if isinstance(one, ast.Constant) else (next(holes),) for one in values]
            return tuple("".join(made) for made in product(*parts))
        case ast.IfExp(body=body, orelse=other):
            return _texts(body) + _texts(other)
        case _:
            return ()


def raised() -> Iterator[Raised]:
    for file in sorted(SOURCES.rglob("*.py")):
        name = file.relative_to(SOURCES).with_suffix("").as_posix()
        if name in " ".join(ONLY_IN_A_TERMINAL).split() or name.startswith("replica/"):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called in ("error", "problem") and len(node.args) > 2 and name.startswith("sources/"):
                # What a row or a rule of the user's files says of itself; only its next step is a whole sentence.
                steps = _texts(node.args[-1]) if len(node.args) == (4 if called == "error" else 3) else ()
                yield Raised(f"{name}:{node.lineno}", _texts(node.args[0])[0], (), steps)
            if called in MADE.split():
                given_args: list[ast.expr | None] = [*node.args, None, None, None]
                keys = _texts(given_args[0])
                steps = _texts(given_args[2]) if called != "Quarantine" else ()
                key = keys[0] if keys and FILL[0] not in keys[0] else None
                yield Raised(f"{name}:{node.lineno}", key, _texts(given_args[1]), steps)


ALL = tuple(raised())


def test_the_places_where_errors_are_made_are_found() -> None:
    assert len(ALL) > 180
    assert {one.key for one in ALL} >= {"dns", "unwritable", "venue-pair", "rows-gone"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_may_reach_a_window_has_a_sentence(language: str) -> None:
    table = tomllib.loads((resources() / "errors" / f"{language}.toml").read_text("utf-8"))
    statuses = {f"http-{status}" for status in (400, 401, 403, 404, 410, 418, 429, 451, 500, 502, 503, 504)}
    tls = {"tls-expired", "tls-not-yet-valid", "tls-host-mismatch", "tls-unknown-issuer", "tls-certificate"}
    wanted = {one.key for one in ALL if one.key} | PDF_KEYS | statuses | tls | {"page-changed", "key-twice"}
    assert wanted - set(table["keys"]) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cause_and_every_step_is_told_with_what_stands_in_it(language: str) -> None:
    english = []
    for one in ALL:
        for text, key in [(detail, one.key or "page-changed") for detail in one.details] + [(s, "") for s in one.steps]:
            said = WORDS[language].say(text, key) if text else "無"
            lost = [name for name in FILL if name in text and name not in said]
            is_short = text.endswith(("and was dropped.", "but sent none.", "(3.5)."))
            if not _CHINESE.search(said) or (lost and not is_short):
                english.append((one.where, text, said))
    assert english == []


def test_both_tables_say_the_same_sentences_with_the_same_holes() -> None:
    hant, hans = (tomllib.loads((resources() / "errors" / f"{one}.toml").read_text("utf-8")) for one in LANGUAGES)
    for part in ("keys", "causes", "steps"):
        assert list(hant[part]) == list(hans[part])
        for english, other in hant[part].items():
            holes = set(re.findall(r"\{\d\}", other))
            assert holes == set(re.findall(r"\{\d\}", hans[part][english]))
            assert part == "keys" or holes <= set(re.findall(r"\{\d\}", english))


def test_a_cause_and_its_step_in_one_line_are_both_told() -> None:
    said = WORDS["zh-Hant"].say("www.sfc.hk refuses the connection. Check the address of this source.", "")
    assert said == "www.sfc.hk 拒絕連線。請檢查此來源的網址。"


def test_a_cause_only_english_describes_stands_behind_the_sentence_of_its_key() -> None:
    said = WORDS["zh-Hans"].say("/data/hkwatch.db: disk I/O error. Check the folder's permissions.", "disk")
    assert said == "磁盘读写失败。/data/hkwatch.db: disk I/O error. 请检查文件夹的权限。"


def test_what_nobody_translated_stays_as_it_is() -> None:
    assert WORDS["zh-Hant"].say("Some words of a stranger", "") == "Some words of a stranger"
    assert ErrorWords.load(resources(), "en").say("www.sfc.hk refuses the connection.", "refused") == (
        "www.sfc.hk refuses the connection."
    )


def test_a_held_page_says_in_one_language_what_it_lacks() -> None:
    text = "The page changed shape; not compared. 3 of 20 rows of the register are gone at once."
    assert WORDS["zh-Hant"].say(text, "page-changed") == "頁面格式改變，未作比較。登記冊 20 行之中，有 3 行同時消失。"


@given(st.text(max_size=300), st.sampled_from(("", "disk", "unknown")))
def test_no_text_of_a_stranger_breaks_it_and_none_is_lost_unless_known(text: str, key: str) -> None:
    assert WORDS["zh-Hant"].say(text, key).strip() or not text.strip()

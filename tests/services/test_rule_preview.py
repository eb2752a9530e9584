# SPDX-License-Identifier: MIT
"""What the preview of a rule says of the stored items."""

from contextlib import closing
from pathlib import Path

import pytest

from hkwatch.domain.ids import PublisherId, SourceId
from hkwatch.domain.query import QueryError
from hkwatch.domain.user_rules import Scope, UserRule
from hkwatch.services.rule_preview import Alone, Preview, preview
from hkwatch.store.db import open_reader
from services.rig import RTHK, run, shipped
from services.rules_rig import RulesRig

TITLES = ("Licence granted", "License lost", "牌照費", "Weather")


def previewed(folder: Path, rule: UserRule) -> Preview:
    async def store() -> None:
        async with RulesRig(folder) as rig:
            await rig.take(*TITLES)
            await rig.take("Licence on the radio", source=SourceId(RTHK))
            rig.clock.step(60)

    if not (folder / "hkwatch.db").exists():
        run(store())
    files = shipped()
    official = tuple(one.id for one in files.catalogue.publishers.values() if one.role != "media")
    with closing(open_reader(folder / "hkwatch.db")) as db:
        return preview(db, rule, files.folder, RulesRig(folder).clock.now(), official)


def test_it_counts_what_matches_and_what_each_alternative_brings_alone(tmp_path: Path) -> None:
    found = previewed(tmp_path, UserRule("r", "R", "title:licence,牌照 | license | lost"))
    assert (found.total, found.matched) == (5, 4)
    assert found.alone == (Alone("title:licence", 2), Alone("title:牌照", 1))
    assert sorted(row.title for row in found.rows) == [
        "Licence granted",
        "Licence on the radio",
        "License lost",
        "牌照費",
    ]
    assert [row.title for row in found.others] == ["Weather"]


def test_exceptions_and_whose_items_count(tmp_path: Path) -> None:
    rule = UserRule("r", "R", "licence", unless="granted")
    assert [row.title for row in previewed(tmp_path, rule).rows] == ["Licence on the radio"]
    official = UserRule("r", "R", "licence", scope=Scope.OFFICIAL)
    assert [row.title for row in previewed(tmp_path, official).rows] == ["Licence granted"]
    chosen = UserRule("r", "R", "licence", scope=Scope.CHOSEN, publishers=(PublisherId("rthk"),))
    assert [row.title for row in previewed(tmp_path, chosen).rows] == ["Licence on the radio"]


def test_a_query_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(QueryError):
        previewed(tmp_path, UserRule("r", "R", "(open"))

# SPDX-License-Identifier: MIT
"""Links a consultation paper with the press release that announces it, also where both came with the back catalogue."""

import json
import sqlite3
from collections.abc import Sequence

from hkwatch.domain.ids import ItemId
from hkwatch.domain.order import SLOTS_PER_MS, from_ms, sort_ms_of, to_ms
from hkwatch.domain.paper_release import APART, announces, is_paper, is_release
from hkwatch.store.links import link

PAPER = "paper"
_IS_EITHER = "(i.ref LIKE '__CP%' OR i.ref LIKE '__CC%' OR i.ref LIKE '__PR%')"


def link_papers(db: sqlite3.Connection, items: Sequence[ItemId]) -> tuple[ItemId, ...]:
    """Link items that were just stored with the paper or release that belongs to them.

    Returns the items on either side that were linked now. Inside the caller's transaction.
    """
    # Most batches hold neither; only what does is worth a look around.
    wanted = {
        ItemId(one)
        for (one,) in db.execute(
            f"SELECT i.id FROM json_each(?) AS listed CROSS JOIN item i ON i.id = listed.value WHERE {_IS_EITHER}",
            (json.dumps(items),),
        )
    }
    if not wanted:
        return ()
    reach = to_ms(from_ms(0) + APART)
    low, high = sort_ms_of(min(wanted)) - reach, sort_ms_of(max(wanted)) + reach
    near = db.execute(
        "SELECT i.id, i.publisher, i.ref, t.title FROM item i JOIN item_text t ON t.item_id = i.id AND t.lang = 'en'"
        f" WHERE i.id BETWEEN ? AND ? AND {_IS_EITHER}",
        (low * SLOTS_PER_MS, (high + 1) * SLOTS_PER_MS),
    ).fetchall()
    releases = [one for one in near if is_release(one[2])]
    linked: dict[ItemId, None] = {}
    for paper, publisher, ref, title in near:
        if not is_paper(ref):
            continue
        for release, by, _, said in releases:
            if by != publisher or not (paper in wanted or release in wanted) or not _is_near(paper, release):
                continue
            if announces(said, title) and link(db, paper, release, PAPER):
                linked |= {ItemId(paper): None, ItemId(release): None}
    return tuple(linked)


def _is_near(one: int, other: int) -> bool:
    return abs(sort_ms_of(ItemId(one)) - sort_ms_of(ItemId(other))) <= to_ms(from_ms(0) + APART)

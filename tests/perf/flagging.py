# SPDX-License-Identifier: MIT
"""How many items the shipped rules flag in a second on one core."""

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hkwatch.app.paths import resources
from hkwatch.domain.classifier import Classifier
from hkwatch.domain.entities import EntityIndex
from hkwatch.domain.flags import FlagInput, Flags
from hkwatch.domain.item import Entry
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.entities import load_entities
from hkwatch.sources.fold_table import load_folder
from hkwatch.sources.rules import load_rule_packs
from perf.figures import Figure, Target, figure
from perf.natural import count, natural
from perf.texts import Texts

ITEMS = 10_000
RUNS = 5
TEXT = 300


def measure(*, big: bool = False) -> list[Figure]:
    """Two rows: a natural mix, of which a third concerns the topic, and texts of the topic alone; the target is for the mix."""
    del big
    folder = resources()
    fold = load_folder(folder / "fold" / "hant_hans.tsv")
    firms = EntityIndex(load_entities([folder / "entities"]).entities, fold)
    classify = Classifier(load_rule_packs([folder / "rules"]), fold, firms).classify
    newest = datetime.now(UTC)
    target = Target("median", 20_000, least=True)
    return [
        _row(f"natural mix, {count()} texts in English and Chinese", natural(ITEMS, newest), classify, [target]),
        _row(
            f"nothing but the topic, title and {TEXT} characters",
            Texts(11).entries(ITEMS, newest, timedelta(days=30)),
            classify,
            [],
        ),
    ]


def _row(
    what: str, entries: Iterable[Entry], classify: Callable[[FlagInput], Flags], targets: Sequence[Target]
) -> Figure:
    catalogue, _ = load_catalogue(resources() / "catalogue", Path("no-folder-of-the-user"))
    rows = list(catalogue.sources.values())
    inputs = []
    for number, entry in enumerate(entries):
        row = rows[number % len(rows)]
        inputs.append(
            FlagInput(entry.title, entry.text[:TEXT], entry.lang, row.publisher, row.id, entry.link, entry.published_at)
        )
    rates, flagged = [], 0
    for _ in range(RUNS):
        # Processor time: what is asked for is the rate of one core.
        started = time.process_time()
        flagged = sum(classify(one).flag for one in inputs)
        rates.append(ITEMS / (time.process_time() - started))
    name = f"flagging: {what}"
    notes = (f"{flagged / ITEMS:.0%} of the items are flagged",)
    return figure(name, "items/s", rates, targets, notes=notes, is_rate=True)

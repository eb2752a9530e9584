# SPDX-License-Identifier: MIT
"""How many items the shipped rules flag in a second on one core."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hkwatch.app.paths import resources
from hkwatch.domain.classifier import Classifier
from hkwatch.domain.entities import EntityIndex
from hkwatch.domain.flags import FlagInput
from hkwatch.sources.catalogue import load_catalogue
from hkwatch.sources.entities import load_entities
from hkwatch.sources.fold_table import load_folder
from hkwatch.sources.rules import load_rule_packs
from perf.figures import Figure, Target, figure
from perf.texts import Texts

ITEMS = 10_000
RUNS = 5
TEXT = 300


def measure(*, big: bool = False) -> list[Figure]:
    """One row: items of all sources by turns, English and Chinese, title and 300 characters."""
    del big
    folder = resources()
    pack = load_rule_packs([folder / "rules"])
    catalogue, _ = load_catalogue(folder / "catalogue", Path("no-folder-of-the-user"))
    rows = list(catalogue.sources.values())
    entries = Texts(11).entries(ITEMS, datetime.now(UTC), timedelta(days=30))
    inputs = []
    for number, entry in enumerate(entries):
        row = rows[number % len(rows)]
        inputs.append(
            FlagInput(entry.title, entry.text[:TEXT], entry.lang, row.publisher, row.id, entry.link, entry.published_at)
        )
    fold = load_folder(folder / "fold" / "hant_hans.tsv")
    firms = EntityIndex(load_entities([folder / "entities"]).entities, fold)
    classify = Classifier(pack, fold, firms).classify
    rates, flagged = [], 0
    for _ in range(RUNS):
        # Processor time: what is asked for is the rate of one core.
        started = time.process_time()
        flagged = sum(classify(one).flag for one in inputs)
        rates.append(ITEMS / (time.process_time() - started))
    return [
        figure(
            f"flagging (title and {TEXT} characters, English and Chinese)",
            "items/s",
            rates,
            [Target("median", 20_000, least=True)],
            notes=(f"{flagged / ITEMS:.0%} of the items are flagged",),
        )
    ]

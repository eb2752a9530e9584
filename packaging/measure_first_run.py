# SPDX-License-Identifier: MIT
"""Measures what the first window promises: how many items a day are told, with the built-in rules.

    python packaging/measure_first_run.py ITEMS.jsonl --from 2026-07-01 --to 2026-07-31 --publishers sfc,hkma

ITEMS.jsonl holds one object a line as `hkwatch classify` reads it: id, source, url, title, summary, lang, published. Days are
Hong Kong's, both ends count. Writes resources/first-run.toml, which the window reads and states with its basis.
"""

import argparse
import json
from datetime import date, datetime
from pathlib import Path

from hkwatch.app.files import read_files
from hkwatch.app.paths import AppPaths
from hkwatch.domain.flags import FlagInput
from hkwatch.domain.hkt import to_hkt
from hkwatch.domain.item import Level

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("items", type=Path, nargs="+")
    parser.add_argument("--from", dest="start", type=date.fromisoformat, required=True)
    parser.add_argument("--to", dest="end", type=date.fromisoformat, required=True)
    parser.add_argument("--publishers", default="sfc,hkma")
    args = parser.parse_args()
    wanted = args.publishers.split(",")
    files = read_files(AppPaths.under(ROOT / "nowhere"))
    publishers = {str(ident): one for ident, one in files.catalogue.publishers.items()}
    everything = told = important = 0
    for path in args.items:
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            publisher = next((name for name in wanted if row["source"].lower().startswith(name)), None)
            if publisher is None or not row.get("published"):
                continue
            at = datetime.fromisoformat(row["published"])
            if not args.start <= to_hkt(at).date() <= args.end:
                continue
            flags = files.classifier.classify(
                FlagInput(
                    title=row["title"],
                    body=row.get("summary") or "",
                    lang=row.get("lang") or "",
                    publisher=publishers[publisher],
                    source_id=row["source"],
                    url=row.get("url") or "",
                    published_at=at,
                )
            )
            everything += 1
            told += flags.severity >= Level.NORMAL
            important += flags.severity >= Level.HIGH
    days = (args.end - args.start).days + 1
    text = (
        "# Written by packaging/measure_first_run.py; what the first window says of how much is told.\n"
        f"items = {everything}\nnormal = {told}\nimportant = {important}\ndays = {days}\n"
        f'start = {args.start}\nend = {args.end}\npublishers = "{", ".join(name.upper() for name in wanted)}"\n'
    )
    (ROOT / "resources" / "first-run.toml").write_text(text, "utf-8")
    print(f"{everything / days:.2f} a day, {told / days:.2f} normal and above, {important / days:.2f} important")


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: MIT
"""Runs mutations of a target's documents for a time: `python -m fuzz.running SECONDS [TARGET …] [--seed N]`.

Prints executions, the slowest document and the findings, each with the bytes that led to it.
"""

import argparse
import random
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.mutations import mutate
from fuzz.targets import SLOW_S, Read, Target, targets


@dataclass(slots=True)
class Findings:
    """What came of a target. `found` has one document for each place in the code that failed."""

    name: str
    executions: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    found: dict[str, bytes] = field(default_factory=dict)

    def __str__(self) -> str:
        share = self.refused / max(1, self.executions)
        return (
            f"{self.name}: {self.executions:,} executions, {share:.0%} refused, slowest {self.slowest_s:.2f} s, "
            f"{len(self.found)} findings"
        )


def _ours(error: Exception) -> str:
    """The last line of this program's own on the way to an error, where it is not the last one anyway."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/hkwatch/" in frame.filename]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "the test"


def one(target: Target, read: Read, document: bytes, into: Findings) -> None:
    """Read one document and note what is wrong with that."""
    started = time.process_time()
    into.executions += 1
    try:
        try:
            read(document)
        except target.may_raise as refusal:
            into.refused += 1
            # It is stored, logged and sent.
            str(refusal).encode()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
        place = traceback.extract_tb(error.__traceback__)[-1]
        into.found.setdefault(f"{type(error).__name__} at {place.filename}:{place.lineno} via {_ours(error)}", document)
    taken_s = time.process_time() - started
    into.slowest_s = max(into.slowest_s, taken_s)
    if taken_s > SLOW_S:
        into.found.setdefault(f"{taken_s:.1f} s", document)


def run(target: Target, seconds: float, seed: int) -> Findings:
    """Mutations of the target's documents for so many real seconds."""
    chance, into, end = random.Random(seed), Findings(target.name), time.monotonic() + seconds
    for document, read in target.documents:
        one(target, read, document, into)
    while time.monotonic() < end:
        document, read = chance.choice(target.documents)
        one(target, read, mutate(chance, document, target.form, chance.choice(target.documents)[0]), into)
    return into


def main() -> int:
    """1 if anything was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seconds", type=float)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    is_found = False
    for target in targets():
        if options.names and target.name not in options.names:
            continue
        findings = run(target, options.seconds, options.seed)
        print(findings, flush=True)
        for what, document in findings.found.items():
            is_found = True
            print(f"  {what}\n    {document[:300]!r} ({len(document)} bytes)", flush=True)
    return 1 if is_found else 0


if __name__ == "__main__":
    sys.exit(main())

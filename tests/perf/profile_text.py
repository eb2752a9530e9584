# SPDX-License-Identifier: MIT
"""The profiles of a measurement as one text: which rows miss their target, and where the time or the memory goes."""

import pstats
import re
from collections.abc import Sequence
from pathlib import Path

from perf.figures import Figure

_MOST = 30


def write(folder: Path, name: str, figures: Sequence[Figure], problem: str = "") -> Path:
    """Put together what the processes of the measurement `name` left in `folder`; the text's path.

    `problem` is what went wrong while they were profiled, empty for nothing.
    """
    lines = [f"Profile of {name}: what holds back the rows that miss their target", ""]
    lines += [f"{one.what}: {one.verdict} ({one.target_text})" for one in figures if one.verdict != "met"]
    lines += [f"  {note}" for one in figures if one.verdict != "met" for note in one.notes]
    parts = [part for part in sorted(folder.glob(f"{name}-*")) if part.suffix in (".prof", ".txt")]
    for part in parts:
        if part.suffix == ".prof":
            lines += ["", times_of(part, part.stem.removeprefix(f"{name}-"))]
        else:
            lines += ["", part.read_text("utf-8").rstrip()]
    if problem or not parts:
        lines += ["", f"The run for the profile: {problem or 'no process left a profile'}"]
    file = folder / f"{name}.txt"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def times_of(file: Path, process: str) -> str:
    """The functions of a process with the most processor time of their own, and with that of all they call."""
    stats: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = pstats.Stats(str(file)).stats  # type: ignore[attr-defined]
    whole = sum(row[2] for row in stats.values()) or 1e-9
    lines = [
        f"{process.capitalize()} process: {whole:.2f} s of processor time in all threads, profiled (slower than real)"
    ]
    head = f"{'own s':>8} {'share':>6} {'with callees s':>14} {'calls':>10}  function"
    for title, column in (("Most time of their own", 2), ("Most time with what they call", 3)):
        lines += ["", title, head]
        for key, (_, calls, own, total, _callers) in sorted(stats.items(), key=lambda pair: -pair[1][column])[:_MOST]:
            lines.append(f"{own:8.3f} {own / whole:6.1%} {total:14.3f} {calls:10,}  {_named(*key)}")
    return "\n".join(lines)


def _named(path: str, line: int, function: str) -> str:
    if path in ("~", ""):
        return function
    return f"{re.sub(r'^.*?/(src|tests|site-packages|_internal|python3[.][0-9]+)/', '', path)}:{line} {function}"

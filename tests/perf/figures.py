# SPDX-License-Identifier: MIT
"""What a measurement comes to: a row of the table, its verdict, and the machine it was made on."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Target:
    """`stat` is the statistic that counts: median, p95, p99 or worst. `least` turns the comparison round."""

    stat: str
    limit: float
    least: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One row. `unit` is shown behind every number; `worst` is the largest value, or the smallest of a rate."""

    what: str
    unit: str
    median: float
    p95: float
    p99: float
    worst: float
    runs: int
    targets: tuple[Target, ...]
    reference: str = ""
    goal: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def target_text(self) -> str:
        """What should be reached, in words."""
        parts = [f"{one.stat} {'≥' if one.least else '≤'} {number(one.limit)} {self.unit}" for one in self.targets]
        return ", ".join(parts) + (f" ({self.goal})" if self.goal else "")

    @property
    def verdict(self) -> str:
        """Met, or by how much it is missed; a dash where nothing is to be reached."""
        if not self.targets:
            return "–"
        missed = []
        for one in self.targets:
            value = float(getattr(self, one.stat))
            by = one.limit - value if one.least else value - one.limit
            if by > 0:
                missed.append(f"{one.stat} by {number(by)} {self.unit}")
        return f"not met: {', '.join(missed)}" if missed else "met"

    def to_json(self) -> str:
        """For the process that prints the table."""
        return json.dumps(asdict(self))

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Figure":
        """The inverse of `to_json`, parsed."""
        targets = tuple(Target(**one) for one in plain.pop("targets"))
        notes = tuple(plain.pop("notes"))
        return cls(targets=targets, notes=notes, **plain)


def read_figures(file: Path) -> list[Figure]:
    """The rows a measuring process wrote; none if it wrote nothing."""
    if not file.exists():
        return []
    return [Figure.from_plain(json.loads(line)) for line in file.read_text("utf-8").splitlines() if line]


def figure(
    what: str,
    unit: str,
    values: Sequence[float],
    targets: Sequence[Target],
    reference: str = "",
    *,
    goal: str = "",
    notes: Sequence[str] = (),
    is_rate: bool = False,
) -> Figure:
    """A row out of single measurements. Of a rate the low end is what p95, p99 and worst speak of."""
    is_rate = is_rate or any(one.least for one in targets)
    ordered = sorted(values, reverse=is_rate)
    return Figure(
        what,
        unit,
        median(ordered),
        quantile(ordered, 0.95),
        quantile(ordered, 0.99),
        ordered[-1],
        len(ordered),
        tuple(targets),
        reference,
        goal,
        tuple(notes),
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value that `share` of the ordered ones do not go beyond."""
    return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]


def number(value: float) -> str:
    """Three figures, thousands parted."""
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def load_now() -> str:
    """The machine's load, 1 and 5 minutes; empty where the system does not say."""
    try:
        one, five, _ = os.getloadavg()
    except (OSError, AttributeError):
        return ""
    return f"{one:.2f} {five:.2f}"


def machine() -> str:
    """Cores, processor, memory, Python and load, as one line."""
    model, memory = platform.processor() or platform.machine(), ""
    if (cpu := Path("/proc/cpuinfo")).exists():
        names = [
            line.partition(":")[2].strip() for line in cpu.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    if (info := Path("/proc/meminfo")).exists():
        memory = f", {int(info.read_text().split()[1]) / 1024**2:.0f} GiB"
    system = f"{platform.system()} {platform.release()}"
    return f"{os.cpu_count()} cores, {model}{memory}, {system}, Python {platform.python_version()}, load before {load_now()}"


def table(figures: Sequence[Figure]) -> str:
    """All rows under one head, each column as wide as it needs."""
    head = ("what", "median", "p95", "p99", "worst", "runs", "target", "verdict", "peer")
    rows = [
        (
            one.what,
            f"{number(one.median)} {one.unit}",
            number(one.p95),
            number(one.p99),
            number(one.worst),
            str(one.runs),
            one.target_text,
            one.verdict,
            one.reference or "–",
        )
        for one in figures
    ]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in (head, *rows)
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)

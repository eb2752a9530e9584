# SPDX-License-Identifier: MIT
"""Where the memory of a process is: its mappings, by what they are of."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from perf.itself import profile_of

_GROUPS = (
    ("heap ([heap], what malloc and Python's large blocks got)", r"^\[heap\]$"),
    ("no file (Python's arenas, other heaps, threads' stacks)", r"^$|^\[anon"),
    ("stack of the main thread", r"^\[stack\]$"),
    ("PySide and shiboken", r"PySide6/Qt\w+\.abi3|libpyside|shiboken"),
    ("Qt's plugins", r"/plugins/"),
    ("ICU", r"libicu"),
    ("Qt", r"libQt6"),
    ("Python", r"libpython|/bin/python|lib-dynload|/hkwatch(-bench)?$"),
    ("SQLite's library", r"sqlite"),
    ("the database and its log", r"\.db(-shm|-wal)?$"),
    ("fonts", r"\.(ttf|otf|ttc|pfb)$|fontconfig"),
    ("other libraries of Python's packages", r"site-packages/|_internal/"),
    ("the system's libraries", r"\.so(\.|$)"),
)
_MOST = 25


@dataclass(slots=True)
class _Sum:
    pss: int = 0
    own: int = 0
    count: int = 0


def pss_mb(pid: int) -> float:
    """Megabytes of memory a process holds, its share of what it shares with others included."""
    return _rolled_up_mb(pid, "Pss")


def anonymous_mb(pid: int) -> float:
    """Megabytes of it that are of no file: these are its alone, whatever else runs."""
    return _rolled_up_mb(pid, "Anonymous")


def whole_mb(pids: Iterable[int]) -> float:
    """Megabytes that these processes hold together, nothing of it taken as a share of other programs.

    What is theirs alone as it is; of each file they share, the most that one of them has. About their PSS where nothing
    else runs.
    """
    own, shared = 0, dict[str, int]()
    for pid in pids:
        of_file: dict[str, int] = {}
        for name, values in _entries(Path(f"/proc/{pid}/smaps").read_text()):
            dirty = values["Private_Dirty"] if name.startswith("/") else values["Rss"]
            own += dirty
            of_file[name] = of_file.get(name, 0) + values["Rss"] - dirty
        shared |= {name: max(size, shared.get(name, 0)) for name, size in of_file.items()}
    return (own + sum(shared.values())) * 1024 / 1e6


def _rolled_up_mb(pid: int, key: str) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith(f"{key}:")) * 1024 / 1e6


def leave_profile(pids: Mapping[str, int]) -> None:
    """Write where the memory of these processes is, where a profile is asked for."""
    file = profile_of("mappings.txt")
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            "\n\n".join(f"Memory of the {name} process\n{text_of(pid)}" for name, pid in pids.items()) + "\n"
        )


def text_of(pid: int) -> str:
    """The sums by group, then the largest files; kilobytes."""
    groups: dict[str, _Sum] = {}
    files: dict[str, _Sum] = {}
    for name, values in _entries(Path(f"/proc/{pid}/smaps").read_text()):
        group = next((title for title, pattern in _GROUPS if re.search(pattern, name)), "other files")
        for sums, key in ((groups, group), (files, name or "no file")):
            one = sums.setdefault(key, _Sum())
            one.pss += values.get("Pss", 0)
            one.own += values.get("Private_Dirty", 0)
            one.count += 1
    head = f"{'PSS kB':>9} {'own kB':>9} {'maps':>5}  "
    lines = [head + "group", *_lines(groups, len(groups))]
    total = _Sum(sum(one.pss for one in groups.values()), sum(one.own for one in groups.values()))
    lines += [f"{total.pss:9,} {total.own:9,}        all", "", head + "file", *_lines(files, _MOST)]
    return "\n".join(lines)


def _entries(smaps: str) -> list[tuple[str, dict[str, int]]]:
    """Name and values (kB) of every mapping."""
    found: list[tuple[str, dict[str, int]]] = []
    for line in smaps.splitlines():
        head = re.match(r"[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ \S+ *(.*)$", line)
        if head:
            found.append((head[1], {}))
        elif line.endswith(" kB"):
            key, _, value = line.partition(":")
            found[-1][1][key] = int(value.split()[0])
    return found


def _lines(sums: Mapping[str, _Sum], most: int) -> list[str]:
    ordered = sorted(sums.items(), key=lambda pair: -pair[1].pss)[:most]
    return [f"{one.pss:9,} {one.own:9,} {one.count:5}  {name}" for name, one in ordered]

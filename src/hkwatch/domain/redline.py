# SPDX-License-Identifier: MIT
"""What changed between two wordings of a text, word by word. Pure and deterministic.

    old, new → paragraphs that both have → the rest by resemblance → words (Myers' shortest edit) → islands joined → runs

English is compared by words, Chinese by characters; a single character that happens to be in both is no agreement, so
that a rewritten Chinese phrase is shown as one change and not as a sieve.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
MAX_EDITS = 300
"""The work allowed is what some 400 words removed or added in one stretch take (d²/2); beyond it a stretch is replaced whole."""

_TOKEN = re.compile(rf"\n|[^\S\n]+|[{CJK}]|[^\W_{CJK}]+(?:['’.,/-](?=[^\W_{CJK}])[^\W_{CJK}]+)*|.", re.DOTALL)
_PARAGRAPH = re.compile(r"[^\n]*\n")
_MOST_PAIRS = 900
_LEAST_ALIKE = 0.4
_BLANK_LINES = 0.01
_WORDS = re.compile(rf"[{CJK}]|[^\W_{CJK}]+")
_WORD_IN = re.compile(r"[^\W_]")
_CJK_ONE = re.compile(f"[{CJK}]")


class Kind(StrEnum):
    """What became of a run of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Text without a line end, never empty."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of old or new text. `end` says which of the two breaks the line here; the end of a text counts as one."""

    runs: tuple[Run, ...]
    end: Kind


@dataclass(frozen=True, slots=True)
class Redline:
    """Two texts in one. `changes` counts the places where words differ; a changed space or line end is none."""

    lines: tuple[Line, ...]
    changes: int

    def old(self) -> str:
        """The text before, to the letter."""
        return self._without(Kind.ADDED)

    def new(self) -> str:
        """The text after, to the letter."""
        return self._without(Kind.REMOVED)

    def _without(self, kind: Kind) -> str:
        parts: list[str] = []
        for line in self.lines:
            parts += [run.text for run in line.runs if run.kind is not kind]
            if line.end is not kind:
                parts.append("\n")
        return "".join(parts)[:-1]


_Op = tuple[Kind, str]


def redline(old: str, new: str) -> Redline:
    """Compare two texts. Takes O(n·d) for n words of which d differ, bounded by `MAX_EDITS`."""
    left = [MAX_EDITS**2]
    ops: list[_Op] = []
    before: list[str] = []
    after: list[str] = []
    # With an end of line at the end of both, a paragraph added behind the last one leaves that one as it was.
    paragraphs = _PARAGRAPH.findall(f"{old}\n"), _PARAGRAPH.findall(f"{new}\n")
    for kind, paragraph in (*shortest_edit(*paragraphs, [MAX_EDITS**2]), (Kind.SAME, "")):
        if kind is not Kind.SAME:
            (before if kind is Kind.REMOVED else after).append(paragraph)
            continue
        ops += _block(before, after, left)
        ops += [(Kind.SAME, token) for token in tokens(paragraph)]
        before, after = [], []
    return _laid_out(list(_grouped(ops)))


def tokens(text: str) -> list[str]:
    """Words, single Chinese characters, spaces, line ends and marks; joined they are the text again."""
    return _TOKEN.findall(text)


def shortest_edit(old: Sequence[str], new: Sequence[str], left: list[int]) -> list[_Op]:
    """The fewest removals and additions that lead from `old` to `new`.

    `left` holds the work that may still be spent (squares of edits) and is lowered; where it does not suffice, the
    part that differs is replaced whole.
    """
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    middle = _myers(a, b, left) if a and b else None
    if middle is None:
        middle = [*((Kind.REMOVED, token) for token in a), *((Kind.ADDED, token) for token in b)]
    ends = old[:head], old[len(old) - tail :]
    return [*((Kind.SAME, token) for token in ends[0]), *middle, *((Kind.SAME, token) for token in ends[1])]


def _block(before: list[str], after: list[str], left: list[int]) -> list[_Op]:
    """Paragraphs that differ: each against the one it resembles, unless other line ends alone explain it better."""
    paired: list[_Op] = []
    for old, new in _pairs(before, after):
        paired += shortest_edit(tokens(old), tokens(new), left)
    if len(before) <= 1 >= len(after):
        return paired
    # The pairs come first: they cost little, and the whole block may spend what is left.
    plain = shortest_edit(tokens("".join(before)), tokens("".join(after)), left)
    return paired if _cost(paired) <= _cost(plain) else plain


def _cost(ops: list[_Op]) -> int:
    return sum(kind is not Kind.SAME and not token.isspace() for kind, token in ops)


def _pairs(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """Old and new paragraphs side by side, in order; one without a partner stands beside an empty text."""
    if len(before) == len(after) == 1:
        return [(before[0], after[0])]
    if len(before) * len(after) > _MOST_PAIRS:
        if len(before) != len(after):
            return [("".join(before), "".join(after))]
        return list(zip(before, after, strict=True))
    words = [[Counter(_WORDS.findall(text)) for text in side] for side in (before, after)]
    n, m = len(before), len(after)
    alike = [[_alike(one, other) for other in words[1]] for one in words[0]]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            pair = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], pair)
    found: list[tuple[str, str]] = []
    i = j = 0
    while i < n and j < m:
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            found.append((before[i], after[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            found.append((before[i], ""))
            i += 1
        else:
            found.append(("", after[j]))
            j += 1
    return [*found, *((text, "") for text in before[i:]), *(("", text) for text in after[j:])]


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """From 0 to 1; 0 for paragraphs that are not worth comparing word by word."""
    total = one.total() + other.total()
    if not total:
        return _BLANK_LINES
    share = 2 * (one & other).total() / total
    return share if share >= _LEAST_ALIKE else 0.0


def _myers(a: Sequence[str], b: Sequence[str], left: list[int]) -> list[_Op] | None:
    """Myers' greedy algorithm; None when it would cost more than is left."""
    n, m = len(a), len(b)
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    for d in range(n + m + 1):
        left[0] -= d + 1
        if left[0] < 0:
            return None
        trace.append({k: reach[k] for k in range(-d + 1, d, 2)} if d else {1: 0})
        for k in range(-d, d + 1, 2):
            down = k == -d or (k != d and reach[k - 1] < reach[k + 1])
            x = reach[k + 1] if down else reach[k - 1] + 1
            while x < n and x - k < m and a[x] == b[x - k]:
                x += 1
            reach[k] = x
            if x >= n and x - k >= m:
                return _walk_back(a, b, trace)
    raise AssertionError("two texts can always be led into one another")


def _walk_back(a: Sequence[str], b: Sequence[str], trace: list[dict[int, int]]) -> list[_Op]:
    ops: list[_Op] = []
    x, y = len(a), len(b)
    for d in range(len(trace) - 1, 0, -1):
        reach, k = trace[d], x - y
        down = k == -d or (k != d and reach[k - 1] < reach[k + 1])
        start = reach[k + 1] if down else reach[k - 1]
        after = start if down else start + 1
        while x > after:
            x, y = x - 1, y - 1
            ops.append((Kind.SAME, a[x]))
        if down:
            y -= 1
            ops.append((Kind.ADDED, b[y]))
        else:
            x -= 1
            ops.append((Kind.REMOVED, a[x]))
    while x:
        x -= 1
        ops.append((Kind.SAME, a[x]))
    return ops[::-1]


def _grouped(ops: list[_Op]) -> Iterator[_Op]:
    """Islands joined to the changes around them, and in each change what is removed before what is added."""
    removed: list[str] = []
    added: list[str] = []
    at = 0
    while at < len(ops):
        kind = ops[at][0]
        end = at
        while end < len(ops) and (ops[end][0] is Kind.SAME) == (kind is Kind.SAME):
            end += 1
        part = ops[at:end]
        if kind is not Kind.SAME:
            removed += [token for one, token in part if one is Kind.REMOVED]
            added += [token for one, token in part if one is Kind.ADDED]
        elif (removed or added) and end < len(ops) and _is_island([token for _, token in part]):
            removed += [token for _, token in part]
            added += [token for _, token in part]
        else:
            yield from ((Kind.REMOVED, token) for token in removed)
            yield from ((Kind.ADDED, token) for token in added)
            yield from part
            removed, added = [], []
        at = end
    yield from ((Kind.REMOVED, token) for token in removed)
    yield from ((Kind.ADDED, token) for token in added)


def _is_island(between: list[str]) -> bool:
    """Whether what two changes have between them is too little to be called unchanged."""
    if any("\n" in token for token in between):
        return False
    words = [token for token in between if _WORD_IN.search(token)]
    return not words or (len(words) == 1 and _CJK_ONE.fullmatch(words[0]) is not None)


def _laid_out(ops: list[_Op]) -> Redline:
    lines: list[Line] = []
    runs: list[Run] = []
    changes, in_change = 0, False
    for kind, part in ops:
        if kind is Kind.SAME:
            in_change = False
        elif not in_change and not part.isspace():
            changes, in_change = changes + 1, True
        if part == "\n":
            lines.append(Line(tuple(runs), kind))
            runs = []
        elif runs and runs[-1].kind is kind:
            runs[-1] = Run(kind, runs[-1].text + part)
        else:
            runs.append(Run(kind, part))
    return Redline(tuple(lines), changes)

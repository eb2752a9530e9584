# SPDX-License-Identifier: MIT
"""`hkwatch pdf-text`: reads one PDF from standard input and says on standard output what it holds, within hard limits.

A process of its own, because a document can make its reader run for ever or use up all memory; ended by whoever asked.
"""

import sys

from hkwatch.app import exit_codes
from hkwatch.sources.pdf import read_pdf
from hkwatch.sources.pdf_outcome import MAX_BYTES, MAX_MEMORY_BYTES, TIMEOUT_S, Outcome, encode

_CPU_S = int(TIMEOUT_S) + 5
"""Should whoever asked be gone, the system ends the process."""


def main() -> int:
    """Read, say, end; an exit code other than 0 means that the document broke the reader."""
    limit_resources()
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    outcome = read_pdf(data) if len(data) <= MAX_BYTES else Outcome(error="memory")
    sys.stdout.buffer.write(encode(outcome))
    sys.stdout.buffer.flush()
    return exit_codes.FINE


def limit_resources(memory_bytes: int = MAX_MEMORY_BYTES, cpu_s: int = _CPU_S) -> None:
    """Bound this process's memory and processor time, where the system has such bounds (Windows has none)."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # only POSIX has it

    for kind, limit in ((resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_CPU, cpu_s), (resource.RLIMIT_CORE, 0)):
        _soft, hard = resource.getrlimit(kind)
        wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (wanted, hard))
        except (ValueError, OSError):
            # macOS has no bound on address space; the time limit holds there.
            continue

# SPDX-License-Identifier: MIT
"""Of lines that came together, those that still matter: a word on the whole watch makes the ones before it worthless."""

from collections.abc import Iterator, Sequence

_STATUS = b'{"type":"watch-status"'


def still_true(lines: Sequence[bytes]) -> Iterator[bytes]:
    """The lines in their order, of the words on the watch only the last: each tells everything anew.

    While many sources are asked at once they come by the dozen, each as long as the list of sources.
    """
    last = max((at for at, line in enumerate(lines) if line.startswith(_STATUS)), default=-1)
    return (line for at, line in enumerate(lines) if at >= last or not line.startswith(_STATUS))
